//! Words and borders of elements → a text with its spans.

use super::{Inline, InlineSpan, SpanStyle};

/// Puts a text together.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) out: Inline,
    /// White space that waits for the next word, and whether a tab is in it.
    space: Option<bool>,
    /// A border of an element lies behind the last character.
    is_border: bool,
    /// The byte of the source at which the text begins.
    pub(super) at: usize,
}

impl Writer {
    /// Adds text as it stands in the file.
    pub(super) fn push(&mut self, text: &str, is_cover: bool) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let from = at;
            while bytes.get(at).is_some_and(|byte| is_space(*byte)) {
                at += 1;
            }
            if from < at {
                let is_tab = bytes[from..at].contains(&b'\t');
                self.space = Some(self.space == Some(true) || is_tab);
            }
            let run = run(&bytes[at..]);
            if run > 0 {
                self.word(text.get(at..at + run).unwrap_or_default(), is_cover);
                at += run;
            }
        }
    }

    /// Adds words.
    fn word(&mut self, word: &str, is_cover: bool) {
        let word = if self.out.text.is_empty() {
            word.trim_start_matches(NBSP)
        } else {
            word
        };
        let Some(first) = word.as_bytes().first() else {
            return;
        };
        if !self.out.text.is_empty() {
            let meets = is_cover
                && self.is_border
                && first.is_ascii_digit()
                && self.out.text.ends_with(char::is_alphabetic);
            match self.space {
                Some(is_tab) => {
                    if is_tab && self.out.tab.is_none() {
                        self.out.tab = Some(self.out.text.len());
                    }
                    self.out.text.push(' ');
                }
                None if meets => self.out.text.push(' '),
                None => {}
            }
        }
        self.space = None;
        self.is_border = false;
        self.out.text.push_str(word);
    }

    /// An element begins: where its text will.
    pub(super) fn begin(&mut self) -> usize {
        self.is_border = true;
        self.out.text.len()
    }

    /// An element ends that began there.
    pub(super) fn end(&mut self, from: usize, styles: Vec<SpanStyle>) {
        self.is_border = true;
        let to = self.out.text.len();
        let from = from + usize::from(self.out.text.as_bytes().get(from) == Some(&b' '));
        if from < to {
            let spans = styles
                .into_iter()
                .map(|style| InlineSpan { from, to, style });
            self.out.spans.extend(spans);
        }
    }

    /// The text, bare at its end.
    pub(super) fn finish(mut self) -> Inline {
        let end = self.out.text.trim_end_matches([' ', NBSP]).len();
        self.out.text.truncate(end);
        for span in &mut self.out.spans {
            span.to = span.to.min(end);
        }
        self.out.spans.retain(|span| span.from < span.to);
        self.out
            .spans
            .sort_by_key(|span| (span.from, std::cmp::Reverse(span.to)));
        for note in &mut self.out.notes {
            note.at = note.at.min(end);
        }
        self.out
    }
}

const NBSP: char = '\u{a0}';

/// How long the words at a beginning are as they stand: with one space between them and none at the end.
fn run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if is_space(byte) && (byte != b' ' || bytes.get(at + 1).is_none_or(|&next| is_space(next)))
        {
            break;
        }
        at += 1;
    }
    at
}

/// White space of XML; other controls are not in a text.
fn is_space(byte: u8) -> bool {
    byte <= b' '
}
