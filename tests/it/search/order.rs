//! Which of several paragraphs stands first, and which are marked as guesses.

use resolut::search::{Finder, Index, Question, Weights};

use super::Library;

#[test]
fn a_phrase_stands_before_scattered_words() {
    let library = Library::of_paragraphs(&[
        "Notes that the force of peace is keeping all together",
        "Notes the peace keeping force that is there and all",
    ]);
    assert_eq!(
        library.unmarked("peace keeping force"),
        ["1/1 op2", "1/1 op1"]
    );
}

#[test]
fn a_compound_stands_in_a_phrase_as_one_word() {
    let library = Library::of_paragraphs(&[
        "Urges the ceasefire at all the line",
        "Urges all at the cease-fire line there",
    ]);
    assert_eq!(
        library.unmarked("the ceasefire line"),
        ["1/1 op2", "1/1 op1"]
    );
}

#[test]
fn words_in_the_order_they_were_typed_stand_first() {
    let library = Library::of_paragraphs(&[
        "Urges access for those who live there, camps for those who live there, convoys",
        "Urges convoys for those who live there, camps for those who live there, access",
    ]);
    let found = library.unmarked("convoys camps access");
    assert_eq!(found, ["1/1 op2", "1/1 op1"]);
}

#[test]
fn of_equal_matches_agreed_language_stands_first_and_a_heading_last() {
    let library = Library::of_paragraphs(&[
        "Good offices of friends",
        "Urges good offices of friends",
        "Notes good offices of friends",
        "Notes good offices of friends",
    ]);
    assert_eq!(
        library.unmarked("good offices"),
        ["1/1 op3", "1/1 op2", "1/1 op1"]
    );
}

#[test]
fn the_first_hits_are_the_same_however_many_are_asked_for() {
    let texts: Vec<String> = (0..2500)
        .map(|number| {
            let of = ["mandate", "mission", "report", "people"][number % 4];
            format!("Decides on the {of} in case {number} of the {}", number % 7)
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&texts);
    for query in [
        "the",
        "decides",
        "mandate case",
        "the mission 3",
        "in the case",
    ] {
        let few = library.limited(query, 20);
        let all = library.limited(query, usize::MAX);
        assert_eq!(few.found, all.found, "{query}");
        assert_eq!(all.hits.len(), all.found, "{query}");
        assert_eq!(few.hits[..], all.hits[..20], "{query}");
        let falls = all.hits.is_sorted_by(|a, b| a.score >= b.score);
        assert!(falls, "{query}");
    }
}

#[test]
fn of_many_variants_the_first_come_first() {
    let texts: Vec<String> = (1..=40)
        .map(|day| format!("Decides to renew the mandate of the mission until the {day}th of it"))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&texts);
    let found = library.unmarked("renew the mandate");
    assert_eq!(found[..3], ["1/1 op1", "1/1 op2", "1/1 op3"]);
}

#[test]
fn a_compound_in_two_words_keeps_the_run_it_stands_in() {
    let library = Library::of_paragraphs(&[
        "Notes the permanent cease-fire line at all",
        "Notes the permanent ceasefire line at all",
    ]);
    let hits = library.find("permanent cease fire line").hits;
    let scores: Vec<f32> = hits.iter().map(|hit| hit.score).collect();
    assert!((scores[0] - scores[1]).abs() < 1.0, "{scores:?}");
}

#[test]
fn a_title_that_is_nearly_typed_leads() {
    let library = Library::with(&[
        (
            "1/1",
            "Reports",
            &["Recalls the text on women, peace and security"],
        ),
        ("2/1", "On women and peace and security", &["Decides"]),
    ]);
    let found = library.all("women peace and security");
    assert_eq!(found, ["2/1", "1/1 op1"]);
}

#[test]
fn titles_are_found_by_words_run_together_cut_in_two_and_inflected() {
    let library = Library::with(&[
        ("1/1", "On the Peacebuilding Commission", &["Decides"]),
        ("2/1", "On the arms embargo in force", &["Decides"]),
        ("3/1", "On lifting of sanctions", &["Notes what was lifted"]),
    ]);
    assert_eq!(library.all("peace building commission")[0], "1/1");
    assert_eq!(library.all("armsembargo")[0], "2/1");
    assert!(library.all("sanctions lifted").contains(&"≈3/1".to_owned()));
}

#[test]
fn the_word_itself_stands_before_what_it_begins() {
    let library =
        Library::of_paragraphs(&["the righteous say", "the rights there", "the right way"]);
    assert_eq!(library.unmarked("right"), ["1/1 op3", "1/1 op2", "1/1 op1"]);
}

#[test]
fn what_is_found_stays_while_the_last_word_is_typed() {
    let long = "of the harbour and of the ships that lie there through all of the winter";
    let others: Vec<String> = ["first", "second", "third", "fourth"]
        .map(|nth| format!("Notes the {nth} traditional role {long}"))
        .into();
    let mut texts = vec!["Urges the traditionally poor"];
    texts.extend(others.iter().map(String::as_str));
    let library = Library::of_paragraphs(&texts);
    let typed = "traditionally poor";
    for end in 3..=typed.len() {
        let found = library.all(&typed[..end]);
        assert_eq!(found[0], "1/1 op1", "{}", &typed[..end]);
    }
}

#[test]
fn a_letter_or_two_of_the_next_word_change_no_order() {
    let library = Library::of_paragraphs(&[
        "Thanks the guards here for what they do each day, until the end",
        "Thanks the guards under it for what they do each day, in all of the harbour",
        "Thanks the guards for all that they do, and for the unit",
    ]);
    let order = library.unmarked("guards");
    for typed in ["guards ", "guards u", "guards un"] {
        assert_eq!(library.unmarked(typed), order, "{typed}");
    }
    assert_eq!(library.unmarked("guards unde")[0], "1/1 op2");
}

#[test]
fn a_letter_of_the_next_word_takes_nothing_from_how_near_the_words_are() {
    let mut texts = vec![
        "Notes went out a of harbour went rope day went of went to sea lights of deck day on out of bread".to_owned(),
        "Notes lights harbour bread sea that rope".to_owned(),
    ];
    // Rare words weigh enough for it to matter where they stand.
    let other = "Takes note of what the letter says, which came rarely, ".repeat(4);
    texts.extend((0..37).map(|nth| format!("{other} and of number {nth}")));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&texts);
    for typed in ["harbour lights", "harbour lights ", "harbour lights r"] {
        assert_eq!(library.unmarked(typed)[0], "1/1 op2", "{typed}");
    }
}

#[test]
fn a_short_number_that_may_go_on_is_no_other_number_yet() {
    let library = Library::of_paragraphs(&[
        "Recalls measure 17 of the plan",
        "Recalls the embargo of the harbour, in paragraph 1771 of it",
    ]);
    assert_eq!(library.all("measure 17")[0], "1/1 op1");
    assert_eq!(library.unmarked("measure 17").len(), 1);
    assert_eq!(library.all("embargo harbour 17")[0], "≈1/1 op2");
    assert_eq!(library.find("embargo harbour 17").hits[0].lacks, [""; 0]);
}

#[test]
fn guesses_stand_below_and_are_marked() {
    let library = Library::of_paragraphs(&["the secretariat", "the secretary"]);
    assert_eq!(library.all("secretary"), ["1/1 op2", "≈1/1 op1"]);
    assert_eq!(library.all("scrtrt"), ["≈1/1 op1"]);
}

#[test]
fn a_slip_is_forgiven_in_an_unknown_word_only() {
    let library = Library::of_paragraphs(&["Urges humanitarian access", "Urges access"]);
    for query in [
        "humanitrian",
        "humantiarian",
        "humanitariaan",
        "jumanitarian",
        "humanitatian ac",
    ] {
        assert_eq!(library.unmarked(query), ["1/1 op1"], "{query}");
    }
}

#[test]
fn words_run_together_and_words_cut_in_two_are_found() {
    let texts = ["the united nations here"; 3];
    let mut texts: Vec<String> = (0..3).map(|n| format!("{} {n}", texts[n])).collect();
    texts.extend(["humanitarian one".into(), "humanitarian two".into()]);
    texts.push("neighbouring states".into());
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&texts);
    assert_eq!(library.unmarked("unitednations").len(), 3);
    assert_eq!(library.unmarked("humani tarian").len(), 2);
    assert_eq!(library.unmarked("neighbo uring").len(), 1);
}

#[test]
fn a_long_query_of_words_run_together_is_answered() {
    let library = Library::with(&[("1/1", "The arms embargo", &["the united nations"])]);
    let long = ["armsembargo", "unitednations"].repeat(8).join(" ");
    assert!(!library.find(&long).hits.is_empty());
}

#[test]
fn half_of_a_word_cut_in_two_is_not_parted_once_more() {
    let library = Library::of_paragraphs(&["the execution of it", "cut by ions", "cut by an ion"]);
    assert_eq!(library.unmarked("exe cution"), ["1/1 op1"]);
}

#[test]
fn a_word_that_only_a_compound_has_is_parted_where_its_parts_are_everywhere() {
    let mut texts: Vec<String> = (0..2000)
        .map(|number| format!("a part of the whole numbered{number}"))
        .collect();
    texts.push("a state-of-the-art whole".into());
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&texts);
    assert_eq!(library.unmarked("part ofthe whole numbered7")[0], "1/1 op8");
}

#[test]
fn rows_that_lack_words_stand_behind_and_say_which() {
    let library = Library::of_paragraphs(&[
        "armed forces in a good deployment, dismantling all",
        "the dismantling of armed bases before the deployment",
        "dismantling it",
    ]);
    let rows = |query: &str| {
        let hits = library.find(query).hits.into_iter();
        let rows = hits.map(|hit| (library.name(hit.subject), hit.lacks.join(" ")));
        rows.collect::<Vec<_>>()
    };
    let row = |name: &str, lacks: &str| (name.to_owned(), lacks.to_owned());
    let (first, second) = (row("1/1 op1", ""), row("1/1 op2", "good"));
    assert_eq!(
        rows("armed good deployment dismantling"),
        [first.clone(), second]
    );
    let (second, third) = (row("1/1 op3", "good"), row("1/1 op2", "good"));
    assert_eq!(rows("good dismantling"), [first, second, third]);
}

#[test]
fn a_rare_word_outweighs_the_words_of_a_long_name() {
    let mut texts = vec!["the embargo on diamonds of the rebels".to_owned()];
    let name = "Democratic Republic of the Congo";
    texts.extend((0..3).map(|n| format!("Deplores violence in the {name} in case {n}")));
    texts.extend((0..20).map(|n| format!("Urges all States in case {n}")));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let library = Library::of_paragraphs(&texts);
    assert_eq!(library.all(&format!("{name} diamonds"))[0], "≈1/1 op1");
}

#[test]
fn a_country_that_only_the_title_names_lifts_its_paragraphs() {
    let others = (0..8).map(|n| (format!("{n}/1"), format!("On the matter {n}")));
    let others: Vec<_> = others.collect();
    let urges = &["Urges the return of refugees to the border"][..];
    let mut all = vec![(
        "9/1",
        "On the situation in Ruritania",
        &["Urges them, and the return of refugees home"][..],
    )];
    all.extend(
        others
            .iter()
            .map(|(symbol, title)| (symbol.as_str(), title.as_str(), urges)),
    );
    let library = Library::with(&all);
    assert_eq!(library.all("return refugees ruritania")[0], "≈9/1 op1");
    assert_eq!(
        library.find("return refugees ruritania").hits[0].lacks,
        ["ruritania"]
    );
}

#[test]
fn a_symbol_in_any_spelling_with_a_word_finds_the_paragraphs_of_that_resolution() {
    let library = Library::with(&[
        (
            "S/RES/1810 (2008)",
            "On the committee",
            &["Urges export controls as in resolution 1540 (2004), S/RES/1540"],
        ),
        (
            "S/RES/1540 (2004)",
            "On controls",
            &["Decides on controls, on export and on transit"],
        ),
    ]);
    for query in [
        "1540 export controls",
        "S/RES/1540 export controls",
        "resolution 1540 export controls",
        "res 1540 export controls",
        "resolution 1540 (2004) export controls",
        "Security Council resolution 1540 (2004), export controls",
        "UNSCR 1540 export controls",
        "SC res 1540 export controls",
        "1540/2004 export controls",
        "s/res/1540(2004):1 export controls",
        "S/RES/1540 para 1 export controls",
        "paragraph 1 of resolution 1540 controls",
        "as stated in paragraph 1 of resolution 1540 (2004)",
        "export controls in para. 1 of S/RES/1540(2004)",
        "undocs.org/en/S/RES/1540(2004) export controls",
    ] {
        let first = &library.all(query)[0];
        assert_eq!(
            first.trim_start_matches('≈'),
            "S/RES/1540 (2004) op1",
            "{query}"
        );
    }
}

#[test]
fn spellings_of_a_name_are_one() {
    let library = Library::of_paragraphs(&["the Al-Qaida organization", "al Qaeda as such"]);
    for query in ["al qaeda", "al-qaida", "Al-Qa'ida", "alqaida"] {
        assert_eq!(library.unmarked(query).len(), 2, "{query}");
    }
}

#[test]
fn a_name_is_found_by_each_of_its_forms() {
    let library = Library::of_paragraphs(&[
        "Commends the United Nations Interim Force in Harbourland (UNIFHAR)",
        "Notes that UNIFHAR patrols the line",
        "Calls upon the united nations interim force in harbourland to patrol",
        "Asks the force in Harbourland to report",
        "Deplores the violence in the Democratic Republic of the Congo",
        "Invites both to conclude status of forces agreements",
    ]);
    for query in [
        "unifhar",
        "united nations interim force in harbourland",
        "UN interim force harbourland",
        "U.N.I.F.H.A.R.",
    ] {
        let mut found = library.unmarked(query);
        found.sort();
        assert_eq!(found, ["1/1 op1", "1/1 op2", "1/1 op3"], "{query}");
    }
    assert_eq!(library.unmarked("unifhar patrols"), ["1/1 op2", "1/1 op3"]);
    assert_eq!(library.unmarked("drc violence"), ["1/1 op5"]);
    assert_eq!(library.unmarked("SOFA"), ["1/1 op6"]);
    assert_eq!(
        library.highlighted("drc"),
        ["Democratic Republic of the Congo"]
    );
    assert_eq!(library.unmarked("\"unifhar\" patrols"), ["1/1 op2"]);
}

#[test]
fn where_no_annex_has_the_words_annex_is_one_of_them() {
    let library = Library::of_paragraphs(&["as set out in the annex", "as set out there"]);
    assert_eq!(library.unmarked("annex set"), ["1/1 op1"]);
}

#[test]
fn paragraphs_that_read_alike_are_one_row() {
    let library = Library::with(&[
        ("1/1", "First", &["Decides to remain seized of the matter."]),
        (
            "2/1",
            "Second",
            &["Decides to remain seized of the matter;", "Ends"],
        ),
    ]);
    let findings = library.find("seized");
    assert_eq!(findings.found, 1);
    assert_eq!(findings.of, 3);
    assert_eq!(findings.hits[0].same.len(), 1);
    assert_eq!(
        library.all("2/1 seized")[0],
        "2/1 op1",
        "the resolution that was named"
    );
}

#[test]
fn british_and_american_spellings_meet() {
    let library =
        Library::of_paragraphs(&["The organisation of labour", "An organization of labor"]);
    for query in [
        "organization labor",
        "organisation labour",
        "organisa labou",
    ] {
        assert_eq!(library.unmarked(query).len(), 2, "{query}");
    }
}

#[test]
fn a_title_is_found_without_its_accents_and_in_any_order() {
    let library = Library::with(&[
        ("1/1", "The situation in Côte d’Ivoire", &["Decides"]),
        ("2/1", "The situation in Cyprus", &["Ends"]),
    ]);
    for query in ["cote divoire", "ivoire situation", "côte d'ivoire"] {
        assert_eq!(library.all(query)[0], "1/1", "{query}");
    }
}

#[test]
fn a_paragraph_is_found_with_its_points() {
    let json = r#"{"format":"resolut-corpus/1","sessions":[{"id":"S","organ":"O","name":"N",
        "resolutions":[{"symbol":"1/1","language":"en","preamble":[],"operative":[
        {"number":"1","text":"Decides:","points":[{"number":"(a)","text":"to convene;"}]}]}]}]}"#;
    let mut corpus = resolut::text::corpus::Corpus::default();
    corpus.add_text(json).unwrap();
    let library = Library::of(corpus);
    assert_eq!(library.unmarked("decides convene"), ["1/1 op1"]);
    assert_eq!(library.highlighted("convene"), ["convene"]);
}

#[test]
fn another_weight_of_a_slip_gives_another_order() {
    let library = Library::of_paragraphs(&["Meets the musharrafists", "Meets the musharraf"]);
    let first = |weights| {
        let index = Index::build(library.corpus);
        let mut finder = Finder::with_weights(library.corpus, index, weights);
        let question = Question {
            query: "mvsharraf",
            open: None,
            limit: 1,
        };
        library.name(finder.find(&question).hits[0].subject)
    };
    assert_eq!(first(Weights::default()), "1/1 op2");
    let slips_are_nothing = Weights {
        slips: [1.0, 0.1, 0.1],
        ..Weights::default()
    };
    assert_eq!(first(slips_are_nothing), "1/1 op1");
}
