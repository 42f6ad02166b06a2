//! What a thread that indexes the corpus tells the loop, and how it wakes it.
//!
//! The reader opens at once and is usable while its corpus is indexed. The thread is never waited for:
//! a reader who quits ends it. A panic in it costs the index, and not the text that is being read.

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::reader::panics;
use crate::search::Index;

/// How far the indexing is.
#[derive(Debug)]
pub enum News {
    /// How much of the corpus is indexed, in percent.
    Progress(u8),
    /// An index of a part of the corpus.
    Part(Box<Index>),
    /// An index of all of it.
    Whole(Box<Index>),
    /// There will be no more: the thread panicked, and said this.
    Panicked(String),
}

/// What the thread does: its work, telling how far it is.
pub type Indexing = Box<dyn FnOnce(&Reporter) + Send>;

/// The thread's end.
#[derive(Debug)]
pub struct Reporter {
    news: Sender<News>,
    waker: UnixStream,
}

impl Reporter {
    /// Tells the loop. A loop that has ended is past caring.
    pub fn tell(&self, news: News) {
        if self.news.send(news).is_ok() {
            // A pipe that is full wakes the loop as well.
            let _ = (&self.waker).write(&[0]);
        }
    }
}

/// Starts the thread. Where the system gives none, the work is done before this returns: a reader waits,
/// and then has it all.
pub(crate) fn start(indexing: Indexing, waker: UnixStream) -> Receiver<News> {
    let (news, receiver) = channel();
    let reporter = Reporter { news, waker };
    // A thread that can't be had would take its work with it.
    let (hand, work) = channel::<(Indexing, Reporter)>();
    let thread = thread::Builder::new().spawn(move || {
        if let Ok((indexing, reporter)) = work.recv() {
            index_contained(indexing, reporter);
        }
    });
    match thread {
        Ok(_) => _ = hand.send((indexing, reporter)),
        Err(_) => indexing(&reporter),
    }
    receiver
}

/// Does the work on a thread of its own: a panic of it costs the finder.
fn index_contained(indexing: Indexing, reporter: Reporter) {
    let reporter = Rc::new(reporter);
    let told = Rc::clone(&reporter);
    let work = || {
        #[cfg(debug_assertions)]
        panics::panic_if_asked("indexing");
        indexing(&reporter);
    };
    panics::contain(work, move |said| told.tell(News::Panicked(said)));
}
