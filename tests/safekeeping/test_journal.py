"""The record survives what may happen to a file: what is read back is a true beginning, and it goes on."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import untouched
from wizard.safekeeping import disk
from wizard.safekeeping.journal import Journal

WORDS: list[dict[str, Any]] = [
    {"act": "one", "path": "2024/a.jpg"},
    {"act": "two", "path": "line\nbreak\r\x1b[0m \udce9 가족"},
    {"act": "three", "bytes": 2**53 + 1},
]


def written(path: Path) -> bytes:
    journal = Journal(path)
    for entry in WORDS:
        journal.append(entry)
    return path.read_bytes()


def assert_true_beginning_that_goes_on(path: Path, least: int = 0) -> None:
    journal = Journal(path)
    read = list(journal.entries)
    assert read == WORDS[: len(read)]
    assert len(read) >= least
    journal.append({"act": "later"})
    journal.append({"act": "last"})
    assert Journal(path).entries == [*read, {"act": "later"}, {"act": "last"}]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    written(tmp_path / "journal.jsonl")
    journal = Journal(tmp_path / "journal.jsonl")
    assert journal.entries == WORDS
    assert not journal.damaged


def test_entries_written_together_are_the_same_lines_as_one_by_one(tmp_path: Path) -> None:
    together = tmp_path / "together.jsonl"
    Journal(together).append(*WORDS)
    assert together.read_bytes() == written(tmp_path / "single.jsonl")


def test_reading_writes_nothing(tmp_path: Path) -> None:
    contents = written(tmp_path / "journal.jsonl")
    (tmp_path / "journal.jsonl").write_bytes(contents[:-7])
    with untouched(tmp_path):
        Journal(tmp_path / "journal.jsonl")
        Journal(tmp_path / "absent.jsonl")


def test_a_record_cut_anywhere_is_a_true_beginning(tmp_path: Path) -> None:
    contents = written(tmp_path / "whole.jsonl")
    for end in range(len(contents)):
        path = tmp_path / f"{end}.jsonl"
        path.write_bytes(contents[:end])
        assert_true_beginning_that_goes_on(path, least=contents[:end].count(b"\n"))


def test_a_byte_flipped_anywhere_leaves_a_true_beginning(tmp_path: Path) -> None:
    contents = written(tmp_path / "whole.jsonl")
    for offset in range(len(contents)):
        path = tmp_path / f"{offset}.jsonl"
        path.write_bytes(
            contents[:offset] + bytes([contents[offset] ^ 0x10]) + contents[offset + 1 :]
        )
        assert_true_beginning_that_goes_on(path, least=contents[:offset].count(b"\n"))


@settings(max_examples=50, deadline=None)  # a busy computer is no fault
@given(
    offset=st.integers(0, 10**6),
    junk=st.binary(max_size=40) | st.sampled_from([b"\n", b"\r", bytes(64), b"{}\n", b"[]\n"]),
    drop=st.integers(0, 200),
)
def test_any_damage_leaves_a_true_beginning(
    tmp_path_factory: pytest.TempPathFactory, offset: int, junk: bytes, drop: int
) -> None:
    path = tmp_path_factory.mktemp("journal") / "journal.jsonl"
    contents = written(path)
    at = offset % (len(contents) + 1)
    path.write_bytes(contents[:at] + junk + contents[at + drop :])
    assert_true_beginning_that_goes_on(path)


def test_lines_in_another_order_are_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    one, two, three = written(path).splitlines(keepends=True)
    path.write_bytes(one + three + two)
    assert Journal(path).entries == WORDS[:1]
    path.write_bytes(two + three)
    assert Journal(path).entries == []
    path.write_bytes(one + one + two)
    assert Journal(path).entries == WORDS[:1]


def test_a_line_of_another_record_is_not_believed(tmp_path: Path) -> None:
    path, other = tmp_path / "journal.jsonl", Journal(tmp_path / "other.jsonl")
    one, *_ = written(path).splitlines(keepends=True)
    for entry in ({"act": "another"}, *WORDS[1:]):
        other.append(entry)
    _, two, three = (tmp_path / "other.jsonl").read_bytes().splitlines(keepends=True)
    path.write_bytes(one + two + three)
    assert Journal(path).entries == WORDS[:1]


def test_damage_after_damage_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    written(path)
    for number in range(4):
        newest = max(tmp_path.glob("journal*.jsonl"), key=lambda each: each.stat().st_mtime_ns)
        newest.write_bytes(newest.read_bytes() + b"{torn")
        Journal(path).append({"after": number})
    assert Journal(path).entries == [*WORDS, *({"after": number} for number in range(4))]


@pytest.mark.parametrize("reached", [0.0, 0.5, 1.0])
def test_what_is_written_after_a_full_drive_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: float
) -> None:
    """A failed line may be there in part, or whole: neither may hide the lines that follow it."""
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    journal.append(WORDS[0])
    append = disk.append_record

    def full(path: Path, line: bytes) -> None:
        append(path, line[: int(len(line) * reached)])
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "append_record", full)
        with pytest.raises(OSError, match="full"):
            journal.append({"act": "failed"})
    journal.append(WORDS[1])
    journal.append(WORDS[2])
    read = [entry for entry in Journal(path).entries if entry != {"act": "failed"}]
    assert read == WORDS
