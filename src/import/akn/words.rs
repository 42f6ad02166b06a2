//! Words and signs that the reader goes by: names of elements, and what each language calls things.

pub(super) use crate::text::language::Language;

/// What an element is to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A stretch of text.
    Inline,
    /// A note, which is cut out of the text.
    Note,
    /// A new line inside a text.
    Break,
    /// A table.
    Table,
    /// A paragraph, a part of one, or what holds them.
    Block,
    /// None of these.
    Unknown,
}

impl Role {
    /// The role of an element of that local name.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "span" | "a" | "b" | "i" | "u" | "s" | "sup" | "sub" | "inline" | "docTitle"
            | "docNumber" | "docDate" | "docAuthority" | "docStatus" | "docProponent"
            | "docType" | "docStage" | "docPurpose" | "docCommittee" | "docketNumber"
            | "shortTitle" | "session" | "event" | "location" | "date" | "time" | "person"
            | "organization" | "role" | "concept" | "object" | "term" | "ref" | "rref" | "mref"
            | "mod" | "rmod" | "mmod" | "def" | "ins" | "del" | "entity" | "quantity"
            | "quotedText" | "decoration" | "img" | "signature" | "abbr" | "num"
            | "placeholder" | "process" | "documentRef" | "componentRef" => Self::Inline,
            "authorialNote" => Self::Note,
            "eol" | "br" => Self::Break,
            "table" => Self::Table,
            "p" | "paragraph" | "content" | "intro" | "list" | "point" | "sublist" | "wrapUp"
            | "alinea" | "heading" | "subheading" | "crossHeading" | "section" | "part"
            | "chapter" | "title" | "article" | "division" | "container" | "block"
            | "blockList" | "listIntroduction" | "listWrapUp" | "item" | "formula" | "recitals"
            | "recital" | "quotedStructure" | "embeddedStructure" | "statement" | "doc"
            | "documentCollection" | "collectionBody" | "components" | "component"
            | "attachments" | "attachment" | "coverPage" | "preface" | "preamble" | "mainBody"
            | "conclusions" | "akomaNtoso" | "tr" | "td" | "th" | "caption" | "thead" | "tbody"
            | "longTitle" | "tblock" | "ul" | "ol" | "li" | "div" | "notes" | "note" => Self::Block,
            _ => Self::Unknown,
        }
    }
}

/// What annexes are called, in small letters.
const ANNEX: [&str; 14] = [
    "annexes",
    "annexe",
    "annex",
    "anexo",
    "приложение",
    "附件",
    "المرفقات",
    "المرفق",
    "مرفق",
    "anlagen",
    "anlage",
    "anhang",
    "appendix",
    "附录",
];

/// A line of more bytes is a text, and opens no annex.
const LONGEST_ANNEX_LINE: usize = 600;

/// Numbers of annexes in Arabic, as words.
const ARABIC_LETTERS: [&str; 12] = [
    "ألف",
    "باء",
    "جيم",
    "دال",
    "هاء",
    "واو",
    "زاي",
    "حاء",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
];

/// Whether a line opens an annex: its word alone, with a letter or a number, or with a title after a sign.
pub(super) fn opens_annex(line: &str) -> bool {
    let line = line.trim_start();
    if !begins_annex(line) {
        return false;
    }
    let line = line.trim_end();
    if line.len() > LONGEST_ANNEX_LINE {
        return false;
    }
    let Some(word) = ANNEX.iter().find(|word| begins_with(line, word)) else {
        return false;
    };
    let small = line.to_lowercase();
    let rest = small.get(word.len()..).unwrap_or_default();
    let rest = rest.trim_end_matches(['*', '.', ':']);
    if rest.trim().is_empty() {
        return true;
    }
    let is_han = word.starts_with(['附']);
    if !is_han && rest.starts_with(char::is_alphanumeric) {
        return false;
    }
    let label = rest.trim_start();
    if label.starts_with(is_dash_or_colon) {
        return true;
    }
    let end = label
        .find(|c: char| c.is_whitespace() || is_dash_or_colon(c))
        .unwrap_or(label.len());
    let (label, title) = label.split_at(end);
    let title = title.trim_start();
    is_annex_label(label) && (title.is_empty() || title.starts_with(is_dash_or_colon))
}

/// Whether one of the words for annexes begins with the first two letters of a line.
fn begins_annex(line: &str) -> bool {
    let mut chars = line.chars();
    matches!(
        (chars.next(), chars.next()),
        (Some('a' | 'A'), Some('n' | 'N' | 'p' | 'P'))
            | (Some('п' | 'П'), Some('р' | 'Р'))
            | (Some('附'), Some('件' | '录'))
            | (Some('ا'), Some('ل'))
            | (Some('م'), Some('ر'))
    )
}

/// Whether a line begins with a word, in capitals or not.
fn begins_with(line: &str, word: &str) -> bool {
    let mut small = line.chars().flat_map(char::to_lowercase);
    word.chars().all(|c| small.next() == Some(c))
}

fn is_dash_or_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '-' | '–' | '—' | '.' | '(' | '（')
}

fn is_annex_label(label: &str) -> bool {
    let label = label.trim_matches(['(', ')', '“', '”', '«', '»', '"', '*', ',']);
    let count = label.chars().count();
    label.parse::<u16>().is_ok()
        || (count == 1 && label.chars().all(char::is_alphanumeric))
        || (count <= 6 && label.chars().all(|c| "ivxlc".contains(c)))
        || (count <= 3 && label.chars().all(|c| "一二三四五六七八九十".contains(c)))
        || ARABIC_LETTERS.contains(&label)
}

/// Whether a text ends as a sentence or a clause does.
pub(super) fn ends_as_text(text: &str) -> bool {
    text.trim_end_matches([
        '”', '"', '»', '“', ')', '）', '’', '』', '」', ' ', '\u{a0}', '\u{202f}',
    ])
    .ends_with([
        '.', ',', ';', ':', '。', '，', '；', '：', '、', '؛', '،', '؟', '?', '!', '…',
    ])
}

/// Whether a text has at most so many words, or twice as many Chinese characters.
pub(super) fn is_at_most(text: &str, words: usize) -> bool {
    if text.len() > words * 80 {
        return false;
    }
    if text.bytes().any(may_begin_han) {
        let is_han = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
        let han = text.chars().filter(is_han).count();
        if han > 0 {
            return han <= words * 2;
        }
    }
    text.split_whitespace().take(words + 1).count() <= words
}

/// Whether a byte is the first of a Chinese character, or of one that stands near them in Unicode.
fn may_begin_han(byte: u8) -> bool {
    matches!(byte, 0xe3..=0xe9)
}

/// Whether a text is a line of signs, as a rule between parts is: `-----`, `* * *`.
pub(super) fn is_rule(text: &str) -> bool {
    is_signs(text)
        && text.chars().filter(|c| !c.is_whitespace()).count() > 1
        && !text.contains(['(', ')', '[', ']', '“', '”', '"'])
}

/// Whether a text has no letter and no digit.
pub(super) fn is_signs(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(char::is_alphanumeric)
        && !text.contains(char::is_alphanumeric)
}
