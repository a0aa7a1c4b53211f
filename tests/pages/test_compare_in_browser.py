"""The compare page in a real browser, with the keyboard alone, at every width, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import ImageDraw
from playwright.sync_api import Browser

from tests.browsing import OF_ITS_OWN, Visit
from tests.making import scene
from tests.pages.compare_pages import SIZE, eyes, page_of, two_of
from wizard.language.catalogs import FORMAT_LOCALES, speaking

HOSTILE = '"><img src=x onerror=alert(1)>\u202egpj.jpg'
WIDTHS = (360, 768, 1280, 1920)
LANGUAGES = pytest.mark.parametrize("code", FORMAT_LOCALES)


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    eyes(True).save(folder / HOSTILE)
    eyes(False).save(folder / "b.jpg")
    eyes(False, (600, 450)).save(folder / "c.jpg")
    return folder


@pytest.fixture(scope="module")
def pages(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of three photos in each language, the first of them with a hostile name; nobody changes them."""
    made = {}
    for code in FORMAT_LOCALES:
        with speaking(code):
            folder = tmp_path_factory.mktemp(code) / "page"
            made[code] = page_of(two_of(photos, [HOSTILE, "b.jpg", "c.jpg"]), folder)
    return made


@pytest.fixture
def page(pages: dict[str, Path]) -> Path:
    """The English one."""
    return pages["en"]


def all_pixels_shown(visit: Visit) -> None:
    for side in ("left", "right"):
        visit.page.locator(f'.{side}.view img[data-whole="yes"]').wait_for()


def stage(visit: Visit) -> str:
    return visit.page.locator("#stage").get_attribute("class") or ""


def test_nothing_but_the_page_and_its_copies_is_asked_for(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page, **OF_ITS_OWN)
    all_pixels_shown(visit)
    visit.press("1", "2", "3", "4", "5", "6", "9")
    folder = page.parent.as_uri()
    assert {each for each in visit.requests if not each.startswith("data:")} == {
        f"{folder}/{name}" for name in ("compare.html", "1.jpg", "2.jpg")
    }
    assert visit.complaints == []


def test_a_hostile_name_is_shown_as_it_is_and_does_nothing(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page, **OF_ITS_OWN)
    all_pixels_shown(visit)
    shown = HOSTILE.replace("\u202e", "?")
    title = visit.page.locator("#titles p").first.text_content() or ""
    assert title.splitlines()[0] == f"1: {shown}"
    assert visit.page.locator(".view img").first.get_attribute("alt") == f"1: {shown}"
    assert visit.page.title() == "Compare photos, group 2 of 9"
    assert visit.complaints == []


def test_every_way_to_look_has_a_digit(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    for digit, mode in (("2", "slider"), ("3", "flip"), ("4", "difference"), ("1", "side")):
        visit.press(digit)
        assert stage(visit).split()[0] == mode
        pressed = visit.page.locator(f'[data-mode="{mode}"]').get_attribute("aria-pressed")
        assert pressed == "true"


@pytest.mark.parametrize("sent", [{"key": "３"}, {"key": "Process", "code": "Digit3"}])
def test_a_digit_is_heard_through_an_input_method(
    browser: Browser, page: Path, sent: dict[str, str]
) -> None:
    """Wide in its full-width mode; while it listens itself, only the place of the key is told."""
    visit = Visit(browser, page)
    visit.page.dispatch_event("body", "keydown", sent)
    assert stage(visit).split()[0] == "flip"


def test_flip_shows_one_after_the_other_and_says_which(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    visit.press("3")
    assert visit.page.locator("#status").text_content() == "Now you see photo 1."
    visit.press(" ")
    assert visit.page.locator("#status").text_content() == "Now you see photo 2."
    assert not visit.page.locator(".left .layer").is_visible()
    visit.press("3")
    assert visit.page.locator("#status").text_content() == "Now you see photo 1."


def test_every_pixel_is_one_dot_of_the_screen_in_both_at_the_same_spot(
    browser: Browser, page: Path
) -> None:
    visit = Visit(browser, page)
    all_pixels_shown(visit)
    visit.press("9")
    assert "one dot of the photo is one dot of the screen" in (
        visit.page.locator("#status").text_content() or ""
    )
    left, right = visit.box(".left.view img"), visit.box(".right.view img")
    assert left["width"] == pytest.approx(SIZE[0], abs=1)
    assert right["width"] == pytest.approx(left["width"], rel=0.01)
    between = visit.box(".right.view")["x"] - visit.box(".left.view")["x"]
    assert right["x"] - left["x"] == pytest.approx(between, abs=4)
    visit.page.locator("#stage").focus()
    visit.press("ArrowRight", "ArrowDown")
    assert visit.box(".left.view img")["x"] == pytest.approx(left["x"] - 60, abs=1)
    assert visit.box(".right.view img")["x"] == pytest.approx(right["x"] - 60, abs=1)
    visit.press("0")
    assert visit.box(".left.view img")["width"] < SIZE[0] / 2


def test_the_next_place_that_differs_is_one_key_away(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    visit.press("6")
    ring, view = visit.box(".left.marks .ring"), visit.box(".left.marks")
    assert ring["x"] + ring["width"] / 2 == pytest.approx(view["x"] + view["width"] / 2, abs=8)
    assert ring["y"] + ring["height"] / 2 == pytest.approx(view["y"] + view["height"] / 2, abs=8)
    visit.press("5")
    assert visit.page.locator(".ring").count() == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_a_ring_hides_nothing_of_its_place_nor_of_what_stands_beside_it(
    browser: Browser, page: Path, width: int
) -> None:
    visit = Visit(browser, page, width)
    for keys in ([], ["6"], ["9"]):
        visit.press(*keys)
        photo, ring = visit.box(".left.view img"), visit.box(".left.marks .ring")
        spot = visit.page.locator(".pairing:visible .place").first.get_attribute("data-spot")
        left, top, right, bottom = map(float, (spot or "").split())
        air = max(10, photo["width"] / 100)  # what the line is drawn with is not air
        assert ring["x"] <= photo["x"] + left * photo["width"] - air
        assert ring["y"] <= photo["y"] + top * photo["height"] - air
        assert ring["x"] + ring["width"] >= photo["x"] + right * photo["width"] + air
        assert ring["y"] + ring["height"] >= photo["y"] + bottom * photo["height"] + air


def test_rings_have_numbers_where_there_are_several(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    def numbers(shown: Path) -> tuple[list[str | None], list[str]]:
        visit = Visit(browser, shown)
        rings = visit.page.locator(".left.marks .ring").all()
        places = visit.page.locator(".pairing:visible .place").all_text_contents()
        return [ring.get_attribute("data-number") for ring in rings], places

    rings, places = numbers(page)
    assert (rings, places) == ([None], ["lower right"])
    picture = scene(7, SIZE)
    picture.save(tmp_path / "a.jpg")
    pencil = ImageDraw.Draw(picture)
    for left in (200, 1500):
        pencil.ellipse((left, 200, left + 100, 300), fill="black")
    picture.save(tmp_path / "b.jpg")
    rings, places = numbers(page_of(two_of(tmp_path, ["a.jpg", "b.jpg"]), tmp_path / "page"))
    assert rings == ["1", "2"]
    assert sorted(place[:3] for place in places) == ["1. ", "2. "]


def test_each_name_stands_under_its_photo(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    for side in ("left", "right"):
        view, name = visit.box(f".{side}.view"), visit.box(f"#titles .{side}")
        assert view["x"] - 4 <= name["x"]
        assert name["x"] + name["width"] <= view["x"] + view["width"] + 4
        first, size = visit.page.locator(f"#titles .{side}").inner_text().splitlines()
        assert first.endswith((".jpg", ".png")) and size.endswith(("KB", "MB"))


def test_any_two_of_a_group_can_be_chosen_with_the_keyboard(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    visit.page.locator("#choose-left").focus()
    visit.press("End")
    titles = visit.page.locator("#titles p").all_text_contents()
    assert [title.splitlines()[0] for title in titles] == ["2: b.jpg", "3: c.jpg"]
    visit.page.locator("#choose-left").focus()
    visit.press("End")
    assert len(set(visit.page.locator("#titles p").all_text_contents())) == 2


def test_everything_can_be_reached_with_the_tab_key(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    visit.press("2")
    wanted = visit.page.locator(
        "select:visible, button:visible:enabled, #stage, input:visible"
    ).count()
    reached = set()
    for _ in range(wanted + 3):
        visit.press("Tab")
        reached.add(visit.page.evaluate("document.activeElement.outerHTML"))
    assert len(reached - {visit.page.evaluate("document.body.outerHTML")}) == wanted


def test_a_finger_or_a_mouse_moves_both(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page)
    visit.press("9")
    before, view = visit.box(".left.view img"), visit.box("#stage")
    visit.page.mouse.move(view["x"] + 100, view["y"] + 100)
    visit.page.mouse.down()
    visit.page.mouse.move(view["x"] + 60, view["y"] + 70)
    visit.page.mouse.up()
    assert visit.box(".left.view img")["x"] == pytest.approx(before["x"] - 40, abs=1)
    assert visit.box(".left.view img")["y"] == pytest.approx(before["y"] - 30, abs=1)


def test_where_a_browser_may_read_one_file_only_that_is_said(browser: Browser, page: Path) -> None:
    alone = page.parent.parent / "alone.html"
    alone.write_bytes(page.read_bytes())
    visit = Visit(browser, alone)
    visit.page.locator("#small").wait_for()
    assert visit.page.locator(".view img").first.evaluate("(image) => image.naturalWidth") == 1600


@LANGUAGES
def test_nothing_is_cut_off_at_any_width(
    browser: Browser, pages: dict[str, Path], code: str
) -> None:
    """The page is opened once, in a window that changes."""
    visit = Visit(browser, pages[code], WIDTHS[0])
    for width in WIDTHS:
        visit.widen(width)
        for mode in "1234":
            visit.press(mode)
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        for button in visit.page.locator("button:visible").all():
            box = button.bounding_box()
            assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
            assert box["height"] >= 44, "too small for a finger"


@LANGUAGES
def test_axe_finds_nothing_that_shuts_anybody_out(
    browser: Browser, pages: dict[str, Path], code: str
) -> None:
    visit = Visit(browser, pages[code], bypass_csp=True)
    for mode in "14":
        visit.press(mode)
        assert visit.broken_rules("light") == []
        assert visit.broken_rules("dark") == []


def test_without_scripts_the_photos_are_still_there(browser: Browser, page: Path) -> None:
    visit = Visit(browser, page, java_script_enabled=False)
    assert visit.page.locator(".thumb").count() == 3
    assert "does not let the page do more" in (visit.page.locator("noscript").inner_text())


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_on_paper_the_photos_and_facts_fill_whole_sheets(
    browser: Browser, page: Path, tmp_path: Path, paper: str, points: tuple[int, int]
) -> None:
    visit = Visit(browser, page)
    printed = visit.page.pdf(format=paper)
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert 1 <= len(boxes) <= 2
    for box in boxes:
        assert tuple(map(float, box)) == pytest.approx(points, abs=1.5)


def test_on_paper_the_photos_lie_beside_each_other_under_what_is_said_of_them(
    browser: Browser, page: Path
) -> None:
    visit = Visit(browser, page, 680)  # as wide as the text on A4
    visit.page.emulate_media(media="print")
    first, second = (each.bounding_box() for each in visit.page.locator(".thumb").all()[:2])
    assert first and second
    assert first["y"] == second["y"] and first["x"] + first["width"] < second["x"]
    assert first["width"] > 300
    shown = visit.page.locator("main").inner_text()
    assert shown.index("They differ here: lower right.") < shown.index("1,800 x 1,350")
    assert visit.page.locator("button:visible, #stage:visible").count() == 0
