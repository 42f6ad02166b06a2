//! The head of a draft of Model United Nations: lines with a label each.
//!
//! ```text
//! line  = label ":" value           ; "FORUM: The Council", "Main Submitters: A, B"
//!       | label value               ; a label of two words in capitals: "QUESTION OF the lakes"
//! label = forum | topic | sponsors | other, in English, French, Spanish and German
//! ```
//!
//! The value of a topic is the title, that of a forum the organ; a value may go on in the lines below, and begin there.

use crate::text::model::Text;

/// What a line of the head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum HeadLabel {
    /// The body.
    Forum,
    /// What it is about.
    Topic,
    /// Who put it forward.
    Sponsors,
    /// Who signed it, its code, and what else there is.
    Other,
}

/// The labels, in small letters, without what makes them plural.
const LABELS: [(HeadLabel, &[&str]); 4] = [
    (
        HeadLabel::Forum,
        &[
            "forum",
            "committee",
            "council",
            "organ",
            "comité",
            "commission",
            "gremium",
            "ausschuss",
            "comisión",
        ],
    ),
    (
        HeadLabel::Topic,
        &[
            "question of",
            "the question of",
            "on the question of",
            "question",
            "topic",
            "topic area",
            "issue",
            "subject",
            "agenda item",
            "agenda topic",
            "agenda",
            "title",
            "re",
            "regarding",
            "sujet",
            "thème",
            "objet",
            "tema",
            "tópico",
            "asunto",
            "assunto",
            "oggetto",
            "thema",
            "betreff",
            "concerning",
        ],
    ),
    (
        HeadLabel::Sponsors,
        &[
            "submitted by",
            "main submitter",
            "submitter",
            "main-submitter",
            "sponsor",
            "main sponsor",
            "co-submitter",
            "co-sponsor",
            "co sponsor",
            "co submitter",
            "cosponsor",
            "cosubmitter",
            "co-sponsored by",
            "co-submitted by",
            "sponsored by",
            "proposed by",
            "proposer",
            "mover",
            "moved by",
            "seconder",
            "seconded by",
            "presented by",
            "author",
            "main author",
            "co-author",
            "drafted by",
            "soumis par",
            "présenté par",
            "auteur",
            "présentée par",
            "presentado por",
            "patrocinador",
            "einbringer",
            "einbringende staaten",
            "eingebracht von",
            "antragsteller",
            "hauptantragsteller",
            "unterstützer",
            "unterstützt von",
            "main-sponsor",
            "delegation",
            "delegate",
        ],
    ),
    (
        HeadLabel::Other,
        &[
            "signatorie",
            "signatory",
            "signatory state",
            "signed by",
            "signataire",
            "firmante",
            "unterzeichner",
            "resolution",
            "draft resolution",
            "code",
            "document code",
            "resolution code",
            "resolution number",
            "session",
            "date",
            "school",
            "conference",
            "country",
            "state",
            "working paper",
            "chair",
            "submission code",
            "language",
        ],
    ),
];

/// Labels that need no colon where they stand in capitals.
const WITHOUT_COLON: [&str; 4] = [
    "QUESTION OF",
    "SUBMITTED BY",
    "CO-SUBMITTED BY",
    "SPONSORED BY",
];

/// The longest label, in words.
const LONGEST: usize = 4;

/// The label that a line begins with, and how many words it fills.
pub(in crate::import) fn read(words: &[&str]) -> Option<(HeadLabel, usize)> {
    let colon = words
        .iter()
        .take(LONGEST)
        .position(|word| word.ends_with(':') || *word == "：");
    if let Some(at) = colon {
        let text = words[..=at].join(" ").to_lowercase();
        let text = text.trim_end_matches([':', ' ']);
        let bare = text.trim_end_matches("(s)").trim_end_matches('s');
        let plural = bare.trim_end_matches('e');
        let begins = !words[0].starts_with(char::is_lowercase);
        let known = |(_, labels): &&(HeadLabel, &[&str])| {
            labels
                .iter()
                .any(|label| [text, bare, plural].contains(label))
        };
        let (label, _) = LABELS.iter().find(known).filter(|_| begins)?;
        return Some((*label, at + 1));
    }
    let bare = WITHOUT_COLON.iter().find(|label| {
        let count = label.split(' ').count();
        words.len() > count && words[..count].join(" ") == **label
    })?;
    let small = bare.to_lowercase();
    let (label, _) = LABELS
        .iter()
        .find(|(_, labels)| labels.contains(&small.as_str()))?;
    Some((*label, bare.split(' ').count()))
}

/// The value of the first heading with a label.
fn value(headings: &[Text], wanted: HeadLabel) -> Option<String> {
    headings.iter().find_map(|heading| {
        let words: Vec<_> = heading.split(' ').collect();
        let (label, used) = read(&words)?;
        let value = words[used..].join(" ");
        (label == wanted && !value.is_empty()).then_some(value)
    })
}

/// The organ that the lines over a title name.
pub(in crate::import) fn organ(headings: &[Text]) -> Option<String> {
    let organ = value(headings, HeadLabel::Forum)?;
    let article = ["The ", "the ", "THE "]
        .iter()
        .find_map(|the| organ.strip_prefix(the));
    Some(article.unwrap_or(&organ).to_owned())
}

/// Who put a resolution forward, by the lines over its title.
pub(in crate::import) fn sponsors(headings: &[Text]) -> Vec<Text> {
    let mut sponsors: Vec<Text> = Vec::new();
    for heading in headings {
        let words: Vec<_> = heading.split(' ').collect();
        let Some((HeadLabel::Sponsors, used)) = read(&words) else {
            continue;
        };
        let value = words[used..].join(" ");
        let names = value
            .split([',', ';'])
            .map(|name| name.trim().trim_end_matches('.'));
        let names = names.filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("and"));
        sponsors.extend(names.map(|name| name.strip_prefix("and ").unwrap_or(name).into()));
    }
    sponsors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_every_form() {
        for (line, label) in [
            (
                "FORUM: The Council of the Lakes",
                Some((HeadLabel::Forum, 1)),
            ),
            ("Committee: Lakes", Some((HeadLabel::Forum, 1))),
            ("QUESTION OF: Lamps", Some((HeadLabel::Topic, 2))),
            (
                "QUESTION OF lamps on the piers",
                Some((HeadLabel::Topic, 2)),
            ),
            ("Topic Area: Lamps", Some((HeadLabel::Topic, 2))),
            ("MAIN SUBMITTERS: Hillmark", Some((HeadLabel::Sponsors, 2))),
            (
                "Main Submitter(s): Hillmark",
                Some((HeadLabel::Sponsors, 2)),
            ),
            ("Co-Sponsors: Hillmark", Some((HeadLabel::Sponsors, 1))),
            ("Signatories: Hillmark", Some((HeadLabel::Other, 1))),
            ("Seconder: Hillmark", Some((HeadLabel::Sponsors, 1))),
            ("Patrocinadores: Hillmark", Some((HeadLabel::Sponsors, 1))),
            ("Thema: Nebel", Some((HeadLabel::Topic, 1))),
            ("Calls upon barges to carry: a bell", None),
            ("question of lamps", None),
            ("The lamps", None),
        ] {
            let words: Vec<_> = line.split(' ').collect();
            assert_eq!(read(&words), label, "{line}");
        }
    }

    #[test]
    fn a_head_names_its_organ_and_its_sponsors() {
        let headings: Vec<Text> = [
            "FORUM: The Council of the Lakes",
            "MAIN SUBMITTER: The Islands",
            "CO-SUBMITTERS: Northland, Hillmark, and Keel",
        ]
        .map(Into::into)
        .into();
        assert_eq!(organ(&headings).as_deref(), Some("Council of the Lakes"));
        let names: Vec<_> = sponsors(&headings)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(names, ["The Islands", "Northland", "Hillmark", "Keel"]);
    }
}
