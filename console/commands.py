"""ONE table of the commands: parser, help and the refusal of a misspelt word are drawn from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from plan.fields import PROGRESS
from work.language import N_


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a command: its names, what it is (help), and argparse's own options.

    `words` are what it may be, asked for when the command runs; with `only` nothing else is accepted.
    """

    names: tuple[str, ...]
    help: str
    options: Mapping[str, object]
    words: Callable[[], Sequence[str]] | None = None
    only: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """One command; `does` names the function that does it (module:function), which is loaded only when it runs."""

    name: str
    help: str
    does: str
    arguments: tuple[Argument, ...]

    def function(self) -> Callable[..., int]:
        """The function that does it."""
        module, _, name = self.does.partition(":")
        return cast("Callable[..., int]", getattr(import_module(module), name))


def _arg(*names: str, help_: str, **options: object) -> Argument:
    return Argument(names, help_, options)


def _forms() -> list[str]:
    from work.documents import FORMS  # noqa: PLC0415 - SQLAlchemy only when a command runs

    return [form.id for form in FORMS]


def _suffixes() -> list[str]:
    from work.writing import FORMATS  # noqa: PLC0415 - as above

    return [*FORMATS, ".json"]


def _fields() -> list[str]:
    return [field.key for field in PROGRESS]


def _flag(name: str, help_: str) -> Argument:
    return Argument((name,), help_, {"action": "store_true"})


_FILE = _arg("file", type=Path, help_=N_("計画ファイル"))
_EITHER = _arg("file", type=Path, help_=N_("計画ファイルまたは部署ファイル"))
_JSON = _flag("--json", N_("文章の代わりに JSON で表示します"))
_DEPARTMENT = _arg("--department", action="append", default=[], metavar="D", help_=N_("担当課（繰り返せます）"))
_RELISTED = _arg(
    "--relisted",
    choices=["as-printed", "once"],
    help_=N_("再掲の数え方（省略すると、計画のとおり）。as-printed は印刷のとおり、once は元の項目と合わせて1項目"),
)

VERBS = (
    Verb(
        "demo",
        N_("見本の計画と、その進行管理表（Excel・PDF）を作り、画面を開きます"),
        "console.verbs:demo",
        (
            _arg("dir", nargs="?", type=Path, help_=N_("作る場所（省略すると、新しいフォルダー）")),
            _flag("--no-window", N_("画面を開きません")),
        ),
    ),
    Verb(
        "new",
        N_("空の計画を作ります"),
        "console.verbs:new",
        (
            _arg("file", type=Path, help_=N_("作る計画ファイル")),
            _arg("--title", required=True, help_=N_("計画の名称")),
            _arg("--city", required=True, help_=N_("市区町村名")),
            _arg("--years", required=True, help_=N_("計画期間（2017-2021、H29-R3 など）")),
        ),
    ),
    Verb(
        "import",
        N_("進行管理表、実績及び評価書、計画書、成果報告書、評価表を計画に取り込みます"),
        "console.importing:import_",
        (
            _arg("file", type=Path, help_=N_("計画ファイル（なければ作ります）")),
            _arg("source", type=Path, help_=N_("取り込むファイル")),
            _arg("--sheet", help_=N_("読むシートの名前")),
            _arg("--year", metavar="Y", help_=N_("資料に年度が書かれていない実施状況や結果の年度")),
            _flag("--dry-run", N_("何が起きるかを表示し、書き込みません")),
            _JSON,
        ),
    ),
    Verb(
        "export",
        N_("書き出します。形式は OUT の拡張子で決まります"),
        "console.exporting:export",
        (
            _FILE,
            Argument(("out",), N_("書き出すファイル"), {"type": Path}, _suffixes),
            Argument(("--form",), N_("書き出す文書（省略すると、進行管理表）"), {}, _forms, only=True),
            _DEPARTMENT,
            _arg("--years", metavar="A-B", help_=N_("書き出す年度")),
            _flag("--lead-only", N_("主担当の行だけを書き出します")),
            _arg("--order", choices=["years", "fields"], default="years", help_=N_("年度ごとか、項目ごとか")),
            _flag("--grades", N_("達成状況の欄を付けます")),
            _arg("--label", help_=N_("資料番号（資料2 など）")),
            _flag("--proof", N_("校正用。評価表に、まだ描いていない予定も載せます")),
            _RELISTED,
        ),
    ),
    Verb(
        "tally",
        N_("実施状況と達成状況を、分野・課・年度ごとに数えます"),
        "console.tallying:tally",
        (
            _FILE,
            _arg("--year", metavar="Y", help_=N_("年度（省略すると、実施状況のある最後の年度）")),
            _RELISTED,
            _JSON,
        ),
    ),
    Verb(
        "set",
        N_("ひとつのセルを書き換えます"),
        "console.verbs:set_",
        (
            _EITHER,
            _arg("--row", required=True, metavar="N", help_=N_("行の番号。番号のない行は、担当課/実施内容")),
            _arg("--year", metavar="Y", help_=N_("年度")),
            Argument(("--field",), N_("欄"), {"required": True, "metavar": "NAME"}, _fields),
            _arg("value", help_=N_("書き込む文章")),
        ),
    ),
    Verb(
        "check",
        N_("計画や部署ファイルを点検します。エラーが残っていると、終了ステータスは 1 です"),
        "console.checking:check",
        (_EITHER, _JSON),
    ),
    Verb(
        "distribute",
        N_("課ごとの部署ファイルか Excel の調査票を DIR に作ります"),
        "console.distributing:distribute",
        (
            _FILE,
            _arg("dir", type=Path, help_=N_("作る場所")),
            _DEPARTMENT,
            _arg("--as", dest="kind", choices=["file", "excel"], default="file", help_=N_("部署ファイルか、調査票か")),
            _arg(
                "--ask",
                action="append",
                default=[],
                metavar="FIELD:YEAR",
                help_=N_("記入してもらう欄。evaluation:R2、target:2020-2021 など（省略すると、次に必要な評価と目標）"),
            ),
            _arg("--due", metavar="DATE", help_=N_("提出期限（2021-05-31 など）")),
            _arg("--note", help_=N_("部署への連絡")),
            _arg("--coordinator", help_=N_("とりまとめ担当")),
        ),
    ),
    Verb(
        "submit",
        N_("部署ファイルを提出済みにします"),
        "console.distributing:submit",
        (
            _arg("file", type=Path, help_=N_("部署ファイル")),
            _flag("--as-it-is", N_("未入力があっても提出します")),
        ),
    ),
    Verb(
        "collect",
        N_("返送されたファイルを調べ、--apply で計画に取り込みます"),
        "console.collecting:collect",
        (
            _FILE,
            _arg("returns", type=Path, nargs="+", metavar="RETURN", help_=N_("ファイルまたはフォルダー")),
            _flag("--apply", N_("取り込みます（付けないと、何が起きるかだけを表示します）")),
            _arg(
                "--except",
                dest="left_out",
                action="append",
                default=[],
                metavar="FILE",
                help_=N_("取り込まないファイルの名前（* は任意の文字。繰り返せます）"),
            ),
            _arg("--settle", choices=["ours", "theirs"], help_=N_("食い違いを、計画側または部署側に決めます")),
            _JSON,
        ),
    ),
    Verb("status", N_("課ごとの回収の状況と、未入力の欄を表示します"), "console.collecting:status", (_EITHER, _JSON)),
    Verb(
        "history",
        N_("だれが、いつ、何を変えたかを表示します"),
        "console.history:history",
        (_EITHER, _arg("--row", metavar="N", help_=N_("行の番号。番号のない行は、担当課/実施内容")), _JSON),
    ),
    Verb(
        "backups",
        N_("このパソコンに残っている控えを、新しい順に表示します。--restore で、新しいファイルとして戻します"),
        "console.copies:backups",
        (
            _arg("file", type=Path, help_=N_("計画ファイルまたは部署ファイル（なくなっていても構いません）")),
            _arg("--restore", nargs=2, metavar=("N", "OUT"), help_=N_("戻す控えの番号と、作るファイル")),
            _JSON,
        ),
    ),
    Verb(
        "copy",
        N_("計画の写しを、新しいファイルとして作ります"),
        "console.copies:copy",
        (
            _FILE,
            _arg("out", type=Path, help_=N_("作る計画ファイル")),
            _flag("--without-history", N_("履歴を除きます。ファイルが大きくなったときや、外に渡すときに使います")),
        ),
    ),
    Verb("verify", N_("ファイルが壊れていないかを確かめます"), "console.verbs:verify", (_EITHER,)),
)
"""Every command, in the order in which the help tells them."""
