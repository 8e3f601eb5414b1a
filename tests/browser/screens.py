"""Every screen there is, with the person who needs it most, in each state it can be in. Looks at none of them."""

from tests.browser import reaching as reach
from tests.browser import situations as when
from tests.browser import situations_of_meetings as met
from tests.browser.screen import AMINA, SOFIA, Screen
from tests.browser.screens_of_administrators import ADMINISTERED
from tests.browser.screens_of_closing import CLOSING
from tests.browser.screens_of_files import FILED
from tests.browser.screens_of_guide import GUIDE
from tests.browser.screens_of_individual_plans import INDIVIDUAL_PLANS
from tests.browser.screens_of_leaders import LEADERS
from tests.browser.screens_of_log_wishes import LOG_WISHES
from tests.browser.screens_of_meetings import ARRANGED, HANDOVERS, INTERPRETERS, MEETINGS, SAID
from tests.browser.screens_of_people import PEOPLE
from tests.browser.screens_of_plans import BATON, PLANS
from tests.browser.screens_of_versions import SEARCHED, VERSIONS

TALK = "/conversations/{conversations[sofia.oksana]}"

DOORS = [
    Screen("accounts.login", "open", None, "/login"),
    Screen("accounts.login", "nothing written", None, "/login", 422, reached=reach.send_blank),
    Screen("accounts.login", "wrong password", None, "/login", 422, reached=reach.guess_password),
    Screen("accounts.login", "in the demo", None, "/login", broken=reach.demo),
    Screen("help_now.show", "without a login", None, "/help-now"),
    Screen("help_now.show", "logged in", "oksana", "/help-now"),
    Screen("settings.language", "without a login", None, "/settings/language"),
    Screen("settings.language", "logged in", "oksana", "/settings/language?back=/more"),
    Screen("settings.language", "none of those", "oksana", "/settings/language", 422, reached=reach.choose_klingon),
]

HOMES = [
    Screen("home.index", "guardian", "oksana", "/"),
    Screen("home.index", "young person", "amina", "/"),
    Screen("home.index", "decides alone", "jonas", "/"),
    Screen("home.index", "waits for the other's yes", "fadumo", "/"),
    Screen("home.index", "network", "erik", "/"),
    Screen("home.index", "several children", "erik", "/", after=when.two_children),
    Screen("home.index", "asked for a log", "hege", "/?log={named[ida]}", after=when.three_of_them),
    Screen("home.index", "contact person away", "oksana", "/", after=when.kari_away),
    Screen("home.index", "resting", "oksana", "/", after=when.resting),
    Screen("home.index", "closed", "silje", "/"),
    Screen("home.index", "nobody yet", "helga", "/"),
    Screen("desk.index", "full", "kari", "/desk"),
    Screen("desk.index", "answered", "kari", "/desk?done=sent"),
    Screen("desk.index", "empty", "randi", "/desk"),
    Screen("notices.index", "guardian", "oksana", "/notices"),
    Screen("notices.index", "professional", "kari", "/notices"),
    Screen("notices.index", "empty", "helga", "/notices"),
    Screen("settings.more", "one child", "oksana", "/more"),
    Screen("settings.more", "several children", "hege", "/more", after=when.three_of_them),
    Screen("settings.more", "professional", "kari", "/more"),
    Screen("settings.index", "one phone", "oksana", "/settings"),
    Screen("settings.index", "two phones", "oksana", "/settings", after=when.another_phone),
    Screen("settings.password", "changing it", "oksana", "/settings/password"),
    Screen("settings.password", "refused", "oksana", "/settings/password", 422, reached=reach.choose_an_easy_password),
    Screen("settings.password", "the first", "kari", "/settings/password?next=/desk", after=when.password_by_another),
    Screen("my_data.show", "guardian", "oksana", "/settings/my-data"),
    Screen("my_data.show", "young person", "amina", "/settings/my-data"),
    Screen("my_data.show", "protected", "layla", "/settings/my-data"),
    Screen("my_data.show", "professional, cannot be made", "kari", "/settings/my-data?done=no-paper"),
    Screen("settings.index", "the other ended", "oksana", "/settings?done=ended"),
]

LOGS = [
    Screen("log.any", "several", "kari", "/logs"),
    Screen("log.any", "none", "helga", "/logs"),
    Screen("log.show", "guardian", "oksana", SOFIA),
    Screen("log.show", "long", "oksana", SOFIA, after=when.many_notes),
    Screen("log.show", "older", "oksana", SOFIA + "?before={named[note]}", after=when.many_notes),
    Screen("log.show", "only the plan", "oksana", SOFIA + "?only=plan"),
    Screen("log.show", "only lysglimt, none", "stine", "/logs/{logs[nora]}?only=lysglimt"),
    Screen("log.show", "nothing at all", "lina", "/logs/{named[ida]}", after=when.three_of_them),
    Screen("log.show", "young person", "amina", AMINA),
    Screen("log.show", "network", "erik", SOFIA),
    Screen("log.show", "professional, written", "kari", SOFIA + "?done=note"),
    Screen("log.show", "closed", "silje", "/logs/{logs[elias]}"),
    Screen("log.show", "protected", "layla", "/logs/{logs[noor]}"),
    Screen("log.new_note", "empty", "kari", SOFIA + "/notes"),
    Screen("log.new_note", "nothing written", "kari", SOFIA + "/notes", 422, reached=reach.send_blank),
    Screen("log.new_concern", "empty", "per.aas", SOFIA + "/concerns"),
    Screen("log.new_concern", "nothing written", "per.aas", SOFIA + "/concerns", 422, reached=reach.send_blank),
]

GLIMPSES = [
    Screen("lysglimt.new", "guardian", "oksana", "/lysglimt"),
    Screen("lysglimt.new", "long", "oksana", "/lysglimt", after=when.many_lysglimt),
    Screen("lysglimt.new", "nothing written", "oksana", "/lysglimt", 422, reached=reach.send_no_words),
    Screen("lysglimt.new", "picture refused", "oksana", "/lysglimt", 422, reached=reach.send_a_text_as_picture),
    Screen("lysglimt.new", "picture to choose again", "oksana", "/lysglimt", 422, reached=reach.write_too_much),
    Screen("lysglimt.new", "shared", "erik", "/lysglimt?log={logs[sofia]}&done=lysglimt"),
    Screen("lysglimt.new", "young person chooses", "amina", "/lysglimt"),
    Screen("lysglimt.new", "kept to oneself", "amina", "/lysglimt?log={logs[amina]}&done=kept"),
    Screen("lysglimt.new", "professional", "kari", "/lysglimt?log={logs[sofia]}"),
    Screen("lysglimt.new", "only to look back", "siri", "/lysglimt"),
    Screen("lysglimt.new", "none yet", "stine", "/lysglimt"),
    Screen("lysglimt.new", "several children", "erik", "/lysglimt", after=when.two_children),
    Screen("lysglimt.new", "no child", "helga", "/lysglimt"),
]

TALKS = [
    Screen("conversations.index", "guardian", "oksana", "/conversations"),
    Screen("conversations.index", "young person", "amina", "/conversations"),
    Screen("conversations.index", "professional", "kari", "/conversations"),
    Screen("conversations.index", "none yet", "per.haugen", "/conversations"),
    Screen("conversations.index", "none to come", "erik", "/conversations"),
    Screen("conversations.show", "guardian", "oksana", TALK),
    Screen("conversations.show", "professional", "kari", TALK),
    Screen("conversations.show", "ready-made messages", "kari", TALK, after=when.said_ready),
    Screen("conversations.show", "long", "oksana", TALK, after=when.many_messages),
    Screen("conversations.show", "just begun", "per.haugen", "/conversations", reached=reach.begin_conversation),
    Screen("conversations.show", "nothing written", "oksana", TALK, 422, reached=reach.send_blank),
    Screen("conversations.show", "written twice", "oksana", TALK, 409, reached=reach.send_two_under_one_key),
    Screen("conversations.show", "closed", "silje", "/conversations/{conversations[elias.silje]}"),
]

CONSENTS = [
    Screen("consents.sharing", "guardian", "oksana", SOFIA + "/sharing"),
    Screen("consents.sharing", "answer later", "oksana", SOFIA + "/sharing?done=later"),
    Screen("consents.sharing", "young person", "amina", AMINA + "/sharing"),
    Screen("consents.sharing", "waits for the other's yes", "fadumo", AMINA + "/sharing"),
    Screen("consents.sharing", "decides alone", "jonas", "/logs/{logs[jonas]}/sharing"),
    Screen("consents.sharing", "resting", "oksana", SOFIA + "/sharing", after=when.resting),
    Screen("consents.sharing", "closed", "silje", "/logs/{logs[elias]}/sharing"),
    Screen("consents.sharing", "asked for a log", "hege", "/logs/{named[ida]}/sharing", after=when.three_of_them),
    Screen("consents.show", "asked", "oksana", "/consents/{requests[sofia.ppt]}"),
    Screen("consents.show", "no answer chosen", "oksana", "/consents/{requests[sofia.ppt]}", 422, reached=reach.maybe),
    Screen("consents.show", "asked for a log", "hege", "/consents/{named[ida.log]}", after=when.three_of_them),
    Screen("consents.show", "said yes", "oksana", "/consents/{requests[sofia.ppt]}?done=yes", after=when.answered_yes),
    Screen("consents.show", "runs", "oksana", "/consents/{requests[sofia.school]}"),
    Screen("consents.choice", "before an answer", "oksana", "/consents/{requests[sofia.ppt]}/choose"),
    Screen("consents.choice", "runs", "amina", "/consents/{requests[amina.school]}/choose"),
    Screen(
        "consents.choice",
        "none ticked",
        "oksana",
        "/consents/{requests[sofia.ppt]}/choose",
        422,
        reached=reach.ask_nobody,
    ),
    Screen("consents.sharing", "one kind less", "oksana", SOFIA + "/sharing", reached=reach.stop_lysglimt),
    Screen("consents.story", "young person", "jonas", "/logs/{logs[jonas]}/sharing/story"),
    Screen("consents.story", "nothing yet", "hege", "/logs/{named[ida]}/sharing/story", after=when.three_of_them),
    Screen("consents.preview", "what the school sees", "amina", AMINA + "/sharing/as/{units[school]}"),
    Screen("consents.preview", "sees nothing", "fadumo", AMINA + "/sharing/as/{units[ppt]}"),
    Screen("questions.ask", "contact person", "kari", SOFIA + "/sharing/ask?done=asked"),
    Screen("questions.ask", "one of the family", "yusuf", AMINA + "/sharing/ask"),
    Screen("questions.ask", "nothing filled in", "kari", SOFIA + "/sharing/ask", 422, reached=reach.ask_nothing),
    Screen("registering.index", "contact person", "kari", SOFIA + "/registering?done=registered"),
    Screen("registering.index", "helper", "per.aas", SOFIA + "/registering"),
    Screen("registering.register", "contact person", "kari", "/consents/{requests[sofia.ppt]}/registering"),
    Screen("registering.register", "helper", "per.aas", "/consents/{requests[sofia.school]}/registering"),
    Screen(
        "registering.register",
        "nothing filled in",
        "kari",
        "/consents/{requests[sofia.ppt]}/registering",
        422,
        reached=reach.send_unfilled,
    ),
    Screen("consents.show", "ends soon", "fadumo", "/consents/{requests[amina.school]}"),
    Screen("consents.sharing", "turns fifteen", "helga", "/logs/{logs[lise]}/sharing", after=when.soon_fifteen),
    Screen("consents.show", "of the log", "oksana", "/consents/{requests[sofia.log]}"),
    Screen(
        "consents.show", "stopped", "oksana", "/consents/{requests[sofia.school]}?done=withdrawn", after=when.withdrawn
    ),
    Screen("consents.show", "said no", "yusuf", "/consents/{requests[amina.ppt]}?done=no"),
    Screen("consents.show", "young person", "amina", "/consents/{requests[amina.ppt]}"),
    Screen("consents.show", "closed", "silje", "/consents/{requests[elias.school]}"),
    Screen("consents.sharing", "a foster mother reads", "gro", "/logs/{logs[ella]}/sharing"),
    Screen("consents.sharing", "a service with care", "tor", "/logs/{logs[ella]}/sharing"),
    Screen("consents.sharing", "a service, resting", "tor", "/logs/{logs[ella]}/sharing", after=when.care_rests),
    Screen("consents.show", "a foster mother reads", "gro", "/consents/{requests[ella.health]}"),
    Screen("consents.show", "a service with care", "tor", "/consents/{requests[ella.health]}"),
    Screen("answers.index", "guardian", "oksana", SOFIA + "/answers"),
    Screen("answers.index", "waits for the other's yes", "fadumo", AMINA + "/answers"),
    Screen("answers.index", "taken back", "oksana", SOFIA + "/answers", after=when.withdrawn),
    Screen("explaining.show", "after an answer", "oksana", "/picture-questions?back=/more"),
    Screen("consents.show", "asked in pictures", "yusuf", "/consents/{requests[amina.school]}?done=yes"),
    Screen("answers.index", "cannot be made", "oksana", SOFIA + "/answers?done=no-paper"),
    Screen("answers.index", "none yet", "gro", "/logs/{logs[ella]}/answers"),
    Screen("answers.index", "a service with care", "tor", "/logs/{logs[ella]}/answers"),
    Screen("consents.show", "a service with care, runs", "tor", "/consents/{requests[ella.kindergarten]}"),
    Screen("absences.index", "away", "kari", "/desk/away", after=when.kari_is_away),
    Screen("absences.index", "nobody held", "randi", "/desk/away"),
    Screen("absences.index", "wrong days", "kari", "/desk/away", 422, reached=reach.go_away_backwards),
    Screen("absences.deputy", "one there", "kari", SOFIA + "/deputy"),
    Screen("absences.deputy", "nobody of that name", "kari", SOFIA + "/deputy", 422, reached=reach.name_nobody),
    Screen("desk.index", "a service with care", "tor", "/desk"),
    Screen("seen.index", "guardian", "oksana", SOFIA + "/seen", after=when.many_readings),
    Screen("seen.index", "chosen", "amina", AMINA + "/seen?days=30"),
    Screen("seen.index", "nothing of that", "oksana", SOFIA + "/seen?what=picture_kept"),
    Screen("seen.index", "older", "oksana", SOFIA + "/seen?before={named[line]}", after=when.many_readings),
    Screen("seen.index", "young person", "amina", AMINA + "/seen"),
    Screen("seen.index", "nobody yet", "hege", "/logs/{named[ida]}/seen", after=when.three_of_them),
]

TASK, TEXT = "/translations/{translations[amina.goal]}", "/texts/{entries[amina.measure]}/translations"
TRANSLATED = [
    Screen("translations.index", "guardian", "fadumo", AMINA + "/translations", after=met.translated),
    Screen(
        "translations.index", "young person, stopped", "amina", AMINA + "/translations?done=stopped", after=met.stopped
    ),
    Screen("translations.index", "none yet", "oksana", SOFIA + "/translations"),
    Screen("translations.ask", "empty", "kari", TEXT),
    Screen("translations.ask", "nothing chosen", "kari", TEXT, 422, reached=reach.ask_nobody),
    Screen("translations.ask", "asked", "kari", "/texts/{entries[amina.goal]}/translations?done=asked"),
    Screen("translations.ask", "not to be sent", "kari", "/texts/{entries[amina.hidden]}/translations"),
    Screen("translations.ask", "no translator", "kari", "/texts/{entries[sofia.goal]}/translations"),
    Screen("translations.tasks", "some", "daud", "/assignments?done=finished", after=met.translated),
    Screen("translations.tasks", "none", "daud", "/assignments", after=met.stopped),
    Screen("translations.write", "not begun", "daud", TASK),
    Screen("translations.write", "changed since", "daud", TASK, after=met.translated),
    Screen("translations.write", "nothing written", "daud", TASK, 422, reached=reach.send_blank),
    Screen("log.show", "translated", "fadumo", AMINA, after=met.translated),
    Screen("plan.show", "translated", "fadumo", AMINA + "/plan", after=met.translated),
]

SUMMARIES = [
    Screen("summary.show", "guardian", "oksana", SOFIA + "/summary", after=when.read_the_day_before),
    Screen("summary.show", "in another language", "kari", SOFIA + "/summary?locale=ar", after=when.read_the_day_before),
    Screen("summary.show", "young person", "amina", AMINA + "/summary"),
    Screen("summary.show", "protected", "layla", "/logs/{logs[noor]}/summary"),
    Screen("summary.show", "closed", "silje", "/logs/{logs[elias]}/summary"),
    Screen("summary.show", "asked for a log", "hege", "/logs/{named[ida]}/summary", after=when.three_of_them),
    Screen("archive.show", "guardian", "oksana", SOFIA + "/archive"),
    Screen("archive.show", "young person", "amina", AMINA + "/archive?done=no-paper"),
    Screen("archive.show", "protected", "layla", "/logs/{logs[noor]}/archive"),
    Screen("archive.show", "nothing yet", "hege", "/logs/{named[ida]}/archive", after=when.three_of_them),
    Screen("referral.choose", "guardian", "oksana", SOFIA + "/referral"),
    Screen("referral.choose", "none chosen", "amina", AMINA + "/referral?done=nothing&words=1"),
    Screen("referral.choose", "no goals", "hege", "/logs/{named[ida]}/referral", after=when.three_of_them),
]

OPEN = [
    Screen("about.show", "without a login", None, "/about-bti"),
    Screen("about.show", "logged in", "oksana", "/about-bti"),
    Screen("shell.offline", "kept on the phone", None, "/offline/{locale}"),
    Screen("shell.help_without_network", "kept on the phone", None, "/help-now/{locale}"),
]

ERRORS = [
    Screen("errors.not_found", "logged in", "oksana", "/finnes-ikke", 404),
    Screen("errors.not_found", "without a login", None, "/finnes-ikke", 404),
    Screen("errors.not_allowed", "guardian", "oksana", SOFIA + "/notes", 403),
    Screen("errors.conflict", "closed log", "silje", "/logs/{logs[elias]}/notes", 409),
    Screen("errors.not_your_form", "old page", "oksana", "/lysglimt", 403, reached=reach.send_old_form),
    Screen("errors.not_understood", "no such heart", "oksana", "/lysglimt", 400, reached=reach.press_no_heart),
    Screen("errors.too_much", "a book", "oksana", "/lysglimt", 413, reached=reach.send_a_book),
    Screen("errors.throttled", "guessed", None, "/login", 429, after=when.too_many_tries, reached=reach.guess_password),
    Screen("errors.broken", "our fault", "oksana", "/notices", 500, broken=reach.break_news),
    Screen(
        "errors.broken", "with words", "oksana", "/lysglimt", 500, reached=reach.send_words, broken=reach.break_post
    ),
]

SCREENS = [
    *LEADERS,
    *LOG_WISHES,
    *INTERPRETERS,
    *ADMINISTERED,
    *DOORS,
    *HOMES,
    *LOGS,
    *VERSIONS,
    *SEARCHED,
    *FILED,
    *GLIMPSES,
    *TALKS,
    *CONSENTS,
    *PLANS,
    *INDIVIDUAL_PLANS,
    *BATON,
    *MEETINGS,
    *ARRANGED,
    *SAID,
    *HANDOVERS,
    *PEOPLE,
    *CLOSING,
    *TRANSLATED,
    *SUMMARIES,
    *OPEN,
    *GUIDE,
    *ERRORS,
]

FIRST = list({screen.shows: screen for screen in reversed(SCREENS)}.values())
OTHERS = [screen for screen in SCREENS if screen not in FIRST]
EACH_TIME = [*FIRST, *OTHERS[::6]]  # in Arabic; in bokmål fewer
