//! At the far end: a real `sshd` on loopback, tmux and GNU screen. Each test is passed over with a message
//! where what it needs is not installed.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

use tempfile::TempDir;

use super::copy::{SEVENTH, between, decoded};
use super::{Home, SIZE};
use crate::installed::installed;
use crate::pty::Term;

/// An `sshd` of this user alone, on a free port of this machine.
struct Host {
    folder: TempDir,
    daemon: Child,
    /// Held open, so that it can go on logging.
    _log: BufReader<ChildStderr>,
}

impl Host {
    fn start() -> Option<Self> {
        let (sshd, _) = (installed("sshd")?, installed("ssh")?);
        let keygen = installed("ssh-keygen")?;
        // Where it gives up its rights as root; others have none to give up.
        let _ = fs::create_dir_all("/run/sshd");
        let folder = tempfile::tempdir().unwrap();
        for key in ["host", "reader"] {
            let made = Command::new(&keygen)
                .args(["-q", "-t", "ed25519", "-N", "", "-f", key])
                .current_dir(&folder)
                .status();
            assert!(made.unwrap().success());
        }
        // Another program may take the port before `sshd` does.
        let (port, daemon, log) = (0..10)
            .find_map(|_| listening(&sshd, folder.path()))
            .unwrap();
        let at = folder.path().display();
        let key = fs::read_to_string(folder.path().join("host.pub")).unwrap();
        fs::write(
            folder.path().join("known"),
            format!("[127.0.0.1]:{port} {key}"),
        )
        .unwrap();
        let client = format!(
            "Host far\nHostName 127.0.0.1\nPort {port}\nIdentityFile {at}/reader\n\
             UserKnownHostsFile {at}/known\nStrictHostKeyChecking yes\nBatchMode yes\n\
             LogLevel ERROR\nEscapeChar none\nRequestTTY force\n"
        );
        fs::write(folder.path().join("client"), client).unwrap();
        let host = Self {
            folder,
            daemon,
            _log: log,
        };
        host.lets_us_in().then_some(host)
    }

    /// Whether this system lets an `sshd` of ours hand out terminals: to some it takes root.
    fn lets_us_in(&self) -> bool {
        let tried = Command::new("ssh")
            .args(["-F", &self.client(), "far", "tty"])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        if !tried.status.success() {
            let said = String::from_utf8_lossy(&tried.stderr);
            let _ = writeln!(io::stderr(), "passed over: no terminal from `sshd`: {said}");
        }
        tried.status.success()
    }

    /// Runs a command of the shell at the far end, on a terminal here.
    fn connect(&self, command: &str) -> Term {
        let config = self.client();
        Term::run("ssh", &["-F", &config, "far", command], &[], SIZE)
    }

    fn client(&self) -> String {
        let config = self.folder.path().join("client");
        config.to_str().unwrap().to_owned()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// An `sshd` on a port that was free a moment ago, and its log; none if it is free no more.
fn listening(sshd: &Path, folder: &Path) -> Option<(u16, Child, BufReader<ChildStderr>)> {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let at = folder.display();
    let config = format!(
        "ListenAddress 127.0.0.1:{port}\nHostKey {at}/host\nAuthorizedKeysFile {at}/reader.pub\n\
         PidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\n"
    );
    fs::write(folder.join("config"), config).unwrap();
    let mut daemon = Command::new(sshd)
        .args(["-D", "-e", "-f"])
        .arg(folder.join("config"))
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut log, mut said) = (BufReader::new(daemon.stderr.take().unwrap()), String::new());
    while !said.contains("Server listening") {
        if log.read_line(&mut said).unwrap() == 0 {
            daemon.wait().unwrap();
            assert!(said.contains("Address already in use"), "{said}");
            return None;
        }
    }
    Some((port, daemon, log))
}

/// The reader with this home, as a command of the shell.
fn reader(home: &Home) -> String {
    let folders = home.folders();
    let folders = folders.iter().map(|(name, at)| format!("{name}='{at}'"));
    let folders = folders.collect::<Vec<_>>().join(" ");
    format!(
        "env LANG=C.UTF-8 {folders} '{}'",
        env!("CARGO_BIN_EXE_resolut")
    )
}

/// Finds a paragraph, copies it, and returns what arrived at the terminal for it.
#[track_caller]
fn found_and_copied(term: &mut Term) -> String {
    term.wait_for("? keys");
    term.type_keys("/islamic dev bank\r");
    term.wait_for("2/34-P:7  20/25");
    term.take_raw_bytes();
    term.type_keys("y");
    term.wait_for("sent to the terminal");
    String::from_utf8(term.take_raw_bytes()).unwrap()
}

#[test]
fn over_ssh_a_lost_connection_loses_nothing() {
    let Some(host) = Host::start() else { return };
    let home = Home::new();
    let pid = home.folder.path().join("pid");
    let reader = reader(&home);
    let mut term = host.connect(&format!("echo $$ >'{}'; exec {reader}", pid.display()));
    let written = found_and_copied(&mut term);
    assert_eq!(decoded(between(&written, "\x1b]52;c;", "\x07")), SEVENTH);
    term.signal(rustix::process::Signal::KILL);
    term.exit_status();

    let pid = fs::read_to_string(pid).unwrap();
    let ended = format!("while kill -0 {} 2>/dev/null; do :; done", pid.trim());
    let mut term = host.connect(&format!("{ended}; exec {reader}"));
    term.wait_for("▌   7  Requests the Islamic Development Bank");
    term.wait_for("2/34-P:7  20/25");
    assert_eq!(home.last_place(), "2/34-P:7");
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
}

/// What ends a server that a failed test would leave behind.
pub(super) struct Finally(pub(super) Command);

impl Drop for Finally {
    fn drop(&mut self) {
        let _ = self.0.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

#[test]
fn in_tmux_over_ssh_a_copy_arrives_and_the_reader_outlives_the_connection() {
    let (Some(host), Some(program)) = (Host::start(), installed("tmux")) else {
        return;
    };
    for settings in [
        "set -g allow-passthrough on\nset -g set-clipboard off\n",
        "set -g allow-passthrough off\nset -g set-clipboard on\n",
    ] {
        let home = Home::new();
        let file = |name: &str| home.folder.path().join(name).to_str().unwrap().to_owned();
        let (socket, config) = (file("tmux"), file("tmux.conf"));
        fs::write(&config, settings).unwrap();
        let mut kill = Command::new(&program);
        kill.args(["-S", &socket, "kill-server"]);
        let _finally = Finally(kill);
        let program = program.display();
        let tmux = format!("LANG=C.UTF-8 '{program}' -S '{socket}' -f '{config}'");
        let mut term = host.connect(&format!("{tmux} new-session \"{}\"", reader(&home)));
        let written = found_and_copied(&mut term);
        let copied = written.split_once("\x1b]52;").unwrap().1;
        let copied = copied.split_once(';').unwrap().1;
        let end = copied.find(['\x07', '\x1b']).unwrap();
        assert_eq!(decoded(&copied[..end]), SEVENTH, "{settings}");
        term.signal(rustix::process::Signal::KILL);
        term.exit_status();

        let mut term = host.connect(&format!("{tmux} attach"));
        term.wait_for("▌   7  Requests the Islamic Development Bank");
        term.type_keys("q");
        assert!(term.exit_status().success());
        assert_eq!(home.last_place(), "2/34-P:7");
    }
}

#[test]
fn in_gnu_screen_a_copy_arrives() {
    let Some(_) = installed("screen") else { return };
    let home = Home::new();
    let sockets = home.folder.path().join("screen");
    fs::create_dir(&sockets).unwrap();
    fs::set_permissions(
        &sockets,
        std::os::unix::fs::PermissionsExt::from_mode(0o700),
    )
    .unwrap();
    let folders = home.folders();
    let sockets = [("SCREENDIR", sockets.to_str().unwrap())];
    let mut kill = Command::new("screen");
    kill.args(["-S", "resolut", "-X", "quit"]).envs(sockets);
    let _finally = Finally(kill);
    let args = [
        "-S",
        "resolut",
        "-U",
        "-c",
        "/dev/null",
        env!("CARGO_BIN_EXE_resolut"),
    ];
    let mut term = Term::run("screen", &args, &Home::env(&folders, &sockets), SIZE);
    let written = found_and_copied(&mut term);
    assert_eq!(decoded(between(&written, "\x1b]52;c;", "\x07")), SEVENTH);
    term.type_keys("q");
    assert!(term.exit_status().success());
    assert_eq!(home.last_place(), "2/34-P:7");
}
