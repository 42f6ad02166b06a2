//! A table's markup → rows of cells.

use super::document::{DocumentCell, DocumentTable};
use super::text::{Inline, Reader};
use super::xml::tree::{Id, Tree};

/// Reads a table. What stands in it beside rows is a row of its own.
pub(super) fn read(tree: &Tree<'_>, id: Id) -> DocumentTable {
    let mut table = DocumentTable::default();
    rows(tree, id, &mut table);
    table
}

fn rows(tree: &Tree<'_>, id: Id, table: &mut DocumentTable) {
    for child in tree.children(id) {
        let child = match child {
            super::xml::tree::Child::Element(child) => child,
            super::xml::tree::Child::Text(text, _) => {
                row_of(Inline::plain(text), table);
                continue;
            }
        };
        match tree.name(child) {
            "tr" => row(tree, child, table),
            "thead" | "tbody" | "tfoot" => rows(tree, child, table),
            _ => row_of(Reader::new(tree).joined(child), table),
        }
    }
}

fn row_of(text: Inline, table: &mut DocumentTable) {
    if !text.is_empty() {
        table.rows.push(vec![DocumentCell {
            text,
            columns: 1,
            rows: 1,
        }]);
    }
}

fn row(tree: &Tree<'_>, id: Id, table: &mut DocumentTable) {
    let mut cells = Vec::new();
    let mut is_head = true;
    for child in tree.children(id) {
        match child {
            super::xml::tree::Child::Element(child) => {
                is_head &= tree.name(child) == "th";
                cells.push(DocumentCell {
                    text: Reader::new(tree).joined(child),
                    columns: number(tree, child, "colspan"),
                    rows: number(tree, child, "rowspan"),
                });
            }
            super::xml::tree::Child::Text(text, _) => {
                let text = Inline::plain(text);
                if !text.is_empty() {
                    cells.push(DocumentCell {
                        text,
                        columns: 1,
                        rows: 1,
                    });
                }
            }
        }
    }
    if is_head && !cells.is_empty() && table.head == table.rows.len() {
        table.head += 1;
    }
    if !cells.is_empty() {
        table.rows.push(cells);
    }
}

fn number(tree: &Tree<'_>, id: Id, name: &str) -> u16 {
    tree.attribute(id, name)
        .and_then(|value| value.trim().parse().ok())
        .filter(|&number| number > 0)
        .unwrap_or(1)
}
