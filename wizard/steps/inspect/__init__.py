"""Step 6, one group at a time: what is shown, how it is looked at, and what the learner decides."""

from wizard.steps.inspect.deciding import Inspect

__all__ = ["Inspect"]
