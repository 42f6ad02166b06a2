//! What is done for a command.

use std::io::{self, Write};

use super::Dialogue;
use super::command::LineCommand;
use crate::export::QuoteStyle;
use crate::reader::app::Message;
use crate::reader::app::action::{Action, Effect};
use crate::reader::app::overlays::prompt::Prompt;

impl<W: Write> Dialogue<'_, W> {
    /// Does what a command asks for; true if that is to end.
    pub(super) fn obey(&mut self, command: LineCommand<'_>) -> io::Result<bool> {
        match command {
            LineCommand::Again => self.paragraph()?,
            LineCommand::Where => self.whereabouts()?,
            LineCommand::Spell(word) => self.spell(word)?,
            LineCommand::Read(amount) => self.read_on(amount)?,
            LineCommand::Skip(landmark) => self.app.skip_to(landmark),
            LineCommand::Do(Action::NextLanguage, _) => self.app.next_language(),
            LineCommand::More => self.more()?,
            LineCommand::Outline => self.outline()?,
            LineCommand::Sessions => self.sessions()?,
            LineCommand::Resolutions => self.resolutions()?,
            LineCommand::Titles(words) => self.titles(words)?,
            LineCommand::Hits => self.hits()?,
            LineCommand::Do(Action::Find, query) => self.find(Action::Find, query)?,
            LineCommand::Do(Action::FindHere, query) => self.find(Action::FindHere, query)?,
            LineCommand::Do(Action::GoTo, "") => self.say("write where to go: `go 2/34-P:7`")?,
            LineCommand::Do(Action::GoTo, citation) => self.go(citation)?,
            LineCommand::Do(Action::Marks, _) => self.marks()?,
            LineCommand::Do(Action::Remove, number) => self.remove(number)?,
            LineCommand::Do(Action::Note, words) => self.note(words)?,
            LineCommand::Do(Action::CopyParagraph, style) if !style.is_empty() => {
                self.quote(style)?;
            }
            LineCommand::Do(Action::Facts, _) => self.facts()?,
            LineCommand::Do(Action::Printed, _) => self.printed()?,
            LineCommand::Do(Action::References, _) => self.refs()?,
            LineCommand::Cited => self.cited()?,
            LineCommand::Trace(behind) => self.trace(behind)?,
            LineCommand::Compare(with) => self.compare(with)?,
            LineCommand::Do(Action::Actions, _) => self.actions()?,
            LineCommand::Do(Action::Help, _) => self.help()?,
            LineCommand::Do(action, _) => return self.act(action),
            LineCommand::Other(typed) => self.other(typed)?,
        }
        Ok(false)
    }

    /// Prints a quotation in a style, which is that of all that follow.
    fn quote(&mut self, style: &str) -> io::Result<()> {
        let Some(style) = QuoteStyle::named(style) else {
            let names = QuoteStyle::ALL.map(QuoteStyle::name).join(", ");
            return self.say(&format!("no style `{style}`: {names}"));
        };
        self.app.choose_quote_style(style);
        self.act(Action::CopyParagraph).map(|_| ())
    }

    pub(super) fn act(&mut self, action: Action) -> io::Result<bool> {
        let before = self.app.place();
        match self.app.update(action) {
            Some(Effect::Quit) => return Ok(true),
            // There is no clipboard here: the text can be taken from what was printed.
            Some(Effect::Copy { text, .. }) => {
                for line in text.lines() {
                    self.row(line)?;
                }
            }
            Some(Effect::Save) => self.memory.keep_marks(&mut self.app),
            Some(Effect::Write(_) | Effect::Suspend | Effect::Set) | None => {}
        }
        if self.app.place() == before {
            self.stay(action)?;
        }
        Ok(false)
    }

    /// Says why a move led nowhere, or again what it led to.
    fn stay(&mut self, action: Action) -> io::Result<()> {
        let walked = matches!(action, Action::NextHit | Action::PreviousHit);
        match (action, self.app.message()) {
            (Action::First | Action::Last, None) => self.paragraph(),
            (Action::Next, None) => self.end("end", "next resolution"),
            (Action::Previous, None) => self.end("beginning", "previous resolution"),
            // The only hit.
            (_, Some(Message::Note(_))) if walked => {
                self.tell()?;
                self.paragraph()
            }
            _ => Ok(()),
        }
    }

    fn end(&mut self, end: &str, onward: &str) -> io::Result<()> {
        let corpus = self.app.corpus();
        let symbol = corpus.symbol(self.app.place().resolution);
        self.say(&format!("{end} of {symbol}; `{onward}` goes on"))
    }

    /// Reads a line that is no command: a citation, or the id of a session.
    fn other(&mut self, typed: &str) -> io::Result<()> {
        let corpus = self.app.corpus();
        let named = |id: &_| corpus.session(*id).id.eq_ignore_ascii_case(typed);
        let first = corpus
            .sessions()
            .find(named)
            .map(|id| corpus.resolutions_of(id));
        if let Some(&[first, ..]) = first {
            self.app.go_to(corpus.symbol(first));
            return Ok(());
        }
        if self.app.cited(&Prompt::with(typed)).is_some() {
            return self.go(typed);
        }
        self.say(&format!(
            "`{typed}` is no command and no citation; `help` lists the commands, `find {typed}` finds words"
        ))
    }

    fn go(&mut self, citation: &str) -> io::Result<()> {
        let before = self.app.place();
        self.app.go_to(citation);
        if self.app.place() == before && self.app.message().is_none() {
            self.paragraph()?;
        }
        Ok(())
    }
}
