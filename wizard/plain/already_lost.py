"""For whoever has lost photos already: what to do today, one thing after the other, and a letter to support."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.language.catalogs import _
from wizard.language.folders import places_for_a_letter
from wizard.language.names import show_name
from wizard.pages.letter import letter
from wizard.plain.folders import pick_folder
from wizard.plain.way import Way
from wizard.safekeeping.new_pages import save_page
from wizard.teaching.already_lost import LETTER_FILE, PAGES, page_place

NEXT, BEFORE, FIRST_SCREEN = 1, 2, 3


def already_lost(way: Way) -> StepName:
    """Page by page, and then back to the first question."""
    page = 0
    while True:
        last = page == len(PAGES) - 1
        what, how = PAGES[page]
        way.say("", page_place(page), what(), "", how(), "")
        onward = _("Save the letter as a file") if last else _("What comes next?")
        answers = [(NEXT, onward), (BEFORE, _("One page back"))]
        match way.ask([*answers, (FIRST_SCREEN, _("Back to the first screen"))]):
            case 1 if last:
                _save_letter(way)
            case 1:
                page += 1
            case 2 if page:
                page -= 1
            case _first_screen:
                return StepName.WELCOME


def _save_letter(way: Way) -> None:
    question = _("Choose a folder for the letter.")
    folder = pick_folder(way, question, places_for_a_letter(way.journey))
    if folder is None:
        return
    saved = way.attempt(lambda: save_page(folder, LETTER_FILE, letter()))
    if saved is not None:
        # Translators: {place} is the path of a file
        way.say(_("Saved: {place}").format(place=show_name(str(saved))))
