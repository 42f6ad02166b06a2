//! Citations in their one printed form.

use std::fmt;

use super::{Citation, CitedPart, DIGITS_OF_A_SYMBOL, Step, Target};

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of {
                symbol, targets, ..
            } => {
                f.write_str(symbol)?;
                if targets.is_empty() {
                    return Ok(());
                }
                f.write_str(":")?;
                write_targets(targets, f)
            }
            Self::Here(targets) => {
                let first = targets.first();
                if let Some(step) = first.and_then(|first| first.steps.first())
                    && first.is_some_and(|first| first.part == CitedPart::Operative)
                {
                    f.write_str(operative(step))?;
                }
                write_targets(targets, f)
            }
            Self::Bare(target) => write!(f, "{target}"),
            Self::InLanguage { cited, language } => write!(f, "{cited}@{language}"),
        }
    }
}

/// What says that a paragraph is an operative one.
fn operative(first: &Step) -> &'static str {
    if first.label.starts_with(char::is_alphabetic) {
        "op:"
    } else {
        "op"
    }
}

fn write_targets(targets: &[Target], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut before: Option<&Target> = None;
    for target in targets {
        match before {
            None => write!(f, "{target}")?,
            Some(before) if reads_on(before, target) => {
                f.write_str(",")?;
                write_steps(target, f)?;
            }
            Some(_) => {
                f.write_str(",")?;
                match target.steps.first() {
                    Some(first) if target.part == CitedPart::Operative => {
                        f.write_str(operative(first))?;
                        write_steps(target, f)?;
                    }
                    _ => write!(f, "{target}")?,
                }
            }
        }
        before = Some(target);
    }
    Ok(())
}

/// Whether a target behind another is read as of the same part without a word for it.
fn reads_on(before: &Target, target: &Target) -> bool {
    let numbered = target.steps.first().is_some_and(|first| {
        let digits = first.label.chars().take_while(char::is_ascii_digit).count();
        !first.label.starts_with(char::is_alphabetic) && digits < DIGITS_OF_A_SYMBOL
    });
    before.part == target.part && !before.steps.is_empty() && numbered
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.part, self.steps.as_slice()) {
            (CitedPart::Opening, _) => f.write_str("opening")?,
            (CitedPart::Preamble, []) => f.write_str("preamble")?,
            (CitedPart::Preamble, _) => f.write_str("pp")?,
            (CitedPart::Operative, []) => f.write_str("operative")?,
            (CitedPart::Operative, _) => {}
            (CitedPart::Annex(annex), []) => write!(f, "{annex}")?,
            (CitedPart::AnnexPreamble(annex), []) => write!(f, "{annex}:preamble")?,
            (CitedPart::Annex(annex), [first, ..]) => {
                annex.write_before(first, f)?;
                f.write_str(":")?;
            }
            (CitedPart::AnnexPreamble(annex), [first, ..]) => {
                annex.write_before(first, f)?;
                f.write_str(":pp")?;
            }
        }
        write_steps(self, f)
    }
}

fn write_steps(target: &Target, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some((paragraph, points)) = target.steps.split_first() else {
        return Ok(());
    };
    write!(f, "{paragraph}")?;
    for point in points {
        write!(f, "({point})")?;
    }
    match &target.to {
        Some(to) if points.is_empty() => write!(f, "-{}", to.article().as_ref().unwrap_or(to)),
        Some(to) => write!(f, "-({to})"),
        None => Ok(()),
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)?;
        if self.nth > 1 || self.label.is_empty() {
            write!(f, "~{}", self.nth)?;
        }
        Ok(())
    }
}
