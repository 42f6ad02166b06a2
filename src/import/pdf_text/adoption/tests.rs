use super::*;
use crate::import::report::Report;
use crate::import::source::lines_of;

/// What is told by what stands behind the only paragraph.
fn told(behind: &str) -> (Resolution, usize) {
    let text = format!("1. Requests rain.\n\n{behind}\n");
    let lines = lines_of(&text, &mut Report::default());
    let mut resolution = Resolution::new("1/1", "en");
    let found = find(&lines, 0, LeadRules::default());
    for note in &found {
        note.tell(&mut resolution);
    }
    let taken: usize = found.iter().map(|note| note.lines.len()).sum();
    (resolution, lines.len() - 1 - taken)
}

#[test]
fn the_meeting_and_the_day_behind_a_text_are_facts() {
    for (behind, meeting, day, record) in [
        (
            "30th plenary meeting\n1 November 2038",
            "30th plenary meeting",
            "2038-11-01",
            None,
        ),
        (
            "(Ninth plenary meeting, 27 May 2033)",
            "Ninth plenary meeting",
            "2033-05-27",
            None,
        ),
        (
            "(Twenty-first plenary meeting, 27 May 2033 –\nCommittee B, third report)",
            "Twenty-first plenary meeting",
            "2033-05-27",
            None,
        ),
        (
            "Adopted at the 8342nd meeting, on\n3 September 2038.",
            "8342nd meeting",
            "2038-09-03",
            None,
        ),
        (
            "30th meeting (L/93/PV.30)\n\n1 November 2038",
            "30th meeting",
            "2038-11-01",
            Some("L/93/PV.30"),
        ),
    ] {
        let (resolution, left) = told(behind);
        assert_eq!(
            resolution.facts.meeting.as_deref(),
            Some(meeting),
            "{behind}"
        );
        assert_eq!(resolution.adopted.as_deref(), Some(day), "{behind}");
        assert_eq!(resolution.facts.record.as_deref(), record, "{behind}");
        assert_eq!(left, 0, "{behind}");
    }
}

#[test]
fn a_vote_behind_a_text_is_a_fact() {
    let (resolution, left) = told(
        "[Adopted by a recorded vote of 27 to none, with 2 abstentions. The voting was as follows:\n\
         In favour: Northland, the Islands,\nHillmark.\nAgainst: None.\nAbstaining: Keel, Sail]\n(Signed) A. Pilot",
    );
    assert_eq!(left, 0);
    let vote = resolution.facts.vote.unwrap();
    assert_eq!(
        (vote.in_favour.count, vote.against.count),
        (Some(27), Some(0))
    );
    assert_eq!(vote.abstaining.count, Some(2));
    assert_eq!(
        vote.in_favour.who,
        ["Northland".into(), "the Islands".into(), "Hillmark".into()]
    );
    assert_eq!(vote.against.who, []);
    assert_eq!(vote.abstaining.who.len(), 2);
}

#[test]
fn an_adoption_in_any_words_is_a_fact() {
    for (behind, day) in [
        ("ADOPTED, March 24, 2032.", "2032-03-24"),
        (
            "PASSED AND ADOPTED this 24th day of March, 2032.",
            "2032-03-24",
        ),
        ("Adoptée à l’unanimité le 24 mars 2032", "2032-03-24"),
        ("Approved 24 March 2032", "2032-03-24"),
        ("24 March 2032\n30th plenary meeting", "2032-03-24"),
        ("30e séance plénière\n24 mars 2032", "2032-03-24"),
        ("30ª sesión plenaria\n24 de marzo de 2032", "2032-03-24"),
        (
            "30-е пленарное заседание,\n24 марта 2032 года",
            "2032-03-24",
        ),
        ("30. Plenarsitzung\n24. März 2032", "2032-03-24"),
        ("2032年3月24日\n第30次全体会议", "2032-03-24"),
    ] {
        let (resolution, left) = told(behind);
        assert_eq!(resolution.adopted.as_deref(), Some(day), "{behind}");
        assert_eq!(left, 0, "{behind}");
    }
}

#[test]
fn totals_on_one_line_are_a_vote() {
    for behind in [
        "In favour: 12   Against: 3   Abstentions: 1",
        "12 in favour, 3 against and 1 abstention",
        "For 12; Against 3; Abstaining 1",
        "Pour : 12. Contre : 3. Abstentions : 1",
        "In favour: 12\nAgainst: 3\nAbstentions: 1\nResolution passes",
    ] {
        let (resolution, left) = told(behind);
        let vote = resolution.facts.vote.unwrap();
        let counts = [
            vote.in_favour.count,
            vote.against.count,
            vote.abstaining.count,
        ];
        let counts: Vec<_> = counts.into_iter().flatten().collect();
        assert_eq!((counts.as_slice(), left), (&[12, 3, 1][..], 0), "{behind}");
    }
}

#[test]
fn names_below_a_rule_behind_an_adoption_are_hands() {
    let (_, left) = told(
        "Passed this 24th day of March, 2032, by the following vote:\nAyes: Pike, Carp\nNoes: None\n\
         Absent: Eel\n______\nA. Pike, Mayor\nATTEST:\n______\nB. Bream, Clerk",
    );
    // The two rules.
    assert_eq!(left, 2);
}

#[test]
fn a_meeting_in_a_sentence_is_text() {
    for behind in [
        "2. Requests all, as at the\n30th meeting, to sail.",
        "2. Recalls the\nNinth plenary meeting",
        "Meeting of the lakes",
        "The 30th meeting",
    ] {
        let (resolution, left) = told(behind);
        assert_eq!(resolution.facts.meeting, None, "{behind}");
        assert!(left > 0);
    }
}
