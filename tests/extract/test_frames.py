"""A short report is about what it is about, and what it only mentions stays apart."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.extract.core import BOOK, LEXICON, Case, cases, plain_cases, reading, report

from reportedly.extract.dating import date_all
from reportedly.extract.facts import gather
from reportedly.extract.tellings import tellings_of
from reportedly.model import DateRange, Mention, Role


def _first_day(mention: Mention) -> object:
    when = mention.values.get("date")
    return (when.earliest or when.partial) if isinstance(when, DateRange) else None


def _listed(mentions: list[Mention]) -> list[tuple[str, str | None, str]]:
    return sorted(((m.type, m.state, str(_first_day(m))) for m in mentions), key=str)


def _wanted(rows: list[list[Any]]) -> list[tuple[str, str | None, str]]:
    return sorted(((kind, state, str(day)) for kind, state, day in rows), key=str)


@pytest.mark.parametrize("case", cases("frames*.yaml"))
def test_a_report_tells_these_incidents(case: Case) -> None:
    extraction = reading(case)
    main = [m for m in extraction.mentions if m.role is Role.MAIN]
    told = [m for m in extraction.mentions if any(c.rule != "statement.remark" for c in m.claims)]
    background = [m for m in told if m.role is Role.BACKGROUND]
    assert _listed(main) == _wanted(case["main"])
    assert extraction.relevant == bool(case["main"])
    assert set(_wanted(case["background"])) <= set(_listed(background))
    if not case.get("more"):
        assert len(background) == len(case["background"]), _listed(background)


def test_every_type_of_the_codebook_is_some_report_s_subject() -> None:
    assert set(BOOK.types) == {kind for case in plain_cases("frames*.yaml") for kind, _, _ in case["main"]}


def test_a_case_names_its_days_as_days() -> None:
    days = [row[2] for case in plain_cases("frames*.yaml") for row in case["main"] + case["background"]]
    assert all(day is None or isinstance(day, date) or str(day).startswith("--") for day in days)


def test_how_far_days_after_reaches_is_the_codebook_s() -> None:
    text = "North Korea fired missiles on Tuesday, days after it launched a rocket."
    found = gather(report(text, date(2024, 11, 5)), BOOK, LEXICON)
    tellings = tellings_of(found, BOOK)[0]
    reach = [
        d.range
        for d in date_all(found, tellings, None, replace(BOOK, time_words={"days after X": "X+1 .. X+2"}))
        if d.prior
    ]
    assert reach == [DateRange(date(2024, 11, 3), date(2024, 11, 4))]
    assert not [d for d in date_all(found, tellings, None, replace(BOOK, time_words={})) if d.prior]
