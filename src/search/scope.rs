//! Which paragraphs a query wants at all: its operators, and what must or must not stand there.

use super::concordance::Concordance;
use super::expand;
use super::names::Names;
use super::paragraphs::Paragraphs;
use super::query::{Query, Section, Within};
use super::run::Run;
use crate::corpus::Corpus;
use crate::model::ResolutionId;

/// The paragraphs that a query is narrowed to.
#[derive(Debug, Default)]
pub(super) struct Scope {
    section: Option<Section>,
    /// By lead verb, whether it is wanted.
    verbs: Option<Vec<bool>>,
    /// By resolution, whether it is wanted.
    resolutions: Option<Vec<bool>>,
    /// By wording, whether it holds what must not stand there.
    excluded: Option<Vec<bool>>,
}

impl Scope {
    pub(super) fn new(
        query: &Query,
        open: Option<ResolutionId>,
        corpus: &Corpus,
        (paragraphs, words, names): (&Paragraphs, &Concordance, &Names),
    ) -> Self {
        let mut scope = Self {
            section: query.part,
            ..Self::default()
        };
        if !query.verbs.is_empty() {
            let wanted = |lead: &String| {
                let has = |verb: &String| format!("{lead} ").starts_with(verb.as_str());
                query.verbs.iter().all(has)
            };
            scope.verbs = Some(paragraphs.verbs().iter().map(wanted).collect());
        }
        for within in &query.within {
            let wanted = match within {
                Within::Open => open.into_iter().collect(),
                Within::Symbol(symbol) => names.resolutions_called(symbol),
            };
            scope.narrow(corpus, |resolution| wanted.contains(&resolution));
        }
        for session in &query.sessions {
            let wanted = names.sessions_called(session);
            scope.narrow(corpus, |id| wanted.contains(&corpus.session_of(id)));
        }
        for phrase in &query.excluded {
            scope.exclude(words, phrase);
        }
        scope
    }

    fn narrow(&mut self, corpus: &Corpus, wanted: impl Fn(ResolutionId) -> bool) {
        let all = corpus.resolutions();
        let kept = self
            .resolutions
            .get_or_insert_with(|| vec![true; all.len()]);
        for (kept, id) in kept.iter_mut().zip(all) {
            *kept &= wanted(id);
        }
    }

    fn exclude(&mut self, words: &Concordance, phrase: &[String]) {
        let texts = words.postings.texts();
        let excluded = self.excluded.get_or_insert_with(|| vec![false; texts]);
        let ids: Option<Vec<_>> = phrase
            .iter()
            .map(|word| expand::exact(words, word))
            .collect();
        let Some((&first, _)) = ids.as_deref().and_then(|ids| ids.split_first()) else {
            return;
        };
        let alone = phrase.len() == 1;
        let run = Run::new(words, phrase, false);
        words.postings.each(first, |text| {
            excluded[text as usize] |= alone || run.stands_in(words, text);
        });
    }

    /// Whether every paragraph is wanted.
    pub(super) fn is_all(&self) -> bool {
        self.excluded.is_none()
            && self.verbs.is_none()
            && self.section.is_none()
            && self.resolutions.is_none()
    }

    /// Whether some paragraph of a wording is wanted.
    pub(super) fn holds(&self, paragraphs: &Paragraphs, wording: u32) -> bool {
        let excluded = self.excluded.as_ref();
        if excluded.is_some_and(|excluded| excluded[wording as usize]) {
            return false;
        }
        let verbs = self.verbs.as_ref();
        if verbs.is_some_and(|verbs| !verbs.get(paragraphs.lead(wording)).is_some_and(|&v| v)) {
            return false;
        }
        let any = self.section.is_none() && self.resolutions.is_none();
        any || paragraphs
            .alike(wording)
            .any(|one| self.holds_paragraph(paragraphs, one))
    }

    /// Whether one of the paragraphs of a wording that is wanted is wanted itself.
    pub(super) fn holds_paragraph(&self, paragraphs: &Paragraphs, paragraph: u32) -> bool {
        let in_section = self
            .section
            .is_none_or(|section| paragraphs.section(paragraph) == section);
        in_section
            && self.resolutions.as_ref().is_none_or(|wanted| {
                let id = paragraphs.resolution(paragraph);
                wanted.get(id.0 as usize).is_some_and(|&wanted| wanted)
            })
    }
}
