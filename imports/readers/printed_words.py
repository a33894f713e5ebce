"""What a document prints of its own beside its texts: headings and labels that stay as its city writes them."""

from imports.reports.records import SourceRecord, Subject
from imports.reports.report_lines import Line
from plan.documents.printed_words import is_built_in, setting_name


class WordsRead:
    """The words of a form, each with the line where it was first met."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._subjects: dict[str, Subject] = {}

    def read(self, place: str, text: str, built_in: str, line: Line) -> None:
        """Take what stands at a place; `built_in` is what ours would say there."""
        if text and place not in self._subjects:
            self._subjects[place] = _subject(setting_name(self._form, place), text, built_in, line)

    @property
    def subjects(self) -> list[Subject]:
        """The words as records."""
        return list(self._subjects.values())


def _subject(name: str, text: str, built_in: str, line: Line) -> Subject:
    """A word like ours is no news, unless the plan has had another one."""
    same = is_built_in(text, built_in)
    record = SourceRecord("setting", {"name": name}, {"value": built_in if same else text}, known_only=same)
    return Subject(built_in, line.place, (record,), counted=False)
