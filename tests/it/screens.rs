//! Screens as readers see them, one for each state worth a picture. Reviewed like prose.

use insta::assert_snapshot;
use ratatui::style::Modifier;
use resolut::reader::panes::theme::Theme;

use crate::walk::Shelf;

/// A screen of a size after some keys, from the bundled corpus or another.
macro_rules! screen {
    ($name:ident, $width:literal x $height:literal, $keys:literal) => {
        screen!($name, $width x $height, $keys, Shelf::bundled());
    };
    ($name:ident, $width:literal x $height:literal, $keys:literal, $shelf:expr) => {
        #[test]
        fn $name() {
            let shelf = $shelf;
            let mut walk = shelf.open($width, $height);
            walk.keys($keys);
            assert_snapshot!(walk.screen().backend());
        }
    };
}
pub(crate) use screen;

screen!(a_first_start, 80 x 24, "");
screen!(paragraph_seven, 80 x 24, "7<Enter>");
screen!(the_end_of_a_resolution, 80 x 24, "]G");
screen!(the_session_list, 80 x 24, "hhj");
screen!(the_finder_before_anything_is_typed, 80 x 24, "/");
screen!(the_finder, 80 x 24, "/islamic dev bank");
screen!(the_finder_where_only_a_guess_fits, 80 x 24, "/pkstn");
screen!(the_finder_where_no_paragraph_has_all, 80 x 24, "/earthquake musharraf");
screen!(hits_stay_highlighted, 80 x 24, "/good offices<Enter>");
screen!(a_citation_as_it_is_typed, 80 x 24, ":3/34-P 7");
screen!(a_place_that_does_not_exist, 80 x 24, "99<Enter>");
screen!(marks, 80 x 24, "7<Enter>m]3<Enter>m'j");
screen!(the_help_card, 80 x 24, "?");
screen!(the_text_alone, 80 x 24, "7<Enter>z");
screen!(three_panes_side_by_side, 120 x 40, "]8<Enter>");
screen!(the_finder_side_by_side, 120 x 40, "/human rights<Down>");
screen!(the_help_card_in_two_columns, 120 x 40, "?");
screen!(the_text_alone_in_the_middle, 120 x 40, "7<Enter>z");
screen!(a_large_screen, 200 x 50, "7<Enter>h");
screen!(a_small_screen, 40 x 10, "7<Enter>");
screen!(the_outline_on_a_small_screen, 40 x 10, "7<Enter>h");
screen!(the_finder_on_a_small_screen, 40 x 10, "/cease fire");
screen!(the_smallest_screen, 20 x 5, "7<Enter>");
screen!(too_small_a_screen, 19 x 4, "");

screen!(headings_and_a_table, 80 x 24, "2<Enter>", Shelf::of_boats());
screen!(headings_and_a_table_on_a_large_screen, 120 x 40, "2<Enter>", Shelf::of_boats());
screen!(headings_and_a_table_on_a_small_screen, 40 x 10, "2<Enter>jjjjjj", Shelf::of_boats());
screen!(notes_below_their_paragraph, 80 x 24, "gj", Shelf::of_boats());
screen!(an_annex_with_deep_points, 80 x 24, ":annex 1<Enter>jjjj", Shelf::of_boats());
screen!(an_annex_with_deep_points_on_a_small_screen, 40 x 10, ":annex 1<Enter>jjjj", Shelf::of_boats());
screen!(an_annex_with_deep_points_on_a_large_screen, 120 x 40, ":annex 1<Enter>", Shelf::of_boats());
screen!(headings_out_of_sight, 80 x 24, "3<Enter>}}JJJJJJJJ", Shelf::of_boats());
screen!(headings_out_of_sight_on_a_small_screen, 40 x 10, "3<Enter>}}JJJJJJJJ", Shelf::of_boats());
screen!(the_facts_of_a_resolution, 80 x 24, "I", Shelf::of_boats());
screen!(the_facts_of_a_resolution_on_a_small_screen, 40 x 10, "IG", Shelf::of_boats());
screen!(the_facts_of_a_resolution_on_a_large_screen, 120 x 40, "I", Shelf::of_boats());
screen!(lines_of_the_source, 80 x 24, ":pp9<Enter>p");
screen!(lines_of_the_source_on_a_small_screen, 40 x 10, ":pp9<Enter>pjjj");
screen!(lines_of_the_source_on_a_large_screen, 120 x 40, ":3/34-P 7<Enter>p");
screen!(sections, 80 x 24, "]:A:2<Enter>", Shelf::of_boats());
screen!(a_statement, 80 x 24, ":B/PRST/2008/1:2<Enter>", Shelf::of_boats());

screen!(resolutions, 80 x 24, "hhf", Shelf::of_years());
screen!(resolutions_on_a_large_screen, 120 x 40, "hhf<Down>", Shelf::of_years());
screen!(resolutions_on_a_small_screen, 40 x 10, "hhfpier", Shelf::of_years());
screen!(resolutions_narrowed_by_words, 80 x 24, "hhfPIER 2008<C-o><Down>", Shelf::of_years());
screen!(sessions_by_year, 80 x 24, "hhGk", Shelf::of_years());
screen!(a_session_stays_while_its_resolutions_scroll, 80 x 24, "]]]]]]]", Shelf::of_years());
screen!(several_wordings, 80 x 24, "/seized", Shelf::of_years());
screen!(the_last_hits_as_a_list, 80 x 24, "/mandate<Enter>nnnF", Shelf::of_years());
screen!(styles_of_quotations, 80 x 24, "7<Enter>vjjejj");
screen!(styles_of_quotations_on_a_small_screen, 40 x 10, "7<Enter>ej");
screen!(styles_of_quotations_on_a_large_screen, 120 x 40, "7<Enter>ejjjjj");
screen!(a_range, 80 x 24, "7<Enter>vj");
screen!(marks_on_a_small_screen, 40 x 10, "7<Enter>m]3<Enter>m'j");
screen!(marks_on_a_large_screen, 120 x 40, "7<Enter>m]3<Enter>m'j");

#[test]
fn a_screen_in_ascii() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("7<Enter>");
    let terminal = walk.screen_in(&Theme::ASCII);
    assert_snapshot!(terminal.backend());
    walk.keys("hh?");
    let marks = walk.screen_in(&Theme::ASCII);
    let cells = marks.backend().buffer().content();
    assert!(cells.iter().all(|cell| cell.symbol().is_ascii()));
}

#[test]
fn nothing_is_said_by_colour() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/good offices<Enter>m?");
    let terminal = walk.screen();
    let plain = ratatui::style::Color::Reset;
    for cell in terminal.backend().buffer().content() {
        assert_eq!((cell.fg, cell.bg), (plain, plain));
        let known = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
        assert!(known.contains(cell.modifier));
    }
}

#[test]
fn what_was_found_stands_out() {
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(80, 24);
    walk.keys("/unmogip<Enter>");
    let terminal = walk.screen();
    let buffer = terminal.backend().buffer();
    let reversed: String = buffer
        .content()
        .iter()
        .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(reversed, "UNMOGIP");
}
