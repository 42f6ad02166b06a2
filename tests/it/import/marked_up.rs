//! Markdown and pages of HTML: what is read of them.

use proptest::prelude::*;
use resolut::import::{Import, Options, SourceDocument, SourceFormat, pdf_text};
use resolut::text::model::Part;

const MARKDOWN: &str = "\
---
symbol: B/RES/7/3
title: Not this one
date: 2031-05-02
language: EN
---

# RESOLUTION NO. 3/7-B

## Care of the old boats

*The Board of Boats*,

*Recalling* the rules of the [harbour](https://example.org/1), as laid down[^1] in May,

1. **Requests** the Registrar to list:
   - the old boats;
   - the new ones;

2. **Decides** to end the matter.

[^1]: See the *Charts* of the Shores.
";

const PAGE: &str = "\
<!DOCTYPE html><html lang=en><head><title>Boats</title></head><body><nav><a href='/'>Home</a></nav>
<h1>RESOLUTION NO. 3/7-B</h1><p>Care of the old boats</p>
<p><i>The Board of Boats</i>,</p>
<p><i>Recalling</i> the 8<sup>th</sup> rule, as laid down<sup><a href=#n1>1</a></sup> in May,</p>
<ol><li><b>Requests</b> the Registrar to list:<ol type=a><li>the old boats;</li><li>the new ones;</li></ol></li>
<li><b>Decides</b> to end the matter.</li></ol>
<ol><li id=n1>See the <i>Charts</i> of the Shores. <a href=#r1>↩</a></li></ol><footer>Imprint</footer></body></html>
";

fn read(source: &[u8]) -> (SourceDocument, Import) {
    let options = Options::new("boats");
    let document = SourceDocument::of(source, &options).unwrap();
    let import = pdf_text::read_document(&document, &options).unwrap();
    (document, import)
}

#[test]
fn markdown_and_a_page_are_read_alike() {
    for (source, format, points) in [
        (MARKDOWN, SourceFormat::Markdown, ["•", "•"]),
        (PAGE, SourceFormat::Html, ["a", "b"]),
    ] {
        let (document, import) = read(source.as_bytes());
        assert_eq!(document.format, format);
        let resolution = &import.sessions[0].resolutions[0];
        assert_eq!(
            resolution.title.as_deref(),
            Some("Care of the old boats"),
            "{}",
            document.text
        );
        assert_eq!(resolution.opening(), Some("The Board of Boats,"));
        let preamble: Vec<_> = resolution.paragraphs(Part::Preamble).collect();
        assert_eq!(preamble.len(), 1);
        assert!(
            preamble[0].text.ends_with("as laid down in May,"),
            "{}",
            preamble[0].text
        );
        assert_eq!(&*preamble[0].notes[0].text, "See the Charts of the Shores.");
        let operative = resolution
            .passages
            .iter()
            .filter(|passage| passage.part == Part::Operative);
        let operative: Vec<_> = operative.map(|passage| &*passage.text).collect();
        assert_eq!(
            operative,
            [
                "Requests the Registrar to list:",
                "the old boats;",
                "the new ones;",
                "Decides to end the matter."
            ],
            "{points:?}: {}",
            document.text
        );
        assert_eq!(import.report.words.left_out, 0);
    }
}

#[test]
fn notes_of_a_page_within_markdown_and_those_around_it_are_numbered_together() {
    let page = "<div><p>of the old<sup><a href=\"#n1\">1</a></sup> boats</p><p id=\"n1\">Of the page.</p></div>";
    let around = MARKDOWN.replace(
        "2. **Decides** to end the matter.",
        &format!("{page}\n\n2. **Decides** to end[^2] the matter.\n\n[^2]: Of the end."),
    );
    let (document, _) = read(around.as_bytes());
    let (_, notes) = document.text.split_once("\nNotes\n").unwrap();
    for note in [
        "[1] See the Charts of the Shores.",
        "[2] Of the page.",
        "[3] Of the end.",
    ] {
        assert!(notes.contains(note), "{notes}");
    }
}

#[test]
fn front_matter_says_what_is_not_printed() {
    let (_, import) = read(MARKDOWN.as_bytes());
    let resolution = &import.sessions[0].resolutions[0];
    assert_eq!(&*resolution.symbol, "B/RES/7/3");
    assert_eq!(resolution.adopted.as_deref(), Some("2031-05-02"));
    assert_eq!(&*resolution.language, "en");
}

#[test]
fn a_page_is_read_in_the_encoding_that_it_names() {
    let page = PAGE.replace("<head>", "<head><meta charset=windows-1251>");
    let mut bytes = page.replace("matter", "дело").into_bytes();
    let at = bytes
        .windows(2)
        .position(|pair| pair == "д".as_bytes())
        .unwrap();
    bytes.splice(at..at + 8, *b"\xe4\xe5\xeb\xee");
    let (document, _) = read(&bytes);
    assert!(
        document.text.contains("to end the дело."),
        "{}",
        document.text
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn mutilated_markup_is_read_or_refused(
        source in prop::sample::select(vec![MARKDOWN, PAGE]),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), prop::sample::select(vec!["<", ">", "[^1]", "*", "`", "|", "\n", "</", "&#", "<ol>", "- ", "    ", "\0"])),
            0..16,
        ),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut text = source.to_owned();
        for (at, piece) in &changes {
            let at = at.index(text.len());
            if text.is_char_boundary(at) {
                text.insert_str(at, piece);
            }
        }
        let mut bytes = text.into_bytes();
        bytes.truncate(cut.index(bytes.len() + 1).max(bytes.len() / 2));
        let options = Options::new("boats");
        if let Ok(document) = SourceDocument::of(&bytes, &options) {
            let _ = pdf_text::read_document(&document, &options);
        }
    }
}
