//! Languages by their BCP 47 tags: which of several serves one that is wanted, and which one a locale names.

/// The tag of English.
pub const ENGLISH: &str = "en";

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
