//! What people type and paste: numbers and days in any spelling, plurals, whole paragraphs.

use super::Library;

#[test]
fn a_number_is_the_same_however_its_thousands_are_parted() {
    let library = Library::of_paragraphs(&[
        "Authorizes up to 8,700 observers",
        "Authorizes up to 8\u{a0}700 guards",
        "Authorizes up to 8\u{202f}700 pilots",
        "Authorizes up to 8 700 sailors",
        "Authorizes up to 8700 masons",
        "Authorizes up to 700 clerks and 8 cooks",
    ]);
    for query in ["8700", "8,700", "8 700", "8\u{a0}700", "8\u{2009}700"] {
        let mut found = library.unmarked(query);
        found.sort();
        found.truncate(5);
        let five = ["1/1 op1", "1/1 op2", "1/1 op3", "1/1 op4", "1/1 op5"];
        assert_eq!(found, five, "{query}");
    }
    assert_eq!(library.highlighted("8700 observers")[0], "8,700");
    assert_eq!(library.unmarked("242 338 clerks"), [""; 0]);
}

#[test]
fn a_day_is_the_same_in_figures_and_in_words() {
    let library = Library::of_paragraphs(&[
        "Extends the mandate until 31 December 2008",
        "Extends the mandate until December 31, 2008, in the north",
        "Extends the mandate until 31/12/2008 in the south",
        "Extends the mandate until 2008-12-31 in the east",
        "Extends the mandate until 12 January 2008, for 31 observers",
        "Extends the mandate until 31 December 2007, in 2008 perhaps not",
    ]);
    for query in [
        "31 December 2008",
        "December 31, 2008",
        "31/12/2008",
        "31.12.2008",
        "2008-12-31",
        "until 31st december 2008",
    ] {
        let found = library.unmarked(query);
        for written in ["1/1 op1", "1/1 op2", "1/1 op3", "1/1 op4"] {
            assert!(found.contains(&written.to_owned()), "{query}: {found:?}");
        }
        assert_eq!(found[0], "1/1 op1", "{query}");
    }
    assert_eq!(library.unmarked("31/12/2008 south")[0], "1/1 op3");
}

#[test]
fn a_pasted_paragraph_comes_before_those_that_renew_it() {
    let of_year = |year: u32| {
        format!(
            "Decides to extend until 31 December {year} the mandate of the United Nations Observer Mission in \
             Harbourland, as set out in paragraph 3 of its resolution 9{year}, with the self-government of the islands \
             and an internationally supervised cease-fire in view, and requests the Secretary-General to report to it \
             by 1 November {year} on the progress made;"
        )
    };
    let paragraphs: Vec<String> = (2001..2020).map(of_year).collect();
    let all: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&all);
    for (nth, printed) in [
        (1, &paragraphs[0]),
        (9, &paragraphs[8]),
        (19, &paragraphs[18]),
    ] {
        let cut = printed.split(" with the self").next().unwrap();
        for pasted in [
            printed.clone(),
            format!("\u{201c}{printed}\u{201d}"),
            format!("\"{printed}\" (resolution 1/1, para. {nth})"),
            printed
                .replace("internationally", "inter-\nnationally")
                .replace("progress", "prog-\r\nress"),
            printed
                .replace("islands", "islands\u{b9}")
                .replace("Harbourland", "Harbourland 12"),
            printed.to_uppercase(),
            format!("{cut} [...]"),
        ] {
            let found = library.all(&pasted);
            let first = found[0].trim_start_matches('≈');
            assert_eq!(first, format!("1/1 op{nth}"), "{pasted}: {found:?}");
        }
    }
}

#[test]
fn a_pasted_paragraph_comes_before_an_agreed_one_that_is_nearly_the_same() {
    let text = |preposition: &str| {
        format!(
            "Requests the Secretary-General to continue to take the measures that are necessary to ensure the full \
             observance {preposition} all guards of the rules of the harbour, and to keep the Council informed of it;"
        )
    };
    let (own, agreed) = (text("by"), text("among"));
    let library = Library::with(&[
        ("1/1", "First", &[&agreed]),
        ("2/1", "Second", &[&agreed]),
        ("3/1", "Third", &[&agreed]),
        ("4/1", "Fourth", &[&own]),
        ("5/1", "Fifth", &[&agreed]),
    ]);
    assert_eq!(
        library.all(&own.replace("continue", "con- tinue"))[0],
        "4/1 op1"
    );
}

#[test]
fn plurals_are_found_both_ways_and_as_surely() {
    let library = Library::of_paragraphs(&[
        "each country and its activity, for a child",
        "the countries and their activities, for children",
        "one man, one woman, one person on foot, one crisis, one medium",
        "the men, the women, the people on their feet, the crises, the media",
    ]);
    for (query, found) in [
        ("country", "1/1 op1 1/1 op2"),
        ("countries", "1/1 op1 1/1 op2"),
        ("activity child", "1/1 op1 1/1 op2"),
        ("activities children", "1/1 op1 1/1 op2"),
        ("man woman", "1/1 op3 1/1 op4"),
        ("men women", "1/1 op3 1/1 op4"),
        ("foot crisis", "1/1 op3 1/1 op4"),
        ("feet crises", "1/1 op3 1/1 op4"),
        ("medium", "1/1 op3 1/1 op4"),
        ("media", "1/1 op3 1/1 op4"),
    ] {
        let mut rows = library.unmarked(query);
        rows.sort();
        assert_eq!(rows.join(" "), found, "{query}");
    }
}

#[test]
fn a_rare_spelling_of_a_name_finds_the_common_one_and_floods_nothing() {
    let common = "Demands that Zouthi forces leave the form of a house in Iraq";
    let mut paragraphs = vec![
        "Urges the Zuthi movement".to_owned(),
        "Urges a farm, and Iran, and a houses".to_owned(),
    ];
    paragraphs.extend((0..20).map(|nth| format!("{common} {nth}")));
    let all: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&all);
    let found = library.unmarked("zuthi");
    assert_eq!((found.len(), found[0].as_str()), (21, "1/1 op1"));
    assert_eq!(library.unmarked("zouthi").len(), 20);
    assert_eq!(library.unmarked("farm"), ["1/1 op2"]);
    assert_eq!(library.unmarked("iran"), ["1/1 op2"]);
    assert_eq!(library.highlighted("zuthi leave"), ["Zouthi", "leave"]);
}

#[test]
fn initials_with_stops_are_one_word() {
    let library = Library::of_paragraphs(&[
        "Thanks the QZF for its lamps",
        "Thanks the Q.Z.F. of the lakes",
        "Quiets the zone of the fires",
    ]);
    for query in ["Q.Z.F.", "q.z.f", "QZF"] {
        let mut found = library.unmarked(query);
        found.sort();
        assert_eq!(found, ["1/1 op1", "1/1 op2"], "{query}");
    }
}

#[test]
fn an_empty_answer_says_what_comes_nearest_or_what_is_not_there() {
    let library = Library::of_paragraphs(&["Welcomes the harbour camps", "Welcomes a camp"]);
    for (query, instead) in [
        ("\"harbours camp\"", "\"harbour camps\"?"),
        ("zzyzx", "no text here has a word like \"zzyzx\""),
        ("pp harbour", "1 paragraph without what narrows it"),
    ] {
        let findings = library.find(query);
        assert!(findings.hits.is_empty(), "{query}");
        assert_eq!(findings.instead.as_deref(), Some(instead), "{query}");
    }
}

#[test]
fn a_letter_or_two_of_the_last_word_of_a_phrase_leave_none_out() {
    let library = Library::of_paragraphs(&[
        "Lights the old harbour here",
        "Lights the old harbour under it",
        "Lights the old quay",
    ]);
    let found = |query: &str| {
        let mut found = library.unmarked(query);
        found.sort();
        found.join(" ")
    };
    for query in [
        "\"old harbour",
        "\"old harbour ",
        "\"old harbour u",
        "\"old harbour un",
    ] {
        assert_eq!(found(query), "1/1 op1 1/1 op2", "{query}");
    }
    assert_eq!(found("\"old harbour und"), "1/1 op2");
    assert_eq!(found("\"old harbour un\""), "");
}
