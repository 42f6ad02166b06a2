//! A corpus file that is written over while a reader is open on it.

use std::fmt::Write;
use std::fs;

use resolut::reader::app::action::Effect;
use resolut::reader::keep::State;
use resolut::text::corpus::{Corpus, load};

use crate::walk::Shelf;

/// More resolutions than are kept once they were read.
const MANY: usize = 300;

fn corpus() -> String {
    let mut resolutions = String::new();
    for number in 1..=MANY {
        let comma = if number > 1 { "," } else { "" };
        write!(
            resolutions,
            r#"{comma}{{"symbol":"{number}/T","language":"en","preamble":[{{"text":"Recalling {number} lakes,"}}],
            "operative":[{{"number":"1","text":"Decides on {number}:","points":[{{"number":"(a)","text":"to swim;"}}]}}]}}"#
        )
        .unwrap();
    }
    format!(
        r#"{{"format":"resolut-corpus/1","sessions":[{{"id":"T","organ":"o","name":"n","resolutions":[{resolutions}]}}]}}"#
    )
}

#[test]
fn what_is_gone_is_said_and_the_reader_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lakes.json");
    fs::write(&path, corpus()).unwrap();
    let shelf = Shelf::of(
        load(Corpus::default(), std::slice::from_ref(&path), None)
            .unwrap()
            .corpus,
    );
    let mut walk = shelf.open(120, 40);
    walk.keys("/swim<Enter>:200/T:1(a)<Enter>m:100/T<Enter>G");
    assert_eq!(walk.place(), "100/T:1(a)");

    fs::write(&path, corpus().replace("lakes", "ponds and lakes")).unwrap();
    // What is open is held.
    walk.keys("gj");
    assert!(walk.lines().concat().contains("Decides on 100"));
    // What must be read is not there.
    walk.keys(":150/T:1<Enter>");
    let said = "can't read 150/T: `";
    assert!(walk.message().starts_with(said), "{}", walk.message());
    walk.keys(":150/T<Enter>");
    assert!(walk.lines().concat().contains(said));
    assert_eq!(walk.place(), "150/T");
    walk.effects.clear();
    walk.keys("y");
    assert!(walk.message().starts_with(said));
    assert_eq!(walk.effects, []);
    // The notice is no text: nothing of it is marked, counted or highlighted.
    walk.keys("m");
    assert!(walk.message().starts_with(said), "{}", walk.message());
    assert_eq!(walk.effects, []);
    assert!(!walk.app.is_marked(walk.app.place().index()));
    let status = walk.keys("l").lines().pop().unwrap();
    assert!(status.starts_with(" 150/T          "), "{status}");
    for keys in [
        "GgjklhmzYn",
        "nNN",
        "/lakes<Down><Down>",
        "<Enter>y",
        "/149<Enter>",
        "']]]]",
        "ooooii",
        "?",
        "<C-g>",
    ] {
        walk.keys(keys).lines();
        assert!(walk.effects.iter().all(|effect| *effect != Effect::Quit));
    }
    let mut state = State::default();
    walk.app.remember(&mut state);
    let last = state.last.map(|spot| spot.citation);
    assert_eq!(last, Some(walk.place()));
    let marked: Vec<_> = state.marks.iter().map(|mark| &mark.at.citation).collect();
    assert_eq!(marked, ["200/T:1(a)"]);
    let jumps: Vec<_> = state.jumps.iter().map(|spot| &spot.citation).collect();
    assert!(!jumps.is_empty(), "{jumps:?}");
}
