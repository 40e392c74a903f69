//! The patterns of the metadata as trees: what this room can read is what the phone engine can know.
//!
//! Every pattern of libphonenumber's metadata is made of digits, classes, groups, alternatives and
//! bounded repetition, so its language is finite. Anything else is an error here, never a guess:
//! a new metadata release must not go wrong in silence.

use anyhow::{Context, Result, bail, ensure};

/// A set of digits; bit `n` stands for the digit `n`.
pub(crate) type Digits = u16;

/// `\d`.
pub(crate) const ANY: Digits = 0x3ff;

/// One pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// One digit out of a set.
    Digit(Digits),
    /// One after the other.
    Sequence(Vec<Pattern>),
    /// The first that fits, in this order.
    Choice(Vec<Pattern>),
    /// Between `least` and `most` times, as often as possible.
    Repeat {
        /// What is repeated.
        inner: Box<Pattern>,
        /// The least number of times.
        least: u8,
        /// The greatest number of times.
        most: u8,
    },
    /// A capturing group; groups count from 1.
    Group(u8, Box<Pattern>),
    /// The end of the number.
    End,
}

/// Reads a pattern.
///
/// # Errors
/// Any syntax beyond digits, `\d`, classes, groups, `|`, `?`, `{n}`, `{n,m}` and `$`, such as `.`,
/// `*`, `[^5]` or a look-ahead: the message says where.
pub(crate) fn parse(text: &str) -> Result<Pattern> {
    let mut reader = Reader { rest: text.as_bytes(), groups: 0 };
    let pattern = reader.choice();
    let at = text.len() - reader.rest.len();
    let pattern = pattern.with_context(|| format!("pattern `{text}`, byte {at}"))?;
    ensure!(reader.rest.is_empty(), "pattern `{text}`: unbalanced `)`");
    Ok(pattern)
}

/// How many capturing groups a pattern has.
pub(crate) fn groups(pattern: &Pattern) -> u8 {
    match pattern {
        Pattern::Digit(_) | Pattern::End => 0,
        Pattern::Sequence(parts) | Pattern::Choice(parts) => parts.iter().map(groups).sum(),
        Pattern::Repeat { inner, .. } => groups(inner),
        Pattern::Group(_, inner) => 1 + groups(inner),
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    groups: u8,
}

impl Reader<'_> {
    fn take(&mut self, byte: u8) -> bool {
        let found = self.rest.first() == Some(&byte);
        if found {
            self.rest = &self.rest[1..];
        }
        found
    }

    fn next(&mut self) -> Result<u8> {
        let (&first, rest) = self.rest.split_first().context("ends too early")?;
        self.rest = rest;
        Ok(first)
    }

    fn choice(&mut self) -> Result<Pattern> {
        let mut branches = vec![self.sequence()?];
        while self.take(b'|') {
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Pattern::Choice(branches) })
    }

    fn sequence(&mut self) -> Result<Pattern> {
        let mut parts = Vec::new();
        while !matches!(self.rest.first(), None | Some(b'|' | b')')) {
            let one = self.atom()?;
            parts.push(self.repeated(one)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Pattern::Sequence(parts) })
    }

    fn atom(&mut self) -> Result<Pattern> {
        match self.next()? {
            digit @ b'0'..=b'9' => Ok(Pattern::Digit(1 << (digit - b'0'))),
            b'\\' if self.take(b'd') => Ok(Pattern::Digit(ANY)),
            b'$' => Ok(Pattern::End),
            b'[' => self.class(),
            b'(' => {
                let number = if self.take(b'?') {
                    if !self.take(b':') {
                        bail!("only `(?:` may follow `(?`");
                    }
                    None
                } else {
                    self.groups += 1;
                    Some(self.groups)
                };
                let inner = self.choice()?;
                if !self.take(b')') {
                    bail!("`(` is never closed");
                }
                Ok(match number {
                    Some(number) => Pattern::Group(number, Box::new(inner)),
                    None => inner,
                })
            }
            other => bail!("`{}` is syntax that the compiler does not know", other as char),
        }
    }

    fn class(&mut self) -> Result<Pattern> {
        let mut set = 0;
        while !self.take(b']') {
            if self.take(b'\\') {
                if !self.take(b'd') {
                    bail!("only `\\d` may stand in a class");
                }
                set |= ANY;
                continue;
            }
            let first = digit(self.next()?)?;
            let last = if self.take(b'-') { digit(self.next()?)? } else { first };
            if last < first {
                bail!("a class that runs backwards");
            }
            set |= (first..=last).fold(0, |set, digit| set | 1 << digit);
        }
        ensure!(set != 0, "an empty class");
        Ok(Pattern::Digit(set))
    }

    fn repeated(&mut self, one: Pattern) -> Result<Pattern> {
        let (least, most) = if self.take(b'?') {
            (0, 1)
        } else if self.take(b'{') {
            let least = self.number()?;
            let most = if self.take(b',') { self.number()? } else { least };
            if !self.take(b'}') || most < least {
                bail!("a repetition must be `{{n}}` or `{{n,m}}`");
            }
            (least, most)
        } else {
            return Ok(one);
        };
        if matches!(self.rest.first(), Some(b'?' | b'{')) {
            bail!("a repetition of a repetition");
        }
        Ok(Pattern::Repeat { inner: Box::new(one), least, most })
    }

    fn number(&mut self) -> Result<u8> {
        let mut number = digit(self.next()?)?;
        while let Some(&next @ b'0'..=b'9') = self.rest.first() {
            self.rest = &self.rest[1..];
            number = number * 10 + (next - b'0');
        }
        Ok(number)
    }
}

fn digit(byte: u8) -> Result<u8> {
    if byte.is_ascii_digit() {
        Ok(byte - b'0')
    } else {
        bail!("`{}` where only a digit may stand", byte as char)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(pattern: &str, why: &str) {
        assert_eq!(format!("{:#}", parse(pattern).unwrap_err()), why);
    }

    #[test]
    fn unknown_syntax_is_refused_with_its_place() {
        refused("1.", "pattern `1.`, byte 2: `.` is syntax that the compiler does not know");
        refused("1*", "pattern `1*`, byte 2: `*` is syntax that the compiler does not know");
        refused("[^5]", "pattern `[^5]`, byte 2: `^` where only a digit may stand");
        refused("(?=1)", "pattern `(?=1)`, byte 2: only `(?:` may follow `(?`");
        refused("1{2,}", "pattern `1{2,}`, byte 5: `}` where only a digit may stand");
        refused("(1", "pattern `(1`, byte 2: `(` is never closed");
        refused("1)", "pattern `1)`: unbalanced `)`");
        refused("1??", "pattern `1??`, byte 2: a repetition of a repetition");
    }

    #[test]
    fn groups_count_from_one_in_the_order_they_open() {
        let pattern = parse(r"(?:0|90)(?:(1[25])(\d{10,11}))?").unwrap();
        assert_eq!(groups(&pattern), 2);
    }
}
