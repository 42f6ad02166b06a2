//! Numbers in few bytes: as they stand in the tables, and seven bits a byte, of which the eighth says that
//! more follow.

use crate::text::block::{self, Saved};

/// Appends a number.
pub(in crate::search) fn put(number: u32, bytes: &mut Vec<u8>) {
    block::put(bytes, number as usize);
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
    let ends = bytes.iter().filter(|&&byte| byte < 0x80);
    let mut numbers = Vec::with_capacity(ends.count());
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

/// Writes pairs of numbers, the first ones ascending and the second ones mostly small.
pub(in crate::search) fn put_pairs(body: &mut Vec<u8>, pairs: &[(u32, u32)]) {
    let firsts: Vec<u32> = pairs.iter().map(|pair| pair.0).collect();
    put_ascending(body, &firsts);
    put_small(body, pairs.iter().map(|pair| pair.1));
}

/// What [`put_pairs`] wrote.
pub(in crate::search) fn pairs(saved: &mut Saved<'_>) -> Option<Vec<(u32, u32)>> {
    let (firsts, seconds) = (ascending(saved)?, small(saved)?);
    let are_pairs = firsts.len() == seconds.len();
    are_pairs.then(|| firsts.into_iter().zip(seconds).collect())
}

/// Writes a table in which the same number mostly follows itself.
pub(in crate::search) fn put_runs(body: &mut Vec<u8>, numbers: &[u32]) {
    let runs = numbers.chunk_by(|one, other| one == other);
    let ends = runs.flat_map(|run| [run[0], narrow(run.len())]);
    put_small(body, ends);
}

/// What [`put_runs`] wrote, if it is no longer than `most`: a few bytes could say that it is.
pub(in crate::search) fn runs(saved: &mut Saved<'_>, most: usize) -> Option<Vec<u32>> {
    let mut bytes = saved.bytes()?;
    let mut numbers = Vec::new();
    while !bytes.is_empty() {
        let (number, times) = (take(&mut bytes)?, take(&mut bytes)?);
        let length = numbers.len().checked_add(times as usize)?;
        (length <= most).then(|| numbers.resize(length, number))?;
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
        put_runs(&mut body, &numbers);
        put_runs(&mut body, &numbers);
        let pairs_put = [(3, 9), (3, 0), (70_000, 1)];
        put_pairs(&mut body, &pairs_put);
        let block = block::block(crate::search::Index::KIND, &body);
        let (mut saved, _) = Saved::block(&block, crate::search::Index::KIND).unwrap();
        assert!(small(&mut saved).unwrap().iter().rev().eq(&numbers));
        assert_eq!(ascending(&mut saved).as_ref(), Some(&numbers));
        assert_eq!(runs(&mut saved, 6), Some(numbers));
        assert_eq!(runs(&mut saved, 5), None);
        assert_eq!(pairs(&mut saved), Some(pairs_put.to_vec()));
    }

    #[test]
    fn bytes_that_end_too_early_or_too_late_are_no_number() {
        assert_eq!(take(&mut &[0x80][..]), None);
        assert_eq!(take(&mut &[0xff; 9][..]), None);
    }
}
