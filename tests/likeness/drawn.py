"""Drawn pictures with grain as a camera leaves it, and what befalls a picture on its way."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from PIL import Image

from wizard.teaching.practice import scenes_outdoors, scenes_people, scenes_rooms_and_papers
from wizard.teaching.practice.camera import take
from wizard.teaching.practice.canvas import Canvas
from wizard.teaching.practice.devices import MOM
from wizard.teaching.practice.photo import AS_MEASURED, Capture, Exposure


@cache
def candles(eyes_open: bool = True, press: int = 1, bias: int = 0) -> Image.Image:
    """A child blowing out candles; each `press` of the shutter has a grain of its own."""
    return pressed(lambda: scenes_people.blowing_candles(eyes_open, 0.0, 0.0), press, bias)


@cache
def sunset(press: int = 1) -> Image.Image:
    """Another picture altogether."""
    return pressed(scenes_outdoors.sunset, press)


@cache
def form(page: int = 1) -> Image.Image:
    """A page of a form."""
    return pressed(lambda: scenes_rooms_and_papers.form(page), page)


def pressed(scene: Callable[[], Canvas], press: int, bias: int = 0) -> Image.Image:
    exposure = Exposure(bias=bias) if bias else AS_MEASURED
    moment = datetime(2024, 5, 18, 16, 2, 21, tzinfo=UTC)
    capture = Capture(f"press-{press}-{bias}", "", scene, MOM, moment, exposure)
    return take(scene().finished(), capture)


def saved(picture: Image.Image, quality: int = 60, side: int | None = None) -> Image.Image:
    """The picture as it is after it was saved as JPEG, made smaller first where `side` says so."""
    smaller = picture.copy()
    if side is not None:
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    smaller.save(file, "JPEG", quality=quality)
    return Image.open(io.BytesIO(file.getvalue())).convert("RGB")
