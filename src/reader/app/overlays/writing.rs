//! A list on its way to a file, in the format that the ending of its name asks for.

use std::path::Path;

use super::Overlay;
use super::asked::{AskedLine, Purpose};
use super::list_pane::{ListKind, ListPane, pair};
use super::marks::first_words;
use super::preview::place_of;
use super::prompt::Prompt;
use super::references::ReferenceRow;
use super::traced::nearness_said;
use super::word_diff::WordingPair;
use crate::analysis::changes::marked;
use crate::export::{QUOTED_COLUMNS, QuoteStyle, TableFormat, noted, quote, table};
use crate::reader::app::App;
use crate::reader::app::action::Effect;
use crate::reader::app::recall;
use crate::reader::keep::{NamedFile, Replace, WriteError, with_causes};
use crate::text::corpus::Resolved;
use crate::text::counted::counted;
use crate::text::model::Place;

/// How a list is written: as quotations, or as a table.
#[derive(Clone, Copy)]
enum ListFormat {
    Markdown,
    Table(TableFormat),
}

/// A row as it is written.
#[derive(Default)]
struct WrittenRow {
    /// What the list says of it before its citation.
    head: String,
    citation: String,
    words: String,
    note: Option<String>,
    /// What is quoted; none where nothing of it is here.
    cited: Option<Resolved>,
    /// Its quotation in a style of its own.
    quotation: Option<String>,
}

/// The words of a row with marks at what changed.
fn written_words(pair: WordingPair) -> String {
    let [from, to] = pair.texts;
    match (from.is_empty(), to.is_empty()) {
        (false, false) => marked(&from, &to).text,
        _ => from + &to,
    }
}

impl ListFormat {
    /// The format that a name asks for by its ending.
    fn of(name: &str) -> Option<Self> {
        let ending = Path::new(name).extension()?.to_str()?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "csv" => Self::Table(TableFormat::Csv),
            "tsv" => Self::Table(TableFormat::Tsv),
            "json" => Self::Table(TableFormat::Json),
            "md" => Self::Markdown,
            _ => return None,
        })
    }
}

impl App<'_> {
    /// Asks for the name of a file for the open list.
    pub(super) fn ask_file(&mut self) {
        if self.is_looking() {
            return self.refuse("not all rows are found yet");
        }
        self.asked = Some(AskedLine {
            purpose: Purpose::File { there: None },
            prompt: Prompt::default(),
        });
    }

    /// The file that was named, with the open list in it.
    pub(super) fn write_list(&mut self, name: &str, there: Option<&str>) -> Option<Effect> {
        let Some(format) = ListFormat::of(name) else {
            self.refuse("name a file that ends in .csv, .tsv, .json or .md");
            return None;
        };
        let (content, rows) = self.written(format);
        Some(Effect::Write(NamedFile {
            name: name.to_owned(),
            content,
            rows,
            replace: Replace::with_force(there == Some(name)),
        }))
    }

    /// Takes note of what became of a file that was to be written. One that is there already is replaced when it is named
    /// once more.
    pub fn note_written(&mut self, file: &NamedFile, written: Result<(), WriteError>) {
        let name = &file.name;
        match written {
            Ok(()) => {
                self.asked = None;
                self.note(format!("{} written to {name}", counted(file.rows, "row")));
            }
            Err(WriteError::Exists(_)) => {
                if let Some(asked) = &mut self.asked {
                    asked.purpose = Purpose::File {
                        there: Some(name.clone()),
                    };
                }
                self.refuse(format!("{name} exists: Enter again writes over it"));
            }
            Err(error) => self.refuse(with_causes(&error)),
        }
    }

    /// The open list as it is written, and how many rows it has.
    fn written(&self, format: ListFormat) -> (String, usize) {
        let Some(Overlay::List(pane)) = &self.overlay else {
            return (String::new(), 0);
        };
        let rows = self.written_rows(pane);
        let count = rows.len();
        let content = match format {
            ListFormat::Markdown => {
                let rows = rows.iter().map(|row| {
                    let quoted = self.quotation(row, QuoteStyle::Markdown);
                    let quoted = quoted.unwrap_or_else(|| row.words.clone());
                    let name = [&*row.head, &row.citation].join(" ");
                    noted(name.trim(), row.note.as_deref(), &quoted)
                });
                rows.collect::<Vec<_>>().join("\n")
            }
            ListFormat::Table(format) => {
                let head = match pane.listed() {
                    ListKind::References(_) => Some("relation"),
                    ListKind::Actions(..) => Some("when"),
                    ListKind::Trace(_) => Some("likeness"),
                    ListKind::Languages(_) => Some("language"),
                    ListKind::Quotes(..) => Some("style"),
                    ListKind::Comparison(_) => Some("status"),
                    _ => None,
                };
                let names: Vec<_> = head.into_iter().chain(QUOTED_COLUMNS).collect();
                let rows = rows.into_iter().map(|row| {
                    let quotation = self.quotation(&row, QuoteStyle::Full).unwrap_or_default();
                    let session = self.session_of(&row);
                    let note = row.note.unwrap_or_default();
                    let fields = [row.citation, session, row.words, note, quotation];
                    let first = head.map(|_| row.head);
                    first.into_iter().chain(fields).collect()
                });
                table(format, &names, &rows.collect::<Vec<_>>())
            }
        };
        (content, count)
    }

    fn quotation(&self, row: &WrittenRow, style: QuoteStyle) -> Option<String> {
        let own = row.quotation.clone();
        own.or_else(|| {
            let quotation = quote(style, row.cited.as_ref()?, self.corpus);
            Some(quotation.ok().flatten()?.text)
        })
    }

    fn session_of(&self, row: &WrittenRow) -> String {
        let session = row.cited.as_ref().map(|cited| {
            let session = self.corpus.session_of(cited.resolution);
            self.corpus.session(session).id.to_string()
        });
        session.unwrap_or_default()
    }

    /// The rows of a list in the order that is shown, without its headings.
    fn written_rows(&self, pane: &ListPane) -> Vec<WrittenRow> {
        let rows = pane.rows().iter();
        let open = pane.open();
        let row = |&at: &usize| match pane.listed() {
            ListKind::Marks => {
                let mark = &self.marks[at];
                let cited = recall::place_of(self.corpus, &mark.at);
                Some(WrittenRow {
                    citation: mark.at.citation.clone(),
                    words: mark.words.clone(),
                    note: mark.note.clone(),
                    cited: cited.map(|place| self.quoted_unit(place)),
                    ..WrittenRow::default()
                })
            }
            ListKind::Hits(hits) => {
                Some(self.written_row(place_of(hits[at].subject, self.corpus)?))
            }
            ListKind::Places(places) => Some(self.written_row(places[at])),
            ListKind::Languages(places) => Some(WrittenRow {
                head: self.corpus.language(places[at].resolution).to_owned(),
                ..self.written_row(places[at])
            }),
            ListKind::Quotes(cited, quotations) => Some(WrittenRow {
                head: quotations[at].style.name().to_owned(),
                citation: self.corpus.cite_all(cited).to_string(),
                words: quotations[at].source.clone(),
                cited: Some(cited.clone()),
                quotation: Some(quotations[at].text.clone()),
                ..WrittenRow::default()
            }),
            ListKind::References(list) => match list.row(at)? {
                ReferenceRow::Heading(_) => None,
                ReferenceRow::Referring(one) => Some(WrittenRow {
                    head: "refers to".to_owned(),
                    citation: one.referent.to_string(),
                    words: one.words.0.clone(),
                    note: one.said.clone(),
                    cited: one.leads_to.clone(),
                    ..WrittenRow::default()
                }),
                ReferenceRow::Citing(one) => Some(WrittenRow {
                    head: "cited by".to_owned(),
                    words: one.words.0.clone(),
                    ..self.written_row(one.place)
                }),
            },
            ListKind::Actions(list) => {
                let act = list.acts().get(at)?;
                Some(WrittenRow {
                    head: act.when.clone(),
                    words: act.words.clone(),
                    ..self.written_row(act.place)
                })
            }
            ListKind::Trace(list) => {
                let one = list.wordings.get(at)?;
                Some(WrittenRow {
                    head: nearness_said(one, ""),
                    words: written_words(pair(pane.listed(), at, open, self.corpus)?),
                    ..self.written_row(one.place)
                })
            }
            ListKind::Comparison(compared) => {
                let row = compared.rows.get(at)?;
                let [from, to] = row.pair(self.corpus);
                Some(WrittenRow {
                    head: format!("{} {from} > {to}", row.told()),
                    words: written_words(pair(pane.listed(), at, open, self.corpus)?),
                    ..self.written_row(compared.place(at, open)?)
                })
            }
            ListKind::Resolutions(_) | ListKind::Outline(_) => None,
        };
        rows.filter_map(row).collect()
    }

    fn written_row(&self, place: Place) -> WrittenRow {
        let text = self.corpus.text(place).unwrap_or_default();
        WrittenRow {
            citation: self.corpus.cite(place).to_string(),
            words: first_words(&text),
            note: self.note_at(place),
            cited: Some(self.quoted_unit(place)),
            ..WrittenRow::default()
        }
    }

    /// A paragraph with its points, to be quoted.
    fn quoted_unit(&self, place: Place) -> Resolved {
        let resolution = self.corpus.resolution(place.resolution);
        Resolved {
            resolution: place.resolution,
            passages: vec![resolution.unit(place.index())],
        }
    }
}
