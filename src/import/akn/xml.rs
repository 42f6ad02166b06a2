//! Markup, leniently: text → tags and what stands between them → elements.
//!
//! | step | owns |
//! |---|---|
//! | `repairs` | what was changed to make sense of broken markup |
//! | `attributes`, `tags` | one tag: its name and its attributes |
//! | `events` | text → tags and what stands between them |
//! | `tree` | tags → elements, by the rules of repair |

pub(super) mod attributes;
pub(super) mod events;
pub(super) mod repairs;
pub(super) mod tags;
pub(super) mod tree;
