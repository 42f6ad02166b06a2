//! A citation: what is read prints in a form that is read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::text::citation::Citation;

fuzz_target!(|typed: &str| {
    match typed.parse::<Citation>() {
        Ok(citation) => {
            // Alone, a symbol that could be a number reads as one.
            let alone = citation.targets().is_empty();
            let (citation, language) = parts(citation);
            let printed = match &language {
                Some(language) => format!("{citation}@{language}"),
                None => citation.to_string(),
            };
            let again = printed.parse().map(parts);
            let number = alone && matches!(again, Ok((Citation::Bare(_), _)));
            assert!(number || again == Ok((citation, language)), "{printed}");
        }
        Err(error) => drop((error.to_string(), error.pointed())),
    }
});

/// What is cited, without what is said of a resolution beside its symbol, which is not printed; and the language.
fn parts(citation: Citation) -> (Citation, Option<String>) {
    match citation {
        Citation::InLanguage { cited, language } => (parts(*cited).0, Some(language)),
        Citation::Of {
            symbol, targets, ..
        } => {
            let claims = Vec::new();
            let cited = Citation::Of {
                symbol,
                targets,
                claims,
            };
            (cited, None)
        }
        other => (other, None),
    }
}
