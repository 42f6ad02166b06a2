//! What a corpus knows by name: its symbols, its organs and sessions. A citation may name these whatever
//! the grammar says of their form.

use super::letter::{folded, plain, unseen};
use super::lex::{Kind, Token};
use super::symbol::runs;
use crate::text::map::Map;

/// The names of a corpus.
pub(crate) trait Names {
    /// Shows the symbol of every resolution.
    fn symbols(&self, see: &mut dyn FnMut(&str));

    /// The names of organs and sessions, as printed.
    fn organs(&self) -> &[String];
}

/// No corpus: the grammar and the closed list of organs alone.
pub(super) struct Nothing;

impl Names for Nothing {
    fn symbols(&self, _: &mut dyn FnMut(&str)) {}

    fn organs(&self) -> &[String] {
        &[]
    }
}

/// A symbol alone, as if it were that of the only resolution.
pub(super) struct Only<'s>(pub(super) &'s str);

impl Names for Only<'_> {
    fn symbols(&self, see: &mut dyn FnMut(&str)) {
        see(self.0);
    }

    fn organs(&self) -> &[String] {
        &[]
    }
}

/// The tokens among which symbols of the corpus are looked for: what is longer is no citation.
const LOOKED_AT: usize = 1024;

/// The symbols of the corpus that are spelt in the tokens: by the token where each begins the longest, and how
/// many tokens it takes. All at once, as a big corpus is slow to walk.
pub(super) fn known_symbols(names: &dyn Names, tokens: &[Token]) -> Map<usize, (String, usize)> {
    let signs = Signs::of(tokens.get(..LOOKED_AT).unwrap_or(tokens));
    let mut known: Map<usize, (String, usize)> = Map::default();
    names.symbols(&mut |symbol| {
        for (at, length) in signs.spelling(symbol) {
            let longest = known.or_default(at);
            if length > longest.1 {
                *longest = (symbol.to_owned(), length);
            }
        }
    });
    known
}

/// The signs of tokens, without what stands between them.
struct Signs {
    text: String,
    /// Where in the signs each token begins, and where the last one ends.
    borders: Vec<usize>,
    /// The tokens that begin with each byte.
    beginning: [Vec<usize>; 256],
}

impl Signs {
    fn of(tokens: &[Token]) -> Self {
        let mut text = String::new();
        let mut borders = vec![0];
        let mut beginning = [const { Vec::new() }; 256];
        for (at, token) in tokens.iter().enumerate() {
            let begin = text.len();
            match &token.kind {
                Kind::Mark(mark) => text.push(*mark),
                Kind::Number(word) | Kind::Word(word) => text.push_str(word),
            }
            borders.push(text.len());
            if let Some(first) = text.as_bytes().get(begin) {
                beginning[usize::from(*first)].push(at);
            }
        }
        Self {
            text,
            borders,
            beginning,
        }
    }

    /// Where tokens spell a symbol, sign by sign, capitals, blanks and the kind of a dash aside: the first of
    /// them, and how many.
    fn spelling<'s>(&'s self, symbol: &'s str) -> impl Iterator<Item = (usize, usize)> + 's {
        let starts = first_byte(symbol).and_then(|first| self.beginning.get(usize::from(first)));
        starts.into_iter().flatten().filter_map(move |&at| {
            let begin = *self.borders.get(at)?;
            let end = begin + spelt(symbol, self.text.get(begin..)?)?;
            let behind = self.borders.binary_search(&end).ok()?;
            Some((at, behind - at))
        })
    }
}

/// The first byte of the signs of a symbol.
fn first_byte(symbol: &str) -> Option<u8> {
    match symbol.as_bytes().first() {
        Some(first) if first.is_ascii_graphic() => Some(first.to_ascii_lowercase()),
        _ => compared(symbol).next().map(|sign| {
            let mut bytes = [0; 4];
            sign.encode_utf8(&mut bytes);
            bytes[0]
        }),
    }
}

/// How many bytes of the signs spell a symbol. Most are ASCII, and those are compared byte by byte.
fn spelt(symbol: &str, signs: &str) -> Option<usize> {
    if symbol.is_ascii() {
        let mut taken = 0;
        for byte in symbol.bytes() {
            if !char::from(byte).is_whitespace() {
                let sign = signs.as_bytes().get(taken)?;
                (*sign == byte.to_ascii_lowercase()).then_some(())?;
                taken += 1;
            }
        }
        return Some(taken);
    }
    let mut rest = signs.chars();
    let same = compared(symbol).all(|sign| rest.next() == Some(sign));
    same.then(|| signs.len() - rest.as_str().len())
}

/// The signs of a symbol as they are compared.
fn compared(symbol: &str) -> impl Iterator<Item = char> {
    let seen = symbol.chars().filter(|c| !c.is_whitespace() && !unseen(*c));
    seen.flat_map(|c| {
        let own = c.is_ascii().then(|| c.to_ascii_lowercase());
        let other = own.is_none().then(|| sign(c));
        own.into_iter().chain(other.into_iter().flatten())
    })
}

/// What a sign beyond ASCII is compared as.
fn sign(c: char) -> Vec<char> {
    match plain(c) {
        mark if mark != c || !c.is_alphanumeric() => vec![mark],
        letter => folded(letter.encode_utf8(&mut [0; 4])).collect(),
    }
}

/// How far tokens spell a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelled {
    /// All of it, by this many tokens.
    Whole(usize),
    /// A beginning of it, by this many tokens; none of it by 0.
    Partly(usize),
}

impl Spelled {
    /// How many tokens spell what they spell of the name.
    pub(super) fn tokens(self) -> usize {
        match self {
            Self::Whole(tokens) | Self::Partly(tokens) => tokens,
        }
    }
}

/// How far tokens spell a name, word by word, whatever stops and dashes stand between.
pub(super) fn spells(name: &str, tokens: &[Token]) -> Spelled {
    let mut taken = 0;
    for run in runs(name) {
        let mut at = taken;
        while at > 0 && tokens.get(at).is_some_and(is_joint) {
            at += 1;
        }
        let is_it = |text: &str| folded(run.text).eq(text.chars());
        if !tokens.get(at).and_then(Token::text).is_some_and(is_it) {
            return Spelled::Partly(taken);
        }
        taken = at + 1;
    }
    if taken > 0 {
        Spelled::Whole(taken)
    } else {
        Spelled::Partly(0)
    }
}

/// What stands between two words of a name.
fn is_joint(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark(',' | '.' | '-' | '’' | '&' | '(' | ')' | '/')
    )
}
