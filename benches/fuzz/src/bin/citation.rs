//! A citation: what is read prints in a form that is read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use resolut::text::citation::Citation;

fuzz_target!(|typed: &str| {
    match typed.parse() {
        Ok(mut citation) => {
            // Alone, a symbol that could be a number reads as one.
            let alone = matches!(&citation, Citation::Of { targets, .. } if targets.is_empty());
            // What is said of a resolution beside its symbol is not printed.
            if let Citation::Of { claims, .. } = &mut citation {
                claims.clear();
            }
            let again = citation.to_string().parse();
            let number = alone && matches!(again, Ok(Citation::Bare(_)));
            assert!(number || again.as_ref() == Ok(&citation), "{citation}");
        }
        Err(error) => drop((error.to_string(), error.pointed())),
    }
});
