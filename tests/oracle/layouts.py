"""Laid-out numbers, with what libphonenumber's Python port makes of them.

Usage: layouts.py COUNT SEED > layouts.tsv

Two kinds of lines. `F`, number, national format, international format, `tel:` URI; and `T`, country, typed text, what
is shown after each character, separated by `|`. The port must carry the same metadata as
`src/phone/formats.bin`.
"""

import random
import sys

import phonenumbers as pn

import cases


def formatted(text):
    kinds = pn.PhoneNumberFormat
    forms = [kinds.NATIONAL, kinds.INTERNATIONAL, kinds.RFC3966]
    number = pn.parse(text)
    return "\t".join([text] + [pn.format_number(number, form) for form in forms])


def typed(country, text):
    # `ZZ` is no region: only numbers with a calling code are laid out then.
    formatter = pn.AsYouTypeFormatter(country or "ZZ")
    return "|".join(formatter.input_digit(c) for c in text)


def keys(region, metadata):
    """What somebody types: digits, perhaps a plus or a prefix, seldom anything else."""
    number = cases.national(metadata)
    code = str(metadata.country_code)
    way = random.randrange(8)
    prefix = metadata.national_prefix_for_parsing
    if way < 3:
        text = number
    elif way == 3 and prefix:
        text = cases.matching(prefix) + number
    elif way < 6:
        text = "+" + code + (random.choice(["", "", "0"])) + number
        region = random.choice([region, "", random.choice(cases.REGIONS)])
    elif way == 6:
        region = random.choice(cases.REGIONS)
        idd = pn.PhoneMetadata.metadata_for_region(region).international_prefix
        text = (cases.matching(idd) if idd else "00") + code + number
    else:
        text = cases.digits(random.randint(1, 16))
    if random.random() < 0.04:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(" -(+x*#") + text[at:]
    if random.random() < 0.03:
        text = "".join(chr(0xFF10 + int(c)) if c in "0123456789" else c for c in text)
    return region, text


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    random.seed(seed)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(f"# phonenumbers {pn.__version__}, seed {seed}")
    for index in range(count):
        region = cases.REGIONS[index // 2 % len(cases.REGIONS)]
        metadata = pn.PhoneMetadata.metadata_for_region(region)
        if index % 40 < 2:
            metadata = pn.PhoneMetadata.metadata_for_nongeo_region(random.choice(cases.ENTITIES))
        if index % 2:
            region, text = keys(region, metadata)
            print("T", region, text, typed(region, text), sep="\t")
        else:
            try:
                print("F", formatted("+" + str(metadata.country_code) + cases.national(metadata)), sep="\t")
            except pn.NumberParseException:
                pass


if __name__ == "__main__":
    main()
