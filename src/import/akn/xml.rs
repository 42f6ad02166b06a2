//! Markup, leniently: bytes → tags and text → elements.
//!
//! | step | owns |
//! |---|---|
//! | `events`, `attributes` | bytes → tags and text |
//! | `tree` | tags → elements, by the rules of repair |

pub(super) mod attributes;
pub(super) mod events;
pub(super) mod tree;
