//! What each piece of evidence is worth to the finder, and how far it looks.
//!
//! A quality is a share from 0 to 1: how surely a word of the corpus is meant by a word that was typed. The weight
//! of a word is the logarithm of its rarity: 0 where it stands in all texts, 9 where it stands in one of ten
//! thousand. The score of a text is the sum of the weights of its words, each times its quality.
//!
//! To try other numbers, change them here and run `cargo test questions -- --nocapture`, which prints what is
//! answered, and `cargo bench finder`. They are constants because a struct would go through forty functions.

/// The quality of the word itself.
pub(super) const EXACT: f32 = 1.0;
/// The quality of a word of which only a small beginning is typed.
pub(super) const PREFIX_LEAST: f32 = 0.6;
/// The quality of a word of which nearly all letters are typed; between the two it follows their share.
pub(super) const PREFIX_MOST: f32 = 0.92;
/// What is left of that where the beginning is a word itself: a reader who types `right` seldom means `rights`.
pub(super) const BEYOND_WORD: f32 = 0.65;
/// The quality of the other ways to write a number: `8` for `8th`, `five` for `5`.
pub(super) const NUMERAL: f32 = 0.9;
/// What is left of a slip's quality in a word that the corpus knows: it was hardly mistyped.
pub(super) const SLIP_OF_KNOWN: f32 = 0.5;
/// Numbers shorter than this are not taken for the beginning of longer ones.
pub(super) const SHORTEST_NUMBER: usize = 3;
/// The quality of another form of the word, with six tenths of it certain and the rest by the letters they share.
pub(super) const INFLECTED: f32 = 0.6;
/// The quality of a word that was mistyped, by the number of slips.
pub(super) const WHOLE_SLIP: [f32; 3] = [1.0, 0.75, 0.5];
/// The quality of a word of which a beginning was mistyped, by the number of slips.
pub(super) const BEGINNING_SLIP: [f32; 3] = [0.6, 0.4, 0.35];
/// Beginnings shorter than this, in characters, are not forgiven one slip, or two.
pub(super) const LEAST_BEGINNING: [usize; 3] = [0, 5, 9];
/// In beginnings shorter than this a slip is less likely than another word that the corpus does not have.
pub(super) const LIKELY_BEGINNING: usize = 8;
/// What is left of a slip's quality in the first letter, which is seldom mistyped.
pub(super) const OTHER_FIRST_LETTER: f32 = 0.8;
/// A word of this many characters is forgiven an exchange and nothing else: `teh`.
pub(super) const SHORTEST_EXCHANGED: usize = 3;
/// The quality of a word whose letters were typed in their order with none left out.
pub(super) const BY_LETTERS: f32 = 0.65;
/// Words shorter than this, in characters, are not looked for by their letters: those stand in any word.
pub(super) const FEWEST_LETTERS: usize = 4;
/// Guesses by letters that are worse are dropped: anything contains four letters in some order.
pub(super) const LEAST_BY_LETTERS: f32 = 0.08;
/// How many guesses by letters are kept: the best.
pub(super) const MOST_BY_LETTERS: usize = 40;
/// What a consonant left out costs, as a share of the best score. Abbreviations drop vowels.
pub(super) const LOST_CONSONANT: f32 = 0.11;
/// What a vowel left out costs.
pub(super) const LOST_VOWEL: f32 = 0.0275;
/// How much of its cost a letter keeps behind the last one typed: the word may not be typed to its end.
pub(super) const UNTYPED_TAIL: f32 = 0.5;

/// Two words that were typed apart stand for the joined one nearly as well as it would itself.
pub(super) const JOINED: f32 = 0.95;
/// A word one slip from a known word is parted all the same, where both parts stand in this many times more
/// texts: `forthe` is `for the`, not `forth`.
pub(super) const LIKELIER_PARTED: usize = 4;
/// A known word this many times rarer than its parts is parted as well: `ofthe` stands in `state-of-the-art`.
pub(super) const FAR_LIKELIER: usize = 1000;
/// Words shorter than this, in bytes, are not parted.
pub(super) const SHORTEST_RUN: usize = 5;
/// Words are not parted into parts shorter than this, in bytes.
pub(super) const SHORTEST_PARTED: usize = 2;
/// Ways nearly as good as the best count as the same thing when rarity is judged: otherwise a rare
/// misspelling in the corpus would weigh more than the word.
pub(super) const OF_ONE_GROUP: f32 = 0.8;
/// A number that names a resolution weighs at least this much: in its paragraphs it need not be written.
pub(super) const NUMBER_WEIGHT: f32 = 6.0;
/// A word in more than this share of the texts does not choose any; it only ranks them.
pub(super) const COMMON_WORD: f32 = 0.2;
/// The quality of a resolution's number in its own paragraphs: the share of the word's weight that it counts.
pub(super) const ITS_NUMBER: f32 = 1.6;
/// The quality of a year in the paragraphs of that year, in the same unit.
pub(super) const ITS_YEAR: f32 = 0.5;

/// How much less a word counts in a long text: little, for a reader who types three words of a paragraph
/// means a long one nearly as often. How often it stands there does not count at all; both were
/// measured.
pub(super) const LENGTH_COUNTS: f32 = 0.1;
/// How many texts are read to be ranked.
pub(super) const LOOKED_AT: usize = 100;
/// How many texts are compared by more than their rarest word; those beyond are only counted.
pub(super) const CANDIDATES: usize = 2048;
/// Postings read of each further word to compare them: the best ways first.
pub(super) const MOST_COMPARED: usize = 5_000;
/// What reading postings may cost for one term where some words are enough: nothing is counted there.
pub(super) const MOST_NEARBY: usize = 40_000;
/// Reading a text word by word costs about this many postings for each of its bytes.
pub(super) const COST_OF_READING: f32 = 1.5;
/// What a wording gains where other paragraphs repeat it, as a share of its score, by the logarithm of
/// their count: what stands in five places is likelier one of those that are looked for.
pub(super) const AGREED_LANGUAGE: f32 = 0.04;
/// More repeats of a wording than this count no more.
pub(super) const MOST_AGREED: usize = 32;
/// What a wording loses where it opens with no verb: headings and annexes are read less than provisions.
pub(super) const VERBLESS: f32 = 0.05;
/// What a row with a variant beside it loses, as a share of its score: less than any word is worth.
pub(super) const HAS_VARIANT: f32 = 0.04;
/// Rows with less than this share of the best score do not fit as well.
pub(super) const FITS_AS_WELL: f32 = 0.92;
/// How many of the first rows are compared, each with each.
pub(super) const COMPARED_VARIANTS: usize = 20;
/// A text that shares more than this share of another's triples is a variant of it.
pub(super) const SHARED_SHARE: f32 = 0.6;

/// What two neighbours of the query side by side in the text add, as a share of their mean weight.
pub(super) const SIDE_BY_SIDE: f32 = 0.4;
/// What is left of that with up to three words between them.
pub(super) const NEARLY_SIDE_BY_SIDE: f32 = 0.4;
/// The distance in words up to which two stand nearly side by side.
pub(super) const STILL_NEAR: i32 = 4;
/// What is left of that however many stand between: words are mostly typed in the order in which they were
/// read.
pub(super) const IN_ORDER: f32 = 0.3;
/// What the whole query as one run of words adds, as a share of its weight.
pub(super) const WHOLE_RUN: f32 = 0.5;
/// What a narrow window that holds all terms found adds.
pub(super) const NARROW_WINDOW: f32 = 0.15;
/// The least weight of a word in a run: phrases are made of common words as well.
pub(super) const LEAST_WEIGHT: f32 = 0.8;
/// Only words this certain make a run.
pub(super) const OF_A_RUN: f32 = 0.75;
/// Matches at most this many words apart are shown together.
pub(super) const TOGETHER: u32 = 4;

/// Fewer rows than this are followed by guesses.
pub(super) const FEW_ROWS: usize = 12;
/// In a query of at least this many words one may be wrong, even if some paragraph has them all.
pub(super) const MANY_WORDS: usize = 4;
/// How many of the nearest paragraphs are listed where none has all words.
pub(super) const NEAREST: usize = 50;
/// How many names stand before the paragraphs; the others stand behind them.
pub(super) const NAMES_FIRST: usize = 5;
/// What each better kind of row adds to its score: more than any words are worth.
pub(super) const BETTER_KIND: f32 = 10_000.0;
/// With fewer names than this no name is too common to be listed.
pub(super) const FEW_NAMES: usize = 24;
/// How many names have their matches marked: more are not on one screen.
pub(super) const MARKED_NAMES: usize = 200;
/// Guesses by letters worse than this find no name.
pub(super) const LEAST_NAME_GUESS: f32 = 0.5;
