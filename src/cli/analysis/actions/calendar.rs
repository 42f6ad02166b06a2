//! Acts as a calendar, by RFC 5545.

use std::io::Write;

use anyhow::Result;

use super::ActRecord;
use crate::cli::output::Output;
use crate::text::visible::visible;

/// Writes a day on which something is due as an event of the whole day; the words that say so stand before the clause, for
/// the day may be counted from them. Acts without a day have none.
pub(super) fn write(found: &[ActRecord], out: &mut Output<impl Write>) -> Result<()> {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//resolut//actions//EN".to_owned(),
    ];
    for record in found {
        for (day, printed) in &record.dated {
            let compact = day.replace('-', "");
            let who = record.addressees.join(", ");
            lines.extend([
                "BEGIN:VEVENT".to_owned(),
                format!(
                    "UID:{}-{}-{compact}@resolut",
                    record.citation.replace(' ', ""),
                    record.act
                ),
                format!("DTSTAMP:{compact}T000000Z"),
                format!("DTSTART;VALUE=DATE:{compact}"),
                format!(
                    "SUMMARY:{}",
                    escaped(&format!("{}: {} {who}", record.citation, record.verb))
                ),
                format!(
                    "DESCRIPTION:{}",
                    escaped(&format!("[{printed}] {}", record.words))
                ),
                "END:VEVENT".to_owned(),
            ]);
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    for line in &lines {
        out.bytes(folded(&visible(line)).as_bytes())?;
    }
    Ok(())
}

/// A text as a value.
fn escaped(text: &str) -> String {
    let text = text.trim_end();
    let text = text.replace('\\', "\\\\").replace(';', "\\;");
    text.replace(',', "\\,")
}

/// A content line, folded so that no line has more than 75 bytes.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded + "\r\n"
}
