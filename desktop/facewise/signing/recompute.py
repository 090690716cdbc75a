"""Whether the result inside a report follows from the answers and the questionnaire that travel with it."""

import json
from dataclasses import dataclass
from typing import Any

from facewise.assessment.answers import Answers
from facewise.assessment.assess import assess
from facewise.assessment.exported import exported
from facewise.assessment.result import RULES
from facewise.content.canonical import canonical, sha256
from facewise.content.packs import pack_from_bytes, pack_hash
from facewise.signing.attachments import ANSWERS, PACK, RESULT

_STATUS = "status"


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the result that does not follow: its name in result.json, and which places differ in it.

    `places` are (short code, use) for red lines and findings, else empty; values are as result.json has them.
    """

    part: str
    printed: Any
    computed: Any
    places: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What computing anew has shown; `follows` is None where it could not be computed."""

    follows: bool | None
    knows_rules: bool = True
    knows_pack: bool = True
    differences: tuple[Difference, ...] = ()
    grade: str | None = None
    score: str | None = None


def recompute(files: dict[str, bytes]) -> Recomputed:
    """Return what the attached answers come to under the attached questionnaire, compared with the result.

    `files` is what `attached` gives. Rules of another number than ours are not guessed at.
    """
    try:
        printed = json.loads(files[RESULT])
        if printed["rules"] != RULES:
            return Recomputed(None, knows_rules=False)
        pack = pack_from_bytes(files[PACK])
        answers = Answers.model_validate_json(files[ANSWERS])
        result = exported(pack, sha256(files[PACK]), assess(pack, answers))
        return _compared(printed, json.loads(canonical(result)))
    except Exception:  # noqa: BLE001, a hostile file may raise anything
        return Recomputed(None)


def _compared(printed: dict[str, Any], computed: dict[str, Any]) -> Recomputed:
    parts = sorted((printed.keys() | computed.keys()) - {_STATUS})
    differences = tuple(
        Difference(
            part, printed.get(part), computed.get(part), _places(printed.get(part), computed.get(part))
        )
        for part in parts
        if printed.get(part) != computed.get(part)
    )
    return Recomputed(
        follows=not differences,
        knows_pack=computed["pack"]["sha256"] == pack_hash(),
        differences=differences,
        grade=computed["grade"],
        score=computed["score"] and computed["score"]["value"],
    )


def _places(printed: object, computed: object) -> tuple[tuple[str, str | None], ...]:
    """Return the places whose entries differ between two lists of red lines or findings."""
    if not (isinstance(printed, list) and isinstance(computed, list)):
        return ()
    differing = [entry for entry in (*printed, *computed) if (entry in printed) != (entry in computed)]
    named = [(str(one.get("code", "")), one.get("use")) for one in differing if isinstance(one, dict)]
    return tuple(dict.fromkeys(named))
