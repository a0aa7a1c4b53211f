"""Sets in which nothing looks alike: a party from two phones, and single pictures."""

from __future__ import annotations

from collections.abc import Callable

from wizard.teaching.practice import scenes_home as home
from wizard.teaching.practice import scenes_outdoors as outdoors
from wizard.teaching.practice import scenes_party as party
from wizard.teaching.practice import scenes_rooms_and_papers as rooms
from wizard.teaching.practice import scenes_street as street
from wizard.teaching.practice.alterations import as_taken
from wizard.teaching.practice.canvas import Canvas
from wizard.teaching.practice.devices import DAD, MOM, UNCLE, at, pixel_name
from wizard.teaching.practice.photo import Camera, Capture, PlannedPhoto, PracticeSet

PARTY = (
    ("Mom", 1, "2024-06-08T15:04:12.210", party.cake_on_the_table, "a birthday cake"),
    ("Mom", 2, "2024-06-08T15:10:40.660", party.balloons_by_the_door, "five balloons"),
    ("Mom", 3, "2024-06-08T15:32:08.940", party.pinata, "a star piñata"),
    ("Uncle", 1, "2024-06-08T15:04:15.020", party.cake_from_above, "a birthday cake from above"),
    ("Uncle", 2, "2024-06-08T15:11:02.380", party.balloons_against_the_ceiling, "three balloons"),
    ("Uncle", 3, "2024-06-08T15:32:09.510", party.pinata_struck, "a piñata and falling candy"),
)
"""Folder, number in the file name, moment, scene, what it shows."""

ON_MOMS_PHONE = (
    (2012, "2024-03-02T10:15:20.640", outdoors.house, "a house with a red roof"),
    (2015, "2024-03-03T17:20:51.120", home.cat_on_a_sofa, "a cat on a sofa"),
    (2031, "2024-05-11T19:05:33.870", street.gown, "a quinceañera dress"),
    (2102, "2024-05-30T12:34:45.050", home.plate_of_kimbap, "a plate of kimbap"),
    (2230, "2024-07-13T08:58:14.730", home.sunflower, "a sunflower"),
    (2310, "2024-10-05T10:44:27.460", outdoors.temple, "a temple"),
)
"""Number in the file name, moment, scene, what it shows."""

ON_DADS_PHONE = (
    ("Dad phone", "2024-04-20T16:40:03.550", street.bicycle, "a red bicycle"),
    (
        "Dad phone",
        "2024-05-05T14:22:37.810",
        street.football_at_the_goal,
        "a soccer ball at the goal",
    ),
    ("Dad phone", "2024-08-03T09:12:59.290", outdoors.tree_by_a_lake, "a tree by a lake"),
    ("Dad phone", "2024-08-04T11:47:06.080", outdoors.mountains, "mountains with snow"),
    ("Dad phone", "2024-10-21T07:36:18.920", street.bus, "a yellow bus"),
    ("Papers", "2024-08-12T18:40:47.170", rooms.letter, "a letter"),
)
"""Folder, moment, scene, what it shows."""


def party_from_two_phones() -> PracticeSet:
    """One party, two phones, the same file names: no two are the same picture."""
    cameras = {"Mom": MOM, "Uncle": UNCLE}
    photos = [
        _photo(f"Birthday party/{whose}/IMG_{number:04}.JPG", moment, cameras[whose], scene, shows)
        for whose, number, moment, scene, shows in PARTY
    ]
    return PracticeSet("party-two-phones", "alone", tuple(photos))


def single_pictures() -> tuple[PracticeSet, ...]:
    """Pictures of which there is one each."""
    singles = [
        _photo(f"Mom phone/IMG_{number}.JPG", moment, MOM, scene, shows)
        for number, moment, scene, shows in ON_MOMS_PHONE
    ] + [
        _photo(f"{folder}/{pixel_name(at(moment))}", moment, DAD, scene, shows)
        for folder, moment, scene, shows in ON_DADS_PHONE
    ]
    return tuple(PracticeSet(photo.capture.id, "alone", (photo,)) for photo in singles)


def _photo(
    path: str, moment: str, camera: Camera, scene: Callable[[], Canvas], shows: str
) -> PlannedPhoto:
    """The only file of its capture, named after its scene."""
    name = scene.__name__.replace("_", "-")
    return PlannedPhoto(path, Capture(name, shows, scene, camera, at(moment)), as_taken)
