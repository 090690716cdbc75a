"""An assistive client, for the system's own Python: it knows the accessibility tree and nothing else.

It reads commands as lines of JSON and answers each with a line. What a command names is waited for, never for
a time: an event of the tree wakes the client, and it looks again.
"""

# ruff: noqa: ANN401, T201 - what the tree holds has no types; it speaks to who asked

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

Found = TypeVar("Found")
PATIENCE = 20
"""Seconds after which what has not come is missing."""
NAP = 100
"""Milliseconds after which it looks again although no event came."""
EVENTS = ("object:children-changed", "object:property-change", "object:state-changed", "window")
STATES = ("active", "checked", "enabled", "focusable", "focused", "modal", "selected", "showing")
ACTIONS = ("Press", "Toggle", "ShowMenu")


class MissingError(Exception):
    """What was named did not come; it carries what there is instead."""


def windows() -> list[Any]:
    """The windows that are shown, the active one first."""
    programs = children(Atspi.get_desktop(0))
    shown = [window for program in programs for window in children(program) if has(window, "showing")]
    return sorted(shown, key=lambda window: not has(window, "active"))


def children(node: Any) -> list[Any]:
    return list(filter(None, (node.get_child_at_index(n) for n in range(node.get_child_count()))))


def has(node: Any, state: str) -> bool:
    return bool(node.get_state_set().contains(getattr(Atspi.StateType, state.upper())))


def inside(window: Any, roles: list[str], states: list[str]) -> list[Any]:
    """What a window shows, in the order in which it is read."""
    every, some = Atspi.CollectionMatchType.ALL, Atspi.CollectionMatchType.ANY
    wanted = Atspi.StateSet.new([getattr(Atspi.StateType, state.upper()) for state in ("showing", *states)])
    numbers = [getattr(Atspi.Role, role.upper().replace(" ", "_")) for role in roles]
    rule = Atspi.MatchRule.new(wanted, every, {}, every, numbers, some if roles else every, [], every, False)
    return list(Atspi.Collection.get_matches(window, rule, Atspi.CollectionSortOrder.CANONICAL, 0, True))


def look(wanted: dict[str, Any]) -> Iterator[Any]:
    """Everything of a role and states, and of a name, description and text where they are given."""
    roles = [wanted["role"]] if wanted.get("role") else []
    for window in windows():
        yield from (node for node in inside(window, roles, wanted.get("states", [])) if fits(node, wanted))


def fits(node: Any, wanted: dict[str, Any]) -> bool:
    told = {"name": node.get_name, "description": node.get_description, "text": lambda: text(node)}
    return all(ask() == wanted[key] for key, ask in told.items() if wanted.get(key) is not None)


def text(node: Any) -> str:
    return str(Atspi.Text.get_text(node, 0, -1)) if node.get_text_iface() else ""


def facts(node: Any) -> dict[str, Any]:
    """What is told of something."""
    box = (
        node.get_component_iface().get_extents(Atspi.CoordType.SCREEN) if node.get_component_iface() else None
    )
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [state for state in STATES if has(node, state)],
        "text": text(node),
        "box": [box.x, box.y, box.x + box.width, box.y + box.height] if box else [],
    }


def wait(look_again: Callable[[], Found | None], named: object) -> Found:
    """What is looked for, as soon as it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = look_again()
        except GLib.Error:  # it went while it was looked at
            found = None
        if found is not None:
            return found
        GLib.timeout_add(NAP, lambda: False)
        GLib.MainContext.default().iteration(True)
    raise MissingError(named)


def see(wanted: dict[str, Any]) -> Any:
    return wait(lambda: next(look(wanted), None), wanted)


def gone(wanted: dict[str, Any]) -> None:
    wait(lambda: None if any(True for _node in look(wanted)) else True, {"still there": wanted})


def press(wanted: dict[str, Any]) -> None:
    """Do what the thing is there for."""
    node = see({**wanted, "states": [*wanted.get("states", []), "enabled"]})
    names = [Atspi.Action.get_action_name(node, n) for n in range(Atspi.Action.get_n_actions(node))]
    does = [n for n, name in enumerate(names) if name in ACTIONS]
    if not does:
        raise MissingError({"nothing to press": wanted, "actions": names})
    Atspi.Action.do_action(node, does[0])


def write(wanted: dict[str, Any]) -> None:
    if not Atspi.EditableText.set_text_contents(see(wanted), wanted["put"]):
        raise MissingError({"nothing to write into": wanted})


def select(wanted: dict[str, Any]) -> None:
    """Choose a row of a list."""
    row = see(wanted)
    Atspi.Selection.select_child(row.get_parent(), row.get_index_in_parent())


def focus(wanted: dict[str, Any]) -> None:
    see(wanted).get_component_iface().grab_focus()
    see({**wanted, "states": ["focused"]})


def group(wanted: dict[str, Any]) -> dict[str, Any]:
    """The panel with radio buttons, other than the one that is named: its name, and theirs."""

    def asked() -> dict[str, Any] | None:
        for panel in (node for window in windows() for node in inside(window, ["panel"], [])):
            options = (
                inside(panel, ["radio button"], []) if panel.get_name() not in ("", wanted["other"]) else []
            )
            if options:
                return {"name": panel.get_name(), "options": [option.get_name() for option in options]}
        return {"name": "", "options": []} if any(True for _node in look(wanted)) else None

    return wait(asked, wanted)


def focused(wanted: dict[str, Any]) -> dict[str, Any]:
    """What has the focus, as soon as it is something else than before; rows are told by their table."""

    def other() -> dict[str, Any] | None:
        found = [facts(node) for window in windows() for node in inside(window, [], ["focused"])]
        whole = [told for told in found if told["role"] not in ("list item", "table cell")]
        return whole[0] if whole and whole[0] != wanted.get("before") else None

    return wait(other, wanted)


def rows(wanted: dict[str, Any]) -> list[str]:
    """The rows of a list that can be chosen."""
    return [row.get_name() for row in children(see(wanted)) if has(row, "enabled") and has(row, "focusable")]


def everything(wanted: dict[str, Any]) -> list[dict[str, Any]]:
    """All that is shown in these states, in the order in which it is read, without these roles."""
    states, without = wanted.get("states", []), wanted.get("without", [])

    def told() -> list[dict[str, Any]]:
        nodes = [node for window in windows() for node in inside(window, [], states)]
        return [facts(node) for node in nodes if node.get_role_name() not in without]

    return wait(told, wanted)


def shown() -> list[str]:
    """Everything that has a name, to be told where something is missing."""
    return ["{role} {name} {text}".format(**told).rstrip() for told in everything({}) if told["name"]]


COMMANDS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "all": everything,
    "focus": focus,
    "focused": focused,
    "gone": gone,
    "group": group,
    "press": press,
    "rows": rows,
    "see": lambda wanted: facts(see(wanted)),
    "select": select,
    "write": write,
}


def main() -> None:
    Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)
    listener = Atspi.EventListener.new(lambda _event: None)
    for event in EVENTS:
        listener.register(event)
    for line in sys.stdin:
        try:
            command = json.loads(line)
            told = {"said": COMMANDS[command["do"]](command["what"])}
        except (MissingError, GLib.Error) as error:
            told = {"missing": str(error), "shown": shown()}
        print(json.dumps(told, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
