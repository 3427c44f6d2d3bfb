"""The verb `template`: the deck's template for designers, and what a house's own gives."""

from pathlib import Path

import click

from . import show
from .options import FILE, PROJECT


@click.command()
@click.argument("theme", required=False)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Where to write (default: THEME.pptx).")
@click.option("--inspect", "house", type=FILE, metavar="FILE", help="Tell what this .pptx gives as a template instead.")
@PROJECT
def template(theme: str | None, output: Path | None, house: Path | None, project: Path | None) -> None:
    """Write the template of a THEME's decks for designers, or tell what a house's own .pptx gives to it."""
    from ..build import templates

    if house is not None and output is not None:
        raise click.UsageError("--inspect writes nothing: leave --output out")
    if house is not None:
        lines, told = templates.inspect(house, theme=theme or "chancery", root=project)
        for line in lines:
            show.say(line)
        show.diagnostics(told)
        return
    if theme is None:
        raise click.UsageError("give a THEME, or --inspect FILE")
    show.say(f"wrote {templates.write(theme, output=output or Path(f'{theme}.pptx'), root=project)}")
