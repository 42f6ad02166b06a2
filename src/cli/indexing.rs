//! Indexing beside an open reader: a first part soon, then more, then all.

use std::time::{Duration, Instant};

use crate::reader::library::Library;
use crate::reader::library::news::{News, Reporter};
use crate::search::Index;

/// How long the first part of a corpus is read before it can be searched.
const FIRST: Duration = Duration::from_millis(60);
/// How many times longer each further part is read: reading again then costs less than a sixth of the whole.
const LONGER: u32 = 8;
/// Before this, progress is not worth a word.
const PATIENCE: Duration = Duration::from_millis(100);

/// Indexes the corpus of a library, hands over what there is, and keeps the whole for the next start.
pub(super) fn run(library: &Library, reporter: &Reporter) {
    let all = library.corpus.resolutions().len().max(1);
    let (began, mut told, mut span) = (Instant::now(), 0, FIRST);
    loop {
        let started = Instant::now();
        let index = Index::build_while(&library.corpus, |read| {
            let percent = u8::try_from(read * 100 / all).unwrap_or(100);
            if percent > told && began.elapsed() > PATIENCE {
                told = percent;
                reporter.tell(News::Progress(percent));
            }
            started.elapsed() < span
        });
        index.prepare();
        if index.is_whole() {
            let kept = library.to_keep(&index);
            reporter.tell(News::Whole(Box::new(index)));
            // The reader finds already while the file is written.
            if let Some(bytes) = kept {
                library.write(&bytes);
            }
            return;
        }
        reporter.tell(News::Part(Box::new(index)));
        span *= LONGER;
    }
}
