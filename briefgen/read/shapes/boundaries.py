"""The shape of a project's boundaries.yaml."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from .base import Id, Line, Shape, about

Style = Literal["solid", "dashed", "dotted", "none"]
Owner = Annotated[str, Meta(pattern="^([A-Z]{3}|none)$")]


class SaidShape(Shape, frozen=True, kw_only=True):
    """Words in both languages of labels and notes."""

    en: Annotated[Line, about("In English.")]
    fr: Annotated[Line, about("In French.")]


class PresetShape(Shape, frozen=True, kw_only=True):
    """A way to draw boundaries that are not settled: what it changes in another preset."""

    base: Annotated[Id, about("The shipped preset that it starts from: un or de-facto-marked.")] = msgspec.field(
        name="from"
    )
    draw: Annotated[dict[Id, Style], about("Style by line of the shipped table.")] = msgspec.field(default_factory=dict)
    owner: Annotated[dict[Id, Owner], about("By area: the state in whose colour it is filled (ISO), or none.")] = (
        msgspec.field(default_factory=dict)
    )
    note: Annotated[dict[Id, SaidShape], about("By line or area: words that go on from its name.")] = msgspec.field(
        default_factory=dict
    )
    disclaimer: Annotated[SaidShape | None, about("In place of the usual one; {issuer} stands for your house.")] = None


class BoundariesShape(Shape, frozen=True, kw_only=True):
    """boundaries.yaml of a project: presets of its own, which a theme may name."""

    presets: Annotated[dict[Id, PresetShape], about("By name.")]
