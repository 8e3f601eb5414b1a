"""The conditions of `access` about one's own answers, each opened or taken away. See `openings`."""

from parentapp.access.visible import answering
from parentapp.models import ConsentDecision
from tests.access.removals import Removal, cut_out, instead

OWN = " & ((d.unit == signer) | (d.unit.is_null() & (d.signer == signer)))"


def conditions() -> list[Removal]:
    return [
        instead("one's own answers", answering, "answers", lambda sight: ConsentDecision.select()),
        cut_out("nobody else's answers", answering, "_own", OWN),
        cut_out("answers to questions one may know of", answering, "_own", "d.request.in_(asked) & "),
        cut_out("answered in one's own name", answering, "_own", "d.unit.is_null() & "),
    ]
