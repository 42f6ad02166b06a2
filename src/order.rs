//! Lists put in order, by numbers or by the bytes of texts.
//!
//! The library's sort is compiled anew for each type and comparison, at 4 to 8 KB a time; a twentieth of
//! the binary was sorts. So there are two of them here, and all lists go through these.

/// Puts items in the ascending order of their keys; items with equal keys keep theirs.
pub fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let mut places = places(items.iter().map(key).collect());
    for item in 0..items.len() {
        while places[item] != item {
            let place = places[item];
            items.swap(item, place);
            places.swap(item, place);
        }
    }
}

/// Where each of the keys stands once they are in order.
fn places(keys: Vec<u64>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    let mut places = vec![0; order.len()];
    for (place, (_, item)) in order.into_iter().enumerate() {
        places[item] = place;
    }
    places
}

/// The numbers of so many texts, in the order of the bytes of the texts; equal ones as they stand.
pub fn of_texts<'t>(count: usize, text: &dyn Fn(u32) -> &'t [u8]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(count).collect();
    order.sort_unstable_by(|&one, &other| text(one).cmp(text(other)).then(one.cmp(&other)));
    order
}

/// A key that puts the higher of two scores first, and of two equal ones the one with the lower number.
pub fn best_first(score: f32, number: u32) -> u64 {
    let bits = score.to_bits();
    let ascending = if score.is_sign_negative() {
        !bits
    } else {
        bits | 1 << 31
    };
    u64::from(!ascending) << 32 | u64::from(number)
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
        let texts = ["b", "", "ab", "b", "a"];
        let order = of_texts(5, &|number| texts[number as usize].as_bytes());
        assert_eq!(order, [1, 4, 2, 0, 3]);
    }
}
