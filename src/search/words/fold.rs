//! One character → what it is compared by.
//!
//! Case and accents go, by Unicode's canonical decomposition and not by a table, so that any alphabet is
//! served. A short table adds the letters that it does not take apart (`ø`, `ł`), the ligatures and wide
//! forms that PDF text has in place of letters, and the Arabic letters that writers use for one another.
//! Unicode's compatibility forms would be more complete, and 60 KB of tables.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical};

/// Adds the folded form of a letter or digit to `word`: one letter, more, or none.
pub(in crate::search) fn push(c: char, word: &mut Vec<u8>) {
    if is_ideographic(c) && !is_compatibility_ideograph(c) {
        push_plain(c, word);
        return;
    }
    decompose_canonical(of_usual_width(c), |part| {
        for lower in part.to_lowercase() {
            decompose_canonical(lower, |letter| push_letter(letter, word));
        }
    });
}

/// The usual form of a character of full width.
fn of_usual_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn push_letter(letter: char, word: &mut Vec<u8>) {
    let plain = match letter {
        'ß' => return word.extend_from_slice(b"ss"),
        'æ' => return word.extend_from_slice(b"ae"),
        'œ' => return word.extend_from_slice(b"oe"),
        'þ' => return word.extend_from_slice(b"th"),
        'ﬀ' => return word.extend_from_slice(b"ff"),
        'ﬁ' => return word.extend_from_slice(b"fi"),
        'ﬂ' => return word.extend_from_slice(b"fl"),
        'ﬃ' => return word.extend_from_slice(b"ffi"),
        'ﬄ' => return word.extend_from_slice(b"ffl"),
        'ﬅ' | 'ﬆ' => return word.extend_from_slice(b"st"),
        'ſ' => 's',
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

fn is_compatibility_ideograph(c: char) -> bool {
    matches!(c, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
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
    fn folding_a_folded_character_changes_nothing() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            if c.is_alphanumeric() {
                let once = folded(&c.to_string());
                assert_eq!(folded(&once), once, "{c:?}");
            }
        }
    }
}
