//! `resolut prepare`: the catalogue and the index of what is bundled, made before the program is built.
//!
//! For who builds the program, not for who reads with it: no help lists it.

use anyhow::Result;

use super::args::Prepare;
use crate::corpus::{self, LoadError};
use crate::library;
use crate::store::{self, Replace, SHARED};

/// Writes the file that is bundled beside the corpus.
pub(super) fn run(args: &Prepare) -> Result<()> {
    let text = corpus::read_text(&args.corpus)?;
    let prepared = library::prepare(text).map_err(|fault| LoadError::Faulty {
        path: args.corpus.clone(),
        fault,
    })?;
    store::write(&args.output, &prepared, Replace::Force, SHARED)?;
    Ok(())
}
