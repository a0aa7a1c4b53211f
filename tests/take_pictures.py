"""Makes the pictures of lessons and README from the program itself: `python -m tests.take_pictures`. Needs Chromium."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

from PIL import Image
from rich.cells import cell_len

from tests.steps.walking import Walker
from tests.tour import HOME, stamp_of, tour
from wizard.journey import StepName
from wizard.language.catalogs import FORMAT_LOCALES

FOLDER = Path(__file__).parent.parent / "lessons" / "pictures"
STAMPS = FOLDER / "screens.json"
"""What stood on each screen when its picture was made."""
WINDOW = "1012,646"
"""Pixels: the frame that Textual draws round 80 by 24 cells."""
COLOURS = 96
"""Of each picture: a third of the bytes, and nobody sees the difference."""
CELL = 12.2
"""Pixels across, as Rich draws."""
TEXT = re.compile(r'textLength="[\d.]+"([^>]*)>([^<]*)<')
FOREIGN_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)


def main() -> int:
    """Writes one PNG for each step and language; 2 when there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("needs Chromium: apt install chromium", file=sys.stderr)
        return 2
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # whoever makes them
    FOLDER.mkdir(parents=True, exist_ok=True)
    stamps: dict[str, str] = {}
    for language in FORMAT_LOCALES:
        with tempfile.TemporaryDirectory() as folder:
            screens, seen = asyncio.run(take(Path(folder), language))
        stamps |= seen
        for name, svg in screens.items():
            draw(chromium, svg, FOLDER / f"{name}.png")
    STAMPS.write_text(json.dumps(stamps, indent=1) + "\n", encoding="utf-8")
    return 0


async def take(home: Path, language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Every step as SVG, and the stamp of what stands on it, by the picture's name."""
    screens: dict[str, str] = {}
    stamps: dict[str, str] = {}

    def picture(step: StepName, walker: Walker) -> None:
        name = f"{step}-{language}"
        svg = walker.app.export_screenshot(title="before-you-delete")
        screens[name] = TEXT.sub(_true_width, FOREIGN_FONTS.sub("", svg)).replace(str(home), HOME)
        stamps[name] = stamp_of(walker, home)

    await tour(home, language, picture)
    return screens, stamps


def _true_width(text: re.Match[str]) -> str:
    """Rich counts a Korean letter as one cell where a text's width is written; it has two."""
    shown = unescape(text[2])
    return f'textLength="{CELL * cell_len(shown):.1f}"{text[1]}>{text[2]}<'


def draw(chromium: str, svg: str, target: Path) -> None:
    """Draws an SVG as a PNG of few colours."""
    with tempfile.TemporaryDirectory() as folder:
        source, drawn = Path(folder) / "screen.svg", Path(folder) / "screen.png"
        source.write_text(svg, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        page = [f"--window-size={WINDOW}", f"--screenshot={drawn}", source.as_uri()]
        profile = f"--user-data-dir={folder}/profile"
        subprocess.run([chromium, *options, profile, *page], check=True, capture_output=True)
        with Image.open(drawn) as picture:
            picture.convert("RGB").quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
