//! Organs, sessions and days that a citation names are held against what it leads to.

use super::{all_named, corpus, loaded};

#[test]
fn an_organ_a_session_or_a_day_of_another_resolution_is_said() {
    let corpus = corpus();
    for (typed, message) in [
        (
            "GAR2505",
            "`S/RES/2505 (2020)` is of `United Nations, Security Council, 2020`, not of `GAR`",
        ),
        (
            "GA/RES/2505",
            "`S/RES/2505 (2020)` is of `United Nations, Security Council, 2020`, not of `GA`",
        ),
        (
            "SC/2505",
            "no resolution `SC/2505` is here; did you mean `S/RES/2505 (2020)`?",
        ),
        (
            "resolution 2505 of 2019",
            "`S/RES/2505 (2020)` is of 2020, not of 2019",
        ),
        (
            "resolution 2505 (2020/01/14)",
            "`S/RES/2505 (2020)` was adopted on 13 January 2020, not on 14 January 2020",
        ),
        (
            "resolution 2/34-P, 35th session",
            "`2/34-P` is of `Thirty-Fourth Session`, not of the thirty-fifth session",
        ),
    ] {
        assert_eq!(all_named(&corpus, typed), Err(message.into()), "{typed}");
    }
}

#[test]
fn a_year_in_the_name_of_a_session_is_no_organ_but_may_be_a_symbol() {
    let corpus = loaded(
        r#"{"format": "resolut-corpus/1", "sessions": [
            {"id": "HRC-52", "organ": "Human Rights Council", "name": "Fifty-second session", "resolutions": [
                {"symbol": "A/HRC/RES/52/23", "language": "en", "preamble": [], "operative": [{"number": "3", "text": "Decides."}]}]},
            {"id": "UNSC-2000", "organ": "United Nations", "name": "Security Council, 2000", "resolutions": [
                {"symbol": "S/RES/2000 (2011)", "language": "en", "preamble": [], "operative": [{"number": "3", "text": "Decides."}]}]}]}"#
            .into(),
    );
    for (typed, printed) in [
        ("2000 para 3", "S/RES/2000 (2011):3"),
        ("resolution 2000, para 3", "S/RES/2000 (2011):3"),
        ("para 3 of 2000", "S/RES/2000 (2011):3"),
        ("HRC 52/23", "A/HRC/RES/52/23"),
        ("HRC/RES/52/23, para 3", "A/HRC/RES/52/23:3"),
    ] {
        assert_eq!(all_named(&corpus, typed).as_deref(), Ok(printed), "{typed}");
    }
}
