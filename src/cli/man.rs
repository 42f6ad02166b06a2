//! `resolut man`: the manual page, of what is declared and of the tables that the program itself uses.

use std::io::Write;

use anyhow::Result;
use clap::{Command, Subcommand};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use super::args::{table, whole};
use super::outcome::Outcome;
use super::output::Output;
use crate::reader::{keep, keymap, lines};
use crate::search;
use crate::text::citation;

/// The variables of the environment, and what they do.
const ENVIRONMENT: [(&str, &str); 3] = [
    (
        "RESOLUT_CORPUS",
        "Corpora to read beside the bundled one, parted as in `PATH`.",
    ),
    (
        "NO_COLOR",
        "If set and not empty, nothing is bold or underlined.",
    ),
    (
        "XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
        "Where the files below are, in place of the folders in the home.",
    ),
];

/// Prints the page.
pub(super) fn run(out: &mut Output<impl Write>) -> Result<Outcome> {
    let mut page = vec![rendered(|page| Man::new(whole()).render_title(page))?];
    page.push(rendered(|page| {
        Man::new(whole()).render_name_section(page)
    })?);
    page.push(rendered(|page| {
        Man::new(whole()).render_synopsis_section(page)
    })?);
    page.push(rendered(|page| {
        Man::new(whole()).render_options_section(page)
    })?);
    for command in commands() {
        page.push(of_command(command)?);
    }
    page.push(rendered(|page| sections().to_writer(page))?);
    out.bytes(page.concat().as_bytes())?;
    Ok(Outcome::Found)
}

/// What is written, without the preamble that roff has for each part.
fn rendered(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> Result<String> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    let text = String::from_utf8(bytes)?;
    let is_preamble = |line: &&str| line.starts_with(".ie ") || line.starts_with(".el ");
    let lines = text.lines().filter(|line| !is_preamble(line));
    // An apostrophe is one, also where roff would make it a quotation mark.
    Ok(lines
        .map(|line| line.replace("\\*(Aq", "\\(aq") + "\n")
        .collect())
}

/// The commands that the help lists, without the options of every command.
fn commands() -> Vec<Command> {
    let all = table::Command::augment_subcommands(Command::new("resolut"));
    let listed = all
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let called = |command: &Command| {
        let called = format!("resolut {}", command.get_name());
        command.clone().disable_help_flag(true).bin_name(called)
    };
    listed.map(called).collect()
}

/// A command in a section of its own.
fn of_command(command: Command) -> Result<String> {
    let called = command.get_bin_name().unwrap_or_default().to_uppercase();
    let mut head = Roff::new();
    head.control("SH", [called.as_str()]);
    head.text([roman(
        command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default(),
    )]);
    head.control("PP", []);
    let has_options = command.get_arguments().next().is_some();
    let man = Man::new(command);
    let mut parts = vec![rendered(|page| man.render_synopsis_section(page))?];
    if has_options {
        parts.push(rendered(|page| man.render_options_section(page))?);
    }
    let parts = parts.concat();
    let body = parts.lines().filter(|line| !line.starts_with(".SH "));
    let body = body.map(|line| format!("{line}\n"));
    Ok(rendered(|page| head.to_writer(page))? + &body.collect::<String>())
}

/// What the arguments don't tell of themselves.
fn sections() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    for section in keymap::SECTIONS {
        roff.control("SS", [section.title]);
        for binding in section.bindings {
            let keys: Vec<_> = binding.keys.iter().map(ToString::to_string).collect();
            row(&mut roff, &keys.join(", "), binding.help);
        }
    }
    roff.control("SH", ["LINES"]);
    roff.text(inlines("With `--plain` a command is a line:"));
    for (typed, help) in lines::commands() {
        row(&mut roff, &typed, &help);
    }
    roff.control("SH", ["QUERIES"]);
    for asked in search::SYNTAX {
        row(&mut roff, &asked.typed.join(", "), asked.finds);
    }
    roff.control("SH", ["CITATIONS"]);
    for form in citation::FORMS {
        row(&mut roff, form.printed, form.means);
        if !form.also.is_empty() {
            roff.control("br", []);
            roff.text(inlines(&format!("Read as well: {}.", ticked(form.also))));
        }
    }
    roff.control("SH", ["EXIT STATUS"]);
    for outcome in Outcome::ALL {
        row(&mut roff, &outcome.status().to_string(), outcome.meaning());
    }
    roff.control("SH", ["ENVIRONMENT"]);
    for (name, does) in ENVIRONMENT {
        row(&mut roff, name, does);
    }
    roff.control("SH", ["FILES"]);
    for file in keep::FILES {
        row(&mut roff, file.path, file.holds);
        roff.control("br", []);
        roff.text(inlines(file.more));
    }
    roff.control("SH", ["EXAMPLES"]);
    roff.control("nf", []);
    for command in [whole()].iter().chain(&commands()) {
        let examples = command
            .get_after_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        for line in examples.lines().skip(1) {
            roff.text([roman(line.trim_start())]);
        }
    }
    roff.control("fi", []);
    roff
}

/// A term, and what is said of it.
fn row(roff: &mut Roff, term: &str, said: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text(inlines(said));
}

/// Words as literals in backticks, parted by commas.
fn ticked(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// A text whose literals in backticks are bold.
fn inlines(text: &str) -> Vec<Inline> {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { roman(part) } else { bold(part) });
    parts.collect()
}
