"""Words on the screen for the closed lists of the domain, marked for translation."""

from parentapp.enums import (
    AboutMeTopic,
    Answer,
    Audience,
    Basis,
    Closeness,
    EntryType,
    Face,
    Feeling,
    GuardianAnswer,
    Kind,
    LifeArea,
    MeasureStatus,
    Outcome,
    ReadyMessage,
    Relation,
    SeenPage,
    ServiceKind,
    Telling,
    Transition,
    TranslationState,
    Voice,
    Way,
)
from parentapp.i18n import N_, N_c
from parentapp.phrases.guide import HELP as HELP
from parentapp.phrases.guide import KIND_OF_HELP as KIND_OF_HELP
from parentapp.phrases.guide import LEVELS as LEVELS
from parentapp.phrases.guide import NEXT as NEXT
from parentapp.phrases.guide import NOW as NOW
from parentapp.phrases.guide import STEPS as STEPS

KINDS = {
    Kind.PLAN: N_("Planen: mål, tiltak og notater"),
    Kind.MEETINGS: N_("Møter og referater"),
    Kind.LYSGLIMT: N_c("several", "Lysglimt"),
    Kind.HEALTH: N_("Helse"),
    Kind.ABOUT_ME: N_("Dette er meg"),
    Kind.WHO_ELSE: N_("Hvem andre som hjelper"),
}

KIND_HINTS = {
    Kind.HEALTH: N_("Det som er merket som helse, av det du ellers krysser av."),
    Kind.ABOUT_ME: N_("Det nye hjelpere bør vite om barnet eller ungdommen."),
    Kind.WHO_ELSE: N_("At andre tjenester er med, og hvem som jobber der."),
}

SERVICES = {
    ServiceKind.SCHOOL: N_("skolen"),
    ServiceKind.KINDERGARTEN: N_("barnehagen"),
    ServiceKind.HEALTH_STATION: N_("helsestasjonen"),
    ServiceKind.PPT: N_("PPT"),
    ServiceKind.CHILD_WELFARE: N_("barnevernet"),
    ServiceKind.MENTAL_HEALTH: N_("psykisk helse"),
    ServiceKind.NAV: N_("NAV"),
    ServiceKind.BUP: N_("BUP"),
    ServiceKind.GP: N_("fastlegen"),
    ServiceKind.OUTREACH: N_("utekontakten"),
    ServiceKind.OPEN: N_("loggen"),
}
# What people are called at work, as employers write it; others stand there in Norwegian. Terms have their own words.
TITLES = {
    "avdelingsleder": N_("avdelingsleder"),
    "barnehagelærer": N_("barnehagelærer"),
    "barnevernspedagog": N_("barnevernspedagog"),
    "ergoterapeut": N_("ergoterapeut"),
    "fysioterapeut": N_("fysioterapeut"),
    "kontaktlærer": N_("kontaktlærer"),
    "lege": N_("lege"),
    "logoped": N_("logoped"),
    "lærer": N_("lærer"),
    "miljøterapeut": N_("miljøterapeut"),
    # NOTE: leads a group of children in a kindergarten
    "pedagogisk leder": N_("pedagogisk leder"),
    # NOTE: follows up people at NAV, the labour and welfare office
    "programrådgiver": N_("programrådgiver"),
    "psykolog": N_("psykolog"),
    "rådgiver": N_("rådgiver"),
    # NOTE: a teacher who also looks after how pupils are doing
    "sosiallærer": N_("sosiallærer"),
    "sosionom": N_("sosionom"),
    "spesialpedagog": N_("spesialpedagog"),
    "vernepleier": N_("vernepleier"),
}

TYPES = {
    EntryType.CONCERN: N_("Noe vi lurer på"),
    EntryType.NOTE: N_("Notat"),
    EntryType.GOAL: N_("Mål"),
    EntryType.MEASURE: N_("Tiltak"),
    EntryType.LYSGLIMT: N_("Lysglimt"),
    EntryType.HANDOVER: N_("Ny kontaktperson"),
    EntryType.EVALUATION: N_("Hjelper det?"),
    EntryType.MEETING: N_("Møte"),
    EntryType.STATEMENT: N_("Min mening"),
    EntryType.CONTRIBUTION: N_("Sendt til møtet"),
    EntryType.MINUTES: N_("Dette ble vi enige om"),
    EntryType.COMMENT: N_("Sagt om referatet"),
    EntryType.ABOUT_ME: N_("Dette er meg"),
    EntryType.TRANSITION: N_("Slik gikk overgangen"),
    EntryType.LEVEL: N_("Hvor er vi nå"),
}

LIFE_AREAS = {
    LifeArea.HOME: N_("Hjemme"),
    LifeArea.SCHOOL: N_c("life area", "Skole"),
    LifeArea.FRIENDS: N_("Venner"),
    LifeArea.HEALTH: N_c("life area", "Helse"),
    LifeArea.LEISURE: N_("Fritid"),
}

STATUSES = {
    MeasureStatus.PLANNED: N_("Planlagt"),
    MeasureStatus.UNDER_WAY: N_("I gang"),
    MeasureStatus.DONE: N_("Ferdig"),
    MeasureStatus.STOPPED: N_("Stoppet"),
}

OUTCOMES = {
    Outcome.BETTER: N_("Det hjelper"),
    Outcome.SAME: N_("Det er likt"),
    Outcome.WORSE: N_("Det er verre"),
    Outcome.TOO_EARLY: N_("For tidlig å si"),
}

VOICES = {
    Voice.CHILD: N_("Barnet eller ungdommen"),
    Voice.PARENT: N_("Foresatte"),
    Voice.PROFESSIONAL: N_("Hjelpere"),
}

TELLINGS = {  # NOTE: how somebody wants what they think to come out in a meeting
    Telling.READ_ALOUD: N_("Les opp for meg"),
    Telling.SHOW: N_("Vis fram"),
    Telling.CONTACT_ONLY: N_("Bare kontaktpersonen min"),
}

FACES = {
    Face.GREAT: N_("Veldig bra"),
    # NOTE: how things are, beside a smiling face
    Face.GOOD: N_c("face", "Bra"),
    Face.OK: N_("Midt på treet"),
    Face.BAD: N_("Ikke bra"),
}

ABOUT_ME = {
    AboutMeTopic.CALLED: N_("Dette vil jeg bli kalt"),
    AboutMeTopic.LIKE: N_("Dette liker jeg"),
    AboutMeTopic.GOOD_AT: N_("Dette er jeg god på"),
    AboutMeTopic.HARD: N_("Dette er vanskelig for meg"),
    AboutMeTopic.HELPS: N_("Dette hjelper meg"),
    AboutMeTopic.TALK: N_("Slik vil jeg at dere snakker med meg"),
}

ABOUT_ME_HINTS = {
    AboutMeTopic.CALLED: N_("Navn eller kallenavn, og hvordan det sies."),
    AboutMeTopic.LIKE: N_("Ting, steder og folk som gjør dagen bedre."),
    AboutMeTopic.GOOD_AT: N_("Smått og stort. Alt teller."),
    AboutMeTopic.HARD: N_("Det som er greit å vite, så dere slipper å gjette."),
    AboutMeTopic.HELPS: N_("Det som virker når det er vanskelig."),
    AboutMeTopic.TALK: N_("Hvor, når og hvordan. Alene eller sammen med noen."),
}

FEELINGS = {
    Feeling.GLAD: N_("Glad"),
    Feeling.PROUD: N_("Stolt"),
    Feeling.CALM: N_("Rolig"),
    Feeling.LAUGHED: N_("Vi lo"),
    Feeling.GRATEFUL: N_("Takknemlig"),
}

# Each is read in the reader's own language. The first ones are sent by families, the rest by professionals.
READY = {
    ReadyMessage.CALL_WITH_INTERPRETER: N_("Ring meg med tolk"),
    ReadyMessage.CAN_WE_TALK: N_("Kan vi snakke?"),
    ReadyMessage.CALL_ME: N_("Ring meg"),
    ReadyMessage.CHILD_SICK: N_("Barnet er sykt i dag"),
    ReadyMessage.LATE: N_("Jeg kommer for sent"),
    ReadyMessage.CANNOT_COME: N_("Jeg kan ikke komme"),
    ReadyMessage.THANKS: N_("Takk"),
    ReadyMessage.YES: N_("Ja"),
    ReadyMessage.NO: N_("Nei"),
    ReadyMessage.NOT_UNDERSTOOD: N_("Jeg forstår ikke"),
    ReadyMessage.WILL_CALL: N_("Jeg ringer deg"),
    ReadyMessage.WILL_CALL_WITH_INTERPRETER: N_("Jeg ringer deg med tolk"),
    # NOTE: the whole message: I have read what you wrote, and will see to it
    ReadyMessage.GOT_IT: N_("Jeg har fått meldingen din"),
    # NOTE: asked from the list of who has read the log: why did somebody look at it?
    ReadyMessage.WHY_SEEN: N_("Hvorfor ble det sett på loggen?"),
    ReadyMessage.CAN_YOU_COME: N_("Kan du komme?"),
    # NOTE: something is new about a meeting; it stands in the log
    ReadyMessage.SEE_MEETING: N_("Se på møtet i loggen"),
}

AUDIENCES = {
    Audience.LOG: N_("Alle i loggen"),
    Audience.CONTACT: N_("Kontaktpersonen min"),
    Audience.SELF: N_("Bare meg"),
}

RELATIONS = {
    Relation.SUBJECT: N_("deg selv"),
    Relation.GUARDIAN: N_("foresatt"),
    Relation.HOLDER: N_("kontaktperson"),
    Relation.DEPUTY: N_("stedfortreder"),
    Relation.PARTICIPANT: N_("hjelper"),
    Relation.OPENER: N_("spurte om loggen"),
    Relation.NETWORK: N_("en i nettverket"),
    # NOTE: a helper who was asked to take over as contact person
    Relation.SUCCESSOR: N_("spurt om å ta over"),
    # NOTE: invited to one meeting
    Relation.GUEST: N_("gjest i et møte"),
    Relation.INTERPRETER: N_("tolk"),
    Relation.TRANSLATOR: N_("oversetter"),
    # NOTE: leads a unit: a school, a health station
    Relation.LEADER: N_("enhetsleder"),
}

# A step in a child's life that goes with a new contact person.
TRANSITIONS = {
    Transition.KINDERGARTEN_SCHOOL: N_("Fra barnehage til skole"),
    Transition.SCHOOL_SCHOOL: N_("Fra en skole til en annen"),
}

TRANSLATION_STATES = {
    # NOTE: state of a translation
    TranslationState.ASKED: N_("Ikke begynt"),
    TranslationState.DRAFT: N_("Utkast"),
    TranslationState.FINISHED: N_c("translation", "Ferdig"),
}
ANSWERS = {Answer.YES: N_("Du sa ja"), Answer.NO: N_("Du sa nei"), Answer.WITHDRAWN: N_("Du trakk tilbake ja")}
ANSWERS[Answer.RUNS_OUT] = N_("Du sa nei til å fortsette")

# NOTE: how an answer was given
WAYS = {Way.APP: N_("I appen"), Way.PAPER: N_("På papir"), Way.SPOKEN: N_("Muntlig")}

SEEN = {
    SeenPage.HOME: N_("så det nyeste i loggen"),
    SeenPage.LOG: N_("leste loggen"),
    SeenPage.PLAN: N_("leste planen"),
    SeenPage.VERSIONS: N_("leste hvordan noen så det"),
    SeenPage.LYSGLIMT: N_("så lysglimt"),
    SeenPage.SHARING: N_("så hvem som ser hva"),
    SeenPage.CONSENT: N_("leste et spørsmål om å dele"),
    SeenPage.CONVERSATIONS: N_("så lista over samtaler"),
    SeenPage.CONVERSATION: N_("leste en samtale"),
    SeenPage.SEEN: N_("så hvem som har lest"),
    SeenPage.DESK: N_("så navnet på lista si"),
    SeenPage.NOTICES: N_("så hva som er nytt"),
    SeenPage.MEETING: N_("leste om et møte"),
    SeenPage.SUMMARY: N_("leste «Kort fortalt»"),
    SeenPage.ABOUT_ME: N_("leste «Dette er meg»"),
    # NOTE: an interpreter or a translator read what they were asked to work with
    SeenPage.ASSIGNMENT: N_("leste i et oppdrag"),
    SeenPage.TRANSLATIONS: N_("så hva som oversettes"),
    # NOTE: the leader of a unit read that somebody asked for another contact person; only whoever asked sees this line
    SeenPage.CONTACT_REQUEST: N_("leste det du har bedt om"),
    SeenPage.PICTURE: N_("så et bilde"),
    SeenPage.PICTURE_KEPT: N_("lastet ned et bilde"),
    SeenPage.FILE_KEPT: N_("lastet ned en fil"),
    SeenPage.HANDOVER: N_("leste om ny kontaktperson"),
    SeenPage.CLOSING: N_("leste om å avslutte loggen"),
    SeenPage.ARCHIVE: N_("så hva som kan lastes ned av loggen"),
    SeenPage.ARCHIVE_KEPT: N_("lastet ned loggen"),
    SeenPage.REFERRAL: N_("så hva som kan tas med til andre"),
    SeenPage.REFERRAL_KEPT: N_("lagde et ark av planen å ta med til andre"),
    # NOTE: a file of what is kept about the one who reads, of which something is about this log
    SeenPage.MY_DATA_KEPT: N_("lastet ned opplysningene om seg selv"),
    # NOTE: the page of who belongs to the log
    SeenPage.PEOPLE: N_("så hvem som er med"),
}

CLOSENESS = {
    Closeness.GRANDPARENT: N_("Besteforelder"),
    Closeness.STEP_PARENT: N_("Steforelder"),
    Closeness.SIBLING: N_("Voksne søsken"),
    Closeness.AUNT_OR_UNCLE: N_("Tante eller onkel"),
    Closeness.FRIEND: N_("Venn av familien"),
    Closeness.ANOTHER: N_("En annen voksen"),
}

BASES = {
    Basis.PARENTAL_RESPONSIBILITY: N_("Foreldreansvar"),
    Basis.COURT_JUDGMENT: N_("Bestemt av en domstol"),
    Basis.FOSTER_PARENT: N_("Fosterforelder"),
    # NOTE: somebody appointed to look after a child's rights where there are no parents who can
    Basis.VERGE: N_("Verge"),
}

# NOTE: what a young person has decided about one guardian
GUARDIAN_ANSWERS = {
    GuardianAnswer.LET_IN: N_("Du sa ja til at de er med."),
    GuardianAnswer.NOT_IN: N_("Du sa nei til at de er med."),
    GuardianAnswer.LET_GO: N_("Du bestemte at de ikke er med lenger."),
    GuardianAnswer.SHARE_HEALTH: N_("Du lot dem se det som gjelder helsen din."),
    GuardianAnswer.KEEP_HEALTH: N_("Du sluttet å dele det som gjelder helsen din."),
}
