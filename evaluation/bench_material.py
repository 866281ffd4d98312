"""What the bench runs on: our own reports, pages and a ledger made up from word lists of our own."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from evaluation.reading import DEV, HERE
from reportedly.model import (
    Count,
    DateRange,
    Incident,
    MentionRef,
    Place,
    Position,
    Settled,
    Status,
    Term,
    Value,
    Voice,
    content_id,
)

WORDS: dict[str, list[str]] = yaml.safe_load((HERE / "bench_words.yaml").read_text(encoding="utf-8"))
STYLE = ".card{margin:0 auto;padding:12px;border:1px solid #ddd}.card:hover{background:#f6f6f6}"
SCRIPT = (
    "window.layer=window.layer||[];function track(name,detail){layer.push({name:name,detail:detail,at:Date.now()})}"
)
PAGE_BYTES = (40_000, 60_000)


def relevant_texts(folder: Path, times: int) -> list[str]:
    """The relevant development reports, so many times over, no two alike; each is a plain text file in the folder."""
    marked = map(json.loads, (DEV / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    ids = [gold["id"] for gold in marked if gold["relevant"]]
    reports = [json.loads((DEV / "reports" / f"{name}.json").read_text(encoding="utf-8")) for name in ids]
    texts = [f"{one['title']}\n\n{one['text']}\n\nEdition {n}.\n" for n in range(times) for one in reports]
    for number, text in enumerate(texts):
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    return texts


def dated_reports(folder: Path, times: int) -> int:
    """How many reports were written: the development reports, each copy moved back a year, so its incidents differ."""
    written = 0
    for path in sorted((DEV / "reports").iterdir()):
        raw = path.read_text(encoding="utf-8")
        for back in range(times):
            (folder / f"{path.stem}-{back}.json").write_text(_years_back(raw, back), encoding="utf-8")
            written += 1
    return written


def _years_back(raw: str, back: int) -> str:
    """The text with every year from 2000 to 2029 moved back."""
    for year in range(2000, 2030) if back else ():
        raw = raw.replace(str(year), str(year - back))
    return raw


def pages(folder: Path, count: int) -> int:
    """How many bytes were written: pages of local news with menus, scripts, related links and comments."""
    rng = Random(20240918)
    return sum((folder / f"{n:05d}.html").write_text(page(rng), encoding="utf-8") for n in range(count))


def page(rng: Random) -> str:
    """One page of forty to sixty kilobytes, mostly not its article, as pages are."""
    title = sentence(rng).rstrip(".")
    menu = "".join(f'<li class="menu-item"><a href="/{name.lower()}/">{name}</a></li>' for name in WORDS["sections"])
    body = "".join(f"<p>{paragraph(rng)}</p>" for _ in range(rng.randrange(8, 20)))
    head = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="2023-0{rng.randrange(1, 9)}-11T08:00:00+00:00">'
        f"<style>{STYLE * 40}</style><script>{SCRIPT * 60}</script></head><body><nav><ul>{menu}</ul></nav>"
    )
    article = f"<main><article><h1>{title}</h1>{body}</article></main>"
    rest, wanted = [], rng.randrange(*PAGE_BYTES) - len(head) - len(article)
    while wanted > 0:
        rest.append(_aside(rng))
        wanted -= len(rest[-1])
    return f"{head}{article}<aside>{''.join(rest)}</aside><footer><ul>{menu}</ul></footer></body></html>"


def _aside(rng: Random) -> str:
    link = f"/{rng.choice(WORDS['sections']).lower()}/{rng.randrange(10**6)}"
    return (
        f'<div class="card"><a href="{link}"><img src="{link}.jpg" alt=""><h3>{sentence(rng)}</h3></a>'
        f'<div class="meta"><span>{_name(rng)} {_name(rng)}</span></div><p>{sentence(rng)}</p></div>'
    )


def paragraph(rng: Random) -> str:
    """Three to six sentences of local news."""
    return " ".join(sentence(rng) for _ in range(rng.randrange(3, 7)))


def sentence(rng: Random) -> str:
    """A sentence of some fifteen words."""
    first, second = _name(rng), _name(rng)
    left, right = (f"the {rng.choice(WORDS['adjectives'])} {rng.choice(WORDS['nouns'])}" for _ in range(2))
    when = f"in {rng.randrange(1950, 2024)}" if rng.random() < 0.3 else f"near {second} Street"
    done, also = rng.choice(WORDS["verbs"]), rng.choice(WORDS["verbs"])
    return f"{first} {second} {done} {left} and {also} {right} of {first} {when}."


def _name(rng: Random) -> str:
    return rng.choice(WORDS["names"])


def incidents(count: int) -> Iterator[Incident]:
    """So many incidents of a few settled fields each, one a day."""
    voice = Voice("rok_jcs", "South Korea Joint Chiefs of Staff", "military", "KOR")
    for number in range(count):
        day = date(1990, 1, 1) + timedelta(days=number)
        place = Place("kaechon", "Kaechon", "Kaechon", "PRK", 39.7, 125.9, 2)
        values: dict[str, Value] = {
            "date": DateRange(day, day),
            "count": Count(1 + number % 3, None),
            "weapon_class": Term("SRBM"),
            "site": place,
        }
        mention = content_id("bench", number)
        yield Incident(
            id=mention,
            label=f"PRK {day.isoformat()}",
            type="missile_launch",
            state="PRK",
            values={name: _settled(value, voice) for name, value in values.items()},
            mentions=(MentionRef(content_id("report", number), mention),),
        )


def _settled(value: Value, voice: Voice) -> Settled:
    position = Position(value, (voice,), (voice.id,), ("The Harbour Post",), ("c",))
    return Settled(value, Status.SINGLE_ORIGIN, (position,))
