"""The learner's way: steps, gates, what is done and what may be done next. Saved; shows nothing."""

from wizard.journey.inspection import Choice, Inspection
from wizard.journey.journey import Journey
from wizard.journey.moving import MoveResult, PutBackResult
from wizard.journey.receipt import Receipt, receipt_of, save_receipt
from wizard.journey.record import Record, StepName
from wizard.journey.trashing import send_to_trash, trash_plan

__all__ = [
    "Choice",
    "Inspection",
    "Journey",
    "MoveResult",
    "PutBackResult",
    "Receipt",
    "Record",
    "StepName",
    "receipt_of",
    "save_receipt",
    "send_to_trash",
    "trash_plan",
]
