//! Maps and sets in the order in which their keys came, by one compiled copy of the hash table.
//!
//! For each type of key and value the map of the standard library is compiled again, 2 KB of program each time. What is
//! looked up once a document or a command goes through here; what is looked up at each key of the finder has a map of
//! its own. Hashes are keyed by chance, as those of the standard library are.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash, RandomState};

use hashbrown::HashTable;

/// Values by keys.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    entries: Vec<(K, V)>,
    /// The positions of the entries, by the hashes of their keys.
    positions: HashTable<usize>,
    hashing: RandomState,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            positions: HashTable::new(),
            hashing: RandomState::new(),
        }
    }
}

impl<K: Hash + Eq, V> Map<K, V> {
    /// The value of a key.
    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.position(key).map(|at| &self.entries[at].1)
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.position(key).map(|at| &mut self.entries[at].1)
    }

    /// Whether a key has a value.
    pub(crate) fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.position(key).is_some()
    }

    /// Gives a value to a key; returns the one that it had.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Some(known) = self.get_mut(&key) {
            return Some(std::mem::replace(known, value));
        }
        self.add(key, value);
        None
    }

    /// The value of a key, which is `value` where it had none.
    pub(crate) fn or_insert(&mut self, key: K, value: V) -> &mut V {
        let at = self.position(&key).unwrap_or_else(|| self.add(key, value));
        &mut self.entries[at].1
    }

    /// The value of a key, which is that of its type where it had none.
    pub(crate) fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert(key, V::default())
    }

    /// A key as it is kept, and its value.
    pub(crate) fn get_key_value<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        let (key, value) = &self.entries[self.position(key)?];
        Some((key, value))
    }

    /// The values, in the order in which their keys came.
    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.entries.into_iter().map(|(_, value)| value)
    }

    /// The keys and their values, in the order in which the keys came.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    fn position<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let is_it = |at: &usize| self.entries[*at].0.borrow() == key;
        position(&self.positions, self.hashing.hash_one(key), &is_it)
    }

    /// Adds a key that is not there; returns its position.
    fn add(&mut self, key: K, value: V) -> usize {
        let hash = self.hashing.hash_one(&key);
        let at = self.entries.len();
        self.entries.push((key, value));
        let (entries, hashing) = (&self.entries, &self.hashing);
        let hash_of = |at: &usize| hashing.hash_one(&entries[*at].0);
        note(&mut self.positions, hash, at, &hash_of);
        at
    }
}

fn position(
    positions: &HashTable<usize>,
    hash: u64,
    is_it: &dyn Fn(&usize) -> bool,
) -> Option<usize> {
    positions.find(hash, is_it).copied()
}

fn note(positions: &mut HashTable<usize>, hash: u64, at: usize, hash_of: &dyn Fn(&usize) -> u64) {
    positions.insert_unique(hash, at, hash_of);
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

/// Keys, each once.
#[derive(Clone, Debug)]
pub(crate) struct Set<K>(Map<K, ()>);

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl<K: Hash + Eq> Set<K> {
    /// Adds a key; false where it was there.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ()).is_none()
    }

    /// Whether a key is there.
    pub(crate) fn contains<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(key)
    }
}

impl<K: Hash + Eq> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        set.extend(keys);
        set
    }
}

impl<K: Hash + Eq> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        self.0.extend(keys.into_iter().map(|key| (key, ())));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_hold_what_those_of_the_standard_library_hold(entries: Vec<(u8, u32)>) {
            let expected: HashMap<_, _> = entries.iter().copied().collect();
            let mut map: Map<_, _> = entries.iter().copied().collect();
            prop_assert_eq!(map.iter().map(|(key, value)| (*key, *value)).collect::<HashMap<_, _>>(), expected.clone());
            for key in 0..=u8::MAX {
                prop_assert_eq!(map.get(&key), expected.get(&key));
                prop_assert_eq!(*map.or_insert(key, 7), expected.get(&key).copied().unwrap_or(7));
            }
            let keys: HashSet<_> = expected.keys().copied().collect();
            let mut set: Set<_> = keys.iter().copied().collect();
            for key in 0..=u8::MAX {
                prop_assert_eq!(set.contains(&key), keys.contains(&key));
                prop_assert_eq!(set.insert(key), !keys.contains(&key));
            }
        }
    }
}
