"""The words for how far a department has come and for what a returned file is."""

from db.exchange.board import Progress
from plan.exchange.returns import ReturnState
from work.language import _


def progress_text(state: Progress) -> str:
    """How far a department has come."""
    return {
        Progress.NOT_SENT: _("未配布"),
        Progress.SENT: _("返送待ち"),
        Progress.RETURNED: _("返送あり（要確認）"),
        Progress.TAKEN: _("取込済み（記入中）"),
        Progress.COMPLETE: _("完了"),
        Progress.OVERDUE: _("期限超過"),
    }[state]


def return_text(state: ReturnState) -> str:
    """What a returned file is to the plan."""
    return {
        ReturnState.NEW: _("取り込めます"),
        ReturnState.FORKED: _("別々に記入された写し"),
        ReturnState.ALREADY: _("取込済み"),
        ReturnState.OLDER: _("古い版"),
        ReturnState.FOREIGN: _("ほかのファイル"),
        ReturnState.ALTERED: _("書き換えられている"),
        ReturnState.NEWER_PROGRAM: _("新しい版のあゆみのファイル"),
        ReturnState.DAMAGED: _("読み取れない"),
    }[state]
