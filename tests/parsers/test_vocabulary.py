from pathlib import Path

import pytest

from parsers.words import vocabulary


def test_a_vocabulary_is_read_once_from_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    vocabulary.load.cache_clear()
    (tmp_path / "fruit.toml").write_text('[fr]\napple = "pomme"\n', encoding="utf-8")
    first = vocabulary.load("fruit")
    assert first == {"fr": {"apple": "pomme"}}
    assert vocabulary.load("fruit") is first
    vocabulary.load.cache_clear()


def test_a_broken_vocabulary_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    vocabulary.load.cache_clear()
    (tmp_path / "fruit.toml").write_text("apple = ", encoding="utf-8")
    with pytest.raises(ValueError, match=r"fruit\.toml"):
        vocabulary.load("fruit")
    with pytest.raises(FileNotFoundError):
        vocabulary.load("vegetables")
    vocabulary.load.cache_clear()


def test_a_table_is_read_by_its_first_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "FOLDER", tmp_path)
    vocabulary.load_table.cache_clear()
    (tmp_path / "fruit.tsv").write_text("# fruit\nen\tfr\n\napple\tpomme\npear\t\n", encoding="utf-8")
    assert vocabulary.load_table("fruit") == ({"en": "apple", "fr": "pomme"}, {"en": "pear", "fr": ""})
    (tmp_path / "broken.tsv").write_text("en\tfr\napple\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.tsv, line 2: 1 cells, 2 wanted"):
        vocabulary.load_table("broken")
    with pytest.raises(FileNotFoundError):
        vocabulary.load_table("vegetables")
    vocabulary.load_table.cache_clear()
