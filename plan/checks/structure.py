"""What only the whole table shows: numbers, codes, leads, departments and words that are written in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plan.checks.checked_rows import FIELDS_WITH_TEXT, Row, is_prose
from plan.checks.figures import stated
from plan.checks.labels import several, spelt_differently
from plan.checks.leads import is_lead
from plan.checks.numbers import DISORDERED, DOUBLED, MISSING, OddNumber, odd_numbers
from plan.checks.similar_codes import look_alikes
from plan.codes import split_heading
from plan.era import FiscalYear
from plan.errors import Sentence, say
from plan.fields import BASELINE_AND_GOAL, DEPARTMENT, LEAD, NUMBER, PROJECT, TARGET, Field
from plan.findings import Finding, Severity
from plan.measures import measures

_VARIANTS = (("広報紙", "広報誌"), ("ホームページ", "ホームぺージ"))  # the last with a hiragana ぺ


def numbers(rows: Sequence[Row]) -> Iterator[Finding]:
    """Numbers missing, doubled or out of order."""
    for odd in odd_numbers([row.number for row in rows]):
        severity = Severity.NOTICE if odd.check == DISORDERED else Severity.WARNING
        yield rows[odd.at].finding(severity, odd.check, _number_sentence(rows, odd), NUMBER)


def _number_sentence(rows: Sequence[Row], odd: OddNumber) -> Sentence:
    if odd.check == MISSING:
        return say("番号がありません。番号を付けてください。")
    if odd.check == DOUBLED:
        return say(
            "番号「{number}」が「{content}」（{department}）の行と重なっています。どちらかを直してください。",
            number=odd.text,
            content=rows[odd.first].content_name,
            department=rows[odd.first].label,
        )
    return say(
        "番号「{number}」が前の行の「{before}」より小さく、順序どおりではありません。行の並びを確かめてください。",
        number=odd.text,
        before=odd.before,
    )


def leads(rows: Sequence[Row]) -> Iterator[Finding]:
    """Every lead of a content but its first; a department may have several rows of one content."""
    first: dict[str, Row] = {}
    for row in rows:
        if is_lead(row.lead) and first.setdefault(row.content, row).department != row.department:
            sentence = say(
                "実施内容「{content}」の主担当が「{other}」にも付いています。主担当は1つにしてください。",
                content=row.content_name,
                other=first[row.content].label,
            )
            yield row.finding(Severity.WARNING, "two_leads", sentence, LEAD)


def figures_of_related(rows: Sequence[Row]) -> Iterator[Finding]:
    """Related departments that stop stating a figure while the lead goes on, each where it stops first."""
    leading = {row.content: row for row in rows if is_lead(row.lead)}
    for row in rows:
        lead = leading.get(row.content, row)
        at = None if lead is row else next((i for i in range(1, len(row.years)) if _stops_counting(row, lead, i)), None)
        if at is not None:
            sentence = say(
                "前年度まで目標を数値で書いていましたが、{year}にはありません。主担当の{lead}は数値で書いています。"
                "数値を書けないか確かめてください。",
                lead=lead.label,
                year=row.years[at].year.label,
            )
            yield row.finding(Severity.NOTICE, "target_without_figure", sentence, TARGET, row.years[at].year)


def _stops_counting(row: Row, lead: Row, at: int) -> bool:
    before, now = row.years[at - 1], row.years[at]
    if not now.target or not stated(before) or measures(now.target, reported=False):
        return False
    return is_prose(now.target) and bool(stated(lead.years[at]))


def codes(rows: Sequence[Row]) -> Iterator[Finding]:
    """Codes that look like others, and one project under two codes; each where it first stands."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.project, row)
    headings = {project: split_heading(project) for project in first}
    by_code = {heading.code: first[project] for project, heading in reversed(headings.items())}
    alike = {odd.code: odd.like for odd in look_alikes(headings.values())}
    for code, like in alike.items():
        sentence = say(
            "符号「{code}」は「{like}」の読み誤りかもしれません。元の資料を確かめてください。", code=code, like=like
        )
        yield by_code[code].finding(Severity.WARNING, "code_look_alike", sentence, PROJECT)
    named: dict[str, str] = {}
    for project, heading in headings.items():
        one = named.setdefault(heading.name, heading.code)
        if heading.name and alike.get(one, one) != alike.get(heading.code, heading.code):
            sentence = say(
                "実施事業「{name}」が、符号「{one}」と「{other}」の2か所にあります。再掲でなければ1つにまとめてください。",
                name=heading.name,
                one=one,
                other=heading.code,
            )
            yield first[project].finding(Severity.NOTICE, "project_two_codes", sentence, PROJECT)


def departments(rows: Sequence[Row]) -> Iterator[Finding]:
    """Several departments in one cell, and one department spelt in two ways."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.label, row)
    for label, row in first.items():
        if names := several(label):
            sentence = say(
                "担当課の欄に{n}つの課（{names}）が書かれています。課ごとに行を分けてください。",
                n=len(names),
                names="、".join(names),
            )
            yield row.finding(Severity.WARNING, "departments_in_one_cell", sentence, DEPARTMENT)
    for one, other in spelt_differently(label for label in first if label):
        sentence = say(
            "担当課「{other}」は「{one}」と同じ課のようですが、書き方が違います。どちらかにそろえてください。",
            one=one,
            other=other,
        )
        yield first[other].finding(Severity.WARNING, "department_spelling", sentence, DEPARTMENT)


def variants(rows: Sequence[Row]) -> Iterator[Finding]:
    """Words that the plan writes in two ways: the rarer one, once in each row."""
    places: dict[str, list[tuple[Row, Field, FiscalYear | None]]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for row in rows:
        for word, at, year in _words(row, counts):
            places[word].append((row, at, year))
    for pair in _VARIANTS:
        usual, rare = sorted(pair, key=lambda word: -counts[word])
        if counts[usual] == counts[rare]:
            continue
        for row, at, year in places[rare]:
            sentence = say(
                "「{rare}」と書かれていますが、この計画の多くの行では「{usual}」です。書き方をそろえてください。",
                rare=rare,
                usual=usual,
            )
            yield row.finding(Severity.NOTICE, "word_variant", sentence, at, year)


def _words(row: Row, counts: Counter[str]) -> Iterator[tuple[str, Field, FiscalYear | None]]:
    """The first cell of each of the words in the row."""
    cells: list[tuple[Field, FiscalYear | None, str]] = [(BASELINE_AND_GOAL, None, row.baseline)]
    cells += [(at, texts.year, texts.text(at)) for texts in row.years for at in FIELDS_WITH_TEXT[1:]]
    seen: set[str] = set()
    for at, year, text in cells:
        for word in _words_in(text):
            counts[word] += 1
            if word not in seen:
                seen.add(word)
                yield word, at, year


@lru_cache(maxsize=200_000)  # the cells of a large plan: each is looked through once, not after every edit
def _words_in(text: str) -> tuple[str, ...]:
    return tuple(word for pair in _VARIANTS for word in pair if word in text)
