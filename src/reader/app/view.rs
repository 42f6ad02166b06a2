//! How much the panes show: plain numbers, computed from the size of the screen by [`crate::reader::panes`].

mod fit;

/// The widest text that reads well, in columns.
pub const MEASURE: u16 = 72;

/// A count of rows and columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

/// Which panes stand on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Sessions, outline and text side by side.
    Wide,
    /// Sessions over outline, and the text at their right.
    #[default]
    Stacked,
    /// The focused pane alone.
    Single,
    /// Too small for anything but a notice.
    Notice,
}

/// What a screen has room for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Viewport {
    /// Which panes stand.
    pub layout: Layout,
    /// Rows of the session list.
    pub sessions: usize,
    /// Rows of the outline.
    pub outline: usize,
    /// The text between other panes; columns without its margin.
    pub text: Extent,
    /// The text that has the screen to itself.
    pub zoomed: Extent,
    /// Columns of the line over the text.
    pub header: usize,
    /// Rows of a list that stands over the text or beside it.
    pub list: usize,
    /// The text under such a list, or beside it.
    pub preview: Extent,
    /// Columns of the line over that text.
    pub preview_header: usize,
    /// Rows of a list that stands over two texts beside each other, and each of these; none where there is no room.
    pub beside_list: usize,
    /// Each of these texts.
    pub beside: Extent,
    /// Rows of the help card in sight.
    pub help: usize,
    /// Rows of the help card in all.
    pub help_length: usize,
}

impl Viewport {
    /// The first row of the help card in sight when its last one is.
    pub fn last_of_help(&self) -> usize {
        self.help_length.saturating_sub(self.help)
    }
}
