//! The language that a citation ends with: `2/34-P:7@fr`.

use super::brackets::{is_stop, without_outer};
use super::{Miss, Names, Parsed};
use crate::text::citation::lex::{Kind, Token};
use crate::text::citation::{Citation, Expected};
use crate::text::language::canonical;

/// A citation in a language; none where no tag stands behind what is one.
pub(super) fn read(tokens: &[Token], names: &dyn Names, quoted: bool) -> Option<Parsed<Citation>> {
    let at = tokens.iter().rposition(|token| token.is_mark('@'))?;
    let (before, behind) = tokens.split_at_checked(at)?;
    let cited = super::read(&without_outer(before.to_vec()), names, quoted).ok()?;
    let language = tag(&behind[1..]);
    Some(match language {
        Some(language) => Ok(cited.in_language(Some(language))),
        None => Err(Miss {
            at: at + 1,
            expected: Expected::Language,
        }),
    })
}

/// The tag that tokens spell without a blank, whatever stops behind it.
fn tag(tokens: &[Token]) -> Option<String> {
    let stops = tokens.iter().rev().take_while(|token| is_stop(token));
    let spelling = tokens.get(..tokens.len() - stops.count())?;
    let is_parted = spelling.iter().any(|token| token.spaced);
    let mut tag = String::new();
    for token in spelling {
        match &token.kind {
            Kind::Mark(mark) => tag.push(*mark),
            Kind::Word(text) | Kind::Number(text) => tag.push_str(text),
        }
    }
    canonical(&tag).filter(|_| !is_parted)
}
