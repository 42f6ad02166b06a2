//! How the verb of a later wording stands to that of an earlier one.
//!
//! Only steps on one of two scales are told: of verbs that ask somebody, and of verbs that say something. *Requests* is on
//! neither: it asks less than *urges*, and yet binds a secretariat.

/// What became of a lead verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbChange {
    /// It asks for more, or says more.
    Stronger,
    /// It asks for less, or says less.
    Weaker,
    /// It is another one.
    Changed,
}

/// Beginnings of verbs that ask, the strongest first.
const ASKS: &[&[&str]] = &[
    &["demand", "insist"],
    &["direct", "requir", "instruct"],
    &["call", "appeal", "exhort"],
    &["urg"],
    &["encourag"],
    &["invit", "recommend"],
];

/// Beginnings of verbs that say, the strongest first.
const SAYS: &[&[&str]] = &[
    &[
        "reaffirm",
        "affirm",
        "reiterat",
        "stress",
        "emphasi",
        "underlin",
        "underscor",
        "recall",
    ],
    &["welcom", "commend", "endors", "support", "express"],
    &["noting", "note", "tak", "recogni", "acknowledg"],
];

impl VerbChange {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stronger => "stronger",
            Self::Weaker => "weaker",
            Self::Changed => "changed",
        }
    }

    /// What became of a lead verb as printed; nothing where it is the same, whatever adverbs stand with it.
    pub(super) fn of(earlier: &str, later: &str) -> Option<Self> {
        let [earlier, later] = [earlier, later].map(str::to_lowercase);
        for scale in [ASKS, SAYS] {
            if let (Some(before), Some(now)) = (step(scale, &earlier), step(scale, &later)) {
                return match (now.0.cmp(&before.0), now.1 == before.1) {
                    (std::cmp::Ordering::Less, _) => Some(Self::Stronger),
                    (std::cmp::Ordering::Greater, _) => Some(Self::Weaker),
                    (std::cmp::Ordering::Equal, true) => None,
                    (std::cmp::Ordering::Equal, false) => Some(Self::Changed),
                };
            }
        }
        (earlier != later).then_some(Self::Changed)
    }
}

/// The step of a scale that a verb stands on, and by which beginning it is known.
fn step(scale: &[&[&'static str]], verb: &str) -> Option<(usize, &'static str)> {
    verb.split_whitespace().find_map(|word| {
        scale.iter().enumerate().find_map(|(step, beginnings)| {
            let known = beginnings
                .iter()
                .find(|beginning| word.starts_with(**beginning));
            known.map(|known| (step, *known))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_on_a_scale_has_a_direction_and_other_verbs_are_others() {
        use VerbChange::{Changed, Stronger, Weaker};
        for (earlier, later, change) in [
            ("Encourages", "Urges", Some(Stronger)),
            ("Demands", "Strongly urges", Some(Weaker)),
            ("Noting", "Welcoming", Some(Stronger)),
            ("Reaffirming", "Further reaffirming", None),
            ("Stresses", "Emphasizes", Some(Changed)),
            ("Urges", "Requests", Some(Changed)),
            ("Requests", "Requests", None),
            ("Décide", "Prie", Some(Changed)),
            ("", "", None),
        ] {
            assert_eq!(VerbChange::of(earlier, later), change, "{earlier} {later}");
        }
    }
}
