"""What can be done with the plan as a whole: its facts, its years, its headings, its departments."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from db.edit import structure
from db.edit.records import set_values
from db.file.planfile import PlanFile
from db.log.changes import recording
from db.read.table import departments, items
from desktop.kit.form import Form, choice, chosen_year, confirmed, small_text, year_choice
from desktop.kit.shown_plan import ShownPlan
from plan.codes import split_heading
from plan.departments import DepartmentLabel
from plan.era import FiscalYear, YearRange
from plan.errors import PlanError, say
from plan.ids import DepartmentId, ItemId, RecordId
from work import steps
from work.language import _
from work.wording import year_label

_EARLIEST, _LATEST = 1950, 2100


def new_plan_form(parent: QWidget, proposed: structure.NewPlan) -> tuple[Form, list[structure.NewPlan]]:
    """A form for a new plan, filled in as proposed; when it is accepted the list holds what was asked for."""
    title, city = QLineEdit(proposed.title), QLineEdit(proposed.city)
    first, last = _year_box(proposed.years.first), _year_box(proposed.years.last)
    label = QLineEdit(proposed.document_label, placeholderText=_("例: 資料1"))
    made: list[structure.NewPlan] = []

    def do() -> None:
        if first.value() > last.value():
            raise PlanError("計画期間の最終年度が、初年度より前になっています。年度を直してください。")
        years = YearRange(FiscalYear(first.value()), FiscalYear(last.value()))
        made.append(structure.NewPlan(_named(title, "計画名"), city.text().strip(), years, label.text().strip()))

    rows: list[tuple[str, QWidget]] = [
        (_("計画名"), title),
        (_("市区町村名"), city),
        (_("初年度"), first),
        (_("最終年度"), last),
        (_("資料番号"), label),
    ]
    form = Form(parent, _("新しい計画"), rows, do)
    explanation = _("計画の名称と期間を入れてください。どれも後から直せます。")
    return form.explain(explanation, _("次へ: 保存する場所")), made


class YearBox(QSpinBox):
    """A fiscal year, shown in its era beside the western year."""

    def textFromValue(self, value: int) -> str:
        """2021（令和3年度）."""
        return f"{value}（{FiscalYear(value).label}）"

    def valueFromText(self, text: str) -> int:
        """The year that was typed in any of the usual ways."""
        try:
            return int(FiscalYear.parse(text.partition("（")[0]))
        except PlanError:
            return self.value()


def _year_box(year: FiscalYear) -> QSpinBox:
    box = YearBox()
    box.setRange(_EARLIEST, _LATEST)
    box.setValue(int(year))
    return box


def _change() -> str:
    return _("変更する")


def _named(field: QLineEdit, what: str) -> str:
    name = field.text().strip()
    if not name:
        raise PlanError("「{what}」を入れてください。", what=what)
    return name


def fill_new_plan(made: PlanFile, new: structure.NewPlan) -> None:
    """Write the first step of a new plan file."""
    with recording(made.store, steps.MAKING) as door:
        structure.start_plan(door, new)


def ask_properties(parent: QWidget, plan: ShownPlan) -> None:
    """Ask for the plan's own facts."""
    facts = plan.facts()
    title, city, label = (QLineEdit(text) for text in (facts.title, facts.city, facts.document_label))
    notes = small_text(facts.notes)

    def do() -> None:
        values = {
            "title": _named(title, "計画名"),
            "city": city.text().strip() or None,
            "document_label": label.text().strip() or None,
            "notes": notes.text.strip() or None,
        }
        plan.do(steps.PROPERTIES, structure.edit_plan, values)

    rows: list[tuple[str, QWidget]] = [
        (_("計画名"), title),
        (_("市区町村名"), city),
        (_("資料番号"), label),
        (_("表の下の注記"), notes),
    ]
    period = _("計画期間は{first}から{last}までです。延ばすには「次の年度を開く」を使います。")
    words = {"first": year_label(facts.years.first), "last": year_label(facts.years.last)}
    Form(parent, _("計画の設定"), rows, do).explain(period.format(**words), _change()).exec()


def ask_open_year(parent: QWidget, plan: ShownPlan) -> None:
    """Ask whether the plan shall have one more fiscal year."""
    year = FiscalYear(plan.facts().years.last + 1)
    text = _("{year}の欄を、すべての行に設けますか。").format(year=year_label(year))
    details = _("計画期間の最終年度が一年度延びます。「元に戻す」で取り消せます。")
    if confirmed(parent, text, details, _("年度を開く")):
        plan.do(say(steps.YEAR_OPENED, year=year.label), structure.open_year)


def ask_item_name(parent: QWidget, plan: ShownPlan, item: ItemId | None) -> None:
    """Ask for another code and name of a heading in the tree."""
    tree = plan.ask(items)
    box = choice([(i.id, "　" * i.level + i.heading) for i in tree], item)
    headings = {i.id: i.heading for i in tree}
    name = QLineEdit()

    def show() -> None:
        name.setText(headings.get(box.currentData(), "").replace("\n", " "))
        name.selectAll()

    def do() -> None:
        heading = split_heading(_named(name, "名称"))
        label = say(steps.RENAMING, name=heading.text)
        plan.do(label, structure.rename_item, ItemId(RecordId(box.currentData())), heading)

    box.currentIndexChanged.connect(show)
    show()
    rows: list[tuple[str, QWidget]] = [
        (_("見出し"), box),
        (_("新しい符号と名称"), name),
    ]
    form = Form(parent, _("施策・事業の名称変更"), rows, do)
    name.setFocus()
    form.explain(_("符号と名称を続けて書きます（例: 1-①-ア. 防災情報の発信）。"), _change()).exec()


def ask_department(parent: QWidget, plan: ShownPlan) -> None:
    """Ask for a new department, or a section of one."""
    name, section = QLineEdit(), QLineEdit()

    def do() -> None:
        label = DepartmentLabel(_named(name, "課名"), section.text().strip())
        if any((d.name, d.section) == (label.name, label.section) for d in plan.ask(departments)):
            raise PlanError("「{name}」はすでにあります。", name=label.text)
        step = say(steps.DEPARTMENT_ADDED, name=label.text)
        plan.do(step, structure.add_departments, [label])

    rows: list[tuple[str, QWidget]] = [
        (_("課名"), name),
        (_("係・施設（なければ空欄）"), section),
    ]
    Form(parent, _("課の追加"), rows, do).explain(
        _("加えた課は、行の「担当課」として選べるようになります。"), _("追加する")
    ).exec()


def ask_department_facts(parent: QWidget, plan: ShownPlan, chosen: DepartmentId | None) -> None:
    """Ask for a department's division and the fiscal years in which it exists; its name has a form of its own."""
    known = {d.id: d for d in plan.ask(departments)}
    office, division = choice([(d.id, d.label) for d in known.values()], chosen), QLineEdit()
    first, last = (_open_ended(plan.facts().years) for _ in range(2))

    def show() -> None:
        facts = known[office.currentData()]
        division.setText(facts.division)
        for box, year in ((first, facts.first_year), (last, facts.last_year)):
            _choose_year(box, year)

    def do() -> None:
        if None not in (begin := first.currentData(), end := last.currentData()) and begin > end:
            raise PlanError("最後の年度が、最初の年度より前になっています。年度を直してください。")
        values = {"division": division.text().strip() or None, "first_year": begin, "last_year": end}
        label = say(steps.DEPARTMENT_EDITED, name=office.currentText())
        plan.do(label, set_values, {("department", n, office.currentData()): v for n, v in values.items()})

    office.currentIndexChanged.connect(show)
    rows: list[tuple[str, QWidget]] = [
        (_("課"), office),
        (_("部名"), division),
        (_("最初の年度"), first),
        (_("最後の年度"), last),
    ]
    form = Form(parent, _("課の設定"), rows, do)
    if known:
        show()
        form.explain(_("課名を改めるには「課の名称変更」を使います。"), _change()).exec()


def _open_ended(years: YearRange) -> QComboBox:
    box = year_choice(years)
    box.insertItem(0, _("（定めない）"), None)
    return box


def _choose_year(box: QComboBox, year: FiscalYear | None) -> None:
    """Choose a year, also one outside the plan's period."""
    wanted = None if year is None else int(year)
    if year is not None and box.findData(wanted) < 0:
        box.addItem(year_label(year), wanted)
    box.setCurrentIndex(0 if wanted is None else box.findData(wanted))


def ask_department_name(parent: QWidget, plan: ShownPlan, chosen: DepartmentId | None) -> None:
    """Ask for a department's new name and the fiscal year from which it bears it."""
    office = choice(_offices(plan), chosen)
    name, year = QLineEdit(), year_choice(plan.facts().years)

    def do() -> None:
        department = DepartmentId(RecordId(office.currentData()))
        label = say(steps.DEPARTMENT_RENAMED, name=name.text().strip())
        plan.do(label, structure.rename_department, department, _named(name, "新しい課名"), chosen_year(year))

    rows: list[tuple[str, QWidget]] = [
        (_("課"), office),
        (_("新しい課名"), name),
        (_("改める年度"), year),
    ]
    Form(parent, _("課の名称変更"), rows, do).explain(
        _("この課の行は新しい課名になり、旧課名を（旧…）として添えます。"), _change()
    ).exec()


def ask_merge(parent: QWidget, plan: ShownPlan, chosen: DepartmentId | None) -> None:
    """Ask which department goes into which, and from which fiscal year."""
    office, into = choice(_offices(plan), chosen), choice(_offices(plan))
    year = year_choice(plan.facts().years)

    def do() -> None:
        label = say(steps.DEPARTMENT_MERGED, name=office.currentText())
        merged, successor = (DepartmentId(RecordId(box.currentData())) for box in (office, into))
        plan.do(label, structure.merge_department, merged, successor, chosen_year(year))

    rows: list[tuple[str, QWidget]] = [
        (_("統合される課"), office),
        (_("統合先の課"), into),
        (_("統合の年度"), year),
    ]
    Form(parent, _("課の統合"), rows, do).explain(
        _("統合される課の行は、これまでの文章と履歴ごと、統合先の課に移ります。"),
        _("統合する"),
    ).exec()


def _offices(plan: ShownPlan) -> list[tuple[str, str]]:
    return [(d.id, d.label) for d in plan.ask(departments) if d.last_year is None]
