"""The command `briefgen` and its verbs; each imports what it needs when it runs."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from .. import __version__
from ..diagnostics import Diagnostic
from ..errors import CheckError, DeliveryError, InputError
from . import distribution, show
from .options import FILE, FOLDER, PROJECT, default_cache, epoch
from .pictures import figures
from .templates import template

INPUT_WRONG, CHECK_FAILED, UNDELIVERED = 1, 4, 5
F = Callable[..., Any]
LISTED = (
    *("units", "sections", "points", "topics", "events", "actors", "places", "groups", "relations", "quantities"),
    *("references", "figures", "tables", "reports", "themes", "lengths", "markings"),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefgen")
def cli() -> None:
    """Turn one structured report and a short YAML spec into policy briefs and decks of several lengths."""


@cli.command()
@click.argument("specs", nargs=-1, type=FILE, metavar="[SPEC]...")
@click.option("-o", "--output", type=FOLDER, default=Path("out"), metavar="DIR", help="Where to write (default: out).")
@PROJECT
@click.option("--length", "lengths", multiple=True, metavar="L", help="Build only this length; may be repeated.")
@click.option("--format", "formats", multiple=True, type=click.Choice(["pdf", "pptx"]), help="Build only this format.")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes to use (default: 1).")
@click.option("--cache-dir", type=FOLDER, metavar="DIR", help="Where drawings and parsed files are kept.")
@click.option("-v", "--verbose", is_flag=True, help="List the units used and left out.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def build(
    specs: tuple[Path, ...],
    output: Path,
    project: Path | None,
    lengths: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int,
    cache_dir: Path | None,
    verbose: bool,
    quiet: bool,
) -> None:
    """Build briefs: all of the project's, or those of the SPECs named."""
    from ..build import build as run

    def told(report: Any) -> None:
        if not quiet:
            show.say(report.told(verbose=verbose, lengths=lengths, formats=formats))

    bars: list[show.Progress] = []

    def begun(total: int) -> Callable[[str], None]:
        bars.append(show.Progress(total, quiet=quiet))
        return bars[-1].step

    try:
        done = run(
            specs,
            output=output,
            root=project,
            lengths=lengths,
            formats=formats,
            jobs=jobs,
            cache_folder=cache_dir or default_cache(),
            epoch=epoch(),
            progress=begun,
        )
    finally:
        for bar in bars:
            bar.close()
    for one in done.briefs:
        told(one)
    if not quiet:
        show.diagnostics(done.warnings)


@cli.command()
@click.argument("specs", nargs=-1, type=FILE, metavar="[SPEC]...")
@PROJECT
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--cache-dir", type=FOLDER, metavar="DIR", help="Where parsed files are kept.")
def check(specs: tuple[Path, ...], project: Path | None, as_json: bool, cache_dir: Path | None) -> None:
    """Tell all that is wrong with specs, their reports and themes; without SPEC, with everything in the project."""
    from ..build.checked import check as run

    try:
        found, counted = run(specs, root=project, cache_folder=cache_dir or default_cache())
    except InputError as error:
        found, counted = error.diagnostics, ""
    if as_json:
        show.say(show.as_json(found))
    else:
        show.diagnostics(found)
        if not found:
            show.say(counted)
    if any(d.severity.value == "error" for d in found):
        sys.exit(INPUT_WRONG)


@cli.command("list")
@click.argument("what", type=click.Choice(LISTED))
@click.option("--report", metavar="ID", help="Of this report (default: all of the project's).")
@PROJECT
def list_(what: str, report: str | None, project: Path | None) -> None:
    """List the ids that a spec may name, one a line, with what they stand for."""
    from ..build.checked import listed

    for line in listed(what, report=report, root=project):
        show.say(line)


@cli.command()
@click.argument("spec", type=FILE)
@click.argument("unit")
@PROJECT
def why(spec: Path, unit: str, project: Path | None) -> None:
    """Say why a UNIT is in or out of each length of a SPEC."""
    from ..build import why as run

    for line in run(spec, unit, root=project, cache_folder=default_cache()):
        show.say(line)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--page", type=click.IntRange(1), metavar="N", help="Only this page or slide.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
def trace(file: Path, page: int | None, as_json: bool) -> None:
    """List the units on each page or slide of a FILE with their sources, from the file alone."""
    from ..build.traced import trace as run
    from .traced import table

    found = run(file, page=page)
    click.echo(found.as_json(page) if as_json else table(found, page))


@cli.command()
@click.argument("kind")
@PROJECT
def schema(kind: str, project: Path | None) -> None:
    """Print the JSON Schema of a KIND of file; with --project its ids are filled in for an editor."""
    from ..build.checked import schema_text

    show.say(schema_text(kind, root=project))


@cli.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what a diagnostic CODE means, why it matters and what to do."""
    from ..build.checked import explained

    show.say(explained(code))


@cli.command()
@click.argument("name")
@click.option("--report", metavar="ID", help="The report to draw from (default: the project's first).")
@click.option("--theme-like", metavar="ID", help="Write themes/NAME.yaml instead, a copy of this theme to change.")
@PROJECT
def new(name: str, report: str | None, theme_like: str | None, project: Path | None) -> None:
    """Write briefs/NAME.yaml, a commented spec to start from; an existing file is never overwritten."""
    from ..build import starting

    if theme_like is not None and report is not None:
        raise click.UsageError("a theme is drawn from no report: give --report or --theme-like, not both")
    if theme_like is not None:
        path = starting.theme(name, like=theme_like, root=project)
    else:
        path = starting.spec(name, report=report, root=project)
    show.say(f"wrote {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}")


for verb in (figures, template, distribution.distribute, distribution.status, distribution.ledger):
    cli.add_command(verb)


def main() -> None:
    """Run the command; wrong input ends with its diagnostics and an exit code, never with a traceback."""
    show.plainly()
    collect_seldom()
    try:
        cli.main(standalone_mode=True)
    except InputError as error:
        show.diagnostics(error.diagnostics)
        sys.exit(INPUT_WRONG)
    except CheckError as error:
        show.diagnostics(error.diagnostics)
        sys.exit(CHECK_FAILED)
    except DeliveryError as error:
        show.diagnostics(error.diagnostics)
        sys.exit(UNDELIVERED)
    except Exception as error:
        if os.environ.get("BRIEFGEN_DEBUG"):
            raise
        show.diagnostics((_ours(error),))
        sys.exit(CHECK_FAILED)


def collect_seldom() -> None:
    """Collect garbage less often: a build makes much and drops little, and looking for it is a tenth of its time."""
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)


def _ours(error: Exception) -> Diagnostic:
    """Return what a person is told of an error that nobody foresaw."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return Diagnostic(
        code="BG999",
        message=f"briefgen itself failed ({what}); nothing was written",
        hint="this is our fault: run again with BRIEFGEN_DEBUG=1 set and report what it prints",
    )
