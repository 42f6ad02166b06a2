//! What keys do, through the real keymap: where they lead, what they say, what they send.

use resolut::reader::app::action::Effect;
use resolut::reader::app::{App, Overlay, Pane};
use resolut::reader::keep::State;
use resolut::reader::keymap::{self, Context};
use resolut::search::Index;
use resolut::text::corpus::Corpus;
use resolut::text::typeset::page::Of;

use crate::walk::{Shelf, Walk};

/// Where a reader of 80x24 is after some keys.
fn after(keys: &str) -> String {
    Shelf::bundled().open(80, 24).keys(keys).place()
}

/// What was copied last.
fn copied(walk: &Walk<'_>) -> String {
    match walk.effects.last() {
        Some(Effect::Copy { text, .. }) => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_first_start_is_at_the_opening_of_the_first_resolution() {
    assert_eq!(after(""), "2/34-P:opening");
}

#[test]
fn j_and_k_go_from_paragraph_to_paragraph() {
    assert_eq!(after("j"), "2/34-P:pp1");
    assert_eq!(after("jjjk"), "2/34-P:pp2");
    assert_eq!(after("<Down><Down><Up>"), "2/34-P:pp1");
    assert_eq!(after("k"), "2/34-P:opening");
}

#[test]
fn a_number_and_enter_is_the_whole_of_a_lookup() {
    assert_eq!(after("7<Enter>"), "2/34-P:7");
    assert_eq!(after("12<Enter>"), "2/34-P:12");
    assert_eq!(after("]7<Enter>"), "3/34-P:7");
}

#[test]
fn a_colon_goes_to_any_citation() {
    assert_eq!(after(":3/34-P op 8<Enter>"), "3/34-P:8");
    assert_eq!(after(":pp3<Enter>"), "2/34-P:pp3");
    assert_eq!(after(":third preambular paragraph<Enter>"), "2/34-P:pp3");
}

#[test]
fn a_colon_quits_and_helps_as_in_other_readers() {
    let shelf = Shelf::bundled();
    for typed in ["q", "quit", "Q", "q!", "wq", " quit "] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!(":{typed}<Enter>"));
        assert_eq!(walk.effects, [Effect::Quit], "{typed}");
    }
    for typed in ["help", "h", "?", "Help"] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!(":{typed}<Enter>"));
        assert!(
            matches!(walk.app.overlay(), Some(Overlay::Help(0))),
            "{typed}"
        );
        assert_eq!(walk.effects, []);
    }
}

#[test]
fn the_facts_are_scrolled_and_left() {
    let shelf = Shelf::of_boats();
    for leave in ["q", "<Esc>", "<C-c>"] {
        let mut walk = shelf.open(40, 10);
        walk.keys("Ij");
        assert!(matches!(walk.app.overlay(), Some(Overlay::Facts(1))));
        walk.keys("G");
        let last = walk.lines();
        assert!(
            last.iter().any(|line| line.contains("6 and 7 June")),
            "{last:?}"
        );
        walk.keys("g");
        assert!(matches!(walk.app.overlay(), Some(Overlay::Facts(0))));
        walk.keys(leave);
        assert!(
            !matches!(walk.app.overlay(), Some(Overlay::Facts(_))),
            "{leave}"
        );
    }
}

#[test]
fn text_is_made_narrower_and_wider() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(120, 40);
    let widest = |walk: &Walk<'_>| walk.app.view().zoomed.columns;
    walk.keys("7<Enter>z");
    assert_eq!(widest(&walk), 72);
    walk.keys("<<<<<<<<");
    assert_eq!(widest(&walk), 40);
    assert_eq!(walk.place(), "2/34-P:7");
    for _ in 0..20 {
        walk.keys(">");
    }
    assert_eq!(widest(&walk), 113);
    assert_eq!(walk.message(), "there is no room for wider text");
    for _ in 0..40 {
        walk.keys("<");
    }
    assert_eq!(walk.message(), "text is no narrower than that");
    assert_eq!(walk.app.measure(), 32);
}

#[test]
fn what_was_chosen_is_found_again() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>m]m'sq<");
    let mut state = State::default();
    walk.app.remember(&mut state);
    assert_eq!(
        (&state.orders[..], state.measure),
        (&["Marks".to_owned()][..], Some(39))
    );
    let mut again = shelf.open(80, 24);
    again.app.recall(&state);
    again.resize(80, 24).keys("'");
    assert!(
        again.lines()[0].ends_with("as they were set "),
        "{}",
        again.lines()[0]
    );
    assert_eq!(again.app.measure(), 39);
    assert_eq!(state.forget(), ["the order of lists", "the width of text"]);
    again.keys("sq'");
    assert!(again.lines()[0].ends_with("in the order of the texts "));
}

#[test]
fn a_range_goes_on_from_paragraph_to_paragraph_over_their_points() {
    let shelf = Shelf::of_boats();
    for focus in ["", "h"] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!("1<Enter>{focus}vjj"));
        assert_eq!(walk.place(), "B/RES/7 (2008):3", "{focus}");
        assert_eq!(
            walk.message(),
            "3 paragraphs, y copies, e quotes: B/RES/7 (2008):1-3",
            "{focus}"
        );
        walk.keys("k");
        assert_eq!(walk.place(), "B/RES/7 (2008):2", "{focus}");
        walk.keys("e");
        assert!(
            walk.lines()[0].contains("2 paragraphs, "),
            "{}",
            walk.lines()[0]
        );
    }
}

#[test]
fn wordings_are_counted_where_further_rows_lack_words_too() {
    let seized = "Decides to remain seized of the lanterns;";
    let shelf = Shelf::of_texts(&[seized, seized, "Decides to remain on the pier;"]);
    let mut walk = shelf.open(80, 24);
    walk.keys("/remain seized");
    let heading = walk.lines()[0].clone();
    assert!(
        heading.starts_with(" Found, from row 7 on without seized"),
        "{heading}"
    );
    assert!(
        heading.ends_with(" 2 wordings, 11 paragraphs "),
        "{heading}"
    );
}

#[test]
fn the_lines_of_the_source_are_scrolled_and_left() {
    let shelf = Shelf::bundled();
    for leave in ["q", "<Esc>", "<C-c>", "p"] {
        let mut walk = shelf.open(40, 10);
        walk.keys(":pp9<Enter>pG");
        let last = walk.lines();
        let shown = |line: &str| last.iter().any(|row| row.trim() == line);
        assert!(shown("58  th") && shown("joined “8th”"), "{last:?}");
        walk.keys("g");
        assert!(
            walk.lines()[1].starts_with("   54  Appreciating"),
            "{:?}",
            walk.lines()
        );
        walk.keys(leave);
        assert!(walk.app.overlay().is_none(), "{leave}");
        assert_eq!(walk.place(), "2/34-P:pp9");
    }
}

#[test]
fn a_corpus_without_source_lines_says_so_in_a_line() {
    let shelf = Shelf::of_boats();
    let mut walk = shelf.open(80, 24);
    for (keys, said) in [
        (
            "2<Enter>p",
            "B/RES/7 (2008):2: the corpus has no lines of `boats/B_RES_7_2008.xml`",
        ),
        (
            ":B/PRST/2008/1:2<Enter>p",
            "the corpus has no source lines of B/PRST/2008/1:2",
        ),
    ] {
        walk.keys(keys);
        assert_eq!(walk.message(), said);
        assert!(walk.app.overlay().is_none());
    }
}

#[test]
fn a_reader_stops_at_no_heading_and_no_rule() {
    let shelf = Shelf::of_boats();
    let mut walk = shelf.open(80, 24);
    let mut stops = vec![walk.place()];
    for _ in 0..9 {
        walk.keys("j");
        stops.push(walk.place());
    }
    let short: Vec<_> = stops
        .iter()
        .map(|stop| stop.replace("B/RES/7 (2008):", ""))
        .collect();
    let down = [
        "opening", "pp1", "pp2", "1", "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(b)", "2",
    ];
    assert_eq!(short, down);
    walk.keys("jj");
    assert_eq!(walk.place(), "B/RES/7 (2008):3");
    walk.keys("kkkkkkkkkkg");
    assert_eq!(walk.place(), "B/RES/7 (2008):opening");
}

#[test]
fn a_message_goes_with_the_next_key_whether_or_not_it_does_something() {
    let shelf = Shelf::bundled();
    for key in ["x", "<Esc>", "<C-g>", "j", "€"] {
        let mut walk = shelf.open(80, 24);
        assert_ne!(walk.keys("99<Enter>").message(), "");
        assert_eq!(walk.keys(key).message(), "", "{key}");
    }
}

#[test]
fn a_range_is_cited_as_one_while_it_is_typed() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys(":3/34-P 7-9");
    assert!(walk.lines()[23].contains("3/34-P:7-9  Encourages India"));
}

#[test]
fn a_citation_pasted_in_the_panes_waits_in_the_prompt() {
    let shelf = Shelf::bundled();
    for pasted in [
        "3/34-P:7",
        " Resolution No. 3/34-P,\noperative paragraph 7\n",
        "3/34-P 7",
    ] {
        let mut walk = shelf.open(80, 24);
        walk.app.paste(pasted);
        assert!(
            matches!(walk.app.overlay(), Some(Overlay::GoTo(_))),
            "{pasted}"
        );
        assert_eq!(walk.place(), "2/34-P:opening");
        assert!(
            walk.lines()[23].contains("3/34-P:7  Encourages India"),
            "{pasted}"
        );
        assert_eq!(walk.keys("<Enter>").place(), "3/34-P:7");
    }
}

#[test]
fn a_text_that_is_no_citation_changes_nothing_where_it_is_pasted() {
    let shelf = Shelf::bundled();
    let long = "composite dialogue 7 ".repeat(100);
    for pasted in ["]7\nq", "Requests the Bank", "\n", "", "q", long.as_str()] {
        for (before, said) in [
            (
                "7<Enter>",
                "pasted text is no citation: nothing was changed",
            ),
            (
                "7<Enter>m'",
                "pasted text has no use here: nothing was changed",
            ),
            (
                "7<Enter>?",
                "pasted text has no use here: nothing was changed",
            ),
        ] {
            let mut walk = shelf.open(80, 24);
            let without = walk.keys(before).lines();
            walk.effects.clear();
            walk.app.paste(pasted);
            assert_eq!(walk.message(), said);
            assert_eq!(walk.lines()[..23], without[..23], "{pasted:?}");
            assert_eq!((walk.place().as_str(), walk.effects.len()), ("2/34-P:7", 0));
        }
    }
}

#[test]
fn a_place_that_does_not_exist_is_said_and_moves_nothing() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(120, 40);
    walk.keys("7<Enter>99<Enter>");
    assert_eq!(walk.place(), "2/34-P:7");
    assert_eq!(walk.message(), "2/34-P has operative paragraphs 1 to 12");
}

#[test]
fn an_empty_prompt_goes_nowhere_and_backspace_leaves_it() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("jj:<Enter>");
    assert_eq!(walk.place(), "2/34-P:pp2");
    for leave in ["<Backspace>", "<Esc>", "<C-g>", "<C-c>"] {
        walk.keys(":").keys(leave);
        assert!(walk.app.overlay().is_none(), "{leave}");
        walk.keys("/").keys(leave);
        assert!(walk.app.overlay().is_none(), "{leave}");
    }
    assert!(walk.effects.is_empty());
}

#[test]
fn g_and_the_capital_lead_to_the_ends() {
    assert_eq!(after("G"), "2/34-P:12");
    assert_eq!(after("Gg"), "2/34-P:opening");
    assert_eq!(after("<End><Home>"), "2/34-P:opening");
}

#[test]
fn brackets_turn_to_the_next_and_the_previous_resolution() {
    assert_eq!(after("]"), "3/34-P:opening");
    assert_eq!(after("]["), "2/34-P:opening");
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(walk.keys("]]").message(), "this is the last resolution");
    assert_eq!(walk.keys("[[").message(), "this is the first resolution");
}

#[test]
fn o_and_i_walk_the_jumps() {
    assert_eq!(after("7<Enter>]o"), "2/34-P:7");
    assert_eq!(after("7<Enter>]oo"), "2/34-P:opening");
    assert_eq!(after("7<Enter>]ooii"), "3/34-P:opening");
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(walk.keys("o").message(), "no jump to go back to");
}

#[test]
fn tab_and_h_and_l_go_between_panes() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(walk.app.focus(), Pane::Text);
    assert_eq!(walk.keys("h").app.focus(), Pane::Outline);
    assert_eq!(walk.keys("hh").app.focus(), Pane::Sessions);
    assert_eq!(walk.keys("l").app.focus(), Pane::Outline);
    assert_eq!(walk.keys("<Tab><Tab>").app.focus(), Pane::Sessions);
    assert_eq!(walk.keys("<BackTab>").app.focus(), Pane::Text);
}

#[test]
fn enter_opens_a_resolution_from_the_session_list() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("hhj");
    assert_eq!(walk.place(), "2/34-P:opening", "moving opens nothing yet");
    walk.keys("<Enter>");
    assert_eq!(
        (walk.place().as_str(), walk.app.focus()),
        ("3/34-P:opening", Pane::Outline)
    );
    walk.keys("jj<Enter>");
    assert_eq!(
        (walk.place().as_str(), walk.app.focus()),
        ("3/34-P:pp2", Pane::Text)
    );
}

#[test]
fn enter_folds_and_unfolds_a_session() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(walk.app.sessions().rows().len(), 3);
    walk.keys("hhg<Enter>");
    assert_eq!(walk.app.sessions().rows().len(), 1);
    walk.keys("<Enter>");
    assert_eq!(walk.app.sessions().rows().len(), 3);
}

#[test]
fn the_outline_moves_the_text_along() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("hG");
    assert_eq!(walk.place(), "2/34-P:12");
    assert!(
        walk.lines()
            .iter()
            .any(|line| line.contains("▌  12  Requests the Secretary-General"))
    );
}

#[test]
fn a_page_on_is_a_page_back() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys(" ");
    let once = walk.app.text_pane().top();
    assert!(once > 10);
    walk.keys(" b");
    assert_eq!(walk.app.text_pane().top(), once);
    walk.keys("bb");
    assert_eq!(
        (walk.app.text_pane().top(), walk.place().as_str()),
        (0, "2/34-P:opening")
    );
    walk.keys("          ");
    assert_eq!(walk.place(), "2/34-P:12");
}

#[test]
fn a_line_scrolled_takes_the_place_along_when_it_leaves_the_screen() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("J");
    assert_eq!(
        (walk.app.text_pane().top(), walk.place().as_str()),
        (1, "2/34-P:opening")
    );
    walk.keys("JJJJJJJJ");
    assert_eq!(walk.place(), "2/34-P:pp1");
    walk.keys("KKKKKKKKKKKK");
    assert_eq!(walk.app.text_pane().top(), 0);
}

#[test]
fn a_paragraph_longer_than_the_screen_is_read_to_its_end_first() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(40, 8);
    walk.keys("]2<Enter>");
    let rows = walk
        .app
        .text_pane()
        .page()
        .rows_of(walk.app.place().index());
    let in_sight = walk.app.view().text.rows;
    assert!(rows.len() > 3 * in_sight);
    let mut seen = rows.start;
    while walk.place() == "3/34-P:2" {
        let top = walk.app.text_pane().top();
        assert!(top <= seen, "rows {seen} to {top} were never shown");
        seen = top + in_sight;
        walk.keys("j");
    }
    assert!(seen >= rows.end);
    assert_eq!(walk.place(), "3/34-P:3");
    walk.keys("k");
    assert_eq!(walk.place(), "3/34-P:2");
}

#[test]
fn the_finder_goes_to_what_it_found_and_leaves_hits_to_walk() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/islamic dev bank<Enter>");
    assert_eq!(walk.place(), "2/34-P:7");
    walk.keys("/contact group<Enter>:2/34-P:opening<Enter>n");
    assert_eq!(walk.message(), "hit 1 of 3 for contact group");
    let first = walk.place();
    walk.keys("nnn");
    assert_eq!(walk.place(), first, "the walk goes round");
    assert_eq!(walk.message(), "hit 1 of 3 for contact group, from the top");
    assert_eq!(
        walk.keys("N").message(),
        "hit 3 of 3 for contact group, from the end"
    );
}

#[test]
fn past_queries_come_back_and_so_does_what_was_typed() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/simla<Enter>/unmogip<Enter>/earth");
    let prompt = |walk: &crate::walk::Walk<'_>| walk.lines().pop().unwrap();
    for (keys, query) in [
        ("<C-p>", "/unmogip "),
        ("<C-p>", "/simla "),
        ("<C-p>", "/simla "),
        ("<C-n><C-n>", "/earth "),
        ("<C-n>", "/earth "),
    ] {
        walk.keys(keys);
        assert!(
            prompt(&walk).starts_with(query),
            "{keys} shows {}",
            prompt(&walk)
        );
    }
    walk.keys("<C-p><C-p><Enter>");
    assert_eq!(walk.place(), "2/34-P:1");
}

#[test]
fn leaving_the_finder_puts_everything_back() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>JJ");
    let before = walk.lines();
    walk.keys("/peace process<Down><Down><Esc>");
    assert_eq!(walk.lines(), before);
}

#[test]
fn n_before_any_search_says_what_to_press() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(
        walk.keys("n").message(),
        "nothing was searched for yet: press / to find"
    );
}

#[test]
fn nothing_found_is_said_and_moves_nothing() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(120, 24);
    walk.keys("7<Enter>/qqqqxxxxzzzz<Enter>");
    assert_eq!(
        walk.message(),
        "nothing found for qqqqxxxxzzzz: no text here has a word like \"qqqqxxxxzzzz\""
    );
    assert_eq!(walk.place(), "2/34-P:7");
}

#[test]
fn after_a_search_without_hits_there_is_nothing_to_walk() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/kashmir<Enter>");
    for query in ["qqqqxxxxzzzz", "2/34-P:99"] {
        walk.keys(&format!("/{query}<Enter>"));
        let place = walk.place();
        for key in ["n", "N"] {
            let said = walk.keys(key).message().to_owned();
            assert_eq!(said, format!("nothing found for {query}"));
            assert_eq!(walk.place(), place);
        }
    }
}

#[test]
fn a_citation_in_the_finder_is_the_first_row() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/3/34-P:7<Enter>");
    assert_eq!(walk.place(), "3/34-P:7");
}

#[test]
fn y_sends_the_paragraph_on_one_line_with_its_citation() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(40, 10);
    walk.keys("5<Enter>y");
    let [Effect::Copy { text, name }] = walk.effects.as_slice() else {
        panic!("{:?}", walk.effects);
    };
    assert_eq!(
        text,
        "Notes with appreciation the positive developments in Pak-India relations ensuing from \
         Pakistan’s unilateral decision of cease fire along the Line of Control (LOC). (2/34-P:5)"
    );
    assert_eq!(name, "2/34-P:5 with its text");
}

#[test]
fn the_capital_y_sends_the_citation() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("]8<Enter>Y");
    let citation = || "3/34-P:8".to_owned();
    let copy = Effect::Copy {
        text: citation(),
        name: citation(),
    };
    assert_eq!(walk.effects, [copy]);
}

#[test]
fn m_marks_and_the_list_leads_back() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    assert_eq!(
        walk.keys("'").message(),
        "no marks yet: press m to mark a paragraph"
    );
    walk.keys("7<Enter>m");
    assert_eq!(
        (walk.message(), walk.effects.as_slice()),
        ("2/34-P:7 marked", &[Effect::Save][..])
    );
    walk.keys("]3<Enter>m'<Enter>");
    assert_eq!(walk.place(), "2/34-P:7");
    walk.keys("'j<Enter>");
    assert_eq!(walk.place(), "3/34-P:3");
    assert_eq!(walk.keys("m").message(), "3/34-P:3 no longer marked");
    walk.keys("'d");
    assert!(walk.app.marks().is_empty() && walk.app.overlay().is_none());
}

#[test]
fn zoom_gives_the_text_the_screen_and_h_takes_it_back() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(120, 40);
    walk.keys("7<Enter>z");
    assert!(walk.app.is_zoomed());
    assert!(!walk.lines().iter().any(|line| line.contains("Outline")));
    assert_eq!(walk.place(), "2/34-P:7");
    walk.keys("h");
    assert!(!walk.app.is_zoomed());
    assert_eq!(walk.app.focus(), Pane::Outline);
}

#[test]
fn the_help_card_scrolls_and_any_other_key_closes_it() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 12);
    walk.keys("?");
    let first = walk.lines();
    walk.keys("j");
    assert_ne!(walk.lines(), first);
    walk.keys("q");
    assert!(walk.app.overlay().is_none());
    assert!(walk.effects.is_empty(), "q closed the card, not the reader");
}

#[test]
fn a_page_of_the_help_card_begins_with_the_heading_that_it_stands_under() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(60, 10);
    walk.keys("?");
    let mut seen = Vec::new();
    for _ in 0..40 {
        let lines = walk.lines();
        let first = lines[1].trim_matches(['│', ' ']).to_owned();
        let mut titles = keymap::SECTIONS.iter().map(|section| section.title);
        assert!(titles.any(|title| title == first), "{first}");
        seen.extend(lines);
        walk.keys(" ");
    }
    let mut is_second = false;
    for binding in keymap::bindings() {
        let said = binding.pair.unwrap_or(binding.help);
        let is_seen = seen.iter().any(|line| line.contains(said));
        assert!(is_second || is_seen, "{said}");
        is_second = binding.pair.is_some();
    }
}

#[test]
fn q_and_ctrl_c_quit_and_ctrl_z_suspends() {
    let shelf = Shelf::bundled();
    for (key, effect) in [
        ("q", Effect::Quit),
        ("<C-c>", Effect::Quit),
        ("<C-z>", Effect::Suspend),
    ] {
        assert_eq!(shelf.open(80, 24).keys(key).effects, [effect], "{key}");
    }
    assert_eq!(
        shelf.open(80, 24).keys("/x<C-z>").effects,
        [Effect::Suspend]
    );
}

#[test]
fn a_place_that_is_opened_is_shown_as_a_lookup_shows_it() {
    let shelf = Shelf::bundled();
    let mut looked_up = shelf.open(80, 24);
    looked_up.keys("7<Enter>");
    let mut opened = shelf.open(80, 24);
    opened.app = App::open(
        &shelf.corpus,
        Some(shelf.index.clone()),
        Some(looked_up.app.place()),
    );
    opened.resize(80, 24);
    assert_eq!(opened.lines(), looked_up.lines());
}

#[test]
fn a_resize_keeps_the_words_at_the_top() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>]3<Enter>[  ");
    let top = |walk: &crate::walk::Walk<'_>| {
        let reader = walk.app.text_pane();
        let row = &reader.page().rows[reader.top()];
        (format!("{:?}", row.of), row.range.clone())
    };
    let before = top(&walk);
    walk.resize(120, 40);
    let (passage, range) = top(&walk);
    assert_eq!(passage, before.0);
    assert!(range.contains(&before.1.start), "{range:?} {before:?}");
}

#[test]
fn a_resolution_without_text_is_read_without_harm() {
    let mut corpus = Corpus::default();
    let json = r#"{"format":"resolut-corpus/1","sessions":[{"id":"T","organ":"o","name":"n","resolutions":[
        {"symbol":"1/A","title":"On nothing","language":"en","preamble":[],"operative":[]},
        {"symbol":"2/A","language":"en","preamble":[],"operative":[{"text":"Decides."}]}]}]}"#;
    corpus.add_text(json).unwrap();
    let shelf = Shelf::of(corpus);
    let mut walk = shelf.open(80, 24);
    for keys in [
        "jkGg z",
        "/decides<Enter>[n]N[",
        ":1<Enter>",
        "/nothing<Enter>",
        "m'<C-g>",
        "oi",
        "Y",
    ] {
        walk.keys(keys).lines();
    }
    assert_eq!(walk.place(), "1/A");
    assert_eq!(walk.keys("y").message(), "1/A has no text");
}

/// A corpus of one session.
fn one_session(resolutions: &[serde_json::Value]) -> Shelf {
    let mut corpus = Corpus::default();
    let json = serde_json::json!({"format": "resolut-corpus/1", "sessions": [
        {"id": "T", "organ": "o", "name": "n", "resolutions": resolutions}]});
    corpus.add_text(json.to_string()).unwrap();
    Shelf::of(corpus)
}

#[test]
fn paragraphs_of_the_same_words_are_listed_once_and_opened_with_a_key() {
    let resolutions: Vec<_> = (1..=9)
        .map(|number| {
            serde_json::json!({"symbol": format!("{number}/A"), "language": "en", "preamble": [],
                "operative": [{"text": "Decides to remain seized of the matter."}]})
        })
        .collect();
    let shelf = one_session(&resolutions);
    let mut walk = shelf.open(100, 12);
    let lines = walk.keys("/seized").lines();
    assert!(lines.iter().any(|line| line.contains("1/A:1  +8  Decides")));
    assert!(lines[0].contains("1 wording, 9 paragraphs"), "{lines:?}");
    assert!(lines[11].contains("Ctrl-O all of these words"), "{lines:?}");
    let lines = walk.keys("<C-o>").lines();
    assert!(!lines.iter().any(|line| line.contains("+8")));
    assert!(lines[0].contains(" 9 paragraphs"), "{lines:?}");
    assert!(!lines[11].contains("Ctrl-O"), "{lines:?}");
    // Also where the list goes on below the screen.
    assert_eq!(walk.keys("<PgDn><PgDn><Enter>").place(), "9/A:1");
}

#[test]
fn renewed_wordings_are_one_row_with_their_years_and_opened_with_a_key() {
    let resolutions: Vec<_> = (3..=7)
        .map(|year| {
            let text = format!("Decides to extend the mandate of the observers at the lakes until 31 May 200{year};");
            serde_json::json!({"symbol": format!("{year}/A"), "language": "en", "adopted": format!("200{year}-01-01"),
                "preamble": [], "operative": [{"text": text}]})
        })
        .collect();
    let shelf = one_session(&resolutions);
    let mut walk = shelf.open(100, 12);
    let lines = walk.keys("/observers lakes").lines();
    assert!(lines[0].contains(" 5 paragraphs"), "{lines:?}");
    assert!(lines[1].contains("3/A:1  +4 2003-07  "), "{lines:?}");
    assert!(!lines[2].contains("4/A:1"), "{lines:?}");
    assert!(lines[11].contains("Ctrl-O all of these words"), "{lines:?}");
    let lines = walk.keys("<C-o>").lines();
    assert!(lines[2].contains("4/A:1"), "{lines:?}");
    assert!(lines[2].contains("2004;"), "{lines:?}");
    assert!(walk.keys("<Enter>n").message().contains(" of 5 for "));
}

#[test]
fn the_finder_counts_what_is_walked_from_it() {
    let shelf = Shelf::bundled();
    for (query, keys) in [
        ("kashmir", ""),
        ("2/34-P:7", ""),
        ("pp", ""),
        ("appeals", ""),
        ("dialogue in:3/34-P", ""),
        ("the jammu and kashmir dispute", ""),
        ("qqqq kashmir", ""),
        ("secretary generl", ""),
        ("unmogip", "<Down>"),
    ] {
        let mut walk = shelf.open(80, 24);
        walk.keys(&format!("/{query}{keys}"));
        let name = walk.lines()[0].clone();
        let words: Vec<_> = name.split_whitespace().collect();
        let count = match words[..] {
            [.., count, "paragraph" | "paragraphs"] => count,
            [.., "by", "name"] => "0",
            _ => panic!("{query}: {name}"),
        };
        let said = walk.keys("<Enter>n").message().to_owned();
        if count == "0" {
            assert!(
                said.starts_with("no paragraph was found"),
                "{query}: {said}"
            );
        } else {
            assert!(
                said.contains(&format!(" of {count} for ")),
                "{query}: {said} {count}"
            );
        }
    }
}

#[test]
fn resolutions_are_narrowed_by_words_and_opened() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    let lines = walk.keys("hhf").lines();
    assert!(lines[0].ends_with("22 of 22, newest first "), "{lines:?}");
    for (typed, count, first) in [
        ("pier", "6 of 22", "HB/RES/19 (2009)"),
        (" 2008", "2 of 22", "HB/RES/8 (2008)"),
        ("<C-u>ELAN", "3 of 22", "HB/RES/17 (2009)"),
        ("<C-u>hb/res/4", "1 of 22", "HB/RES/4 (2007)"),
        ("<C-u>pie mole", "0 of 22", ""),
        ("<C-u>watch", "0 of 22", ""),
        ("<C-u>", "22 of 22", "HB/RES/21 (2009)"),
    ] {
        let lines = walk.keys(typed).lines();
        assert!(lines[0].contains(count), "{typed}: {lines:?}");
        assert!(lines[1].contains(first), "{typed}: {lines:?}");
    }
    let lines = walk.keys("<C-o>").lines();
    assert!(lines[0].ends_with("22 of 22, oldest first "), "{lines:?}");
    assert!(
        lines.iter().any(|line| line.starts_with("▌ 18 Oct 2009")),
        "what was selected stays: {lines:?}"
    );
    assert_eq!(walk.keys("<C-u>quay<Enter>").place(), "HB/RES/7 (2007):pp1");
    assert_eq!(walk.keys("o").place(), "HB/RES/1 (2007):pp1");
}

#[test]
fn lists_are_left_as_if_never_opened() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    walk.keys("m/seized<Enter>:4<Enter>hh");
    let before = walk.lines();
    for keys in [
        "fpier<Down><C-g>",
        "f<Backspace>",
        "'q",
        "'sjq",
        "Fjjsq",
        "OGq",
    ] {
        assert_eq!(walk.keys(keys).lines(), before, "{keys}");
    }
}

#[test]
fn the_last_hits_and_the_recent_places_are_lists_that_lead_there() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    assert_eq!(
        walk.keys("F").message(),
        "nothing was searched for yet: press / to find"
    );
    assert_eq!(
        walk.keys("O").message(),
        "no jump yet: press / or : to go somewhere"
    );
    let lines = walk.keys("/mandate<Enter>FGs").lines();
    let chosen = lines
        .iter()
        .find_map(|line| line.strip_prefix("▌ "))
        .unwrap();
    let chosen = chosen.split("  ").next().unwrap().to_owned();
    let led = walk.keys("<Enter>").place();
    assert!(led.starts_with(&chosen), "{chosen}: {led}");
    walk.keys(":HB/RES/4<Enter>");
    assert!(walk.keys("O").lines()[1].contains(&led));
    assert_eq!(walk.keys("<Enter>").place(), led);
}

#[test]
fn a_row_of_a_list_is_copied_and_marked() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    walk.keys("/ferry<Enter>Fm");
    assert_eq!(walk.app.marks().len(), 1);
    walk.keys("y");
    let citation = &walk.app.marks()[0].at.citation;
    let text = copied(&walk);
    assert!(text.ends_with(&format!("({citation})")), "{text}");
}

#[test]
fn the_style_that_was_sent_is_that_of_all_quotations() {
    let shelf = Shelf::of_years();
    let mut walk = shelf.open(80, 24);
    let lines = walk.keys("1<Enter>e").lines();
    assert!(
        lines[0].starts_with(" Quote HB/RES/1 (2007):1 "),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("▌ plain"), "{lines:?}");
    let lines = walk.keys("j").lines();
    assert!(
        lines[11].starts_with("“Decides to extend the mandate"),
        "{lines:?}"
    );
    walk.keys("<Enter>");
    let first = copied(&walk);
    assert!(
        first.ends_with("” (resolution 1 (2007), para. 1)"),
        "{first}"
    );
    walk.keys("jy");
    let second = copied(&walk);
    assert!(
        second.ends_with("” (resolution 1 (2007), para. 2)"),
        "{second}"
    );
    assert!(walk.keys("e").lines()[2].starts_with("▌ un"));
    assert_eq!(walk.keys("q").place(), "HB/RES/1 (2007):2");
    let mut state = State::default();
    walk.app.remember(&mut state);
    assert_eq!(state.quote.as_deref(), Some("un"));
    let mut next = shelf.open(80, 24);
    next.app.recall(&state);
    next.keys("2<Enter>y");
    assert_eq!(copied(&next), second);
}

#[test]
fn a_range_is_extended_copied_and_left() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>vjj");
    assert_eq!(
        walk.message(),
        "3 paragraphs, y copies, e quotes: 2/34-P:7-9"
    );
    walk.keys("y");
    assert!(copied(&walk).ends_with(" (2/34-P:7-9)"));
    walk.keys("vkk");
    assert_eq!(
        walk.message(),
        "3 paragraphs, y copies, e quotes: 2/34-P:7-9"
    );
    walk.keys("vy");
    assert!(copied(&walk).ends_with(" (2/34-P:7)"), "{}", copied(&walk));
    walk.keys("1<Enter>vk");
    assert_eq!(
        walk.message(),
        "a range ends with its part: y copies it, v leaves it"
    );
    assert_eq!(walk.place(), "2/34-P:1");
    walk.keys("G");
    assert_eq!(
        walk.message(),
        "12 paragraphs, y copies, e quotes: 2/34-P:operative"
    );
}

#[test]
fn a_reader_is_usable_before_its_corpus_is_indexed() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.app = App::open(&shelf.corpus, None, None);
    walk.resize(80, 24).keys("7<Enter>");
    assert_eq!(walk.place(), "2/34-P:7");
    // Most indexes are there before a word of it could be read.
    assert!(!walk.lines()[23].contains("indexing"));
    walk.app.note_indexing(Some(40));
    assert!(walk.lines()[23].contains("indexing 40 %"));
    walk.keys("/simla");
    assert!(walk.lines()[0].ends_with("indexing 40 %, 0 paragraphs "));
    walk.app.take_index(Index::build(&shelf.corpus));
    walk.app.note_indexing(None);
    walk.app.settle();
    assert!(
        walk.lines()[0].ends_with(" 1 paragraph "),
        "what was typed is asked anew"
    );
    walk.keys("<Enter>");
    assert_eq!(walk.place(), "2/34-P:1");
}

#[test]
fn a_hit_in_a_point_leads_to_the_point() {
    let json = serde_json::json!({
        "format": "resolut-corpus/1",
        "sessions": [{"id": "T-1", "organ": "Organ", "name": "First Session", "resolutions": [{
            "symbol": "1/1", "language": "en", "preamble": [],
            "operative": [{"number": "1", "text": "Decides: ".to_owned() + &"to meet, ".repeat(90), "points": [
                {"number": "(a)", "text": "to swim;"},
                {"number": "(b)", "text": "to plant an orchard."},
            ]}],
        }]}],
    });
    let mut corpus = Corpus::default();
    corpus.add_text(json.to_string()).unwrap();
    let shelf = Shelf::of(corpus);
    let mut walk = shelf.open(80, 24);
    walk.keys("/orchard");
    assert!(
        walk.lines()
            .iter()
            .any(|line| line.contains("(b) to plant an orchard."))
    );
    walk.keys("<Enter>");
    assert_eq!(walk.place(), "1/1:1(b)");
}

#[test]
fn a_citation_that_leads_nowhere_is_said_in_the_finder_and_moves_nothing() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(120, 40);
    walk.keys("7<Enter>/3/34-P:77");
    let shown = walk.lines();
    assert!(shown[0].contains("3/34-P has operative paragraphs 1 to 10"));
    assert!(shown[1].trim_start().starts_with('│'), "nothing is guessed");
    walk.keys("<Enter>");
    assert_eq!(walk.message(), "3/34-P has operative paragraphs 1 to 10");
    assert_eq!(walk.place(), "2/34-P:7");
}

#[test]
fn a_number_that_is_no_paragraph_leads_to_where_it_is_written() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/1994<Enter>");
    assert_eq!(walk.place(), "2/34-P:pp2");
    walk.keys("/99999<Enter>");
    assert_eq!(walk.message(), "2/34-P has operative paragraphs 1 to 12");
}

#[test]
fn a_hit_stays_selected_while_more_is_indexed() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.app
        .take_index(Index::build_while(&shelf.corpus, |done| done < 1));
    walk.keys("/human rights<Down><Down>");
    walk.app.take_index(Index::build(&shelf.corpus));
    walk.keys("<Enter>");
    assert_eq!(walk.place(), "2/34-P:10");
}

#[test]
fn guesses_are_walked_by_who_chose_one() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/contact<Enter>n");
    assert!(
        walk.message().contains("of 4 for contact"),
        "{}",
        walk.message()
    );
    walk.keys("/contact<PgDn><Enter>n");
    assert!(
        walk.message().contains("of 8 for contact"),
        "{}",
        walk.message()
    );
}

#[test]
fn a_marked_paragraph_bears_a_sign() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    let signed = |walk: &crate::walk::Walk<'_>| walk.lines().concat().contains("7• Requests");
    walk.keys("7<Enter>m");
    assert!(signed(&walk));
    walk.keys("m");
    assert!(!signed(&walk));
}

#[test]
fn a_long_message_stands_whole_above_the_keys() {
    let shelf = Shelf::bundled();
    for (width, height) in [(40, 10), (20, 5), (45, 24)] {
        let mut walk = shelf.open(width, height);
        let lines = walk.keys("99<Enter>").lines();
        let rule = "─".repeat(width.into());
        let from = lines.iter().position(|line| *line == rule).unwrap() + 1;
        let (above, footer) = lines[from..].split_at(lines.len() - 1 - from);
        let words: Vec<_> = above
            .iter()
            .flat_map(|line| line.split_whitespace())
            .collect();
        assert_eq!(words.join(" "), "2/34-P has operative paragraphs 1 to 12");
        assert!(footer[0].ends_with("? keys   q quit "), "{footer:?}");
    }
}

#[test]
fn the_footer_begins_with_what_the_focused_pane_has_of_its_own() {
    let (folding, flat) = (Shelf::of_statute(), Shelf::bundled());
    for (shelf, keys, says) in [
        (&flat, "", "/ find   7 Enter go"),
        (&flat, "h", "f filter   } next part   / find"),
        (&flat, "hh", "f titles   Enter open   / find"),
        (
            &folding,
            "h",
            "f filter   } next part   Enter fold   / find",
        ),
    ] {
        let footer = shelf.open(100, 24).keys(keys).lines()[23].clone();
        assert!(footer.contains(says), "{keys}: {footer}");
    }
}

#[test]
fn a_range_says_at_each_step_what_can_be_done_with_it() {
    let shelf = Shelf::of_years();
    for width in [80, 120] {
        let mut walk = shelf.open(width, 24);
        let footer = walk.keys("]:1<Enter>vj").lines()[23].clone();
        assert!(
            footer.contains("2 paragraphs, y copies, e quotes: "),
            "{width}: {footer}"
        );
    }
}

/// A year among the words is a word; how it narrows is said beside it.
#[test]
fn the_finder_says_how_a_year_narrows() {
    let shelf = Shelf::of_years();
    for (typed, says) in [
        ("/pier 2008", true),
        ("/2008", true),
        ("/pier 1908", false),
        ("/pier year:2008", false),
        ("/pier 200", false),
    ] {
        let footer = shelf.open(80, 24).keys(typed).lines()[23].clone();
        assert_eq!(footer.contains("year:2008 narrows"), says, "{footer}");
    }
}

#[test]
fn a_title_that_is_cut_off_has_a_short_day_beside_it_or_none() {
    let shelf = Shelf::of_years();
    for (width, ending) in [(120, "Extension of the man…  6 Feb 2007"), (60, "…")] {
        let header = shelf.open(width, 24).lines()[0].clone();
        assert!(header.trim_end().ends_with(ending), "{width}: {header}");
    }
}

#[test]
fn a_list_says_at_80_columns_that_it_can_be_written() {
    let shelf = Shelf::bundled();
    for list in [
        "7<Enter>m'",
        "7<Enter>e",
        "7<Enter>r",
        "a",
        "/bank<Enter>F",
        "7<Enter>8<Enter>O",
    ] {
        let mut walk = shelf.open(80, 24);
        let footer = walk.keys(list).lines()[23].clone();
        assert!(footer.contains("w write"), "{list}: {footer}");
    }
}

/// What the footer of the panes says at each width where there is one, for a place that is long to cite.
#[test]
fn help_and_the_way_out_are_in_the_footer_at_every_width() {
    let paragraphs = serde_json::json!([{"number": "12", "text": "Decides to remain seized"}]);
    let file = serde_json::json!({"format": resolut::text::format::FormatVersion::First.name(), "sessions": [{
        "id": "S", "organ": "Security Council", "name": "2024", "resolutions": [{
            "symbol": "A/HRC/RES/52/23/Rev.1 (2023)", "language": "en",
            "preamble": [], "operative": paragraphs, "annexes": [],
        }],
    }]});
    let mut corpus = Corpus::default();
    corpus.add_text(file.to_string()).unwrap();
    let shelf = Shelf::of(corpus);
    for width in 20..=200 {
        let mut walk = shelf.open(width, 24);
        for keys in ["", "m", "99<Enter>", "x", "z", "[", "/seized<Enter>n"] {
            let footer = walk.keys(keys).lines()[23].clone();
            assert!(
                footer.ends_with("? keys   q quit "),
                "{width} {keys}: {footer}"
            );
            assert_eq!(footer.matches("keys").count(), 1, "{footer}");
        }
        walk.keys("x").app.note_indexing(Some(42));
        let lines = walk.lines();
        assert!(lines[23].ends_with("? keys   q quit "));
        assert!(!lines[22].contains("indexing"), "{width}");
        assert!(walk.keys("'").lines()[23].contains("q leave"), "{width}");
        assert!(walk.keys("q?").lines()[23].contains("q leave"), "{width}");
    }
}

#[test]
fn the_help_card_has_the_keys_of_the_panes_on_one_screen_and_nothing_beside_it() {
    let shelf = Shelf::bundled();
    let lines = shelf.open(80, 24).keys("?").lines();
    let mut before = None;
    for binding in keymap::bindings().filter(|binding| binding.contexts.contains(&Context::Panes)) {
        // The second of a pair stands in the row of the first.
        let second = std::mem::replace(&mut before, binding.pair).is_some();
        let said = binding.pair.unwrap_or(binding.help);
        let is_said = second || lines.iter().any(|line| line.contains(said));
        assert!(is_said, "{}", binding.help);
    }
    for (width, height) in [(80, 24), (100, 30), (120, 40), (200, 60), (40, 10), (20, 5)] {
        let lines = shelf.open(width, height).keys("?").lines();
        let card = |line: &&String| line.trim_start().starts_with(['┌', '│', '└']);
        let (card, blank): (Vec<_>, Vec<_>) = lines[..lines.len() - 1].iter().partition(card);
        assert!(!card.is_empty() && blank.iter().all(|line| line.trim().is_empty()));
        for row in card {
            let row = row.trim();
            assert!(
                row.ends_with(['┐', '│', '┘']) && row.matches('│').count() <= 2,
                "{row}"
            );
        }
    }
}

#[test]
fn going_back_shows_the_rows_that_were_left() {
    let text = |walk: &Walk<'_>| {
        let lines = walk.lines();
        let panes = lines.iter().filter_map(|line| line.split_once('│'));
        panes.map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
    };
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    let before = text(walk.keys("3<Enter>JJJ"));
    assert_ne!(text(walk.keys("12<Enter>")), before);
    assert_eq!(text(walk.keys("o")), before);
    assert_eq!(text(walk.keys("]o")), before);
    assert_eq!(text(walk.keys("oi")), before);
}

#[test]
fn a_blank_row_at_the_top_stays_there_at_another_width() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    let top = |walk: &Walk<'_>| {
        walk.app.text_pane().page().rows[walk.app.text_pane().top()..][..2].to_vec()
    };
    while top(walk.keys("J"))[0].of != Of::Space {}
    let before = top(&walk)[1].of;
    let after = top(walk.resize(100, 24));
    assert_eq!((after[0].of, after[1].of), (Of::Space, before));
}

#[test]
fn several_paragraphs_are_cited_marked_and_copied_together() {
    let shelf = Shelf::bundled();
    for keys in [
        ":paras 7, 8 and 10<Enter>",
        "7,8 and 10<Enter>",
        "/2/34-P 7, 8 and 10<Enter>",
    ] {
        let mut walk = shelf.open(120, 60);
        walk.keys(keys);
        assert_eq!(walk.place(), "2/34-P:7", "{keys}");
        assert_eq!(
            walk.message(),
            "3 cited, y copies, e quotes: 2/34-P:7,8,10",
            "{keys}"
        );
        let cited = (0..walk.app.resolution().passages.len()).filter(|&at| walk.app.is_cited(at));
        assert_eq!(cited.count(), 3, "{keys}");
        walk.keys("Y");
        assert_eq!(copied(&walk), "2/34-P:7,8,10");
        walk.keys("jy");
        let text = copied(&walk);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(lines[0].starts_with("7 Requests the Islamic"), "{text}");
        assert!(
            lines[2].starts_with("10 Recommends") && lines[2].ends_with(" (2/34-P:7,8,10)"),
            "{text}"
        );
    }
}

#[test]
fn what_was_cited_together_is_left_with_its_last_paragraph() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7-9<Enter>jj");
    assert_eq!(walk.place(), "2/34-P:9");
    walk.keys("Y");
    assert_eq!(copied(&walk), "2/34-P:7-9");
    walk.keys("jY");
    assert_eq!(copied(&walk), "2/34-P:10");
    walk.keys("kY");
    assert_eq!(copied(&walk), "2/34-P:9");
}
