"""What two cameras' facts prove about two photos: other presses of the shutter, a burst, a bracket."""

from __future__ import annotations

import math
import re
from datetime import datetime

from wizard.photos.metadata import Metadata

MOMENTS = 60.0
"""Seconds between the first and the last photo of one moment. A guess: focus series take that long."""
HALF_STEP = 0.5
"""EV: photographers bracket by thirds to three steps; exposure programs waver by less."""
BURST_NAME = re.compile(r"(?P<stem>.*burst[-_ ]?)(?P<number>\d+)")
"""Such as 20150101_120000_Burst02.jpg, and 00001IMG_00001_BURST20190102030405678.jpg, where the number
after the word is the burst's own (names of Samsung's and Google's cameras)."""
SAME_EXPOSURE = 1.02
"""Programs that copy camera data round fractions."""


def other_press(a: Metadata, b: Metadata) -> bool:
    """True when the files say themselves that they are two presses of the shutter.

    A scanner has none: it says when and how a print was scanned.
    """
    if a.scanner or b.scanner:
        return False
    if a.camera and b.camera and a.camera != b.camera:
        return True
    if a.burst and a.burst == b.burst and a.sequence is not None and b.sequence is not None:
        return a.sequence != b.sequence
    if _differ(a.exposure_seconds, b.exposure_seconds) or _differ(a.iso, b.iso):
        return True
    if not (a.taken and b.taken and a.shutter_time and b.shutter_time):
        return False
    whole, part = a.taken.partition(".")[0], a.taken.partition(".")[2]
    other, other_part = b.taken.partition(".")[0], b.taken.partition(".")[2]
    if whole != other:
        return True
    return bool(part and other_part) and float("0." + part) != float("0." + other_part)


def seconds_apart(a: Metadata, b: Metadata) -> float | None:
    """Seconds between two presses of one camera's shutter, or None where that is not known."""
    if not (a.camera and a.camera == b.camera and a.shutter_time and b.shutter_time):
        return None
    if a.taken is None or b.taken is None:
        return None
    return abs((_moment(a) - _moment(b)).total_seconds())


def is_burst(a: Metadata, b: Metadata) -> bool:
    """One camera, moments apart, or a burst that the camera named: two presses for certain."""
    if not other_press(a, b):
        return False
    apart = seconds_apart(a, b)
    return bool(a.burst and a.burst == b.burst) or (apart is not None and apart <= MOMENTS)


def names_of_one_burst(path: str, other: str) -> bool:
    """True when the names say so: a hint, since names are given by anyone."""
    one, two = (BURST_NAME.match(each.rpartition("/")[2].lower()) for each in (path, other))
    if one is None or two is None:
        return False
    numbered = one["stem"] == two["stem"] and one["number"] != two["number"]
    return numbered or (len(one["number"]) >= len("20240501") and one["number"] == two["number"])


def bracket_step(a: Metadata, b: Metadata) -> float | None:
    """Steps (EV) by which `b` was exposed more than `a`; None when the camera did not mean to differ."""
    apart = seconds_apart(a, b)
    if apart is None or apart > MOMENTS:
        return None
    by_bias = (b.exposure_bias or 0.0) - (a.exposure_bias or 0.0)
    light_a, light_b = _light(a), _light(b)
    by_light = 0.0 if light_a is None or light_b is None else light_b - light_a
    step = by_bias if abs(by_bias) >= HALF_STEP else by_light
    return step if abs(step) >= HALF_STEP else None


def _light(facts: Metadata) -> float | None:
    """How bright a picture of one scene becomes, in EV above an arbitrary zero (ISO 2721 without the scene)."""
    if facts.exposure_seconds is None or facts.f_number is None or facts.iso is None:
        return None
    return math.log2(facts.exposure_seconds * facts.iso / facts.f_number**2)


def _differ(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return False
    return max(one, other) > SAME_EXPOSURE * min(one, other)


def _moment(facts: Metadata) -> datetime:
    """Local time: one camera seldom changes its zone between two shots, and old ones know none."""
    whole, _, part = (facts.taken or "").partition(".")
    return datetime.fromisoformat(f"{whole}.{part[:6].ljust(6, '0')}" if part else whole)
