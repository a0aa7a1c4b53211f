"""The same journey as questions and answers, line by line: for screen readers, simple terminals and pipes.

No cursor movement, no colour, nothing that is drawn over. Asks the journey, as the screens do, and acts on nothing else.
"""

from wizard.plain.conversation import Conversation
from wizard.plain.seven_steps import hold

__all__ = ["Conversation", "hold"]
