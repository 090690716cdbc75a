"""The first questions without a mouse: which keys answer, go on, go back, and lose nothing."""

import time
from collections.abc import Iterator

from PIL import Image, ImageChops, ImageGrab
from tests.ui.outside.desk import Desk, Facts

from facewise.store.opening import open_site

NOTE = "备注（会印在报告里）"
TYPED = "only QR code at 1 am"
VALUES = {"是": "yes", "部分": "partly", "否": "no", "不清楚": "unknown"}
RING = 5
"""Pixels around a control in which its ring lies."""
MANY = 40
"""More presses of Tab than any page has stops."""


def test_keys_alone_answer_the_first_questions(desk: Desk) -> None:
    program = desk.open()
    begin(desk)
    given = []
    first, options = question(desk, "")
    desk.keys("1")
    given.append(checked(desk, options[0]))
    desk.keys("Return")
    second, options = question(desk, first)
    desk.keys("space")
    checked(desk, options[0])
    desk.keys("Down")
    given.append(checked(desk, options[1]))
    desk.keys("Return")
    third, options = question(desk, second)
    desk.keys("3")
    given.append(checked(desk, options[2]))
    write_a_note_and_leave_it_by_escape(desk, options[2])
    desk.keys("alt+Left")
    desk.reader.see("panel", second)
    desk.keys("alt+Right")
    desk.reader.see("panel", third)
    desk.reader.see("text", NOTE, text=TYPED)
    desk.keys("ctrl+q")
    assert program.wait(timeout=20) == 0
    (file,) = (desk.folder / "home").rglob("*.facewise")
    answers = open_site(file).site.answers
    typed = [answer for use in answers.uses for answer in use.answers.values() if answer.origin == "typed"]
    typed += [answer for answer in answers.site.values() if answer.origin == "typed"]
    assert sorted(str(answer.value) for answer in typed) == sorted(given)
    assert [answer.note for answer in typed if answer.note] == [TYPED]
    assert "Traceback" not in desk.told()


def test_tab_goes_from_the_answers_to_the_note_and_on_to_next(desk: Desk) -> None:
    desk.open()
    begin(desk)
    question(desk, "")
    stops = list(tabbed(desk, until="下一题"))
    names = [stop["name"] for stop in stops]
    assert all(names)
    wanted = [NOTE, "上一题", "回头再答", "问厂家", "下一题"]
    assert [name for name in names if name in wanted] == wanted
    assert not {stop["name"] for stop in stops if stop["role"] == "radio button"} & {"否", "不清楚"}
    assert names.count("下一题") == 1


def test_a_ring_shows_where_the_keyboard_is(desk: Desk) -> None:
    desk.open()
    begin(desk)
    question(desk, "")
    *_others, button = tabbed(desk, until="问厂家")
    with_ring = around(desk, button)
    desk.keys("Tab")
    desk.reader.focused(button)
    end = time.monotonic() + 10
    while ImageChops.difference(with_ring, around(desk, button)).getbbox() is None:
        assert time.monotonic() < end


def begin(desk: Desk) -> None:
    """Come to the first question from the start page."""
    reader = desk.reader
    reader.see("push button", "小店，顾客刷脸付款")
    assert list(tabbed(desk, until="小店，顾客刷脸付款"))
    desk.keys("space")
    reader.see("text", "单位名称", states=["focused"])
    desk.keys("alt+Right")


def question(desk: Desk, before: str) -> tuple[str, list[str]]:
    """The next question, with the focus on its first answer."""
    name, options = desk.reader.asked(before, or_button="看结果")
    desk.reader.see("radio button", options[0], states=["focused"])
    return name, options


def checked(desk: Desk, option: str) -> str:
    """Wait until an answer is chosen, and return it as the file keeps it."""
    desk.reader.see("radio button", option, states=["checked", "focused"])
    return VALUES[option]


def write_a_note_and_leave_it_by_escape(desk: Desk, option: str) -> None:
    """Digits and n are letters in a note; Esc neither closes the window nor takes anything away."""
    desk.keys("n")
    desk.reader.see("text", NOTE, states=["focused"])
    desk.type(TYPED)
    desk.reader.see("text", NOTE, text=TYPED)
    desk.keys("Escape", "Escape")
    desk.reader.see("text", NOTE, text=TYPED)
    desk.reader.see("radio button", option, states=["checked"])


def tabbed(desk: Desk, until: str) -> Iterator[Facts]:
    """What takes the focus, press by press, up to one that is named."""
    stop = desk.reader.focused()
    for _press in range(MANY):
        desk.keys("Tab")
        stop = desk.reader.focused(stop)
        yield stop
        if stop["name"] == until:
            return
    raise AssertionError(until)


def around(desk: Desk, control: Facts) -> Image.Image:
    """What is painted around a control, without the control."""
    left, top, right, bottom = control["box"]
    box = (left - RING, top - RING, right + RING, bottom + RING)
    painted = ImageGrab.grab(box, xdisplay=desk.environment["DISPLAY"])
    painted.paste((0, 0, 0), (RING, RING, RING + right - left, RING + bottom - top))
    return painted
