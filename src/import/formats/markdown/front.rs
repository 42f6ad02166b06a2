//! Front matter: between lines of `---`, a key and a value a line.

use crate::import::formats::plain::PlainText;
use crate::import::front::Front;
use crate::import::report::RepairKind;
use crate::text::encoding;

/// The most lines of front matter.
const FRONT_LINES: usize = 200;

/// The front matter of a text, and what stands behind it.
pub(super) fn front_matter(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(encoding::MARK);
    let body = text
        .strip_prefix("---")?
        .trim_start_matches([' ', '\r'])
        .strip_prefix('\n')?;
    let mut at = 0;
    for line in body.split_inclusive('\n').take(FRONT_LINES) {
        if matches!(line.trim_end(), "---" | "...") {
            let (front, rest) = body.split_at(at);
            let has_keys = front.lines().any(|line| line.contains(':'));
            return has_keys.then_some((front, rest.get(line.len()..).unwrap_or_default()));
        }
        at += line.len();
    }
    None
}

/// Where documents begin of which several stand in one text, each with front matter that says its symbol; none where
/// there are no two.
pub(in crate::import::formats) fn documents(text: &str) -> Option<Vec<usize>> {
    let has_symbol = |front: &str| {
        let keys = front.lines().filter_map(|line| line.split_once(':'));
        let mut named = Front::NOTHING;
        for (key, value) in keys {
            if let Some(place) = named.by_name(key.trim()) {
                *place = Some(value.to_owned());
            }
        }
        named.symbol.is_some()
    };
    let (mut begins, mut at, mut after_blank) = (Vec::new(), 0, true);
    for line in text.split_inclusive('\n') {
        let front = text
            .get(at..)
            .filter(|_| after_blank && line.starts_with("---"));
        if let Some((front, _)) = front.and_then(front_matter)
            && has_symbol(front)
        {
            begins.push(at);
        } else if begins.is_empty() && !line.trim().is_empty() {
            return None;
        }
        after_blank = line.trim().is_empty();
        at += line.len();
    }
    (begins.len() > 1).then_some(begins)
}

/// Reads the keys that are known here, and tells them.
pub(super) fn read_front(matter: &str, plain: &mut PlainText) -> Front {
    let mut front = Front::NOTHING;
    for line in matter.lines() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches(['"', '\'']);
        let value = value.trim_end_matches([' ', ':']);
        let Some(place) = front.by_name(key.trim()).filter(|_| !value.is_empty()) else {
            continue;
        };
        if place.is_none() {
            *place = Some(value.to_owned());
            let what = format!("`{}: {value}` read", key.trim());
            plain.report.repair(1, RepairKind::Front, what);
        }
    }
    front
}
