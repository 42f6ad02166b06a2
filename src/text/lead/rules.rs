//! How the lead verbs of one document are told.

use super::Capitals;
use super::languages::{CONGRESSES, forms};
use super::phrase::phrase;
use super::recitals;
use super::words::VERBS;
use super::{LeadWord, Verb, each_word, seems_participle};
use crate::text::language::Language;

/// The rules by which the paragraphs of a document are told by their first words: those of a language, and whether
/// verbs may begin with a small letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeadRules {
    language: Language,
    capitals: Capitals,
    /// Who it is that resolves.
    who: WhoResolves,
    /// All of it is in capitals.
    is_loud: bool,
}

/// Who it is that resolves, by the form of the verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WhoResolves {
    /// A body that its opening names: `Requests the Board`.
    Body,
    /// Many: `Request the Board`.
    Many,
    /// A body that each paragraph names: `Congress notes`, `Congress calls on the Board`.
    Named,
}

impl Default for LeadRules {
    fn default() -> Self {
        Self::of(Language::English)
    }
}

impl LeadRules {
    /// The rules of a language, where each paragraph begins with a capital.
    pub(crate) fn of(language: Language) -> Self {
        Self {
            language,
            capitals: Capitals::Needed,
            who: WhoResolves::Body,
            is_loud: false,
        }
    }

    /// The same rules where all is in capitals.
    pub(crate) fn of_capitals(self) -> Self {
        Self {
            is_loud: true,
            ..self
        }
    }

    /// The same rules where those who resolve are many.
    pub(crate) fn of_many(self) -> Self {
        Self {
            who: WhoResolves::Many,
            ..self
        }
    }

    /// The same rules where each paragraph names the body that resolves.
    pub(crate) fn of_named(self) -> Self {
        Self {
            who: WhoResolves::Named,
            ..self
        }
    }

    /// Whether each paragraph names the body that resolves.
    pub(crate) fn names_body(self) -> bool {
        self.who == WhoResolves::Named
    }

    /// The same rules where a paragraph may begin with a small letter.
    pub(crate) fn with_small_letters(self) -> Self {
        Self {
            capitals: Capitals::Free,
            ..self
        }
    }

    /// Whether a paragraph may begin with a small letter.
    pub(crate) fn begins_small(self) -> bool {
        self.capitals == Capitals::Free
    }

    /// Whose rules they are.
    pub(crate) fn language(self) -> Language {
        self.language
    }

    /// The form of the known verb phrase that a text opens with.
    pub(crate) fn verb(self, text: &str) -> Option<Verb> {
        if self.is_loud {
            let rules = Self {
                is_loud: false,
                ..self.with_small_letters()
            };
            return rules.verb(&text.to_lowercase());
        }
        match forms(self.language) {
            None => {
                let verb = phrase(text, self.capitals).map(|(verb, _)| verb);
                verb.or_else(|| self.who.verb(text))
                    .or_else(|| recitals::is_offered(text).then_some(Verb::Participle))
                    .or_else(|| recitals::is_done(text).then_some(Verb::Finite))
            }
            Some(_) => self
                .verb_by_form(text)
                .filter(|(_, unsure)| !unsure)
                .map(|(verb, _)| verb),
        }
    }

    /// Whether a text perhaps opens with a verb of a preamble: by the form of its first word alone.
    pub(crate) fn seems_participle(self, text: &str) -> bool {
        match forms(self.language) {
            None => seems_participle(text),
            Some(_) => self
                .verb_by_form(text)
                .is_some_and(|(verb, _)| verb == Verb::Participle),
        }
    }

    /// Whether a text opens as an operative paragraph does whose number is printed: with a finite verb, or with any
    /// in a language whose verbs don't tell the parts.
    pub(crate) fn opens_operative(self, text: &str) -> bool {
        let verb = self.verb(text);
        verb == Some(Verb::Finite) || self.language == Language::Chinese && verb.is_some()
    }

    /// Whether a text opens with what a congress does that it names first, in Chinese: `大会号召`.
    pub(crate) fn names_congress(self, text: &str) -> bool {
        self.language == Language::Chinese
            && CONGRESSES.iter().any(|body| text.starts_with(body))
            && self.verb(text).is_some()
    }

    fn verb_by_form(self, text: &str) -> Option<(Verb, bool)> {
        let first = each_word(text).next()?;
        let begins = first.lower.chars().next().filter(|c| c.is_alphabetic())?;
        let has_case = begins.is_lowercase();
        let is_capital = first.capitalised || first.in_capitals;
        // `CONSIDERANDO:` is no title.
        let is_alone = || first.stops && text.ends_with(':') && text.len() == first.end + 1;
        if has_case && !is_capital && self.capitals == Capitals::Needed
            || first.in_capitals && !text.contains(char::is_lowercase) && !is_alone()
        {
            return None;
        }
        let words: Vec<LeadWord<'_>> = each_word(text).collect();
        let parts = words.iter().flat_map(|word| word.lower.split(['’', '\'']));
        forms(self.language)?.verb(parts)
    }
}

impl WhoResolves {
    /// The form of the verb that a text opens with, where it is none that a body opens with.
    fn verb(self, text: &str) -> Option<Verb> {
        match self {
            Self::Body => None,
            Self::Many => opens_with_base(text).then_some(Verb::Finite),
            Self::Named => recitals::verb_of_body(text),
        }
    }
}

/// Whether a text opens with a verb as several do something: `Request the Board`, `AGREE to meet`.
fn opens_with_base(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    let written = text.starts_with(char::is_uppercase) && text.contains(char::is_lowercase);
    written && VERBS.binary_search(&&*first.to_lowercase()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms_of(language: Language, texts: &[(&str, Option<Verb>)]) {
        let leads = LeadRules::of(language).with_small_letters();
        for (text, verb) in texts {
            assert_eq!(leads.verb(text), *verb, "{text}");
        }
    }

    const PREAMBLE: Option<Verb> = Some(Verb::Participle);
    const OPERATIVE: Option<Verb> = Some(Verb::Finite);

    #[test]
    fn french_verbs_tell_the_part() {
        forms_of(
            Language::French,
            &[
                ("Rappelant sa résolution sur les barques", PREAMBLE),
                ("Se déclarant vivement préoccupée par la brume", PREAMBLE),
                ("Profondément préoccupée par la brume", PREAMBLE),
                ("N’ignorant pas que la cloche s’entend", PREAMBLE),
                ("S’inquiétant de la brume", PREAMBLE),
                ("Ayant examiné le rapport", PREAMBLE),
                ("Prie instamment les ports", OPERATIVE),
                ("Se félicite du rapport", OPERATIVE),
                ("Décide également de rester saisie", OPERATIVE),
                ("Représentant du Secrétaire", None),
                ("La cloche du port", None),
            ],
        );
    }

    #[test]
    fn spanish_verbs_tell_the_part() {
        forms_of(
            Language::Spanish,
            &[
                ("Recordando su resolución sobre las barcas", PREAMBLE),
                ("Profundamente preocupada por la niebla", PREAMBLE),
                ("Acogiendo con beneplácito el informe", PREAMBLE),
                ("Habiendo examinado el informe", PREAMBLE),
                ("Pide al Secretario que informe", OPERATIVE),
                ("Insta encarecidamente a los puertos", OPERATIVE),
                ("Hace suyas las conclusiones", OPERATIVE),
                ("Los puertos del lago", None),
            ],
        );
    }

    #[test]
    fn russian_verbs_tell_the_part() {
        forms_of(
            Language::Russian,
            &[
                ("ссылаясь на свою резолюцию", PREAMBLE),
                ("вновь подтверждая", PREAMBLE),
                ("с глубокой обеспокоенностью отмечая", PREAMBLE),
                ("рассмотрев доклад", PREAMBLE),
                ("будучи глубоко обеспокоен туманом", PREAMBLE),
                ("Напоминая о своей резолюции", PREAMBLE),
                ("настоятельно призывает все порты", OPERATIVE),
                ("постановляет", OPERATIVE),
                ("просит Генерального секретаря", OPERATIVE),
                ("Совет озер", None),
                ("озер и рек", None),
            ],
        );
    }

    #[test]
    fn german_verbs_tell_the_part() {
        forms_of(
            Language::German,
            &[
                ("daran erinnernd, dass der Nebel bleibt", PREAMBLE),
                ("unter Hinweis auf seine Resolution", PREAMBLE),
                ("tief besorgt über den Nebel", PREAMBLE),
                ("in Anerkennung der Arbeit", PREAMBLE),
                ("feststellend, dass der Nebel steigt", PREAMBLE),
                ("Mit Genugtuung Kenntnis nehmend", PREAMBLE),
                ("beschließt, eine Glocke aufzuhängen", OPERATIVE),
                ("Fordert alle Häfen auf", OPERATIVE),
                ("ersucht den Generalsekretär", OPERATIVE),
                ("der Sicherheitsrat", None),
            ],
        );
    }

    #[test]
    fn arabic_and_chinese_verbs_are_known() {
        forms_of(
            Language::Arabic,
            &[
                ("إذ يشير إلى قراره", PREAMBLE),
                ("وإذ تؤكد من جديد", PREAMBLE),
                ("وقد نظرت في التقرير", PREAMBLE),
                ("تقرر أن تبقي المسألة", OPERATIVE),
                ("يطلب إلى الأمين العام", OPERATIVE),
                ("مجلس البحيرات", None),
            ],
        );
        forms_of(
            Language::Chinese,
            &[
                ("回顾其关于湖泊的决议，", PREAMBLE),
                ("深为关切湖上的雾，", PREAMBLE),
                ("湖泊理事会，", None),
            ],
        );
        let chinese = LeadRules::of(Language::Chinese);
        assert!(chinese.opens_operative("决定继续处理此案。"));
        assert!(chinese.opens_operative("请秘书长提出报告；"));
    }

    #[test]
    fn english_verbs_come_in_capitals_and_where_a_document_has_them_so_in_small_letters() {
        let leads = LeadRules::default();
        assert_eq!(leads.verb("URGES all harbours"), OPERATIVE);
        assert_eq!(leads.verb("RECALLING the Charter"), PREAMBLE);
        assert_eq!(leads.verb("URGES:"), OPERATIVE);
        assert_eq!(leads.verb("ENCOURAGING THE WORK OF PEACE"), None);
        assert_eq!(leads.verb("noting the report"), None);
        let small = leads.with_small_letters();
        assert_eq!(small.verb("noting the report"), PREAMBLE);
        assert_eq!(small.verb("and invites all harbours"), OPERATIVE);
        assert_eq!(small.verb("the report"), None);
    }

    #[test]
    fn a_recital_may_say_on_what_a_body_acts() {
        let leads = LeadRules::default();
        assert_eq!(leads.verb("ON THE RECOMMENDATION of the Board"), PREAMBLE);
        assert_eq!(leads.verb("On a proposal from the Board"), PREAMBLE);
        assert_eq!(leads.verb("On the lamps"), None);
        assert_eq!(leads.verb("on a proposal from the Board"), None);
        assert_eq!(leads.verb("Decided:"), OPERATIVE);
        assert_eq!(leads.verb("Decided lamps:"), None);
    }

    #[test]
    fn many_who_resolve_have_verbs_without_an_ending() {
        let leads = LeadRules::default();
        assert_eq!(leads.verb("Request the Board to row"), None);
        let many = leads.of_many();
        assert_eq!(many.verb("Request the Board to row"), OPERATIVE);
        assert_eq!(many.verb("Recalling the Charter"), PREAMBLE);
        assert_eq!(many.verb("request the Board"), None);
        assert_eq!(many.verb("REQUEST FOR LAMPS"), None);
    }

    #[test]
    fn a_form_that_may_be_a_noun_is_only_perhaps_a_verb() {
        let french = LeadRules::of(Language::French);
        assert_eq!(french.verb("Sillonnant les lacs"), None);
        assert!(french.seems_participle("Sillonnant les lacs"));
        assert!(!french.seems_participle("Important pour les lacs"));
    }
}
