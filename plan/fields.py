"""ONE table of every field: grid, paste, imports, exports, merge, checks, command line and help are drawn from it."""

from dataclasses import dataclass
from enum import Enum

from plan.errors import PlanError


class Kind(Enum):
    """What a field holds."""

    TEXT = "text"  # prose, several lines
    LINE = "line"  # one line
    CODE = "code"  # a printed number or code: text, never a number
    MARK = "mark"  # ○ ◎ ※
    GRADE = "grade"  # a symbol of the scale in use
    NUMBER = "number"  # kept as written, read by plan.states.number_of
    YEAR = "year"  # a fiscal year
    FLAG = "flag"  # 0 or 1
    REFERENCE = "reference"  # the id of another record


@dataclass(frozen=True, slots=True)
class Field:
    """One field of one table of the plan file.

    `width` is the column's width on an A3 sheet in millimetres (0: not a column of the progress table);
    A yearly field that looks `ahead` is due when its year begins, any other when it is over; an `optional` one is
    shown where somebody asks for it. `headings` are the words by which an import recognises the column, the printed one
    first; `word` is what the command line calls it where that is not its name.
    """

    table: str
    name: str
    label: str
    english: str
    kind: Kind = Kind.TEXT
    width: float = 0
    yearly: bool = False
    clerk: bool = False
    ahead: bool = False
    optional: bool = False
    word: str = ""
    headings: tuple[str, ...] = ()
    help: str = ""

    @property
    def key(self) -> str:
        """What the command line calls it."""
        return self.word or self.name

    @property
    def centred(self) -> bool:
        """Whether it is so short that it stands in the middle of its column."""
        return self.kind in (Kind.CODE, Kind.MARK, Kind.GRADE)


def _f(table: str, name: str, label: str, english: str, kind: Kind = Kind.TEXT) -> Field:
    return Field(table, name, label, english, kind)


NUMBER = Field(
    "assignment", "number", "番号", "No.", Kind.CODE, 8,
    headings=("番号", "No", "№", "連番", "通番", "整理番号"),
    help="表に印刷する番号です。重なっていても、そのまま保存します。",
)  # fmt: skip
PROJECT = Field(
    "item", "heading", "実施事業", "Project", Kind.TEXT, 26, word="project",
    headings=("実施事業", "事業名", "施策", "事業", "取組", "取組名", "施策名"),
    help="符号と名称です。同じ実施事業の行は、一度に書き換わります。",
)  # fmt: skip
LEAD = Field(
    "assignment", "lead", "主担当", "Lead", Kind.MARK, 8,
    headings=("主担当", "主管", "主担当課"),
    help="主担当課の行に ○ を付けます。",
)  # fmt: skip
DEPARTMENT = Field(
    "assignment", "department", "担当課", "Department", Kind.LINE, 19,
    headings=("担当課", "担当部署", "所管課", "所属", "担当", "担当課名", "部署", "部課名", "課名"),
    help="課の名称です。旧課名は「課税課(旧資産課)」、係や施設は「生涯学習課(図書館)」のように書きます。",
)  # fmt: skip
CONTENT = Field(
    "item", "name", "実施内容", "Content", Kind.TEXT, 28, word="content",
    headings=("実施内容", "事業内容", "取組内容", "内容"),
    help="何をするかです。同じ実施内容の行は、一度に書き換わります。",
)  # fmt: skip
BASELINE_AND_GOAL = Field(
    "assignment", "baseline_and_goal", "現状及び事業目標", "Baseline and goal", Kind.TEXT, 36,
    headings=("現状及び事業目標", "現状及び目標", "現状と目標", "事業目標", "現状"),
    help="【現状】と【事業目標】を書きます。関係課は「主担当課に準ずる。」と書けます。",
)  # fmt: skip
TARGET = Field(
    "year_entry", "target", "内容及び目標", "Target", Kind.TEXT, 31, yearly=True, clerk=True, ahead=True,
    headings=("内容及び目標", "目標", "計画", "取組予定", "年次計画", "予定"),
    help="その年度に何をするか、目標の数値とともに書きます。",
)  # fmt: skip
EVALUATION = Field(
    "year_entry", "evaluation", "評価", "Evaluation", Kind.TEXT, 31, yearly=True, clerk=True,
    headings=("評価", "実績", "結果", "実績及び評価", "取組実績", "実施状況"),
    help="その年度に何をしたか、結果の数値とともに書きます。",
)  # fmt: skip
GRADE = Field(
    "year_entry", "grade", "達成状況", "Grade", Kind.GRADE, 8, yearly=True, clerk=True, optional=True,
    headings=("達成状況", "評価区分", "達成度", "進捗状況"),
    help="評価区分の記号（○ △ × － など）です。",
)  # fmt: skip

KEYS = (NUMBER, PROJECT, LEAD, DEPARTMENT, CONTENT, BASELINE_AND_GOAL)
"""The columns before the years, in printed order."""
YEARLY = (TARGET, EVALUATION, GRADE)
"""The columns of every fiscal year, in printed order: a row here and a column of `year_entry` make a new one."""
PROGRESS = (*KEYS, *YEARLY)

OTHERS = (
    _f("plan", "title", "計画名", "Plan title", Kind.LINE),
    _f("plan", "city", "市区町村名", "City", Kind.LINE),
    _f("plan", "mayor", "代表者", "Mayor", Kind.LINE),
    _f("plan", "first_year", "計画期間の初年度", "First fiscal year", Kind.YEAR),
    _f("plan", "last_year", "計画期間の最終年度", "Last fiscal year", Kind.YEAR),
    _f("plan", "document_label", "資料番号", "Document label", Kind.LINE),
    _f("plan", "purpose", "計画策定の趣旨", "Purpose"),
    _f("plan", "period_text", "計画の期間", "Plan period"),
    _f("plan", "basic_goals", "計画の基本目標", "Basic goals"),
    _f("plan", "project_title", "事業名称", "Project title"),
    _f("plan", "project_outline", "事業実施概要", "Project outline"),
    _f("plan", "evaluation_summary", "計画の評価", "Evaluation of the plan"),
    _f("plan", "notes", "注記", "Notes"),
    _f("phase", "name", "期", "Phase", Kind.LINE),
    _f("phase", "first_year", "期の初年度", "Phase from", Kind.YEAR),
    _f("phase", "last_year", "期の最終年度", "Phase to", Kind.YEAR),
    _f("level", "name", "階層名", "Level name", Kind.LINE),
    _f("item", "code", "符号", "Code", Kind.CODE),
    _f("item", "joint", "符号の区切り", "Joint", Kind.LINE),
    _f("item", "mark", "区分", "Mark", Kind.MARK),
    _f("item", "narrative", "説明", "Narrative"),
    _f("item", "goal", "目標", "Goal"),
    _f("item", "result", "実績", "Result"),
    _f("item", "reference_text", "参照", "Cross-reference"),
    _f("item", "reference_id", "参照先", "Referred item", Kind.REFERENCE),
    _f("item", "narrative_with", "説明をともにする項目", "Described together with", Kind.REFERENCE),
    _f("item", "listing_of", "再掲", "Repeated listing", Kind.REFERENCE),
    _f("item_status", "status", "実施状況", "Status", Kind.GRADE),
    _f("item_status", "note", "実施状況の説明", "Status note"),
    _f("department", "name", "課名", "Department name", Kind.LINE),
    _f("department", "division", "部名", "Division", Kind.LINE),
    _f("department", "section", "係・施設", "Section", Kind.LINE),
    _f("department", "first_year", "設置年度", "First fiscal year", Kind.YEAR),
    _f("department", "last_year", "廃止年度", "Last fiscal year", Kind.YEAR),
    _f("succession", "fiscal_year", "承継年度", "Fiscal year of succession", Kind.YEAR),
    _f("assignment", "ended_year", "終了年度", "Ended in", Kind.YEAR),
    _f("assignment", "ended_reason", "終了の理由", "Reason for ending"),
    _f("indicator", "item_id", "事業", "Project", Kind.REFERENCE),
    _f("indicator", "name", "指標名", "Indicator", Kind.LINE),
    _f("indicator", "unit", "単位", "Unit", Kind.LINE),
    _f("indicator", "direction", "向き", "Direction", Kind.LINE),
    _f("indicator", "baseline_year", "基準年度", "Baseline year", Kind.YEAR),
    _f("indicator", "baseline", "計画策定時の状況", "Baseline", Kind.NUMBER),
    _f("indicator", "method", "計測方法・出典等", "Method and source"),
    _f("indicator", "note", "指標の説明", "Indicator note"),
    _f("indicator_target", "value", "目標値", "Target value", Kind.NUMBER),
    _f("indicator_target", "label", "目標値の見出し", "Target label", Kind.LINE),
    _f("indicator_result", "value", "結果の数値", "Result value", Kind.NUMBER),
    _f("indicator_result", "grade", "達成状況", "Grade", Kind.GRADE),
    _f("indicator_result", "source", "出典", "Source"),
    _f("indicator_result", "reason", "達成できなかった理由", "Reason"),
    _f("evaluation_sheet", "item_id", "事業", "Project", Kind.REFERENCE),
    _f("evaluation_sheet", "number", "個別事業掲載No", "Sheet No.", Kind.CODE),
    _f("evaluation_sheet", "outline", "事業概要", "Outline"),
    _f("evaluation_sheet", "volume", "事業量", "Volume"),
    _f("evaluation_sheet", "planned_undrawn", "まだ描いていない予定（計画）", "Not drawn yet (planned)"),
    _f("evaluation_sheet", "actual_undrawn", "まだ描いていない予定（実績）", "Not drawn yet (actual)"),
    _f("evaluation_sheet", "outcome_goal", "成果目標", "Outcome goal"),
    _f("evaluation_sheet", "interim_result", "上半期の実績・課題等", "First-half results and issues"),
    _f("evaluation_sheet", "committee_remark", "審査会特記意見", "Committee's remark"),
    _f("evaluation_sheet", "policy_opinion", "政策会議評価・意見等", "Policy council's opinion"),
    _f("evaluation_sheet", "actual_volume", "事業量の実績", "Actual volume"),
    _f("evaluation_sheet", "outcome_status", "成果目標の達成状況", "Outcome achieved"),
    _f("evaluation_sheet", "summary", "事業の総括", "Summary"),
    _f("evaluation_sheet", "committee_opinion", "審査会評価・意見等", "Committee's opinion"),
    _f("evaluation_sheet", "budget_initial", "当初予算額", "Initial budget (1,000 yen)", Kind.NUMBER),
    _f("evaluation_sheet", "budget_revised", "補正後予算額", "Revised budget (1,000 yen)", Kind.NUMBER),
    _f("evaluation_sheet", "settlement", "決算額", "Settlement (1,000 yen)", Kind.NUMBER),
    _f("evaluation_sheet", "typed_rate", "執行率（記入）", "Execution rate as typed", Kind.NUMBER),
    _f("schedule_line", "label", "スケジュール", "Schedule", Kind.LINE),
    _f("sheet_grade", "grade", "評価", "Grade", Kind.GRADE),
    _f("scale", "name", "評価区分の名称", "Scale", Kind.LINE),
    _f("scale_grade", "symbol", "記号", "Symbol", Kind.MARK),
    _f("scale_grade", "meaning", "意味", "Meaning", Kind.LINE),
    _f("footnote", "term", "用語", "Term", Kind.LINE),
    _f("footnote", "text", "用語の説明", "Explanation"),
    _f("setting", "value", "計画の設定", "Plan setting", Kind.LINE),
    _f("related_plan", "title", "関連計画", "Related plan", Kind.LINE),
)
FIELDS = (*PROGRESS, *OTHERS)
_BY_NAME = {field.key: field for field in PROGRESS}


def progress_field(name: str) -> Field:
    """The progress table's field of that name (`target`, `content` …), as on the command line."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise PlanError(
            "項目「{name}」はありません。使える項目: {names}", name=name, names="、".join(_BY_NAME)
        ) from None
