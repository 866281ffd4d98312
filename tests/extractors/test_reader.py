"""The model reads what passes triage; where it gives no answer the rules read, and a problem says why."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from served import (
    BOOK,
    COAST_GUARD,
    GOOD,
    TEXT,
    Body,
    Script,
    answer,
    choice,
    claim,
    completes,
    nowhere,
    report,
    sends,
    serve,
    sleeps,
)

from reportedly.extract.extractor import Extractor
from reportedly.extractors.llm.question import Question, schema, shown
from reportedly.extractors.llm.reader import ModelReader
from reportedly.extractors.protocol import Choice, Reading
from reportedly.model import Block, BlockKind, ProblemKind, Span
from reportedly.model.errors import UsageError

RULES = Extractor(BOOK)
NOISE = "Two elected officials met\n\nThe ferries were late again, the harbour master said.\n"


def reading(*scripts: Script, **more: object) -> Reading:
    """What a reader makes of the report with a server that follows these scripts."""
    with serve(*scripts) as served:
        (found,) = ModelReader(BOOK, choice(served.endpoint, **more)).extract_many([report()])
    return found


def test_a_good_answer_is_read_and_its_cost_told() -> None:
    found = reading(completes(GOOD, usage=(900, 150)))
    assert found.problem is None
    assert not found.fell_back
    assert len(found.extraction.claims) == len(GOOD["claims"])
    assert found.cost is not None
    assert (found.cost.asked, found.cost.answered, found.cost.tokens_in, found.cost.tokens_out) == (1, 1, 900, 150)
    assert (found.cost.kept, found.cost.refused) == (len(GOOD["claims"]), {})
    assert found.cost.seconds > 0


def test_an_answer_in_a_fence_is_read_too() -> None:
    assert not reading(completes(f"```json\n{json.dumps(GOOD)}\n```")).fell_back


def test_wrong_claims_are_counted_and_right_ones_kept() -> None:
    wrong = claim("count", {"min": 9, "max": 9, "approximate": False}, "two missiles", **COAST_GUARD)
    invented = claim("outcome", "failure", "the missile exploded")
    said = GOOD | {"claims": [*GOOD["claims"], wrong, invented, "nonsense"]}
    found = reading(completes(said))
    assert found.problem is None
    assert found.cost is not None
    assert sorted(found.cost.refused.values()) == [1, 1, 1]
    assert found.cost.kept == len(GOOD["claims"])


def test_a_report_without_an_incident_is_irrelevant_and_no_problem() -> None:
    found = reading(completes({"mentions": [], "claims": []}))
    assert not found.extraction.relevant
    assert found.problem is None


@pytest.mark.parametrize(
    ("scripts", "reason"),
    [
        ([completes("Certainly! Here is")], "no JSON"),
        ([completes('{"mentions": [], "claims": [{"men')], "no JSON"),
        ([completes({"mentions": {}})], "not the shape asked for"),
        ([completes('{"mentions": [], "claims": []', finish="length")], "ends in the middle"),
        ([completes(answer(claim("type", "missile_launch", "Iran fired missiles")))], "nothing the model said"),
        ([sends("", 500)], "answered 500"),
        ([sends("{}", 401)], "answered 401"),
        ([sleeps], "no answer within 0.3 seconds"),
    ],
)
def test_without_a_good_answer_the_rules_read_and_a_problem_says_so(scripts: list[Script], reason: str) -> None:
    found = reading(*scripts, timeout=0.3)
    assert found.fell_back
    assert found.extraction == RULES.extract(report())
    assert found.problem is not None
    assert found.problem.kind is ProblemKind.READER
    assert reason in found.problem.message
    assert "the rules read it instead" in found.problem.remedy
    assert found.problem.report == report().id
    assert found.cost is not None
    assert found.cost.asked == 1


def test_tokens_of_an_answer_that_cannot_be_read_are_counted() -> None:
    for script in (completes("no", usage=(5, 4)), completes("{", usage=(5, 4), finish="length")):
        found = reading(script)
        assert found.cost is not None
        assert (found.cost.tokens_in, found.cost.tokens_out) == (5, 4)


def test_what_does_not_pass_triage_or_is_not_english_is_never_sent() -> None:
    with serve(completes(GOOD)) as served:
        reader = ModelReader(BOOK, choice(served.endpoint))
        found = list(reader.extract_many([report(NOISE), replace(report(), language="de")]))
    assert served.asked == []
    assert [r.extraction.relevant for r in found] == [False, False]
    assert [r.cost for r in found] == [None, None]


def test_a_server_that_is_away_is_given_up_and_no_report_lost() -> None:
    reports = [report(TEXT + f"\nReport {n}.\n") for n in range(7)]
    found = list(ModelReader(BOOK, choice(nowhere(), attempts=1)).extract_many(reports))
    told = [r.problem.message for r in found if r.problem is not None]
    assert all(r.extraction.relevant for r in found)
    assert ["cannot be reached" in message for message in told] == [True] * 5 + [False] * 2
    assert "given up after 5 reports" in told[-1]


def test_a_report_too_long_for_any_model_is_read_by_the_rules() -> None:
    with serve(completes(GOOD)) as served:
        (found,) = ModelReader(BOOK, choice(served.endpoint)).extract_many([report(TEXT + "More. " * 20_000)])
    assert served.asked == []
    assert found.problem is not None
    assert "too long" in found.problem.message


def test_only_title_body_outlet_and_day_leave_the_machine() -> None:
    text = report().text + "Photo: a map of the secret island"
    blocks = (*report().blocks, Block(Span(len(report().text), len(text)), BlockKind.CAPTION))
    sent = shown(replace(report(), text=text, blocks=blocks, outlet="The Harbour Post", path="/home/somebody/x.txt"))
    assert sent.startswith("Outlet: The Harbour Post\nPublished: 2024-09-18\n\nTitle: North Korea fires missiles\n\n")
    assert "secret" not in sent
    assert "somebody" not in sent


def test_the_shape_asked_for_is_strict_and_takes_good_answers() -> None:
    shape = schema(BOOK)
    Draft202012Validator.check_schema(shape)
    assert Draft202012Validator(shape).is_valid(GOOD)
    assert not Draft202012Validator(shape).is_valid(answer(claim("relation", {"kind": "x"}, "y")))
    _strict(shape)


def _strict(shape: object) -> None:
    """Every object closed, with all its keys required: what servers ask of a strict schema."""
    if isinstance(shape, list):
        for inner in shape:
            _strict(inner)
    if isinstance(shape, dict):
        assert "$ref" not in shape
        if shape.get("type") == "object":
            assert shape["additionalProperties"] is False
            assert shape["required"] == list(shape["properties"])
        for inner in shape.values():
            _strict(inner)


def test_the_request_names_model_and_schema() -> None:
    body: Body = Question(BOOK, "tiny").about(report())
    assert body["model"] == "tiny"
    assert body["response_format"]["type"] == "json_schema"
    assert body["response_format"]["json_schema"]["schema"] == schema(BOOK)
    assert TEXT.split("\n\n")[1].strip() in body["messages"][1]["content"]


def test_the_identity_names_the_model() -> None:
    one, two = (ModelReader(BOOK, choice("http://localhost/v1", model=name)).identity for name in ("a", "b"))
    assert one.startswith("llm:a:")
    assert one != two
    assert ModelReader(BOOK, choice("http://elsewhere/v1", model="a", key="k")).identity == one


@pytest.mark.parametrize("half", [Choice("llm"), Choice("llm", endpoint="http://x/v1"), Choice("llm", model="m")])
def test_half_a_choice_is_wrong_use(half: Choice) -> None:
    with pytest.raises(UsageError, match="--endpoint URL and --model NAME"):
        ModelReader(BOOK, half)
