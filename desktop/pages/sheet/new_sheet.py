"""The form for a new evaluation sheet."""

from PySide6.QtWidgets import QLineEdit, QWidget

from db.edit.records import add_record
from db.read.reports import nodes
from db.read.sheets import EnteredSheet
from db.read.table import departments
from desktop.kit.form import Form, choice, chosen_year, year_choice
from desktop.kit.shown_plan import ShownPlan
from plan.errors import say
from plan.ids import RecordId
from work import steps
from work.days import year_in_work
from work.language import _


def ask_new_sheet(parent: QWidget, plan: ShownPlan, beside: EnteredSheet | None) -> RecordId | None:
    """Ask of which project and year a sheet shall be; answers the new sheet."""
    tree, offices = plan.ask(nodes), plan.ask(departments)
    projects = [(str(n.id), "　" * n.level + n.heading) for n in tree]
    item = choice(projects, beside.item if beside else None)
    named = [("", "—"), *((str(d.id), d.label) for d in offices)]
    office = choice(named, beside.department if beside else None)
    years = plan.facts().years
    year = year_choice(years, beside.sheet.year if beside else year_in_work(years))
    number = QLineEdit(placeholderText=_("例: 企 — 1"))
    made: list[RecordId] = []

    def do() -> None:
        values = {
            "item_id": item.currentData(),
            "department_id": office.currentData() or None,
            "fiscal_year": int(chosen_year(year)),
            "number": number.text().strip() or None,
        }
        label = say(steps.SHEET_ADDED, name=item.currentText().strip())
        made.append(plan.do(label, add_record, "evaluation_sheet", values))

    rows: list[tuple[str, QWidget]] = [
        (_("事業"), item),
        (_("年度"), year),
        (_("担当課"), office),
        (_("掲載No"), number),
    ]
    form = Form(parent, _("新しい評価表"), rows, do)
    form.explain(_("事業と年度を選びます。どれも後から直せます。"), _("作る")).exec()
    return made[0] if made else None
