//! Which resolutions, verbs and languages the operators of a query name, and what is said of one that names nothing.

use std::collections::HashSet;

use crate::search::answer::Searched;
use crate::search::answer::named::{resolutions_called, sessions_called};
use crate::search::answer::scope::absent;
use crate::search::query::{AskedName, AskedPeriod, Limits, WithinResolution, WordEnd};
use crate::text::corpus::TitleWords;
use crate::text::language::best_of;
use crate::text::model::ResolutionId;

/// What the operators of one query are looked up in.
pub(super) struct ScopeNames<'s> {
    pub(super) searched: Searched<'s>,
    /// The resolution that is open.
    pub(super) open: Option<ResolutionId>,
    /// By resolution, the words of its title.
    pub(super) titles: &'s [String],
    /// What is said of operators that name nothing.
    pub(super) absent: Vec<String>,
}

/// By resolution, whether it is named.
type IsNamed = Vec<bool>;

impl ScopeNames<'_> {
    /// What is named of resolutions, of which each must hold; or of those that are left out, none.
    pub(super) fn resolutions(&mut self, limits: &Limits) -> Vec<IsNamed> {
        let mut each = Vec::new();
        if !limits.within.is_empty() {
            each.push(self.within(&limits.within));
        }
        if !limits.sessions.is_empty() {
            each.push(self.in_sessions(&limits.sessions));
        }
        if !limits.days.is_empty() {
            let adopted = limits.days.iter().map(|days| self.adopted(days));
            each.extend(adopted.collect::<Vec<_>>().into_iter().reduce(either));
        }
        each.extend(limits.spans.iter().map(|span| self.adopted(span)));
        for titles in &limits.titles {
            let titled: Vec<_> = titles.iter().map(|title| self.titled(title)).collect();
            each.extend(titled.into_iter().reduce(either));
        }
        each
    }

    fn within(&mut self, within: &[WithinResolution]) -> IsNamed {
        let mut called = HashSet::new();
        for within in within {
            match within {
                WithinResolution::Open => called.extend(self.open),
                WithinResolution::Symbol(name) => {
                    let found =
                        resolutions_called(&self.searched.index.names, &name.words, name.end);
                    if found.is_empty() {
                        self.absent.push(absent::symbol(self.searched.corpus, name));
                    }
                    called.extend(found);
                }
            }
        }
        self.each(|id| called.contains(&id))
    }

    fn in_sessions(&mut self, names: &[AskedName]) -> IsNamed {
        let Searched { corpus, index, .. } = self.searched;
        let mut called = HashSet::new();
        for name in names {
            let found = sessions_called(&index.names, name);
            if found.is_empty() {
                self.absent.push(absent::session(corpus, name));
            }
            called.extend(found);
        }
        self.each(|id| called.contains(&corpus.session_of(id)))
    }

    fn adopted(&mut self, asked: &AskedPeriod) -> IsNamed {
        let corpus = self.searched.corpus;
        let period = asked.period.as_ref();
        let adopted = self.each(|id| period.is_some_and(|period| period.holds(corpus.day_of(id))));
        if !adopted.contains(&true) {
            self.absent.push(absent::days(corpus, asked));
        }
        adopted
    }

    fn titled(&mut self, name: &AskedName) -> IsNamed {
        let words = TitleWords::read(&name.typed);
        let titled: IsNamed = self.titles.iter().map(|title| words.fit(title)).collect();
        if !titled.contains(&true) {
            self.absent.push(absent::title(self.titles, name));
        }
        titled
    }

    /// The lead verbs, by their number, that one of some names begins; all where there is none.
    pub(super) fn verbs(&mut self, names: &[AskedName]) -> Option<Vec<bool>> {
        let leads = self.searched.index.paragraphs.leads().verbs();
        let begun = |name: &AskedName| {
            let begins = name.words.join(" ");
            let is_begun = |lead: &String| format!("{lead} ").starts_with(&begins);
            leads.iter().map(is_begun).collect::<Vec<_>>()
        };
        let mut each = Vec::new();
        for name in names {
            let begun = begun(name);
            if !begun.contains(&true) {
                self.absent.push(absent::verb(leads, name));
            }
            each.push(begun);
        }
        each.into_iter().reduce(either)
    }

    /// Notes which languages there is no text in.
    pub(super) fn languages(&mut self, names: &[AskedName]) {
        let languages = self.searched.corpus.languages();
        for name in names {
            if !languages.iter().any(|tag| is_in(tag, name)) {
                self.absent.push(absent::language(languages, name));
            }
        }
    }

    fn each(&self, is_named: impl Fn(ResolutionId) -> bool) -> IsNamed {
        self.searched.corpus.resolutions().map(is_named).collect()
    }
}

/// Whether a text in the language of a tag is in the one that is asked for.
pub(super) fn is_in(tag: &str, asked: &AskedName) -> bool {
    let is_begun = || {
        let begun = tag.get(..asked.typed.len());
        asked.end == WordEnd::Open
            && begun.is_some_and(|begun| begun.eq_ignore_ascii_case(&asked.typed))
    };
    best_of([tag], &asked.typed).is_some() || is_begun()
}

/// What one or the other names.
fn either(mut one: Vec<bool>, other: Vec<bool>) -> Vec<bool> {
    for (one, other) in one.iter_mut().zip(other) {
        *one |= other;
    }
    one
}
