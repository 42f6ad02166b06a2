//! Which groups of wordings nearly the same have a row.

use crate::search::hit::Subject;
use crate::search::index::Index;
use crate::search::index::text_set::TextId;
use crate::search::question::Apart;
use crate::text::sorting::sort_by;

/// The groups that are listed, and those whose wordings are listed one by one. A group is known by its first wording.
pub(in crate::search) struct ListedGroups {
    all_apart: bool,
    apart: Vec<TextId>,
    /// With the position of the row that stands for it.
    listed: Vec<(TextId, usize)>,
}

/// How a wording is to be listed.
pub(super) enum Listing {
    /// With a row of its own.
    Alone,
    /// With a row that stands for its group.
    ForGroup(TextId),
    /// With a row, and behind it the other wordings of its group.
    BeforeGroup(TextId),
    /// Not: the row there stands for it.
    Listed(usize),
}

impl ListedGroups {
    pub(super) fn new(index: &Index, apart: Apart<'_>) -> Self {
        let subjects = match apart {
            Apart::Like(subjects) => subjects,
            Apart::All => &[],
        };
        let texts = subjects.iter().filter_map(|subject| match subject {
            Subject::Passage(place) => index.paragraphs.text_at(*place),
            Subject::Session(_) | Subject::Resolution(_) => None,
        });
        Self {
            all_apart: matches!(apart, Apart::All),
            apart: texts.map(|text| index.groups.first(text)).collect(),
            listed: Vec::new(),
        }
    }

    /// How to list a wording.
    pub(super) fn listing(&self, index: &Index, text: TextId) -> Listing {
        if self.all_apart {
            return Listing::Alone;
        }
        let group = index.groups.first(text);
        match self.listed.iter().find(|(listed, _)| *listed == group) {
            Some(&(_, row)) => Listing::Listed(row),
            None if self.apart.contains(&group) => Listing::BeforeGroup(group),
            None => Listing::ForGroup(group),
        }
    }

    /// How many rows some wordings make.
    pub(super) fn count(&self, index: &Index, texts: impl Iterator<Item = TextId>) -> usize {
        if self.all_apart {
            return texts.count();
        }
        let mut groups: Vec<TextId> = texts.map(|text| index.groups.first(text)).collect();
        sort_by(&mut groups, Ord::cmp);
        groups.dedup();
        groups.len()
    }

    /// Notes that a row stands for a group.
    pub(super) fn list(&mut self, group: TextId, row: usize) {
        self.listed.push((group, row));
    }
}
