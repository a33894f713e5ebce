"""Work in the background tells how far it is, stops when it is asked to, and hands back what it has or why not."""

import time
from threading import current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.kit.background import PATIENCE_MS, Latest, Work, run
from plan.errors import PlanError
from plan.progress import Cancelled, Progress
from tests.work.answers import press, when_waiting

_STEPS = 200
_LONG = 2 * PATIENCE_MS / 1000


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def slowly(progress: Progress) -> int:
    for done in range(_STEPS):
        progress(done, _STEPS)
        time.sleep(_LONG / _STEPS)
    return _STEPS


def test_quick_work_hands_back_its_result_without_a_window(window: QWidget) -> None:
    shown: list[QWidget] = []
    QApplication.instance().focusChanged.connect(lambda _old, new: shown.append(new))  # type: ignore[union-attr]
    assert run(window, "計算しています…", lambda _progress: current_thread() is not main_thread()) is True
    assert shown == []


def test_long_work_says_what_is_done_and_how_far_it_is(window: QWidget) -> None:
    seen: list[int] = []

    def look(waiting: QWidget) -> bool:
        seen.extend(bar.value() for bar in waiting.findChildren(QProgressBar))
        return seen[-1] > _STEPS // 2

    when_waiting(look)
    assert run(window, "計算しています…", slowly) == _STEPS
    assert seen == sorted(seen)
    assert seen[-1] > _STEPS // 2


def test_stopped_work_has_ended_and_hands_back_nothing(window: QWidget) -> None:
    ends: list[int] = []

    def endlessly(progress: Progress) -> int:
        try:
            while True:
                progress(0, 0)
                time.sleep(0.001)
        finally:
            ends.append(1)

    said = press("Cancel")
    assert run(window, "計算しています…", endlessly) is None
    assert ends == [1]
    assert "計算しています…" in said[0]


def test_a_refusal_and_a_fault_are_raised_where_the_work_was_asked_for(window: QWidget) -> None:
    def refuse(_progress: Progress) -> int:
        raise PlanError("「{file}」を閉じてください。", file="表.xlsx")

    def fail(_progress: Progress) -> int:
        return 1 // 0

    with pytest.raises(PlanError, match=r"「表\.xlsx」を閉じてください。"):
        run(window, "", refuse)
    with pytest.raises(ZeroDivisionError):
        run(window, "", fail)


def test_work_tells_its_end_in_the_thread_of_the_window(window: QWidget, qtbot: QtBot) -> None:
    work = Work(slowly, window)
    told: list[object] = []
    work.progressed.connect(lambda *_: told.append(current_thread()))
    with qtbot.waitSignal(work.ended):
        running = work.running
    assert set(told) == {main_thread()}
    assert (running, work.running) == (True, False)
    assert work.result() == _STEPS


def test_finished_work_is_over_and_never_heard_of_again(window: QWidget, qtbot: QtBot) -> None:
    work = Work(slowly, window)
    told: list[int] = []
    work.ended.connect(lambda: told.append(1))
    work.finish()
    with pytest.raises(Cancelled):
        work.result()
    qtbot.wait(50)
    assert told == []


def test_work_stops_with_the_window_that_owns_it(qtbot: QtBot) -> None:
    steps: list[int] = []

    def count(progress: Progress) -> None:
        while True:
            progress(0, 0)
            steps.append(1)
            time.sleep(0.001)

    owner = QWidget()
    Work(count, owner)
    qtbot.waitUntil(lambda: len(steps) > 0)
    owner.deleteLater()
    qtbot.wait(50)
    so_far = len(steps)
    qtbot.wait(50)
    assert len(steps) == so_far


def test_of_several_jobs_the_newest_alone_is_heard_of(window: QWidget, qtbot: QtBot) -> None:
    latest: Latest[int] = Latest(window)
    answers: list[int] = []
    latest.ended.connect(lambda work: answers.append(work.result()))
    latest.start(slowly)
    latest.start(lambda _progress: 7)
    assert latest.busy
    qtbot.waitUntil(lambda: not latest.busy)
    qtbot.wait(int(_LONG * 1000))
    assert answers == [7]


def test_a_forgotten_job_is_never_heard_of_and_a_finished_one_works_no_more(window: QWidget, qtbot: QtBot) -> None:
    latest: Latest[int] = Latest(window)
    ends: list[str] = []
    latest.ended.connect(lambda _work: ends.append("told"))

    def until_stopped(progress: Progress) -> int:
        try:
            return slowly(progress)
        finally:
            ends.append("over")

    latest.start(until_stopped)
    latest.finish()
    assert (ends, latest.busy) == (["over"], False)
    latest.start(until_stopped)
    latest.let_go()
    qtbot.waitUntil(lambda: len(ends) > 1)
    qtbot.wait(50)
    assert ends == ["over", "over"]
