//! `resolut actions`: who is asked to do what by when.

use super::Test;

const LAKES: &str = r#"{"format": "resolut-corpus/1", "sessions": [
  {"id": "2013", "organ": "Security Council", "name": "2013", "resolutions": [
    {"symbol": "S/RES/2101 (2013)", "language": "en", "adopted": "2013-04-25",
     "preamble": [{"text": "Requests nobody,"}], "operative": [
      {"number": "1", "text": "Requests the Envoy to report within 30 days of the adoption of this resolution;"},
      {"number": "2", "text": "Decides:", "points": [
        {"number": "(a)", "text": "Urges all States to meet, and requests them to report by 1 June 2013."}]}]}]}]}"#;

fn test(args: &str) -> Test {
    Test::new(&format!("--corpus lakes.json actions {args}")).file("lakes.json", LAKES)
}

#[test]
fn acts_are_objects_with_the_day_that_follows() {
    test("2101:1 --format json")
        .stdout(
            "[\n{\"citation\":\"S/RES/2101 (2013):1\",\"act\":1,\"verb\":\"requests\",\"addressees\":[\"Envoy\"],\
             \"report\":true,\"due\":[\"within 30 days\"],\"due_printed\":[\"within 30 days\"],\
             \"due_date\":[\"2013-05-25\"],\"words\":\"Requests the Envoy to report within 30 days of the adoption of \
             this resolution;\"}\n]\n",
        )
        .success();
}

#[test]
fn a_point_is_cited_and_acts_are_chosen() {
    test("2013 --report --format tsv")
        .stdout(
            "S/RES/2101 (2013):1\t1\trequests\tEnvoy\tyes\twithin 30 days\t2013-05-25\tRequests the Envoy to report within \
             30 days of the adoption of this resolution;\n\
             S/RES/2101 (2013):2(a)\t3\trequests\tthem\tyes\t2013-06-01\t2013-06-01\trequests them to report by 1 June 2013.\n",
        )
        .success();
    test("2101 --to states")
        .stdout("S/RES/2101 (2013):2(a)\turges all States: Urges all States to meet, and\n")
        .success();
    test("2101 --due 2013-06 --does requests --format csv")
        .stdout(
            "citation,act,verb,addressees,report,due,due_date,words\r\n\
             S/RES/2101 (2013):2(a),3,requests,them,yes,2013-06-01,2013-06-01,requests them to report by 1 June 2013.\r\n",
        )
        .success();
}

#[test]
fn what_is_due_at_the_next_session_is_found_in_the_bundled_resolutions() {
    Test::new("actions --due --format tsv")
        .any_stdout()
        .success();
    let due = Test::new("actions --due").any_stdout().success().stdout;
    let cited: Vec<_> = due
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    assert_eq!(cited, ["2/34-P:11", "2/34-P:12", "3/34-P:10"]);
    let reports = Test::new("actions --report").any_stdout().success().stdout;
    assert_eq!(reports.lines().count(), 2);
}

#[test]
fn days_are_events_of_a_calendar() {
    let calendar = test("--report --due 2013-06-01 --format ics")
        .any_stdout()
        .success()
        .stdout;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    assert!(calendar.contains("\r\nDTSTART;VALUE=DATE:20130601\r\n"));
    assert!(calendar.contains("\r\nSUMMARY:S/RES/2101 (2013):2(a): requests them\r\n"));
    assert!(calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert!(calendar.lines().all(|line| line.len() <= 75));
}

#[test]
fn a_day_that_is_counted_stands_beside_the_words_it_is_counted_from() {
    let calendar = test("2101:1 --format ics").any_stdout().success().stdout;
    assert!(calendar.contains("\r\nDTSTART;VALUE=DATE:20130525\r\n"));
    let unfolded = calendar.replace("\r\n ", "");
    assert!(unfolded.contains("DESCRIPTION:[within 30 days] Requests the Envoy to report"));
}

#[test]
fn acts_that_recur_are_counted_where_days_are_asked_for() {
    let recurring = LAKES.replace("by 1 June 2013", "every six months");
    let test = |args: &str| {
        let test = Test::new(&["--corpus lakes.json actions ", args].concat());
        test.file("lakes.json", &recurring)
    };
    test("--due 2013-05 --format tsv")
        .any_stdout()
        .stderr("resolut: 1 more act recurs without a day\n")
        .success();
    test("--due 2013-05 --to envoy --format tsv")
        .any_stdout()
        .success();
}

#[test]
fn what_is_due_at_a_session_is_asked_for_in_its_words() {
    let due = Test::new("actions --due '35th session' --format tsv")
        .any_stdout()
        .success()
        .stdout;
    let cited: Vec<_> = due
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    assert_eq!(cited, ["2/34-P:11", "2/34-P:12", "3/34-P:10"]);
}

#[test]
fn what_nobody_is_asked_is_nothing_and_names_that_are_near_are_offered() {
    test("2101 --does reqests")
        .stderr("resolut: no act reqests: requests?\n")
        .nothing();
    test("--to 'the envoi'")
        .stderr("resolut: no addressee with \"envoi\": envoy?\n")
        .nothing();
    test("--due 2019")
        .stderr("resolut: no act due 2019: 2013\n")
        .nothing();
    test("2101 --does report --to states")
        .stderr("resolut: no such act there\n")
        .nothing();
}

#[test]
fn an_act_without_a_day_is_no_event() {
    test("2101 --to states --format ics")
        .stdout(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//resolut//actions//EN\r\nEND:VCALENDAR\r\n",
        )
        .success();
}
