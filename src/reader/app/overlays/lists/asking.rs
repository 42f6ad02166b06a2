//! What is asked of a paragraph or a resolution: its references, its actions, its wordings.

use crate::analysis::refusal;
use crate::analysis::trace::{self, TracedWording};
use crate::reader::app::overlays::acts::{ActList, ActRow};
use crate::reader::app::overlays::list_pane::ListKind;
use crate::reader::app::overlays::references::{ReferenceList, ReferenceRow};
use crate::reader::app::overlays::traced::TraceList;
use crate::reader::app::{App, Overlay, Pane};
use crate::text::corpus::Resolved;
use crate::text::language::ENGLISH;
use crate::text::model::{Part, Place, Resolution, ResolutionId};

impl App<'_> {
    /// What the references are asked of: a paragraph or point; the resolution where that is its opening, or where
    /// resolutions are chosen.
    fn asked(&self) -> Resolved {
        let place = self.asked_of();
        let resolution = self.corpus.resolution(place.resolution);
        let is_chosen = self.overlay.is_none() && self.focus == Pane::Sessions;
        let passages = if is_paragraph(&resolution, place) && !is_chosen {
            vec![resolution.unit(place.index())]
        } else {
            Vec::new()
        };
        Resolved {
            resolution: place.resolution,
            passages,
        }
    }

    /// Why nothing is told of a resolution: it is in no language that is read for this.
    pub(in crate::reader::app) fn unread(&self, id: ResolutionId) -> Option<String> {
        let refusal = refusal(self.corpus, id)?;
        Some(match self.corpus.version(id, ENGLISH) {
            Some(_) if id == self.place.resolution => refusal + ": `L` goes to the next language",
            _ => refusal,
        })
    }

    /// The references of what is read, or why there are none.
    pub(in crate::reader) fn references(&self) -> Result<ReferenceList, String> {
        let of = self.asked();
        match self.unread(of.resolution) {
            Some(refusal) => Err(refusal),
            None => ReferenceList::of(self.corpus, of).map_err(|lost| lost.to_string()),
        }
    }

    /// Lists what is read, or the selected row, refers to, and who refers to it.
    pub(in crate::reader::app) fn open_references(&mut self) {
        match self.references() {
            Ok(list) => self.open_list(ListKind::References(Box::new(list))),
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// Keeps what a reference names together, if that is several paragraphs, and says what speaks against it.
    pub(in crate::reader::app) fn choose_referred(&mut self, list: &ReferenceList, row: usize) {
        if let Some(ReferenceRow::Referring(referring)) = list.row(row) {
            if let Some(resolved) = referring.leads_to.clone() {
                self.choose(resolved);
            }
            if let Some(said) = &referring.said {
                self.note(said.clone());
            }
        }
    }

    /// Goes on with what an open list is still looking for as long as `is_time`.
    pub fn look_up(&mut self, is_time: &mut dyn FnMut() -> bool) {
        if !self.is_looking() {
            return;
        }
        if let Some((pane, ground)) = self.list_pane()
            && let Err(lost) = pane.look_up(is_time, &ground)
        {
            self.refuse(lost.to_string());
        }
    }

    /// Whether an open list is still looking for rows.
    pub fn is_looking(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::List(pane)) if pane.is_looking())
    }

    /// What a resolution does, or why that is not known.
    pub(in crate::reader) fn acts(&self, id: ResolutionId) -> Result<Vec<ActRow>, String> {
        if let Some(refusal) = self.unread(id) {
            return Err(refusal);
        }
        let acts = ActRow::all(self.corpus, id).map_err(|lost| lost.to_string())?;
        if acts.is_empty() {
            return Err(format!(
                "{} asks nothing of anybody",
                self.corpus.symbol(id)
            ));
        }
        Ok(acts)
    }

    /// Lists what the open resolution, or that of the selected row, does.
    pub(in crate::reader::app) fn open_acts(&mut self) {
        let id = self.asked_of().resolution;
        match self.acts(id) {
            Ok(acts) => {
                let list = ActList::of(id, acts);
                self.open_list(ListKind::Actions(Box::new(list)));
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// What wordings are asked of, or why it can have none.
    fn traced_paragraph(&self) -> Result<Place, String> {
        let place = self.asked_of();
        if is_paragraph(&self.corpus.resolution(place.resolution), place) {
            return Ok(place);
        }
        Err("wordings are those of a paragraph: go to one first".to_owned())
    }

    /// The wordings of the paragraph that is read, or of the selected row, or why there are none.
    pub(in crate::reader) fn traced(&mut self) -> Result<TraceList, String> {
        let place = self.traced_paragraph()?;
        let Some(finder) = &mut self.finder else {
            return Err("the corpus is still being indexed".to_owned());
        };
        let wordings = trace::of(self.corpus, finder, place).map_err(|lost| lost.to_string())?;
        let list = TraceList::of(wordings);
        if list.wordings.len() == 1 && list.wordings[0].same.is_empty() {
            let citation = self.corpus.cite(list.place());
            return Err(format!("no other wording of {citation} is here"));
        }
        Ok(list)
    }

    /// The paragraph that is read and its wordings, itself among them, or why there are none: all of them, the oldest
    /// first; or those in the line of renewals that ends with it, the newest first.
    pub(in crate::reader) fn wordings(
        &mut self,
        in_line: bool,
    ) -> Result<(Place, Vec<TracedWording>), String> {
        if !in_line {
            return self.traced().map(|list| (list.place(), list.wordings));
        }
        let place = self.traced_paragraph()?;
        let chain = trace::chain(self.corpus, place).map_err(|lost| lost.to_string())?;
        match chain.first() {
            Some(own) if chain.len() > 1 => Ok((own.place, chain)),
            _ => Err(trace::lone(self.corpus, place, in_line)),
        }
    }

    /// Lists the wordings of the paragraph that is read, or of the selected row.
    pub(in crate::reader::app) fn open_trace(&mut self) {
        match self.traced() {
            Ok(list) => self.open_list(ListKind::Trace(Box::new(list))),
            Err(refusal) => self.refuse(refusal),
        }
    }
}

/// Whether a place is a paragraph or a point, and not the opening.
fn is_paragraph(resolution: &Resolution, place: Place) -> bool {
    let passage = resolution.passages.get(place.index());
    passage.is_some_and(|one| one.is_text() && one.part != Part::Opening)
}
