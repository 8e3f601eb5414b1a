"""The conditions of `access.office`, each opened: what an administrator, or anybody, would get without it."""

from typing import Any

import pytest

from parentapp.access import office
from parentapp.access.office import Office
from parentapp.models import Account, AgePolicy, Employment, Municipality, Qualification, Unit
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    here = "(Account.municipality == office.municipality_id) & "
    return [
        Removal("administering", _everybody_administers, frozenset({"office.administers"})),
        instead("the office of whom one is", office, "enter", _anybodys),
        cut_out("an account that was closed", office, "enter", " & Account.disabled_at.is_null()"),
        instead("giving oneself access", office, "require_somebody_else", lambda office, account_id: None),
        instead("the municipality's own units", office, "units", lambda _: Unit.select()),
        instead("work in the municipality's units", office, "employments", _all_work),
        instead("the municipality's own register", office, "qualifications", _all_registered),
        instead("people and no families", office, "people", lambda _: Account.select()),
        cut_out("people of the municipality", office, "people", here),
        cut_out("people who work or are registered", office, "people", " & (fn.EXISTS(works) | fn.EXISTS(registered))"),
        instead("the municipality's own ages", office, "age_rows", lambda _: AgePolicy.select()),
        cut_out("changes of the office alone", office, "changes", "ours & "),
        cut_out("changes in the municipality", office, "changes", " & here"),
        instead("finding what is the municipality's", office, "find", lambda _, model, row_id: model.get_by_id(row_id)),
    ]


def _everybody_administers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(office, "POLICY", dict.fromkeys(office.POLICY, (lambda _: True,)))


def _anybodys(actor: Any) -> Office:
    return Office(actor, Municipality.get(Municipality.name == "Fjordvik").id)


def _all_work(_: Office) -> Any:
    return (
        Employment.select(Employment, Account, Unit)
        .join(Account)
        .switch(Employment)
        .join(Unit)
        .where(Unit.id.is_null(False))
    )


def _all_registered(_: Office) -> Any:
    return Qualification.select(Qualification, Account).join(Account)
