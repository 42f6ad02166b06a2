//! Organs and organisations that a citation may name whatever the corpus calls them, and the symbols by
//! which their resolutions are known.
//!
//! The list is closed: a word that is no name of it, and none of the corpus, is an error in a citation.

use super::letter::folded;

/// An organ, or an organisation with all of its organs.
#[derive(Debug)]
pub(crate) struct Organ {
    /// Its names: first the one that it is called by in errors, then its other names and abbreviations.
    pub(crate) names: &'static [&'static str],
    /// What the symbols of its resolutions begin with.
    symbols: &'static [&'static str],
}

const fn organ(names: &'static [&'static str], symbols: &'static [&'static str]) -> Organ {
    Organ { names, symbols }
}

/// The organs, the longer names before those that they hold. The last ones are said for short of any organ
/// of the kind.
pub(crate) const ORGANS: &[Organ] = &[
    organ(
        &[
            "Security Council",
            "UNSC",
            "SC",
            "UNSCR",
            "SCR",
            "SCOR",
            "UNSCOR",
        ],
        &["S/"],
    ),
    organ(
        &[
            "General Assembly",
            "UNGA",
            "GA",
            "UNGAR",
            "GAR",
            "GAOR",
            "UNGAOR",
        ],
        &["A/RES", "A/DEC", "A/S-", "A/ES-"],
    ),
    organ(&["Human Rights Council", "UNHRC", "HRC"], &["A/HRC/"]),
    organ(
        &["Economic and Social Council", "ECOSOC"],
        &["E/RES", "E/DEC", "E/20", "E/19"],
    ),
    organ(
        &["Commission on Human Rights", "CHR", "UNCHR"],
        &["E/CN.4/"],
    ),
    organ(&["Commission on the Status of Women", "CSW"], &["E/CN.6/"]),
    organ(&["Commission on Narcotic Drugs", "CND"], &["E/CN.7/"]),
    organ(&["Trusteeship Council"], &["T/RES"]),
    organ(
        &["United Nations Environment Assembly", "UNEA"],
        &["UNEP/EA", "UNEA"],
    ),
    organ(&["World Health Assembly", "WHA"], &["WHA"]),
    organ(
        &[
            "World Health Organization",
            "World Health Organisation",
            "WHO",
        ],
        &["WHA", "EB"],
    ),
    organ(
        &["International Atomic Energy Agency", "IAEA"],
        &["GC(", "GOV/"],
    ),
    organ(
        &[
            "International Maritime Organization",
            "International Maritime Organisation",
            "IMO",
        ],
        &["A.", "MEPC.", "MSC.", "LEG."],
    ),
    organ(
        &["Marine Environment Protection Committee", "MEPC"],
        &["MEPC."],
    ),
    organ(&["Maritime Safety Committee", "MSC"], &["MSC."]),
    organ(
        &[
            "United Nations Educational, Scientific and Cultural Organization",
            "UNESCO",
        ],
        &[],
    ),
    organ(&["International Labour Organization", "ILO"], &["ILC"]),
    organ(&["International Labour Conference", "ILC"], &["ILC"]),
    organ(&["International Civil Aviation Organization", "ICAO"], &[]),
    organ(&["International Telecommunication Union", "ITU"], &[]),
    organ(&["Universal Postal Union", "UPU"], &[]),
    organ(&["Food and Agriculture Organization", "FAO"], &[]),
    organ(&["Inter-Parliamentary Union", "IPU"], &[]),
    organ(&["Committee of Ministers", "CM"], &["CM/"]),
    organ(&["Parliamentary Assembly", "PACE"], &[]),
    organ(&["Council of Europe", "CoE"], &["CM/"]),
    organ(
        &["European Parliament", "EP"],
        &["P6_", "P7_", "P8_", "P9_"],
    ),
    organ(&["Council of the European Union"], &[]),
    organ(&["European Union", "EU"], &[]),
    organ(&["Peace and Security Council", "PSC", "AUPSC"], &["PSC/"]),
    organ(
        &["African Union", "AU"],
        &["Assembly/AU/", "EX.CL/", "PSC/"],
    ),
    organ(
        &[
            "Organization of African Unity",
            "Organisation of African Unity",
            "OAU",
        ],
        &["AHG/", "CM/"],
    ),
    organ(
        &[
            "Organisation of Islamic Cooperation",
            "Organization of Islamic Cooperation",
            "Organisation of the Islamic Conference",
            "Organization of the Islamic Conference",
            "OIC",
        ],
        &[],
    ),
    organ(
        &[
            "Islamic Conference of Foreign Ministers",
            "Council of Foreign Ministers",
            "ICFM",
            "CFM",
        ],
        &[],
    ),
    organ(&["Islamic Summit Conference", "Islamic Summit"], &[]),
    organ(&["League of Arab States", "Arab League", "LAS"], &[]),
    organ(&["Organization of American States", "OAS"], &["AG/RES"]),
    organ(
        &[
            "Organization for Security and Co-operation in Europe",
            "OSCE",
        ],
        &[],
    ),
    organ(&["Association of Southeast Asian Nations", "ASEAN"], &[]),
    organ(&["Non-Aligned Movement", "NAM"], &[]),
    organ(
        &["United Nations", "UN"],
        &["S/", "A/", "E/", "T/RES", "UNEP/", "ST/"],
    ),
    organ(&["General Conference"], &["GC("]),
    organ(&["Executive Board"], &["EB"]),
    organ(&["Board of Governors"], &["GOV/"]),
    organ(&["Council"], &["S/", "A/HRC/", "E/RES"]),
    organ(&["Assembly"], &["A/RES", "WHA", "Assembly/"]),
    organ(&["Conference"], &[]),
    organ(&["Commission"], &["E/CN."]),
    organ(&["Committee"], &["MEPC.", "MSC.", "CM/"]),
];

impl Organ {
    /// The organ of that name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        ORGANS
            .iter()
            .find(|organ| organ.names.iter().any(|known| same(known, name)))
    }

    /// The organ whose symbols begin as this one does.
    fn of_symbol(symbol: &str) -> Option<&'static Self> {
        ORGANS.iter().find(|organ| organ.begins(symbol))
    }

    fn begins(&self, symbol: &str) -> bool {
        let symbol: String = folded(symbol).collect();
        let begins = |start: &&str| symbol.starts_with(&folded(start).collect::<String>());
        self.symbols.iter().any(begins)
    }

    /// Whether one of these names is one of its own, or holds one: `United Nations Security Council`. Or
    /// whether the symbol is one of its resolutions'.
    pub(crate) fn adopted<'n>(
        &self,
        symbol: &str,
        mut names: impl Iterator<Item = &'n str>,
    ) -> bool {
        names.any(|name| self.names.iter().any(|own| holds(name, own))) || self.begins(symbol)
    }
}

/// The organ that a symbol is led by, and the rest: `UNSC/RES/2505`, `SCR2505`, `A/RES/1514 (XV)`. Not
/// `SC/2505` or `A/1514`: those are other documents.
pub(crate) fn led_by_organ(symbol: &str) -> Option<(&str, &str)> {
    let number = symbol.find(|c: char| c.is_ascii_digit())?;
    let (lead, rest) = symbol.split_at_checked(number)?;
    let lead = lead.trim_end_matches(['/', '-']);
    let parted = lead.strip_suffix("RES").filter(|_| lead.len() < number);
    match parted.and_then(|organ| organ.strip_suffix(['/', '-'])) {
        Some(name) if Organ::named(name).is_some() => Some((name, rest)),
        Some(_) => Some((Organ::of_symbol(symbol)?.names[0], rest)),
        None => Organ::named(lead)
            .filter(|_| lead.len() == number)
            .map(|_| (lead, rest)),
    }
}

/// The words of a name, folded.
fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| folded(word).collect())
        .collect()
}

/// Whether two names are of the same words.
pub(crate) fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// Whether a name has another in it, word for word.
fn holds(name: &str, part: &str) -> bool {
    let (name, part) = (words(name), words(part));
    !part.is_empty() && name.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_is_known_by_its_names_or_by_its_symbols() {
        let council = Organ::named("unsc").unwrap();
        let of = |name| std::iter::once(name);
        assert!(council.adopted("S/RES/2505 (2020)", of("anything")));
        assert!(council.adopted("2505", of("United Nations Security Council")));
        assert!(!council.adopted("A/RES/60/1", of("United Nations General Assembly")));
        assert!(!council.adopted("A/HRC/RES/1/1", of("Council of Ministers")));
        let nations = Organ::named("United  Nations").unwrap();
        assert!(nations.adopted("A/HRC/RES/1/1", of("Human Rights Council")));
    }

    #[test]
    fn no_name_is_listed_twice() {
        let names: Vec<_> = ORGANS.iter().flat_map(|organ| organ.names).collect();
        for (position, name) in names.iter().enumerate() {
            let twice = names[position + 1..].iter().any(|other| same(name, other));
            assert!(!twice, "{name}");
        }
    }
}
