//! The acts that `to:`, `does:` and `due:` ask for, and what is said of one of these that names nothing.
//!
//! Who is asked, what is done and by when must hold of one and the same act. Of several of one kind any will do.

use crate::search::acts::{ActField, ActTable, FIELDS, NotedAct, ReadActs};
use crate::search::answer::Searched;
use crate::search::answer::scope::absent;
use crate::search::index::paragraphs::Paragraphs;
use crate::search::index::paragraphs::id::ParagraphId;
use crate::search::query::{AnnexWord, AskedPeriod, Bounds, Limits, Query};
use crate::search::words::tokens;
use crate::text::model::ResolutionId;

/// The acts of the corpus, as far as they were asked for.
#[derive(Debug, Default)]
pub(in crate::search) struct ActDesk {
    table: ActTable,
    /// By resolution, whether its acts are in the table, and whether its language is read; none where it was not asked.
    known: Vec<Option<bool>>,
}

/// By what is said in each field, whether it is asked for.
type IsAsked = [Vec<bool>; FIELDS];

/// What the rows of a list are to have: operators of the finder, and words.
#[derive(Debug)]
pub struct RowQuery(Query);

/// Acts of a list, as operators ask for them.
#[derive(Debug)]
pub struct ListedActs {
    table: ActTable,
    count: usize,
}

impl RowQuery {
    /// Reads what is typed, however far it is.
    ///
    /// ```
    /// use resolut::search::RowQuery;
    ///
    /// let query = RowQuery::read("does:report year:2009 gender ");
    /// assert_eq!(query.words(), "gender");
    /// assert!(query.holds_day(Some("2009-12-17")) && !query.holds_day(Some("2008-12-17")));
    /// ```
    pub fn read(typed: &str) -> Self {
        Self(Query::read_typed(typed, AnnexWord::IsWord))
    }

    /// What is typed beside the operators.
    pub fn words(&self) -> String {
        let words = self.0.words.iter().map(|asked| asked.typed.as_str());
        let phrases = self.0.phrases.iter().flat_map(|phrase| &phrase.words);
        let words: Vec<_> = words.chain(phrases.map(String::as_str)).collect();
        words.join(" ")
    }

    /// How many of the rows that are not `left` come again and again, and would be left if that had a day; none where no day
    /// is asked for. Which rows fit a query is told by `asked`.
    ///
    /// ```
    /// use resolut::search::RowQuery;
    ///
    /// let recurring = |typed| RowQuery::read(typed).recurring(&[false], |_| true, |_| vec![true]);
    /// assert_eq!(recurring("due:2009 gender "), 1);
    /// assert_eq!(recurring("due:session gender "), 0);
    /// ```
    pub fn recurring(
        &self,
        left: &[bool],
        recurs: impl Fn(usize) -> bool,
        asked: impl Fn(&Self) -> Vec<bool>,
    ) -> usize {
        let Some(at_any_time) = self.at_any_time() else {
            return 0;
        };
        let asked = asked(&at_any_time).into_iter().zip(left).enumerate();
        let more =
            asked.filter(|(row, (is_asked, is_left))| *is_asked && !**is_left && recurs(*row));
        more.count()
    }

    /// The same whenever it is due; none where no day is asked for.
    fn at_any_time(&self) -> Option<Self> {
        let mut query = self.0.clone();
        let due = &mut query.bounds.only.due;
        let count = due.len();
        due.retain(|asked| asked.period.is_none());
        (due.len() < count).then_some(Self(query))
    }

    /// Whether what was adopted on a day, ISO 8601, is asked for.
    pub fn holds_day(&self, day: Option<&str>) -> bool {
        let limits = &self.0.bounds.only;
        let holds = |asked: &AskedPeriod| {
            let period = asked.period.as_ref();
            period.is_some_and(|period| period.holds(day))
        };
        (limits.days.is_empty() || limits.days.iter().any(holds)) && limits.spans.iter().all(holds)
    }
}

impl ListedActs {
    /// Takes the acts of a list.
    pub fn of<'a>(acts: impl Iterator<Item = &'a NotedAct>) -> Self {
        let mut table = ActTable::default();
        let mut count = 0;
        for (act, owner) in acts.zip(0..) {
            table.add(owner, act);
            count += 1;
        }
        Self { table, count }
    }

    /// Which of them are asked for, and what is said of operators that name nothing.
    pub fn asked(&self, query: &RowQuery) -> (Vec<bool>, Vec<String>) {
        let mut absent = Vec::new();
        let are_asked = owners(&self.table, &query.0.bounds, self.count, &mut absent);
        (are_asked, absent)
    }
}

impl ActDesk {
    /// By paragraph, whether an act of it is asked for; only resolutions that are `wanted` are looked at.
    pub(super) fn paragraphs(
        &mut self,
        searched: Searched<'_>,
        bounds: &Bounds,
        wanted: &dyn Fn(ResolutionId) -> bool,
        absent: &mut Vec<String>,
    ) -> Vec<bool> {
        let paragraphs = &searched.index.paragraphs;
        self.known.resize(searched.corpus.resolutions().len(), None);
        let wanted = || paragraphs.resolutions().filter(|&id| wanted(id));
        for id in wanted() {
            if self.known[id.0 as usize].is_none() {
                let read: Option<ReadActs> = searched.acts;
                let acts = read.and_then(|read| read(searched.corpus, id));
                self.known[id.0 as usize] = Some(acts.is_some());
                self.add(paragraphs, id, &acts.unwrap_or_default());
            }
        }
        if wanted().any(|id| self.known[id.0 as usize] == Some(true)) {
            return owners(&self.table, bounds, paragraphs.len(), absent);
        }
        absent.push("only English texts are read for `to:`, `does:` and `due:`".to_owned());
        vec![false; paragraphs.len()]
    }

    /// Adds the acts of a resolution to the table.
    fn add(&mut self, paragraphs: &Paragraphs, id: ResolutionId, acts: &[NotedAct]) {
        let mut places = ParagraphId::each(paragraphs.of(id)).peekable();
        for act in acts {
            let is_before = |one: &ParagraphId| paragraphs.place(*one).index() < act.paragraph;
            while places.next_if(is_before).is_some() {}
            if let Some(owner) = places.peek() {
                self.table.add(owner.0, act);
            }
        }
    }
}

/// By owner, whether an act of it is asked for.
fn owners(table: &ActTable, bounds: &Bounds, count: usize, absent: &mut Vec<String>) -> Vec<bool> {
    let without = asked(table, &bounds.without, &mut Vec::new());
    let only = asked(table, &bounds.only, absent);
    let mut are_asked = vec![only.is_empty(); count];
    for (owner, said) in table.each() {
        if !only.is_empty() && only.iter().all(|one| holds(one, said)) {
            are_asked[owner as usize] = true;
        }
    }
    for (owner, said) in table.each() {
        if without.iter().any(|one| holds(one, said)) {
            are_asked[owner as usize] = false;
        }
    }
    are_asked
}

/// Whether something that is said of an act is asked for.
fn holds(asked: &IsAsked, said: &[(ActField, u32)]) -> bool {
    let is_asked = |&(field, number): &(ActField, u32)| {
        asked[field as usize].get(number as usize) == Some(&true)
    };
    said.iter().any(is_asked)
}

/// What is asked for, kind by kind.
fn asked(table: &ActTable, limits: &Limits, absent: &mut Vec<String>) -> Vec<IsAsked> {
    let mut each = Vec::new();
    for (field, what, names) in [
        (ActField::To, "addressee", &limits.to),
        (ActField::Does, "act", &limits.does),
    ] {
        let said = table.said(field);
        let mut is_asked = IsAsked::default();
        let start = field == ActField::Does;
        for name in names {
            let named = named(&said, behind_article(&name.words), start);
            if !named.contains(&true) {
                absent.push(absent::act(what, &said, name));
            }
            add(&mut is_asked[field as usize], named);
        }
        if !names.is_empty() {
            each.push(is_asked);
        }
    }
    if !limits.due.is_empty() {
        each.push(due(table, &limits.due, absent));
    }
    each
}

/// Addressees stand without their article.
fn behind_article(words: &[String]) -> &[String] {
    match words {
        [article, rest @ ..] if article == "the" && !rest.is_empty() => rest,
        words => words,
    }
}

/// What is due then: on a day of a period, or by words that are printed.
fn due(table: &ActTable, asked: &[AskedPeriod], absent: &mut Vec<String>) -> IsAsked {
    let (days, said) = (table.said(ActField::Day), table.said(ActField::Due));
    let mut is_asked = IsAsked::default();
    for one in asked {
        let (field, are_due) = if let Some(period) = &one.period {
            let within = days.iter().map(|day| period.holds(Some(day)));
            (ActField::Day, within.collect())
        } else {
            let words = tokens::words(&one.typed);
            (ActField::Due, named(&said, &words, false))
        };
        if !add(&mut is_asked[field as usize], are_due) {
            absent.push(absent::due(&days, &said, one));
        }
    }
    is_asked
}

/// Adds what is asked for as well; tells whether that is anything.
fn add(all: &mut Vec<bool>, further: Vec<bool>) -> bool {
    let is_any = further.contains(&true);
    all.resize(further.len(), false);
    for (one, other) in all.iter_mut().zip(further) {
        *one |= other;
    }
    is_any
}

/// Of what is said, which has words that begin so: at its start, or anywhere.
fn named(said: &[String], words: &[String], at_start: bool) -> Vec<bool> {
    let words = [" ", &words.join(" ")].concat();
    let is_named = |said: &String| {
        let said = [" ", said].concat();
        if at_start {
            said.starts_with(&words)
        } else {
            said.contains(&words)
        }
    };
    said.iter().map(is_named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn act(verb: &str, addressee: &str, due: &str, day: &str) -> NotedAct {
        let list = |one: &str| Vec::from_iter((!one.is_empty()).then(|| one.to_owned()));
        NotedAct {
            verb: verb.to_owned(),
            addressees: list(addressee),
            is_report: !due.is_empty(),
            due: list(due),
            days: list(day),
            ..NotedAct::default()
        }
    }

    fn chosen(query: &str) -> String {
        let acts = [
            act(
                "requests",
                "Secretary-General",
                "by 15 June 2005",
                "2005-06-15",
            ),
            act("calls upon", "all Member States", "", ""),
            act("requests", "Member States", "to the 35th Session", ""),
        ];
        let listed = ListedActs::of(acts.iter());
        let (are_asked, absent) = listed.asked(&RowQuery::read(query));
        let numbers = (1..).zip(are_asked).filter(|(_, is_asked)| *is_asked);
        let numbers: Vec<String> = numbers.map(|(number, _)| number.to_string()).collect();
        [numbers.join(" "), absent.join("; ")].join("|")
    }

    #[test]
    fn an_act_is_chosen_by_whom_it_asks_what_it_does_and_when_it_is_due() {
        for (query, expected) in [
            ("to:secretary-general", "1|"),
            ("to:states", "2 3|"),
            ("to:\"member states\" does:requests", "3|"),
            ("does:report", "1 3|"),
            ("does:\"calls upon\"", "2|"),
            ("does:upon", "|no act upon"),
            ("due:2005", "1|"),
            ("due:2005-06-16..2006", "|no act due 2005-06-16..2006: 2005"),
            ("due:\"35th session\"", "3|"),
            ("-to:states", "1|"),
            ("to:states -does:report", "2|"),
            ("to:secretary to:states", "1 2 3|"),
            ("fund", "1 2 3|"),
        ] {
            assert_eq!(chosen(query), expected, "{query}");
        }
    }

    #[test]
    fn what_names_nothing_is_told_with_what_comes_nearest() {
        for (query, expected) in [
            (
                "to:secretary-generl ",
                "|no addressee with \"generl\": general?",
            ),
            ("does:requsts ", "|no act requsts: requests?"),
            ("due:sesion ", "|nothing is due \"sesion\": session?"),
            ("due:1999 ", "|no act due 1999: 2005"),
        ] {
            assert_eq!(chosen(query), expected, "{query}");
        }
    }
}
