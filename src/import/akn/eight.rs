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

/// How many of some bytes are of ASCII and at most `byte`, which is of ASCII itself.
pub(super) fn count_at_most(bytes: &[u8], byte: u8) -> usize {
    let (words, rest) = bytes.as_chunks();
    let mut count = rest.iter().filter(|other| **other <= byte).count();
    for part in words.chunks(LARGEST_PART) {
        let found = |eight: &[u8; 8]| at_most(u64::from_le_bytes(*eight), byte) >> 7;
        let at_each_byte: u64 = part.iter().map(found).sum();
        count += at_each_byte
            .to_le_bytes()
            .map(usize::from)
            .iter()
            .sum::<usize>();
    }
    count
}

/// So many can be counted in a byte.
const LARGEST_PART: usize = 255;
