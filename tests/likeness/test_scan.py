"""A look reads every picture once, goes on past bad ones, and changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.making import camera_data, file, photo, untouched
from wizard.likeness import learning, reading
from wizard.likeness.cache import Cache
from wizard.likeness.fingerprint import Fingerprint, fingerprint_and_picture
from wizard.likeness.pictures import Pictures
from wizard.likeness.relations import Reason, Relation, relate
from wizard.likeness.scan import scan
from wizard.likeness.small_picture import SmallPicture
from wizard.long_work import Progress, Stopped
from wizard.photos.library import walk
from wizard.problems import Problem, ProblemKind, Skipped, SkipReason


def test_copies_and_look_alikes_are_gathered(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", 1, (800, 600))
    photo(tmp_path / "copy of a.jpg", 1, (800, 600))
    photo(tmp_path / "phone/a.jpg", 1, (320, 240))
    photo(tmp_path / "b.jpg", 2)
    with untouched(tmp_path):
        seen = scan(walk(tmp_path))
    assert [[each.path for each in group.photos] for group in seen.groups] == [
        ["a.jpg", "copy of a.jpg", "phone/a.jpg"]
    ]
    assert (seen.exact_copies, seen.look_alike_groups, len(seen.photos)) == (1, 1, 4)


def test_a_bad_picture_is_a_problem_and_the_look_goes_on(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    file(tmp_path / "empty.jpg", b"")
    file(tmp_path / "page.jpg", "<html>")
    file(tmp_path / "cut.jpg", photo(tmp_path / "b.jpg", 2).read_bytes()[:3000])
    with untouched(tmp_path):
        seen = scan(walk(tmp_path))
    assert [each.path for each in seen.photos] == ["a.jpg", "b.jpg"]
    assert seen.problems == (
        Problem("cut.jpg", ProblemKind.TRUNCATED),
        Problem("empty.jpg", ProblemKind.EMPTY),
        Problem("page.jpg", ProblemKind.NOT_A_PICTURE),
    )


@pytest.fixture
def drive_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Reading a picture called stuck.jpg has no end; the event is set once somebody waits for it."""
    waited_for, over = Event(), Event()

    def reads(path: Path, *, with_picture: bool) -> tuple[Fingerprint, SmallPicture | None]:
        if path.name == "stuck.jpg":
            waited_for.set()
            over.wait()
        return fingerprint_and_picture(path, with_picture=with_picture)

    monkeypatch.setattr(learning, "fingerprint_and_picture", reads)
    yield waited_for
    over.set()


@pytest.mark.usefixtures("drive_that_never_answers")
def test_a_picture_that_never_comes_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PATIENCE", 0.0)
    photo(tmp_path / "stuck.jpg")
    seen = scan(walk(tmp_path))
    assert seen.problems == (Problem("stuck.jpg", ProblemKind.TOO_SLOW),)


def test_a_look_that_waits_for_one_picture_reads_the_others_and_can_be_stopped(
    tmp_path: Path, drive_that_never_answers: Event
) -> None:
    photo(
        tmp_path / "stuck.jpg"
    )  # the first to be read: else the others could be done before it begins
    photo(tmp_path / "t.jpg")
    photo(tmp_path / "u.jpg", 2)
    stop = Event()

    def when_the_others_are_read(progress: Progress) -> None:
        if progress.files == 2:
            drive_that_never_answers.wait()
            stop.set()

    with pytest.raises(Stopped):
        scan(walk(tmp_path), stop=stop, progress=when_the_others_are_read)


def test_two_empty_files_are_nobodys_copies(tmp_path: Path) -> None:
    file(tmp_path / "a.jpg", b"")
    file(tmp_path / "b.jpg", b"")
    assert scan(walk(tmp_path)).groups == ()


def test_a_second_name_of_one_file_is_not_a_copy(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    os.link(tmp_path / "a.jpg", tmp_path / "b.jpg")
    seen = scan(walk(tmp_path))
    assert seen.groups == ()
    assert Skipped("b.jpg", SkipReason.SECOND_NAME) in seen.skipped


def test_a_photo_removed_meanwhile_is_said_to_be_gone(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg")
    photo(tmp_path / "b.jpg", 2)
    library = walk(tmp_path)
    (tmp_path / "b.jpg").unlink()
    assert scan(library).problems == (Problem("b.jpg", ProblemKind.GONE),)


def test_companions_come_with_their_picture(tmp_path: Path) -> None:
    photo(tmp_path / "IMG_1.jpg")
    file(tmp_path / "IMG_1.MOV")
    assert scan(walk(tmp_path)).photos[0].companions == ("IMG_1.MOV",)


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    for seed in range(5):
        photo(tmp_path / f"{seed}.jpg", seed)
    told: list[Progress] = []
    scan(walk(tmp_path), progress=told.append)
    size = walk(tmp_path).bytes
    assert told[0] == Progress(0, 5, 0, size)
    assert told[-1] == Progress(5, 5, size, size)
    assert [each.files for each in told] == [0, 1, 2, 3, 4, 5]


def test_a_close_look_stops_between_two_comparisons(tmp_path: Path) -> None:
    for quality in range(70, 90, 2):
        photo(tmp_path / f"{quality}.jpg", quality=quality)
    stop = Event()

    class Asked(Pictures):
        """Somebody presses Esc when the third picture of the cluster is looked at."""

        looked_at = 0

        def get(self, path: str) -> SmallPicture:
            self.looked_at += 1
            if self.looked_at == 3:
                stop.set()
            return super().get(path)

    pictures = Asked(tmp_path)
    with pytest.raises(Stopped):
        scan(walk(tmp_path), stop=stop, pictures=pictures)
    assert pictures.looked_at == 3


def test_a_stopped_look_remembers_what_it_read(tmp_path: Path) -> None:
    for seed in range(30):
        photo(tmp_path / f"photos/{seed}.jpg", seed)
    library, stop = walk(tmp_path / "photos"), Event()
    with pytest.raises(Stopped):
        scan(
            library,
            cache=Cache(tmp_path / "cache/scan.sqlite"),
            stop=stop,
            progress=lambda progress: stop.set() if progress.files else None,
        )
    told: list[Progress] = []
    again = scan(library, cache=Cache(tmp_path / "cache/scan.sqlite"), progress=told.append)
    assert told[0].files > 0
    assert len(again.photos) == 30


def test_relations_are_told_with_their_reasons(tmp_path: Path) -> None:
    exif = camera_data("2024:05:01 10:00:00")
    photo(tmp_path / "a.jpg", 1, (800, 600), exif=exif)
    photo(tmp_path / "b.png", 1, (400, 300))
    photo(tmp_path / "d.jpg", 1, (800, 600), exif=exif)
    a, b, d = scan(walk(tmp_path)).groups[0].photos
    assert relate(a, d).relation is Relation.IDENTICAL_FILE
    assert (relate(a, d).similarity, relate(a, d).reasons) == (100, (Reason.SAME_BYTES,))
    assert relate(a, b).relation is Relation.SAME_PICTURE
    assert relate(a, b).reasons == (Reason.SMALLER, Reason.OTHER_FORMAT, Reason.NO_CAMERA_DATA)
    assert relate(b, a).reasons[0] is Reason.LARGER


def test_two_cameras_never_took_one_picture(tmp_path: Path) -> None:
    photo(tmp_path / "a.jpg", 1, exif=camera_data("2024:05:01 10:00:00"))
    photo(tmp_path / "b.jpg", 1, exif=camera_data("2024:05:01 10:00:01", "iPhone 15"))
    a, b = scan(walk(tmp_path)).groups[0].photos
    assert relate(a, b).relation is Relation.LOOK_ALIKE
    assert {Reason.OTHER_TIME, Reason.OTHER_CAMERA} <= set(relate(a, b).reasons)
