"""The family's phones, scanner and messengers, their clock, and the file names they give."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from wizard.teaching.practice.alterations import by_messenger
from wizard.teaching.practice.photo import Camera

MOM = Camera("Apple", "iPhone 13", f_number=1.6, focal_length=5.1)
DAD = Camera("Google", "Pixel 7", f_number=1.9, focal_length=6.81)
UNCLE = Camera("LG Electronics", "LM-K500", f_number=1.8, focal_length=3.51)
SCANNER = Camera("EPSON", "Perfection V39")

KAKAOTALK = by_messenger(960, quality=75)
WHATSAPP = by_messenger(800, quality=65)

FAMILY_ZONE = timezone(timedelta(hours=-7))
"""The family's clock; one offset all year keeps every written time the same everywhere."""


def at(moment: str) -> datetime:
    """A moment on the family's clock, from ISO 8601 without an offset."""
    return datetime.fromisoformat(moment).replace(tzinfo=FAMILY_ZONE)


def pixel_name(taken: datetime) -> str:
    """The file name a Pixel phone gives: UTC down to the millisecond."""
    utc = taken.astimezone(UTC)
    return f"PXL_{utc:%Y%m%d_%H%M%S}{utc.microsecond // 1000:03}.jpg"


def kakaotalk_name(taken: datetime) -> str:
    """The file name KakaoTalk gives to a picture it saves: the minute."""
    return f"KakaoTalk_{taken:%Y%m%d_%H%M}.jpg"


def whatsapp_name(taken: datetime, number: int) -> str:
    """The file name WhatsApp gives to a picture it saves: the day and a number."""
    return f"IMG-{taken:%Y%m%d}-WA{number:04}.jpg"
