//! What a reader can ask for, and what must then happen outside.

use crate::reader::keep::NamedFile;

/// What a reader asks for. One [`crate::reader::keymap`] table says which key asks for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the key table says what each does")]
pub enum Action {
    Next,
    Previous,
    NextPage,
    PreviousPage,
    NextHalfPage,
    PreviousHalfPage,
    ScrollDown,
    ScrollUp,
    First,
    Last,
    NextPane,
    PreviousPane,
    PaneRight,
    PaneLeft,
    Open,
    NextResolution,
    PreviousResolution,
    NextLandmark,
    PreviousLandmark,
    NextLanguage,
    Find,
    FindHere,
    Filter,
    NextHit,
    PreviousHit,
    OpenSame,
    Hits,
    Places,
    OtherOrder,
    References,
    OtherHeading,
    Actions,
    Trace,
    Compare,
    Beside,
    GoTo,
    /// Opens the prompt of [`Self::GoTo`] with a digit in it.
    GoToDigit(char),
    Back,
    Forward,
    Mark,
    Marks,
    Note,
    Write,
    OtherSide,
    CopyParagraph,
    CopyCitation,
    Quote,
    Range,
    Zoom,
    Narrower,
    Wider,
    Help,
    Facts,
    Printed,
    Accept,
    Leave,
    Remove,
    Edit(Edit),
    Suspend,
    Quit,
}

/// A change to the line that is typed in a prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Edit {
    Insert(char),
    DeleteBack,
    DeleteForward,
    DeleteWord,
    DeleteAll,
    Left,
    Right,
    Home,
    End,
    /// An older one of the past queries, or a newer one.
    Older,
    Newer,
}

/// What must be done by the loop, because it happens outside of the state.
///
/// ```
/// use resolut::bundle;
/// use resolut::reader::app::App;
/// use resolut::reader::app::action::{Action, Effect};
///
/// let corpus = bundle::corpus();
/// let mut app = App::open(&corpus, None, None);
/// assert_eq!(app.update(Action::Next), None);
/// assert_eq!(app.update(Action::Mark), Some(Effect::Save));
/// assert_eq!(app.update(Action::Quit), Some(Effect::Quit));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The text is for the reader's clipboard.
    Copy {
        /// As it is to be pasted.
        text: String,
        /// What it is, in a word or two.
        name: String,
    },
    /// Write a file, and tell [`App::note_written`] what became of it.
    ///
    /// [`App::note_written`]: super::App::note_written
    Write(NamedFile),
    /// Marks changed: write them down.
    Save,
    /// Hand the terminal back until the reader returns.
    Suspend,
    /// Text has another measure: the panes have room for other rows.
    Set,
    /// The end.
    Quit,
}
