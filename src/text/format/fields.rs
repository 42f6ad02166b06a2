//! What a corpus file says of a resolution beside its text, field by field: for formats that have a place for
//! such fields, as Markdown has before a text.
//!
//! A field is a name and a value in JSON. The names are those of a resolution; the day of adoption is `date`. Those of its
//! session begin with `session_`, but for `organ`, and for its name, which is `session`.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::check::JsonMembers;
use super::layout::on_one_line;
use super::shapes::{List, ResolutionShape, SessionShape};
use super::{FormatVersion, resolution};
use crate::text::model::{Resolution, Session};
use crate::text::sorting::sort_by_key;

/// The fields that others have as well; they come first.
const FIRST: [&str; 6] = ["symbol", "title", "organ", "session", "date", "language"];

/// What the fields of a session begin with.
const OF_SESSION: &str = "session_";

/// The fields of a resolution and its session, each with its value in JSON. Notes to the title and the source are left
/// out.
///
/// ```
/// use resolut::text::format::{fields, of_fields};
/// use resolut::text::model::{Resolution, Session};
///
/// let session = Session::new("B-1", "Board of Boats", "First Session");
/// let resolution = Resolution::new("1/1", "en");
/// let fields = fields(&session, &resolution);
/// assert_eq!(fields[0], ("symbol".to_owned(), "\"1/1\"".to_owned()));
/// assert_eq!(of_fields(&fields), Ok((session, resolution)));
/// ```
pub fn fields(session: &Session, resolution: &Resolution) -> Vec<(String, String)> {
    let mut shape = ResolutionShape::nest(resolution, FormatVersion::Second);
    shape.without_text();
    let mut fields = renamed(&on_one_line(&shape), |name| {
        Some(if name == "adopted" { "date" } else { name }.to_owned())
    });
    let session = SessionShape::nest(session, Vec::<ResolutionShape<'_>>::new());
    fields.extend(renamed(&on_one_line(&session), |name| match name {
        "name" => Some("session".to_owned()),
        "organ" => Some(name.to_owned()),
        "resolutions" => None,
        _ => Some([OF_SESSION, name].concat()),
    }));
    let place = |name: &str| FIRST.iter().position(|first| *first == name);
    sort_by_key(&mut fields, |(name, _)| place(name).unwrap_or(FIRST.len()));
    fields
}

/// The members of an object of JSON, with their values as they stand; none where it is no object.
///
/// ```
/// use resolut::text::format::members;
///
/// let members = members(r#"{"a": [1, 2]}"#).expect("it is an object");
/// assert_eq!(members, [("a".into(), "[1, 2]")]);
/// assert_eq!(resolut::text::format::members("7"), None);
/// ```
pub fn members(json: &str) -> Option<Vec<(Cow<'_, str>, &str)>> {
    let members: JsonMembers<'_> = serde_json::from_str(json).ok()?;
    let members = members.0.into_iter();
    Some(members.map(|(name, value)| (name.0, value.get())).collect())
}

/// The members of an object under other names.
fn renamed(json: &str, name: impl Fn(&str) -> Option<String>) -> Vec<(String, String)> {
    let members = members(json).unwrap_or_default().into_iter();
    let named = |(own, value): (Cow<'_, str>, &str)| Some((name(&own)?, value.to_owned()));
    members.filter_map(named).collect()
}

/// The resolution without its text, and its session, that fields say. A value that is no JSON is a string.
///
/// # Errors
/// A field is missing, or has a value of another type; says which.
pub fn of_fields(fields: &[(String, String)]) -> Result<(Session, Resolution), String> {
    let mut of_session = vec![member("resolutions", "[]")];
    let mut own = Vec::new();
    for (name, value) in fields {
        match name.as_str() {
            "session" => of_session.push(member("name", value)),
            "organ" => of_session.push(member(name, value)),
            "date" => own.push(member("adopted", value)),
            _ => match name.strip_prefix(OF_SESSION) {
                Some(name) => of_session.push(member(name, value)),
                None => own.push(member(name, value)),
            },
        }
    }
    let object = |members: Vec<String>| format!("{{{}}}", members.join(","));
    let session = object(of_session);
    let session = serde_json::from_str::<SessionShape<'_>>(&session);
    let (session, _) = session.map_err(|error| said(&error))?.flatten();
    let own = object(own);
    match resolution(&own, FormatVersion::Second) {
        Some(resolution) => Ok((session, resolution)),
        None => Err(serde_json::from_str::<ResolutionShape<'_>>(&own)
            .err()
            .map_or_else(|| "text stands in it".to_owned(), |error| said(&error))),
    }
}

/// A member of an object.
fn member(name: &str, value: &str) -> String {
    let is_json = name == "variant" || value.starts_with(['"', '[', '{']);
    let value = if is_json && serde_json::from_str::<&RawValue>(value).is_ok() {
        value.to_owned()
    } else {
        on_one_line(&value.trim_matches('\''))
    };
    format!("{}:{value}", on_one_line(&name))
}

/// What serde says, under the names that the fields have, without a place.
fn said(error: &serde_json::Error) -> String {
    let said = super::check::said(error);
    [("`id`", "`session_id`"), ("`name`", "`session`")]
        .iter()
        .fold(said, |said, (own, name)| said.replace(own, name))
}

impl ResolutionShape<'_> {
    /// Leaves out what stands in the text, and where it was taken from.
    fn without_text(&mut self) {
        self.source = None;
        self.opening = None;
        for list in [
            &mut self.preamble,
            &mut self.operative,
            &mut self.paragraphs,
        ] {
            *list = List::default();
        }
        if let Some(title) = &mut self.title {
            title.notes.clear();
        }
        for section in &mut self.sections {
            section.preamble = List::default();
            section.operative = List::default();
        }
        for annex in &mut self.annexes {
            annex.preamble = List::default();
            annex.paragraphs = List(Some(Vec::new()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields_of(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn a_value_that_is_no_json_is_a_string() {
        let (session, resolution) = of_fields(&fields_of(&[
            ("symbol", "2/9-B"),
            ("date", "2018-11-01"),
            ("language", "'en'"),
            ("session_id", "B-9"),
            ("session", "Ninth Session"),
            ("organ", "Board of [Boats]"),
            ("kind", "\"draft\""),
        ]))
        .unwrap();
        assert_eq!(&*session.organ, "Board of [Boats]");
        assert_eq!(resolution.adopted.as_deref(), Some("2018-11-01"));
        assert_eq!(&*resolution.language, "en");
    }

    #[test]
    fn a_field_that_is_missing_is_named() {
        let error = of_fields(&fields_of(&[("symbol", "2/9-B")])).unwrap_err();
        assert_eq!(error, "missing field `session_id`");
    }
}
