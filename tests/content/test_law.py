import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from facewise import data
from facewise.content.instruments import Instrument, QuotedOrNotError, UnequalItemsError, WrongParagraphsError
from facewise.content.law import Law, UnknownCiteError, WrongIdError, compile_law, load_law
from facewise.content.mistakes import ContentError, DuplicateKeyError, UnknownFieldError
from facewise.content.reading import Node, read_yaml
from facewise.i18n import tell

# Paragraphs of each article of the Measures, as the number of items in each.
MEASURES = {
    1: [0], 2: [0, 0], 3: [0], 4: [0], 5: [5, 0, 0, 0], 6: [0, 0], 7: [0, 0], 8: [0, 0], 9: [4, 0],
    10: [0, 0], 11: [0], 12: [0], 13: [0, 0], 14: [0], 15: [5, 0], 16: [0, 0], 17: [0], 18: [0], 19: [6],
    20: [0],
}  # fmt: skip

FRT = "《人脸识别技术应用安全管理办法》"
MEASURES_EN = "Facial Recognition Measures (CAC & MPS Order No. 19)"

INSTRUMENT = """\
id: abc
title: {zh: 示例办法, en: Example Measures}
short: {zh: 示例, en: Example}
kind: departmental_rules
quoted: true
in_force: {from: "2025-06-01"}
source: https://example.org/
checked: "2026-11-21"
compared_with: {zh: 没有核对。, en: Not compared.}
articles:
  "1":
    paragraphs:
      - zh: |-
          甲：
          （一）乙；
          （二）丙。
        en: |-
          A:
          (1) B;
          (2) C.
"""


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law()


def one(folder: Path, text: str, name: str = "abc.yaml") -> Law:
    (folder / name).write_text(text, encoding="utf-8")
    return load_law(folder)


def quoted(law: Law) -> Iterator[tuple[str, str, str]]:
    for instrument in law.instruments:
        for number in instrument.articles:
            found = law.quotation(f"{instrument.id}.{number}")
            assert found is not None
            yield f"{instrument.id}.{number}", found.text.zh, found.text.en


def test_the_measures_are_complete_paragraph_by_paragraph_and_item_by_item(law: Law) -> None:
    articles = law.instrument("frt").articles
    found = {int(n): [len(p.items("zh")) for p in article.paragraphs] for n, article in articles.items()}
    assert found == MEASURES
    assert not any(article.excerpt for article in articles.values())


def test_words_of_the_measures_that_are_often_misquoted_are_right(law: Law) -> None:
    def says(cite: str) -> str:
        found = law.quotation(cite)
        assert found is not None
        return found.text.zh

    assert says("frt.5.3") == "法律、行政法规规定可以不向个人告知的，从其规定。"
    assert "应当取得个人书面同意的" in says("frt.6.1")
    assert "在存储、使用、转移、披露等方面制定专门的处理规则" in says("frt.7.2")
    assert says("frt.9").startswith("个人信息处理者应用人脸识别技术处理人脸信息，应当事前")
    assert says("frt.13.1").startswith("在公共场所安装人脸识别设备，应当为维护公共安全所必需")
    assert "等公共场所中的私密空间内部安装人脸识别设备" in says("frt.13.2")
    assert says("frt.19").startswith("本办法下列术语的含义：")
    assert "面部特征生物识别信息，不包括匿名化处理后的信息" in says("frt.19.1.2")


@pytest.mark.parametrize(
    ("cite", "zh", "en"),
    [
        ("frt.10", f"{FRT}第十条", f"{MEASURES_EN}, art. 10"),
        ("frt.10.1", f"{FRT}第十条第一款", f"{MEASURES_EN}, art. 10 para. 1"),
        ("frt.5.1.3", f"{FRT}第五条第一款第（三）项", f"{MEASURES_EN}, art. 5 para. 1 item 3"),
        ("frt.20", f"{FRT}第二十条", f"{MEASURES_EN}, art. 20"),
        (
            "civil.1035.1.1",
            "《中华人民共和国民法典》第一千零三十五条第一款第（一）项",
            "Civil Code, art. 1035 para. 1 item 1",
        ),
        (
            "csl.23.1.3",
            "《中华人民共和国网络安全法》（2025年修正）第二十三条第（三）项",
            "Cybersecurity Law (as amended in 2025), art. 23 item 3",
        ),
        (
            "cpr.23",
            "《中华人民共和国消费者权益保护法实施条例》第二十三条",
            "Regulations for the Implementation of the Consumer Protection Law, art. 23",
        ),
        (
            "gbt45574.6.1.a",
            "GB/T 45574-2025《数据安全技术 敏感个人信息处理安全要求》6.1 a）",
            "GB/T 45574-2025, cl. 6.1 a)",
        ),
        (
            "auditguide.2",
            "《个人信息保护合规审计指引》第二项",
            "Personal Information Protection Compliance Audit Guideline, item 2",
        ),
        (
            "pact",
            "《人脸识别线下支付行业自律公约（试行）》",
            "Self-discipline Pact of the Offline Face Payment Industry (Trial)",
        ),
    ],
)
def test_a_provision_is_cited_in_full_in_both_languages(law: Law, cite: str, zh: str, en: str) -> None:
    assert law.reference(cite).zh == zh
    assert law.reference(cite).en == en


@pytest.mark.parametrize(
    ("cite", "zh", "en"),
    [
        ("frt.10", "办法第十条", "Measures art. 10"),
        ("pipl.26", "个保法第二十六条", "PIPL art. 26"),
        ("psv.16.2.3", "799号条例第十六条第二款第（三）项", "Order 799 art. 16 para. 2 item 3"),
        ("spc.2.1.3", "法释〔2021〕15号第二条第（三）项", "SPC Provisions art. 2 item 3"),
        ("audit.12.1", "审计办法第十二条第一款", "Audit Measures art. 12 para. 1"),
        ("announcement.2", "备案公告第二部分", "CAC filing announcement section 2"),
        ("pg.8.1.g", "TC260-PG-20251A 8.1 g）", "TC260-PG-20251A cl. 8.1 g)"),
        ("order25", "简化措施规定", "Order 25"),
    ],
)
def test_a_provision_has_a_short_reference(law: Law, cite: str, zh: str, en: str) -> None:
    assert law.short_reference(cite).zh == zh
    assert law.short_reference(cite).en == en


def test_an_article_is_quoted_whole_with_a_line_for_each_paragraph_and_item(law: Law) -> None:
    found = law.quotation("frt.10")
    assert found is not None
    assert not found.abridged
    assert found.text.zh.splitlines()[1] == "国家对应用人脸识别技术验证个人身份另有规定的，从其规定。"
    assert len(found.text.en.splitlines()) == 2


def test_an_item_is_quoted_with_the_opening_of_its_paragraph_and_is_abridged(law: Law) -> None:
    found = law.quotation("frt.9.1.3")
    assert found is not None
    assert found.abridged
    assert found.text.zh.splitlines()[0].endswith("个人信息保护影响评估主要包括下列内容：")
    assert found.text.zh.splitlines()[1].startswith("（三）发生人脸信息泄露")
    assert found.text.en.splitlines()[1].startswith("(3) the risk of the facial information being leaked")


def test_an_item_of_an_excerpt_without_opening_is_quoted_alone(law: Law) -> None:
    found = law.quotation("psv.7.2.1")
    assert found is not None
    assert found.text.zh.startswith("（一）商贸中心")


def test_a_complete_paragraph_of_an_excerpt_is_not_abridged_but_the_excerpt_is(law: Law) -> None:
    whole, paragraph, part = law.quotation("psv.7"), law.quotation("psv.7.3"), law.quotation("psv.7.2")
    assert whole is not None
    assert paragraph is not None
    assert part is not None
    assert (whole.abridged, paragraph.abridged, part.abridged) == (True, False, True)


@pytest.mark.parametrize("cite", ["frt", "cpr.23", "gbt45574.6.1.a", "pg.8.1.g", "auditguide.2", "order25"])
def test_what_is_only_cited_by_name_has_no_quotation(law: Law, cite: str) -> None:
    assert law.exists(cite)
    assert law.quotation(cite) is None


@pytest.mark.parametrize(
    "cite",
    ["frt.21", "frt.10.3", "frt.5.1.6", "frt.5.2.1", "frt.1.a", "frt.01", "frt.", "frt.5.1.1.1",
     "nolaw.1", "pipl.18", "pact.3", "order25.1", "gbt45574.6.1.A", "", "cpr.23.x"],
)  # fmt: skip
def test_an_unknown_provision_is_refused_by_name(law: Law, cite: str) -> None:
    assert not law.exists(cite)
    with pytest.raises(UnknownCiteError) as caught:
        law.reference(cite)
    assert caught.value.fields == {"cite": cite}


def test_english_uses_plain_signs_and_chinese_none_of_them(law: Law) -> None:
    for cite, zh, en in quoted(law):
        assert en.isascii(), cite
        assert not re.search(r"[\"'(),:]|\.(?!\d)", zh), cite


def test_every_text_ends_as_a_text_does(law: Law) -> None:
    for cite, zh, en in quoted(law):
        assert zh[-1] in "。；…", cite
        assert en[-1] in ".;", cite


def test_names_are_unique_and_english_names_plain(law: Law) -> None:
    shorts = [instrument.short.zh for instrument in law.instruments]
    assert len(set(shorts)) == len(shorts)
    for instrument in law.instruments:
        for pair in (
            instrument.title,
            instrument.short,
            instrument.number,
            instrument.cited,
            instrument.compared_with,
        ):
            assert pair is None or pair.en.isascii(), instrument.id


def test_law_says_of_itself_where_a_human_can_compare_it(law: Law) -> None:
    for instrument in law.instruments:
        assert instrument.source.startswith("https://"), instrument.id
        assert str(instrument.checked) == "2026-11-21", instrument.id


def test_the_installed_form_is_the_same_law(law: Law) -> None:
    compiled = json.loads(compile_law())
    assert tuple(Instrument.model_validate(one) for one in compiled) == law.instruments


def test_an_installed_program_reads_the_compiled_law(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, law: Law
) -> None:
    (tmp_path / "law.json").write_bytes(compile_law())
    monkeypatch.setattr(data, "folder", lambda _name: tmp_path)
    assert load_law() == law


# What is written wrongly is refused, with the place.


def test_a_small_instrument_is_read(tmp_path: Path) -> None:
    law = one(tmp_path, INSTRUMENT)
    assert law.reference("abc.1.1.2").zh == "《示例办法》第一条第（二）项"
    assert law.reference("abc").en == "Example Measures"


def test_a_misspelt_field_is_refused_with_file_and_field(tmp_path: Path) -> None:
    with pytest.raises(UnknownFieldError) as caught:
        one(tmp_path, INSTRUMENT.replace("source:", "sorce:"))
    assert caught.value.fields["file"] == "abc.yaml"
    assert (caught.value.fields["place"], caught.value.fields["field"]) == ("abc", "sorce")
    assert "abc.yaml" in tell(caught.value, "en")


def test_an_article_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DuplicateKeyError) as caught:
        one(tmp_path, INSTRUMENT + '  "1":\n    paragraphs: []\n')
    assert caught.value.fields["field"] == "articles.1"


def test_items_that_differ_between_the_languages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnequalItemsError) as caught:
        one(tmp_path, INSTRUMENT.replace("          (2) C.\n", ""))
    assert caught.value.fields["field"] == "articles.1.paragraphs.1"
    assert (caught.value.fields["zh"], caught.value.fields["en"]) == ([1, 2], [1])


@pytest.mark.parametrize(
    "change",
    [
        ("      - zh: |-", "      - number: 2\n        zh: |-"),
        ("      - zh: |-", "      - excerpt: true\n        zh: |-"),
        ("    paragraphs:", "    of: 3\n    paragraphs:"),
    ],
)
def test_an_article_with_parts_left_out_must_say_that_it_is_an_excerpt(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    with pytest.raises(WrongParagraphsError):
        one(tmp_path, INSTRUMENT.replace(*change))
    text = INSTRUMENT.replace(*change).replace('  "1":\n', '  "1":\n    excerpt: true\n')
    assert one(tmp_path, text).exists("abc.1")


def test_paragraph_numbers_must_rise(tmp_path: Path) -> None:
    again = "      - number: 1\n        zh: 丁。\n        en: D.\n"
    with pytest.raises(WrongParagraphsError):
        one(tmp_path, INSTRUMENT.replace('  "1":\n', '  "1":\n    excerpt: true\n') + again)


def test_quoted_instruments_have_articles_and_others_have_none(tmp_path: Path) -> None:
    with pytest.raises(QuotedOrNotError):
        one(tmp_path, INSTRUMENT.replace("quoted: true", "quoted: false"))
    with pytest.raises(QuotedOrNotError):
        one(tmp_path, INSTRUMENT.partition("articles:")[0])


def test_a_file_is_named_after_its_instrument(tmp_path: Path) -> None:
    with pytest.raises(WrongIdError) as caught:
        one(tmp_path, INSTRUMENT, "other.yaml")
    assert isinstance(caught.value, ContentError)
    assert caught.value.fields["place"] == "abc"


# Nobody misquotes: words in “…” after a named article stand in that article.


@pytest.mark.parametrize(
    "chinese",
    [
        "《人脸识别技术应用安全管理办法》第十条：“不得将人脸识别技术作为唯一验证方式”。",
        "办法第十三条第一款要求“设置显著提示标识”，别忘了。",
        "《个人信息保护法》第二十六条规定：“在公共场所安装图像采集……应当为维护公共安全所必需”。",
        "《旅馆业治安管理办法》第六条：“登记时，应当查验旅客的身份证件。”",
        "民法典第一千零三十四条写明“自然人的个人信息受法律保护。”",
        "《人脸识别技术应用安全管理规定（试行）（征求意见稿）》第六条写的是“任意的话”。",
        "办法第十条说的是另外一种方式。请把“刷脸”关掉。",
    ],
)
def test_true_quotations_pass(law: Law, chinese: str) -> None:
    assert not list(law.misquotations(chinese))


@pytest.mark.parametrize(
    ("chinese", "words"),
    [
        ("办法第十条：“不得把人脸识别作为唯一验证方式”。", "不得把人脸识别作为唯一验证方式"),
        ("《个保法》第二十九条：“应当取得单独的同意”。", "应当取得单独的同意"),
        ("办法第十三条：“显著提示标识……设置”。", "显著提示标识……设置"),
        ("《消保条例》第二十三条：“不得过度收集”。", "不得过度收集"),
        ("《没有的法》第一条：“什么”。", "什么"),
    ],
)
def test_misquotations_are_found(law: Law, chinese: str, words: str) -> None:
    assert [found.words for found in law.misquotations(chinese)] == [words]


def scalars(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    else:
        for below in node.values() if isinstance(node, dict) else node:
            yield from scalars(below)


def test_quotations_in_the_questionnaires_appear_verbatim_in_the_law(law: Law) -> None:
    wrong = [
        (file.name, found)
        for file in sorted(data.folder("questionnaires").glob("*/*.yaml"))
        for text in scalars(read_yaml(file.read_bytes(), file.name).content)
        for found in law.misquotations(text)
    ]
    assert not wrong
