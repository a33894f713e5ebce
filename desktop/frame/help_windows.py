"""What helps: the list of all commands with their keys, the person's name, what Ayumi is made of."""

import platform
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from desktop.frame.commands import MENUS, Command
from desktop.kit.form import Form
from desktop.kit.preferences import PERSON, Settings
from desktop.kit.theme import colours
from desktop.kit.window_size import begin_at
from work.language import N_, _

GRID_KEYS = (
    ("Enter", N_("確定して下のセルへ")),
    ("Tab", N_("確定して右のセルへ（続く Enter で最初の列へ戻ります）")),
    ("Alt+Enter", N_("セルの中で改行")),
    ("F2", N_("セルの文章を直す")),
    ("Ctrl+Enter", N_("選んだすべてのセルに同じ文章を入れる")),
    ("Esc", N_("入力をやめて元の文章に戻す")),
    (N_("Ctrl+矢印"), N_("文章の端まで移る")),
    ("1 2 3 …", N_("達成状況を、評価区分の順に選ぶ（0 で未記入に戻す）")),
    ("Alt+↓", N_("達成状況を一覧から選ぶ")),
)
"""The grid's keys that are no commands."""
_PAGE_KEYS = (
    ("Alt+1 … Alt+8", N_("帳票のページを開く")),
    ("Ctrl+P", N_("開いているページの書類を確かめ、書き出す")),
    ("Tab", N_("次の欄へ（書いた文章は、欄を離れると保存されます）")),
    ("Ctrl+Enter", N_("欄を離れずに保存する")),
    ("Esc", N_("入力をやめて元の文章に戻す")),
    ("Ctrl+PageDown", N_("次の評価表へ（前へは Ctrl+PageUp）")),
    ("1 2 3 …", N_("実施状況を、評価区分の順に選ぶ（Delete で未記入に戻す）")),
)
"""The keys of the window of the sister documents."""
_SCHEDULE_KEYS = (
    (N_("矢印キー"), N_("月と行を移る")),
    ("Enter", N_("空いた月に矢印を引く。矢印や ○ の上では文字を書く")),
    (N_("文字を打つ"), N_("空いた月に矢印を引き、その文字を書く")),
    (N_("Shift+矢印"), N_("矢印を伸ばす、縮める")),
    (N_("Ctrl+矢印"), N_("月や行へ動かす")),
    ("O", N_("○ を置く。矢印と ○ を替える")),
    ("F2", N_("文字を書く")),
    ("Delete", N_("消す")),
)
"""The keys of a schedule April to March."""


def keys_html() -> str:
    """All commands and keys as a page."""
    look = colours()
    parts = []
    for menu in MENUS:
        rows = "".join(_key_row(e) for e in menu.entries if isinstance(e, Command))
        title = _(menu.title).partition("(&")[0].replace("&", "")
        parts.append(_section(title, rows, look.accent))
    others = (
        (_("表の中で"), GRID_KEYS),
        (_("帳票の入力で"), _PAGE_KEYS),
        (_("スケジュールの中で"), _SCHEDULE_KEYS),
    )
    told = [_section(title, _key_rows(keys), look.accent) for title, keys in others]
    return "".join((*told, *parts))


def _key_rows(keys: Sequence[tuple[str, str]]) -> str:
    return "".join(_row(_(key), _(text), "") for key, text in keys)


def _section(title: str, rows: str, colour: str) -> str:
    return f'<h3 style="color:{colour}">{escape(title)}</h3><table cellpadding="3" width="100%">{rows}</table>'


def _key_row(command: Command) -> str:
    keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
    return _row(keys, _(command.text), _(command.help))


def _row(keys: str, text: str, help_line: str) -> str:
    more = f'<td width="230">{escape(text)}</td><td>{escape(help_line)}</td>'
    told = more if help_line else f'<td colspan="2">{escape(text)}</td>'
    return f'<tr><td width="150"><b>{escape(keys)}</b></td>{told}</tr>'


def show_keys(parent: QWidget) -> None:
    """Show all commands and keys."""
    _show_page(parent, _("操作とキーの一覧"), keys_html())


def show_about(parent: QWidget) -> None:
    """Show the version and what Ayumi is made of."""
    version = QApplication.applicationVersion()
    made_of = _(
        "画面は Qt {qt}（PySide6、LGPL-3）、文字は BIZ UDゴシック（OFL-1.1）、絵記号は Lucide（ISC）によります。",
    ).format(qt=qVersion())
    lines = (
        _("計画の進行管理を、ひとつのファイルで。"),
        _("あゆみは MIT ライセンスの自由なソフトウェアです。"),
        made_of,
        f"Python {platform.python_version()} · {platform.platform()}",
    )
    name = QApplication.applicationDisplayName()
    page = f"<h2>{escape(name)} {escape(version)}</h2>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
    _show_page(parent, _("あゆみについて"), page)


def _show_page(parent: QWidget, title: str, html: str) -> None:
    window = QDialog(QApplication.activeWindow() or parent)  # before the window that asks, not behind it
    window.setWindowTitle(title)
    begin_at(window, (860, 620))
    page = QTextBrowser(window)
    page.setAccessibleName(title)
    page.setHtml(html)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, window)
    buttons.rejected.connect(window.reject)
    column = QVBoxLayout(window)
    column.addWidget(page)
    column.addWidget(buttons)
    window.exec()


def ask_person(parent: QWidget, settings: Settings) -> None:
    """Ask for the name that the history shall bear."""
    name = QLineEdit(settings.get(PERSON))

    def do() -> None:
        settings.put(PERSON, name.text().strip())

    Form(parent, _("お名前の設定"), [(_("お名前"), name)], do).explain(
        _("変更の履歴と、計画を開いている人の表示に使います。次に計画を開くときから使われます。")
    ).exec()
