//! Objects of JSON, a line each or one behind the other or in a list → rows. The names of their members are those of
//! columns, and so are those of objects within them; a text may be a list of paragraphs, each a text or an object with a
//! number and a text.

use serde_json::value::RawValue;

use super::{ColumnNames, RowCells};
use crate::import::{ImportError, Options};
use crate::text::format::members;
use crate::text::line_starts::LineStarts;

/// What should be an object.
struct JsonRow<'a> {
    /// The line in which it begins, from 1.
    line: u32,
    json: Result<&'a str, String>,
}

/// The rows of a text; none where it holds no objects with texts.
pub(super) fn rows(
    text: &str,
    options: &Options<'_>,
) -> Result<Option<Vec<RowCells>>, ImportError> {
    let rows = match text.trim_start().as_bytes().first() {
        Some(b'[') => of_list(text),
        Some(b'{') => of_lines(text).or_else(|| Some(in_turn(text))),
        _ => None,
    };
    let Some(rows) = rows else {
        return Ok(None);
    };
    let names = |row: &JsonRow<'_>| {
        let members = columns_of(row.json.as_deref().ok()?)?;
        let names = members.into_iter().map(|(name, _)| name);
        Some(names.collect::<Vec<_>>())
    };
    let is_known = |names: &Vec<String>| {
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        options.columns.are_known(&names)
    };
    let Some(names) = rows.iter().filter_map(names).find(is_known) else {
        return Ok(None);
    };
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    if ColumnNames::are_paragraphs(&names) {
        let file = options.file_name.to_owned();
        return Err(ImportError::Paragraphs { file });
    }
    let cells = rows.into_iter().map(|row| row.cells(options.columns));
    Ok(Some(cells.collect()))
}

/// A line each; none where the first is no object.
fn of_lines(text: &str) -> Option<Vec<JsonRow<'_>>> {
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    let rows = lines.map(|(line, json)| {
        let raw = serde_json::from_str::<&RawValue>(json);
        let json = raw.map(RawValue::get).map_err(|error| fault(&error));
        JsonRow { line, json }
    });
    let rows: Vec<_> = rows.collect();
    rows.first()?.json.is_ok().then_some(rows)
}

/// One behind the other.
fn in_turn(text: &str) -> Vec<JsonRow<'_>> {
    let mut rows = Vec::new();
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let lines = LineStarts::of(text);
    while let Some(raw) = stream.next() {
        let json = raw.map(RawValue::get).map_err(|error| fault(&error));
        let end = stream.byte_offset();
        let start = json.as_ref().map_or(end, |json| end - json.len());
        let ends = json.is_err();
        rows.push(JsonRow {
            line: lines.line_of(start),
            json,
        });
        if ends {
            break;
        }
    }
    rows
}

/// The members of a list.
fn of_list(text: &str) -> Option<Vec<JsonRow<'_>>> {
    let list: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    let lines = LineStarts::of(text);
    let rows = list.into_iter().map(|raw| JsonRow {
        line: lines.line_of(raw.get().as_ptr().addr() - text.as_ptr().addr()),
        json: Ok(raw.get()),
    });
    Some(rows.collect())
}

fn fault(error: &serde_json::Error) -> String {
    format!("no JSON: {error}")
}

impl JsonRow<'_> {
    fn cells(&self, columns: &ColumnNames) -> RowCells {
        let mut cells = RowCells {
            line: self.line,
            ..RowCells::default()
        };
        let members = match &self.json {
            Ok(json) => columns_of(json).ok_or("no object of JSON".to_owned()),
            Err(fault) => Err(fault.clone()),
        };
        match members {
            Ok(members) => {
                let values: Vec<_> = members.iter().map(|(_, json)| value(json)).collect();
                let names = members.iter().map(|(name, _)| &**name);
                let pairs: Vec<_> = names.zip(values.iter().map(String::as_str)).collect();
                columns.put(&pairs, &mut cells);
            }
            Err(fault) => cells.fault = Some(fault),
        }
        cells
    }
}

/// Names and values of an object, and behind them those of the objects within it.
fn columns_of(json: &str) -> Option<Vec<(String, &str)>> {
    const DEEPEST: usize = 4;
    let mut columns = Vec::new();
    let mut within = vec![json];
    for depth in 0..DEEPEST {
        let mut deeper = Vec::new();
        for object in std::mem::take(&mut within) {
            let Some(members) = members(object) else {
                if depth == 0 {
                    return None;
                }
                continue;
            };
            for (name, json) in members {
                if json.starts_with('{') {
                    deeper.push(json);
                } else {
                    columns.push((name.into_owned(), json));
                }
            }
        }
        within = deeper;
    }
    Some(columns)
}

/// An item of a list of paragraphs: a text, or an object with its number and its text.
fn paragraph(json: &str) -> String {
    let Some(members) = members(json) else {
        return serde_json::from_str(json).unwrap_or_default();
    };
    let named = |names: [&str; 2]| {
        let mut members = members.iter();
        members.find(|(name, _)| names.contains(&&**name))
    };
    let [number, text] = [["number", "label"], ["text", "content"]].map(|names| {
        let found = named(names);
        found.map(|(_, json)| value(json)).unwrap_or_default()
    });
    let is_bare = number.ends_with(|c: char| c.is_alphanumeric());
    let stop = if is_bare { ". " } else { " " };
    if number.is_empty() {
        text
    } else {
        number + stop + &text
    }
}

/// A value as the text of a cell; empty where it is neither text nor number.
fn value(json: &str) -> String {
    match json.as_bytes().first() {
        Some(b'"') => serde_json::from_str(json).unwrap_or_default(),
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
            let paragraphs = items.iter().map(|item| paragraph(item.get()));
            paragraphs.collect::<Vec<_>>().join("\n\n")
        }
        Some(b'-' | b'0'..=b'9') => json.to_owned(),
        _ => String::new(),
    }
}
