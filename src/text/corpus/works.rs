//! Works and their versions: one resolution in as many languages as were read, and the language that applies.
//!
//! A symbol names a work; symbol and language together name one text, a version. Lists, citations and the
//! finder mean the work, and show the version in the language that applies: the one that the reader chose
//! ([`Corpus::choose_language`]), else that of the locale, else English, else the one that was read first.
//!
//! The choice is the only thing of a corpus that changes while it is read. A corpus of one language knows
//! no choice.

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use foldhash::HashMap;

use super::Corpus;
use super::resolve::joined;
use crate::text::language::{self, ENGLISH};
use crate::text::model::{ResolutionId, SessionId, Text};

/// A language that no text of the corpus has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing here is in `{wanted}`; there is {}", listed(has))]
pub struct UnknownLanguage {
    /// The tag that was asked for.
    pub wanted: String,
    /// The tags of the corpus, in the order they were read.
    pub has: Vec<Text>,
}

/// The versions of all works, and which of them are shown.
#[derive(Debug, Default)]
pub(super) struct Works {
    by_symbol: HashMap<Text, usize>,
    /// By work, its versions in the order they were read; never empty.
    versions: Vec<Vec<ResolutionId>>,
    /// By resolution, its work.
    work_of: Vec<usize>,
    /// The languages of all texts, in the order they were read.
    languages: Vec<Text>,
    /// The language of the locale.
    locale: Option<Text>,
    /// What the reader chose of `languages`, counted from 1; 0 for nothing.
    choice: AtomicUsize,
    /// By choice.
    shown: Vec<OnceLock<Shown>>,
}

/// What is shown in a language.
#[derive(Clone, Debug)]
struct Shown {
    /// By work, its version.
    versions: Vec<ResolutionId>,
    /// By session, the versions of its works, in the order they are listed.
    sessions: Vec<Vec<ResolutionId>>,
}

impl Works {
    /// The versions of a symbol, in the order they were read.
    pub(super) fn called(&self, symbol: &str) -> &[ResolutionId] {
        let work = self.by_symbol.get(symbol);
        work.map_or(&[], |&work| &self.versions[work])
    }

    /// Notes the next resolution: a further version of its symbol, or a work of its own. Tells whether it is
    /// the first of its work.
    pub(super) fn add(&mut self, id: ResolutionId, symbol: &Text, language: &Text) -> bool {
        if !self.languages.contains(language) {
            self.languages.push(language.clone());
        }
        let work = self.by_symbol.get(symbol).copied();
        let of = work.unwrap_or(self.versions.len());
        self.work_of.push(of);
        if work.is_none() {
            self.by_symbol.insert(symbol.clone(), of);
            self.versions.push(Vec::new());
        }
        self.versions[of].push(id);
        work.is_none()
    }

    /// Forgets which versions are shown, once all that is new was added.
    pub(super) fn lay(&mut self) {
        self.shown = vec![OnceLock::new(); self.languages.len() + 1];
    }

    fn chosen(&self) -> Option<&str> {
        let choice = self.choice.load(Ordering::Relaxed).checked_sub(1)?;
        self.languages.get(choice).map(|tag| &**tag)
    }

    fn versions_of(&self, id: ResolutionId) -> &[ResolutionId] {
        &self.versions[self.work_of[id.0 as usize]]
    }

    fn is_plural(&self) -> bool {
        self.versions.len() < self.work_of.len()
    }
}

impl Corpus {
    /// The texts of the same resolution, in the order they were read, the one with this id among them.
    pub fn versions(&self, id: ResolutionId) -> &[ResolutionId] {
        self.works.versions_of(id)
    }

    /// The text of the same resolution in a language: of that very tag, or else of the same language
    /// wherever it is spoken (`pt-BR` for `pt`).
    ///
    /// ```
    /// use resolut::text::corpus::Corpus;
    ///
    /// let mut corpus = Corpus::default();
    /// corpus.add_text(
    ///     r#"{"format": "resolut-corpus/1", "sessions": [
    ///         {"id": "S-1", "organ": "Board of Boats", "name": "First Session", "resolutions": [
    ///             {"symbol": "1/1", "language": "en", "preamble": [], "operative": []},
    ///             {"symbol": "1/1", "language": "pt-BR", "preamble": [], "operative": []}]}]}"#,
    /// )?;
    /// let english = corpus.read_citation("1/1", None).unwrap().resolution;
    /// let portuguese = corpus.version(english, "pt").expect("there is one");
    /// assert_eq!(corpus.versions(english), [english, portuguese]);
    /// assert_eq!(corpus.version(english, "fr"), None);
    /// # Ok::<(), resolut::text::format::FormatError>(())
    /// ```
    pub fn version(&self, id: ResolutionId, language: &str) -> Option<ResolutionId> {
        let versions = self.versions(id);
        let tags = versions.iter().map(|&id| self.language(id));
        language::best_of(tags, language).map(|at| versions[at])
    }

    /// The version of the same resolution that is shown: in the language that applies.
    pub fn shown(&self, id: ResolutionId) -> ResolutionId {
        if self.versions(id).len() == 1 {
            return id;
        }
        self.shown_now().versions[self.works.work_of[id.0 as usize]]
    }

    /// The shown version of each resolution of a session.
    pub(super) fn shown_of_session(&self, id: SessionId) -> &[ResolutionId] {
        &self.shown_now().sessions[id.0 as usize]
    }

    fn shown_now(&self) -> &Shown {
        let works = &self.works;
        let choice = works.choice.load(Ordering::Relaxed);
        works.shown[choice].get_or_init(|| {
            let versions = works.versions.iter().map(|work| self.applying(work[0]));
            let versions: Vec<_> = versions.collect();
            let shown = |id: &ResolutionId| versions[works.work_of[id.0 as usize]];
            let sessions = self.sessions.iter();
            let sessions = sessions.map(|shelf| shelf.resolutions.iter().map(shown).collect());
            Shown {
                sessions: sessions.collect(),
                versions,
            }
        })
    }

    /// The version that the choice, the locale, English and the order of reading lead to.
    fn applying(&self, id: ResolutionId) -> ResolutionId {
        let locale = self.works.locale.as_deref();
        let wanted = [self.works.chosen(), locale, Some(ENGLISH)];
        let mut wanted = wanted.into_iter().flatten();
        wanted
            .find_map(|language| self.version(id, language))
            .unwrap_or(self.versions(id)[0])
    }

    /// Whether a text is the one that is shown of its resolution.
    pub fn is_shown(&self, id: ResolutionId) -> bool {
        self.shown(id) == id
    }

    /// Whether some resolution is here in several languages.
    pub fn is_multilingual(&self) -> bool {
        self.works.is_plural()
    }

    /// The language of a text as a BCP 47 tag.
    pub fn language(&self, id: ResolutionId) -> &str {
        &self.entry(id).language
    }

    /// The symbol of a text, and the language behind it where the resolution is here in several: `1/1  fr`.
    pub fn symbol_and_language(&self, id: ResolutionId) -> Cow<'_, str> {
        let symbol = self.symbol(id);
        match self.language_of_several(id) {
            None => Cow::Borrowed(symbol),
            Some(language) => Cow::Owned(format!("{symbol}  {language}")),
        }
    }

    /// The language of a text, where its resolution is here in several.
    pub fn language_of_several(&self, id: ResolutionId) -> Option<&str> {
        self.next_language(id).map(|_| self.language(id))
    }

    /// The text of the same resolution in the language that was read behind that of this one; behind the last
    /// comes the first. None where there is one language only.
    pub fn next_language(&self, id: ResolutionId) -> Option<ResolutionId> {
        let versions = self.versions(id);
        let here = versions.iter().position(|&version| version == id)?;
        let behind = versions.iter().cycle().skip(here + 1).take(versions.len());
        let mut languages = behind.map(|&version| self.language(version));
        let next = languages.find(|language| !language.eq_ignore_ascii_case(self.language(id)));
        self.version(id, next?)
    }

    /// The texts of the same resolution, one in each language, in the order they were read; this text for its own.
    pub fn languages_of(&self, id: ResolutionId) -> Vec<ResolutionId> {
        let mut texts: Vec<ResolutionId> = Vec::new();
        for &version in self.versions(id) {
            let language = self.language(version);
            let is_of_language =
                |other: &ResolutionId| self.language(*other).eq_ignore_ascii_case(language);
            if !texts.iter().any(is_of_language) {
                let is_own = is_of_language(&id);
                texts.push(if is_own { id } else { version });
            }
        }
        texts
    }

    /// The languages of all texts, in the order they were read.
    pub fn languages(&self) -> &[Text] {
        &self.works.languages
    }

    /// The language that the reader chose, as a tag of this corpus.
    pub fn chosen_language(&self) -> Option<&str> {
        self.works.chosen()
    }

    /// Shows each resolution in a language from now on, where it is here in that.
    ///
    /// # Errors
    /// No text is in that language; what applied before still does.
    pub fn choose_language(&self, tag: &str) -> Result<(), UnknownLanguage> {
        let tags = self.languages().iter().map(|tag| &**tag);
        let at = language::best_of(tags, tag).ok_or_else(|| UnknownLanguage {
            wanted: tag.to_owned(),
            has: self.languages().to_vec(),
        })?;
        self.works.choice.store(at + 1, Ordering::Relaxed);
        Ok(())
    }

    /// Shows in the language of the locale what the reader chose no language for.
    pub fn set_locale(&mut self, tag: Option<&str>) {
        self.works.locale = tag.map(Text::from);
        self.works.lay();
    }
}

/// `en`, `fr` and `zh`, each in backticks.
fn listed(tags: &[Text]) -> String {
    let quoted: Vec<_> = tags.iter().map(|tag| format!("`{tag}`")).collect();
    match quoted.as_slice() {
        [] => "no text at all".to_owned(),
        quoted => joined(quoted, "and"),
    }
}
