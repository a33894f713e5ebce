"""What the steps of the history are called: kept in Japanese in the plan, told in the language of the interface."""

import re

from work.language import N_, _

ENTRY = N_("入力（{place}）")
ENTRIES = N_("一括入力（{count} セル）")
CUT = N_("切り取り（{count} セル）")
CLEAR = N_("クリア（{count} セル）")
PASTE = N_("貼り付け（{count} セル）")
FILL_DOWN = N_("下へコピー（{count} セル）")
FILL_RIGHT = N_("右へコピー（{count} セル）")
REPLACE = N_("置換")
REPLACE_ALL = N_("すべて置換")
DECLARATION = N_("「{state}」の宣言")
ROW_ADDED = N_("行の追加")
ROW_ENDED = N_("行の終了（{row}）")
ROW_DELETED = N_("行の削除（{row}）")
ROW_MOVED = N_("行の移動（{row}）")
MAKING = N_("計画の作成")
READING = N_("計画の読み込み")
PROPERTIES = N_("計画の設定")
YEAR_OPENED = N_("{year}を開く")
RENAMING = N_("名称変更（{name}）")
DEPARTMENT_ADDED = N_("課の追加（{name}）")
DEPARTMENT_EDITED = N_("課の設定（{name}）")
DEPARTMENT_RENAMED = N_("課の名称変更（{name}）")
DEPARTMENT_MERGED = N_("課の統合（{name}）")
DEPARTMENT_SPLIT = N_("課の分割（{name}から{part}へ）")
IMPORT = N_("取り込み（{source}）")
TABLE_IMPORT = N_("表の取り込み")
CELL_ENTRY = N_("セルの入力")
SHEET_ADDED = N_("新しい評価表（{name}）")
SHEET_DELETED = N_("評価表の削除（{name}）")
INDICATOR_ADDED = N_("指標の追加")
INDICATOR_DELETED = N_("指標の削除（{name}）")
INDICATORS_SORTED = N_("指標の並べ替え")
GRADES_TAKEN = N_("候補の評価の採用（{name}）")
DISTRIBUTION = N_("配布（{count} 部署）")
COLLECTION = N_("回収（{count} ファイル）")
SETTLEMENT = N_("食い違いの確定（{place}）")
SETTLEMENTS = N_("食い違いの一括確定（{count} 件）")
PROPOSAL_TAKEN = N_("追加の提案の採用（{content}）")
PROPOSAL_DECLINED = N_("追加の提案の見送り（{content}）")
ROW_PROPOSED = N_("行の追加の提案")
SUBMISSION = N_("提出")
FINDING_ACCEPTED = N_("指摘の了承")
ACCEPTANCE_WITHDRAWN = N_("了承の取り消し")
CHECK_OFF = N_("点検を使わない（{name}）")
CHECK_ON = N_("点検を再び使う（{name}）")
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
            return _(template).format(**found.groupdict())
    return label


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(template)), re.DOTALL)
