//! Numbers in few bytes: as they stand in the tables, and seven bits a byte, of which the eighth says that
//! more follow.

use crate::text::block::{self, Saved};

/// Appends a number.
#[expect(clippy::cast_possible_truncation, reason = "seven bits are wanted")]
pub(in crate::search) fn put(number: u32, bytes: &mut Vec<u8>) {
    let mut rest = number;
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

/// Takes the number at the front of `bytes`; none where they end within it.
#[inline]
pub(in crate::search) fn take(bytes: &mut &[u8]) -> Option<u32> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    if first < 0x80 {
        return Some(u32::from(first));
    }
    let mut number = u32::from(first & 0x7f);
    let mut shift = 7;
    loop {
        let (&next, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(next & 0x7f).checked_shl(shift)?;
        if next < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

/// Writes a table of numbers that are mostly small.
pub(in crate::search) fn put_small(body: &mut Vec<u8>, numbers: impl IntoIterator<Item = u32>) {
    let mut bytes = Vec::new();
    for number in numbers {
        put(number, &mut bytes);
    }
    block::put_bytes(body, &bytes);
}

/// What [`put_small`] wrote.
pub(in crate::search) fn small(saved: &mut Saved<'_>) -> Option<Vec<u32>> {
    let mut bytes = saved.bytes()?;
    let mut numbers = Vec::new();
    while !bytes.is_empty() {
        numbers.push(take(&mut bytes)?);
    }
    Some(numbers)
}

/// Writes a table of ascending numbers.
pub(in crate::search) fn put_ascending(body: &mut Vec<u8>, numbers: &[u32]) {
    let before = std::iter::once(&0).chain(numbers);
    put_small(
        body,
        numbers
            .iter()
            .zip(before)
            .map(|(number, before)| number - before),
    );
}

/// What [`put_ascending`] wrote.
pub(in crate::search) fn ascending(saved: &mut Saved<'_>) -> Option<Vec<u32>> {
    let mut numbers = small(saved)?;
    let mut before = 0_u32;
    for number in &mut numbers {
        before = before.checked_add(*number)?;
        *number = before;
    }
    Some(numbers)
}

/// A position or a count as it is kept in the tables, which hold less than four gigabytes.
pub(in crate::search) fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("a corpus smaller than four gigabytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        for number in numbers {
            put(number, &mut bytes);
        }
        let mut rest = &bytes[..];
        assert_eq!(numbers.map(|_| take(&mut rest).unwrap()), numbers);
        assert_eq!(take(&mut rest), None);
    }

    #[test]
    fn tables_are_read_as_they_were_written() {
        let numbers = vec![0, 0, 7, 300, 70_000, u32::MAX];
        let mut body = Vec::new();
        put_small(&mut body, numbers.iter().rev().copied());
        put_ascending(&mut body, &numbers);
        let block = block::block(crate::search::Index::KIND, &body);
        let (mut saved, _) = Saved::block(&block, crate::search::Index::KIND).unwrap();
        assert!(small(&mut saved).unwrap().iter().rev().eq(&numbers));
        assert_eq!(ascending(&mut saved), Some(numbers));
    }

    #[test]
    fn bytes_that_end_too_early_or_too_late_are_no_number() {
        assert_eq!(take(&mut &[0x80][..]), None);
        assert_eq!(take(&mut &[0xff; 9][..]), None);
    }
}
