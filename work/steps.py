"""What the steps of the history are called: kept in Japanese in the plan, told in the language of the interface."""

import re

from work.language import translate


def _step(template: str) -> str:
    """A template that resources/translations/update.py finds by this call."""
    return template


ENTRY = _step("入力（{place}）")
ENTRIES = _step("一括入力（{count} セル）")
CUT = _step("切り取り（{count} セル）")
CLEAR = _step("クリア（{count} セル）")
PASTE = _step("貼り付け（{count} セル）")
FILL_DOWN = _step("下へコピー（{count} セル）")
FILL_RIGHT = _step("右へコピー（{count} セル）")
REPLACE = _step("置換")
REPLACE_ALL = _step("すべて置換")
DECLARATION = _step("「{state}」の宣言")
ROW_ADDED = _step("行の追加")
ROW_ENDED = _step("行の終了（{row}）")
ROW_DELETED = _step("行の削除（{row}）")
ROW_MOVED = _step("行の移動（{row}）")
MAKING = _step("計画の作成")
READING = _step("計画の読み込み")
PROPERTIES = _step("計画の設定")
YEAR_OPENED = _step("{year}を開く")
RENAMING = _step("名称変更（{name}）")
DEPARTMENT_ADDED = _step("課の追加（{name}）")
DEPARTMENT_EDITED = _step("課の設定（{name}）")
DEPARTMENT_RENAMED = _step("課の名称変更（{name}）")
DEPARTMENT_MERGED = _step("課の統合（{name}）")
DEPARTMENT_SPLIT = _step("課の分割（{name}から{part}へ）")
IMPORT = _step("取り込み（{source}）")
TABLE_IMPORT = _step("表の取り込み")
CELL_ENTRY = _step("セルの入力")
SHEET_ADDED = _step("新しい評価表（{name}）")
SHEET_DELETED = _step("評価表の削除（{name}）")
INDICATOR_ADDED = _step("指標の追加")
INDICATOR_DELETED = _step("指標の削除（{name}）")
INDICATORS_SORTED = _step("指標の並べ替え")
GRADES_TAKEN = _step("候補の評価の採用（{name}）")
DISTRIBUTION = _step("配布（{count} 部署）")
COLLECTION = _step("回収（{count} ファイル）")
SETTLEMENT = _step("食い違いの確定（{place}）")
SETTLEMENTS = _step("食い違いの一括確定（{count} 件）")
PROPOSAL_TAKEN = _step("追加の提案の採用（{content}）")
PROPOSAL_DECLINED = _step("追加の提案の見送り（{content}）")
ROW_PROPOSED = _step("行の追加の提案")
SUBMISSION = _step("提出")
FINDING_ACCEPTED = _step("指摘の了承")
ACCEPTANCE_WITHDRAWN = _step("了承の取り消し")
CHECK_OFF = _step("点検を使わない（{name}）")
CHECK_ON = _step("点検を再び使う（{name}）")
_STEPS = (
    ENTRY, ENTRIES, CUT, CLEAR, PASTE, FILL_DOWN, FILL_RIGHT, REPLACE, REPLACE_ALL, DECLARATION, ROW_ADDED, ROW_ENDED,
    ROW_DELETED, ROW_MOVED, MAKING, READING, PROPERTIES, RENAMING, DEPARTMENT_ADDED, DEPARTMENT_EDITED,
    DEPARTMENT_RENAMED, DEPARTMENT_MERGED, DEPARTMENT_SPLIT, IMPORT, TABLE_IMPORT, CELL_ENTRY, SHEET_ADDED,
    SHEET_DELETED, INDICATOR_ADDED, INDICATOR_DELETED, INDICATORS_SORTED, GRADES_TAKEN, YEAR_OPENED, DISTRIBUTION,
    COLLECTION, SETTLEMENT, SETTLEMENTS, PROPOSAL_TAKEN, PROPOSAL_DECLINED, ROW_PROPOSED, SUBMISSION,
    FINDING_ACCEPTED, ACCEPTANCE_WITHDRAWN, CHECK_OFF, CHECK_ON,
)  # fmt: skip


def told(label: str) -> str:
    """A step's name in the language of the interface; one that is not known here is told as it is kept."""
    for template in _STEPS:
        found = _pattern(template).fullmatch(label)
        if found is not None:
            return translate("Step", template).format(**found.groupdict())
    return label


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(template)), re.DOTALL)
