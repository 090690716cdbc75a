import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import facewise.ui
from facewise.ui import theme
from facewise.ui.sheet import sheet
from facewise.ui.tokens import DARK, LIGHT, Tokens

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("text", ["ink", "text2", "text3", "accent"])
@pytest.mark.parametrize("ground", ["ground", "side", "card", "tint"])
def test_every_text_can_be_read_on_every_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("edge", ["edge", "met", "gap", "red", "unknown", "partly_text"])
@pytest.mark.parametrize("ground", ["ground", "side", "card"])
def test_edges_and_state_shapes_stand_out(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("band", ["band_met", "band_partly", "band_gap", "band_unknown"])
def test_words_on_a_verdict_can_be_read(tokens: Tokens, band: str) -> None:
    assert contrast(tokens.ink, getattr(tokens, band)) >= 10
    assert contrast(tokens.text2, getattr(tokens, band)) >= 4.5


def test_no_other_module_names_a_colour() -> None:
    rooms = Path(facewise.ui.__file__).parent
    naming = {file.name for file in rooms.rglob("*.py") if COLOUR.search(file.read_text("utf-8"))}
    assert naming == {"tokens.py"}


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_style_sheet_names_only_colours_of_its_theme(tokens: Tokens) -> None:
    assert set(COLOUR.findall(sheet(tokens))) <= set(tokens.colours().values())


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_role_of_the_palette_is_set(tokens: Tokens) -> None:
    made, ours = theme.palette(tokens), set(tokens.colours().values())
    roles = [role for role in QPalette.ColorRole if role.name not in ("NoRole", "NColorRoles")]
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in roles:
            assert made.color(group, role).name().upper() in ours, (group, role)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_a_widget_knows_its_theme(dressed: QApplication, qtbot: object, tokens: Tokens) -> None:
    theme.apply(dressed, tokens)
    widget = QWidget()
    assert theme.tokens_of(widget) is tokens
    assert widget.palette().color(QPalette.ColorRole.Window) == QColor(tokens.ground)
    theme.apply(dressed, LIGHT)
