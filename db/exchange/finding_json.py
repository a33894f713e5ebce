"""Findings as JSON, as they are kept with the return in which they were made."""

import json
from collections.abc import Iterable
from typing import Any

from plan.era import FiscalYear
from plan.errors import Sentence
from plan.fields import KEYS, YEARLY, Field
from plan.findings import Finding, Place, Severity

_FIELDS = {field.name: field for field in (*KEYS, *YEARLY)}


def pack_findings(findings: Iterable[Finding]) -> str:
    """The findings as JSON."""
    return json.dumps([_packed(f) for f in findings], ensure_ascii=False, separators=(",", ":"))


def _packed(found: Finding) -> dict[str, object]:
    place, sentence = found.place, found.sentence
    told = {
        "severity": found.severity.value,
        "check": found.check,
        "sentence": [sentence.template, {name: _plain(value) for name, value in sentence.values}],
        "quote": found.quote,
        "sheet": place.sheet,
        "line": place.line,
        "column": place.column,
        "number": place.number,
        "department": place.department,
        "year": place.year,
        "field": None if place.field is None else place.field.name,
        "content": place.content,
    }
    return {name: value for name, value in told.items() if value not in (None, "")}


def _plain(value: object) -> object:
    return value if isinstance(value, int | float) else str(value)


def unpack_findings(text: str | None) -> tuple[Finding, ...]:
    """The findings that were packed."""
    return tuple(_unpacked(told) for told in json.loads(text or "[]"))


def _unpacked(told: dict[str, Any]) -> Finding:
    template, values = told["sentence"]
    place = Place(
        told.get("sheet", ""),
        told.get("line"),
        told.get("column"),
        told.get("number", ""),
        told.get("department", ""),
        FiscalYear(told["year"]) if "year" in told else None,
        _field(told.get("field")),
        content=told.get("content", ""),
    )
    sentence = Sentence(template, tuple(values.items()))
    return Finding(Severity(told["severity"]), told["check"], sentence, place, told.get("quote", ""))


def _field(name: str | None) -> Field | None:
    return _FIELDS.get(name or "")
