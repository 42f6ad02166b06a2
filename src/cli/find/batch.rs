//! `resolut find --batch`: queries in, one a line; the rows of each out, ended by an empty line.
//!
//! An answer is written before the next query is read, so that a program can ask, read and ask again.
//! What `find` says beside its rows is not said here: nobody could tell which query was meant. Times
//! are those of finding alone, and of the processor, so that they don't tell what else the machine does;
//! keys are typed into a finder of their own, in which no word has been looked up before.

use std::io::{BufRead, Read, Write};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use rustix::time::{ClockId, clock_gettime};

use super::{Answer, Request};
use crate::cli::args::table::FindArgs;
use crate::cli::outcome::Outcome;
use crate::cli::output::Output;
use crate::cli::report::say;
use crate::reader::library::Library;
use crate::text::encoding::{self, NotText};
use crate::text::sorting::sort_by;

/// The most bytes of a line: without a bound, input without lines would fill the memory.
const LONGEST: u64 = 64 << 10;

/// Answers all queries; there is nothing where none of them finds anything.
pub(in crate::cli) fn run(
    args: &FindArgs,
    mut queries: impl BufRead,
    library: &Library,
    out: &mut Output<impl Write>,
) -> Result<Outcome> {
    let corpus = &library.corpus;
    let mut finder = library.finder();
    finder.index().prepare();
    let mut outcome = Outcome::Nothing;
    let (mut asked, mut times) = (Vec::new(), Vec::new());
    for number in 1.. {
        let Some(line) = line(&mut queries, number)? else {
            break;
        };
        let request = Request::new(args, query(line, number)?);
        let (findings, took) = timed(|| request.ask(&mut finder, corpus));
        let between = request.ask_between(&mut finder);
        let of_query = if request.counts {
            request.count(&mut finder, out)?
        } else {
            let answer = Answer::read(findings, &between, request.limit, corpus)?;
            answer.print(request.format, out)?;
            answer.outcome()
        };
        out.line("")?;
        out.finish()?;
        if of_query == Outcome::Found {
            outcome = Outcome::Found;
        }
        if args.stats {
            asked.push(request.query.trim_end().to_owned());
            times.push(took);
        }
    }
    if args.stats {
        drop(finder);
        say(&table([
            ("query", times),
            ("key", keys(args, &asked, library)),
        ]));
    }
    Ok(outcome)
}

/// The next line, if there is one.
fn line(queries: &mut impl BufRead, number: usize) -> Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = queries.take(LONGEST + 1).read_until(b'\n', &mut line);
    let read = read.context("can't read standard input")?;
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if read as u64 > LONGEST {
        bail!("standard input: line {number} is longer than {LONGEST} bytes");
    }
    Ok((read > 0).then_some(line))
}

/// A line without its end.
fn query(mut line: Vec<u8>, number: usize) -> Result<String> {
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    encoding::text(line).map_err(|what| match what {
        NotText::Other(format) => anyhow!("standard input {format}"),
        NotText::NotUtf8 { guess, .. } => {
            anyhow!("standard input: line {number} is not UTF-8; {guess}")
        }
    })
}

/// Types each query; how long the answer at each key took.
fn keys(args: &FindArgs, queries: &[String], library: &Library) -> Vec<Duration> {
    let mut finder = library.finder();
    finder.index().prepare();
    let mut times = Vec::new();
    for query in queries {
        let mut request = Request::new(args, String::new());
        request.query.clear();
        for letter in query.chars() {
            request.query.push(letter);
            times.push(timed(|| request.ask(&mut finder, &library.corpus)).1);
        }
    }
    times
}

/// What comes of it, and the processor time of this thread that it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default();
    let began = now();
    let done = work();
    (done, now().saturating_sub(began))
}

/// A line for each kind of time there is any of, its numbers one below the other.
fn table(kinds: [(&str, Vec<Duration>); 2]) -> String {
    let rows = kinds.map(|(kind, times)| (kind, times.len(), summary(times)));
    let cells = rows.iter().filter_map(|row| row.2.as_ref()).flatten();
    let width = cells.map(|(_, number)| number.len()).max().unwrap_or(0);
    let lines = rows.iter().filter_map(|(kind, count, cells)| {
        let cells = cells.as_ref()?.iter();
        let cells = cells.map(|(name, number)| format!("  {name} {number:>width$}"));
        let cells: String = cells.collect();
        Some(format!("us per {kind:<5}{cells}  of {count}\n"))
    });
    lines.collect()
}

/// What many times come to, in microseconds; none of no times.
fn summary(mut times: Vec<Duration>) -> Option<[(&'static str, String); 5]> {
    sort_by(&mut times, Ord::cmp);
    // The least time that this percentage of all times does not exceed.
    let at = |hundredths: usize| {
        let rank = (times.len() * hundredths).div_ceil(100);
        times.get(rank.saturating_sub(1)).copied()
    };
    let mean = times
        .iter()
        .sum::<Duration>()
        .checked_div(u32::try_from(times.len()).ok()?)?;
    let numbers = [
        ("min", at(0)?),
        ("median", at(50)?),
        ("p99", at(99)?),
        ("max", at(100)?),
        ("mean", mean),
    ];
    Some(numbers.map(|(name, time)| (name, format!("{:.1}", time.as_secs_f64() * 1e6))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(times: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        times.into_iter().map(Duration::from_micros).collect()
    }

    #[test]
    fn times_are_ranked_and_their_numbers_stand_below_each_other() {
        assert_eq!(
            table([("query", micros((1..=1000).rev())), ("key", micros([7, 2]))]),
            "us per query  min    1.0  median  500.0  p99  990.0  max 1000.0  mean  500.5  of 1000\n\
             us per key    min    2.0  median    2.0  p99    7.0  max    7.0  mean    4.5  of 2\n"
        );
    }

    #[test]
    fn of_no_times_nothing_is_said() {
        assert_eq!(table([("query", Vec::new()), ("key", Vec::new())]), "");
    }
}
