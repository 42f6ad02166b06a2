//! What a key costs on the bundled corpus: the gates that hold this reader to the best of its peers.
//!
//! Counted in memory, where every byte is seen; that the program sends the very same is shown first.

#![expect(clippy::print_stdout, reason = "`--nocapture` shows the figures")]

use resolut::reader::panes::theme::Theme;

use super::{Home, SIZE, wait_for_frame};
use crate::installed::installed;
use crate::pty::Term;
use crate::walk::Shelf;
use crate::wire::Wired;

const LARGE: (u16, u16) = (120, 40);

/// A reader with its first frame on the screen.
fn open(shelf: &Shelf, size: (u16, u16)) -> Wired<'_> {
    let mut wired = Wired::open(shelf, size, &Theme::UNICODE);
    wired.draw();
    wired
}

/// The bytes of a frame, which is one write if it is anything.
#[track_caller]
fn cost(wired: &mut Wired<'_>, keys: &str) -> usize {
    let sent = wired.keys(keys);
    assert_eq!(sent.writes, usize::from(!sent.bytes.is_empty()), "{keys}");
    sent.bytes.len()
}

/// What each of the same keys costs, from where `before` leads to the end of the resolution, in both
/// resolutions.
fn costs(size: (u16, u16), before: &str, keys: &str) -> Vec<Step> {
    let shelf = Shelf::bundled();
    let mut all = Vec::new();
    for resolution in ["", "]"] {
        let mut wired = open(&shelf, size);
        cost(&mut wired, &(resolution.to_owned() + before));
        loop {
            let top = wired.walk.app.text_pane().top();
            let bytes = cost(&mut wired, keys);
            if bytes == 0 {
                break;
            }
            let scrolled = wired.walk.app.text_pane().top() != top;
            all.push(Step { bytes, scrolled });
        }
    }
    all
}

/// One frame.
#[derive(Clone, Copy)]
struct Step {
    bytes: usize,
    scrolled: bool,
}

fn bytes(steps: &[Step]) -> Vec<usize> {
    steps.iter().map(|step| step.bytes).collect()
}

fn median(mut figures: Vec<usize>) -> usize {
    figures.sort_unstable();
    figures[figures.len() / 2]
}

#[track_caller]
fn assert_at_most(gate: usize, figure: usize, what: &str) {
    println!("{what}: {figure} bytes, at most {gate}");
    assert!(figure <= gate, "{what}: {figure} bytes, not {gate}");
}

#[test]
fn the_program_sends_what_is_counted_here() {
    let shelf = Shelf::bundled();
    let mut wired = Wired::open(&shelf, SIZE, &Theme::UNICODE);
    let home = Home::new();
    let mut term = home.open();
    let mut want = wired.draw().bytes;
    for (typed, keys) in [
        ("7\r", "7<Enter>"),
        ("h", "h"),
        ("k", "k"),
        ("z", "z"),
        ("J", "J"),
        ("/unmogip", "/unmogip"),
        ("\x1b[B", "<Down>"),
        ("\r", "<Enter>"),
    ] {
        // Each by itself, so that the program draws the frames that are drawn here.
        term.type_keys(typed);
        want.extend(wired.keys(keys).bytes);
        wait_for_frame(&mut term, &wired.walk);
    }
    assert_eq!(
        String::from_utf8_lossy(term.raw_bytes()),
        String::from_utf8_lossy(&want)
    );
}

#[test]
fn the_first_frame_is_short() {
    let shelf = Shelf::bundled();
    let first = Wired::open(&shelf, SIZE, &Theme::UNICODE).draw();
    assert_eq!(first.writes, 1);
    assert_at_most(2_400, first.bytes.len(), "first frame");
}

#[test]
fn a_key_that_changes_nothing_costs_nothing() {
    let shelf = Shelf::bundled();
    let mut wired = open(&shelf, SIZE);
    for keys in ["k", "g", "x", "<Esc>", "K", "i", "<C-g>"] {
        wired.keys(keys);
        assert_eq!(cost(&mut wired, keys), 0, "{keys}");
    }
}

#[test]
fn a_move_from_paragraph_to_paragraph_is_short() {
    for (size, gate) in [(SIZE, 800), (LARGE, 2_200)] {
        for (pane, before) in [("text", ""), ("outline", "h")] {
            let steps = costs(size, before, "j");
            assert_at_most(gate, median(bytes(&steps)), &format!("j in the {pane}"));
            let still = steps.into_iter().filter(|step| !step.scrolled);
            let still: Vec<_> = still.collect();
            assert_at_most(100, median(bytes(&still)), "the text stays");
        }
    }
}

#[test]
fn scrolling_a_line_beside_the_lists_is_short() {
    for (size, gate) in [(SIZE, 660), (LARGE, 1_550)] {
        for (before, key) in [("", "J"), ("G", "K")] {
            let steps = costs(size, before, key);
            assert_at_most(gate, median(bytes(&steps)), key);
        }
    }
}

#[test]
fn scrolling_a_line_of_the_text_alone_is_short() {
    for (size, gate) in [(SIZE, 80), (LARGE, 100)] {
        let steps = costs(size, "z", "J");
        assert_at_most(gate, median(bytes(&steps)), "J");
    }
}

#[test]
fn a_page_of_the_text_alone_is_short() {
    let steps = costs(SIZE, "z", " ");
    assert_at_most(1_250, median(bytes(&steps)), "a page");
}

#[test]
fn a_letter_in_the_finder_is_short() {
    let shelf = Shelf::bundled();
    let mut all = Vec::new();
    for query in [
        "islamic dev bank",
        "kashmir -india",
        "\"composite dialogue\"",
        "verb:requests",
        "3/34-P:7",
        "human rights",
        "pp recalling",
        "good offices",
        "peace proces",
        "secretary generl",
    ] {
        let mut wired = open(&shelf, SIZE);
        wired.keys("/");
        all.extend(
            query
                .chars()
                .map(|letter| cost(&mut wired, &letter.to_string())),
        );
    }
    let mean = all.iter().sum::<usize>() / all.len();
    assert_at_most(650, mean, "a letter in the finder");
}

/// Ten moves at once end on a page of other text, of which 580 to 840 letters are new on the screen: as
/// few bytes as the 800 of narrower readers would take a text of 36 columns, and nine for each lead verb in bold.
#[test]
fn ten_keys_at_once_cost_one_page() {
    for keys in ["jjjjjjjjjj", "kkkkkkkkkk"] {
        let before = if keys.starts_with('k') { "G" } else { "" };
        let steps = costs(SIZE, before, keys);
        assert_at_most(1_030, median(bytes(&steps)), keys);
    }
}

#[test]
fn a_line_costs_little_more_than_in_less() {
    let shelf = Shelf::bundled();
    let mut wired = open(&shelf, SIZE);
    wired.keys("z");
    let mut lines = wired.walk.lines()[..23].to_vec();
    let mut ours = Vec::new();
    loop {
        let bytes = cost(&mut wired, "J");
        if bytes == 0 {
            break;
        }
        ours.push(bytes);
        lines.push(wired.walk.lines()[22].clone());
    }
    let home = Home::new();
    let file = home.folder.path().join("text");
    let text: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
    std::fs::write(&file, text.join("\n")).unwrap();
    let Some(theirs) = less(file.to_str().unwrap(), &text) else {
        return;
    };
    let mean = ours.iter().sum::<usize>() * 100 / ours.len();
    println!("a line: {mean} hundredths of a byte, less {theirs}");
    assert!(mean * 10 <= theirs * 12, "{mean} {theirs}");
}

/// The bytes for a line in `less`, in hundredths, as a mean over the lines below its first screen.
fn less(file: &str, text: &[&str]) -> Option<usize> {
    let less = installed("less")?;
    let mut term = Term::run(less.to_str()?, &[file], &[("LESSHISTFILE", "-")], SIZE);
    let shown = |term: &mut Term, line: &str| {
        term.wait_until(line, |screen| {
            let rows: Vec<_> = screen.rows(0, SIZE.0).collect();
            rows[22].trim_end() == line
        });
    };
    shown(&mut term, text[22]);
    let before = term.raw_bytes().len();
    let below = text.get(23..).unwrap();
    let last = below.iter().rposition(|line| !line.is_empty()).unwrap();
    for line in &below[..=last] {
        term.type_keys("j");
        // A blank line can't be waited for; the next one is.
        if !line.is_empty() {
            shown(&mut term, line);
        }
    }
    let sent = term.raw_bytes().len() - before;
    term.type_keys("q");
    Some(sent * 100 / (last + 1))
}

/// It waits without a timeout, so there is nothing that could wake it but a key or a signal.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn an_idle_reader_waits_without_a_timeout() {
    let home = Home::new();
    let mut term = home.open();
    for keys in ["j", "/bank", "\x1b[B", "\r", "z", "?"] {
        term.type_keys(keys);
        term.wait_for_rest();
    }
}

/// The gate of all that is resident is for a release: `cargo bench --bench program` measures it. At the start a
/// build for tests holds a page for each table of addresses in the program, whoever uses it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn use_takes_little_memory() {
    const USE: &str =
        "gjjjJJJ  /islamic dev bank\r]GkkkK/\"composite dialogue\"\rnN7\r:3/34-P pp2\rzJJ  zoo?jjq";
    let after_use = |_| {
        let home = Home::new();
        let mut term = home.open();
        term.wait_for_rest();
        let at_start = term.anonymous_memory();
        // Each time it ends elsewhere, so that what was typed is known to be read before more is.
        for end in ["2/34-P:7", "2/34-P:8"].iter().cycle().take(300) {
            term.type_keys(&format!("{USE}:{end}\r"));
            term.wait_for(&format!("{end}  "));
        }
        term.wait_for_rest();
        term.anonymous_memory() - at_start
    };
    // How far the heap is torn depends on how the keys fall together: on a busy machine one run in several
    // takes 200 KiB more.
    let mut over = Vec::new();
    let fits = (0..3).map(after_use).any(|memory| {
        over.push(memory);
        memory < 320
    });
    assert!(fits, "{over:?} KiB");
}
