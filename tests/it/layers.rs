//! The order of the modules holds: each uses only what stands above it in the table of `src/lib.rs`.
//!
//! The sources are read as tokens, comments and strings aside, tests included. Beside the order, some
//! crates and the printing macros have their places: one file names the matcher, one writes to stdout.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

use std::fs;
use std::path::Path;

/// Outside crates that only some modules may name.
const PLACES: &[(&str, &[&str])] = &[
    ("anyhow", &["cli", "main"]),
    ("crossterm", &["keymap", "terminal"]),
    ("fuzzy_matcher", &["fuzzy"]),
    ("lexopt", &["cli"]),
    ("ratatui", &["ui", "terminal"]),
    ("signal_hook", &["terminal"]),
    ("tui_input", &["app"]),
];

/// Macros that print, and the one file they belong to.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];
const PRINTS: &str = "cli/output.rs";

#[test]
fn the_sources_keep_the_order() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let order = order(&fs::read_to_string(src.join("lib.rs")).unwrap());
    let mut files = Vec::new();
    collect(&src, "", &mut files);
    let mut said: Vec<String> = files
        .iter()
        .filter(|(file, _)| file != "lib.rs")
        .flat_map(|(file, source)| faults(&order, file, source))
        .collect();
    let unwritten = order.iter().filter(|module| {
        !files
            .iter()
            .any(|(file, _)| *file == format!("{module}.rs"))
    });
    said.extend(unwritten.map(|module| format!("`{module}` is in the table, but has no file")));
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// The rows of the table, lowest first.
fn order(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| Some(line.strip_prefix("//! | [`")?.split_once('`')?.0.to_owned()))
        .collect()
}

/// All Rust files below `folder`, with their paths from `src`.
fn collect(folder: &Path, below: &str, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// What stands where it should not in one file, given by its path from `src`.
fn faults(order: &[String], file: &str, source: &str) -> Vec<String> {
    let module = file.split(['/', '.']).next().unwrap();
    let layer = |name: &str| order.iter().position(|module| module == name);
    let mut faults = Vec::new();
    // `main` stands under all others.
    let Some(own) = layer(module).or((module == "main").then_some(order.len())) else {
        return vec![format!(
            "{file}: `{module}` is not in the table of src/lib.rs"
        )];
    };
    let tokens = tokens(source);
    for used in used(&tokens, file) {
        match layer(&used) {
            Some(other) if other <= own => {}
            Some(_) => faults.push(format!(
                "{file}: `{module}` uses `{used}`, which stands below it"
            )),
            None => faults.push(format!(
                "{file}: `{module}` uses `{used}`, which is not in the table"
            )),
        }
    }
    for (position, token) in tokens.iter().enumerate() {
        let next = tokens.get(position + 1).map_or("", String::as_str);
        let back = |steps| position.checked_sub(steps).map_or("", |at| &*tokens[at]);
        let is_name = |token: &str| token.starts_with(char::is_alphanumeric) && token != "use";
        // `ratatui::Frame` or `::ratatui::Frame`, but not `theme::ratatui::Frame`.
        let first = back(1) != "::" || !is_name(back(2));
        let named = next == "::" || ["use", "crate"].contains(&back(1));
        if let Some((name, places)) = PLACES.iter().find(|(name, _)| name == token)
            && first
            && named
            && !places.contains(&module)
        {
            faults.push(format!("{file}: `{name}` belongs to {}", places.join(", ")));
        }
        if next == "!" && PRINTING.contains(&&**token) && file != PRINTS {
            faults.push(format!("{file}: `{token}!` belongs to {PRINTS}"));
        }
    }
    faults
}

/// The top modules a file names: behind `crate::`, `resolut::`, or a `super::` that leads to the top.
fn used(tokens: &[String], file: &str) -> Vec<String> {
    let own_depth = if ["lib.rs", "main.rs"].contains(&file) {
        0
    } else {
        file.split('/').count()
    };
    // For each open brace, whether it is that of a module.
    let mut braces: Vec<bool> = Vec::new();
    let mut used = Vec::new();
    let mut position = 0;
    let at = |position: usize| tokens.get(position).map_or("", String::as_str);
    while position < tokens.len() {
        match at(position) {
            "{" => braces.push(position > 1 && at(position - 2) == "mod"),
            "}" => _ = braces.pop(),
            "crate" | "resolut" if at(position + 1) == "::" => {
                used.extend(heads(tokens.get(position + 2..).unwrap_or_default()));
            }
            "super" => {
                let mut ups = 0;
                while at(position) == "super" && at(position + 1) == "::" {
                    ups += 1;
                    position += 2;
                }
                let depth = own_depth + braces.iter().filter(|&&module| module).count();
                if ups >= depth && ups > 0 {
                    used.extend(heads(&tokens[position..]));
                }
                // What stands there is still to be looked at, were it only a brace.
                if ups > 0 {
                    continue;
                }
            }
            _ => {}
        }
        position += 1;
    }
    used
}

/// The first names of the paths that begin here: one, or those of a list in braces.
fn heads(tokens: &[String]) -> Vec<String> {
    if tokens.first().is_none_or(|token| token != "{") {
        return tokens.first().cloned().into_iter().collect();
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    for pair in tokens.windows(2) {
        match pair[0].as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && ["{", ","].contains(&&*pair[0]) && pair[1] != "}" {
            heads.push(pair[1].clone());
        }
    }
    heads
}

/// The names, `::` and other signs of a source; no comments, no strings, no characters in quotes.
fn tokens(source: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let len = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest)
        } else if let Some(len) = string(rest) {
            len
        } else if c.is_alphanumeric() || c == '_' {
            let name = |c: char| !(c.is_alphanumeric() || c == '_');
            let len = rest.find(name).unwrap_or(rest.len());
            tokens.extend(rest.get(..len).map(str::to_owned));
            len
        } else if rest.starts_with("::") {
            tokens.push("::".to_owned());
            2
        } else {
            if !c.is_whitespace() {
                tokens.push(c.to_string());
            }
            c.len_utf8()
        };
        rest = rest.get(len..).unwrap_or("");
    }
    tokens
}

/// The length of the block comment that begins here. They nest.
fn comment(rest: &str) -> usize {
    let (mut depth, mut len) = (0, 0);
    loop {
        let here = rest.get(len..).unwrap_or("");
        match here {
            "" => return rest.len(),
            _ if here.starts_with("/*") => (depth, len) = (depth + 1, len + 2),
            _ if here.starts_with("*/") => (depth, len) = (depth - 1, len + 2),
            _ => len += here.chars().next().map_or(1, char::len_utf8),
        }
        if depth == 0 {
            return len;
        }
    }
}

/// The length of the string or quoted character that begins here, if one does.
fn string(rest: &str) -> Option<usize> {
    let (prefix, body) = ["br", "cr", "r", "b", "c", ""].iter().find_map(|prefix| {
        let body = rest.strip_prefix(prefix)?;
        let quote = body.trim_start_matches('#');
        let raw = prefix.ends_with('r');
        let opens = quote.starts_with('"') && (raw || quote.len() == body.len());
        let quoted = body.starts_with('\'') && ["b", ""].contains(prefix);
        (opens || quoted).then_some((*prefix, body))
    })?;
    if prefix.ends_with('r') {
        let hashes = body.len() - body.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = body.get(hashes + 1..)?;
        return Some(rest.len() - inside.len() + inside.find(&end)? + end.len());
    }
    let quote = body.chars().next()?;
    let mut inside = body.char_indices().skip(1);
    while let Some((at, c)) = inside.next() {
        if c == '\\' {
            inside.next();
        } else if c == quote {
            return Some(rest.len() - body.len() + at + 1);
        } else if quote == '\'' && at > 1 && !body.starts_with("'\\") {
            // A lifetime: no quote closes it behind one character.
            return None;
        }
    }
    None
}

mod planted {
    use super::*;

    fn in_file(file: &str, source: &str) -> Vec<String> {
        let table = "//! | [`model`] | a |\n//! | [`search`] | b |\n//! | [`ui`] | c |\n//! | [`cli`] | d |";
        let order = order(table);
        assert_eq!(order, ["model", "search", "ui", "cli"]);
        faults(&order, file, source)
    }

    #[test]
    fn what_stands_above_may_be_used() {
        for (file, source) in [
            ("search.rs", "use crate::model::Place;"),
            (
                "ui/text.rs",
                "use crate::{model::{self, Place}, search, ui::{Theme}}; use super::Pane;",
            ),
            (
                "ui/text.rs",
                "mod tests { use super::*; use super::super::Pane; }",
            ),
            (
                "search.rs",
                "pub(crate) fn f() {} mod tests { use super::cli; }",
            ),
            ("search.rs", "fn f() { let crates = 1; if a { b::cli() } }"),
            ("main.rs", "fn main() { resolut::cli::run() }"),
            ("ui.rs", "use ratatui::Frame; use model::clap;"),
            ("cli/output.rs", "fn f() { println!() }"),
        ] {
            assert_eq!(in_file(file, source), [""; 0], "{source}");
        }
    }

    #[test]
    fn what_stands_below_is_caught() {
        for (file, source) in [
            ("model.rs", "use crate::search::Index;"),
            (
                "model.rs",
                "use crate::{\n    model, search::{Index, Hit},\n};",
            ),
            ("model.rs", "use crate::{model::{self, Place}, search};"),
            (
                "model.rs",
                "fn f() { let lifetime: &'static str = crate::search::f(); }",
            ),
            ("model.rs", "#[cfg(test)]\nmod tests { use crate::search; }"),
            ("model.rs", "use super::search;"),
            ("model.rs", "mod tests { use super::super::search; }"),
            ("model/part.rs", "use super::super::{search};"),
            (
                "model.rs",
                "fn f<'a>(x: &'a str) { let c = '\"'; crate::search::f(); let d = '\"'; }",
            ),
            (
                "model.rs",
                r##"const A: &str = r#"""#; use crate::search;"##,
            ),
            ("model.rs", r#"const A: &str = "\""; use crate :: search;"#),
            ("model.rs", "/* /* */ */ use crate::search;"),
        ] {
            let want = format!("{file}: `model` uses `search`, which stands below it");
            assert_eq!(in_file(file, source), [want], "{source}");
        }
    }

    #[test]
    fn comments_and_strings_use_nothing() {
        for source in [
            "//! See [`crate::cli`].",
            "/* crate::cli /* println!() */ crate::cli */",
            r#"const A: &str = "crate::cli \" crate::cli";"#,
            r###"const A: &str = r##"crate::cli "# crate::cli"##;"###,
            r#"const A: &[u8] = b"crate::cli";"#,
        ] {
            assert_eq!(in_file("model.rs", source), [""; 0], "{source}");
        }
    }

    #[test]
    fn an_undeclared_module_is_caught() {
        assert_eq!(
            in_file("util.rs", ""),
            ["util.rs: `util` is not in the table of src/lib.rs"]
        );
        assert_eq!(
            in_file("model.rs", "use crate::{util};"),
            ["model.rs: `model` uses `util`, which is not in the table"]
        );
        assert_eq!(
            in_file("model.rs", "use crate::*;"),
            ["model.rs: `model` uses `*`, which is not in the table"]
        );
    }

    #[test]
    fn an_outside_crate_in_the_wrong_place_is_caught() {
        for source in [
            "use ratatui::Frame;",
            "use ::ratatui::Frame;",
            "use ratatui as tui;",
            "extern crate ratatui;",
            "fn f() { ratatui::init() }",
            "use {std::fmt, ratatui::{Frame}};",
            "#[derive(ratatui::Widget)] struct A;",
        ] {
            assert_eq!(
                in_file("model.rs", source),
                ["model.rs: `ratatui` belongs to ui, terminal"],
                "{source}"
            );
        }
    }

    #[test]
    fn printing_outside_its_file_is_caught() {
        for file in ["model.rs", "cli.rs", "cli/show.rs"] {
            let want = format!("{file}: `println!` belongs to cli/output.rs");
            assert_eq!(in_file(file, "fn f() { println!(\"x\") }"), [want]);
        }
    }
}
