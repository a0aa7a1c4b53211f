"""A headless Chromium without a driver: pages checked by axe-core, and printed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

from tests.programs import need, skip_for

AXE_VERSION = "4.14.1"
WHERE_AXE_IS = Path(__file__).parent.parent / ".axe/node_modules/axe-core/axe.min.js"
"""Where the words below install it; the variable AXE_CORE names another place."""
INSTALL_AXE = f"npm install --prefix .axe axe-core@{AXE_VERSION}"
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
    "--no-first-run", "--disable-background-networking",
)  # fmt: skip
LONG = 10_000_000
"""Milliseconds of the page's own clock, which runs ahead when nothing is to be done: no waiting."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# Without `preload`, which waits for sound and film: no page has any.
CHECKER = """<script src="{axe}"></script><script>
addEventListener("load", () => axe.run(document, {{resultTypes: ["violations"], preload: false}}).then(
  (found) => parent.postMessage(found.violations.map(
    (each) => [each.id, each.help, ...each.nodes.slice(0, 3).map((node) => node.html)]), "*"),
  (error) => parent.postMessage([["axe failed", String(error)]], "*")));
</script>"""
HARNESS = """<!doctype html><meta charset="utf-8"><pre id="told"></pre>
<iframe id="page" width="1000" height="800"></iframe><script>
const pages = {pages}, told = {{}};
const frame = document.getElementById("page");
let at = -1;
function next() {{
  at += 1;
  if (at < pages.length) frame.src = pages[at];
  else document.getElementById("told").textContent = JSON.stringify(told);
}}
addEventListener("message", (event) => {{ told[pages[at]] = event.data; next(); }});
next();
</script>"""


def violations(
    site: Path, scratch: Path, chosen: Iterable[Path], *, dark: bool = False
) -> dict[str, Any]:
    """What axe-core finds on these pages of a site, by page; pages without a violation are there, empty.

    Works on a copy in `scratch`: the pages' own policy lets no script in. Skips where there is no
    Chromium or no axe-core.
    """
    axe = _axe()
    copy = scratch / "checked"
    shutil.copytree(site, copy)
    shutil.copy(axe, copy / "axe.min.js")
    pages = sorted(path.relative_to(site).as_posix() for path in chosen)
    for name in pages:
        _let_axe_in(copy / name, "../" * name.count("/") + "axe.min.js")
    if dark:
        style = copy / "style.css"
        written = style.read_text(encoding="utf-8")
        style.write_text(written.replace("(prefers-color-scheme: dark)", "all"), encoding="utf-8")
    (copy / "all.htm").write_text(HARNESS.format(pages=json.dumps(pages)), encoding="utf-8")
    shown = _chromium(scratch, f"--virtual-time-budget={LONG}", "--dump-dom", copy / "all.htm")
    told = re.search(r'<pre id="told">(.*?)</pre>', shown, re.DOTALL)
    found: dict[str, Any] = json.loads(unescape(told[1])) if told and told[1] else {}
    assert sorted(found) == pages, "Chromium did not come to the end of the pages"
    return found


def print_page(page: Path, pdf: Path, scratch: Path) -> None:
    """Prints a page to a PDF file, on the paper that its style asks for. Skips without Chromium."""
    _chromium(scratch, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page)


def _axe() -> Path:
    need("chromium", "chromium")
    axe = Path(os.environ.get("AXE_CORE", WHERE_AXE_IS))
    if not axe.is_file():
        skip_for(f"needs axe-core: {INSTALL_AXE}")
    return axe


def _let_axe_in(page: Path, axe: str) -> None:
    written = POLICY.sub("", page.read_text(encoding="utf-8"))
    checked = written.replace("</body>", CHECKER.format(axe=axe) + "</body>")
    page.write_text(checked, encoding="utf-8")


def _chromium(scratch: Path, *words: str | Path) -> str:
    need("chromium", "chromium")
    *options, page = words
    profile = f"--user-data-dir={scratch / 'profile'}"
    command = ["chromium", *OPTIONS, profile, *map(str, options), Path(page).as_uri()]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
