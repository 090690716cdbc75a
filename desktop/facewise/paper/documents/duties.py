"""What staff do on time, as far as it concerns a site: when faces go, what is looked at how often."""

from facewise.paper.documents.case import OUTSIDE, Case
from facewise.paper.documents.daily import kept_here, others_take_part, used, which
from facewise.paper.documents.model import Cell, Column, Table

_PUBLIC = ("public_listed", "public_other")
_KINDS = (
    "resident_gate", "visitors", "payment", "membership", "staff", "hotel", "ticket_gate", "watchlist",
    "lockers", "other",
)  # fmt: skip
_BY, _LAST = 24, 34


def deletions(case: Case) -> Table:
    """Return what makes faces go, by the kinds of the uses kept here, with lines for days and person."""
    columns = (
        Column(case.word("procedure.leave"), names=True),
        Column(case.word("procedure.leave.days"), 48),
        Column(case.word("procedure.leave.by"), 40),
    )
    kinds = {one.use.kind for one in kept_here(used(case)) if one.use}
    keys = ("withdraw", *(kind for kind in _KINDS if kind in kinds), "over", "stop")
    return Table(columns, tuple((case.word(f"procedure.leave.{key}"), "", "") for key in keys))


def checks(case: Case) -> Table:
    """Return what is looked at and how often, with lines for who does it and when it was done."""
    columns = (
        Column(case.word("procedure.devices.what"), names=True),
        Column(case.word("procedure.devices.often"), 26),
        Column(case.word("procedure.devices.by"), _BY),
        Column(case.word("procedure.devices.last"), _LAST),
    )
    return Table(columns, tuple(_row(case, key, often) for key, often in _due(case)))


def _row(case: Case, key: str, often: str) -> tuple[Cell, ...]:
    return case.word(f"procedure.device.{key}"), case.word(f"procedure.often.{often}"), "", ""


def _due(case: Case) -> tuple[tuple[str, str], ...]:
    """What is looked at, and how often we advise it, in the order of how often."""
    uses = used(case)
    ours = bool(kept_here(uses))
    holds = {
        "sign": bool(which(uses, _public)),
        "ways": bool(which(uses, lambda one: not one.ruled_out("D1"))),
        "view": bool(which(uses, _public)),
        "exit": bool(which(uses, lambda one: one.state("L6") is not None)),
        "leavers": ours,
        "count": ours and case.outcome != OUTSIDE,
        "updates": bool(which(uses, _on_a_network)),
        "vendor": bool(which(uses, lambda one: others_take_part(one) is not False and not one.till)),
    }
    return tuple((key, often) for key, often in _CHECKS if holds.get(key, True))


def _public(case: Case) -> bool:
    return case.value("S6") in _PUBLIC


def _on_a_network(case: Case) -> bool:
    return case.value("S10") != "no" or case.value("S9") != "device"


_CHECKS = (
    ("posted", "day"),
    ("sign", "day"),
    ("ways", "day"),
    ("view", "week"),
    ("strange", "week"),
    ("private", "week"),
    ("exit", "month"),
    ("accounts", "month"),
    ("logs", "month"),
    ("leavers", "month"),
    ("count", "month"),
    ("passwords", "quarter"),
    ("updates", "quarter"),
    ("vendor", "year"),
    ("old", "change"),
)
