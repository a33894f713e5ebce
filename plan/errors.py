"""What a person is told: sentences that can be translated, and the one error a person can act on."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a template and what fills it, so that the interface can say it in another language."""

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        """The sentence in Japanese."""
        return self.said(str)

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence, and the sentences within it, with each template as `translate` has it."""
        words = translate(self.template)
        if not self.values:
            return words
        return words.format(**{n: v.said(translate) if isinstance(v, Sentence) else v for n, v in self.values})


def say(template: str, /, **values: object) -> Sentence:
    """A sentence; templates stand literally at the call, where the translators' tool finds them."""
    return Sentence(template, tuple(values.items()))


class PlanError(Exception):
    """Something that the person can act on: what happened, to which file or cell, and what to do next."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.sentence = say(template, **values)
        super().__init__(str(self.sentence))
