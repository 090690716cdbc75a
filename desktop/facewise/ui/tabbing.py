"""The order of Tab: task list, content, column, footer; lazily built pages would else come last."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget


def tab_order(*parts: QWidget | None) -> None:
    """Make Tab go through these parts in their order, and inside each as it is laid out."""
    chain = [widget for part in parts if part is not None for widget in focusables(part)]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def focusables(part: QWidget) -> list[QWidget]:
    """Return what can take the focus by Tab inside a widget, in the order of its layouts."""
    found = [part] if part.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_input(part) else []
    for child in _children(part):
        found += focusables(child)
    return found


def next_pane(panes: Sequence[QWidget], focused: QWidget | None) -> None:
    """Move the focus to the first thing in the pane after the one that has it."""
    here = next((n for n, pane in enumerate(panes) if focused is not None and pane.isAncestorOf(focused)), -1)
    for pane in (*panes[here + 1 :], *panes[: here + 1]):
        inside = [widget for widget in focusables(pane) if widget.isVisible() and widget.isEnabled()]
        if inside:
            inside[0].setFocus(Qt.FocusReason.TabFocusReason)
            return


def _is_input(widget: QWidget) -> bool:
    return widget.focusProxy() is None


def _children(part: QWidget) -> list[QWidget]:
    if isinstance(part, QAbstractScrollArea):
        inner = part.widget() if hasattr(part, "widget") else None
        return [inner] if inner is not None else []
    layout = part.layout()
    return _laid_out(layout) if layout is not None else []


def _laid_out(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for item in filter(None, (layout.itemAt(n) for n in range(layout.count()))):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += _laid_out(inner)
    return found
