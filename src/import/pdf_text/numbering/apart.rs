//! Labels that stand apart from their texts → each above its own.
//!
//! A program that makes text of a PDF may tell the labels of a page first, as they stand in a column of their own: `1.`,
//! `2.`, and below them both paragraphs. Such a run of labels, each alone on its line, is parted again where as many
//! texts without labels begin behind it on the same page. A text begins behind a stop; that of a number with a verb,
//! unless none of them does, as in an annex.
//!
//! A number without a stop, alone on its line, is the number of the paragraph below it where that opens with a verb and
//! others count on from 1: else it would be the number of a page or the mark of a note.
//!
//! It may also tell what hangs from a label before the line that the label stands on: a text that ends above its
//! beginning is turned round.

use super::{number, point};
use crate::import::shapes::LineShape;
use crate::import::source::Line;
use crate::import::words;
use crate::text::lead::LeadRules;

/// How far behind its label a text may begin, in lines: as many as a long page has.
const PAGE: usize = 100;

/// The fewest words of a numbered text that begins with no verb.
const FEWEST: usize = 3;

/// The lines, with each label of a run above its text.
pub(in crate::import) fn part(
    mut lines: Vec<Line<'_>>,
    leads: LeadRules,
    usual_gap: u32,
) -> Vec<Line<'_>> {
    let mut end = lines.len();
    // The labels of a list stand behind that of the paragraph which it is in: so the last run finds its texts first.
    while let Some(last) = lines[..end].iter().rposition(is_label) {
        let before = lines[..last].iter().rposition(|line| !is_label(line));
        let first = before.map_or(0, |before| before + 1);
        let run = LabelRun {
            labels: &lines[first..=last],
            behind: &lines[last + 1..],
            leads,
            usual_gap,
        };
        if let Some(texts) = run.texts() {
            move_down(&mut lines[first..], &texts);
        }
        end = first;
    }
    for label in 0..lines.len() {
        if is_label(&lines[label])
            && let Some((tail, end)) = torn(&lines[label + 1..], leads)
        {
            turn(&mut lines[label + 1..label + 1 + end], tail);
        }
    }
    count_bare(&mut lines, leads);
    lines
}

/// Tells the numbers without a stop that stand alone, each above its paragraph.
fn count_bare(lines: &mut [Line<'_>], leads: LeadRules) {
    let mut counted: Vec<usize> = Vec::new();
    for at in 1..lines.len() {
        let (number, text) = (&lines[at - 1], &lines[at]);
        let [word] = number.words.as_slice() else {
            continue;
        };
        let next = counted.len() + 1;
        let counts = word.parse() == Ok(next) && !number.feed_before && !number.is_in_table();
        // Where two were told, a verb that is not known is one.
        let opens = || {
            leads.verb(&text.text()).is_some()
                || counted.len() > 1
                    && !text.feed_before
                    && text.words[0].starts_with(char::is_uppercase)
        };
        if counts && text.words.len() > 1 && opens() {
            counted.push(at - 1);
        }
    }
    if counted.len() > 1 {
        for at in counted {
            lines[at].shape = LineShape::Number;
        }
    }
}

/// How many lines behind a label end the text that begins behind them, and how many both have: `3.`, `rain.`, and apart
/// from it `Asks for`.
fn torn(behind: &[Line<'_>], leads: LeadRules) -> Option<(usize, usize)> {
    let first = behind.first()?;
    let run = |from: usize| {
        let rest = behind.get(from + 1..).unwrap_or_default();
        let touching = |line: &&Line<'_>| line.blank_before == 0 && !line.feed_before;
        from + 1 + rest.iter().take(PAGE).take_while(touching).count()
    };
    let tail = run(0);
    let end = run(tail);
    let head = behind.get(tail)?;
    let is_tail = first.blank_before == 0
        && first.words[0].starts_with(char::is_lowercase)
        && !is_label_word(first.words[0])
        && behind[tail - 1].ends_sentence();
    let is_head = !head.feed_before
        && leads.verb(&head.text()).is_some()
        && !behind[end - 1].ends_sentence()
        && behind
            .get(end)
            .is_none_or(|below| below.blank_before > 0 || below.feed_before);
    (is_tail && is_head).then_some((tail, end))
}

/// Puts the first lines, so many, behind the others.
fn turn(lines: &mut [Line<'_>], tail: usize) {
    let numbers: Vec<_> = lines.iter().map(|line| line.number).collect();
    lines[tail].blank_before = 0;
    lines.rotate_left(tail);
    // A report goes down the page.
    for (line, number) in lines.iter_mut().zip(numbers) {
        line.number = number;
    }
}

/// Moves the labels, which are the first lines, each above the text that begins so many lines behind them all.
fn move_down(lines: &mut [Line<'_>], texts: &[usize]) {
    let feeds = std::mem::take(&mut lines[0].feed_before);
    for (label, text) in texts.iter().enumerate().rev() {
        // The labels below it are gone already.
        let at = label + 1 + text;
        lines[label].number = lines[at].number;
        lines[label].blank_before = std::mem::take(&mut lines[at].blank_before);
        lines[label..at].rotate_left(1);
    }
    lines[0].feed_before = feeds;
}

/// Labels one below the other, and what stands behind them.
struct LabelRun<'l, 'a> {
    labels: &'l [Line<'a>],
    behind: &'l [Line<'a>],
    leads: LeadRules,
    usual_gap: u32,
}

impl LabelRun<'_, '_> {
    /// Where the text of each label begins, if all do.
    fn texts(&self) -> Option<Vec<usize>> {
        if self.labels.len() < 2 {
            return None;
        }
        let ends = |at: usize| self.behind[at].feed_before || self.counts_on(&self.behind[at]);
        let page = self.behind.len().min(PAGE);
        let page = (0..page).find(|&at| ends(at)).unwrap_or(page);
        let opens = |at: usize| self.leads.verb(&self.behind[at].text()).is_some();
        let has_verbs = (0..page).any(|at| self.may_begin(at) && opens(at));
        let mut texts = Vec::new();
        for at in (0..page).filter(|&at| self.may_begin(at)) {
            let Some(label) = self.labels.get(texts.len()) else {
                break;
            };
            let fits = match (is_number(label), has_verbs) {
                (false, _) => self.is_behind_stop(at),
                (true, true) => opens(at),
                (true, false) => self.is_behind_stop(at) && is_sentence(&self.behind[at]),
            };
            if fits {
                texts.push(at);
            }
        }
        // Nothing but a verb tells a text from what else may stand between; only a title in capitals does.
        let is_below_title = || {
            texts
                .first()
                .is_some_and(|&first| self.behind[..first].iter().all(is_shouted))
        };
        let is_told = has_verbs && is_number(&self.labels[0]) || is_below_title();
        (is_told && texts.len() == self.labels.len()).then_some(texts)
    }

    /// Whether a line may be the first of a text without a label.
    fn may_begin(&self, at: usize) -> bool {
        let line = &self.behind[at];
        let is_labelled = is_label_word(line.words[0])
            || at
                .checked_sub(1)
                .is_some_and(|above| is_label(&self.behind[above]));
        !is_labelled && (self.is_behind_stop(at) || line.blank_before > self.usual_gap)
    }

    /// Whether the sentence above a line has ended: `;`, `; and`.
    fn is_behind_stop(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1).map(|above| &self.behind[above]) else {
            return true;
        };
        // A title ends with no stop.
        if is_shouted(above) && self.labels.iter().all(is_number) {
            return true;
        }
        let [.., before, last] = above.words.as_slice() else {
            return above.words.iter().any(|word| words::is_stop(word));
        };
        words::is_stop(last) || words::ends_in_colon(last) || before.ends_with(';')
    }

    /// Whether a line goes on counting behind the labels.
    fn counts_on(&self, line: &Line<'_>) -> bool {
        let first = line.words[0];
        let is_next = |label: &Line<'_>| next_of(label.words[0]).is_some_and(|next| next == first);
        let is_own = |label: &Line<'_>| label.words[0] == first;
        self.labels.iter().any(is_next) && !self.labels.iter().any(is_own)
    }
}

/// Whether a line is the number of a paragraph.
fn is_number(label: &Line<'_>) -> bool {
    number(&label.words).is_some_and(|number| number.has_stop())
}

/// Whether a line may be the first of a text without a verb: no title in capitals.
fn is_sentence(line: &Line<'_>) -> bool {
    line.words.len() >= FEWEST && !is_shouted(line)
}

/// Whether a line is in capitals.
fn is_shouted(line: &Line<'_>) -> bool {
    let mut words = line.words.iter();
    line.is_without_small_letters() && words.any(|word| word.contains(char::is_uppercase))
}

/// The label that counts on: `4.` of `3.`, `(c)` of `(b)`.
fn next_of(label: &str) -> Option<String> {
    let inner = inner(label);
    let next = match inner.parse::<u32>() {
        Ok(number) => number.checked_add(1)?.to_string(),
        Err(_) if inner.len() == 1 => char::from(inner.bytes().next()?.checked_add(1)?).to_string(),
        Err(_) => return None,
    };
    Some(label.replacen(inner, &next, 1))
}

/// Whether a line is nothing but a label.
fn is_label(line: &Line<'_>) -> bool {
    matches!(line.words.as_slice(), [word] if is_label_word(word))
}

/// `1.`, `(a)`, `iv)`, `2.1`
fn is_label_word(word: &str) -> bool {
    let inner = inner(word);
    let mut letters = inner.chars();
    let is_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    let is_roman = !inner.is_empty() && inner.chars().all(|c| "ivxIVX".contains(c));
    let is_figures =
        (1..=3).contains(&inner.chars().count()) && inner.chars().all(char::is_numeric);
    let is_decimal = inner.contains('.') && inner.starts_with(char::is_numeric);
    inner.len() < word.len() && (is_letter || is_roman || is_figures)
        || is_decimal && point(&[word]).is_some()
}

/// A label without brackets and stops.
fn inner(label: &str) -> &str {
    label.trim_start_matches('(').trim_end_matches([')', '.'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::{lines_of, usual_gap};

    fn parted(text: &str) -> String {
        let lines = lines_of(text, &mut Report::default());
        let gap = usual_gap(&lines);
        let lines = part(lines, LeadRules::default(), gap);
        let text: Vec<_> = lines.iter().map(Line::text).collect();
        text.join("|")
    }

    #[test]
    fn each_label_of_a_run_goes_above_its_text() {
        let text = "1.\n2.\n3.\n(a)\n(b)\n4.\nKeel Hall\n\nReaffirms the right\nto row;\nDeplores steps;\n\
            Urges boats to carry:\nOars;\n(i) of ash;\nRopes; and\nDecides to sail.\n";
        assert_eq!(
            parted(text),
            "Keel Hall|1.|Reaffirms the right|to row;|2.|Deplores steps;|3.|Urges boats to carry:|(a)|Oars;|\
            (i) of ash;|(b)|Ropes; and|4.|Decides to sail."
        );
    }

    #[test]
    fn labels_of_a_list_go_before_those_above_it_go_on() {
        let text = "1.\n\n2.\n\nUrges caravans to leave:\n\na.\n\nb.\n\na rope that\nreaches water;\n\n\
            a bucket.\n\nDecides to sail.\n\n3. Thanks all.\n";
        assert_eq!(
            parted(text),
            "1.|Urges caravans to leave:|a.|a rope that|reaches water;|b.|a bucket.|2.|Decides to sail.|3. Thanks all."
        );
    }

    #[test]
    fn labels_without_texts_stay_where_they_are() {
        for text in [
            // A point begins on the line of its paragraph.
            "1.\n(a)\nUrges boats to sail;\n(b)\nUrges boats to row;\n2.\nThanks all.\n",
            "1.\n2.\nUrges boats to sail;\n3. Thanks all;\nDecides to row.\n",
            "1.\n2.\n\u{c}Urges boats to sail;\nThanks all.\n",
            "1.\n2.\n3.\nHemp\nWool\nSilk\n",
            "1.\n2.\n3/3\nPorts of call.\nShips are swept in the port.\nBoats are not.\n",
            "Urges boats to\nsail.\nThanks all.\n",
        ] {
            let lines = lines_of(text, &mut Report::default());
            let whole: Vec<_> = lines.iter().map(Line::text).collect();
            assert_eq!(parted(text), whole.join("|"));
        }
    }

    #[test]
    fn a_text_that_ends_above_its_beginning_is_turned_round() {
        assert_eq!(
            parted("2. Decides to sail;\n3.\nreach the pier.\n\nRequests boats that\n\nPage 3\n"),
            "2. Decides to sail;|3.|Requests boats that|reach the pier.|Page 3"
        );
        for text in [
            "3.\nreach the pier.\n\nRequests boats.\n",
            "3.\nRequests boats that\nreach the pier.\n\nDecides to\nsail.\n",
        ] {
            assert_eq!(
                parted(text),
                text.replace("\n\n", "\n").trim().replace('\n', "|")
            );
        }
    }

    #[test]
    fn texts_of_an_annex_need_no_verbs() {
        assert_eq!(
            parted(
                "ANNEX\n1.\n2.\n\nGUIDELINES\nIcicles are lowered at noon.\nRigging is cleared by night.\n"
            ),
            "ANNEX|GUIDELINES|1.|Icicles are lowered at noon.|2.|Rigging is cleared by night."
        );
        assert_eq!(
            parted("1.1\n1.2\nIcicles are lowered at noon.\nRigging is cleared by night.\n"),
            "1.1|Icicles are lowered at noon.|1.2|Rigging is cleared by night."
        );
    }
}
