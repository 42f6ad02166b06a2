//! A terminal for a program: what it shows, what it was sent, and how the program ends.
//!
//! Nothing sleeps: every wait is for something that the program does, and fails with the screen when that
//! has not come after [`PATIENCE`].

#![expect(
    clippy::unwrap_used,
    reason = "a terminal that cannot be made fails the test"
)]

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{
    CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system,
};
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid,
};
use rustix::termios::{Action, OptionalActions, SpecialCodeIndex, tcflow, tcgetattr, tcsetattr};

/// How long a program may take for anything.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// What comes from a program, in the order in which it was noticed.
enum Sign {
    Output(Vec<u8>),
    Ended(ExitStatus),
}

/// The reader's terminal: a program on a PTY with a model of a terminal behind it.
pub(crate) struct Term {
    model: vt100::Parser,
    sent: Vec<u8>,
    signs: Receiver<Sign>,
    status: Option<ExitStatus>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    keyboard: Option<Box<dyn Write + Send>>,
    master: Option<Box<dyn MasterPty + Send>>,
    /// Held open, so that what the program wrote last and the terminal's settings outlive it.
    slave: Option<Box<dyn SlavePty + Send>>,
    path: PathBuf,
    process: Pid,
    settings: String,
}

impl Term {
    /// Runs `resolut` with these arguments, on a terminal of (columns, rows).
    pub(crate) fn start(args: &[&str], env: &[(&str, &str)], size: (u16, u16)) -> Self {
        Self::run(env!("CARGO_BIN_EXE_resolut"), args, env, size)
    }

    /// Runs a shell script with job control, in which `$RESOLUT` is the program's path.
    pub(crate) fn start_shell(script: &str, env: &[(&str, &str)], size: (u16, u16)) -> Self {
        let program = [("RESOLUT", env!("CARGO_BIN_EXE_resolut"))];
        let env = [&program, env].concat();
        Self::run("sh", &["-c", &format!("set -m\n{script}")], &env, size)
    }

    /// Runs any program, in its home if it has one. Of this process's environment it gets `PATH` alone.
    pub(crate) fn run(
        program: &str,
        args: &[&str],
        env: &[(&str, &str)],
        size: (u16, u16),
    ) -> Self {
        let PtyPair { master, slave } = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        let home = env.iter().find(|(name, _)| *name == "HOME");
        let folder = home.map_or_else(|| std::env::current_dir().unwrap(), |(_, at)| at.into());
        command.cwd(folder);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for (name, value) in env {
            command.env(name, value);
        }
        let settings = settings(&*master);
        let mut child = slave.spawn_command(command).unwrap();
        let process = i32::try_from(child.process_id().unwrap()).unwrap();
        let (send, signs) = channel();
        let end = send.clone();
        thread::spawn(move || end.send(Sign::Ended(child.wait().unwrap())));

        let closing = Arc::new(AtomicBool::new(false));
        let close = Arc::clone(&closing);
        let mut from = master.try_clone_reader().unwrap();
        let reader = thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                let output = Sign::Output(bytes[..count].to_vec());
                if close.load(Ordering::Relaxed) || send.send(output).is_err() {
                    break;
                }
            }
        });
        let (columns, rows) = size;
        Self {
            model: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
            sent: Vec::new(),
            signs,
            status: None,
            reader: Some(reader),
            closing,
            keyboard: Some(master.take_writer().unwrap()),
            path: master.tty_name().unwrap(),
            master: Some(master),
            slave: Some(slave),
            process: Pid::from_raw(process).unwrap(),
            settings,
        }
    }

    /// Types what the terminal would send for it: `"j"`, `"\r"`, `"\x1b[A"`.
    pub(crate) fn type_keys(&mut self, keys: &str) {
        self.type_bytes(keys.as_bytes());
    }

    /// Sends bytes that need not be text.
    pub(crate) fn type_bytes(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut();
        let keyboard = keyboard.expect("the terminal is still there");
        keyboard.write_all(bytes).unwrap();
    }

    /// Waits until the text stands somewhere on the screen, in one row.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("`{text}` shown"), |screen| {
            rows(screen).any(|row| row.contains(text))
        });
    }

    /// Waits until the screen is as described.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.model.screen()) {
            assert!(
                self.read_until(deadline),
                "waited for {what}; the screen shows:\n{}",
                self.screen()
            );
        }
    }

    /// The text of the screen, without blanks at the ends of rows and empty rows at the end.
    pub(crate) fn screen(&self) -> String {
        let mut text = String::new();
        for row in rows(self.model.screen()) {
            let _ = writeln!(text, "{}", row.trim_end());
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// The terminal's model, for styles and the cursor.
    pub(crate) fn model(&self) -> &vt100::Screen {
        self.model.screen()
    }

    /// All that the program has written so far.
    pub(crate) fn raw_bytes(&self) -> &[u8] {
        &self.sent
    }

    /// What the program has written since the last call.
    pub(crate) fn take_raw_bytes(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.sent)
    }

    /// Changes the terminal's size to (columns, rows).
    pub(crate) fn resize(&mut self, size: (u16, u16)) {
        let (columns, rows) = size;
        self.model
            .screen_mut()
            .set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        let master = self.master.as_ref().expect("the terminal is still there");
        master.resize(pty_size(size)).unwrap();
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.process, signal).unwrap();
    }

    /// Sends a signal to the job that has the terminal: what a shell runs, not the shell.
    pub(crate) fn signal_foreground(&self, signal: Signal) {
        let master = self.master.as_ref().expect("the terminal is still there");
        let job = Pid::from_raw(master.process_group_leader().unwrap()).unwrap();
        kill_process_group(job, signal).unwrap();
    }

    /// Stops the program where it can't notice, and waits until it stands still: what it is sent from
    /// now on comes to it all at once after SIGCONT.
    pub(crate) fn freeze(&self) {
        self.signal(Signal::STOP);
        waitid(WaitId::Pid(self.process), WaitIdOptions::STOPPED).unwrap();
    }

    /// Lets the terminal take no more output, as when the line is held, or take it again.
    pub(crate) fn hold(&self, is_held: bool) {
        let slave = File::options().write(true).open(&self.path).unwrap();
        let action = if is_held { Action::OOff } else { Action::OOn };
        tcflow(&slave, action).unwrap();
    }

    /// How often the program has called `write(2)` so far. Exact while it is frozen.
    #[cfg(target_os = "linux")]
    pub(crate) fn writes(&self) -> u64 {
        let path = format!("/proc/{}/io", self.process);
        let counts = std::fs::read_to_string(path).unwrap();
        let writes = counts.lines().find_map(|line| line.strip_prefix("syscw: "));
        writes.unwrap().parse().unwrap()
    }

    /// The memory that is the program's alone, in KiB.
    #[cfg(target_os = "linux")]
    pub(crate) fn anonymous_memory(&self) -> u64 {
        let path = format!("/proc/{}/smaps_rollup", self.process);
        let counts = std::fs::read_to_string(path).unwrap();
        let kept = counts
            .lines()
            .find_map(|line| line.strip_prefix("Anonymous:"));
        kept.unwrap()
            .trim()
            .trim_end_matches(" kB")
            .parse()
            .unwrap()
    }

    /// Waits until the program waits for its terminal and signals alone, without a timeout: no thread of
    /// it then wakes up by itself. A place that is held back is waited for.
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    #[track_caller]
    pub(crate) fn wait_for_rest(&self) {
        const PPOLL: &str = "271";
        let deadline = Instant::now() + PATIENCE;
        loop {
            let path = format!("/proc/{}/task", self.process);
            let threads: Vec<_> = std::fs::read_dir(path).unwrap().flatten().collect();
            // A thread may end between being listed and being looked at.
            let calls: Vec<_> = threads
                .iter()
                .map(|thread| std::fs::read_to_string(thread.path().join("syscall")))
                .map(Result::unwrap_or_default)
                .collect();
            let rests = |call: &String| {
                let mut words = call.split_whitespace();
                words.next() == Some(PPOLL) && words.nth(2) == Some("0x0")
            };
            if calls.len() == 1 && calls.iter().all(rests) {
                return;
            }
            assert!(Instant::now() < deadline, "no rest: {calls:?}");
            thread::yield_now();
        }
    }

    /// Takes the terminal away, as when an SSH connection is lost.
    pub(crate) fn hang_up(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        let mut slave = File::options().write(true).open(&self.path).unwrap();
        // Without a character for it, dropping the keyboard does not type an end of file.
        let mut settings = tcgetattr(&slave).unwrap();
        settings.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&slave, OptionalActions::Now, &settings).unwrap();
        // Wakes the reading thread, which holds the terminal open too.
        slave.write_all(b"\n").unwrap();
        self.reader.take().map(JoinHandle::join);
        self.keyboard = None;
        self.master = None;
    }

    /// Waits until the program has ended, and reads what it wrote until then.
    #[track_caller]
    pub(crate) fn exit_status(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        while self.status.is_none() {
            assert!(
                self.read_until(deadline),
                "the program does not end; the screen shows:\n{}",
                self.screen()
            );
        }
        // With the last holder gone, the reading thread ends after what is left.
        self.slave = None;
        while self.read_until(deadline) {}
        self.status.clone().unwrap()
    }

    /// Holds that the terminal is as the program found it: its settings, its cursor, its modes.
    #[track_caller]
    pub(crate) fn assert_restored(&self) {
        let screen = self.model.screen();
        let modes = [
            ("the alternate screen", screen.alternate_screen()),
            ("a hidden cursor", screen.hide_cursor()),
            ("bracketed paste", screen.bracketed_paste()),
            ("application cursor keys", screen.application_cursor()),
            ("application keypad", screen.application_keypad()),
            (
                "mouse reports",
                screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
            ),
            ("reverse video", screen.inverse()),
            ("bold", screen.bold()),
        ];
        for (mode, is_on) in modes {
            assert!(!is_on, "left behind: {mode}");
        }
        let master = self.master.as_ref().expect("the terminal is still there");
        assert_eq!(settings(&**master), self.settings);
    }

    /// Whether the terminal has been put into raw mode, or anything else changed in its settings.
    pub(crate) fn is_changed(&self) -> bool {
        let master = self.master.as_ref().expect("the terminal is still there");
        settings(&**master) != self.settings
    }

    /// Waits for the next sign; `false` when none came in time or none can come.
    fn read_until(&mut self, deadline: Instant) -> bool {
        let left = deadline.saturating_duration_since(Instant::now());
        match self.signs.recv_timeout(left) {
            Ok(Sign::Output(bytes)) => {
                self.model.process(&bytes);
                self.sent.extend_from_slice(&bytes);
            }
            Ok(Sign::Ended(status)) => self.status = Some(status),
            Err(_) => return false,
        }
        true
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        if self.status.is_none() {
            // It may have ended unnoticed.
            let _ = kill_process(self.process, Signal::KILL);
        }
    }
}

fn rows(screen: &vt100::Screen) -> impl Iterator<Item = String> {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get())
}

fn settings(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

#[test]
fn the_program_leaves_the_terminal_as_it_found_it() {
    let mut term = Term::start(&["--version"], &[], (40, 5));
    assert!(term.exit_status().success());
    term.assert_restored();
}

/// A shell that asks for a line and shows it.
const ECHO: &str = "printf 'name? '; read name; printf '\\033[7mhello %s\\033[m\\n' \"$name\"";

#[test]
fn what_a_program_shows_and_how_it_ends_is_seen() {
    let mut term = Term::run("sh", &["-c", ECHO], &[], (40, 5));
    term.wait_for("name?");
    assert!(!term.take_raw_bytes().is_empty());
    term.type_keys("reader\n");
    assert!(term.exit_status().success());
    assert_eq!(term.screen(), "name? reader\nhello reader");
    assert!(term.model().cell(1, 0).unwrap().inverse());
    assert!(term.raw_bytes().ends_with(b"\x1b[m\r\n"));
    term.assert_restored();
}

#[test]
fn signals_sizes_and_a_lost_terminal_reach_the_program() {
    let script = "trap 'stty size' WINCH; trap 'echo usr' USR1; trap 'exit 3' HUP; echo up; while :; do read x; done";
    let mut term = Term::run("sh", &["-c", script], &[], (40, 5));
    term.wait_for("up");
    term.resize((30, 4));
    term.type_keys("\n");
    term.wait_for("4 30");
    term.signal(Signal::USR1);
    term.type_keys("\n");
    term.wait_for("usr");
    term.hang_up();
    assert_eq!(term.exit_status().exit_code(), 3);
}

#[test]
fn changed_settings_are_seen() {
    let script = "stty -echo; echo quiet; read x; stty echo; echo loud; read x";
    let mut term = Term::start_shell(script, &[], (40, 5));
    term.wait_for("quiet");
    assert!(term.is_changed());
    term.type_keys("\n");
    term.wait_for("loud");
    term.assert_restored();
}
