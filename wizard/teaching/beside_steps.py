"""Which lesson stands beside each step, and beside the two moments that have one of their own."""

from __future__ import annotations

from wizard.journey import StepName

LESSONS = {
    StepName.WELCOME: "00-welcome",
    StepName.CHOOSE: "09-phone-cloud-and-library-apps",
    StepName.BACK_UP: "01-back-up",
    StepName.LOOK: "02-look-alikes",
    StepName.REVIEW: "03-review-folder",
    StepName.INSPECT: "04-inspect",
    StepName.FINISH: "05-after-the-workshop",
}
ALREADY_LOST = "06-already-lost-photos"
CLOUD_AND_APPS = "09-phone-cloud-and-library-apps"
