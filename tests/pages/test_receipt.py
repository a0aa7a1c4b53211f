"""The receipt says what was done, what was not, and how everything goes back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import photo, untouched
from tests.pages.reading import Checked
from tests.pages.receipts import EMPTY, FULL, HOSTILE, SHOWN, item
from wizard.journey import Receipt
from wizard.journey.receipt import PhotoKind, kinds_of
from wizard.language.catalogs import available, speaking
from wizard.likeness.scan import scan
from wizard.pages.frame import page, paragraph, table
from wizard.pages.receipt import receipt_file, receipt_page, receipt_text
from wizard.photos.library import walk
from wizard.safekeeping.drives import Separation

ALL = pytest.mark.parametrize("code", available())


@ALL
@pytest.mark.parametrize("receipt", [EMPTY, FULL], ids=["nothing", "everything"])
def test_the_page_is_whole_and_fetches_nothing(code: str, receipt: Receipt) -> None:
    with speaking(code):
        written = receipt_page(receipt)
    read = Checked(written)
    assert read.open == [] and read.fetched == []
    assert read.language == code
    assert read.tags.count("h1") == 1
    assert not {"script", "img", "iframe", "link"} & set(read.tags)
    assert "default-src 'none'" in written


@ALL
def test_hostile_names_are_only_text(code: str) -> None:
    with speaking(code):
        written, text = receipt_page(FULL), receipt_text(FULL)
    assert SHOWN in written and HOSTILE not in written
    assert "<script" not in written
    assert "\x1b" not in written + text and "\u202e" not in written + text


@ALL
def test_nothing_is_left_unfilled(code: str) -> None:
    with speaking(code):
        for receipt in (EMPTY, FULL, replace(FULL, separation=None), replace(FULL, practice=True)):
            text = receipt_text(receipt)
            assert "{" not in text and "None" not in text


def test_what_is_not_in_the_backup_comes_before_what_is() -> None:
    for written in (receipt_text(FULL), receipt_page(FULL)):
        missing = written.index("3 things are not in this backup.")
        assert missing < written.index("12 of 13 files checked.")


def test_the_page_names_everything_that_is_not_in_the_backup_and_why() -> None:
    written = receipt_page(FULL)
    for name, reason in (
        ("Photos.photoslibrary", "belongs to a photo program"),
        ("shut.jpg", "does not let us open it"),
        (SHOWN, "is a link to another place"),
    ):
        row = written[written.index(f"<td>{name}</td>") :]
        assert reason in row[: row.index("</tr>")]
    named = written[written.index("Not in this backup") :].split("</table>")[0]
    assert named.count("<td>") == 2 * 3, "as many as the sentence above says"


@pytest.mark.parametrize(
    ("separation", "words"),
    [
        (Separation.ANOTHER, "another physical drive"),
        (Separation.SAME, "the same drive as your photos"),
        (Separation.UNKNOWN, "we cannot tell"),
        (None, "we cannot tell"),
    ],
)
def test_it_says_what_kind_of_drive_the_backup_is_on(
    separation: Separation | None, words: str
) -> None:
    receipt = replace(FULL, separation=separation)
    assert words in receipt_text(receipt) and words in receipt_page(receipt)


def test_it_says_how_photos_go_back_with_and_without_the_program() -> None:
    for written in (receipt_text(FULL), receipt_page(FULL)):
        assert "To put photos back" in written and "by hand" in written and "list.csv" in written
        assert "Nothing was deleted." in written
    page_ = receipt_page(FULL)
    assert "<td>sea.jpg</td><td>2026-11-22/0001/sea.jpg</td><td>1.2 MB</td>" in page_


def test_it_says_when_to_look_again() -> None:
    assert "December 22, 2026" in receipt_text(FULL)
    assert "December" not in receipt_text(EMPTY)


def test_without_a_backup_it_says_so() -> None:
    assert "No backup was made." in receipt_text(EMPTY)
    assert "Nothing is set aside." in receipt_text(EMPTY)


def test_practice_is_said_so_that_nobody_takes_it_for_their_own() -> None:
    assert "PRACTICE PHOTOS" in receipt_page(replace(FULL, practice=True))
    assert "PRACTICE PHOTOS" in receipt_text(replace(FULL, practice=True))
    assert "PRACTICE PHOTOS" not in receipt_page(FULL) + receipt_text(FULL)


def test_each_language_has_words_of_its_own() -> None:
    texts = set()
    for code in ("en", "es", "ko"):
        with speaking(code):
            texts.add(receipt_text(FULL).replace("/home/rosa/Review folder", ""))
    assert len(texts) == 3


def test_the_frame_escapes_whatever_it_is_given() -> None:
    written = page("<b>", paragraph("<i>\n&", "practice") + table(("<u>",), [("<s>",)]))
    assert not {"b", "i", "u", "s"} & set(Checked(written).tags)
    assert "&lt;i&gt;<br>&amp;" in written


def with_pictures(folder: Path) -> Receipt:
    """A receipt of two photos set aside, one of which is gone since, and of a film that left with one."""
    photo(folder / "photos/b.jpg", 1)
    photo(folder / "review/0001/a.jpg", 2, (4000, 3000))
    moved = [
        replace(item("a.jpg"), where="0001/a.jpg", stays="b.jpg"),
        replace(item("a.mov"), where="0001/a.mov", stays="b.jpg"),
        replace(item("gone.jpg"), where="0002/gone.jpg", stays="b.jpg"),
    ]
    return replace(
        FULL,
        photos=folder / "photos",
        review_folder=folder / "review",
        items=tuple(moved),
        kinds=((PhotoKind.ALONE, 5), (PhotoKind.LOOK_ALIKE, 4), (PhotoKind.UNREADABLE, 1)),
    )


@ALL
def test_what_was_set_aside_is_shown_beside_what_stays(tmp_path: Path, code: str) -> None:
    receipt = with_pictures(tmp_path)
    with speaking(code), untouched(tmp_path):
        written = receipt_page(receipt)
    read = Checked(written)
    assert read.open == [] and all(each.startswith("data:image/jpeg") for each in read.fetched)
    assert written.count('class="pair"') == 2, "a film has no small picture"
    assert len(read.fetched) == 3, "one photo is gone, the one that stays is there twice"
    assert len(written) < 150_000


def test_a_photo_that_is_gone_since_is_told_in_its_place(tmp_path: Path) -> None:
    written = receipt_page(with_pictures(tmp_path))
    figure = written[written.index("This photo cannot be shown any more.") :]
    assert "gone.jpg" in figure[: figure.index("</figure>")]


def test_of_a_great_many_pairs_the_rest_is_counted(tmp_path: Path) -> None:
    receipt = with_pictures(tmp_path)
    many = tuple(replace(receipt.items[0], id=str(number)) for number in range(60))
    written = receipt_page(replace(receipt, items=many))
    assert written.count('class="pair"') == 50 and "... and 10 more photos." in written
    assert written.count("<td>a.jpg</td>") == 60


def test_how_many_photos_are_of_which_kind_is_drawn_and_said(tmp_path: Path) -> None:
    receipt = with_pictures(tmp_path)
    written = receipt_page(receipt)
    assert [int(width) for width in re.findall(r'<rect width="(\d+)"', written)] == [100, 80, 20]
    for sentence in ("5 photos have no look-alike.", "1 photo could not be read."):
        assert sentence in written and sentence in receipt_text(receipt)


def test_the_text_file_names_everything_that_was_set_aside(tmp_path: Path) -> None:
    written = receipt_file(with_pictures(tmp_path))
    assert "a.mov (beside b.jpg, which stays)\n" in written
    assert receipt_file(EMPTY) == receipt_text(EMPTY) + "\n"


def test_each_photo_is_counted_once(tmp_path: Path) -> None:
    for name, seed in (("a.jpg", 1), ("b.jpg", 1), ("c.jpg", 2), ("d.jpg", 3)):
        photo(tmp_path / name, seed)
    photo(tmp_path / "small.png", 2, (160, 120))
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    assert dict(kinds_of(scan(walk(tmp_path)))) == {
        PhotoKind.ALONE: 1,
        PhotoKind.LOOK_ALIKE: 2,
        PhotoKind.EXACT_COPY: 2,
        PhotoKind.UNREADABLE: 1,
    }
