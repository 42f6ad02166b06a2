//! Languages by their BCP 47 tags: which of several serves one that is wanted, and which one a locale names.

/// The tag of English.
pub const ENGLISH: &str = "en";

/// A language whose words the readers of documents know: those of the United Nations, German, Italian and
/// Portuguese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// With its numbers and labels of letters of its own.
    Arabic,
    /// Without spaces between words.
    Chinese,
    /// The one in which a text is read that is in none of these.
    English,
    /// `Rappelant`, `Décide`
    French,
    /// With verbs in small letters, and nouns in capitals.
    German,
    /// `Visto`, `Delibera`
    Italian,
    /// `Recordando`, `Decide`, with other articles than Spanish.
    Portuguese,
    /// With verbs in small letters.
    Russian,
    /// `Recordando`, `Decide`
    Spanish,
    /// Another.
    #[default]
    Other,
}

impl Language {
    /// The language of a tag of two or three letters, whatever follows it.
    ///
    /// ```
    /// use resolut::text::language::Language;
    ///
    /// assert_eq!(Language::of("fra"), Language::French);
    /// assert_eq!(Language::of("zh-Hans"), Language::Chinese);
    /// assert_eq!(Language::of("nl"), Language::Other);
    /// ```
    pub fn of(tag: &str) -> Self {
        match primary(tag) {
            "ara" | "ar" => Self::Arabic,
            "chi" | "zho" | "zh" => Self::Chinese,
            "eng" | "en" => Self::English,
            "fra" | "fre" | "fr" => Self::French,
            "deu" | "ger" | "de" => Self::German,
            "ita" | "it" => Self::Italian,
            "por" | "pt" => Self::Portuguese,
            "rus" | "ru" => Self::Russian,
            "spa" | "es" => Self::Spanish,
            _ => Self::Other,
        }
    }

    /// The language that has this name, in English or in itself.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name.to_lowercase().as_str() {
            "arabic" | "العربية" => Self::Arabic,
            "chinese" | "中文" => Self::Chinese,
            "english" => Self::English,
            "french" | "français" => Self::French,
            "german" | "deutsch" => Self::German,
            "italian" | "italiano" => Self::Italian,
            "portuguese" | "português" => Self::Portuguese,
            "russian" | "русский" => Self::Russian,
            "spanish" | "español" => Self::Spanish,
            _ => return None,
        })
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> Option<&'static str> {
        Some(match self {
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::French => "fr",
            Self::German => "de",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
            Self::Spanish => "es",
            Self::Other => return None,
        })
    }

    /// What it is called in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Arabic => "Arabic",
            Self::Chinese => "Chinese",
            Self::English => "English",
            Self::French => "French",
            Self::German => "German",
            Self::Italian => "Italian",
            Self::Portuguese => "Portuguese",
            Self::Russian => "Russian",
            Self::Spanish => "Spanish",
            Self::Other => "another language",
        }
    }

    /// Whether a small letter at its beginning says that a text goes on: not in German, where verbs come small,
    /// nor where there are no capitals.
    pub(crate) fn small_letter_goes_on(self) -> bool {
        !matches!(self, Self::German | Self::Arabic | Self::Chinese)
    }
}

/// The position of the tag that serves a wanted one best: the same, or else the first of the same language
/// wherever it is spoken.
///
/// ```
/// use resolut::text::language::best_of;
///
/// assert_eq!(best_of(["en", "pt", "pt-BR"], "pt-br"), Some(2));
/// assert_eq!(best_of(["en", "pt-BR"], "pt"), Some(1));
/// assert_eq!(best_of(["en", "pt-BR"], "fr"), None);
/// ```
pub fn best_of<'a>(
    tags: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
    wanted: &str,
) -> Option<usize> {
    let tags = tags.into_iter();
    let is_same = |tag: &str| tag.eq_ignore_ascii_case(wanted);
    let is_spoken_elsewhere = |tag: &str| primary(tag).eq_ignore_ascii_case(primary(wanted));
    tags.clone()
        .position(is_same)
        .or_else(|| tags.clone().position(is_spoken_elsewhere))
}

/// The language itself, without script or country: `pt` of `pt-BR`.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// A tag in the case that BCP 47 gives its parts; none where it has not the form of one.
///
/// ```
/// use resolut::text::language::canonical;
///
/// assert_eq!(canonical("ZH-hans-cn").as_deref(), Some("zh-Hans-CN"));
/// assert_eq!(canonical("x"), None);
/// ```
pub fn canonical(tag: &str) -> Option<String> {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let first = primary(tag);
    let is_language = first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !is_language || !tag.split('-').all(is_part) {
        return None;
    }
    let mut parts = vec![first.to_ascii_lowercase()];
    parts.extend(tag.split('-').skip(1).map(|part| {
        let upper = match part.len() {
            2 => 2,
            4 => 1,
            _ => 0,
        };
        let (capitals, small) = part.split_at(upper);
        capitals.to_ascii_uppercase() + &small.to_ascii_lowercase()
    }));
    Some(parts.join("-"))
}

/// The tag that a POSIX locale names, `fr-CH` for `fr_CH.UTF-8`; none for `C` and `POSIX`.
///
/// ```
/// use resolut::text::language::of_locale;
///
/// assert_eq!(of_locale("fr_CH.UTF-8@euro").as_deref(), Some("fr-CH"));
/// assert_eq!(of_locale("C.UTF-8"), None);
/// ```
pub fn of_locale(locale: &str) -> Option<String> {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    let is_language = !matches!(name, "" | "C" | "POSIX");
    is_language.then(|| name.replace('_', "-"))
}
