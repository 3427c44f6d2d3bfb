"""A small project with people to give its brief to, and the commands run in it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.read.sample import FILES, write
from tests.support.project import run, run_here

MAIN = "reports/small/sections/main.yaml"
STAKEHOLDERS = """\
sender: {name: Example Institute, email: briefs@example.org, smtp: {host: localhost, port: PORT, per_minute: 6000}}
recipients:
  - id: amina
    name: Amina Rahimi
    email: amina@example.org
    delivery: eml
    mark: true
    receives: [{briefs: [small], lengths: [one-page], formats: [pdf]}]
  - id: boris
    name: Boris
    email: boris@example.org
    delivery: smtp
    receives: [{briefs: [small], lengths: [short]}]
  - {id: chen, name: Chen, languages: [zh], receives: [{briefs: [small]}]}
"""
PDF, DECK = (
    "Russia and the takeover - short - 2021-11-14 - en.pdf",
    "Russia and the takeover - short - 2021-11-14 - en.pptx",
)
ONE = "Russia and the takeover - one-page - 2021-11-14 - en.pdf"


class Desk:
    """A project, and the commands run in it."""

    def __init__(self, root: Path, cache: Path, spec: str = "") -> None:
        self.root, self.cache = root, cache
        write(root, {"briefs/small.yaml": FILES["briefs/small.yaml"] + spec})
        self.stakeholders(STAKEHOLDERS)

    def stakeholders(self, text: str, port: int = 587) -> None:
        (self.root / "stakeholders.yaml").write_text(text.replace("PORT", str(port)), "utf-8")

    def edit(self, old: str, new: str, file: str = MAIN) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")

    def __call__(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        verb, *rest = arguments
        if verb == "distribute":
            rest += ["--to", "stakeholders.yaml"]
        words = (verb, *rest, "--cache-dir", self.cache)
        if environment is None:
            return run_here(*words, folder=self.root)
        return run(*words, folder=self.root, environment=environment)

    def files(self, folder: str = "distribution") -> list[str]:
        top = self.root / folder
        return sorted(p.relative_to(top).as_posix() for p in top.rglob("*") if p.is_file() and "sqlite" not in p.name)
