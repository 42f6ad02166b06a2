//! `resolut man`: the manual page, in man(7) macros.

use std::fmt::Write;

use super::args::table::{COMMANDS, EVERYWHERE, HELP, RESOLUT, Usage};
use super::help::{Entry, argument, forms, option};

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

/// The manual page: the program, and each command in a section of its own.
pub(super) fn page() -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut page = format!(
        ".TH resolut 1 \"\" \"resolut {version}\"\n.SH NAME\nresolut \\- {}\n.SH SYNOPSIS\n",
        escaped(RESOLUT.help)
    );
    synopsis(&mut page, &RESOLUT);
    page.push_str(".SH OPTIONS\n");
    let own = RESOLUT.options.iter().chain([&HELP]).chain(EVERYWHERE);
    entries(&mut page, argument(&RESOLUT).chain(own.map(option)));
    for usage in COMMANDS {
        let _ = writeln!(
            page,
            ".SH {}\n{}",
            usage.called().to_ascii_uppercase(),
            escaped(usage.help)
        );
        page.push_str(".PP\n");
        synopsis(&mut page, usage);
        entries(
            &mut page,
            argument(usage).chain(usage.options.iter().map(option)),
        );
        examples(&mut page, ".SS", usage);
    }
    page.push_str(CLOSING);
    examples(&mut page, ".SH", &RESOLUT);
    page
}

fn synopsis(page: &mut String, usage: &Usage) {
    let forms: Vec<String> = forms(usage).map(|form| escaped(&form)).collect();
    page.push_str(&forms.join("\n.br\n"));
    page.push('\n');
}

fn entries(page: &mut String, entries: impl Iterator<Item = Entry>) {
    for Entry { typed, help, more } in entries {
        let _ = writeln!(
            page,
            ".TP\n.B {}\n{}",
            escaped(typed.trim()),
            escaped(&help)
        );
        if !more.is_empty() {
            let _ = writeln!(page, ".IP\n.nf\n{}\n.fi", escaped(&more));
        }
    }
}

fn examples(page: &mut String, heading: &str, usage: &Usage) {
    if !usage.examples.is_empty() {
        let _ = writeln!(
            page,
            "{heading} EXAMPLES\n.nf\n{}\n.fi",
            escaped(usage.examples)
        );
    }
}

/// Text as roff prints it: no line begins a macro, no hyphen is a dash.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let is_macro = line.starts_with(['.', '\'']);
            format!("{}{line}", if is_macro { "\\&" } else { "" })
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_macro() {
        assert_eq!(escaped(".SH it\n\\fB2/34-P"), "\\&.SH it\n\\efB2/34\\-P");
    }

    #[test]
    fn only_macros_begin_with_a_stop() {
        for line in page().lines().filter(|line| line.starts_with('.')) {
            let name = line.split_whitespace().next().unwrap();
            let known = [
                ".TH", ".SH", ".SS", ".TP", ".IP", ".PP", ".B", ".BR", ".I", ".br", ".nf", ".fi",
            ];
            assert!(known.contains(&name), "{line}");
        }
    }
}
