//! A line → what it asks for: a word or a key of the table of [`crate::reader::keymap`], or a citation.
//!
//! Words are read whatever their case, keys as they are: `n` is the next hit, `N` the one before.

use crate::reader::app::action::Action;
use crate::reader::app::landmarks::Landmark;
use crate::reader::keymap::{self, Binding, Key};

/// What a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineCommand<'l> {
    /// An action of the table, with what stands behind it.
    Do(Action, &'l str),
    /// To print the paragraph again.
    Again,
    /// Where the reader is, with what stands before and behind.
    Where,
    /// To spell a word, or where the reader is.
    Spell(&'l str),
    /// To read on: so many paragraphs, to the end of the part, or all.
    Read(&'l str),
    /// To go to the next place of a kind.
    Skip(Landmark),
    /// The other panes, and the list of the finder.
    Outline,
    Sessions,
    Resolutions,
    /// The resolutions of all sessions with these words in their titles.
    Titles(&'l str),
    Hits,
    /// Who cites the paragraph.
    Cited,
    /// The wordings of the paragraph; or with a word those in its line of renewals.
    Trace(&'l str),
    /// The resolution compared with another one, or with the one before it.
    Compare(&'l str),
    /// The next rows of the last list.
    More,
    /// No command: a citation, perhaps.
    Other(&'l str),
}

/// A command that only lines have: with panes it is in sight, or a key away.
struct OwnCommand {
    word: &'static str,
    /// What may stand behind the word, as the help names it.
    behind: &'static str,
    /// The command, of what stands behind.
    command: for<'l> fn(&'l str) -> LineCommand<'l>,
    help: &'static str,
}

const fn own(
    word: &'static str,
    behind: &'static str,
    command: for<'l> fn(&'l str) -> LineCommand<'l>,
    help: &'static str,
) -> OwnCommand {
    OwnCommand {
        word,
        behind,
        command,
        help,
    }
}

const OWN: &[OwnCommand] = &[
    own("again", "", |_| LineCommand::Again, "this paragraph again"),
    own(
        "where",
        "",
        |_| LineCommand::Where,
        "this place, what stands before it and after",
    ),
    own(
        "spell",
        " WORD",
        |word| LineCommand::Spell(word),
        "letters of a word that stands here; without a word, of the citation",
    ),
    own(
        "read",
        " 3",
        |amount| LineCommand::Read(amount),
        "read on, so many paragraphs; without a number to the end of the part, with `all` of the resolution",
    ),
    own(
        "next part",
        "",
        |_| LineCommand::Skip(Landmark::Part),
        "first paragraph of the next part",
    ),
    own(
        "next heading",
        "",
        |_| LineCommand::Skip(Landmark::Heading),
        "next heading",
    ),
    own(
        "next operative",
        "",
        |_| LineCommand::Skip(Landmark::Operative),
        "next operative paragraph",
    ),
    own(
        "next preambular",
        "",
        |_| LineCommand::Skip(Landmark::Preambular),
        "next preambular paragraph",
    ),
    own(
        "cited",
        "",
        |_| LineCommand::Cited,
        "list of the paragraphs that cite this one; at an opening, the resolution",
    ),
    own(
        "trace",
        " chain",
        |behind| LineCommand::Trace(behind),
        "list of the paragraph's wordings, oldest first; with `chain` of those that it renews, newest first",
    ),
    own(
        "compare",
        " CITATION",
        |with| LineCommand::Compare(with),
        "what became of each paragraph since another resolution; alone, since the one before",
    ),
    own("hits", "", |_| LineCommand::Hits, "list of what was found"),
    own(
        "outline",
        "",
        |_| LineCommand::Outline,
        "list of the paragraphs",
    ),
    own(
        "resolutions",
        " WORDS",
        |words| match words {
            "" => LineCommand::Resolutions,
            words => LineCommand::Titles(words),
        },
        "list of the session's resolutions, or of all with words in their titles",
    ),
    own(
        "sessions",
        "",
        |_| LineCommand::Sessions,
        "list of the sessions",
    ),
    own("more", "", |_| LineCommand::More, "next rows of a list"),
];

impl OwnCommand {
    /// The command that a line asks for by this word.
    fn read<'l>(&self, line: &'l str) -> Option<LineCommand<'l>> {
        let behind = behind_word(line, self.word)?;
        let fits = behind.is_empty() || !self.behind.is_empty();
        fits.then(|| (self.command)(behind))
    }
}

impl<'l> LineCommand<'l> {
    pub(super) fn read(line: &'l str) -> Self {
        if line.is_empty() {
            return Self::Do(Action::Next, "");
        }
        // `:quit` and `:help`, as in other readers; any other text behind a colon is a citation.
        if let Some(quit_or_help @ Self::Do(Action::Quit | Action::Help, _)) =
            line.strip_prefix(':').map(Self::read)
        {
            return quit_or_help;
        }
        if let Some(own) = OWN.iter().find_map(|own| own.read(line)) {
            return own;
        }
        let spoken = || keymap::bindings().filter(|binding| binding.word.is_some());
        let mut found: Option<(&Binding, &str)> = None;
        for binding in spoken() {
            let behind = binding.word.and_then(|word| behind_word(line, word));
            // `find here` is more than `find`.
            if let Some(behind) = behind.filter(|rest| rest.is_empty() || takes_words(binding))
                && found.is_none_or(|(_, other)| behind.len() < other.len())
            {
                found = Some((binding, behind));
            }
        }
        let found = found.or_else(|| {
            let mut spoken = spoken();
            spoken.find_map(|binding| Some((binding, behind_key(line, binding)?)))
        });
        match found {
            Some((binding, behind)) => Self::Do(binding.action, behind),
            None => Self::Other(line),
        }
    }
}

/// What may stand behind the word of a command, as the help names it.
fn behind(action: Action) -> &'static str {
    match action {
        Action::Find | Action::FindHere | Action::Note => " WORDS",
        Action::GoTo => " CITATION",
        Action::Remove => " 1",
        Action::CopyParagraph => " STYLE",
        _ => "",
    }
}

/// Whether a command goes on behind its word.
fn takes_words(binding: &Binding) -> bool {
    !behind(binding.action).is_empty()
}

fn behind_word<'l>(line: &'l str, word: &str) -> Option<&'l str> {
    let (begin, rest) = line.split_at_checked(word.len())?;
    let ends = rest.is_empty() || rest.starts_with(' ');
    (ends && begin.eq_ignore_ascii_case(word)).then(|| rest.trim_start())
}

/// What stands behind a key: nothing, or the words of a command that takes some. Signs (`/`, `:`) need
/// no blank behind them.
fn behind_key<'l>(line: &'l str, binding: &Binding) -> Option<&'l str> {
    binding.keys.iter().find_map(|key| {
        let Key::Char(key) = *key else { return None };
        let rest = line.strip_prefix(key)?;
        let parted = rest.starts_with(' ') || key.is_ascii_punctuation();
        (rest.is_empty() || (takes_words(binding) && parted)).then(|| rest.trim_start())
    })
}

/// What may be typed, as `next or j`, and what comes of it.
pub fn commands() -> Vec<(String, String)> {
    let pair = |typed: &str, help: &str| (typed.to_owned(), help.to_owned());
    let mut commands = vec![
        pair("7 or 2/34-P:7", "go to a paragraph"),
        pair("Enter alone", "next paragraph"),
    ];
    for binding in keymap::bindings() {
        let Some(word) = binding.word else { continue };
        let behind = behind(binding.action);
        let key = binding.keys.iter().find(|key| matches!(key, Key::Char(_)));
        let key = key.map_or_else(String::new, |key| format!(" or {key}"));
        let help = match binding.action {
            Action::CopyParagraph => "paragraph and citation in a line, to copy",
            Action::CopyCitation => "citation in a line, to copy",
            Action::References => "list of what this paragraph refers to",
            Action::Actions => "list of what the resolution asks for, by date",
            Action::FindHere => "find in this resolution",
            Action::Printed => "lines of the source, and what became of their words",
            Action::NextLanguage => "next language",
            Action::Help => "these commands",
            _ => binding.help,
        };
        commands.push((format!("{word}{behind}{key}"), help.to_owned()));
    }
    commands.extend(
        OWN.iter()
            .map(|own| pair(&[own.word, own.behind].concat(), own.help)),
    );
    commands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_keys_of_the_table_are_commands() {
        for (line, want) in [
            ("", LineCommand::Do(Action::Next, "")),
            ("next", LineCommand::Do(Action::Next, "")),
            ("Next Hit", LineCommand::Do(Action::NextHit, "")),
            ("j", LineCommand::Do(Action::Next, "")),
            ("n", LineCommand::Do(Action::NextHit, "")),
            ("N", LineCommand::Do(Action::PreviousHit, "")),
            (
                "find  islamic bank",
                LineCommand::Do(Action::Find, "islamic bank"),
            ),
            ("find here bank", LineCommand::Do(Action::FindHere, "bank")),
            ("f bank", LineCommand::Do(Action::FindHere, "bank")),
            ("/bank", LineCommand::Do(Action::Find, "bank")),
            (":2/34-P", LineCommand::Do(Action::GoTo, "2/34-P")),
            ("go 7", LineCommand::Do(Action::GoTo, "7")),
            ("'", LineCommand::Do(Action::Marks, "")),
            (":q", LineCommand::Do(Action::Quit, "")),
            (":help", LineCommand::Do(Action::Help, "")),
            (":n", LineCommand::Do(Action::GoTo, "n")),
            (
                "note ask the Bank",
                LineCommand::Do(Action::Note, "ask the Bank"),
            ),
            ("remove 2", LineCommand::Do(Action::Remove, "2")),
            ("outline", LineCommand::Outline),
            ("resolutions", LineCommand::Resolutions),
            (
                "resolutions liberia 2008",
                LineCommand::Titles("liberia 2008"),
            ),
        ] {
            assert_eq!(LineCommand::read(line), want, "{line}");
        }
    }

    #[test]
    fn all_else_may_be_a_citation() {
        for line in [
            "7",
            "op 7",
            "first operative paragraph",
            "z",
            "finder",
            "next year",
            "jj",
        ] {
            assert_eq!(LineCommand::read(line), LineCommand::Other(line));
        }
    }

    #[test]
    fn own_words_are_none_of_the_table() {
        for OwnCommand { word, .. } in OWN {
            assert!(keymap::bindings().all(|binding| binding.word != Some(word)));
        }
    }
}
