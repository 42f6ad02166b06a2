//! The finder: a query as it is typed, what it finds, and the paragraph shown beside the list.

use std::sync::Arc;

use super::list::{Cursor, Step};
use super::prompt::Prompt;
use super::reader::Reader;
use super::spans::Spans;
use super::view::Viewport;
use crate::corpus::Corpus;
use crate::model::{Place, Resolution, ResolutionId};
use crate::search::{Findings, Hit, Index, Question, Subject};

/// As many hits as are listed and walked; all are counted.
const LISTED: usize = 500;

/// The open finder.
#[derive(Debug, Default)]
pub struct Finder {
    /// The query.
    pub prompt: Prompt,
    findings: Findings,
    cursor: Cursor,
    preview: Preview,
}

/// The text beside the list.
#[derive(Debug, Default)]
pub struct Preview {
    /// The passage that is marked; none while nothing is found.
    pub place: Option<Place>,
    /// Its resolution.
    pub resolution: Option<Arc<Resolution>>,
    /// Its page.
    pub reader: Reader,
    /// What is highlighted on it.
    pub spans: Spans,
}

/// What a finder works on.
#[derive(Clone, Copy)]
pub struct Ground<'c> {
    /// Where hits are looked up.
    pub corpus: &'c Corpus,
    /// Where they are found.
    pub index: &'c Index,
    /// The resolution that is open.
    pub open: ResolutionId,
    /// What there is room for.
    pub view: Viewport,
}

impl Finder {
    /// A finder with `query` typed into it.
    pub fn with(query: &str, ground: Ground<'_>) -> Self {
        let mut finder = Self {
            prompt: Prompt::with(query),
            ..Self::default()
        };
        finder.ask(ground);
        finder
    }

    /// Answers the query as it stands.
    pub fn ask(&mut self, ground: Ground<'_>) {
        let question = Question {
            query: self.prompt.text(),
            open: Some(ground.open),
            limit: LISTED,
        };
        self.findings = ground.index.find(ground.corpus, &question);
        self.cursor = Cursor::default();
        self.look(ground);
    }

    /// Selects another hit.
    pub fn step(&mut self, step: Step, ground: Ground<'_>) {
        self.cursor
            .step(step, self.findings.hits.len(), ground.view.list);
        self.look(ground);
    }

    /// Shows the selected hit in its text.
    pub fn look(&mut self, ground: Ground<'_>) {
        self.cursor
            .select(self.cursor.at, self.findings.hits.len(), ground.view.list);
        self.preview.place = self
            .selected()
            .and_then(|hit| place_of(hit.subject, ground.corpus));
        let Some(place) = self.preview.place else {
            return;
        };
        let id = place.resolution;
        let resolution = ground.corpus.resolution(id);
        let titled = super::is_titled(ground.corpus, id, ground.view);
        self.preview
            .reader
            .set(id, &resolution, ground.view.preview, titled);
        self.preview.reader.jump(place.index());
        self.preview.spans = Spans::of(id, &resolution, &self.findings.hits);
        self.preview.resolution = Some(resolution);
    }

    /// The selected hit.
    pub fn selected(&self) -> Option<&Hit> {
        self.findings.hits.get(self.cursor.at)
    }

    /// What was found.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The selected row and the first in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// The text beside the list.
    pub fn preview(&self) -> &Preview {
        &self.preview
    }
}

/// Where a hit leads: a session to its first resolution, a resolution to its beginning.
pub fn place_of(subject: Subject, corpus: &Corpus) -> Option<Place> {
    match subject {
        Subject::Passage(place) => Some(place),
        Subject::Resolution(id) => Some(Place::new(id, 0)),
        Subject::Session(id) => {
            let first = corpus.resolutions_of(id).first()?;
            Some(Place::new(*first, 0))
        }
    }
}
