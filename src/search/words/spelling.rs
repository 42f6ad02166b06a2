//! Spellings of one word brought to one form: British and American endings, the Arabic article.
//!
//! Both the text and the query go through it, so a rule may be blunt (`exercise` becomes `exercize` on
//! both sides) as long as it does not make two words one.

/// A word shorter than this before its ending is left alone: `rise`, `four`, `hour`.
const SHORTEST_STEM: usize = 3;

/// British endings and what they become, by their last two letters: most words need no further look.
fn endings(last: [u8; 2]) -> &'static [(&'static [u8], &'static [u8])] {
    match &last {
        b"se" => &[(b"ise", b"ize"), (b"yse", b"yze")],
        b"le" => &[(b"ourable", b"orable")],
        b"te" => &[(b"ourite", b"orite")],
        b"ed" => &[(b"ised", b"ized"), (b"ysed", b"yzed"), (b"oured", b"ored")],
        b"od" => &[(b"ourhood", b"orhood")],
        b"es" => &[(b"ises", b"izes"), (b"yses", b"yzes")],
        b"rs" => &[
            (b"isers", b"izers"),
            (b"ours", b"ors"),
            (b"ourers", b"orers"),
        ],
        b"ns" => &[(b"isations", b"izations")],
        b"ng" => &[
            (b"ising", b"izing"),
            (b"ysing", b"yzing"),
            (b"ouring", b"oring"),
        ],
        b"on" => &[(b"isation", b"ization")],
        b"er" => &[(b"iser", b"izer"), (b"ourer", b"orer")],
        b"ur" => &[(b"our", b"or")],
        b"al" => &[(b"isational", b"izational"), (b"oural", b"oral")],
        b"ly" => &[(b"ourably", b"orably"), (b"ourly", b"orly")],
        _ => &[],
    }
}

/// Whole words that end the same way in British spelling as words that do not change, by their last two
/// letters; also at the end of compounds.
fn whole_words(last: [u8; 2]) -> &'static [(&'static [u8], &'static [u8])] {
    match &last {
        b"ce" => &[
            (b"defence", b"defense"),
            (b"offence", b"offense"),
            (b"licence", b"license"),
        ],
        b"re" => &[(b"centre", b"center"), (b"theatre", b"theater")],
        b"me" => &[(b"programme", b"program")],
        b"es" => &[
            (b"defences", b"defenses"),
            (b"offences", b"offenses"),
            (b"licences", b"licenses"),
            (b"centres", b"centers"),
            (b"theatres", b"theaters"),
            (b"programmes", b"programs"),
        ],
        _ => &[],
    }
}

/// Endings of a word that is still being typed, and how the whole word would be spelt in the index.
const HALF_TYPED: &[(&[u8], &[u8])] = &[
    (b"is", b"iz"),
    (b"isi", b"izi"),
    (b"isin", b"izin"),
    (b"isa", b"iza"),
    (b"isat", b"izat"),
    (b"isati", b"izati"),
    (b"isatio", b"izatio"),
    (b"ou", b"or"),
    (b"ouri", b"ori"),
    (b"ourin", b"orin"),
    (b"ourab", b"orab"),
    (b"enc", b"ens"),
    (b"tr", b"ter"),
    (b"ramm", b"ram"),
];

/// The article and the one-letter words written together with it.
const ARTICLES: [&str; 5] = ["ال", "وال", "بال", "فال", "لل"];

/// What must be left of an Arabic word behind its article, in bytes: three letters.
const SHORTEST_ARABIC: usize = 6;

/// Brings a folded word to its one spelling.
pub(in crate::search) fn level(word: &mut Vec<u8>) {
    let Some(&last) = word.last_chunk::<2>() else {
        return;
    };
    if last[1].is_ascii() {
        let is_ending = |from: &[u8]| word.len() >= from.len() + SHORTEST_STEM;
        let mut endings = endings(last).iter().filter(|(from, _)| is_ending(from));
        let mut whole = whole_words(last).iter();
        let found = endings.find(|(from, _)| word.ends_with(from));
        let found = found.or_else(|| whole.find(|(from, _)| word.ends_with(from)));
        if let Some((from, to)) = found {
            word.truncate(word.len() - from.len());
            word.extend_from_slice(to);
        }
    } else if word
        .first()
        .is_some_and(|first| (0xd8..=0xd9).contains(first))
    {
        drop_articles(word);
    }
}

/// Drops the article, and again where the rest begins like one: `الالتزام` and `التزام` must meet.
fn drop_articles(word: &mut Vec<u8>) {
    while let Some(article) = ARTICLES.iter().find(|article| {
        word.starts_with(article.as_bytes()) && word.len() >= article.len() + SHORTEST_ARABIC
    }) {
        word.drain(..article.len());
    }
}

/// The other spelling that a half-typed word may be the beginning of: `organis` → `organiz`.
pub(in crate::search) fn half_typed(word: &[u8]) -> Option<Vec<u8>> {
    let (from, to) = HALF_TYPED
        .iter()
        .find(|(from, _)| word.ends_with(from) && word.len() >= from.len() + SHORTEST_STEM)?;
    let mut other = word.strip_suffix(*from)?.to_vec();
    other.extend_from_slice(to);
    Some(other)
}

/// The other spelling of a word cut down to its consonants, which may end like one that was levelled:
/// `orgnstn` → `orgnztn`.
pub(in crate::search) fn cut_down(word: &str) -> Option<String> {
    let is_plural = word
        .strip_suffix('s')
        .is_some_and(|stem| stem.contains('s'));
    let nth_from_behind = usize::from(is_plural);
    let (at, _) = word.rmatch_indices('s').nth(nth_from_behind)?;
    let mut other = word.to_owned();
    other.replace_range(at..=at, "z");
    (at + 1 >= SHORTEST_STEM).then_some(other)
}

/// Ends of words in English, in the singular and in the plural. Only those count that make another word of the corpus.
const NUMBERS: [(&str, &str); 18] = [
    ("y", "ies"),
    ("child", "children"),
    ("man", "men"),
    ("person", "people"),
    ("foot", "feet"),
    ("sis", "ses"),
    ("ysis", "yzes"),
    ("um", "a"),
    ("erion", "eria"),
    ("menon", "mena"),
    ("ix", "ices"),
    ("ex", "ices"),
    ("eau", "eaux"),
    ("life", "lives"),
    ("wife", "wives"),
    ("half", "halves"),
    ("thief", "thieves"),
    ("self", "selves"),
];

/// What stands before such an end, in bytes, where the end is not a word by itself.
const SHORTEST_BEFORE: usize = 2;

/// The plurals and singulars that a word may have in English, other than with an `s` behind: `country`, `countries`.
pub(in crate::search) fn other_numbers(word: &str) -> Vec<String> {
    let has_vowel = |stem: &str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    let mut others = Vec::new();
    for (one, many) in NUMBERS {
        for (from, to) in [(many, one), (one, many)] {
            let Some(stem) = word.strip_suffix(from) else {
                continue;
            };
            let is_whole = one.len() > 2 && stem.is_empty();
            let is_regular = one != "y" || !has_vowel(stem);
            if is_regular && (is_whole || stem.len() >= SHORTEST_BEFORE) {
                others.push([stem, to].concat());
            }
        }
    }
    others
}

/// The regular plurals of a word, or its singulars where it may be one: `mission`, `missions`.
pub(in crate::search) fn with_or_without_s(word: &str) -> Vec<String> {
    let hisses = |stem: &str| {
        stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh")
    };
    let Some(stem) = word.strip_suffix('s') else {
        let ending = if hisses(word) { "es" } else { "s" };
        return vec![[word, ending].concat()];
    };
    if stem.len() < SHORTEST_STEM || stem.ends_with(['s', 'u', 'i']) {
        return vec![[word, "es"].concat()];
    }
    let without_es = stem.strip_suffix('e').filter(|stem| hisses(stem));
    let without_es = without_es.map(str::to_owned);
    without_es.into_iter().chain([stem.to_owned()]).collect()
}

/// Small numbers in English, from two on: `one` is a pronoun more often than a number.
const SMALL: [&str; 11] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The other ways to write a number: `8` for `8th` and back, `5` for `five` and back.
pub(in crate::search) fn numerals(word: &str) -> Vec<String> {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let suffixes = ["st", "nd", "rd", "th"];
    if is_number(word) {
        let small = word
            .parse()
            .ok()
            .and_then(|number: usize| SMALL.get(number.checked_sub(2)?));
        let ordinals = suffixes.map(|suffix| format!("{word}{suffix}"));
        return ordinals
            .into_iter()
            .chain(small.map(ToString::to_string))
            .collect();
    }
    let ordinal = suffixes.iter().find_map(|suffix| word.strip_suffix(suffix));
    let position = SMALL.iter().position(|small| *small == word);
    let small = position.map(|position| (position + 2).to_string());
    let ordinal = ordinal
        .filter(|number| is_number(number))
        .map(str::to_owned);
    ordinal.into_iter().chain(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levelled(word: &str) -> String {
        let mut word = word.as_bytes().to_vec();
        level(&mut word);
        String::from_utf8(word).unwrap()
    }

    #[test]
    fn british_and_american_spellings_meet() {
        for (british, american) in [
            ("organisation", "organization"),
            ("recognising", "recognizing"),
            ("analysed", "analyzed"),
            ("labour", "labor"),
            ("neighbouring", "neighboring"),
            ("favourable", "favorable"),
            ("selfdefence", "selfdefense"),
            ("centres", "centers"),
            ("programme", "program"),
        ] {
            assert_eq!(levelled(british), levelled(american));
        }
    }

    #[test]
    fn short_words_are_left_alone() {
        for word in ["rise", "four", "hours", "tour", "wise", "our"] {
            assert_eq!(levelled(word), word);
        }
    }

    #[test]
    fn an_arabic_word_meets_itself_with_its_article() {
        assert_eq!(levelled("المجلس"), "مجلس");
        assert_eq!(levelled("والمجلس"), "مجلس");
        assert_eq!(levelled("الالتزام"), levelled("التزام"));
        assert_eq!(levelled("الف"), "الف");
    }

    #[test]
    fn numbers_are_written_in_several_ways() {
        for (word, others) in [
            ("8", "8st 8nd 8rd 8th eight"),
            ("2005", "2005st 2005nd 2005rd 2005th"),
            ("35th", "35"),
            ("twelve", "12"),
            ("1", "1st 1nd 1rd 1th"),
            ("one", ""),
            ("th", ""),
            ("north", ""),
        ] {
            assert_eq!(numerals(word).join(" "), others, "{word}");
        }
    }

    #[test]
    fn plurals_and_singulars_are_told_both_ways() {
        for (one, many) in [
            ("country", "countries"),
            ("day", "days"),
            ("mission", "missions"),
            ("process", "processes"),
            ("box", "boxes"),
            ("house", "houses"),
            ("church", "churches"),
            ("child", "children"),
            ("woman", "women"),
            ("person", "people"),
            ("foot", "feet"),
            ("crisis", "crises"),
            ("analysis", "analyzes"),
            ("referendum", "referenda"),
            ("criterion", "criteria"),
            ("appendix", "appendices"),
            ("index", "indices"),
            ("plateau", "plateaux"),
            ("wife", "wives"),
            ("self", "selves"),
        ] {
            let others = |word: &str| [other_numbers(word), with_or_without_s(word)].concat();
            assert!(others(one).contains(&many.to_owned()), "{one}");
            assert!(others(many).contains(&one.to_owned()), "{many}");
        }
        assert_eq!(with_or_without_s("his"), ["hises"]);
        assert_eq!(with_or_without_s("consensus"), ["consensuses"]);
    }

    #[test]
    fn a_half_typed_british_word_knows_its_american_beginning() {
        assert_eq!(half_typed(b"organisa").as_deref(), Some(&b"organiza"[..]));
        assert_eq!(half_typed(b"neighbou").as_deref(), Some(&b"neighbor"[..]));
        assert_eq!(half_typed(b"this"), None);
    }
}
