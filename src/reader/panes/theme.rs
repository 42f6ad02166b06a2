//! Styles by role, and the signs that are not letters.
//!
//! Only bold, dim, underline and reverse in the terminal's own colours: that reads on light and dark alike,
//! with `NO_COLOR`, and costs fewest bytes. Nothing is said by a style alone.

use ratatui::style::{Modifier, Style};

/// The look of the reader.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Text.
    pub plain: Style,
    /// The name of a pane.
    pub name: Style,
    /// The name of the pane that the keys move in.
    pub name_focused: Style,
    /// Titles, and the number of the current paragraph.
    pub strong: Style,
    /// What is printed and is no text: a line of signs.
    pub dim: Style,
    /// What was searched for.
    pub matched: Style,
    /// The words of a text that refer.
    pub referring: Style,
    /// Before the selected row, and beside the current paragraph.
    pub here: &'static str,
    /// Beside the other paragraphs of a citation that names several.
    pub cited: &'static str,
    /// Behind the number of a marked paragraph.
    pub marked: &'static str,
    /// Between columns.
    pub rule: &'static str,
    /// Where something was cut off.
    pub ellipsis: &'static str,
    /// Before a hit found by a fuzzy guess.
    pub fuzzy: &'static str,
    /// Before a paragraph that is the same in two resolutions, another, gone, and new.
    pub fates: [&'static str; 4],
    /// Before a session whose resolutions are listed, and whose are not.
    pub folds: [&'static str; 2],
    /// Between the steps of a breadcrumb.
    pub step: &'static str,
    /// Corners and sides of a card, clockwise from the upper left corner; sides last.
    pub frame: [&'static str; 6],
    /// Whether quotation marks and dashes of the text, too, are shown in ASCII.
    pub is_ascii: bool,
}

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);

impl Theme {
    /// For terminals that show Unicode.
    pub const UNICODE: Self = Self {
        plain: PLAIN,
        name: PLAIN,
        name_focused: BOLD.add_modifier(Modifier::UNDERLINED),
        strong: BOLD,
        dim: PLAIN.add_modifier(Modifier::DIM),
        matched: PLAIN.add_modifier(Modifier::REVERSED),
        referring: PLAIN.add_modifier(Modifier::UNDERLINED),
        here: "▌",
        cited: "▏",
        marked: "•",
        rule: "│",
        ellipsis: "…",
        fuzzy: "≈",
        fates: ["=", "≠", "−", "+"],
        folds: ["▾", "▸"],
        step: "›",
        frame: ["┌", "┐", "┘", "└", "─", "│"],
        is_ascii: false,
    };

    /// For a locale that is not UTF-8, and for `--ascii`.
    pub const ASCII: Self = Self {
        here: ">",
        cited: ":",
        marked: "*",
        rule: "|",
        ellipsis: "...",
        fuzzy: "?",
        fates: ["=", "#", "-", "+"],
        folds: ["-", "+"],
        step: ">",
        frame: ["+", "+", "+", "+", "-", "|"],
        is_ascii: true,
        ..Self::UNICODE
    };
}
