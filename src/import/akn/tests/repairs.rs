//! What is done where markup is broken.

use super::*;

#[test]
fn an_end_tag_of_what_is_open_further_out_closes_what_is_inside() {
    let reading = of_body(
        "\n<paragraph><num>1.</num><content><p>Asks <i>for <b>oars</i></b>;</content></p></paragraph>",
    );
    assert_eq!(outline(&reading.document)[2], "op 1 Asks for oars;");
    assert_eq!(
        repairs(&reading),
        [
            "4: crossed i",
            "4: stray-end b",
            "4: crossed content",
            "4: stray-end p"
        ]
    );
}

#[test]
fn the_end_of_a_doc_title_or_an_alinea_closes_the_paragraph_that_is_open() {
    for name in ["docTitle", "alinea"] {
        let reading = of_body(&format!(
            "<paragraph class=\"H1\"><heading>Oars</heading></{name}>\n{}",
            op("1.", "Asks;")
        ));
        assert_eq!(outline(&reading.document)[2..], ["op # Oars", "op 1 Asks;"]);
        assert_eq!(repairs(&reading), [format!("3: closed-by {name}")]);
    }
}

#[test]
fn an_end_tag_of_what_is_not_open_is_left_out() {
    let reading = of_body(&format!("</item>{}", op("1.", "Asks</u>;")));
    assert_eq!(outline(&reading.document)[2], "op 1 Asks;");
    assert_eq!(repairs(&reading), ["3: stray-end item", "3: stray-end u"]);
}

#[test]
fn what_is_open_at_the_end_of_a_file_is_closed() {
    let whole = file("", &op("1.", "Asks for oars;"));
    let cut = whole.get(..whole.find("oars").unwrap()).unwrap();
    let reading = of_file(cut);
    assert_eq!(
        outline(&reading.document),
        ["opening The Board of Boats,", "op 1 Asks for"]
    );
    assert_eq!(repairs(&reading), ["3: ends-early p"]);
    let reading = of_file(&format!("{cut}oars</p"));
    assert_eq!(outline(&reading.document)[1], "op 1 Asks for oars");
    assert_eq!(repairs(&reading), ["3: ends-early p", "3: ends-early </p"]);
}

#[test]
fn of_an_attribute_that_stands_twice_the_first_counts_in_a_meta_too() {
    let twice =
        file("", &op("1.", "Asks;")).replace("<coverPage", "<coverPage a=\"1\" b=\"2\" a=\"3\"");
    assert_eq!(repairs(&of_file(&twice)), ["2: double-attribute a"]);
    let twice = file("", &op("1.", "Asks;"))
        .replace("language=\"eng\"", "language=\"fra\" language=\"eng\"");
    let reading = of_file(&twice);
    assert_eq!(repairs(&reading), ["2: double-attribute language"]);
    assert_eq!(reading.document.language, "fr");
}

#[test]
fn a_greater_than_sign_in_an_attribute_ends_no_tag() {
    let keyword = "<keyword refersTo=\"title\" showAs=\"[on oars > sails]\"/>";
    let file = file("", &op("1.", "Asks;")).replace("</meta>", &format!("{keyword}</meta>"));
    let reading = of_file(&file.replace("<p>Asks", "<p class=\"a>b\" c='d>e'>Asks"));
    let topic = reading.document.facts.topic.as_deref();
    assert_eq!(topic, Some("on oars > sails"));
    assert_eq!(outline(&reading.document)[1], "op 1 Asks;");
    assert!(reading.repairs.is_empty());
}

#[test]
fn an_unknown_entity_stays_as_printed_and_a_known_one_is_decoded() {
    let with_type = format!(
        "<!DOCTYPE akomaNtoso [<!ENTITY boat \"ship\">]>{}",
        file("", &op("1.", "&boat; &amp; &lt;oars&gt; &#8217;&#x2019;"))
    );
    let reading = of_file(&with_type);
    assert_eq!(outline(&reading.document)[1], "op 1 &boat; & <oars> ’’");
    assert_eq!(repairs(&reading), ["3: unknown-entity &boat;"]);
}

#[test]
fn control_characters_are_left_out() {
    let reading = of_body(&op("1.", "oars&#27;[31m and\u{1} sails"));
    assert_eq!(outline(&reading.document)[2], "op 1 oars[31m and sails");
    assert_eq!(
        repairs(&reading),
        ["3: control U+001B", "3: control U+0001"]
    );
}

#[test]
fn a_sign_that_begins_no_markup_is_text() {
    let reading = of_body(&op("1.", "2 < 3 & 4 <b"));
    assert_eq!(outline(&reading.document)[2], "op 1 2 < 3 & 4 <b");
    assert!(
        reading
            .repairs
            .iter()
            .all(|repair| repair.kind.name() == "loose-sign"),
        "{:?}",
        reading.repairs
    );
}

#[test]
fn a_file_that_is_no_akoma_ntoso_says_what_it_is() {
    let said = |bytes: &[u8]| read_as(bytes, "boats.xml").unwrap_err().to_string();
    assert_eq!(said(b" \n"), "empty");
    assert_eq!(said(b"No markup."), "no Akoma Ntoso");
    assert_eq!(said(b"<svg><akomaNtoso/></svg>"), "no Akoma Ntoso");
    assert_eq!(
        said(b"<akomaNtoso><act/></akomaNtoso>"),
        "document kind act is not read"
    );
    assert_eq!(said(b"<akomaNtoso>\xe9"), "not UTF-8 from byte 12");
}

#[test]
fn prefixes_and_a_byte_order_mark_change_nothing() {
    let plain = file("", &op("1.", "Asks;"));
    let prefixed = plain
        .replace("</", "</un:")
        .replace('<', "<un:")
        .replace("<un:/un:", "</un:");
    let reading = read_as(format!("\u{feff}{prefixed}").as_bytes(), "S_RES_9001.xml").unwrap();
    assert_eq!(
        reading.document,
        of_file(&plain).document.clone_at(&reading.document)
    );
    assert_eq!(reading.repairs, []);
}

#[test]
fn a_byte_order_mark_inside_a_file_is_text() {
    let marked = file("", &op("1.", "Asks;"))
        .replace("</coverPage>", "<p>2 < \u{feff}3</p></coverPage>")
        .replace("</meta>", "</meta>\u{feff}");
    let reading = try_read(&format!("\u{feff}{marked}")).unwrap();
    let texts: Vec<&str> = reading
        .document
        .passages
        .iter()
        .map(|one| &*one.text.text)
        .collect();
    assert!(texts.contains(&"\u{feff}"), "{texts:?}");
    assert!(texts.contains(&"2 < \u{feff}3"), "{texts:?}");
}

impl Document {
    /// This document with the places of another, which has longer tags.
    fn clone_at(&self, other: &Self) -> Self {
        let mut document = self.clone();
        for (passage, at) in document.passages.iter_mut().zip(&other.passages) {
            passage.at = at.at;
        }
        document
    }
}
