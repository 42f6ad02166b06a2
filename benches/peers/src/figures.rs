//! What is measured of an engine, and the table of all.

use std::fmt::Write as _;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Milliseconds of many questions.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Spread {
    pub mean: f64,
    pub p50: f64,
    pub p99: f64,
    pub max: f64,
}

impl Spread {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length is an index"
    )]
    pub fn of(costs: &[Duration]) -> Self {
        let mut costs: Vec<f64> = costs.iter().map(|&cost| millis(cost)).collect();
        costs.sort_by(f64::total_cmp);
        let last = costs.len().saturating_sub(1) as f64;
        let at = |share: f64| costs.get((last * share).round() as usize).copied();
        Self {
            mean: costs.iter().sum::<f64>() / costs.len().max(1) as f64,
            p50: at(0.5).unwrap_or_default(),
            p99: at(0.99).unwrap_or_default(),
            max: at(1.0).unwrap_or_default(),
        }
    }
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// One engine.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Figures {
    pub whole: Spread,
    /// Every beginning of every query; not of programs that start anew for each.
    pub key: Option<Spread>,
    /// Milliseconds from paragraphs to the first question.
    pub set_up: f64,
    /// MiB.
    pub memory: f64,
}

/// The table, `ours` being what the others are compared with.
pub fn table(measured: &[(&str, Figures)], ours: &str) -> String {
    let mut table = String::from(
        "| engine | whole query mean / p50 / p99 | one key mean / p99 / max | set-up | MiB | mean against ours: query, key |\n\
         |---|---|---|---|---|---|\n",
    );
    let own = measured.iter().find(|(name, _)| *name == ours);
    for (name, figures) in measured {
        let whole = figures.whole;
        let key = figures.key.map_or(String::new(), |key| {
            [key.mean, key.p99, key.max].map(digits).join(" / ")
        });
        let ratio = own.map_or(String::new(), |(_, own)| {
            let of_query = Some(whole.mean / own.whole.mean);
            let of_key = figures
                .key
                .zip(own.key)
                .map(|(key, own)| key.mean / own.mean);
            let shown = [of_query, of_key].into_iter().flatten().map(digits);
            shown.collect::<Vec<_>>().join(", ")
        });
        let whole = [whole.mean, whole.p50, whole.p99].map(digits).join(" / ");
        let (set_up, memory) = (digits(figures.set_up), digits(figures.memory));
        // Writing to a string does not fail.
        _ = writeln!(
            table,
            "| {name} | {whole} | {key} | {set_up} | {memory} | {ratio} |"
        );
    }
    table
}

/// A number with as many decimals as matter.
fn digits(number: f64) -> String {
    let decimals = match number.abs() {
        ..1.0 => 3,
        ..10.0 => 2,
        ..100.0 => 1,
        _ => 0,
    };
    format!("{number:.decimals$}")
}
