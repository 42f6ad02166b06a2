//! Word's own numbers: lists, their levels, and the label of the next paragraph of each.
//!
//! A paragraph names a list (`numId`) and a level. A list is one of several of an abstract list, which has the levels;
//! all lists of one abstract list count on together, unless a list begins a level again (`startOverride`), which it does
//! once. A level counts on until a level above it has counted, or the one that `lvlRestart` names.

use super::markup::{MarkupPart, PartTag, PartToken};
use super::styles::{ListPlace, Styles};
use crate::import::formats::numerals::formatted;
use crate::text::map::{Map, Set};

/// How many levels a list has.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Clone, Debug)]
struct ListLevel {
    start: u32,
    format: String,
    /// `%1.%2)`
    text: String,
    /// The level, from 1, behind which it begins again; 0 for never.
    restart: Option<usize>,
    /// All numbers in its text are figures.
    is_legal: bool,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
}

impl Default for ListLevel {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            restart: None,
            is_legal: false,
            style: None,
        }
    }
}

#[derive(Clone, Debug, Default)]
struct AbstractList {
    levels: [Option<ListLevel>; LEVELS],
    /// The style of a list that has the levels.
    linked: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct WordList {
    of: u32,
    starts: [Option<u32>; LEVELS],
    levels: [Option<ListLevel>; LEVELS],
}

/// All lists, and how far each has counted.
#[derive(Default)]
pub(super) struct WordNumbering {
    abstracts: Map<u32, AbstractList>,
    lists: Map<u32, WordList>,
    /// By abstract list.
    counted: Map<u32, [Option<u32>; LEVELS]>,
    /// Lists and levels that have begun again.
    begun: Set<(u32, usize)>,
}

impl WordNumbering {
    pub(super) fn read(bytes: &[u8], styles: &Styles) -> Self {
        let mut reading = NumberingReader::default();
        let mut part = MarkupPart::new(bytes);
        while let Some(token) = part.next() {
            match token {
                PartToken::Open(name, tag) => reading.open(name, tag),
                PartToken::Close(name) => reading.close(name),
                PartToken::Text(_) => {}
            }
        }
        let mut numbering = reading.numbering;
        numbering.follow_links(styles);
        numbering
    }

    /// Gives lists that are linked to a style the levels of the list of that style.
    fn follow_links(&mut self, styles: &Styles) {
        let levels_of = |style: &String| {
            let list = self.lists.get(&styles.place(Some(style)).list?)?;
            self.abstracts.get(&list.of).map(|list| list.levels.clone())
        };
        let linked = self
            .abstracts
            .iter()
            .filter_map(|(&id, list)| Some((id, levels_of(list.linked.as_ref()?)?)));
        let linked: Vec<_> = linked.collect();
        for (id, levels) in linked {
            if let Some(list) = self.abstracts.get_mut(&id) {
                list.levels = levels;
            }
        }
    }

    /// The label of the next paragraph there, and its level; nothing where it is of no list.
    pub(super) fn next(
        &mut self,
        place: ListPlace,
        style: Option<&str>,
        styles: &Styles,
    ) -> Option<(String, usize)> {
        let id = place.list.filter(|&list| list > 0)?;
        let of = self.lists.get(&id)?.of;
        let level = place
            .level
            .or_else(|| self.level_of(id, style, styles))
            .unwrap_or(0);
        let level = level.min(LEVELS - 1);
        self.count(id, of, level);
        Some((self.label(id, of, level), level))
    }

    /// The level at which paragraphs of a style stand.
    fn level_of(&self, list: u32, style: Option<&str>, styles: &Styles) -> Option<usize> {
        let is_of = |level: usize, id: &str| {
            self.level(list, level)
                .is_some_and(|level| level.style.as_deref() == Some(id))
        };
        let mut ids = styles.ids(style);
        ids.find_map(|id| (0..LEVELS).find(|&level| is_of(level, id)))
    }

    fn level(&self, list: u32, level: usize) -> Option<&ListLevel> {
        let list = self.lists.get(&list)?;
        let own = list.levels.get(level)?.as_ref();
        own.or_else(|| self.abstracts.get(&list.of)?.levels.get(level)?.as_ref())
    }

    /// Where a level begins to count.
    fn start(&self, list: u32, level: usize) -> u32 {
        let own = self.lists.get(&list).and_then(|list| list.starts[level]);
        own.or(self.level(list, level).map(|level| level.start))
            .unwrap_or(1)
    }

    fn count(&mut self, list: u32, of: u32, level: usize) {
        let start = self.start(list, level);
        let begins_again = self
            .lists
            .get(&list)
            .is_some_and(|list| list.starts[level].is_some())
            && self.begun.insert((list, level));
        let restarts: Vec<_> = (level + 1..LEVELS)
            .filter(|&deeper| {
                let restart = self.level(list, deeper).and_then(|level| level.restart);
                restart.is_none_or(|behind| behind > level)
            })
            .collect();
        let counted = self.counted.or_default(of);
        counted[level] = match counted[level] {
            Some(number) if !begins_again => Some(number.saturating_add(1)),
            _ => Some(start),
        };
        for deeper in restarts {
            counted[deeper] = None;
        }
    }

    fn label(&self, list: u32, of: u32, level: usize) -> String {
        let Some(own) = self.level(list, level) else {
            return String::new();
        };
        if own.format == "bullet" {
            return sign_of(own.text.trim()).to_owned();
        }
        let counted = self.counted.get(&of).copied().unwrap_or_default();
        let mut label = String::new();
        let mut rest = own.text.as_str();
        while let Some((before, behind)) = rest.split_once('%') {
            label += before;
            let named = behind.chars().next().and_then(|c| c.to_digit(10));
            let Some(named) = named.filter(|digit| (1..=9).contains(digit)) else {
                label.push('%');
                rest = behind;
                continue;
            };
            let at = named as usize - 1;
            let number = counted[at].unwrap_or_else(|| self.start(list, at));
            let format = self
                .level(list, at)
                .map_or("decimal", |level| &level.format);
            label += &formatted(number, if own.is_legal { "decimal" } else { format });
            rest = behind.get(1..).unwrap_or_default();
        }
        label + rest
    }
}

/// The sign before an item as it is printed. A blank sets it in and marks nothing; a letter stands for a sign of its font,
/// and so do letters that are nobody's.
fn sign_of(text: &str) -> &str {
    match text {
        "" | "-" | "–" | "—" | "*" | "◦" | "○" | "▪" | "■" | "□" | "➢" => text,
        // Of the font that all use for it, a circle.
        "o" => "◦",
        "\u{f0a7}" | "§" => "▪",
        "\u{f0d8}" | "Ø" => "➢",
        _ => "•",
    }
}

/// Reads the part of the lists.
#[derive(Default)]
struct NumberingReader {
    numbering: WordNumbering,
    open_abstract: Option<(u32, AbstractList)>,
    open_list: Option<(u32, WordList)>,
    overridden: Option<usize>,
    open_level: Option<(usize, ListLevel)>,
}

impl NumberingReader {
    fn open(&mut self, name: &str, tag: PartTag<'_>) {
        let number = |name: &str| {
            tag.get(name)
                .and_then(|value| value.trim().parse::<u32>().ok())
        };
        let level = || {
            number("ilvl")
                .map(|level| level as usize)
                .filter(|level| *level < LEVELS)
        };
        match name {
            "abstractNum" => {
                self.open_abstract =
                    number("abstractNumId").map(|id| (id, AbstractList::default()));
            }
            "num" => self.open_list = number("numId").map(|id| (id, WordList::default())),
            "abstractNumId" => {
                if let Some((_, list)) = &mut self.open_list {
                    list.of = tag.number().unwrap_or_default();
                }
            }
            "numStyleLink" => {
                if let Some((_, list)) = &mut self.open_abstract {
                    list.linked = tag.val().map(Into::into);
                }
            }
            "lvlOverride" => self.overridden = level(),
            "startOverride" => {
                if let (Some((_, list)), Some(level)) = (&mut self.open_list, self.overridden) {
                    list.starts[level] = tag.number();
                }
            }
            "lvl" => self.open_level = level().map(|level| (level, ListLevel::default())),
            _ => {
                if let Some((_, level)) = &mut self.open_level {
                    level.set(name, tag);
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "abstractNum" => self.numbering.abstracts.extend(self.open_abstract.take()),
            "num" => self.numbering.lists.extend(self.open_list.take()),
            "lvlOverride" => self.overridden = None,
            "lvl" => {
                let levels = match (&mut self.open_list, &mut self.open_abstract) {
                    (Some((_, list)), _) => &mut list.levels,
                    (None, Some((_, list))) => &mut list.levels,
                    (None, None) => return,
                };
                if let Some((at, level)) = self.open_level.take() {
                    levels[at] = Some(level);
                }
            }
            _ => {}
        }
    }
}

impl ListLevel {
    fn set(&mut self, name: &str, tag: PartTag<'_>) {
        match name {
            "start" => self.start = tag.number().unwrap_or(1),
            "numFmt" => self.format = tag.val().unwrap_or_default().into_owned(),
            "lvlText" => self.text = tag.val().unwrap_or_default().into_owned(),
            "lvlRestart" => self.restart = tag.number(),
            "isLgl" => self.is_legal = tag.is_on(),
            "pStyle" => self.style = tag.val().map(Into::into),
            _ => {}
        }
    }
}
