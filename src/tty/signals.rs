//! Signals as events: each sets a flag and wakes the loop through a pipe.
//!
//! Handlers do nothing else, so that all that follows (saving, restoring the terminal) runs as ordinary
//! code. Stopping is ours to do, as the terminal has to be given back first: [`stop`].

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
    SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::{SigId, flag, low_level};

/// What signals ask for, the most urgent first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wishes {
    /// The number of the signal that ends the program.
    pub(super) end: Option<i32>,
    pub(super) stop: bool,
    pub(super) resumed: bool,
    pub(super) resized: bool,
}

/// The signals a reader lives with, caught while this stands.
#[derive(Debug)]
pub struct Signals {
    pipe: UnixStream,
    wake: UnixStream,
    ends: Vec<(i32, Arc<AtomicBool>)>,
    resized: Arc<AtomicBool>,
    /// SIGTSTP or SIGCONT, whichever came last: for the system, too, each takes the other back.
    job: Arc<AtomicUsize>,
    registered: Vec<SigId>,
}

/// All that end a program by default and can be waited for: not the faults of memory and arithmetic, after which
/// a program can't go on, and none of the numbered ones, which have no meaning.
const ENDS: &[i32] = &[
    SIGTERM,
    SIGHUP,
    SIGINT,
    SIGQUIT,
    SIGABRT,
    SIGALRM,
    SIGIO,
    SIGPROF,
    SIGSYS,
    SIGTRAP,
    SIGUSR1,
    SIGUSR2,
    SIGVTALRM,
    SIGXCPU,
    #[cfg(target_os = "linux")]
    SIGPWR,
    #[cfg(all(
        target_os = "linux",
        any(target_arch = "x86_64", target_arch = "aarch64")
    ))]
    Signal::STKFLT.as_raw(),
];

/// Power is about to fail; Linux alone says so.
#[cfg(target_os = "linux")]
const SIGPWR: i32 = Signal::POWER.as_raw();

const STOP: usize = 1;
const RESUMED: usize = 2;

impl Signals {
    /// Starts catching.
    ///
    /// # Errors
    ///
    /// When the system gives no pipe or takes no handler.
    pub fn catch() -> io::Result<Self> {
        let (pipe, wake) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        let mut signals = Self {
            pipe,
            wake,
            ends: Vec::new(),
            resized: Arc::default(),
            job: Arc::default(),
            registered: Vec::new(),
        };
        for &signal in ENDS {
            let raised = Arc::default();
            signals.wake_on(signal, flag::register(signal, Arc::clone(&raised))?)?;
            signals.ends.push((signal, raised));
        }
        let resized = flag::register(SIGWINCH, Arc::clone(&signals.resized))?;
        signals.wake_on(SIGWINCH, resized)?;
        for (signal, value) in [(SIGTSTP, STOP), (SIGCONT, RESUMED)] {
            let job = flag::register_usize(signal, Arc::clone(&signals.job), value)?;
            signals.wake_on(signal, job)?;
        }
        Ok(signals)
    }

    /// A flag: while it is set, what ends or stops a program does so at once, and nobody needs to wait for it. It
    /// is set at first.
    ///
    /// # Errors
    ///
    /// When the system takes no handler.
    pub fn act_while(&mut self) -> io::Result<Arc<AtomicBool>> {
        let is_set = Arc::new(AtomicBool::new(true));
        // Behind the other handlers: what continues the program takes back the stop that they noted.
        for signal in ENDS.iter().copied().chain([SIGTSTP]) {
            // Of two signals the library knows no default; they end the next wait.
            if let Ok(acted) = flag::register_conditional_default(signal, Arc::clone(&is_set)) {
                self.registered.push(acted);
            }
        }
        Ok(is_set)
    }

    /// The flag is registered before the pipe: the loop that is woken must find it set.
    fn wake_on(&mut self, signal: i32, flag: SigId) -> io::Result<()> {
        self.registered.push(flag);
        let woken = low_level::pipe::register(signal, self.wake.try_clone()?)?;
        self.registered.push(woken);
        Ok(())
    }

    /// What wakes the loop from another thread, by a byte written to it.
    ///
    /// # Errors
    ///
    /// When the system has no descriptor left.
    pub fn waker(&self) -> io::Result<UnixStream> {
        self.wake.try_clone()
    }

    /// What has been asked for since the last call.
    pub(super) fn take(&mut self) -> Wishes {
        let mut bytes = [0; 64];
        while rustix::io::read(&self.pipe, &mut bytes).is_ok_and(|read| read == bytes.len()) {}
        let is_raised = |flag: &AtomicBool| flag.swap(false, Ordering::Relaxed);
        let job = self.job.swap(0, Ordering::Relaxed);
        let mut wishes = Wishes {
            end: None,
            stop: job == STOP,
            resumed: job == RESUMED,
            resized: is_raised(&self.resized),
        };
        for (signal, raised) in &self.ends {
            if is_raised(raised) {
                wishes.end = wishes.end.or(Some(*signal));
            }
        }
        wishes
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.pipe.as_fd()
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        for id in self.registered.drain(..) {
            low_level::unregister(id);
        }
    }
}

/// Whether anyone could continue this program once it has stopped: not when it runs as the session
/// itself (`ssh -t host resolut`, `xterm -e resolut`), where stopping would freeze the terminal for good.
pub fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the job, as Ctrl-Z does elsewhere: the whole process group, so that the shell sees it stop when
/// a script or a pipe started this program. Returns when the job is continued.
///
/// # Errors
///
/// When the system refuses the signal.
pub fn stop() -> io::Result<()> {
    kill_current_process_group(Signal::TSTP)?;
    // The signal is caught, so for this process itself:
    low_level::emulate_default_handler(SIGTSTP)
}

/// Ends the program as the signal would have ended it. Returns where that can't be done.
pub fn die_of(signal: i32) {
    let _ = low_level::emulate_default_handler(signal);
}

/// Has a write beyond the limit of a file's size fail, as one to a full disk does. By default it ends the
/// program on the spot, with its terminal taken and half a file written.
pub fn outlive_file_limits() {
    // Where there is no such handler to be had, the default stays.
    let _ = flag::register(SIGXFSZ, Arc::default());
}
