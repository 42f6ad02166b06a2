//! The reader in lines: whole sessions, text in and text out.

use resolut::reader::app::App;
use resolut::reader::keep::saving::Memory;
use resolut::reader::lines::{self, DialogueManner};
use resolut::search::Index;
use resolut::text::corpus::Corpus;

use crate::walk::Shelf;

mod terminal;

/// What a reader answers to these lines, without a terminal.
pub(crate) fn session(shelf: &Shelf, lines: &str) -> String {
    session_in(shelf, None, lines)
}

/// The same, wrapped to a width.
pub(crate) fn session_in(shelf: &Shelf, width: Option<usize>, lines: &str) -> String {
    let mut printed = Vec::new();
    let manner = DialogueManner {
        asks: false,
        width: &|| width,
        is_ascii: false,
        is_interrupted: &|| false,
        index: &|| Index::build(&shelf.corpus),
    };
    let app = App::open(&shelf.corpus, None, None);
    let memory = Memory::default();
    lines::run(app, memory, &manner, &mut lines.as_bytes(), &mut printed).unwrap();
    String::from_utf8(printed).unwrap()
}

/// The answers behind the first paragraph, which every session begins with.
#[track_caller]
fn answers(lines: &str) -> String {
    let shelf = Shelf::bundled();
    let (first, all) = (session(&shelf, ""), session(&shelf, lines));
    all.strip_prefix(&first).unwrap().to_owned()
}

/// The rows of the answers, cut.
#[track_caller]
fn rows(lines: &str) -> Vec<String> {
    let answers = answers(lines);
    let begin = |row: &str| {
        let begin: String = row.chars().take(60).collect();
        begin.trim_end().to_owned()
    };
    answers.lines().map(begin).collect()
}

#[test]
fn a_session_begins_with_the_place_and_then_the_text() {
    insta::assert_snapshot!(session_in(&Shelf::bundled(), Some(60), "next\n"), @r#"
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    2/34-P:opening
    The Thirty-Fourth Session of the Islamic Conference of
    Foreign Ministers (Session of Peace, Progress and Harmony),
    held in Islamabad, Islamic Republic of Pakistan from 28-30
    Rabi Al-Thani 1428 A.H (15-17 May 2007);
    2/34-P:pp1, preambular paragraph 1 of 13
    Reaffirming the principles and objectives of the Charter of
    the Organization of Islamic Conference and the UN Charter
    regarding the importance of the universal realization of the
    right of peoples to self-determination and recalling the UN
    resolutions relevant to the Jammu and Kashmir dispute which
    remain unimplemented.
    "#);
}

#[test]
fn a_number_leads_to_its_paragraph() {
    insta::assert_snapshot!(rows("7\n3/34-P:pp2\n:2/34-P:7\ngo op 8\n").join("\n"), @r#"
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:pp2, preambular paragraph 2 of 3
    Recalling the OIC Summit and Ministerial Resolutions on the
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2/34-P:8, operative paragraph 8 of 12
    Welcomes the visit of the OIC Mission led by Ambassador Ezza
    "#);
}

#[test]
fn a_citation_that_leads_nowhere_is_said_and_moves_nothing() {
    insta::assert_snapshot!(rows("7\n99\nagain\n").join("\n"), @r#"
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2/34-P has operative paragraphs 1 to 12
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    "#);
}

#[test]
fn words_lead_to_the_best_hit_and_n_to_the_others() {
    insta::assert_snapshot!(rows("find composite dialogue\nn\nnext hit\nN\nhits\n").join("\n"), @r#"
    3 found
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:1, operative paragraph 1 of 10
    Strongly supports the ongoing peace process between Pakistan
    hit 3 of 3 for composite dialogue
    3/34-P:2, operative paragraph 2 of 10
    Notes that Pakistan and India, after completing the three ro
    hit 1 of 3 for composite dialogue, from the top
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    2/34-P:pp6, preambular paragraph 6 of 13
    Encouraging and supporting the composite dialogue between Pa
    hit 3 of 3 for composite dialogue, from the end
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:2, operative paragraph 2 of 10
    Notes that Pakistan and India, after completing the three ro
    3 found for composite dialogue
    3/34-P:1 Strongly supports the ongoing peace process between
    2/34-P:pp6 Encouraging and supporting the composite dialogue
    3/34-P:2 Notes that Pakistan and India, after completing the
    without composite: 2/34-P:pp8 Acknowledging that the Kashmir
    without composite: 3/34-P:9 Calls upon the international com
    without composite: 3/34-P:7 Encourages India to involve the
    "#);
}

#[test]
fn the_only_hit_is_read_again() {
    insta::assert_snapshot!(rows("/islamic dev bank\nn\n").join("\n"), @r#"
    1 found
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    hit 1 of 1 for islamic dev bank, from the top
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    "#);
}

#[test]
fn what_is_not_found_is_said() {
    assert_eq!(
        answers("find zzyzx\n"),
        "nothing found for zzyzx: no text here has a word like \"zzyzx\"\n"
    );
    assert_eq!(
        rows("find kashmir zzyzx\n")[0],
        "none has all words; 31 found without zzyzx"
    );
    assert_eq!(
        answers("n\n"),
        "nothing was searched for yet: press / to find\n"
    );
}

#[test]
fn a_jump_is_taken_back_and_again() {
    assert_eq!(
        rows("7\n9\nback\no\nforward\n")
            .iter()
            .step_by(2)
            .collect::<Vec<_>>(),
        [
            "2/34-P:7, operative paragraph 7 of 12",
            "2/34-P:9, operative paragraph 9 of 12",
            "2/34-P:7, operative paragraph 7 of 12",
            "2/34-P:opening",
            "2/34-P:7, operative paragraph 7 of 12",
        ]
    );
}

#[test]
fn marks_are_set_listed_and_removed() {
    insta::assert_snapshot!(rows("marks\n7\nmark\nagain\n3/34-P:1\nm\n'\nremove 3\nremove 1\nmarks\n").join("\n"), @r#"
    no marks yet; `mark` marks a paragraph
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2/34-P:7 marked
    2/34-P:7, operative paragraph 7 of 12, marked
    Requests the Islamic Development Bank and the Islamic Solida
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:1, operative paragraph 1 of 10
    Strongly supports the ongoing peace process between Pakistan
    3/34-P:1 marked
    2 marks
    1, 2/34-P:7 Requests the Islamic Development Bank and the Is
    2, 3/34-P:1 Strongly supports the ongoing peace process betw
    write which mark to remove: `marks` lists them with their nu
    2/34-P:7 no longer marked
    1 mark
    1, 3/34-P:1 Strongly supports the ongoing peace process betw
    "#);
}

#[test]
fn a_note_is_written_said_and_removed() {
    insta::assert_snapshot!(rows("note\n7\nnote who pays?\nagain\nnote\nmarks\nwhere\nnote -\nmarks\n").join("\n"), @r#"
    no note here: `note WORDS` writes one
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2/34-P:7 marked with a note
    2/34-P:7, operative paragraph 7 of 12, marked
    Requests the Islamic Development Bank and the Islamic Solida
    your note: who pays?
    your note: who pays?
    `note -` removes it
    1 mark
    1, 2/34-P:7 • who pays?  Requests the Islamic Development Ba
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    7, operative paragraph 7 of 12, after 13 preambular; marked
    your note: who pays?
    before: 6 Appeals to the Member States, OIC and other Islami
    after: 8 Welcomes the visit of the OIC Mission led by Ambass
    2/34-P:7 marked without a note
    1 mark
    1, 2/34-P:7 Requests the Islamic Development Bank and the Is
    "#);
}

#[test]
fn an_end_is_said_and_leads_on() {
    insta::assert_snapshot!(rows("previous\nlast\nnext\n]\n]\nfirst\n").join("\n"), @r#"
    beginning of 2/34-P; `previous resolution` goes on
    2/34-P:12, operative paragraph 12 of 12
    Requests the Secretary-General to follow up the implementati
    end of 2/34-P; `next resolution` goes on
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:opening
    The Thirty-Fourth Session of the Islamic Conference of Forei
    this is the last resolution
    3/34-P:opening
    The Thirty-Fourth Session of the Islamic Conference of Forei
    "#);
}

#[test]
fn what_panes_show_is_listed() {
    insta::assert_snapshot!(rows("sessions\nresolutions\n3/34-P:2\noutline\nicfm-34\n").join("\n"), @r#"
    1 session
    ICFM-34, Thirty-Fourth Session, Islamabad, Islamic Republic
    ICFM-34, 2 resolutions
    2/34-P, THE JAMMU AND KASHMIR DISPUTE, 13 preambular and 12
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN, 3 prea
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:2, operative paragraph 2 of 10
    Notes that Pakistan and India, after completing the three ro
    3/34-P, 3 preambular and 10 operative paragraphs
    opening The Thirty-Fourth Session of the Islamic Conference
    pp1 Guided by the principles and purposes of the UN as well
    pp2 Recalling the OIC Summit and Ministerial Resolutions on
    pp3 Recognizing the centrality of the issue of Jammu and Kas
    1 Strongly supports the ongoing peace process between Pakist
    2 Notes that Pakistan and India, after completing the three
    3 Supports various confidence-building measures taken by bot
    4 Expresses satisfaction at the bilateral understanding to o
    5 Appreciates the flexibility shown by President Musharraf i
    6 Welcomes the visit of the OIC Mission led by Ambassador Ez
    7 Encourages India to involve the representatives of the Kas
    8 Calls on India to resolve all the disputes, including Jamm
    9 Calls upon the international community including the Unite
    10 Requests the Secretary-General and the OIC Contact Group
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    2/34-P:opening
    The Thirty-Fourth Session of the Islamic Conference of Forei
    "#);
}

#[test]
fn a_paragraph_to_copy_is_one_line_with_its_citation() {
    let printed = session_in(&Shelf::bundled(), Some(40), "7\nquote\ncitation\n");
    let mut rows = printed.lines().rev();
    assert_eq!(rows.next(), Some("2/34-P:7"));
    let quoted = rows.next().unwrap();
    assert!(quoted.starts_with("Requests the Islamic") && quoted.ends_with(" (2/34-P:7)"));
}

#[test]
fn the_lines_of_the_source_are_said_with_what_became_of_their_words() {
    let said = answers("11\nprinted\n");
    let lines = said.lines().skip_while(|line| !line.starts_with("line "));
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "line 125: 11. Decides to consider the Jammu and Kashmir Dispute at the 35",
            "joined “35th”",
            "line 127: th",
            "line 128: Session of the Islamic Conference of",
            "line 130: Foreign Ministers.",
        ]
    );
}

#[test]
fn what_is_no_command_is_told_what_to_do() {
    insta::assert_snapshot!(answers("foo bar\nfind\ngo\n"), @r#"
    `foo bar` is no command and no citation; `help` lists the commands, `find foo bar` finds words
    write what to find: `find islamic dev bank`
    write where to go: `go 2/34-P:7`
    "#);
}

#[test]
fn the_help_names_each_word_with_its_key() {
    insta::assert_snapshot!(answers("help\n"), @"
    7 or 2/34-P:7, go to a paragraph
    Enter alone, next paragraph
    find WORDS or /, find
    find here WORDS or f, find in this resolution
    go CITATION or :, go to any citation
    next hit or n, next hit
    previous hit or N, previous hit
    back or o, back to before a jump
    forward or i, forward again
    refs or r, list of what this paragraph refers to
    actions or a, list of what the resolution asks for, by date
    next or j, next row or paragraph
    previous or k, previous row or paragraph
    first or g, first
    last or G, last
    next resolution or ], next resolution
    previous resolution or [, previous resolution
    next part or heading or }, next part or heading
    previous part or heading or {, previous part or heading
    next language or L, next language
    quote STYLE or y, paragraph and citation in a line, to copy
    citation or Y, citation in a line, to copy
    mark or m, mark or unmark a paragraph
    note WORDS or M, note on a paragraph
    marks or ', list of marks
    facts or I, facts of the resolution
    printed or p, lines of the source, and what became of their words
    help or ?, these commands
    quit or q, quit
    remove 1 or d, remove the mark
    again, this paragraph again
    where, this place, what stands before it and after
    spell WORD, letters of a word that stands here; without a word, of the citation
    read 3, read on, so many paragraphs; without a number to the end of the part, with `all` of the resolution
    next part, first paragraph of the next part
    next heading, next heading
    next operative, next operative paragraph
    next preambular, next preambular paragraph
    cited, list of the paragraphs that cite this one; at an opening, the resolution
    trace chain, list of the paragraph's wordings, oldest first; with `chain` of those that it renews, newest first
    compare CITATION, what became of each paragraph since another resolution; alone, since the one before
    hits, list of what was found
    outline, list of the paragraphs
    resolutions WORDS, list of the session's resolutions, or of all with words in their titles
    sessions, list of the sessions
    more, next rows of a list
    ");
}

#[test]
fn resolutions_are_listed_by_words_of_their_titles() {
    insta::assert_snapshot!(session(&Shelf::of_years(), "resolutions pier 2009\nresolutions kelp\n"), @r#"
    HB/RES/1 (2007), Extension of the mandate of the working group of the Harbour Board on the long pier
    HB/RES/1 (2007):pp1, preambular paragraph 1 of 1
    Recalling what it decided on the long pier,
    2 of 22 for pier 2009
    HB/RES/19 (2009), 12 August 2009, Extension of the mandate of the wor...
    HB/RES/15 (2009), 24 April 2009, Establishment of the working group o...
    3 of 22 for kelp
    HB/RES/18 (2009), 9 July 2009, Establishment of the working group of...
    HB/RES/11 (2008), 12 December 2008, Review of the working group of th...
    HB/RES/4 (2007), 15 May 2007, Extension of the mandate of the working...
    "#);
}

#[test]
fn what_stands_between_paragraphs_is_said() {
    insta::assert_snapshot!(session(&Shelf::of_boats(), "2(b)\n\n\n\nfacts\n"), @r#"
    B/RES/7 (2008), [on lanterns and oars in small harbours]
    B/RES/7 (2008):opening
    The Board of Boats,
    B/RES/7 (2008):2(b), point 2 of 2
    an account of what they cost;²
    note 2 In the coin of the harbour.
    B/RES/7 (2008):2, its text behind the points
    and urges them to ask the fishers for their view before the list is closed;
    B/RES/7 (2008):2, table
    Harbour | Lanterns | Keeper
    Keel | 4 | the harbour master and, at night, the watch of the customs house
    Old Quay | 1 | the parishᵃ
    2 | the fishers
    Mole and Long Pier: none
    note a Since 2004.
    heading Oars
    B/RES/7 (2008):3, operative paragraph 3 of 4
    Calls upon all members to carry two spare oars;
    symbol: B/RES/7 (2008)
    topic: on lanterns and oars in small harbours
    organ: Board of Boats
    session: Second Session
    sponsors: Keel, Old Quay
    draft: B/2008/L.4
    adopted: 6 June 2008
    meeting: 12th meeting
    record: B/PV.12
    vote: 11 for, 0 against, 2 abstaining (Mole, Long Pier)
    agenda: Safety of small harbours
    subjects: LANTERNS, HARBOURS
    language: en
    source: boats/B_RES_7_2008.xml, an unofficial copy
    doubts: two days of adoption are printed: 6 and 7 June
    "#);
}

#[test]
fn where_one_is_stands_between_what_is_before_and_behind() {
    insta::assert_snapshot!(rows("7\nmark\nwhere\nfirst\nwhere\n").join("\n"), @r#"
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2/34-P:7 marked
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    7, operative paragraph 7 of 12, after 13 preambular; marked
    before: 6 Appeals to the Member States, OIC and other Islami
    after: 8 Welcomes the visit of the OIC Mission led by Ambass
    2/34-P:opening
    The Thirty-Fourth Session of the Islamic Conference of Forei
    2/34-P, THE JAMMU AND KASHMIR DISPUTE
    opening; not marked
    after: pp1 Reaffirming the principles and objectives of the
    "#);
    let adopted = session(&Shelf::of_boats(), "where\n");
    assert!(
        adopted.contains("small harbours], 6 June 2008\n"),
        "{adopted}"
    );
}

#[test]
fn a_word_is_spelt_as_it_is_printed() {
    let spelt = |line: &str| answers(line).replace('\n', " ");
    assert_eq!(
        spelt("7\nspell bank\n").rsplit_once("capital B").unwrap().1,
        " a n k "
    );
    assert_eq!(
        spelt("spell\n"),
        "2 slash 3 4 hyphen capital P colon o p e n i n g "
    );
    assert_eq!(
        spelt("spell Geneva\n"),
        "`Geneva` does not stand in 2/34-P:opening "
    );
}

#[test]
fn reading_on_ends_with_the_part_or_the_number() {
    let places = |lines: &str| -> Vec<String> {
        let rows = rows(lines).into_iter();
        let rows = rows.filter(|row| row.starts_with("2/34-P:") || row.starts_with("end"));
        rows.map(|row| row.split(',').next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(places("7\nread 2\n"), ["2/34-P:7", "2/34-P:8", "2/34-P:9"]);
    assert_eq!(places("pp11\nread\nread\n").len(), 3 + 12);
    assert_eq!(
        places("11\nread all\nread\n"),
        [
            "2/34-P:11",
            "2/34-P:12",
            "end of 2/34-P; `next resolution` goes on"
        ]
    );
    assert_eq!(
        answers("read on\n"),
        "write how much to read: `read 3`, `read all`, or `read` alone\n"
    );
}

#[test]
fn the_next_place_of_a_kind_is_a_word_away() {
    insta::assert_snapshot!(
        rows("next operative\nnext preambular\nback\nnext part\nnext heading\n").join("\n"), @r#"
    2/34-P:1, operative paragraph 1 of 12
    Calls for a peaceful settlement of the Jammu and Kashmir iss
    no preambular paragraph follows in 2/34-P
    2/34-P:opening
    The Thirty-Fourth Session of the Islamic Conference of Forei
    2/34-P:pp1, preambular paragraph 1 of 13
    Reaffirming the principles and objectives of the Charter of
    no heading follows in 2/34-P
    "#);
    insta::assert_snapshot!(session(&Shelf::of_boats(), "next heading\nnext heading\n"), @r#"
    B/RES/7 (2008), [on lanterns and oars in small harbours]
    B/RES/7 (2008):opening
    The Board of Boats,
    heading Lanterns
    B/RES/7 (2008):pp2, preambular paragraph 2 of 2
    Deeply concerned that eleven boats¹ were lost at night within sight of a harbour,
    note 1 See the report of the harbour masters, B/2008/3, paragraphs 4 to 9.
    heading Light
    heading Lanterns on moles
    B/RES/7 (2008):1, operative paragraph 1 of 4
    Decides that each mole shall bear one lantern, lit from dusk until dawn;
    "#);
}

#[test]
fn paragraphs_that_are_cited_together_are_read_together() {
    insta::assert_snapshot!(rows("7-9\nagain\n3/34-P:1,3\n").join("\n"), @r#"
    3 cited, y copies, e quotes: 2/34-P:7-9
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2/34-P:8, operative paragraph 8 of 12
    Welcomes the visit of the OIC Mission led by Ambassador Ezza
    2/34-P:9, operative paragraph 9 of 12
    Urges the Government of India, in the interest of regional p
    2/34-P:7, operative paragraph 7 of 12
    Requests the Islamic Development Bank and the Islamic Solida
    2 cited, y copies, e quotes: 3/34-P:1,3
    3/34-P, THE PEACE PROCESS BETWEEN INDIA AND PAKISTAN
    3/34-P:1, operative paragraph 1 of 10
    Strongly supports the ongoing peace process between Pakistan
    3/34-P:3, operative paragraph 3 of 10
    Supports various confidence-building measures taken by both
    "#);
}

#[test]
fn a_long_list_goes_on_when_it_is_asked_to() {
    let rows = rows("outline\nmore\nmore\n");
    assert_eq!(rows.len(), 1 + 20 + 1 + 6 + 1);
    assert_eq!(rows[21], "6 more; `more` goes on");
    assert_eq!(rows[28], "no list goes on here");
}

#[test]
fn points_say_how_many_they_are() {
    let mut corpus = Corpus::default();
    corpus.add_text(crate::cli::POINTS).unwrap();
    let shelf = Shelf::of(corpus);
    insta::assert_snapshot!(session(&shelf, "1\n\n\n\n\n2\nannex1:1\n"), @r#"
    7/1-T, POINTS
    7/1-T:pp1, preambular paragraph 1 of 1
    Recalling nothing,
    7/1-T:1, operative paragraph 1 of 2, 2 points below
    Decides:
    7/1-T:1(a), point 1 of 2, 1 point below
    to meet:
    7/1-T:1(a)(i), point 1 of 1
    soon;
    7/1-T:1(b), point 2 of 2
    to report.
    7/1-T:2, operative paragraph 2 of 2
    Requests all␛[2J to go.
    7/1-T:2, operative paragraph 2 of 2
    Requests all␛[2J to go.
    7/1-T:annex1:1, annex paragraph 1 of 1
    Ends.
    "#);
}

#[test]
fn quit_ends_it_whatever_follows() {
    assert_eq!(answers("q\n7\n"), "");
}

#[test]
fn a_line_without_end_is_a_line() {
    assert_eq!(rows("7"), rows("7\n"));
}

#[test]
fn the_mark_of_a_note_stands_in_the_text_and_not_in_what_is_copied() {
    let shelf = Shelf::of_boats();
    let answers = session(&shelf, "B/RES/7 (2008):pp2\nquote\n");
    let [read, copied] = ["boats¹ were", "boats were"];
    assert_eq!(answers.matches(read).count(), 1, "{answers}");
    assert_eq!(answers.matches(copied).count(), 1, "{answers}");
}

#[test]
fn a_paragraph_is_traced_and_two_resolutions_are_compared_row_by_row() {
    let traced = answers("8\ntrace\n");
    let traced: Vec<_> = traced
        .lines()
        .skip_while(|row| !row.contains("wordings"))
        .collect();
    assert_eq!(traced[0], "2/34-P:8, 2 wordings, oldest first");
    assert!(traced[1].starts_with("2/34-P:8, 2007-05-17, here: Welcomes"));
    assert!(traced[2].starts_with("3/34-P:6, 2007-05-17, 65 %, 27 words in a row: Welcomes"));
    assert!(traced[2].ends_with("facilitate the peace process between India and Pakistan.+}"));
    insta::assert_snapshot!(answers("trace\ntrace back\ntrace chain\ncompare\ncompare 9/9\ncompare 7\n"), @r"
    wordings are those of a paragraph: go to one first
    `trace` lists every wording, `trace chain` those that it renews
    wordings are those of a paragraph: go to one first
    no resolution before 2/34-P has a title or words like its own, and it cites none that is here; name one: `compare 2/34-P`
    no resolution `9/9` is here
    2/34-P can't be compared with itself; name an earlier resolution first
    ");
    let compared = answers("go 3/34-P\ncompare 2/34-P\nmore\nmore\n");
    let compared: Vec<_> = compared
        .lines()
        .skip_while(|row| !row.contains("from 2/34-P"))
        .collect();
    assert!(
        compared
            .iter()
            .any(|row| row.starts_with("8 > 6, changed, moved: Welcomes"))
    );
    assert!(
        compared
            .iter()
            .any(|row| row.starts_with("11, dropped: Decides")),
        "{compared:?}"
    );
}

#[test]
fn the_finder_of_the_reader_knows_who_asks_for_a_report() {
    let found = rows("find does:report\nhits\n");
    assert_eq!(found[0], "2 found");
    assert!(
        found.iter().any(|row| row.starts_with("2/34-P:12 ")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|row| row.starts_with("3/34-P:10 ")),
        "{found:?}"
    );
}
