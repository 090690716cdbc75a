"""Which signs the answers allow, what they say, and why some cannot be made."""

import pytest
from tests.assessment.sites import Told, orderly

from facewise.assessment.answers import Answer, Answers, Business
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack
from facewise.i18n import Text, tell
from facewise.paper.sign_errors import AddressTooLongError, MissingFactsError
from facewise.paper.sign_model import Refusal, Sign
from facewise.paper.sign_notice import NOTICE_LIMIT
from facewise.paper.signs import designs

PACK = load_pack()
BUSINESS = Business(name="杭州安澜物业服务有限公司", site="滨江花园", phone="0571-5550 0188")


def premises(
    kind: str = "resident_gate",
    ways: tuple[str, ...] = ("card", "qr", "staff"),
    business: Business = BUSINESS,
    **told: Told,
) -> Answers:
    answers = orderly(PACK, kind, **told)
    use = answers.uses[0].model_copy(update={"id": "gate", "name": "北门和东门", "ways": ways})
    return answers.model_copy(update={"uses": (use,), "business": business})


def till(business: Business = BUSINESS, **told: Told) -> Answers:
    """A till that is the payment company's, but for what is told otherwise."""
    answers = premises("payment", ("qr", "cash", "card"), business, S3="payment_company", S10="yes")
    place = {"S9": "payment_company", **told}
    for code, value in place.items():
        question = PACK.question(code)
        assert question
        assert isinstance(value, str)
        answers = answers.put(question.id, "gate", Answer(value=value))
    return answers


def made(answers: Answers) -> tuple[Sign | Refusal, ...]:
    return designs(PACK, answers, assess(PACK, answers))


def a_sign(answers: Answers, kind: str) -> Sign:
    (found,) = (each for each in made(answers) if each.kind == kind)
    assert isinstance(found, Sign)
    return found


def refusal(answers: Answers, kind: str) -> str:
    (found,) = (each for each in made(answers) if each.kind == kind)
    assert isinstance(found, Refusal)
    return tell(found.reason, "en")


def said(sign: Sign) -> list[str]:
    keys = {words.zh: key for key, words in PACK.words.items() if key.startswith("sign.")}
    return [keys[sentence.zh].removeprefix("sign.") for sentence in sign.sentences]


def test_a_gate_has_a_recognition_area_sign_one_of_ways_in_and_a_device_sticker() -> None:
    area, entry, device = made(premises())
    assert isinstance(area, Sign)
    assert isinstance(entry, Sign)
    assert isinstance(device, Sign)
    assert (device.kind, device.number, device.name) == ("device", "S-01", "sign-device-gate")
    assert device.ways == area.ways
    assert (area.kind, area.number, area.name) == (
        "recognition_area",
        "R-01",
        "sign-recognition-area-gate",
    )
    assert (entry.kind, entry.number, entry.name) == ("entry", "E-01", "sign-entry-gate")
    assert [fact.value for fact in area.facts] == [
        PACK.purposes["resident_gate"],
        "杭州安澜物业服务有限公司",
        Text("滨江花园 北门和东门", "滨江花园 北门和东门"),
        "0571-5550 0188",
    ]
    assert "第十三条第一款" in area.article.zh
    assert "第十条第一款" in entry.article.zh
    assert area.numbered.zh == "标识 R-01 2026-11-20"


def test_face_is_the_last_way_of_a_sign_to_choose_from_and_none_of_the_other_ways() -> None:
    area, entry, _device = made(premises(ways=("staff", "card", "staff", "face", "telepathy")))
    assert isinstance(area, Sign)
    assert isinstance(entry, Sign)
    assert [way.id for way in area.ways] == ["staff", "card"]
    assert [way.id for way in entry.ways] == ["staff", "card", "face"]


def test_a_till_has_a_payment_sign() -> None:
    sign = a_sign(premises("payment", ("qr", "cash", "card")), "payment")
    assert sign.number == "P-01"
    assert sign.lead == PACK.words["sign.same_price"]
    assert sign.headline.zh.replace("|", "") == "付款方式任您选"


def test_a_watch_list_leaves_nobody_a_choice_and_has_no_sign_of_ways() -> None:
    assert [each.kind for each in made(premises("watchlist"))] == ["recognition_area", "device"]


@pytest.mark.parametrize(
    ("kind", "place", "offered"),
    [("resident_gate", "shared", False), ("payment", "public_other", True), ("membership", "shared", True)],
)
def test_where_the_public_comes_private_spaces_get_a_sign(kind: str, place: str, offered: bool) -> None:
    signs = [each for each in made(premises(kind, S6=place)) if each.kind == "private"]
    assert len(signs) == offered
    for sign in signs:
        assert isinstance(sign, Sign)
        assert (sign.name, sign.number, sign.ways, sign.notice) == ("sign-private", "N-01", (), None)
        assert "第十三条第二款" in sign.article.zh


def test_an_earlier_questionnaire_without_their_words_has_no_such_signs() -> None:
    words = {key: text for key, text in PACK.words.items() if not key.startswith("sign.headline.device")}
    words.pop("sign.headline.private")
    answers = premises("payment", S6="public_other")
    earlier = PACK.model_copy(update={"words": words})
    assert [each.kind for each in designs(earlier, answers, assess(PACK, answers))] == [
        "recognition_area",
        "payment",
    ]


def test_uses_are_numbered_one_after_the_other() -> None:
    answers = premises()
    second = answers.uses[0].model_copy(update={"id": "south", "name": ""})
    signs = made(answers.model_copy(update={"uses": (*answers.uses, second)}))
    assert [each.number for each in signs if isinstance(each, Sign)] == [
        *("R-01", "E-01", "S-01"),
        *("R-02", "E-02", "S-02"),
    ]
    assert isinstance(signs[3], Sign)
    assert signs[3].facts[2].value == "滨江花园"


def test_where_face_is_the_only_way_the_area_is_marked_but_no_choice_is_pretended() -> None:
    answers = premises(D1="no")
    area = a_sign(answers, "recognition_area")
    assert area.ways == ()
    assert area.sentences == ()
    assert "works by face only" in refusal(answers, "entry")
    assert "北门和东门" in refusal(answers, "entry")


@pytest.mark.parametrize("answer", ["unknown", Answer()])
def test_a_way_that_nobody_tried_is_not_shown(answer: Told) -> None:
    answers = premises(D1=answer)
    assert "answer D1 first" in refusal(answers, "entry")
    assert a_sign(answers, "recognition_area").ways == ()


def test_ways_that_nobody_named_are_asked_for() -> None:
    assert "which other ways work" in refusal(premises(ways=()), "entry")
    assert said(a_sign(premises(ways=()), "recognition_area")) == []


def test_a_rule_of_the_state_leaves_no_ways_to_show() -> None:
    answers = premises(S3="police")
    assert "a rule of the State" in refusal(answers, "entry")


def test_no_sign_makes_a_device_in_a_private_space_right() -> None:
    answers = premises(S6="private")
    assert "Take the device out" in refusal(answers, "entry")
    assert "Take the device out" in refusal(answers, "recognition_area")


def test_a_use_without_a_name_is_called_by_its_purpose() -> None:
    answers = premises(D1="no")
    use = answers.uses[0].model_copy(update={"name": ""})
    assert "Residents' entry" in refusal(answers.model_copy(update={"uses": (use,)}), "entry")


def test_a_sign_promises_only_what_was_answered() -> None:
    assert said(a_sign(premises(), "entry")) == ["easy", "consent"]
    assert a_sign(premises(), "entry").lead == PACK.words["sign.equal"]
    assert said(a_sign(premises(D2="partly"), "entry")) == ["consent"]
    assert a_sign(premises(D2="no"), "entry").lead is None
    assert a_sign(premises(D3="partly"), "entry").lead is None
    assert said(a_sign(premises(C1="partly"), "entry")) == ["easy"]
    partly = a_sign(premises(D1="partly"), "entry")
    assert said(partly) == ["partly", "easy", "consent"]
    assert partly.lead is None
    assert [way.id for way in partly.ways] == ["card", "qr", "staff", "face"]


@pytest.mark.parametrize(("answer", "shown"), [("yes", True), ("partly", False), ("unknown", False)])
def test_the_shop_keeps_no_faces_only_where_it_says_so(answer: str, shown: bool) -> None:
    sign = a_sign(premises("payment", J4=answer), "payment")
    assert ("keeps_none" in said(sign)) is shown


def test_the_payment_company_is_named_only_where_it_decides_and_keeps() -> None:
    assert "till" in said(a_sign(till(), "payment"))
    assert "till" not in said(a_sign(till(S9="device"), "payment"))


def test_facts_that_a_sign_must_state_are_asked_for_by_name() -> None:
    with pytest.raises(MissingFactsError) as error:
        made(premises(business=Business(site="滨江花园")))
    assert tell(error.value, "en") == (
        "A sign cannot be made without the name of the business, a phone number. "
        "Fill this in for the business first."
    )


def test_the_code_carries_the_address_of_the_notice_where_there_is_one() -> None:
    address = "https://example.com/notice"
    notice = a_sign(premises(business=BUSINESS.model_copy(update={"notice_url": address})), "entry").notice
    assert notice is not None
    assert notice.is_address
    assert notice.content == Text(address, address)
    assert notice.caption.zh == "告知全文"


def test_without_an_address_the_code_carries_the_core_of_the_notice() -> None:
    notice = a_sign(premises(), "entry").notice
    assert notice is not None
    assert notice.caption.zh == "告知摘要"
    for words in (
        "杭州安澜物业服务有限公司",
        "0571-5550 0188",
        "住户出入验证",
        "刷卡、扫码、人工",
        "撤回同意",
    ):
        assert words in notice.content.zh
    without = a_sign(premises(D1="no"), "recognition_area").notice
    assert without is not None
    assert "刷卡" not in without.content.zh


def test_a_notice_that_does_not_fit_leaves_the_code_out() -> None:
    long = BUSINESS.model_copy(update={"name": "名" * 120})
    assert a_sign(premises(business=long), "entry").notice is None


def test_an_address_that_no_code_carries_is_refused() -> None:
    long = BUSINESS.model_copy(update={"notice_url": "https://example.com/" + "a" * NOTICE_LIMIT})
    with pytest.raises(AddressTooLongError):
        made(premises(business=long))


def test_where_no_face_is_recognised_there_is_no_sign() -> None:
    answers = premises(S1="no", S1b="none")
    assert made(answers) == ()
    assert made(answers.model_copy(update={"uses": (), "business": Business()})) == ()


def test_a_sample_says_so() -> None:
    answers = premises()
    assert a_sign(answers, "entry").watermark is None
    sample = a_sign(answers.model_copy(update={"sample": True}), "entry")
    assert sample.sample == PACK.words["sign.sample"]
    assert sample.watermark == PACK.words["report.sample.mark"]
