"""What lies behind 0, at every question: the lesson, putting back, the step before, the language, leaving."""

from __future__ import annotations

from wizard.journey import StepName
from wizard.language.catalogs import _, pgettext
from wizard.language.step_names import prepared_choice, steps_to_prepare, stop_words
from wizard.plain.conversation import Answers
from wizard.plain.lessons import lesson_lines
from wizard.plain.put_back import put_back
from wizard.plain.way import GoTo, Leave, Way
from wizard.teaching.beside_steps import LESSONS


def everything(way: Way) -> None:
    """Asks, does it, and comes back to the question. Raises GoTo and Leave."""
    way.say(_("What would you like to do?"))
    match way.choose([*_answers(way), (0, pgettext("key", "Back"))]):
        case 1:
            way.say(*lesson_lines(LESSONS[way.step]))
        case 2:
            put_back(way)
        case 3:
            raise GoTo(list(StepName)[way.step.number - 2])
        case 4:
            way.choose_language()
            raise GoTo(way.step)
        case 5:
            raise Leave
        case 6:
            _prepared_step(way)


def _answers(way: Way) -> Answers:
    """Numbers never shift: where something cannot be done, its number is absent."""
    answers = [(1, _("Open the lesson for this step"))]
    if way.anything_to_put_back():
        answers.append((2, _("Put them back: one, some or all")))
    if way.step is not StepName.WELCOME:
        answers.append((3, _("Go back one step")))
    answers += [(4, "English, Español, 한국어 ..."), (5, stop_words(way.journey.practice))]
    if way.journey.practice:
        answers.append((6, prepared_choice()))
    return answers


def _prepared_step(way: Way) -> None:
    """Raises GoTo, unless the learner goes back."""
    way.say(prepared_choice())
    steps = list(enumerate(steps_to_prepare(), 1))
    number = way.choose([*steps, (0, pgettext("key", "Back"))])
    if number:
        way.language_chosen = number > StepName.WELCOME.number
        raise GoTo(way.practise(list(StepName)[number - 1]))
