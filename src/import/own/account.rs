//! What is told of sessions that were taken in as they are.

use crate::import::report::{Counts, Report, WordCounts};
use crate::import::{HandRepairs, ImportError, Options, SourceDocument};
use crate::text::model::{Part, Passage, PassageKind, Resolution, WholeSession};

/// The report of a document of ours, before anything is counted; it speaks of the document as `called`.
///
/// # Errors
/// Something is said of the document, which it says itself.
pub(super) fn begin(
    document: &SourceDocument,
    options: &Options<'_>,
    called: &str,
) -> Result<Report, ImportError> {
    if let Some(word) = options.front.given() {
        let file = options.file_name.to_owned();
        return Err(ImportError::SaysItself { file, word });
    }
    let mut report = document.begin_report(options);
    if *options.repairs != HandRepairs::NOTHING {
        let message = format!("repairs mend a text; {called} is taken as it is");
        report.doubt(1, message);
    }
    Ok(report)
}

/// Counts what the sessions hold.
pub(super) fn count(sessions: &[WholeSession], report: &mut Report) {
    report.counts.sessions = sessions.len();
    for resolution in sessions.iter().flat_map(|session| &session.resolutions) {
        add(resolution, &mut report.counts);
        add_words(resolution, &mut report.words);
    }
    report.words.add_up();
    report.words.source = report.words.read;
}

fn add(resolution: &Resolution, counts: &mut Counts) {
    counts.resolutions += 1;
    counts.annexes += resolution.annexes.len();
    for passage in resolution.passages.iter().filter(|one| one.is_text()) {
        match passage.part {
            _ if passage.depth > 0 => counts.points += 1,
            part if part.annex().is_some() || part == Part::Opening => {}
            part if part.is_preamble() => counts.preambular += 1,
            _ => counts.operative += 1,
        }
    }
}

fn add_words(resolution: &Resolution, words: &mut WordCounts) {
    words.titles += words_of(resolution.title.as_deref());
    for heading in &resolution.headings {
        words.headings += words_of(Some(heading));
    }
    for section in &resolution.sections {
        words.headings += words_of(section.number.as_deref()) + words_of(section.title.as_deref());
    }
    for annex in &resolution.annexes {
        let lines = annex.headings.iter().chain(&annex.number);
        for line in lines.chain(&annex.title) {
            words.headings += words_of(Some(line));
        }
        words.notes += words_of_notes(annex.notes.iter().map(|note| &*note.text));
    }
    words.notes += words_of_notes(resolution.title_notes.iter().map(|note| &*note.text));
    for passage in &resolution.passages {
        words.numbers += words_of(passage.number.as_deref());
        *place(passage, words) += words_of(Some(&passage.text));
        words.notes += words_of_notes(passage.all_notes().map(|note| &*note.text));
    }
}

/// Where the words of a passage are counted.
fn place<'w>(passage: &Passage, words: &'w mut WordCounts) -> &'w mut usize {
    match &passage.kind {
        PassageKind::Heading { .. } => &mut words.headings,
        PassageKind::Rule => &mut words.rules,
        _ if passage.part == Part::Opening => &mut words.openings,
        _ => &mut words.text,
    }
}

fn words_of(text: Option<&str>) -> usize {
    text.map_or(0, |text| text.split_whitespace().count())
}

fn words_of_notes<'n>(notes: impl Iterator<Item = &'n str>) -> usize {
    notes.map(|text| words_of(Some(text))).sum()
}
