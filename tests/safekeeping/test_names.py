"""Every name finds a place on every drive, no two names the same one, and each keeps its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wizard.safekeeping.names import BackupNames, portable

REFUSED = set('<>:"|?*\\%') | {chr(number) for number in range(32)} | {"\x7f"}


def plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


paths = st.lists(
    st.lists(
        st.text(st.characters(blacklist_characters="/\0"), min_size=1, max_size=8).filter(
            lambda part: part not in (".", "..")
        ),
        min_size=1,
        max_size=3,
    ).map("/".join),
    max_size=12,
    unique=True,
)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("a.jpg", "a.jpg"),
        ("가족 café (1).jpg", "가족 café (1).jpg"),
        ("what?.jpg", "what_.jpg"),
        ("100%.jpg", "100_.jpg"),
        ("line\nbreak.jpg", "line_break.jpg"),
        ("dot.", "dot_"),
        ("space ", "space_"),
        ("CON", "_CON"),
        ("con.jpg", "_con.jpg"),
        ("Lpt1.tar.gz", "_Lpt1.tar.gz"),
        ("console.jpg", "console.jpg"),
        ("caf\udce9.jpg", "caf_.jpg"),
        ("_versions", "__versions"),
        ("_Versions", "__Versions"),
    ],
)
def test_a_name_stays_as_near_as_a_drive_allows(name: str, given: str) -> None:
    assert portable(name) == given


@given(
    st.text(
        st.characters(blacklist_characters="/\0", blacklist_categories=()), min_size=1, max_size=200
    ).filter(lambda name: len(name.encode(errors="surrogatepass")) <= 255)
)
@example("a" * 239 + " " + "b" * 20)
def test_every_drive_can_hold_every_name_given(name: str) -> None:
    told = portable(name)
    assert not REFUSED & set(told)
    assert told[-1] not in ". "
    assert 0 < len(told.encode()) <= 255


@given(paths)
def test_no_two_files_share_a_name_on_any_drive(library: list[str]) -> None:
    names = BackupNames()
    told = [names.name(path) for path in library]
    assert len({plain(each) for each in told}) == len(library)


@given(paths)
def test_names_are_kept_from_one_backup_to_the_next(library: list[str]) -> None:
    first = BackupNames()
    told = {path: first.name(path) for path in library}
    second = BackupNames()
    for path, name in told.items():
        second.remember(path, name)
    assert {path: second.name(path) for path in reversed(library)} == told


def test_names_that_differ_only_in_case_are_told_apart() -> None:
    names = BackupNames()
    assert names.name("IMG.jpg") == "IMG.jpg"
    assert names.name("img.JPG") == "img (2).JPG"
    assert names.name("img (2).jpg") == "img (2) (2).jpg"


def test_a_folder_and_what_is_in_it_keep_together() -> None:
    names = BackupNames()
    assert names.name("Trip?/a.jpg") == "Trip_/a.jpg"
    assert names.name("Trip*/a.jpg") == "Trip_ (2)/a.jpg"
    assert names.name("Trip?/b.jpg") == "Trip_/b.jpg"


def test_composed_and_decomposed_twins_are_told_apart() -> None:
    names = BackupNames()
    composed, decomposed = (unicodedata.normalize(form, "가.jpg") for form in ("NFC", "NFD"))
    assert plain(names.name(composed)) != plain(names.name(decomposed))


def test_long_names_are_cut_and_keep_their_ending() -> None:
    names = BackupNames()
    one, other = (names.name("가" * 80 + f"{n}.jpg") for n in (1, 2))
    assert one != other
    assert all(name.endswith(".jpg") and len(name.encode()) <= 255 for name in (one, other))
