//! `resolut compare`: two resolutions paragraph by paragraph.

use super::Test;

/// A resolution and the one that renews it, in English; and one in French.
const LAKES: &str = r#"{"format": "resolut-corpus/1", "sessions": [
  {"id": "2013", "organ": "Security Council", "name": "2013", "resolutions": [
    {"symbol": "S/RES/2101 (2013)", "language": "en", "adopted": "2013-04-25", "preamble": [
      {"text": "Recalling the treaty on the lakes of the north,"}], "operative": [
      {"number": "1", "text": "Decides to extend the mandate of the observers until 30 April 2014;"},
      {"number": "2", "text": "Encourages the fishing villages to share their nets and to mend the harbour walls before winter;"},
      {"number": "3", "text": "Welcomes the gift of a lighthouse;"},
      {"number": "4", "text": "Decides to remain seized of the matter."}]},
    {"symbol": "S/RES/2201 (2014)", "language": "en", "adopted": "2014-04-22", "preamble": [
      {"text": "Recalling the treaty on the lakes of the north;"}], "operative": [
      {"number": "1", "text": "Urges the fishing villages to share their nets, boats and ropes and to mend the harbour walls before winter;"},
      {"number": "2", "text": "Decides to extend the mandate of the observers until 30 April 2015;"},
      {"number": "3", "text": "Condemns smuggling by night;"},
      {"number": "4", "text": "Decides to remain seized of the matter."}]},
    {"symbol": "S/RES/2202 (2014)", "language": "fr", "adopted": "2014-05-29", "preamble": [], "operative": [
      {"number": "1", "text": "Décide de rester saisi de la question."}]}]}]}"#;

fn test(args: &str) -> Test {
    Test::new(&format!("--corpus lakes.json {args}")).file("lakes.json", LAKES)
}

#[test]
fn each_paragraph_stands_in_one_row_with_what_changed_marked() {
    test("compare 2101 2201")
        .stdout(
            "pp1\tpp1\tsame\tRecalling the treaty on the lakes of the north;\n\
             2\t1\tchanged, moved\t[-Encourages-] {+Urges+} the fishing villages to share their nets{+, boats and ropes+} \
             and to mend the harbour walls before winter;\n\
             1\t2\tchanged\tDecides to extend the mandate of the observers until 30 April [-2014-] {+2015+};\n\
             3\t\tdropped\tWelcomes the gift of a lighthouse;\n\
             \t3\tnew\tCondemns smuggling by night;\n\
             4\t4\tsame\tDecides to remain seized of the matter.\n",
        )
        .stderr(
            "resolut: from S/RES/2101 (2013) to S/RES/2201 (2014): 2 same, 2 changed, 1 dropped, 1 new, 1 moved\n",
        )
        .success();
}

#[test]
fn a_change_is_told_in_bytes() {
    test("compare 2101:1 2201 --format jsonl")
        .stdout(
            "{\"from\":\"S/RES/2101 (2013):1\",\"to\":\"S/RES/2201 (2014):2\",\"pair\":[\"1\",\"2\"],\"status\":\"changed\",\
             \"same\":false,\"likeness\":1.0,\"changes\":[{\"from\":[62,66],\"to\":[62,66],\"gone\":\"2014\",\"new\":\"2015\"}]}\n",
        )
        .success();
}

#[test]
fn rows_are_a_table() {
    test("compare 2101:3-4 2201:3 --format csv")
        .stdout(
            "from,to,status,moved,likeness\r\n\
             S/RES/2101 (2013):3,,dropped,,\r\n\
             ,S/RES/2201 (2014):3,new,,\r\n\
             S/RES/2101 (2013):4,S/RES/2201 (2014):4,same,,1\r\n",
        )
        .success();
    Test::new("compare 2/34-P:8 3/34-P --format tsv")
        .stdout("2/34-P:8\t3/34-P:6\tchanged\tmoved\t0.612\n")
        .success();
}

#[test]
fn one_resolution_is_compared_with_the_one_before_it_if_something_tells_which_that_is() {
    let titled = LAKES
        .replace(
            "\"S/RES/2101 (2013)\",",
            "\"S/RES/2101 (2013)\", \"title\": \"On observers at the lakes\",",
        )
        .replace(
            "\"S/RES/2201 (2014)\",",
            "\"S/RES/2201 (2014)\", \"title\": \"On observers at the lakes\",",
        );
    Test::new("--corpus lakes.json compare 2201:4 --format tsv")
        .file("lakes.json", titled)
        .stdout("S/RES/2101 (2013):4\tS/RES/2201 (2014):4\tsame\t\t1\n")
        .success();
    Test::new("compare 3/34-P")
        .stderr(
            "resolut: no resolution before 3/34-P has a title or words like its own, and it cites none that is here\n\n\
             hint: name the one that it is to be compared with: `resolut compare EARLIER '3/34-P'`\n",
        )
        .nothing();
}

#[test]
fn a_resolution_is_not_compared_with_itself_nor_across_languages() {
    test("compare 2101 2101:2")
        .stderr(
            "resolut: S/RES/2101 (2013) can't be compared with itself; name an earlier resolution first\n",
        )
        .fails();
    test("compare 2101 2202")
        .stderr(
            "resolut: S/RES/2101 (2013) is in `en` and S/RES/2202 (2014) in `fr`; words are compared in one language\n",
        )
        .fails();
    test("compare 2101 2999").any_stderr().nothing();
}
