"""The command line: the same verbs as the window; no Qt is imported unless a window opens."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from console.commands import VERBS, Verb
from console.screen import Opener, open_on_screen
from console.status import DONE, REFUSED
from plan.errors import PlanError
from work.language import _, preferred, sentence, speak
from work.version import VERSION

_OURS = (".ayumi", ".ayumid")


def main(arguments: Sequence[str] | None = None, open_window: Opener | None = None) -> int:
    """Run one command; errors are one sentence on standard error. `open_window` opens a file on the screen."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    speak(preferred())
    try:
        if not given or (not given[0].startswith("-") and given[0] not in _names()):
            return open_on_screen(open_window, _file(given[0]) if given else None)
        parsed = _parser(open_window, given[0]).parse_args(given)
        return next(verb for verb in VERBS if verb.name == parsed.command).function()(parsed)
    except PlanError as error:
        sys.stderr.write(f"{sentence(error.sentence)}\n")
        return REFUSED
    except BrokenPipeError:  # whoever reads our output has seen enough, and nothing is left to flush at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _names() -> list[str]:
    return [verb.name for verb in VERBS]


def _file(word: str) -> Path:
    """The file that the word names; a word that is no file is a misspelt command, for which no window opens."""
    path = Path(word)
    if path.exists() or path.suffix.lower() in _OURS:
        return path
    near = get_close_matches(word, _names(), n=1)
    if near:
        raise PlanError(
            "「{word}」という命令もファイルもありません。「ayumi {near}」ではありませんか。", word=word, near=near[0]
        )
    raise PlanError(
        "「{word}」という命令もファイルもありません。使える命令: {names}", word=word, names="、".join(_names())
    )


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence of ours, and its headings in our language."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(**options, formatter_class=_Formatter, add_help=False)
        self._positionals.title = _("引数")
        self._optionals.title = _("オプション")
        self.add_argument("-h", "--help", action="help", help=_("この説明を表示します"))

    def error(self, message: str) -> NoReturn:
        """Refuse; argparse's own words stand in brackets."""
        raise PlanError(
            "「{command}」の書き方が違います（{message}）。「{command} --help」で使い方を確かめてください。",
            command=self.prog,
            message=message,
        )


class _Formatter(argparse.HelpFormatter):
    """argparse's help, its first word in our language."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """The line that shows how the command is written."""
        super().add_usage(usage, actions, groups, _("使い方: ") if prefix is None else prefix)


def _parser(open_window: Opener | None, wanted: str) -> argparse.ArgumentParser:
    """All commands, and the arguments of the one that is wanted: what they may be is loaded with it."""
    parser = _Parser(prog="ayumi", description=_("計画の進行管理。ファイルだけを渡すと画面を開きます。"))
    parser.set_defaults(open_window=open_window)
    parser.add_argument("--version", action="version", version=f"ayumi {VERSION}", help=_("版を表示します"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title=_("命令"))
    for verb in VERBS:
        command = commands.add_parser(verb.name, help=_(verb.help), description=_(verb.help))
        if verb.name == wanted:
            _add(command, verb)
    return parser


def _add(parser: argparse.ArgumentParser, verb: Verb) -> None:
    for argument in verb.arguments:
        options: dict[str, Any] = dict(argument.options)
        words = argument.words() if argument.words is not None else ()
        if argument.only:
            options["choices"] = words
        told = f" ({' '.join(words)})" if words and not argument.only else ""
        parser.add_argument(*argument.names, help=(_(argument.help) + told).replace("%", "%%"), **options)


if __name__ == "__main__":
    sys.exit(main())
