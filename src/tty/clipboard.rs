//! Text to the clipboard of the terminal at the reader's end: OSC 52.
//!
//! The terminal does not answer, so the message says "sent to the terminal" and not "copied". Multiplexers drop the
//! sequence unless they are configured to pass it, so inside them it goes out twice, plain (`set-clipboard on`) and
//! wrapped to be passed through (`allow-passthrough on`); taking both does no harm. tmux, where it runs on this
//! side, is given the text by the module `tmux` as well.

use std::env;
use std::ffi::OsString;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// The longest text that is sent, in bytes: encoded, it stays within the 100,000 bytes that terminals
/// take in one sequence.
pub const LIMIT: usize = 74_000;

/// GNU screen passes strings of less than 256 bytes.
const SCREEN_PART: usize = 240;

/// What stands between this program and the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Nothing that we know of.
    Direct,
    /// tmux, here or at the other end of an SSH connection.
    Tmux,
    /// GNU screen.
    Screen,
}

impl Route {
    /// The route of this process, from `$TMUX`, `$STY` and `$TERM`.
    pub fn of_process() -> Self {
        Self::of(|name| env::var_os(name))
    }

    fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        let term = term.to_str().unwrap_or_default();
        if is_set("TMUX") || term.starts_with("tmux") {
            Self::Tmux
        } else if is_set("STY") || term.starts_with("screen") {
            Self::Screen
        } else {
            Self::Direct
        }
    }
}

/// Why a text is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CopyError {
    /// Terminals would cut it or drop it.
    #[error("{0} bytes are too many for a terminal's clipboard; at most {LIMIT}")]
    TooLong(usize),
}

/// The bytes that put a text on the clipboard, as it stands: it is encoded, and nothing in it acts on the
/// terminal.
///
/// ```
/// use resolut::tty::clipboard::{Route, copy};
///
/// assert_eq!(copy("7", Route::Direct)?, b"\x1b]52;c;Nw==\x07");
/// # Ok::<(), resolut::tty::clipboard::CopyError>(())
/// ```
///
/// # Errors
///
/// When the text is longer than [`LIMIT`].
pub fn copy(text: &str, route: Route) -> Result<Vec<u8>, CopyError> {
    if text.len() > LIMIT {
        return Err(CopyError::TooLong(text.len()));
    }
    let plain = set_clipboard(text);
    let wrapped = match route {
        Route::Direct => Vec::new(),
        Route::Tmux => {
            let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
            format!("\u{1b}Ptmux;{doubled}\u{1b}\\").into_bytes()
        }
        Route::Screen => plain
            .as_bytes()
            .chunks(SCREEN_PART)
            .flat_map(|part| [b"\x1bP".as_slice(), part, b"\x1b\\"])
            .collect::<Vec<_>>()
            .concat(),
    };
    Ok([plain.into_bytes(), wrapped].concat())
}

fn set_clipboard(text: &str) -> String {
    let mut sequence = String::new();
    // Writing to a string cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence);
    // BEL as the end: inside a wrapper, `ESC \` would end that.
    match sequence.strip_suffix("\u{1b}\\") {
        Some(open) => format!("{open}\u{7}"),
        None => sequence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(text: &str, route: Route) -> String {
        String::from_utf8(copy(text, route).unwrap())
            .unwrap()
            .replace('\u{1b}', "^")
            .replace('\u{7}', "!")
    }

    #[test]
    fn the_text_goes_by_osc_52_and_through_multiplexers() {
        let plain = "^]52;c;MjE1LVA6Nw==!";
        let table = [
            (Route::Direct, plain.to_owned()),
            (Route::Tmux, format!("{plain}^Ptmux;^{plain}^\\")),
            (Route::Screen, format!("{plain}^P{plain}^\\")),
        ];
        for (route, want) in table {
            assert_eq!(copied("215-P:7", route), want);
        }
    }

    #[test]
    fn screen_gets_a_long_text_in_parts() {
        let sent = copied(&"x".repeat(1000), Route::Screen);
        let (plain, wrapped) = sent.split_once('!').unwrap();
        let parts: Vec<&str> = wrapped
            .split_inclusive("^\\")
            .map(|part| {
                part.strip_prefix("^P")
                    .unwrap()
                    .strip_suffix("^\\")
                    .unwrap()
            })
            .collect();
        assert!(parts.len() > 4 && parts.iter().all(|part| part.len() < 250));
        assert_eq!(parts.concat(), format!("{plain}!"));
    }

    #[test]
    fn a_text_too_long_is_refused_in_words() {
        let long = "x".repeat(LIMIT);
        assert!(copied(&long, Route::Direct).len() < 100_000);
        let fault = copy(&format!("{long}x"), Route::Direct).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "74001 bytes are too many for a terminal's clipboard; at most 74000"
        );
    }

    #[test]
    fn the_route_is_told_by_the_environment() {
        let tmux = ("TMUX", "/tmp/tmux-1000/default,1,0");
        let screen = ("STY", "1.pts-0.host");
        for (environment, want) in [
            (&[tmux, ("TERM", "screen-256color")][..], Route::Tmux),
            (&[("TERM", "tmux-256color")], Route::Tmux),
            (&[screen, ("TERM", "xterm")], Route::Screen),
            (&[("TERM", "screen.xterm-256color")], Route::Screen),
            (&[("TERM", "xterm-256color")], Route::Direct),
            (&[("TMUX", ""), ("STY", "")], Route::Direct),
            (&[], Route::Direct),
        ] {
            let variable = |name: &str| {
                let set = environment.iter().find(|(set, _)| *set == name);
                set.map(|(_, value)| OsString::from(value))
            };
            assert_eq!(Route::of(variable), want, "{environment:?}");
        }
    }
}
