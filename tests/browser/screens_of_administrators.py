"""The screens of a municipality's administrator."""

from tests.browser import administering as she
from tests.browser.screen import Screen

HOME = "/municipality"
UNIT, WORK = HOME + "/units/{units[health]}", HOME + "/staff/{named[work]}"
ADMINISTERED = [
    Screen("municipality.index", "as it stands", "mona", HOME),
    Screen("municipality.index", "gaps and coming rows", "mona", HOME + "?done=ages", after=she.ages_to_come),
    Screen("municipality.index", "no number", "mona", HOME, 422, reached=she.promise_nothing),
    Screen("municipality.new_unit", "empty", "mona", HOME + "/units/new"),
    Screen("municipality.new_unit", "nothing written", "mona", HOME + "/units/new", 422, reached=she.leave_blank),
    Screen("municipality.rename_unit", "as it stands", "mona", UNIT + "/name"),
    Screen("municipality.ages", "empty", "mona", HOME + "/ages", after=she.ages_to_come),
    Screen("municipality.ages", "out of order", "mona", HOME + "/ages", 422, reached=she.ages_out_of_order),
    Screen("municipality.ages", "to be read", "mona", HOME + "/ages", reached=she.ages_to_read),
    Screen("municipality.latest_changes", "some", "mona", HOME + "/changes", after=she.ages_to_come),
    Screen("municipality.latest_changes", "none", "mona", HOME + "/changes"),
    Screen("staff.unit", "some", "mona", UNIT + "?done=employed", after=she.somebody_stopped),
    Screen("staff.unit", "nobody", "mona", HOME + "/units/{named[unit]}", after=she.ages_to_come),
    Screen("staff.employ", "empty", "mona", UNIT + "/staff"),
    Screen("staff.employ", "nothing written", "mona", UNIT + "/staff", 422, reached=she.leave_blank),
    Screen("staff.employ", "first login", "mona", UNIT + "/staff", reached=she.employ_somebody_new),
    Screen("staff.work", "works there", "mona", WORK, after=she.work_of_lina),
    Screen("staff.work", "no day", "mona", WORK, 422, after=she.work_of_lina, reached=she.stop_without_a_day),
    Screen("staff.work", "stopped", "mona", WORK, after=she.somebody_stopped),
    Screen("staff.register", "some", "mona", HOME + "/interpreters"),
    Screen("staff.register", "nothing written", "mona", HOME + "/interpreters", 422, reached=she.leave_blank),
    Screen("settings.more", "administrator", "mona", "/more"),
]
