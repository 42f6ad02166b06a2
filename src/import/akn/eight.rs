//! Eight bytes of a text at a time, in one number.

/// 1 in each of the eight bytes.
pub(super) const ONES: u64 = u64::from_ne_bytes([1; 8]);
/// The highest bit of each byte: where it is set, a byte is not of ASCII.
pub(super) const HIGH: u64 = ONES << 7;

/// The highest bit of each byte of ASCII that is at most `byte`, which is of ASCII itself.
pub(super) fn at_most(eight: u64, byte: u8) -> u64 {
    let above = (eight & !HIGH) + ONES * u64::from(0x7f - byte);
    !(above | eight) & HIGH
}

/// Whether one of the bytes is `byte`.
pub(super) fn holds(eight: u64, byte: u8) -> bool {
    let zero_where_equal = eight ^ (ONES * u64::from(byte));
    zero_where_equal.wrapping_sub(ONES) & !zero_where_equal & HIGH != 0
}
