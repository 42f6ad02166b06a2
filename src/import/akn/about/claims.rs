//! What one witness says of a document's symbol: its markup, its cover, its address or the name of its file.

/// What one witness says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SymbolClaim {
    /// The symbol without year and letters: `S/RES/2505`, `A/RES/77/264`.
    pub(super) key: String,
    /// The year in brackets.
    pub(super) year: Option<u16>,
    /// Letters behind the symbol: `A–C`.
    pub(super) letters: String,
}

impl SymbolClaim {
    /// As it would be printed.
    pub(super) fn shown(&self) -> String {
        let year = self
            .year
            .map(|year| format!(" ({year})"))
            .unwrap_or_default();
        format!("{}{year}", self.key)
    }

    fn of(key: String) -> Self {
        Self {
            key,
            ..Self::default()
        }
    }
}

/// Whether a text is a year in which there could be a resolution.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4
        && text
            .parse()
            .is_ok_and(|year: u16| (1945..2100).contains(&year))
}

/// A text without its spaces.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a character can stand in a symbol: `A/RES/77/264 A–C`, `S/2024/37 (Vol. II)`.
fn is_of_symbol(c: char) -> bool {
    c.is_alphanumeric() || "/.,-–—&()（）".contains(c)
}

/// A symbol as printed: `S/RES/2505 (2020)`, `S/PRST/2000/27/Corr.1`, `A/RES/77/264 A–C`.
pub(super) fn symbol(printed: &str) -> Option<SymbolClaim> {
    let squeezed = squeezed(printed).replace('*', "");
    if let Some(rest) = squeezed.strip_prefix("S/RES/") {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let year = rest
            .get(digits.len()..)?
            .trim_matches(['(', ')', '（', '）']);
        if digits.is_empty() {
            return None;
        }
        let year = is_year(year).then(|| year.parse().ok()).flatten();
        return Some(SymbolClaim {
            year,
            ..SymbolClaim::of(format!("S/RES/{digits}"))
        });
    }
    let starts = ["S/", "A/", "E/"]
        .iter()
        .any(|organ| squeezed.starts_with(organ));
    if !starts || !squeezed.chars().all(is_of_symbol) {
        return None;
    }
    let digit = squeezed.rfind(|c: char| c.is_ascii_digit())?;
    let (key, letters) = squeezed.split_at(digit + 1);
    Some(SymbolClaim {
        letters: letters.to_string(),
        ..SymbolClaim::of(key.to_string())
    })
}

/// A cover line that names a resolution in any language: a number, and a year in brackets.
pub(super) fn resolution(line: &str) -> Option<SymbolClaim> {
    let squeezed = squeezed(line);
    let (before, behind) = squeezed.split_once(['(', '（'])?;
    let name = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = before.get(name.len()..)?;
    let year = behind.split([')', '）']).next()?;
    if digits.is_empty() || digits.len() > 5 || !is_year(year) {
        return None;
    }
    Some(SymbolClaim {
        year: year.parse().ok(),
        ..SymbolClaim::of(format!("S/RES/{digits}"))
    })
}

/// The address of a work: `/akn/un/statement/deliberation/unsc/2020-01-10/2505-2020/`.
pub(super) fn address(uri: &str, kind: &str) -> Option<SymbolClaim> {
    let mut parts = uri.trim_end_matches('/').rsplit('/');
    if uri.ends_with("//") {
        return None;
    }
    let (first, second) = parts.next()?.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(first) {
        return None;
    }
    if uri.contains("/unga/") {
        let digits: String = second.chars().take_while(char::is_ascii_digit).collect();
        return (!digits.is_empty()).then(|| SymbolClaim::of(format!("A/RES/{first}/{digits}")));
    }
    if !is_number(second) {
        return None;
    }
    match kind {
        "presidentialStatement" if is_year(first) => {
            Some(SymbolClaim::of(format!("S/PRST/{first}/{second}")))
        }
        "draftResolution" if is_year(first) => Some(SymbolClaim::of(format!("S/{first}/{second}"))),
        _ if is_year(second) => Some(SymbolClaim {
            year: second.parse().ok(),
            ..SymbolClaim::of(format!("S/RES/{first}"))
        }),
        _ => None,
    }
}

/// The name of a file: `S_RES_2505 (2020)-2000123E`, `S_PRST_2000_27_Corr.1-0060049E`, `A_RES_77_264 A-C-2300152R`.
pub(super) fn file(stem: &str) -> Option<SymbolClaim> {
    let words: Vec<&str> = stem
        .split(['_', '-', ' ', '(', ')', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let digits = |word: &str| {
        word.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    };
    match words.as_slice() {
        ["S", "RES", number, rest @ ..] | ["SRES" | "SC", number, rest @ ..]
            if !digits(number).is_empty() =>
        {
            let year = rest
                .first()
                .filter(|year| is_year(year))
                .and_then(|year| year.parse().ok());
            Some(SymbolClaim {
                year,
                ..SymbolClaim::of(format!("S/RES/{}", digits(number)))
            })
        }
        ["S", "PRST", year, number, rest @ ..] if is_year(year) && !digits(number).is_empty() => {
            let mut key = format!("S/PRST/{year}/{}", digits(number));
            if let Some(part) = rest.first().filter(|part| {
                ["Corr.", "Add.", "Rev."]
                    .iter()
                    .any(|word| part.starts_with(word))
            }) {
                key = format!("{key}/{part}");
            }
            Some(SymbolClaim::of(key))
        }
        ["A", "RES", session, number, ..]
            if !digits(session).is_empty() && !digits(number).is_empty() =>
        {
            Some(SymbolClaim::of(format!(
                "A/RES/{}/{}",
                digits(session),
                digits(number)
            )))
        }
        ["S", year, number, ..] if is_year(year) && !digits(number).is_empty() => {
            Some(SymbolClaim::of(format!("S/{year}/{}", digits(number))))
        }
        _ => None,
    }
}
