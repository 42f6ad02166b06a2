//! Round brackets of the sentence that a citation was cut from, which are none of its own.

use super::words::{RESOLUTION, is_place_word};
use crate::text::citation::annex::is_label;
use crate::text::citation::lex::{Kind, Token};

/// The tokens with brackets around each label of a list or a range that stands in one: `3 (a, b and d)`, `3(a-c)`.
/// None where no list does.
pub(super) fn around_each(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut around = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        if let Some(list) = listed(rest) {
            around.extend(list.into_iter().flatten());
            let close = rest.iter().position(|token| token.is_mark(')'))?;
            rest = &rest[close + 1..];
        } else {
            around.push(first.clone());
            rest = &rest[1..];
        }
    }
    (around.len() > tokens.len()).then_some(around)
}

/// The labels of a list in the bracket that tokens begin with, each in brackets, and what stands between them.
fn listed(tokens: &[Token]) -> Option<Vec<Vec<Token>>> {
    let (open, rest) = tokens.split_first().filter(|(open, _)| open.is_mark('('))?;
    let mut list = Vec::new();
    let mut label_before = false;
    for token in rest {
        if token.is_mark(')') {
            return Some(list).filter(|list| label_before && list.len() > 1);
        }
        let joins = matches!(token.kind, Kind::Mark(',' | ';' | '-' | '&'))
            || token.is_word(&["and", "to", "through"]);
        if is_label(token) && !label_before {
            let bracket = |mark| Token {
                kind: Kind::Mark(mark),
                ..token.clone()
            };
            let inside = Token {
                spaced: false,
                ..token.clone()
            };
            let close = Token {
                spaced: false,
                ..bracket(')')
            };
            let open = if list.is_empty() {
                open.clone()
            } else {
                bracket('(')
            };
            list.push(vec![open, inside, close]);
            label_before = true;
        } else if joins && !list.is_empty() {
            list.push(vec![token.clone()]);
            label_before = false;
        } else {
            return None;
        }
    }
    None
}

/// Takes off stars or lines that set off what they stand around, as in Markdown: `**2/34-P**, para. 7`.
fn without_emphasis(tokens: &mut Vec<Token>) {
    for mark in ['*', '_'] {
        let is_mark = |token: &Token| token.is_mark(mark);
        let count = tokens.iter().take_while(|token| is_mark(token)).count();
        let mut runs = tokens.windows(count.max(1)).skip(count);
        let closed = runs.position(|run| run.iter().all(is_mark));
        if let Some(closed) = closed.filter(|_| (1..=3).contains(&count)) {
            tokens.drain(count + closed..count + closed + count);
            tokens.drain(..count);
        }
    }
}

/// So many brackets are taken off at most: a sentence has no more.
const MOST: usize = 16;

/// The tokens without the brackets around all of them, around a place with its word, or around what begins
/// with a word for a resolution; and without one that was left alone at an end by the cut.
pub(super) fn without_outer(mut tokens: Vec<Token>) -> Vec<Token> {
    without_emphasis(&mut tokens);
    for _ in 0..MOST {
        let Some((open, close)) = outer(&tokens) else {
            break;
        };
        if let Some(close) = close {
            take(&mut tokens, close);
        }
        take(&mut tokens, open);
    }
    if let Some(last) = tokens.iter().rposition(|token| !is_stop(token))
        && tokens[last].is_mark(')')
        && !pairs(&tokens).iter().any(|(_, close)| *close == Some(last))
    {
        take(&mut tokens, last);
    }
    tokens
}

/// The first bracket that is none of the citation's own, and where it is closed.
fn outer(tokens: &[Token]) -> Option<(usize, Option<usize>)> {
    let begin = tokens.iter().position(|token| !is_stop(token))?;
    let end = tokens.iter().rposition(|token| !is_stop(token))?;
    let is_outer = |&(open, close): &(usize, Option<usize>)| {
        let Some(close) = close else {
            return open == begin && tokens.len() > open + 1;
        };
        let inside = &tokens[open + 1..close];
        let around_symbol = || inside.iter().any(|token| token.is_mark('/'));
        let apart = open == 0 || tokens[open].spaced;
        (open == begin && (close == end || around_symbol())) || (apart && begins_a_part(inside))
    };
    pairs(tokens).into_iter().find(is_outer)
}

/// Where brackets are opened, in order, and where each is closed.
fn pairs(tokens: &[Token]) -> Vec<(usize, Option<usize>)> {
    let mut pairs = Vec::new();
    let mut unclosed = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.is_mark('(') {
            unclosed.push(pairs.len());
            pairs.push((at, None));
        } else if token.is_mark(')')
            && let Some(pair) = unclosed.pop().and_then(|opened| pairs.get_mut(opened))
        {
            pair.1 = Some(at);
        }
    }
    pairs
}

/// Takes a bracket out; what follows it stands apart from what was before it.
fn take(tokens: &mut Vec<Token>, at: usize) {
    tokens.remove(at);
    if let Some(next) = tokens.get_mut(at) {
        next.spaced = true;
    }
}

/// Whether tokens begin with a word for a place or for a resolution.
fn begins_a_part(inside: &[Token]) -> bool {
    let begins = |token: &Token| match &token.kind {
        Kind::Word(word) => is_place_word(word) || RESOLUTION[..3].contains(&word.as_str()),
        Kind::Mark(mark) => matches!(mark, '¶' | '§'),
        Kind::Number(_) => false,
    };
    let parted = |token: &Token| token.is_mark('/');
    inside.first().is_some_and(begins) && !inside.get(1).is_some_and(parted)
}

/// Whether a token may end a citation, or the sentence around it.
pub(super) fn is_stop(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark('.' | ',' | ';' | ':' | '!' | '?' | '…')
    )
}
