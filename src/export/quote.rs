//! Paragraphs as a quotation with its source, in the styles of those who quote.
//!
//! The words are those of the corpus, letter by letter; what a style adds stands around them. Forms of the source:
//!
//! | style | after |
//! |---|---|
//! | un | *United Nations Editorial Manual Online*: "Footnotes and other references", III E, and "Resolutions and other formal decisions", II E |
//! | full | the same, with organ and day as in running text |
//! | oscola | *OSCOLA 2006: Citing International Law Sources Section*, as the libraries of the Graduate Institute and of the University of West London give it |
//! | bluebook | *The Bluebook*, rule 21.7, as the library of the Graduate Institute gives it |
//!
//! Articles are cited as in treaties and statutes: `art 3(1)` and `arts 3–5` after OSCOLA, as the library of the University
//! of Northampton gives it; `art. 3(1)` after the Bluebook, rule 21.4, as that of Brooklyn Law School gives it.
//!
//! OSCOLA and the Bluebook name organs by abbreviations: they are offered for the resolutions of the Security Council and
//! the General Assembly whose day is known, which is what those guides show.

use super::blocks::with_stop;
use super::html::blockquote;
use super::markdown::quoted_blocks;
use super::pinpoint::{Dialect, pinpoint};
use super::{Excerpt, visible_lines};
use crate::text::citation::{Day, without_year};
use crate::text::corpus::{Corpus, ReadError, Resolved};
use crate::text::model::{DocumentKind, Resolution, ResolutionId};
use crate::text::visible::visible;

/// How a quotation is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuoteStyle {
    /// The text, and the citation that `resolut` reads.
    #[default]
    Plain,
    /// As documents of the United Nations cite.
    Un,
    /// With organ and day.
    Full,
    /// As OSCOLA has it.
    Oscola,
    /// As the Bluebook has it.
    Bluebook,
    /// Blocks of Markdown.
    Markdown,
    /// A block of HTML.
    Html,
    /// The citation alone.
    Citation,
}

/// A quotation in one of the styles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its style.
    pub style: QuoteStyle,
    /// How it names its source.
    pub source: String,
    /// All of it, as it is to be pasted.
    pub text: String,
}

impl QuoteStyle {
    /// All styles.
    pub const ALL: [Self; 8] = [
        Self::Plain,
        Self::Un,
        Self::Full,
        Self::Oscola,
        Self::Bluebook,
        Self::Markdown,
        Self::Html,
        Self::Citation,
    ];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Un => "un",
            Self::Full => "full",
            Self::Oscola => "oscola",
            Self::Bluebook => "bluebook",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Citation => "citation",
        }
    }

    /// What it is, in a few words.
    pub fn described(self) -> &'static str {
        match self {
            Self::Plain => "the text, and the citation behind it",
            Self::Un => "as documents of the United Nations cite",
            Self::Full => "the same with organ and day",
            Self::Oscola => "as OSCOLA has it",
            Self::Bluebook => "as the Bluebook has it",
            Self::Markdown => "block quotes of Markdown, and the full source",
            Self::Html => "a block quote of HTML, and the full source",
            Self::Citation => "the citation alone",
        }
    }

    /// The style of that name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|style| style.name().eq_ignore_ascii_case(name))
    }
}

/// Quotes what is cited. None where the style has no form for such a document.
///
/// ```
/// use resolut::bundle;
/// use resolut::export::{QuoteStyle, quote};
///
/// let corpus = bundle::corpus();
/// let cited = corpus.read_citation("2/34-P paras 7 and 8", None)?;
/// let quoted = quote(QuoteStyle::Un, &cited, &corpus)?.expect("all have that form");
/// assert_eq!(quoted.source, "resolution 2/34-P, paras. 7 and 8");
/// assert!(quoted.text.starts_with("“7. Requests the Islamic Development Bank"));
/// assert!(quoted.text.ends_with("” (resolution 2/34-P, paras. 7 and 8)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The resolution can't be read.
pub fn quote(
    style: QuoteStyle,
    cited: &Resolved,
    corpus: &Corpus,
) -> Result<Option<Quotation>, ReadError> {
    let resolution = corpus.read(cited.resolution)?;
    let Some(source) = source(style, cited, &resolution, corpus) else {
        return Ok(None);
    };
    let source = visible(&source).into_owned();
    let units = units(cited, &resolution);
    let text = match style {
        QuoteStyle::Citation => source.clone(),
        QuoteStyle::Plain => format!("{} ({source})", lines(&units, &resolution)),
        QuoteStyle::Markdown => {
            quoted_blocks(&excerpts(&units, cited, &resolution), &source, &resolution)
        }
        QuoteStyle::Html => {
            let excerpts = excerpts(&units, cited, &resolution);
            blockquote(
                &excerpts,
                link(&resolution.symbol).as_deref(),
                &source,
                &resolution,
                corpus,
            )
        }
        _ => format!("“{}” ({source})", running(&units, &resolution)),
    };
    Ok(Some(Quotation {
        style,
        source,
        text,
    }))
}

/// The paragraphs or points that are quoted: those cited, or all of the resolution.
fn units(cited: &Resolved, resolution: &Resolution) -> Vec<usize> {
    if !cited.passages.is_empty() {
        return cited.units(resolution);
    }
    let all = 0..resolution.passages.len();
    let whole = Resolved {
        resolution: cited.resolution,
        passages: vec![all],
    };
    whole.units(resolution)
}

fn excerpts(units: &[usize], cited: &Resolved, resolution: &Resolution) -> Vec<Excerpt> {
    let excerpt = |&unit: &usize| Excerpt {
        resolution: cited.resolution,
        passages: vec![resolution.unit(unit)],
        is_whole: false,
    };
    units.iter().map(excerpt).collect()
}

/// A line for each; of several each with its number.
fn lines(units: &[usize], resolution: &Resolution) -> String {
    let lines = units.iter().map(|&unit| {
        let text = resolution.unit_text(unit);
        let line = match &resolution.passages[unit].number {
            Some(number) if units.len() > 1 => format!("{number} {text}"),
            _ => text.into_owned(),
        };
        visible(&line).into_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// One line of all; of several each with its number, and a sign where some were left out.
fn running(units: &[usize], resolution: &Resolution) -> String {
    let mut all = String::new();
    let mut end = None;
    for &unit in units {
        let passages = &resolution.passages;
        if let Some(end) = end {
            let is_between = |at: usize| passages[at].is_text();
            let left_out = unit < end || (end..unit).any(is_between);
            all.push_str(if left_out { " […] " } else { " " });
        }
        if let Some(number) = passages[unit].number.as_deref().filter(|_| units.len() > 1) {
            all.push_str(&with_stop(number));
            all.push(' ');
        }
        all.push_str(&resolution.unit_text(unit));
        end = Some(resolution.unit(unit).end);
    }
    visible(&all).into_owned()
}

/// How a style names what is cited.
fn source(
    style: QuoteStyle,
    cited: &Resolved,
    resolution: &Resolution,
    corpus: &Corpus,
) -> Option<String> {
    let day = resolution.adopted.as_deref().and_then(Day::read);
    // Behind a comma, where it is not the whole document.
    let place = |dialect: Dialect| {
        let place = pinpoint(cited, resolution, corpus, dialect);
        if place.is_empty() {
            place
        } else {
            format!(", {place}")
        }
    };
    match style {
        QuoteStyle::Plain | QuoteStyle::Citation => Some(corpus.cite_all(cited).to_string()),
        QuoteStyle::Un => Some(document(resolution) + &place(Dialect::Un)),
        QuoteStyle::Full | QuoteStyle::Markdown | QuoteStyle::Html => {
            let document = full(cited.resolution, resolution, day, corpus);
            Some(document + &place(Dialect::Un))
        }
        QuoteStyle::Oscola => {
            let (organ, number, symbol) = of_un(resolution)?;
            let (day, place) = (day?, place(Dialect::Oscola));
            Some(format!(
                "UN{organ} Res {number} ({day}) UN Doc {symbol}{place}"
            ))
        }
        QuoteStyle::Bluebook => {
            let (organ, number, symbol) = of_un(resolution)?;
            let [first, second] = [organ.get(..1)?, organ.get(1..)?];
            let (day, place) = (american(day?), place(Dialect::Bluebook));
            Some(format!(
                "{first}.{second}. Res. {number}{place}, U.N. Doc. {symbol} ({day})"
            ))
        }
    }
}

/// `resolution 1325 (2000)`, `resolution 2/34-P`.
fn document(resolution: &Resolution) -> String {
    let symbol = &resolution.symbol;
    match resolution.kind {
        DocumentKind::Draft => format!("draft resolution {symbol}"),
        DocumentKind::Statement => format!("statement {symbol}"),
        DocumentKind::Resolution => {
            let number = symbol
                .rsplit_once("/RES/")
                .map_or(&**symbol, |(_, number)| number);
            format!("resolution {number}")
        }
    }
}

/// `Security Council resolution 1325 (2000) of 31 October 2000`.
fn full(id: ResolutionId, resolution: &Resolution, day: Option<Day>, corpus: &Corpus) -> String {
    let organ = &corpus.session(corpus.session_of(id)).organ;
    let organ = organ.strip_prefix("United Nations ").unwrap_or(organ);
    let between = if organ.is_empty() { "" } else { " " };
    let day = day.map_or_else(String::new, |day| format!(" of {day}"));
    format!("{organ}{between}{}{day}", document(resolution))
}

/// The letters of the organ, the number and the symbol as the guides give them: `SC`, `1325`, `S/RES/1325`.
fn of_un(resolution: &Resolution) -> Option<(&'static str, &str, &str)> {
    if resolution.kind != DocumentKind::Resolution {
        return None;
    }
    let symbol = &*resolution.symbol;
    // The year in brackets belongs to the Council's numbers, not to the symbol.
    let symbol = without_year(symbol).map_or(symbol, |(symbol, _)| symbol);
    let organs = [("S/RES/", "SC"), ("A/RES/", "GA")];
    let of = |(prefix, organ)| Some((organ, symbol.strip_prefix(prefix)?, symbol));
    organs.into_iter().find_map(of)
}

/// `Oct. 31, 2000`: months of more than four letters are cut, September to four.
fn american(day: Day) -> String {
    let month = day.month_name();
    let month = match month.len() {
        ..=4 => month.to_owned(),
        _ if month == "September" => "Sept.".to_owned(),
        _ => format!("{month:.3}."),
    };
    format!("{month} {}, {}", day.day, day.year)
}

/// Where the document of a symbol of the United Nations is to be had.
fn link(symbol: &str) -> Option<String> {
    let is_of_un = ["S/", "A/", "E/"]
        .iter()
        .any(|prefix| symbol.starts_with(prefix));
    let symbol = visible_lines(symbol);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/().-".contains(c);
    let symbol: String = symbol.split_whitespace().collect();
    (is_of_un && symbol.chars().all(is_plain)).then(|| format!("https://undocs.org/{symbol}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_cut_as_the_bluebook_cuts_them() {
        let day = |iso| american(Day::read(iso).unwrap());
        assert_eq!(day("2000-10-31"), "Oct. 31, 2000");
        assert_eq!(day("2001-09-28"), "Sept. 28, 2001");
        assert_eq!(day("2008-06-02"), "June 2, 2008");
        assert_eq!(day("2008-05-02"), "May 2, 2008");
    }

    #[test]
    fn only_symbols_that_the_guides_show_have_an_organ() {
        let named = |symbol: &str| {
            let resolution = Resolution::new(symbol, "en");
            of_un(&resolution).map(|(organ, number, symbol)| format!("{organ} {number} {symbol}"))
        };
        assert_eq!(
            named("S/RES/1325 (2000)").as_deref(),
            Some("SC 1325 S/RES/1325")
        );
        assert_eq!(
            named("S/RES/1325(2000)").as_deref(),
            Some("SC 1325 S/RES/1325")
        );
        assert_eq!(
            named("A/RES/51/210").as_deref(),
            Some("GA 51/210 A/RES/51/210")
        );
        assert_eq!(named("2/34-P"), None);
        assert_eq!(named("HB/RES/1 (2019)"), None);
    }
}
