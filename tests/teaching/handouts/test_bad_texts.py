"""A text with something wrong in it: told by file and line, harmless on the page, and the rest is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import file
from tests.teaching.texts import lesson_text, use_texts_of, write_lesson
from wizard.cli import main
from wizard.language.catalogs import FORMAT_LOCALES, speaking
from wizard.teaching.checks import SENTENCES, Trouble, TroubleKind, says
from wizard.teaching.handouts import make_handouts

GOOD, BAD = "01-good", "02-bad"
HOSTILE = [
    "<script>alert(1)</script>",
    "text <img src=x onerror=alert(1)> text",
    "<div markdown=1>\n\n<script>alert(1)</script>\n\n</div>",
    "<!-- --><svg onload=alert(1)>",
    "[words](javascript:alert(1))",
    "[words](JaVaScRiPt:alert(1))",
    "[words](java\tscript:alert(1))",
    "[words](&#106;avascript:alert(1))",
    "[words](javascript&colon;alert(1))",
    "[words](javascript\\:alert(1))",
    "[words](<javascript:alert(1)>)",
    "[words](data:text/html,<script>alert(1)</script>)",
    "[words][a]\n\n[a]: javascript:alert(1)",
    "![words](javascript:alert(1))",
    "![words](https://example.org/tracking.png)",
    "[words](//example.org/x)",
    "[words](../../../../../etc/passwd)",
    '[words](01-good.md "x\\" onmouseover=\\"alert(1)")',
    "<javascript:alert(1)>",
    "`` <script>alert(1)</script> ``",
    "A heading\n{: onclick=alert(1) }",
    '[words](https://example.org/"onmouseover=alert(1))',
]


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good lesson in English and Spanish."""
    use_texts_of(tmp_path, monkeypatch)
    (tmp_path / "facilitator_guide").mkdir()
    for code in ("en", "es"):
        write_lesson(tmp_path, code, GOOD)
    return tmp_path


def made(texts: Path) -> list[Trouble]:
    """What was told; the good page is always made."""
    handouts = make_handouts(texts / "site", ["en", "es"])
    assert (texts / "site" / "es" / f"{GOOD}.html").is_file()
    return list(handouts.troubles)


def page(texts: Path, language: str = "en", name: str = BAD) -> str:
    return (texts / "site" / language / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_script_and_no_strange_link_reaches_a_page(texts: Path, hostile: str) -> None:
    for code in ("en", "es"):
        write_lesson(texts, code, BAD, do=hostile, title=hostile.split("\n")[0])
    made(texts)
    for folder in ("en", "es", "es-en"):
        written = page(texts, folder)
        assert not dangerous(written), written
        assert not dangerous((texts / "site" / folder / "index.html").read_text(encoding="utf-8"))


def dangerous(written: str) -> list[str]:
    """Tags, attributes and links as a browser sees them that no text may bring along."""
    from tests.teaching.handouts.test_site import Tags

    parser = Tags()
    parser.feed(written)
    told = []
    for tag, attributes in parser.found:
        told += [tag] if tag in ("script", "svg", "iframe", "div markdown") else []
        told += [name for name in attributes if name.startswith("on") or name == "markdown"]
        for name in ("href", "src"):
            link = attributes.get(name) or ""
            inside = link.startswith(("../", "#")) or link.removesuffix("#").endswith(".html")
            told += [] if not link or inside or ".html#" in link else [link]
            told += [link] if "passwd" in link else []
    return told


def test_html_is_told_and_shown_as_letters(texts: Path) -> None:
    path = write_lesson(texts, "en", BAD, do="First line.\n\nA <b>bold</b> word.")
    write_lesson(texts, "es", BAD)
    told = [each for each in made(texts) if each.kind is TroubleKind.RAW_HTML]
    line = path.read_text(encoding="utf-8").splitlines().index("A <b>bold</b> word.") + 1
    assert [(each.path, each.line, each.what) for each in told] == [
        (path, line, "<b>"),
        (path, line, "</b>"),
    ]
    assert "A &lt;b&gt;bold&lt;/b&gt; word." in page(texts)


def test_a_link_that_leads_nowhere_is_told_and_its_words_stay(texts: Path) -> None:
    path = write_lesson(
        texts, "en", BAD, do="See [this](99-nobody.md) and [that](01-good.md#do) and ![a](no.png)."
    )
    write_lesson(texts, "es", BAD)
    told = [each for each in made(texts) if each.kind is TroubleKind.BROKEN_LINK]
    assert [(each.path, each.what) for each in told] == [(path, "99-nobody.md"), (path, "no.png")]
    assert "99-nobody" not in page(texts) and "<span>this</span>" in page(texts)
    assert '<a href="01-good.html#do">that</a>' in page(texts)


def test_a_missing_section_is_told_and_leaves_a_gap_beside_the_other_language(texts: Path) -> None:
    write_lesson(texts, "en", BAD)
    whole = lesson_text(BAD).replace("## About check {#check}\n\nA sentence.\n\n", "")
    path = write_lesson(texts, "es", BAD, whole=whole)
    told = made(texts)
    assert told == [Trouble(path, 1, TroubleKind.SECTION_MISSING, "#check")]
    assert '<section class="pair" id="check"><div lang="es">\n</div>' in page(texts, "es-en")


def test_a_lesson_in_english_lacks_nothing_either(texts: Path) -> None:
    whole = lesson_text(BAD).replace("{#keypoints}", "")
    path = write_lesson(texts, "en", BAD, whole=whole)
    write_lesson(texts, "es", BAD)
    kinds = {(each.path, each.kind, each.what) for each in made(texts)}
    assert (path, TroubleKind.SECTION_MISSING, "#keypoints") in kinds
    assert (path, TroubleKind.HEADING_WITHOUT_ID, "About keypoints") in kinds


def test_an_id_that_is_there_twice_is_told_and_used_once(texts: Path) -> None:
    whole = lesson_text(BAD) + "## Again {#do}\n\nMore.\n"
    path = write_lesson(texts, "en", BAD, whole=whole)
    write_lesson(texts, "es", BAD)
    told = made(texts)
    line = whole.splitlines().index("## Again {#do}") + 1
    assert told == [Trouble(path, line, TroubleKind.ID_TWICE, "#do")]
    assert page(texts).count('id="do"') == 1 and "Again" in page(texts)


def test_a_folder_of_a_language_that_is_half_done_is_told_and_english_used(texts: Path) -> None:
    write_lesson(texts, "en", BAD)
    told = made(texts)
    missing = texts / "lessons" / "es" / f"{BAD}.md"
    assert told == [Trouble(missing, 0, TroubleKind.FILE_MISSING)]
    assert '<main id="page-text" lang="en">' in page(texts, "es")
    assert '<html lang="es">' in page(texts, "es")


def test_a_file_that_is_no_text_is_told_and_the_rest_is_made(texts: Path) -> None:
    path = file(texts / "lessons" / "es" / f"{BAD}.md", b"\xff\xfe\x00 not text")
    write_lesson(texts, "en", BAD)
    assert made(texts) == [Trouble(path, 0, TroubleKind.UNREADABLE)]


def test_the_command_names_file_and_line_and_says_that_not_all_is_well(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lesson(texts, "en", BAD, do="<b>")
    write_lesson(texts, "es", BAD)
    assert main(["handouts", "--lang", "en", str(texts / "site")]) == 1
    line = path.read_text(encoding="utf-8").splitlines().index("<b>") + 1
    assert f"{path}:{line}: " in capsys.readouterr().err


@pytest.mark.parametrize("code", list(FORMAT_LOCALES))
@pytest.mark.parametrize("kind", TroubleKind)
def test_every_trouble_is_said_in_every_language(kind: TroubleKind, code: str) -> None:
    assert set(SENTENCES) == set(TroubleKind)
    with speaking(code):
        told = says(Trouble(Path("a.md"), 3, kind, "<b>"))
    assert told and "{" not in told
    assert code == "en" or told != says(Trouble(Path("a.md"), 3, kind, "<b>"))
