"""Text files and pasted text as rectangles: the coding, the separator and the quoting are found out."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

from imports.files.guard import read_bytes
from imports.files.rectangle import MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, Sheet
from plan.clipboard import clipboard_rows, line_feeds
from plan.errors import PlanError

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_JIS = b"\x1b$"  # the sign by which ISO-2022-JP begins its Japanese
_SEPARATORS = "\t,;"
_MOST = 2 * MAX_CELLS  # line breaks and separators, of which those in quotes make no cells
_SAMPLE = 200  # lines that decide about the separator


def read_text(path: Path) -> Sheet:
    """The cells of a .csv, .tsv or .txt file."""
    text = line_feeds(decode(read_bytes(path), path.name))
    return _sheet(path.name, file_rows(text, path.name))


def read_pasted(text: str) -> Sheet:
    """The cells of text from the clipboard, or typed."""
    check_size(text, "")
    text = line_feeds(text)
    rows = clipboard_rows(text) if "\t" in text else file_rows(text, "")
    return _sheet("", rows)


def decode(raw: bytes, file: str) -> str:
    """The text of UTF-8 (with or without a mark), UTF-16 with a mark, or cp932 bytes; never shift_jis (髙, ㈱)."""
    if _JIS in raw:
        raise PlanError(
            "「{file}」の文字コードは JIS（ISO-2022-JP）です。UTF-8 で保存し直してから、もう一度選んでください。",
            file=file,
        )
    for coding in ("utf-16",) if raw.startswith(_UTF_16) else ("utf-8-sig", "cp932"):
        try:
            text = raw.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            check_size(text, file)
            return text
    raise PlanError("「{file}」の文字コードが分かりません。メモ帳などで開き、UTF-8 で保存し直してください。", file=file)


def check_size(text: str, file: str) -> None:
    """PlanError for more lines and cells than any table has, before anybody makes rows of them."""
    if sum(map(text.count, "\n\t")) > _MOST or sum(map(text.count, "\n,")) > _MOST:
        raise _too_large(file)


def file_rows(text: str, file: str) -> list[list[str]]:
    """The cells of a file's text (line breaks already LF)."""
    separator = find_separator(text)
    if separator == "\t" and not _saved_by_excel(text):
        return clipboard_rows(text)
    return _csv_rows(text, separator, file)


def find_separator(text: str) -> str:
    """The character that cuts the most lines into the same number of cells; a tab where nothing does."""
    lines = text.split("\n", _SAMPLE)[:_SAMPLE]

    def weight(separator: str) -> int:
        widths = Counter(line.count(separator) for line in lines)
        return max((width * lines for width, lines in widths.items() if width), default=0)

    return max(_SEPARATORS, key=weight)


def _saved_by_excel(text: str) -> bool:
    """Whether a tab-separated file is what Excel saves, which quotes every cell with a comma and its clipboard none."""
    if '"' not in text:
        return False
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return False
    again = "\n".join("\t".join(map(_as_excel_saves, row)) for row in rows)
    return again == text.removesuffix("\n")


def _as_excel_saves(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\t\n') else cell


def _csv_rows(text: str, separator: str, file: str) -> list[list[str]]:
    csv.field_size_limit(MAX_CHARACTERS)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = []
    first = 1  # the line in which the row being read begins: there a quote that is never closed was opened
    try:
        for row in reader:
            rows.append(row)
            first = reader.line_num + 1
    except csv.Error as error:
        raise PlanError(
            '「{file}」の {line} 行目の引用符（"）が正しく閉じていません。その行を直してから、もう一度選んでください。',
            file=file or "貼り付けた文字",
            line=first,
        ) from error
    return rows


def _sheet(name: str, rows: list[list[str]]) -> Sheet:
    widths = [len(row) for row in rows]
    if len(rows) > MAX_ROWS or max(widths, default=0) > MAX_COLUMNS or sum(widths) > MAX_CELLS:
        raise _too_large(name)
    return Sheet(name, rows)


def _too_large(file: str) -> PlanError:
    return PlanError(
        "「{file}」は表が大きすぎます（{rows} 行 {columns} 列まで）。必要な部分だけにしてください。",
        file=file or "貼り付けた文字",
        rows=MAX_ROWS,
        columns=MAX_COLUMNS,
    )
