"""A municipality's frame: units, accounts, employments, the age table. Set up by commands and the demo."""

from datetime import date, datetime
from uuid import UUID

from parentapp import clock, crypto
from parentapp.access.actor import SystemActor
from parentapp.crypto.passwords import hash_password
from parentapp.db import transaction
from parentapp.domain.accounts import username_hash
from parentapp.enums import HEALTH_SERVICES, Relation, ServiceKind
from parentapp.models import Account, AgePolicy, Employment, Municipality, Qualification, Unit

ALONE_FROM_16 = HEALTH_SERVICES | {ServiceKind.OPEN}
SHIPPED_FROM = date(2020, 1, 1)
NUMBER = frozenset("0123456789 +-()./")  # what a phone number is written with


def found(actor: SystemActor, name: str, *, reply_days: int = 2, invented: bool = False) -> UUID:
    """A new municipality with the age table we ship, which it must confirm with its lawyer."""
    with transaction():
        row = Municipality.create(name=name, reply_days=reply_days, invented=invented)
        for service in ServiceKind:
            alone = 16 if service in ALONE_FROM_16 else 18
            AgePolicy.create(
                municipality=row.id,
                service=service,
                valid_from=SHIPPED_FROM,
                heard=7,
                co_signs=15,
                alone=alone,
            )
    municipality: UUID = row.id
    return municipality


def has_invented(actor: SystemActor) -> bool:
    """Whether the demo's municipality is here. False too where nothing has been set up yet."""
    if not Municipality.table_exists():
        return False
    return bool(Municipality.select().where(Municipality.invented).exists())


def has_any(actor: SystemActor) -> bool:
    """Whether a municipality has been set up here."""
    return bool(Municipality.select().exists())


def add_unit(actor: SystemActor, municipality: UUID, name: str, service: ServiceKind) -> UUID:
    unit: UUID = Unit.create(municipality=municipality, name=name, service=service).id
    return unit


def add_account(
    actor: SystemActor,
    municipality: UUID,
    *,
    username: str,
    password: str,
    name: str,
    locale: str = "nb",
    phone: str | None = None,
    portrait: int = 0,
    needs_interpreter: bool = False,
    administers: UUID | None = None,
    password_at: datetime | None = None,
) -> UUID:
    """A person who can log in. The key is made, durably, before anything is sealed with it.

    Raises IntegrityError where the user name or the phone number is another's: a youth is not set up on a guardian's.
    Without `password_at` they choose a password of their own at their first login.
    """
    account: UUID = crypto.new_id()
    crypto.vault().create(account)
    Account.create(
        id=account,
        municipality=municipality,
        username_hash=username_hash(username),
        password_hash=hash_password(password),
        password_at=password_at,
        name=name,
        phone=phone,
        phone_hash=crypto.lookup_hash("phone", same_number(phone)) if phone else None,
        locale=locale,
        portrait=portrait,
        needs_interpreter=needs_interpreter,
        administers=administers,
        created_at=clock.now(),
    )
    return account


def same_number(phone: str) -> str:
    """Its digits, with the country's: however a number is written, it belongs to one account. No number: as it is."""
    if set(phone) - NUMBER:
        return phone
    digits = "".join(each for each in phone if each.isdigit())
    international = phone.strip().startswith("+") or digits.startswith("00")
    return digits.removeprefix("00") if international else f"47{digits}"


def employ(
    actor: SystemActor,
    account: UUID,
    unit: UUID,
    title: str,
    since: date,
    *,
    leads: bool = False,
    until: date | None = None,
) -> None:
    Employment.create(account=account, unit=unit, title=title, since=since, until=until, leads=leads)


def qualify(actor: SystemActor, account: UUID, role: Relation, locale: str, level: str, agency: str) -> None:
    """Register an interpreter or a translator for one language."""
    Qualification.create(account=account, role=role, locale=locale, level=level, agency=agency)
