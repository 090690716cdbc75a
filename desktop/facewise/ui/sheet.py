"""The style sheet, generated from the tokens; sizes are logical pixels on a grid of 8 (4 inside)."""

from string import Template

from facewise.ui.sheet_results import RESULTS
from facewise.ui.tokens import Tokens

_GROUND = """
* { font-family: "Noto Sans SC"; outline: none; }
QWidget { color: $ink; font-size: 15px; }
QToolTip { background: $card; color: $ink; border: 1px solid $edge; padding: 4px 8px; font-size: 14px; }
QMainWindow, QDialog, Page, Centre { background: $ground; }
QFrame#header { background: $ground; border: none; border-bottom: 1px solid $line; }
QFrame#footer { background: $ground; border: none; border-top: 1px solid $line; }
QFrame#tasks { background: $side; border: none; border-right: 1px solid $line; }
QFrame#aside { background: $side; border: none; border-left: 1px solid $line; }
QFrame#note-bar { background: $side; border: none; border-top: 1px solid $line; }
QFrame#notice { background: $band_partly; border: none; border-bottom: 1px solid $line; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="drop"] { background: $card; border: 1px dashed $edge; border-radius: 8px; }
QFrame[role="chosen"] { background: $card; border: 2px solid $accent; border-radius: 8px; }
QFrame[role="remark"] { background: $side; border: none; border-radius: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }
QWidget[role="page"] { background: transparent; }
"""

_WORDS = """
QLabel { background: transparent; border: none; padding: 0; }
QLabel[role="title"] { font-size: 28px; font-weight: 700; }
QLabel[role="verdict"] { font-size: 26px; font-weight: 700; }
QLabel[role="question"] { font-size: 24px; font-weight: 700; }
QLabel[role="question-en"] { font-size: 22px; font-weight: 700; }
QLabel[role="question-small"] { font-size: 20px; font-weight: 700; }
QLabel[role="section"] { font-size: 18px; font-weight: 700; }
QLabel[role="card-title"] { font-size: 16px; font-weight: 700; }
QLabel[role="figure"] { font-size: 28px; font-weight: 700; }
QLabel[role="figure2"] { font-size: 28px; font-weight: 700; color: $text2; }
QLabel[role="name"] { font-size: 16px; font-weight: 500; }
QLabel[role="answer"] { font-size: 16px; font-weight: 500; }
QLabel[role="label"] { font-size: 14px; font-weight: 500; }
QLabel[role="strong"] { font-size: 14px; font-weight: 700; }
QLabel[role="lead"] { font-size: 15px; color: $text2; }
QLabel[role="second"] { font-size: 14px; color: $text2; }
QLabel[role="help"] { font-size: 14px; }
QLabel[role="hint"] { font-size: 13px; color: $text3; }
QLabel[role="problem"] { font-size: 14px; color: $gap_text; font-weight: 500; }
QLabel[role="red"] { font-size: 14px; color: $red; }
QLabel[role="tag-red"] { font-size: 13px; color: $red; }
QFrame[role="tag"] { background: $card; border: 1px solid $red; border-radius: 4px; }
QLabel[role="key"] { font-size: 12px; color: $text3; background: $card; border: 1px solid $line;
    border-radius: 4px; min-width: 20px; min-height: 20px; }
QLabel:disabled { color: $text3; }
"""

_BUTTONS = """
QPushButton, QToolButton { background: $card; color: $ink; border: 1px solid $edge; border-radius: 6px;
    padding: 0 15px; min-height: 38px; font-weight: 500; }
QPushButton:hover, QToolButton:hover { background: $side; }
QPushButton:pressed, QToolButton:pressed { background: $tint; border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $text3; border-color: $line; background: $side; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
    padding: 0 23px; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $pressed;
    border-color: $pressed; }
QPushButton[role="primary"]:disabled { background: $line; color: $text3; border-color: $line; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; color: $accent;
    border-color: transparent;
    padding: 0 11px; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $tint; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $tint; }
QPushButton[role="link"] { background: transparent; color: $accent; border: none;
    border-bottom: 1px solid $accent;
    border-radius: 0; padding: 0; min-height: 20px; font-size: 14px; font-weight: 400; text-align: left; }
QPushButton[role="link"]:hover { color: $pressed; border-bottom: 2px solid $pressed; }
QPushButton[role="small"], QToolButton[role="small"] { min-height: 30px; padding: 0 11px; font-size: 14px; }
QToolButton[role="icon"] { background: transparent; border: none; padding: 0; min-height: 32px;
    min-width: 32px; }
QToolButton[role="icon"]:hover { background: $side; }
QToolButton[role="icon"]:checked { background: $tint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="fold"] { background: transparent; border: none; padding: 0; min-height: 32px;
    font-size: 14px;
    font-weight: 700; text-align: left; }
QToolButton[role="fold"]:hover { color: $accent; }
QMenu { background: $card; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 4px;
    font-size: 14px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $accent; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit { background: $card; color: $ink;
    border: 1px solid $edge;
    border-radius: 6px; padding: 0 11px; min-height: 38px; selection-background-color: $accent;
    selection-color: $on_accent; placeholder-text-color: $text3; }
QPlainTextEdit { padding: 5px 7px; min-height: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0 10px; min-height: 36px; }
QPlainTextEdit:focus { padding: 4px 6px; min-height: 0; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $gap;
    padding: 0 10px;
    min-height: 36px; }
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: $side;
    color: $text2; }
QLineEdit[role="small"], QComboBox[role="small"] { min-height: 30px; font-size: 14px; }
QLineEdit[role="small"]:focus, QComboBox[role="small"]:focus { min-height: 28px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $edge; outline: none; padding: 4px;
    selection-background-color: $tint; selection-color: $accent; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 8px; }
QRadioButton, QCheckBox { background: transparent; spacing: 8px; }
QRadioButton[role="help"], QCheckBox[role="help"] { font-size: 14px; }
QTextBrowser[role="law"] { background: transparent; border: none; border-left: 3px solid $accent;
    padding: 0 0 0 10px;
    font-size: 14px; }
QListView, QTableView { background: $card; border: none; outline: none; }
QTableView { gridline-color: $line; selection-background-color: $tint; selection-color: $ink; }
QHeaderView::section { background: $side; color: $text2; border: none; border-bottom: 1px solid $edge;
    padding: 0 8px;
    min-height: 34px; font-size: 13px; font-weight: 500; }
ArticleTable QHeaderView::section:first, TrialTable QHeaderView::section:first { padding-left: 20px; }
ArticleTable QHeaderView::section:first, TrialTable QHeaderView::section:first { padding-left: 20px; }
"""

_PARTS = """
AnswerRow { background: $card; border: 1px solid $line; border-radius: 8px; }
AnswerRow:hover { border-color: $edge; }
AnswerRow[chosen="true"] { background: $tint; border: 2px solid $accent; }
QPushButton[role="row"] { background: transparent; border: none; border-radius: 0; font-weight: 400; }
CardButton { background: $card; border: 1px solid $line; border-radius: 8px; min-height: 0; padding: 0;
    text-align: left; }
CardButton:hover, CardButton:pressed { background: $side; border-color: $edge; }
CardButton[flat="true"] { border: none; border-radius: 0; }
CardButton[flat="true"]:hover { background: $side; }
QFrame[matrix="true"] { background: $card; border: none; border-bottom: 1px solid $line; }
QFrame[matrix="true"][current="true"] { background: $tint; }
QFrame[matrix-head="true"] { background: $side; border: none; border-top: 1px solid $line;
    border-bottom: 1px solid $edge; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $text2; border: none;
    border-bottom: 2px solid transparent; padding: 8px 10px;
    font-size: 14px; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 500; }
QTabBar::tab:hover { color: $accent; }
QListView#task-list { background: $side; }
QListView#identities { background: transparent; }
QListView#identities::item { padding: 8px 10px; border-radius: 6px; }
QListView#identities::item:selected { background: $tint; color: $ink; }
QListView#evidence { background: transparent; }
QFrame[band="met"] { background: $band_met; border: 1px solid $line; border-radius: 8px; }
QFrame[band="partly"] { background: $band_partly; border: 1px solid $line; border-radius: 8px; }
QFrame[band="gap"], QFrame[band="red"] { background: $band_gap; border: 1px solid $line;
    border-radius: 8px; }
QFrame[band="unknown"] { background: $band_unknown; border: 1px solid $line; border-radius: 8px; }
ErrorSummary { background: $card; border: 2px solid $gap; border-radius: 8px; }
ErrorSummary QListWidget { background: transparent; border: none; font-size: 15px; color: $gap_text; }
ErrorSummary QListWidget::item { padding: 2px 0; }
ErrorSummary QListWidget::item:selected { background: $tint; color: $accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $handle; border-radius: 4px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $handle; border-radius: 4px; min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def sheet(tokens: Tokens) -> str:
    """Return the whole style sheet of a theme."""
    return Template(_GROUND + _WORDS + _BUTTONS + _FIELDS + _PARTS + RESULTS).substitute(tokens.colours())
