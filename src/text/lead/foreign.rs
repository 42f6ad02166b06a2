//! The verb phrase that a text in another language than English opens with, by the tables of [`languages`](super::languages).
//!
//! It is the verb with what may stand before it, and behind it what belongs to it: `с удовлетворением принимая к
//! сведению`, `mit dem Ausdruck seiner tiefen Besorgnis`, `وإذ يعيد تأكيد`.

use super::languages::{LeadForms, WordTable, forms};
use super::{LeadWord, each_word};
use crate::text::language::Language;

/// Where the verb phrase ends that a text opens with; none where it opens with none that is known.
pub(super) fn end(text: &str) -> Option<usize> {
    let first = text.chars().find(|c| c.is_alphabetic())?;
    let languages: &[Language] = match first {
        '\u{400}'..='\u{52f}' => &[Language::Russian],
        '\u{600}'..='\u{6ff}' => &[Language::Arabic],
        '\u{3400}'..='\u{9fff}' => &[Language::Chinese],
        _ => &[Language::French, Language::Spanish, Language::German],
    };
    let words: Vec<LeadWord<'_>> = each_word(text).collect();
    let mut ends = languages.iter().map(|&language| {
        let forms = forms(language)?;
        if forms.unparted {
            end_of_beginning(text, forms)
        } else {
            end_of_phrase(&words, forms)
        }
    });
    ends.find_map(|end| end)
}

fn end_of_phrase(words: &[LeadWord<'_>], forms: &LeadForms) -> Option<usize> {
    let lower = words.iter().map(|word| &*word.lower);
    // `s’inquiétant`
    let whole = lower.map(|word| word.rsplit(['’', '\'']).next().unwrap_or(word));
    let (mut at, ..) = forms.verb_at(whole)?;
    if forms.openers.contains(&words[at].lower) && !words[at].stops {
        let is_small = |word: &&LeadWord<'_>| {
            !word.capitalised && !word.stops && word.lower.starts_with(char::is_lowercase)
        };
        at += 1 + words[at + 1..].iter().take_while(is_small).count();
    }
    let mut end = words.get(at)?.end;
    let mut next = at + 1;
    while next < words.len() && !words[next - 1].stops {
        if let Some(count) = behind(words.get(next..)?, forms) {
            next += count;
            end = words[next - 1].end;
        } else if forms.within.contains(&words[next].lower) {
            next += 1;
        } else {
            break;
        }
    }
    Some(end)
}

/// How many words of these belong to the verb before them.
fn behind(words: &[LeadWord<'_>], forms: &LeadForms) -> Option<usize> {
    let phrases = forms.behind.iter().map(|phrase| phrase.split('_'));
    let fits = phrases.filter_map(|phrase| {
        let count = phrase.clone().count();
        let begins = words.get(..count)?;
        let same = begins.iter().map(|word| &*word.lower).eq(phrase);
        let parted = begins.iter().rev().skip(1).any(|word| word.stops);
        (same && !parted).then_some(count)
    });
    fits.max()
}

/// The same where no spaces part words: `强烈谴责`, `关切地注意到`.
fn end_of_beginning(text: &str, forms: &LeadForms) -> Option<usize> {
    let listed = |table: &WordTable, at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        let words = table.iter().filter(|word| rest.starts_with(word));
        words.map(|word| at + word.len()).max()
    };
    let mut end = 0;
    while let Some(next) = listed(&forms.before, end) {
        end = next;
    }
    end = listed(&forms.preambular, end).unwrap_or(end);
    loop {
        let within = listed(&forms.within, end).unwrap_or(end);
        match listed(&forms.behind, within).filter(|_| end > 0) {
            Some(next) => end = next,
            None => break,
        }
    }
    (end > 0).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::text::lead::lead_verb;

    #[test]
    fn in_another_language_the_verb_phrase_is_more_than_its_first_word() {
        for (lead, rest) in [
            ("Вновь подтверждая", " свои резолюции"),
            ("с глубокой обеспокоенностью отмечая", " рост"),
            ("Принимая к сведению", " доклад"),
            ("Выражая серьезную озабоченность", " по поводу"),
            ("будучи глубоко обеспокоен", " положением"),
            ("Самым настоятельным образом призывает", " все стороны"),
            ("Принимает к сведению", " доклад"),
            ("Постановляет далее", " рассмотреть"),
            ("unter Hinweis", " auf seine Resolutionen"),
            (
                "Mit dem Ausdruck seiner tiefen Besorgnis",
                " über den Nebel",
            ),
            ("In dem Bewusstsein", ", dass der Nebel bleibt"),
            ("mit Dank Kenntnis nehmend", " von dem Bericht"),
            ("Tätig werdend", " nach Kapitel VII"),
            ("Daran erinnernd", ", dass"),
            ("Nimmt davon Kenntnis", ", dass"),
            ("Fordert mit allem Nachdruck", " die Häfen auf"),
            ("وإذ يعيد تأكيد", " قراراته"),
            ("وإذ يعرب عن بالغ القلق", " إزاء"),
            ("يؤكد من جديد", " التزامه"),
            ("يطلب كذلك", " إلى الأمين"),
            ("强烈谴责", "袭击港口"),
            ("关切地注意到", "港口的灯"),
            ("还决定", "继续处理"),
            ("表示严重关切", "港口"),
            ("Se félicite également", " du rapport"),
            ("Prenant note avec satisfaction", " du rapport"),
            ("S’inquiétant", " de la brume"),
            ("Ayant examiné", " le rapport"),
            ("Acogiendo con beneplácito", " el informe"),
            ("Toma nota", " del informe"),
            ("Poniendo de relieve", " el informe"),
            ("Se déclarant profondément préoccupé", " par la brume"),
        ] {
            let text = format!("{lead}{rest}");
            assert_eq!(lead_verb(&text), lead, "{text}");
        }
    }
}
