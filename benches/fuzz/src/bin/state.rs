//! A state file: taken up by a reader and written down again, it says the same.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use resolut::bundle;
use resolut::reader::app::App;
use resolut::reader::keep::{Spot, State};

thread_local! {
    static APP: RefCell<App<'static>> = {
        let corpus = Box::leak(Box::new(bundle::corpus()));
        RefCell::new(App::open(corpus, None, None))
    };
}

fuzz_target!(|json: &[u8]| {
    let Ok(state) = serde_json::from_slice::<State>(json) else {
        return;
    };
    let written = serde_json::to_vec(&state).expect("a state can be written");
    let again: State = serde_json::from_slice(&written).expect("and read again");
    // Numbers in fields of a later version are read to sixteen digits.
    assert_eq!(places(&again), places(&state));
    APP.with_borrow_mut(|app| {
        app.recall(&state);
        app.resume(&state);
        let mut after = state.clone();
        app.remember(&mut after);
        assert_eq!((after.marks, after.queries), (state.marks, state.queries));
    });
});

type Places<'s> = (&'s Option<Spot>, Vec<(&'s Spot, &'s str)>, &'s [Spot], &'s [String]);

fn places(state: &State) -> Places<'_> {
    let marks = state.marks.iter();
    let marks = marks.map(|mark| (&mark.at, &*mark.words));
    (&state.last, marks.collect(), &state.jumps, &state.queries)
}
