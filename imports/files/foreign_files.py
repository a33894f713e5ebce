"""Files that are no table at all: a refusal names what they really are, whatever their names say."""

import re
from collections.abc import Collection

from plan.errors import PlanError

_HEADS = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
)
_OLE_STREAMS = (("WordDocument", "Word"), ("PowerPoint Document", "PowerPoint"), ("__properties_version1", "Outlook"))
_PARTS = (
    ("word/document.xml", "Word"),
    ("ppt/presentation.xml", "PowerPoint"),
    ("mimetype", "OpenDocument"),
)
_FLAT = re.compile(rb"<office:document[\s>]")
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def refuse_by_head(head: bytes, file: str) -> None:
    """PlanError where a file's first bytes say that it is no table."""
    kind = next((kind for start, kind in _HEADS if head.startswith(start)), "")
    if kind or _FLAT.search(head):
        raise _refusal(file, kind or "FODS")


def refuse_by_streams(raw: bytes, file: str) -> None:
    """PlanError where an old Office file is no workbook."""
    for stream, kind in _OLE_STREAMS:
        if stream.encode("utf-16-le") in raw:
            raise _refusal(file, kind)


def refuse_by_parts(names: Collection[str], file: str) -> None:
    """PlanError where a package is no workbook; `names` are in lower case."""
    for part, kind in _PARTS:
        if part in names:
            raise _refusal(file, kind)
    if names and "[content_types].xml" not in names:
        raise PlanError(
            "「{file}」は ZIP ファイルです。展開（解凍）し、中のファイルを選んでください。",
            file=file,
        )


def is_text(head: bytes) -> bool:
    """Whether a file's first bytes could be a text's: in no coding that we read does a text without a mark have NUL."""
    return head.startswith(_TEXT_MARKS) or b"\0" not in head


def _refusal(file: str, kind: str) -> PlanError:
    return PlanError(
        "「{file}」の中身は {kind} で、表として読み込めません。"
        "表を Excel ブック（.xlsx）か CSV として保存し、そのファイルを選んでください。",
        file=file,
        kind=kind,
    )
