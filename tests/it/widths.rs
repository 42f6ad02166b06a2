//! Every script at every width from 1 to 200: no letter lost, no mark off its letter, no border moved.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use resolut::reader::panes;
use resolut::reader::panes::theme::Theme;
use resolut::text::typeset::{columns, letters, wrap};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::any_keys::Move;
use crate::pty::Term;
use crate::walk::{SCRIPTS, Shelf, UNSURE, Walk};
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

/// Full lines of letters that join, that are wide, that have marks over and below, or several characters.
const FULL: &[&str] = &[
    "السلام والأمن لا يتجزآن، ولأن الإعلان لإنهاء الاحتلال والآلام لا يلائم إلا الأمم، فلا إملاء ولا إلغاء للأحكام",
    "安全理事会，重申其以往关于巴勒斯坦问题的各项决议，强调必须遵守国际法，决定继续处理此案；",
    "सुरक्षा परिषद, अन्तर्राष्ट्रीय शान्ति और सुरक्षा के प्रति अपनी प्रतिबद्धता दोहराते हुए, क्षेत्र में स्थिति पर विचार करती है",
    "คณะมนตรีความมั่นคงย้ำถึงความสำคัญของสันติภาพและความมั่นคงระหว่างประเทศ และขอให้ทุกฝ่ายปฏิบัติตามข้อมตินี้",
    "Welcomes 👨‍👩‍👧‍👦👩🏽‍⚖️🏳️‍🌈👨‍👩‍👧🇨🇭👍🏽⚠️👩‍🚀🧑🏿‍🤝‍🧑🏻🇵🇰🇮🇳👨‍👩‍👧‍👦👩🏽‍⚖️🏳️‍🌈👨‍👩‍👧 and those behind them",
    "ｶﾞｷﾞｸﾞｹﾞｺﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｶﾞｷﾞｸﾞｹﾞｺﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｶﾞｷﾞｸﾞｹﾞｺﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｶﾞｷﾞｸﾞｹﾞｺﾞﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ",
];

/// The letters of a text, without the blanks between.
fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What the text pane shows, from the columns of the text alone.
fn text_shown(walk: &Walk<'_>) -> String {
    let (width, height) = walk.size();
    let mut frame = Buffer::empty(Rect::new(0, 0, width, height));
    panes::render(&walk.app, &Theme::UNICODE, &mut frame);
    let rule = (0..frame.area.width)
        .rev()
        .find(|&x| frame[(x, 0)].symbol() == "│");
    let alone = frame.area.width.saturating_sub(79) / 2;
    let text = 7 + rule.map_or(alone, |rule| rule + 2);
    let rows =
        (0..frame.area.height - 1).flat_map(|y| (text..frame.area.width).map(move |x| (x, y)));
    without_blanks(&rows.map(|at| frame[at].symbol()).collect::<String>())
}

#[test]
fn every_letter_of_a_text_is_on_the_screen() {
    let shelf = Shelf::of_texts(FULL);
    for width in 20..=120 {
        let mut walk = shelf.open(width, 600);
        for keys in ["", "z"] {
            let shown = text_shown(walk.keys(keys));
            for text in FULL {
                let text = without_blanks(text);
                // As point of a paragraph and of an annex, and as the paragraphs themselves.
                assert!(shown.matches(&text).count() >= 6, "{width} {keys}: {text}");
            }
        }
    }
}

#[test]
fn every_letter_of_a_text_is_printed_within_the_width() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("letters.json");
    let paragraphs: Vec<_> = (1..)
        .zip(FULL)
        .map(|(number, text)| serde_json::json!({"number": format!("{number}"), "text": text}))
        .collect();
    let corpus = serde_json::json!({"format": resolut::text::format::FormatVersion::First.name(), "sessions": [{
        "id": "S", "organ": "O", "name": "N", "resolutions": [{
            "symbol": "1/1", "language": "mul", "preamble": [], "operative": paragraphs, "annexes": [],
        }],
    }]});
    std::fs::write(&file, corpus.to_string()).unwrap();
    let env = [
        ("HOME", home.path().to_str().unwrap()),
        ("RESOLUT_CORPUS", file.to_str().unwrap()),
        ("TERM", "dumb"),
    ];
    for width in [20, 37, 60, 79, 80] {
        let mut term = Term::start(&["show", "1/1"], &env, (width, 24));
        assert!(term.exit_status().success());
        let printed = String::from_utf8(term.raw_bytes().to_vec()).unwrap();
        for line in printed.lines() {
            let wide: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
            assert!(wide <= width.into(), "{width}: {line}");
        }
        let rows = printed.lines().map(|line| line.get(8..).unwrap_or(line));
        let printed = without_blanks(&rows.collect::<String>());
        for text in FULL {
            assert!(printed.contains(&without_blanks(text)), "{width}: {text}");
        }
    }
}
