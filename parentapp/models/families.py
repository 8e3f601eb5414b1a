"""The people around the child who are not professionals, and those who are kept out."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField

from parentapp.db import EnumField, Sealed, Table, UtcField
from parentapp.enums import Basis, Closeness, GuardianAnswer
from parentapp.models.accounts import Account, LoginSession, Unit
from parentapp.models.log import Stafettlogg


class Guardian(Table):
    """Invited and confirmed by a named professional, never by an import. Whoever comes back has another row."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    basis = EnumField(Basis)
    signs = BooleanField(default=True)  # has a say in consents
    verified_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    verified_how_sealed = BlobField()
    since = DateField()
    until = DateField(null=True)
    ended_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    ended_at = UtcField(null=True)  # by the young person: sees nothing from then on, and counts that day out
    ended_why_sealed = BlobField(null=True)

    verified_how = Sealed("verified_how_sealed", owner="log")
    ended_why = Sealed("ended_why_sealed", owner="log")

    class Meta:
        indexes = ((("log", "account"), False),)


class ProposedGuardian(Table):
    """A guardian whom one professional registered, and who waits: by court judgment for a second one who has seen it
    too, from 16 for the young person's yes.

    `answered_at`: they belong since, or whoever registered it took it back.
    """

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    basis = EnumField(Basis)
    signs = BooleanField()
    since = DateField()
    verified_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    verified_how_sealed = BlobField()
    at = UtcField()
    seconded_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    seconded_how_sealed = BlobField(null=True)
    answered_at = UtcField(null=True)

    verified_how = Sealed("verified_how_sealed", owner="log")
    seconded_how = Sealed("seconded_how_sealed", owner="log")

    class Meta:
        table_name = "judged_guardian"  # as it began; sealed texts are bound to it


class FirstLogin(Table):
    """A login that a professional made, for somebody who was to answer in this log.

    As long as whoever got it has not chosen an own password, it opens nothing else: see `access.by_name`.
    """

    account = ForeignKeyField(Account, unique=True, backref="+", on_delete="RESTRICT")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    made_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    at = UtcField()


class GuardianChoice(Table):
    """What the young person has decided about one guardian. Never deleted; a later word replaces an earlier one."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    guardian = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    chosen_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    answer = EnumField(GuardianAnswer)
    until = DateField(null=True)  # the last day of a yes
    language = CharField(max_length=8)
    text_version = CharField(max_length=16)
    session = ForeignKeyField(LoginSession, null=True, backref="+", on_delete="SET NULL")
    at = UtcField()
    replaced_at = UtcField(null=True)


class Care(Table):
    """A service has care of the child, and signs in place of the parents. At most one at a time for a log."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    since = DateField()
    until = DateField(null=True)
    registered_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    verified_how_sealed = BlobField()
    at = UtcField()

    verified_how = Sealed("verified_how_sealed", owner="log")


class CareWaiting(Table):
    """That a service has care, as one professional registered it: counts once a second one has seen it too.

    Answered without `seconded_by`: whoever registered it took it back.
    """

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    since = DateField()
    registered_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    verified_how_sealed = BlobField()
    at = UtcField()
    seconded_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    seconded_how_sealed = BlobField(null=True)
    answered_at = UtcField(null=True)

    verified_how = Sealed("verified_how_sealed", owner="log")
    seconded_how = Sealed("seconded_how_sealed", owner="log")


class NetworkPerson(Table):
    """A grandparent, step-parent or other trusted adult: lysglimt and nothing else."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    invited_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    since = DateField()
    until = DateField(null=True)
    kept_at = UtcField(null=True)  # when the young person last said that they are to stay


class NetworkProposal(Table):
    """Somebody proposed as a network person, by user name: whether anybody has that name is not kept, nor who."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    proposer = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    username_hash = BlobField()  # as `Account.username_hash`
    name_sealed = BlobField()  # as the family calls them
    closeness = EnumField(Closeness)
    at = UtcField()
    ended_at = UtcField(null=True)  # let in, or taken back

    name = Sealed("name_sealed", owner="log")


class NetworkAnswer(Table):
    """What one of the family says to it. Changed as long as the proposal is open; nobody else is told."""

    proposal = ForeignKeyField(NetworkProposal, backref="+", on_delete="CASCADE")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    yes = BooleanField()
    at = UtcField()

    class Meta:
        indexes = ((("proposal", "account"), True),)


class Block(Table):
    """Keeps a named person out of a child's log, whatever anyone else does."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    blocked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    blocked_at = UtcField()
    reason_sealed = BlobField(null=True)
    # Of a guardian who signs: a second person has seen too that they answer on paper.
    paper_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    paper_at = UtcField(null=True)
    paper_how_sealed = BlobField(null=True)

    reason = Sealed("reason_sealed", owner="log")
    paper_how = Sealed("paper_how_sealed", owner="log")

    class Meta:
        indexes = ((("log", "account"), True),)


# One who was taken out can be let in again: never two rows of one person that run.
NetworkPerson.add_index(
    NetworkPerson.log, NetworkPerson.account, unique=True, name="network_running", where=NetworkPerson.until.is_null()
)
