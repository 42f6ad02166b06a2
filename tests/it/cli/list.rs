//! `resolut list`, and `resolut` alone into a pipe.

use super::{POINTS, Test};

const BUNDLED: &str = "\
ICFM-34  Thirty-Fourth Session, Islamabad, 15 to 17 May 2007

  2/34-P  13 pp  12 op  THE JAMMU AND KASHMIR DISPUTE
  3/34-P   3 pp  10 op  THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
";

#[test]
fn sessions_stand_over_their_resolutions() {
    Test::new("list").stdout(BUNDLED).success();
    Test::new("").stdout(BUNDLED).success();
    for name in ["ICFM-34", "icfm34", "'icfm 34'"] {
        Test::new(&format!("list {name}")).stdout(BUNDLED).success();
    }
}

#[test]
fn an_array_of_sessions_has_their_counts() {
    Test::new("list --format json")
        .stdout(
            "[\n{\"id\":\"ICFM-34\",\"organ\":\"OIC, Islamic Conference of Foreign Ministers\",\
             \"name\":\"Thirty-Fourth Session\",\"theme\":\"Session of Peace, Progress and Harmony\",\
             \"place\":\"Islamabad, Islamic Republic of Pakistan\",\"dates\":{\"printed\":\"28-30 Rabi \
             Al-Thani 1428 A.H (15-17 May 2007)\",\"from\":\"2007-05-15\",\"to\":\"2007-05-17\"},\
             \"resolutions\":2,\"pp\":16,\"op\":22}\n]\n",
        )
        .success();
}

#[test]
fn an_array_of_resolutions_has_their_counts() {
    Test::new("list ICFM-34 --format json")
        .stdout(
            "[\n{\"symbol\":\"2/34-P\",\"title\":\"THE JAMMU AND KASHMIR DISPUTE\",\
             \"session\":\"ICFM-34\",\"language\":\"en\",\"pp\":13,\"op\":12,\"annexes\":0},\n\
             {\"symbol\":\"3/34-P\",\"title\":\"THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN\",\
             \"session\":\"ICFM-34\",\"language\":\"en\",\"pp\":3,\"op\":10,\"annexes\":0}\n]\n",
        )
        .success();
}

#[test]
fn columns_come_with_tabs() {
    Test::new("list --format tsv")
        .stdout("ICFM-34\tThirty-Fourth Session\t2\t16\t22\n")
        .success();
    Test::new("list ICFM-34 --format tsv")
        .stdout(
            "2/34-P\tTHE JAMMU AND KASHMIR DISPUTE\t13\t12\t0\t\n\
             3/34-P\tTHE PEACE PROCESS BETWEEN INDIA AND PAKISTAN\t3\t10\t0\t\n",
        )
        .success();
    Test::new("list 7/1-T --corpus points.json --format tsv")
        .file("points.json", POINTS)
        .stdout(
            "7/1-T\tpp\t1\tRecalling\n\
             7/1-T\top\t1\tDecides\n\
             7/1-T\top\t2\tRequests\n\
             7/1-T\tannex\t\t\n\
             7/1-T\tannex\t1\t\n",
        )
        .success();
}

#[test]
fn the_outline_of_a_resolution_is_a_line_each() {
    Test::new("list 7/1-T --corpus points.json")
        .file("points.json", POINTS)
        .stdout(
            "7/1-T  POINTS\n\
             \n   pp1  Recalling nothing,\n\
             \n     1  Decides: (a) to meet: (i) soon; (b) to report.\n     \
             2  Requests all␛[2J to go.\n\
             \n        Terms\n     \
             1  Ends.\n",
        )
        .success();
}

#[test]
fn an_object_of_a_resolution_has_its_outline() {
    Test::new("list 7/1-T --corpus points.json --format json")
        .file("points.json", POINTS)
        .stdout(
            r#"[
{"symbol":"7/1-T","title":"POINTS","session":"T-1","language":"en","pp":1,"op":2,"annexes":1,"outline":[{"citation":"7/1-T:pp1","kind":"pp","number":"1","lead":"Recalling"},{"citation":"7/1-T:1","kind":"op","number":"1","lead":"Decides"},{"citation":"7/1-T:2","kind":"op","number":"2","lead":"Requests"},{"citation":"7/1-T:annex1","kind":"annex"},{"citation":"7/1-T:annex1:1","kind":"annex","number":"1"}]}
]
"#,
        )
        .success();
}

#[test]
fn what_is_imported_stands_behind_what_is_bundled() {
    Test::new("list")
        .file(".local/share/resolut/mine.json", POINTS)
        .stdout(&format!(
            "{BUNDLED}\nT-1  First Session\n\n  7/1-T  1 pp  2 op  POINTS\n"
        ))
        .success();
}

#[test]
fn a_name_that_nothing_has_is_not_found() {
    Test::new("list Geneva")
        .stderr(
            "resolut: no session and no resolution `Geneva` is here\n\
             \nhint: `resolut list` shows what there is to read, and `resolut list --title WORDS` the titles with some \
             words\n",
        )
        .nothing();
}

#[test]
fn an_outline_is_not_cut_into_a_pipe() {
    let done = Test::new("list 2/34-P").any_stdout().success();
    assert!(done.stdout.lines().any(|line| line.chars().count() > 200));
    assert!(!done.stdout.contains('…'));
}

/// Three sessions of two resolutions each, and one of a session without days.
const YEARS: &str = r#"{"format": "resolut-corpus/1", "sessions": [
    {"id": "T-1", "organ": "o", "name": "First", "resolutions": [
        {"symbol": "1/1", "title": "The long pier", "adopted": "2004-06-30", "language": "en", "preamble": [], "operative": []},
        {"symbol": "1/2", "title": "The old quay", "adopted": "2004-07-01", "language": "en", "preamble": [], "operative": []}]},
    {"id": "T-2", "organ": "o", "name": "Second", "resolutions": [
        {"symbol": "2/1", "title": "Piers and élan", "adopted": "2005-01-02", "language": "en", "preamble": [], "operative": [
            {"number": "1", "text": "Decides."}]},
        {"symbol": "2/2", "language": "en", "preamble": [], "operative": [{"text": "Thanks the watch."}]}]}]}"#;

#[test]
fn resolutions_are_chosen_by_title_and_time_and_put_in_order() {
    for (options, symbols) in [
        ("--title pier", &["2/1", "1/1"][..]),
        ("--title 'PIER 2004'", &["1/1"]),
        ("--title elan", &["2/1"]),
        ("--order newest T-1", &["1/2", "1/1"]),
        ("--order oldest T-1", &["1/1", "1/2"]),
        ("--since 2004-07 --until 2005", &["2/1", "1/2"]),
        ("--until 2004-06", &["1/1"]),
        (
            "--since 2004-06-30 --until 2004 --title the",
            &["1/2", "1/1"],
        ),
    ] {
        let done = Test::new(&format!("list {options} --corpus c.json --format tsv"))
            .file("c.json", YEARS)
            .any_stdout()
            .success();
        let first: Vec<_> = done
            .stdout
            .lines()
            .filter_map(|line| line.split('\t').next())
            .collect();
        assert_eq!(first, symbols, "{options}");
    }
    Test::new("list --title pier --corpus c.json")
        .file("c.json", YEARS)
        .stdout(
            " 2 Jan 2005  2/1    1 op  Piers and élan\n30 Jun 2004  1/1    0 op  The long pier\n",
        )
        .success();
    Test::new("list --order oldest T-2 --corpus c.json")
        .file("c.json", YEARS)
        .stdout(" 2 Jan 2005  2/1    1 op  Piers and élan\n             2/2    1 op  [Thanks the watch.]\n")
        .success();
}

#[test]
fn a_list_of_which_nothing_is_left_says_so() {
    Test::new("list --title ferry --corpus c.json")
        .file("c.json", YEARS)
        .stderr("resolut: no resolution is left: `resolut list` lists all\n")
        .nothing();
    Test::new("list 2/1 --order newest --corpus c.json")
        .file("c.json", YEARS)
        .stderr(
            "resolut: 2/1 is one resolution: --title, --since, --until and --order choose among several\n",
        )
        .fails();
}

#[test]
fn lists_are_tables_with_a_heading_line_too() {
    Test::new("list ICFM-34 --format csv")
        .stdout(
            "symbol,title,pp,op,annexes,adopted\r\n\
             2/34-P,THE JAMMU AND KASHMIR DISPUTE,13,12,0,\r\n\
             3/34-P,THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN,3,10,0,\r\n",
        )
        .success();
    let heading = |args: &str| {
        let done = Test::new(args).any_stdout().success();
        done.stdout.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(heading("list --format csv"), "id,name,resolutions,pp,op");
    assert_eq!(
        heading("list 2/34-P --format csv"),
        "symbol,kind,number,lead"
    );
    assert_eq!(
        heading("list --order newest --format csv"),
        "symbol,title,pp,op,annexes,adopted"
    );
}
