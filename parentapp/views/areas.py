"""The list of areas that have addresses."""

from parentapp.views.about import bp as about
from parentapp.views.about_me import bp as about_me
from parentapp.views.accounts import bp as accounts
from parentapp.views.consents import bp as consents
from parentapp.views.conversations import bp as conversations
from parentapp.views.desk import bp as desk
from parentapp.views.help_now import bp as help_now
from parentapp.views.home import bp as home
from parentapp.views.log import bp as log
from parentapp.views.lysglimt import bp as lysglimt
from parentapp.views.meetings import bp as meetings
from parentapp.views.minutes import bp as minutes
from parentapp.views.notices import bp as notices
from parentapp.views.operations import bp as operations
from parentapp.views.plan import bp as plan
from parentapp.views.seen import bp as seen
from parentapp.views.settings import bp as settings
from parentapp.views.shell import bp as shell
from parentapp.views.statements import bp as statements

ALL = (
    about,
    about_me,
    accounts,
    consents,
    conversations,
    desk,
    help_now,
    home,
    log,
    lysglimt,
    meetings,
    minutes,
    notices,
    operations,
    plan,
    seen,
    settings,
    shell,
    statements,
)
