//! Words given numbers as they are met, while an index is built.
//!
//! Every word of the corpus goes through here: the table is open-addressed and its hash is chosen for
//! speed over short words. Nobody gains from words that collide on purpose but a slow first start.

use std::hash::{BuildHasherDefault, Hasher};

/// Words by number and numbers by word.
#[derive(Debug)]
pub(super) struct Interner {
    letters: Vec<u8>,
    ends: Vec<u32>,
    hashes: Vec<u32>,
    /// Numbers of words at the place of their hash, or the next free one; a power of two of them.
    table: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Default for Interner {
    fn default() -> Self {
        Self {
            letters: Vec::new(),
            ends: vec![0],
            hashes: Vec::new(),
            table: vec![FREE; 1 << 12],
        }
    }
}

impl Interner {
    pub(super) fn len(&self) -> u32 {
        super::bytes::narrow(self.hashes.len())
    }

    pub(super) fn word(&self, number: u32) -> &[u8] {
        let number = number as usize;
        &self.letters[self.ends[number] as usize..self.ends[number + 1] as usize]
    }

    pub(super) fn get(&self, word: &[u8]) -> Option<u32> {
        self.slot(word, hash(word)).ok()
    }

    pub(super) fn intern(&mut self, word: &[u8]) -> u32 {
        let hash = hash(word);
        match self.slot(word, hash) {
            Ok(number) => number,
            Err(slot) => {
                let number = self.len();
                self.letters.extend_from_slice(word);
                self.ends.push(super::bytes::narrow(self.letters.len()));
                self.hashes.push(hash);
                self.table[slot] = number;
                if self.hashes.len() * 2 > self.table.len() {
                    self.grow();
                }
                number
            }
        }
    }

    /// The number of a word, or the slot it would take.
    fn slot(&self, word: &[u8], hash: u32) -> Result<u32, usize> {
        let last = self.table.len() - 1;
        let mut slot = hash as usize & last;
        loop {
            let number = self.table[slot];
            if number == FREE {
                return Err(slot);
            }
            if self.hashes[number as usize] == hash && self.word(number) == word {
                return Ok(number);
            }
            slot = (slot + 1) & last;
        }
    }

    fn grow(&mut self) {
        let last = self.table.len() * 2 - 1;
        self.table = vec![FREE; last + 1];
        for (number, &hash) in (0..).zip(&self.hashes) {
            let mut slot = hash as usize & last;
            while self.table[slot] != FREE {
                slot = (slot + 1) & last;
            }
            self.table[slot] = number;
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "half of the bits are kept")]
fn hash(word: &[u8]) -> u32 {
    let mut mixer = Mixer(word.len() as u64);
    mixer.write(word);
    (mixer.0 >> 32) as u32 ^ (mixer.0 >> 15) as u32
}

/// For tables that are filled while an index is built: a multiplicative hash, eight bytes at a time.
pub(super) type Mixed = BuildHasherDefault<Mixer>;

/// See [`Mixed`].
#[derive(Debug, Default)]
pub(super) struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.write_u64(u64::from_le_bytes(*eight));
        }
        let rest = rest
            .iter()
            .fold(0, |rest, &byte| rest << 8 | u64::from(byte));
        self.write_u64(rest);
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0, number);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// One step of the hash; also used over the words of a text.
pub(super) fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_while_the_table_grows() {
        let mut words = Interner::default();
        for number in 0..10_000 {
            assert_eq!(words.intern(format!("word{number}").as_bytes()), number);
        }
        assert_eq!(words.get(b"word77"), Some(77));
        assert_eq!(words.word(9_999), b"word9999");
        assert_eq!(words.get(b"word"), None);
        assert_eq!(words.len(), 10_000);
    }
}
