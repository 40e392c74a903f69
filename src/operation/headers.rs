//! What an answer says of when to come again.

use crate::field::date::Civil;
use crate::http::HttpResponse;
use alloc::vec::Vec;

/// How many milliseconds the server wants to be left alone after it refused a request.
///
/// `Retry-After` is in seconds, or a moment that is held against the server's own `Date`, so that nobody's
/// clock has to be right. Source: RFC 9110, section 10.2.3.
pub(super) fn retry_after(response: &HttpResponse) -> Option<u64> {
    let value = response.header("retry-after")?.trim();
    if let Some(seconds) = number(value) {
        return Some(seconds.saturating_mul(1000));
    }
    let then = http_date(value)?;
    let now = http_date(response.header("date")?.trim())?;
    Some(u64::try_from(then - now).unwrap_or_default() * 1000)
}

/// A number of any length; the largest there is stands for what is larger.
fn number(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

/// What is left of a limit, and in how many milliseconds it starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub(super) requests: u64,
    pub(super) milliseconds: u64,
}

/// Reads `ratelimit: "per-second"; r=9; t=1`. Of several limits the one that is nearest to its end counts.
pub(super) fn left(response: &HttpResponse) -> Option<Left> {
    let limits = response.header("ratelimit")?.split(',').filter_map(|limit| {
        let parameter = |name: char| {
            let mut parts = limit.split(';').map(str::trim);
            parts.find_map(|part| number(part.strip_prefix(name)?.strip_prefix('=')?))
        };
        Some(Left {
            requests: parameter('r')?,
            milliseconds: parameter('t').unwrap_or(1).saturating_mul(1000),
        })
    });
    limits.min_by_key(|left| left.requests)
}

/// Seconds of `Sun, 06 Nov 1994 08:49:37 GMT`, since 1970. The two older forms are not read.
fn http_date(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (_, rest) = text.split_once(", ")?;
    let parts: Vec<&str> = rest.strip_suffix(" GMT")?.split([' ', ':']).collect();
    let [day, month, year, hour, minute, second] = parts[..] else { return None };
    let month = (1..).zip(MONTHS).find(|(_, name)| *name == month)?.0;
    let date = Civil::date(year.parse().ok()?, month, day.parse().ok()?).ok()?;
    let [hour, minute, second] = [hour, minute, second].map(str::parse);
    Some(date.at(hour.ok()?, minute.ok()?, second.ok()?, 0).ok()?.seconds())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(headers: &[(&str, &str)]) -> HttpResponse {
        let headers = headers.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        HttpResponse { status: 429, headers, body: String::new() }
    }

    #[test]
    fn seconds_and_moments() {
        let date = ("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
        let after = |value| retry_after(&answer(&[date, ("Retry-After", value)]));
        assert_eq!(after("2"), Some(2_000));
        assert_eq!(after("Sun, 06 Nov 1994 08:50:00 GMT"), Some(23_000));
        assert_eq!(after("Wed, 01 Mar 1995 00:00:00 GMT"), Some((114 * 86_400 + 54_623) * 1_000));
        assert_eq!(after("Thu, 29 Feb 1996 08:49:37 GMT"), Some(480 * 86_400 * 1_000));
        assert_eq!(after("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0));
        assert_eq!(after("99999999999999999999999"), Some(u64::MAX));
        assert_eq!(after("18446744073709551615"), Some(u64::MAX));
        assert_eq!(after("Sun, 18446744073709551615 Nov 1994 08:49:37 GMT"), None);
        assert_eq!(after("Sun, 06 Nov 1994 18446744073709551615:49:37 GMT"), None);
        for odd in [
            "soon",
            "-1",
            "+1",
            "1.5",
            "Sun, 06 Foo 1994 08:49:37 GMT",
            "Sun, 31 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994",
            "",
        ] {
            assert_eq!(after(odd), None, "{odd}");
        }
        assert_eq!(retry_after(&answer(&[("retry-after", "Sun, 06 Nov 1994 08:50:00 GMT")])), None);
    }

    #[test]
    fn limits() {
        let left = |value| {
            left(&answer(&[("RateLimit", value)])).map(|left| (left.requests, left.milliseconds))
        };
        assert_eq!(left(r#""per-second"; r=9; t=1"#), Some((9, 1_000)));
        assert_eq!(left(r#""day";r=500;t=60, "per-second";t=2;r=0"#), Some((0, 2_000)));
        assert_eq!(left(r#""per-second";r=3"#), Some((3, 1_000)));
        assert_eq!(left("a;r=0;t=99999999999999999999"), Some((0, u64::MAX)));
        for odd in ["", "9", r#""per-second"; t=1"#, "r=x"] {
            assert_eq!(left(odd), None, "{odd}");
        }
    }
}
