//! The whole program on a terminal, beside `less` and `fzf` in turn: start to the whole first frame, and
//! memory after some use.
//!
//! `cargo bench --bench program`. Peers that are not installed are left out. Times are medians over the
//! rounds, so that a load that comes and goes meets all alike; memory is what Linux counts.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints and may fail"
)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use running::Running;

#[path = "support/running.rs"]
mod running;

const ROUNDS: usize = 21;
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// What its readers do in a few minutes, again and again.
const USE: &str = "jjjjJJJJ  /islamic dev bank\r]GkkkK/\"composite dialogue\"\rnnN7\r:3/34-P pp2\rzJJJ  zooi?jjqhhjjllym'\x07";

/// A program, and with what its first frame is whole.
struct Program {
    name: &'static str,
    args: Vec<String>,
    last: String,
}

impl Program {
    /// Starts it and waits for its whole first frame; none where it is not installed.
    fn start(&self, size: (u16, u16), home: &Path) -> Option<Running> {
        let mut running = Running::start(self.name, &self.args, size, home)?;
        running.wait_for(&self.last).then_some(running)
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text");
    fs::write(&text, include_str!("../data/icfm-34.txt")).unwrap();
    let text = text.to_str().unwrap();
    let program = |name, args: &[&str], last: &str| Program {
        name,
        args: args.iter().map(|&arg| arg.to_owned()).collect(),
        last: last.to_owned(),
    };
    let fzf = format!("exec fzf < {text}");
    let programs = [
        program(env!("CARGO_BIN_EXE_resolut"), &[], "? keys"),
        program("less", &[text], text),
        program("sh", &["-c", &fzf], "RESOLUTION NO. 2/34-P"),
    ];
    for size in SIZES {
        let mut times = programs.each_ref().map(|_| Vec::new());
        for _ in 0..ROUNDS {
            for (program, times) in programs.iter().zip(&mut times) {
                times.extend(
                    program
                        .start(size, folder.path())
                        .map(|running| running.took),
                );
            }
        }
        println!("{}x{}, median of {ROUNDS} starts:", size.0, size.1);
        let [ours, peers @ ..] = times.map(median);
        let ours = ours.unwrap();
        println!("  resolut {ours:.2?}");
        for (name, peer) in ["less", "fzf"].into_iter().zip(peers) {
            if let Some(peer) = peer {
                let ratio = ours.as_secs_f64() / peer.as_secs_f64();
                println!("  {name} {peer:.2?}: resolut takes {ratio:.2} times as long");
            }
        }
        let mut running = programs[0].start(size, folder.path()).unwrap();
        println!("  resident at the start: {}", memory(&running));
        for round in 0..20 {
            // A prompt is left open, so that its text can be waited for.
            running.type_keys(&format!("\x07{USE}:round {round}."));
            running.wait_for(&format!("round {round}."));
        }
        println!("  resident after use:    {}", memory(&running));
    }
}

/// What Linux counts as resident: in all, and of it what is the program's alone.
fn memory(running: &Running) -> String {
    let counts = running.said("smaps_rollup");
    let count = |name: &str| {
        let line = counts.lines().find_map(|line| line.strip_prefix(name));
        line.map_or("?", str::trim)
    };
    format!("{}, anonymous {}", count("Rss:"), count("Anonymous:"))
}

fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}
