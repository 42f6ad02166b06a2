//! Work on many things that is shared among the cores of the machine.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{self, Builder, ScopedJoinHandle};

/// How many are taken up at once: what was made of them waits until all are done.
const BATCH: usize = 512;

/// How many are worth a thread.
const WORTH: usize = 32;

/// More threads than these would wait for the memory.
const MOST: usize = 8;

/// Does the work on each item, on as many cores as are worth it, and gives what comes of it in their order.
pub(crate) fn on_all_cores<I: Copy + Sync, T: Send>(
    items: &[I],
    work: impl Fn(I) -> T + Sync,
    mut done: impl FnMut(I, T),
) {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    for batch in items.chunks(BATCH) {
        let share = batch.len().div_ceil(cores.min(MOST)).max(WORTH);
        let (own, others) = batch.split_at(share.min(batch.len()));
        let all = |items: &[I]| items.iter().map(|&item| work(item)).collect::<Vec<T>>();
        let all = &all;
        thread::scope(|scope| {
            // Where the system gives no more threads, this one does it all.
            let others = others.chunks(share).map(|items| {
                let other = Builder::new().spawn_scoped(scope, move || all(items));
                (items, other.ok())
            });
            let others: Vec<_> = others.collect();
            let mut give = |items: &[I], results: Vec<T>| {
                for (&item, result) in items.iter().zip(results) {
                    done(item, result);
                }
            };
            give(own, all(own));
            for (items, other) in others {
                let results = other.map(ScopedJoinHandle::join);
                let results = results.unwrap_or_else(|| Ok(all(items)));
                give(items, results.unwrap_or_else(|panic| resume_unwind(panic)));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_of_all_is_in_their_order() {
        for count in [0, 1, WORTH, WORTH + 1, BATCH, 3 * BATCH + 7] {
            let items: Vec<usize> = (0..count).collect();
            let mut got = Vec::new();
            on_all_cores(
                &items,
                |item| item * 2,
                |item, twice| got.push((item, twice)),
            );
            let expected: Vec<_> = items.iter().map(|&item| (item, item * 2)).collect();
            assert_eq!(got, expected);
        }
    }
}
