//! Sentences of the kinds that resolutions have, and what they ask; and the bundled paragraphs.

use proptest::prelude::*;

use super::{Act, of, read};
use crate::bundle;

/// An act in a line: verb, addressees, and what is said of reports and days.
fn line(act: &Act, text: &str) -> String {
    let words = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap().to_owned();
    let mut parts = vec![act.verb.clone()];
    let addressees: Vec<_> = act.addressees.iter().map(words).collect();
    if !addressees.is_empty() {
        parts.push(addressees.join(" + "));
    }
    if act.is_report {
        parts.push("report".to_owned());
    }
    parts.extend(act.due.iter().map(|(_, due)| due.to_string()));
    parts.join(", ")
}

fn lines(text: &str) -> Vec<String> {
    read(text).iter().map(|act| line(act, text)).collect()
}

#[test]
fn the_bundled_paragraphs_ask_this() {
    let corpus = bundle::corpus();
    let mut all = Vec::new();
    for symbol in ["2/34-P", "3/34-P"] {
        let id = corpus.read_citation(symbol, None).unwrap().resolution;
        let resolution = corpus.read(id).unwrap();
        for (index, passage) in resolution.passages.iter().enumerate() {
            let acts = of(&resolution, index);
            let number = passage.number.as_deref().unwrap_or_default();
            let line =
                |(_, act): &(usize, Act)| format!("{symbol}:{number} {}", line(act, &passage.text));
            all.extend(acts.iter().map(line));
        }
    }
    assert_eq!(
        all,
        [
            "2/34-P:1 calls for",
            "2/34-P:2 calls upon, India",
            "2/34-P:3 affirms",
            "2/34-P:4 supports",
            "2/34-P:5 notes",
            "2/34-P:6 appeals to, Member States + OIC + other Islamic Institutions + philanthropists",
            "2/34-P:7 requests, Islamic Development Bank + Islamic Solidarity Fund",
            "2/34-P:7 entrusts, General Secretariat",
            "2/34-P:8 welcomes",
            "2/34-P:8 requests, Secretary General",
            "2/34-P:9 urges, Government of India",
            "2/34-P:10 recommends, Member States",
            "2/34-P:10 mandates, OIC Contact Group on Jammu and Kashmir Group",
            "2/34-P:11 decides, occasion",
            "2/34-P:12 requests, Secretary-General, report, occasion",
            "3/34-P:1 supports",
            "3/34-P:1 commends",
            "3/34-P:2 notes",
            "3/34-P:3 supports",
            "3/34-P:4 expresses",
            "3/34-P:4 requests, Pakistan + India",
            "3/34-P:5 appreciates",
            "3/34-P:5 calls upon, India",
            "3/34-P:6 welcomes",
            "3/34-P:6 notes",
            "3/34-P:7 encourages, India",
            "3/34-P:8 calls upon, India",
            "3/34-P:9 calls upon, international community including the United Nations",
            "3/34-P:10 requests, Secretary-General + OIC Contact Group on Jammu and Kashmir, report, occasion",
        ]
    );
}

#[test]
fn who_is_asked_besides_to_do_something_else_is_asked() {
    for (text, expected) in [
        (
            "Requests the Agency to count the boats of the lake by 1 May 2031, and the Panel of Pilots to verify the count;",
            "requests, Agency + Panel of Pilots, 2031-05-01",
        ),
        (
            "Calls upon coastal States to mend their harbours and on the Lake Commission to lend its cranes;",
            "calls upon, coastal States + Lake Commission",
        ),
        (
            "Requests the Agency to work with the pilots, the Harbour Office, and other States to mend the walls;",
            "requests, Agency",
        ),
        (
            "Calls upon States to report on progress and on ways to mend the walls;",
            "calls upon, States, report",
        ),
        (
            "Calls for all parties to return the boats;",
            "calls for, all parties",
        ),
        (
            "Calls for greater efforts to return the boats;",
            "calls for",
        ),
        (
            "Demands that the harbour authorities reverse their ban;",
            "demands, harbour authorities",
        ),
        (
            "Requests that the Harbour Coordinator brief each committee monthly;",
            "requests, Harbour Coordinator, report, every 1 months",
        ),
        (
            "Directs the 101/102/103 Committee to review its list;",
            "directs, 101/102/103 Committee",
        ),
        (
            "Requests the Panel to circulate to the Committee a list of boats;",
            "requests, Panel, report",
        ),
    ] {
        assert_eq!(lines(text), [expected], "{text}");
    }
}

#[test]
fn a_rhythm_and_the_end_of_a_month_are_times() {
    for (text, expected) in [
        (
            "Requests the Envoy to report on a semi-annual basis;",
            "requests, Envoy, report, every 6 months",
        ),
        (
            "Requests the Envoy to report twice a year;",
            "requests, Envoy, report, every 6 months",
        ),
        (
            "Requests her to brief the Council biannually;",
            "requests, her, report, every 6 months",
        ),
        (
            "Requests the Envoy to report on an annual basis;",
            "requests, Envoy, report, every 1 years",
        ),
        (
            "Requests the Envoy to report by the end of June 2032;",
            "requests, Envoy, report, 2032-06-30",
        ),
        (
            "Requests the Envoy to report by the end of 2032;",
            "requests, Envoy, report, 2032-12-31",
        ),
        (
            "Requests the Envoy to report by March 15, 2032;",
            "requests, Envoy, report, 2032-03-15",
        ),
        (
            "Requests the Envoy to report before the end of the mandate;",
            "requests, Envoy, report, occasion",
        ),
    ] {
        assert_eq!(lines(text), [expected], "{text}");
    }
}

#[test]
fn a_body_with_any_name_in_capitals_is_bound_by_what_is_decided() {
    assert_eq!(
        lines(
            "Decides that UNLAKES shall report within 30 days of the adoption of this resolution;"
        ),
        ["decides, UNLAKES, report, within 30 days"]
    );
    assert_eq!(
        lines("Decides that South Lakeland shall report by 1 May 2032;"),
        ["decides, South Lakeland, report, 2032-05-01"]
    );
    for things in ["the lanterns", "Annex II", "the Lake Agreement"] {
        let text = format!("Decides that {things} shall burn by 1 May 2032;");
        assert_eq!(lines(&text), ["decides"]);
    }
}

#[test]
fn what_tells_the_organ_something_is_a_report_by_whatever_name() {
    for (text, is_report) in [
        (
            "Requests the Envoy to submit to the Council options for the harbour;",
            true,
        ),
        (
            "Requests the Envoy to notify the Committee of each lantern;",
            true,
        ),
        (
            "Requests the villages to submit plans for the harbour;",
            false,
        ),
        (
            "Requests the villages to submit names to the Committee;",
            false,
        ),
    ] {
        assert_eq!(read(text)[0].is_report, is_report, "{text}");
    }
}

#[test]
fn a_further_verb_is_an_act_and_a_noun_is_none() {
    assert_eq!(
        lines(
            "Welcomes the mission, supports its work and in particular urges all parties to help;"
        ),
        ["welcomes", "supports", "urges, all parties"]
    );
    assert_eq!(
        lines("Notes the reports, requests for exemption and demands of the parties;"),
        ["notes"]
    );
    assert_eq!(
        lines("Calls, in this regard, on the lake States to meet, and calls for calm;"),
        ["calls upon, lake States", "calls for"]
    );
    assert_eq!(
        lines("Decides to act: (a) Requests the Chair to row; (b) Urges restraint;"),
        ["decides", "requests, Chair", "urges"]
    );
}

#[test]
fn addressees_are_those_before_what_is_to_be_done() {
    for (text, want) in [
        (
            "Requests the Mission, within its means, and the Panel to look on;",
            "requests, Mission + Panel",
        ),
        (
            "Demands that all parties fully respect the truce;",
            "demands, all parties",
        ),
        (
            "Requests that, in his next letter, the Envoy explain it;",
            "requests, Envoy",
        ),
        (
            "Calls upon the parties to the conflict to stop;",
            "calls upon, parties to the conflict",
        ),
        (
            "Encourages the authorities in Lakeland and the Isles to talk;",
            "encourages, authorities in Lakeland and the Isles",
        ),
        (
            "Urges States and international, regional and local bodies to give;",
            "urges, States and international, regional and local bodies",
        ),
        (
            "Decides that the Committee shall meet;",
            "decides, Committee",
        ),
        ("Decides that the measures shall end;", "decides"),
        (
            "Encourages efforts by the Mission to find peace;",
            "encourages",
        ),
        (
            "Reminds all parties of their duties;",
            "reminds, all parties",
        ),
        (
            "Urges both Governments further to talk;",
            "urges, Governments",
        ),
    ] {
        assert_eq!(lines(text), [want], "{text}");
    }
}

#[test]
fn a_report_is_what_the_organ_is_told_and_by_when() {
    for (text, want) in [
        (
            "Requests the Envoy to report by 15 June 2013;",
            "requests, Envoy, report, 2013-06-15",
        ),
        (
            "Requests the Envoy to report within forty-five days of the adoption of this resolution;",
            "requests, Envoy, report, within 45 days",
        ),
        (
            "Requests the Envoy to submit a report every six months;",
            "requests, Envoy, report, every 6 months",
        ),
        (
            "Requests the Envoy to keep the Council regularly informed;",
            "requests, Envoy, report, regularly",
        ),
        (
            "Requests the Envoy to make recommendations in his next report;",
            "requests, Envoy, report, occasion",
        ),
        (
            "Requests the Envoy to keep it regularly informed and to report at 90-day intervals;",
            "requests, Envoy, report, every 90 days",
        ),
        (
            "Requests within 60 days a further report from the Director of the Agency on it;",
            "requests, Director of the Agency, report, within 60 days",
        ),
        (
            "Requests the Panel to send two reports, and to report the first by 1 May 2013 and again before 1 July 2013;",
            "requests, Panel, report, 2013-05-01, 2013-07-01",
        ),
        (
            "Requests the Envoy to report three months after the resumption of talks;",
            "requests, Envoy, report, occasion",
        ),
        (
            "Calls upon all States to submit names to the Committee;",
            "calls upon, all States",
        ),
        (
            "Decides to review the measures in 18 months;",
            "decides, within 18 months",
        ),
        (
            "Decides to extend the mandate until 30 June 2013;",
            "decides",
        ),
        (
            "Decides that the measures are lifted for a period of ninety days from the adoption of this resolution;",
            "decides",
        ),
    ] {
        assert_eq!(lines(text), [want], "{text}");
    }
}

#[test]
fn each_time_is_found_and_said_as_it_is_printed() {
    let printed = |text: &str| {
        let acts = read(text);
        let due = acts.iter().flat_map(|act| &act.due);
        let said = due.map(|(words, due)| format!("{due}: {}", text.get(words.clone()).unwrap()));
        said.collect::<Vec<_>>().join("; ")
    };
    for (text, want) in [
        (
            "report within 60 days of adoption and every six months thereafter",
            "within 60 days: within 60 days; every 6 months: every six months thereafter",
        ),
        (
            "report by 31 March and again by 30 September 2013",
            "2013-03-31: by 31 March; 2013-09-30: by 30 September 2013",
        ),
        (
            "report by 31 March and again by 30 September",
            "--03-31: by 31 March; --09-30: by 30 September",
        ),
        (
            "report by 31 March of each year",
            "--03-31: by 31 March; every 1 years: each year",
        ),
        ("report by October 2016", "2016-10-31: by October 2016"),
        (
            "report before the end of 2018",
            "2018-12-31: before the end of 2018",
        ),
        (
            "report, the first report being due on 1 September 2025, twice a year",
            "2025-09-01: on 1 September 2025; every 6 months: twice a year",
        ),
        (
            "report at least at monthly intervals",
            "every 1 months: at least at monthly intervals",
        ),
        (
            "report on a quarterly basis",
            "every 3 months: on a quarterly basis",
        ),
        (
            "report in two week intervals",
            "every 2 weeks: in two week intervals",
        ),
        (
            "report at intervals of 90 days",
            "every 90 days: at intervals of 90 days",
        ),
        (
            "report three times a year",
            "every 4 months: three times a year",
        ),
        ("report every other year", "every 2 years: every other year"),
        ("report half-yearly", "every 6 months: half-yearly"),
        (
            "report at the main part of its seventy-third session",
            "occasion: at the main part of its seventy-third session",
        ),
    ] {
        let text = format!("Requests the Envoy to {text};");
        assert_eq!(printed(&text), want);
    }
}

#[test]
fn an_act_by_its_times_has_one_each() {
    let all = read("Requests the Envoy to report within 60 days and every year; urges calm;");
    let times = all.into_iter().map(|act| act.by_time().len());
    assert_eq!(times.collect::<Vec<_>>(), [2, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_its_acts_stand_in_it(
        text in "(Requests |and |, |the |to |that |report |within |[0-9]{1,9} |days |by |May |urges |calls |upon |Committee |shall |é|\\PC){0,24}"
    ) {
        for act in read(&text) {
            let due = act.due.iter().map(|(words, _)| words);
            for range in act.addressees.iter().chain(due).chain([&act.range]) {
                prop_assert!(text.get(range.clone()).is_some_and(|words| !words.is_empty()), "{range:?}");
            }
        }
    }
}

#[test]
fn what_is_asked_again_is_asked_of_those_behind_the_noun() {
    for (text, expected) in [
        (
            "Reiterates its request to the Secretary-General to report to the Council within 30 days;",
            &["reiterates, Secretary-General, report, within 30 days"][..],
        ),
        (
            "Reiterates its strong demand that all parties cease smuggling;",
            &["reiterates, all parties"],
        ),
        (
            "Reaffirms its call upon the harbours and the boats to light lanterns;",
            &["reaffirms, harbours + boats"],
        ),
        (
            "Reiterates its support for the harbours, and its call for calm;",
            &["reiterates"],
        ),
        (
            "Entrusts the Secretary General with following up and with what is to be done;",
            &["entrusts, Secretary General"],
        ),
        (
            "Tasks the working group with developing a plan;",
            &["tasks, working group"],
        ),
        ("Notes the roles and tasks the Mission has;", &["notes"]),
    ] {
        assert_eq!(lines(text), expected, "{text}");
    }
}

#[test]
fn a_day_of_adoption_that_is_not_known_has_no_day_after_it() {
    let mut corpus = crate::text::corpus::Corpus::default();
    let json = r#"{"format": "resolut-corpus/1", "sessions": [{"id": "1", "organ": "O", "name": "N", "resolutions": [
        {"symbol": "1/1", "language": "en", "adopted": "0001-01-01", "preamble": [], "operative": [
            {"number": "1", "text": "Requests the Board to report to the Council within 30 days;"}]}]}]}"#;
    corpus.add_text(json).unwrap();
    let id = corpus.named("1/1").unwrap();
    assert_eq!(corpus.adopted(id), None);
    let noted = super::noted(&corpus, id).unwrap();
    assert_eq!((noted[0].due.len(), &noted[0].days[..]), (1, &[][..]));
}

#[test]
fn what_an_organ_intends_and_sessions_in_words_have_their_times() {
    for (text, expected) in [
        (
            "Expresses its intention to review the mandate by 30 April 2027;",
            "expresses its intention, 2027-04-30",
        ),
        (
            "Requests the Office to present an oral update to the Board at its fifty-first session;",
            "requests, Office, report, occasion",
        ),
        (
            "Requests the Office to brief the Council in six months’ time;",
            "requests, Office, report, within 6 months",
        ),
    ] {
        assert_eq!(lines(text), [expected], "{text}");
    }
}

#[test]
fn what_is_due_on_several_days_or_at_a_meeting_is_read_whole() {
    for (text, expected) in [
        (
            "Requests the Envoy to give the Council an oral update on 15 February 2032 and to submit written reports by 15 June and 15 October 2032;",
            "requests, Envoy, report, 2032-02-15, 2032-06-15, 2032-10-15",
        ),
        (
            "Requests the Envoy to provide the Council, within 15 days and no later than the end of June 2032, with a written update;",
            "requests, Envoy, report, within 15 days, 2032-06-30",
        ),
        (
            "Requests the Envoy to submit an annual report to the Council and updates each month;",
            "requests, Envoy, report, every 1 years, every 1 months",
        ),
        (
            "Requests the Envoy to report to the Council within 72 hours of the adoption of this resolution;",
            "requests, Envoy, report, within 72 hours",
        ),
        (
            "Decides to include in the provisional agenda of its seventy-eighth session the item of boats;",
            "decides, occasion",
        ),
        (
            "Decides to continue its consideration of boats before its 56th session;",
            "decides, occasion",
        ),
        (
            "Expresses its intent to review the watch no later than 12 months after the adoption of this resolution;",
            "expresses its intention, within 12 months",
        ),
        (
            "Requests a report by the Envoy in four months’ time on the harbour;",
            "requests, Envoy, report, within 4 months",
        ),
        (
            "Requests the Envoy to show his report to the villages;",
            "requests, Envoy",
        ),
    ] {
        assert_eq!(lines(text), [expected], "{text}");
    }
}

#[test]
fn who_is_asked_by_two_verbs_or_stands_last_in_a_list_is_asked() {
    for (text, expected) in [
        (
            "Calls upon and requests all Member States to light lanterns;",
            &[
                "calls upon, all Member States",
                "requests, all Member States",
            ][..],
        ),
        (
            "Invites the Harbour Commission, the Lake Bank and private donors to contribute;",
            &["invites, Harbour Commission + Lake Bank + private donors"],
        ),
        (
            "Requests the national focal point, appointed by the villages, to communicate;",
            &["requests, national focal point"],
        ),
        (
            "Directs its Committees with support from their panels to monitor the lanterns;",
            &["directs, its Committees"],
        ),
        (
            "DECIDES to meet and REQUESTS the Envoy to row;",
            &["decides", "requests, Envoy"],
        ),
        (
            "Stands ready to help and highlights the lanterns, but clarifies that all burn;",
            &["stands ready", "highlights", "clarifies"],
        ),
    ] {
        assert_eq!(lines(text), expected, "{text}");
    }
}

#[test]
fn who_is_asked_again_by_its_call_for_them_or_behind_a_paragraph_is_asked() {
    for (text, expected) in [
        (
            "Reiterates its call for all harbours to light lanterns;",
            &["reiterates, all harbours"][..],
        ),
        (
            "Reiterates its call for access to the lake;",
            &["reiterates"],
        ),
        (
            "Reiterates its demand in paragraph 11 of resolution 2139 (2014) that all parties cease smuggling;",
            &["reiterates, all parties"],
        ),
        (
            "Calls upon Member States and, where applicable, other harbours to look on;",
            &["calls upon, Member States + other harbours"],
        ),
        (
            "Requests the Director: 1 to row; 2 to sail to the isles and the capes;",
            &["requests, Director"],
        ),
        (
            "Requests the Envoy, in carrying out the mandate: (a) To row; (b) To tell the capes and the isles to sail;",
            &["requests, Envoy"],
        ),
        (
            "Demands that the smugglers be held to account;",
            &["demands"],
        ),
        (
            "Decides that Member States shall be authorized to take boats;",
            &["decides, Member States"],
        ),
        (
            "Welcomes the watch, takes note of its letter, and tasks the Envoy with a visit;",
            &["welcomes", "takes note", "tasks, Envoy"],
        ),
        (
            "Stresses the duties and tasks the Envoy has;",
            &["stresses"],
        ),
    ] {
        assert_eq!(lines(text), expected, "{text}");
    }
}

#[test]
fn what_is_brought_to_the_organ_or_asked_for_by_a_day_has_its_time() {
    for (text, expected) in [
        (
            "Requests the Envoy to bring any breach to the attention of the Council;",
            "requests, Envoy, report",
        ),
        (
            "Requests the Envoy to conduct a review of the watch, to be submitted to the Council by 1 May 2013;",
            "requests, Envoy, report, 2013-05-01",
        ),
        (
            "Requests the Envoy to include in his regular lake-specific reports what was found;",
            "requests, Envoy, report, occasion",
        ),
        (
            "Urges all harbours to mend their walls within six months;",
            "urges, all harbours, within 6 months",
        ),
        (
            "Urges all harbours to mend their walls before the end of the session;",
            "urges, all harbours",
        ),
    ] {
        assert_eq!(lines(text), [expected], "{text}");
    }
}
