"""Sets in which several files hold one press of the shutter: a cleaner is right if one stays."""

from __future__ import annotations

from wizard.teaching.practice import scenes_home as home
from wizard.teaching.practice import scenes_outdoors as outdoors
from wizard.teaching.practice.alterations import (
    as_taken,
    as_taken_sideways,
    cropped,
    framed,
    lying_without_camera_data,
    saved_again,
)
from wizard.teaching.practice.devices import (
    DAD,
    KAKAOTALK,
    MOM,
    WHATSAPP,
    at,
    kakaotalk_name,
    pixel_name,
    whatsapp_name,
)
from wizard.teaching.practice.photo import Capture, Exposure, PlannedPhoto, PracticeSet


def exact_copies_of_a_snowman() -> PracticeSet:
    """Three files of the same bytes, two names on the phone and one on an old computer."""
    snowman = Capture(
        "snowman",
        "a snowman with a red scarf",
        outdoors.snowman,
        MOM,
        at("2024-01-14T10:22:31.250"),
        Exposure((1, 800), 50),
    )
    return PracticeSet(
        "exact-copies-snowman",
        "identical_file",
        (
            PlannedPhoto("Mom phone/IMG_1987.JPG", snowman, as_taken),
            PlannedPhoto("Mom phone/IMG_1987 (1).JPG", snowman, as_taken, True),
            PlannedPhoto("Old computer/winter.jpg", snowman, as_taken, True),
        ),
    )


def exact_copies_of_a_watermelon() -> PracticeSet:
    """Two files of the same bytes in one folder."""
    watermelon = Capture(
        "watermelon",
        "half a slice of watermelon",
        home.watermelon,
        MOM,
        at("2024-07-04T13:05:12.480"),
    )
    return PracticeSet(
        "exact-copies-watermelon",
        "identical_file",
        (
            PlannedPhoto("Mom phone/IMG_2203.JPG", watermelon, as_taken),
            PlannedPhoto("Mom phone/IMG_2203 copy.JPG", watermelon, as_taken, True),
        ),
    )


def exact_copies_of_a_balloon() -> PracticeSet:
    """Two files of the same bytes and name in two folders."""
    balloon = Capture(
        "balloon",
        "a hot-air balloon",
        outdoors.hot_air_balloon,
        DAD,
        at("2024-09-28T07:48:02.911"),
        Exposure((1, 1000), 58),
    )
    name = pixel_name(balloon.taken)
    return PracticeSet(
        "exact-copies-balloon",
        "identical_file",
        (
            PlannedPhoto(f"Dad phone/{name}", balloon, as_taken),
            PlannedPhoto(f"Old computer/{name}", balloon, as_taken, True),
        ),
    )


def lighthouse_saved_again_and_sent() -> PracticeSet:
    """The original, a copy saved again at low quality, one made small by KakaoTalk."""
    lighthouse = Capture(
        "lighthouse",
        "a red and white lighthouse",
        outdoors.lighthouse,
        MOM,
        at("2024-06-22T20:41:17.034"),
        Exposure((1, 60), 400),
    )
    sent = f"Messenger/{kakaotalk_name(lighthouse.taken)}"
    return PracticeSet(
        "copies-lighthouse",
        "same_picture",
        (
            PlannedPhoto("Mom phone/IMG_2150.JPG", lighthouse, as_taken),
            PlannedPhoto("Old computer/lighthouse small file.jpg", lighthouse, saved_again, True),
            PlannedPhoto(sent, lighthouse, KAKAOTALK, True),
        ),
    )


def sailboat_saved_again_and_sent() -> PracticeSet:
    """The original, a copy saved again at low quality, one made small by WhatsApp."""
    sailboat = Capture(
        "sailboat",
        "a sailboat close by",
        outdoors.sailboat,
        DAD,
        at("2024-06-23T11:15:44.702"),
        Exposure((1, 2000), 48),
    )
    sent = f"Messenger/{whatsapp_name(sailboat.taken, 3)}"
    return PracticeSet(
        "copies-sailboat",
        "same_picture",
        (
            PlannedPhoto(f"Dad phone/{pixel_name(sailboat.taken)}", sailboat, as_taken),
            PlannedPhoto("Old computer/boat_edited.jpg", sailboat, saved_again, True),
            PlannedPhoto(sent, sailboat, WHATSAPP, True),
        ),
    )


def ice_cream_turned_and_sent() -> PracticeSet:
    """One turned by its EXIF, one whose pixels lie on their side, one made small."""
    ice_cream = Capture(
        "ice-cream",
        "an ice cream with three scoops",
        home.ice_cream,
        MOM,
        at("2024-05-18T15:30:08.117"),
    )
    sent = f"Messenger/{kakaotalk_name(ice_cream.taken)}"
    return PracticeSet(
        "copies-ice-cream",
        "same_picture",
        (
            PlannedPhoto("Mom phone/IMG_2088.JPG", ice_cream, as_taken_sideways),
            PlannedPhoto("Old computer/DSC00088.jpg", ice_cream, lying_without_camera_data, True),
            PlannedPhoto(sent, ice_cream, KAKAOTALK, True),
        ),
    )


def umbrella_cropped_and_framed() -> PracticeSet:
    """The original, a copy with its edges cut off, a copy in a white frame."""
    umbrella = Capture(
        "umbrella",
        "a striped umbrella on the beach",
        outdoors.beach_umbrella,
        MOM,
        at("2024-07-20T12:10:55.390"),
        Exposure((1, 1600), 40),
    )
    return PracticeSet(
        "edited-umbrella",
        "edited_copy",
        (
            PlannedPhoto("Mom phone/IMG_2241.JPG", umbrella, as_taken),
            PlannedPhoto("Mom phone/IMG_E2241.JPG", umbrella, cropped, True),
            PlannedPhoto("Old computer/beach with frame.jpg", umbrella, framed, True),
        ),
    )
