from pathlib import Path

from facewise.store.copies import earlier, keep_earlier


def test_the_latest_three_states_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "shop.facewise"
    for number in range(5):
        path.write_text(str(number))
        keep_earlier(path)
    assert [copy.read_text() for copy in earlier(path)] == ["4", "3", "2"]


def test_files_of_one_name_in_two_folders_keep_apart(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "shop.facewise").write_text(name)
        keep_earlier(tmp_path / name / "shop.facewise")
    assert [copy.read_text() for copy in earlier(tmp_path / "a" / "shop.facewise")] == ["a"]


def test_where_no_copies_can_be_kept_there_are_none(tmp_path: Path, home: Path) -> None:
    home.write_text("a file in its place")
    keep_earlier(tmp_path / "shop.facewise")
    assert earlier(tmp_path / "shop.facewise") == ()
