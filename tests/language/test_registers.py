"""One way of speaking to people on each surface: 해요체 or 합니다체 and never both, and usted, never tú."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.language.catalog_files import texts
from tests.teaching.test_reading_levels import sentences
from wizard.teaching.documents import GUIDE, LESSONS, names, path_of, read

SENTENCE = re.compile(r"([^\s.?!]+)[”’\"')]*[.?!](?=[\s”’\"')]|\Z)")
"""The last word of each sentence."""
ANOTHER_REGISTER = set("다까오라해어아야지네니냐자돼줘봐져")
"""How a sentence ends in 합니다체, in print and among children: anything but 요."""
HANGUL_AT_THE_END = re.compile(r"[가-힣]\Z")
QUOTED = re.compile(r"‘[^’]*’|“[^”]*”", re.DOTALL)
"""What a screen or a person says stays as it is said."""
FORMAL = re.compile(r"(?:니다|니까|십시오)\W*\Z")
AS_IN_PRINT = re.compile(r"(?:[했한된간온]다|이다|였다|었다|았다|하라)\W*\Z")
"""해라체: how newspapers are written, and nobody speaks to people."""
ON_PAPER = ("sheets/certificate.md",)
"""Among the lessons, what is printed and given away."""
TU_ALONE = (
    r"tú|tu|tus|te|ti|contigo|tuy[oa]s?|tienes|puedes|quieres|debes|sabes|eres|estás|vas|has|"
    r"necesitas|haz|[a-z]+ndote"
)
TU = re.compile(rf"(?<!-)\b(?:{TU_ALONE})\b", re.IGNORECASE)
"""To people over 60 that one does not know: usted. What follows a hyphen is an option, as in xterm -ti."""
TU_ON_SCREENS = re.compile(rf"\b(?:{TU_ALONE}|elige|escoge|mira|pulsa|presiona)\b", re.IGNORECASE)
"""A screen never tells what somebody else does, so these can only be orders to one called tú."""


def test_korean_on_the_screen_is_friendly() -> None:
    """해요체 with -(으)세요, or a bare noun as a choice is named: neither 합니다체 nor 반말."""
    screen = [text.text for text in texts("ko") if not text.on_paper]
    assert [text for text in screen if ANOTHER_REGISTER & last_syllables(text)] == []


def test_korean_on_paper_is_formal() -> None:
    paper = [text.text for text in texts("ko") if text.on_paper]
    assert paper
    assert [text for text in paper if "요" in last_syllables(text)] == []


def test_korean_in_the_lessons_is_friendly() -> None:
    friendly = [name for name in names(LESSONS) if name not in ON_PAPER]
    told = [each for name in friendly for each in said(path_of(LESSONS, "ko", name))]
    assert [each for each in told if FORMAL.search(each) or AS_IN_PRINT.search(each)] == []


def test_korean_in_the_guide_is_formal() -> None:
    formal = [path_of(GUIDE, "ko", name) for name in names(GUIDE)]
    formal += [path_of(LESSONS, "ko", name) for name in ON_PAPER]
    told = [each for path in formal for each in said(path)]
    assert [each for each in told if "요" in last_syllables(each) or AS_IN_PRINT.search(each)] == []


def test_spanish_on_the_screen_says_usted() -> None:
    assert [text.text for text in texts("es") if TU_ON_SCREENS.search(text.text)] == []


def test_spanish_in_lessons_and_guide_says_usted() -> None:
    paths = [path_of(room, "es", name) for room in (LESSONS, GUIDE) for name in names(room)]
    told = [each for path in paths for each in sentences(read(path, "es"))]
    assert [each for each in told if TU.search(each)] == []


def last_syllables(text: str) -> set[str]:
    """The last syllable of each Korean sentence."""
    ends = (end[-1] for end in SENTENCE.findall(text))
    return {syllable for syllable in ends if HANGUL_AT_THE_END.match(syllable)}


def said(path: Path) -> list[str]:
    """The Korean sentences of a page, without what they quote."""
    document = read(path, "ko")
    spoken = (
        replace(each, heading=QUOTED.sub("", each.heading), text=QUOTED.sub("", each.text))
        for each in document.sections
    )
    return sentences(replace(document, sections=tuple(spoken)))
