"""Reports in our own words, answers about them, and a server on this machine that gives them, or does worse."""

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from reportedly import codebook
from reportedly.extractors.llm.claims import UNCHECKED
from reportedly.extractors.llm.places import occurrences
from reportedly.extractors.protocol import Choice
from reportedly.fields import registry
from reportedly.model import Block, BlockKind, Claim, Extraction, Published, Report, Span, Stance, bytes_id

BOOK = codebook.load()
TEXT = """North Korea fires missiles

North Korea fired at least two short-range ballistic missiles from Kaechon on Wednesday, the South Korean military said.
They flew about 400 km. Japan's coast guard said that two missiles had been fired.
"""
Body = dict[str, Any]
Script = Callable[[BaseHTTPRequestHandler, Body], None]


def report(text: str = TEXT, path: str = "report.txt") -> Report:
    """A report of a text, its first line the title, published on 18 September 2024."""
    title, gap, body = text.partition("\n\n")
    start = len(title) + len(gap)
    blocks = [Block(Span(0, len(title)), BlockKind.TITLE), Block(Span(start, start + len(body)), BlockKind.BODY)]
    return Report(
        id=bytes_id(text.encode()), path=path, text=text, raw=text.encode(), language="en",
        blocks=tuple(b for b in blocks if len(b.span)), published=Published(date(2024, 9, 18)),
    )  # fmt: skip


def claim(field_: str, value: object, written: str, **more: object) -> Body:
    """A claim as a model answers it, of the first mention."""
    plain = {"context": None, "nth": None, "voices": [], "cue": None, "stance": "asserted"}
    return {"mention": "m1", "field": field_, "value": value, "written": written, **plain, **more}


def answer(*claims: Body, type_: str = "missile_launch", role: str = "main", state: str | None = "PRK") -> Body:
    """An answer with one mention and these claims."""
    return {"mentions": [{"key": "m1", "type": type_, "role": role, "state": state}], "claims": list(claims)}


JCS = {"voices": ["the South Korean military"], "cue": "said"}
COAST_GUARD = {"voices": ["Japan's coast guard"], "cue": "said"}
GOOD = answer(
    claim("type", "missile_launch", "North Korea fires missiles"),
    claim("type", "missile_launch", "North Korea fired at least two short-range ballistic missiles", **JCS),
    claim("count", {"min": 2, "max": None, "approximate": False}, "at least two", **JCS),
    claim("weapon_class", "SRBM", "short-range ballistic missiles", **JCS),
    claim("date", {"earliest": "2024-09-18", "latest": "2024-09-18", "partial": None}, "Wednesday", **JCS),
    claim("distance_km", {"min": 400, "max": 400, "approximate": True}, "about 400 km", **JCS),
    claim("count", {"min": 2, "max": 2, "approximate": False}, "two missiles", **COAST_GUARD),
)


def said_of(extraction: Extraction, of: Report) -> Body:
    """The answer of a model that reads just what was read here."""
    return {
        "mentions": [
            {"key": m.id, "type": m.type, "role": m.role.value, "state": m.state} for m in extraction.mentions
        ],
        "claims": [_said(c, of) for m in extraction.mentions for c in m.claims if c.field not in UNCHECKED],
    }


def _said(claim: Claim, of: Report) -> Body:
    places = occurrences(of, claim.written)
    value = registry.to_json(claim.field, claim.value)
    return {
        "mention": claim.mention, "field": claim.field, "value": value, "written": claim.written, "context": None,
        "nth": places.index(claim.span) + 1 if claim.span in places else None, "voices": [], "cue": claim.cue if claim.stance is not Stance.ASSERTED else None,
        "stance": claim.stance.value,
    }  # fmt: skip


@dataclass
class Served:
    """A server that runs: its address, and what it was asked, with the headers."""

    endpoint: str
    asked: list[Body] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serve(*scripts: Script) -> Iterator[Served]:
    """A server on this machine that follows one script a request, and the last of them from then on."""
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions"
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.asked.append(body)
            served.headers.append(dict(self.headers))
            with suppress(ConnectionError):
                scripts[min(len(served.asked), len(scripts)) - 1](self, body)

        def log_message(self, *_: object) -> None:
            """Nothing; tests are silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.served = served  # type: ignore[attr-defined]  # for the scripts that wait until the test is over
    served.endpoint = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completes(content: object, *, finish: str = "stop", usage: tuple[int, int] | None = (1000, 200)) -> Script:
    """A completion with this content, as JSON unless it is text."""
    words = content if isinstance(content, str) else json.dumps(content)
    body: Body = {"choices": [{"message": {"content": words}, "finish_reason": finish}]}
    if usage is not None:
        body["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
    return sends(json.dumps(body))


def sends(words: str, status: int = 200, **headers: str) -> Script:
    """A response with just this body."""

    def script(handler: BaseHTTPRequestHandler, _: Body) -> None:
        raw = words.encode()
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(raw)))
        handler.end_headers()
        handler.wfile.write(raw)

    return script


def sleeps(handler: BaseHTTPRequestHandler, _: Body) -> None:
    """No response, until the test is over."""
    handler.server.served.over.wait(30)  # type: ignore[attr-defined]  # set by serve


def drips(handler: BaseHTTPRequestHandler, _: Body) -> None:
    """A response that goes on for ever, a blank at a time."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.served.over.wait(0.03):  # type: ignore[attr-defined]  # set by serve
        handler.wfile.write(b" ")
        handler.wfile.flush()


def hangs_up(handler: BaseHTTPRequestHandler, _: Body) -> None:
    """The connection closed without a word."""
    handler.close_connection = True
    handler.connection.shutdown(2)


def nowhere() -> str:
    """An endpoint at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


def choice(endpoint: str, **more: Any) -> Choice:
    """A choice of the model reader that does not wait long."""
    return Choice(**{"name": "llm", "endpoint": endpoint, "model": "tiny", "timeout": 5.0, "pause": 0.01} | more)
