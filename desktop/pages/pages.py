"""Which pages the window of the sister documents has, as rows of data."""

from desktop.pages.book.facts_page import FactsPage
from desktop.pages.book.item_page import ItemsPage
from desktop.pages.entry_window import PageRow
from desktop.pages.indicators.indicator_page import IndicatorPage
from desktop.pages.scales.scale_page import ScalePage
from desktop.pages.sheet.sheet_page import SheetPage
from desktop.pages.statuses.field_page import FieldsPage
from desktop.pages.statuses.grade_page import GradesPage
from desktop.pages.statuses.status_page import StatusPage
from work.language import _


def pages() -> tuple[PageRow, ...]:
    """The pages in the order of their tabs; each id is also its command's, and each form the one that it fills most."""
    return (
        PageRow("entry.sheets", _("個別事業評価表"), SheetPage, "evaluation-sheet"),
        PageRow("entry.indicators", _("指標"), IndicatorPage, "outcome-report"),
        PageRow("entry.statuses", _("実施状況"), StatusPage, "results-report"),
        PageRow("entry.fields", _("分野の目標と実績"), FieldsPage, "results-report"),
        PageRow("entry.items", _("体系と説明"), ItemsPage, "plan-book"),
        PageRow("entry.facts", _("計画の概要"), FactsPage, "plan-book"),
        PageRow("entry.grades", _("評価の一覧"), GradesPage),
        PageRow("entry.scales", _("評価区分"), ScalePage),
    )
