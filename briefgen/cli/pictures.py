"""The verb `figures`: single figures for a web page or a post."""

from pathlib import Path

import click

from . import show
from .options import FILE, FOLDER, PROJECT, default_cache, epoch

WIDEST, NARROWEST = 400, 60
MOST_DPI, LEAST_DPI = 1200, 36


@click.command()
@click.argument("spec", type=FILE)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["svg", "png", "pdf"]),
    default=("svg",),
    help="Kind of file (default: svg); may be repeated.",
)
@click.option("-o", "--output", type=FOLDER, default=Path("out"), metavar="DIR", help="Where to write (default: out).")
@click.option(
    "--width",
    type=click.IntRange(NARROWEST, WIDEST),
    default=160,
    metavar="MM",
    help="Width of a figure in millimetres (default: 160).",
)
@click.option(
    "--dpi",
    type=click.IntRange(LEAST_DPI, MOST_DPI),
    default=300,
    metavar="N",
    help="Pixels to the inch of a PNG (default: 300).",
)
@PROJECT
@click.option("--cache-dir", type=FOLDER, metavar="DIR", help="Where drawings and parsed files are kept.")
def figures(
    spec: Path,
    names: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    width: int,
    dpi: int,
    project: Path | None,
    cache_dir: Path | None,
) -> None:
    """Draw single figures of SPEC's report as a brief dresses them: the spec's own, or those NAMEd."""
    from ..build.single import draw

    done = draw(
        spec,
        names,
        formats=formats,
        width_mm=width,
        dpi=dpi,
        output=output,
        root=project,
        cache_folder=cache_dir or default_cache(),
        epoch=epoch(),
    )
    for file in done.files:
        click.echo(file)
    show.diagnostics(done.warnings)
