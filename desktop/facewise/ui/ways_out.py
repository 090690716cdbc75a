"""Where one goes to change why a paper is withheld: the answer, or the facts, that the reason comes from."""

from facewise.ui.helping import place_of
from facewise.ui.places import BUSINESS, Place
from facewise.ui.session import Session
from facewise.ui.shelf import Paper

_QUESTIONS = {
    "no_face": "S1",
    "not_sure": "S1",
    "research": "S2",
    "outside": "S2",
    "till": "S3",
    "separate": "S3",
    "private": "S6",
    "PrivateSpaceError": "S6",
    "no_consent": "S7",
    "no_third": "S9",
    "no_children": "S8",
    "only_children": "S8",
    "state_rule": "D8",
    "StateRuleError": "D8",
    "no_other_way": "D1",
    "NoOtherWayError": "D1",
    "way_unknown": "D1",
    "WayNotKnownError": "D1",
}
"""The question that a reason comes from, by its short code; other reasons come from business and uses."""


def way_out(session: Session, paper: Paper) -> Place:
    """Return where the reason for which a paper is withheld can be changed."""
    question = session.pack.question(_QUESTIONS.get(paper.why, ""))
    if question is None:
        return BUSINESS
    first = session.answers.uses[0].id if session.answers.uses else None
    return place_of(session, question.id, (paper.use or first) if question.scope == "use" else None)
