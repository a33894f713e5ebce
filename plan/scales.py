"""Rating scales: the built-in ones, and what a city's own is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScaleGrade:
    """One grade; `threshold` is the lowest rate of achievement (1.0 = 100 %) that suggests it."""

    symbol: str
    meaning: str
    achieved: bool = False
    reason_required: bool = False
    threshold: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale with its grades in order; `kind` names what is graded with it."""

    kind: str
    name: str
    grades: tuple[ScaleGrade, ...]


ACHIEVEMENT = Scale(
    "achievement",
    "達成状況",
    (
        ScaleGrade("○", "達成", achieved=True, threshold=1.0),
        ScaleGrade("△", "一部達成", reason_required=True, threshold=0.5),
        ScaleGrade("×", "全く達成されていない", reason_required=True, threshold=0.0),
        ScaleGrade("－", "対象外"),
    ),
)
OUTCOME = Scale(
    "outcome",
    "実施状況",
    (ScaleGrade("達成", "達成", achieved=True), ScaleGrade("未達成", "未達成"), ScaleGrade("中止", "中止")),
)
INTERIM = Scale(
    "interim",
    "中間評価",
    (
        ScaleGrade("1", "重点的に取り組む", achieved=True),
        ScaleGrade("2", "経常業務の一環として取り組む", achieved=True),
        ScaleGrade("3", "見送ることとする"),
    ),
)
FINAL = Scale(
    "final",
    "事後評価",
    (
        ScaleGrade("S", "計画以上", achieved=True),
        ScaleGrade("1", "計画どおり", achieved=True),
        ScaleGrade("2", "計画の7割未満"),
        ScaleGrade("3", "その他（取組方針の変更等）"),
    ),
)
BUILT_IN = (ACHIEVEMENT, OUTCOME, INTERIM, FINAL)
