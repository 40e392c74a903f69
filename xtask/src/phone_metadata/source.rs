//! Google's XML, with the inheritance rules that its own build applies. No pattern is read here.
//!
//! The rules are those of `BuildMetadataFromXml`:
//! <https://github.com/google/libphonenumber/blob/master/tools/java/common/src/com/google/i18n/phonenumbers/BuildMetadataFromXml.java>

use anyhow::{Context, Result, bail, ensure};
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeSet;

/// A region, or one of the calling codes that belong to none (`001`).
#[derive(Clone, Debug)]
pub(crate) struct Territory {
    /// ISO 3166-1 alpha-2, or `001`.
    pub(crate) id: String,
    pub(crate) calling_code: u16,
    pub(crate) is_main: bool,
    pub(crate) leading_digits: Option<String>,
    pub(crate) international_prefix: Option<String>,
    pub(crate) prefix_for_parsing: Option<String>,
    pub(crate) transform_rule: Option<String>,
    pub(crate) general: Description,
    /// In the order of [`TYPES`].
    pub(crate) types: Vec<Option<Description>>,
    pub(crate) formats: Vec<Format>,
}

/// How numbers are laid out.
#[derive(Clone, Debug)]
pub(crate) struct Format {
    pub(crate) pattern: String,
    pub(crate) template: String,
    /// Another template for the international format, or `NA`.
    pub(crate) international: Option<String>,
    /// What takes the place of the first group in the national format.
    pub(crate) rule: Option<String>,
    /// Whether the national prefix may be left out.
    pub(crate) optional: bool,
    /// Whether a carrier can be named between prefix and number.
    pub(crate) carrier: bool,
    /// Patterns of rising length for what the number begins with.
    pub(crate) leading_digits: Vec<String>,
}

/// What numbers of one kind look like.
#[derive(Clone, Debug, Default)]
pub(crate) struct Description {
    pub(crate) pattern: Option<String>,
    pub(crate) lengths: BTreeSet<u8>,
    pub(crate) local_lengths: BTreeSet<u8>,
}

/// The kinds of numbers, in the order in which libphonenumber tries them.
pub(crate) const TYPES: [&str; 10] = [
    "premiumRate",
    "tollFree",
    "sharedCost",
    "voip",
    "personalNumber",
    "pager",
    "uan",
    "voicemail",
    "fixedLine",
    "mobile",
];

/// Reads `PhoneNumberMetadata.xml`.
///
/// # Errors
/// Text that is not XML, or that does not follow the metadata's own document type.
pub(crate) fn read(xml: &str) -> Result<Vec<Territory>> {
    let document = Document::parse_with_options(
        xml,
        ParsingOptions { allow_dtd: true, ..Default::default() },
    )?;
    let territories: Vec<Territory> = document
        .descendants()
        .filter(|node| node.has_tag_name("territory"))
        .map(territory)
        .collect::<Result<_, _>>()?;
    ensure!(!territories.is_empty(), "no territory in the metadata");
    Ok(territories)
}

fn territory(node: Node<'_, '_>) -> Result<Territory> {
    let id = node.attribute("id").context("a territory without an id")?.to_owned();
    let calling_code =
        node.attribute("countryCode").context("a territory without a code")?.parse()?;
    let national_prefix = node.attribute("nationalPrefix").map(str::to_owned);

    let types: Vec<Option<Description>> = TYPES
        .iter()
        .map(|tag| child(node, tag).map(description).transpose())
        .collect::<Result<_, _>>()?;
    let general = child(node, "generalDesc").with_context(|| format!("{id} has no generalDesc"))?;
    let mut general = description(general)?;
    if !general.lengths.is_empty() {
        bail!("{id}: the general description must not name lengths");
    }
    // The lengths of the whole are those of the parts; what can be dialed from abroad is no part.
    for part in types.iter().flatten() {
        general.lengths.extend(&part.lengths);
        general.local_lengths.extend(&part.local_lengths);
    }
    general.local_lengths.retain(|length| !general.lengths.contains(length));

    Ok(Territory {
        is_main: node.attribute("mainCountryForCode") == Some("true"),
        leading_digits: pattern_attribute(node, "leadingDigits"),
        international_prefix: pattern_attribute(node, "internationalPrefix"),
        prefix_for_parsing: pattern_attribute(node, "nationalPrefixForParsing")
            .or_else(|| national_prefix.clone()),
        transform_rule: pattern_attribute(node, "nationalPrefixTransformRule"),
        general,
        types,
        formats: formats(node, national_prefix.as_deref().unwrap_or_default())?,
        id,
        calling_code,
    })
}

fn formats(territory: Node<'_, '_>, prefix: &str) -> Result<Vec<Format>> {
    let Some(list) = child(territory, "availableFormats") else {
        return Ok(Vec::new());
    };
    let number_formats = list.children().filter(|node| node.has_tag_name("numberFormat"));
    number_formats.map(|node| format(node, territory, prefix)).collect()
}

fn format(node: Node<'_, '_>, territory: Node<'_, '_>, prefix: &str) -> Result<Format> {
    // What a format does not say, its territory may say for all.
    let inherited = |name: &str| node.attribute(name).or_else(|| territory.attribute(name));
    let text = |tag: &str| {
        child(node, tag).and_then(|node| node.text()).map(|text| text.trim().to_owned())
    };
    let rule = inherited("nationalPrefixFormattingRule")
        .map(|rule| rule.replacen("$NP", prefix, 1).replacen("$FG", "$1", 1));
    Ok(Format {
        pattern: pattern_attribute(node, "pattern").context("a format without a pattern")?,
        template: text("format").context("a format without a template")?,
        international: text("intlFormat"),
        rule: rule.filter(|rule| !rule.is_empty()),
        optional: inherited("nationalPrefixOptionalWhenFormatting") == Some("true"),
        carrier: inherited("carrierCodeFormattingRule").is_some(),
        leading_digits: node
            .children()
            .filter(|child| child.has_tag_name("leadingDigits"))
            .filter_map(|node| node.text().map(compact))
            .collect(),
    })
}

fn description(node: Node<'_, '_>) -> Result<Description> {
    let mut lengths = BTreeSet::new();
    let mut local_lengths = BTreeSet::new();
    if let Some(node) = child(node, "possibleLengths") {
        read_lengths(node.attribute("national").unwrap_or_default(), &mut lengths)?;
        read_lengths(node.attribute("localOnly").unwrap_or_default(), &mut local_lengths)?;
    }
    let pattern = child(node, "nationalNumberPattern").and_then(|node| node.text()).map(compact);
    Ok(Description { pattern, lengths, local_lengths })
}

/// Reads `[4-6],8`; `-1` says that the region has no such number.
fn read_lengths(text: &str, lengths: &mut BTreeSet<u8>) -> Result<()> {
    for part in text.split(',').filter(|part| !part.is_empty() && *part != "-1") {
        match part.strip_prefix('[').and_then(|part| part.strip_suffix(']')) {
            Some(range) => {
                let (first, last) =
                    range.split_once('-').context("a range of lengths without `-`")?;
                lengths.extend(first.parse::<u8>()?..=last.parse()?);
            }
            None => {
                lengths.insert(part.parse()?);
            }
        }
    }
    Ok(())
}

fn child<'a, 'input>(node: Node<'a, 'input>, tag: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.has_tag_name(tag))
}

fn pattern_attribute(node: Node<'_, '_>, name: &str) -> Option<String> {
    node.attribute(name).map(compact)
}

/// Patterns are laid out over several lines; white space in them means nothing.
fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}
