//! Processor time and memory. Time is the processor's, not the clock's: the machine may be busy.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};
use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::sys::resource::{UsageWho, getrusage};
use nix::time::{ClockId, clock_gettime};
use nix::unistd::Pid;

/// Keeps this process and all it starts on one processor.
pub fn stay_on_one_processor() -> Result<()> {
    let this = Pid::from_raw(0);
    let allowed = sched_getaffinity(this)?;
    let first = (0..CpuSet::count())
        .find(|&processor| allowed.is_set(processor).unwrap_or(false))
        .context("no processor is allowed")?;
    let mut one = CpuSet::new();
    one.set(first)?;
    Ok(sched_setaffinity(this, &one)?)
}

/// The processor time of this thread so far.
pub fn of_thread() -> Result<Duration> {
    Ok(clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID)?.into())
}

/// The processor time of this process so far, with that of all its threads.
pub fn of_process() -> Result<Duration> {
    Ok(clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?.into())
}

/// The processor time of all processes that this one started and that have ended.
pub fn of_children() -> Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = [usage.user_time(), usage.system_time()]
        .map(|time| time.tv_sec() * 1_000_000 + time.tv_usec());
    Ok(Duration::from_micros(
        micros.iter().sum::<i64>().try_into()?,
    ))
}

/// MiB resident in this process.
pub fn memory() -> Result<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let kib = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next())
        .context("`/proc/self/status` has no `VmRSS`")?;
    Ok(kib.parse::<f64>()? / 1024.0)
}

/// MiB that the largest of the processes started by this one had at its peak.
#[expect(clippy::cast_precision_loss, reason = "three digits matter")]
pub fn memory_of_children() -> Result<f64> {
    Ok(getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss() as f64 / 1024.0)
}
