"""What a plan must say after a life of handing out, answering, editing and settling, worked out a second time.

It looks at no history and at nothing that the plan keeps: only at what people did, in the order in which they did it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from plan.exchange.merging import Text
from plan.exchange.returns import Cell, Contribution, ReturnState
from plan.ids import RecordId

Texts = Mapping[Cell, Text]
Overruled = frozenset[tuple[RecordId, Text]]


@dataclass(frozen=True)
class Handed:
    """Cells went out with these texts."""

    id: RecordId
    bases: Texts


@dataclass(frozen=True)
class Wrote:
    """The master put a text into a cell, over texts of returns that stood there or stood against it."""

    cell: Cell
    text: Text
    over: Overruled = frozenset()


@dataclass(frozen=True)
class Came:
    """A return was taken; `texts` are those that differ from what was handed out."""

    handed: RecordId
    edition: int | None
    hash: str
    texts: Texts


@dataclass(frozen=True)
class Ledger:
    """Everything that was done, what the cells say by it, and which texts wait for a decision."""

    texts: Texts
    done: tuple[Handed | Wrote | Came, ...] = ()
    against: Mapping[Cell, frozenset[Text]] = field(default_factory=dict)

    def hand_out(self, handed: RecordId, cells: list[Cell]) -> "Ledger":
        """Cells go out as they stand."""
        return self._and(Handed(handed, {cell: self.texts[cell] for cell in cells}))

    def write(self, cell: Cell, text: Text) -> "Ledger":
        """An edit: it overrules the text that it replaces, and ends the conflict with one that it repeats."""
        before = self.texts[cell]
        if text == before:
            return self
        over = frozenset((c.handed, before) for c in self.came() if c.texts.get(cell, "―") == before)
        left = self.against.get(cell, frozenset()) - {text}
        written = self._and(Wrote(cell, text, over))
        return replace(written, texts={**self.texts, cell: text}, against={**self.against, cell: left})

    def settle(self, wanted: Texts) -> "Ledger":
        """A decision overrules whatever stands against its cell."""
        settled = self
        for cell, text in wanted.items():
            standing = self.against[cell]
            standing |= {settled.texts[cell]}  # which may be a return's own
            over = frozenset((c.handed, c.texts[cell]) for c in self.came() if c.texts.get(cell, "―") in standing)
            decided = settled._and(Wrote(cell, text, over))
            texts, against = {**settled.texts, cell: text}, {**settled.against, cell: frozenset[Text]()}
            settled = replace(decided, texts=texts, against=against)
        return settled

    def knows(self, given: Contribution) -> bool:
        """Whether it answers something that was handed out, and was not undone."""
        return any(isinstance(step, Handed) and step.id == given.distribution for step in self.done)

    def verdict(self, given: Contribution) -> ReturnState:
        """What a return is, beside those that were taken."""
        before = [c for c in self.came() if c.handed == given.distribution]
        if any(c.hash == given.hash for c in before):
            return ReturnState.ALREADY
        if given.edition is None:
            return ReturnState.NEW
        editions = [c.edition for c in before if c.edition is not None]
        if any(edition > given.edition for edition in editions):
            return ReturnState.OLDER
        return ReturnState.FORKED if given.edition in editions else ReturnState.NEW

    def take(self, given: Contribution) -> "Ledger":
        """A return comes in: every cell that any return of its handing out speaks of is looked at anew."""
        if not self.verdict(given).acceptable:
            return self
        bases = self._handed(given.distribution).bases
        said = {cell: text for cell, text in given.values.items() if text != bases[cell]}
        taken = self._and(Came(given.distribution, given.edition, given.hash, said))
        spoken = {cell for c in taken.came() if c.handed == given.distribution for cell in c.texts}
        found = {cell: taken.outcome(cell) for cell in spoken}
        texts = {cell: text for cell, (text, _) in found.items()}
        against = {cell: standing for cell, (_, standing) in found.items()}
        return replace(taken, texts={**self.texts, **texts}, against={**self.against, **against})

    def conflicts(self) -> set[tuple[Cell, Text]]:
        """The texts that wait for a decision."""
        return {
            (cell, text) for cell, standing in self.against.items() for text in standing if text != self.texts[cell]
        }

    def came(self) -> list[Came]:
        """The returns that were taken."""
        return [step for step in self.done if isinstance(step, Came)]

    def counting(self) -> Iterator[Came]:
        """The returns that count: no file of which a newer edition came, no workbook that a later one answers anew."""
        came = self.came()
        for place, c in enumerate(came):
            newer = (o.edition or 0 for o in came if o.handed == c.handed)
            later = (o for o in came[place + 1 :] if o.handed == c.handed and o.edition is None)
            answered = any(c.texts.keys() <= o.texts.keys() for o in later)
            if (c.edition is None and not answered) or (c.edition is not None and c.edition == max(newer)):
                yield c

    def outcome(self, cell: Cell) -> tuple[Text, frozenset[Text]]:
        """What a cell says, and what stands against that."""
        over = frozenset[tuple[RecordId, Text]]().union(*(w.over for w in self._wrote(cell)))
        own, standing, opposed = self._own(cell), set[Text](), False
        for c in self.counting():
            text = c.texts.get(cell, "―")
            if text == "―" or (c.handed, text) in over or self._went_out_again(c, cell):
                continue
            standing.add(text)
            since = self.done[self.done.index(self._handed(c.handed)) :]
            overruling = any(isinstance(step, Wrote) and step.cell == cell and step.over for step in since)
            opposed |= overruling or own != self._handed(c.handed).bases[cell]
        everything = standing | ({own} if opposed or not standing else set())
        if len(everything) == 1:
            return everything.pop(), frozenset()
        kept = own if own in everything else self.texts[cell]
        return kept, frozenset(standing - {kept})

    def _own(self, cell: Cell) -> Text:
        """What the cell went out with last, or what the master wrote into it since."""
        for step in reversed(self.done):
            if isinstance(step, Wrote) and step.cell == cell:
                return step.text
            if isinstance(step, Handed) and cell in step.bases:
                return step.bases[cell]
        raise AssertionError(cell)

    def _went_out_again(self, came: Came, cell: Cell) -> bool:
        """Whether the text of a return was itself handed out later: to answer that answers the return."""
        later = self.done[self.done.index(self._handed(came.handed)) + 1 :]
        return any(isinstance(h, Handed) and h.bases.get(cell, "―") == came.texts[cell] for h in later)

    def _wrote(self, cell: Cell) -> list[Wrote]:
        return [step for step in self.done if isinstance(step, Wrote) and step.cell == cell]

    def _handed(self, handed: RecordId) -> Handed:
        return next(step for step in self.done if isinstance(step, Handed) and step.id == handed)

    def _and(self, step: Handed | Wrote | Came) -> "Ledger":
        return replace(self, done=(*self.done, step))
