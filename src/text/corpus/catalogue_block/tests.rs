use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::text::corpus::load;
use crate::text::format;

const JSON: &str = r#"{"format": "resolut-corpus/1", "sessions": [
        {"id": "A", "organ": "Board of Boats", "name": "First Session", "theme": "Lanterns",
         "dates": {"printed": "2 June 2008", "from": "2008-06-02"}, "resolutions": [
            {"symbol": "1/A", "title": "LANTERNS", "language": "en",
             "preamble": [{"text": "Recalling the tide,"}],
             "operative": [{"text": "Decides to light one lantern."}]},
            {"symbol": "2/A", "language": "en", "preamble": [], "operative": [{"text": "Ends."}]}]},
        {"id": "B", "organ": "Board of Boats", "name": "Second Session", "resolutions": []}]}"#;

const SIZE: u64 = JSON.len() as u64;

fn catalogue() -> Catalogue {
    format::read(JSON).unwrap()
}

fn of_text() -> Corpus {
    let mut corpus = Corpus::default();
    corpus.add_text(JSON).unwrap();
    corpus
}

fn read_back(catalogue: &Catalogue, size: u64) -> Option<Catalogue> {
    let mut body = Vec::new();
    catalogue.save(&mut body);
    let bytes = block::block(KnownCatalogue::KIND, &body);
    let (mut saved, _) = Saved::block(&bytes, KnownCatalogue::KIND).unwrap();
    Catalogue::load(&mut saved, size)
}

/// Bytes whose hash is right, whatever they say.
fn rehashed(bytes: &[u8]) -> Vec<u8> {
    block::block(KnownCatalogue::KIND, bytes.get(32..).unwrap_or_default())
}

#[test]
fn a_catalogue_read_back_is_the_same() {
    let mut catalogue = catalogue();
    assert_eq!(read_back(&catalogue, SIZE), Some(catalogue.clone()));
    catalogue.sessions[0].session.dates = None;
    catalogue.entries[0].adopted = Some("2007-05-17".into());
    catalogue.entries[0].topic = Some("on lanterns".into());
    catalogue.entries[1].kind = DocumentKind::Statement;
    catalogue.version = FormatVersion::Second;
    assert_eq!(read_back(&catalogue, SIZE), Some(catalogue));
}

#[test]
fn what_does_not_fit_its_file_is_no_catalogue() {
    assert_eq!(read_back(&catalogue(), 100), None);
    let wrongs: [fn(&mut Catalogue); 4] = [
        |wrong| wrong.sessions[0].resolutions += 1,
        |wrong| wrong.entries[0].passages = usize::MAX,
        |wrong| wrong.entries[0].range.start = wrong.entries[0].range.end + 1,
        |wrong| wrong.entries[0].range.end = SIZE + 1,
    ];
    for wrong in wrongs {
        let mut catalogue = catalogue();
        wrong(&mut catalogue);
        assert_eq!(read_back(&catalogue, SIZE), None);
    }
}

#[test]
fn the_volumes_of_a_corpus_are_known_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    std::fs::write(&path, JSON).unwrap();
    let loaded = || {
        let loaded = load(of_text(), std::slice::from_ref(&path), None);
        loaded.unwrap().corpus
    };
    let corpus = loaded();
    let bytes = KnownCatalogue::bytes_of(&corpus).unwrap();
    let (known, rest) = KnownCatalogue::from_bytes(&bytes).unwrap();
    assert!(rest.is_empty() && known.fits(&corpus));
    let volume = corpus.volumes().last().unwrap();
    let stamp = volume.stamp().unwrap();
    let catalogue = known.catalogue(Some(&path), &stamp).unwrap();
    assert_eq!(&*catalogue, volume.catalogue());
    assert_eq!(known.catalogue(Some(Path::new("b.json")), &stamp), None);
    assert!(!known.fits(&of_text()));
    std::fs::write(&path, JSON.replace("tide", "moon")).unwrap();
    assert_eq!(KnownCatalogue::bytes_of(&corpus), None);
    assert!(!known.fits(&loaded()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn damaged_bytes_are_nothing(at in any::<Index>(), put in any::<u8>(), cut in any::<Index>()) {
        let bytes = KnownCatalogue::bytes_of(&of_text()).unwrap();
        let mut changed = bytes.clone();
        changed[at.index(bytes.len())] = put;
        if changed != bytes {
            prop_assert_eq!(KnownCatalogue::from_bytes(&changed), None);
        }
        let cut = cut.index(bytes.len());
        prop_assert_eq!(KnownCatalogue::from_bytes(&bytes[..cut]), None);
    }

    #[test]
    fn forged_bytes_are_nothing_or_catalogues_that_fit(
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = KnownCatalogue::bytes_of(&of_text()).unwrap();
        for (at, put) in changes {
            let at = at.index(bytes.len());
            bytes[at] = put;
        }
        if let Some((known, _)) = KnownCatalogue::from_bytes(&rehashed(&bytes)) {
            for volume in &known.0 {
                let size = volume.stamp.size;
                let fits = |entry: &CatalogueEntry| entry.range.start <= entry.range.end && entry.range.end <= size;
                prop_assert!(volume.catalogue.entries.iter().all(fits));
            }
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        _ = KnownCatalogue::from_bytes(&bytes);
        _ = KnownCatalogue::from_bytes(&block::block(KnownCatalogue::KIND, &bytes));
    }
}
