//! A table's markup → rows of cells.

use super::document::{DocumentCell, DocumentTable};
use super::text::{Inline, Reader};
use super::xml::tree::{Child, Id, Tree};

/// Reads a table. What stands in it beside rows is a row of its own.
pub(super) fn read(tree: &Tree<'_>, reader: &mut Reader<'_, '_>, id: Id) -> DocumentTable {
    let mut maker = TableMaker {
        tree,
        reader,
        table: DocumentTable::default(),
    };
    maker.rows(id);
    maker.table
}

struct TableMaker<'m, 't, 'a> {
    tree: &'m Tree<'m>,
    reader: &'m mut Reader<'t, 'a>,
    table: DocumentTable,
}

impl TableMaker<'_, '_, '_> {
    fn rows(&mut self, id: Id) {
        for child in self.tree.children(id) {
            match child {
                Child::Element(child) => match self.tree.name(child) {
                    "tr" => self.row(child),
                    "thead" | "tbody" | "tfoot" => self.rows(child),
                    _ => {
                        let text = self.reader.joined(child);
                        self.row_of(text);
                    }
                },
                Child::Text(text, _) => self.row_of(Inline::plain(text)),
                Child::Space { .. } => {}
            }
        }
    }

    fn row_of(&mut self, text: Inline) {
        if !text.is_empty() {
            self.table.rows.push(vec![cell_of(text)]);
        }
    }

    fn row(&mut self, id: Id) {
        let mut cells = Vec::new();
        let mut is_head = true;
        for child in self.tree.children(id) {
            match child {
                Child::Element(child) => {
                    is_head &= self.tree.name(child) == "th";
                    cells.push(DocumentCell {
                        text: self.reader.joined(child),
                        columns: number(self.tree, child, "colspan"),
                        rows: number(self.tree, child, "rowspan"),
                    });
                }
                Child::Text(text, _) => {
                    let text = Inline::plain(text);
                    if !text.is_empty() {
                        cells.push(cell_of(text));
                    }
                }
                Child::Space { .. } => {}
            }
        }
        if cells.is_empty() {
            return;
        }
        if is_head && self.table.head == self.table.rows.len() {
            self.table.head += 1;
        }
        self.table.rows.push(cells);
    }
}

fn cell_of(text: Inline) -> DocumentCell {
    DocumentCell {
        text,
        columns: 1,
        rows: 1,
    }
}

fn number(tree: &Tree<'_>, id: Id, name: &str) -> u16 {
    tree.attribute(id, name)
        .and_then(|value| value.trim().parse().ok())
        .filter(|&number| number > 0)
        .unwrap_or(1)
}
