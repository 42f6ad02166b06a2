//! Reads a text that came out of a PDF.
//!
//! A resolution reaches from one heading to the next. A heading counts only where an opening or a
//! paragraph 1 follows: so an index before the first resolution holds none, and a running head with the
//! symbol of the open resolution begins no new one.

use std::ops::Range;

use super::by_hand::LineTold;
use super::report::{RepairKind, Report};
use super::sessions::Sessions;
use super::{
    Front, Import, ImportError, Options, SourceDocument, SourceFormat, front, source, words,
};
use crate::text::format;
use crate::text::lead::Verb;
use crate::text::model::WholeSession;
use draft::Draft;
use furniture::Pages;
use head::{labels, masthead};
use headings::{Heading, code, numbered_below};

mod adoption;
mod blocks;
mod bodies;
mod draft;
mod first_paragraph;
mod forms;
mod furniture;
pub(super) mod head;
pub(super) mod headings;
mod leads;
mod notes;
mod numbering;
pub(super) mod opening;
mod paragraphs;
mod run_in;
mod unfold;

/// The longest masthead, in lines.
const MASTHEAD: usize = 20;

/// What a title in small letters begins with, below the symbol.
const ABOUT: [&str; 14] = [
    "on",
    "sur",
    "relative",
    "relatif",
    "concernant",
    "concerning",
    "sobre",
    "relativa",
    "über",
    "zur",
    "о",
    "об",
    "بشأن",
    "حول",
];

/// How far below its heading an opening stands, in lines, where no blank lines part them.
const HEAD: usize = 12;

/// Reads the resolutions of a source.
///
/// ```
/// use resolut::import::{Options, pdf_text};
///
/// let source = "\
/// RESOLUTION NO. 6/35-E
/// ON
/// LANTERNS
///
/// The Thirty-Fifth Session of the Board of Boats, held in Keel on 2 June 2008,
///
/// Recalling the Plan of Lanterns,
///
/// 1. Decides that each boat carries
/// one lantern.
/// ";
/// let import = pdf_text::read(source.as_bytes(), &Options::new("lanterns.txt"))?;
/// assert_eq!(import.report.counts.operative, 1);
/// assert_eq!(import.report.words.source, source.split_whitespace().count());
/// # Ok::<(), resolut::import::ImportError>(())
/// ```
///
/// # Errors
/// The bytes are no text in the encoding, or the text holds no resolution.
pub fn read(bytes: &[u8], options: &Options<'_>) -> Result<Import, ImportError> {
    super::read_document(&SourceDocument::of(bytes, options)?, options)
}

/// Reads the resolutions of a document.
///
/// # Errors
/// It holds no resolution.
pub fn read_document(
    document: &SourceDocument,
    options: &Options<'_>,
) -> Result<Import, ImportError> {
    let mut report = document.begin_report(options);
    let told = options;
    let known = told.front.clone().or(document.own_front(1));
    let options = &Options {
        front: &known,
        ..*told
    };
    let text = source::without_controls(&document.text, &mut report);
    let mut lines = source::lines_of(&text, &mut report);
    if lines.is_empty() {
        return Err(ImportError::Empty {
            file: options.file_name.to_owned(),
        });
    }
    report.words.source = lines.iter().map(|line| line.words.len()).sum();
    furniture::line_numbers::take(&mut lines, &mut report);
    let is_laid = matches!(document.format, SourceFormat::Text | SourceFormat::Pdf);
    let laid = is_laid.then(|| paragraphs::columns::tables(&lines));
    let shapes = laid.as_ref().unwrap_or(&document.shapes);
    for line in &mut lines {
        line.shape = shapes.shape(line.number);
    }
    let leads = leads::of(&lines, options, &mut report);
    let mut lines = unfold::unfold(run_in::part(lines, leads), leads);
    let usual_gap = source::usual_gap(&lines);
    if is_laid {
        headings::centred::note(&mut lines);
        lines = numbering::apart::part(lines, leads, usual_gap);
    }
    let notes = notes::take(&mut lines, usual_gap, leads);
    let mut pages = Pages::of(&lines, usual_gap, leads, notes, shapes, &mut report);
    pages.take_as_told(options.repairs.fit(&lines, &mut report));
    let given = front_of(told, &pages);
    let front = given.clone().or(document.own_front(1));
    let options = &Options {
        front: &front,
        ..*told
    };
    let mut found = numbered_below::resolutions(&pages);
    if found.is_empty() {
        found = resolutions(&mut pages, &mut report);
    }
    if found.is_empty() {
        found = unnamed(&pages, options, &mut report);
    }
    given.fits(found.len(), options.file_name)?;
    let front = given.or(document.own_front(found.len()));
    let options = &Options {
        front: &front,
        ..*told
    };
    let Some((first, _)) = found.first() else {
        return Err(ImportError::NoResolution {
            file: options.file_name.to_owned(),
        });
    };
    let begin = first.start;
    let symbols: Vec<_> = found.iter().map(|(_, heading)| &*heading.symbol).collect();
    pages.leave_out_front(begin, &symbols);

    let is_one = found.len() == 1;
    let mut sessions = Sessions::default();
    for (range, heading) in found {
        let read = Draft::read(&mut pages, range.clone(), &heading, &mut report);
        let draft = read.ok_or_else(|| ImportError::LosesWords {
            file: options.file_name.to_owned(),
            symbol: heading.symbol.clone(),
            first: lines[range.start].number,
            last: lines[range.end - 1].number,
        })?;
        let mut resolution = draft.resolution(options, &heading.symbol, &mut report);
        options.front.describe(&mut resolution, &mut report);
        if is_one {
            document.complete(&mut resolution, &mut report);
        }
        sessions.add(resolution, options, &mut report);
    }
    pages.count(&mut report);
    report.words.add_up();
    pages.tell_left_out(&mut report);
    let mut sessions = sessions.finish();
    sign(&mut sessions, &format::digest(document.text.as_bytes()));
    report.counts.sessions = sessions.len();
    report.sort();
    Ok(Import { sessions, report })
}

/// What the options say of a document, and where they are silent its repairs.
fn front_of(options: &Options<'_>, pages: &Pages<'_>) -> Front {
    let title = pages.told_at(&LineTold::Title, 0..pages.lines.len());
    let told = Front {
        title: title.map(|line| pages.lines[line].text()),
        ..Front::NOTHING
    };
    let repaired = options.repairs.front.clone().or(told);
    options.front.clone().or(repaired)
}

/// Notes in each resolution what its source was.
pub(super) fn sign(sessions: &mut [WholeSession], digest: &str) {
    let resolutions = sessions.iter_mut().flat_map(|one| &mut one.resolutions);
    for source in resolutions.filter_map(|one| one.source.as_mut()) {
        source.sha256 = Some(digest.into());
    }
}

/// The lines of each resolution, from its heading on.
fn resolutions(pages: &mut Pages<'_>, report: &mut Report) -> Vec<(Range<usize>, Heading)> {
    let (lines, language) = (pages.lines, pages.leads.language());
    let mut headings: Vec<_> = (0..lines.len())
        .filter(|&index| pages.kinds[index] == furniture::LineKind::Text)
        .filter_map(|index| {
            let read = headings::read_lines(&lines[index..], language);
            let motion = || headings::of_motion(&lines[index]).filter(|_| pages.leads.names_body());
            Some((index, read.or_else(motion)?))
        })
        .filter(|(index, heading)| pages.kinds[index + heading.below] == furniture::LineKind::Text)
        .filter(|(index, heading)| {
            heading.sure && heading.below == 0 || stands_apart(pages, *index)
        })
        .filter(|(index, heading)| heading.below > 0 || !goes_on(pages, *index))
        .collect();
    // The symbol below `Resolution adopted by …` begins nothing of its own, nor one right below another.
    let mut taken = 0;
    headings.retain(|(index, heading)| {
        let words = &lines[*index].words;
        let again = *index == taken && taken > 0 && lines[*index].blank_before <= pages.usual_gap;
        let own = *index >= taken && !(again && headings::is_symbol(words));
        if own {
            taken = index + heading.below + 1;
        }
        own
    });
    let mut found: Vec<(Range<usize>, Heading)> = Vec::new();
    // The heading above, where nothing but a note on the vote stands below it.
    let mut over: Option<(usize, &str)> = None;
    for (position, (start, heading)) in headings.iter().enumerate() {
        let end = headings
            .get(position + 1)
            .map_or(lines.len(), |next| next.0);
        let body = pages.text(start + heading.below + 1..end);
        let opened = first_paragraph::find_opening(lines, &body, pages.leads).is_some();
        let again = found
            .last()
            .is_some_and(|(_, open)| code::is_same(&open.symbol, &heading.symbol));
        let ended = found.is_empty() || ends_something(pages, *start);
        let begins = || {
            first_paragraph::opens_first(lines, &body, pages.leads)
                || first_paragraph::opens_recitals(lines, &body, pages.leads)
                || first_paragraph::find_enacting(lines, &body, pages.leads).is_some()
                || first_paragraph::find_counted(lines, &body).is_some()
                || pages.leads.names_body()
                    && first_paragraph::find_paragraph(lines, &body, pages.leads)
                        .is_some_and(|at| at < HEAD)
        };
        if opened || !again && ended && begins() {
            let over = over
                .take()
                .filter(|(_, symbol)| code::is_same(symbol, &heading.symbol));
            let begin = masthead_of(pages, *start, found.last().map(|(open, _)| open.start));
            let begin = over.map_or(begin, |(over, _)| over.min(begin));
            if let Some((open, _)) = found.last_mut() {
                open.end = begin;
            }
            let below = heading.below + start - begin;
            let heading = Heading {
                below,
                ..heading.clone()
            };
            found.push((begin..lines.len(), heading));
        } else if body.is_empty() && !pages.closing_in(&(*start..end)).is_empty() {
            over = Some((*start, &heading.symbol));
        } else if again {
            pages.kinds[*start] = furniture::LineKind::Furniture;
            let what = format!("running head `{}` dropped", lines[*start].text());
            report.repair(lines[*start].number, RepairKind::Furniture, what);
        } else if !found.is_empty() {
            let message = format!(
                "`{}` reads like a heading, but no opening follows; read as running text",
                lines[*start].text()
            );
            report.doubt(lines[*start].number, message);
        }
    }
    found
}

/// The first line of what stands above the heading of a resolution and belongs to it: of the first, a masthead; of
/// another, behind the one that begins at `open`, lines with labels.
fn masthead_of(pages: &Pages<'_>, start: usize, open: Option<usize>) -> usize {
    let floor = open
        .map_or(0, |open| open + 1)
        .max(start.saturating_sub(MASTHEAD));
    let above = pages.text(floor..start);
    let belongs = |&&index: &&usize| {
        let words = &pages.lines[index].words;
        if open.is_none() {
            // A title may stand there.
            let titles = index + 1 == start && pages.lines[index].is_heading();
            titles && !pages.lines[start].is_heading() || masthead::stands_above(words)
        } else {
            labels::read(words).is_some()
        }
    };
    let first = above.iter().rev().take_while(belongs).last();
    first.copied().unwrap_or(start)
}

/// The whole document as one resolution whose symbol is not printed: the one that is given, or one made from the
/// name of the file; or as several, one for each head with labels. Empty where neither an opening is found nor a
/// preamble with a paragraph 1.
fn unnamed(
    pages: &Pages<'_>,
    options: &Options<'_>,
    report: &mut Report,
) -> Vec<(Range<usize>, Heading)> {
    let lines = pages.lines;
    let given = options.front.symbol.as_ref();
    let heads = if given.is_some() {
        vec![]
    } else {
        heads(pages)
    };
    let ends = heads.iter().copied().chain([lines.len()]);
    let begins = std::iter::once(0).chain(heads.iter().copied());
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (begin, end) in begins.zip(ends) {
        if opens_unnamed(pages, begin..end, given.is_some()) {
            parts.push((begin, end));
        } else if let Some(open) = parts.last_mut() {
            // A head over no resolution is text of the one above it.
            open.1 = end;
        }
    }
    let count = parts.len();
    let printed = numbered_below::at_end(pages)
        .or_else(|| bracketed_in_head(pages))
        .filter(|_| count == 1);
    let given = given.or(printed.as_ref());
    let named = (1..).zip(parts).filter_map(|(number, (begin, end))| {
        let first = *pages.text(begin..end).first()?;
        let symbol = given.cloned().unwrap_or_else(|| {
            let made = front::symbol_of(options.file_name, options.row);
            let made = if count > 1 {
                format!("{made}-{number}")
            } else {
                made
            };
            let message = format!("no symbol is printed; called `{made}` after its file");
            report.doubt(lines[first].number, message);
            made
        });
        Some((first..end, Heading::unprinted(symbol)))
    });
    named.collect()
}

/// The symbol that stands in brackets on a line of the head: `(C/2023/1482)`.
fn bracketed_in_head(pages: &Pages<'_>) -> Option<String> {
    let head = pages.text(0..pages.lines.len().min(MASTHEAD));
    let words = |index: usize| pages.lines[index].words.as_slice();
    let line = head
        .into_iter()
        .find(|&index| masthead::is_bracketed_symbol(words(index)))?;
    Some(words(line)[0].trim_matches(['(', ')']).to_owned())
}

/// Where heads with labels begin behind the first one, each with a paragraph 1 over it.
fn heads(pages: &Pages<'_>) -> Vec<usize> {
    let lines = pages.lines;
    let label = |index: usize| labels::read(&lines[index].words).is_some();
    let text = pages.text(0..lines.len());
    let mut heads = Vec::new();
    // No paragraph 1 begins before it that stands below the last head.
    let mut looked = 0;
    for at in 1..text.len() {
        let (index, above) = (text[at], text[at - 1]);
        let opens = label(index) && text.get(at + 1).is_some_and(|&next| label(next));
        if !opens || label(above) || !lines[above].ends_sentence() {
            continue;
        }
        if first_paragraph::opens_first(lines, &text[looked..at], pages.leads) {
            heads.push(index);
            looked = at;
        } else {
            // A number that stands alone is told by the line below it.
            looked = at - 1;
        }
    }
    heads
}

/// Whether these lines open a resolution whose symbol is not printed; `sure` where a person says that they do.
fn opens_unnamed(pages: &Pages<'_>, range: Range<usize>, sure: bool) -> bool {
    let lines = pages.lines;
    let body = pages.text(range);
    let paragraph = first_paragraph::find_paragraph(lines, &body, pages.leads);
    let begins = paragraph.is_some_and(|at| {
        sure || pages.leads.names_body()
            || first_paragraph::opens_both(lines, &body, at, pages.leads)
            || pages.leads.verb(&lines[body[at]].text()) == Some(Verb::Participle)
                && first_paragraph::find_counted(lines, &body[at..]).is_some()
            || labelled(pages, &body[..at])
    });
    begins
        || first_paragraph::find_opening(lines, &body, pages.leads).is_some()
        || first_paragraph::opens_recitals(lines, &body, pages.leads)
        || first_paragraph::find_enacting(lines, &body, pages.leads).is_some()
        || first_paragraph::sections::find(lines, &body, pages.leads).is_some()
        || opens_below_body(pages, &body)
}

/// Whether the name of a body stands right above a paragraph 1 that may open with any words.
fn opens_below_body(pages: &Pages<'_>, body: &[usize]) -> bool {
    let (lines, language) = (pages.lines, pages.leads.language());
    let first = first_paragraph::find_counted_below_body(lines, body, language, false);
    let label = |at: usize| numbering::number(&lines[body[at]].words);
    first.is_some_and(|at| {
        label(at).is_none() && bodies::may_open(&lines[body[at]].text(), language)
    })
}

/// Whether lines with labels stand among those above a first paragraph.
fn labelled(pages: &Pages<'_>, head: &[usize]) -> bool {
    let labels = head
        .iter()
        .filter(|&&index| labels::read(&pages.lines[index].words).is_some());
    labels.count() >= 2
}

/// Whether a gap, a rule or a page's end stands before a line.
fn stands_apart(pages: &Pages<'_>, index: usize) -> bool {
    let line = &pages.lines[index];
    let is_of_masthead = |line: &source::Line<'_>| masthead::stands_above(&line.words);
    line.blank_before > pages.usual_gap
        || index < HEAD && pages.lines[..index].iter().all(is_of_masthead)
        || pages.kinds[index - 1] != furniture::LineKind::Text
        || pages.page_breaks(index - 1, index)
        || opens_below(pages, index)
}

/// Whether an opening or paragraph 1 stands a few lines below a line, and the sentence before the line can end there.
fn opens_below(pages: &Pages<'_>, index: usize) -> bool {
    let hangs = pages.lines[..index]
        .last()
        .and_then(|line| line.words.last())
        .is_some_and(|word| words::goes_on(word));
    if hangs {
        return false;
    }
    let below = pages.text(index + 1..pages.lines.len().min(index + HEAD));
    first_paragraph::find_opening(pages.lines, &below, pages.leads).is_some()
        || first_paragraph::opens_first(pages.lines, &below, pages.leads)
        || first_paragraph::opens_recitals(pages.lines, &below, pages.leads)
}

/// Whether the line before a heading can be the last of a resolution.
fn ends_something(pages: &Pages<'_>, index: usize) -> bool {
    let before = pages.lines[..index].last();
    before.is_none_or(source::Line::ends_sentence)
        || pages.kinds[index - 1] == furniture::LineKind::Rule
}

/// Whether a sentence goes on in the line below a heading.
fn goes_on(pages: &Pages<'_>, index: usize) -> bool {
    // A title may go on there, above an opening.
    let titled = code::is_organ_code(pages.lines[index].words[0]);
    if titled && opens_below(pages, index) {
        return false;
    }
    let below = pages.text(index + 1..pages.lines.len().min(index + 8));
    below.first().is_some_and(|&below| {
        let first = pages.lines[below].words[0];
        !ABOUT.contains(&first) && !headings::adopts(first) && first.starts_with(char::is_lowercase)
    })
}
