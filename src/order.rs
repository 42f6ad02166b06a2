//! Lists put in order, by numbers or by the bytes of texts.
//!
//! The library's sort is compiled anew for each type and comparison, at 4 to 8 KB a time; a twentieth of
//! the binary was sorts. So there are two of them here, and all lists go through these.

/// Puts items in the ascending order of their keys; items with equal keys keep theirs.
pub fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let order = of_keys(items.iter().map(key).collect());
    arrange(items, places(&order));
}

/// Puts items in the order of the bytes of their texts; items with equal texts keep theirs.
pub fn sort_by_text<T>(items: &mut [T], text: impl Fn(&T) -> &[u8]) {
    let order = of_texts(items.len(), &|item| text(&items[item as usize]));
    arrange(items, places(&order));
}

/// The numbers of so many texts, in the order of their bytes; equal ones as they stand.
pub fn of_texts<'t>(count: usize, text: &dyn Fn(u32) -> &'t [u8]) -> Vec<u32> {
    // Most texts differ in their first bytes, and those are compared as one number.
    let keyed = (0..).take(count).map(|item| (opening(text(item)), item));
    let mut order: Vec<(u64, u32)> = keyed.collect();
    order.sort_unstable_by(|one, other| {
        let rest = || text(one.1).cmp(text(other.1));
        one.0
            .cmp(&other.0)
            .then_with(rest)
            .then(one.1.cmp(&other.1))
    });
    order.into_iter().map(|(_, item)| item).collect()
}

/// The first eight bytes of a text as a number, in whose order they stand.
fn opening(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (byte, &letter) in bytes.iter_mut().zip(text) {
        *byte = letter;
    }
    u64::from_be_bytes(bytes)
}

fn of_keys(keys: Vec<u64>) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, item)| item).collect()
}

/// Where each item goes, of those that are to stand in this order.
fn places(order: &[u32]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (place, &item) in order.iter().enumerate() {
        places[item as usize] = place;
    }
    places
}

fn arrange<T>(items: &mut [T], mut places: Vec<usize>) {
    for item in 0..items.len() {
        while places[item] != item {
            let place = places[item];
            items.swap(item, place);
            places.swap(item, place);
        }
    }
}

/// Keeps so many items at the most, those with the lowest keys, as they stand; of which no two are the same.
pub fn keep_lowest<T>(items: &mut Vec<T>, wanted: usize, key: impl Fn(&T) -> u64) {
    if items.len() > wanted {
        let mut keys: Vec<u64> = items.iter().map(&key).collect();
        let (_, &mut bound, _) = keys.select_nth_unstable(wanted);
        items.retain(|item| key(item) < bound);
    }
}

/// Two numbers as one: pairs stand in the order of the first, then of the second.
pub fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

/// A key that puts the higher of two scores first, and of two equal ones the one with the lower number.
pub fn best_first(score: f32, number: u32) -> u64 {
    pair(falling(score), number)
}

/// A number that is the lower, the higher the score.
pub fn falling(score: f32) -> u32 {
    let bits = score.to_bits();
    if score.is_sign_negative() {
        bits
    } else {
        !bits & u32::MAX >> 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn equal_keys_keep_their_order(mut items in prop::collection::vec((0_u64..9, any::<u8>()), 0..60)) {
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            sort_by(&mut items, |item| item.0);
            prop_assert_eq!(items, sorted);
        }

        #[test]
        fn scores_fall_and_numbers_rise(mut rows in prop::collection::vec((any::<f32>(), any::<u32>()), 0..60)) {
            let mut sorted = rows.clone();
            sorted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            sort_by(&mut rows, |&(score, number)| best_first(score, number));
            prop_assert_eq!(format!("{rows:?}"), format!("{sorted:?}"));
        }
    }

    #[test]
    fn texts_stand_by_their_bytes() {
        let mut texts = ["b", "", "ab", "b", "a"];
        let order = of_texts(5, &|number| texts[number as usize].as_bytes());
        assert_eq!(order, [1, 4, 2, 0, 3]);
        sort_by_text(&mut texts, |text| text.as_bytes());
        assert_eq!(texts, ["", "a", "ab", "b", "b"]);
    }

    #[test]
    fn the_lowest_are_kept_where_they_stand() {
        for (wanted, kept) in [
            (0, &[][..]),
            (2, &[3, 1]),
            (4, &[5, 3, 9, 1]),
            (7, &[5, 3, 9, 1]),
        ] {
            let mut items = vec![5_u64, 3, 9, 1];
            keep_lowest(&mut items, wanted, |&item| item);
            assert_eq!(items, kept, "{wanted}");
        }
    }
}
