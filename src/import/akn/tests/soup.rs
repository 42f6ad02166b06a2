//! Whatever stands in a file: no panic, and no letter lost.

use proptest::prelude::*;

use super::*;

const NAMES: [&str; 34] = [
    "p",
    "i",
    "br",
    "b",
    "a href=\"u\"",
    "num",
    "paragraph",
    "point",
    "list",
    "sublist",
    "heading",
    "subheading",
    "content",
    "intro",
    "wrapUp",
    "table",
    "tr",
    "td",
    "authorialNote",
    "section",
    "attachment",
    "preamble",
    "mainBody",
    "container",
    "formula",
    "coverPage",
    "span",
    "quotedStructure",
    "strange",
    "component",
    "conclusions",
    "docTitle",
    "alinea",
    "meta",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(&NAMES[..]).prop_map(|name| format!("<{name}>")),
        3 => prop::sample::select(&NAMES[..]).prop_map(|name| format!("</{}>", name.split(' ').next().unwrap_or(name))),
        1 => prop::sample::select(&NAMES[..]).prop_map(|name| format!("<{name} class=\"H1\" refersTo='#preamble'/>")),
        3 => "[a-zА-я أ附1-9.,;:*()\t\u{a0}-]{0,12}",
        1 => prop::sample::select(vec!["&", "<", ">", "&amp;", "&boat;", "&#7;", "<!-- x -->", "<![CDATA[ x < y ]]>", "<?x?>", "Annex", "(a)\t", "1. "]).prop_map(str::to_string),
    ]
}

#[test]
fn a_file_of_one_thing_over_and_over_is_read() {
    let again = |piece: &str| piece.repeat(3_000);
    let point = "<point><num>(a)</num><content><p>x</p></content></point>";
    for soup in [
        again("<meta>"),
        again("<a "),
        again("<a>") + &again("</b>"),
        again("<sublist>") + &again(point),
        format!(
            "{}<list>{}",
            again("<table><tr><td>x</td></tr></table>"),
            again(point)
        ),
        again(&op("(a)", "x;")),
        again(&bare("x")),
        again("&boat;"),
    ] {
        assert!(try_read(&file("", &soup)).is_ok(), "{soup:.60}");
    }
}

proptest! {
    #[test]
    fn any_soup_of_markup_is_read_without_the_loss_of_a_letter(pieces in prop::collection::vec(piece(), 0..60)) {
        let soup = format!("<akomaNtoso><statement>{}", pieces.concat());
        prop_assert!(try_read(&soup).is_ok(), "{:?}", try_read(&soup));
    }

    #[test]
    fn any_soup_is_written_into_a_corpus_and_read_again(pieces in prop::collection::vec(piece(), 0..60)) {
        let resolution = modelled(&format!("<akomaNtoso><statement>{}", pieces.concat()));
        prop_assert_eq!(written(resolution.clone()), resolution);
    }

    #[test]
    fn any_bytes_are_read_or_rejected(bytes in prop::collection::vec(any::<u8>(), 0..200), begins in any::<bool>()) {
        let whole = if begins { [b"<akomaNtoso>", &bytes[..]].concat() } else { bytes };
        let _ = read_as(&whole, "boats.xml");
    }
}
