//! One call of the program: arguments, environment and files in; everything that comes out compared.

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::ops::RangeInclusive;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A call that is to be made, and what must come of it: nothing on either output, unless it is said.
#[must_use = "a test runs with `success`, `nothing` or `fails`"]
pub(crate) struct Test {
    args: Vec<String>,
    env: Vec<(String, String)>,
    stdin: Stdin,
    stdout: Expected,
    stderr: Expected,
    folder: TempDir,
}

enum Stdin {
    Nothing,
    Bytes(Vec<u8>),
    /// What can be opened, but not read.
    Folder,
}

enum Expected {
    Exactly(String),
    Whatever,
}

/// What a call left behind.
pub(crate) struct Done {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    folder: TempDir,
}

impl Test {
    /// `resolut` with its arguments, parted at blanks; `'…'` keeps blanks together.
    pub(crate) fn new(args: &str) -> Self {
        let quoted = args.split('\'').enumerate();
        let args = quoted.flat_map(|(position, piece)| {
            if position % 2 == 1 {
                vec![piece.to_owned()]
            } else {
                piece.split_whitespace().map(str::to_owned).collect()
            }
        });
        Self {
            args: args.collect(),
            env: Vec::new(),
            stdin: Stdin::Nothing,
            stdout: Expected::Exactly(String::new()),
            stderr: Expected::Exactly(String::new()),
            folder: TempDir::new().unwrap(),
        }
    }

    /// A variable of the environment, which else has a home and a UTF-8 locale only.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        let value = value.replace("[DIR]", &self.folder.path().to_string_lossy());
        self.env.push((name.to_owned(), value));
        self
    }

    /// A file in the folder in which the program runs.
    pub(crate) fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// The folder in which the program runs.
    pub(crate) fn here(&self) -> &Path {
        self.folder.path()
    }

    /// A folder that every user may write in.
    pub(crate) fn open_folder(self, name: &str) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(&path).unwrap();
        fs::set_permissions(path, PermissionsExt::from_mode(0o777)).unwrap();
        self
    }

    /// What stands on standard input, which else is empty.
    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = Stdin::Bytes(bytes.as_ref().to_owned());
        self
    }

    /// Standard input can't be read.
    pub(crate) fn stdin_folder(mut self) -> Self {
        self.stdin = Stdin::Folder;
        self
    }

    /// What standard output must say; `[DIR]` stands for the folder in which the program runs.
    pub(crate) fn stdout(mut self, text: &str) -> Self {
        self.stdout = Expected::Exactly(text.to_owned());
        self
    }

    /// What standard error must say.
    pub(crate) fn stderr(mut self, text: &str) -> Self {
        self.stderr = Expected::Exactly(text.to_owned());
        self
    }

    /// Standard output is looked at by the test itself.
    pub(crate) fn any_stdout(mut self) -> Self {
        self.stdout = Expected::Whatever;
        self
    }

    /// Standard error is looked at by the test itself.
    pub(crate) fn any_stderr(mut self) -> Self {
        self.stderr = Expected::Whatever;
        self
    }

    /// Runs it; it must find what was asked for.
    #[track_caller]
    pub(crate) fn success(self) -> Done {
        self.run(0..=0)
    }

    /// Runs it; there must be nothing to find.
    #[track_caller]
    pub(crate) fn nothing(self) -> Done {
        self.run(1..=1)
    }

    /// Runs it; it must have been used wrongly, or been unable to read its input.
    #[track_caller]
    pub(crate) fn fails(self) -> Done {
        self.run(2..=2)
    }

    /// Runs it; whatever comes of it, it must end by itself.
    #[track_caller]
    pub(crate) fn whatever(self) -> Done {
        self.run(0..=2)
    }

    #[track_caller]
    fn run(self, status: RangeInclusive<i32>) -> Done {
        let output = program(self.folder.path())
            .args(&self.args)
            .envs(self.env)
            .stdin(self.stdin.open())
            .output()
            .unwrap();
        let here = self.folder.path().to_string_lossy();
        let said = |bytes| String::from_utf8(bytes).unwrap().replace(&*here, "[DIR]");
        let (stdout, stderr) = (said(output.stdout), said(output.stderr));
        let called = format!("resolut {:?}", self.args);
        if let Expected::Exactly(expected) = &self.stderr {
            assert_eq!(&stderr, expected, "standard error of {called}");
        }
        if let Expected::Exactly(expected) = &self.stdout {
            assert_eq!(&stdout, expected, "standard output of {called}");
        }
        let code = output.status.code();
        let is_expected = code.is_some_and(|code| status.contains(&code));
        assert!(is_expected, "{called} ended with {code:?}: {stderr}");
        Done {
            stdout,
            stderr,
            folder: self.folder,
        }
    }
}

impl Stdin {
    fn open(&self) -> Stdio {
        match self {
            Self::Nothing => Stdio::null(),
            // A file, so that nobody has to write while the program runs.
            Self::Bytes(bytes) => {
                let mut file = tempfile::tempfile().unwrap();
                file.write_all(bytes).unwrap();
                file.rewind().unwrap();
                file.into()
            }
            Self::Folder => File::open("/").unwrap().into(),
        }
    }
}

impl Done {
    /// A file that the program wrote.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Whether a file is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// The next call, in the same folder.
    pub(crate) fn then(self, args: &str) -> Test {
        Test {
            folder: self.folder,
            ..Test::new(args)
        }
    }

    /// Where a file is, whether it is there or not.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// The program, at home in `folder` and with nothing else of the environment.
pub(crate) fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_resolut"));
    command
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("LANG", "C.UTF-8");
    command
}
