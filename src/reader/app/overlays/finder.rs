//! The finder: a query as it is typed, what it finds, and the paragraph shown beside the list.

mod past;
mod walk;

use super::preview::{Highlights, Preview, place_of};
use super::prompt::Prompt;
use crate::reader::app::action::Edit;
use crate::reader::app::list::{Cursor, CursorStep};
use crate::reader::app::view::Viewport;
use crate::search::{Apart, Finder, Findings, Hit, Match, Question, Subject};
use crate::text::citation::Citation;
use crate::text::corpus::{CitationError, Corpus};
use crate::text::model::ResolutionId;

/// The open finder.
///
/// Typing only notes that the query changed; [`settle`](Self::settle) answers it. A burst of keys is
/// answered once, with the last.
#[derive(Debug, Default)]
pub struct FinderPane {
    prompt: Prompt,
    findings: Findings,
    /// Why the query, which is a citation, leads nowhere.
    refusal: Option<String>,
    /// Set while the findings are those of an earlier query.
    is_stale: bool,
    /// Set while the index holds more than was searched.
    has_grown: bool,
    /// Hits that stand for several paragraphs, and whose paragraphs are listed one by one.
    opened: Vec<Subject>,
    cursor: Cursor,
    preview: Preview,
    /// The past query that is shown, and what was typed before it.
    recalled: Option<(usize, String)>,
}

/// What the pane works on.
pub struct Ground<'a, 'c> {
    /// Where hits are looked up.
    pub corpus: &'c Corpus,
    /// What finds them; none before the first part of the corpus is indexed.
    pub finder: Option<&'a mut Finder<'c>>,
    /// The resolution that is open.
    pub open: ResolutionId,
    /// What there is room for.
    pub view: Viewport,
}

impl FinderPane {
    /// A pane with `query` typed into it.
    pub fn with(query: &str) -> Self {
        Self {
            prompt: Prompt::with(query),
            is_stale: true,
            ..Self::default()
        }
    }

    /// The query.
    pub fn prompt(&self) -> &Prompt {
        &self.prompt
    }

    /// Changes the query.
    pub fn edit(&mut self, edit: Edit) {
        self.is_stale |= self.prompt.edit(edit);
    }

    /// Types a pasted text.
    pub fn paste(&mut self, text: &str) {
        self.is_stale |= self.prompt.paste(text);
    }

    /// Has the query answered anew: there is more to find in.
    pub fn look_again(&mut self) {
        self.has_grown = true;
    }

    /// Answers the query if it changed, or if there is more to find in: then a row that was moved to stays
    /// selected.
    pub fn settle(&mut self, ground: &mut Ground<'_, '_>) {
        // Somewhat more than is in sight.
        let few = 2 * ground.view.list + 2;
        let has_grown = std::mem::take(&mut self.has_grown);
        if std::mem::take(&mut self.is_stale) {
            self.opened.clear();
            self.cursor = Cursor::default();
            self.ask(ground, few);
        } else if has_grown {
            let moved_to = self.selected().filter(|_| self.cursor.at > 0);
            let moved_to = moved_to.map(|hit| hit.subject);
            self.ask(ground, few + 2 * self.cursor.at);
            let is_it = |hit: &Hit| Some(hit.subject) == moved_to;
            let at = self.findings.hits.iter().position(is_it);
            self.cursor.at = at.unwrap_or_default();
        } else {
            return;
        }
        self.refusal = self.refuse(ground);
        self.look(ground);
    }

    /// Why the query leads nowhere, if it cites a place that a resolution does not have. A mere number that
    /// is found as a word leads there.
    fn refuse(&self, ground: &Ground<'_, '_>) -> Option<String> {
        let is_number = matches!(self.prompt.text().parse(), Ok(Citation::Bare(_)));
        let leads = |hit: &Hit| is_number || hit.by == Match::Citation;
        let is_citation = is_number || self.findings.cites;
        if !is_citation || self.selected().is_some_and(leads) {
            return None;
        }
        let cited = ground
            .corpus
            .read_citation(self.prompt.text(), Some(ground.open));
        let absent = cited.err().filter(CitationError::is_absent_place);
        absent.map(|error| error.to_string())
    }

    /// Whether nothing is typed.
    pub fn is_blank(&self) -> bool {
        self.prompt.text().trim().is_empty()
    }

    /// Whether the query asks for something.
    pub fn asks(&self, open: ResolutionId) -> bool {
        self.question(open, 0).asks()
    }

    /// A year among the words in which something was adopted. As a word it narrows nothing.
    pub fn bare_year(&self, corpus: &Corpus) -> Option<&str> {
        let mut words = self.prompt.text().split_whitespace();
        let year = words
            .find(|word| word.len() == 4 && word.bytes().all(|letter| letter.is_ascii_digit()))?;
        let number = year.parse().ok();
        let days = corpus.resolutions().filter_map(|id| corpus.adopted(id));
        let mut years = days.map(|day| Some(day.year));
        years.any(|year| year == number).then_some(year)
    }

    /// What is said of operators that name nothing.
    pub fn absent(&self) -> Option<String> {
        let absent = &self.findings.absent;
        (!absent.is_empty()).then(|| absent.join("; "))
    }

    fn question(&self, open: ResolutionId, limit: usize) -> Question<'_> {
        Question {
            query: self.prompt.text(),
            open: Some(open),
            limit,
        }
    }

    fn ask(&mut self, ground: &mut Ground<'_, '_>, limit: usize) {
        let opened = std::mem::take(&mut self.opened);
        self.ask_apart(ground, limit, Apart::Like(&opened));
        for &subject in &opened {
            list_each(&mut self.findings, subject);
        }
        self.opened = opened;
    }

    fn ask_apart(&mut self, ground: &mut Ground<'_, '_>, limit: usize, apart: Apart<'_>) {
        let question = self.question(ground.open, limit);
        // What is half typed leaves the answer of before.
        if !self.is_blank() && !question.asks() {
            return;
        }
        self.findings = match &mut ground.finder {
            Some(finder) => finder.find_apart(&question, apart),
            None => Findings::default(),
        };
    }

    /// Lists the other paragraphs that the selected hit stands for.
    pub fn open_same(&mut self, ground: &mut Ground<'_, '_>) {
        self.settle(ground);
        let Some(hit) = self.selected().filter(|hit| hit.others() > 0) else {
            return;
        };
        let (subject, others) = (hit.subject, hit.others());
        self.opened.push(subject);
        self.ask(ground, self.findings.hits.len() + others);
        self.look(ground);
    }

    /// Asks for more hits than there are, up to `limit`.
    fn reach(&mut self, ground: &mut Ground<'_, '_>, limit: usize) {
        let listed = self.findings.hits.len();
        if listed < limit.min(self.findings.found) {
            self.ask(ground, limit);
        }
    }

    /// Selects another hit.
    pub fn step(&mut self, step: CursorStep, ground: &mut Ground<'_, '_>) {
        self.settle(ground);
        let wanted = match step {
            CursorStep::Down(rows) => self.cursor.at + rows,
            CursorStep::Last => usize::MAX,
            CursorStep::Up(_) | CursorStep::First => 0,
        };
        if wanted >= self.findings.hits.len() {
            self.reach(ground, wanted.saturating_mul(2));
        }
        let listed = self.findings.hits.len();
        self.cursor.step(step, listed, ground.view.list);
        self.look(ground);
    }

    /// Selects a hit in sight, counted from the first; where there is none the selection stays.
    pub fn put(&mut self, row: usize, ground: &Ground<'_, '_>) {
        let at = self.cursor.top + row;
        if at < self.findings.hits.len() {
            self.cursor.at = at;
            self.look(ground);
        }
    }

    /// Scrolls by rows, down if positive; another hit is selected where the one that is would leave the sight.
    pub fn scroll(&mut self, rows: isize, ground: &mut Ground<'_, '_>) {
        self.settle(ground);
        let (selected, height) = (self.cursor.at, ground.view.list);
        let wanted = (self.cursor.top + height).saturating_add_signed(rows);
        self.reach(ground, wanted.saturating_mul(2));
        let listed = self.findings.hits.len();
        self.cursor.scroll(rows, listed, height);
        if self.cursor.at != selected {
            self.look(ground);
        }
    }

    /// The text beside the list, to be scrolled.
    pub fn preview_mut(&mut self) -> &mut Preview {
        &mut self.preview
    }

    /// Shows the selected hit in its text.
    pub fn look(&mut self, ground: &Ground<'_, '_>) {
        let hits = &self.findings.hits;
        self.cursor
            .select(self.cursor.at, hits.len(), ground.view.list);
        let selected = hits.get(self.cursor.at);
        let place = selected.and_then(|hit| place_of(hit.subject, ground.corpus));
        let highlights = Highlights::Hits(hits);
        self.preview
            .show(place, &highlights, &[], ground.corpus, ground.view);
    }

    /// The selected hit.
    pub fn selected(&self) -> Option<&Hit> {
        self.findings.hits.get(self.cursor.at)
    }

    /// What was found.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Why the query, which is a citation, leads nowhere.
    pub fn refusal(&self) -> Option<&str> {
        self.refusal.as_deref()
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

/// Lists the paragraphs one by one that a hit stands for.
fn list_each(findings: &mut Findings, subject: Subject) {
    let hits = &mut findings.hits;
    if let Some(at) = hits.iter().position(|hit| hit.subject == subject) {
        let each = hits[at].each();
        findings.found += each.len() - 1;
        hits.splice(at..=at, each);
    }
}
