//! What fuzzing found, each input once (`benches/fuzz`).

use resolut::citation::Citation;

#[test]
fn a_letter_whose_capital_is_several_is_printed_as_it_was() {
    for typed in ["0-0 ΐ", "1/2-ß", "1/2 ŉ", "1/ﬃ"] {
        let citation: Citation = typed.parse().unwrap();
        assert_eq!(citation.to_string().parse(), Ok(citation), "{typed}");
    }
}
