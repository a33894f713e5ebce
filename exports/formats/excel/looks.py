"""How the cells of a workbook look, whichever program draws them."""

from enum import Enum, auto


class Look(Enum):
    """How a cell is drawn."""

    TITLE = auto()
    LABEL = auto()
    NOTE = auto()
    HEADING = auto()
    LEFT = auto()
    CENTER = auto()
    RIGHT = auto()
    # running text
    COVER = auto()
    FIRST = auto()  # headings of the first level
    SECOND = auto()
    THIRD = auto()
    PROSE = auto()
    STRONG = auto()
    SMALL = auto()
    MIDDLE = auto()
    AT_RIGHT = auto()
    ENTRY = auto()  # dots follow the text up to the status
    STATUS = auto()
    # tables and forms in the size of running text
    HEAD = auto()
    ROW_HEAD = auto()
    UPRIGHT = auto()
    TEXT = auto()
    CENTERED = auto()
    VALUE = auto()
    # the lines of a schedule
    FREE = auto()
    FREE_RIGHT = auto()
    ACROSS = auto()  # in the middle of the cells up to the next text


SIZES = {
    Look.COVER: 20.0,
    Look.FIRST: 14.0,
    Look.SECOND: 12.0,
    Look.THIRD: 11.0,
    Look.PROSE: 10.5,
    Look.STRONG: 10.5,
    Look.SMALL: 9.0,
    Look.MIDDLE: 10.5,
    Look.AT_RIGHT: 10.5,
    Look.ENTRY: 10.5,
    Look.STATUS: 10.5,
    Look.HEAD: 9.0,
    Look.ROW_HEAD: 9.0,
    Look.UPRIGHT: 9.0,
    Look.TEXT: 9.0,
    Look.CENTERED: 9.0,
    Look.VALUE: 9.0,
    Look.FREE: 8.0,
    Look.FREE_RIGHT: 8.0,
    Look.ACROSS: 8.0,
}
"""Points, of the looks that running text and forms use."""
TABLE_LOOKS = (Look.TITLE, Look.LABEL, Look.NOTE, Look.HEADING, Look.LEFT, Look.CENTER, Look.RIGHT)
"""What the sheet of one large table uses."""
