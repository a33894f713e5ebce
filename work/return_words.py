"""The words for how far a department has come and for what a returned file is."""

from db.exchange.board import Progress
from plan.returns import ReturnState
from work.language import translate


def progress_text(state: Progress) -> str:
    """How far a department has come."""
    return {
        Progress.NOT_SENT: translate("Collect", "未配布"),
        Progress.SENT: translate("Collect", "返送待ち"),
        Progress.RETURNED: translate("Collect", "返送あり（要確認）"),
        Progress.TAKEN: translate("Collect", "取込済み（記入中）"),
        Progress.COMPLETE: translate("Collect", "完了"),
        Progress.OVERDUE: translate("Collect", "期限超過"),
    }[state]


def return_text(state: ReturnState) -> str:
    """What a returned file is to the plan."""
    return {
        ReturnState.NEW: translate("Collect", "取り込めます"),
        ReturnState.FORKED: translate("Collect", "別々に記入された写し"),
        ReturnState.ALREADY: translate("Collect", "取込済み"),
        ReturnState.OLDER: translate("Collect", "古い版"),
        ReturnState.FOREIGN: translate("Collect", "この計画のファイルではない"),
        ReturnState.ALTERED: translate("Collect", "書き換えられている"),
        ReturnState.NEWER_PROGRAM: translate("Collect", "新しい版のあゆみのファイル"),
        ReturnState.DAMAGED: translate("Collect", "読み取れない"),
    }[state]
