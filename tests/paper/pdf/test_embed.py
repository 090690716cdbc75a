from facewise.paper.pdf.embed import Use


def test_a_character_is_written_as_itself_in_utf_16() -> None:
    assert Use().write("a好").encode("latin-1") == "a好".encode("utf-16-be")


def test_bytes_that_mean_something_in_a_string_are_escaped() -> None:
    assert Use().write("不(尨)") == "N\\r\0\\(\\\\\\(\0\\)"


def test_characters_beyond_the_basic_plane_get_free_codes_in_order_of_use() -> None:
    use = Use()
    use.write("𰻝a𬭎")
    use.write("𬭎")
    assert use.codes() == {ord("a"): "a", 0xD800: "𰻝", 0xD801: "𬭎"}


def test_private_and_unassigned_characters_do_not_take_the_code_of_another() -> None:
    use = Use()
    use.write("𰻝\ue000\u0378\ud800")
    assert list(use.codes().values()) == ["𰻝", "\ue000", "\u0378", "\ud800"]


def test_more_characters_than_there_are_free_codes_are_shown_as_missing() -> None:
    use = Use()
    use.write("".join(map(chr, range(0x20000, 0x20000 + 9000))))
    assert len(use.codes()) == 0xF900 - 0xD800 + 1
    assert use.codes()[ord("〓")] == chr(0x20000 + 8999)


def test_what_a_text_is_written_as_does_not_depend_on_the_texts_before() -> None:
    first, second = Use(), Use()
    first.write("𰻝 one")
    assert first.write("自查　two") == second.write("自查　two")
