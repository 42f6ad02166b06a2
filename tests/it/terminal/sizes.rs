//! Sizes that change faster than frames are drawn.

use super::{Home, SIZE, wait_for_frame};
use crate::walk::Shelf;

#[test]
fn after_a_storm_of_sizes_the_frame_is_right() {
    let home = Home::new();
    let mut term = home.open();
    let shelf = Shelf::bundled();
    let mut walk = shelf.open(SIZE.0, SIZE.1);
    term.type_keys("7\r");
    wait_for_frame(&mut term, walk.keys("7<Enter>"));
    for step in 0..300_u16 {
        let size = match step % 7 {
            0 => (1, 1),
            1 => (200, 60),
            _ => (1 + step * 37 % 150, 1 + step * 11 % 50),
        };
        term.resize(size);
    }
    term.resize(SIZE);
    // How far the panes are scrolled depends on the sizes that were drawn; the beginning of the text does not.
    term.type_keys("zg");
    walk.resize(SIZE.0, SIZE.1);
    wait_for_frame(&mut term, walk.keys("zg"));
    term.type_keys("q");
    assert!(term.exit_status().success());
    term.assert_restored();
}
