//! One page that needs nothing else: each paragraph has its citation as `id`, and it prints well.
//!
//! In an `id` no blank may stand: a blank of the citation is `_`.

use std::fmt::Write;

use super::blocks::{ExportBlock, blocks};
use super::inline::{LinePiece, pieces};
use super::{Excerpt, visible_lines};
use crate::text::corpus::{Corpus, ReadError};
use crate::text::model::{Note, Passage, Resolution, SpanKind, Table};

/// How the page looks: a measure of some 70 letters, numbers hung, no paragraph parted from its first lines in print.
const STYLE: &str = "\
body{max-width:40em;margin:2em auto;padding:0 1em;font:1rem/1.5 serif}\
h1{font-size:1.3em}h2{font-size:1.15em}h3,h4,h5,h6{font-size:1em}\
p{margin:.6em 0 .6em 2.5em}p.n{text-indent:-2.5em}p.n>b{display:inline-block;min-width:2.5em;text-indent:0;font-weight:normal}\
.l1{margin-left:5em}.l2{margin-left:7.5em}.l3{margin-left:10em}.l4{margin-left:12.5em}\
table{border-collapse:collapse;margin:1em 0 1em 2.5em}td,th{border:1px solid;padding:.2em .5em;text-align:start;vertical-align:top}\
aside{font-size:.85em;border-top:1px solid;margin-top:1em}p:target{background:Mark;color:MarkText}\
@media print{body{margin:0;max-width:none}p{orphans:3;widows:3}article{break-after:page}h1,h2,h3{break-after:avoid}}";

/// Excerpts as one page.
///
/// # Errors
/// A resolution can't be read.
pub fn html(excerpts: &[Excerpt], corpus: &Corpus) -> Result<String, ReadError> {
    let names: Vec<String> = excerpts
        .iter()
        .map(|excerpt| escaped(corpus.symbol(excerpt.resolution)))
        .collect();
    let language = excerpts.first().map(|one| corpus.language(one.resolution));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        escaped(language.unwrap_or("en")),
        names.join(", ")
    );
    for excerpt in excerpts {
        let resolution = corpus.read(excerpt.resolution)?;
        let mut article = Article::of(corpus);
        article.open(&resolution, direction(&resolution.language));
        for block in blocks(excerpt, &resolution) {
            article.block(&block);
        }
        out.push_str(&article.finish());
    }
    out.push_str("</body>\n</html>\n");
    Ok(out)
}

/// Excerpts of one resolution as a block quote, and their source below.
pub(super) fn blockquote(
    excerpts: &[Excerpt],
    link: Option<&str>,
    source: &str,
    resolution: &Resolution,
    corpus: &Corpus,
) -> String {
    let mut article = Article::of(corpus);
    let language = escaped(&resolution.language);
    let _ = write!(article.out, "<blockquote lang=\"{language}\"");
    if let Some(link) = link {
        let _ = write!(article.out, " cite=\"{}\"", escaped(link));
    }
    article.out.push_str(">\n");
    for excerpt in excerpts {
        for block in blocks(excerpt, resolution) {
            article.block(&block);
        }
    }
    article.out.push_str("</blockquote>\n");
    article.aside();
    let _ = write!(article.out, "<p>{}</p>", escaped(source));
    article.out
}

/// The direction that a language is written in.
fn direction(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default();
    match primary {
        "ar" | "fa" | "he" | "ur" => "rtl",
        _ => "ltr",
    }
}

/// A resolution in the making.
struct Article<'c> {
    corpus: &'c Corpus,
    out: String,
    notes: Vec<String>,
}

impl<'c> Article<'c> {
    fn of(corpus: &'c Corpus) -> Self {
        Self {
            corpus,
            out: String::new(),
            notes: Vec::new(),
        }
    }

    fn open(&mut self, resolution: &Resolution, direction: &str) {
        let title = resolution.title_or_topic().unwrap_or_default();
        let between = if title.is_empty() { "" } else { ": " };
        let language = escaped(&resolution.language);
        let _ = write!(
            self.out,
            "<article lang=\"{language}\" dir=\"{direction}\">\n<h1>{}{between}{}",
            escaped(&resolution.symbol),
            escaped(&title)
        );
        self.marks(&resolution.title_notes);
        self.out.push_str("</h1>\n");
        if let Some(day) = &resolution.adopted {
            let day = escaped(day);
            let _ = writeln!(self.out, "<p><time datetime=\"{day}\">{day}</time></p>");
        }
    }

    fn block(&mut self, block: &ExportBlock<'_>) {
        match block {
            ExportBlock::Part(_, None) => {}
            ExportBlock::Part(_, Some(title)) => {
                let _ = writeln!(self.out, "<h2>{}</h2>", escaped(title));
            }
            ExportBlock::Heading(level, passage) => {
                let level = (level + 2).clamp(3, 6);
                let _ = write!(self.out, "<h{level}>");
                self.line(passage);
                let _ = writeln!(self.out, "</h{level}>");
            }
            ExportBlock::Text {
                passage,
                number,
                level,
                place,
                ..
            } => {
                let id = if passage.is_text() {
                    let citation = escaped(&self.corpus.cite(*place).to_string());
                    format!(" id=\"{}\"", citation.replace(char::is_whitespace, "_"))
                } else {
                    String::new()
                };
                let hung = if number.is_some() { "n " } else { "" };
                let _ = write!(self.out, "<p{id} class=\"{hung}l{}\">", level.min(&4));
                if let Some(number) = number {
                    let _ = write!(self.out, "<b>{}</b> ", escaped(number));
                }
                self.line(passage);
                self.out.push_str("</p>\n");
            }
            ExportBlock::Table(_, table) => self.table(table),
            ExportBlock::Rule(_) => self.out.push_str("<hr>\n"),
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str("<table>\n");
        for (position, row) in table.rows.iter().enumerate() {
            let name = if position < table.head { "th" } else { "td" };
            self.out.push_str("<tr>");
            for cell in row {
                let _ = write!(self.out, "<{name}");
                for (attribute, count) in [("colspan", cell.columns), ("rowspan", cell.rows)] {
                    if count > 1 {
                        let _ = write!(self.out, " {attribute}=\"{count}\"");
                    }
                }
                let _ = write!(self.out, ">{}", escaped(&cell.text).replace('\n', "<br>"));
                self.marks(&cell.notes);
                let _ = write!(self.out, "</{name}>");
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</table>\n");
    }

    /// The text of a passage.
    fn line(&mut self, passage: &Passage) {
        for piece in pieces(passage) {
            match piece {
                LinePiece::Text(text) => self.out.push_str(&escaped(text).replace('\n', "<br>")),
                LinePiece::Begin(span) => match &span.kind {
                    SpanKind::Link(address) if leads_out(address) => {
                        let _ = write!(self.out, "<a href=\"{}\">", escaped(address));
                    }
                    kind => {
                        let _ = write!(self.out, "<{}>", element(kind));
                    }
                },
                LinePiece::End(span) => {
                    let _ = write!(self.out, "</{}>", element(&span.kind));
                }
                LinePiece::Mark(note) => self.marks(std::slice::from_ref(note)),
            }
        }
    }

    /// Marks of notes, whose texts stand below the resolution.
    fn marks(&mut self, notes: &[Note]) {
        for note in notes {
            let mark = escaped(&note.mark);
            let _ = write!(self.out, "<sup>{mark}</sup>");
            let text = escaped(&note.text).replace('\n', "<br>");
            self.notes
                .push(format!("<p><sup>{mark}</sup> {text}</p>\n"));
        }
    }

    /// The notes, if there are any.
    fn aside(&mut self) {
        if !self.notes.is_empty() {
            let _ = write!(self.out, "<aside>\n{}</aside>\n", self.notes.concat());
        }
    }

    fn finish(mut self) -> String {
        self.aside();
        self.out.push_str("</article>\n");
        self.out
    }
}

/// The element of a span.
fn element(kind: &SpanKind) -> &'static str {
    match kind {
        SpanKind::Italic => "i",
        SpanKind::Bold => "strong",
        SpanKind::Underline => "u",
        SpanKind::Struck => "s",
        SpanKind::Superscript => "sup",
        SpanKind::Subscript => "sub",
        SpanKind::Link(_) => "a",
    }
}

/// Whether a link only leads somewhere: what it names is not run.
fn leads_out(address: &str) -> bool {
    let address = address.trim_start().to_ascii_lowercase();
    ["http://", "https://", "#"]
        .iter()
        .any(|begin| address.starts_with(begin))
}

/// A text in which nothing is a sign of HTML; controls are visible, but for line ends.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in visible_lines(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
