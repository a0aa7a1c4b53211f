"""How what is known of a photo is written for the next run: as one line of JSON, and read back.

What does not read back as it was written is DAMAGED, and nobody's fingerprint.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from sys import intern
from typing import Any

from wizard.likeness.fingerprint import Fingerprint
from wizard.likeness.frames import Box
from wizard.likeness.photo import Looks, Made
from wizard.likeness.views import Views
from wizard.photos.metadata import Metadata

DAMAGED = (ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What reading JSON raises that is not what was written."""
FACTS = [field.name for field in fields(Metadata)]
OUTLINE = [field.name for field in fields(Box)]
SHOWN = [field.name for field in fields(Looks)]
NAMES = [FACTS.index(name) for name in ("format", "camera", "software")]
NO_VIEWS = Views()


def sealed(lines: Iterable[str]) -> bytearray:
    """The lines behind a checksum, so that a flipped bit is not taken for a fact. Never held twice."""
    written = bytearray(4)
    for number, line in enumerate(lines):
        written += b"\n" if number else b""
        written += line.encode("utf-8", "surrogateescape")
    written[:4] = zlib.crc32(memoryview(written)[4:]).to_bytes(4, "big")
    return written


def unsealed(written: bytes) -> list[str]:
    """The lines again. Raises ValueError when they are others."""
    check, text = written[:4], memoryview(written)[4:]
    if zlib.crc32(text).to_bytes(4, "big") != check:
        raise ValueError("another checksum")
    return str(text, "utf-8", "surrogateescape").split("\n")


def write_fingerprint(fingerprint: Fingerprint) -> list[Any]:
    """Digest, hash, the camera's facts, the other hashes, the frame; as JSON takes them."""
    seen = fingerprint.views
    return [
        fingerprint.sha256,
        fingerprint.perceptual_hash,
        _values(fingerprint.metadata, FACTS),
        seen.hashes.hex(),
        None if seen.frame is None else _values(seen.frame, OUTLINE),
    ]


def read_fingerprint(written: list[Any]) -> Fingerprint:
    """The fingerprint again. Raises what DAMAGED lists. Names of cameras are kept once."""
    sha256, perceptual_hash, facts, views, frame = written
    for place in NAMES:
        if facts[place] is not None:
            facts[place] = intern(facts[place])
    seen = Views(bytes.fromhex(views), frame and Box(*frame)) if views else NO_VIEWS
    return Fingerprint(sha256, perceptual_hash, Metadata(*facts), seen)


def write_looks(looks: Looks) -> list[Any]:
    """What a close look found of one photo."""
    return _values(looks, SHOWN)


def read_looks(written: list[Any]) -> Looks:
    """The same again. Raises what DAMAGED lists."""
    facts: Any = [*written[:-1], Made(written[-1])]
    return Looks(*facts)


def one_line(written: object) -> str:
    """As JSON without spaces."""
    return json.dumps(written, separators=(",", ":"))


def _values(value: object, names: list[str]) -> list[Any]:
    return [getattr(value, name) for name in names]
