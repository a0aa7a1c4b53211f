"""The guards of the computer's trash, what the source would be without each, and the test that notices."""

from __future__ import annotations

from tests.faults.guards import BAD_TRASH, Mutant

TRASH = "wizard/safekeeping/trash.py"
SENDING = "tests/safekeeping/trash/test_sending.py::"
TRASH_RULES = "wizard/safekeeping/trash_rules.py"
DAY = "tests/safekeeping/trash/test_day.py::"
BINS = "tests/safekeeping/trash/test_bins.py::"
BINS_LINUX = "wizard/safekeeping/bins_linux.py"

OF_THE_TRASH = (
    Mutant(
        "trash: no test file goes first",
        TRASH,
        "        test_file = _send_test_file(review, test_text)",
        "        test_file = test_text",
        BAD_TRASH + "test_a_trash_that_deletes_gets_nothing_but_the_test_file",
    ),
    Mutant(
        "trash: the test file may be a copy",
        TRASH,
        " or _state(found) != before:",
        ":",
        BAD_TRASH + "test_a_trash_that_copies_gets_nothing_but_the_test_file",
    ),
    Mutant(
        "trash: on the same day",
        TRASH_RULES,
        "    if set_aside.date() >= now.date():",
        "    if False:",
        DAY + "test_on_the_same_day_everything_stays",
    ),
    Mutant(
        "trash: any clock is believed",
        TRASH_RULES,
        "    if _clock_is_off(review, copies, now):",
        "    if False:",
        DAY + "test_a_clock_that_jumped_is_not_believed",
    ),
    Mutant(
        "trash: the file itself is not read again",
        TRASH,
        "        if not _holds(review.path / item.where, item.sha256):",
        "        if False:",
        SENDING + "test_a_file_that_changed_stays_with_all_of_its_own",
    ),
    Mutant(
        "trash: a file edited after it was read goes",
        TRASH,
        "        if _state(there) != before:",
        "        if False:",
        SENDING + "test_a_file_edited_after_it_was_read_stays",
    ),
    Mutant(
        "trash: the copy in the backup is not read again",
        TRASH,
        "            if any(_holds(copy.where, item.sha256) for copy in found):",
        "            if found:",
        SENDING + "test_a_photo_whose_copy_was_spoilt_stays_with_all_of_its_own",
    ),
    Mutant(
        "trash: a copy in the review folder is a backup",
        TRASH_RULES,
        " and review.path not in Path(os.path.realpath(copy.where)).parents:",
        ":",
        SENDING + "test_a_copy_in_the_review_folder_itself_is_no_backup",
    ),
    Mutant(
        "trash: the photo that stays is not read again",
        TRASH,
        "        if not any(_holds(review.photos / path, digest) for path, digest in stay):",
        "        if not stay:",
        SENDING + "test_a_photo_goes_only_while_the_one_that_stays_is_there",
    ),
    Mutant(
        "trash: companions apart",
        TRASH_RULES,
        "    made = _with_all_owners(going, staying)",
        "    made = Plan(tuple(going), tuple(staying))",
        SENDING + "test_a_film_of_two_photos_waits_for_both",
    ),
    Mutant(
        "trash: where a file landed is not looked at",
        TRASH,
        "        if found is not None and _holds(found, item.sha256):",
        "        if True:",
        BAD_TRASH + "test_the_first_file_that_is_not_found_in_the_trash_is_the_last_one_sent",
    ),
    Mutant(
        "trash: its error is believed",
        TRASH,
        "    with suppress(Exception):\n        from",
        "    if True:\n        from",
        BAD_TRASH + "test_an_error_after_the_file_arrived_is_not_believed",
    ),
    Mutant(
        "trash: straight from the photos",
        TRASH,
        "        here, there = review.path / item.where, review.path / sent.where",
        "        here, there = review.photos / item.stays, review.path / sent.where",
        SENDING + "test_everything_is_seen_in_the_trash_and_the_photos_are_as_they_were",
    ),
    Mutant(
        "trash: from any place that a record names",
        TRASH_RULES,
        'item.where.count("/") != PARTS_OF_A_PLACE - 1 or ',
        "",
        SENDING + "test_a_record_that_leads_to_another_place_sends_nothing_from_there",
    ),
    Mutant(
        "trash: through a link",
        TRASH_RULES,
        "    return os.path.lexists(folder / path) and no_link_on_the_way(folder, path)",
        "    return os.path.lexists(folder / path)",
        SENDING + "test_a_slot_that_is_a_link_now_leads_nowhere",
    ),
    Mutant(
        "trash: under its own name",
        TRASH,
        '    token = f" {secrets.token_hex(6)}"',
        '    token = " 1"',
        BINS + "test_two_programs_that_send_equal_names_at_once_lose_none",
    ),
    Mutant(
        "trash: on a shared computer",
        TRASH_RULES,
        "    if shared_computer:",
        "    if False:",
        SENDING + "test_a_shared_computers_trash_is_not_used",
    ),
    Mutant(
        "trash: an administrator's",
        TRASH_RULES,
        "    if as_administrator():",
        "    if False:",
        SENDING + "test_an_administrators_trash_is_not_used",
    ),
    Mutant(
        "trash: any kind of drive",
        BINS_LINUX,
        "    if mount is None or mount.kind not in LOCAL:",
        "    if mount is None:",
        SENDING + "test_a_network_drives_trash_is_not_used",
    ),
    Mutant(
        "trash: a file without its note is there",
        BINS_LINUX,
        " and _can_be_restored(trash, path.name):",
        ":",
        BINS + "test_a_file_without_its_note_is_not_in_the_trash",
    ),
)
