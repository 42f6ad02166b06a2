//! A bracketed paste, byte by byte up to the sequence that ends it.

/// The longest paste that is handed on, in bytes; what goes beyond is read and dropped.
pub const PASTE_LIMIT: usize = 64 * 1024;

const END: &[u8] = b"\x1b[201~";

/// A paste as far as it came.
#[derive(Debug, Default)]
pub(super) struct Paste {
    bytes: Vec<u8>,
    /// How many bytes of [`END`] have been read.
    end_read: usize,
}

/// Whether a paste goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PasteState {
    Open,
    Ended,
}

impl Paste {
    /// Takes the next byte.
    pub(super) fn take(&mut self, byte: u8) -> PasteState {
        if END.get(self.end_read) == Some(&byte) {
            self.end_read += 1;
            return if self.end_read == END.len() {
                PasteState::Ended
            } else {
                PasteState::Open
            };
        }
        let begun = END.get(..self.end_read).unwrap_or_default();
        let room = PASTE_LIMIT.saturating_sub(self.bytes.len());
        self.bytes.extend(begun.iter().take(room));
        self.end_read = usize::from(END.first() == Some(&byte));
        if self.end_read == 0 && self.bytes.len() < PASTE_LIMIT {
            self.bytes.push(byte);
        }
        PasteState::Open
    }

    /// The text: terminals send a carriage return for each line end. The character that the limit cut in two is left
    /// out; bytes that are no UTF-8 become `�`.
    pub(super) fn text(&self) -> String {
        let bytes = match str::from_utf8(&self.bytes) {
            Err(fault) if fault.error_len().is_none() => {
                self.bytes.get(..fault.valid_up_to()).unwrap_or_default()
            }
            _ => &self.bytes,
        };
        String::from_utf8_lossy(bytes)
            .replace("\r\n", "\n")
            .chars()
            .map(|read| if read == '\r' { '\n' } else { read })
            .filter(|&read| read == '\n' || read == '\t' || !read.is_control())
            .collect()
    }
}
