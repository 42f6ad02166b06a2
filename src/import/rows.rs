//! A table of documents → a resolution a row.
//!
//! | step | owns |
//! |---|---|
//! | `columns` | which column holds what |
//! | `delimited` | cells between commas, tabs or semicolons → rows |
//! | `json` | objects → rows |
//!
//! The text of a row is read as a document is; what other columns say of it wins over what it prints, as options do. The
//! texts of all rows are kept one below the other, and lines are those of that text. A row that can't be read is named
//! with the line in which it begins in the table.

use super::formats::{DocumentRow, SourceDocument};
use super::front::Front;
use super::report::NotRead;
use super::{HandRepairs, Import, ImportError, Options, merge, pdf_text};
use crate::text::format;
use crate::text::model::{Lines, WholeSession};

mod columns;
mod delimited;
mod json;

pub use columns::{ColumnNames, ColumnNamesError};

/// What the cells of a row say.
#[derive(Debug, Default)]
pub(super) struct RowCells {
    /// The line of the source in which it begins, from 1.
    pub line: u32,
    pub front: Front,
    pub text: String,
    /// Why it says nothing.
    pub fault: Option<String>,
}

/// The rows of a text, if it is a table with a column of texts.
pub(super) fn cells(
    text: &str,
    options: &Options<'_>,
) -> Result<Option<Vec<RowCells>>, ImportError> {
    match json::rows(text, options)? {
        Some(rows) => Ok(Some(rows)),
        None => delimited::rows(text, options),
    }
}

/// Reads each row.
pub(super) fn read(
    document: &SourceDocument,
    options: &Options<'_>,
) -> Result<Import, ImportError> {
    options.front.fits(document.rows.len(), options.file_name)?;
    let mut report = document.begin_report(options);
    if *options.repairs != HandRepairs::NOTHING {
        let message = "repairs mend a text by itself; rows are read without them".to_owned();
        report.doubt(1, message);
    }
    let mut sessions = Vec::new();
    for (row, position) in document.rows.iter().zip(1..) {
        let read = match &row.fault {
            Some(fault) => Err(fault.clone()),
            None => row
                .read(position, options)
                .map_err(|error| error.to_string()),
        };
        match read {
            Ok(mut import) => {
                shift(&mut import.sessions, row.before);
                sessions.append(&mut import.sessions);
                report.take_in(import.report, row.before);
            }
            Err(reason) => report.not_read.push(NotRead {
                line: row.line,
                reason,
            }),
        }
    }
    if sessions.is_empty() {
        let first = report.not_read.into_iter().next();
        return Err(ImportError::NoRow {
            file: options.file_name.to_owned(),
            first: first.unwrap_or_default(),
        });
    }
    let mut sessions = merge(sessions);
    pdf_text::sign(&mut sessions, &format::digest(document.text.as_bytes()));
    report.counts.sessions = sessions.len();
    Ok(Import { sessions, report })
}

impl DocumentRow {
    /// Reads the row of a position, from 1. One whose text holds several resolutions says nothing of their symbols.
    fn read(&self, position: u32, options: &Options<'_>) -> Result<Import, ImportError> {
        let read = |front: &Front| {
            let options = Options {
                front,
                repairs: &HandRepairs::NOTHING,
                row: Some(position),
                ..*options
            };
            pdf_text::read_document(&self.document, &options)
        };
        let front = options.front.clone().or(self.front.clone());
        read(&front).or_else(|error| match error {
            ImportError::Several { count, .. } => {
                let mut import = read(&Front {
                    symbol: None,
                    title: None,
                    ..front
                })?;
                let message = format!("{count} resolutions stand in one row; called as printed");
                import.report.doubt(1, message);
                Ok(import)
            }
            _ => Err(error),
        })
    }
}

/// Moves the lines of all that was read.
fn shift(sessions: &mut [WholeSession], before: u32) {
    let move_down = |lines: &mut Option<Lines>| {
        if let Some(lines) = lines {
            *lines = lines.map(|line| line.saturating_add(before));
        }
    };
    for resolution in sessions.iter_mut().flat_map(|one| &mut one.resolutions) {
        if let Some(source) = &mut resolution.source {
            move_down(&mut source.lines);
        }
        for passage in &mut resolution.passages {
            move_down(&mut passage.lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read_document;

    const LAMPS: &str = "The Board of Boats,\n\nRecalling its lamps,\n\n1. Decides to light them;\n\n2. Requests oil.";

    fn read(text: &str, columns: &ColumnNames) -> Result<Import, ImportError> {
        let options = Options {
            columns,
            ..Options::new("lamps.csv")
        };
        read_document(&SourceDocument::of(text.as_bytes(), &options)?, &options)
    }

    fn told(text: &str) -> Import {
        read(text, &ColumnNames::default()).unwrap()
    }

    fn symbols(import: &Import) -> Vec<&str> {
        let sessions = import.sessions.iter();
        let all = sessions.flat_map(|session| &session.resolutions);
        all.map(|resolution| &*resolution.symbol).collect()
    }

    fn json(text: &str) -> String {
        serde_json::to_string(text).unwrap()
    }

    #[test]
    fn each_row_is_a_resolution_whatever_parts_its_cells() {
        let text = json(LAMPS);
        for table in [
            format!(
                "symbol,title,date,text\nB/1,Lamps,2031-05-02,\"{LAMPS}\"\nB/2,Oil,,\"{LAMPS}\"\n"
            ),
            format!(
                "symbol;title;date;text\r\nB/1;Lamps;2031-05-02;\"{LAMPS}\"\r\nB/2;Oil;;\"{LAMPS}\""
            ),
            format!(
                "text\tsymbol\ttitle\tdate\n\"{LAMPS}\"\tB/1\tLamps\t2 May 2031\n\"{LAMPS}\"\tB/2\tOil\t\n"
            ),
            format!(
                "{{\"symbol\": \"B/1\", \"title\": \"Lamps\", \"date\": \"2031-05-02T00:00:00Z\", \"text\": {text}}}\n\n\
                {{\"symbol\": \"B/2\", \"title\": \"Oil\", \"year\": 2031, \"text\": {text}}}\n"
            ),
            format!(
                "[\n {{\"symbol\": \"B/1\", \"title\": \"Lamps\", \"date\": \"2031-05-02\", \"text\": {text}}},\n \
                {{\"symbol\": \"B/2\", \"title\": \"Oil\", \"date\": null, \"text\": {text}}}]\n"
            ),
        ] {
            let import = told(&table);
            assert_eq!(symbols(&import), ["B/1", "B/2"], "{table}");
            let first = &import.sessions[0].resolutions[0];
            assert_eq!(first.title.as_deref(), Some("Lamps"), "{table}");
            assert_eq!(first.adopted.as_deref(), Some("2031-05-02"), "{table}");
            assert_eq!(import.report.counts.operative, 4);
            assert_eq!(import.report.not_read, []);
        }
    }

    #[test]
    fn lines_are_those_of_the_texts_below_each_other() {
        let table = format!("symbol,text\nB/1,\"{LAMPS}\"\nB/2,\"{LAMPS}\"\n");
        let options = Options::new("lamps.csv");
        let document = SourceDocument::of(table.as_bytes(), &options).unwrap();
        let import = read_document(&document, &options).unwrap();
        let lines: Vec<_> = document.text.lines().collect();
        for resolution in &import.sessions[0].resolutions {
            for passage in &resolution.passages {
                let Some([first, _]) = passage.lines else {
                    continue;
                };
                assert!(
                    lines[first as usize - 1].ends_with(&*passage.text),
                    "{passage:?}"
                );
            }
        }
        let digest = format::digest(document.text.as_bytes());
        let source = import.sessions[0].resolutions[1].source.as_ref().unwrap();
        assert_eq!(source.sha256.as_deref(), Some(&*digest));
    }

    #[test]
    fn a_row_that_can_not_be_read_is_named_with_its_line() {
        let table = format!("symbol,text\nB/1,\"{LAMPS}\"\nB/2,A letter.\n,\nB/3,\n");
        let import = told(&table);
        assert_eq!(symbols(&import), ["B/1"]);
        let not_read = &import.report.not_read;
        assert_eq!(
            not_read.iter().map(|one| one.line).collect::<Vec<_>>(),
            [9, 11]
        );
        assert!(
            not_read[0]
                .reason
                .starts_with("no resolution in `lamps.csv`")
        );
        assert_eq!(not_read[1].reason, "there is no text in `lamps.csv`");
        let said = import.report.to_string();
        assert!(
            said.contains("\n! 2 rows not read\n    line 9: no resolution"),
            "{said}"
        );
        let lines = format!(
            "{{\"symbol\": \"B/1\", \"text\": {}}}\n{{\"symbol\": \n",
            json(LAMPS)
        );
        let not_read = told(&lines).report.not_read;
        assert_eq!(not_read[0].line, 2);
        assert!(not_read[0].reason.starts_with("no JSON: "), "{not_read:?}");
        let error = read("symbol,text\nB/2,A letter.\n", &ColumnNames::default()).unwrap_err();
        let said = error.to_string();
        assert!(
            said.starts_with("no row of `lamps.csv` could be read; line 2: no resolution"),
            "{said}"
        );
    }

    #[test]
    fn columns_may_be_called_otherwise() {
        let table = format!("record_id,n,full,when,text\nB/1,7,\"{LAMPS}\",2031-05-02,summary\n");
        let columns: ColumnNames = "symbol=record_id,text=full,date=When".parse().unwrap();
        let import = read(&table, &columns).unwrap();
        assert_eq!(symbols(&import), ["B/1"]);
        let first = &import.sessions[0].resolutions[0];
        assert_eq!(first.adopted.as_deref(), Some("2031-05-02"));
        let columns: ColumnNames = "text=body".parse().unwrap();
        assert_eq!(
            read(&table, &columns).unwrap_err().to_string(),
            "`lamps.csv` has no column `body`, but `record_id`, `n`, `full`, `when`, `text`"
        );
    }

    #[test]
    fn names_of_columns_may_say_of_what_they_are() {
        let text = json(LAMPS);
        for row in [
            format!("{{\"docSymbol\": \"B/1\", \"heading\": \"Lamps\", \"full-text\": {text}}}"),
            format!(
                "{{\"body\": {text}, \"resolution_number\": \"B/1\", \"Document title\": \"Lamps\"}}"
            ),
            format!(
                "{{\"resolution\": \"no\", \"symbol\": \"B/1\", \"title\": \"Lamps\", \"text\": {text}, \"body\": \"Board\"}}"
            ),
        ] {
            let import = told(&row);
            assert_eq!(symbols(&import), ["B/1"], "{row}");
            let first = &import.sessions[0].resolutions[0];
            assert_eq!(first.title.as_deref(), Some("Lamps"), "{row}");
        }
    }

    #[test]
    fn objects_within_a_row_hold_columns_and_paragraphs() {
        let row = "{\"meta\": {\"symbol\": \"B/1\", \"yes\": 9, \"no\": \"2\"}, \"document\": {\"content\": [\
            \"The Board of Boats,\", {\"text\": \"Recalling its lamps,\"}, \
            {\"number\": \"1\", \"text\": \"Decides to light them;\"}, {\"number\": 2, \"text\": \"Requests oil.\"}]}}";
        let import = told(row);
        assert_eq!(symbols(&import), ["B/1"]);
        let first = &import.sessions[0].resolutions[0];
        let numbers = first
            .passages
            .iter()
            .map(|passage| passage.number.as_deref());
        assert_eq!(
            numbers.collect::<Vec<_>>(),
            [None, None, Some("1"), Some("2")]
        );
        let vote = first.facts.vote.as_ref().unwrap();
        let counts = [&vote.in_favour, &vote.against, &vote.abstaining].map(|votes| votes.count);
        assert_eq!(counts, [Some(9), Some(2), None]);
    }

    #[test]
    fn the_text_of_a_row_is_read_like_a_document() {
        let page = format!(
            "<html><body><p>{}</p></body></html>",
            LAMPS.replace("\n\n", "</p><p>")
        );
        let marked = format!(
            "---\nlang: fr\n---\n\n{}",
            LAMPS.replace("Recalling", "*Recalling*")
        );
        let table = format!("symbol,text\nB/1,\"{page}\"\nB/2,\"{marked}\"\n");
        let import = told(&table);
        assert_eq!(symbols(&import), ["B/1", "B/2"]);
        for resolution in &import.sessions[0].resolutions {
            assert_eq!(&*resolution.passages[1].text, "Recalling its lamps,");
        }
    }

    #[test]
    fn documents_of_markdown_stand_in_one_file_each_with_its_front_matter() {
        let one = format!("---\nsymbol: B/1\ntitle: Lamps\n---\n\n{LAMPS}\n\n");
        let import = told(&(one.clone() + &one.replace("B/1", "B/2")));
        assert_eq!(symbols(&import), ["B/1", "B/2"]);
        assert_eq!(import.report.counts.operative, 4);
        let ruled = format!("{one}---\n\n3. Requests: more oil.\n\n---\n");
        assert_eq!(symbols(&told(&ruled)), ["B/1"]);
    }

    #[test]
    fn rows_without_symbols_are_called_after_file_and_row() {
        let table = format!("title,text\nLamps,\"{LAMPS}\"\nOil,\"{LAMPS}\"\n");
        assert_eq!(symbols(&told(&table)), ["lamps-1", "lamps-2"]);
    }

    #[test]
    fn a_text_is_no_table() {
        for text in [
            "Text, adopted by the Board of Boats\n\nRecalling its lamps,\n",
            "symbol,title\nB/1,Lamps\n",
            "{\"symbol\": \"B/1\"}\n",
            "",
        ] {
            let document = SourceDocument::of(text.as_bytes(), &Options::new("x.txt")).unwrap();
            assert_eq!(document.text, text);
        }
    }

    #[test]
    fn paragraphs_that_were_exported_are_no_documents() {
        let error = read(
            "citation,symbol,kind,number,text\n1/1:1,1/1,op,1,Decides.\n",
            &ColumnNames::default(),
        );
        let said = error.unwrap_err().to_string();
        assert!(said.contains("a paragraph a row"), "{said}");
    }
}
