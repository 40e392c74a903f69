//! Display formats to `formats.bin`, which can be left out of a build, and the texts that they share to
//! a Rust header. The reading end is `src/phone/format.rs`.

use super::automaton::Pool;
use super::encode::{Answers, Writer, code, priors};
use super::format_model::{self as model, FORMAT_CONTEXTS, MOST_GROUPS};
use super::model::{DROP, Question};
use super::pattern::{self, ANY, Pattern};
use super::source::{Format, Territory};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;

/// Marks a calling code without international formats of its own.
const NOT_AVAILABLE: &str = "NA";

/// The two files: the formats, and the header.
pub(crate) fn files(plans: &BTreeMap<u16, Vec<Territory>>) -> Result<(Vec<u8>, String)> {
    let mains = || plans.values().filter_map(|territories| territories.first());
    let formats = || mains().flat_map(|main| &main.formats);
    let templates = shared(
        formats()
            .flat_map(|format| [Some(&format.template), format.international.as_ref()])
            .flatten()
            .filter(|template| *template != NOT_AVAILABLE),
    );
    let rules = shared(formats().filter_map(|format| format.rule.as_ref()));
    for text in templates.iter().chain(&rules) {
        check(text)?;
    }
    let answers = mains()
        .map(|main| {
            territory(main, &templates, &rules)
                .with_context(|| format!("{} (+{})", main.id, main.calling_code))
        })
        .collect::<Result<Vec<_>>>()?;
    let priors = priors(&answers, FORMAT_CONTEXTS);
    let mut file = priors.clone();
    let mut streams = Vec::new();
    for answers in &answers {
        let stream = code(answers, &priors);
        file.extend(u16::try_from(stream.len())?.to_le_bytes());
        streams.extend(stream);
    }
    file.extend(streams);
    Ok((file, header(&templates, &rules)))
}

/// Every text once, the most frequent first.
fn shared<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for text in texts {
        *counts.entry(text).or_default() += 1;
    }
    let mut shared: Vec<(usize, &String)> =
        counts.into_iter().map(|(text, count)| (count, text)).collect();
    shared.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    shared.into_iter().map(|(_, text)| text.clone()).collect()
}

/// The engine fills in `$1` to `$9` and takes all else as it stands.
fn check(text: &str) -> Result<()> {
    let known = |c: char| c.is_ascii_digit() || " -().$".contains(c);
    ensure!(text.chars().all(known), "`{text}` is no known template");
    Ok(())
}

fn header(templates: &[String], rules: &[String]) -> String {
    let list = |texts: &[String]| -> String {
        texts.iter().map(|text| format!("    \"{text}\",\n")).collect()
    };
    format!(
        "//! Written by `cargo xtask phone-metadata`; not to be edited.\n\n\
         /// Where the groups of digits go.\n\
         #[rustfmt::skip]\n\
         pub(super) const TEMPLATES: [&str; {}] = [\n{}];\n\n\
         /// What takes the place of the first group in a national format.\n\
         #[rustfmt::skip]\n\
         pub(super) const RULES: [&str; {}] = [\n{}];\n",
        templates.len(),
        list(templates),
        rules.len(),
        list(rules),
    )
}

fn territory(main: &Territory, templates: &[String], rules: &[String]) -> Result<Answers> {
    let mut pool = Pool::new();
    let starts = main
        .formats
        .iter()
        .map(|format| leading(format, &mut pool))
        .collect::<Result<Vec<_>, _>>()?;
    let mut writer = Writer::new(&pool);
    let place =
        |list: &[String], text: &str| list.iter().position(|one| one == text).unwrap_or_default();
    writer.number(5, main.formats.len());
    if main.formats.len() > 31 {
        bail!("more than 31 formats");
    }
    let international = main.formats.iter().any(|format| format.international.is_some());
    if !main.formats.is_empty() {
        writer.bit(model::international(), international);
    }
    let (mut rule, mut optional, mut carrier) = (0, false, false);
    for (format, starts) in main.formats.iter().zip(starts) {
        let groups = groups(&format.pattern)?;
        let node = u8::try_from;
        for (index, &(least, most)) in groups.iter().enumerate() {
            writer.tree(4, least, |node| model::least(index, node));
            if writer.bit(model::range(index), most > least) {
                writer.tree(4, most - least, model::extra);
            }
            writer.bit(model::more_groups(index), index + 1 < groups.len());
        }
        let context = |node| model::template(groups.len(), node);
        writer.tree(5, node(place(templates, &format.template))?, context);
        if international {
            let other = format.international.as_deref().unwrap_or(&format.template);
            if !writer.bit(model::not_international(), other == NOT_AVAILABLE)
                && !writer.bit(model::same_template(), other == format.template)
            {
                writer.tree(5, node(place(templates, other))?, context);
            }
        }
        let own = format.rule.as_deref().map_or(0, |text| place(rules, text) + 1);
        if !writer.bit(model::same_rule(), own == rule) {
            writer.tree(4, node(own)?, model::rule);
        }
        writer.bit(model::optional(optional), format.optional);
        writer.bit(model::carrier(carrier), format.carrier);
        (rule, optional, carrier) = (own, format.optional, format.carrier);
        for (index, &start) in starts.iter().enumerate() {
            writer.bit(model::more_leading(index == 0), true);
            writer.automaton(Question::Leading, start);
        }
        writer.bit(model::more_leading(starts.is_empty()), false);
    }
    Ok(writer.finish())
}

fn leading(format: &Format, pool: &mut Pool) -> Result<Vec<u16>> {
    let start = |text: &String| pool.prefix(&pattern::parse(text)?, 0, &|_, _| Ok(DROP));
    format.leading_digits.iter().map(start).collect()
}

/// The least and the greatest number of digits of each group: `(\d{2})(\d{3,4})`.
fn groups(text: &str) -> Result<Vec<(u8, u8)>> {
    let parts = match pattern::parse(text)? {
        Pattern::Sequence(parts) => parts,
        one => vec![one],
    };
    let groups = parts.iter().map(|part| match part {
        Pattern::Group(_, inner) => match &**inner {
            Pattern::Digit(ANY) => Some((1, 1)),
            Pattern::Repeat { inner, least, most } if **inner == Pattern::Digit(ANY) => {
                Some((*least, *most))
            }
            _ => None,
        },
        _ => None,
    });
    let groups: Option<Vec<_>> = groups.collect();
    let fits = |groups: &Vec<(u8, u8)>| {
        groups.len() <= MOST_GROUPS
            && groups.iter().all(|group| group.0 < 16 && group.1 - group.0 < 16)
    };
    groups.filter(fits).with_context(|| format!("`{text}` is not made of groups of digits"))
}
