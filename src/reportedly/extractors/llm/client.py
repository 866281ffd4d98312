"""The conversation with an OpenAI-compatible server: one question, one answer, a bounded number of attempts."""

import json
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from reportedly.extractors.protocol import Choice
from reportedly.model.errors import ReaderError, UsageError

if TYPE_CHECKING:
    import httpx
    import tenacity

_PATH = "/chat/completions"
_LARGEST = 16_000_000  # bytes of one answer
_LONGEST_WAIT = 60.0  # seconds between two attempts, whatever a server asks for
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_REMEDIES = {
    400: "see whether the server knows the model, takes response_format json_schema, and has room for the report",
    401: "set the key the server wants: see --help",
    403: "set a key that may use this model: see --help",
    404: "check --endpoint (it ends in /v1 for most servers) and --model",
    413: "the report is too long for the server; choose another model",
    429: "wait, or read fewer reports at a time with --jobs",
}


class _BusyError(ReaderError):
    """The server is away or overloaded: worth another attempt; `wait` is what it asks for, in seconds."""

    def __init__(self, reason: str, remedy: str, wait: float = 0.0) -> None:
        super().__init__(reason, remedy)
        self.wait = wait


class Reply(BaseModel):
    """What a model wrote, and the tokens the server counted, None where it does not tell."""

    content: str
    tokens_in: int | None = None
    tokens_out: int | None = None


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Option(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Completion(BaseModel):
    choices: tuple[_Option, ...]
    usage: _Usage | None = None


class CutError(ReaderError):
    """The answer was refused or ends in the middle: it cost what `reply` says and cannot be read."""

    def __init__(self, reason: str, remedy: str, reply: Reply) -> None:
        super().__init__(reason, remedy)
        self.reply = reply


class Client:
    """Asks one server; safe to call from several threads."""

    def __init__(self, choice: Choice) -> None:
        self._url, self.host = _address(choice.endpoint or "")
        self._choice = choice
        self._http = _open(choice)

    def ask(self, question: dict[str, Any]) -> Reply:
        """The model's answer. ReaderError, with what the user can do, where there is none."""
        import tenacity  # noqa: PLC0415 - an optional extra, needed by this reader alone

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_BusyError),
            stop=tenacity.stop_after_attempt(self._choice.attempts),
            wait=self._pause,
            reraise=True,
        )
        return _reply(retrying(self._once, question))

    def _pause(self, state: "tenacity.RetryCallState") -> float:
        """Twice as long each time; longer where the server asks for it."""
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, _BusyError) else 0.0
        return min(_LONGEST_WAIT, max(asked, self._choice.pause * 2.0 ** (state.attempt_number - 1)))

    def _once(self, question: dict[str, Any]) -> bytes:
        import httpx  # noqa: PLC0415 - an optional extra, needed by this reader alone

        until = monotonic() + self._choice.timeout
        try:
            with self._http.stream("POST", self._url, json=question) as response:
                raw = self._read(response, until)
                if response.status_code != httpx.codes.OK:
                    raise self._failed(response, raw)
                return raw
        except httpx.TimeoutException as error:
            reason = f"{self.host} gave no answer within {self._choice.timeout:g} seconds"
            raise ReaderError(reason, "give it longer with --timeout, or take a faster model") from error
        except httpx.HTTPError as error:
            reason = f"{self.host} cannot be reached: {str(error) or type(error).__name__}"
            raise _BusyError(reason, "check --endpoint, and that the server runs") from error

    def _read(self, response: "httpx.Response", until: float) -> bytes:
        """The whole body, within the time and size an answer may take: a server that drips is a slow one."""
        import httpx  # noqa: PLC0415 - an optional extra, needed by this reader alone

        raw = bytearray()
        for piece in response.iter_bytes():
            raw += piece
            if monotonic() > until:
                raise httpx.ReadTimeout("too slow")
            if len(raw) > _LARGEST:
                raise ReaderError(f"{self.host} sends more than any answer holds", "check --endpoint")
        return bytes(raw)

    def _failed(self, response: "httpx.Response", raw: bytes) -> ReaderError:
        code = response.status_code
        told = _told(raw, self._choice.key)
        reason = f"{self.host} answered {code}{f': {told}' if told else ''}"
        if code in _BUSY:
            return _BusyError(
                reason, _REMEDIES.get(code, "try again later"), _seconds(response.headers.get("retry-after"))
            )
        return ReaderError(reason, _REMEDIES.get(code, "check --endpoint and --model"))


def _address(endpoint: str) -> tuple[str, str]:
    """Where to ask, and the host as messages name it. UsageError where the endpoint is no plain address."""
    try:
        parts = urlsplit(endpoint)
        sound = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        sound = None
    if not sound:
        raise UsageError(f"--endpoint {endpoint!r} is no address; write http://localhost:8080/v1 or the like")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError("--endpoint must hold no password, key or query; see --help for where the key goes")
    base = endpoint.rstrip("/")
    return (base if base.endswith(_PATH) else base + _PATH), f"{parts.scheme}://{parts.netloc}"


def _open(choice: Choice) -> "httpx.Client":
    try:
        import httpx  # noqa: PLC0415 - an optional extra, needed by this reader alone
        import tenacity  # noqa: F401, PLC0415 - the same; missed here rather than at the first report
    except ImportError as error:
        raise UsageError(
            f"--reader llm needs the package {error.name}, which is not installed: pip install 'reportedly[llm]'"
        ) from error
    headers = {"Authorization": f"Bearer {choice.key}"} if choice.key else {}
    if choice.key and not (choice.key.isascii() and choice.key.isprintable()):
        raise UsageError("the key for --reader llm holds characters that no key has; set it again")
    return httpx.Client(headers=headers, timeout=choice.timeout)


def _reply(raw: bytes) -> Reply:
    try:
        completion = _Completion.model_validate(json.loads(raw))
        option = completion.choices[0]
    except (ValidationError, ValueError, RecursionError, IndexError) as error:
        raise ReaderError(
            "the server's answer is none of the OpenAI-compatible kind", "check --endpoint: most end in /v1"
        ) from error
    usage = completion.usage or _Usage()
    reply = Reply(
        content=option.message.content or "", tokens_in=usage.prompt_tokens, tokens_out=usage.completion_tokens
    )
    if option.finish_reason == "length":
        raise CutError("the model's answer ends in the middle", "let the server give longer answers", reply)
    if option.message.refusal or not reply.content.strip():
        raise CutError("the model gave no answer", "try another model", reply)
    return reply


def _told(raw: bytes, key: str | None) -> str:
    """The server's own words on what is wrong, in short, without the key."""
    try:
        error = json.loads(raw)["error"]
        told = error["message"] if isinstance(error, dict) else error
    except (ValueError, RecursionError, KeyError, TypeError):
        return ""
    words = " ".join(str(told).split())[:200]
    return words.replace(key, "(key)") if key else words


def _seconds(header: str | None) -> float:
    try:
        return max(0.0, float(header or 0))
    except ValueError:
        return 0.0
