"""Examining returned files: what each of them is to the plan, and what becomes of each of its cells."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import sqlalchemy as sa

from db.exchange.distribution import Distribution
from db.exchange.merge import Ground, Merged, concerned_cells, ground, merged, newest
from db.exchange.receipts import Receipt, receipt
from db.log.history import newest_revision
from db.read.row_names import RowFacts, row_facts
from db.read.table import departments
from plan.due import is_over
from plan.errors import Sentence, say
from plan.exchange.merging import MergeClass, Text, merge_class
from plan.exchange.returns import AddedRow, Cell, Contribution, Return, ReturnState
from plan.findings import Finding, Place, Severity
from plan.ids import AssignmentId, DepartmentId, RecordId


@dataclass(frozen=True, slots=True)
class CellReport:
    """What becomes of one cell of a return: its row, its class, and the three texts (`ours` is the master's alone)."""

    cell: Cell
    row: RowFacts
    kind: MergeClass
    base: Text
    ours: Text
    theirs: Text


@dataclass(slots=True)
class Examined:
    """One returned file, looked over.

    `taken` are the cells that it changes, `same` counts those in which the plan already says the same, `conflicts`
    are to be settled, `refused` are texts for rows that the plan no longer has. `refusal` says why nothing of the
    file is taken, as it can be sent back to the department. `receipt` is the contribution in the plan, or to be;
    `number` counts the returns of its distribution, `replaces` are the files in whose place it stands, and `person` is
    who saved it last.
    """

    file: str
    state: ReturnState
    department: str = ""
    complete: bool = False
    distribution: RecordId | None = None
    receipt: RecordId | None = None
    taken: list[CellReport] = field(default_factory=list)
    same: int = 0
    conflicts: list[CellReport] = field(default_factory=list)
    refused: list[CellReport] = field(default_factory=list)
    proposals: tuple[AddedRow, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    refusal: Sentence | None = None
    number: int = 0
    replaces: tuple[str, ...] = ()
    person: str = ""


@dataclass(slots=True)
class Weighed:
    """Returns examined together when the plan stood at `position`: what is new, and the cells that they concern."""

    position: int = 0
    returns: Sequence[Return] = ()
    examined: list[Examined] = field(default_factory=list)
    new: list[Receipt] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)


def weigh(connection: sa.Connection, returns: Sequence[Return], new_id: Callable[[], RecordId]) -> Weighed:
    """Examine returns; `new_id` names those that would be taken."""
    base = ground(connection, {r.contribution.distribution for r in returns if r.contribution is not None})
    labels = {d.id: d.label for d in departments(connection)}
    examined = [_first_look(base, given, labels) for given in returns]
    weighed = Weighed(newest_revision(connection), returns, examined)
    _compare(base, weighed, new_id)
    known = {e.distribution for e in examined if e.receipt is not None and e.distribution is not None}
    weighed.merged = merged(base, weighed.new, concerned_cells(base, known, weighed.new))
    _Reporter(base, weighed, row_facts(connection, {m.cell.assignment for m in weighed.merged})).report()
    return weighed


def _first_look(base: Ground, given: Return, labels: dict[DepartmentId, str]) -> Examined:
    """The return by itself: readable, ours, and just what was asked for."""
    found = Examined(given.file, ReturnState.NEW, findings=list(given.findings), person=given.person)
    if given.contribution is None:
        assert given.refusal is not None  # a return either says something or says why not
        return _refused(found, given.refusal.state, given.refusal.sentence)
    handed = base.distributions.get(given.contribution.distribution)
    if handed is None:
        return _refused(
            found,
            ReturnState.FOREIGN,
            say(
                "「{file}」は、この計画から配布したファイルではないか、配布が取り消されています。"
                "宛先と計画を確かめてください。",
                file=given.file,
            ),
        )
    found.distribution, found.department = handed.id, labels.get(handed.department, "")
    found.complete, found.proposals = given.contribution.complete, given.contribution.added
    if not _fits(base, given.contribution, handed):
        return _refused(
            found,
            ReturnState.ALTERED,
            say(
                "「{file}」には、お願いした欄以外の内容があるか、欄が欠けています。"
                "配布したファイルに記入し直して、もう一度お送りください。",
                file=given.file,
            ),
        )
    return found


def _refused(found: Examined, state: ReturnState, sentence: Sentence) -> Examined:
    found.state, found.refusal = state, sentence
    return found


def _fits(base: Ground, given: Contribution, handed: Distribution) -> bool:
    """Whether the return speaks of the asked cells only, and adds none but rows of its own."""
    return _answers_fit(given, handed) and _added_fit(base, given, handed)


def _answers_fit(given: Contribution, handed: Distribution) -> bool:
    """A department file answers all asked cells; from a workbook some may be missing."""
    asked = set(handed.places())
    return asked.issuperset(given.values) if given.edition is None else asked == given.values.keys()


def _added_fit(base: Ground, given: Contribution, handed: Distribution) -> bool:
    """Added rows are no rows of the plan, unless they came from this distribution, and say what was asked."""
    if not given.added:
        return True
    own = {row.id for r in base.receipts if r.distribution == handed.id for row in r.added}
    others = {row.id for r in base.receipts if r.distribution != handed.id for row in r.added}
    taken = (base.handed.keys() | others | base.rows) - own
    columns = {(column.year, column.field.name) for column in handed.asking.columns}
    texts = {(year, name) for row in given.added for year, name, _ in row.texts}
    return taken.isdisjoint(row.id for row in given.added) and texts <= columns


def _compare(base: Ground, weighed: Weighed, new_id: Callable[[], RecordId]) -> None:
    """The returns beside those already taken and beside each other: new, already there, older, or a forked copy."""
    top = _newest_editions(base, weighed)
    known = {(r.distribution, r.hash): r.id for r in base.receipts}
    editions = {(r.distribution, r.edition) for r in base.receipts}
    for given, found in zip(weighed.returns, weighed.examined, strict=True):
        contribution = given.contribution
        if contribution is None or found.refusal is not None:
            continue
        place = (contribution.distribution, contribution.edition)
        digest = contribution.hash
        if (contribution.distribution, digest) in known:
            _refused(found, ReturnState.ALREADY, _already(given.file))
            found.receipt = known[contribution.distribution, digest]
        elif contribution.edition is not None and contribution.edition < top[contribution.distribution]:
            _refused(found, ReturnState.OLDER, _older(given.file))
        else:
            forked = contribution.edition is not None and place in editions
            found.state = ReturnState.FORKED if forked else ReturnState.NEW
            found.receipt = new_id()
            known[contribution.distribution, digest] = found.receipt
            editions.add(place)
            handed = base.distributions[contribution.distribution]
            weighed.new.append(receipt(found.receipt, given, handed, base.traces, weighed.position + 1))


def _newest_editions(base: Ground, weighed: Weighed) -> dict[RecordId, int]:
    counted = [(r.distribution, r.edition) for r in base.receipts]
    for given, found in zip(weighed.returns, weighed.examined, strict=True):
        if given.contribution is not None and found.refusal is None:
            counted.append((given.contribution.distribution, given.contribution.edition))
    top: dict[RecordId, int] = {}
    for distribution, edition in counted:
        top[distribution] = max(top.get(distribution, -1), -1 if edition is None else edition)
    return top


def _already(file: str) -> Sentence:
    return say("「{file}」は、すでに取り込んであります。何も変わりません。", file=file)


def _older(file: str) -> Sentence:
    return say("「{file}」は、すでに届いているものより古い版です。取り込みません。", file=file)


@dataclass(slots=True)
class _Reporter:
    """Tells for each return what becomes of its cells."""

    base: Ground
    weighed: Weighed
    rows: dict[AssignmentId, RowFacts]
    cells: dict[AssignmentId, list[Merged]] = field(default_factory=dict)

    def report(self) -> None:
        """Fill in the reports of every return that counts."""
        everything = {r.id: r for r in (*self.base.receipts, *self.weighed.new)}
        counting = {r.id for r in newest(list(everything.values()))}
        for m in self.weighed.merged:
            self.cells.setdefault(m.cell.assignment, []).append(m)
        for found in self.weighed.examined:
            if found.receipt is not None:
                self._cells(found, everything[found.receipt])
                self._findings(found, everything[found.receipt])
                self._number(found, everything[found.receipt], counting)

    def _number(self, found: Examined, kept: Receipt, counting: Collection[RecordId]) -> None:
        """Which of the department's returns it is, and which of them it puts out of use."""
        before = [r for r in self.base.receipts if r.distribution == kept.distribution and r.id != kept.id]
        found.number = 1 + sum(r.arrival <= kept.arrival for r in before)
        if kept.id in counting:
            found.replaces = tuple(r.source for r in before if r.id not in counting and r.arrival < kept.arrival)

    def _cells(self, found: Examined, kept: Receipt) -> None:
        handed = self.base.distributions[kept.distribution]
        added = {row.id for row in kept.added}
        for m in (m for row in (*handed.rows, *sorted(added)) for m in self.cells.get(row, ())):
            if m.gone and m.cell.assignment in added:
                continue
            base = self.base.traces.text_at(m.cell, handed.position)
            self._sort(found, m, base, kept.said.get(m.cell, base))

    def _sort(self, found: Examined, m: Merged, base: Text, theirs: Text) -> None:
        against = not m.gone and theirs != base and theirs in {s.text for s in m.outcome.theirs}
        ours = None if m.gone else m.outcome.text if against else m.outcome.own
        report = CellReport(m.cell, self.rows[m.cell.assignment], merge_class(base, ours, theirs), base, ours, theirs)
        if m.gone:
            found.refused += [report] if theirs != base else []
        elif against:
            found.conflicts.append(report)
        elif m.outcome.text == theirs != m.now:
            found.taken.append(report)
        elif theirs != base and theirs == m.now:
            found.same += 1

    def _findings(self, found: Examined, kept: Receipt) -> None:
        if found.state is ReturnState.FORKED:
            found.findings.append(_finding(_FORKED, Place(department=found.department)))
        told: set[tuple[AssignmentId, Sentence]] = set()
        home = self.base.distributions[kept.distribution].department
        for cell in sorted(kept.said):
            row = self.rows.get(cell.assignment)
            for sentence in _oddities(row, cell, home) if row is not None else ():
                if (cell.assignment, sentence) not in told:
                    told.add((cell.assignment, sentence))
                    assert row is not None
                    found.findings.append(_finding(sentence, _place(row)))
        found.findings += self._withdrawn(kept)

    def _withdrawn(self, kept: Receipt) -> Iterator[Finding]:
        """What an earlier workbook of the same people answered and this one does not: it stays, and is told."""
        earlier = [r for r in self.base.receipts if r.distribution == kept.distribution and r.arrival < kept.arrival]
        mine = [r for r in earlier if r.edition is None and (r.person == kept.person or not (r.person and kept.person))]
        said = {cell: r for r in sorted(mine, key=lambda r: r.arrival) for cell, text in r.said.items() if text}
        for cell in sorted(said.keys() - kept.said.keys() if kept.edition is None else ()):
            row = self.rows.get(cell.assignment)
            if row is not None and not row.gone:
                place = replace(_place(row), year=cell.year, field=cell.column.field)
                yield Finding(Severity.WARNING, "answer_withdrawn", _withdrawal(said[cell].source), place)


def _withdrawal(file: str) -> Sentence:
    return say(
        "前の返送「{file}」にあった記入が、この返送では配布したときのままに戻っています。前の記入を残しました。"
        "取り消すかどうかを確かめてください。",
        file=file,
    )


_FORKED = say("同じファイルが別々に記入されています。両方を残し、食い違う欄は選んでいただきます。")


def _place(row: RowFacts) -> Place:
    return Place(number=row.number, department=row.label, content=row.content)


def _finding(sentence: Sentence, place: Place) -> Finding:
    return Finding(Severity.NOTICE, "return", sentence, place)


def _oddities(row: RowFacts, cell: Cell, home: DepartmentId) -> Iterable[Sentence]:
    """What happened to the row in the master since it was handed out."""
    if row.gone:
        yield say("{row}の行は計画から削除されています。記入された文章は取り込みません。", row=row.name)
        return
    if row.ended_year is not None and is_over(cell.year, row.ended_year):
        yield say(
            "{row}の行は{year}で終了しています。終了後の年度の記入も取り込みます。",
            row=row.name,
            year=row.ended_year.label,
        )
    if row.department != home:
        yield say(
            "{row}の行は「{department}」へ移っています。移った先の行に取り込みます。",
            row=row.name,
            department=row.label,
        )
