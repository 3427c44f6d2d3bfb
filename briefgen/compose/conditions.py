"""The spec of a condition chain and the report -> its steps, in words too."""

from ..model.diagrams import Conditions, ConditionsSpec, Step
from ..typeset.figurewords import figure_words
from ..typeset.furniture import Furniture
from .captions import words


def conditions(spec: ConditionsSpec, furniture: Furniture) -> Conditions:
    """Return the steps as they are written, and each as one sentence."""
    said = figure_words(furniture.language)
    steps = tuple(Step(conditions=s.conditions, then=s.then, hedge=s.hedge or "") for s in spec.steps)
    told = " ".join(
        said.if_then.format(
            condition=f" {furniture.and_} ".join(step.conditions),
            consequence=f"{step.then} ({step.hedge})" if step.hedge else step.then,
        )
        for step in steps
    )
    return Conditions(words=words(spec, spec.subtitle or "", told), steps=steps, if_=said.if_, and_=furniture.and_)
