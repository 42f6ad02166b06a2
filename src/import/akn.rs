//! One file of Akoma Ntoso → a resolution and a report, without the loss of a letter.
//!
//! Pure: no files, no printing. [`read`] is the way in. A file goes through these steps:
//!
//! | step | owns |
//! |---|---|
//! | `letters`, `eight` | how many letters a text has; bytes, eight at a time |
//! | `xml` | bytes → elements, leniently |
//! | `about` | what is known of the document: whose text it is, its adoption, the vote |
//! | `text`, `table` | markup of a paragraph → its text, with spans and notes; of a table → cells |
//! | `flow` | elements → paragraphs, headings, tables in the order of print |
//! | `labels`, `words` | numbers and labels; the words of each language |
//! | `wanting` | numbers and headings that the markup does not name |
//! | `structure` | where preamble, sections and annexes begin; what belongs to what |
//! | `document` | what all of these make: a document as its file has it |
//! | `model` | the document → a resolution of the model |
//! | `conservation` | no letter is lost: the resolution has all of the file |
//!
//! The rules of repair, for markup that is broken: an end tag closes what is open inside of it; one of a name
//! that is not open closes a paragraph where it is that of a text, and is left out elsewhere; the end of the file
//! closes all; of an attribute that stands twice the first counts. No entity is expanded.

mod about;
mod conservation;
mod document;
mod eight;
mod flow;
mod labels;
mod letters;
mod model;
mod structure;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod wanting;
mod words;
mod xml;

pub use about::catalogue::CatalogueRows;
pub use document::{DocumentDoubt, DoubtKind};
pub use xml::repairs::{MarkupRepair, MarkupRepairKind};

use about::{identity, meta};
use document::Document;
use xml::tree;

use crate::text::encoding;
use crate::text::model::Resolution;
use crate::text::sorting::{sort_by, sort_by_key};

/// The number of the way in which files are read: to be raised whenever a file may be read otherwise than before, so
/// that what was imported is read again.
pub const READING: u32 = 6;

/// What was made of a file.
#[derive(Clone, Debug)]
pub struct AknReading {
    /// The resolution, draft or statement. It names no source.
    pub resolution: Resolution,
    /// What was repaired, by line.
    pub repairs: Vec<MarkupRepair>,
    /// What a person should look at, by line.
    pub doubts: Vec<DocumentDoubt>,
    /// How many characters the source has that are no white space; the resolution has them all, but for the
    /// stops behind numbers.
    pub letters: u64,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is text in another encoding, or no text.
    #[error("not UTF-8 from byte {0}")]
    NotUtf8(usize),
    /// Its first element is another.
    #[error("no Akoma Ntoso")]
    NotAkomaNtoso,
    /// It is a document of another kind.
    #[error("document kind {0} is not read")]
    OtherKind(String),
    /// Letters got lost on the way: a fault of the importer, found by its own check.
    #[error("reading it would lose letters: {0}; this is a fault of resolut, please report it")]
    LosesLetters(String),
}

/// Reads a file. Its name is one of the witnesses of the symbol; what it does not know of its adoption is taken
/// from the catalogue.
///
/// ```
/// use resolut::import::akn;
///
/// let file = "<akomaNtoso><statement><mainBody><paragraph><num>1.</num>\
///     <content><p>Decides to meet.</p></content></paragraph></mainBody></statement></akomaNtoso>";
/// let reading = akn::read(file.as_bytes(), "S_RES_9001.xml", &akn::CatalogueRows::default())?;
/// assert_eq!(&*reading.resolution.passages[0].text, "Decides to meet.");
/// # Ok::<(), akn::Rejected>(())
/// ```
///
/// # Errors
/// The file is no text, no Akoma Ntoso, or a fault of the reader would lose letters of it.
pub fn read(
    bytes: &[u8],
    file_name: &str,
    catalogue: &CatalogueRows,
) -> Result<AknReading, Rejected> {
    let draft = draft(bytes, file_name, catalogue)?;
    let made = model::of(draft.document);
    if !conservation::holds(&made, draft.tree.texts()) {
        let source: String = draft.tree.texts().collect();
        let differs = conservation::first_difference(&source, &made);
        return Err(Rejected::LosesLetters(differs));
    }
    Ok(AknReading {
        resolution: made.resolution,
        repairs: draft.repairs,
        doubts: draft.doubts,
        letters: draft.tree.letters,
    })
}

/// A document as its file has it.
struct DocumentDraft<'a> {
    document: Document,
    repairs: Vec<MarkupRepair>,
    doubts: Vec<DocumentDoubt>,
    tree: tree::Tree<'a>,
}

fn draft<'a>(
    bytes: &'a [u8],
    file_name: &str,
    catalogue: &CatalogueRows,
) -> Result<DocumentDraft<'a>, Rejected> {
    let text = simdutf8::compat::from_utf8(bytes)
        .map_err(|error| Rejected::NotUtf8(error.valid_up_to()))?;
    let unmarked = text.strip_prefix(encoding::MARK).unwrap_or(text);
    if unmarked.trim_ascii().is_empty() {
        return Err(Rejected::Empty);
    }
    let mut tree = tree::Tree::read(text);
    let root = root(&tree)?;
    let mut document = Document::default();
    let mut doubts = Vec::new();
    let language = know(&mut tree, root, file_name, &mut document, &mut doubts);
    let mut flow = flow::Flow::read(&tree);
    doubts.append(&mut flow.doubts);
    wanting::complete(&mut flow.blocks, language, &mut doubts);
    structure::place(flow.blocks, &mut document, language, &mut doubts);
    if let Some(row) = catalogue.row(&document.symbol) {
        row.complete(&mut document, &mut doubts);
    }
    let mut repairs = std::mem::take(&mut tree.repairs);
    number_lines(bytes, &mut repairs, &mut doubts);
    Ok(DocumentDraft {
        document,
        repairs,
        doubts,
        tree,
    })
}

/// Writes what is known of a document into it; returns its language.
fn know(
    tree: &mut tree::Tree<'_>,
    root: tree::Id,
    file_name: &str,
    document: &mut Document,
    doubts: &mut Vec<DocumentDoubt>,
) -> words::Language {
    let mut meta = meta::MetaFacts::of(tree);
    document.facts = std::mem::take(&mut meta.facts);
    meta::adoption(tree, &meta, document);
    let adopted = document.facts.adopted.clone();
    let witnesses = identity::Witnesses::of(tree, root, &meta, adopted.as_deref(), file_name);
    witnesses.judge(document, doubts);
    if let Some(vote) = &document.facts.vote {
        let members = document.symbol.starts_with("S/").then_some(15);
        meta::doubt_vote(vote, members, doubts);
    }
    words::Language::of(&meta.language)
}

/// The statement or collection that the file holds.
fn root(tree: &tree::Tree<'_>) -> Result<tree::Id, Rejected> {
    let first = tree
        .elements(tree::ROOT)
        .next()
        .filter(|&id| tree.name(id) == "akomaNtoso");
    let root = first.ok_or(Rejected::NotAkomaNtoso)?;
    let Some(kind) = tree.elements(root).next() else {
        return Ok(root);
    };
    let name = tree.name(kind);
    if matches!(
        name,
        "act"
            | "bill"
            | "judgment"
            | "debate"
            | "debateReport"
            | "officialGazette"
            | "amendment"
            | "amendmentList"
            | "portion"
    ) {
        return Err(Rejected::OtherKind(name.to_string()));
    }
    Ok(root)
}

/// Bytes → lines, counted from 1.
fn number_lines(bytes: &[u8], repairs: &mut [MarkupRepair], doubts: &mut [DocumentDoubt]) {
    let mut places: Vec<&mut usize> = repairs.iter_mut().map(|repair| &mut repair.line).collect();
    places.extend(doubts.iter_mut().map(|doubt| &mut doubt.line));
    sort_by(&mut places, Ord::cmp);
    let mut line = 1;
    let mut from = 0;
    for place in places {
        let gap = bytes.get(from..*place).unwrap_or_default();
        line += memchr::memchr_iter(b'\n', gap).count();
        from = from.max(*place);
        *place = line;
    }
    sort_by_key(repairs, |repair| repair.line);
    sort_by_key(doubts, |doubt| doubt.line);
}
