from pathlib import Path

import pytest

from parsers import vocabulary


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
