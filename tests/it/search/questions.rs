//! What a delegate types, and how often the finder's first row is what was meant.
//!
//! The queries and their answers were decided from the text alone (`tests/fixtures/questions.tsv`), so
//! some are missed. Held is how many are not; a query that fell is named with what stands first in its
//! place. `cargo test questions -- --nocapture` prints the rates by kind.

use std::fmt::Write as _;

use super::Library;

const QUESTIONS: &str = include_str!("../../fixtures/questions.tsv");

/// The queries that are missed, also among the first ten rows. So many may be missed, these or others.
const MISSED: [&str; 2] = ["process of peace between pakistan and india", "IDB"];

/// A query, the places accepted as its answer, and what was found.
struct Asked {
    kind: &'static str,
    query: &'static str,
    accepted: Vec<&'static str>,
    found: Vec<String>,
}

impl Asked {
    /// Reads and asks all queries.
    fn all(library: &Library) -> Vec<Self> {
        let rows = QUESTIONS.lines().filter(|line| !line.starts_with('#'));
        rows.skip(1)
            .map(|row| {
                let [kind, query, accepted] = row.split('\t').collect::<Vec<_>>()[..] else {
                    panic!("a row has a kind, a query and places: `{row}`");
                };
                Self {
                    kind,
                    query,
                    accepted: accepted.split(", ").collect(),
                    found: library.all(query),
                }
            })
            .collect()
    }

    /// Whether an accepted place is among the first rows; a guess may be the answer.
    fn is_answered(&self, among: usize) -> bool {
        let mut rows = self.found.iter().take(among);
        rows.any(|row| self.accepted.contains(&row.trim_start_matches('≈')))
    }

    /// The row where an accepted place stands, from 1 on.
    fn rank(&self) -> Option<usize> {
        (1..=self.found.len()).find(|&among| self.is_answered(among))
    }
}

fn count(asked: &[Asked], among: usize) -> usize {
    asked.iter().filter(|one| one.is_answered(among)).count()
}

/// The queries whose first row is not accepted, one a line; those that were accepted before are marked.
fn misses(asked: &[Asked]) -> String {
    let mut table = String::new();
    for one in asked.iter().filter(|one| !one.is_answered(1)) {
        let Asked { kind, query, .. } = one;
        let mark = if MISSED.contains(query) {
            "    "
        } else {
            "FELL"
        };
        let rank = one
            .rank()
            .map_or_else(|| "-".into(), |rank| rank.to_string());
        let first = one.found.first().map_or("nothing", String::as_str);
        let accepted = one.accepted.join(" or ");
        writeln!(
            table,
            "{mark} {kind:9} {query:50} at {rank:>2}; first {first}, not {accepted}"
        )
        .unwrap();
    }
    table
}

#[test]
#[expect(clippy::print_stdout, reason = "the rates are to be read")]
fn what_a_delegate_asks_is_answered_first() {
    let asked = Asked::all(&Library::bundled());
    println!("{:9} of   1  10", "kind");
    for of_kind in asked.chunk_by(|one, next| one.kind == next.kind) {
        let (first, ten) = (count(of_kind, 1), count(of_kind, 10));
        let (kind, of) = (of_kind[0].kind, of_kind.len());
        println!("{kind:9} {of:2}  {first:2}  {ten:2}");
    }
    let (of, first, ten) = (asked.len(), count(&asked, 1), count(&asked, 10));
    let misses = misses(&asked);
    println!("{:9} {of:2}  {first:2}  {ten:2}\n\n{misses}", "all");
    let floor = 60 - MISSED.len();
    assert!(
        first >= floor && ten >= floor,
        "of {of} queries {first} are answered first and {ten} among ten; expected {floor}\n{misses}"
    );
}

#[test]
fn each_accepted_place_exists() {
    let library = Library::bundled();
    for one in Asked::all(&library) {
        for place in one.accepted {
            let first = &library.all(place)[0];
            assert_eq!(first, place, "accepted for `{}`", one.query);
        }
    }
}
