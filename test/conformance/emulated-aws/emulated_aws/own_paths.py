"""The emulator's own paths, beside AWS's: the inventory, and what exists before a deployment."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from . import existing, inventory


class WithOwnPaths:
    """A WSGI application that answers for the emulator's own paths and leaves everything else to moto."""

    def __init__(self, application: Any) -> None:
        self._application = application

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        asked = environ.get("REQUEST_METHOD"), environ.get("PATH_INFO")
        if asked == ("GET", inventory.PATH):
            answer: Any = inventory.inventory()
        elif asked == ("POST", existing.PATH):
            answer = existing.create(json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))))
        else:
            return self._application(environ, start_response)
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(answer, default=str).encode()]
