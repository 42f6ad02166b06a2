//! Who is asked: the noun phrases between the verb of an act and what is to be done.
//!
//! `Requests the Secretary-General to report`, `Demands that all States implement`, `Requests a report from the
//! Director`. A phrase is given as it is printed, without its article; what a comma sets off (`in particular those …`)
//! is passed over.

use std::ops::Range;

use super::clauses::{Clause, is_infinitive};
use super::verbs::Mood;
use crate::analysis::lexemes::Lexemes;

/// How many lexemes are looked through for what is to be done.
const FAR: usize = 90;

/// The addressees of an act, as ranges of lexemes.
pub(super) fn addressees(lexemes: &Lexemes<'_>, clause: &Clause) -> Vec<Range<usize>> {
    let end = clause.lexemes.end.min(clause.verb.behind + FAR);
    let behind = behind_aside(lexemes, clause.verb.behind, end);
    match clause.verb.mood {
        Mood::Asks if lexemes.is(behind, &["that"]) => that(lexemes, behind + 1, end, false),
        Mood::Decides if lexemes.is(behind, &["that"]) => that(lexemes, behind + 1, end, true),
        Mood::Asks => asked(lexemes, behind, end, &clause.verb.name),
        Mood::Decides | Mood::Says => Vec::new(),
    }
}

/// Behind what is set off right behind the verb: `, in this regard,`, `also`, `strongly`.
fn behind_aside(lexemes: &Lexemes<'_>, mut at: usize, end: usize) -> usize {
    const ADVERBS: [&str; 6] = ["also", "further", "again", "once", "therefore", "urgently"];
    loop {
        if lexemes.is(at, &ADVERBS) {
            at += 1;
        } else if lexemes.is(at, &["in"]) && lexemes.is(at + 1, &["particular"]) {
            at += 2;
        } else if lexemes.is(at, &["in", "to"])
            && lexemes.is(at + 1, &["this"])
            && lexemes.word(at + 2).is_some()
        {
            at += 3;
        } else {
            break;
        }
    }
    if !lexemes.is_mark(at, &[',']) {
        return at;
    }
    let closing = (at + 1..end).find(|&comma| lexemes.is_mark(comma, &[',']));
    closing.map_or(at, |closing| closing + 1)
}

/// Those behind *that*, before what they are to do. Who decides asks those only who can do something.
fn that(lexemes: &Lexemes<'_>, first: usize, end: usize, is_decided: bool) -> Vec<Range<usize>> {
    let first = behind_opening(lexemes, first, end);
    let does = (first + 1..end).find(|&at| is_done(lexemes, at, is_decided));
    let Some(does) = does else {
        return Vec::new();
    };
    let is_bound = !lexemes.is(
        does + 1,
        &[
            "be", "not", "apply", "enter", "remain", "expire", "continue", "only", "also", "have",
            "consist", "include",
        ],
    ) && lexemes.is(does, &["shall", "should", "must", "will"]);
    let found = phrases(lexemes, first..does);
    let acts = |phrase: &Range<usize>| is_actor(lexemes, phrase);
    if is_decided && !(is_bound && found.iter().any(acts)) {
        return Vec::new();
    }
    found
}

/// Where the verb stands that says what those behind *that* are to do.
pub(super) fn done_at(lexemes: &Lexemes<'_>, clause: &Clause) -> Option<usize> {
    let end = clause.lexemes.end.min(clause.verb.behind + FAR);
    let that = behind_aside(lexemes, clause.verb.behind, end);
    let first = behind_opening(lexemes, that + 1, end);
    let is_that = lexemes.is(that, &["that"]);
    let mut verbs = first + 1..end;
    verbs.find(|&at| is_that && is_done(lexemes, at, false))
}

/// Behind what stands between *that* and who is asked: `in the monthly reports,`.
fn behind_opening(lexemes: &Lexemes<'_>, first: usize, end: usize) -> usize {
    let first = behind_aside(lexemes, first, end);
    if !lexemes.is(
        first,
        &[
            "in", "within", "upon", "for", "by", "as", "during", "until", "pending",
        ],
    ) {
        return first;
    }
    let closing = (first..end).find(|&comma| lexemes.is_mark(comma, &[',']));
    closing.map_or(first, |comma| comma + 1)
}

/// Whether a verb stands there that tells what somebody is to do.
fn is_done(lexemes: &Lexemes<'_>, at: usize, is_decided: bool) -> bool {
    const SHALL: [&str; 6] = ["shall", "should", "must", "will", "may", "can"];
    const BASES: [&str; 81] = [
        "explain",
        "describe",
        "be",
        "take",
        "ensure",
        "report",
        "submit",
        "provide",
        "cease",
        "implement",
        "comply",
        "cooperate",
        "respect",
        "refrain",
        "continue",
        "fulfil",
        "end",
        "put",
        "allow",
        "permit",
        "abide",
        "act",
        "engage",
        "adopt",
        "stop",
        "return",
        "release",
        "withdraw",
        "adhere",
        "make",
        "give",
        "become",
        "do",
        "establish",
        "prevent",
        "resume",
        "facilitate",
        "commit",
        "work",
        "include",
        "keep",
        "carry",
        "honour",
        "contribute",
        "accept",
        "halt",
        "undertake",
        "grant",
        "desist",
        "complete",
        "renounce",
        "participate",
        "conduct",
        "review",
        "consider",
        "use",
        "maintain",
        "disarm",
        "lay",
        "find",
        "create",
        "begin",
        "present",
        "develop",
        "extend",
        "bring",
        "conclude",
        "abstain",
        "inform",
        "notify",
        "identify",
        "promote",
        "address",
        "support",
        "assist",
        "investigate",
        "protect",
        "designate",
        "remain",
        "freeze",
        "deny",
    ];
    let is_adverb = lexemes
        .word(at)
        .is_some_and(|word| word.len() > 5 && word.ends_with("ly"));
    lexemes.is(at, &SHALL)
        || !is_decided
            && (lexemes.is(at, &BASES)
                || is_adverb && lexemes.is(at + 1, &BASES)
                || lexemes.is(at, &["immediately", "fully", "strictly"]))
}

/// Those behind a verb that asks, before *to* and what they are to do, or before *with* and what they are entrusted
/// with.
fn asked(lexemes: &Lexemes<'_>, first: usize, end: usize, verb: &str) -> Vec<Range<usize>> {
    if ["charges", "entrusts", "tasks"].contains(&verb)
        && let Some(with) = (first + 1..end)
            .take_while(|&at| !is_infinitive(lexemes, at))
            .find(|&at| lexemes.is(at, &["with"]))
    {
        return phrases(lexemes, first..with);
    }
    let mut segment = first;
    let is_main = |at: &usize| {
        if lexemes.is_mark(*at, &[',']) {
            segment = at + 1;
        }
        let piece = trimmed(lexemes, segment..*at);
        let is_aside = segment > first && is_set_off(lexemes, &piece, false);
        is_infinitive(lexemes, *at) && !is_aside
    };
    let main = (first + 1..end).find(is_main);
    if let Some(to) = main.or_else(|| (first + 1..end).find(|&at| is_infinitive(lexemes, at))) {
        return phrases(lexemes, first..to);
    }
    if verb == "reminds"
        && let Some(of) =
            (first + 1..end).find(|&at| lexemes.is(at, &["of", "that"]) || ends_phrase(lexemes, at))
    {
        return phrases(lexemes, first..of);
    }
    let is_from = |at: &usize| {
        lexemes.is(*at, &["from"])
            || lexemes.is(*at, &["by"])
                && lexemes.is(
                    at.wrapping_sub(1),
                    &["report", "reports", "briefing", "update"],
                )
    };
    if verb == "requests"
        && let Some(from) = (first..end).find(is_from)
    {
        let behind = (from + 1..end)
            .find(|&at| ends_phrase(lexemes, at) || lexemes.is(at, &["on", "within", "by", "in"]));
        return phrases(lexemes, from + 1..behind.unwrap_or(end));
    }
    // `Urges all States and encourages …`: what follows is asked of both.
    let is_shared = lexemes.is(end.wrapping_sub(1), &["and"]) && end - first < 8;
    if is_shared && lexemes.is(first, &["all", "the", "both", "member", "states"]) {
        return phrases(lexemes, first..end);
    }
    Vec::new()
}

fn ends_phrase(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.is_mark(at, &[',', ';', '.', ':'])
}

/// The noun phrases of a range: parted at commas, and at *and* before an article.
fn phrases(lexemes: &Lexemes<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    // By what means it is to be done belongs to what is to be done.
    let is_means = |at: &usize| {
        let noun = at + 1 + usize::from(lexemes.is(at + 1, &["the"]));
        let is_set_off = lexemes.is_mark(at - 1, &[',']);
        !is_set_off
            && lexemes.is(*at, &["with"])
            && lexemes.is(noun, &["support", "assistance", "help"])
    };
    let end = (range.start + 1..range.end).find(is_means);
    let range = range.start..end.unwrap_or(range.end);
    let mut found = Vec::new();
    let mut start = range.start;
    let (mut is_aside, mut is_listed) = (false, false);
    for at in range.start..=range.end {
        let is_end = at == range.end;
        let is_comma =
            lexemes.is_mark(at, &[',', ';']) && !is_adjective(lexemes, at.wrapping_sub(1));
        let is_last = is_listed && !is_aside && ends_list(lexemes, start, at, range.end);
        let parts = is_end || is_comma || is_last || is_parting(lexemes, start, at);
        if !parts {
            continue;
        }
        let piece = trimmed(lexemes, start..at);
        if !piece.is_empty() {
            is_aside = is_set_off(lexemes, &piece, found.is_empty())
                || is_aside && !begins_anew(lexemes, start);
            if !is_aside {
                found.push(piece);
            }
        }
        start = at + 1;
        is_listed |= is_comma && !is_aside;
        if is_comma {
            is_aside = is_aside && !lexemes.is(at + 1, &["and"]);
        }
    }
    let is_thing = found.first().is_some_and(|first| is_thing(lexemes, first));
    if is_thing { Vec::new() } else { found }
}

/// Whether an adjective stands there whose noun is still to come: `international, regional and subregional bodies`.
fn is_adjective(lexemes: &Lexemes<'_>, at: usize) -> bool {
    lexemes.is(
        at,
        &[
            "international",
            "regional",
            "subregional",
            "local",
            "national",
            "bilateral",
            "relevant",
            "political",
            "military",
            "humanitarian",
        ],
    )
}

/// Whether what is asked for is no person or body: `encourages efforts by UNMIL to`.
fn is_thing(lexemes: &Lexemes<'_>, phrase: &Range<usize>) -> bool {
    const THINGS: [&str; 21] = [
        "efforts",
        "effort",
        "progress",
        "steps",
        "measures",
        "work",
        "initiatives",
        "use",
        "support",
        "cooperation",
        "participation",
        "continuation",
        "implementation",
        "contributions",
        "plans",
        "activities",
        "provision",
        "deployment",
        "dialogue",
        "establishment",
        "attempts",
    ];
    let head = phrase.start..phrase.end.min(phrase.start + 3);
    lexemes.is(phrase.start, &["a", "an"]) || head.clone().any(|at| lexemes.is(at, &THINGS))
}

/// Whether *and* stands there and parts two who are asked.
fn is_parting(lexemes: &Lexemes<'_>, start: usize, at: usize) -> bool {
    const ARTICLES: [&str; 5] = ["the", "all", "other", "its", "his"];
    if !lexemes.is(at, &["and"]) {
        return false;
    }
    if !lexemes.is(at + 1, &ARTICLES) {
        return is_name(lexemes, start, at);
    }
    // `in Chad and the Central African Republic`
    let place = (start..at)
        .rev()
        .take(5)
        .find(|&before| lexemes.is(before, &["in", "between", "of", "from"]));
    let is_place = place.is_some_and(|place| lexemes.is(place, &["in", "between"]));
    !is_place
}

/// Whether *and* stands there before the last of a list, `the Fund, the regional banks and private donors`; not within
/// it, where one noun is shared or a word stands alone.
fn ends_list(lexemes: &Lexemes<'_>, start: usize, at: usize, end: usize) -> bool {
    const JOINTS: [&str; 9] = [
        "of", "in", "for", "from", "between", "to", "with", "on", "and",
    ];
    let is_phrase = |range: Range<usize>| {
        range.len() > 1
            && range.clone().all(|at| {
                let is_hyphen = lexemes.is_mark(at, &['-']);
                is_hyphen || lexemes.word(at).is_some() && !lexemes.is(at, &JOINTS)
            })
    };
    lexemes.is(at, &["and"])
        && is_phrase(start..at)
        && is_phrase(at + 1..end)
        && !is_adjective(lexemes, at - 1)
}

/// Whether a name alone stands before *and*, and one behind it: `Pakistan and India`.
fn is_name(lexemes: &Lexemes<'_>, start: usize, at: usize) -> bool {
    const PARTS: [&str; 2] = ["Herzegovina", "Tobago"];
    let is_capital = |at: usize| {
        lexemes
            .word(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let is_alone = at == start + 1 || at == start + 2 && lexemes.is(start, &["the"]);
    is_alone && is_capital(at - 1) && is_capital(at + 1) && !lexemes.is(at + 1, &PARTS)
}

fn begins_anew(lexemes: &Lexemes<'_>, start: usize) -> bool {
    lexemes.is(start, &["and"]) || lexemes.is(start.wrapping_sub(1), &["and"])
}

/// Without *and* and the article before it.
fn trimmed(lexemes: &Lexemes<'_>, mut range: Range<usize>) -> Range<usize> {
    const PASSED: [&str; 4] = ["and", "the", "also", "both"];
    const BEHIND: [&str; 7] = [
        "and",
        "further",
        "also",
        "not",
        "again",
        "urgently",
        "immediately",
    ];
    loop {
        if range.start < range.end && lexemes.is(range.start, &PASSED) {
            range.start += 1;
        } else if range.start + 3 <= range.end
            && lexemes.is(range.start, &["as"])
            && lexemes.is(range.start + 1, &["well"])
        {
            range.start += 3;
        } else {
            break;
        }
    }
    while range.start < range.end && lexemes.is(range.end - 1, &BEHIND) {
        range.end -= 1;
    }
    range
}

/// Whether a piece only says more of what stands before it.
fn is_set_off(lexemes: &Lexemes<'_>, piece: &Range<usize>, is_first: bool) -> bool {
    const ASIDE: [&str; 30] = [
        "such",
        "in",
        "including",
        "particularly",
        "especially",
        "within",
        "through",
        "with",
        "as",
        "which",
        "who",
        "whose",
        "where",
        "when",
        "if",
        "under",
        "upon",
        "by",
        "on",
        "at",
        "from",
        "for",
        "notably",
        "without",
        "consistent",
        "pursuant",
        "acting",
        "during",
        "after",
        "until",
    ];
    let is_other = lexemes.word(piece.start).is_none() && lexemes.number(piece.start).is_none();
    is_other || lexemes.is(piece.start, &ASIDE) || !is_first && is_clause(lexemes, piece)
}

/// Whether a piece is no noun phrase: `working closely`, `taking into account`, `appointed by the Council`.
fn is_clause(lexemes: &Lexemes<'_>, piece: &Range<usize>) -> bool {
    const ADJECTIVES: [&str; 4] = [
        "neighbouring",
        "participating",
        "contributing",
        "developing",
    ];
    let is_form = |word: &str| word.len() > 5 && (word.ends_with("ing") || word.ends_with("ly"));
    let is_done = lexemes
        .word(piece.start)
        .is_some_and(|word| word.ends_with("ed"))
        && lexemes.is(
            piece.start + 1,
            &["by", "in", "under", "pursuant", "to", "with", "at"],
        );
    lexemes.word(piece.start).is_some_and(is_form) && !lexemes.is(piece.start, &ADJECTIVES)
        || is_done
}

/// Whether a phrase names somebody who can do something.
fn is_actor(lexemes: &Lexemes<'_>, phrase: &Range<usize>) -> bool {
    const ACTORS: [&str; 25] = [
        "state",
        "states",
        "secretariat",
        "secretary",
        "committee",
        "government",
        "governments",
        "group",
        "panel",
        "team",
        "parties",
        "party",
        "mission",
        "council",
        "chairman",
        "chair",
        "representative",
        "commission",
        "coordinator",
        "tribunal",
        "prosecutor",
        "ombudsperson",
        "authorities",
        "authority",
        "directorate",
    ];
    let of = (phrase.start..phrase.end)
        .find(|&at| lexemes.is(at, &["of", "in", "for", "imposed", "by"]));
    let head = phrase.start..of.unwrap_or(phrase.end);
    let is_actor = |at: usize| lexemes.is(at, &ACTORS) || is_acronym(lexemes, at);
    head.clone().any(is_actor) && head.len() < 8 || is_proper_name(lexemes, &head)
}

/// Whether a name of a few words stands there and nothing else, as that of a country, and not one of a text.
fn is_proper_name(lexemes: &Lexemes<'_>, phrase: &Range<usize>) -> bool {
    const TEXTS: [&str; 8] = [
        "annex",
        "article",
        "section",
        "statute",
        "agreement",
        "protocol",
        "charter",
        "resolution",
    ];
    let is_name = |at: usize| {
        let word = lexemes.word(at);
        word.is_some_and(|word| word.starts_with(char::is_uppercase)) && !lexemes.is(at, &TEXTS)
    };
    (1..4).contains(&phrase.len()) && phrase.clone().all(is_name)
}

/// Whether a name in capitals stands there: `UNMISS`, `MINUSCA`, the `DPRK`.
fn is_acronym(lexemes: &Lexemes<'_>, at: usize) -> bool {
    let capitals = |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count();
    lexemes
        .word(at)
        .is_some_and(|word| word.len() > 2 && capitals(word) * 2 > word.len())
}
