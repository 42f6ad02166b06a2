//! The elements that are open while tags are read, with the rules of repair for end tags.

use super::{Id, ROOT};
use crate::import::akn::xml::repairs::{MarkupRepair, MarkupRepairKind};

/// How deep elements may nest; what is deeper stands beside its parent.
const DEEPEST: usize = 400;

/// The elements that are open.
#[derive(Default)]
pub(super) struct Stack<'a> {
    open: Vec<(&'a str, Id)>,
}

impl<'a> Stack<'a> {
    pub(super) fn open(&mut self, name: &'a str, id: Id) {
        let id = if self.open.len() < DEEPEST {
            id
        } else {
            self.parent()
        };
        self.open.push((name, id));
    }

    /// The name of the innermost open element; empty where none is open.
    pub(super) fn name(&self) -> &'a str {
        self.open.last().map_or("", |&(name, _)| name)
    }

    pub(super) fn parent(&self) -> Id {
        self.open.last().map_or(ROOT, |&(_, id)| id)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn close_innermost(&mut self) {
        self.open.pop();
    }

    /// The innermost open element of a name, not further out than elements nest.
    fn outer(&self, name: &str) -> Option<usize> {
        let near = self.open.len().saturating_sub(DEEPEST);
        let found = self
            .open
            .get(near..)?
            .iter()
            .rposition(|&(open, _)| open == name)?;
        Some(near + found)
    }

    pub(super) fn close(&mut self, name: &str, at: usize, repairs: &mut Vec<MarkupRepair>) {
        let kind = if self.open.last().is_some_and(|&(open, _)| open == name) {
            self.open.pop();
            return;
        } else if let Some(outer) = self.outer(name) {
            self.open.truncate(outer);
            MarkupRepairKind::Crossed
        } else if matches!(name, "docTitle" | "alinea") && self.name() == "paragraph" {
            self.open.pop();
            MarkupRepairKind::ClosedBy
        } else {
            MarkupRepairKind::StrayEnd
        };
        repairs.push(MarkupRepair {
            line: at,
            kind,
            what: name.to_string(),
        });
    }
}
