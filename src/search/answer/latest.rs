//! What is kept from key to key, by what it was made from.

use std::sync::Arc;

/// What was made lately, up to `MOST`, the latest first.
#[derive(Debug)]
pub(in crate::search) struct Latest<K, V, const MOST: usize>(Vec<(K, Arc<V>)>);

impl<K, V, const MOST: usize> Default for Latest<K, V, MOST> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V, const MOST: usize> Latest<K, V, MOST> {
    /// What was made lately from the same, or else what is made now.
    pub(in crate::search) fn get(&mut self, key: K, build: impl FnOnce(&K) -> V) -> Arc<V> {
        if let Some((_, made)) = self.0.iter().find(|(kept, _)| *kept == key) {
            return Arc::clone(made);
        }
        let made = Arc::new(build(&key));
        self.0.insert(0, (key, Arc::clone(&made)));
        self.0.truncate(MOST);
        made
    }
}
