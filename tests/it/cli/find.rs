//! `resolut find`.

use super::Test;

fn citations(args: &str) -> Vec<String> {
    let done = Test::new(args).any_stdout().any_stderr().success();
    let firsts = done
        .stdout
        .lines()
        .filter_map(|line| line.split('\t').next());
    firsts.map(str::to_owned).collect()
}

#[test]
fn a_hit_is_one_line_behind_its_citation() {
    assert_eq!(
        citations("find 'islamic dev bank'")
            .first()
            .map(String::as_str),
        Some("2/34-P:7")
    );
    assert_eq!(
        citations("find islamic dev bank")
            .first()
            .map(String::as_str),
        Some("2/34-P:7")
    );
}

#[test]
fn a_phrase_is_found_where_it_stands() {
    let mut found = citations("find '\"composite dialogue\"'");
    found.sort();
    assert_eq!(found, ["2/34-P:pp6", "3/34-P:1", "3/34-P:2"]);
}

#[test]
fn columns_are_symbol_kind_number_and_text() {
    Test::new("find simla --format tsv")
        .stdout(
            "2/34-P\top\t1\tCalls for a peaceful settlement of the Jammu and Kashmir issue in \
             accordance with the relevant UN Resolutions and as agreed upon in the Simla Agreement.\n",
        )
        .success();
}

#[test]
fn spans_are_the_bytes_of_the_matches() {
    let done = Test::new("find simla --format json").any_stdout().success();
    assert!(
        done.stdout.contains("\"match\":\"words\""),
        "{}",
        done.stdout
    );
    assert!(
        done.stdout.contains("\"spans\":[[136,141]]"),
        "{}",
        done.stdout
    );
}

#[test]
fn a_citation_is_the_first_hit() {
    let done = Test::new("find '2/34-P:7' --format json")
        .any_stdout()
        .success();
    let first = done.stdout.lines().nth(1).unwrap_or_default();
    assert!(first.contains("\"citation\":\"2/34-P:7\""), "{first}");
    assert!(first.contains("\"match\":\"citation\""), "{first}");
}

#[test]
fn the_limit_is_kept_and_what_is_beyond_it_said() {
    let done = Test::new("find kashmir --limit 2 --format tsv")
        .any_stdout()
        .any_stderr()
        .success();
    assert_eq!(done.stdout.lines().count(), 2);
    assert!(done.stderr.starts_with("resolut: 2 of "), "{}", done.stderr);
}

#[test]
fn nothing_found_is_said_and_ends_with_one() {
    Test::new("find zzyzx")
        .stderr("resolut: nothing found for `zzyzx`: no text here has a word like \"zzyzx\"\n")
        .nothing();
    Test::new("find zzyzx --format json")
        .stdout("[]\n")
        .stderr("resolut: nothing found for `zzyzx`: no text here has a word like \"zzyzx\"\n")
        .nothing();
}

#[test]
fn where_nothing_is_found_what_comes_nearest_is_offered() {
    for (query, offered) in [
        ("'\"contact groups\"'", "\"Contact Group\"?"),
        (
            "'\"leader of two country\"'",
            "\"leaders of the two countries\"?",
        ),
    ] {
        let done = Test::new(&format!("find {query}")).any_stderr().nothing();
        let is_offered = done.stderr.ends_with(&format!(": {offered}\n"));
        assert!(is_offered || query.contains("leader"), "{}", done.stderr);
    }
    Test::new("find 'musharraf in:2/34-P'")
        .stderr("resolut: nothing found for `musharraf in:2/34-P`: 1 paragraph without what narrows it\n")
        .nothing();
}

#[test]
fn one_of_two_words_or_phrases_will_do() {
    let both = citations("find 'unmogip OR \"composite dialogue\"'");
    let mut each = citations("find unmogip");
    each.extend(citations("find '\"composite dialogue\"'"));
    let sorted = |mut rows: Vec<String>| {
        rows.sort();
        rows.dedup();
        rows
    };
    assert_eq!(sorted(both), sorted(each));
    assert_eq!(
        citations("find 'simla|unmogip NOT verb:calls'"),
        citations("find unmogip")
    );
}

#[test]
fn of_a_place_that_is_not_there_the_range_is_said_and_nothing_is_guessed() {
    Test::new("find 2/34-P:99")
        .stderr("resolut: 2/34-P has operative paragraphs 1 to 12\n")
        .nothing();
}

#[test]
fn a_word_with_a_hyphen_is_no_option() {
    let without = citations("find 'kashmir -india'");
    assert!(!without.is_empty());
    assert_eq!(citations("find kashmir -india"), without);
    assert_eq!(citations("find -india kashmir"), without);
    assert_eq!(citations("find -- kashmir -india"), without);
    assert_eq!(
        citations("find kashmir -india --limit 2"),
        without.get(..2).unwrap()
    );
    assert_eq!(
        citations("find --limit=2 kashmir -india"),
        without.get(..2).unwrap()
    );
    let fund = citations("find '-kashmir fund'");
    assert_eq!(fund, citations("find fund -kashmir"));
    assert!(!fund.contains(&"2/34-P".to_owned()));
    let help = Test::new("find -h").any_stdout().success();
    assert!(help.stdout.starts_with("Find paragraphs by their words"));
}

/// The corpus of what only the second format can say.
const BOATS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/boats.json");

#[test]
fn headings_tables_and_notes_are_found_where_all_is_asked_for() {
    let find = |asked: &str| format!("find {asked} --corpus {BOATS} --format tsv");
    let table = "B/RES/7 (2008)\ttable\t\tHarbour | Lanterns | Keeper; Keel | 4 | the harbour master and, at night, \
        the watch of the customs house; Old Quay | 1 | the parish; 2 | the fishers; Mole and Long Pier: none\n";
    let note = "B/RES/7 (2008)\tnote\ta\tSince 2004.\n";
    Test::new(&find("customs --all")).stdout(table).success();
    Test::new(&find("'\"since 2004\"' --all"))
        .stdout(note)
        .success();
    Test::new(&find("'\"since 2004\" in:B/RES/7 op' --all"))
        .stdout(note)
        .success();
    for elsewhere in [
        "pp",
        "annex",
        "-since",
        "in:B/PRST/1",
        "verb:since",
        "lang:fr",
    ] {
        Test::new(&find(&format!("'\"since 2004\" {elsewhere}' --all")))
            .any_stderr()
            .nothing();
    }
    Test::new(&find("'\"since 2004\"'")).any_stderr().nothing();
}

#[test]
fn what_stands_between_paragraphs_is_listed_behind_those_that_have_all_words() {
    let find = |options: &str| {
        let find = format!("find lanterns --corpus {BOATS} --format json {options}");
        Test::new(&find).any_stdout().any_stderr().success().stdout
    };
    let (without, all) = (find(""), find("--all"));
    let rows = |printed: &str| -> Vec<serde_json::Value> { serde_json::from_str(printed).unwrap() };
    let is_between = |row: &serde_json::Value| {
        ["heading", "table", "note"].contains(&row["kind"].as_str().unwrap())
    };
    assert!(!rows(&without).iter().any(is_between));
    let (between, paragraphs): (Vec<_>, Vec<_>) = rows(&all).into_iter().partition(is_between);
    assert_eq!(paragraphs, rows(&without));
    let found: Vec<_> = between
        .iter()
        .map(|row| {
            (
                row["kind"].as_str().unwrap(),
                row["citation"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("heading", "B/RES/7 (2008):pp1"),
            ("heading", "B/RES/7 (2008):operative"),
            ("table", "B/RES/7 (2008):2"),
        ]
    );
    for row in rows(&all) {
        let text = row["text"].as_str().unwrap();
        for span in row["spans"].as_array().unwrap() {
            let [from, to] = [0, 1].map(|at| usize::try_from(span[at].as_u64().unwrap()).unwrap());
            assert!(text[from..to].to_lowercase().starts_with("lantern"));
        }
    }
    let scores: Vec<_> = rows(&all).iter().map(|row| row["score"].as_f64()).collect();
    assert!(scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    let some = find("--all --limit 2");
    assert_eq!(rows(&some).len(), 2);
}

#[test]
fn the_lead_verb_is_what_print_has_in_italics() {
    let corpus = r#"{"format": "resolut-corpus/2", "sessions": [
        {"id": "S-1", "organ": "Conseil", "name": "1", "resolutions": [{"symbol": "1/1", "language": "fr", "operative": [
          {"number": "1", "text": "Prie instamment les \u00c9tats de signer;", "spans": [[0, 15, "i"]]},
          {"number": "2", "text": "Prie les \u00c9tats de ratifier."}]}]}]}"#;
    let find = |verb: &str| {
        Test::new(&format!("find 'verb:{verb}' --corpus c.json --format tsv"))
            .file("c.json", corpus)
    };
    let first = "1/1\top\t1\tPrie instamment les États de signer;\n";
    find("\"prie instamment\"").stdout(first).success();
    find("prie")
        .stdout(&(first.to_owned() + "1/1\top\t2\tPrie les États de ratifier.\n"))
        .success();
}

#[test]
fn a_narrowing_that_names_nothing_is_said_with_what_comes_nearest() {
    for (query, said) in [
        ("session:99 fund", "no session 99: 34"),
        ("verb:reqeusts", "no verb reqeusts: requests?"),
        ("title:kahsmir fund", "no title with \"kahsmir\": kashmir?"),
        ("year:1999 fund", "no resolution of 1999: 2007"),
        (
            "year:199",
            "`year:199` is no time: write `2004` or `2003-2005`",
        ),
    ] {
        Test::new(&format!("find {query}"))
            .stderr(&format!("resolut: {said}\n"))
            .nothing();
    }
    let narrowed = citations("find verb:requests title:kashmir year:2003-2007 since:2007-05");
    assert_eq!(narrowed, citations("find verb:requests in:2/34-P"));
    assert!(!narrowed.is_empty());
}

/// Three resolutions of as many years that say one thing, and each one of its own.
fn years() -> String {
    let resolution = |year: u16| {
        serde_json::json!({"symbol": format!("Q/{year}"), "language": "en", "adopted": format!("{year}-03-04"),
            "preamble": [], "operative": [
                {"number": "1", "text": "Decides to keep the quay."},
                {"number": "2", "text": format!("Urges, \"as before\", a quay of {year} yards.")}]})
    };
    let resolutions: Vec<_> = [2002, 2001, 2003].map(resolution).into();
    serde_json::json!({"format": "resolut-corpus/1", "sessions": [
        {"id": "Q", "organ": "Quay Board", "name": "Quay", "resolutions": resolutions}]})
    .to_string()
}

fn of_years(args: &str) -> Test {
    Test::new(&format!("{args} --corpus q.json")).file("q.json", years())
}

#[test]
fn a_table_has_a_heading_line_the_day_and_quotes_doubled() {
    of_years("find 'verb:urges year:2001' --format csv")
        .stdout(
            "citation,symbol,kind,number,lead,text,session,language,date,match,lacks,same\r\n\
             Q/2001:2,Q/2001,op,2,Urges,\"Urges, \"\"as before\"\", a quay of 2001 yards.\",Q,en,2001-03-04,words,,\r\n",
        )
        .success();
    of_years("find 'keep in:Q/2001 in:Q/2003' --format csv")
        .stdout(
            "citation,symbol,kind,number,lead,text,session,language,date,match,lacks,same\r\n\
             Q/2001:1,Q/2001,op,1,Decides,Decides to keep the quay.,Q,en,2001-03-04,words,,Q/2003:1\r\n",
        )
        .success();
    of_years("find 'zzyzx' --format csv")
        .stdout("citation,symbol,kind,number,lead,text,session,language,date,match,lacks,same\r\n")
        .any_stderr()
        .nothing();
}

#[test]
fn what_is_found_stands_in_the_order_of_its_days_if_asked() {
    let find = |order: &str| {
        let args = format!("find --order {order} 'quay in:Q/2001 in:Q/2002 in:Q/2003'");
        let done = of_years(&args).any_stdout().any_stderr().success();
        let firsts = done
            .stdout
            .lines()
            .filter_map(|line| line.split('\t').next());
        firsts.map(str::to_owned).collect::<Vec<_>>()
    };
    // What all three say is cited by the first of them.
    assert_eq!(
        find("newest"),
        ["Q/2003:1", "Q/2003:2", "Q/2002:2", "Q/2001:2"]
    );
    assert_eq!(
        find("oldest"),
        ["Q/2001:1", "Q/2001:2", "Q/2002:2", "Q/2003:2"]
    );
    // What each of them renews is one row.
    assert_eq!(find("best").len(), 2);
}

#[test]
fn the_limit_is_that_of_the_order() {
    let done = of_years("find --order newest --limit 1 'verb:urges quay'")
        .any_stdout()
        .any_stderr()
        .success();
    assert!(done.stdout.starts_with("Q/2003:2\t"), "{}", done.stdout);
}

#[test]
fn a_count_is_of_paragraphs_and_resolutions() {
    of_years("find --count quay").stdout("6\t3\n").success();
    of_years("find --count 'verb:urges until:2002'")
        .stdout("2\t2\n")
        .success();
    of_years("find --count 'quay verb:urges' --format csv")
        .stdout("paragraphs,resolutions\r\n3,3\r\n")
        .success();
    of_years("find --count 'quay verb:urges' --format json")
        .stdout("[\n{\"paragraphs\":3,\"resolutions\":3}\n]\n")
        .success();
    of_years("find --count 'quay year:1999'")
        .stdout("0\t0\n")
        .stderr("resolut: no resolution of 1999: 2001 to 2007\n")
        .nothing();
    of_years("find --batch --count")
        .stdin("quay verb:urges\nzzyzx\n")
        .stdout("3\t3\n\n0\t0\n\n")
        .success();
}

#[test]
fn a_row_is_explained_by_its_number_or_a_citation() {
    for row in ["1", "2/34-P:7", "'2/34-P, para 7'"] {
        let done = Test::new(&format!("find --explain {row} islamic dev bank"))
            .any_stdout()
            .stderr("resolut: `2/34-P:7` is row 1 of 4\n")
            .success();
        assert!(
            done.stdout.trim_start().starts_with("10000.00"),
            "{}",
            done.stdout
        );
        assert!(
            done.stdout.contains("begins `development`: weight "),
            "{}",
            done.stdout
        );
        assert!(done.stdout.ends_with("  in all\n"), "{}", done.stdout);
    }
    let done = Test::new("find --explain 1 --format json islamic dev bank")
        .any_stdout()
        .any_stderr()
        .success();
    for part in [
        "\"citation\":\"2/34-P:7\",\"row\":1,\"worth\":10000.0,\"reason\":\"kind\"",
        "\"reason\":\"beginning\",\"word\":\"dev\",\"found\":\"development\",\"weight\":",
    ] {
        assert!(done.stdout.contains(part), "{}", done.stdout);
    }
}

#[test]
fn what_is_no_row_is_told_its_words() {
    let done = Test::new("find --explain 3/34-P:1 islamic dev bank")
        .any_stdout()
        .any_stderr()
        .nothing();
    assert!(
        done.stdout.contains("bank     is missing"),
        "{}",
        done.stdout
    );
    assert!(
        done.stderr.contains("`3/34-P:1` is not in the answer"),
        "{}",
        done.stderr
    );
    Test::new("find --explain 9 islamic dev bank")
        .any_stdout()
        .stderr("resolut: no row 9: the answer has 4\n")
        .fails();
}

#[test]
fn paragraphs_are_found_by_whom_they_ask_for_what_and_by_when() {
    let cited = |args: &str| citations(&format!("find {args}")).join(" ");
    assert_eq!(cited("does:report"), "2/34-P:12 3/34-P:10");
    assert_eq!(cited("--does report in:2/34-P"), "2/34-P:12");
    assert_eq!(
        cited("--due '35th session'"),
        "2/34-P:11 2/34-P:12 3/34-P:10"
    );
    assert_eq!(cited("--due '35th session' -does:report"), "2/34-P:11");
    assert_eq!(cited("to:\"development bank\""), "2/34-P:7");
}

#[test]
fn acts_that_are_not_here_are_told_and_so_is_that_other_languages_are_not_read() {
    Test::new("find to:secretery-general")
        .stderr("resolut: no addressee with \"secretery\": secretary?\n")
        .nothing();
    Test::new("find does:report due:2031")
        .stderr("resolut: no act due 2031\n")
        .nothing();
    let french = r#"{"format": "resolut-corpus/1", "sessions": [{"id": "2013", "organ": "O", "name": "N", "resolutions": [
        {"symbol": "9/1", "language": "fr", "preamble": [], "operative": [
          {"number": "1", "text": "Prie le Secrétaire général de lui faire rapport."}]}]}]}"#;
    Test::new("--corpus lacs.json find to:secretaire in:9/1")
        .file("lacs.json", french)
        .stderr("resolut: only English texts are read for `to:`, `does:` and `due:`\n")
        .nothing();
}

#[test]
fn a_session_of_that_name_takes_no_row_from_the_paragraphs() {
    let all = citations("find fourth");
    assert_eq!(all, ["3/34-P:2", "3/34-P:5"]);
    for limit in 1..=2 {
        assert_eq!(
            citations(&format!("find fourth --limit {limit}")),
            all[..limit]
        );
    }
}
