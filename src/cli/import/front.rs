//! What the options say of a document beside its text.

use anyhow::{Result, bail};

use crate::cli::args::table::FrontArgs;
use crate::import::Front;
use crate::text::language;

impl FrontArgs {
    /// What is said of each of `count` texts, which are in a language of that tag. Symbol, title and day are those of one.
    pub(super) fn of(&self, count: usize, language: Option<&str>) -> Result<Front> {
        let of_one = [
            (&self.symbol, "symbol"),
            (&self.title, "title"),
            (&self.date, "date"),
        ];
        let given = of_one.iter().find(|(given, _)| given.is_some());
        if let Some((_, word)) = given.filter(|_| count > 1) {
            bail!("`--{word}` is that of one text, and {count} are named; import it by itself");
        }
        if let Some(date) = self.date.as_deref().filter(|date| !Front::is_day(date)) {
            bail!("`{date}` is no day; write it as in `--date 2018-11-01`");
        }
        if let Some(tag) = language.filter(|tag| language::canonical(tag).is_none()) {
            bail!("`{tag}` is no tag of a language; write it as in `--language fr`");
        }
        Ok(Front {
            language: language.map(str::to_owned),
            ..self.said()
        })
    }

    /// Holds that nothing is said of files of Akoma Ntoso: they say it themselves.
    pub(super) fn of_none(&self) -> Result<()> {
        match self.said().given() {
            Some(word) => {
                bail!("`--{word}` is for texts; Akoma Ntoso says of itself what it is")
            }
            None => Ok(()),
        }
    }

    /// What is said, of whatever it is.
    fn said(&self) -> Front {
        Front {
            symbol: self.symbol.clone(),
            title: self.title.clone(),
            organ: self.organ.clone(),
            session: self.session.clone(),
            date: self.date.clone(),
            language: None,
            votes: [None; 3],
        }
    }
}
