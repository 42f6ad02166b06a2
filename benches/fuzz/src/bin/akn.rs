//! A file of Akoma Ntoso: what is read loses no letter, can be written as a corpus, and is the same when it is
//! read from that again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::import::akn::{self, AknReading, CatalogueRows, DoubtKind, Rejected};
use resolut::text::format;
use resolut::text::model::{Session, WholeSession};

fuzz_target!(|file: &[u8]| {
    match akn::read(file, "S_RES_9001-3100001E.xml", &CatalogueRows::default()) {
        Ok(reading) => written(reading),
        Err(Rejected::LosesLetters(place)) => panic!("letters are lost: {place}"),
        Err(_) => {}
    }
});

/// Writes a resolution into a corpus in which nobody finds a fault that was not told, and reads it again.
fn written(reading: AknReading) {
    let resolution = reading.resolution;
    let json = format::to_json(&[WholeSession {
        session: Session::new("B-1", "Board of Boats", "First Session"),
        resolutions: vec![resolution.clone()],
    }]);
    let doubted = |kind| reading.doubts.iter().any(|doubt| doubt.kind == kind);
    let uncitable = doubted(DoubtKind::SymbolUncitable);
    let mut faults = format::faults(&json);
    // A file may print a number and nothing behind it, or marks of direction that the screen shows as such.
    faults.retain(|fault| {
        let printed = fault.message == "empty" || fault.message.starts_with("holds the control");
        let told = uncitable && fault.path.ends_with("].symbol");
        fault.is_fatal() || !printed && !told
    });
    assert!(faults.is_empty(), "{faults:?}");
    let corpus = format::read(&json).expect("an imported corpus can be read");
    let range = &corpus.entries[0].range;
    let [start, end] = [range.start, range.end].map(|at| usize::try_from(at).expect("a place"));
    let again = format::resolution(&json[start..end], corpus.version).expect("a resolution");
    assert_eq!(again, resolution);
}
