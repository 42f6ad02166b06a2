//! A page of HTML → its text: navigation left out, lists with their numbers, notes at its end, headings and tables.
//!
//! Where a page has a `main` part, only that is read. A mark that is raised and leads to an element of the page is that
//! of a note, and the element holds the note.
//!
//! | step | owns |
//! |---|---|
//! | `tags` | a page → tags and text; what is no text of a document |
//! | `lists` | lists and the labels of their items |
//! | `marks` | which links are marks of notes |

use super::cells::OpenTables;
use super::document::{SourceDocument, SourceFormat};
use super::plain::{PlainText, close_up, has_label, raised};
use crate::import::front::Front;
use crate::text::encoding;
use crate::text::map::{Map, Set};
use lists::PageList;
use marks::marked;
use tags::{BLOCKS, PagePiece, PageTag};

mod lists;
mod marks;
mod tags;
#[cfg(test)]
mod tests;

/// Whether a text is a page of HTML.
pub(super) fn is_html(text: &str) -> bool {
    let head: String = text.chars().take(4_000).collect();
    let head = head
        .trim_start_matches(encoding::MARK)
        .trim_start()
        .to_ascii_lowercase();
    head.starts_with('<')
        && ["<html", "<!doctype html", "<body", "<p>", "<div"]
            .iter()
            .any(|tag| head.contains(tag))
}

/// The encoding that a page says it has.
pub(super) fn charset(bytes: &[u8]) -> Option<&str> {
    let head = bytes.get(..bytes.len().min(2_048))?;
    let at = memchr::memmem::find(head, b"charset=")? + "charset=".len();
    let rest = bytes.get(at..)?;
    let rest = rest
        .strip_prefix(b"\"")
        .or(rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:".contains(byte);
    let end = rest
        .iter()
        .position(|byte| !is_name(byte))
        .unwrap_or(rest.len());
    str::from_utf8(rest.get(..end)?).ok()
}

/// The text of a page.
pub(super) fn read(text: &str) -> SourceDocument {
    let mut plain = PlainText::default();
    let language = read_into(text, &mut plain);
    SourceDocument {
        front: Front {
            language,
            ..Front::NOTHING
        },
        ..plain.finish(SourceFormat::Html)
    }
}

/// Adds the text of a page, or of a piece of one; gives the language that it says it is in.
pub(super) fn read_into(text: &str, plain: &mut PlainText) -> Option<String> {
    let pieces = tags::pieces(text);
    let mut page = PageReader::new(&pieces, plain);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            PagePiece::Open(tag) => page.open(tag, pieces.get(at + 1..).unwrap_or_default()),
            PagePiece::Close(name) => page.close(name),
            PagePiece::Text(text) => page.text(text),
        }
    }
    page.flush();
    while !page.tables.is_empty() {
        page.plain.end_table(&mut page.tables);
    }
    page.end_note();
    page.language
}

/// A tag of a language without the country that it names, which is that of the makers: `fr` of `fr-FR`.
fn without_country(tag: &str) -> String {
    match tag.split_once('-') {
        Some((language, country)) if country.len() == 2 => language.to_owned(),
        _ => tag.to_owned(),
    }
}

/// The level that `h2` names.
fn level_of(name: &str) -> Option<u8> {
    name.strip_prefix('h')?.parse().ok()
}

/// The page as it is read.
struct PageReader<'p> {
    plain: &'p mut PlainText,
    text: String,
    label: String,
    lists: Vec<PageList>,
    tables: OpenTables,
    /// The level of the heading that is open.
    heading: Option<u8>,
    /// What is passed over, and how often it is open.
    skipped: Option<(String, usize)>,
    /// Only what stands in `main` is read, where there is one.
    has_main: bool,
    in_main: usize,
    raised: usize,
    is_preformatted: usize,
    /// Elements that marks lead to; those of them that have been marked, by number.
    targets: Set<String>,
    notes: Map<String, usize>,
    /// The note that is read, and the element that holds it.
    note: Option<(usize, String)>,
    note_text: String,
    /// A mark that is read is that of a note: its text is left out.
    in_mark: bool,
    language: Option<String>,
}

impl<'p> PageReader<'p> {
    fn new(pieces: &[PagePiece], plain: &'p mut PlainText) -> Self {
        let tags = || {
            pieces.iter().filter_map(|piece| match piece {
                PagePiece::Open(tag) => Some(tag),
                _ => None,
            })
        };
        let ids: Set<_> = tags().filter_map(|tag| tag.get("id")).collect();
        Self {
            plain,
            text: String::new(),
            label: String::new(),
            lists: Vec::new(),
            tables: OpenTables::default(),
            heading: None,
            skipped: None,
            has_main: tags().any(|tag| tag.name == "main"),
            in_main: 0,
            raised: 0,
            is_preformatted: 0,
            targets: marked(pieces)
                .filter(|id| ids.contains(id))
                .map(str::to_owned)
                .collect(),
            notes: Map::default(),
            note: None,
            note_text: String::new(),
            in_mark: false,
            language: None,
        }
    }

    fn open(&mut self, tag: &PageTag, behind: &[PagePiece]) {
        let name = tag.name.as_str();
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name && !tag.ends_itself);
            return;
        }
        if tag.is_skipped() && !tag.ends_itself {
            self.skipped = Some((tag.name.clone(), 1));
            return;
        }
        if BLOCKS.contains(&name) {
            self.flush();
        }
        if let Some(id) = tag.get("id").filter(|id| self.targets.contains(*id))
            && self.note.is_none()
            && !tag.ends_itself
        {
            let number = self.number_of(id);
            // Beside a cell with the mark stands the text.
            let holder = if name == "td" { "tr" } else { name };
            self.note = Some((number, holder.to_owned()));
            self.note_text = std::mem::take(&mut self.text);
        }
        match name {
            "html" => self.language = tag.get("lang").map(without_country),
            "main" => self.in_main += 1,
            "br" => self.text.push('\n'),
            "pre" => self.is_preformatted += 1,
            "sup" => self.raised += 1,
            "a" => self.mark(tag),
            "ol" | "ul" => self.lists.push(PageList::of(tag, behind)),
            "li" => self.item(tag),
            "table" => self.tables.begin(),
            "tr" => self.tables.begin_row(),
            "td" | "th" => {
                self.flush();
                self.tables.begin_cell(name == "th");
                let span = |name| tag.get(name).and_then(|span| span.trim().parse().ok());
                let [columns, rows] = ["colspan", "rowspan"].map(|name| span(name).unwrap_or(0));
                self.tables.span(columns, rows);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = level_of(name),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        if BLOCKS.contains(&name) || name == "td" || name == "th" {
            self.flush();
        }
        match name {
            "main" => self.in_main = self.in_main.saturating_sub(1),
            "pre" => self.is_preformatted = self.is_preformatted.saturating_sub(1),
            "sup" => self.raised = self.raised.saturating_sub(1),
            "a" => self.in_mark = false,
            "ol" | "ul" => {
                self.lists.pop();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "tr" => self.tables.end_row(),
            "table" => self.plain.end_table(&mut self.tables),
            _ => {}
        }
        // A note whose mark stands in its paragraph ends with that.
        let ends = self.note.as_ref().is_some_and(|(_, held)| {
            held == name || name == "p" && !BLOCKS.contains(&held.as_str())
        });
        if ends && (BLOCKS.contains(&name) || ["td", "p"].contains(&name)) {
            self.end_note();
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() || self.in_mark || self.has_main && self.in_main == 0 {
            return;
        }
        let text = if self.is_preformatted > 0 {
            text.to_owned()
        } else {
            text.replace(['\n', '\r', '\t'], " ")
        };
        if self.raised > 0 && self.note.is_none() {
            self.text += &raised(&text);
        } else {
            self.text += &text;
        }
    }

    /// A link that is raised, or in brackets, may be the mark of a note.
    fn mark(&mut self, tag: &PageTag) {
        let id = tag.get("href").and_then(|href| href.strip_prefix('#'));
        if let Some(id) = id.filter(|id| self.targets.contains(*id))
            && self.note.is_none()
        {
            let number = self.number_of(id);
            close_up(&mut self.text);
            self.text.extend(["[", &number.to_string(), "]"]);
            self.in_mark = true;
        }
    }

    fn number_of(&mut self, id: &str) -> usize {
        if let Some(&number) = self.notes.get(id) {
            return number;
        }
        let number = self.plain.take_note();
        self.notes.insert(id.to_owned(), number);
        number
    }

    /// The label of an item.
    fn item(&mut self, tag: &PageTag) {
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        if let Some(value) = tag.get("value").and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        self.label = list.label();
        list.next = list.next.saturating_add(list.step);
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        if self.note.is_some() {
            self.note_text.extend([" ", &text]);
            return;
        }
        let label = std::mem::take(&mut self.label);
        let is_item = !label.is_empty();
        let label = if has_label(&text) { "" } else { &label };
        if self.tables.add(label, &text) {
            return;
        }
        let label = if is_item && label.is_empty() {
            "•"
        } else {
            label
        };
        if let Some(level) = self.heading {
            self.plain.heading(label, &text, level);
        } else {
            let level = self.lists.len().saturating_sub(1);
            self.plain.paragraph(label, &text, level);
        }
    }

    fn end_note(&mut self) {
        let rest = std::mem::take(&mut self.text);
        let text = std::mem::take(&mut self.note_text) + &rest;
        self.label.clear();
        if let Some((number, _)) = self.note.take() {
            let text = text.replace(['↩', '↑', '^', '\u{fe0e}'], " ");
            let text = text
                .trim()
                .trim_start_matches(|c: char| c.is_ascii_digit() || "[].() \u{a0}".contains(c));
            self.plain.fill_note(number, text);
        }
    }
}
