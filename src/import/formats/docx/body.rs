//! The text of a Word document: its paragraphs with their labels, tables, notes, text boxes.

use std::collections::HashMap;

use super::markup::{MarkupPart, PartTag, PartToken};
use super::numbering::WordNumbering;
use super::styles::{ListPlace, Styles};
use crate::import::formats::cells::OpenTables;
use crate::import::formats::plain::{PlainText, close_up, raised};

/// So many levels of an outline are headings; deeper ones are text.
const HEADINGS: u8 = 6;

/// What stands in notes: by kind and id.
type NoteTexts = HashMap<(&'static str, String), String>;

/// Reads the parts with text of one document.
pub(super) struct WordBody {
    numbering: WordNumbering,
    styles: Styles,
    notes: NoteTexts,
    /// Where words were deleted, or hidden: the line of the first, and how many places there are.
    deleted: Option<(u32, usize)>,
    hidden: Option<(u32, usize)>,
    has_symbol: bool,
}

/// A paragraph in the making.
#[derive(Default)]
struct WordParagraph {
    text: String,
    style: Option<String>,
    place: ListPlace,
    /// Its level as a heading.
    outline: Option<u8>,
    /// Its mark was deleted: the next goes on where it ends.
    goes_on: bool,
}

/// A run of letters of one form.
#[derive(Default)]
struct WordRun {
    is_hidden: bool,
    is_raised: bool,
    /// Its text is the mark of a note, typed by hand.
    is_mark: bool,
}

/// What is open in a part.
#[derive(Default)]
struct Open<'a> {
    /// Paragraphs: in one there may be a text box with others.
    paragraphs: Vec<WordParagraph>,
    tables: OpenTables,
    /// The row that is open names the columns.
    names_columns: bool,
    run: WordRun,
    in_properties: bool,
    in_text: bool,
    /// An element that is passed over, and how often it is open.
    skipped: Option<(&'a str, usize)>,
    /// Text of paragraphs whose mark was deleted.
    carried: String,
}

impl WordBody {
    pub(super) fn new(numbering: WordNumbering, styles: Styles) -> Self {
        Self {
            numbering,
            styles,
            notes: NoteTexts::new(),
            deleted: None,
            hidden: None,
            has_symbol: false,
        }
    }

    /// Reads the notes of a kind.
    pub(super) fn read_notes(&mut self, bytes: &[u8], kind: &'static str) {
        let mut part = MarkupPart::new(bytes);
        let (mut id, mut text, mut in_text) = (None, String::new(), false);
        while let Some(token) = part.next() {
            match token {
                PartToken::Open(name, tag) if name == kind => {
                    id = tag.get("id").map(std::borrow::Cow::into_owned);
                    text.clear();
                }
                PartToken::Close(name) if name == kind => {
                    if let Some(id) = id.take() {
                        self.notes.insert((kind, id), text.trim().to_owned());
                    }
                }
                PartToken::Open("t", _) => in_text = true,
                PartToken::Close("t") => in_text = false,
                PartToken::Open("tab" | "br" | "p", _) => text.push(' '),
                PartToken::Text(piece) if in_text => text += &piece,
                _ => {}
            }
        }
    }

    /// Takes the symbol out of a header, if it is the first that has one.
    pub(super) fn read_header(&mut self, bytes: &[u8], plain: &mut PlainText) {
        let mut part = MarkupPart::new(bytes);
        let (mut text, mut in_text) = (String::new(), false);
        while let Some(token) = part.next() {
            match token {
                PartToken::Open("t", _) => in_text = true,
                PartToken::Close("t") => in_text = false,
                PartToken::Open("tab" | "br" | "p", _) => text.push(' '),
                PartToken::Text(piece) if in_text => text += &piece,
                _ => {}
            }
        }
        let symbol = text.split_whitespace().find(|word| is_symbol(word));
        if let Some(symbol) = symbol.filter(|_| !self.has_symbol) {
            self.has_symbol = true;
            plain.paragraph("", symbol, 0);
        }
    }

    /// Reads the text part.
    pub(super) fn read(&mut self, bytes: &[u8], plain: &mut PlainText) {
        let mut part = MarkupPart::new(bytes);
        let mut open = Open::default();
        while let Some(token) = part.next() {
            if open.skips(&token) {
                continue;
            }
            match token {
                PartToken::Open(name, tag) => self.open(name, tag, &mut open, plain),
                PartToken::Close(name) => self.close(name, &mut open, plain),
                PartToken::Text(text) => self.text(&text, &mut open, plain),
            }
        }
        // Where the part breaks off, what is open ends.
        while !open.paragraphs.is_empty() {
            self.close("p", &mut open, plain);
        }
        while !open.tables.is_empty() {
            self.close("tbl", &mut open, plain);
        }
        self.tell(plain);
    }

    fn open<'a>(
        &mut self,
        name: &'a str,
        tag: PartTag<'a>,
        open: &mut Open<'a>,
        plain: &mut PlainText,
    ) {
        if open.in_properties {
            open.property(name, tag);
            return;
        }
        match name {
            "p" => open.paragraphs.push(WordParagraph::default()),
            "pPr" => open.in_properties = !open.paragraphs.is_empty(),
            "r" => open.run = WordRun::default(),
            "vanish" => open.run.is_hidden = tag.is_on(),
            "rStyle" => {
                let style = tag.val().unwrap_or_default();
                open.run.is_hidden |= self.styles.is_hidden(&style);
            }
            "vertAlign" => open.run.is_raised = tag.val().as_deref() == Some("superscript"),
            "t" => open.in_text = true,
            "delText" => count(&mut self.deleted, plain.next_line()),
            "moveFrom" => {
                count(&mut self.deleted, plain.next_line());
                open.skipped = Some((name, 1));
            }
            "Fallback" | "rt" => open.skipped = Some((name, 1)),
            _ if name.ends_with("Change") => open.skipped = Some((name, 1)),
            "tab" | "ptab" => open.add(" "),
            "br" | "cr" => open.add("\n"),
            "noBreakHyphen" => open.add("-"),
            "tbl" => open.tables.begin(),
            "tr" => {
                open.names_columns = false;
                open.tables.begin_row();
            }
            "tblHeader" => open.names_columns = tag.is_on(),
            "tc" => open.tables.begin_cell(open.names_columns),
            "gridSpan" => open.tables.span(tag.number().unwrap_or(0), 0),
            "vMerge" if tag.val().as_deref() != Some("restart") => open.tables.goes_on(),
            "footnoteReference" => self.refer("footnote", tag, open, plain),
            "endnoteReference" => self.refer("endnote", tag, open, plain),
            _ => {}
        }
    }

    fn close(&mut self, name: &str, open: &mut Open<'_>, plain: &mut PlainText) {
        match name {
            "pPr" => open.in_properties = false,
            "t" => open.in_text = false,
            "p" => {
                open.in_properties = false;
                if let Some(paragraph) = open.paragraphs.pop() {
                    self.end_paragraph(&paragraph, open, plain);
                }
            }
            "tr" => open.tables.end_row(),
            "tbl" => plain.end_table(&mut open.tables),
            _ => {}
        }
    }

    fn end_paragraph(
        &mut self,
        paragraph: &WordParagraph,
        open: &mut Open<'_>,
        plain: &mut PlainText,
    ) {
        let text = std::mem::take(&mut open.carried) + &paragraph.text;
        if paragraph.goes_on {
            open.carried = text;
            return;
        }
        let style = paragraph.style.as_deref();
        let place = paragraph.place.or(self.styles.place(style));
        let next = self.numbering.next(place, style, &self.styles);
        if text.trim().is_empty() {
            return;
        }
        let (label, level) = next.unwrap_or_default();
        if open.tables.add(&label, &text) {
            return;
        }
        let outline = paragraph.outline.or(self.styles.outline(style));
        match outline.filter(|outline| *outline < HEADINGS) {
            Some(outline) => plain.heading(&label, &text, outline + 1),
            None => plain.paragraph(&label, &text, level),
        }
    }

    fn text(&mut self, text: &str, open: &mut Open<'_>, plain: &PlainText) {
        if !open.in_text || open.run.is_mark {
            return;
        }
        if open.run.is_hidden {
            count(&mut self.hidden, plain.next_line());
        } else if open.run.is_raised {
            open.add(&raised(text));
        } else {
            open.add(text);
        }
    }

    /// Puts the mark of a note.
    fn refer(
        &mut self,
        kind: &'static str,
        tag: PartTag<'_>,
        open: &mut Open<'_>,
        plain: &mut PlainText,
    ) {
        let id = tag.get("id").unwrap_or_default().into_owned();
        if let Some(text) = self
            .notes
            .remove(&(kind, id))
            .filter(|text| !text.is_empty())
        {
            let mark = plain.note(&text);
            open.add_mark(&mark);
        }
        open.run.is_mark = tag
            .get("customMarkFollows")
            .is_some_and(|on| on == "1" || on == "true");
    }

    /// Tells what was left out.
    fn tell(&self, plain: &mut PlainText) {
        for (left_out, what) in [
            (
                self.deleted,
                "words that were deleted while changes were tracked are left out",
            ),
            (self.hidden, "hidden words are left out"),
        ] {
            if let Some((line, places)) = left_out {
                let message = if places == 1 {
                    what.to_owned()
                } else {
                    format!("{what}, here and at {} more places", places - 1)
                };
                plain.report.doubt(line, message);
            }
        }
    }
}

impl<'a> Open<'a> {
    /// Whether a piece stands in an element that is passed over.
    fn skips(&mut self, token: &PartToken<'a>) -> bool {
        let Some((skipped, depth)) = &mut self.skipped else {
            return false;
        };
        match token {
            PartToken::Open(name, _) if name == skipped => *depth += 1,
            PartToken::Close(name) if name == skipped => *depth -= 1,
            _ => {}
        }
        if *depth == 0 {
            self.skipped = None;
        }
        true
    }

    /// A property of the paragraph, or of its mark.
    fn property(&mut self, name: &'a str, tag: PartTag<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match name {
            "pStyle" => paragraph.style = tag.val().map(Into::into),
            "numId" => paragraph.place.list = tag.number(),
            "ilvl" => paragraph.place.level = tag.number(),
            "outlineLvl" => paragraph.outline = tag.number(),
            "del" | "moveFrom" => paragraph.goes_on = true,
            _ if name.ends_with("Change") => self.skipped = Some((name, 1)),
            _ => {}
        }
    }

    /// Adds the mark of a note, which is one of the word before it.
    fn add_mark(&mut self, mark: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            close_up(&mut paragraph.text);
        }
        self.add(mark);
    }

    fn add(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text += text;
        }
    }
}

fn count(places: &mut Option<(u32, usize)>, line: u32) {
    let (_, count) = places.get_or_insert((line, 0));
    *count += 1;
}

/// Whether a word reads as the symbol of a document: `A/RES/73/8`, `S/2020/1`.
fn is_symbol(word: &str) -> bool {
    let parts = word.split('/').count();
    parts > 1
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')')
        && word.contains(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "/.-()".contains(c))
}
