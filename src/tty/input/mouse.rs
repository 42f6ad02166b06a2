//! What a terminal reports of a mouse, in the form of xterm's mode 1006: `ESC [ < button ; column ; row M`.

/// What a mouse did over a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MouseReport {
    /// What it did.
    pub did: MouseAct,
    /// The column of the cell, from 0.
    pub column: u16,
    /// Its row, from 0.
    pub row: u16,
}

/// What is heard of a mouse: what else it does is nobody's business here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAct {
    /// The left button was pressed.
    Press,
    /// The wheel was turned towards the hand, by a notch: on in the text.
    WheelDown,
    /// It was turned away from the hand: back.
    WheelUp,
}

impl MouseReport {
    /// The report of a button at a column and a row from 1. With a key held (4 to 16 more) it is the terminal's own, and
    /// the pointer moves with 32 more.
    pub(super) fn read(button: u16, column: u16, row: u16) -> Option<Self> {
        let did = match button {
            0 => MouseAct::Press,
            64 => MouseAct::WheelUp,
            65 => MouseAct::WheelDown,
            _ => return None,
        };
        Some(Self {
            did,
            column: column.checked_sub(1)?,
            row: row.checked_sub(1)?,
        })
    }
}
