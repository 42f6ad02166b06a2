//! Markdown → its text: marks taken out, lists with the numbers that were typed, notes at its end, headings and tables.
//!
//! A text is Markdown by its marks: front matter, a heading behind `#`, notes behind `[^1]:`, or marks of two other
//! kinds. Lines of a paragraph that were wrapped become one; short lines stay lines. Front matter is between lines of
//! `---`, a key and a value a line.

mod front;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::cells::OpenTables;
use super::document::{SourceDocument, SourceFormat};
use super::html;
use super::plain::{PlainText, close_up, raised};
use crate::text::map::Map;
use front::{front_matter, read_front};

pub(super) use front::documents;

/// A line that is at least so long was wrapped where it ends.
const WRAPPED: usize = 50;

/// Whether a text is Markdown.
pub(super) fn is_markdown(text: &str) -> bool {
    let lines = || text.lines().take(2_000);
    let is_heading = |line: &str| {
        let rest = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
    };
    let is_note = |line: &str| line.starts_with("[^") && line.contains("]:");
    if front_matter(text).is_some() || lines().any(|line| is_heading(line) || is_note(line)) {
        return true;
    }
    let signs: [fn(&str) -> bool; 5] = [
        |line| is_paired(line, "**"),
        |line| line.starts_with('*') && is_paired(line, "*"),
        |line| line.starts_with('_') && is_paired(line, "_"),
        |line| line.contains("](http"),
        |line| line.contains("[^"),
    ];
    let kinds = signs.iter().filter(|sign| lines().any(sign));
    kinds.count() >= 2 || lines().filter(|line| is_paired(line, "**")).count() >= 2
}

/// Whether words stand between two such marks.
fn is_paired(line: &str, mark: &str) -> bool {
    line.split_once(mark).is_some_and(|(_, behind)| {
        let end = behind.find(mark);
        end.is_some_and(|end| end > 0) && behind.starts_with(char::is_alphanumeric)
    })
}

/// The text of Markdown.
pub(super) fn read(text: &str) -> SourceDocument {
    let (matter, body) = front_matter(text).unwrap_or(("", text));
    let mut reader = MarkdownReader::new(body);
    let front = read_front(matter, &mut reader.plain);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.take(event, range.start);
    }
    reader.flush();
    if let Some(line) = reader.struck {
        let message = "struck words are left out".to_owned();
        reader.plain.report.doubt(line, message);
    }
    SourceDocument {
        front,
        ..reader.plain.finish(SourceFormat::Markdown)
    }
}

/// A list that is open.
struct MarkdownList {
    is_ordered: bool,
    /// The number of the item before, as it was typed and as it counts.
    before: Option<(u64, u64)>,
}

/// What words of a paragraph are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InlineKind {
    Text,
    Raised,
    Struck,
    /// What stands for a picture where there is none.
    Image,
}

struct MarkdownReader<'a> {
    source: &'a str,
    plain: PlainText,
    /// What stands in the paragraph, or the cell, so far.
    text: String,
    label: String,
    lists: Vec<MarkdownList>,
    tables: OpenTables,
    in_head: bool,
    /// The level of the heading that is read.
    heading: Option<u8>,
    /// The numbers of notes, by their labels.
    notes: Map<String, usize>,
    /// The note that is read, and its text.
    note: Option<(usize, String)>,
    /// Markup of HTML, line by line.
    html: String,
    inline: InlineKind,
    in_code: bool,
    /// Where the first struck words were left out.
    struck: Option<u32>,
}

impl<'a> MarkdownReader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            plain: PlainText::default(),
            text: String::new(),
            label: String::new(),
            lists: Vec::new(),
            tables: OpenTables::default(),
            in_head: false,
            heading: None,
            notes: Map::default(),
            note: None,
            html: String::new(),
            inline: InlineKind::Text,
            in_code: false,
            struck: None,
        }
    }

    fn take(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.text.push('\n'),
            Event::Html(markup) => self.html += &markup,
            Event::InlineHtml(tag) => self.inline(&tag),
            Event::FootnoteReference(label) => {
                let number = self.note_number(&label);
                close_up(&mut self.text);
                self.text.extend(["[", &number.to_string(), "]"]);
            }
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::List(start) => {
                self.flush();
                self.lists.push(MarkdownList {
                    is_ordered: start.is_some(),
                    before: None,
                });
            }
            Tag::Item => {
                self.flush();
                self.label = self.item_label(at);
            }
            Tag::FootnoteDefinition(label) => {
                self.flush();
                let number = self.note_number(label);
                self.note = Some((number, String::new()));
            }
            Tag::Table(_) => {
                self.flush();
                self.tables.begin();
            }
            Tag::TableHead | Tag::TableRow => {
                self.in_head = *tag == Tag::TableHead;
                self.tables.begin_row();
            }
            Tag::TableCell => self.tables.begin_cell(self.in_head),
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(*level as u8);
            }
            Tag::Strikethrough => self.inline = InlineKind::Struck,
            Tag::Image { .. } => self.inline = InlineKind::Image,
            Tag::CodeBlock(_) => {
                self.flush();
                self.in_code = true;
            }
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                if let Some((number, text)) = self.note.take() {
                    self.plain.fill_note(number, &text);
                }
            }
            TagEnd::TableCell => {
                let text = std::mem::take(&mut self.text);
                self.tables.add("", &text);
            }
            TagEnd::Table => self.plain.end_table(&mut self.tables),
            TagEnd::Strikethrough | TagEnd::Image => self.inline = InlineKind::Text,
            TagEnd::CodeBlock => {
                self.flush();
                self.in_code = false;
            }
            TagEnd::HtmlBlock => {
                let markup = std::mem::take(&mut self.html);
                html::read_into(&markup, &mut self.plain);
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = None;
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::BlockQuote(_) => self.flush(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.inline {
            InlineKind::Text => self.text += text,
            InlineKind::Raised => self.text += &raised(text),
            InlineKind::Struck => {
                self.struck.get_or_insert(self.plain.next_line());
            }
            InlineKind::Image => {}
        }
    }

    /// A line ends that may have been wrapped.
    fn soft_break(&mut self) {
        let line = self
            .text
            .rsplit(['\n', WRAP_MARK])
            .next()
            .unwrap_or_default();
        let is_long = line.chars().count() >= WRAPPED;
        self.text.push(if is_long { WRAP_MARK } else { '\n' });
    }

    /// A tag of HTML within a paragraph.
    fn inline(&mut self, tag: &str) {
        let name = tag.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase();
        match name.split_whitespace().next().unwrap_or_default() {
            "br" => self.text.push('\n'),
            "sup" if tag.starts_with("</") => self.inline = InlineKind::Text,
            "sup" => self.inline = InlineKind::Raised,
            _ => {}
        }
    }

    /// The label of the item that begins at a byte.
    fn item_label(&mut self, at: usize) -> String {
        let Some(list) = self.lists.last_mut() else {
            return String::new();
        };
        if !list.is_ordered {
            return "•".to_owned();
        }
        let item = self.source.get(at..).unwrap_or_default().trim_start();
        let digits = item.len() - item.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let typed: u64 = item
            .get(..digits)
            .and_then(|digits| digits.parse().ok())
            .unwrap_or(1);
        let stop = item
            .get(digits..)
            .and_then(|rest| rest.chars().next())
            .unwrap_or('.');
        // Where all items have one number, they count on.
        let number = match list.before {
            Some((before, counted)) if before == typed => counted + 1,
            _ => typed,
        };
        list.before = Some((typed, number));
        format!("{number}{stop}")
    }

    fn note_number(&mut self, label: &str) -> usize {
        if let Some(&number) = self.notes.get(label) {
            return number;
        }
        let number = self.plain.take_note();
        self.notes.insert(label.to_owned(), number);
        number
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let mark = if self.in_code { "\n" } else { " " };
        let text = unwrap(&std::mem::take(&mut self.text), mark);
        if let Some((_, note)) = &mut self.note {
            note.extend([" ", &text]);
            return;
        }
        // The label of an item waits for its text.
        if text.trim().is_empty() {
            return;
        }
        let label = std::mem::take(&mut self.label);
        if let Some(level) = self.heading {
            self.plain.heading(&label, &text, level);
            return;
        }
        let level = self.lists.len().saturating_sub(1);
        self.plain.paragraph(&label, &text, level);
    }
}

/// A text with a mark for each place where a line was wrapped; a point with a letter begins a line.
fn unwrap(text: &str, mark: &str) -> String {
    let is_point = |line: &str| {
        let first = line.split(' ').next().unwrap_or_default();
        let inner = first.trim_matches(['(', ')', '.']);
        let letters = inner.len() == 1 || inner.bytes().all(|byte| b"ivx".contains(&byte));
        letters && first.ends_with(['.', ')']) && inner.starts_with(char::is_lowercase)
    };
    let mut unwrapped = String::new();
    for line in text.split(WRAP_MARK) {
        let leads = unwrapped.ends_with([':', ';', ',']);
        unwrapped.push_str(match unwrapped.is_empty() {
            true => "",
            false if leads && is_point(line) => "\n",
            false => mark,
        });
        unwrapped.push_str(line);
    }
    unwrapped
}

/// Stands where a line was wrapped, until the paragraph ends.
const WRAP_MARK: char = '\u{1f}';

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(markdown: &str) -> String {
        read(markdown).text
    }

    #[test]
    fn points_with_letters_keep_their_lines() {
        let long = "1. **Asks** the harbours of all of the shores of the lakes to buy:";
        assert_eq!(
            text_of(&format!(
                "{long}\n    a. lamps;\n    b. oil, of the\n    best kind;\n"
            )),
            "1. Asks the harbours of all of the shores of the lakes to buy:\na. lamps;\nb. oil, of the\nbest kind;\n"
        );
        assert_eq!(
            text_of("The harbours of all of the shores of the lakes sail to\na. pier\n"),
            "The harbours of all of the shores of the lakes sail to a. pier\n"
        );
    }

    #[test]
    fn markdown_is_told_by_its_marks() {
        for text in [
            "# RESOLUTION\n",
            "---\nsymbol: B/1\n---\nThe Board,\n",
            "Recalling[^1]\n\n[^1]: See.\n",
            "*Recalling* the tides,\n\n1. **Decides** to row.\n",
            "**Recalling** a,\n\n**Noting** b,\n",
        ] {
            assert!(is_markdown(text), "{text}");
        }
        for text in [
            "RESOLUTION NO. 1/2-P\n\n* Reissued.\n\n1. Decides *\n",
            "** Second reissue for technical reasons.\n",
            "---\n\nThe Board,\n",
            "#1 of 2\n",
            "",
        ] {
            assert!(!is_markdown(text), "{text}");
        }
    }

    #[test]
    fn marks_go_and_the_text_stays() {
        for (markdown, want) in [
            (
                "*Recalling* its [rules](http://x),",
                "Recalling its rules,\n",
            ),
            ("1\\. **Decides**; x_y_z 2 * 3", "1. Decides; x_y_z 2 * 3\n"),
            ("8<sup>th</sup> day<sup>12</sup><br>of", "8th day¹²\nof\n"),
            ("## Title\n\nThe Board,", "Title\n\nThe Board,\n"),
            ("a &amp; b &mdash; c", "a & b — c\n"),
            ("FORUM: GA\nTOPIC: Boats", "FORUM: GA\nTOPIC: Boats\n"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a    b\n1    2\n"),
            ("    (a) indented\n    (b) code", "(a) indented\n(b) code\n"),
            ("![logo](x.png)The Board,", "The Board,\n"),
        ] {
            assert_eq!(text_of(markdown), want, "{markdown}");
        }
        let wrapped = "Recalling that the tides come and go as they have always\ndone, and";
        assert_eq!(text_of(wrapped), wrapped.replace('\n', " ") + "\n");
    }

    #[test]
    fn lists_have_the_numbers_that_were_typed() {
        for (markdown, want) in [
            ("3. a\n5. b\n", "3. a\n\n5. b\n"),
            ("1. a\n1. b\n1. c\n", "1. a\n\n2. b\n\n3. c\n"),
            (
                "1) a\n   - b\n   - c\n2) d\n",
                "1) a\n\n    • b\n\n    • c\n\n2) d\n",
            ),
            ("1. a\n\n   more\n\n2. b\n", "1. a\n\nmore\n\n2. b\n"),
        ] {
            assert_eq!(text_of(markdown), want, "{markdown}");
        }
    }

    #[test]
    fn notes_are_counted_and_stand_at_the_end() {
        let markdown =
            "Recalling[^b] and[^a],\n\n[^a]: First *note*.\n\n[^b]: Second.\n\n1. Decides[^a].\n";
        assert_eq!(
            text_of(markdown),
            "Recalling[1] and[2],\n\n1. Decides[2].\n\nNotes\n\n[1] Second.\n\n[2] First note.\n"
        );
    }

    #[test]
    fn front_matter_says_what_is_known() {
        let markdown = "---\nsymbol: B/RES/7\ntitle: \"Boats :\"\nDatum: 2031-05-02\nsource: x\nlang: fr\n---\n\nThe Board,\n";
        let document = read(markdown);
        assert_eq!(document.text, "The Board,\n");
        let front = document.front;
        assert_eq!(front.symbol.as_deref(), Some("B/RES/7"));
        assert_eq!(front.title.as_deref(), Some("Boats"));
        assert_eq!(front.date.as_deref(), Some("2031-05-02"));
        assert_eq!(front.language.as_deref(), Some("fr"));
        assert_eq!(document.report.repairs.len(), 4);
    }

    #[test]
    fn struck_words_are_left_out_and_told() {
        let document = read("1. Decides ~~never~~ always.\n");
        assert_eq!(document.text, "1. Decides always.\n");
        assert_eq!(document.report.doubts.len(), 1);
    }
}
