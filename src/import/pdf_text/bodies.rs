//! How an opening begins: an article and the name of a body, in each language.
//!
//! | language | opening |
//! |---|---|
//! | English | `The … Council …`, in capitals too; without an article (`General Assembly,`) only where the line ends with it |
//! | French, Spanish, Portuguese, Italian, German | an article and the name: `L’Assemblée …`, `El Consejo …`, `Der Sicherheitsrat` |
//! | Russian, Chinese | the name in the nominative, and a comma behind it; in Chinese also a report that it heard |
//! | Arabic | `إن` and the name |

use crate::text::language::Language;

/// How a language names a body that opens a resolution.
struct Bodies {
    /// What stands before the name.
    articles: &'static [&'static str],
    /// Words of which a name has one, in small letters; behind a hyphen the end of a word.
    names: &'static [&'static str],
    /// Whether only a comma tells an opening from a title.
    comma: bool,
}

const ENGLISH: Bodies = Bodies {
    articles: &["The ", "THE ", "We, the ", "WE, the ", "WE, THE "],
    names: &[
        "session",
        "assembly",
        "council",
        "conference",
        "committee",
        "commission",
        "summit",
        "congress",
        "parliament",
        "board",
        "meeting",
        "organization",
        "organisation",
        "union",
        "senate",
        "forum",
        "parties",
        "cabinet",
        "bureau",
        "heads",
        "ministers",
        "governors",
        "delegates",
        "members",
        "participants",
        "representatives",
        "trustees",
        "synod",
        "directors",
    ],
    comma: false,
};

const FRENCH: Bodies = Bodies {
    articles: &["Le ", "La ", "L’", "L'", "Les ", "LE ", "LA ", "L’", "LES "],
    names: &[
        "assemblée",
        "conseil",
        "conférence",
        "comité",
        "commission",
        "sommet",
        "congrès",
        "parlement",
        "session",
        "réunion",
        "organisation",
        "union",
        "bureau",
        "chefs",
        "ministres",
        "parties",
    ],
    comma: false,
};

const SPANISH: Bodies = Bodies {
    articles: &["El ", "La ", "Los ", "Las ", "EL ", "LA ", "LOS ", "LAS "],
    names: &[
        "asamblea",
        "consejo",
        "conferencia",
        "comité",
        "comisión",
        "cumbre",
        "congreso",
        "parlamento",
        "sesión",
        "junta",
        "reunión",
        "organización",
        "período",
        "jefes",
        "ministros",
        "partes",
        "pleno",
        "ayuntamiento",
        "cabildo",
        "concejo",
        "senado",
        "cámara",
        "directorio",
    ],
    comma: false,
};

const GERMAN: Bodies = Bodies {
    articles: &["Der ", "Die ", "Das ", "DER ", "DIE ", "DAS "],
    names: &[
        "-versammlung",
        "-rat",
        "-konferenz",
        "-ausschuss",
        "-komitee",
        "-kommission",
        "-parlament",
        "-gipfel",
        "-kongress",
        "-tagung",
        "-organisation",
        "-gremium",
        "-bundestag",
        "-landtag",
        "-kreistag",
        "-vorstand",
        "-senat",
        "-synode",
        "-forum",
    ],
    comma: false,
};

const PORTUGUESE: Bodies = Bodies {
    articles: &["O ", "A ", "Os ", "As ", "OS ", "AS "],
    names: &[
        "assembleia",
        "conselho",
        "conferência",
        "comité",
        "comitê",
        "comissão",
        "cimeira",
        "congresso",
        "parlamento",
        "sessão",
        "reunião",
        "organização",
        "câmara",
        "junta",
        "senado",
        "plenário",
        "ministros",
        "chefes",
        "partes",
    ],
    comma: false,
};

const ITALIAN: Bodies = Bodies {
    articles: &["Il ", "La ", "L’", "L'", "I ", "Gli ", "IL ", "LA ", "GLI "],
    names: &[
        "assemblea",
        "consiglio",
        "conferenza",
        "comitato",
        "commissione",
        "vertice",
        "congresso",
        "parlamento",
        "sessione",
        "riunione",
        "organizzazione",
        "giunta",
        "senato",
        "camera",
        "collegio",
        "ministri",
        "parti",
    ],
    comma: false,
};

const RUSSIAN: Bodies = Bodies {
    articles: &[],
    names: &[
        "ассамблея",
        "совет",
        "конференция",
        "комитет",
        "комиссия",
        "конгресс",
        "совещание",
        "парламент",
        "сессия",
        "организация",
        "собрание",
        "съезд",
        "дума",
        "пленум",
        "правление",
    ],
    comma: true,
};

const ARABIC: Bodies = Bodies {
    articles: &["إن ", "ان "],
    names: &[
        "الجمعية",
        "المجلس",
        "مجلس",
        "المؤتمر",
        "مؤتمر",
        "اللجنة",
        "لجنة",
        "القمة",
        "الدورة",
        "جمعية",
        "المنظمة",
        "البرلمان",
        "برلمان",
        "الاتحاد",
        "الهيئة",
    ],
    comma: false,
};

const CHINESE: Bodies = Bodies {
    articles: &[],
    names: &["大会", "理事会", "委员会", "会议", "议会", "组织"],
    comma: true,
};

/// The longest line that is an opening without an article, in letters.
const LONGEST_BARE: usize = 80;

/// Whether a line can begin an opening: `The … Session of`.
pub(in crate::import) fn may_open(line: &str, language: Language) -> bool {
    let bodies = match language {
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
        Language::German => &GERMAN,
        Language::Italian => &ITALIAN,
        Language::Portuguese => &PORTUGUESE,
        Language::Russian => &RUSSIAN,
        Language::Arabic => &ARABIC,
        Language::Chinese => &CHINESE,
        Language::English | Language::Other => &ENGLISH,
    };
    let article = bodies
        .articles
        .iter()
        .any(|article| line.starts_with(article));
    if article && !bodies.comma {
        return names_body(line, bodies);
    }
    let opens = bodies.comma || language == Language::English;
    let capital = line
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    // `Session of the Council,` would be the middle of a longer name.
    let ends = line
        .find([',', '，', '：'])
        .or_else(|| hears(line, language))
        .is_some_and(|at| {
            let name = line.get(..at).unwrap_or_default();
            let whole = name.len() + 3 >= line.len() || bodies.comma;
            whole
                && name.chars().count() <= LONGEST_BARE
                && names_body(name, bodies)
                && is_name(name)
        });
    opens && capital && ends
}

/// Where a body is said to have heard a report, with which congresses open: `…会议听取和审议了…报告。`
fn hears(line: &str, language: Language) -> Option<usize> {
    let heard = || {
        ["听取", "审议"]
            .iter()
            .filter_map(|verb| line.find(verb))
            .min()
    };
    (language == Language::Chinese).then(heard)?
}

/// Whether a text is the name of a body and nothing else, in English, French or Spanish: `Council of the Lakes`,
/// `Special Committee on the Shores of the Lakes`. Its kind stands before the first word that says of what it is.
pub(in crate::import) fn is_body(text: &str) -> bool {
    const OF: [&str; 10] = [
        "of", "on", "for", "de", "des", "du", "del", "sur", "sobre", "pour",
    ];
    let gerund = text
        .split(' ')
        .next()
        .is_some_and(|first| first.ends_with("ing"));
    let end = text
        .split(' ')
        .take_while(|word| !OF.contains(&&*word.to_lowercase()));
    let kind = end.collect::<Vec<_>>().join(" ");
    let named = [&ENGLISH, &FRENCH, &SPANISH]
        .iter()
        .any(|bodies| names_body(&kind, bodies));
    !gerund && named && is_name(text)
}

/// Whether a line is a name that a comma ends, of whatever kind: `The World Food Programme,`. Over a recital it is that of
/// a body.
pub(in crate::import) fn is_named(line: &str) -> bool {
    const LONGEST: usize = 10;
    let Some(name) = line.strip_suffix([',', '،']) else {
        return false;
    };
    let is_one = !name.contains([',', ':', ';', '.']) && !name.contains(|c: char| c.is_numeric());
    is_one
        && name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= LONGEST
        && is_name(name)
}

/// Whether a body is the subject whose verbs stand below: `Après en avoir délibéré, le conseil des barques :`
pub(in crate::import) fn ends_with_body(text: &str) -> bool {
    let Some((_, name)) = text.trim_end_matches([':', ' ']).rsplit_once(", ") else {
        return false;
    };
    let article = ["the ", "le ", "la ", "l’", "l'", "el "]
        .iter()
        .find_map(|article| name.strip_prefix(article));
    article.is_some_and(|name| {
        [&ENGLISH, &FRENCH, &SPANISH]
            .iter()
            .any(|bodies| names_body(name, bodies))
            && !name.contains(',')
            && name.split(' ').count() <= 8
    })
}

fn names_body(line: &str, bodies: &Bodies) -> bool {
    let small = line.to_lowercase();
    bodies
        .names
        .iter()
        .any(|name| match name.strip_prefix('-') {
            Some(end) => small
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word.ends_with(end)),
            None if name.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)) => {
                small.contains(name)
            }
            None => small
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word == *name),
        })
}

/// Whether words begin with the name of a body, an adjective before it: `Городская Дума`.
pub(in crate::import) fn names_russian(words: &[&str]) -> bool {
    let [adjective, name, ..] = words else {
        return false;
    };
    let bare = name.trim_end_matches([',', ':']).to_lowercase();
    adjective.starts_with(char::is_uppercase) && RUSSIAN.names.contains(&bare.as_str())
}

/// Whether a text is nothing but a name: each long word has a capital. Where there are no capitals, any is.
fn is_name(text: &str) -> bool {
    text.split_whitespace()
        .all(|word| word.chars().count() <= 3 || !word.starts_with(char::is_lowercase))
        || text.starts_with(|c: char| ('\u{400}'..='\u{4ff}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_is_known_in_each_language() {
        for (line, language) in [
            ("The Council of Harbour Masters,", Language::English),
            ("THE GENERAL ASSEMBLY,", Language::English),
            ("General Assembly,", Language::English),
            ("The Heads of State of the Lakes", Language::English),
            ("The Representatives,", Language::English),
            ("L’Assemblée générale,", Language::French),
            ("Le Conseil des lacs,", Language::French),
            ("La Asamblea de los Lagos,", Language::Spanish),
            ("O Conselho de Ministros dos Lagos,", Language::Portuguese),
            ("IL CONSIGLIO COMUNALE", Language::Italian),
            ("Der Sicherheitsrat,", Language::German),
            ("Der Vereinsvorstand,", Language::German),
            ("Die Generalversammlung –", Language::German),
            ("Совет озер,", Language::Russian),
            ("Генеральная Ассамблея,", Language::Russian),
            ("إن مجلس البحيرات،", Language::Arabic),
            ("湖泊理事会，", Language::Chinese),
        ] {
            assert!(may_open(line, language), "{line}");
        }
    }

    #[test]
    fn a_body_may_be_the_subject_of_what_stands_below() {
        assert!(ends_with_body(
            "Après en avoir délibéré, le conseil des barques :"
        ));
        assert!(ends_with_body("For these reasons, the Assembly:"));
        assert!(!ends_with_body("Having heard the Assembly, its boats:"));
    }

    #[test]
    fn a_name_that_a_comma_ends_is_one_of_any_kind() {
        assert!(is_named("The World Food Programme,"));
        assert!(is_named("UNESCO,"));
        for line in [
            "Boats, oars,",
            "The lamps on the piers,",
            "SPONSORS: KEEL,",
            "The Programme",
        ] {
            assert!(!is_named(line), "{line}");
        }
    }

    #[test]
    fn a_title_is_no_opening() {
        for (line, language) in [
            ("Report of the Council", Language::English),
            ("Noting that the General Assembly,", Language::English),
            ("The lamps on the piers", Language::English),
            ("Rapport du Conseil,", Language::French),
            ("Доклад Совета озер,", Language::Russian),
            ("Совет озер и рек", Language::Russian),
        ] {
            assert!(!may_open(line, language), "{line}");
        }
    }
}
