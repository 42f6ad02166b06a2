//! What holds of every citation: printed and read again it is the same, and no text breaks the reader.

use proptest::prelude::*;
use resolut::text::citation::{Annex, Citation, CitedPart, Noun, Step, Target};
use resolut::text::model::Place;

use super::{corpus, loaded};

/// A label as a citation prints it, beginning with a digit.
const NUMBERED: &str = "[1-9][0-9]{0,2}( bis| ter)?|[1-9]\\.[1-9]|[1-9]\\.[a-d]";
/// A label of a point, or of a paragraph behind a colon.
const LETTERED: &str = "[a-m]|i{1,3}|iv|[1-9]|[a-e]\\.[1-9]";
const STRUCTURED: &str = "[1-9][0-9]?/[1-9][0-9]-[A-Z]|S/RES/[1-9][0-9]{0,3} \\((19|20)[0-9]{2}\\)|A/RES/(S-)?[1-9][0-9]?/[1-9]{1,3}( [A-H])?|[1-9]/[1-9]-P \\(IS\\)|ICFM/[1-9]{1,2}\\.[1-9]";
/// Symbols that could be a number with points as well.
const NUMBER_LIKE: &str =
    "[1-9][0-9]{0,3}|[1-9]{1,3}( [A-D])? \\((X?(I|II|III|IV|V)|(19|20)[0-9]{2})\\)";

fn step(label: &'static str) -> impl Strategy<Value = Step> {
    (label, 1..4u32).prop_map(|(label, nth)| Step { label, nth })
}

fn annex() -> impl Strategy<Value = Annex> {
    let noun = prop::sample::select(vec![
        Noun::Annex,
        Noun::Appendix,
        Noun::Schedule,
        Noun::Section,
    ]);
    let label = prop::option::of((
        prop_oneof!["[1-9][0-9]?", "[a-h]", "i{1,3}|iv", Just(String::new())],
        1..3u32,
    ));
    (noun, label).prop_map(|(noun, label)| {
        let step = label.map(|(label, nth)| Step { label, nth });
        Annex { noun, step }
    })
}

fn target() -> impl Strategy<Value = Target> {
    let part = prop_oneof![
        Just(CitedPart::Preamble),
        Just(CitedPart::Operative),
        annex().prop_map(CitedPart::Annex),
        annex().prop_map(CitedPart::AnnexPreamble),
    ];
    let points = || prop::collection::vec(prop_oneof![step(LETTERED), step("")], 0..3);
    let numbered = (
        part.clone(),
        prop_oneof![step(NUMBERED), step("")],
        points(),
        prop::option::of(step(NUMBERED)),
    );
    let lettered = (
        prop_oneof![
            Just(CitedPart::Operative),
            annex().prop_map(CitedPart::Annex)
        ],
        step("[a-h]|[a-e]\\.[1-9]"),
        points(),
        prop::option::of(step("[a-h]|[1-9]")),
    );
    prop_oneof![
        1 => prop_oneof![Just(CitedPart::Opening), part].prop_map(Target::whole),
        6 => prop_oneof![numbered.boxed(), lettered.boxed()].prop_map(|(part, first, points, to)| {
            let steps = std::iter::once(first).chain(points).collect();
            Target { part, steps, to }
        }),
    ]
}

fn of(symbol: String, targets: Vec<Target>) -> Citation {
    let claims = Vec::new();
    Citation::Of {
        symbol,
        targets,
        claims,
    }
}

fn citation() -> impl Strategy<Value = Citation> {
    let tag = prop::option::of("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?");
    (plain(), tag).prop_map(|(cited, tag)| match tag {
        None => cited,
        Some(language) => Citation::InLanguage {
            cited: Box::new(cited),
            language,
        },
    })
}

/// A citation without a language.
fn plain() -> impl Strategy<Value = Citation> {
    prop_oneof![
        4 => (STRUCTURED, prop::collection::vec(target(), 0..4)).prop_map(|(symbol, targets)| of(symbol, targets)),
        1 => (NUMBER_LIKE, prop::collection::vec(target(), 1..3)).prop_map(|(symbol, targets)| of(symbol, targets)),
        // An annex alone, without its number, is an ordinary word.
        1 => prop::collection::vec(target(), 1..4)
            .prop_map(Citation::Here)
            .prop_filter("an ordinary word", |citation| citation.to_string().contains(char::is_numeric)),
        1 => target().prop_filter_map("begins with a number", |target| {
            let first = target.steps.first()?;
            (target.part == CitedPart::Operative && !first.label.starts_with(char::is_alphabetic))
                .then_some(Citation::Bare(target))
        }),
    ]
}

/// The same citation with other capitals, other dashes, and blanks where print could have some.
fn disguised(printed: &str, disguise: usize) -> String {
    let mut typed = String::new();
    for c in printed.chars() {
        match (c, disguise) {
            ('-', 1) => typed.push('–'),
            ('-', 2) => typed.push('\u{2011}'),
            (' ', 1) => typed.push('\u{a0}'),
            ('/', 2) => typed.push_str(" / "),
            (':', 3) => typed.push_str(" :\u{a0}"),
            ('(', 3) => typed.push_str(" ("),
            ('~', 3) => typed.push_str("~ "),
            (c, 0 | 2) => typed.extend(c.to_lowercase()),
            (c, _) => typed.extend(c.to_uppercase()),
        }
    }
    typed
}

/// Whether print reads as the same citation; a symbol that could be a number may read as one.
fn survives_print(citation: &Citation) -> bool {
    match citation.to_string().parse() {
        Ok(again) if is_number(&again) && citation.targets().is_empty() => true,
        Ok(again) => again == without_claims(citation),
        Err(_) => false,
    }
}

fn is_number(citation: &Citation) -> bool {
    match citation {
        Citation::InLanguage { cited, .. } => is_number(cited),
        citation => matches!(citation, Citation::Bare(_)),
    }
}

/// A citation as it is printed: what it says beside is not.
fn without_claims(citation: &Citation) -> Citation {
    match citation.clone() {
        Citation::Of {
            symbol, targets, ..
        } => of(symbol, targets),
        Citation::InLanguage { cited, language } => Citation::InLanguage {
            cited: Box::new(without_claims(&cited)),
            language,
        },
        other => other,
    }
}

/// One level of numbers as drafters leave them: in order, with gaps, repeated, bulleted, or none.
fn numbers() -> impl Strategy<Value = Vec<Option<&'static str>>> {
    let number = prop::sample::select(vec![
        None,
        Some("1"),
        Some("2"),
        Some("3"),
        Some("7"),
        Some("7 bis"),
        Some("7a"),
        Some("(a)"),
        Some("a"),
        Some("A"),
        Some("(i)"),
        Some("ii"),
        Some("–"),
        Some("a.2"),
        Some("07"),
        Some("a.2.b"),
        Some("1.1"),
        Some(""),
    ]);
    prop::collection::vec(number, 0..6)
}

fn paragraphs() -> impl Strategy<Value = String> {
    (numbers(), prop::collection::vec((numbers(), numbers()), 6)).prop_map(|(numbers, below)| {
        let list = |numbers: &[Option<&str>], points: &dyn Fn(usize) -> String| {
            let paragraphs = numbers.iter().enumerate().map(|(at, number)| {
                let number =
                    number.map_or(String::new(), |number| format!(r#""number": "{number}", "#));
                format!(r#"{{{number}"text": "t", "points": [{}]}}"#, points(at))
            });
            paragraphs.collect::<Vec<_>>().join(",")
        };
        list(&numbers, &|at| {
            list(&below[at].0, &|deeper| match deeper {
                0 => list(&below[at].1, &|_| String::new()),
                _ => String::new(),
            })
        })
    })
}

/// What was once read and printed as something that did not read.
#[test]
fn scraps_that_print_as_no_citation_are_refused() {
    for typed in [
        "pp:P",
        "pp:annex",
        "pp#s-t",
        "op99999999999-op34/34",
        "op7-pp9",
        "2/34-P:7-pp9",
        "(a)",
        "(ii)",
        "(of)",
        "no2 (II)of",
        "no2point34in",
        "№n-2",
        "no no-34",
        "res no7st",
    ] {
        let citation = typed.parse::<Citation>();
        assert!(citation.is_err(), "{typed} is read as {citation:?}");
    }
}

#[test]
fn scraps_that_stay_citations_print_as_the_same() {
    for (typed, printed) in [
        ("№ no 2/34-P", "2/34-P"),
        ("n° res 2/34-P", "2/34-P"),
        ("no res34:7", "34:7"),
        ("n/2", "N/2"),
        ("İ/2", "I\u{307}/2"),
        ("2505-pp2", "2505:pp2"),
        ("pp/res/1:7", "PP/RES/1:7"),
        ("pp:7.a", "pp7.a"),
        ("pp7(a)", "pp7(a)"),
        ("op:a", "op:a"),
    ] {
        let citation: Citation = typed.parse().unwrap();
        assert_eq!(citation.to_string(), printed, "{typed}");
        assert!(survives_print(&citation), "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_read_again(citation in citation()) {
        let printed = citation.to_string();
        prop_assert_eq!(printed.parse::<Citation>(), Ok(citation), "{}", printed);
    }

    #[test]
    fn capitals_dashes_and_blanks_make_no_difference(citation in citation(), disguise in 0..4usize) {
        let typed = disguised(&citation.to_string(), disguise);
        prop_assert_eq!(typed.parse::<Citation>(), Ok(citation), "{}", typed);
    }

    #[test]
    fn reading_ends_on_any_text(typed in ".{0,40}") {
        match typed.parse::<Citation>() {
            Ok(citation) => prop_assert!(survives_print(&citation), "{typed} printed as {citation}"),
            Err(error) => {
                prop_assert!(typed.is_char_boundary(error.offset()));
                prop_assert_eq!(error.pointed().lines().count(), 2);
            }
        }
    }

    #[test]
    fn reading_ends_on_any_scrap_of_citations(scraps in prop::collection::vec(
        prop::sample::select(vec![
            "2", "/", "34", "-", "P", ":", "7", "(", ")", "a", "~", "op", "pp", "annex", "para", ".", ",", " ",
            "of", "to", "third", "twenty", "bis", "2020", "resolution", "no", "the", "#", "¶", "99999999999",
            "ii", "№", "n", "res", "point", "in", "part", "İ",
            "second", "unnumbered", "paragraph", "that", "number", "unscr", "Council",
            "@", "fr", "hans",
        ]), 0..9)) {
        let corpus = corpus();
        let typed = scraps.concat();
        if let Ok(citation) = typed.parse::<Citation>() {
            prop_assert!(survives_print(&citation), "{typed} printed as {citation}");
            for open in [None, corpus.resolutions().next()] {
                if let Ok(resolved) = corpus.resolve(&citation, open) {
                    prop_assert!(resolved.passages.iter().all(|range| !range.is_empty()));
                }
            }
        }
    }
}

proptest! {
    // A case is a corpus, each place of which is read.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(80) })]

    #[test]
    fn every_place_is_named_by_its_citation(
        preamble in paragraphs(),
        operative in paragraphs(),
        annexes in prop::collection::vec(paragraphs(), 0..3),
        symbol in prop_oneof![STRUCTURED, NUMBER_LIKE],
    ) {
        let annexes: Vec<_> = annexes.iter().map(|paragraphs| format!(r#"{{"paragraphs": [{paragraphs}]}}"#)).collect();
        let corpus = loaded(format!(
            r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "S", "organ": "O", "name": "N", "resolutions": [
                {{"symbol": "{symbol}", "language": "en", "opening": "The Council,", "preamble": [{preamble}], "operative": [{operative}], "annexes": [{}]}},
                {{"symbol": "{symbol}", "language": "fr", "preamble": [], "operative": [{operative}]}},
                {{"symbol": "{symbol}/Add.1", "language": "en", "preamble": [], "operative": []}}]}}]}}"#,
            annexes.join(",")
        ));
        let places = corpus.resolutions().flat_map(|id| {
            (0..corpus.resolution(id).passages.len()).map(move |index| Place::new(id, index))
        });
        for place in places {
            let (id, index) = (place.resolution, place.index());
            let citation = corpus.cite(place);
            let printed = citation.to_string();
            let again = corpus.parse_citation(&printed);
            prop_assert_eq!(&again, &Ok(citation), "{}", printed);
            let resolved = corpus.resolve(&again.unwrap(), None);
            prop_assert_eq!(resolved.as_ref().map(|resolved| resolved.resolution), Ok(id), "{}", printed);
            let unit = vec![corpus.resolution(id).unit(index)];
            prop_assert_eq!(resolved.map(|resolved| resolved.passages), Ok(unit.clone()), "{}", printed);
            let quoted = corpus.spell_out(place);
            let resolved = corpus.read_citation(&quoted, None).map(|read| (read.resolution, read.passages));
            prop_assert_eq!(resolved, Ok((id, unit)), "{}", quoted);
        }
    }
}
