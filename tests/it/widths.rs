//! Every script at every width from 1 to 200: no letter lost, no mark off its letter, no border moved.

use resolut::typeset::{columns, letters, wrap};
use resolut::ui::theme::Theme;

use crate::any_keys::Move;
use crate::walk::{SCRIPTS, Shelf, UNSURE};
use crate::wire::Wired;

fn texts() -> Vec<&'static str> {
    [SCRIPTS, UNSURE].concat()
}

#[test]
fn rows_give_back_the_text_and_part_no_letter() {
    for text in texts() {
        let begins: Vec<_> = letters(text).map(|(at, _)| at).collect();
        for width in 1..=200 {
            let rows = wrap(text, width);
            let mut end = 0;
            for row in rows {
                assert_eq!(row.start, end, "{text} {width}");
                assert!(begins.contains(&row.start), "{text} {width} {row:?}");
                end = row.end;
                let printed = text[row].trim_end();
                let wide = letters(printed).filter(|(_, letter)| columns(letter) > 0);
                assert!(
                    columns(printed) <= width || wide.count() == 1,
                    "{printed} {width}"
                );
            }
            assert_eq!(end, text.len());
        }
    }
}

/// What borders, rules and cards are drawn with.
const BORDERS: [&str; 6] = ["│", "─", "┌", "┐", "└", "┘"];

#[test]
fn borders_stand_in_their_columns() {
    let shelf = Shelf::of_texts(&texts());
    let mut wired = Wired::open(&shelf, (80, 24), &Theme::UNICODE);
    for width in 1..=200 {
        let mut model = vt100::Parser::new(24.try_into().unwrap(), width.try_into().unwrap(), 0);
        model.process(&wired.make(Move::Resize(width, 24)).bytes);
        // The finder, cards and pages of each script; the last keys lead back to the panes.
        for keys in ["G", "/2", "<Down>", "<Esc>j", "?", "qg]", "m'", "qh", "l"] {
            model.process(&wired.keys(keys).bytes);
            let screen = wired.walk.screen();
            let frame = screen.backend().buffer();
            for at in frame.area.positions() {
                let want = frame[at].symbol();
                let shown = model.screen().cell(at.y, at.x).unwrap().contents();
                if BORDERS.contains(&want) || BORDERS.contains(&shown) {
                    assert_eq!(
                        shown,
                        want,
                        "at {at} of {width} columns\n{}",
                        screen.backend()
                    );
                }
            }
            let rules = |y| (0..width).filter(move |&x| frame[(x, y)].symbol() == "│");
            if width >= 60 && keys.starts_with(['G', 'l']) {
                let first: Vec<_> = rules(0).collect();
                assert!(!first.is_empty());
                (0..23).for_each(|y| assert!(rules(y).eq(first.iter().copied()), "{width}"));
            }
        }
    }
}
