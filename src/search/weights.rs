//! What each piece of evidence is worth to the finder ([`Weights`]), and how far it looks (the limits).

/// What each piece of evidence is worth.
///
/// A *quality* is a share from 0 to 1: how surely a word of the corpus is meant by a word that was typed. The *weight*
/// of a word is the natural logarithm of its rarity: 0 where it stands in all texts, 9 where it stands in one of ten
/// thousand. The *score* of a text is the sum of the weights of its words, each times its quality.
///
/// The defaults were tuned on known items. To try others, give a finder its own and compare what it answers; here a
/// slip in a word that the corpus does not have is no longer worth more than letters left out:
///
/// ```
/// use resolut::bundle;
/// use resolut::search::{Finder, Index, Question, Weights};
///
/// let corpus = bundle::corpus();
/// let question = Question { query: "kashmr", open: None, limit: 1 };
/// let score = |weights| {
///     let mut finder = Finder::with_weights(&corpus, Index::build(&corpus), weights);
///     finder.find(&question).hits[0].score
/// };
/// let usual = score(Weights::default());
/// let strict = score(Weights { slips: [1.0, 0.1, 0.1], ..Weights::default() });
/// assert!(strict < usual);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Quality of a word that is typed up to its first letters only.
    pub prefix_least: f32,
    /// Quality of a word that is typed up to its last letters. Between the two, quality follows the share of letters
    /// that are typed.
    pub prefix_most: f32,
    /// Factor on the quality of a longer word where the beginning is a word itself, from 0 to 1: a reader who types
    /// `right` seldom means `rights`.
    pub beyond_word: f32,
    /// The same for the last word of a query, which may still be typed: a reader who types `tradit` has not said which
    /// word it will be, and what was found must not leave the list and come back.
    pub begun_by_last: (f32, f32),
    /// The same of a letter or two of it: they say next to nothing.
    pub begun_by_letters: (f32, f32),
    /// Quality of a letter or two that may go on, where they are a word.
    pub letters: f32,
    /// Quality of the other ways to write a number: `8` for `8th`, `five` for `5`; and of the plural for the singular
    /// and back: `country`, `countries`.
    pub numeral: f32,
    /// Quality of the plural or the singular that has an `s` more or less: `mission`, `missions`.
    pub with_s: f32,
    /// Factor on a slip's quality in a word that the corpus knows, from 0 to 1: it was hardly mistyped.
    pub slip_of_known: f32,
    /// Highest quality of another form of the word. Any form gets six tenths of it; the rest follows the share of
    /// letters that the two forms have in common.
    pub inflected: f32,
    /// Quality of a word that was mistyped, by the number of slips, from none to two.
    pub slips: [f32; 3],
    /// Quality of a word whose beginning was mistyped, by the number of slips, from none to two.
    pub slips_in_beginning: [f32; 3],
    /// Factor on the quality where the first letter is another one, from 0 to 1: it is seldom mistyped.
    pub other_first_letter: f32,
    /// Highest quality of a word that has all typed letters in their order and others between them.
    pub by_letters: f32,
    /// Such words of a lower quality are dropped: four letters stand in almost anything.
    pub least_by_letters: f32,
    /// What a consonant left out costs, as a share of the score of a word with none left out. It costs more than a
    /// vowel, for abbreviations drop vowels.
    pub lost_consonant: f32,
    /// What a vowel left out costs, in the same unit.
    pub lost_vowel: f32,
    /// Factor on the cost of letters behind the last one typed, from 0 to 1: the word may not be typed to its end.
    pub untyped_tail: f32,

    /// Quality of the joined word where two words were typed apart.
    pub joined: f32,
    /// Words of at least this share of the best quality count as one when rarity is judged: otherwise a rare
    /// misspelling in the corpus would weigh more than the word.
    pub of_one_group: f32,
    /// Least weight of a number that names a resolution: in its paragraphs it need not be written.
    pub number: f32,
    /// A word in more than this share of the texts does not choose any; it only ranks them.
    pub common_word: f32,
    /// Quality of a resolution's number in its own paragraphs. It may exceed 1.
    pub its_number: f32,
    /// Quality of a year in the paragraphs of that year.
    pub its_year: f32,

    /// How much less a word counts in a long text, from 0 (not at all) upwards. The default is small: readers who type
    /// three words mean a long paragraph nearly as often as a short one. How often a word stands in a text does not
    /// count at all. Both were measured.
    pub length: f32,
    /// What a wording gains where other paragraphs repeat it, as a share of its score. The share is multiplied by the
    /// natural logarithm of the number of paragraphs: a wording of five is likelier looked for than one of a single one.
    pub agreed_language: f32,
    /// What a wording loses where it opens with no verb, as a share of its score: headings and annexes are read less
    /// than provisions.
    pub verbless: f32,
    /// What a word adds that a text lacks and the title of its resolution has, as a share of the word's weight.
    pub titled: f32,

    /// What a text adds that has the words of a pasted one and no others, as a share of the weight of those that it is
    /// looked for by; less the more they differ.
    pub pasted: f32,

    /// What two neighbours of the query add that are neighbours in the text, as a share of their mean weight.
    pub side_by_side: f32,
    /// Factor on `side_by_side` for two with up to three words between them, from 0 to 1.
    pub nearly_side_by_side: f32,
    /// Factor on `side_by_side` for two in the order of the query, however many words stand between them, from 0 to 1:
    /// words are mostly typed in the order in which they were read.
    pub in_order: f32,
    /// What the whole query as one run of words adds, as a share of its weight.
    pub whole_run: f32,
    /// What a narrow window that holds all terms found adds, as a share of their mean weight.
    pub narrow_window: f32,
    /// Least weight of a word in a run: phrases are made of common words as well.
    pub least_in_run: f32,
    /// Words of a lower quality say nothing of the order of words.
    pub least_in_order: f32,
    /// Words of a lower quality make no run.
    pub of_a_run: f32,
    /// Guesses of a lower quality find no name.
    pub least_name_guess: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            prefix_least: 0.6,
            prefix_most: 0.92,
            beyond_word: 0.65,
            begun_by_last: (0.95, 0.99),
            begun_by_letters: (0.01, 0.05),
            letters: 0.5,
            numeral: 0.9,
            with_s: 0.7,
            slip_of_known: 0.5,
            inflected: 0.6,
            slips: [1.0, 0.75, 0.5],
            slips_in_beginning: [0.6, 0.4, 0.35],
            other_first_letter: 0.8,
            by_letters: 0.65,
            least_by_letters: 0.08,
            lost_consonant: 0.11,
            lost_vowel: 0.0275,
            untyped_tail: 0.5,
            joined: 0.95,
            of_one_group: 0.8,
            number: 6.0,
            common_word: 0.2,
            its_number: 1.6,
            its_year: 0.5,
            length: 0.1,
            agreed_language: 0.04,
            verbless: 0.05,
            titled: 0.7,
            pasted: 2.0,
            side_by_side: 0.4,
            nearly_side_by_side: 0.4,
            in_order: 0.3,
            whole_run: 0.5,
            narrow_window: 0.15,
            least_in_run: 0.8,
            least_in_order: 0.06,
            of_a_run: 0.75,
            least_name_guess: 0.5,
        }
    }
}

/// The quality of the word itself.
pub(super) const EXACT: f32 = 1.0;
/// What each better kind of row adds to its score: more than any words are worth.
pub(super) const BETTER_KIND: f32 = 10_000.0;
/// A word in this many times as many texts is likelier another word than another form of one that is known.
pub(super) const FAR_COMMONER: usize = 8;
/// So many letters begin almost anything.
pub(super) const LETTERS: usize = 2;
/// Numbers shorter than this, in digits, begin no longer number, or may still be typed and are a guess at it.
pub(super) const SHORTEST_NUMBER: usize = 3;
/// The least length of a beginning, in characters, that is forgiven no slip, one or two.
pub(super) const LEAST_BEGINNING: [usize; 3] = [0, 5, 9];
/// A slip in a beginning shorter than this, in characters, is only a guess: another word that the corpus does not have
/// is as likely.
pub(super) const LIKELY_BEGINNING: usize = 8;
/// A word of this many characters is forgiven two letters exchanged, and no other slip: `teh`.
pub(super) const SHORTEST_EXCHANGED: usize = 3;
/// Words shorter than this, in characters, are not looked for as the letters of longer ones: their letters stand in
/// almost any word.
pub(super) const FEWEST_LETTERS: usize = 4;
/// How many guesses by letters are kept: the best.
pub(super) const MOST_BY_LETTERS: usize = 40;
/// A word one slip away from a known word is parted only where both parts stand in more than this many times as many
/// texts: `forthe` is `for the`, not `forth`.
pub(super) const LIKELIER_PARTED: usize = 4;
/// A known word is parted where both parts stand in more than this many times as many texts: `ofthe` stands in
/// `state-of-the-art`.
pub(super) const FAR_LIKELIER: usize = 1000;
/// Words shorter than this, in bytes, are not parted.
pub(super) const SHORTEST_RUN: usize = 5;
/// No word is parted into parts shorter than this, in bytes.
pub(super) const SHORTEST_PARTED: usize = 2;
/// How many texts are read to be ranked.
pub(super) const LOOKED_AT: usize = 100;
/// How many texts are compared by all words of a query. The texts beyond are only counted.
pub(super) const CANDIDATES: usize = 2048;
/// How many postings are read of each word to compare texts: those of the likeliest meanings of the word first.
pub(super) const MOST_COMPARED: usize = 5_000;
/// How many postings are read of one word where a text need not have all words: such texts are not counted.
pub(super) const MOST_NEARBY: usize = 40_000;
/// Finding a text, perhaps in a page that is still in its file, costs about this many postings.
pub(super) const COST_OF_TEXT: f32 = 400.0;
/// Reading a text word by word costs about this many postings for each of its bytes.
pub(super) const COST_OF_READING: f32 = 1.5;
/// More repeats of a wording than this count no more.
pub(super) const MOST_AGREED: usize = 32;
/// Two words of a text at most this many places apart are nearly side by side.
pub(super) const STILL_NEAR: i32 = 4;
/// Matches at most this many words apart are shown together.
pub(super) const TOGETHER: u32 = 4;
/// Fewer rows than this are followed by guesses.
pub(super) const FEW_ROWS: usize = 12;
/// How many words a row may lack where some paragraph has them all; but it has one.
pub(super) const MAY_LACK: usize = 2;
/// How many of the nearest paragraphs are listed where none has all words.
pub(super) const NEAREST: usize = 50;
/// How many names stand before the paragraphs; the others stand behind them.
pub(super) const NAMES_FIRST: usize = 5;
/// With fewer names than this no name is too common to be listed.
pub(super) const FEW_NAMES: usize = 24;
/// How many names have their matches shown: more are not on one screen.
pub(super) const MATCHED_NAMES: usize = 200;
