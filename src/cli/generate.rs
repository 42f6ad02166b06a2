//! `resolut completions` and `resolut man`: what can be told from the arguments alone.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::args::Args;
use super::output::Output;

/// What the arguments don't tell of themselves.
const CLOSING: &str = "\
.SH EXIT STATUS
.TP
.B 0
What was asked for was found.
.TP
.B 1
There is no such thing.
.TP
.B 2
Wrong use, or input that can\\(aqt be read.
.SH ENVIRONMENT
.TP
.B RESOLUT_CORPUS
Corpora to read beside the bundled one, parted as in
.BR PATH .
.TP
.B NO_COLOR
If set, nothing is bold or underlined.
.SH FILES
.TP
.I $XDG_DATA_HOME/resolut/*.json
What was imported; read beside the bundled corpus.
.TP
.I $XDG_CACHE_HOME/resolut/*.index
Indexes of big corpora. They may be deleted at any time.
.TP
.I $XDG_STATE_HOME/resolut/state.json
Where the reader was left, and its marks.
";

/// Prints a script that completes the commands in a shell.
pub(super) fn completions(shell: Shell, out: &mut Output<impl Write>) -> io::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "resolut", &mut script);
    out.bytes(&script)
}

/// Prints the manual page: the program, and each command in a section of its own.
pub(super) fn man(out: &mut Output<impl Write>) -> io::Result<()> {
    let program = Args::command();
    let mut page = Vec::new();
    let man = Man::new(program.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for command in program
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
    {
        page.extend(section(command)?.into_bytes());
    }
    page.extend(CLOSING.as_bytes());
    page.extend(examples(&program, ".SH").into_bytes());
    out.bytes(&page)
}

/// The section of a command, its parts one level down.
fn section(command: &Command) -> io::Result<String> {
    let called = format!("resolut {}", command.get_name());
    let man = Man::new(command.clone().bin_name(&called));
    let mut parts = Vec::new();
    man.render_description_section(&mut parts)?;
    man.render_synopsis_section(&mut parts)?;
    man.render_options_section(&mut parts)?;
    let parts = String::from_utf8_lossy(&parts)
        .replace(".SH DESCRIPTION\n", "")
        .replace(".SH ", ".SS ");
    Ok(format!(
        ".SH {}\n{parts}{}",
        called.to_uppercase(),
        examples(command, ".SS")
    ))
}

/// The examples of a command, line for line.
fn examples(command: &Command, heading: &str) -> String {
    let Some(examples) = command.get_after_help() else {
        return String::new();
    };
    let lines = examples
        .to_string()
        .replace('\\', "\\e")
        .replace('-', "\\-");
    let lines = lines.trim_start_matches("Examples:\n");
    format!("{heading} EXAMPLES\n.nf\n{lines}\n.fi\n")
}
