//! A citation: what is read prints in a form that is read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::text::citation::Citation;

fuzz_target!(|typed: &str| {
    match typed.parse::<Citation>() {
        Ok(citation) => {
            let again = citation.to_string().parse();
            // Alone, a symbol that could be a number reads as one.
            let number = matches!(citation, Citation::Of { target: None, .. })
                && matches!(again, Ok(Citation::Bare(_)));
            assert!(number || again.as_ref() == Ok(&citation), "{citation}");
        }
        Err(error) => drop((error.to_string(), error.pointed())),
    }
});
