"""The list of areas that have addresses."""

from parentapp.views.about import bp as about
from parentapp.views.about_me import bp as about_me
from parentapp.views.absences import bp as absences
from parentapp.views.accounts import bp as accounts
from parentapp.views.answers import bp as answers
from parentapp.views.archive import bp as archive
from parentapp.views.attachments import bp as attachments
from parentapp.views.batons import bp as batons
from parentapp.views.before_meetings import bp as before_meetings
from parentapp.views.births import bp as births
from parentapp.views.checks import bp as checks
from parentapp.views.closing import bp as closing
from parentapp.views.consents import bp as consents
from parentapp.views.contact_requests import bp as contact_requests
from parentapp.views.conversations import bp as conversations
from parentapp.views.copying import bp as copying
from parentapp.views.desk import bp as desk
from parentapp.views.explaining import bp as explaining
from parentapp.views.freezing import bp as freezing
from parentapp.views.guide import bp as guide
from parentapp.views.handovers import bp as handovers
from parentapp.views.help_now import bp as help_now
from parentapp.views.home import bp as home
from parentapp.views.individual_plan import bp as individual_plan
from parentapp.views.interpreters import bp as interpreters
from parentapp.views.interpreting import bp as interpreting
from parentapp.views.levels import bp as levels
from parentapp.views.log import bp as log
from parentapp.views.log_wishes import bp as log_wishes
from parentapp.views.lysglimt import bp as lysglimt
from parentapp.views.meetings import bp as meetings
from parentapp.views.minutes import bp as minutes
from parentapp.views.municipality import bp as municipality
from parentapp.views.my_data import bp as my_data
from parentapp.views.my_guardians import bp as my_guardians
from parentapp.views.network import bp as network
from parentapp.views.new_logs import bp as new_logs
from parentapp.views.notices import bp as notices
from parentapp.views.operations import bp as operations
from parentapp.views.own_login import bp as own_login
from parentapp.views.own_matters import bp as own_matters
from parentapp.views.people import bp as people
from parentapp.views.plan import bp as plan
from parentapp.views.private import bp as private
from parentapp.views.questions import bp as questions
from parentapp.views.referral import bp as referral
from parentapp.views.registering import bp as registering
from parentapp.views.reopening import bp as reopening
from parentapp.views.seen import bp as seen
from parentapp.views.services import bp as services
from parentapp.views.settings import bp as settings
from parentapp.views.shell import bp as shell
from parentapp.views.staff import bp as staff
from parentapp.views.statements import bp as statements
from parentapp.views.summary import bp as summary
from parentapp.views.translations import bp as translations
from parentapp.views.unit import bp as unit
from parentapp.views.versions import bp as versions

ALL = (
    about,
    about_me,
    absences,
    accounts,
    answers,
    archive,
    attachments,
    batons,
    before_meetings,
    checks,
    births,
    closing,
    contact_requests,
    consents,
    conversations,
    copying,
    desk,
    explaining,
    freezing,
    guide,
    handovers,
    help_now,
    home,
    individual_plan,
    interpreters,
    interpreting,
    levels,
    log,
    log_wishes,
    lysglimt,
    meetings,
    minutes,
    municipality,
    my_data,
    my_guardians,
    network,
    new_logs,
    notices,
    operations,
    own_login,
    own_matters,
    people,
    plan,
    private,
    questions,
    referral,
    registering,
    reopening,
    seen,
    services,
    settings,
    shell,
    staff,
    statements,
    summary,
    translations,
    unit,
    versions,
)
