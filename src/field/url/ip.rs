//! Addresses of IP as they stand in the place of a host's name: their shape, and nothing of networks.
//! Source: `host` of RFC 3986, section 3.2.2.

/// `192.0.2.7`.
pub(in crate::field) fn is_v4(text: &[u8]) -> bool {
    let is_byte = |part: &[u8]| {
        matches!(
            part,
            [b'0'..=b'9']
                | [b'1'..=b'9', b'0'..=b'9']
                | [b'1', b'0'..=b'9', b'0'..=b'9']
                | [b'2', b'0'..=b'4', b'0'..=b'9']
                | [b'2', b'5', b'0'..=b'5']
        )
    };
    let mut parts = 0;
    text.split(|byte| *byte == b'.').all(|part| {
        parts += 1;
        is_byte(part)
    }) && parts == 4
}

/// `2001:db8::1`, and `::ffff:192.0.2.7`.
pub(super) fn is_v6(text: &[u8]) -> bool {
    match text.windows(2).position(|two| two == b"::") {
        None => groups(text, true) == Some(8),
        Some(gap) => {
            let (before, after) = (text.get(..gap), text.get(gap + 2..));
            let before = groups(before.unwrap_or_default(), false);
            let after = groups(after.unwrap_or_default(), true);
            // The gap stands for a group at least.
            before.zip(after).is_some_and(|(before, after)| before + after < 8)
        }
    }
}

/// How many groups of 16 bits there are; an address of IPv4 may be the last two.
fn groups(text: &[u8], may_end_in_v4: bool) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let (mut count, mut ended) = (0, false);
    for part in text.split(|byte| *byte == b':') {
        if ended {
            return None;
        }
        if (1..=4).contains(&part.len()) && part.iter().all(u8::is_ascii_hexdigit) {
            count += 1;
        } else if may_end_in_v4 && is_v4(part) {
            count += 2;
            ended = true;
        } else {
            return None;
        }
    }
    Some(count)
}

#[cfg(not(target_arch = "wasm32"))]
#[cfg(test)]
mod tests {
    use super::*;
    use core::net::{Ipv4Addr, Ipv6Addr};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 4096,
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn std_says_so_too(
            v4 in "([0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9.]{1,16}",
            v6 in "([0-9a-f]{1,5}:){7}[0-9a-f]{1,4}|(([0-9A-F]{1,4}:){0,7}|:):([0-9a-g]{1,4}:){0,6}([0-9a-f]{0,4}|1\\.2\\.3\\.4)|[:1.]{0,20}",
        ) {
            prop_assert_eq!(is_v4(v4.as_bytes()), v4.parse::<Ipv4Addr>().is_ok(), "{}", v4);
            prop_assert_eq!(is_v6(v6.as_bytes()), v6.parse::<Ipv6Addr>().is_ok(), "{}", v6);
        }
    }
}
