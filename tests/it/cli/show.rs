//! `resolut show`, and `resolut CITATION` into a pipe.

use super::{POINTS, Test};

const SEVENTH: &str = "Requests the Islamic Development Bank and the Islamic Solidarity Fund to provide \
    the necessary financial resources to provide vocational training and higher education to Kashmiri \
    refugees and entrusts the General Secretariat to submit appropriate proposals.";

#[test]
fn a_paragraph_is_one_line_behind_its_citation() {
    Test::new("show 2/34-P:7")
        .stdout(&format!("2/34-P:7\t{SEVENTH}\n"))
        .success();
}

#[test]
fn into_a_pipe_the_program_prints_what_it_would_open() {
    for args in ["2/34-P para 7", "'2/34-P para 7'", "2/34-p:7"] {
        Test::new(args)
            .stdout(&format!("2/34-P:7\t{SEVENTH}\n"))
            .success();
    }
}

/// The corpus of what only the second format can say.
const BOATS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/boats.json");

#[test]
fn headings_tables_and_notes_are_printed_where_all_is_asked_for() {
    let show = |options: &str| format!("--corpus {BOATS} show 'B/RES/7 (2008):2-3' {options}");
    let second = "B/RES/7 (2008):2\tRequests the harbour masters to provide: (a) a list of the lanterns in use, \
        and of those that failed: (i) for want of oil; (ii) in a storm; (b) an account of what they cost; and \
        urges them to ask the fishers for their view before the list is closed;\n";
    let third = "B/RES/7 (2008):3\tCalls upon all members to carry two spare oars;\n";
    Test::new(&show(""))
        .stdout(&[second, third].concat())
        .success();
    let table = "B/RES/7 (2008):2\tHarbour | Lanterns | Keeper; Keel | 4 | the harbour master and, at night, the \
        watch of the customs house; Old Quay | 1 | the parish; 2 | the fishers; Mole and Long Pier: none\n";
    let all = [
        second,
        "B/RES/7 (2008):2(b)\tIn the coin of the harbour.\n",
        table,
        "B/RES/7 (2008):2\tSince 2004.\n",
        "B/RES/7 (2008):2\tOars\n",
        third,
    ];
    Test::new(&show("--all")).stdout(&all.concat()).success();
    let columns = Test::new(&show("--all --format tsv"))
        .any_stdout()
        .success();
    let kinds = columns
        .stdout
        .lines()
        .map(|line| line.split('\t').nth(1).unwrap());
    let kinds: Vec<_> = kinds.collect();
    assert_eq!(kinds, ["op", "note", "table", "note", "heading", "op"]);
}

#[test]
fn each_argument_is_a_citation() {
    Test::new("show 3/34-P:pp1 2/34-P:11")
        .stdout(
            "3/34-P:pp1\tGuided by the principles and purposes of the UN as well as OIC Charter;\n\
             2/34-P:11\tDecides to consider the Jammu and Kashmir Dispute at the 35th Session of the \
             Islamic Conference of Foreign Ministers.\n",
        )
        .success();
}

#[test]
fn json_holds_all_that_is_known_of_a_paragraph() {
    Test::new("show 2/34-P:7 --format json")
        .stdout(&format!(
            "[\n{{\"citation\":\"2/34-P:7\",\"symbol\":\"2/34-P\",\"kind\":\"op\",\"number\":\"7\",\
             \"lead\":\"Requests\",\"text\":\"{SEVENTH}\",\"session\":\"ICFM-34\",\"language\":\"en\",\
             \"lines\":[109,111]}}\n]\n"
        ))
        .success();
}

#[test]
fn columns_are_symbol_kind_number_and_text() {
    Test::new("show 2/34-P:pp5 --format tsv")
        .stdout(
            "2/34-P\tpp\t5\tTaking note of the Memorandum submitted by the True Representatives of \
             Jammu and Kashmir.\n",
        )
        .success();
}

#[test]
fn a_whole_resolution_is_its_title_its_opening_and_its_paragraphs() {
    let done = Test::new("show 3/34-P --format tsv").any_stdout().success();
    let places: Vec<_> = done
        .stdout
        .lines()
        .map(|line| {
            line.split('\t')
                .skip(1)
                .take(2)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(
        places,
        [
            "title ", "opening ", "pp 1", "pp 2", "pp 3", "op 1", "op 2", "op 3", "op 4", "op 5",
            "op 6", "op 7", "op 8", "op 9", "op 10",
        ]
    );
}

#[test]
fn a_range_is_its_paragraphs() {
    let done = Test::new("show 2/34-P:7-9").any_stdout().success();
    let citations: Vec<_> = done
        .stdout
        .lines()
        .map(|line| line.split('\t').next())
        .collect();
    assert_eq!(
        citations,
        [Some("2/34-P:7"), Some("2/34-P:8"), Some("2/34-P:9")]
    );
}

#[test]
fn a_paragraph_stands_with_its_points_and_a_point_with_its_own() {
    Test::new("show 7/1-T:1 7/1-T:1(a) 7/1-T:1(b) --corpus points.json --format tsv")
        .file("points.json", POINTS)
        .stdout(
            "7/1-T\top\t1\tDecides: (a) to meet: (i) soon; (b) to report.\n\
             7/1-T\top\t1(a)\tto meet: (i) soon;\n\
             7/1-T\top\t1(b)\tto report.\n",
        )
        .success();
}

#[test]
fn what_is_not_known_is_left_out() {
    Test::new("show 7/1-T --corpus points.json --format json")
        .file("points.json", POINTS)
        .stdout(
            r#"[
{"citation":"7/1-T","symbol":"7/1-T","kind":"title","text":"POINTS","session":"T-1","language":"en"},
{"citation":"7/1-T:pp1","symbol":"7/1-T","kind":"pp","number":"1","lead":"Recalling","text":"Recalling nothing,","session":"T-1","language":"en"},
{"citation":"7/1-T:1","symbol":"7/1-T","kind":"op","number":"1","lead":"Decides","text":"Decides: (a) to meet: (i) soon; (b) to report.","session":"T-1","language":"en"},
{"citation":"7/1-T:2","symbol":"7/1-T","kind":"op","number":"2","lead":"Requests","text":"Requests all\u001b[2J to go.","session":"T-1","language":"en"},
{"citation":"7/1-T:annex1","symbol":"7/1-T","kind":"annex","text":"Terms","session":"T-1","language":"en"},
{"citation":"7/1-T:annex1:1","symbol":"7/1-T","kind":"annex","number":"1","text":"Ends.","session":"T-1","language":"en"}
]
"#,
        )
        .success();
}

#[test]
fn a_control_character_reaches_no_output() {
    Test::new("show 7/1-T:2 --corpus points.json")
        .file("points.json", POINTS)
        .stdout("7/1-T:2\tRequests all␛[2J to go.\n")
        .success();
    Test::new("show 7/1-T:2 --corpus points.json --format tsv")
        .file("points.json", POINTS)
        .stdout("7/1-T\top\t2\tRequests all␛[2J to go.\n")
        .success();
}

#[test]
fn as_printed_shows_the_source_lines_blank_ones_too() {
    Test::new("show 3/34-P:8 --as-printed")
        .stdout(
            "205\t8. Calls on India to resolve all the disputes, including Jammu and Kashmir, \
             Siachen,            Sir Creek and \n\
             206\t\n207\t\n208\t\n209\t \n210\t \n211\t\n\
             212\triver waters on the basis of international legality and past agreements.  \n",
        )
        .success();
}

#[test]
fn as_printed_adds_the_lines_to_the_object() {
    let done = Test::new("show 2/34-P:pp5 --as-printed --format json")
        .any_stdout()
        .success();
    assert!(
        done.stdout.ends_with(
            "\"lines\":[36,36],\"printed\":[\"Taking note of the Memorandum submitted by the True \
             Representatives of Jammu and Kashmir. \"]}\n]\n"
        ),
        "{}",
        done.stdout
    );
}

#[test]
fn as_printed_says_what_became_of_words() {
    let done = Test::new("show 2/34-P:11 3/34-P:8 2/34-P:7 --as-printed --format json")
        .any_stdout()
        .success();
    let objects: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    let joined = serde_json::json!([{"line": 125, "kind": "joined", "words": "35th"}]);
    assert_eq!(objects[0]["repairs"], joined);
    let broken = serde_json::json!([{"line": 211, "kind": "page-break"}]);
    assert_eq!(objects[1]["repairs"], broken);
    assert_eq!(objects[2].get("repairs"), None);
}

#[test]
fn as_printed_needs_a_source() {
    Test::new("show 7/1-T:2 --as-printed --corpus points.json")
        .file("points.json", POINTS)
        .stderr(
            "resolut: the corpus has no source lines of 7/1-T:2\n\nhint: `resolut \
             import` writes a corpus with its lines from the text of the PDF; without `--as-printed` \
             the paragraph itself is shown\n",
        )
        .fails();
}

#[test]
fn as_printed_shows_a_whole_resolution_once_and_what_stands_before_its_paragraphs() {
    let source = include_str!("../../../data/icfm-34.txt");
    let lines = |done: &crate::cli::builder::Done| -> Vec<usize> {
        let numbers = done.stdout.lines().map(|line| line.split('\t').next());
        numbers
            .map(|number| number.unwrap().parse().unwrap())
            .collect()
    };
    let whole = Test::new("show 2/34-P --as-printed").any_stdout().success();
    assert_eq!(lines(&whole).first(), Some(&1));
    let paragraph = Test::new("show 2/34-P:pp1 --as-printed")
        .any_stdout()
        .success();
    let head = Test::new("show 2/34-P:opening --as-printed")
        .any_stdout()
        .success();
    let before = lines(&paragraph)[0];
    assert_eq!(lines(&head), (1..before).collect::<Vec<_>>());
    let (numbered, count) = (lines(&whole), lines(&whole).len());
    assert_eq!(numbered, (1..=count).collect::<Vec<_>>());
    assert!(count < source.lines().count());
}

#[test]
fn one_citation_may_stand_in_several_arguments() {
    let one = Test::new("show 2/34-P:7").any_stdout().success();
    for args in [
        "show 2/34-P para 7",
        "show 2/34-P 7",
        "show para 7 of 2/34-P",
    ] {
        Test::new(args).stdout(&one.stdout).success();
    }
}

#[test]
fn of_several_citations_the_good_ones_are_printed_in_order_and_the_others_named() {
    let eleventh = Test::new("show 2/34-P:11").any_stdout().success().stdout;
    let first = Test::new("show 3/34-P:pp1").any_stdout().success().stdout;
    let good = [first, eleventh].concat();
    let absent = "resolut: `2/34-P:99`: 2/34-P has operative paragraphs 1 to 12\n";
    for command in ["", "show "] {
        Test::new(&format!("{command}3/34-P:pp1 2/34-P:99 2/34-P:11"))
            .stdout(&good)
            .stderr(absent)
            .nothing();
    }
    let done = Test::new("show 2/34-P:99 3/34-P pp1 2/34-P:11 nonsense")
        .stdout(&good)
        .any_stderr()
        .fails();
    assert!(done.stderr.starts_with(absent), "{}", done.stderr);
    assert!(
        done.stderr.contains("`nonsense`: expected"),
        "{}",
        done.stderr
    );
    let json = Test::new("show 2/34-P:11 9/34-P --format json")
        .any_stdout()
        .any_stderr()
        .nothing();
    assert_eq!(json.stdout.lines().count(), 3, "{}", json.stdout);
}

#[test]
fn of_several_citations_those_with_source_lines_are_printed_as_they_stood() {
    let lines = Test::new("show 2/34-P:11 --as-printed")
        .any_stdout()
        .success();
    Test::new("show 7/1-T:2 2/34-P:11 --as-printed --corpus points.json")
        .file("points.json", POINTS)
        .stdout(&lines.stdout)
        .any_stderr()
        .fails();
}

#[test]
fn a_citation_with_a_word_that_is_not_understood_prints_no_whole_resolution() {
    for args in [
        "show 2/34-P pragraph 7",
        "show 2/34-P banana",
        "show para 99 of 2/34-P",
        "2/34-P para 99",
    ] {
        let done = Test::new(args).any_stdout().any_stderr().whatever();
        assert_eq!(done.stdout, "", "{args}");
    }
    Test::new("show 2/34-P para 99")
        .stderr("resolut: 2/34-P has operative paragraphs 1 to 12\n")
        .nothing();
}

/// A corpus with the symbols of the bundled one and one more, in a session.
fn again(session: &str) -> String {
    let resolution = |symbol: &str| {
        format!(
            r#"{{"symbol": "{symbol}", "language": "en", "preamble": [], "operative": [{{"number": "7", "text": "Sails."}}]}}"#
        )
    };
    format!(
        r#"{{"format": "resolut-corpus/1", "sessions": [{{"id": "{session}", "organ": "O", "name": "N", "resolutions": [{}, {}, {}]}}]}}"#,
        resolution("2/34-P"),
        resolution("3/34-P"),
        resolution("4/34-P"),
    )
}

#[test]
fn a_text_that_replaces_another_is_said() {
    Test::new("show 2/34-P:7 --corpus dup.json")
        .file("dup.json", again("ICFM-34"))
        .stderr("resolut: `dup.json` has 2/34-P and 1 more again; its own text is shown\n")
        .stdout("2/34-P:7\tSails.\n")
        .success();
}

#[test]
fn a_symbol_of_another_session_is_left_out_and_said() {
    let one = Test::new("show 2/34-P:7").any_stdout().success();
    let said = "resolut: `dup.json` has 2/34-P and 1 more in another session; left out, as a symbol \
                names one resolution\n";
    Test::new("show 2/34-P:7 --corpus dup.json")
        .file("dup.json", again("S-2"))
        .stderr(said)
        .stdout(&one.stdout)
        .success()
        .then("find sails --corpus dup.json")
        .stderr(said)
        .stdout("4/34-P:7\tSails.\n")
        .success();
}
