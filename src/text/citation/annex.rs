//! Annexes by the labels that documents print over them: `Annex III`, `APPENDIX B: Terms`, `Schedule 2`.

use std::fmt;

use super::letter::capitals;
use super::lex::{Kind, Token, lex};
use super::{Step, label, numeral};

/// What a document calls a part that follows its operative paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Noun {
    /// Also where no word is printed.
    #[default]
    Annex,
    /// An appendix.
    Appendix,
    /// An attachment.
    Attachment,
    /// An enclosure.
    Enclosure,
    /// A schedule.
    Schedule,
    /// A section: no annex, but cited as one.
    Section,
}

/// Each noun with its plural and what else it is written as.
const WORDS: [(Noun, &[&str]); 6] = [
    (
        Noun::Annex,
        &["annex", "annexes", "annexe", "annexure", "annexures"],
    ),
    (
        Noun::Appendix,
        &["appendix", "appendices", "appendixes", "app"],
    ),
    (Noun::Attachment, &["attachment", "attachments"]),
    (Noun::Enclosure, &["enclosure", "enclosures", "encl"]),
    (Noun::Schedule, &["schedule", "schedules", "sched"]),
    (Noun::Section, &["section", "sections", "sect"]),
];

/// An annex as it is cited, or a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// What it is called.
    pub noun: Noun,
    /// Its label among those called so; none for the only one.
    pub step: Option<Step>,
}

impl Noun {
    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|(noun, _)| *noun)
    }

    /// The noun that a folded word is.
    pub(super) fn read(word: &str) -> Option<Self> {
        let known = WORDS.iter().find(|(_, words)| words.contains(&word));
        known.map(|(noun, _)| *noun)
    }

    /// Whether a word is said of several.
    pub(super) fn is_plural(word: &str) -> bool {
        Self::read(word).is_some() && word.ends_with('s')
    }

    /// One of them, in lower case: `annex`.
    pub fn name(self) -> &'static str {
        self.words()[0]
    }

    /// Several of them: `annexes`.
    pub fn plural(self) -> &'static str {
        self.words()[1]
    }

    fn words(self) -> &'static [&'static str] {
        let known = WORDS.iter().find(|(noun, _)| *noun == self);
        known.map_or(&["annex", "annexes"], |(_, words)| words)
    }
}

/// What stands over an annex: its noun, and the label behind it where one is printed. A title without a noun
/// is that of an annex without a label.
pub(crate) fn titled(title: &str) -> (Noun, Option<String>) {
    let tokens = lex(title, 0);
    if let Some((number, noun)) = counted(&tokens) {
        return (noun, Some(number.to_string()));
    }
    let noun = match tokens.first().map(|token| &token.kind) {
        Some(Kind::Word(word)) => Noun::read(word),
        _ => None,
    };
    let Some(noun) = noun else {
        return (Noun::Annex, None);
    };
    let rest = tokens.get(1..).unwrap_or_default();
    (noun, printed_label(title, rest))
}

/// `First annex`, `Second Appendix`.
fn counted(tokens: &[Token]) -> Option<(u32, Noun)> {
    let (Some(Kind::Word(ordinal)), Some(Kind::Word(noun))) = (
        tokens.first().map(|token| &token.kind),
        tokens.get(1).map(|token| &token.kind),
    ) else {
        return None;
    };
    Some((numeral::read_ordinal(ordinal)?, Noun::read(noun)?))
}

/// The label at the beginning of what follows the noun: a number, a roman number or a letter, with what is
/// joined to it (`1A`, `I.2`, `A-1`). The article of `Annex A plan for …` is none.
fn printed_label(title: &str, tokens: &[Token]) -> Option<String> {
    let skipped = tokens
        .iter()
        .take_while(|token| {
            matches!(token.kind, Kind::Mark('-' | '.' | ':')) || is_number_word(token)
        })
        .count();
    let tokens = tokens.get(skipped..)?;
    let first = tokens.first().filter(|first| is_label(first))?;
    let mut end = 1;
    loop {
        let touches = |at: usize| tokens.get(at).filter(|token| !token.spaced);
        let joint = usize::from(
            touches(end).is_some_and(|token| matches!(token.kind, Kind::Mark('.' | '-' | '/'))),
        );
        match touches(end + joint) {
            Some(next) if is_label(next) => end += joint + 1,
            _ => break,
        }
    }
    let rest = tokens.get(end);
    if end == 1 && first.is_word(&["a"]) {
        let next = rest.and_then(|next| title.get(next.at..)?.chars().next());
        if next.is_some_and(char::is_lowercase) {
            return None;
        }
    }
    // A word that the label would be the beginning of.
    if rest.is_some_and(|rest| !rest.spaced && rest.text().is_some()) {
        return None;
    }
    let from = first.at;
    let to = rest.map_or(title.len(), |rest| rest.at);
    Some(label(title.get(from..to)?)).filter(|label| !label.is_empty())
}

fn is_number_word(token: &Token) -> bool {
    token.is_word(&["no", "nr", "number"])
}

/// Whether a token can be part of a label.
pub(super) fn is_label(token: &Token) -> bool {
    match &token.kind {
        Kind::Number(_) => true,
        Kind::Word(word) => word.chars().count() == 1 || numeral::read_roman(word).is_some(),
        Kind::Mark(_) => false,
    }
}

impl Annex {
    /// Writes it before a paragraph: a section by its label alone where that is a letter and no other
    /// follows, `A:3`.
    pub(super) fn write_before(&self, paragraph: &Step, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = self.step.as_ref().filter(|step| {
            self.noun == Noun::Section
                && step.nth == 1
                && is_letter(&step.label)
                && !paragraph.label.starts_with(char::is_alphabetic)
        });
        match letter {
            Some(step) => f.write_str(&capitals(&step.label)),
            None => fmt::Display::fmt(self, f),
        }
    }
}

/// Whether a label is that of a section without a word for it: a letter, or a Roman number.
pub(super) fn is_letter(label: &str) -> bool {
    let is_single = label.chars().count() == 1 && label.chars().all(char::is_alphabetic);
    is_single || numeral::read_roman(label).is_some()
}

/// As it is printed in a citation: `annex1`, `annex III`, `schedule B`.
impl fmt::Display for Annex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun.name())?;
        let Some(step) = &self.step else {
            return Ok(());
        };
        if step.label.starts_with(char::is_alphabetic) {
            f.write_str(" ")?;
        }
        let capitals = Step {
            label: capitals(&step.label),
            nth: step.nth,
        };
        write!(f, "{capitals}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_its_noun_and_its_label() {
        for (title, noun, label) in [
            ("Annex", Noun::Annex, None),
            ("ANNEX", Noun::Annex, None),
            ("Annex III", Noun::Annex, Some("iii")),
            ("ANNEX B: Terms of reference", Noun::Annex, Some("b")),
            ("Annex A – Terms", Noun::Annex, Some("a")),
            ("Annex A plan for peace", Noun::Annex, None),
            ("Annex A Plan for Peace", Noun::Annex, Some("a")),
            ("Annex I Statute of the Tribunal", Noun::Annex, Some("i")),
            ("Annex No. 2", Noun::Annex, Some("2")),
            ("Annex 1A", Noun::Annex, Some("1.a")),
            ("Appendix A-1", Noun::Appendix, Some("a.1")),
            ("Schedule 2. Fees", Noun::Schedule, Some("2")),
            ("Second annex", Noun::Annex, Some("2")),
            ("Enclosure", Noun::Enclosure, None),
            ("Annex Idea", Noun::Annex, None),
            ("Attachment to annex II", Noun::Attachment, None),
            ("Mandate of the mission", Noun::Annex, None),
            ("", Noun::Annex, None),
        ] {
            let label = label.map(str::to_owned);
            assert_eq!(titled(title), (noun, label), "{title}");
        }
    }
}
