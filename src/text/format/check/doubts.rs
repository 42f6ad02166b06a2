//! What a person should look at in a resolution that can be read: numbers that don't count on, an operative part that
//! is not there, and a paragraph so long that its points were not parted from it.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::fault::Severity;
use super::raw::JsonMembers;
use super::{MOST, Walk};
use crate::text::format::shapes::JsonString;

/// The longest paragraph that may hold the labels of points, in words.
const LONG: usize = 400;

/// What is looked at of an entry of a list of paragraphs.
#[derive(Deserialize)]
struct DoubtEntry<'a> {
    #[serde(borrow)]
    number: Option<JsonString<'a>>,
    #[serde(borrow)]
    text: Option<JsonString<'a>>,
}

impl<'a> Walk<'a> {
    /// Doubts what a resolution says and what it lacks.
    pub(super) fn doubt(&mut self, members: &JsonMembers<'a>) {
        let read =
            |name: &str| serde_json::from_str::<JsonString<'_>>(members.get(name)?.get()).ok();
        // Doubts leave room for faults.
        let is_full = self.faults.len() > MOST / 2;
        if is_full || read("kind").is_some_and(|kind| kind.0 != "resolution") {
            return;
        }
        let operative = entries(members.get("operative"));
        let has_sections = members
            .get("sections")
            .is_some_and(|list| list.get().contains("\"operative\""));
        if let Some(symbol) = members
            .get("symbol")
            .filter(|_| operative.is_empty() && !has_sections)
        {
            self.below(format_args!(".symbol"), |walk| {
                walk.fault(symbol, Severity::Doubt, "it has no operative paragraphs");
            });
        }
        let mut last = Some(0);
        for (position, raw) in operative.into_iter().enumerate() {
            let Ok(entry) = serde_json::from_str::<DoubtEntry<'_>>(raw.get()) else {
                continue;
            };
            let Some(JsonString(text)) = entry.text else {
                continue;
            };
            let number = entry.number.map(|number| number.0);
            let message = number
                .as_deref()
                .and_then(|number| out_of_order(number, &mut last));
            if number.is_none() {
                // It may have the number that is missing behind it.
                last = None;
            }
            for message in message.into_iter().chain(unparted(&text)) {
                self.below(format_args!(".operative[{position}]"), |walk| {
                    walk.fault(raw, Severity::Doubt, &message);
                });
            }
        }
    }
}

fn entries(list: Option<&RawValue>) -> Vec<&RawValue> {
    list.and_then(|list| serde_json::from_str(list.get()).ok())
        .unwrap_or_default()
}

/// What is odd about a number behind the last one; nothing where that is not known.
fn out_of_order(number: &str, last: &mut Option<u32>) -> Option<String> {
    let value: u32 = number.parse().ok()?;
    let before = last.replace(value)?;
    match value.checked_sub(before) {
        Some(0) => Some(format!("number {value} again")),
        Some(1) => None,
        Some(2) => Some(format!("number {} is missing before {value}", before + 1)),
        Some(_) => Some(format!(
            "numbers {} to {} are missing before {value}",
            before + 1,
            value - 1
        )),
        None => Some(format!("number {value} stands behind {before}")),
    }
}

/// What is odd about a long paragraph.
fn unparted(text: &str) -> Option<String> {
    let words = text.split_whitespace().count();
    if words <= LONG {
        return None;
    }
    let has = |label: &str| text.split_whitespace().any(|word| word == label);
    let labelled = [
        ["(a)", "(b)"],
        ["a)", "b)"],
        ["(i)", "(ii)"],
        ["(1)", "(2)"],
    ]
    .iter()
    .any(|labels| labels.iter().all(|label| has(label)));
    labelled.then(|| {
        format!("{words} words with the labels of points among them; the points stand in its text")
    })
}
