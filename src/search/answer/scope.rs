//! Which paragraphs a query wants at all: its operators, and what must or must not stand there.

use std::sync::OnceLock;

use crate::search::answer::Searched;
use crate::search::answer::asked::ActDesk;
use crate::search::answer::latest::Latest;
use crate::search::index::Index;
use crate::search::index::paragraphs::id::ParagraphId;
use crate::search::index::paragraphs::{Paragraphs, PartKind};
use crate::search::index::text_set::{TextId, Texts};
use crate::search::query::{Bounds, WithinResolution};
use crate::search::terms::phrase;
use crate::text::corpus::Corpus;
use crate::text::model::ResolutionId;
use counts::Alike;
use names::{ScopeNames, is_in};

pub(in crate::search) mod absent;
mod counts;
mod names;

/// Scopes kept from key to key.
pub(in crate::search) type Scopes = Latest<ScopeKey, Scope, 4>;

/// What a scope depends on.
#[derive(Debug, PartialEq)]
pub(in crate::search) struct ScopeKey {
    pub(in crate::search) bounds: Bounds,
    pub(in crate::search) open: Option<ResolutionId>,
    /// The language that the reader chose.
    pub(in crate::search) language: Option<String>,
}

/// The paragraphs that a query is narrowed to.
#[derive(Debug, Default)]
pub(in crate::search) struct Scope {
    part: Option<PartKind>,
    without_parts: Vec<PartKind>,
    /// By resolution, whether it is wanted.
    resolutions: Option<Vec<bool>>,
    /// By paragraph, whether an act of it is wanted; `None` where acts do not matter.
    asked: Option<Vec<bool>>,
    /// By resolution, whether it is in a language that is wanted; `None` where all are.
    languages: Option<Vec<bool>>,
    /// By resolution, whether it is in a language that is not wanted; a second text of one language is none.
    others: Vec<bool>,
    /// How many paragraphs are in those languages.
    searched: Option<usize>,
    /// The wordings with a paragraph that is wanted; `None` where all paragraphs are.
    texts: Option<Texts>,
    /// The same in whatever language.
    in_all_languages: Option<Texts>,
    /// What is said of operators that name nothing.
    absent: Vec<String>,
    /// By wording; made when paragraphs are counted first.
    alike: OnceLock<Vec<Alike>>,
}

/// By number, which lead verbs are wanted, and which are not; none where it does not matter.
struct Verbs {
    only: Option<Vec<bool>>,
    without: Option<Vec<bool>>,
}

impl Verbs {
    fn hold(&self, lead: usize) -> bool {
        let is_wanted = self.only.as_ref().is_none_or(|only| only[lead]);
        let is_left_out = self.without.as_ref().is_some_and(|without| without[lead]);
        is_wanted && !is_left_out
    }
}

impl Scope {
    /// The paragraphs that a query is narrowed to; `titles` has the words of each title, where they are asked for.
    pub(in crate::search) fn new(
        bounds: &Bounds,
        open: Option<ResolutionId>,
        searched: Searched<'_>,
        titles: &[String],
        acts: &mut ActDesk,
    ) -> Self {
        let Searched { corpus, index, .. } = searched;
        let mut scope = Self {
            part: bounds.only.parts.last().copied(),
            without_parts: bounds.without.parts.clone(),
            ..Self::default()
        };
        if *bounds != Bounds::default() {
            let mut names = ScopeNames {
                searched,
                open,
                titles,
                absent: Vec::new(),
            };
            let without = names.resolutions(&bounds.without);
            let without_verbs = names.verbs(&bounds.without.verbs);
            // What is not there is left out anyway.
            names.absent.clear();
            let only = names.resolutions(&bounds.only);
            let verbs = names.verbs(&bounds.only.verbs);
            names.languages(&bounds.only.languages);
            scope.absent = names.absent;
            scope.narrow(&only, &without);
            if bounds.names_acts() {
                let resolutions = scope.resolutions.as_ref();
                let wanted =
                    |id: ResolutionId| resolutions.is_none_or(|wanted| wanted[id.0 as usize]);
                scope.asked = Some(acts.paragraphs(searched, bounds, &wanted, &mut scope.absent));
            }
            let verbs = Verbs {
                only: verbs,
                without: without_verbs,
            };
            scope.texts = Some(scope.texts_within(bounds, &verbs, index));
        }
        if corpus.is_multilingual() || bounds.names_languages() {
            scope.narrow_to_languages(bounds, open, corpus, &index.paragraphs);
        }
        scope
    }

    /// What is said of operators that name nothing.
    pub(in crate::search) fn absent(&self) -> &[String] {
        &self.absent
    }

    /// Leaves the resolutions that are in all of one list of sets, and in none of the other.
    fn narrow(&mut self, only: &[Vec<bool>], without: &[Vec<bool>]) {
        let count = only.iter().chain(without).map(Vec::len).next();
        self.resolutions = count.map(|count| {
            let is_left = |at: usize| {
                only.iter().all(|named| named[at]) && !without.iter().any(|named| named[at])
            };
            (0..count).map(is_left).collect()
        });
    }

    /// The wordings that stand where they are wanted, with the lead verbs that are wanted and without what is excluded.
    fn texts_within(&self, bounds: &Bounds, verbs: &Verbs, index: &Index) -> Texts {
        let mut texts = self.texts_of(&index.paragraphs);
        if verbs.only.is_some() || verbs.without.is_some() {
            let leads = index.paragraphs.leads();
            texts.retain(|text| verbs.hold(leads.of(text)));
        }
        for phrase in &bounds.excluded {
            for text in phrase::texts_with(&index.words, phrase) {
                texts.remove(text);
            }
        }
        texts
    }

    /// Wants the languages that are named, or else of each resolution the version that is shown.
    fn narrow_to_languages(
        &mut self,
        bounds: &Bounds,
        open: Option<ResolutionId>,
        corpus: &Corpus,
        paragraphs: &Paragraphs,
    ) {
        let (only, without) = (&bounds.only, &bounds.without);
        let open = open.filter(|_| only.within.contains(&WithinResolution::Open));
        let wanted = |id: ResolutionId| {
            let is_asked = |asked| is_in(corpus.language(id), asked);
            let is_named = match only.languages.as_slice() {
                [] => corpus.is_shown(id) || open == Some(id),
                tags => tags.iter().any(is_asked),
            };
            is_named && !without.languages.iter().any(is_asked)
        };
        let is_second = |id: ResolutionId| {
            let mut before = corpus.versions(id).iter().take_while(|&&one| one != id);
            before.any(|&one| corpus.language(one) == corpus.language(id))
        };
        let is_other = |id: ResolutionId| !wanted(id) && !is_second(id);
        self.others = corpus.resolutions().map(is_other).collect();
        self.languages = Some(corpus.resolutions().map(wanted).collect());
        self.searched = Some(self.count_searched(paragraphs));
        self.in_all_languages = self.texts.take();
        let mut texts = self.texts_of(paragraphs);
        if let Some(wanted) = &self.in_all_languages {
            texts.keep(wanted);
        }
        self.texts = Some(texts);
    }

    /// The wordings that would be wanted in whatever language; none where all would.
    pub(in crate::search) fn in_all_languages(&self) -> Option<&Texts> {
        self.in_all_languages.as_ref()
    }

    /// Whether some languages are left out.
    pub(in crate::search) fn leaves_languages_out(&self) -> bool {
        self.languages.is_some()
    }

    /// How many paragraphs are in a language that is wanted; none where all are.
    pub(in crate::search) fn searched(&self) -> Option<usize> {
        self.searched
    }

    fn count_searched(&self, paragraphs: &Paragraphs) -> usize {
        let of = |id| {
            let range = paragraphs.of(id);
            (range.end.0 - range.start.0) as usize
        };
        let resolutions = paragraphs
            .resolutions()
            .filter(|&id| self.holds_language(id));
        resolutions.map(of).sum()
    }

    fn holds_language(&self, id: ResolutionId) -> bool {
        let languages = self.languages.as_ref();
        languages.is_none_or(|wanted| wanted.get(id.0 as usize).is_some_and(|&wanted| wanted))
    }

    /// The wordings of the paragraphs that stand where they are wanted.
    fn texts_of(&self, paragraphs: &Paragraphs) -> Texts {
        let everywhere = self.part.is_none() && self.without_parts.is_empty();
        if everywhere
            && self.asked.is_none()
            && self.resolutions.is_none()
            && self.languages.is_none()
        {
            return Texts::all(paragraphs.texts());
        }
        let mut texts = Texts::none(paragraphs.texts());
        for (_, text) in self.paragraphs(paragraphs) {
            texts.add(text);
        }
        texts
    }

    /// The paragraphs that stand where they are wanted, with their texts.
    pub(in crate::search) fn paragraphs(
        &self,
        paragraphs: &Paragraphs,
    ) -> impl Iterator<Item = (ParagraphId, TextId)> {
        let wanted = |id: &ResolutionId| {
            let resolutions = self.resolutions.as_ref();
            resolutions.is_none_or(|wanted| wanted[id.0 as usize]) && self.holds_language(*id)
        };
        let resolutions = paragraphs.resolutions().filter(wanted);
        let all = resolutions.flat_map(|id| paragraphs.with_texts(paragraphs.of(id)));
        all.filter(|&(one, _)| self.holds_part(paragraphs.part(one)) && self.holds_acts(one))
    }

    /// Whether a resolution is wanted, in its language.
    pub(in crate::search) fn holds_resolution(&self, id: ResolutionId) -> bool {
        let resolutions = self.resolutions.as_ref();
        let is_named = resolutions.is_none_or(|wanted| wanted.get(id.0 as usize) == Some(&true));
        is_named && self.holds_language(id)
    }

    /// Whether what stands in a part is wanted; what is in none is, as long as none is asked for.
    pub(in crate::search) fn holds_any_part(&self, part: Option<PartKind>) -> bool {
        match part {
            Some(part) => self.holds_part(part),
            None => self.part.is_none(),
        }
    }

    fn holds_part(&self, part: PartKind) -> bool {
        self.part.is_none_or(|wanted| part == wanted) && !self.without_parts.contains(&part)
    }

    /// The wordings with a paragraph that is wanted; `None` where all paragraphs are.
    pub(in crate::search) fn texts(&self) -> Option<&Texts> {
        self.texts.as_ref()
    }

    /// Whether one of the paragraphs of a wording that is wanted is wanted itself.
    pub(in crate::search) fn holds_paragraph(
        &self,
        paragraphs: &Paragraphs,
        paragraph: ParagraphId,
    ) -> bool {
        self.holds_but_for_language(paragraphs, paragraph)
            && (self.languages.is_none() || self.holds_language(paragraphs.resolution(paragraph)))
    }

    fn holds_acts(&self, paragraph: ParagraphId) -> bool {
        self.asked
            .as_ref()
            .is_none_or(|asked| asked[paragraph.index()])
    }

    fn holds_but_for_language(&self, paragraphs: &Paragraphs, paragraph: ParagraphId) -> bool {
        self.holds_part(paragraphs.part(paragraph))
            && self.holds_acts(paragraph)
            && self.resolutions.as_ref().is_none_or(|wanted| {
                let id = paragraphs.resolution(paragraph);
                wanted.get(id.0 as usize).is_some_and(|&wanted| wanted)
            })
    }
}
