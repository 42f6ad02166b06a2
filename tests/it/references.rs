//! References and actions in the reader: what they list, where they lead, and the way back.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use resolut::reader::app::Overlay;

use crate::plain::session;
use crate::screens::screen;
use crate::walk::{Shelf, Walk};

/// The rows of the open list, cut at the rule below it.
fn listed(walk: &Walk<'_>) -> Vec<String> {
    assert!(matches!(walk.app.overlay(), Some(Overlay::List(_))));
    let lines = walk.lines().into_iter();
    let rows = lines.take_while(|line| !line.starts_with('─'));
    let rows = rows.map(|row| row.trim_end().to_owned());
    rows.filter(|row| !row.is_empty()).collect()
}

fn after(keys: &str) -> String {
    Shelf::of_lanterns().open(80, 24).keys(keys).place()
}

screen!(references, 80 x 24, ":2904:2<Enter>r", Shelf::of_lanterns());
screen!(references_side_by_side, 120 x 40, ":2901:1<Enter>rj", Shelf::of_lanterns());
screen!(references_on_a_small_screen, 40 x 10, ":2901:1<Enter>r", Shelf::of_lanterns());

#[test]
fn a_paragraph_lists_what_it_refers_to_and_who_refers_to_it() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:2<Enter>r");
    assert_snapshot!(listed(&walk).join("\n"), @"
     References of S/RES/2904 (2031):2                     refers to 3   cited by 1
      Refers to
    ▌   S/RES/2901 (2031):2  …establish again, as referred to in paragraph 2 of res…
        S/RES/2904 (2031):1  …watch over the measures set out in paragraph 1 above;…
        S/RES/2901 (2031):9  S/RES/2901 (2031) has operative paragraphs 1 to 4: …in…
      Cited by, oldest first
        S/RES/2911 (2032):2  …tasks that they performed under paragraphs 1 to 3 of …
    ");
}

#[test]
fn enter_goes_where_a_row_leads_and_o_comes_back() {
    assert_eq!(after(":2904:2<Enter>r<Enter>"), "S/RES/2901 (2031):2");
    assert_eq!(after(":2904:2<Enter>rj<Enter>"), "S/RES/2904 (2031):1");
    assert_eq!(after(":2904:2<Enter>rj<Enter>o"), "S/RES/2904 (2031):2");
    assert_eq!(after(":2904:2<Enter>r<Tab><Enter>"), "S/RES/2911 (2032):2");
    assert_eq!(after(":2904:2<Enter>rq"), "S/RES/2904 (2031):2");
}

#[test]
fn five_references_and_five_times_back_end_where_they_began() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2901:1<Enter>");
    let began = walk.place();
    let mut places = vec![began.clone()];
    for _ in 0..5 {
        walk.keys("r<Enter>");
        places.push(walk.place());
    }
    let there_and_back = ["S/RES/2901 (2031):1", "S/RES/2904 (2031):1"];
    assert_eq!(places, there_and_back.repeat(3));
    for place in places.iter().rev().skip(1) {
        walk.keys("o");
        assert_eq!(walk.place(), *place);
    }
}

#[test]
fn what_is_not_here_is_said_and_leads_nowhere() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2901:pp1<Enter>r");
    assert_snapshot!(listed(&walk).join("\n"), @"
     References of S/RES/2901 (2031):pp1                   refers to 2   cited by 0
      Refers to
    ▌   S/RES/2890 (2030)  not here: Recalling its resolution 2890 (2030) and the l…
        S/2031/17          not here: …the letter of the master of the harbours (S/2…
      Cited by nothing here
    ");
    walk.keys("j<Enter>");
    assert_eq!(walk.place(), "S/RES/2901 (2031):pp1");
    assert_eq!(walk.message(), "S/2031/17: not here");
    assert!(matches!(walk.app.overlay(), Some(Overlay::List(_))));
}

#[test]
fn headings_are_passed_over() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:2<Enter>r");
    let selected = |walk: &Walk<'_>| {
        let lines = walk.lines();
        let row = lines.iter().find(|line| line.starts_with('▌')).unwrap();
        row.chars()
            .skip(4)
            .take(20)
            .collect::<String>()
            .trim_end()
            .to_owned()
    };
    let mut seen = vec![selected(&walk)];
    for key in [
        "j", "j", "j", "j", "k", "k", "k", "k", "G", "g", "<Tab>", "<Tab>",
    ] {
        walk.keys(key);
        seen.push(selected(&walk));
    }
    let [two, one, nine] = [
        "S/RES/2901 (2031):2",
        "S/RES/2904 (2031):1",
        "S/RES/2901 (2031):9",
    ];
    let citing = "S/RES/2911 (2032):2";
    let down_and_up = [two, one, nine, citing, citing, nine, one, two, two];
    assert_eq!(
        seen,
        [&down_and_up[..], &[citing, two, citing, two]].concat()
    );
}

#[test]
fn an_opening_asks_for_the_whole_resolution_and_so_does_the_list_of_sessions() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("r");
    assert_snapshot!(listed(&walk).join("\n"), @"
     References of 2/34-P                                  refers to 1   cited by 0
      Refers to
    ▌   OIC/ICFM-34/POL/SG.REP.2  not here: …General on the Jammu and Kashmir dispu…
      Cited by nothing here
    ");
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys("hhr");
    assert_snapshot!(listed(&walk).join("\n"), @"
     References of S/RES/2901 (2031)                       refers to 2   cited by 6
      Refers to
    ▌   S/RES/2890 (2030)      not here: Recalling its resolution 2890 (2030) and t…
        S/2031/17              not here: …the letter of the master of the harbours …
      Cited by, oldest first
        S/RES/2904 (2031):pp1  Recalling its resolution 2901 (2031),
        S/RES/2904 (2031):1    …renew the measures imposed by paragraph 1 of resolu…
        S/RES/2904 (2031):2    …establish again, as referred to in paragraph 2 of r…
        S/RES/2904 (2031):2    …inform the committee established by paragraph 9 of …
        S/RES/2911 (2032):pp1  Recalling its resolutions 2901 (2031) and 2904 (2031…
    ");
    walk.keys("s");
    assert_snapshot!(listed(&walk).join("\n"), @"
     References of S/RES/2901 (2031)                       refers to 2   cited by 6
      Refers to
    ▌   S/RES/2890 (2030)      not here: Recalling its resolution 2890 (2030) and t…
        S/2031/17              not here: …the letter of the master of the harbours …
      Cited by, newest first
        S/RES/2911 (2032):1    …to end the measures imposed by paragraph 1 of resol…
        S/RES/2911 (2032):pp1  Recalling its resolutions 2901 (2031) and 2904 (2031…
        S/RES/2904 (2031):2    …inform the committee established by paragraph 9 of …
        S/RES/2904 (2031):2    …establish again, as referred to in paragraph 2 of r…
        S/RES/2904 (2031):1    …renew the measures imposed by paragraph 1 of resolu…
    ");
}

#[test]
fn several_paragraphs_that_are_named_together_are_cited_together() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2911:2<Enter>r<Enter>");
    assert_eq!(walk.place(), "S/RES/2904 (2031):1");
    assert_eq!(
        walk.message(),
        "3 cited, y copies, e quotes: S/RES/2904 (2031):operative"
    );
}

#[test]
fn other_languages_are_refused() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2913:1<Enter>r");
    assert_eq!(
        walk.message(),
        "S/RES/2913 (2032) is in `fr`; only English texts are read for this"
    );
    assert!(walk.app.overlay().is_none());
}

#[test]
fn who_cites_is_looked_for_bit_by_bit_and_keys_are_heard_meanwhile() {
    use resolut::reader::keymap;
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2901:1<Enter>");
    for key in crate::walk::read_keys("r") {
        keymap::press(&mut walk.app, key);
    }
    assert_snapshot!(listed(&walk).join("\n"), @"
     References of S/RES/2901 (2031):1                                  refers to 0
    ▌ Refers to nothing
      Looking for who cites it
    ");
    let mut left = 1;
    walk.app.look_up(&mut || std::mem::take(&mut left) > 0);
    assert!(walk.app.is_looking());
    for key in crate::walk::read_keys("q") {
        keymap::press(&mut walk.app, key);
    }
    assert!(!walk.app.is_looking());
    walk.keys("r");
    assert!(!walk.app.is_looking());
}

#[test]
fn references_are_lists_in_lines() {
    let shelf = Shelf::of_lanterns();
    let first = session(&shelf, "");
    let all = session(&shelf, "refs\n2\nrefs\ncited\n2913\ncited\n2911:1\ncited\n");
    assert_snapshot!(all.strip_prefix(&first).unwrap(), @"
    S/RES/2901 (2031):pp1, 2 references
    S/RES/2890 (2030), not here: …its resolution 2890 (2030) and the lett...
    S/2031/17, not here: …of the harbours (S/2031/17),
    S/RES/2901 (2031):2, operative paragraph 2 of 4
    Requests the Secretary-General to establish a group of no more than three pilots (the Pilots) to watch over the lanterns referred to in paragraph 1 above, and to report to the Council by 15 May 2031;
    S/RES/2901 (2031):2, 1 reference
    S/RES/2901 (2031):1: …to in paragraph 1 above, and to report to the C...
    S/RES/2901 (2031):2, cited by 1, oldest first
    S/RES/2904 (2031):2: …to in paragraph 2 of resolution 2901 (2031), an...
    S/RES/2913 (2032), Les feux du Grand Lac
    S/RES/2913 (2032):1, operative paragraph 1 of 1
    Rappelle sa résolution 2901 (2031) et prie les ports d’éteindre leurs feux.
    S/RES/2913 (2032) is in `fr`; only English texts are read for this
    S/RES/2911 (2032), On the end of the mandate of the Pilots
    S/RES/2911 (2032):1, operative paragraph 1 of 2
    Decides to end the measures imposed by paragraph 1 of resolution 2901 (2031) and renewed by paragraph 1 of resolution 2904 (2031);
    nothing here cites S/RES/2911 (2032):1
    ");
}

screen!(actions, 80 x 24, ":2904:1<Enter>aj", Shelf::of_lanterns());
screen!(actions_side_by_side, 120 x 40, "a", Shelf::of_lanterns());
screen!(actions_on_a_small_screen, 40 x 10, ":2904:1<Enter>a", Shelf::of_lanterns());

#[test]
fn actions_are_listed_by_date_and_lead_to_their_paragraphs() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:1<Enter>a");
    assert_snapshot!(listed(&walk).join("\n"), @"
     Actions of S/RES/2904 (2031)                                        5, by date
    ▌ no later than 30 Novemb…  3  Requests the Secretary-General to report to the …
      before 1 March 2032       3  decides to review the measures before 1 March 20…
      every three months        3  Requests the Secretary-General to report to the …
                                1  Decides to renew the measures imposed by paragra…
                                2  Requests the Secretary-General to establish agai…
    ");
    walk.keys("s");
    assert_snapshot!(listed(&walk).join("\n"), @"
     Actions of S/RES/2904 (2031)                      5, in the order of the texts
                                1  Decides to renew the measures imposed by paragra…
                                2  Requests the Secretary-General to establish agai…
    ▌ every three months        3  Requests the Secretary-General to report to the …
      no later than 30 Novemb…  3  Requests the Secretary-General to report to the …
      before 1 March 2032       3  decides to review the measures before 1 March 20…
    ");
    assert_eq!(after(":2904:1<Enter>a<Enter>"), "S/RES/2904 (2031):3");
    assert_eq!(after(":2904:1<Enter>a<Enter>o"), "S/RES/2904 (2031):1");
    let mut french = shelf.open(80, 24);
    french.keys(":2913:1<Enter>a");
    assert_eq!(
        french.message(),
        "S/RES/2913 (2032) is in `fr`; only English texts are read for this"
    );
}

/// What is underlined in the text below the list.
fn underlined(walk: &Walk<'_>) -> String {
    let terminal = walk.screen();
    let text = terminal.backend().buffer().content().iter().skip(11 * 80);
    let underlined = text.filter(|cell| cell.modifier.contains(Modifier::UNDERLINED));
    underlined.map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn the_words_that_refer_are_underlined_where_they_stand() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:2<Enter>r");
    // What is referred to has no word of it.
    assert_eq!(underlined(&walk), "");
    walk.keys("jj");
    assert_eq!(underlined(&walk), "9");
    walk.keys("j");
    // Its first word ends a row.
    assert_eq!(underlined(&walk), "1to 3");
}

#[test]
fn the_words_that_say_by_when_are_underlined_beside_the_list() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys("a");
    assert_eq!(underlined(&walk), "within ninety days");
}

#[test]
fn actions_are_a_list_in_lines() {
    let shelf = Shelf::of_lanterns();
    let first = session(&shelf, "");
    let all = session(&shelf, "actions\n");
    assert_snapshot!(all.strip_prefix(&first).unwrap(), @"
    S/RES/2901 (2031), 4 actions, by date
    3, within ninety days: Calls upon the harbours to report to the Counc...
    2, by 15 May 2031: Requests the Secretary-General to establish a grou...
    1: Decides that all harbours shall keep a lantern burning on their mo...
    4: Decides to remain seized of the matter.
    ");
}

screen!(what_is_due_in_all_resolutions, 80 x 24, ":2904:1<Enter>a<Tab>", Shelf::of_lanterns());

#[test]
fn actions_are_turned_to_what_is_due_in_all_resolutions_and_back() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:1<Enter>a");
    let own = listed(&walk);
    walk.keys("<Tab>");
    assert_snapshot!(listed(&walk).join("\n"), @"
     Actions of all resolutions                                      5 due, by date
      S/RES/2901 (2031):3  [4 May 2031]: Calls upon the harbours to report to the C…
      S/RES/2901 (2031):2  15 May 2031: Requests the Secretary-General to establish…
    ▌ S/RES/2904 (2031):3  30 Nov 2031: Requests the Secretary-General to report to…
      S/RES/2904 (2031):3   1 Mar 2032: decides to review the measures before 1 Mar…
      S/RES/2904 (2031):3  every three months: Requests the Secretary-General to re…
    ");
    walk.keys("<Tab>");
    assert_eq!(listed(&walk), own);
    walk.keys("<Tab>g<Enter>");
    assert_eq!(walk.place(), "S/RES/2901 (2031):3");
}

#[test]
fn what_is_due_in_all_is_filtered_by_whom_it_asks_for_what() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:1<Enter>a<Tab>fto:secretary-general does:report year:2031<Enter>");
    assert_snapshot!(listed(&walk).join("\n"), @"
     Actions of all resolutions                                     3 of 5, by date
    ▌ S/RES/2901 (2031):2  15 May 2031: Requests the Secretary-General to establish…
      S/RES/2904 (2031):3  30 Nov 2031: Requests the Secretary-General to report to…
      S/RES/2904 (2031):3  every three months: Requests the Secretary-General to re…
    ");
    walk.keys("f<C-u>to:secretry");
    assert_eq!(walk.message(), "no addressee with \"secretry\": secretary?");
    assert!(walk.lines()[23].contains(walk.message()));
    walk.keys("<C-u>year:2030");
    assert!(walk.lines()[0].contains("0 of 5, by date"));
}

#[test]
fn acts_that_recur_are_counted_beside_those_that_are_due_on_days() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:1<Enter>a<Tab>fto:secretary-general due:2031<Enter>");
    let head = walk.lines().swap_remove(0);
    assert!(head.contains("2 of 5, 1 more recurs, by date"), "{head}");
    walk.keys("f<C-u>to:harbours due:2031<Enter>");
    let head = walk.lines().swap_remove(0);
    assert!(head.contains("1 of 5, by date"), "{head}");
}

#[test]
fn what_is_due_next_is_selected_where_the_act_that_was_is_not_due() {
    let shelf = Shelf::of_lanterns();
    let mut walk = shelf.open(80, 24);
    walk.keys(":2904:1<Enter>aG<Tab><Enter>");
    assert_eq!(walk.place(), "S/RES/2904 (2031):3");
}

#[test]
fn three_things_are_due_in_the_bundled_resolutions() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("a<Tab>");
    let rows = listed(&walk);
    assert!(rows[0].ends_with("3 due, by date"), "{rows:?}");
    assert_eq!(rows.len(), 4);
}
