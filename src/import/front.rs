//! What is known of a document beside its text: by options, by what stands before its text, by a row of a table.

use super::report::Report;
use super::{ImportError, dates};
use crate::text::citation::is_citable;
use crate::text::language::{self, Language};
use crate::text::model::{Lines, Resolution, Vote, Votes};

/// Symbol, title, organ, session, date and language of a document. What is given wins over what is printed.
///
/// ```
/// use resolut::import::{Front, Options, pdf_text};
///
/// let text = "The Board of Boats,\n\nRecalling its lamps,\n\n1. Decides to light them.\n";
/// let front = Front { symbol: Some("B/7".into()), ..Front::NOTHING };
/// let options = Options { front: &front, ..Options::new("lamps.txt") };
/// let import = pdf_text::read(text.as_bytes(), &options)?;
/// assert_eq!(&*import.sessions[0].resolutions[0].symbol, "B/7");
/// # Ok::<(), resolut::import::ImportError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The symbol; of a source of one resolution.
    pub symbol: Option<String>,
    /// The title; of a source of one resolution.
    pub title: Option<String>,
    /// The body that met.
    pub organ: Option<String>,
    /// The session, as its organ calls it, or its number.
    pub session: Option<String>,
    /// The day of adoption: `2018-11-01`, or as print has it.
    pub date: Option<String>,
    /// The BCP 47 tag of the language.
    pub language: Option<String>,
    /// How many voted for it, against it, and abstained.
    pub votes: [Option<u32>; 3],
}

impl Front {
    /// Of a document of which only the text is known.
    pub const NOTHING: Self = Self {
        symbol: None,
        title: None,
        organ: None,
        session: None,
        date: None,
        language: None,
        votes: [None; 3],
    };

    /// What it says, and where it says nothing, what `other` says.
    ///
    /// ```
    /// use resolut::import::Front;
    ///
    /// let option = Front { title: Some("Boats".into()), ..Front::NOTHING };
    /// let printed = Front { title: Some("boats".into()), date: Some("2018-11-01".into()), ..Front::NOTHING };
    /// let both = option.or(printed);
    /// assert_eq!((both.title.as_deref(), both.date.as_deref()), (Some("Boats"), Some("2018-11-01")));
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            symbol: self.symbol.or(other.symbol),
            title: self.title.or(other.title),
            organ: self.organ.or(other.organ),
            session: self.session.or(other.session),
            date: self.date.or(other.date),
            language: self.language.or(other.language),
            votes: std::array::from_fn(|at| self.votes[at].or(other.votes[at])),
        }
    }

    /// The field that a name means, whatever its case: of front matter, or of a column. A space or a dash is as good as
    /// `_`, and so is a capital inside (`docSymbol`); of what it is the symbol or the title may stand before it.
    pub(super) fn by_name(&mut self, name: &str) -> Option<&mut Option<String>> {
        let name = plain_name(name);
        let bare = OF_DOCUMENT
            .iter()
            .find_map(|of| name.strip_prefix(of)?.strip_prefix('_'));
        Some(match bare.unwrap_or(&name) {
            "symbol" | "resolution" | "identifier" | "cote" | "signatura" => &mut self.symbol,
            "number" | "no" | "code" | "reference" if bare.is_some() => &mut self.symbol,
            "title" | "titel" | "titre" | "título" | "titulo" | "heading" | SUBJECT => {
                &mut self.title
            }
            "organ" | "organe" | "órgano" | "body" | "committee" | "ausschuss" | "gremium" => {
                &mut self.organ
            }
            "session" | "sitzung" | "sesión" | "sesion" => &mut self.session,
            "date" | "datum" | "fecha" | "adopted" | "adopted_on" | "adoption_date"
            | "date_adopted" | "date_of_adoption" | "action_date" | "vote_date" => &mut self.date,
            "language" | "lang" | "sprache" | "langue" | "idioma" => &mut self.language,
            _ => return None,
        })
    }

    /// Whether a text is a day as [`Front::date`] may have it.
    pub fn is_day(text: &str) -> bool {
        dates::day(text).is_some()
    }

    /// The name of the first thing that is given beside a language.
    ///
    /// ```
    /// use resolut::import::Front;
    ///
    /// let front = Front { date: Some("2018-11-01".into()), language: Some("fr".into()), ..Front::NOTHING };
    /// assert_eq!(front.given(), Some("date"));
    /// ```
    pub fn given(&self) -> Option<&'static str> {
        let fields = [
            (&self.symbol, "symbol"),
            (&self.title, "title"),
            (&self.organ, "organ"),
            (&self.session, "session"),
            (&self.date, "date"),
        ];
        let given = fields.into_iter().find(|(given, _)| given.is_some());
        given.map(|(_, word)| word)
    }

    /// Holds that what is said of one resolution is said of a source of one.
    pub(super) fn fits(&self, count: usize, file: &str) -> Result<(), ImportError> {
        let of_one = [(&self.symbol, "symbol"), (&self.title, "title")];
        let given = of_one.iter().find(|(given, _)| given.is_some());
        match given {
            Some((_, word)) if count > 1 => Err(ImportError::Several {
                file: file.to_owned(),
                count,
                word,
            }),
            _ => Ok(()),
        }
    }

    /// Takes how many voted, if a name means that.
    pub(super) fn take_votes(&mut self, name: &str, count: &str) {
        let at = match plain_name(name).as_str() {
            "yes" | "yes_votes" | "votes_for" | "votes_yes" | "in_favour" | "pour" => 0,
            "no" | "no_votes" | "votes_against" | "votes_no" | "against" | "contre" => 1,
            "abstain" | "abstaining" | "abstention" | "abstentions" | "votes_abstain" => 2,
            _ => return,
        };
        self.votes[at] = count.trim().parse().ok();
    }

    /// Puts symbol, title, day, votes and language into a resolution. A printed title that is not the given one stays
    /// among the lines over it.
    pub(super) fn describe(&self, resolution: &mut Resolution, report: &mut Report) {
        if let Some(symbol) = words_of(self.symbol.as_deref()) {
            resolution.symbol = symbol.into();
        }
        if let Some(title) = words_of(self.title.as_deref()) {
            let printed = resolution.title.replace(title.as_str().into());
            let other = printed.filter(|printed| **printed != *title);
            resolution.headings.extend(other);
        }
        let line = first_line(resolution);
        if let Some(date) = words_of(self.date.as_deref()) {
            match dates::day(&date) {
                Some(day) => resolution.adopted = Some(day.into()),
                None => report.doubt(line, format!("the date `{date}` is no day; left out")),
            }
        }
        if self.votes != [None; 3] && resolution.facts.vote.is_none() {
            let [in_favour, against, abstaining] =
                self.votes.map(|count| Votes { count, who: vec![] });
            resolution.facts.vote = Some(Box::new(Vote {
                in_favour,
                against,
                abstaining,
            }));
        }
        if let Some(tag) = words_of(self.language.as_deref()) {
            let named = Language::named(&tag).and_then(Language::tag);
            match language::canonical(named.unwrap_or(&tag)) {
                Some(tag) => resolution.language = tag.into(),
                None => report.doubt(
                    line,
                    format!("the language `{tag}` is no tag such as `fr`; left out"),
                ),
            }
        }
    }

    /// The organ that is given.
    pub(super) fn organ(&self) -> Option<String> {
        words_of(self.organ.as_deref())
    }

    /// The session that is given.
    pub(super) fn session(&self) -> Option<String> {
        words_of(self.session.as_deref())
    }
}

/// What may stand before the name of a field: `doc_symbol`.
const OF_DOCUMENT: [&str; 5] = ["doc", "document", "record", "resolution", "res"];

/// A name in small letters, its words joined by `_`.
pub(super) fn plain_name(name: &str) -> String {
    let mut plain = String::new();
    for c in name.trim().chars() {
        let joins = c.is_uppercase() && plain.ends_with(char::is_lowercase);
        if joins || [' ', '-', '.'].contains(&c) {
            plain.push('_');
        }
        plain.extend(c.to_lowercase().filter(|c| ![' ', '-', '.'].contains(c)));
    }
    plain
}

/// What a column is called that has a title, where no other has.
pub(super) const SUBJECT: &str = "subject";

/// The words of what is given, single-spaced; none where it has none.
fn words_of(given: Option<&str>) -> Option<String> {
    let words: Vec<_> = given?.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn first_line(resolution: &Resolution) -> u32 {
    let lines: Option<Lines> = resolution.source.as_ref().and_then(|source| source.lines);
    lines.map_or(1, |[first, _]| first)
}

/// The symbol of a document that prints none: the name of its file without its ending, and with a word before it
/// where it would be read as a place. Of a row of a table its number is said as well.
pub(super) fn symbol_of(file: &str, row: Option<u32>) -> String {
    let mut name = words_of(Some(stem(file)))
        .unwrap_or_default()
        .replace(' ', "-");
    if let Some(row) = row {
        name = format!("{name}-{row}");
    }
    [name.clone(), format!("document-{name}")]
        .into_iter()
        .find(|symbol| name.contains(char::is_alphanumeric) && is_citable(symbol))
        .unwrap_or_else(|| "document".to_owned())
}

/// The name of a file without its folders and its ending.
pub(super) fn stem(file: &str) -> &str {
    let file = file.rsplit('/').next().unwrap_or(file);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Import, Options, pdf_text};

    const LAMPS: &str = "\
Lamps on the piers

The Board of Boats,

Recalling its lamps,

1. Decides to light them;

2. Requests oil.
";

    fn read(text: &str, front: &Front) -> Result<Import, ImportError> {
        let options = Options {
            front,
            ..Options::new("lamps on piers.txt")
        };
        pdf_text::read(text.as_bytes(), &options)
    }

    fn given() -> Front {
        Front {
            symbol: Some("B/RES/7".to_owned()),
            title: Some("Lamps".to_owned()),
            organ: Some("Board of Boats and Barges".to_owned()),
            session: Some("Third Session".to_owned()),
            date: Some("1 November 2018".to_owned()),
            language: Some("EN-gb".to_owned()),
            votes: [None; 3],
        }
    }

    #[test]
    fn what_is_given_wins_over_what_is_printed() {
        let printed = format!("RESOLUTION NO. 2/9-B\nON\n{LAMPS}");
        let import = read(&printed, &given()).unwrap();
        let session = &import.sessions[0].session;
        assert_eq!(&*session.id, "BBB-3");
        assert_eq!(&*session.organ, "Board of Boats and Barges");
        assert_eq!(&*session.name, "Third Session");
        let resolution = &import.sessions[0].resolutions[0];
        assert_eq!(&*resolution.symbol, "B/RES/7");
        assert_eq!(resolution.title.as_deref(), Some("Lamps"));
        assert_eq!(resolution.adopted.as_deref(), Some("2018-11-01"));
        assert_eq!(&*resolution.language, "en-GB");
        let headings: Vec<_> = resolution.headings.iter().map(|line| &**line).collect();
        assert_eq!(
            headings,
            ["RESOLUTION NO. 2/9-B", "ON", "Lamps on the piers"]
        );
    }

    #[test]
    fn a_document_without_a_symbol_is_called_after_its_file() {
        let import = read(LAMPS, &Front::NOTHING).unwrap();
        let resolution = &import.sessions[0].resolutions[0];
        assert_eq!(&*resolution.symbol, "lamps-on-piers");
        assert_eq!(resolution.title.as_deref(), Some("Lamps on the piers"));
        assert_eq!(resolution.opening(), Some("The Board of Boats,"));
        let doubts = &import.report.doubts;
        let told = "no symbol is printed; called `lamps-on-piers` after its file";
        assert_eq!((doubts[0].line, &*doubts[0].message), (1, told));
    }

    #[test]
    fn a_given_symbol_needs_no_doubt() {
        let import = read(LAMPS, &given()).unwrap();
        assert_eq!(import.report.doubts, []);
    }

    #[test]
    fn a_symbol_from_a_file_can_be_cited() {
        for (file, symbol) in [
            ("A-RES-73-8.pdf", "A-RES-73-8"),
            ("draft of  Monday.txt", "draft-of-Monday"),
            ("7.txt", "7"),
            (".txt", "document-.txt"),
            ("annex 1.txt", "document-annex-1"),
            ("—.txt", "document"),
        ] {
            assert_eq!(symbol_of(file, None), symbol, "{file}");
        }
    }

    #[test]
    fn a_symbol_is_not_given_to_several_resolutions() {
        let two = format!("RESOLUTION NO. 2/9-B\n\n{LAMPS}\nRESOLUTION NO. 3/9-B\n\n{LAMPS}");
        let error = read(&two, &given()).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("`lamps on piers.txt` holds 2 resolutions, and the symbol"),
            "{error}"
        );
        let organ = Front {
            symbol: None,
            title: None,
            ..given()
        };
        assert_eq!(read(&two, &organ).unwrap().sessions[0].resolutions.len(), 2);
    }

    #[test]
    fn a_date_or_a_language_that_is_none_is_doubted() {
        let front = Front {
            date: Some("last spring".to_owned()),
            language: Some("?".to_owned()),
            ..given()
        };
        let import = read(LAMPS, &front).unwrap();
        let doubts: Vec<_> = import.report.doubts.iter().map(|d| &*d.message).collect();
        assert_eq!(
            doubts,
            [
                "the date `last spring` is no day; left out",
                "the language `?` is no tag such as `fr`; left out"
            ]
        );
    }

    #[test]
    fn a_text_without_opening_or_paragraphs_is_no_resolution() {
        assert!(read("A letter.\n\nDear friend.\n", &Front::NOTHING).is_err());
        assert!(read("A letter.\n\nDear friend.\n", &given()).is_err());
    }
}
