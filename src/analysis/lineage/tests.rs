//! Resolutions, and which are before them in their lines.

use super::*;

#[test]
fn the_newest_with_a_like_title_is_before_it_or_else_with_like_words_or_else_the_newest_that_is_cited()
 {
    let mut corpus = Corpus::default();
    let json = r#"{"format": "resolut-corpus/1", "sessions": [
            {"id": "1", "organ": "Security Council", "name": "N", "resolutions": [
                {"symbol": "S/RES/1501 (2003)", "title": "On the observers at the lakes (UNOL)", "language": "en", "adopted": "2003-08-26",
                 "preamble": [], "operative": [{"number": "1", "text": "Decides to meet."}]},
                {"symbol": "S/RES/1601 (2005)", "title": "On renewal of the observers at the lakes (UNOL)", "language": "en",
                 "adopted": "2005-05-31", "preamble": [], "operative": [{"number": "1", "text": "Decides to meet."}]},
                {"symbol": "S/RES/1602 (2005)", "title": "On boats", "language": "en", "adopted": "2005-05-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Recalls resolution 1501 (2003)."}]},
                {"symbol": "S/RES/1603 (2005)", "language": "en", "adopted": "2005-06-30",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to keep the nets, ropes and sails of their boats dry."}]},
                {"symbol": "S/RES/1604 (2005)", "title": "On lanterns", "language": "en", "adopted": "2005-07-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Welcomes the lighthouse and the watch by night."}]},
                {"symbol": "S/RES/1605 (2006)", "language": "en", "adopted": "2006-06-30",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of their boats."}]},
                {"symbol": "S/RES/1701 (2006)", "title": "On renewal of the observers at the lakes", "language": "en",
                 "adopted": "2006-08-11", "preamble": [], "operative": [{"number": "1", "text": "Recalls resolution 1602 (2005)."}]},
                {"symbol": "S/RES/1702 (2006)", "title": "Final accounts and liquidation of assets (UNOL)", "language": "en",
                 "adopted": "2006-09-11", "preamble": [], "operative": [{"number": "1", "text": "Thanks all."}]}]}]}"#;
    corpus.add_text(json).unwrap();
    let before = |symbol| {
        let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
        before.map(|before| corpus.symbol(before))
    };
    assert_eq!(before("S/RES/1701 (2006)"), Some("S/RES/1601 (2005)"));
    assert_eq!(before("S/RES/1702 (2006)"), Some("S/RES/1601 (2005)"));
    assert_eq!(before("S/RES/1602 (2005)"), Some("S/RES/1501 (2003)"));
    assert_eq!(before("S/RES/1605 (2006)"), Some("S/RES/1603 (2005)"));
    assert_eq!(before("S/RES/1604 (2005)"), None);
    assert_eq!(before("S/RES/1501 (2003)"), None);
}

#[test]
fn a_later_one_without_a_title_and_with_words_more_alike_stands_between_two_with_one_title() {
    let mut corpus = Corpus::default();
    let json = r#"{"format": "resolut-corpus/1", "sessions": [
            {"id": "1", "organ": "Security Council", "name": "N", "resolutions": [
                {"symbol": "1/1", "title": "On the boats of the lakes", "language": "en", "adopted": "2003-01-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to count the boats on the lakes."}]},
                {"symbol": "1/2", "language": "en", "adopted": "2003-07-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of the boats on the lakes."}]},
                {"symbol": "1/3", "language": "en", "adopted": "2003-08-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Welcomes the lighthouse and the watch by night."}]},
                {"symbol": "1/4", "title": "On lanterns", "language": "en", "adopted": "2003-09-30",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of the boats on the lakes."}]},
                {"symbol": "1/5", "title": "On the boats of the lakes", "language": "en", "adopted": "2004-01-31",
                 "preamble": [], "operative": [{"number": "1", "text": "Urges all villages to mend the nets, ropes and sails of boats on the lakes."}]}]}]}"#;
    corpus.add_text(json).unwrap();
    let before = |symbol| {
        let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
        before.map(|before| corpus.symbol(before))
    };
    assert_eq!(before("1/5"), Some("1/2"));
}

#[test]
fn of_two_lines_under_one_topic_the_one_with_like_words_goes_on() {
    let mut corpus = Corpus::default();
    let resolution = |symbol: &str, day: &str, text: &str| {
        format!(
            r#"{{"symbol": "{symbol}", "topic": "The situation at the lakes", "language": "en", "adopted": "{day}",
                 "preamble": [], "operative": [{{"number": "1", "text": "{text}"}}]}}"#
        )
    };
    let mission = "Extends the mandate of the observers, who keep the peace between the villages.";
    let measures =
        "Renews the measures on the trade in nets, and the group of experts that watches them.";
    let json = [
        resolution("1/1", "2013-01-31", mission),
        resolution("1/2", "2013-03-31", measures),
        resolution("1/3", "2014-01-31", mission),
        resolution("1/4", "2014-03-31", measures),
    ]
    .join(",");
    corpus
        .add_text(format!(
            r#"{{"format": "resolut-corpus/2", "sessions": [
                {{"id": "1", "organ": "Security Council", "name": "N", "resolutions": [{json}]}}]}}"#
        ))
        .unwrap();
    let before = |symbol| {
        let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
        before.map(|before| corpus.symbol(before))
    };
    assert_eq!(before("1/4"), Some("1/2"));
    assert_eq!(before("1/3"), Some("1/1"));
}

/// What is before each of these, which have a title, a day and one paragraph.
fn before_each(resolutions: &[[&str; 4]]) -> Vec<Option<String>> {
    let all: Vec<_> = resolutions
        .iter()
        .map(|[symbol, day, title, text]| {
            format!(
                r#"{{"symbol": "{symbol}", "title": "{title}", "language": "en", "adopted": "{day}",
                     "preamble": [], "operative": [{{"number": "1", "text": "{text}"}}]}}"#
            )
        })
        .collect();
    let mut corpus = Corpus::default();
    corpus
        .add_text(format!(
            r#"{{"format": "resolut-corpus/1", "sessions": [
                {{"id": "1", "organ": "Security Council", "name": "N", "resolutions": [{}]}}]}}"#,
            all.join(",")
        ))
        .unwrap();
    let before = |[symbol, ..]: &[&str; 4]| {
        let before = predecessor(&corpus, corpus.named(symbol).unwrap()).unwrap();
        before.map(|before| corpus.symbol(before).to_owned())
    };
    resolutions.iter().map(before).collect()
}

#[test]
fn a_mandate_that_is_rolled_over_in_few_words_is_in_its_line() {
    let whole =
        "Extends the mandate of UNOL, which counts the boats and keeps the peace, until June 2014.";
    let before = before_each(&[
        [
            "1/1",
            "2013-06-30",
            "Extension of the observers at the lakes (UNOL)",
            whole,
        ],
        [
            "1/2",
            "2014-06-30",
            "Technical rollover of UNOL",
            "Extends the mandate of UNOL until July 2014.",
        ],
        [
            "1/3",
            "2014-07-31",
            "Extension of the observers at the lakes (UNOL)",
            whole,
        ],
    ]);
    assert_eq!(
        before,
        [None, Some("1/1".to_owned()), Some("1/2".to_owned())]
    );
}

#[test]
fn of_two_mandates_with_nearly_one_title_the_one_with_the_likest_goes_on() {
    let boats = "Extends the mandate of the rapporteur on boats.";
    let nets = "Extends the mandate of the rapporteur on nets.";
    let before = before_each(&[
        [
            "1/1",
            "2011-06-16",
            "Mandate of the rapporteur on the freedom of boats",
            boats,
        ],
        [
            "1/2",
            "2011-06-17",
            "Mandate of the rapporteur on the freedom of nets",
            nets,
        ],
        [
            "2/1",
            "2014-06-26",
            "Freedom of boats: mandate of the rapporteur on boats",
            boats,
        ],
        [
            "2/2",
            "2014-06-26",
            "Freedom of nets: mandate of the rapporteur on nets",
            nets,
        ],
    ]);
    assert_eq!(
        before[2..],
        [Some("1/1".to_owned()), Some("1/2".to_owned())]
    );
}
