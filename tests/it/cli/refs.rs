//! `resolut refs` and `resolut cited`: what a text refers to, and who refers to it.

use super::Test;

/// Two resolutions in English and one in French; the second cites the first.
const LAKES: &str = r#"{"format": "resolut-corpus/1", "sessions": [
  {"id": "2013", "organ": "Security Council", "name": "2013", "resolutions": [
    {"symbol": "S/RES/2101 (2013)", "language": "en", "adopted": "2013-04-25", "preamble": [], "operative": [
      {"number": "1", "text": "Decides to meet;"},
      {"number": "2", "text": "Decides to keep to paragraph 1 above."}]},
    {"symbol": "S/RES/2103 (2013)", "language": "en", "adopted": "2013-05-22", "preamble": [], "operative": [
      {"number": "1", "text": "Renews paragraphs 1 and 7 of resolution 2101 (2013), as resolution 2001 (2011) has it;"},
      {"number": "2", "text": "Recalls resolution 2101 (2013)."}]},
    {"symbol": "S/RES/2104 (2013)", "language": "fr", "adopted": "2013-05-29", "preamble": [], "operative": [
      {"number": "1", "text": "Rappelle sa résolution 2101 (2013)."}]}]}]}"#;

fn test(args: &str) -> Test {
    Test::new(&format!("--corpus lakes.json {args}")).file("lakes.json", LAKES)
}

#[test]
fn what_is_not_here_is_listed_with_the_reason() {
    test("refs 2103:1")
        .stdout(
            "S/RES/2103 (2013):1\tS/RES/2101 (2013):1\tRenews paragraphs 1 and 7 of resolution 2101 (2013), as resolution…\t\n\
             S/RES/2103 (2013):1\tS/RES/2101 (2013):7\tRenews paragraphs 1 and 7 of resolution 2101 (2013), as resolution…\
             \tS/RES/2101 (2013) has operative paragraphs 1 and 2\n\
             S/RES/2103 (2013):1\tS/RES/2101 (2013)\tRenews paragraphs 1 and 7 of resolution 2101 (2013), as resolution \
             2001 (2011) has it;\t\n\
             S/RES/2103 (2013):1\tS/RES/2001 (2011)\t…of resolution 2101 (2013), as resolution 2001 (2011) has it;\tnot here\n",
        )
        .success();
}

#[test]
fn references_are_objects_and_columns() {
    test("refs 2103:2 --format json")
        .stdout(
            "[\n{\"citation\":\"S/RES/2103 (2013):2\",\"start\":19,\"end\":30,\"words\":\"2101 (2013)\",\
             \"kind\":\"res\",\"target\":\"S/RES/2101 (2013)\",\"state\":\"here\"}\n]\n",
        )
        .success();
    test("refs 2101:2 --format csv")
        .stdout(
            "citation,start,end,kind,target,state,words\r\n\
             S/RES/2101 (2013):2,29,30,self,S/RES/2101 (2013):1,here,1\r\n",
        )
        .success();
    test("refs 2101 2103:2 --format tsv")
        .stdout(
            "S/RES/2101 (2013):2\t29\t30\tself\tS/RES/2101 (2013):1\there\t1\n\
             S/RES/2103 (2013):2\t19\t30\tres\tS/RES/2101 (2013)\there\t2101 (2013)\n",
        )
        .success();
}

#[test]
fn a_document_of_the_bundled_resolutions_is_not_here() {
    Test::new("refs 2/34-P --format tsv")
        .stdout("2/34-P:pp13\t85\t109\tdoc\tOIC/ICFM-34/POL/SG.REP.2\toutside\tOIC/ICFM-34/POL/SG.REP.2\n")
        .success();
}

#[test]
fn a_paragraph_that_cites_nothing_and_one_that_is_not_there_end_with_1() {
    Test::new("refs 2/34-P:7")
        .stderr("resolut: nothing is cited in 2/34-P:7\n")
        .nothing();
    Test::new("refs 2/34-P:99")
        .stderr("resolut: 2/34-P has operative paragraphs 1 to 12\n")
        .nothing();
    Test::new("cited 2/34-P:7")
        .stderr("resolut: nothing here cites 2/34-P:7\n")
        .nothing();
}

#[test]
fn who_cites_a_resolution_or_a_paragraph_is_listed() {
    test("cited 2101:1")
        .stdout("S/RES/2103 (2013):1\tRenews paragraphs 1 and 7 of resolution 2101 (2013), as resolution…\n")
        .success();
    // The whole resolution: its paragraphs as well, even those that it has not.
    test("cited 2101 --format jsonl")
        .stdout(
            "{\"citation\":\"S/RES/2103 (2013):1\",\"target\":\"S/RES/2101 (2013):1\",\"exact\":false,\"lead\":\"Renews\",\
             \"words\":\"Renews paragraphs 1 and 7 of resolution 2101 (2013), as resolution…\",\"adopted\":\"2013-05-22\"}\n\
             {\"citation\":\"S/RES/2103 (2013):1\",\"target\":\"S/RES/2101 (2013):7\",\"exact\":false,\"lead\":\"Renews\",\
             \"words\":\"Renews paragraphs 1 and 7 of resolution 2101 (2013), as resolution…\",\"adopted\":\"2013-05-22\"}\n\
             {\"citation\":\"S/RES/2103 (2013):2\",\"target\":\"S/RES/2101 (2013)\",\"exact\":true,\"lead\":\"Recalls\",\
             \"words\":\"Recalls resolution 2101 (2013).\",\"adopted\":\"2013-05-22\"}\n",
        )
        .success();
    test("cited 2101 --count")
        .stdout("S/RES/2101 (2013)\t2\t1\n")
        .success();
}

#[test]
fn a_text_in_another_language_is_refused() {
    test("refs 2104")
        .stderr("resolut: S/RES/2104 (2013) is in `fr`; only English texts are read for this\n")
        .fails();
}
