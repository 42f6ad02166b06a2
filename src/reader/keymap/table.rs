//! The table itself, in the order of the help card.

use crossterm::event::KeyCode::{
    BackTab, Backspace, Delete, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::Context::{
    self, Compared, Facts, File, Filter, Finder, GoTo, Help, List, Marks, Note, Outline, Panes,
    Printed, Quote, References, Resolutions, Wordings,
};
use super::Key::{self, Char, Ctrl, Digit, Named};
use super::{Binding, FOLD};
use crate::reader::app::Pane;
use crate::reader::app::action::{Action, Edit as Change};

/// Where rows are walked by letters.
const ROWS: &[Context] = &[
    Panes, Marks, List, References, Wordings, Quote, Help, Facts, Printed,
];
/// The lists that are no prompts.
const LISTS: &[Context] = &[Marks, List, References, Wordings];
const PROMPTS: &[Context] = &[
    Finder,
    GoTo,
    Note,
    File,
    Compared,
    Resolutions,
    Outline,
    Filter,
];
/// Lists that are prompts.
const TYPED: &[Context] = &[Finder, Resolutions, Outline, Filter];

const fn bind(
    contexts: &'static [Context],
    keys: &'static [Key],
    action: Action,
    help: &'static str,
) -> Binding {
    Binding {
        contexts,
        keys,
        action,
        help,
        pair: None,
        footer: None,
        footer_of: &[],
        word: None,
    }
}

impl Binding {
    const fn pair(mut self, both: &'static str) -> Self {
        self.pair = Some(both);
        self
    }

    const fn foot(mut self, word: &'static str) -> Self {
        self.footer = Some(word);
        self
    }

    const fn foot_of(mut self, words: &'static [(Pane, &'static str)]) -> Self {
        self.footer_of = words;
        self
    }

    const fn word(mut self, word: &'static str) -> Self {
        self.word = Some(word);
        self
    }
}

/// The bindings under one heading of the help card.
#[derive(Clone, Copy, Debug)]
pub struct KeySection {
    /// The heading.
    pub title: &'static str,
    /// In the order they are listed.
    pub bindings: &'static [Binding],
}

/// Every binding.
#[rustfmt::skip]
pub const SECTIONS: &[KeySection] = &[
    KeySection { title: "Find and go", bindings: &[
        bind(&[Panes], &[Char('/')], Action::Find, "find").foot("find").word("find"),
        bind(&[Panes], &[Char('f')], Action::FindHere, "find; in Sessions: titles").foot_of(&[(Pane::Sessions, "titles"), (Pane::Outline, "filter")]).word("find here"),
        bind(&[Panes], &[Digit], Action::GoToDigit('0'), "go to a paragraph: 7 Enter").foot("go"),
        bind(&[Panes], &[Char(':')], Action::GoTo, "go to any citation").word("go"),
        bind(&[Panes], &[Char('n')], Action::NextHit, "next hit").word("next hit").pair("next hit, previous hit"),
        bind(&[Panes], &[Char('N')], Action::PreviousHit, "previous hit").word("previous hit"),
        bind(&[Panes], &[Char('F')], Action::Hits, "list of the last hits").pair("list of hits, recent places"),
        bind(&[Panes], &[Char('O')], Action::Places, "list of recent places"),
        bind(&[Panes], &[Char('o')], Action::Back, "back to before a jump").word("back").pair("back from a jump, forward"),
        bind(&[Panes], &[Char('i')], Action::Forward, "forward again").word("forward"),
        bind(&[Panes], &[Char('r')], Action::References, "references, and who cites").word("refs").pair("references, actions by date"),
        bind(&[Panes], &[Char('a')], Action::Actions, "actions, by date").word("actions"),
        bind(&[Panes], &[Char('t')], Action::Trace, "wordings, oldest first").pair("wordings, compare"),
        bind(&[Panes], &[Char('c')], Action::Compare, "compare with another"),
    ] },
    KeySection { title: "Move", bindings: &[
        bind(ROWS, &[Char('j'), Named(Down)], Action::Next, "next row or paragraph").word("next"),
        bind(ROWS, &[Char('k'), Named(Up)], Action::Previous, "previous row or paragraph").word("previous"),
        bind(ROWS, &[Char(' '), Named(PageDown), Ctrl('f')], Action::NextPage, "page down"),
        bind(ROWS, &[Char('b'), Named(PageUp)], Action::PreviousPage, "page up"),
        bind(&[Panes], &[Char('d'), Ctrl('d')], Action::NextHalfPage, "half a page down").pair("half a page down, up"),
        bind(&[Panes], &[Char('u'), Ctrl('u')], Action::PreviousHalfPage, "half a page up"),
        bind(&[Panes, Wordings], &[Char('J'), Ctrl('e')], Action::ScrollDown, "text one line down").pair("text one line down, up"),
        bind(&[Panes, Wordings], &[Char('K'), Ctrl('y')], Action::ScrollUp, "text one line up"),
        bind(ROWS, &[Char('g'), Named(Home)], Action::First, "first").word("first"),
        bind(ROWS, &[Char('G'), Named(End)], Action::Last, "last").word("last"),
        bind(&[Panes], &[Char(']')], Action::NextResolution, "next resolution").word("next resolution").pair("next resolution, previous"),
        bind(&[Panes], &[Char('[')], Action::PreviousResolution, "previous resolution").word("previous resolution"),
        bind(&[Panes], &[Char('}')], Action::NextLandmark, "next part or heading").foot_of(&[(Pane::Outline, "next part")]).word("next part or heading").pair("next part or heading, back"),
        bind(&[Panes], &[Char('{')], Action::PreviousLandmark, "previous part or heading").word("previous part or heading"),
        bind(&[Panes], &[Char('L')], Action::NextLanguage, "another language").word("next language").pair("another language, beside"),
        bind(&[Panes], &[Char('|')], Action::Beside, "another language beside"),
    ] },
    KeySection { title: "Keep", bindings: &[
        bind(&[Panes], &[Char('y')], Action::CopyParagraph, "copy paragraph and citation").foot("copy").word("quote"),
        bind(&[Panes], &[Char('e')], Action::Quote, "quote in another style").pair("quote: style, or a range"),
        bind(&[Panes], &[Char('v')], Action::Range, "range of paragraphs, j k"),
        bind(&[Panes], &[Char('Y')], Action::CopyCitation, "copy citation").word("citation"),
        bind(&[Panes], &[Char('m')], Action::Mark, "mark or unmark a paragraph").foot("mark").word("mark").pair("mark, or mark with a note"),
        bind(&[Panes], &[Char('M')], Action::Note, "note on a paragraph").word("note"),
        bind(&[Panes], &[Char('\'')], Action::Marks, "list of marks").word("marks"),
    ] },
    KeySection { title: "Panes", bindings: &[
        bind(&[Panes], &[Char('l'), Named(Right)], Action::PaneRight, "pane at the right").pair("pane at the right, left"),
        bind(&[Panes], &[Char('h'), Named(Left)], Action::PaneLeft, "pane at the left"),
        bind(&[Panes], &[Named(Tab)], Action::NextPane, "next pane"),
        bind(&[Panes], &[Named(BackTab)], Action::PreviousPane, "previous pane"),
        bind(&[Panes], &[Named(Enter)], Action::Open, "open; fold and unfold").foot_of(&[(Pane::Sessions, "open"), (Pane::Outline, FOLD)]),
        bind(&[Panes], &[Char('z')], Action::Zoom, "text on the whole screen").foot("zoom"),
        bind(&[Panes], &[Char('<')], Action::Narrower, "narrower text").pair("narrower text, wider"),
        bind(&[Panes], &[Char('>')], Action::Wider, "wider text"),
    ] },
    KeySection { title: "Program", bindings: &[
        bind(&[Panes], &[Char('I')], Action::Facts, "facts of the resolution").word("facts").pair("facts, lines of the source"),
        bind(&[Panes], &[Char('p')], Action::Printed, "lines of the source").word("printed"),
        bind(&[Panes], &[Char('?')], Action::Help, "these keys").foot("keys").word("help"),
        bind(&[Panes, Finder, GoTo, Note, File, Compared, Resolutions, Outline, Filter, Marks, List, References, Wordings, Quote, Help, Facts, Printed], &[Ctrl('z')], Action::Suspend, "to the shell; fg returns"),
        bind(&[Panes], &[Char('q'), Ctrl('c')], Action::Quit, "quit").foot("quit").word("quit"),
    ] },
    KeySection { title: "Finder", bindings: &[
        bind(TYPED, &[Named(Down), Named(Tab)], Action::Next, "next hit"),
        bind(TYPED, &[Named(Up), Named(BackTab)], Action::Previous, "previous hit"),
        bind(TYPED, &[Named(PageDown)], Action::NextPage, "page of hits down"),
        bind(TYPED, &[Named(PageUp)], Action::PreviousPage, "page of hits up"),
        bind(&[Finder], &[Ctrl('o')], Action::OpenSame, "all places of the words").foot("all of these words"),
        bind(&[Resolutions], &[Ctrl('o')], Action::OtherOrder, "the other order").foot("other order"),
        bind(&[Finder], &[Ctrl('p')], Action::Edit(Change::Older), "older query"),
        bind(&[Finder], &[Ctrl('n')], Action::Edit(Change::Newer), "newer query"),
    ] },
    KeySection { title: "Prompts and lists", bindings: &[
        bind(&[Finder, GoTo, Resolutions, Outline, Marks, List, References], &[Named(Enter)], Action::Accept, "go there").foot("go there"),
        bind(&[Wordings], &[Named(Enter)], Action::Accept, "go there, or unfold a group").foot("go there"),
        bind(&[Filter], &[Named(Enter)], Action::Accept, "keep what is left").foot("keep"),
        bind(&[Note], &[Named(Enter)], Action::Accept, "keep the note").foot("keep"),
        bind(&[File], &[Named(Enter)], Action::Accept, "write the list").foot("write"),
        bind(&[Compared], &[Named(Enter)], Action::Accept, "compare").foot("compare"),
        bind(PROMPTS, &[Ctrl('g'), Named(Esc), Ctrl('c')], Action::Leave, "leave, as if never opened").foot("leave"),
        bind(&[Quote], &[Named(Enter)], Action::Accept, "send, and keep the style").foot("send"),
        bind(&[Marks, List, References, Wordings, Quote, Help, Facts, Printed], &[Char('q'), Named(Esc), Ctrl('g'), Ctrl('c'), Named(Backspace)], Action::Leave, "leave").foot("leave"),
        bind(&[Printed], &[Char('p')], Action::Leave, "back to the text"),
        bind(&[Wordings], &[Char('n')], Action::NextHit, "next change").foot("next change").pair("next change, previous"),
        bind(&[Wordings], &[Char('N')], Action::PreviousHit, "previous change"),
        bind(&[Marks], &[Char('d'), Named(Delete)], Action::Remove, "remove the mark").foot("remove").word("remove"),
        bind(&[Marks, List, References, Wordings, Quote], &[Char('f')], Action::Filter, "filter by words, to:, due:").foot("filter"),
        bind(&[Marks, List, References, Wordings, Quote], &[Char('w')], Action::Write, "write the list to a file").foot("write"),
        bind(LISTS, &[Char('r')], Action::References, "references of the row").pair("references, actions of it"),
        bind(LISTS, &[Char('a')], Action::Actions, "actions of its resolution"),
        bind(LISTS, &[Char('t')], Action::Trace, "wordings of the row").pair("its wordings, compare it"),
        bind(LISTS, &[Char('c')], Action::Compare, "compare its resolution"),
        bind(LISTS, &[Char('y')], Action::CopyParagraph, "copy the row's paragraph").foot("copy"),
        bind(&[Wordings], &[Char('|')], Action::Beside, "wordings side by side").foot("side by side"),
        bind(&[Wordings], &[Char('L')], Action::NextLanguage, "the next language"),
        bind(LISTS, &[Char('M')], Action::Note, "note on the row").foot("note"),
        bind(&[List, References, Wordings], &[Char('m')], Action::Mark, "mark or unmark the row").foot("mark"),
        bind(&[References], &[Named(Tab)], Action::OtherHeading, "other heading").foot("other heading"),
        bind(&[Wordings], &[Named(Tab)], Action::OtherSide, "changes; line of renewals"),
        bind(&[Marks, List], &[Named(Tab)], Action::OtherSide, "this resolution, or all"),
        bind(LISTS, &[Char('s')], Action::OtherOrder, "the other order").foot("other order"),
        bind(LISTS, &[Char('z')], Action::Zoom, "all words of the row"),
        bind(PROMPTS, &[Named(Backspace), Ctrl('h')], Action::Edit(Change::DeleteBack), "delete; leave when empty"),
        bind(PROMPTS, &[Named(Delete), Ctrl('d')], Action::Edit(Change::DeleteForward), "delete forward"),
        bind(PROMPTS, &[Ctrl('w')], Action::Edit(Change::DeleteWord), "delete a word"),
        bind(PROMPTS, &[Ctrl('u')], Action::Edit(Change::DeleteAll), "delete all"),
        bind(PROMPTS, &[Named(Left)], Action::Edit(Change::Left), "one character left"),
        bind(PROMPTS, &[Named(Right)], Action::Edit(Change::Right), "one character right"),
        bind(PROMPTS, &[Named(Home)], Action::Edit(Change::Home), "to the beginning"),
        bind(PROMPTS, &[Named(End), Ctrl('e')], Action::Edit(Change::End), "to the end"),
    ] },
];
