//! Meetings as notes name them: by their number, in figures or words.

use crate::text::citation::{is_suffix, read_ordinal, read_tens};

/// What a meeting is called, and what belongs to its name behind that.
const MEETINGS: [&str; 5] = ["meeting", "séance", "sesión", "sitzung", "заседание"];
const MEETINGS_OF: [&str; 3] = [" plénière", " plenaria", " publique"];

/// The meeting that a text opens with: `30th plenary meeting`, `Ninth plenary meeting`, `30e séance plénière`.
pub(super) fn meeting(text: &str) -> Option<&str> {
    if let Some(name) = unparted_meeting(text) {
        return Some(name);
    }
    let name = up_to_meeting(text)?;
    let words: Vec<_> = name.split(' ').collect();
    let ordinal = words.first()?;
    let digits = ordinal.trim_start_matches(|c: char| c.is_ascii_digit());
    let suffixes = ["e", "ème", "re", "ª", "a", ".ª", ".", "-е", "-ое"];
    let figures = digits.len() < ordinal.len() && (is_suffix(digits) || suffixes.contains(&digits));
    let lower = ordinal.to_lowercase();
    let named = lower
        .split('-')
        .all(|part| read_ordinal(part).is_some() || read_tens(part).is_some());
    let capital = ordinal.starts_with(char::is_uppercase);
    let rest = text.get(name.len()..)?;
    let ends = rest.is_empty() || rest.starts_with([',', ')', ']', '.', ' ']);
    let short = words.len() <= 5 && rest.split(' ').count() <= 14;
    (short && ends && (figures || capital && named)).then_some(name)
}

/// A text up to the first word for a meeting and what belongs to its name.
fn up_to_meeting(text: &str) -> Option<&str> {
    let end = MEETINGS
        .iter()
        .find_map(|name| Some(text.find(name)? + name.len()))?;
    let behind = text.get(end..)?;
    let more = MEETINGS_OF.iter().find(|more| behind.starts_with(**more));
    text.get(..end + more.map_or(0, |more| more.len()))
}

/// `第30次全体会议`, `الجلسة العامة ٣٠`
fn unparted_meeting(text: &str) -> Option<&str> {
    let short = text.chars().count() <= 40;
    let numbered = text.contains(char::is_numeric);
    let chinese = text.starts_with('第') && text.contains("次") && text.ends_with("会议");
    let arabic = text.starts_with("الجلسة");
    (short && numbered && (chinese || arabic)).then_some(text)
}

/// The meeting that a text names anywhere.
pub(super) fn meeting_in(text: &str) -> Option<&str> {
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    starts
        .filter_map(|start| text.get(start..))
        .find_map(|text| meeting(up_to_meeting(text)?))
        .or_else(|| text.split(' ').find_map(unparted_meeting))
}
