"""What an administrator has done before a screen is opened, and what she does there to see another state of it."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from parentapp import clock
from parentapp.access.ages import AgeRow
from parentapp.domain import administration, age_table, staff
from parentapp.enums import ServiceKind
from parentapp.models import AgePolicy
from tests.access.asking import employments
from tests.browser.site import Site

SEND = "main form button[type=submit]"


def ages_to_come(site: Site) -> None:
    """A new unit without anybody, a row of ages that is to come, and a gap among those of today."""
    with clock.at(site.now):
        mona = site.cast.actor("mona")
        site.named["unit"] = administration.add_unit(mona, "Utekontakten i Fjordvik", ServiceKind.OUTREACH)
        day = mona.today + timedelta(days=60)
        age_table.add_row(mona, AgeRow(ServiceKind.SCHOOL, day, heard=7, co_signs=15, alone=16))
    AgePolicy.delete().where(AgePolicy.service == ServiceKind.NAV).execute()


def work_of_lina(site: Site) -> None:
    site.named["work"] = employments(site.cast)["lina"]


def somebody_stopped(site: Site) -> None:
    """Randi works there no longer, and Lina until a day."""
    work = employments(site.cast)
    with clock.at(site.now):
        mona = site.cast.actor("mona")
        staff.end(mona, work["randi"])
        staff.end(mona, work["lina"], mona.today + timedelta(days=9))
    site.named["work"] = work["randi"]


def promise_nothing(page: Page) -> None:
    page.locator("#days").fill("0")
    _refused(page)


def leave_blank(page: Page) -> None:
    """A space in every box."""
    for box in page.locator("main input[type=text]").all():
        box.fill(" ")
    _refused(page)


def ages_out_of_order(page: Page) -> None:
    _fill_in_ages(page, "16", "15", "18")
    _refused(page)


def ages_to_read(page: Page) -> None:
    _fill_in_ages(page, "7", "15", "16")
    _go_on(page)


def _fill_in_ages(page: Page, *ages: str) -> None:
    page.locator("#service").select_option("school")
    page.locator("#valid_from").fill("2026-06-01")
    for box, age in zip(("#heard", "#co_signs", "#alone"), ages, strict=True):
        page.locator(box).fill(age)


def employ_somebody_new(page: Page) -> None:
    page.locator("#name").fill("Eva Lund")
    page.locator("#title").fill("lege")
    _go_on(page)


def stop_without_a_day(page: Page) -> None:
    page.locator("input[value=day]").check()
    _refused(page)


def _go_on(page: Page) -> None:
    with page.expect_navigation():
        page.locator(SEND).last.click()


def _refused(page: Page) -> None:
    page.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()
