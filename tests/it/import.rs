//! The importer on small fixtures, one for each defect of PDF text.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking")]

use resolut::import::{Encoding, Import, ImportError, Options, RepairKind, Report, pdf_text};
use resolut::text::corpus::Corpus;
use resolut::text::format;
use resolut::text::model::{AnnexHeading, Half, Part, Passage, Resolution};

mod akn;
mod bundled;
mod documents;
mod docx;
mod exported;
mod kinds;
mod lists;
mod marked_up;
mod mutilated;
mod notes;
mod rows;
mod tables;

const LAKES: &str = include_str!("../fixtures/import/lakes.txt");
const TORN: &str = include_str!("../fixtures/import/torn.txt");
const PAGES: &str = include_str!("../fixtures/import/pages.txt");
const INDEX: &str = include_str!("../fixtures/import/index.txt");
const POINTS: &str = include_str!("../fixtures/import/points.txt");
const ANNEXES: &str = include_str!("../fixtures/import/annexes.txt");
const GAPS: &str = include_str!("../fixtures/import/gaps.txt");

fn import(text: &str) -> Import {
    pdf_text::read(text.as_bytes(), &Options::new("x.txt")).unwrap()
}

fn resolutions(import: &Import) -> impl Iterator<Item = &Resolution> {
    import
        .sessions
        .iter()
        .flat_map(|session| &session.resolutions)
}

fn only(import: &Import) -> &Resolution {
    let mut all = resolutions(import);
    let first = all.next().unwrap();
    assert!(all.next().is_none());
    first
}

fn passages(resolution: &Resolution, part: Part) -> Vec<&Passage> {
    let passages = resolution.passages.iter();
    passages.filter(|passage| passage.part == part).collect()
}

/// Number and text of the passages of a part, points below their paragraphs.
fn outline(resolution: &Resolution, part: Part) -> Vec<String> {
    let row = |passage: &Passage| {
        let indent = "  ".repeat(passage.depth.into());
        let number = passage.number.as_deref().unwrap_or_default();
        format!("{indent}{number}|{}", passage.text)
    };
    passages(resolution, part).into_iter().map(row).collect()
}

fn kinds(report: &Report) -> Vec<(RepairKind, u32)> {
    let mut kinds: Vec<_> = report.repairs.iter().map(|r| (r.kind, r.line)).collect();
    kinds.sort_unstable();
    kinds
}

fn lines_of(report: &Report, kind: RepairKind) -> Vec<u32> {
    let of_kind = kinds(report).into_iter().filter(|(own, _)| *own == kind);
    of_kind.map(|(_, line)| line).collect()
}

fn doubts(report: &Report) -> Vec<(u32, &str)> {
    report
        .doubts
        .iter()
        .map(|doubt| (doubt.line, doubt.message.as_str()))
        .collect()
}

#[test]
fn a_clean_text_needs_no_repair() {
    let import = import(LAKES);
    let resolution = only(&import);
    assert_eq!(resolution.symbol, "3/22-W".into());
    let title = "THE PROTECTION OF THE GREAT LAKES AND OF THE RIVERS THAT FEED THEM";
    assert_eq!(resolution.title, Some(title.into()));
    assert_eq!(
        outline(resolution, Part::Preamble),
        [
            "|Recalling the resolutions of the Eighth Session on the self-determination of fishes \
             and the Resolutions and declarations of the Council,",
            "|Noting with regret that since the 8th October 1998 the level has fallen in 2004. and \
             in each of the years after it,",
            "|Taking note of the “Report on Reeds” of the Secretary-General’s office (CLM-22/REP.2);",
        ]
    );
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "1|Calls for a peaceful settlement among the ferries.",
            "2|Requests the Lake Bank, as agreed at its 40th meeting, to provide the 8 lighthouses \
             with lamps and to report to the 21st Session of the Conference of Lake Ministers.",
            "3|Decides to remain seized of the matter.",
        ]
    );
    assert_eq!(kinds(&import.report), []);
    assert_eq!(doubts(&import.report), []);
}

/// The same but for the lines: what a defect of layout must not change.
fn assert_same_text(defective: &Import) {
    fn unplaced(import: &Import) -> Vec<String> {
        let resolution = only(import);
        let mut rows = vec![format!("{:?}", (&resolution.title, resolution.opening()))];
        rows.extend(outline(resolution, Part::Preamble));
        rows.extend(outline(resolution, Part::Operative));
        rows
    }
    assert_eq!(unplaced(defective), unplaced(&import(LAKES)));
    assert_eq!(doubts(&defective.report), []);
}

#[test]
fn torn_words_and_paragraphs_that_touch_are_put_right() {
    let import = import(TORN);
    assert_same_text(&import);
    assert_eq!(lines_of(&import.report, RepairKind::Ordinal), [13, 21, 26]);
    assert_eq!(lines_of(&import.report, RepairKind::Hyphen), [9, 18]);
    assert_eq!(lines_of(&import.report, RepairKind::Number), [20, 30]);
    assert_eq!(lines_of(&import.report, RepairKind::PageBreak), [25]);
}

#[test]
fn page_numbers_and_running_heads_are_dropped() {
    let import = import(PAGES);
    assert_same_text(&import);
    let dropped = lines_of(&import.report, RepairKind::Furniture);
    assert_eq!(dropped, [1, 15, 16, 27, 28, 29, 36]);
    assert_eq!(lines_of(&import.report, RepairKind::PageBreak), [31]);
}

#[test]
fn page_furniture_is_found_without_form_feeds() {
    assert_same_text(&import(&PAGES.replace('\u{c}', "")));
    let double_spaced = PAGES.replace('\u{c}', "").replace('\n', "\n\n");
    assert_same_text(&import(&double_spaced));
}

#[test]
fn line_ends_and_spaces_of_any_kind_are_read() {
    for text in [
        LAKES.replace('\n', "\r\n"),
        LAKES.replace('\n', "\n\n"),
        LAKES.replace('\n', " \n\t\n"),
        LAKES.replace('\n', "\r\n\r\n"),
        format!("\u{feff}{LAKES}"),
        LAKES.replace(' ', "\u{a0}"),
        LAKES.replace(' ', "   "),
        LAKES.replace("1. Calls", "\u{c}1. Calls"),
        LAKES.trim_end_matches(['-', '\n']).to_owned(),
    ] {
        assert_same_text(&import(&text));
    }
}

#[test]
fn a_page_number_in_a_double_spaced_file_is_dropped() {
    let page = "to provide the\n\n\n12\n\n\n8 lighthouses";
    let text = LAKES
        .replace('\n', "\n\n")
        .replace("to provide the\n\n8 lighthouses", page);
    let import = import(&text);
    assert_same_text(&import);
    assert_eq!(import.report.words.furniture, 1);
}

#[test]
fn an_index_before_the_first_resolution_is_left_out() {
    let import = import(INDEX);
    let symbols: Vec<_> = resolutions(&import).map(|r| &*r.symbol).collect();
    assert_eq!(symbols, ["1/22-W", "2/22-W (IS)"]);
    let titles: Vec<_> = resolutions(&import)
        .map(|r| r.title.as_deref().unwrap())
        .collect();
    assert_eq!(titles, ["FERRIES", "THE HARBOURS OF THE LAKES"]);
    assert_eq!(import.sessions.len(), 1);
    assert_eq!(import.sessions[0].session.id, "CLM-22".into());
    let message = "lines 1 to 5 stand before the first resolution; left out";
    assert_eq!(doubts(&import.report)[0], (1, message));
    let message = "line 32 stands after the closing rule; left out";
    assert_eq!(doubts(&import.report)[1], (32, message));
    assert_eq!(import.report.doubts.len(), 2);
}

#[test]
fn a_single_operative_paragraph_needs_no_number() {
    let import = import(INDEX);
    let first = resolutions(&import).next().unwrap();
    assert_eq!(
        outline(first, Part::Operative),
        ["|Decides to keep the ferries."]
    );
}

#[test]
fn a_heading_inside_a_sentence_begins_no_resolution() {
    let import = import(INDEX);
    let second = resolutions(&import).nth(1).unwrap();
    let preamble = ["|Recalling RESOLUTION NO. 1/22-W and all others;"];
    assert_eq!(outline(second, Part::Preamble), preamble);
    assert_eq!(second.paragraphs(Part::Operative).count(), 2);
}

#[test]
fn points_are_nested_under_their_chapeau() {
    let import = import(POINTS);
    let resolution = only(&import);
    let preamble = ["|Convinced of the need (a) of oars,"];
    assert_eq!(outline(resolution, Part::Preamble), preamble);
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "1|Calls upon all captains to",
            "  (a)|row as in paragraph 2 (b) of the plan, and",
            "  (b)|in the night:",
            "    (i)|to carry a lamp;",
            "    (ii)|to sing; and",
            "  (c)|To land;",
            "2|Requests:",
            "  -|a boat,",
            "  -|a bigger boat.",
        ]
    );
    let operative = passages(resolution, Part::Operative);
    assert_eq!(operative[0].lines, Some([10, 16]));
    assert_eq!(operative[2].lines, Some([13, 15]));
    assert_eq!(import.report.counts.points, 7);
}

#[test]
fn an_annex_is_no_part_of_the_last_operative_paragraph() {
    let import = import(ANNEXES);
    let resolution = only(&import);
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "1|Adopts the Plan in Annex I and the Rules in the other Annexes to this resolution.",
            "2|Decides to remain seized of the matter.",
        ]
    );
    assert_eq!(resolution.annexes.len(), 2);
    assert_eq!(resolution.annex_title(1), "ANNEX I PLAN OF LANTERNS");
    assert_eq!(
        outline(resolution, Part::Annex(1, Half::Operative)),
        [
            "1|Each boat carries one lantern, lit as in paragraph 12. of the Code, and",
            "  (a)|oil for two nights;",
            "  (b)|a wick.",
            "2|Each harbour keeps 3 spare lanterns.",
            "|The Board thanks those who keep the light.",
        ]
    );
    assert_eq!(
        passages(resolution, Part::Annex(1, Half::Operative))[0].lines,
        Some([17, 21])
    );
    assert_eq!(resolution.annex_title(2), "Annex II Rules of Procedure");
    assert_eq!(
        outline(resolution, Part::Annex(2, Half::Operative)),
        [
            "|Article 1",
            "|The lantern is lit at dusk.",
            "|Article 2. It burns until dawn.",
            "|Chapter II",
            "1|The wick is trimmed.",
            "2|The oil is filled",
        ]
    );
    assert_eq!(
        doubts(&import.report),
        [
            (18, "the line opens with `12.`; read as running text"),
            (44, "line 44 stands after the closing rule; left out"),
        ]
    );
    assert_eq!(import.report.counts.annexes, 2);
    assert_eq!(import.report.counts.operative, 2);
}

#[test]
fn a_heading_of_an_annex_is_told_from_a_sentence_about_one() {
    let last_of = |resolution: &Resolution| {
        let last = resolution.paragraphs(Part::Operative).last().unwrap();
        last.text.clone()
    };
    let clean = last_of(only(&import(LAKES)));
    for (behind, annexes, last) in [
        ("\n\nANNEX\n\nThe lakes.", 1, ""),
        ("\nANNEX A: THE LAKES\n1. One.", 1, ""),
        ("\n\nAnnex 2 – The lakes\n\nOne.", 1, ""),
        ("\n\nAnnex to Resolution 3/22-W\n\nOne.", 1, ""),
        ("\n\nAPPENDIX\n1. One.\n\nANNEX\n1. One.", 2, ""),
        ("\nAnnex I lists the lakes.", 0, " Annex I lists the lakes."),
        ("\nAnnex\nand lakes.", 0, " Annex and lakes."),
        ("\nANNEX", 1, ""),
    ] {
        let import = import(&LAKES.replace("the matter.", &format!("the matter.{behind}")));
        let resolution = only(&import);
        assert_eq!(resolution.annexes.len(), annexes, "{behind}");
        for annex in (1..).take(annexes) {
            assert!(!passages(resolution, Part::Annex(annex, Half::Operative)).is_empty());
        }
        assert_eq!(*last_of(resolution), format!("{clean}{last}"));
        assert_eq!(
            doubts(&import.report).is_empty(),
            annexes > 0 && behind != "\nANNEX"
        );
    }
}

#[test]
fn a_heading_of_an_annex_that_runs_over_pages_is_kept_once() {
    let pages =
        "the matter.\n\u{c}ANNEX\n1. One lake.\n\u{c}ANNEX\n2. Two lakes.\n\u{c}ANNEX\n3. Three.\n";
    let import = import(&LAKES.replace("the matter.", pages));
    let resolution = only(&import);
    assert_eq!(resolution.annexes, [AnnexHeading::titled(Some("ANNEX"))]);
    assert_eq!(
        outline(resolution, Part::Annex(1, Half::Operative)),
        ["1|One lake.", "2|Two lakes.", "3|Three."]
    );
}

#[test]
fn an_annex_is_read_in_a_double_spaced_text() {
    let annex = "Annex\nPlan of Lanterns\nof the Boats\nA. General\n1. Each boat carries\n\
                 one lantern.\n2. It burns.\n";
    let text = LAKES.replace("the matter.", &format!("the matter.\n{annex}"));
    let import = import(&text.replace('\n', "\n\n"));
    let resolution = only(&import);
    let title = "Annex Plan of Lanterns of the Boats";
    assert_eq!(resolution.annexes, [AnnexHeading::titled(Some(title))]);
    assert_eq!(
        outline(resolution, Part::Annex(1, Half::Operative)),
        [
            "|A. General",
            "1|Each boat carries one lantern.",
            "2|It burns."
        ]
    );
}

#[test]
fn a_heading_of_an_annex_that_is_unsure_is_doubted() {
    for (end, annexes, doubt) in [
        (
            "the matter\nANNEX\n1. One.",
            1,
            "no stop stands before `ANNEX`; read as a new annex",
        ),
        (
            "the\nANNEX\n",
            0,
            "the line opens with `ANNEX`; read as running text",
        ),
        (
            "the matter.\n\nANNEX\n30 years of lakes\n\n4. Four.",
            1,
            "numbers 1 to 3 are missing; kept as printed",
        ),
    ] {
        let import = import(&LAKES.replace("the matter.", end));
        assert_eq!(only(&import).annexes.len(), annexes, "{end}");
        let operative = only(&import).paragraphs(Part::Operative);
        assert_eq!(operative.count(), 3, "{end}");
        let told: Vec<_> = import
            .report
            .doubts
            .iter()
            .map(|d| d.message.as_str())
            .collect();
        assert_eq!(told, [doubt]);
    }
}

#[test]
fn operative_numbers_may_end_in_a_bracket_or_a_dash() {
    for (stop, spaced) in [
        (")", true),
        ("-", true),
        (" -", true),
        (" –", true),
        ("-", false),
    ] {
        let blank = if spaced { " " } else { "" };
        let mut text = LAKES.to_owned();
        for (number, verb) in [(1, "Calls"), (2, "Requests"), (3, "Decides")] {
            text = text.replace(
                &format!("{number}. {verb}"),
                &format!("{number}{stop}{blank}{verb}"),
            );
        }
        assert_same_text(&import(&text));
    }
}

#[test]
fn a_verb_behind_a_gap_begins_an_operative_paragraph_without_number_or_stop() {
    let text = "RESOLUTION NO. 7/35-E\nON SAILS\n\nThe Board of Boats,\n\nRecalling the wind\n\n\
                Thanks the sails\n\nDecides to sail with the\n\nRequests of all\nRequests and oars.\n";
    let import = import(text);
    let resolution = only(&import);
    assert_eq!(outline(resolution, Part::Preamble), ["|Recalling the wind"]);
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "|Thanks the sails",
            "|Decides to sail with the Requests of all Requests and oars.",
        ]
    );
    let stops: Vec<_> = import
        .report
        .doubts
        .iter()
        .filter(|d| d.message.starts_with("no stop"))
        .collect();
    assert_eq!(stops.len(), 2);
}

#[test]
fn a_line_that_is_left_out_is_not_also_read() {
    let text = format!("{LAKES}\nSigned,\nRESOLUTION NO. 9/9-Z\nKeel\n");
    let import = import(&text);
    let message = "lines 28 to 30 stand after the closing rule; left out";
    assert_eq!(doubts(&import.report), [(28, message)]);
}

#[test]
fn numbers_are_kept_as_printed_and_doubted() {
    let import = import(GAPS);
    assert_eq!(
        outline(only(&import), Part::Operative),
        [
            "1|Welcomes the rain.",
            "3|Thanks the clouds.",
            "|Requests more rain.",
            "5|Urges the sun to wait.",
            "5|Decides to wait as well.",
        ]
    );
    assert_eq!(
        doubts(&import.report),
        [
            (1, "the opening of 4/22-W names no session; put in `CL-22`"),
            (9, "number 2 is missing; kept as printed"),
            (11, "an operative paragraph without a number; kept without"),
            (15, "number 5 is printed after 5; kept as printed"),
        ]
    );
    assert_eq!(import.sessions[0].session.organ, "Council of Lakes".into());
}

#[test]
fn a_security_council_resolution_is_read() {
    let text = "Resolution 9505 (2031)\n\nAdopted by the Security Council at its 12699th meeting, on\n\
                13 January 2031\n\nThe Security Council,\nAlarmed by the drought,\n\nDecides to send rain.\n";
    let import = import(text);
    let resolution = only(&import);
    assert_eq!(resolution.symbol, "9505 (2031)".into());
    assert_eq!(resolution.adopted, Some("2031-01-13".into()));
    assert_eq!(resolution.title, None);
    assert_eq!(resolution.headings.len(), 2);
    assert_eq!(resolution.opening(), Some("The Security Council,"));
    assert_eq!(
        outline(resolution, Part::Operative),
        ["|Decides to send rain."]
    );
    let session = &import.sessions[0].session;
    assert_eq!(
        (&session.id, &session.name),
        (&"SC-2031".into(), &"2031".into())
    );
    assert_eq!(session.organ, "United Nations, Security Council".into());
}

#[test]
fn a_resolution_of_the_general_assembly_is_read() {
    let second = "Resolution adopted by the General Assembly\n[without a vote (A/65/L.75)]\n\n\
                  65/273. The reeds\n\nThe General Assembly,\nRecalling the lakes,\n\
                  1. Requests reeds.\n";
    let text = format!(
        "Resolution adopted by the General Assembly on 3 May 2011\n\nA/RES/65/272\nTHE LAKES\n\n\
         The General Assembly,\nRecalling the rivers,\n1. Requests rain.\n\n{second}"
    );
    let import = import(&text);
    let [first, second] = import.sessions[0].resolutions.as_slice() else {
        panic!("two resolutions expected");
    };
    assert_eq!(import.sessions[0].session.id, "GA-65".into());
    assert_eq!(first.symbol, "A/RES/65/272".into());
    assert_eq!(first.adopted, Some("2011-05-03".into()));
    assert_eq!(first.title, Some("THE LAKES".into()));
    assert_eq!(outline(first, Part::Operative), ["1|Requests rain."]);
    assert_eq!(second.symbol, "65/273".into());
    assert_eq!(second.headings.len(), 3);
    assert_eq!(second.title, Some("The reeds".into()));
    assert_eq!(outline(second, Part::Operative), ["1|Requests reeds."]);
}

#[test]
fn recitals_behind_whereas_or_a_dash_are_paragraphs() {
    let import = import(
        "RESOLUTION NO. 4/9-B\nON\nLAMPS\n\nWHEREAS, the lamps are old; and\n\nWHEREAS, the oil is dear:\n\n\
         NOW, THEREFORE, be it\n\nRESOLVED, by the Board, to buy lamps;\n\nRESOLVED, FURTHER, to save oil.\n",
    );
    let resolution = only(&import);
    assert_eq!(
        outline(resolution, Part::Preamble),
        [
            "|WHEREAS, the lamps are old; and",
            "|WHEREAS, the oil is dear:"
        ]
    );
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "|NOW, THEREFORE, be it",
            "|RESOLVED, by the Board, to buy lamps;",
            "|RESOLVED, FURTHER, to save oil."
        ]
    );
}

#[test]
fn recitals_of_a_parliament_are_paragraphs() {
    let import = import(
        "B9_TA(2031)0007\nResolution of 3 May 2031 on lamps\n\nThe Parliament of Boats,\n\n\
         – having regard to the Treaty on Oil,\n\nA. whereas lamps are old;\n\n1. Calls on the Board to buy lamps.\n",
    );
    let resolution = only(&import);
    assert_eq!(resolution.symbol, "B9_TA(2031)0007".into());
    assert_eq!(resolution.adopted, Some("2031-05-03".into()));
    assert_eq!(
        outline(resolution, Part::Preamble),
        [
            "|having regard to the Treaty on Oil,",
            "A|whereas lamps are old;"
        ]
    );
}

#[test]
fn verbs_in_small_letters_hold_their_points() {
    let import = import(
        "RESOLUTION 4 (Rev. Keel, 2031)\nLamps\n\nThe Conference of Boats (Keel, 2031),\n\nconsidering\n\n\
         a) that lamps are old;\n\nb) that oil is dear,\n\nresolves\n\n1 to buy lamps;\n\n2 to save oil,\n\n\
         instructs the Secretary to report.\n",
    );
    let resolution = only(&import);
    assert_eq!(resolution.symbol, "4 (Rev. Keel, 2031)".into());
    assert_eq!(
        outline(resolution, Part::Preamble),
        [
            "|considering",
            "  a)|that lamps are old;",
            "  b)|that oil is dear,"
        ]
    );
    assert_eq!(
        outline(resolution, Part::Operative),
        [
            "|resolves",
            "  1|to buy lamps;",
            "  2|to save oil,",
            "|instructs the Secretary to report."
        ]
    );
}

#[test]
fn what_holds_no_resolution_is_an_error_that_says_what_was_expected() {
    for text in ["", "\n\n\u{c}", "\u{feff}"] {
        let error = pdf_text::read(text.as_bytes(), &Options::new("x.txt")).unwrap_err();
        assert_eq!(error.to_string(), "there is no text in `x.txt`");
    }
    for text in [
        "Dear reader,\n\n1. Requests a letter.\n",
        "RESOLUTION NO. 1/2-P\n",
    ] {
        let error = pdf_text::read(text.as_bytes(), &Options::new("x.txt")).unwrap_err();
        assert!(matches!(error, ImportError::NoResolution { .. }), "{error}");
        assert!(
            error
                .to_string()
                .contains("expected a heading such as `RESOLUTION NO. 2/34-P`")
        );
    }
}

#[test]
fn a_file_that_is_no_text_in_its_encoding_is_an_error_that_says_what_to_do() {
    let mut latin1 = LAKES.replace(['“', '”', '’'], "'").into_bytes();
    let at = latin1.iter().position(|&byte| byte == b'\'').unwrap();
    latin1[at] = 0xe9;
    let options = Options {
        encoding: Encoding::UTF_8,
        ..Options::new("x.txt")
    };
    let error = pdf_text::read(&latin1, &options).unwrap_err().to_string();
    assert!(error.contains("line 16 holds the byte 0xE9"), "{error}");
    assert!(error.contains("it may be Latin-1"), "{error}");
    assert!(!error.contains("--"), "{error}");
    for encoding in [Encoding::ByContent, Encoding::LATIN_1] {
        let options = Options {
            encoding,
            ..options
        };
        let import = pdf_text::read(&latin1, &options).unwrap();
        let preamble = outline(only(&import), Part::Preamble);
        assert!(preamble[2].contains("the éReport on Reeds'"));
    }

    for (bytes, advice) in [
        (&b"%PDF-1.4"[..], "pdftotext"),
        (&b"\xff\xfe\0\0R\0\0\0"[..], "iconv -f utf-32"),
    ] {
        let error = pdf_text::read(bytes, &Options::new("x.txt")).unwrap_err();
        assert!(error.to_string().contains(advice), "{error}");
    }
}

#[test]
fn what_is_imported_is_what_is_read_from_its_file() {
    for source in [LAKES, TORN, PAGES, INDEX, POINTS, ANNEXES, GAPS] {
        let import = import(source);
        let mut corpus = Corpus::default();
        corpus.add_text(format::to_json(&import.sessions)).unwrap();
        let sessions = corpus.sessions().map(|id| corpus.session(id));
        assert!(sessions.eq(import.sessions.iter().map(|whole| &whole.session)));
        let read = corpus.read_all().map(|(_, read)| read.unwrap());
        let read: Vec<_> = read.collect();
        assert_eq!(read, resolutions(&import).cloned().collect::<Vec<_>>());
    }
}

#[test]
fn a_report_serialises() {
    let json = serde_json::to_value(import(TORN).report).unwrap();
    assert_eq!(json["counts"]["operative"], 3);
    assert_eq!(json["words"]["numbers"], 3);
    assert_eq!(json["repairs"][0]["kind"], "spaces");
    assert_eq!(json["repairs"][0]["line"], 6);
}

#[test]
fn a_number_may_stand_alone_on_its_line() {
    let text = LAKES
        .replace("1. Calls", "1.\nCalls")
        .replace("3. Decides", "3 .\n\nDecides");
    assert_same_text(&import(&text));
}

#[test]
fn a_number_that_nothing_follows_is_text() {
    let import = import(&LAKES.replace("3. Decides to remain seized of the matter.", "3."));
    let last = only(&import).passages.last().unwrap();
    assert!(last.text.ends_with("Conference of Lake Ministers. 3."));
    assert_eq!(
        doubts(&import.report),
        [(24, "nothing follows `3.`; read as running text")]
    );
}

#[test]
fn a_rule_inside_ends_nothing() {
    for (rule, behind) in [
        ("\n\n______________\n\n", "3. Decides"),
        ("\n\n______________\n\n", "Decides"),
    ] {
        let text = LAKES.replace(
            "\n\n3. Decides",
            &format!("{rule}Keel, at night.\n\n{behind}"),
        );
        let import = import(&text);
        let operative = only(&import).paragraphs(Part::Operative);
        assert_eq!(operative.count(), 3, "{behind}");
        assert_eq!(import.report.words.left_out, 0);
    }
}

#[test]
fn words_that_went_nowhere_are_counted_with_their_lines() {
    let text =
        format!("{LAKES}\nExplanation of Hillmark,\n\nwhich voted, and of others\nthat did.\n");
    let report = import(&text).report;
    let [left] = report.left_out.as_slice() else {
        panic!("one passage was left out");
    };
    assert_eq!((left.first, left.last, left.words), (28, 31, 10));
    assert_eq!(left.place, "after the closing rule");
    assert_eq!(report.words.left_out, 10);
    assert!(report.is_lossy());
    assert!(!import(LAKES).report.is_lossy());
}
