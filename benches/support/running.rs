//! A program on a terminal of its own.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};

/// A program on a terminal.
pub(crate) struct Running {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    /// The terminal is there as long as this is.
    _master: Box<dyn MasterPty + Send>,
    reader: Box<dyn Read + Send>,
    model: vt100::Parser,
    /// From the start to what was waited for last.
    pub(crate) took: Duration,
    began: Instant,
}

impl Running {
    /// Starts a program with a folder of its own as its home; none where it is not installed.
    pub(crate) fn start(
        name: &str,
        args: &[String],
        (cols, rows): (u16, u16),
        home: &Path,
    ) -> Option<Self> {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let PtyPair { master, slave } = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(name);
        command.args(args);
        for (folder, below) in [
            ("HOME", ""),
            ("XDG_STATE_HOME", "state"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            command.env(folder, home.join(below));
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let began = Instant::now();
        Some(Self {
            child: slave.spawn_command(command).ok()?,
            reader: master.try_clone_reader().unwrap(),
            model: vt100::Parser::new(rows.try_into().unwrap(), cols.try_into().unwrap(), 0),
            keyboard: master.take_writer().unwrap(),
            _master: master,
            took: Duration::ZERO,
            began,
        })
    }

    /// Reads until a text is shown; false if nothing more comes.
    pub(crate) fn wait_for(&mut self, text: &str) -> bool {
        self.wait_until(|screen| screen.contains(text))
    }

    /// Reads until the screen is as it is wanted; false if nothing more comes.
    pub(crate) fn wait_until(&mut self, is_wanted: impl Fn(&str) -> bool) -> bool {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = self.reader.read(&mut bytes) {
            self.model.process(&bytes[..count]);
            if is_wanted(&self.model.screen().contents()) {
                self.took = self.began.elapsed();
                return true;
            }
        }
        false
    }

    pub(crate) fn type_keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// What Linux says of the running program in a file of its own; nothing on other systems.
    pub(crate) fn said(&self, file: &str) -> String {
        let path = format!("/proc/{}/{file}", self.child.process_id().unwrap());
        fs::read_to_string(path).unwrap_or_default()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}
