//! The program as it is called: whole standard output, standard error and exit code.

mod actions;
mod batch;
mod builder;
mod check;
mod compare;
mod completions;
mod export;
mod find;
mod folders;
mod import;
mod kept;
mod languages;
mod list;
mod marks;
mod quote;
mod refs;
mod show;
mod standard;
mod talk;
mod terminal;
mod trace;

pub(crate) use builder::{Done, Test, program};

/// A corpus of one resolution, with points, an annex and a control character.
pub(crate) const POINTS: &str = r#"{"format": "resolut-corpus/1", "sessions": [
  {"id": "T-1", "organ": "Organ of Tests", "name": "First Session", "resolutions": [
    {"symbol": "7/1-T", "title": "POINTS", "language": "en",
     "preamble": [{"text": "Recalling nothing,"}],
     "operative": [
       {"number": "1", "text": "Decides:", "points": [
         {"number": "(a)", "text": "to meet:", "points": [{"number": "(i)", "text": "soon;"}]},
         {"number": "(b)", "text": "to report."}]},
       {"number": "2", "text": "Requests all\u001b[2J to go."}],
     "annexes": [{"title": "Terms", "paragraphs": [{"number": "1", "text": "Ends."}]}]}]}]}
"#;
