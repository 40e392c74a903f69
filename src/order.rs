//! Things in order, and which of them come a second time: one sort for all kinds of things, which knows
//! nothing of them but their places.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

/// The places of so many things in their order; of two that are the same, the earlier place comes first.
#[must_use]
pub(crate) fn order(count: usize, is_before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for run in places.chunks(width * 2) {
            let (mut left, mut right) = run.split_at_checked(width).unwrap_or((run, &[]));
            while let ([first, after_first @ ..], [second, after_second @ ..]) = (left, right) {
                if is_before(*second, *first) {
                    merged.push(*second);
                    right = after_second;
                } else {
                    merged.push(*first);
                    left = after_first;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        width *= 2;
    }
    places
}

/// For each text the place of the first that is the same.
#[must_use]
pub(crate) fn firsts(texts: &[Cow<'_, str>]) -> Vec<usize> {
    let mut firsts = vec![0; texts.len()];
    let mut first = 0;
    for place in order(texts.len(), &|a, b| texts.get(a) < texts.get(b)) {
        if texts.get(place) != texts.get(first) {
            first = place;
        }
        if let Some(found) = firsts.get_mut(place) {
            *found = first;
        }
    }
    firsts
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_order_is_that_of_a_stable_sort(things in proptest::collection::vec(0_u8..20, 0..70)) {
            let mut expected: Vec<usize> = (0..things.len()).collect();
            expected.sort_by_key(|place| things[*place]);
            prop_assert_eq!(order(things.len(), &|a, b| things[a] < things[b]), expected);
        }

        #[test]
        fn the_first_of_the_same_is_found(things in proptest::collection::vec("[ab]{0,2}", 0..20)) {
            let texts: Vec<Cow<'_, str>> = things.iter().map(Into::into).collect();
            let first = |thing| things.iter().position(|one| one == thing).unwrap();
            prop_assert_eq!(firsts(&texts), things.iter().map(first).collect::<Vec<_>>());
        }
    }
}
