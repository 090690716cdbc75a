"""The part of the style sheet for answers, result, documents, signing and checking."""

RESULTS = """
QFrame[role="quiet"] { background: $side; border: none; border-radius: 8px; }
QFrame[role="pill"] { background: $tint; border: none; border-radius: 6px; }
QFrame[role="upright"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QFrame#sticky { background: $ground; border: none; border-bottom: 1px solid $line; }
QFrame#list { background: $ground; border: none; border-right: 1px solid $line; }
QFrame#stage { background: $side; border: none; }
QScrollArea#preview, QScrollArea#preview > QWidget > QWidget { background: $side; border: none; }
PaperRow { background: transparent; border: none; border-radius: 8px; }
PaperRow:hover { background: $side; }
PaperRow[chosen="true"] { background: $tint; }
QProgressBar { background: $line; border: none; border-radius: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QFrame[role="choice"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="choice"][chosen="true"] { background: $card; border: 2px solid $accent; }
QLabel[role="key"][here="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QFrame#steps { background: $side; border: none; border-right: 1px solid $line; }
AnswersTable QHeaderView::section:first { padding-left: 32px; }
ArticleTable QHeaderView::section:first, TrialTable QHeaderView::section:first { padding-left: 20px; }
"""
