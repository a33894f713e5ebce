"""The command line: the same verbs as the window; no Qt is imported unless a window opens."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from console.screen import Opener, open_on_screen
from console.status import DONE, REFUSED
from plan.errors import PlanError
from work.language import preferred, sentence, speak


def main(arguments: Sequence[str] | None = None, open_window: Opener | None = None) -> int:
    """Run one command; errors are one sentence on standard error. `open_window` opens a file on the screen."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speak(preferred())
    try:
        if not given or (not given[0].startswith("-") and given[0] not in _verbs()):
            return open_on_screen(open_window, Path(given[0]) if given else None)
        return _run(_parser(open_window, given[0]).parse_args(given))
    except PlanError as error:
        sys.stderr.write(f"{sentence(error.sentence)}\n")
        return REFUSED
    except BrokenPipeError:  # whoever reads our output has seen enough, and nothing is left to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(parsed: argparse.Namespace) -> int:
    from console import verbs  # noqa: PLC0415 - SQLAlchemy only when a verb runs

    # `import` and `set` are words of Python's own.
    run = getattr(verbs, parsed.command, None) or getattr(verbs, f"{parsed.command}_")
    status: int = run(parsed)
    return status


def _verbs() -> frozenset[str]:
    return frozenset(name for name, _ in _COMMANDS)


def _parser(open_window: Opener | None, wanted: str) -> argparse.ArgumentParser:
    """All verbs, and the arguments of the one that is wanted: what they may be is loaded with it."""
    parser = argparse.ArgumentParser(prog="ayumi", description="計画の進行管理。ファイルだけを渡すと画面を開きます。")
    parser.set_defaults(open_window=open_window)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, add in _COMMANDS:
        command = commands.add_parser(name, help=(add.__doc__ or "").rstrip("."))
        if name == wanted:
            add(command)
    return parser


def _demo(parser: argparse.ArgumentParser) -> None:
    """見本の計画と、その進行管理表（Excel・PDF）を作り、画面を開きます."""
    parser.add_argument("dir", nargs="?", type=Path)
    parser.add_argument("--no-window", action="store_true")


def _new(parser: argparse.ArgumentParser) -> None:
    """空の計画を作ります."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--title", required=True)
    parser.add_argument("--city", required=True)
    parser.add_argument("--years", required=True, help="2017-2021、H29-R3 など")


def _import(parser: argparse.ArgumentParser) -> None:
    """進行管理表、実績及び評価書、計画書、成果報告書、評価表を計画に取り込みます."""
    parser.add_argument("file", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--sheet")
    parser.add_argument("--year", metavar="Y", help="資料に年度が書かれていない実施状況や結果の年度")
    parser.add_argument("--dry-run", action="store_true", help="何が起きるかを表示し、書き込みません")
    parser.add_argument("--json", action="store_true")


def _export(parser: argparse.ArgumentParser) -> None:
    """書き出します。形式は OUT の拡張子で決まります."""
    from work.documents import FORMS  # noqa: PLC0415 - SQLAlchemy only when a verb runs
    from work.writing import FORMATS  # noqa: PLC0415

    parser.add_argument("file", type=Path)
    parser.add_argument("out", type=Path, help=" ".join((*FORMATS, ".json")))
    parser.add_argument("--form", default=FORMS[0].id, choices=[form.id for form in FORMS])
    parser.add_argument("--department", action="append", default=[], metavar="D")
    parser.add_argument("--years", metavar="A-B")
    parser.add_argument("--lead-only", action="store_true")
    parser.add_argument("--order", choices=["years", "fields"], default="years")
    parser.add_argument("--grades", action="store_true", help="達成状況の欄を付けます")
    parser.add_argument("--label", help="資料番号（資料2 など）")
    parser.add_argument("--proof", action="store_true", help="校正用。評価表に、まだ描いていない予定も載せます")
    _relisted(parser)


def _relisted(parser: argparse.ArgumentParser) -> None:
    help_ = "再掲の数え方（省略すると、計画のとおり）。as-printed は印刷のとおり、once は元の項目と合わせて1項目"
    parser.add_argument("--relisted", choices=["as-printed", "once"], help=help_)


def _tally(parser: argparse.ArgumentParser) -> None:
    """実施状況と達成状況を、分野・課・年度ごとに数えます."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--year", metavar="Y", help="年度（省略すると、実施状況のある最後の年度）")
    _relisted(parser)
    parser.add_argument("--json", action="store_true")


def _set(parser: argparse.ArgumentParser) -> None:
    """ひとつのセルを書き換えます."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--row", required=True, metavar="N", help="番号")
    parser.add_argument("--year", metavar="Y")
    parser.add_argument("--field", required=True, metavar="NAME", help="target、evaluation、baseline_and_goal など")
    parser.add_argument("value")


def _check(parser: argparse.ArgumentParser) -> None:
    """計画や部署ファイルを点検します。エラーが残っていると、終了ステータスは 1 です."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")


def _distribute(parser: argparse.ArgumentParser) -> None:
    """課ごとの部署ファイルか Excel の調査票を DIR に作ります."""
    parser.add_argument("file", type=Path)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--department", action="append", default=[], metavar="D")
    parser.add_argument("--as", dest="kind", choices=["file", "excel"], default="file")
    ask_help = "記入してもらう欄。evaluation:R2、target:2020-2021 など（省略すると全年度の内容及び目標と評価）"
    parser.add_argument("--ask", action="append", default=[], metavar="FIELD:YEAR", help=ask_help)
    parser.add_argument("--due", metavar="DATE", help="提出期限（2021-05-31 など）")
    parser.add_argument("--note", help="部署への連絡")
    parser.add_argument("--coordinator", help="とりまとめ担当")


def _submit(parser: argparse.ArgumentParser) -> None:
    """部署ファイルを提出済みにします."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--as-it-is", action="store_true", help="未入力があっても提出します")


def _collect(parser: argparse.ArgumentParser) -> None:
    """返送されたファイルを調べ、--apply で計画に取り込みます."""
    parser.add_argument("file", type=Path)
    parser.add_argument("returns", type=Path, nargs="+", metavar="RETURN", help="ファイルまたはフォルダー")
    parser.add_argument("--apply", action="store_true", help="取り込みます（付けないと、何が起きるかだけを表示します）")
    left_out = "取り込まないファイルの名前（* は任意の文字。繰り返せます）"
    parser.add_argument("--except", dest="left_out", action="append", default=[], metavar="FILE", help=left_out)
    parser.add_argument("--settle", choices=["ours", "theirs"], help="食い違いを、計画側または部署側に決めます")
    parser.add_argument("--json", action="store_true")


def _status(parser: argparse.ArgumentParser) -> None:
    """課ごとの回収の状況と、未入力の欄を表示します."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")


def _history(parser: argparse.ArgumentParser) -> None:
    """だれが、いつ、何を変えたかを表示します."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--row", metavar="N", help="番号")
    parser.add_argument("--json", action="store_true")


def _verify(parser: argparse.ArgumentParser) -> None:
    """ファイルが壊れていないかを確かめます."""
    parser.add_argument("file", type=Path)


_COMMANDS = (
    ("demo", _demo),
    ("new", _new),
    ("import", _import),
    ("export", _export),
    ("tally", _tally),
    ("set", _set),
    ("check", _check),
    ("distribute", _distribute),
    ("submit", _submit),
    ("collect", _collect),
    ("status", _status),
    ("history", _history),
    ("verify", _verify),
)

if __name__ == "__main__":
    sys.exit(main())
