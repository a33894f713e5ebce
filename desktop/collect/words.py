"""The words for how far a department has come and for what a returned file is."""

from PySide6.QtCore import QCoreApplication

from db.board import Progress
from plan.returns import ReturnState


def progress_text(state: Progress) -> str:
    """How far a department has come."""
    tr = QCoreApplication.translate
    return {
        Progress.NOT_SENT: tr("Collect", "未配布"),
        Progress.SENT: tr("Collect", "提出待ち"),
        Progress.RETURNED: tr("Collect", "返送あり（要確認）"),
        Progress.TAKEN: tr("Collect", "取込済み（記入中）"),
        Progress.COMPLETE: tr("Collect", "完了"),
        Progress.OVERDUE: tr("Collect", "期限超過"),
    }[state]


def return_text(state: ReturnState) -> str:
    """What a returned file is to the plan."""
    tr = QCoreApplication.translate
    return {
        ReturnState.NEW: tr("Collect", "取り込めます"),
        ReturnState.FORKED: tr("Collect", "別々に記入された写し"),
        ReturnState.ALREADY: tr("Collect", "取込済み"),
        ReturnState.OLDER: tr("Collect", "古い版"),
        ReturnState.FOREIGN: tr("Collect", "この計画のファイルではない"),
        ReturnState.ALTERED: tr("Collect", "書き換えられている"),
        ReturnState.NEWER_PROGRAM: tr("Collect", "新しい版のあゆみのファイル"),
        ReturnState.DAMAGED: tr("Collect", "壊れている"),
    }[state]
