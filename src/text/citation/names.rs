//! What a corpus knows by name: its symbols, its organs and sessions. A citation may name these whatever
//! the grammar says of their form.

use super::letter::{folded, plain, unseen};
use super::lex::{Kind, Token};
use super::symbol::runs;

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

/// The longest symbol of the corpus that the tokens begin with, and how many of them it takes.
pub(super) fn known_symbol(names: &dyn Names, tokens: &[Token]) -> Option<(String, usize)> {
    let mut longest: Option<(String, usize)> = None;
    names.symbols(&mut |symbol| {
        if let Some(length) = spelt(symbol, tokens)
            && longest
                .as_ref()
                .is_none_or(|(_, longest)| length > *longest)
        {
            longest = Some((symbol.to_owned(), length));
        }
    });
    longest
}

/// How many tokens spell a symbol, sign by sign; capitals, blanks and the kind of a dash aside.
fn spelt(symbol: &str, tokens: &[Token]) -> Option<usize> {
    let mut taken = 0;
    // What is left of the letters or digits of the last token.
    let mut rest = "".chars();
    let signs = symbol
        .chars()
        .filter(|c| !c.is_whitespace() && !unseen(*c))
        .flat_map(|c| {
            let own = c.is_ascii().then(|| c.to_ascii_lowercase());
            let other = own.is_none().then(|| sign(c));
            own.into_iter().chain(other.into_iter().flatten())
        });
    for sign in signs {
        let next = if let Some(next) = rest.next() {
            next
        } else {
            let next = tokens.get(taken)?;
            taken += 1;
            match &next.kind {
                Kind::Mark(mark) => *mark,
                Kind::Number(text) | Kind::Word(text) => {
                    rest = text.chars();
                    rest.next()?
                }
            }
        };
        if next != sign {
            return None;
        }
    }
    (taken > 0 && rest.as_str().is_empty()).then_some(taken)
}

/// What a sign beyond ASCII is compared as.
fn sign(c: char) -> Vec<char> {
    match plain(c) {
        mark if mark != c || !c.is_alphanumeric() => vec![mark],
        letter => folded(letter.encode_utf8(&mut [0; 4])).collect(),
    }
}

/// How far tokens spell a name, word by word, whatever stops and dashes stand between: how many tokens, and
/// whether that is all of the name.
pub(super) fn spells(name: &str, tokens: &[Token]) -> (usize, bool) {
    let mut taken = 0;
    for run in runs(name) {
        let mut at = taken;
        while at > 0 && tokens.get(at).is_some_and(is_joint) {
            at += 1;
        }
        let is_it = |text: &str| folded(run.text).eq(text.chars());
        if !tokens.get(at).and_then(Token::text).is_some_and(is_it) {
            return (taken, false);
        }
        taken = at + 1;
    }
    (taken, taken > 0)
}

/// What stands between two words of a name.
fn is_joint(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Mark(',' | '.' | '-' | '’' | '&' | '(' | ')' | '/')
    )
}
