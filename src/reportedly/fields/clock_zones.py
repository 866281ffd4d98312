"""The clocks reports name: abbreviations, cities and countries, and the tz database's name for each."""

import re

from reportedly.fields.date_words import SPACE

# Abbreviations, zones only in capitals. IST is India's here and CST the United States'; both have other readings.
_ABBREVIATIONS = {
    "UTC": "GMT UTC UT Z",
    "Asia/Seoul": "KST",
    "Asia/Tokyo": "JST",
    "Asia/Pyongyang": "PYT",
    "Asia/Kolkata": "IST",
    "Asia/Karachi": "PKT",
    "Asia/Tehran": "IRST IRDT",
    "Asia/Hong_Kong": "HKT",
    "Asia/Singapore": "SGT MYT",
    "Asia/Manila": "PHT",
    "Asia/Jakarta": "WIB",
    "Asia/Bangkok": "ICT",
    "Asia/Vladivostok": "VLAT",
    "Asia/Kamchatka": "PETT",
    "Asia/Jerusalem": "IDT",
    "Asia/Dubai": "GST",
    "Europe/Moscow": "MSK",
    "Europe/Berlin": "CET CEST",
    "Europe/Kyiv": "EET EEST",
    "Europe/London": "BST",
    "America/New_York": "EST EDT ET",
    "America/Chicago": "CST CDT CT",
    "America/Denver": "MST MDT MT",
    "America/Los_Angeles": "PST PDT PT",
    "America/Anchorage": "AKST AKDT",
    "Pacific/Honolulu": "HST",
    "Pacific/Guam": "ChST",
    "Australia/Sydney": "AEST AEDT",
    "Pacific/Auckland": "NZST NZDT",
}
_READ_OTHERWISE = {  # by who lives there
    "PST": ("Asia/Karachi", "Asia/Manila"),
    "IST": ("Asia/Jerusalem",),
    "CST": ("Asia/Shanghai", "Asia/Taipei"),
    "AST": ("Asia/Riyadh", "Asia/Baghdad", "Asia/Aden"),
    "BST": ("Asia/Dhaka",),
}
# Names that take "time" behind them: Korea time, Moscow Standard Time.
_NAMES = {
    "UTC": "Greenwich Mean|Coordinated Universal|Universal|Zulu|Greenwich|GMT|UTC",
    "Asia/Seoul": "Seoul|South Korean|South Korea|Korean|Korea",
    "Asia/Pyongyang": "Pyongyang|North Korean|North Korea",
    "Asia/Tokyo": "Tokyo|Japan|Japanese",
    "Asia/Kolkata": "Indian|India|New Delhi|Delhi",
    "Asia/Karachi": "Pakistani|Pakistan|Islamabad|Karachi",
    "Asia/Tehran": "Iranian|Iran|Tehran",
    "Asia/Shanghai": "Beijing|China|Chinese",
    "Asia/Taipei": "Taipei|Taiwan",
    "Asia/Jerusalem": "Israel|Israeli|Jerusalem",
    "Asia/Baghdad": "Baghdad|Iraqi|Iraq",
    "Asia/Riyadh": "Saudi|Riyadh",
    "Europe/Moscow": "Moscow",
    "Europe/Kyiv": "Kyiv|Kiev|Ukrainian|Ukraine",
    "Europe/London": "London|British|UK|U.K.",
    "Europe/Berlin": "Berlin|German|Germany|Central European|European",
    "Europe/Stockholm": "Stockholm|Swedish|Sweden",
    "Europe/Oslo": "Oslo|Norwegian|Norway",
    "Europe/Copenhagen": "Copenhagen|Danish|Denmark",
    "Europe/Helsinki": "Helsinki|Finnish|Finland|Eastern European",
    "Europe/Amsterdam": "Amsterdam|Dutch|Netherlands",
    "Europe/Brussels": "Brussels|Belgian|Belgium",
    "Europe/Warsaw": "Warsaw|Polish|Poland",
    "Europe/Prague": "Prague|Czech",
    "Europe/Budapest": "Budapest|Hungarian|Hungary",
    "Europe/Athens": "Athens|Greek|Greece",
    "Europe/Bucharest": "Bucharest|Romanian|Romania",
    "Europe/Sofia": "Sofia|Bulgarian|Bulgaria",
    "Europe/Dublin": "Dublin|Irish|Ireland",
    "Europe/Minsk": "Minsk|Belarusian|Belarus",
    "Europe/Paris": "Paris|French|France",
    "Europe/Lisbon": "Lisbon|Portuguese|Portugal",
    "America/New_York": "Eastern|East Coast|US Eastern|U.S. Eastern|Washington|New York",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Los_Angeles": "Pacific|California|West Coast",
    "America/Anchorage": "Alaska|Alaskan",
    "Pacific/Honolulu": "Hawaii|Hawaiian",
    "Pacific/Guam": "Guam",
    "Asia/Kamchatka": "Kamchatka",
    "Asia/Vladivostok": "Vladivostok",
    "Australia/Sydney": "Sydney|Canberra|Melbourne|Australian Eastern",
    "Australia/Perth": "Perth|Australian Western|Western Australian",
    "Asia/Almaty": "Almaty|Kazakh|Kazakhstan",
    "Asia/Singapore": "Singapore|Malaysian|Malaysia|Kuala Lumpur",
    "Asia/Hong_Kong": "Hong Kong",
    "Asia/Manila": "Manila|Philippine|Philippines",
    "Asia/Bangkok": "Bangkok|Thailand|Thai",
    "Asia/Ho_Chi_Minh": "Hanoi|Vietnam|Vietnamese",
    "Asia/Jakarta": "Jakarta|Western Indonesian|Western Indonesia|Indonesian|Indonesia",
    "Asia/Dubai": "Dubai|Abu Dhabi|UAE|Gulf",
    "Asia/Qatar": "Doha|Qatar",
    "Asia/Aden": "Sanaa|Yemeni|Yemen",
    "Asia/Damascus": "Damascus|Syrian|Syria",
    "Asia/Beirut": "Beirut|Lebanese|Lebanon",
    "Asia/Kabul": "Kabul|Afghan|Afghanistan",
    "Asia/Dhaka": "Dhaka|Bangladesh",
    "Africa/Cairo": "Cairo|Egyptian|Egypt",
    "Europe/Istanbul": "Istanbul|Ankara|Turkish|Turkey",
    "Europe/Vienna": "Vienna|Austrian|Austria",
    "Europe/Rome": "Rome|Italian|Italy",
    "Europe/Madrid": "Madrid|Spanish|Spain",
    "Europe/Zurich": "Geneva|Swiss|Switzerland",
    "Pacific/Kwajalein": "Kwajalein|Marshall Islands",
    "Pacific/Auckland": "New Zealand|Wellington|Auckland",
}
_CITIES = (  # that stand behind a clock without the word "time": "5:50 p.m. in New York"
    "London|Lisbon|Paris|Berlin|Rome|Madrid|Vienna|Geneva|Moscow|Kyiv|Istanbul|Ankara|Cairo|Jerusalem|Baghdad|Riyadh|Tehran|Dubai|Doha|"
    "Kabul|Karachi|Islamabad|Delhi|New Delhi|Dhaka|Bangkok|Hanoi|Jakarta|Kuala Lumpur|Singapore|Manila|Hong Kong|Taipei|Beijing|Seoul|"
    "Tokyo|UK|U.K.|Vladivostok|Sydney|Melbourne|Canberra|Wellington|Auckland|Guam|Hawaii|Alaska|California|Washington|New York"
)
_ABBREVIATED = {word: zone for zone, words in _ABBREVIATIONS.items() for word in words.split()}
_PLACES = sorted((name for names in _NAMES.values() for name in names.split("|")), key=len, reverse=True)
_HALVES = {"+05:30": "Asia/Kolkata", "+03:30": "Asia/Tehran", "+04:30": "Asia/Kabul", "+05:45": "Asia/Kathmandu"}

ZONE = (
    rf"(?:(?:GMT|UTC){SPACE}?(?P<offset>[+−–-]{SPACE}?(?:1[0-4]|0?\d)(?::?(?:00|15|30|45))?)(?![\d:])"
    rf"|(?P<place>{'|'.join(name.replace('.', '[.]').replace(' ', SPACE) for name in _PLACES)}){SPACE}"
    rf"(?:(?i:standard|daylight|summer|winter|mean|local){SPACE}|(?i:(?:daylight|summer)[- ]savings?){SPACE})?(?i:time)\b"
    rf"|(?P<world>(?i:(?:coordinated{SPACE})?universal{SPACE}time(?:{SPACE}coordinated)?|greenwich(?:{SPACE}mean)?{SPACE}time|zulu(?:{SPACE}time)?)\b)"
    rf"|in{SPACE}(?:the{SPACE})?(?P<city>{_CITIES.replace('.', '[.]').replace(' ', SPACE)})\b(?!['’])"
    rf"|(?P<bare>(?<=[mM.]\s)(?:Eastern|Pacific|Central|Mountain))\b(?!{SPACE}[A-Z])"
    rf"|(?P<abbreviation>{'|'.join(sorted(_ABBREVIATED, key=len, reverse=True))})\b"
    rf"|(?P<local>(?i:local(?:{SPACE}time)?)\b(?!{SPACE}(?:media|news|residents|officials|people|television|government|police))"
    rf"|there\b(?!{SPACE}(?:was|were|is|are|has|have|had|came|followed|will|would|may|might)\b)))"
)


def zone_name(match: re.Match[str]) -> str | None:
    """The tz database's name of what ZONE matched; None for "local time" and where none matched."""
    if match["abbreviation"]:
        return _ABBREVIATED[match["abbreviation"]]
    if match["world"]:
        return "UTC"
    if match["offset"]:
        return offset_zone(match["offset"])
    if name := match["place"] or match["city"] or match["bare"]:
        return _place_zone(" ".join(name.split()))
    return None


def may_be(written: str, zone: str) -> bool:
    """Whether the abbreviation in these words is that of a zone too, where its people write: PST in Pakistan."""
    return any(zone in zones and re.search(rf"\b{word}\b", written) for word, zones in _READ_OTHERWISE.items())


def abbreviated(word: str) -> str:
    """The tz database's name for an abbreviation of the lists above."""
    return _ABBREVIATED[word]


def _place_zone(place: str) -> str | None:
    return next((zone for zone, names in _NAMES.items() if place in names.split("|")), None)


def offset_zone(written: str) -> str | None:
    """UTC+9 is Etc/GMT-9 in the database, whose signs count westward; half hours take a country that keeps them."""
    digits = re.sub(r"\D", "", written)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    ahead = written.startswith("+")
    if minutes:
        return _HALVES.get(f"{'+' if ahead else '-'}{hours:02d}:{minutes:02d}")
    if hours == 0:
        return "UTC"
    return f"Etc/GMT{'-' if ahead else '+'}{hours}" if hours <= (14 if ahead else 12) else None
