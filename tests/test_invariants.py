"""The fifteen promises of safety, and where each is held. What no other file holds is tested here."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from tests.making import file, photo, untouched
from tests.safekeeping.desk import Desk
from tests.test_doors import EVERY_MODULE, here
from wizard.photos.library import walk

TESTS = Path(__file__).parent

HELD_BY = {
    1: (
        "test_doors.py::test_only_one_door_removes_and_replaces",
        "test_doors.py::test_the_door_that_moves_never_removes_or_replaces",
        "conftest.py::only_its_own_is_removed",
        "test_tripwire.py::test_whatever_the_program_does_to_a_photo_is_seen",
    ),
    2: (
        "faults/test_killed_session.py::test_a_wizard_killed_at_random_moments_loses_nothing",
        "faults/test_everyday.py::test_nothing_is_lost_and_everything_comes_back",
        "safekeeping/test_killed.py::test_a_kill_at_every_step_loses_nothing",
    ),
    3: ("safekeeping/test_lasting.py::test_the_intent_is_on_the_drive_before_a_photo_moves",),
    4: (
        "safekeeping/test_review_gates.py::test_a_photo_that_is_not_what_was_looked_at_stays_with_all_of_its_own",
        "faults/test_races.py::test_a_photo_changed_after_it_was_hashed_stays",
    ),
    5: (
        "safekeeping/test_review_gates.py::test_the_photo_that_stays_does_not_leave",
        "safekeeping/test_review_gates.py::test_a_photo_without_a_checked_copy_stays",
        "journey/test_gates.py::test_without_a_backup_nothing_moves",
    ),
    6: (
        "safekeeping/test_review_folder.py::test_everything_goes_back_in_any_order",
        "safekeeping/test_claims.py::test_an_empty_file_of_the_learner_in_its_place_stays_there",
    ),
    7: (
        "safekeeping/test_lasting.py::test_a_copy_is_on_the_drive_before_it_counts",
        "faults/test_races.py::test_a_copy_that_the_drive_spoilt_is_not_called_checked",
    ),
    8: (
        "safekeeping/trash/test_bad_trash.py::test_a_word_of_the_record_that_came_through_with_an_error_is_not_written_twice",
        "safekeeping/test_killed.py::test_a_second_kill_while_the_first_is_made_good_loses_nothing",
        "journey/test_moving.py::test_moving_again_moves_nothing",
    ),
    9: (
        "journey/test_journey_record.py::test_two_windows_on_two_folders_keep_two_journeys",
        "journey/test_going_on.py::test_a_second_window_on_the_same_photos_is_refused_and_changes_no_record",
        "safekeeping/test_review_folder.py::test_a_second_window_is_refused",
        "test_locks.py::test_a_session_that_was_killed_holds_nothing",
    ),
    10: (
        "safekeeping/test_review_gates.py::test_companions_move_together_or_not_at_all",
        "journey/test_moving.py::test_a_film_of_two_photos_leaves_with_the_last_of_them",
    ),
    11: (
        "photos/test_walk.py::test_a_photo_library_is_counted_but_not_entered",
        "photos/test_walk.py::test_links_are_not_followed",
        "photos/test_walk.py::test_a_pipe_named_like_a_photo_is_left_alone",
    ),
    12: ("test_invariants.py::test_every_file_seen_is_copied_or_skipped_with_a_reason",),
    13: (
        "steps/test_hostile_photos.py::test_hostile_names_and_pictures_go_the_whole_way",
        "safekeeping/test_review_forged.py::test_a_path_that_climbs_out_is_refused",
        "safekeeping/test_backup_forged.py::test_a_manifest_that_climbs_out_is_told_and_nothing_is_read",
        "safekeeping/test_backup_forged.py::test_nothing_is_fetched_whatever_a_fetch_list_says",
        "photos/test_walk_names.py::test_hostile_names_are_listed_byte_for_byte",
        "language/test_names.py::",
    ),
    14: (
        "test_doors.py::test_only_one_door_sends_to_the_trash_and_in_one_place",
        "safekeeping/trash/test_sending.py::test_only_what_the_record_names_goes",
        "safekeeping/trash/test_bad_trash.py::test_an_error_of_the_trash_leads_to_no_deletion",
        "safekeeping/trash/test_day.py::test_on_the_same_day_everything_stays",
        "commands/test_trash.py::test_without_yes_nothing_moves",
    ),
    15: (
        "test_no_network.py::test_a_session_of_the_wizard_opens_no_internet_socket",
        "test_no_network.py::test_no_command_opens_an_internet_socket",
        "test_invariants.py::test_no_module_reaches_the_network",
        "test_invariants.py::test_no_module_asks_for_more_rights",
        "test_invariants.py::test_the_clock_decides_nothing",
    ),
}
"""By the number of the promise: file and name of its tests."""


FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.mark.parametrize("number", range(1, 16))
def test_each_promise_has_a_test_of_its_name(number: int) -> None:
    for held in HELD_BY[number]:
        path, _, name = held.partition("::")
        tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
        names = {node.name for node in ast.walk(tree) if isinstance(node, FUNCTION)}
        assert not name or name in names, held


def test_every_file_seen_is_copied_or_skipped_with_a_reason(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for number in range(4):
        photo(desk.photos / f"{number}.jpg", number, (40, 30))
    file(desk.photos / "notes.txt")
    for path in ("Photos Library.photoslibrary/database/one.jpg", ".Trash/gone.jpg"):
        file(desk.photos / path)
    file(desk.photos / ".cloud.jpg.icloud")
    (desk.photos / "link.jpg").symlink_to("0.jpg")
    if hasattr(os, "mkfifo"):
        os.mkfifo(desk.photos / "pipe.jpg")
    library = walk(desk.photos)
    result = desk.back_up()
    assert result.seen == result.checked + len(result.skipped) + len(result.problems)
    assert result.checked == len(library.files) == 5
    listed = {file.path for file in library.files} | {skipped.path for skipped in library.skipped}
    assert listed == {path.name for path in desk.photos.iterdir()}


def test_no_module_reaches_the_network() -> None:
    reaching = (
        "socket",
        "ssl",
        "urllib.request",
        "http",
        "ftplib",
        "smtplib",
        "requests",
        "httpx",
        "aiohttp",
    )
    assert imported(*reaching) == []


def test_no_module_asks_for_more_rights() -> None:
    for path in EVERY_MODULE:
        text = path.read_text(encoding="utf-8")
        for words in (
            "sudo",
            "pkexec",
            "runas",
            "ShellExecute",
            "setuid",
            "seteuid",
            "with administrator",
        ):
            assert words not in text, (here(path), words)


def test_the_clock_decides_nothing(tmp_path: Path) -> None:
    """A photo dated in 1970 or in 2099 is copied, and a second backup copies nothing again."""
    desk = Desk(tmp_path)
    for year, seconds in ((1970, 1), (2099, 4_102_444_800)):
        path = photo(desk.photos / f"{year}.jpg", year, (40, 30))
        os.utime(path, (seconds, seconds))
    assert desk.back_up().copied == 2
    with untouched(desk.drive / "data"):
        assert desk.back_up().copied == 0


def imported(*packages: str) -> list[str]:
    """The modules of the program that import one of these, whole or in part."""
    told = []
    for path in EVERY_MODULE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            told += [
                here(path)
                for name in names
                if any(f"{name}.".startswith(f"{package}.") for package in packages)
            ]
    return told
