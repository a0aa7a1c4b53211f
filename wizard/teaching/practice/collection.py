"""The table of contents: every set of practice photos, in the order of the answer key."""

from __future__ import annotations

from wizard.teaching.practice import copies, different, look_alikes
from wizard.teaching.practice.photo import PracticeSet


def every_set() -> tuple[PracticeSet, ...]:
    """First where a cleaner is right, then where it loses pictures, then what is like nothing."""
    return (
        copies.exact_copies_of_a_snowman(),
        copies.exact_copies_of_a_watermelon(),
        copies.exact_copies_of_a_balloon(),
        copies.lighthouse_saved_again_and_sent(),
        copies.sailboat_saved_again_and_sent(),
        copies.ice_cream_turned_and_sent(),
        copies.umbrella_cropped_and_framed(),
        look_alikes.candles_burst(),
        look_alikes.dog_burst(),
        look_alikes.window_bracket(),
        look_alikes.sunset_bracket(),
        look_alikes.grandmother_portraits(),
        look_alikes.wedding_scans(),
        look_alikes.old_car_scans(),
        look_alikes.kitchen_before_and_after(),
        look_alikes.form_pages(),
        different.party_from_two_phones(),
        *different.single_pictures(),
    )
