//! The words of a block of Markdown: text with its spans, the marks of notes in it, and a number in bold before it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use crate::text::model::{Note, Part, Passage, Span, SpanKind};

/// Words in the making.
#[derive(Debug, Default)]
pub(super) struct InlineWords {
    words: InlineText,
    /// The spans that are open, with the byte each began at; no kind where it is the number.
    open: Vec<(usize, Option<SpanKind>)>,
    /// Whether a blank that parts number and text is still to come.
    after_number: bool,
    /// Whether a line ends here if anything follows.
    is_line_end: bool,
}

/// Words that were read.
#[derive(Debug, Default)]
pub(super) struct InlineText {
    pub(super) number: Option<String>,
    pub(super) text: String,
    spans: Vec<Span>,
    /// Each with its label in place of its text.
    pub(super) notes: Vec<Note>,
}

impl InlineWords {
    pub(super) fn is_empty(&self) -> bool {
        let words = &self.words;
        words.text.is_empty() && words.number.is_none() && words.notes.is_empty()
    }

    /// Takes what is no tag.
    pub(super) fn take(&mut self, event: Event<'_>, source: &str, range: Range<usize>) {
        match event {
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            Event::InlineHtml(tag) => self.tag(&tag),
            Event::FootnoteReference(label) => self.note(&label),
            _ => self.text(source.get(range).unwrap_or_default()),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if std::mem::take(&mut self.is_line_end) {
            self.words.text.push('\n');
        }
        let text = if std::mem::take(&mut self.after_number) {
            text.strip_prefix(' ').unwrap_or(text)
        } else {
            text
        };
        self.words.text += text;
    }

    /// Ends a line if anything follows.
    pub(super) fn end_line(&mut self) {
        self.is_line_end = !self.words.text.is_empty();
    }

    /// A span begins; bold before all words may be a number.
    pub(super) fn start(&mut self, tag: &Tag<'_>, source: &str, range: Range<usize>) {
        let is_first = self.is_empty() && self.open.is_empty();
        let kind = match tag {
            Tag::Strong if is_first && is_number(source.get(range).unwrap_or_default()) => None,
            Tag::Emphasis => Some(SpanKind::Italic),
            Tag::Strong => Some(SpanKind::Bold),
            Tag::Strikethrough => Some(SpanKind::Struck),
            Tag::Superscript => Some(SpanKind::Superscript),
            Tag::Subscript => Some(SpanKind::Subscript),
            Tag::Link { dest_url, .. } => Some(SpanKind::Link(dest_url.as_ref().into())),
            _ => return,
        };
        self.open.push((self.words.text.len(), kind));
    }

    /// The span ends that was begun last; those bytes of the source are all of it.
    pub(super) fn end(&mut self, source: &str, range: Range<usize>) {
        match self.open.pop() {
            Some((start, Some(kind))) => self.add_span(start, kind),
            Some((_, None)) => {
                let mut number = std::mem::take(&mut self.words.text);
                let is_own = source.get(range).unwrap_or_default().ends_with("\\.**");
                if !is_own && number.ends_with('.') {
                    number.pop();
                }
                self.words.number = Some(number);
                self.after_number = true;
            }
            None => {}
        }
    }

    /// Puts a span before those within it.
    fn add_span(&mut self, start: usize, kind: SpanKind) {
        let spans = &mut self.words.spans;
        let [from, to] =
            [start, self.words.text.len()].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        let place = spans.partition_point(|other| other.range.start < from);
        if from < to {
            spans.insert(
                place,
                Span {
                    range: from..to,
                    kind,
                },
            );
        }
    }

    /// A tag of HTML.
    fn tag(&mut self, tag: &str) {
        let name = tag.trim_matches(['<', '>', '/', ' ']);
        let kind = match name {
            "br" => return self.text("\n"),
            "i" => SpanKind::Italic,
            "b" => SpanKind::Bold,
            "s" => SpanKind::Struck,
            "u" => SpanKind::Underline,
            "sup" => SpanKind::Superscript,
            "sub" => SpanKind::Subscript,
            _ if tag.starts_with("<!--") => return,
            _ => return self.text(tag),
        };
        if !tag.starts_with("</") {
            self.after_number = self.after_number && self.words.text.is_empty();
            self.open.push((self.words.text.len(), Some(kind)));
        } else if let Some(at) = self
            .open
            .iter()
            .rposition(|(_, open)| open.as_ref() == Some(&kind))
        {
            let (start, _) = self.open.remove(at);
            self.add_span(start, kind);
        }
    }

    fn note(&mut self, label: &str) {
        let mark = match label.rsplit_once('-') {
            Some((mark, number)) if number.parse::<u32>().is_ok() => mark,
            _ => label,
        };
        self.words.notes.push(Note {
            mark: mark.into(),
            at: u32::try_from(self.words.text.len()).ok(),
            text: label.into(),
        });
    }

    /// The words; nothing is left.
    pub(super) fn finish(&mut self) -> InlineText {
        let mut words = std::mem::take(self).words;
        for note in &mut words.notes {
            note.at = note.at.filter(|at| (*at as usize) < words.text.len());
        }
        words
    }
}

impl InlineText {
    pub(super) fn passage(self, part: Part) -> Passage {
        Passage {
            number: self.number.map(Into::into),
            spans: self.spans.into(),
            notes: self.notes.into(),
            ..Passage::new(part, self.text)
        }
    }
}

/// Whether bold is a number: it ends with a stop, a bracket or another sign, as `export` writes it.
fn is_number(bold: &str) -> bool {
    let inner = bold
        .strip_prefix("**")
        .and_then(|bold| bold.strip_suffix("**"));
    inner.is_some_and(|inner| !inner.ends_with(char::is_alphanumeric))
}
