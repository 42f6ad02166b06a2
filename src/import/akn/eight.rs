//! Eight bytes of a text at a time, in one number.

/// 1 in each of the eight bytes.
const ONES: u64 = u64::from_ne_bytes([1; 8]);
/// The highest bit of each byte: where it is set, a byte is not of ASCII.
const HIGH: u64 = ONES << 7;

/// The highest bit of each byte of ASCII that is at most `byte`, which is of ASCII itself.
pub(super) fn at_most(eight: u64, byte: u8) -> u64 {
    !above(eight, byte) & HIGH
}

/// The highest bit of each byte that is above `byte`, which is of ASCII itself; other bits mean nothing.
fn above(eight: u64, byte: u8) -> u64 {
    ((eight & !HIGH) + ONES * u64::from(0x7f - byte)) | eight
}

/// What stands in some bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ByteCount {
    /// How many are controls of ASCII but the last, tabs and ends of lines among them.
    pub(super) controls: usize,
    /// How many are the first of a character of UTF-8 that is no space and no such control.
    pub(super) letters: usize,
    /// Whether one is not of ASCII.
    pub(super) has_wide: bool,
}

impl ByteCount {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let (words, rest) = bytes.as_chunks();
        let mut count = Self::default();
        words.chunks(LARGEST_PART).for_each(|part| count.add(part));
        let last = rest.iter().fold(ONES * u64::from(b' '), |eight, byte| {
            eight << 8 | u64::from(*byte)
        });
        count.add(&[last.to_le_bytes()]);
        count
    }

    fn add(&mut self, words: &[[u8; 8]]) {
        let [mut controls, mut letters, mut all] = [0; 3];
        for eight in words {
            let eight = u64::from_le_bytes(*eight);
            let inner = eight & !(eight << 1);
            controls += at_most(eight, b' ' - 1) >> 7;
            letters += (above(eight, b' ') & !inner & HIGH) >> 7;
            all |= eight;
        }
        self.controls += sum(controls);
        self.letters += sum(letters);
        self.has_wide |= all & HIGH != 0;
    }
}

/// So many times eight can be counted in a byte.
const LARGEST_PART: usize = 31;

/// The sum of eight bytes, which must fit a byte.
fn sum(eight: u64) -> usize {
    usize::from(eight.wrapping_mul(ONES).to_le_bytes()[7])
}

/// How many bytes of white space of XML there are at a beginning, and whether a tab is among them. Mostly it is an end
/// of line and what a line is set in by.
pub(super) fn space(bytes: &[u8]) -> (usize, bool) {
    let mut length = 0;
    let mut has_tab = false;
    while let Some(byte @ (b' ' | b'\t' | b'\n' | b'\r')) = bytes.get(length) {
        has_tab |= *byte == b'\t';
        length += 1;
        while let Some(eight) = bytes[length..].first_chunk() {
            let differs = u64::from_le_bytes(*eight) ^ (ONES * u64::from(b' '));
            length += differs.trailing_zeros() as usize / 8;
            if differs != 0 {
                break;
            }
        }
    }
    (length, has_tab)
}

/// Whether a control of ASCII, which a tab is as well, or that byte is among some bytes.
pub(super) fn has_control_or(byte: u8, bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks();
    let has = |eight: &[u8; 8]| {
        let eight = u64::from_le_bytes(*eight);
        at_most(eight, b' ' - 1) | first_equal(eight, byte) != 0
    };
    words.iter().any(has) || rest.iter().any(|other| *other < b' ' || *other == byte)
}

/// Where one of two bytes first stands; where that is near, no search is faster.
pub(super) fn find_near(bytes: &[u8], one: u8, other: u8) -> Option<usize> {
    let (words, rest) = bytes.as_chunks();
    for (at, eight) in words.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let found = first_equal(eight, one) | first_equal(eight, other);
        if found != 0 {
            return Some(8 * at + found.trailing_zeros() as usize / 8);
        }
    }
    let found = rest.iter().position(|byte| [one, other].contains(byte));
    found.map(|at| bytes.len() - rest.len() + at)
}

/// The highest bit of the first byte that is `byte`; bits above it mean nothing.
fn first_equal(eight: u64, byte: u8) -> u64 {
    let differs = eight ^ (ONES * u64::from(byte));
    differs.wrapping_sub(ONES) & !differs & HIGH
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_counted_and_found_is_what_stands_there(
            bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b' '), Just(b'"')], 0..600),
        ) {
            let number = |is: fn(&u8) -> bool| bytes.iter().filter(|byte| is(byte)).count();
            let count = ByteCount::of(&bytes);
            prop_assert_eq!(count.controls, number(|byte| *byte < b' '));
            let is_letter = |byte: &u8| *byte > b' ' && !(0x80..0xc0).contains(byte);
            prop_assert_eq!(count.letters, number(is_letter));
            prop_assert_eq!(count.has_wide, !bytes.is_ascii());
            let found = bytes.iter().position(|byte| matches!(byte, b'"' | b'<'));
            prop_assert_eq!(find_near(&bytes, b'"', b'<'), found);
            let has = bytes.iter().any(|byte| *byte < b' ' || *byte == b'"');
            prop_assert_eq!(has_control_or(b'"', &bytes), has);
        }

        #[test]
        fn white_space_is_as_long_as_it_is(text in "( {0,9}[\t\n\r]){0,3} {0,20}[^ ]{0,9}") {
            let length = text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len();
            let has_tab = text.as_bytes()[..length].contains(&b'\t');
            prop_assert_eq!(space(text.as_bytes()), (length, has_tab));
        }
    }
}
