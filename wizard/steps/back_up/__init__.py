"""Step 3, one screen for each moment: which drive, what its risk is, the copying, what was checked."""

from wizard.steps.back_up.opening import back_up_step

__all__ = ["back_up_step"]
