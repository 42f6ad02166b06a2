//! Random frames, sizes, styles and scripts against the model of a terminal.

use proptest::prelude::*;
use ratatui::layout::Rect;

use super::*;

#[derive(Clone, Debug)]
enum FrameStep {
    Text(u16, u16, String, Style),
    Fill(Rect, Style),
    Scroll(Rect, i8),
    Forget,
    Resize(u16, u16),
}

fn style() -> impl Strategy<Value = Style> {
    let colour = prop_oneof![
        4 => Just(Color::Reset),
        1 => prop::sample::select(vec![Color::Red, Color::Gray, Color::DarkGray, Color::White]),
        1 => (16u8..).prop_map(Color::Indexed),
        1 => any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
    ];
    // The model knows no text that is bold and dim at once.
    let modifier = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::BOLD.union(Modifier::UNDERLINED),
        Modifier::ITALIC,
    ]);
    (colour.clone(), colour, modifier)
        .prop_map(|(fg, bg, modifier)| Style::reset().fg(fg).bg(bg).add_modifier(modifier))
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        1 => Just((1, 1)),
        8 => (1u16..60, 1u16..20),
        1 => (60u16..=200, 20u16..=60),
    ]
}

fn step() -> impl Strategy<Value = FrameStep> {
    let piece = prop::sample::select(vec![
        "a",
        " ",
        "   ",
        "Calls upon ",
        "│",
        "’",
        "é",
        "e\u{301}",
        "北京",
        "한",
        "🕊",
        "⚠️",
        "👨‍👩‍👧",
        "عربي",
        "क्ष",
        "\u{200b}",
        "----------",
    ]);
    let text = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    let rect = (0u16..60, 0u16..20, 1u16..60, 1u16..20)
        .prop_map(|(x, y, width, height)| Rect::new(x, y, width, height));
    prop_oneof![
        6 => (0u16..60, 0u16..20, text, style()).prop_map(|(x, y, text, style)| FrameStep::Text(x, y, text, style)),
        2 => (rect.clone(), style()).prop_map(|(rect, style)| FrameStep::Fill(rect, style)),
        2 => (rect, -4i8..5).prop_map(|(rect, by)| FrameStep::Scroll(rect, by)),
        1 => Just(FrameStep::Forget),
        1 => size().prop_map(|(width, height)| FrameStep::Resize(width, height)),
    ]
}

/// Changes what is to be drawn; the glyphs that a change cuts in two are taken out, as widgets do.
fn apply(wanted: &mut Buffer, step: &FrameStep) {
    match step {
        FrameStep::Text(x, y, text, style) => {
            if wanted.area.contains(Position::new(*x, *y)) {
                wanted.set_string(*x, *y, text, *style);
            }
        }
        FrameStep::Fill(rect, style) => {
            for at in rect.intersection(wanted.area).positions() {
                wanted[at].reset();
                wanted[at].set_style(*style);
            }
        }
        FrameStep::Scroll(rect, by) => {
            let whole = Rect::new(0, rect.y, wanted.area.width, rect.height);
            let area = whole.intersection(wanted.area);
            let before = wanted.clone();
            for at in area.positions() {
                let from = at.y.checked_add_signed((*by).into());
                let from = from.map(|y| Position::new(at.x, y));
                wanted[at] = from
                    .filter(|from| area.contains(*from))
                    .map_or(Cell::EMPTY, |from| before[from].clone());
            }
        }
        FrameStep::Forget | FrameStep::Resize(..) => {}
    }
    for row in wanted.area.rows() {
        let mut x = row.x;
        while x < row.right() {
            let width = wanted[(x, row.y)].cell_width().max(1);
            let whole = (x + 1..x + width)
                .all(|at| at < row.right() && wanted[(at, row.y)].symbol() == " ");
            if !whole {
                wanted[(x, row.y)].set_symbol(" ");
            }
            for at in x + 1..x + if whole { width } else { 1 } {
                wanted[(at, row.y)].reset();
            }
            x += if whole { width } else { 1 };
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_terminal_shows_what_was_drawn(
        size in size(),
        frames in prop::collection::vec(prop::collection::vec(step(), 0..6), 1..8),
    ) {
        let mut stand = Stand::new(size.0, size.1);
        let mut wanted = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        for steps in &frames {
            for step in steps {
                match *step {
                    FrameStep::Forget => stand.ours.repaint(),
                    FrameStep::Resize(width, height) => {
                        stand.resize(width, height);
                        wanted = Buffer::empty(Rect::new(0, 0, width, height));
                    }
                    _ => apply(&mut wanted, step),
                }
            }
            stand.draw(|buffer| buffer.merge(&wanted));
            prop_assert_eq!(stand.draw(|buffer| buffer.merge(&wanted)), "");
        }
    }
}
