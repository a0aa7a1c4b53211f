"""From the screen with two photos the browser page and the computer's viewer are one key away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawn_once import FEW
from tests.steps.walking import press, said, to_inspect, until, until_said, wizard
from wizard.pages import outside


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What would have been shown in a window."""
    paths: list[Path] = []
    monkeypatch.setattr(outside, "open_outside", lambda *shown: paths.extend(shown))
    monkeypatch.setattr(outside, "browser_sees_only_home", lambda: False)
    return paths


async def test_one_key_opens_the_compare_page_of_the_two_on_the_screen(
    tmp_path: Path, opened: list[Path]
) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "8")
        await until_said(walker, "The compare page is open in the browser. Decide here.")
        written = opened[0].read_text(encoding="utf-8")
        assert "PRACTICE PHOTOS" in written and "group 1 of" in written
        await press(walker, "ctrl+q")
        await until(walker, lambda: not opened[0].exists())


async def test_one_key_opens_copies_in_the_viewer(tmp_path: Path, opened: list[Path]) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW) as walker:
        await to_inspect(walker)
        await press(walker, "9")
        await until_said(walker, "Copies of both photos are open in this computer's viewer.")
        assert [path.stem for path in opened] == ["photo-1", "photo-2"]


async def test_both_stand_in_the_list_of_all_that_can_be_done(
    tmp_path: Path, opened: list[Path]
) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW, size=(100, 40)) as walker:
        await to_inspect(walker)
        await press(walker, "0")
        assert "Large in the browser: the compare page" in said(walker)
        assert "Both photos in this computer's viewer" in said(walker)


async def test_on_a_computer_of_others_the_viewer_is_not_used(
    tmp_path: Path, opened: list[Path]
) -> None:
    async with wizard(tmp_path, practice=True, sets=FEW, size=(100, 40)) as walker:
        await to_inspect(walker)
        walker.app.journey.shared_computer = True  # type: ignore[attr-defined]
        await press(walker, "9")
        await until_said(walker, "A viewer remembers photos, and this computer is not yours.")
        await press(walker, "0")
        assert "computer's viewer" not in said(walker)
        assert opened == []


async def test_where_nothing_opens_the_place_of_the_page_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with wizard(tmp_path, practice=True, sets=FEW, size=(120, 40)) as walker:
        await to_inspect(walker)
        await press(walker, "8")
        await until_said(walker, "No window opened on this computer.")
        assert "compare.html" in said(walker).replace("\n", "").replace(" ", "")
