"""`scan` on the command line, and its report for other programs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.commands.running import call, command, environment, run, without_the_warning
from tests.making import file, photo, sha256, snapshot, untouched
from tests.safekeeping.desk import Desk
from wizard.cli import main
from wizard.language.catalogs import speaking


def test_groups_are_listed_for_people(desk: Desk) -> None:
    with untouched(desk.root):
        found = run("scan", desk.photos)
    assert found.code == 0
    assert "Exact copies" in found.out and "2024/cake.jpg" in found.out
    assert "99% alike" in found.out and "sea small.jpg" in found.out
    assert "100%" not in found.out


def test_in_a_pipe_no_progress_is_shown(desk: Desk) -> None:
    found = run("scan", desk.photos)
    assert found.err == ""
    assert "\r" not in found.out and "\x1b" not in found.out


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_it_speaks_three_languages(desk: Desk, code: str) -> None:
    said = {"en": "photos compared", "es": "fotos", "ko": "사진"}
    assert said[code] in call("scan", desk.photos, "--lang", code).out


def test_the_report_has_the_form_that_other_programs_read(desk: Desk) -> None:
    file(desk.photos / "broken.jpg", "no picture")
    (desk.photos / "link.jpg").symlink_to("sea.jpg")
    report = desk.root / "report.json"
    assert call("scan", desk.photos, "--json", report).code == 0
    found = json.loads(report.read_text(encoding="utf-8"))
    assert list(found) == [
        "folder",
        "threshold",
        "fingerprint",
        "photos",
        "groups",
        "problems",
        "skipped",
    ]
    assert (found["folder"], found["threshold"]) == (str(desk.photos), 90)
    assert found["fingerprint"].startswith("phash64-")
    photos = {each["path"]: each for each in found["photos"]}
    assert photos["sea small.jpg"] == {
        "path": "sea small.jpg",
        "sha256": sha256(desk.photos / "sea small.jpg"),
        "bytes": (desk.photos / "sea small.jpg").stat().st_size,
        "width": 200,
        "height": 150,
        "taken": None,
        "camera": None,
        "companions": ["sea small.xmp"],
    }
    copies, alike = found["groups"]
    assert (copies["id"], copies["members"]) == (1, ["2024/cake.jpg", "cake.jpg"])
    assert copies["pairs"][0]["similarity"] == 100
    assert copies["pairs"][0]["relation"] == "identical_file"
    assert (alike["best"], len(alike["pairs"])) == ("sea.jpg", 1)
    assert set(alike["pairs"][0]) == {"a", "b", "similarity", "relation", "reasons"}
    assert 90 < alike["pairs"][0]["similarity"] < 100
    assert found["problems"] == [{"path": "broken.jpg", "reason": "not_a_picture"}]
    assert found["skipped"] == [{"path": "link.jpg", "reason": "link"}]


def test_the_report_on_the_screen_is_nothing_but_the_report(desk: Desk) -> None:
    found = run("scan", desk.photos, "--json", "-", "--lang", "ko")
    assert len(json.loads(found.out)["groups"]) == 2


def test_a_report_that_cannot_be_written_is_told(desk: Desk) -> None:
    told = call("scan", desk.photos, "--json", desk.root / "no/such/folder/report.json")
    assert told.code == 1 and "report.json" in told.err


def test_pictures_that_cannot_be_read_are_facts_and_no_failure(desk: Desk) -> None:
    file(desk.photos / "empty.jpg", "")
    file(desk.photos / "\x1b[31mred.jpg", "no picture")
    found = call("scan", desk.photos)
    assert found.code == 0
    assert "empty.jpg" in found.out and "The file is empty." in found.out
    assert "\x1b" not in found.out and "?[31mred.jpg" in found.out


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are text")
def test_a_name_that_is_no_text_is_reported_by_its_bytes(desk: Desk) -> None:
    try:
        photo(desk.photos / os.fsdecode(b"caf\xe9.jpg"), 5)
    except OSError:
        pytest.skip("this drive refuses such names")
    found = run("scan", desk.photos, "--json", "-")
    assert "Y2Fm6S5qcGc=" in [each.get("path_bytes") for each in json.loads(found.out)["photos"]]
    assert run("scan", desk.photos).code == 0


def test_an_empty_folder_is_no_failure(tmp_path: Path) -> None:
    found = call("scan", tmp_path)
    assert found.code == 0 and "0 photos compared." in found.out


@pytest.mark.parametrize("code", ["en", "es", "ko"])
def test_a_folder_that_is_not_there_is_told_in_the_learners_language(
    tmp_path: Path, code: str
) -> None:
    told = call("scan", tmp_path / "nowhere", "--lang", code)
    said = {"en": "There is no folder", "es": "carpeta", "ko": "폴더"}
    assert told.code == 2 and told.out == ""
    assert said[code] in told.err and "nowhere" in told.err


def test_a_file_in_place_of_a_folder_is_told(desk: Desk) -> None:
    told = call("scan", desk.photos / "sea.jpg")
    assert told.code == 2 and "is a file, not a folder" in told.err


def test_a_folder_that_nobody_may_open_is_told(
    ordinary_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ordinary_folder / "shut").mkdir(mode=0)
    with speaking("en"):
        assert main(["scan", str(ordinary_folder / "shut")]) == 1
    assert "does not let us open" in capsys.readouterr().err


@pytest.mark.parametrize("command_", ["scan", "backup"])
def test_leaving_no_trace_leaves_the_home_as_it_was(desk: Desk, command_: str) -> None:
    home = Path(os.environ["HOME"])
    file(home / "letter.txt", "Dear ...")
    before = snapshot(home)
    where = [desk.drive] if command_ == "backup" else []
    assert run(command_, desk.photos, *where, "--leave-no-trace").code == 0
    assert snapshot(home) == before


def test_otherwise_what_was_learned_is_remembered_in_the_cache_alone(desk: Desk) -> None:
    home = Path(os.environ["HOME"])
    before = snapshot(home)
    assert call("scan", desk.photos).code == 0
    new = set(snapshot(home)) - set(before)
    assert new and all(path.startswith(".cache/") for path in new)
    assert call("scan", desk.photos).out == run("scan", desk.photos, "--leave-no-trace").out


@pytest.mark.parametrize("report", [[], ["--json", "-"]])
def test_a_reader_that_has_read_enough_is_no_disaster(desk: Desk, report: list[str]) -> None:
    for number in range(300):
        photo(desk.photos / f"many/{number}.png", 1, (20, 16))
    running = subprocess.Popen(
        command("scan", desk.photos, *report),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None and running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    told = running.stderr.read()
    running.stderr.close()
    # 0 when everything was written before the reader left, 1 when not; never an error on the screen.
    assert running.wait() in (0, 1)
    assert without_the_warning(told.decode()) == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_the_output_is_told(desk: Desk) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            command("scan", desk.photos),
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    told = without_the_warning(ended.stderr.decode())
    assert told.count("\n") == 1 and "Nothing can be written" in told
