//! A Word document: the parts of its archive stand one behind another, and a zero byte between two.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use resolut::import::SourceFormat;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The names of the parts, in their order.
const PARTS: [&str; 4] = ["document", "numbering", "footnotes", "styles"];

const RELATIONSHIPS: &str = r#"<Relationships>
<Relationship Id="1" Type="officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
<Relationship Id="2" Type="officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
<Relationship Id="3" Type="officeDocument/2006/relationships/styles" Target="styles.xml"/>
</Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    // An archive as it is: what a damaged one does is asked as well.
    if bytes.starts_with(b"PK") {
        fuzz::read(bytes, SourceFormat::Word);
        return;
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // To pack them would take longer than to read them.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut part = |name: &str, text: &[u8]| {
        zip.start_file(name, options).expect("a part");
        zip.write_all(text).expect("a part");
    };
    part("[Content_Types].xml", b"<Types/>");
    part("word/_rels/document.xml.rels", RELATIONSHIPS.as_bytes());
    for (name, text) in PARTS.iter().zip(bytes.split(|byte| *byte == 0)) {
        part(&format!("word/{name}.xml"), text);
    }
    let archive = zip.finish().expect("an archive").into_inner();
    fuzz::read(&archive, SourceFormat::Word);
});
