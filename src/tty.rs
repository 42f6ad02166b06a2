//! A terminal with manners, for any program of panes: it knows no resolution.
//!
//! | module | owns |
//! |---|---|
//! | [`events`] | waiting for keys, sizes, signals and clocks, without a tick |
//! | [`input`] | bytes → keys, pastes and answers, however a line cuts them |
//! | [`row`] | a row that is typed in → what changes of it |
//! | [`screen`] | a frame → the fewest bytes, in one write |
//! | [`modes`] | raw mode and the alternate screen, taken and given back |
//! | [`signals`] | signals as bytes in a pipe |
//! | [`device`] | the terminal as a file |
//! | [`clipboard`] | OSC 52: text for the clipboard of whoever sits at the terminal |
//! | `tmux` | the same text for the tmux around the reader |

pub mod clipboard;
pub mod device;
pub mod events;
pub mod input;
pub mod modes;
pub mod row;
pub mod screen;
pub mod signals;
pub(crate) mod tmux;
