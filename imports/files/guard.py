"""A look at a workbook from outside before anything reads it: what it is, and whether it is safe to unpack."""

import re
import zipfile
import zlib
from collections.abc import Callable
from enum import Enum
from io import BytesIO
from pathlib import Path

from imports.files.foreign_files import is_text, refuse_by_head, refuse_by_parts, refuse_by_streams
from plan.errors import PlanError

MAX_FILE = 30 << 20
MAX_PARTS = 3_000
MAX_PART = 200 << 20
MAX_TOTAL = 300 << 20
MAX_RATIO = 200
MAX_STYLES = 70_000  # Excel itself stops at 65,490
CONTENT = "content.xml"
"""The part of an OpenDocument sheet that holds its cells."""

_MANIFEST = "META-INF/manifest.xml"
_SMALL = 1 << 20  # below this a high ratio is no bomb: sheets of blank cells pack well
_BLOCK = 1 << 20

_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = re.compile(rb".{30}mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet", re.DOTALL)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(rb"\s*(<!doctype\s+html|<html|<head|<meta|<table|mime-version:)", re.IGNORECASE)
_XML_SHEET = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")
_SAFE_NAME = re.compile(r"(?![/\\])(?!.*(?:^|[/\\])\.\.(?:[/\\]|$))[^:\x00-\x1f]+")
XML_NAME = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
"""The names of the parts that are looked through, and so may be read."""

# Either byte order of UTF-16 contains the second of these.
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])
_STYLE = re.compile(rb"<(?:\w+:)?xf[\s/>]")


class Source(Enum):
    """What a file is by its first bytes, whatever its name says."""

    WORKBOOK = "workbook"
    OLD_WORKBOOK = "old workbook"
    OPEN_DOCUMENT = "open document"
    TEXT = "text"


def recognise(path: Path) -> Source:
    """What the file is; refuses what can be told at once to be of no use."""
    head = _head(path)
    if head.startswith(_ZIP):
        return Source.OPEN_DOCUMENT if _OPEN_DOCUMENT.match(head) else Source.WORKBOOK
    if head.startswith(_OLE):
        return _kind_of_ole(path)
    _refuse_disguise(path, head)
    return Source.TEXT


def read_bytes(path: Path) -> bytes:
    """The whole file, within the limit of size."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MAX_FILE else b""
    except OSError as error:
        raise unreadable(path, error) from error
    if size > MAX_FILE:
        raise too_large(path.name)
    return raw


def too_large(file: str) -> PlanError:
    """The sentence for a file that is larger than any plan's table."""
    return PlanError(
        "「{file}」は大きすぎて読み込めません（{size} MB まで）。表のシートだけを新しいブックに写してください。",
        file=file,
        size=MAX_FILE >> 20,
    )


def unreadable(path: Path, error: OSError) -> PlanError:
    """Why a file cannot be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        return PlanError("「{file}」が見つかりません。場所と名前を確かめてください。", file=path.name)
    if isinstance(error, IsADirectoryError):
        return PlanError("「{file}」はフォルダーです。中のファイルを選んでください。", file=path.name)
    return PlanError(
        "「{file}」を開けません。ほかのソフトで開いていれば閉じ、読み取りの権限を確かめてください。", file=path.name
    )


def check(raw: bytes, file: str) -> None:
    """Look at a workbook's names, sizes and parts; PlanError unless all of them are harmless."""
    _check_package(raw, file, _check_kind, lambda name: XML_NAME.search(name) is not None)


def check_open_document(raw: bytes, file: str) -> None:
    """The same for an OpenDocument sheet, of which one part is read; the parts of its macros do declare DTDs."""
    _check_package(raw, file, _check_encryption, CONTENT.__eq__)


def _check_package(
    raw: bytes, file: str, check_kind: Callable[[zipfile.ZipFile, str], None], is_read: Callable[[str], bool]
) -> None:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            check_kind(package, file)
            _check_names(package.namelist(), file)
            _check_sizes(package, file)
            for part in package.infolist():
                if is_read(part.filename):
                    _check_part(package, part, file)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        # Damage, odd methods of packing, encrypted parts.
        raise damaged(file) from error


def locked(file: str) -> PlanError:
    """The sentence for a file that asks for a password."""
    return PlanError(
        "「{file}」にはパスワードがかかっています。Excel で開き、パスワードを外して保存し直してください。", file=file
    )


def damaged(file: str) -> PlanError:
    """The sentence for a workbook that cannot be read as one."""
    return PlanError(
        "「{file}」は壊れているか、Excel ブックではありません。Excel で開き、.xlsx 形式で保存し直してください。",
        file=file,
    )


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise unreadable(path, error) from error
    if not head:
        raise PlanError("「{file}」は空のファイルです。元のファイルを確かめてください。", file=path.name)
    return head


def _kind_of_ole(path: Path) -> Source:
    raw = read_bytes(path)
    if _ENCRYPTED in raw:
        raise locked(path.name)
    refuse_by_streams(raw, path.name)
    return Source.OLD_WORKBOOK


def _refuse_disguise(path: Path, head: bytes) -> None:
    if _HTML.match(head.removeprefix(_MARKS[0])) or _XML_SHEET.search(head):
        raise PlanError(
            "「{file}」の中身は Excel ブックではなく Web ページ（HTML・XML）です。"
            "Excel で開き、.xlsx 形式で保存し直してください。",
            file=path.name,
        )
    refuse_by_head(head, path.name)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods") and not is_text(head):
        raise damaged(path.name)


def _check_names(names: list[str], file: str) -> None:
    if len(names) > MAX_PARTS:
        raise PlanError(
            "「{file}」は部品の数が多すぎるため、安全に読み込めません。表だけを新しいブックに写してください。",
            file=file,
        )
    if len({name.lower() for name in names}) != len(names):
        raise PlanError(
            "「{file}」は同じ名前の部品が重なっているため、安全に読み込めません。表だけを新しいブックに写してください。",
            file=file,
        )
    if not all(_SAFE_NAME.fullmatch(name) for name in names):
        raise PlanError(
            "「{file}」は部品の名前が正しくないため、安全に読み込めません。表だけを新しいブックに写してください。",
            file=file,
        )


def _check_encryption(package: zipfile.ZipFile, file: str) -> None:
    if CONTENT not in package.namelist():
        raise damaged(file)
    if any(name == _MANIFEST and b"encryption-data" in package.read(name)[:_BLOCK] for name in package.namelist()):
        raise locked(file)


def _check_kind(package: zipfile.ZipFile, file: str) -> None:
    parts = {name.replace("\\", "/").lower() for name in package.namelist()}
    if "xl/workbook.bin" in parts:
        raise PlanError(
            "「{file}」はバイナリ形式（.xlsb）のブックです。Excel で開き、.xlsx 形式で保存し直してください。", file=file
        )
    refuse_by_parts(parts, file)
    if "_rels/.rels" not in parts:
        raise damaged(file)
    if any(name.endswith("vbaproject.bin") for name in parts) and not file.lower().endswith(".xlsm"):
        raise PlanError(
            "「{file}」には .xlsx にないはずのマクロが入っています。Excel で開き、.xlsx 形式で保存し直してください。",
            file=file,
        )


def _check_sizes(package: zipfile.ZipFile, file: str) -> None:
    parts = package.infolist()
    if sum(part.file_size for part in parts) > MAX_TOTAL or any(_is_bomb(part) for part in parts):
        raise PlanError(
            "「{file}」は展開すると大きくなりすぎるため、安全に読み込めません。表だけを新しいブックに写してください。",
            file=file,
        )


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    swollen = part.file_size > _SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1)
    return swollen or part.file_size > MAX_PART


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> None:
    """Read a part through once: its declared size, its checksum, its coding, no DTD, not too many styles."""
    styles, rest = 0, b""
    with package.open(part) as stream:
        head = stream.read(_BLOCK)
        if not _is_plain_xml(head):
            raise damaged(file)
        block = head
        while block:
            text = rest + block
            if len(block) == _BLOCK and b"<" not in block and part.filename.lower().startswith("xl"):
                raise too_large(file)  # one text or tag larger than any cell, over which a parser would brood
            if any(mark in text for mark in _DOCTYPE):
                raise PlanError(
                    "「{file}」は XML に文書型の宣言（DTD）があるため、安全に読み込めません。"
                    "表だけを新しいブックに写してください。",
                    file=file,
                )
            styles += len(_STYLE.findall(text)) if part.filename.lower().endswith("styles.xml") else 0
            rest, block = text[-20:], stream.read(_BLOCK)
    if styles > MAX_STYLES:
        raise PlanError(
            "「{file}」は書式の数が多すぎるため、安全に読み込めません。表だけを新しいブックに写してください。",
            file=file,
        )


def _is_plain_xml(head: bytes) -> bool:
    """Whether a part is in UTF-8 or UTF-16; other codings could hide a DTD from a search of the bytes."""
    if head.startswith(_MARKS[1:]):
        return True
    text = head.removeprefix(_MARKS[0]).lstrip()
    coding = re.match(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)", text)
    return text[:1] in (b"<", b"") and (coding is None or coding[1].lower() in (b"utf-8", b"utf8", b"us-ascii"))
