"""What helps: the list of all commands with their keys, the person's name, what Ayumi is made of."""

import platform
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from desktop.commands import MENUS, Command
from desktop.form import Form
from desktop.language import translate
from desktop.settings import PERSON, Settings
from desktop.theme import colours

_GRID_KEYS = (
    ("Enter", QT_TRANSLATE_NOOP("Keys", "確定して下のセルへ")),
    ("Tab", QT_TRANSLATE_NOOP("Keys", "確定して右のセルへ（続く Enter で最初の列へ戻ります）")),
    ("Alt+Enter", QT_TRANSLATE_NOOP("Keys", "セルの中で改行")),
    ("F2", QT_TRANSLATE_NOOP("Keys", "セルの文章を直す")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "選んだすべてのセルに同じ文章を入れる")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "入力をやめて元の文章に戻す")),
    (QT_TRANSLATE_NOOP("Keys", "Ctrl+矢印"), QT_TRANSLATE_NOOP("Keys", "文章の端まで移る")),
)
"""The grid's keys that are no commands."""


def keys_html() -> str:
    """All commands and keys as a page."""
    look = colours()
    parts = []
    for menu in MENUS:
        rows = "".join(_key_row(e) for e in menu.entries if isinstance(e, Command))
        title = translate("Menu", menu.title).partition("(&")[0].replace("&", "")
        parts.append(_section(title, rows, look.accent))
    grid = "".join(_row(translate("Keys", str(key)), translate("Keys", str(text)), "") for key, text in _GRID_KEYS)
    return _section(translate("Keys", "表の中で"), grid, look.accent) + "".join(parts)


def _section(title: str, rows: str, colour: str) -> str:
    return f'<h3 style="color:{colour}">{escape(title)}</h3><table cellpadding="3" width="100%">{rows}</table>'


def _key_row(command: Command) -> str:
    keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
    return _row(keys, translate("Command", command.text), translate("Command", command.help))


def _row(keys: str, text: str, help_line: str) -> str:
    more = f'<td width="230">{escape(text)}</td><td>{escape(help_line)}</td>'
    told = more if help_line else f'<td colspan="2">{escape(text)}</td>'
    return f'<tr><td width="150"><b>{escape(keys)}</b></td>{told}</tr>'


def show_keys(parent: QWidget) -> None:
    """Show all commands and keys."""
    _show_page(parent, translate("Help", "操作とキーの一覧"), keys_html())


def show_about(parent: QWidget) -> None:
    """Show the version and what Ayumi is made of."""
    version = QApplication.applicationVersion()
    made_of = translate(
        "Help",
        "画面は Qt {qt}（PySide6、LGPL-3）、文字は BIZ UDゴシック（OFL-1.1）、絵記号は Lucide（ISC）によります。",
    ).format(qt=qVersion())
    lines = (
        translate("Help", "計画の進行管理を、ひとつのファイルで。"),
        translate("Help", "あゆみは MIT ライセンスの自由なソフトウェアです。"),
        made_of,
        f"Python {platform.python_version()} · {platform.platform()}",
    )
    name = QApplication.applicationDisplayName()
    page = f"<h2>{escape(name)} {escape(version)}</h2>" + "".join(f"<p>{escape(line)}</p>" for line in lines)
    _show_page(parent, translate("Help", "あゆみについて"), page)


def _show_page(parent: QWidget, title: str, html: str) -> None:
    window = QDialog(parent)
    window.setWindowTitle(title)
    window.resize(860, 620)
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

    Form(parent, translate("Help", "お名前の設定"), [(translate("Help", "お名前"), name)], do).explain(
        translate("Help", "変更の履歴と、計画を開いている人の表示に使います。次に計画を開くときから使われます。")
    ).exec()
