"""What only the whole table shows: numbers, codes, leads, departments and words that are written in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plan.checks.check import Check
from plan.checks.checked_rows import Row, is_prose, prose_of
from plan.checks.figures import stated
from plan.checks.labels import several, spelt_differently
from plan.checks.leads import is_lead
from plan.checks.numbers import DISORDERED, DOUBLED, MISSING, OddNumber, odd_numbers
from plan.checks.similar_codes import look_alikes
from plan.codes import split_heading
from plan.era import FiscalYear
from plan.errors import Sentence, say
from plan.fields import DEPARTMENT, LEAD, NUMBER, PROJECT, TARGET, Field
from plan.findings import Finding, Severity
from plan.measures import measures

_VARIANTS = (("広報紙", "広報誌"), ("ホームページ", "ホームぺージ"))  # the last with a hiragana ぺ


def numbers(rows: Sequence[Row]) -> Iterator[Finding]:
    """Numbers missing, doubled or out of order."""
    for odd in odd_numbers([row.number for row in rows]):
        yield _OF_NUMBERS[odd.check].found_in(rows[odd.at], _number_sentence(rows, odd), NUMBER)


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
            yield TWO_LEADS.found_in(row, sentence, LEAD)


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
            yield TARGET_WITHOUT_FIGURE.found_in(row, sentence, TARGET, row.years[at].year)


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
        yield CODE_LOOK_ALIKE.found_in(by_code[code], sentence, PROJECT)
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
            yield PROJECT_TWO_CODES.found_in(first[project], sentence, PROJECT)


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
            yield DEPARTMENTS_IN_ONE_CELL.found_in(row, sentence, DEPARTMENT)
    for one, other in spelt_differently(label for label in first if label):
        sentence = say(
            "担当課「{other}」は「{one}」と同じ課のようですが、書き方が違います。どちらかにそろえてください。",
            one=one,
            other=other,
        )
        yield DEPARTMENT_SPELLING.found_in(first[other], sentence, DEPARTMENT)


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
            yield WORD_VARIANT.found_in(row, sentence, at, year)


def _words(row: Row, counts: Counter[str]) -> Iterator[tuple[str, Field, FiscalYear | None]]:
    """The first cell of each of the words in the row."""
    seen: set[str] = set()
    for at, year, text in prose_of(row):
        for word in _words_in(text):
            counts[word] += 1
            if word not in seen:
                seen.add(word)
                yield word, at, year


@lru_cache(maxsize=200_000)  # the cells of a large plan: each is looked through once, not after every edit
def _words_in(text: str) -> tuple[str, ...]:
    return tuple(word for pair in _VARIANTS for word in pair if word in text)


NUMBER_MISSING = Check("number_missing", say("番号なし"), Severity.WARNING, of_table=numbers)
NUMBER_DOUBLED = Check("number_doubled", say("番号の重複"), Severity.WARNING, of_table=numbers)
NUMBER_ORDER = Check("number_order", say("番号の順序"), Severity.NOTICE, of_table=numbers)
TWO_LEADS = Check("two_leads", say("主担当の重複"), Severity.WARNING, of_table=leads)
TARGET_WITHOUT_FIGURE = Check(
    "target_without_figure", say("目標の数値がない関係課の行"), Severity.NOTICE, of_table=figures_of_related
)
CODE_LOOK_ALIKE = Check("code_look_alike", say("読み誤りらしい符号"), Severity.WARNING, of_table=codes)
PROJECT_TWO_CODES = Check("project_two_codes", say("同じ実施事業の二つの符号"), Severity.NOTICE, of_table=codes)
DEPARTMENTS_IN_ONE_CELL = Check(
    "departments_in_one_cell", say("一つの欄に複数の課"), Severity.WARNING, of_table=departments
)
DEPARTMENT_SPELLING = Check("department_spelling", say("課名の書き方の違い"), Severity.WARNING, of_table=departments)
WORD_VARIANT = Check("word_variant", say("言葉の書き方の違い"), Severity.NOTICE, of_table=variants)
CHECKS = (
    NUMBER_MISSING,
    NUMBER_DOUBLED,
    NUMBER_ORDER,
    TWO_LEADS,
    TARGET_WITHOUT_FIGURE,
    CODE_LOOK_ALIKE,
    PROJECT_TWO_CODES,
    DEPARTMENTS_IN_ONE_CELL,
    DEPARTMENT_SPELLING,
    WORD_VARIANT,
)
"""The checks of this trade."""
_OF_NUMBERS = {MISSING: NUMBER_MISSING, DOUBLED: NUMBER_DOUBLED, DISORDERED: NUMBER_ORDER}
