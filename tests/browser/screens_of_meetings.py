"""The screens of meetings: the meeting itself, what is said before it, what was agreed, and who interprets.

And those of handing the baton over.
"""

from tests.browser import reaching as reach
from tests.browser import situations as when
from tests.browser import situations_of_meetings as met
from tests.browser.screen import SOFIA, Screen

GYM, WEEK = "/meetings/{meetings[sofia.meeting]}", "/meetings/{meetings[amina.meeting]}"
MEETINGS = [
    Screen("meetings.index", "guardian", "oksana", SOFIA + "/meetings"),
    Screen("meetings.index", "contact person", "kari", SOFIA + "/meetings"),
    Screen("meetings.index", "closed", "silje", "/logs/{logs[elias]}/meetings"),
    Screen("meetings.index", "none yet", "stine", "/logs/{logs[nora]}/meetings"),
    Screen("meetings.mine", "guest", "bjorn", "/meetings"),
    Screen("meetings.mine", "none", "helga", "/meetings"),
    Screen("meetings.show", "guardian", "oksana", GYM),
    Screen("meetings.show", "young person", "amina", WEEK),
    Screen("meetings.show", "contact person", "kari", GYM + "?done=moved"),
    Screen("meetings.show", "helper", "per.aas", GYM),
    Screen("meetings.show", "guest", "bjorn", GYM),
    Screen("meetings.show", "answered", "oksana", GYM + "?done=rather-not", after=when.reassured),
    Screen("meetings.show", "cancelled", "oksana", GYM, after=met.meeting_cancelled),
    Screen("meetings.show", "over", "silje", "/meetings/{meetings[elias.meeting]}"),
    Screen("meetings.show", "protected", "layla", "/meetings/{named[noor.meeting]}", after=met.protected_meeting),
    Screen("meetings.show", "nothing to speak of", "oksana", GYM, 422, reached=reach.add_nothing),
    Screen("meetings.call", "empty", "kari", SOFIA + "/meetings/new"),
    Screen("meetings.call", "protected", "lina", "/logs/{logs[noor]}/meetings/new"),
    Screen("meetings.call", "nothing written", "kari", SOFIA + "/meetings/new", 422, reached=reach.call_without_words),
    Screen("meetings.move", "as it stands", "kari", GYM + "/time"),
    Screen("meetings.invite", "empty", "kari", GYM + "/invitations"),
    Screen("meetings.invite", "nobody", "kari", GYM + "/invitations", 422, reached=reach.invite_nobody),
    Screen("home.index", "guest of a meeting", "helga", "/", after=met.helga_is_a_guest),
    Screen("desk.index", "guest of a meeting", "bjorn", "/desk"),
]

UNDECIDED, INSTEAD = "/meetings/{meetings[sofia.undecided]}", GYM + "/contribution"
ARRANGED = [
    Screen("meetings.show", "times, guardian", "oksana", UNDECIDED, after=met.times_proposed),
    Screen("meetings.show", "times, one fits", "oksana", UNDECIDED + "?done=fits", after=met.one_time_fits),
    Screen("meetings.show", "times, contact person", "kari", UNDECIDED, after=met.one_time_fits),
    Screen("meetings.show", "times, helper", "per.aas", UNDECIDED, after=met.times_proposed),
    Screen("home.index", "times to answer", "oksana", "/", after=met.times_proposed),
    Screen("meetings.show", "brings somebody", "oksana", GYM + "?done=brought", after=met.brought),
    Screen("meetings.show", "somebody is brought", "kari", GYM, after=met.brought),
    Screen("before_meetings.contribute", "empty", "per.aas", INSTEAD),
    Screen("before_meetings.contribute", "nothing written", "per.aas", INSTEAD, 422, reached=reach.send_blank),
    Screen("before_meetings.contribute", "sent before", "per.aas", INSTEAD, after=met.sent_instead),
    Screen("meetings.show", "sent instead", "per.aas", GYM + "?done=contributed", after=met.sent_instead),
    Screen("meetings.show", "who came, guardian", "oksana", GYM, after=met.all_came),
    Screen("meetings.show", "who came, contact person", "kari", GYM + "?done=minutes", after=met.all_came),
    Screen("minutes.write", "with all who may come", "kari", GYM + "/minutes", after=met.begun_with_all),
]

SAID = [
    Screen("statements.write", "young person", "amina", WEEK + "/statement", after=met.all_said),
    Screen("statements.write", "guardian, empty", "oksana", GYM + "/statement"),
    Screen("statements.write", "nothing chosen", "oksana", GYM + "/statement", 422, reached=reach.send_blank),
    Screen("statements.hear", "empty", "per.aas", GYM + "/heard"),
    Screen("meetings.show", "said, young person", "amina", WEEK + "?done=stated", after=met.all_said),
    Screen("meetings.show", "said, contact person", "kari", WEEK, after=met.all_said),
    Screen("meetings.show", "heard", "kari", GYM + "?done=heard", after=met.all_said),
    Screen("meetings.show", "agreed, guardian", "oksana", GYM, after=met.all_agreed),
    Screen("meetings.show", "agreed, contact person", "kari", GYM + "?done=minutes", after=met.all_agreed),
    Screen("meetings.show", "commented, guardian", "oksana", GYM + "?done=commented", after=met.all_commented),
    Screen("meetings.show", "commented, contact person", "kari", GYM, after=met.all_commented),
    Screen("meetings.show", "minutes locked", "oksana", GYM, after=met.locked),
    Screen("meetings.show", "nothing said", "oksana", GYM, 422, after=met.all_agreed, reached=reach.say_nothing),
    Screen("minutes.change", "locked", "kari", GYM + "/minutes/words", 409, after=met.locked),
    Screen("minutes.write", "empty", "kari", WEEK + "/minutes", after=met.all_agreed),
    Screen(
        "minutes.write",
        "half a measure",
        "kari",
        WEEK + "/minutes",
        422,
        after=met.all_agreed,
        reached=reach.agree_on_half_a_measure,
    ),
    Screen("minutes.write", "there already", "kari", GYM + "/minutes", 409, after=met.all_agreed),
    Screen("minutes.change", "as they stand", "kari", GYM + "/minutes/words", after=met.all_agreed),
]

WORK, INTERPRETER = "/interpreting/{assignments[sofia.halyna]}", "/interpreters/{assignments[sofia.halyna]}"
ASKED, LATER = "{named[asked]}", "/meetings/{named[later]}/interpreters"
OF_MEETING = "/meetings/{meetings[sofia.meeting]}/interpreters"
INTERPRETERS = [
    Screen("interpreters.index", "guardian", "oksana", OF_MEETING),
    Screen("interpreters.index", "contact person", "kari", OF_MEETING),
    Screen("interpreters.index", "another may be asked", "kari", LATER, after=when.later),
    Screen("interpreters.show", "said yes", "oksana", INTERPRETER + "?done=yes"),
    Screen("interpreters.show", "to be answered", "yusuf", f"/interpreters/{ASKED}", after=met.interpreter_asked),
    Screen("interpreters.show", "contact person", "kari", INTERPRETER),
    Screen("interpreters.show", "no longer", "oksana", INTERPRETER, after=met.interpreter_ended),
    Screen("interpreting.show", "names first", "halyna", f"/interpreting/{ASKED}", after=met.interpreter_asked),
    Screen("interpreting.show", "open", "halyna", WORK),
    Screen("interpreting.summary", "in Norwegian", "halyna", WORK + "/summary"),
    Screen("interpreting.summary", "both", "halyna", f"/interpreting/{ASKED}/summary", after=met.interpreter_reads),
]

BATON = "/logs/{logs[ella]}/handover"
HANDOVERS = [
    Screen("handovers.show", "guardian", "gro", BATON),
    Screen("handovers.show", "who asks", "berit", BATON + "?done=proposed"),
    Screen("handovers.show", "who is asked", "per.aas", BATON),
    Screen("handovers.show", "only a question", "randi", "/logs/{logs[lise]}/handover", after=met.randi_is_asked),
    Screen("handovers.show", "nobody is asked", "kari", SOFIA + "/handover"),
    Screen("handovers.show", "no", "berit", BATON, after=met.said_no),
    Screen("handovers.show", "to look at", "per.aas", BATON + "?done=accepted", after=met.handed_over),
    Screen("handovers.show", "nothing written", "gro", BATON, 422, after=met.handed_over, reached=reach.send_blank),
    Screen("handovers.show", "looked at", "gro", BATON + "?done=checked", after=met.looked_at),
    Screen("handovers.propose", "empty", "kari", SOFIA + "/handover/new"),
    Screen("handovers.propose", "nothing written", "kari", SOFIA + "/handover/new", 422, reached=reach.send_blank),
    Screen("home.index", "a handover waits", "gro", "/"),
    Screen("home.index", "a transition to look at", "gro", "/", after=met.handed_over),
    Screen("desk.index", "asked to take over", "per.aas", "/desk"),
    Screen("desk.index", "said no", "per.aas", "/desk?done=declined", after=met.said_no),
]
