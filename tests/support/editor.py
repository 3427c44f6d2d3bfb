"""An editor without a window: it opens files in a YAML language server and asks what a person would see."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from .project import ROOT

SERVER = ROOT / "tests" / "judges" / "yamlls"
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
"""What an editor sets; no list of schemas is fetched."""

Answer = Any


class Editor:
    """A session with the server (Language Server Protocol 3.17); state, since a session is one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked = self._opened = 0
        self._marked: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        capable = {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}
        self._ask("initialize", {"processId": os.getpid(), "rootUri": self._folder.as_uri(), "capabilities": capable})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def marks(self, folder: Path, text: str) -> list[str]:
        """Return what is underlined in a file of a folder: line:column from 1, and the message."""
        uri = self._open(folder, text)
        while uri not in self._marked:
            self._hear()
        found = self._marked[uri]
        starts = [(one["range"]["start"], one["message"]) for one in found]
        return [f"{at['line'] + 1}:{at['character'] + 1} {message}" for at, message in starts]

    def offers(self, folder: Path, text: str) -> dict[str, str]:
        """Return what is offered where `|` stands in a text: labels, and what is said of them."""
        before, _, after = text.partition("|")
        at = _at(self._open(folder, before + after), before)
        found = self._ask("textDocument/completion", at)
        items = found["items"] if isinstance(found, dict) else found
        return {one["label"]: _words(one.get("documentation")) for one in items}

    def says(self, folder: Path, text: str) -> str:
        """Return what is shown over the word where `|` stands."""
        before, _, after = text.partition("|")
        at = _at(self._open(folder, before + after), before)
        return _words((self._ask("textDocument/hover", at) or {}).get("contents"))

    def _open(self, folder: Path, text: str) -> str:
        """Open a text as a new file, which need not exist, and return its address."""
        self._opened += 1
        uri = (folder / f"open-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _tell(self, method: str, params: Answer, **more: Answer) -> None:
        data = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._send(data)

    def _send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def _ask(self, method: str, params: Answer) -> Answer:
        self._asked += 1
        number = self._asked
        self._tell(method, params, id=number)
        while True:
            heard = self._hear()
            if heard.get("id") == number and "method" not in heard:
                assert "error" not in heard, heard["error"]
                return heard["result"]

    def _hear(self) -> dict[str, Any]:
        """Return the next message, its request answered and its diagnostics kept."""
        assert self._process.stdout is not None
        size = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        assert size, "the server has ended"
        heard: dict[str, Any] = json.loads(self._process.stdout.read(size))
        if "method" in heard and "id" in heard:
            wanted = heard.get("params", {}).get("items", []) if heard["method"] == "workspace/configuration" else []
            result = [SETTINGS.get(item.get("section", ""), {}) for item in wanted] if wanted else None
            self._send(json.dumps({"jsonrpc": "2.0", "id": heard["id"], "result": result}).encode())
        elif heard.get("method") == "textDocument/publishDiagnostics":
            self._marked[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        return heard


def _at(uri: str, before: str) -> Answer:
    """Return the place behind some text of a file."""
    line = before.rpartition("\n")[2]
    return {"textDocument": {"uri": uri}, "position": {"line": before.count("\n"), "character": len(line)}}


def _words(said: Answer) -> str:
    return str(said.get("value", "")) if isinstance(said, dict) else str(said or "")
