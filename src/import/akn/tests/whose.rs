//! Whose text a file is.

use super::*;
use crate::text::model::DocumentKind;

fn named(file_name: &str, change: impl Fn(String) -> String) -> Reading {
    read_as(change(file("", &op("1.", "Asks."))).as_bytes(), file_name).unwrap()
}

#[test]
fn cover_and_file_name_that_agree_win_over_a_symbol_that_was_left_from_another_file() {
    let reading = named("S_RES_9002-3100001G.xml", |file| {
        file.replace("Resolution 9001 (2031)", "Resolution 9002 (2031)")
    });
    assert_eq!(reading.document.symbol, "S/RES/9002 (2031)");
    assert_eq!(doubts(&reading), ["symbol-conflict"]);
    assert_eq!(
        reading.doubts[0].message,
        "read as S/RES/9002 (2031): number S/RES/9001 (2031), address S/RES/9001 (2031), cover S/RES/9002 (2031), file name S/RES/9002, adopted 2031"
    );
}

#[test]
fn else_the_majority_is_believed() {
    let reading = named("S_RES_9002-3100001G.xml", |file| file);
    assert_eq!(reading.document.symbol, "S/RES/9001 (2031)");
    assert_eq!(doubts(&reading), ["symbol-conflict"]);
}

#[test]
fn a_symbol_gets_its_space_and_the_year_of_adoption() {
    let reading = named("S_RES_9001.xml", |file| {
        file.replace("S/RES/9001 (2031)", "S/RES/9001(2031)")
    });
    assert_eq!(
        (reading.document.symbol.as_str(), doubts(&reading)),
        ("S/RES/9001 (2031)", vec!["symbol-spacing"])
    );
    let reading = named("S_RES_9001.xml", |file| {
        file.replace("S/RES/9001 (2031)", "S/RES/9001 (2030)")
    });
    assert_eq!(
        (reading.document.symbol.as_str(), doubts(&reading)),
        ("S/RES/9001 (2031)", vec!["symbol-year"])
    );
}

#[test]
fn a_number_that_is_no_symbol_gives_way_to_another_witness() {
    let reading = named("S_RES_9001-3100001E.xml", |file| {
        file.replace("S/RES/9001 (2031)", "A/RES/99/1 &lt;paragrapA-B")
            .replace("Resolution 9001 (2031)", "")
            .replace("9001-2031/", "/")
    });
    assert_eq!(reading.document.symbol, "S/RES/9001 (2031)");
}

#[test]
fn a_symbol_that_no_witness_can_cite_is_doubted() {
    let reading = named("annex 1.xml", |file| {
        file.replace("S/RES/9001 (2031)", "annex 1")
            .replace("Resolution 9001 (2031)", "")
            .replace("9001-2031/", "/")
    });
    assert_eq!(reading.document.symbol, "annex 1");
    assert_eq!(doubts(&reading), ["symbol-uncitable"]);
}

#[test]
fn where_nothing_names_a_symbol_the_file_name_stands_for_it() {
    let reading = named("boats.xml", |file| {
        file.replace("S/RES/9001 (2031)", "")
            .replace("Resolution 9001 (2031)", "")
            .replace("9001-2031/", "/")
    });
    assert_eq!(
        (reading.document.symbol.as_str(), doubts(&reading)),
        ("boats", vec!["symbol-empty"])
    );
}

#[test]
fn the_name_of_a_draft_wins() {
    let reading = named("S_2031_44-3100001G.xml", |file| {
        file.replace("\"resolution\"", "\"draftResolution\"")
            .replace("S/RES/9001 (2031)", "S/2031/43")
    });
    assert_eq!(
        (reading.document.symbol.as_str(), reading.document.kind),
        ("S/2031/44", DocumentKind::Draft)
    );
    assert!(doubts(&reading).contains(&"symbol-conflict"));
}

#[test]
fn a_statement_has_paragraphs_and_its_correction_a_symbol_of_its_own() {
    let statement = "<akomaNtoso><statement name=\"presidentialStatement\"><meta><FRBRlanguage language=\"eng\"/></meta><coverPage/>\
        <mainBody><p><docTitle>Statement by the President</docTitle></p><alinea><content><p>The President said:</p></content></alinea>\
        <paragraph><content><p>“The Board asks.”</p></content></paragraph></mainBody></statement></akomaNtoso>";
    let reading = read_as(statement.as_bytes(), "S_PRST_2031_7_Corr.1-3100002E.xml").unwrap();
    assert_eq!(
        (reading.document.symbol.as_str(), reading.document.kind),
        ("S/PRST/2031/7/Corr.1", DocumentKind::Statement)
    );
    assert_eq!(
        outline(&reading.document),
        [
            "st ## Statement by the President",
            "st The President said:",
            "st “The Board asks.”"
        ]
    );
}

#[test]
fn facts_of_the_adoption_come_from_the_meta_and_the_cover() {
    let reading = named("S_RES_9001.xml", |file| {
        file.replace(
            "</identification>",
            "</identification><keyword refersTo=\"agenda\" value=\"[1]\" showAs=\"BOATS\"/><keyword refersTo=\"agenda\" value=\"X\" showAs=\"Boats &amp; oars.\"/>\
             <keyword refersTo=\"title\" showAs=\"Resolution 9001 [on oars]\"/><keyword showAs=\"OARS\" dictionary=\"UNBIS Thesaurus\"/>\
             <step outcome=\"draftResolution\" as=\"S/2031/4\"/><step outcome=\"adopted\" as=\"S/PV.9900\"/>\
             <voting><count value=\"014\" refersTo=\"inFavour\"><voters><organization>OARLAND</organization></voters></count></voting>",
        )
        .replace("</coverPage>", "<p><docTitle><inline name=\"adoptionMeeting\">9900th meeting</inline>, <docDate date=\"2031-02-04\" refersTo=\"#adoptionDate\">4 February</docDate></docTitle></p></coverPage>")
    });
    let facts = &reading.document.facts;
    let said = |fact: &Option<String>| fact.clone().unwrap_or_default();
    assert_eq!(
        [
            &facts.adopted,
            &facts.meeting,
            &facts.record,
            &facts.draft,
            &facts.agenda,
            &facts.topic
        ]
        .map(said),
        [
            "2031-02-04",
            "9900th meeting",
            "S/PV.9900",
            "S/2031/4",
            "Boats & oars.",
            "on oars"
        ]
    );
    assert_eq!(facts.subjects, ["OARS"]);
    let vote = facts.vote.as_ref().unwrap();
    assert_eq!(
        (vote.favour.count, vote.favour.who.as_slice()),
        (Some(14), &["OARLAND".to_string()][..])
    );
    assert_eq!(doubts(&reading), ["vote", "vote"]);
}
