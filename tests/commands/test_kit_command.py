"""`kit` on the command line: where it writes, what it says, and that it leaves no trace of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import call, without_the_warning
from tests.drawn_once import as_if_drawn
from tests.making import file, snapshot
from wizard.cli import main
from wizard.language.catalogs import available, speaking
from wizard.teaching import kit
from wizard.teaching.kit.start import in_words, tag


def test_it_says_where_the_kit_is_and_where_it_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit, "make_practice_photos", as_if_drawn)
    monkeypatch.setattr(kit, "compile_program", lambda *_words: {})
    home = snapshot(Path.home())
    with speaking("en"):  # in this process: writing thousands of files may take its time
        code = main(["kit", str(tmp_path / "kit"), "--lang", "es,ko", "--leave-no-trace"])
    ran = capsys.readouterr()
    assert (code, without_the_warning(ran.err)) == (0, "")
    assert "El material está en" in ran.out
    assert str(tmp_path / "kit") in ran.out and in_words(tag())[0] in ran.out
    handouts = {path.name for path in (tmp_path / "kit/handouts").iterdir()}
    assert {"es", "ko"} <= handouts and "en" not in handouts
    assert len(list((tmp_path / "kit").glob("README.*.txt"))) == len(available())
    assert snapshot(Path.home()) == home


@pytest.mark.parametrize("code", available())
def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path, code: str) -> None:
    file(tmp_path / "holiday.jpg")
    before = snapshot(tmp_path)
    ran = call("kit", tmp_path, "--lang", code)
    assert ran.code == 1 and str(tmp_path) in ran.err
    assert snapshot(tmp_path) == before


def test_a_language_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    ran = call("kit", tmp_path / "kit", "--lang", "en,xx")
    assert ran.code == 2 and "xx" in ran.err
    assert not (tmp_path / "kit").exists()
