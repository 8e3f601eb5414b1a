"""Ready-made messages, which each reads in their own language: who is offered which, in which order."""

from parentapp.enums import ReadyMessage

R = ReadyMessage
FAMILY_SENDS = (
    *(R.CALL_WITH_INTERPRETER, R.CAN_WE_TALK, R.CALL_ME, R.CHILD_SICK, R.LATE, R.CANNOT_COME),
    *(R.THANKS, R.YES, R.NO, R.NOT_UNDERSTOOD),
)
STAFF_SENDS = (
    *(R.WILL_CALL_WITH_INTERPRETER, R.WILL_CALL, R.GOT_IT, R.CAN_YOU_COME, R.SEE_MEETING),
    *(R.THANKS, R.YES, R.NO),
)
INTERPRETED = frozenset({R.CALL_WITH_INTERPRETER, R.WILL_CALL_WITH_INTERPRETER})
OF_A_CHILD = frozenset({R.CHILD_SICK})  # what the child itself does not say


def offered(*, works: bool, youth: bool, interpreted: bool) -> tuple[ReadyMessage, ...]:
    """Those for a member of a conversation. What names an interpreter stands first where somebody needs one."""
    sends = [each for each in (STAFF_SENDS if works else FAMILY_SENDS) if not (youth and each in OF_A_CHILD)]
    return tuple(sends if interpreted else sorted(sends, key=lambda each: each in INTERPRETED))
