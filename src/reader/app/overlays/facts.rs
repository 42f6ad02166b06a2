//! The facts of the open resolution: what is known of it beside its text, as rows of a page.

use std::ops::Range;

use super::scrolled;
use crate::reader::app::App;
use crate::reader::app::Overlay;
use crate::reader::app::action::Action;
use crate::reader::app::view::Viewport;
use crate::text::citation::Day;
use crate::text::corpus::Corpus;
use crate::text::model::{DocumentKind, Resolution, ResolutionId, Vote, Votes};
use crate::text::typeset::wrap;

/// Columns of what a fact is called, the blank behind it included.
pub const LABEL: usize = 12;

/// A fact: what it is called, and what it is.
pub type Fact = (&'static str, String);

/// What is known of a resolution, each thing once, in the order in which it came about.
pub fn facts(corpus: &Corpus, id: ResolutionId, resolution: &Resolution) -> Vec<Fact> {
    let day = |iso: &str| Day::read(iso).map_or_else(|| iso.to_owned(), |day| day.to_string());
    let known = &resolution.facts;
    let session = corpus.session(corpus.session_of(id));
    let kind = match resolution.kind {
        DocumentKind::Resolution => None,
        DocumentKind::Draft => Some("a draft that was not adopted"),
        DocumentKind::Statement => Some("a statement"),
    };
    let source = resolution.source.as_ref().map(|source| {
        let file = &source.file;
        // Publishers of markup ask that a copy is not taken for the authentic text.
        if file.ends_with(".xml") {
            format!("{file}, an unofficial copy")
        } else {
            file.to_string()
        }
    });
    let text = |text: &Option<Box<str>>| text.as_ref().map(ToString::to_string);
    let listed = |texts: &[Box<str>]| (!texts.is_empty()).then(|| texts.join(", "));
    let each = [
        ("symbol", Some(resolution.symbol.to_string())),
        ("title", text(&resolution.title)),
        ("topic", text(&known.topic)),
        ("kind", kind.map(str::to_owned)),
        ("organ", Some(session.organ.to_string())),
        ("session", Some(session.name.to_string())),
        ("sponsors", listed(&known.sponsors)),
        ("draft", text(&known.draft)),
        ("issued", known.issued.as_deref().map(day)),
        ("adopted", resolution.adopted.as_deref().map(day)),
        ("meeting", text(&known.meeting)),
        ("record", text(&known.record)),
        ("vote", known.vote.as_deref().map(vote)),
        ("agenda", text(&known.agenda)),
        ("subjects", listed(&known.subjects)),
        ("language", Some(languages(corpus, id))),
        ("source", source),
        (
            "doubts",
            (!resolution.doubts.is_empty()).then(|| resolution.doubts.join("; ")),
        ),
    ];
    let known = each
        .into_iter()
        .filter_map(|(label, fact)| Some((label, fact?)));
    known.collect()
}

/// `en`; `en, also in ar, fr` where the resolution has other texts.
fn languages(corpus: &Corpus, id: ResolutionId) -> String {
    let own = corpus.language(id);
    let is_other = |language: &&str| {
        let versions = corpus.versions(id).iter();
        *language != own
            && versions
                .clone()
                .any(|&version| corpus.language(version) == *language)
    };
    let all = corpus.languages().iter().map(|language| &**language);
    let others: Vec<&str> = all.filter(is_other).collect();
    if others.is_empty() {
        own.to_owned()
    } else {
        format!("{own}, also in {}", others.join(", "))
    }
}

/// `11 for, 0 against, 2 abstaining (Mole, Long Pier)`.
fn vote(vote: &Vote) -> String {
    let said = |votes: &Votes, how: &str| {
        let count = votes.count.map(|count| format!("{count} {how}"));
        let who = (!votes.who.is_empty()).then(|| format!("({})", votes.who.join(", ")));
        let said: Vec<String> = count.into_iter().chain(who).collect();
        said.join(" ")
    };
    let each = [
        said(&vote.in_favour, "for"),
        said(&vote.against, "against"),
        said(&vote.abstaining, "abstaining"),
    ];
    let each = each.into_iter().filter(|said| !said.is_empty());
    each.collect::<Vec<_>>().join(", ")
}

/// The rows of facts set to the screen: which fact, and which bytes of it.
pub fn rows(facts: &[Fact], view: Viewport) -> Vec<(usize, Range<usize>)> {
    let width = view.zoomed.columns.saturating_sub(LABEL / 2).max(1);
    let each = facts.iter().enumerate();
    let rows = each.flat_map(|(index, (_, text))| {
        wrap(text, width)
            .into_iter()
            .map(move |range| (index, range))
    });
    rows.collect()
}

/// The first row in sight when the last one is, be it alone: a terminal may have no rows.
pub(in crate::reader::app) fn last_top(facts: &[Fact], view: Viewport) -> usize {
    rows(facts, view)
        .len()
        .saturating_sub(view.zoomed.rows.max(1))
}

impl App<'_> {
    /// What is known of the open resolution.
    pub fn facts(&self) -> Vec<Fact> {
        facts(self.corpus, self.place.resolution, &self.open)
    }

    pub(in crate::reader::app) fn open_facts(&mut self) {
        self.overlay = Some(Overlay::Facts(0));
    }

    pub(in crate::reader::app) fn scroll_facts(&mut self, action: Action) {
        let (last, page) = (last_top(&self.facts(), self.view), self.view.zoomed.rows);
        let Some(Overlay::Facts(top)) = &mut self.overlay else {
            return;
        };
        match scrolled(*top, action, page, last) {
            Some(to) => *top = to,
            None => self.overlay = None,
        }
    }
}
