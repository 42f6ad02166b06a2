//! `resolut prepare`: the catalogue and the index of what is bundled, made before the program is built.
//!
//! For those who build the program, not for its readers: no help lists it.

use std::io::Write;

use anyhow::Result;

use super::args::Prepare;
use super::output::Output;
use crate::reader::keep::{self, Replace, SHARED};
use crate::reader::library;
use crate::text::corpus::{self, LoadError};

/// Writes the file that is bundled beside the corpus.
pub(super) fn run(args: &Prepare, out: &mut Output<impl Write>) -> Result<()> {
    let text = corpus::read_text(&args.corpus)?;
    let prepared = library::prepare(text).map_err(|fault| LoadError::Faulty {
        path: args.corpus.clone(),
        fault,
    })?;
    if corpus::is_standard(&args.output) {
        out.bytes(&prepared)?;
        return Ok(());
    }
    keep::write(&args.output, &prepared, Replace::Force, SHARED)?;
    Ok(())
}
