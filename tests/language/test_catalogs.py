"""The language in use: it changes when asked, goes back, and a missing word is English, never a gap."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard.language import catalogs
from wizard.language.catalogs import _, available, language, ngettext, own_name, pgettext, speaking
from wizard.language.system import preferred_language
from wizard.places import shared_folder

MADE_UP = """
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Welcome"
msgstr "Benvingudes"

#, fuzzy
msgid "Choose photos"
msgstr "Nobody has looked at this"

msgid "{{n}} photo"
msgid_plural "{{n}} photos"
msgstr[0] "{{n}} foto"
msgstr[1] "{{n}} fotos"

msgctxt "folder name"
msgid "Review folder"
msgstr "Carpeta de revisió"
"""


@pytest.fixture
def locales(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the catalogs that a test may add to; English is spoken at the end."""
    copy = tmp_path / "locales"
    shutil.copytree(shared_folder("locales"), copy)
    monkeypatch.setattr(catalogs, "shared_folder", lambda name: tmp_path / name)
    yield copy
    catalogs.use("en")


def add_language(locales: Path, code: str) -> None:
    """Adds a language as a translator does: by files only."""
    folder = locales / code / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(MADE_UP.format(code=code), encoding="utf-8")


@pytest.mark.parametrize("code", available())
def test_nothing_is_said_as_nothing(code: str) -> None:
    with speaking(code):
        assert _("") == ""


@pytest.mark.parametrize("code", available())
def test_speaking_goes_back(code: str) -> None:
    with speaking("es"):
        with speaking(code):
            assert language() == code
        assert language() == "es"


def test_speaking_goes_back_after_an_error() -> None:
    with speaking("ko"):
        with pytest.raises(ZeroDivisionError), speaking("es"):
            raise ZeroDivisionError
        assert language() == "ko"


def test_a_language_without_a_catalog_is_refused_and_nothing_changes() -> None:
    with speaking("es"):
        with pytest.raises(KeyError):
            catalogs.use("xx")
        assert language() == "es"


@pytest.mark.parametrize("code", available())
def test_a_missing_translation_falls_back_to_english(code: str) -> None:
    with speaking(code):
        assert _("This sentence is in no catalog.") == "This sentence is in no catalog."
        assert ngettext("{n} such thing", "{n} such things", 1) == "{n} such thing"
        assert ngettext("{n} such thing", "{n} such things", 2) == "{n} such things"
        assert pgettext("nowhere", "Such a word") == "Such a word"


def test_a_language_is_added_by_files_alone(locales: Path) -> None:
    add_language(locales, "ca")
    assert available() == ["en", "es", "ko", "ca"]
    with speaking("ca"):
        assert _("Welcome") == "Benvingudes"
        assert ngettext("{n} photo", "{n} photos", 2) == "{n} fotos"
        assert pgettext("folder name", "Review folder") == "Carpeta de revisió"
        assert _("Back up") == "Back up"


def test_what_nobody_has_looked_at_is_not_shown(locales: Path) -> None:
    add_language(locales, "gl")
    with speaking("gl"):
        assert _("Choose photos") == "Choose photos"


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("es", "Español"), ("ko", "한국어"), ("pt_BR", "Português (Brasil)")],
)
def test_each_language_is_called_by_its_own_name(code: str, name: str) -> None:
    assert own_name(code) == name


def test_a_language_that_babel_does_not_know_is_called_by_its_code() -> None:
    assert own_name("zz") == "Zz"


@pytest.mark.parametrize(
    ("words", "computer", "spoken"),
    [
        (["--lang", "ko"], "es_US.UTF-8", "ko"),
        (["scan", "x", "--lang=es"], "ko_KR.UTF-8", "es"),
        ([], "es_MX.UTF-8", "es"),
        ([], "ko", "ko"),
        ([], "C.UTF-8", "en"),
        ([], "", "en"),
        ([], "fr_FR.UTF-8", "en"),
        ([], "kok_IN", "en"),
        (["--lang", "xx"], "es_ES@euro", "es"),
    ],
)
def test_the_language_asked_for_comes_before_the_computers(
    words: list[str], computer: str, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", computer)
    assert preferred_language(words) == spoken


def test_the_computers_language_may_be_one_that_was_added(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_language(locales, "fil")
    add_language(locales, "pt_BR")
    monkeypatch.setenv("LANG", "fil_PH.UTF-8")
    assert preferred_language([]) == "fil"
    monkeypatch.setenv("LANG", "pt_BR.UTF-8")
    assert preferred_language([]) == "pt_BR"
