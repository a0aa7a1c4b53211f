"""F2: the facilitator sees the script of the step and a clock; the learners' place stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import file, photo
from tests.steps.every_screen import nothing_is_cut
from tests.steps.walking import at, press, said, step, until, until_said, wizard
from tests.teaching.test_agenda import GUIDE
from wizard.journey import StepName
from wizard.language.catalogs import available
from wizard.language.counting import count_me_question
from wizard.language.step_names import prepared_choice, prepared_words, steps_to_prepare
from wizard.steps.count_me import CountMe
from wizard.steps.welcome import Welcome
from wizard.teaching import agenda, practice_set


@pytest.fixture(autouse=True)
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "guide"
    (folder / "en").mkdir(parents=True)
    (folder / "en/01-sixty-minutes.md").write_text(GUIDE, encoding="utf-8")
    monkeypatch.setattr(agenda, "shared_folder", lambda _name: folder)
    monkeypatch.setattr(practice_set, "make_practice_photos", few_photos)


def few_photos(photos: Path, truth: Path) -> None:
    """In the place of practice photos, which take seconds to draw."""
    photo(photos / "a.jpg")
    file(truth)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_f2_shows_the_block_of_the_step_and_esc_goes_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with wizard(tmp_path / "home", practice=True, size=size) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "1")
        await until_said(walker, "This is what we found.")
        await press(walker, "1", "f2")
        await until_said(walker, "Hold the stick.")
        assert "Minute 0. Planned for this step: minute 5 to 15. 15 minutes are left." in said(
            walker
        )
        await until_said(walker, "Skip the small drive.")
        await press(walker, "escape")
        assert step(walker).step is StepName.BACK_UP


async def test_the_clock_begins_when_the_facilitator_says_so(tmp_path: Path) -> None:
    async with wizard(tmp_path / "home", practice=True) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "1")
        await until_said(walker, "This is what we found.")
        await press(walker, "1")
        walker.app.clock.started -= 20 * 60  # type: ignore[attr-defined]
        await press(walker, "f2")
        await until_said(walker, "Minute 20.")
        assert "You are 5 minutes late." in said(walker)
        await press(walker, "1")
        await until_said(walker, "Minute 0.")


async def test_where_f2_is_kept_by_the_terminal_0_leads_there_too(tmp_path: Path) -> None:
    async with wizard(tmp_path / "home", practice=True) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "0")
        await until_said(walker, "For facilitators: script and clock")
        await press(walker, "6")
        await until_said(walker, "Say hello.")


async def test_the_script_of_the_welcome_is_there_before_a_language_is_chosen(
    tmp_path: Path,
) -> None:
    """A workshop begins at the first screen; whoever works on photos of their own has no script."""
    async with wizard(tmp_path / "home") as walker:
        welcome = step(walker)
        await press(walker, "0")
        assert "For facilitators" not in said(walker)
        await press(walker, "escape")
        walker.app.show_screen(Welcome(welcome.way, practice=StepName.CHOOSE))  # type: ignore[attr-defined]
        await until(walker, lambda: step(walker) is not welcome)
        await press(walker, "0")
        await until_said(walker, "6  For facilitators: script and clock")
        await press(walker, "6")
        await until_said(walker, "The workshop begins now")


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_guide_list_of_steps_and_the_question_to_be_counted_fit_the_window(
    tmp_path: Path, code: str, size: tuple[int, int]
) -> None:
    kept = tmp_path / "counted"
    async with wizard(tmp_path / "home", code, practice=True, size=size, summary=kept) as walker:
        await until(walker, lambda: at(walker, StepName.CHOOSE))
        await press(walker, "f2")
        await until_said(walker, prepared_choice())
        nothing_is_cut(walker, "guide")
        await press(walker, "2")
        await until_said(walker, steps_to_prepare()[-1])
        nothing_is_cut(walker, "steps to prepare")
        await press(walker, "3")
        await until(walker, lambda: at(walker, StepName.BACK_UP))
        await until_said(walker, prepared_words())
        nothing_is_cut(walker, "prepared")
        walker.app.push_screen(CountMe(walker.app))  # type: ignore[arg-type]
        await until_said(walker, count_me_question())
        nothing_is_cut(walker, "count me")
