"""The conversation with a server that answers well, badly, slowly, again, or not at all."""

import sys
from time import monotonic

import pytest
from served import GOOD, Script, choice, completes, drips, hangs_up, nowhere, sends, serve, sleeps

from reportedly.extractors.llm.client import Client, CutError
from reportedly.model.errors import ReaderError, UsageError

QUESTION = {"model": "tiny", "messages": []}


def failure(*scripts: Script, **more: object) -> ReaderError:
    """What a client says of a server that follows these scripts."""
    with serve(*scripts) as served, pytest.raises(ReaderError) as caught:
        Client(choice(served.endpoint, **more)).ask(QUESTION)
    assert caught.value.remedy
    return caught.value


def test_a_good_answer_comes_with_its_tokens() -> None:
    with serve(completes("words", usage=(7, 3))) as served:
        reply = Client(choice(served.endpoint)).ask(QUESTION)
    assert (reply.content, reply.tokens_in, reply.tokens_out) == ("words", 7, 3)
    assert served.asked == [QUESTION]


def test_tokens_that_the_server_does_not_count_are_unknown() -> None:
    with serve(completes("words", usage=None)) as served:
        reply = Client(choice(served.endpoint)).ask(QUESTION)
    assert (reply.tokens_in, reply.tokens_out) == (None, None)


def test_the_key_goes_to_the_server_and_into_no_message() -> None:
    with serve(sends('{"error": {"message": "bad key sk-secret"}}', 401)) as served:
        asked = choice(served.endpoint, key="sk-secret")
        with pytest.raises(ReaderError) as caught:
            Client(asked).ask(QUESTION)
    assert served.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "answered 401: bad key (key)" in caught.value.reason
    assert "sk-secret" not in f"{caught.value}{asked}"
    assert len(served.asked) == 1


def test_a_busy_server_is_asked_again_and_not_for_ever() -> None:
    with serve(sends("", 500), sends("", 429, Retry_After="0.01"), completes(GOOD)) as served:
        assert Client(choice(served.endpoint)).ask(QUESTION).content
        assert len(served.asked) == 3
    with serve(sends("", 503)) as served, pytest.raises(ReaderError, match="503"):
        Client(choice(served.endpoint)).ask(QUESTION)
    assert len(served.asked) == 3


def test_a_server_that_hangs_up_is_asked_again() -> None:
    with serve(hangs_up, completes("words")) as served:
        assert Client(choice(served.endpoint)).ask(QUESTION).content == "words"


@pytest.mark.parametrize("script", [sleeps, drips])
def test_a_slow_server_is_not_waited_for(script: Script) -> None:
    started = monotonic()
    assert "no answer within 0.2 seconds" in failure(script, timeout=0.2).reason
    assert monotonic() - started < 3


def test_nobody_listens() -> None:
    with pytest.raises(ReaderError, match="cannot be reached") as caught:
        Client(choice(nowhere())).ask(QUESTION)
    assert "check --endpoint" in caught.value.remedy


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (sends("<html>"), "none of the OpenAI-compatible kind"),
        (sends('{"choices": []}'), "none of the OpenAI-compatible kind"),
        (sends("[" * 100_000), "none of the OpenAI-compatible kind"),
        (sends("moved", 307, Location="http://127.0.0.1:9/"), "answered 307"),
        (sends('{"error": "no such model"}', 404), "answered 404: no such model"),
        (sends('{"error": {"message": "no schema"}}', 400), "answered 400: no schema"),
    ],
)
def test_what_is_no_answer_says_what_it_is(script: Script, reason: str) -> None:
    assert reason in failure(script).reason


def test_an_answer_cut_short_still_tells_what_it_cost() -> None:
    cut = failure(completes("{", finish="length", usage=(9, 8)))
    assert isinstance(cut, CutError)
    assert cut.reply.tokens_out == 8
    assert "gave no answer" in failure(completes("")).reason


@pytest.mark.parametrize(
    "endpoint", ["", "localhost:8080", "ftp://x/v1", "http://", "http://u:p@x/v1", "http://x/v1?key=1", "http://x:y/v1"]
)
def test_an_endpoint_that_is_none_is_wrong_use(endpoint: str) -> None:
    with pytest.raises(UsageError, match="--endpoint"):
        Client(choice(endpoint))


def test_a_key_with_a_line_end_in_it_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="key"):
        Client(choice("http://localhost/v1", key="a\nb"))


def test_the_library_that_is_missing_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(UsageError, match=r"pip install 'reportedly\[llm\]'"):
        Client(choice("http://localhost/v1"))
