"""The guards of backup, moves and records, what the source would be without each, and the test that notices."""

from __future__ import annotations

from dataclasses import dataclass

REVIEW = "wizard/safekeeping/review_folder.py"
SETTING_ASIDE = "wizard/safekeeping/setting_aside.py"
DISK = "wizard/safekeeping/disk.py"
COPYING = "wizard/safekeeping/copying.py"
LASTING = "tests/safekeeping/test_lasting.py::"
GATES = "tests/safekeeping/test_review_gates.py::"
RETURNS = "tests/safekeeping/test_review_folder.py::"
BAD_TRASH = "tests/safekeeping/trash/test_bad_trash.py::"
CLAIMS = "tests/safekeeping/test_claims.py::"


@dataclass(frozen=True)
class Mutant:
    """In `file`, `guard` becomes `without`; `caught_by` is the test that must fail then."""

    name: str
    file: str
    guard: str
    without: str
    caught_by: str


OF_COPIES_AND_MOVES = (
    Mutant(
        "no fsync of records and copies",
        DISK,
        "    os.fsync(file.fileno())",
        "    pass",
        LASTING + "test_the_intent_is_on_the_drive_before_a_photo_moves",
    ),
    Mutant(
        "no fsync of folders",
        DISK,
        "        os.fsync(descriptor)\n    except",
        "        pass\n    except",
        LASTING + "test_all_moves_of_a_bundle_are_on_the_drive_before_the_first_is_called_done",
    ),
    Mutant(
        "no intent in the journal",
        "wizard/safekeeping/review_record.py",
        '        self._write({"act": "setting_aside", "seen_at": seen_at, **vars(item)})',
        "        self.coming[item.id] = item",
        LASTING + "test_the_intent_is_on_the_drive_before_a_photo_moves",
    ),
    Mutant(
        "the photos are not hashed again before they move",
        SETTING_ASIDE,
        "    for path, sha256 in (*expected, (bundle.staying.path, bundle.staying.sha256)):",
        "    for path, sha256 in ((bundle.staying.path, bundle.staying.sha256),):",
        GATES + "test_a_photo_that_is_not_what_was_looked_at_stays_with_all_of_its_own",
    ),
    Mutant(
        "the photo that stays is not read again",
        SETTING_ASIDE,
        "    for path, sha256 in (*expected, (bundle.staying.path, bundle.staying.sha256)):",
        "    for path, sha256 in expected:",
        GATES + "test_a_photo_that_is_not_what_was_looked_at_stays_with_all_of_its_own",
    ),
    Mutant(
        "a photo changed after it was hashed moves",
        SETTING_ASIDE,
        "if state(record.there(item)) != states[item.path]:",
        "if False:",
        "tests/faults/test_races.py::test_a_photo_changed_after_it_was_hashed_stays",
    ),
    Mutant(
        "a copy is not read back",
        COPYING,
        "        if disk.digest_from_drive(part, self.stop) != digest:",
        "        if False:",
        "tests/faults/test_races.py::test_a_copy_that_the_drive_spoilt_is_not_called_checked",
    ),
    Mutant(
        "a rename that replaces",
        DISK,
        "RENAME_NOREPLACE = 1",
        "RENAME_NOREPLACE = 0",
        "tests/safekeeping/test_disk.py",
    ),
    Mutant(
        "a claimed name is not looked at again",
        DISK,
        "    if identity(status) != claim or not is_empty_file(status):",
        "    if False:",
        "tests/safekeeping/test_disk.py",
    ),
    Mutant(
        "a name is not claimed before the rename",
        DISK,
        "        with create(target) as empty:",
        '        with open(target, "ab") as empty:',
        "tests/safekeeping/test_disk.py::test_a_taken_name_is_refused_and_nothing_changes",
    ),
    Mutant(
        "any empty file is taken for our claim",
        "wizard/safekeeping/recovery.py",
        "        if claim and disk.identity(os.lstat(there)) == claim:",
        "        if claim := disk.identity(os.lstat(there)):",
        CLAIMS + "test_an_empty_file_that_may_be_the_learners_is_kept_and_the_photo_goes_back",
    ),
    Mutant(
        "a claim needs no note in the journal",
        "wizard/safekeeping/recovery.py",
        "    if exists(there) and item.id in record.claims and disk.is_empty_file(os.lstat(there)):\n        claim = record.claims[item.id]",
        "    if exists(there) and disk.is_empty_file(os.lstat(there)):\n        claim = disk.identity(os.lstat(there))",
        CLAIMS + "test_an_empty_file_of_the_learner_in_its_place_stays_there",
    ),
    Mutant(
        "an interrupted move is finished through a link",
        "wizard/safekeeping/putting_back.py",
        "    if not _no_link_on_its_ways(record, item):\n        return False",
        "    if False:\n        return False",
        "tests/safekeeping/test_review_forged.py::test_no_interrupted_move_is_finished_through_a_link",
    ),
    Mutant(
        "a drive without locks is one without a second window",
        "wizard/locks.py",
        "                raise NoLocks(folder) from error",
        "                return",
        "tests/test_locks.py::test_a_drive_without_locks_is_named_and_not_taken_for_another_window",
    ),
    Mutant(
        "two windows share one record",
        "wizard/journey/journey.py",
        "        self._held.hold(folder)",
        "        pass",
        "tests/journey/test_going_on.py::test_a_second_window_on_the_same_photos_is_refused_and_changes_no_record",
    ),
    Mutant(
        "a stop is not heard while a file is read",
        DISK,
        "            stop_if_asked(stop)",
        "            pass",
        "tests/safekeeping/test_backup_stopped.py",
    ),
    Mutant(
        "no lock",
        "wizard/locks.py",
        "            _lock(self._descriptor)",
        "            pass",
        "tests/test_locks.py",
    ),
    Mutant(
        "no slot is claimed",
        "wizard/safekeeping/review_places.py",
        '                disk.make_folder(day / f"{number:04}")',
        '                disk.make_folders(day / "0001"); return f"{self._today}/0001"',
        RETURNS + "test_everything_goes_back_in_any_order",
    ),
    Mutant(
        "companions apart",
        SETTING_ASIDE,
        "    except OSError:\n        take_back(record, items)\n        raise",
        "    except OSError:\n        raise",
        GATES + "test_companions_move_together_or_not_at_all",
    ),
    Mutant(
        "no witness that stays",
        SETTING_ASIDE,
        "        if leaving.path == bundle.staying.path:",
        "        if False:",
        GATES + "test_the_photo_that_stays_does_not_leave",
    ),
    Mutant(
        "the gate is open: another copy is proof enough",
        SETTING_ASIDE,
        "        if leaving.copy.sha256 != leaving.sha256:",
        "        if False:",
        GATES + "test_a_photo_without_a_checked_copy_stays",
    ),
    Mutant(
        "a copy that vanished is still proof",
        "wizard/safekeeping/checked.py",
        "        except OSError:\n            return None\n        if not stat.S_ISREG",
        '        except OSError:\n            return CheckedCopy(str(row["sha256"]), where, str(row["at"]))\n        if not stat.S_ISREG',
        GATES + "test_a_lost_copy_opens_no_gate",
    ),
    Mutant(
        "nothing is made good at the start",
        REVIEW,
        "                recover(self._record)",
        "                pass",
        "tests/safekeeping/test_killed.py::test_a_kill_at_every_step_loses_nothing[set_aside-renames]",
    ),
    Mutant(
        "the journal believes a damaged line",
        "wizard/safekeeping/journal.py",
        "        if int(match.group(1), 16) != zlib.crc32(body):",
        "        if False:",
        "tests/safekeeping/test_journal.py::test_a_byte_flipped_anywhere_leaves_a_true_beginning",
    ),
    Mutant(
        "an unreadable drive reads as “not there”",
        "wizard/safekeeping/file_state.py",
        "    except (FileNotFoundError, NotADirectoryError):\n        return False\n    return True",
        "    except OSError:\n        return False\n    return True",
        "tests/faults/test_races.py::test_a_drive_that_does_not_answer_is_not_taken_for_an_empty_one",
    ),
    Mutant(
        "a second backup writes over the first",
        COPYING,
        "            if _is_free(target.path):\n                break",
        "            move = os.replace\n            break",
        "tests/safekeeping/test_backup_again.py",
    ),
    Mutant(
        "a backup goes into a folder with other things",
        "wizard/safekeeping/bag.py",
        "        raise FolderNotEmpty(bag)",
        "        pass",
        "tests/commands/test_backup.py::test_a_destination_that_holds_other_things_is_left_alone",
    ),
    Mutant(
        "a line that failed and came through is written again",
        "wizard/safekeeping/review_record.py",
        "        if self._journal.failed:",
        "        if False:",
        BAD_TRASH
        + "test_a_word_of_the_record_that_came_through_with_an_error_is_not_written_twice",
    ),
    Mutant(
        "a copy behind a link counts",
        "wizard/safekeeping/checked.py",
        '        if not no_link_on_the_way(self.base, str(row["payload"])):',
        "        if False:",
        "tests/safekeeping/test_backup_forged.py::test_a_copy_behind_a_link_is_none_and_is_made_anew_inside",
    ),
    Mutant(
        "two photo folders share one journey",
        "wizard/journey/record.py",
        "    code = hashlib.sha256(os.fsencode(place.as_posix())).hexdigest()",
        '    code = "0" * 16',
        "tests/journey/test_journey_record.py::test_two_windows_on_two_folders_keep_two_journeys",
    ),
)
