"""Every command as a row of data: menus, the toolbar, the list of keys and the tests are drawn from it."""

from dataclasses import dataclass
from enum import Enum

from work.language import N_, names


class Needs(Enum):
    """What must be there before a command can do its work."""

    NOTHING = "nothing"
    PLAN = "plan"  # a plan is open
    WRITABLE = "writable"  # a plan or a department's file is open and may be edited
    WHOLE = "whole"  # a whole plan is open, not a department's file
    MASTER = "master"  # … and may be edited
    PART = "part"  # a department's file is open and may be edited
    ROW = "row"  # a plan may be edited, and a row is chosen
    YEAR_CELL = "year cell"  # … and a cell of a fiscal year is chosen
    UNDO = "undo"  # … and there is a step to take back
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can ask for; `text` and `help` are Japanese sources of the context "Command".

    `group` makes it one choice of several; `checkable` a switch; `in_grid` leaves the key to the grid,
    so that the same key still edits text in an editor.
    """

    id: str
    text: str
    help: str
    keys: str = ""
    icon: str = ""
    needs: Needs = Needs.PLAN
    checkable: bool = False
    group: str = ""
    in_grid: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu with its commands; None is a line between two groups, a string the place of a list made at run time."""

    title: str
    entries: tuple[Command | str | None, ...]


_FILE = Menu(
    "ファイル(&F)",
    (
        Command("file.new", "新しい計画…", "空の計画ファイルを作ります。", "Ctrl+N", "file-plus", Needs.NOTHING),
        Command("file.open", "開く…", "計画ファイルを開きます。", "Ctrl+O", "folder-open", Needs.NOTHING),
        "recent",
        Command(
            "file.import_new", "表から新しい計画を作る…", "今お使いの Excel・CSV の表から、計画ファイルを作ります。",
            "", "file-input", Needs.NOTHING,
        ),
        Command(
            "file.sample", "見本の計画を開く…", "架空の市の計画で、ひととおり試せます。", "", "book-open", Needs.NOTHING
        ),
        None,
        Command(
            "file.save", "保存", "計画ファイルを最新の内容にします（入力は自動で保存されています）。",
            "Ctrl+S", "save",
        ),
        Command(
            "file.save_copy", "控えを別の名前で保存…", "今の内容の控えを、別のファイルに保存します。",
            "", "copy", Needs.WHOLE,
        ),
        Command(
            "file.save_slim", "履歴を除いた写しを保存…",
            "変更の履歴を持たない計画を、別のファイルに保存します。ファイルを小さくするときや、外に渡すときに使います。",
            "", "", Needs.WHOLE,
        ),
        Command(
            "file.backups", "控えから戻す…", "このパソコンに残っている控えを一覧し、新しいファイルとして戻します。",
            "", "", Needs.NOTHING,
        ),
        None,
        Command(
            "file.import", "取り込み…", "Excel・CSV の表を、確かめてから計画に取り込みます。",
            "Ctrl+I", "file-input", Needs.MASTER,
        ),
        Command(
            "file.export", "Excel・PDF に書き出し…", "進行管理表を Excel・PDF・CSV に書き出します。",
            "Ctrl+E", "file-output",
        ),
        Command("file.preview", "印刷プレビュー…", "印刷される姿を、紙に出す前に確かめます。", "Ctrl+P", "printer"),
        None,
        Command("file.close", "計画を閉じる", "この計画を閉じて、最初の画面に戻ります。", "Ctrl+W", "x"),
        Command("file.quit", "終了", "あゆみを終了します。入力は保存されています。", "Ctrl+Q", "", Needs.NOTHING),
    ),
)  # fmt: skip
_EDIT = Menu(
    "編集(&E)",
    (
        Command(
            "edit.undo", "元に戻す", "直前の操作を取り消します。閉じた後でも戻せます。",
            "Ctrl+Z", "undo-2", Needs.UNDO,
        ),
        Command("edit.redo", "やり直し", "取り消した操作を、もう一度行います。", "Ctrl+Y", "redo-2", Needs.REDO),
        None,
        Command(
            "edit.cut", "切り取り", "選んだセルの文章を写し取り、貼り付けたときに元のセルを空にします。",
            "Ctrl+X", "scissors", Needs.WRITABLE, in_grid=True,
        ),
        Command(
            "edit.copy", "コピー", "選んだセルを写し取ります。Excel に貼り付けられます。",
            "Ctrl+C", "copy", in_grid=True,
        ),
        Command(
            "edit.copy_with_headings", "見出しを付けてコピー", "列の見出しと一緒に写し取ります。",
            "Ctrl+Shift+C", "", in_grid=True,
        ),
        Command(
            "edit.paste", "貼り付け", "Excel などから写し取ったセルを貼り付けます。",
            "Ctrl+V", "clipboard-paste", Needs.WRITABLE, in_grid=True,
        ),
        Command(
            "edit.fill_down", "下へコピー", "選んだ範囲のいちばん上の文章を、下のセルに写します。",
            "Ctrl+D", "", Needs.WRITABLE, in_grid=True,
        ),
        Command(
            "edit.fill_right", "右へコピー", "選んだ範囲のいちばん左の文章を、右のセルに写します。",
            "Ctrl+R", "", Needs.WRITABLE, in_grid=True,
        ),
        Command(
            "edit.clear", "クリア", "選んだセルを未入力に戻します。行は消えません。",
            "Delete", "", Needs.WRITABLE, in_grid=True,
        ),
        None,
        Command("edit.find", "検索…", "全角と半角の違いにかかわらず、文章を探します。", "Ctrl+F", "search"),
        Command(
            "edit.replace", "置換…", "見つけた言葉を、別の言葉に置き換えます。", "Ctrl+H", "replace", Needs.WRITABLE
        ),
        None,
        Command(
            "state.nothing_to_report", "「該当なし」にする", "選んだセルを「該当なし」と宣言します。",
            "Alt+1", "circle-check", Needs.YEAR_CELL,
        ),
        Command(
            "state.no_activity", "「事業展開なし」にする", "選んだセルを「事業展開なし」と宣言します。",
            "Alt+2", "circle-dashed", Needs.YEAR_CELL,
        ),
        Command(
            "state.ended", "「終了」にする", "選んだセルを「終了」と宣言します。",
            "Alt+3", "circle-stop", Needs.YEAR_CELL,
        ),
        Command(
            "state.discontinued", "「中止」にする", "選んだセルを「中止」と宣言します。",
            "Alt+4", "ban", Needs.YEAR_CELL,
        ),
    ),
)  # fmt: skip
_ROW = Menu(
    "行(&R)",
    (
        Command(
            "row.add", "行の追加…", "担当課・実施内容・実施事業のいずれかを、新しい行として加えます。",
            "Ctrl+Shift+N", "list-plus", Needs.MASTER,
        ),
        Command(
            "row.end", "行の終了…", "計画の途中で終わった行に、終了の年度と理由を記します。", "", "flag", Needs.ROW
        ),
        Command(
            "row.delete", "行の削除…", "選んだ行を、すべての年度の文章とともに削除します。",
            "Ctrl+Shift+Delete", "trash-2", Needs.ROW,
        ),
        None,
        Command("row.up", "行を上へ", "選んだ行を、一つ上の行と入れ替えます。", "Alt+Shift+Up", "arrow-up", Needs.ROW),
        Command(
            "row.down", "行を下へ", "選んだ行を、一つ下の行と入れ替えます。",
            "Alt+Shift+Down", "arrow-down", Needs.ROW,
        ),
    ),
)  # fmt: skip
_PLAN = Menu(
    "計画(&P)",
    (
        Command(
            "plan.properties", "計画の設定…", "計画名、市区町村名、資料番号、注記を直します。",
            "", "settings", Needs.MASTER,
        ),
        Command(
            "plan.open_year", "次の年度を開く…", "計画期間を一年度延ばし、すべての行にその年度の欄を設けます。",
            "", "calendar-plus", Needs.MASTER,
        ),
        Command(
            "item.rename", "施策・事業の名称変更…", "体系の見出しの符号と名称を直します。",
            "", "list-tree", Needs.MASTER,
        ),
        None,
        Command("department.add", "課の追加…", "担当課や、その係・施設を加えます。", "", "building-2", Needs.MASTER),
        Command(
            "department.facts", "課の設定…", "課の部名と、置かれている年度を直します。",
            "", "building-2", Needs.MASTER,
        ),
        Command(
            "department.rename", "課の名称変更…", "年度を定めて課名を改めます。旧課名も残ります。",
            "", "pencil", Needs.MASTER,
        ),
        Command(
            "department.merge", "課の統合…", "組織改編で統合された課の行を、新しい課に移します。",
            "", "merge", Needs.MASTER,
        ),
        Command(
            "department.split", "課の分割…", "課の行の一部を、新しい課や係、またはほかの課へ移します。",
            "", "split", Needs.MASTER,
        ),
        None,
        Command(
            "plan.check", "点検…", "未入力や数値の食い違いなど、確かめたほうがよい所を一覧に示します。",
            "Ctrl+K", "circle-check",
        ),
        None,
        Command(
            "history.cell", "このセルの履歴", "選んだセルを、誰がいつどう直したかを示します。",
            "Ctrl+Shift+H", "clock",
        ),
        Command("history.all", "変更の履歴…", "この計画のすべての変更を、新しい順に示します。", "", "history"),
    ),
)  # fmt: skip
_ENTRY = Menu(
    "帳票(&D)",
    (
        Command(
            "entry.sheets", "個別事業評価表", "事業と年度ごとの評価表を、用紙の形のまま記入します。",
            "F9", "file-text", Needs.WHOLE,
        ),
        Command(
            "entry.indicators", "指標", "指標の目標と実績を年度ごとに記入し、推移を図で見ます。", needs=Needs.WHOLE,
        ),
        None,
        Command(
            "entry.statuses", "実施状況", "施策ごとに、達成・未達成・中止などの実施状況を選びます。", needs=Needs.WHOLE,
        ),
        Command("entry.fields", "分野の目標と実績", "分野ごとに、目標と実績を記入します。", needs=Needs.WHOLE),
        None,
        Command("entry.items", "体系と説明", "施策の区分・説明・参照と、用語の注を記入します。", needs=Needs.WHOLE),
        Command(
            "entry.facts", "計画の概要", "計画の趣旨、事業の概要、期の区分、関連する計画を記入します。",
            needs=Needs.WHOLE,
        ),
        None,
        Command(
            "entry.grades", "評価の一覧", "評価を、担当課・分野・年度ごとに集計して示します。", needs=Needs.WHOLE,
        ),
        Command(
            "entry.scales", "評価区分", "評価の記号と意味、候補にする達成率、理由の要否を定めます。", needs=Needs.WHOLE,
        ),
    ),
)  # fmt: skip
_COLLECT = Menu(
    "配布と回収(&C)",
    (
        Command(
            "collect.distribute", "部署に配布…", "記入してもらう欄と期限を決めて、部署ごとのファイルを作ります。",
            "Ctrl+Shift+D", "file-output", Needs.MASTER,
        ),
        Command(
            "collect.collect", "返送ファイルの回収…", "返ってきたファイルを調べ、確かめてから計画に取り込みます。",
            "Ctrl+Shift+I", "file-input", Needs.MASTER,
        ),
        Command(
            "collect.board", "回収の状況…", "どの部署から返ってきたか、何が未入力かを示し、督促の文面を作ります。",
            "Ctrl+Shift+B", "building-2", Needs.WHOLE,
        ),
        None,
        Command(
            "collect.conflicts", "食い違いの確認…", "計画と部署の回答が食い違う欄を、一つずつ見比べて決めます。",
            "", "merge", Needs.MASTER,
        ),
        Command(
            "collect.proposals", "追加の提案…", "部署が提案した行を、計画に加えるか見送るかを決めます。",
            "", "list-plus", Needs.MASTER,
        ),
        None,
        Command(
            "part.next", "次の未入力へ", "記入をお願いされた欄のうち、まだ空いている次の欄へ移ります。",
            "Ctrl+J", "circle-dashed", Needs.PART,
        ),
        Command(
            "part.propose", "行の追加を提案…", "担当する実施事業に、新しい実施内容の行を提案します。",
            "", "list-plus", Needs.PART,
        ),
        Command(
            "part.submit", "提出…", "記入が済んだことをファイルに記し、返送できるようにします。",
            "", "circle-check", Needs.PART,
        ),
    ),
)  # fmt: skip
_VIEW = Menu(
    "表示(&V)",
    (
        Command(
            "view.not_entered", "未入力の行だけ", "左で選んだ年度に未入力のある行だけを示します。",
            "Ctrl+Shift+U", "circle-dashed", checkable=True,
        ),
        Command(
            "view.all_rows", "絞り込みを解除", "すべての行を、元の順に示します。", "Ctrl+Shift+L", "funnel-x"
        ),
        None,
        Command(
            "view.grades", "達成状況の列", "各年度に達成状況（○ △ ×）の列を示します。",
            "", "circle-check", checkable=True,
        ),
        "years",
        Command("view.order_years", "年度ごとに並べる", "年度ごとに、内容及び目標と評価を並べます。", group="order"),
        Command(
            "view.order_fields", "項目ごとに並べる", "内容及び目標の全年度の次に、評価の全年度を並べます。",
            group="order",
        ),
        None,
        Command("view.zoom_in", "拡大", "表の文字を大きくします。", "Ctrl++", "zoom-in"),
        Command("view.zoom_out", "縮小", "表の文字を小さくします。", "Ctrl+-", "zoom-out"),
        Command("view.zoom_reset", "標準の大きさ", "表の文字を標準の大きさに戻します。", "Ctrl+0"),
        None,
        Command("view.sidebar", "左の一覧", "体系と担当課の一覧を示します。", "F7", "panel-left", checkable=True),
        Command(
            "view.panel", "編集欄", "前年度と見比べて書ける編集欄を示します。",
            "F8", "panel-right", checkable=True,
        ),
        Command("view.next_pane", "次の区画へ移る", "一覧、表、編集欄の順に移ります。", "F6"),
        None,
        "theme",
        "language",
    ),
)  # fmt: skip
_HELP = Menu(
    "ヘルプ(&H)",
    (
        Command(
            "help.keys", "操作とキーの一覧", "すべての操作と、そのキーを示します。",
            "F1", "keyboard", Needs.NOTHING,
        ),
        Command(
            "help.person", "お名前の設定…", "変更の履歴に残すお名前を決めます。", "", "user", Needs.NOTHING
        ),
        Command(
            "help.about", "あゆみについて", "版と、使っている部品のライセンスを示します。",
            "", "info", Needs.NOTHING,
        ),
    ),
)  # fmt: skip
THEMES = (
    Command(
        "theme.system", "システムに合わせる", "パソコンの設定に合わせて、明るさを切り替えます。",
        "", "monitor", Needs.NOTHING, group="theme",
    ),
    Command("theme.light", "明るい画面", "白を基調とした画面にします。", "", "sun", Needs.NOTHING, group="theme"),
    Command("theme.dark", "暗い画面", "黒を基調とした画面にします。", "", "moon", Needs.NOTHING, group="theme"),
)  # fmt: skip
SPOKEN = tuple(
    Command(f"language.{code}", name, N_("画面をこの言語にします。"), needs=Needs.NOTHING, group="language")
    for code, name in names().items()
)
MENUS = (_FILE, _EDIT, _ROW, _PLAN, _COLLECT, _ENTRY, _VIEW, _HELP)
TOOLBAR: tuple[str | None, ...] = (
    "edit.undo", "edit.redo", None, "row.add", None, "edit.find", "view.not_entered", "view.all_rows", None,
    "file.import", "file.export", "file.preview", None, "history.all", "view.sidebar", "view.panel",
)  # fmt: skip
TOOLBAR_TEXTS = {
    "row.add": N_("行の追加"),
    "edit.find": N_("検索"),
    "view.not_entered": N_("未入力だけ"),
    "view.all_rows": N_("全行"),
    "file.import": N_("取り込み"),
    "file.export": N_("書き出し"),
    "file.preview": N_("プレビュー"),
    "history.all": N_("履歴"),
    "view.sidebar": N_("一覧"),
    "view.panel": N_("編集欄"),
}
"""Shorter words where the toolbar has little room."""
ROW_MENU: tuple[str | None, ...] = (
    "edit.cut", "edit.copy", "edit.paste", "edit.clear", None, "state.nothing_to_report", "state.no_activity",
    "state.ended", "state.discontinued", None, "row.add", "row.end", "row.delete", "row.up", "row.down", None,
    "history.cell",
)  # fmt: skip
"""What a right click on a cell offers."""
COMMANDS = (*(e for menu in MENUS for e in menu.entries if isinstance(e, Command)), *THEMES, *SPOKEN)
