//! The resolutions that were read last, so that a frame, a list or a page of citations does not read
//! the same ones again.

use std::sync::Arc;

use crate::text::model::{Resolution, ResolutionId};

/// How many resolutions are kept: more than a tall screen has rows.
const KEPT: usize = 128;

/// How many bytes of JSON the kept ones may have together; in memory they take about twice as many.
const BYTES: u64 = 1 << 20;

/// Resolutions with the length of their JSON, the last one used at the end.
#[derive(Debug, Default)]
pub(super) struct Recent {
    kept: Vec<(ResolutionId, Arc<Resolution>, u64)>,
}

impl Recent {
    pub(super) fn get(&mut self, id: ResolutionId) -> Option<Arc<Resolution>> {
        let position = self.kept.iter().rposition(|(kept, ..)| *kept == id)?;
        self.kept[position..].rotate_left(1);
        self.kept
            .last()
            .map(|(_, resolution, _)| Arc::clone(resolution))
    }

    /// Keeps a resolution, and lets go of those that were not used for longest. The one that is put is
    /// kept, however long it is.
    pub(super) fn put(&mut self, id: ResolutionId, resolution: &Arc<Resolution>, bytes: u64) {
        self.kept.retain(|(kept, ..)| *kept != id);
        self.kept.push((id, Arc::clone(resolution), bytes));
        let mut surplus = self.kept.len().saturating_sub(KEPT);
        let mut room = BYTES;
        for (position, (.., bytes)) in self.kept.iter().enumerate().rev().skip(1) {
            room = room.saturating_sub(*bytes);
            if room == 0 {
                surplus = surplus.max(position + 1);
                break;
            }
        }
        self.kept.drain(..surplus);
    }

    /// Lets go of all.
    pub(super) fn clear(&mut self) {
        self.kept.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolution() -> Arc<Resolution> {
        Arc::new(Resolution::new("1/A", "en"))
    }

    fn kept(recent: &Recent) -> Vec<u32> {
        recent.kept.iter().map(|(id, ..)| id.0).collect()
    }

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let mut recent = Recent::default();
        let many = u32::try_from(KEPT).unwrap();
        for id in 0..many {
            recent.put(ResolutionId(id), &resolution(), 10);
        }
        assert!(recent.get(ResolutionId(0)).is_some());
        recent.put(ResolutionId(many), &resolution(), 10);
        assert_eq!(recent.kept.len(), KEPT);
        assert!(recent.get(ResolutionId(1)).is_none());
        assert!(recent.get(ResolutionId(0)).is_some());
    }

    #[test]
    fn long_ones_are_kept_by_their_length_and_the_last_whatever_it_is() {
        let mut recent = Recent::default();
        for id in 0..4 {
            recent.put(ResolutionId(id), &resolution(), BYTES / 2 - 1);
        }
        assert_eq!(kept(&recent), [1, 2, 3]);
        recent.put(ResolutionId(9), &resolution(), 10 * BYTES);
        assert_eq!(kept(&recent), [2, 3, 9]);
        recent.put(ResolutionId(5), &resolution(), 1);
        assert_eq!(kept(&recent), [5]);
    }
}
