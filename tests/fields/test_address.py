"""What an address tells of when its page was put there."""

from datetime import date

import pytest

from reportedly.fields.address import told_by

DAYS = {
    "https://news.example/2024/09/12/launch": date(2024, 9, 12),
    "https://news.example/2015/12/4/9852826/rockets": date(2015, 12, 4),
    "https://news.example/world/2013-09/16/content_16972248.htm": date(2013, 9, 16),
    "https://news.example/en/news/20230902_08/": date(2023, 9, 2),
    "https://news.example/2023-09-02": date(2023, 9, 2),
    "https://news.example/stories/2010/nov/21/report/": date(2010, 11, 21),
    "https://news.example/2010/Nov/21/report/": date(2010, 11, 21),
    "https://web.archive.example/web/20170903123456/http://news.example/2016/01/06/x": date(2016, 1, 6),
}
MONTHS = {
    "https://news.example/2023/08/second-try": (date(2023, 8, 1), date(2023, 8, 31)),
    "https://news.example/2016/02/": (date(2016, 2, 1), date(2016, 2, 29)),
    "https://news.example/2016/dec/": (date(2016, 12, 1), date(2016, 12, 31)),
}
NEITHER = (
    None,
    "",
    "https://news.example/launch",
    "https://news.example/2016/1234567/",
    "https://news.example/12023/08/a",
    "https://news.example/2017-nuclear-test",
    "https://news.example/2010/dec-report",
    "https://news.example/2023/02/31/a",
    "https://news.example/2023/13/a",
    "https://news.example/?date=2023/08/24",
    "https://news.example/2016/abc/",
)


@pytest.mark.parametrize("url", DAYS)
def test_an_address_bears_a_day(url: str) -> None:
    assert told_by(url) == (DAYS[url], DAYS[url])


@pytest.mark.parametrize("url", MONTHS)
def test_an_address_bears_a_month(url: str) -> None:
    assert told_by(url) == MONTHS[url]


@pytest.mark.parametrize("url", NEITHER)
def test_an_address_bears_neither(url: str | None) -> None:
    assert told_by(url) is None
