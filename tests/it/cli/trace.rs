//! `resolut trace`: the wordings of a paragraph.

use super::Test;

/// The same request in four years, once in another language.
const LAKES: &str = r#"{"format": "resolut-corpus/1", "sessions": [
  {"id": "2013", "organ": "Security Council", "name": "2013", "resolutions": [
    {"symbol": "S/RES/2101 (2013)", "language": "en", "adopted": "2013-04-25", "preamble": [], "operative": [
      {"number": "1", "text": "Encourages the villages of the north to mend the harbour walls before winter;"},
      {"number": "2", "text": "Welcomes the gift of a lighthouse."}]},
    {"symbol": "S/RES/2201 (2014)", "language": "en", "adopted": "2014-04-22", "preamble": [], "operative": [
      {"number": "1", "text": "Encourages the villages of the north to mend the harbour walls before winter."}]},
    {"symbol": "S/RES/2301 (2015)", "language": "en", "adopted": "2015-04-21", "preamble": [], "operative": [
      {"number": "1", "text": "Urges the villages of the north to mend the harbour walls before the winter of 2015;"}]},
    {"symbol": "S/RES/2401 (2016)", "language": "en", "adopted": "2016-04-20", "preamble": [], "operative": [
      {"number": "1", "text": "Urges the villages of the north to mend the harbour walls before the winter of 2016;"}]},
    {"symbol": "S/RES/2402 (2016)", "language": "fr", "adopted": "2016-04-21", "preamble": [], "operative": [
      {"number": "1", "text": "Urges the villages of the north to mend the harbour walls before winter."}]}]}]}"#;

fn test(args: &str) -> Test {
    Test::new(&format!("--corpus lakes.json {args}")).file("lakes.json", LAKES)
}

#[test]
fn wordings_stand_oldest_first_with_what_changed_until_the_one_that_is_asked_for() {
    test("trace 2301:1")
        .stdout(
            "S/RES/2101 (2013):1\t2013-04-25, 85 %, 11 words in a row, verb stronger, and 1 more\t[-Encourages-] {+Urges+} \
             the villages of the north to mend the harbour walls before {+the+} winter {+of 2015+};\n\
             S/RES/2301 (2015):1\t2015-04-21, here\tUrges the villages of the north to mend the harbour walls before the \
             winter of 2015;\n\
             S/RES/2401 (2016):1\t2016-04-20, same but for numbers, 15 words in a row\tUrges the villages of the north to \
             mend the harbour walls before the winter of [-2015-] {+2016+};\n",
        )
        .success();
}

#[test]
fn the_same_words_are_one_row_and_the_paragraph_itself_has_its_own() {
    test("trace 2201:1 --format csv")
        .stdout(
            "adopted,citation,likeness,verb,change,state,run,same\r\n\
             2013-04-25,S/RES/2101 (2013):1,1,Encourages,,same,,\r\n\
             2014-04-22,S/RES/2201 (2014):1,1,Encourages,,here,,\r\n\
             2015-04-21,S/RES/2301 (2015):1,0.847,Urges,stronger,near,11,S/RES/2401 (2016):1\r\n",
        )
        .success();
}

#[test]
fn a_change_is_told_in_bytes_of_the_earlier_and_the_later_text() {
    Test::new("trace 2/34-P:8 --format jsonl")
        .stdout(
            "{\"citation\":\"2/34-P:8\",\"adopted\":\"2007-05-17\",\"state\":\"here\",\"likeness\":1.0,\"verb\":\"Welcomes\"}\n\
             {\"citation\":\"3/34-P:6\",\"adopted\":\"2007-05-17\",\"state\":\"near\",\"likeness\":0.651,\"run\":27,\"verb\":\"Welcomes\",\
             \"changes\":[{\"from\":[174,273],\"to\":[174,299],\"gone\":\"request the Secretary General to implement the \
             recommendations contained in the Mission’s report;\",\"new\":\"notes that the implementation of recommendation of \
             the Mission would facilitate the peace process between India and Pakistan.\"}]}\n",
        )
        .success();
}

#[test]
fn a_paragraph_without_another_wording_is_printed_alone_and_ends_with_1() {
    test("trace 2101:2")
        .stdout("S/RES/2101 (2013):2\t2013-04-25, here\tWelcomes the gift of a lighthouse.\n")
        .stderr("resolut: no other wording of S/RES/2101 (2013):2 is here\n")
        .nothing();
}

#[test]
fn a_resolution_has_no_wording() {
    test("trace 2101")
        .stderr(
            "resolut: a paragraph is traced, as in `S/RES/2101 (2013):1`; a resolution is compared with the one before it by \
             `resolut compare`\n",
        )
        .fails();
}

/// A mandate and its renewals, one of them for a short time, and another matter in like words.
const RENEWALS: &str = r#"{"format": "resolut-corpus/1", "sessions": [
  {"id": "2013", "organ": "Security Council", "name": "2013", "resolutions": [
    {"symbol": "S/RES/2101 (2013)", "title": "On the observers at the lakes", "language": "en", "adopted": "2013-04-25", "preamble": [], "operative": [
      {"number": "1", "text": "Encourages the villages of the north to mend the harbour walls before winter;"},
      {"number": "2", "text": "Decides to extend the mandate of the observers until 30 April 2014."}]},
    {"symbol": "S/RES/2151 (2014)", "title": "On renewal of the observers at the lakes", "language": "en", "adopted": "2014-04-22", "preamble": [], "operative": [
      {"number": "1", "text": "Decides to extend the mandate of the observers until 30 June 2014."}]},
    {"symbol": "S/RES/2161 (2014)", "title": "On boats", "language": "en", "adopted": "2014-05-22", "preamble": [], "operative": [
      {"number": "1", "text": "Urges the villages of the south to mend the harbour walls before winter."}]},
    {"symbol": "S/RES/2201 (2014)", "title": "On the observers at the lakes", "language": "en", "adopted": "2014-06-21", "preamble": [], "operative": [
      {"number": "1", "text": "Decides to extend the mandate of the observers until 30 April 2015;"},
      {"number": "2", "text": "Urges the villages of the north to mend the harbour walls before winter;"},
      {"number": "3", "text": "Welcomes the gift of a lighthouse."}]}]}]}"#;

#[test]
fn the_line_of_renewals_is_walked_back_past_one_that_is_without_the_paragraph() {
    let test = |args: &str| {
        Test::new(&format!("--corpus lakes.json trace --chain {args}")).file("lakes.json", RENEWALS)
    };
    test("2201:2")
        .stdout(
            "S/RES/2201 (2014):2\t2014-06-21, here\tUrges the villages of the north to mend the harbour walls before \
             winter;\n\
             S/RES/2101 (2013):1\t2013-04-25, 83 %, 12 words in a row, verb stronger\t[-Encourages-] {+Urges+} the villages \
             of the north to mend the harbour walls before winter;\n",
        )
        .success();
    test("2201:1 --format csv")
        .stdout(
            "adopted,citation,likeness,verb,change,state,run,same\r\n\
             2014-06-21,S/RES/2201 (2014):1,1,Decides,,here,,\r\n\
             2014-04-22,S/RES/2151 (2014):1,0.825,Decides,,near,10,\r\n\
             2013-04-25,S/RES/2101 (2013):2,1,Decides,,numbers,11,\r\n",
        )
        .success();
    test("2201:3")
        .any_stdout()
        .stderr(
            "resolut: no resolution is here that has a wording of S/RES/2201 (2014):3 and that its own one renews\n",
        )
        .nothing();
}
