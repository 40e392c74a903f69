"""Cases for the phone engine, with what libphonenumber's Python port says of them.

Usage: cases.py COUNT SEED > cases.tsv

One case a line: country, text (backslash escapes), verdict. A verdict is `!` and a letter when the text
can't be read (N not a number, C unknown calling code, I too short after the international prefix,
S too short, L too long), or else E.164, kind, region, possibility, whether the number is valid for the
country, extension. The port must carry the same metadata as `src/phone/metadata.bin`.
"""

import random
import re
import sys
import unicodedata

try:
    import re._parser as sre_parse
except ImportError:  # Python 3.10 and older
    import sre_parse

import phonenumbers as pn
from phonenumbers import phonenumberutil as util

FAILURES = {0: "C", 1: "N", 2: "I", 3: "S", 4: "L"}
KINDS = "FMBTPSVNGUO"  # in the order of libphonenumber's types; `?` is unknown
POSSIBLE = {0: "P", 4: "A", 1: "C", 2: "S", 5: "I", 3: "L"}
FORMATS = [pn.PhoneNumberFormat.E164, pn.PhoneNumberFormat.INTERNATIONAL,
           pn.PhoneNumberFormat.NATIONAL, pn.PhoneNumberFormat.RFC3966]
TYPES = [0, 1, 3, 4, 5, 6, 7, 8, 9, 10]
REGIONS = sorted(pn.SUPPORTED_REGIONS)
ENTITIES = sorted(pn.COUNTRY_CODES_FOR_NON_GEO_REGIONS)
ZEROS = [c for c in range(0x110000)
         if unicodedata.category(chr(c)) == "Nd" and unicodedata.decimal(chr(c)) == 0]


def verdict(text, country):
    try:
        number = pn.parse(text, country or None)
    except pn.NumberParseException as error:
        return "!" + FAILURES[error.error_type]
    kind = pn.number_type(number)
    # The port keeps an extension in the digits of its script; the engine folds them.
    extension = "".join(str(unicodedata.digit(c)) for c in number.extension or "")
    return "\t".join([
        pn.format_number(number, pn.PhoneNumberFormat.E164).replace(" ", ""),
        KINDS[kind] if kind < len(KINDS) else "?",
        pn.region_code_for_number(number) or "-",
        POSSIBLE[pn.is_possible_number_with_reason(number)],
        "v" if country and pn.is_valid_number_for_region(number, country) else "-",
        extension,
    ])


def matching(pattern):
    """A random text that a pattern matches."""
    def one(node):
        op, value = node
        name = str(op)
        if name == "LITERAL":
            return chr(value)
        if name == "IN":
            choices = []
            for op, value in value:
                if str(op) == "LITERAL":
                    choices.append(chr(value))
                elif str(op) == "RANGE":
                    choices += [chr(c) for c in range(value[0], value[1] + 1)]
                else:
                    choices += "0123456789"
            return random.choice(choices)
        if name == "BRANCH":
            return every(random.choice(value[1]))
        if name == "SUBPATTERN":
            return every(value[-1])
        if name == "MAX_REPEAT":
            least, most, inner = value
            return "".join(every(inner) for _ in range(random.randint(least, most)))
        if name == "AT":
            return ""
        raise ValueError(name)

    def every(nodes):
        return "".join(one(node) for node in nodes)

    return every(sre_parse.parse(pattern))


def digits(count):
    return "".join(random.choice("0123456789") for _ in range(count))


def descriptions(metadata):
    named = ["fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number",
             "voip", "pager", "uan", "voicemail", "general_desc"]
    every = [getattr(metadata, name) for name in named]
    return [one for one in every if one is not None and one.national_number_pattern]


def national(metadata):
    """The digits of a national number: of some kind, or nearly so."""
    number = matching(random.choice(descriptions(metadata)).national_number_pattern)
    if random.random() < 0.35:
        at = random.randrange(len(number) + 1)
        number = random.choice([
            number[:at] + digits(1) + number[at + 1:],
            number[:at] + number[at + 1:],
            number[:at] + digits(1) + number[at:],
            digits(random.randint(1, 18)),
            number[:at],
        ])
    return number


def grouped(number):
    """Digits as people group them."""
    marks = random.choice([" ", "-", ".", "/", " - ", "\u2013", "\u00a0", "~", "", ") ", "\u3000", "\u2011"])
    out = []
    while number:
        size = random.randint(2, 4)
        out.append(number[:size])
        number = number[size:]
    text = marks.join(out)
    if random.random() < 0.2 and len(text) > 4:
        text = "(" + text[:3] + ")" + text[3:]
    return text


def other_digits(text):
    zero = random.choice([0xFF10, 0x660, 0x6F0, random.choice(ZEROS)])
    return "".join(chr(zero + int(c)) if c in "0123456789" else c for c in text)


def extended(text):
    label = random.choice([
        " ext. ", " ext ", "ext", " x", "x", " X ", " #", " # ", ";ext=", ", ", ",,", ",", ";", " ; ", " int ", "int.",
        " extension ", " Extn: ", " extensi\u00f3n ", " extensio\u0301n ", " anexo ", " \u0434\u043e\u0431. ",
        " \u0414\u041e\u0411 ", " \uff45\uff58\uff54\uff4e ", "\uff58", "\uff03", "~", "\uff5e", " - ", "-",
        "\uff49\uff4e\uff54", " xt ", " EXTENSION:", ",,,", "\u00a0x\u00a0", "\text\t", " ex ", " tel ", " or ",
    ])
    return text + label + digits(random.randint(1, 8)) + random.choice(["", "", "", "#", " ", ")", " (home)"])


def vanity(text):
    keys = ["", "", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"]
    out = []
    for c in text:
        letters = keys[int(c)] if c in "0123456789" else ""
        change = letters and random.random() < 0.5 and len(out) > random.randint(0, 6)
        letter = random.choice(letters) if change else c
        out.append(letter.lower() if random.random() < 0.5 else letter)
    return "".join(out)


JUNK = ["Tel: ", "tel:", "Phone ", "call me at ", "(", "'", "=", "\u260e ", "+", "++", "\uff0b", "0", "*", "#",
        "\u200b", "\u202a", "fax/", "m\u00f3vil ", "\u0442\u0435\u043b. "]
TAIL = [" ", ".", ")", " cell", " (home)", "#", " #", "\u00e9", "!", "\u202c", "x", " /x5", "\\x", " / 555", ";",
        "*", "\u3002", "\u00bd", "\u2122", "\u0301", " abc", " - work", "\t", "\u00a0", "_", ";isub=12", "\u0e01"]


def context(text):
    value = random.choice(["+" + digits(random.randint(0, 4)), "+1-650", "example.com", "a.b-c.", "1.2", "", "+(4)4",
                           "-x.y", "+4a", "h\u00e9", "x1", "+\uff14\uff14", "a..b"])
    extra = random.choice(["", "", ";ext=" + digits(2), ";isub=" + digits(2), ";foo=bar"])
    return random.choice(["tel:", "", "TEL:", "tel: "]) + text + random.choice(["", extra]) + ";phone-context=" + value + extra


def written(region, metadata, number):
    """One of the ways to write a national number, and the country with which it is read."""
    home = region
    code = str(metadata.country_code)
    way = random.randrange(14)
    prefix = metadata.national_prefix_for_parsing
    if way < 4 and prefix and random.random() < 0.5:
        number = matching(prefix) + number
    if way < 4:
        text = number
    elif way < 7:
        text = "+" + code + random.choice(["", " ", "-", " (0)", "("]) + number
        home = random.choice([region, "", "US", random.choice(REGIONS)])
    elif way == 7:
        text = code + number
    elif way == 8:
        home = random.choice(REGIONS)
        idd = pn.PhoneMetadata.metadata_for_region(home).international_prefix
        text = (matching(idd) if idd else "00") + code + number
    elif way == 9:
        try:
            parsed = pn.parse("+" + code + number)
            text = pn.format_number(parsed, random.choice(FORMATS))
        except pn.NumberParseException:
            text = number
    elif way == 10:
        text = "+" + digits(random.randint(1, 4)) + number
        home = random.choice(["", region])
    elif way == 11:
        text = "tel:" + random.choice(["", "+" + code]) + number
    elif way == 12:
        text = number
        home = random.choice(["", random.choice(REGIONS)])
    else:
        text = "0" * random.randint(1, 3) + number
    return home, text


def messy(text):
    changes = [
        (0.45, lambda text: re.sub(r"\d{4,}", lambda found: grouped(found.group()), text)),
        (0.12, extended), (0.10, other_digits), (0.05, vanity),
        (0.10, lambda text: random.choice(JUNK) + text),
        (0.10, lambda text: text + random.choice(TAIL)),
        (0.03, context),
        (0.03, lambda text: text.replace("+", "\uff0b")),
        (0.02, lambda text: text + random.choice([" / ", ",", " or ", "\n"]) + text),
    ]
    for chance, change in changes:
        if random.random() < chance:
            text = change(text)
    return text


SOUP = "0123456789" * 3 + "+-.()/ []~*#;,:x'\"\\_=&%$@!?" + "abcdefghijklmnopqrstuvwxyzEXTN"
PIECES = ["ext", ";ext=", ";phone-context=", ";isub=", "tel:", "x", "+1", "00", "011", "+44", "555", "int", "anexo", "#"]


def soup():
    parts = [random.choice(PIECES) if random.random() < 0.12 else random.choice(SOUP)
             for _ in range(random.randint(1, 24))]
    return random.choice(["", "US", "GB", random.choice(REGIONS)]), "".join(parts)


def examples():
    """The example of every region and kind, in the formats of libphonenumber."""
    found = []
    for region in REGIONS:
        for kind in TYPES:
            number = pn.example_number_for_type(region, kind)
            if number is not None:
                found.append((region, number))
    for code in ENTITIES:
        found.append(("", pn.example_number_for_non_geo_entity(code)))
    for region, number in found:
        for form in FORMATS:
            yield region, pn.format_number(number, form)


def cases(count):
    plain = list(examples())
    random.shuffle(plain)
    yield from plain[:count // 4]
    count -= min(len(plain), count // 4)
    for index in range(count):
        share = index % 20
        if share < 2:
            yield soup()
        elif share < 3:
            code = random.choice(ENTITIES)
            metadata = pn.PhoneMetadata.metadata_for_nongeo_region(code)
            home, text = random.choice(["", "US"]), "+" + str(code) + national(metadata)
            yield home, messy(text) if random.random() < 0.5 else text
        else:
            region = REGIONS[index % len(REGIONS)]
            metadata = pn.PhoneMetadata.metadata_for_region(region)
            home, text = written(region, metadata, national(metadata))
            yield home, messy(text) if random.random() < 0.6 else text


def escaped(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    random.seed(seed)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(f"# phonenumbers {pn.__version__}, seed {seed}")
    for country, text in cases(count):
        print(country, escaped(text), verdict(text, country), sep="\t")


if __name__ == "__main__":
    main()
