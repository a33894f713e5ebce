"""Who saved a returned workbook last, as its own properties tell."""

import re
import zipfile
from pathlib import Path

from imports.files.guard import Source

_PART = {Source.WORKBOOK: "docProps/core.xml", Source.OPEN_DOCUMENT: "meta.xml"}
_NAMES = (re.compile(r"<cp:lastModifiedBy[^>]*>([^<]*)<"), re.compile(r"<dc:creator[^>]*>([^<]*)<"))
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
_LIMIT = 1 << 16  # bytes of the properties
_LONGEST = 60  # characters of a name


def last_person(path: Path, source: Source) -> str:
    """The name; "" where it is not told. The workbook has been looked over before."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_PART[source]) as part:
            text = part.read(_LIMIT).decode("utf-8", "replace")
    except (KeyError, OSError, zipfile.BadZipFile):
        return ""
    names = _NAMES if source is Source.OPEN_DOCUMENT else _NAMES[:1]
    found = next((match[1] for name in names if (match := name.search(text))), "")
    for entity, character in _ENTITIES.items():
        found = found.replace(entity, character)
    return " ".join(found.split())[:_LONGEST]
