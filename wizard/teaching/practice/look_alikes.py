"""Sets of different captures that look alike: here a one-click cleaner loses pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from wizard.teaching.practice import scenes_people as people
from wizard.teaching.practice import scenes_rooms_and_papers as rooms
from wizard.teaching.practice.alterations import as_taken, scanned
from wizard.teaching.practice.canvas import Canvas
from wizard.teaching.practice.devices import DAD, MOM, SCANNER, at, pixel_name
from wizard.teaching.practice.photo import (
    AS_MEASURED,
    Camera,
    Capture,
    Exposure,
    Finish,
    PlannedPhoto,
    PracticeSet,
    Relation,
)
from wizard.teaching.practice.scenes_home import bright_window
from wizard.teaching.practice.scenes_outdoors import sunset
from wizard.teaching.practice.scenes_street import running_dog


@dataclass(frozen=True)
class Shot:
    """One capture of a series: its file, its moment, what stood before the lens."""

    path: str
    moment: str
    scene: Callable[[], Canvas]
    exposure: Exposure = AS_MEASURED
    finish: Finish = as_taken
    shows: str = ""
    """Where it is not what the whole series shows."""


def candles_burst() -> PracticeSet:
    """Five frames in a second; in the fourth the eyes are closed."""
    eyes = (True, True, True, False, True)
    leans = (0.0, 0.8, 1.4, 1.8, 2.2)
    breaths = (0.0, 0.4, 0.8, 1.0, 0.6)
    shots = [
        Shot(
            f"Mom phone/IMG_{2041 + number}.JPG",
            f"2024-05-18T16:02:21.{110 + number * 200}",
            partial(people.blowing_candles, *frame),
            Exposure((1, 60), 640),
            shows="" if frame[0] else "a child blowing out candles, eyes closed",
        )
        for number, frame in enumerate(zip(eyes, leans, breaths, strict=True))
    ]
    return _series("burst-candles", "burst", "a child blowing out candles", MOM, shots)


def dog_burst() -> PracticeSet:
    """Three frames of a dog at full gallop."""
    moments = ("2024-04-07T09:20:05.040", "2024-04-07T09:20:05.190", "2024-04-07T09:20:05.340")
    shots = [
        Shot(_on_dads_phone(moment), moment, partial(running_dog, stride), Exposure((1, 2000), 160))
        for moment, stride in zip(moments, (0.0, 0.5, 1.0), strict=True)
    ]
    return _series("burst-dog", "burst", "a brown dog running", DAD, shots)


def window_bracket() -> PracticeSet:
    """A room with a bright window: no single exposure holds both."""
    moments = ("2024-03-09T11:31:40.100", "2024-03-09T11:31:40.600", "2024-03-09T11:31:41.300")
    shots = [
        Shot(_on_dads_phone(moment), moment, bright_window, exposure)
        for moment, exposure in zip(moments, _exposures(60, 200), strict=True)
    ]
    return _series(
        "bracket-window", "bracketed_exposure", "a dim room with a bright window", DAD, shots
    )


def sunset_bracket() -> PracticeSet:
    """A sunset in three exposures: the sky in one, the beach in another."""
    moments = ("2024-07-20T19:52:03.200", "2024-07-20T19:52:03.500", "2024-07-20T19:52:03.900")
    shots = [
        Shot(f"Mom phone/IMG_{2260 + number}.JPG", moment, sunset, exposure)
        for number, (moment, exposure) in enumerate(zip(moments, _exposures(240, 80), strict=True))
    ]
    return _series("bracket-sunset", "bracketed_exposure", "a palm tree at sunset", MOM, shots)


def grandmother_portraits() -> PracticeSet:
    """Four portraits within seconds: another expression each time."""
    expressions = ((0.0, 0.0, 0.0), (0.4, 0.3, 0.6), (0.8, 0.5, 1.0), (1.0, 1.0, 0.4))
    seconds = ("11.300", "12.150", "13.020", "13.900")
    shots = [
        Shot(
            f"Mom phone/IMG_{2301 + number}.JPG",
            f"2024-09-17T11:40:{second}",
            partial(people.grandmother, *expression),
            Exposure((1, 125), 200),
        )
        for number, (expression, second) in enumerate(zip(expressions, seconds, strict=True))
    ]
    return _series("portraits-grandmother", "burst", "grandmother in a hanbok", MOM, shots)


def wedding_scans() -> PracticeSet:
    """One brown print scanned twice, as PNG."""
    shots = [
        Shot("Scans/scan0007.png", "2023-11-04T14:05:10", people.wedding_print,
             finish=scanned(0.6, as_png=True)),
        Shot("Scans/scan0008.png", "2023-11-04T14:07:42", people.wedding_print,
             finish=scanned(-0.5, as_png=True)),
    ]  # fmt: skip
    return _series("scans-wedding", "rescan", "an old print of a wedding", SCANNER, shots)


def old_car_scans() -> PracticeSet:
    """One grey print scanned in two different years, more askew the second time."""
    shots = [
        Shot("Scans/scan0012.jpg", "2023-11-04T14:21:33", people.old_car_print,
             finish=scanned(-0.4, as_png=False)),
        Shot("Scans/2024/scan0003.jpg", "2024-02-11T10:02:57", people.old_car_print,
             finish=scanned(1.1, as_png=False)),
    ]  # fmt: skip
    return _series("scans-old-car", "rescan", "an old print of a car", SCANNER, shots)


def kitchen_before_and_after() -> PracticeSet:
    """A rented kitchen wall with its crack, and repaired: proof of the state of the room."""
    before, after = ("2024-02-01T10:12", "2024-08-30T17:45")
    shots = [
        Shot(
            _on_dads_phone(moment, "Apartment"),
            moment,
            partial(scene, cracked),
            Exposure((1, 50), 320),
            shows=shows,
        )
        for moment, scene, cracked, shows in (
            (f"{before}:05.220", rooms.kitchen_wall, True, "a kitchen wall with a crack"),
            (f"{before}:19.870", rooms.kitchen_wall_close, True, "the crack close up"),
            (f"{after}:31.450", rooms.kitchen_wall, False, "the kitchen wall repaired"),
            (f"{after}:48.090", rooms.kitchen_wall_close, False, "the repaired place close up"),
        )
    ]
    return _series("kitchen-before-after", "alone", "a kitchen wall", DAD, shots)


def form_pages() -> PracticeSet:
    """Page 1 and page 2 of a form: the same boxes, other words."""
    shots = [
        Shot(
            _on_dads_phone(moment, "Papers"),
            moment,
            partial(rooms.form, page),
            shows=f"page {page} of a form",
        )
        for page, moment in ((1, "2024-08-12T18:31:02.330"), (2, "2024-08-12T18:31:15.640"))
    ]
    return _series("form-pages", "document_pages", "a page of a form", DAD, shots)


def _series(
    name: str, relation: Relation, shows: str, camera: Camera, shots: Sequence[Shot]
) -> PracticeSet:
    """A set in which every file is a capture of its own."""
    photos = []
    for number, shot in enumerate(shots, start=1):
        seen, moment = shot.shows or shows, at(shot.moment)
        capture = Capture(f"{name}-{number}", seen, shot.scene, camera, moment, shot.exposure)
        photos.append(PlannedPhoto(shot.path, capture, shot.finish))
    return PracticeSet(name, relation, tuple(photos))


def _exposures(shutter: int, iso: int) -> tuple[Exposure, ...]:
    """As measured (1/`shutter` s), two steps darker, two steps lighter."""
    return (
        Exposure((1, shutter), iso),
        Exposure((1, shutter * 4), iso, bias=-2),
        Exposure((4, shutter), iso, bias=2),
    )


def _on_dads_phone(moment: str, folder: str = "Dad phone") -> str:
    """The path under which dad's phone keeps a picture of that moment."""
    return f"{folder}/{pixel_name(at(moment))}"
