"""A text on its way into the plan: line breaks made one, and none longer than a workbook's cell holds."""

from plan.clipboard import line_feeds
from plan.errors import PlanError

TEXT_LIMIT = 32_767  # what one cell of a workbook holds; a longer text could never be handed out


def cleaned(text: str, label: str) -> str:
    """The text as it is stored; a PlanError names by its label what is too long."""
    text = line_feeds(text)
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * TEXT_LIMIT:
        raise PlanError(
            "「{field}」の文章が長すぎます（{length} 文字）。{limit} 文字までにしてください。",
            field=label,
            length=len(text),
            limit=TEXT_LIMIT,
        )
    return text
