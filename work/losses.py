"""What a reader of a document will not see, cell by cell, in a sentence each."""

from collections.abc import Sequence

from exports.document import Clipped, Loss, Overfull, PlainForm, TooManyPages, Unprintable, codes
from work.language import _


def loss_text(loss: Loss) -> str:
    """One loss as a sentence that names its cell or page."""
    match loss:
        case Unprintable(where, character):
            text = _("{where}: 「{character}」（{code}）の字がフォントにないため、〓 で印刷されます。")
            return text.format(where=where, character=character, code=codes(character))
        case PlainForm(where, character):
            text = _("{where}: 「{character}」（{code}）の異体字がフォントにないため、標準の字形で印刷されます。")
            return text.format(where=where, character=character, code=codes(character))
        case Clipped(where):
            text = _("{where}: 文章が長く、Excel の行の高さに収まりません。ファイルにはすべて入っています。")
            return text.format(where=where)
        case Overfull(where, size, smallest, longest):
            text = _("{where}: 一枚に収めると文字が {size} ポイントになり、{smallest} ポイントより小さくなります。")
            return text.format(where=where, size=f"{size:g}", smallest=f"{smallest:g}") + _longest(longest)
        case TooManyPages(pages, limit, longest):
            text = _("{pages} ページになり、{limit} ページを超えています。")
            return text.format(pages=pages, limit=limit) + _longest(longest)


def _longest(places: Sequence[str]) -> str:
    """Where shortening would help most."""
    if not places:
        return ""
    return _("長い文章: {places}").format(places="、".join(places))
