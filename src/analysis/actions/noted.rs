//! Acts as a query asks for them.

use super::Act;
use crate::analysis::is_read;
use crate::search::NotedAct;
use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;

/// The acts of a resolution in their order; none of a text that is not in English or can't be read.
///
/// ```
/// use resolut::analysis::actions;
/// use resolut::bundle;
/// use resolut::search::{Finder, Question};
///
/// let corpus = bundle::corpus();
/// let mut finder = Finder::of(&corpus).reading_acts(actions::noted);
/// let findings = finder.find(&Question { query: "does:report ", open: None, limit: 9 });
/// assert_eq!(findings.sure, 2);
/// ```
pub fn noted(corpus: &Corpus, id: ResolutionId) -> Option<Vec<NotedAct>> {
    let resolution = is_read(corpus, id).then(|| corpus.read(id).ok())??;
    let adopted = corpus.adopted_on(id);
    let mut noted = Vec::new();
    for paragraph in 0..resolution.passages.len() {
        if resolution.passages[paragraph].is_paragraph() {
            let text = resolution.unit_text(paragraph);
            let acts = super::of(&resolution, paragraph);
            let acts = acts.iter().map(|(_, act)| note(act, &text, adopted));
            noted.extend(acts.map(|act| NotedAct { paragraph, ..act }));
        }
    }
    Some(noted)
}

/// An act of a text, as a query asks for it; its paragraph is still to be named.
pub fn note(act: &Act, text: &str, adopted: Option<&str>) -> NotedAct {
    let words =
        |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
    let days = act.due.iter().filter_map(|(_, due)| due.day(adopted));
    NotedAct {
        paragraph: 0,
        verb: act.verb.clone(),
        addressees: act.addressees.iter().map(words).collect(),
        is_report: act.is_report,
        due: act.due.iter().map(|(range, _)| words(range)).collect(),
        days: days.collect(),
    }
}
