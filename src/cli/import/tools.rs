//! Programs of others that make text of a document: run without a shell, for as long and as much as is allowed.
//!
//! A program is taken from a folder of `PATH` that is named in full. It reads from its standard input, so that no name
//! of a file can be an option to it, and writes into files without a name.

use std::env;
use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use rustix::fs::{Access, access};

use crate::cli::outcome::Outcome;
use crate::cli::report::Advised;
use crate::reader::keep;

/// How long a program may take for one document.
const PATIENCE: Duration = Duration::from_secs(120);

/// The most that a program may write, in bytes: the text of 30,000 pages.
const LARGEST: u64 = 64 << 20;

/// How much of its complaints is read.
const COMPLAINTS: u64 = 4 << 10;

/// How often it is asked whether it has ended.
const PAUSE: Duration = Duration::from_millis(5);

/// A program that makes text of documents.
pub(super) struct Tool {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What installs it.
    packages: &'static str,
    /// What makes text of a document where it is installed.
    elsewhere: &'static str,
}

/// Text of a PDF, with its lines where they stand on the page.
pub(super) const PDFTOTEXT: Tool = Tool {
    name: "pdftotext",
    arguments: &["-layout", "-enc", "UTF-8", "/dev/stdin", "-"],
    packages: "`poppler-utils` (Debian, Ubuntu, Fedora, Alpine), `poppler-tools` (openSUSE) or `poppler` (Arch, \
               Homebrew)",
    elsewhere: "pdftotext -layout FILE",
};

/// Text of what `pandoc` reads as that format: labels as they are printed, notes at its end.
pub(super) const fn pandoc(arguments: &'static [&'static str]) -> Tool {
    Tool {
        name: "pandoc",
        arguments,
        packages: "the package `pandoc` of all common systems",
        elsewhere: "pandoc -t plain --wrap=none FILE -o FILE.txt",
    }
}

impl Tool {
    /// The text that it makes of a document, `file`, which is `what`.
    pub(super) fn text_of(&self, bytes: &[u8], file: &str, what: &str) -> Result<String> {
        let Some(program) = self.program() else {
            return Err(self.missing(file, what).into());
        };
        let output = match self.run(&program, bytes) {
            Ok(output) => output,
            Err(error) => bail!("`{}` can't be run for `{file}`: {error}", self.name),
        };
        match output {
            ToolOutput::Text(text) => Ok(text),
            ToolOutput::Refused(why) => bail!("`{}` makes no text of `{file}`: {why}", self.name),
        }
    }

    fn missing(&self, file: &str, what: &str) -> Advised {
        let Self {
            name,
            packages,
            elsewhere,
            ..
        } = self;
        Advised {
            message: format!(
                "`{file}` is {what}, and `{name}`, which makes text of it, is not installed"
            ),
            hint: Some(format!(
                "it comes with {packages}; or run `{elsewhere}` where it is, and import the text"
            )),
            outcome: Outcome::Faulty,
        }
    }

    /// Where it is installed.
    fn program(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH")?;
        let folders = env::split_paths(&path).filter(|folder| folder.is_absolute());
        let mut programs = folders.map(|folder| folder.join(self.name));
        programs.find(|program| is_program(program))
    }

    fn run(&self, program: &Path, bytes: &[u8]) -> io::Result<ToolOutput> {
        let mut input = nameless()?;
        input.write_all(bytes)?;
        input.rewind()?;
        let (mut output, mut complaints) = (nameless()?, nameless()?);
        let mut child = Command::new(program)
            .args(self.arguments)
            .env("LC_ALL", "C.UTF-8")
            .stdin(input)
            .stdout(Stdio::from(output.try_clone()?))
            .stderr(Stdio::from(complaints.try_clone()?))
            .spawn()?;
        let ended = wait(&mut child, &[&output, &complaints]);
        if !matches!(ended, Ok(ToolEnd::Well | ToolEnd::Badly)) {
            child.kill()?;
            child.wait()?;
        }
        match ended? {
            ToolEnd::Well => Ok(ToolOutput::Text(whole(&mut output, LARGEST)?)),
            ToolEnd::Badly => {
                let said = whole(&mut complaints, COMPLAINTS)?;
                let last = said.lines().rfind(|line| !line.trim().is_empty());
                Ok(ToolOutput::Refused(
                    last.unwrap_or("it says nothing").to_owned(),
                ))
            }
            ToolEnd::TooLate => Ok(ToolOutput::Refused(format!(
                "it takes longer than {} s",
                PATIENCE.as_secs()
            ))),
            ToolEnd::TooMuch => Ok(ToolOutput::Refused(format!(
                "it is more than {} MiB",
                LARGEST >> 20
            ))),
        }
    }
}

/// What came of a program.
enum ToolOutput {
    Text(String),
    /// Why there is no text.
    Refused(String),
}

/// How a program ended, or had to.
enum ToolEnd {
    Well,
    Badly,
    TooLate,
    TooMuch,
}

/// Waits until a program ends, or has taken or written too much.
fn wait(child: &mut Child, outputs: &[&File]) -> io::Result<ToolEnd> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let status = child.try_wait()?;
        for output in outputs {
            if output.metadata()?.len() > LARGEST {
                return Ok(ToolEnd::TooMuch);
            }
        }
        match status {
            Some(status) if status.success() => return Ok(ToolEnd::Well),
            Some(_) => return Ok(ToolEnd::Badly),
            None if Instant::now() > deadline => return Ok(ToolEnd::TooLate),
            None => thread::sleep(PAUSE),
        }
    }
}

/// What stands in a file, up to so many bytes; what is no UTF-8 is replaced.
fn whole(file: &mut File, most: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.take(most).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn nameless() -> io::Result<File> {
    keep::nameless(&env::temp_dir()).map_err(io::Error::other)
}

/// Whether a path is a file that may be run.
fn is_program(path: &Path) -> bool {
    path.is_file() && access(path, Access::EXEC_OK).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &'static [&'static str]) -> Tool {
        Tool {
            name: "sh",
            arguments: script,
            packages: "a shell",
            elsewhere: "sh",
        }
    }

    fn said(tool: &Tool, bytes: &[u8]) -> String {
        tool.text_of(bytes, "a.pdf", "a PDF")
            .unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn a_program_reads_its_input_and_is_read() {
        assert_eq!(
            said(&shell(&["-c", "cat /dev/stdin; echo é"]), b"a "),
            "a é\n"
        );
    }

    #[test]
    fn what_a_program_complains_of_is_said() {
        let failing = shell(&["-c", "echo first >&2; echo 'no trailer' >&2; exit 3"]);
        let want = "`sh` makes no text of `a.pdf`: no trailer";
        assert_eq!(said(&failing, b""), want);
        let silent = shell(&["-c", "exit 1"]);
        assert!(said(&silent, b"").ends_with(": it says nothing"));
    }

    #[test]
    fn a_program_that_writes_without_end_is_stopped() {
        let endless = shell(&["-c", "exec cat /dev/zero"]);
        assert!(said(&endless, b"").ends_with(": it is more than 64 MiB"));
    }

    #[test]
    fn a_program_that_is_not_there_is_named_with_its_packages() {
        let tool = Tool {
            name: "no-such-program-here",
            ..PDFTOTEXT
        };
        let missing = tool.text_of(b"", "a.pdf", "a PDF").unwrap_err();
        let advised = missing.downcast_ref::<Advised>().unwrap();
        assert!(
            advised
                .message
                .starts_with("`a.pdf` is a PDF, and `no-such-program-here`")
        );
        assert!(advised.hint.as_deref().unwrap().contains("poppler"));
    }
}
