//! A page of HTML → its text: navigation left out, lists with their numbers, notes at its end, tables as rows.
//!
//! Where a page has a `main` part, only that is read. A mark that is raised and leads to an element of the page is that
//! of a note, and the element holds the note.

use std::collections::{HashMap, HashSet};

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::document::{SourceDocument, SourceFormat};
use super::docx::formatted;
use super::plain::{PlainText, raised};
use crate::import::front::Front;
use crate::text::encoding;

/// What holds no text of a document.
const SKIPPED: [&str; 16] = [
    "script", "style", "nav", "aside", "footer", "noscript", "template", "svg", "button", "form",
    "select", "iframe", "object", "title", "textarea", "math",
];

/// What begins and ends a paragraph.
const BLOCKS: [&str; 34] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "section",
    "article",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "table",
    "thead",
    "tbody",
    "dl",
    "dt",
    "dd",
    "center",
    "address",
    "figure",
    "figcaption",
    "main",
    "body",
    "hr",
    "header",
    "head",
    "html",
    "caption",
    "fieldset",
    "tr",
];

/// Elements that have no end.
const EMPTY: [&str; 8] = ["br", "hr", "img", "input", "meta", "link", "wbr", "col"];

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
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(text, emitter);
    let pieces: Vec<_> = tokens.filter_map(|token| piece(token.ok()?)).collect();
    let mut page = PageReader::new(&pieces, plain);
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            PagePiece::Open(tag) => page.open(tag, pieces.get(at + 1..).unwrap_or_default()),
            PagePiece::Close(name) => page.close(name),
            PagePiece::Text(text) => page.text(text),
        }
    }
    page.flush();
    page.language
}

/// A tag or text.
enum PagePiece {
    Open(PageTag),
    Close(String),
    Text(String),
}

/// A start tag.
struct PageTag {
    name: String,
    attributes: HashMap<String, String>,
    ends_itself: bool,
}

fn piece(token: Token<()>) -> Option<PagePiece> {
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match token {
        Token::StartTag(tag) => Some(PagePiece::Open(PageTag::of(&tag))),
        Token::EndTag(tag) => Some(PagePiece::Close(string(&tag.name))),
        Token::String(text) => Some(PagePiece::Text(string(&text))),
        Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => None,
    }
}

impl PageTag {
    fn of(tag: &StartTag<()>) -> Self {
        let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let name = string(&tag.name);
        let attributes = tag.attributes.iter();
        Self {
            ends_itself: EMPTY.contains(&name.as_str()),
            attributes: attributes
                .map(|(key, value)| (string(key), string(value)))
                .collect(),
            name,
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether it is no part of the text, or not shown.
    fn is_skipped(&self) -> bool {
        let is = |name: &str, values: &[&str]| {
            self.get(name).is_some_and(|value| values.contains(&value))
        };
        let style = self.get("style").unwrap_or_default().replace(' ', "");
        SKIPPED.contains(&self.name.as_str())
            || is("role", &["navigation", "banner", "contentinfo", "search"])
            || is("aria-hidden", &["true"])
            || self.get("hidden").is_some()
            || style.contains("display:none")
    }
}

/// A list that is open.
struct PageList {
    is_ordered: bool,
    /// How its items are labelled: a type of HTML, or `none`.
    kind: String,
    next: i64,
    step: i64,
}

/// The page as it is read.
struct PageReader<'p> {
    plain: &'p mut PlainText,
    text: String,
    label: String,
    lists: Vec<PageList>,
    tables: Vec<Vec<Vec<String>>>,
    /// What is passed over, and how often it is open.
    skipped: Option<(String, usize)>,
    /// Only what stands in `main` is read, where there is one.
    has_main: bool,
    in_main: usize,
    raised: usize,
    is_preformatted: usize,
    /// Elements that marks lead to; those of them that have been marked, by number.
    targets: HashSet<String>,
    notes: HashMap<String, usize>,
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
        let ids: HashSet<_> = tags().filter_map(|tag| tag.get("id")).collect();
        Self {
            plain,
            text: String::new(),
            label: String::new(),
            lists: Vec::new(),
            tables: Vec::new(),
            skipped: None,
            has_main: tags().any(|tag| tag.name == "main"),
            in_main: 0,
            raised: 0,
            is_preformatted: 0,
            targets: marked(pieces)
                .filter(|id| ids.contains(id))
                .map(str::to_owned)
                .collect(),
            notes: HashMap::new(),
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
            self.note = Some((number, tag.name.clone()));
            self.note_text = std::mem::take(&mut self.text);
        }
        match name {
            "html" => self.language = tag.get("lang").map(str::to_owned),
            "main" => self.in_main += 1,
            "br" => self.text.push('\n'),
            "pre" => self.is_preformatted += 1,
            "sup" => self.raised += 1,
            "a" => self.mark(tag),
            "ol" | "ul" => self.lists.push(PageList::of(tag, behind)),
            "li" => self.item(tag),
            "table" => self.tables.push(Vec::new()),
            "tr" => self.end_row(),
            "td" | "th" => {
                self.flush();
                if let Some(cells) = self.tables.last_mut() {
                    cells.push(Vec::new());
                }
            }
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
            "tr" => self.end_row(),
            "table" => {
                self.end_row();
                self.tables.pop();
            }
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
        let label = if has_label(&text) { "" } else { &label };
        match self.tables.last_mut() {
            Some(cells) => {
                let text = [label, if label.is_empty() { "" } else { " " }, &text].concat();
                match cells.last_mut() {
                    Some(cell) => cell.push(text),
                    None => cells.push(vec![text]),
                }
            }
            None => self
                .plain
                .paragraph(label, &text, self.lists.len().saturating_sub(1)),
        }
    }

    fn end_row(&mut self) {
        let Some(cells) = self.tables.last_mut().map(std::mem::take) else {
            return;
        };
        let outer = self
            .tables
            .len()
            .checked_sub(2)
            .and_then(|at| self.tables.get_mut(at));
        match outer.and_then(|cells| cells.last_mut()) {
            Some(cell) => cell.extend(cells.into_iter().flatten()),
            None => self.plain.row(&cells),
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
                .trim_start_matches(|c: char| c.is_ascii_digit() || "[].) \u{a0}".contains(c));
            self.plain.fill_note(number, text);
        }
    }
}

impl PageList {
    fn of(tag: &PageTag, behind: &[PagePiece]) -> Self {
        let style = tag.get("style").unwrap_or_default();
        let styled = [
            ("none", "none"),
            ("lower-alpha", "a"),
            ("lower-latin", "a"),
            ("upper-alpha", "A"),
            ("lower-roman", "i"),
            ("upper-roman", "I"),
        ];
        let styled = styled
            .iter()
            .find(|(name, _)| style.contains("list-style") && style.contains(name));
        let kind = styled.map_or(tag.get("type").unwrap_or("1"), |(_, kind)| kind);
        let is_reversed = tag.get("reversed").is_some();
        let start = tag.get("start").and_then(|start| start.trim().parse().ok());
        let usual = if is_reversed { items(behind) } else { 1 };
        Self {
            is_ordered: tag.name == "ol",
            kind: kind.to_owned(),
            next: start.unwrap_or(usual),
            step: if is_reversed { -1 } else { 1 },
        }
    }

    fn label(&self) -> String {
        if self.kind == "none" {
            return String::new();
        }
        if !self.is_ordered {
            return "•".to_owned();
        }
        let format = match self.kind.as_str() {
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            _ => "decimal",
        };
        match u32::try_from(self.next) {
            Ok(number) => formatted(number, format) + ".",
            Err(_) => format!("{}.", self.next),
        }
    }
}

/// How many items the list has that what follows stands in.
fn items(behind: &[PagePiece]) -> i64 {
    let (mut count, mut depth) = (0, 0_usize);
    for piece in behind {
        match piece {
            PagePiece::Open(tag) if tag.name == "li" && depth == 0 => count += 1,
            PagePiece::Open(tag) if ["ol", "ul"].contains(&tag.name.as_str()) => depth += 1,
            PagePiece::Close(name) if ["ol", "ul"].contains(&name.as_str()) => {
                match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => break,
                }
            }
            _ => {}
        }
    }
    count
}

/// The ids that raised links lead to, and links whose text is a number in brackets.
fn marked(pieces: &[PagePiece]) -> impl Iterator<Item = &str> {
    let mut raised = 0_usize;
    pieces
        .iter()
        .enumerate()
        .filter_map(move |(at, piece)| match piece {
            PagePiece::Open(tag) if tag.name == "sup" => {
                raised += 1;
                None
            }
            PagePiece::Close(name) if name == "sup" => {
                raised = raised.saturating_sub(1);
                None
            }
            PagePiece::Open(tag) if tag.name == "a" => {
                let id = tag.get("href")?.strip_prefix('#')?;
                let is_number = |text: &str| {
                    let inner = text.trim().trim_matches(['[', ']']);
                    !inner.is_empty()
                        && inner.len() <= 3
                        && inner.chars().all(|c| c.is_ascii_digit())
                };
                let (mut next, mut is_raised) = (pieces.get(at + 1..)?.iter(), raised > 0);
                let text = next.find_map(|piece| match piece {
                    PagePiece::Open(tag) => {
                        is_raised |= tag.name == "sup";
                        None
                    }
                    PagePiece::Text(text) => Some(Some(text)),
                    PagePiece::Close(_) => Some(None),
                })??;
                let is_bracketed = text.trim_start().starts_with('[');
                (is_number(text) && (is_raised || is_bracketed)).then_some(id)
            }
            _ => None,
        })
}

/// Whether a text begins with a label of its own: `(a)`, `1.`, `iv)`.
fn has_label(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let inner = first.trim_start_matches('(').trim_end_matches([')', '.']);
    let has_stop = first.ends_with([')', '.']);
    has_stop
        && !inner.is_empty()
        && (inner.chars().all(|c| c.is_ascii_digit()) && inner.len() <= 3
            || inner.len() == 1 && inner.chars().all(|c| c.is_ascii_alphabetic())
            || inner.len() <= 5 && inner.chars().all(|c| "ivxIVX".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(html: &str) -> String {
        read(html).text
    }

    #[test]
    fn only_the_text_of_a_page_is_read() {
        let page = "<!DOCTYPE html><html lang=fr><head><title>Site</title><style>p{}</style></head><body>\
                    <nav><ul><li>Home</li></ul></nav><script>if (a < b) {}</script>\
                    <p>The Board&rsquo;s <b>boats</b>,<br>all of\n them</p><div style='display: none'>x</div>\
                    <footer>Contact</footer></body></html>";
        let document = read(page);
        assert_eq!(document.text, "The Board’s boats,\nall of them\n");
        assert_eq!(document.front.language.as_deref(), Some("fr"));
        let main = "<body><div>Menu</div><main><p>The Board,</p></main><p>More</p></body>";
        assert_eq!(text_of(main), "The Board,\n");
    }

    #[test]
    fn lists_have_their_numbers() {
        for (html, want) in [
            ("<ol><li>a<li>b</ol>", "1. a\n\n2. b\n"),
            (
                "<ol start=4><li>a</li><li value='9'>b</li><li>c</li></ol>",
                "4. a\n\n9. b\n\n10. c\n",
            ),
            (
                "<ol type=a><li>a<ol type=i><li>b</ol><li>c</ol>",
                "a. a\n\n    i. b\n\nb. c\n",
            ),
            ("<ol reversed><li>a<li>b</ol>", "2. a\n\n1. b\n"),
            (
                "<ol style='list-style-type: upper-roman'><li>a</ol>",
                "I. a\n",
            ),
            ("<ol><li>(a) own</li></ol>", "(a) own\n"),
            ("<ul><li>a</ul>", "• a\n"),
        ] {
            assert_eq!(text_of(html), want, "{html}");
        }
    }

    #[test]
    fn raised_marks_lead_to_notes() {
        let page = "<p>Recalling<sup><a href='#n1'>1</a></sup> the 8<sup>th</sup> tide,<sup>2</sup></p>\
                    <ol><li id='n1'><p>See the charts. <a href='#r1'>↩</a></p></li></ol>";
        assert_eq!(
            text_of(page),
            "Recalling[1] the 8th tide,²\n\nNotes\n\n[1] See the charts.\n"
        );
        let beside = "<p>Recalling<a href='#n1'>[1]</a>,</p><p><a id='n1' href='#r1'>[1]</a> See.</p><p>Next</p>";
        assert_eq!(
            text_of(beside),
            "Recalling[1],\n\nNext\n\nNotes\n\n[1] See.\n"
        );
    }

    #[test]
    fn tables_are_rows() {
        let page = "<table><tr><th>Year<th>Boats<tr><td>2031<td>7</table><p>after";
        assert_eq!(text_of(page), "Year    Boats\n2031    7\n\nafter\n");
    }

    #[test]
    fn a_page_says_its_encoding() {
        for (page, want) in [
            ("<meta charset=\"koi8-r\">", Some("koi8-r")),
            (
                "<meta http-equiv=x content='text/html; charset=windows-1251'>",
                Some("windows-1251"),
            ),
            ("<p>", None),
        ] {
            assert_eq!(charset(page.as_bytes()), want);
        }
    }
}
