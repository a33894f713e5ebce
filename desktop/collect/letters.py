"""The mails that go with files, to be copied as they stand.

They are written to departments of the city: in Japanese, whatever the interface speaks.
"""

from urllib.parse import quote

from db.board import Letter, answering
from db.distribution import EXCEL, Distribution
from db.examination import Examined
from desktop.importing.findings import place_text
from plan.returns import ReturnState

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
    """The mail by which a returned file is sent back with what is to be mended in it."""
    lines = [f"{found.department} 御中" if found.department else "ご担当者様", ""]
    lines += [f"「{title}」の進行管理について、ご返送ありがとうございます。"]
    lines += [f"お送りいただいた「{found.file}」について、次の点をご確認ください。", ""]
    lines += [f"・{found.refusal}"] if found.refusal is not None else []
    told = [" ".join(filter(None, (place_text(f.place, ""), str(f.sentence)))) for f in found.findings]
    lines += [f"・{text}" for text in told[:_SHOWN]]
    lines += [f"ほか{len(told) - _SHOWN}件"] if len(told) > _SHOWN else []
    lines += [
        f"・番号 {r.row.number} {r.cell.column.heading}: 計画から削除された行のため、取り込めません。"
        for r in found.refused
    ]
    lines += ["", "お手数ですが、直したファイルをもう一度お送りください。"]
    return Letter(f"【ご確認】{title}の記入について（{found.department or found.file}）", "\n".join(lines) + "\n")


def worth_sending_back(found: Examined) -> bool:
    """Whether there is something to tell the department."""
    harmless = (ReturnState.ALREADY, ReturnState.OLDER)
    return bool(found.refused or found.findings or (found.refusal is not None and found.state not in harmless))


def whole(letter: Letter) -> str:
    """Subject and body, as they are copied."""
    return f"件名: {letter.subject}\n\n{letter.body}"


def mailto(letter: Letter) -> str:
    """An address that opens the letter in the mail program; line breaks are CRLF there (RFC 6068)."""
    body = letter.body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(letter.subject)}&body={quote(body)}"
