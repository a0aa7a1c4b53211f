"""The compare page: one file for the browser that shows two photos of a group large. It decides nothing."""

from wizard.pages.compare.page import compare_page
from wizard.pages.compare.pairs import Pairing, pairing
from wizard.pages.compare.pictures import PagePicture, picture_for_page

__all__ = ["PagePicture", "Pairing", "compare_page", "pairing", "picture_for_page"]
