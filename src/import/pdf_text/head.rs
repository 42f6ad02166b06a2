//! The head of a resolution: what stands from its heading down to its opening.
//!
//! | line | becomes |
//! |---|---|
//! | the symbol, `ON`, `Adopted by …` | headings |
//! | `FORUM: …`, `SPONSORS: …` ([`labels`]) | headings, with the lines in which their value goes on |
//! | `TOPIC: …` | a heading for its label; its value is the title |
//! | body, day, agenda ([`masthead`]) under a heading that is not sure | headings |
//! | text below a title that its format sets as a heading | headings |
//! | all else | the title; of a text that stands twice above the opening the first, and all beside it headings |

use super::blocks::{Block, BlockKind, split_behind, words_of};
use super::first_paragraph::title_twice;
use super::headings::{self, Heading};
use crate::import::dates;
use crate::import::source::Line;
use crate::import::words::{Word, goes_on};
use labels::HeadLabel;

pub(in crate::import) mod labels;
pub(super) mod masthead;

/// Headings and title: the lines `over` the symbol, its line if there is one, and what stands `below` it before the
/// opening.
pub(in crate::import) fn read<'a>(
    lines: &[Line<'a>],
    over: &[usize],
    symbol: Option<usize>,
    below: &[usize],
    heading: &Heading,
) -> Vec<Block<'a>> {
    let mut head = HeadBlocks::default();
    for &index in over {
        head.over(&lines[index]);
    }
    let mut titled = false;
    if let Some(symbol) = symbol {
        let mut words = words_of(&lines[symbol]);
        let rest = split_behind(&mut words, heading.words);
        head.push(BlockKind::Heading, words);
        head.under_symbol = true;
        titled = !rest.is_empty();
        head.title_or_on(rest);
    }
    let last = last_of_masthead(lines, below).filter(|_| !heading.sure && !titled);
    let twice = title_twice(lines, below).filter(|_| !titled);
    for (at, &index) in below.iter().enumerate() {
        let line = &lines[index];
        if let Some((title, _)) = &twice {
            head.beside_title(line, title.contains(&at), at == title.start);
            continue;
        }
        let above = last.is_some_and(|last| at <= last);
        head.below(line, above);
    }
    if !titled {
        head.title_over(lines, over, below);
    }
    head.blocks
}

/// The position of the last line of a masthead behind which a title stands, or of the last label where one names the
/// topic.
fn last_of_masthead(lines: &[Line<'_>], below: &[usize]) -> Option<usize> {
    let label = |at: usize| labels::read(&lines[below[at]].words).map(|(label, _)| label);
    if (0..below.len()).any(|at| label(at) == Some(HeadLabel::Topic)) {
        return (0..below.len()).rev().find(|&at| label(at).is_some());
    }
    let above = |&index: &usize| masthead::stands_above(&lines[index].words);
    let headed = |index: &usize| lines[*index].is_heading() && !above(index);
    let title = below
        .iter()
        .rposition(headed)
        .or_else(|| below.iter().rposition(|index| !above(index)))?;
    below[..title].iter().rposition(above)
}

/// Whether a heading says that something was adopted, and when.
pub(in crate::import) fn adoption_day(heading: &str) -> Option<String> {
    let words: Vec<_> = heading.split_whitespace().collect();
    let adopted = words.iter().take(3).any(|word| headings::adopts(word))
        || headings::heads_adoption(&words)
        || heading.contains(" adopted by ")
        || heading.contains("通过");
    adopted
        .then(|| dates::span(heading).map(|(_, day)| day))
        .flatten()
        .or_else(|| day_in_title(heading))
}

/// The day of a line that says where, or at what sitting, something was done: `Weimar, 12 November 2042`, `Séance du
/// 14 mars 2043`, `15 мая 2041 года г. Маячный`, `от 21 мая 2041 г. № 45/7`, `Date: 11 October 2042`.
pub(in crate::import) fn day_beside_place(line: &str) -> Option<String> {
    const LONGEST: usize = 10;
    const BEFORE: [&str; 14] = [
        "séance",
        "sitting",
        "sitzung",
        "sesión",
        "заседание",
        "réunion",
        "meeting",
        "от",
        "vom",
        "date:",
        "datum:",
        "fecha:",
        "дата:",
        "date",
    ];
    let line = line.trim_matches(['(', ')']);
    let words: Vec<_> = line.split(' ').collect();
    let first = words[0].to_lowercase();
    let is_day = |text: &str| dates::span(text).filter(|(from, to)| from == to);
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let (day, _) = is_day(line).filter(|_| words.len() <= LONGEST)?;
    let told = BEFORE.contains(&first.as_str());
    let behind_place = || {
        line.split_once(", ").is_some_and(|(place, day)| {
            place.starts_with(char::is_uppercase)
                && !place.contains(|c: char| c.is_ascii_digit())
                && is_day(day).is_some()
        })
    };
    let before_place =
        || figure(&first) && words.contains(&"г.") && !figure(words[words.len() - 1]);
    let is_code = || {
        let last = words[words.len() - 1];
        headings::is_keyword(words[0]) && dates::in_figures(last).is_some()
    };
    (told || behind_place() || before_place() || is_code()).then_some(day)
}

/// The day in a title: `Resolution of 28 February 2034 on the canals`.
pub(in crate::import) fn day_in_title(title: &str) -> Option<String> {
    let small = title.to_lowercase();
    let at = small.find("resolution of ")? + "resolution of ".len();
    let words: Vec<_> = small.get(at..)?.split(' ').take(3).collect();
    dates::span(&words.join(" ")).map(|(_, day)| day)
}

/// What a title begins with, below lines that are none.
const TITLES: [&str; 5] = ["О", "Об", "ОБ", "بشأن", "حول"];

/// The blocks of a head in the making.
#[derive(Default)]
struct HeadBlocks<'a> {
    blocks: Vec<Block<'a>>,
    /// Whether the last block is the symbol.
    under_symbol: bool,
    /// Whether a label named the topic.
    has_topic: bool,
    /// Whether a format said that a line below the symbol is a heading.
    is_headed: bool,
}

impl<'a> HeadBlocks<'a> {
    fn push(&mut self, kind: BlockKind, words: Vec<Word<'a>>) {
        self.under_symbol = false;
        if !words.is_empty() {
            self.blocks.push(Block::of(kind, words));
        }
    }

    /// Takes a line over the symbol: `Resolution adopted by …`, and what stands between it and the symbol.
    fn over(&mut self, line: &Line<'a>) {
        let words = words_of(line);
        if self.labelled(&words) {
            return;
        }
        let touches = line.blank_before == 0 && line.words[0].starts_with(char::is_lowercase);
        match self.blocks.last_mut() {
            Some(open)
                if open.words.last().is_some_and(|word| goes_on(word.text))
                    || touches && is_undated_adoption(open) =>
            {
                open.words.extend(words);
            }
            _ => self.push(BlockKind::Heading, words),
        }
    }

    /// Makes the first line over the symbol the title, where its format says that it is a heading and that none below
    /// is one.
    fn title_over(&mut self, lines: &[Line<'_>], over: &[usize], below: &[usize]) {
        let first = over.first().map(|&first| &lines[first]);
        let is_only = || !below.iter().any(|&line| lines[line].is_heading());
        let Some(first) = first.filter(|first| first.is_heading() && is_only()) else {
            return;
        };
        for block in &mut self.blocks {
            let is_first = block
                .words
                .first()
                .is_some_and(|word| word.line == first.number);
            block.kind = match block.kind {
                _ if is_first => BlockKind::Title,
                BlockKind::Title => BlockKind::Heading,
                kind => kind,
            };
        }
    }

    /// Takes a line of a head whose title is known: of it, or beside it.
    fn beside_title(&mut self, line: &Line<'a>, is_title: bool, begins: bool) {
        let kind = if is_title {
            BlockKind::Title
        } else {
            BlockKind::Heading
        };
        let touches = line.blank_before == 0 && !begins;
        match self.blocks.last_mut() {
            Some(open) if open.kind == kind && touches => open.words.extend(words_of(line)),
            _ => self.push(kind, words_of(line)),
        }
    }

    /// Takes a line below the symbol, which stands `above` the title or is part of it.
    fn below(&mut self, line: &Line<'a>, above: bool) {
        let words = words_of(line);
        let touches = line.blank_before == 0;
        if self.labelled(&words) {
            return;
        }
        let (first, has_topic) = (line.words[0], self.has_topic);
        if is_number_to_come(first) && words.len() > 1 {
            self.untitle();
            let mut number = words;
            let title = split_behind(&mut number, 1);
            self.push(BlockKind::Heading, number);
            self.push(BlockKind::Title, title);
            return;
        }
        let is_titled = self
            .blocks
            .last()
            .is_some_and(|open| open.kind == BlockKind::Title);
        let is_behind_title = self.is_behind_title();
        // Where the title is set as a heading, text below it is none of it.
        let has_title = self
            .blocks
            .iter()
            .any(|block| block.kind == BlockKind::Title);
        let is_text = self.is_headed && !line.is_heading();
        self.is_headed |= line.is_heading();
        let begins_title = !touches && TITLES.contains(&first);
        match self.blocks.last_mut() {
            Some(open) if has_topic && open.kind == BlockKind::Title && touches => {
                open.words.extend(words);
            }
            Some(open) if is_bare_topic(open) => self.push(BlockKind::Title, words),
            Some(open) if goes_on_in(open, touches) => open.words.extend(words),
            Some(open) if open.kind == BlockKind::Title && begins_title && !has_topic => {
                open.kind = BlockKind::Heading;
                self.push(BlockKind::Title, words);
            }
            Some(open)
                if open.kind == BlockKind::Title
                    && first.starts_with(char::is_lowercase)
                    && !headings::adopts(first) =>
            {
                open.words.extend(words);
            }
            _ if headings::adopts(first)
                || headings::heads_adoption(&line.words)
                || is_text && has_title
                || is_titled && names_day(line)
                || is_behind_title && in_brackets(line)
                || line.text().ends_with("通过")
                || moves(&line.words)
                || is_titled
                    && (!touches || is_document(line.words[0]))
                    && names_document(&line.words)
                || day_beside_place(&line.text()).is_some()
                || above
                || has_topic =>
            {
                self.push(BlockKind::Heading, words);
            }
            Some(open) if open.kind == BlockKind::Title => open.words.extend(words),
            _ => self.title_or_on(words),
        }
    }

    /// Makes headings of what was taken for a title, where another is the title.
    fn untitle(&mut self) {
        for block in &mut self.blocks {
            if block.kind == BlockKind::Title {
                block.kind = BlockKind::Heading;
            }
        }
    }

    /// Whether a title stands above the last heading.
    fn is_behind_title(&self) -> bool {
        let kinds = self.blocks.iter().rev().map(|block| block.kind);
        let above = kinds.skip_while(|kind| *kind == BlockKind::Heading);
        above.take(1).eq([BlockKind::Title])
    }

    /// Takes a title, perhaps behind `ON`.
    fn title_or_on(&mut self, mut words: Vec<Word<'a>>) {
        let alone = words.len() == 1;
        let is_on = |word: &Word<'_>| {
            matches!(word.text, "ON" | "on") || alone && word.text.eq_ignore_ascii_case("on")
        };
        if self.under_symbol && words.first().is_some_and(is_on) {
            let title = split_behind(&mut words, 1);
            self.push(BlockKind::Heading, words);
            words = title;
        }
        if words.is_empty() {
            return;
        }
        self.untitle();
        self.push(BlockKind::Title, words);
    }

    /// Takes a line with a label, if it has one.
    fn labelled(&mut self, words: &[Word<'a>]) -> bool {
        let texts: Vec<_> = words.iter().map(|word| word.text).collect();
        let Some((label, used)) = labels::read(&texts) else {
            return false;
        };
        let mut name = words.to_vec();
        // `Agenda Item: 8.C`
        let is_number = used > 1
            && texts
                .get(used)
                .is_some_and(|word| word.starts_with(char::is_numeric));
        if label == HeadLabel::Topic && !self.has_topic && !is_number {
            let value = split_behind(&mut name, used);
            self.push(BlockKind::Heading, name);
            self.push(BlockKind::Title, value);
            self.has_topic = true;
        } else {
            self.push(BlockKind::Heading, name);
        }
        true
    }
}

/// Whether a draft leaves its number open: `57/…`
fn is_number_to_come(word: &str) -> bool {
    let session = ["/…", "/...", "/--", "/–"]
        .iter()
        .find_map(|open| word.strip_suffix(open));
    session.is_some_and(|session| session.parse::<u16>().is_ok())
}

/// Whether a line below a title says of which body and day the resolution is: `Parliament resolution of 9 May 2031 on …`
fn names_day(line: &Line<'_>) -> bool {
    let capital = line.words[0].starts_with(char::is_uppercase);
    capital
        && !line.text().to_lowercase().starts_with("resolution")
        && day_in_title(&line.text()).is_some()
}

/// Whether a line is nothing but what stands in brackets: the number of a file, when it was adopted.
fn in_brackets(line: &Line<'_>) -> bool {
    let last = line
        .words
        .last()
        .is_some_and(|word| word.ends_with([')', '）']));
    line.words[0].starts_with(['(', '（']) && last
}

/// Whether a line says who should resolve what stands below: `Der Parteitag möge beschließen:`.
fn moves(words: &[&str]) -> bool {
    words.last().is_some_and(|last| *last == "beschließen:")
}

/// Whether a line is nothing but the symbol of another document: `Doc. A/62/14`.
fn names_document(words: &[&str]) -> bool {
    let named = words.len() > 1 && is_document(words[0]);
    headings::is_symbol(&words[usize::from(named)..])
        || named && words.len() == 2 && headings::is_symbol_of(words[1])
}

fn is_document(word: &str) -> bool {
    ["Doc.", "Document", "Doc"].contains(&word)
}

/// Whether a block is the label of a topic that stands below it.
fn is_bare_topic(open: &Block<'_>) -> bool {
    let texts: Vec<_> = open.words.iter().map(|word| word.text).collect();
    open.kind == BlockKind::Heading && labels::read(&texts) == Some((HeadLabel::Topic, texts.len()))
}

/// Whether a block says that something was adopted, and no day yet.
fn is_undated_adoption(open: &Block<'_>) -> bool {
    let texts: Vec<_> = open.words.iter().map(|word| word.text).collect();
    open.kind == BlockKind::Heading
        && (texts.first().is_some_and(|first| headings::adopts(first))
            || headings::heads_adoption(&texts))
        && dates::span(&texts.join(" ")).is_none()
}

/// Whether a block goes on in the next line: a label whose value stands below it, a list of names that was not
/// ended, and what touches a line that says when something was adopted.
fn goes_on_in(open: &Block<'_>, touches: bool) -> bool {
    let texts: Vec<_> = open.words.iter().map(|word| word.text).collect();
    let Some(last) = texts.last() else {
        return false;
    };
    let adopted = touches && is_undated_adoption(open);
    let labelled = open.kind == BlockKind::Heading && labels::read(&texts).is_some();
    adopted
        || labelled && (last.ends_with([',', ':', ';']) || goes_on(last))
        || labelled && touches && texts.len() > 8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::Report;
    use crate::import::source::lines_of;
    use crate::text::language::Language;

    /// Kind and text of the blocks of a head whose symbol stands on the first line, or nowhere.
    fn head(text: &str) -> Vec<String> {
        let lines = lines_of(text, &mut Report::default());
        let below: Vec<_> = (0..lines.len()).collect();
        let blocks = match headings::read_lines(&lines, Language::English) {
            Some(heading) => {
                let over: Vec<_> = (0..heading.below).collect();
                let symbol = heading.below;
                read(&lines, &over, Some(symbol), &below[symbol + 1..], &heading)
            }
            None => read(
                &lines,
                &[],
                None,
                &below,
                &Heading::unprinted("x".to_owned()),
            ),
        };
        let row = |block: &Block<'_>| {
            let texts: Vec<_> = block.words.iter().map(|word| word.text).collect();
            format!("{:?}: {}", block.kind, texts.join(" "))
        };
        blocks.iter().map(row).collect()
    }

    #[test]
    fn a_title_stands_below_the_symbol_and_on() {
        assert_eq!(
            head("RESOLUTION NO. 2/34-W\nON\nCOMMITTEE OF LAMPS\nAND OF REEDS"),
            [
                "Heading: RESOLUTION NO. 2/34-W",
                "Heading: ON",
                "Title: COMMITTEE OF LAMPS AND OF REEDS"
            ]
        );
        assert_eq!(
            head("Resolution 1 of the 27th Conference (2022)\nOn the report of the Committee"),
            [
                "Heading: Resolution 1 of the 27th Conference (2022)",
                "Title: On the report of the Committee"
            ]
        );
    }

    #[test]
    fn what_says_when_it_was_adopted_is_no_part_of_the_title() {
        assert_eq!(
            head("RESOLUTION 5/2034\nTreidelpfade\nverabschiedet am 18. September 2034"),
            [
                "Heading: RESOLUTION 5/2034",
                "Title: Treidelpfade",
                "Heading: verabschiedet am 18. September 2034"
            ]
        );
        assert_eq!(
            head("P9_TA(2034)0104\nOwls\nEuropean Parliament resolution of 9 May 2034 on owls"),
            [
                "Heading: P9_TA(2034)0104",
                "Title: Owls",
                "Heading: European Parliament resolution of 9 May 2034 on owls"
            ]
        );
    }

    #[test]
    fn who_should_resolve_is_no_part_of_the_title() {
        assert_eq!(
            head("Lampen auf den Stegen\n\nDer Parteitag möge beschließen:"),
            [
                "Title: Lampen auf den Stegen",
                "Heading: Der Parteitag möge beschließen:"
            ]
        );
    }

    #[test]
    fn a_masthead_is_no_part_of_the_title() {
        assert_eq!(
            head(
                "A/C.1/73/L.5\nUnited Nations\nGeneral Assembly\n19-10268\nDraft resolution submitted by the Chair\nThe lamps\nof the piers"
            ),
            [
                "Heading: A/C.1/73/L.5",
                "Heading: United Nations",
                "Heading: General Assembly",
                "Heading: 19-10268",
                "Heading: Draft resolution submitted by the Chair",
                "Title: The lamps of the piers"
            ]
        );
    }

    #[test]
    fn the_topic_of_a_head_with_labels_is_its_title() {
        assert_eq!(
            head(
                "Island Model United Nations\n\nFORUM: The Council\nQUESTION OF: Safe passage\nacross the lakes\nSUBMITTED BY: Keel,\nHillmark"
            ),
            [
                "Heading: Island Model United Nations",
                "Heading: FORUM: The Council",
                "Heading: QUESTION OF:",
                "Title: Safe passage across the lakes",
                "Heading: SUBMITTED BY: Keel, Hillmark"
            ]
        );
        assert_eq!(
            head("Topic:\n\nSafe passage\n\nSponsors:\n\nKeel")[..2],
            ["Heading: Topic:", "Title: Safe passage"]
        );
    }

    #[test]
    fn a_day_beside_a_place_or_a_sitting_is_one_of_adoption() {
        for line in [
            "Keel, 12 May 2042",
            "Séance du 12 mai 2042",
            "12 мая 2042 года г. Маячный",
            "от 12 мая 2042 г. № 45/7",
            "Date: May 12, 2042",
            "(Keel, 12 May 2042)",
            "قرار رقم 17 د.ع (4) – 2042/5/12",
        ] {
            assert_eq!(
                day_beside_place(line).as_deref(),
                Some("2042-05-12"),
                "{line}"
            );
        }
        for line in [
            "12 May 2042",
            "Keel, 12-14 May 2042",
            "Lamps of 12 May 2042",
            "Item 2, 12 May 2042",
        ] {
            assert_eq!(day_beside_place(line), None, "{line}");
        }
    }

    #[test]
    fn a_title_begins_anew_at_what_it_is_about() {
        assert_eq!(
            head("ПОСТАНОВЛЕНИЕ № 12\n\nVII СЪЕЗДА ЛОДОЧНИКОВ\n\nО лампах"),
            [
                "Heading: ПОСТАНОВЛЕНИЕ № 12",
                "Heading: VII СЪЕЗДА ЛОДОЧНИКОВ",
                "Title: О лампах"
            ]
        );
        assert_eq!(
            head("RESOLUTION NO. 2/34-P\n\nLAMPS ON THE PIERS\n\nDoc. A/62/14/B")[1..],
            ["Title: LAMPS ON THE PIERS", "Heading: Doc. A/62/14/B"]
        );
        assert_eq!(
            head("RESOLUTION NO. 2/34-P\n\nLAMPS ON THE PIERS\nDoc. A/62/14/B")[1..],
            ["Title: LAMPS ON THE PIERS", "Heading: Doc. A/62/14/B"]
        );
    }

    #[test]
    fn the_day_of_adoption_stands_over_a_title_or_in_it() {
        assert_eq!(
            adoption_day("Adopted by the Board on 2 June 2008").as_deref(),
            Some("2008-06-02")
        );
        assert_eq!(
            adoption_day("Resolution adopted by the Board on 2 June 2008").as_deref(),
            Some("2008-06-02")
        );
        assert_eq!(adoption_day("2 June 2008"), None);
        assert_eq!(
            day_in_title("Resolution of 28 February 2034 on the canals").as_deref(),
            Some("2034-02-28")
        );
        assert_eq!(day_in_title("Resolution of disputes"), None);
    }
}
