//! The ZIP archive of a Word document: its parts, found by their relationships.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::DocxError;
use super::markup::{MarkupPart, PartToken};

/// The most that is unpacked of one document, in bytes.
pub(super) const LARGEST: u64 = 64 << 20;

/// The most headers that are looked at.
const HEADERS: usize = 8;

/// An archive, opened.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The name of the text part.
    main: String,
    /// Type and name of what the text part names.
    related: Vec<(String, String)>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, DocxError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocxError::Damaged)?;
        let mut package = Self {
            archive,
            main: String::new(),
            related: Vec::new(),
            left: LARGEST,
        };
        let roots = package.relationships("_rels/.rels", "")?;
        let main = roots.into_iter().find(|(kind, _)| kind == "officeDocument");
        package.main = main.map_or("word/document.xml".to_owned(), |(_, name)| name);
        let (folder, file) = package.main.rsplit_once('/').unwrap_or(("", &package.main));
        let folder = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let names = format!("{folder}_rels/{file}.rels");
        package.related = package.relationships(&names, &folder)?;
        Ok(package)
    }

    /// Whether it is a document with text: a sheet or a slide has none.
    pub(super) fn has_text(&self) -> bool {
        self.main.starts_with("word/") && self.archive.index_for_name(&self.main).is_some()
    }

    /// The text part.
    pub(super) fn text(&mut self) -> Result<Vec<u8>, DocxError> {
        let main = self.main.clone();
        self.part(&main)?.ok_or(DocxError::NoText)
    }

    /// A part of a type, empty where there is none.
    pub(super) fn related(&mut self, kind: &str) -> Result<Vec<u8>, DocxError> {
        Ok(self
            .all_related(kind)?
            .into_iter()
            .next()
            .unwrap_or_default())
    }

    /// The parts of a type.
    pub(super) fn all_related(&mut self, kind: &str) -> Result<Vec<Vec<u8>>, DocxError> {
        let of_kind = self.related.iter().filter(|(other, _)| other == kind);
        let names: Vec<_> = of_kind
            .map(|(_, name)| name.clone())
            .take(HEADERS)
            .collect();
        let parts = names.iter().map(|name| self.part(name));
        Ok(parts
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// The bytes of a part; none where there is no such part.
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, DocxError> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let file = self
            .archive
            .by_index(index)
            .map_err(|_| DocxError::Damaged)?;
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|_| DocxError::Damaged)?;
        let left = self.left.checked_sub(bytes.len() as u64);
        self.left = left.ok_or(DocxError::TooLarge)?;
        Ok(Some(bytes))
    }

    /// Type and name of each part that a list of relationships names; the type without its namespace.
    fn relationships(
        &mut self,
        list: &str,
        folder: &str,
    ) -> Result<Vec<(String, String)>, DocxError> {
        let bytes = self.part(list)?.unwrap_or_default();
        let mut part = MarkupPart::new(&bytes);
        let mut found = Vec::new();
        while let Some(token) = part.next() {
            if let PartToken::Open("Relationship", tag) = token
                && tag.get("TargetMode").as_deref() != Some("External")
                && let (Some(kind), Some(target)) = (tag.get("Type"), tag.get("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let name = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("{folder}{target}"),
                };
                found.push((kind, name));
            }
        }
        Ok(found)
    }
}
