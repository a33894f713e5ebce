"""Texts without the HTML that an extraction, or a paste from a web page, left in them."""

import html
import re

_NAMES = (
    "a|b|big|blockquote|body|center|code|dd|div|dl|dt|em|font|h[1-6]|html|i|img|label|li|ol|p|pre|s|section|small|span|"
    "strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|u|ul"
)
_BREAK = re.compile(r"\s*(?:</(?:p|ul|ol|li|div|tr|table|dd|dt|h[1-6])\s*>|<[bh]r\s*/?>)\s*", re.IGNORECASE)
_CELL = re.compile(r"\s*</t[dh]\s*>\s*", re.IGNORECASE)
_ITEM = re.compile(r"<li[^<>]{0,200}>\s*", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]{{0,500}})?/?>\s*", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});")


def without_markup(text: str) -> str:
    """The text with its paragraphs and items as lines; what is no tag of HTML (a < b) stays."""
    if "<" in text:
        text = _ITEM.sub("・", _CELL.sub(" ", _BREAK.sub("\n", text)))
        text = _TAG.sub("", text).strip()
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text)
