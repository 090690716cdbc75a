from facewise.ui.phrases import FIXED_SPACE, JOINER, keep_phrases, paragraphs, plain


def test_a_short_phrase_is_kept_together() -> None:
    assert keep_phrases("不多等、") == JOINER.join("不多等") + "、"


def test_a_long_phrase_may_break_but_leaves_no_single_character() -> None:
    kept = "应当提供其他合理便捷" + JOINER.join("的方式") + "？"
    assert keep_phrases("应当提供其他合理便捷的方式？") == kept


def test_latin_words_need_no_joiner() -> None:
    assert keep_phrases("PDF file, please") == "PDF file, please"


def test_a_number_stays_with_its_unit() -> None:
    assert FIXED_SPACE in keep_phrases("不满 10 万人")


def test_what_is_copied_is_what_was_written() -> None:
    sentence = "不用绕远、不多花钱，不满 10 万人。"
    assert plain(keep_phrases(sentence)) == sentence


def test_markup_in_a_text_is_shown_and_not_obeyed() -> None:
    assert "&lt;b&gt;" in paragraphs("<b>")
