//! Eight bytes of a text at a time, in one number.

/// 1 in each of the eight bytes.
const ONES: u64 = u64::from_ne_bytes([1; 8]);
/// The highest bit of each byte: where it is set, a byte is not of ASCII.
const HIGH: u64 = ONES << 7;

/// The highest bit of each byte of ASCII that is at most `byte`, which is of ASCII itself.
pub(super) fn at_most(eight: u64, byte: u8) -> u64 {
    let above = (eight & !HIGH) + ONES * u64::from(0x7f - byte);
    !(above | eight) & HIGH
}

/// What stands in some bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ByteCount {
    /// How many are controls of ASCII but the last, tabs and ends of lines among them.
    pub(super) controls: usize,
    /// How many are these or spaces.
    pub(super) blanks: usize,
    /// How many go on with a character of UTF-8 that began before.
    pub(super) inner: usize,
}

impl ByteCount {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let (words, rest) = bytes.as_chunks();
        let mut count = Self::default();
        words.chunks(LARGEST_PART).for_each(|part| count.add(part));
        let mut last = [b'x'; 8];
        last[..rest.len()].copy_from_slice(rest);
        count.add(&[last]);
        count
    }

    fn add(&mut self, words: &[[u8; 8]]) {
        let [mut controls, mut blanks, mut inner] = [0; 3];
        for eight in words {
            let eight = u64::from_le_bytes(*eight);
            controls += at_most(eight, b' ' - 1) >> 7;
            blanks += at_most(eight, b' ') >> 7;
            inner += (eight >> 7) & !(eight >> 6) & ONES;
        }
        self.controls += sum(controls);
        self.blanks += sum(blanks);
        self.inner += sum(inner);
    }
}

/// So many times eight can be counted in a byte.
const LARGEST_PART: usize = 31;

/// The sum of eight bytes, which must fit a byte.
fn sum(eight: u64) -> usize {
    usize::from(eight.wrapping_mul(ONES).to_le_bytes()[7])
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
            prop_assert_eq!(count.blanks, number(|byte| *byte <= b' '));
            prop_assert_eq!(count.inner, number(|byte| (0x80..0xc0).contains(byte)));
            let found = bytes.iter().position(|byte| matches!(byte, b'"' | b'<'));
            prop_assert_eq!(find_near(&bytes, b'"', b'<'), found);
        }
    }
}
