"""HEAD is answered like GET, without the body: what links are tried with, and what asks how large an answer is."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Headed:
    """Hands every HEAD on as a GET, and sends on only the head of the answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is answered."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def head(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, head)
