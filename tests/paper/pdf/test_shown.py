"""What no shipped font can show is named, with its place, before anything is made."""

import pytest

from facewise.assessment.answers import Action, Answer, Answers, Business, Evidence, Use
from facewise.content.packs import load_pack
from facewise.i18n import tell
from facewise.paper.pdf.shown import NoShapeError, check_characters
from facewise.store.samples import load_sample

SHOP = load_sample("shop").answers
UNKNOWN = Use(id="a", kind="payment", answers={"x.y": Answer(value="\U0001f642")})
FACE = "\U0001f642"


def told(**changes: object) -> Answers:
    return SHOP.model_copy(update=changes)


def test_rare_characters_of_names_are_shown() -> None:
    check_characters(load_pack(), told(business=Business(name="䶮㛃𬭎𰻝", contact="Café Ωмега")))


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        (told(business=Business(name=FACE)), "Business"),
        (told(business=Business(phone=FACE)), "Contact"),
        (told(uses=(Use(id="a", kind="payment", name=FACE),)), "Uses"),
        (SHOP.put("filing.count", None, Answer(note=FACE)), "K1 (Whole site)"),
        (SHOP.put("notice.changes", "till", Answer(value="na", reason=FACE)), "B4 (收银台刷脸付款)"),
        (SHOP.put("alternatives.real", "till", Answer(evidence=(Evidence(by=FACE),))), "D1 (收银台刷脸付款)"),
        (told(uses=(UNKNOWN,)), "x.y (Payment by customers)"),
        (told(actions=(Action(question="filing.count", who=FACE),)), "Action plan"),
    ],
)  # fmt: skip
def test_what_has_no_shape_is_named_with_its_place(answers: Answers, place: str) -> None:
    with pytest.raises(NoShapeError) as error:
        check_characters(load_pack(), answers)
    assert tell(error.value, "en").lower().startswith(f"{place.lower()}: our fonts cannot show {FACE}.")


def test_private_notes_are_not_printed_and_not_looked_at() -> None:
    check_characters(load_pack(), SHOP.put("filing.count", None, Answer(private_note=FACE)))
