"""What a decoder's library says of a damaged file never reaches the terminal; our sentence does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

from tests.commands.running import environment, run
from tests.making import photo

OF_LIBTIFF = "Using code not yet in table"


def test_a_command_says_only_its_own_sentence(tmp_path: Path) -> None:
    photo(tmp_path / "photos/a.jpg")
    damaged = tmp_path / "photos/damaged.tif"
    Image.effect_noise((600, 600), 60).save(damaged, compression="tiff_lzw")
    with damaged.open("r+b") as file:
        file.seek(2000)
        file.write(b"\x5a" * 20_000)
    assert OF_LIBTIFF in _said("from PIL import Image; Image.open(sys.argv[1]).load()", damaged)
    ran = run("scan", tmp_path / "photos", "--leave-no-trace")
    assert "damaged.tif" in ran.out
    assert ran.err == ""


def test_what_python_says_still_arrives() -> None:
    keep = "from wizard.commands.stray_words import keep_stray_words_off as keep; keep(); "
    said = _said(keep + "os.write(2, b'over' + b'board'); print('ours', file=sys.stderr); 1 / 0")
    assert "ours" in said and "ZeroDivisionError" in said
    assert "overboard" not in said


def _said(code: str, *words: Path) -> str:
    arguments = [sys.executable, "-c", "import os, sys; " + code, *map(str, words)]
    ended = subprocess.run(arguments, env=environment(), capture_output=True, check=False)
    return ended.stderr.decode()
