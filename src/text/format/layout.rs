//! How the JSON of a file is laid out: in lines with two blanks of indent, or all on one line.
//!
//! Both are one formatter, so that what serde makes of the shapes is compiled once.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

enum JsonLayout {
    OneLine(CompactFormatter),
    Indented(PrettyFormatter<'static>),
}

/// The JSON of a shape in lines.
pub(super) fn indented(shape: &impl Serialize) -> String {
    json(shape, JsonLayout::Indented(PrettyFormatter::new()))
}

/// The JSON of a shape on one line.
pub(super) fn on_one_line(shape: &impl Serialize) -> String {
    json(shape, JsonLayout::OneLine(CompactFormatter))
}

fn json(shape: &impl Serialize, layout: JsonLayout) -> String {
    let mut bytes = Vec::new();
    let written = shape.serialize(&mut Serializer::with_formatter(&mut bytes, layout));
    written.expect("these shapes always serialise");
    // A seventh of the instructions that the standard library takes, for a copy.
    let text = simdutf8::basic::from_utf8(&bytes);
    text.expect("JSON is text").to_owned()
}

/// What both layouts do each in their way.
macro_rules! each_in_its_way {
    ($($name:ident($($argument:ident: $type:ty)?)),*) => {
        $(fn $name<W: Write + ?Sized>(&mut self, to: &mut W $(, $argument: $type)?) -> io::Result<()> {
            match self {
                Self::OneLine(layout) => layout.$name(to $(, $argument)?),
                Self::Indented(layout) => layout.$name(to $(, $argument)?),
            }
        })*
    };
}

impl Formatter for JsonLayout {
    each_in_its_way!(
        begin_array(),
        end_array(),
        begin_array_value(is_first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(is_first: bool),
        begin_object_value(),
        end_object_value()
    );
}
