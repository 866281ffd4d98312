"""The words dates are made of, and the pieces of pattern every date grammar shares."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}

NUMBERS = {
    word: number
    for number, words in {
        1: "a an one 1",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        20: "twenty",
    }.items()
    for word in words.split()
}

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

FEASTS = {
    "new year's day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
}  # the days of the year that papers name without a date

_LONG_MONTHS = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_SHORT_MONTHS = [name for name in MONTHS if name not in _LONG_MONTHS]
_LONG_DAYS = [name for name in WEEKDAYS if name.endswith("day")]
_SHORT_DAYS = [name for name in WEEKDAYS if not name.endswith("day")]


def _spellings(names: list[str]) -> str:
    """An alternation of the names as titles write them: capitalised, or all in capitals."""
    return "|".join(spelling for name in names for spelling in (name.capitalize(), name.upper()))


LONG_MONTH = rf"(?:{_spellings(_LONG_MONTHS)})"
MONTH = rf"(?:(?:{LONG_MONTH})\b|(?:{_spellings(_SHORT_MONTHS)})\b\.?)"
LONG_WEEKDAY = rf"(?:{_spellings(_LONG_DAYS)})"
SHORT_WEEKDAY = rf"(?:{_spellings(_SHORT_DAYS)})"
WEEKDAY = rf"(?:{LONG_WEEKDAY}\b|{SHORT_WEEKDAY}\b\.?)"

# Nouns and units that follow an amount: what stands before them is no day and no year.
_NOUNS = (
    r"km|kilomet|kms|miles?\b|met(?:er|re)s?\b|feet|ft\b|kg|kilograms?|tons?\b|tonnes?|kilotons?|mm\b|cm\b|percent"
    r"|per cent|%|degrees|people|troops|soldiers|civilians|missiles|rockets|shells|rounds|projectiles|warheads"
    r"|launchers|satellites|weapons|nations|countries|tests\b|launches\b|others\b|more\b|other\b|seconds|minutes"
    r"|dollars|won\b|yen\b|million|billion|thousand|(?:short|medium|intermediate|long)[ -]range|ballistic|cruise"
)
_CLOCKS = r"GMT|UTC|Z\b|KST|JST|MSK|hours?\b|hrs?\b|local time"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_ENDS = r"(?:st|nd|rd|th)?(?![\d%/]|[:.]\d|,\d{3}\b)\b"  # whatever noun follows: "on January 28 missiles were fired"
DAY_END = rf"{DAY_ENDS}(?![ \-]?(?:{_NOUNS}))"
YEAR = rf"(?:(?:19|20)\d\d)(?!\d|[,.:]\d|[/%])\b(?![ \-]?(?:{_NOUNS}|{_CLOCKS}))"
NUMBER = rf"(?i:{'|'.join(word for word in NUMBERS if not word.isdigit())}|[1-9]\d?)"
SPACE = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"  # words may be broken over one line end, never over a paragraph's

FEAST = rf"(?:(?:New{SPACE}Year|Valentine)['’]s{SPACE}Day|New{SPACE}Year['’]s{SPACE}Eve|Christmas{SPACE}(?:Day|Eve)|Boxing{SPACE}Day|Fourth{SPACE}of{SPACE}July|July{SPACE}Fourth)\b"
PART_OF_DAY = r"(?i:early[ -]morning|pre-?dawn|dawn|daybreak|morning|noon|midday|afternoon|evening|night)"
PARTS_OF_DAY = {
    "early morning": "early",
    "early-morning": "early",
    "pre-dawn": "dawn",
    "predawn": "dawn",
    "daybreak": "dawn",
    "midday": "noon",
}


def month_number(word: str) -> int:
    """1 to 12, from any spelling the patterns accept."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, from any spelling the patterns accept."""
    return WEEKDAYS[word.rstrip(".").lower()]


def number(word: str) -> int:
    """The number a word or a run of digits stands for."""
    lowered = word.lower()
    return NUMBERS[lowered] if lowered in NUMBERS else int(lowered)


def part_of_day(words: str) -> str:
    """early, dawn, morning, noon, afternoon, evening or night, from any spelling the pattern accepts."""
    lowered = words.lower()
    return PARTS_OF_DAY.get(lowered, lowered)
