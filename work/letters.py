"""The mails that go with files, to be copied as they stand.

They are written to departments of the city: in Japanese, whatever the interface speaks.
"""

from collections.abc import Iterator
from urllib.parse import quote

from db.exchange.board import Letter, answering
from db.exchange.distribution import EXCEL, Distribution
from db.exchange.examination import Examined
from plan.exchange.returns import ReturnState
from plan.findings import Severity

_SHOWN = 30  # findings that a mail lists


def handing_letter(title: str, department: str, handed: Distribution, file: str) -> Letter:
    """The mail that goes with a department's file."""
    asking = handed.asking
    lines = [f"{department} 御中", "", f"「{title}」の進行管理について、記入をお願いします。"]
    lines += [answering(asking.kind, f"添付の調査票「{file}」" if asking.kind == EXCEL else f"添付の「{file}」")]
    if asking.due is not None:
        lines += ["", f"提出期限: {asking.due.year}年{asking.due.month}月{asking.due.day}日"]
    lines += ["", "記入していただく欄:", *(f"・{column.heading}" for column in asking.columns)]
    lines += ["", asking.note] if asking.note else []
    lines += ["", asking.coordinator] if asking.coordinator else []
    return Letter(f"【お願い】{title}の記入について（{department}）", "\n".join(lines) + "\n")


def sending_back_letter(title: str, found: Examined) -> Letter:
    """The mail by which a department hears what of its return could not be taken, and what to mend."""
    lines = [f"{found.department} 御中" if found.department else "ご担当者様", ""]
    lines += [f"「{title}」の進行管理について、ご返送ありがとうございます。"]
    lines += [*_not_taken(found), *_deleted(found), "", "よろしくお願いします。"]
    return Letter(f"【ご確認】{title}の記入について（{found.department or found.file}）", "\n".join(lines) + "\n")


def _not_taken(found: Examined) -> Iterator[str]:
    """What is to be mended: the file as a whole, or cell by cell."""
    if found.refusal is not None:
        yield from ("お送りいただいたファイルは、次の理由で取り込めませんでした。", "", f"・{found.refusal}")
        yield from ("", "お手数ですが、ご確認のうえ、もう一度お送りください。")
        return
    told = [f for f in found.findings if f.severity is not Severity.NOTICE]
    if told:
        yield from (f"お送りいただいた「{found.file}」に、取り込めない箇所がありました。", "")
        for finding in told[:_SHOWN]:
            yield from (f"・{finding.place.words}", f"　{finding.sentence}")
        yield from [f"ほか{len(told) - _SHOWN}件"] if len(told) > _SHOWN else []
        yield from ("", "お手数ですが、該当の箇所を直したファイルを、もう一度お送りください。")


def _deleted(found: Examined) -> Iterator[str]:
    """What was written into rows that the plan no longer has: nothing that the department could mend."""
    if found.refused:
        yield from ("", "次の欄は、配布のあとで行が計画から削除されたため、記入を取り込めませんでした。", "")
        yield from (f"・{r.row.name}、{r.cell.column.heading}" for r in found.refused)


def worth_sending_back(found: Examined) -> bool:
    """Whether there is something to tell the department, and not just the coordinator."""
    mended_here = (ReturnState.ALREADY, ReturnState.OLDER, ReturnState.NEWER_PROGRAM)
    if found.refusal is not None:
        return found.state not in mended_here
    return bool(found.refused) or any(f.severity is not Severity.NOTICE for f in found.findings)


def whole(letter: Letter) -> str:
    """Subject and body, as they are copied."""
    return f"件名: {letter.subject}\n\n{letter.body}"


def mailto(letter: Letter) -> str:
    """An address that opens the letter in the mail program; line breaks are CRLF there (RFC 6068)."""
    body = letter.body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(letter.subject)}&body={quote(body)}"
