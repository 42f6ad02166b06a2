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
            "2/34-P\tTHE JAMMU AND KASHMIR DISPUTE\t13\t12\t0\n\
             3/34-P\tTHE PEACE PROCESS BETWEEN INDIA AND PAKISTAN\t3\t10\t0\n",
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
             \nhint: `resolut list` shows what there is to read\n",
        )
        .nothing();
}

#[test]
fn an_outline_is_not_cut_into_a_pipe() {
    let done = Test::new("list 2/34-P").any_stdout().success();
    assert!(done.stdout.lines().any(|line| line.chars().count() > 200));
    assert!(!done.stdout.contains('…'));
}
