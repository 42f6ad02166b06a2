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
use std::io::{Read, Write};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};
use tempfile::TempDir;

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
                times.extend(Running::start(program, size, &folder).map(|running| running.took));
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
        let mut running = Running::start(&programs[0], size, &folder).unwrap();
        println!("  resident at the start: {}", running.memory());
        for round in 0..20 {
            // A prompt is left open, so that its text can be waited for.
            running.type_keys(&format!("\x07{USE}:round {round}."));
            running.wait_for(&format!("round {round}."));
        }
        println!("  resident after use:    {}", running.memory());
    }
}

/// A program on a terminal.
struct Running {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    /// The terminal is there as long as this is.
    _master: Box<dyn MasterPty + Send>,
    reader: Box<dyn Read + Send>,
    model: vt100::Parser,
    took: Duration,
}

impl Running {
    /// Starts it and waits for its whole first frame; none where it is not installed.
    fn start(program: &Program, (cols, rows): (u16, u16), home: &TempDir) -> Option<Self> {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let PtyPair { master, slave } = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program.name);
        command.args(&program.args);
        for (folder, below) in [
            ("HOME", ""),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(folder, home.path().join(below));
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let begin = Instant::now();
        let mut running = Self {
            child: slave.spawn_command(command).ok()?,
            reader: master.try_clone_reader().unwrap(),
            model: vt100::Parser::new(rows.try_into().unwrap(), cols.try_into().unwrap(), 0),
            keyboard: master.take_writer().unwrap(),
            _master: master,
            took: Duration::ZERO,
        };
        drop(slave);
        let shown = running.wait_for(&program.last);
        running.took = begin.elapsed();
        shown.then_some(running)
    }

    /// Reads until a text is shown; false if nothing more comes.
    fn wait_for(&mut self, text: &str) -> bool {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = self.reader.read(&mut bytes) {
            self.model.process(&bytes[..count]);
            if self.model.screen().contents().contains(text) {
                return true;
            }
        }
        false
    }

    fn type_keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// What Linux counts as resident: in all, and of it what is the program's alone.
    fn memory(&self) -> String {
        let path = format!("/proc/{}/smaps_rollup", self.child.process_id().unwrap());
        let Ok(counts) = fs::read_to_string(path) else {
            return "not counted here".to_owned();
        };
        let count = |name: &str| {
            let line = counts.lines().find_map(|line| line.strip_prefix(name));
            line.map_or("?", str::trim)
        };
        format!("{}, anonymous {}", count("Rss:"), count("Anonymous:"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}
