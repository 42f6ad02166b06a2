//! One character → what it is compared by.
//!
//! Case, accents and forms of print go, by Unicode's compatibility decomposition (NFKD), so that any alphabet
//! is served, and the ligatures, wide letters and Arabic forms that PDF text has in place of letters. A short
//! table adds the letters that it does not take apart (`ø`, `ł`), and the Arabic letters that writers use
//! for one another.

use unicode_normalization::char::{
    canonical_combining_class, decompose_canonical, decompose_compatible,
};

/// Adds the folded form of a letter or digit to `word`: one letter, more, or none.
pub(in crate::search) fn push(c: char, word: &mut Vec<u8>) {
    if is_ideographic(c) && !has_usual_form(c) || turns_ideographic(c) || is_fraction(c) {
        push_plain(c, word);
    } else if !(is_raised_digit(c) && may_bear_a_note(word)) {
        decompose_compatible(c, |part| {
            for lower in part.to_lowercase() {
                decompose_canonical(lower, |letter| push_letter(letter, word));
            }
        });
    }
}

/// Whether a character that words are made of would turn into one of a script without blanks: `㈠`.
fn turns_ideographic(c: char) -> bool {
    let mut turns = false;
    if c > '\u{2fff}' && !is_ideographic(c) {
        decompose_compatible(c, |part| turns |= is_ideographic(part));
    }
    turns
}

/// Whether a raised digit behind a word or number is the mark of a footnote; behind the one or two letters of
/// a unit it is a power: `km²`.
fn may_bear_a_note(word: &[u8]) -> bool {
    word.len() > 2 || word.iter().any(u8::is_ascii_digit)
}

fn is_raised_digit(c: char) -> bool {
    matches!(
        c,
        '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}' | '\u{2074}'..='\u{2079}'
    )
}

/// Whether a character would be taken apart into two numbers, which are none without what parts them: `½`.
fn is_fraction(c: char) -> bool {
    matches!(c, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215f}' | '\u{2189}')
}

fn push_letter(letter: char, word: &mut Vec<u8>) {
    let plain = match letter {
        'ß' => return word.extend_from_slice(b"ss"),
        'æ' => return word.extend_from_slice(b"ae"),
        'œ' => return word.extend_from_slice(b"oe"),
        'þ' => return word.extend_from_slice(b"th"),
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'ς' => 'σ',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        // Tatweel only stretches a word.
        'ـ' => return,
        other => other,
    };
    if plain.is_alphanumeric() && !is_mark(plain) {
        push_plain(plain, word);
    }
}

/// Whether a character stands over or under another one.
fn is_mark(c: char) -> bool {
    canonical_combining_class(c) != 0
}

fn push_plain(c: char, word: &mut Vec<u8>) {
    word.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Whether a character belongs to a script without blanks, indexed by pairs: Chinese and Japanese.
pub(in crate::search) fn is_ideographic(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
        && c.is_alphanumeric()
}

/// Whether a character of a script without blanks stands for another one: a duplicate, or one of half width.
fn has_usual_form(c: char) -> bool {
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Whether a character is passed over inside a word: accents written apart, soft hyphens, joiners.
pub(in crate::search) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    ) || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut word = Vec::new();
        text.chars().for_each(|c| push(c, &mut word));
        String::from_utf8(word).unwrap()
    }

    #[test]
    fn letters_of_many_alphabets_fold_to_plain_ones() {
        for (given, plain) in [
            ("CÔTE", "cote"),
            ("Türkiye", "turkiye"),
            ("ﬁre", "fire"),
            ("Œuvre", "oeuvre"),
            ("Łódź", "lodz"),
            ("İstanbul", "istanbul"),
            ("ΣΟΦΟΣ", "σοφοσ"),
            ("Ёлка", "елка"),
            ("أمن", "امن"),
            ("مجلـــس", "مجلس"),
            ("مُنَظَّمة", "منظمه"),
            ("が", "が"),
            ("ＩＣＦＭ－３４", "icfm34"),
            ("हिन्दी", "हिनदी"),
        ] {
            assert_eq!(folded(given), plain, "{given}");
        }
    }

    #[test]
    fn forms_of_print_fold_to_what_is_typed() {
        for (given, plain) in [
            ("２５０５", "2505"),
            ("ﾄﾙｺ", "トルコ"),
            ("eﬀect aﬃrm ﬂag ﬆate", "effectaffirmflagstate"),
            ("ĳ", "ij"),
            ("Ⅳ", "iv"),
            ("5ᵗʰ", "5th"),
            ("CO₂", "co2"),
            ("𝐏𝟕", "p7"),
            ("③", "3"),
            ("مجلس", "مجلس"),
            ("ﻣﺠﻠﺲ", "مجلس"),
            ("ﺍﻷﻣﻦ", "الامن"),
            ("ﻣﻨﻈﻤﺔ", "منظمه"),
            ("ﷲ", "الله"),
        ] {
            assert_eq!(folded(given), plain, "{given}");
        }
    }

    #[test]
    fn a_raised_digit_is_a_power_of_a_unit_or_the_mark_of_a_note() {
        for (given, plain) in [
            ("km²", "km2"),
            ("m³", "m3"),
            ("mandate³", "mandate"),
            ("mandate¹²", "mandate"),
            ("1325⁴", "1325"),
            ("²", "2"),
            ("7½", "7½"),
        ] {
            assert_eq!(folded(given), plain, "{given}");
        }
    }

    #[test]
    fn folding_a_folded_character_changes_nothing() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            if c.is_alphanumeric() {
                let once = folded(&c.to_string());
                assert_eq!(folded(&once), once, "{c:?}");
                let stays = |letter| is_ideographic(letter) == is_ideographic(c);
                assert!(once.chars().all(stays), "{c:?}");
            }
        }
    }
}
