"""Words of the action guide: where a log is now, what comes next, whom to call."""

from parentapp.enums import Level, ServiceKind
from parentapp.i18n import N_

# NOTE: the steps of a path, from somebody wondering to several services that help together
LEVELS = {
    Level.WONDERING: N_("Vi undrer oss"),
    Level.OWN_SERVICE: N_("Én tjeneste hjelper"),
    Level.TWO_SERVICES: N_("To tjenester hjelper sammen"),
    Level.SEVERAL_SERVICES: N_("Flere tjenester hjelper sammen"),
}

# Said in the log when it changes.
NOW = {
    Level.WONDERING: N_("Nå snakker vi sammen om det vi undrer oss over."),
    Level.OWN_SERVICE: N_("Nå er det én tjeneste som hjelper."),
    Level.TWO_SERVICES: N_("Nå er det to tjenester som hjelper sammen."),
    Level.SEVERAL_SERVICES: N_("Nå er det flere tjenester som hjelper sammen."),
}

# What comes next, for the family and for whoever reads it with them.
NEXT = {
    Level.WONDERING: N_("Så blir vi enige om det trengs hjelp, og hva som kan hjelpe."),
    Level.OWN_SERVICE: N_("Så ser vi sammen om det hjelper. Ingen andre tjenester blir med uten et nytt ja."),
    Level.TWO_SERVICES: N_("Begge følger samme plan. Så ser vi sammen om det hjelper, og hva som skal til videre."),
    Level.SEVERAL_SERVICES: N_("Alle følger samme plan. Når det går bedre, blir det færre tjenester igjen."),
}

# NOTE: what a sort of service helps with, below its name
KIND_OF_HELP = {
    ServiceKind.SCHOOL: N_("For barn og unge som går på skolen."),
    ServiceKind.KINDERGARTEN: N_("Lek og læring for de minste."),
    ServiceKind.HEALTH_STATION: N_("Helse og utvikling for barn, unge og gravide."),
    ServiceKind.PPT: N_("Råd når det er vanskelig å lære eller å være med i barnehagen eller på skolen."),
    ServiceKind.CHILD_WELFARE: N_("Hjelp til barn og foreldre når det er vanskelig hjemme."),
    ServiceKind.MENTAL_HEALTH: N_("Noen å snakke med når livet er tungt."),
    ServiceKind.NAV: N_("Arbeid, penger og bolig."),
    ServiceKind.BUP: N_("Undersøkelse og behandling for barn og unge som har det vondt."),
    ServiceKind.GP: N_("Legen familien går til først."),
    ServiceKind.OUTREACH: N_("Voksne som møter ungdom der de er."),
}

# The last part of the address of a page of the guide: words, as no family reads a number.
STEPS = {
    Level.WONDERING: "wondering",
    Level.OWN_SERVICE: "own-service",
    Level.TWO_SERVICES: "two-services",
    Level.SEVERAL_SERVICES: "several-services",
}

# Who answers a number of help_numbers.toml, and when to call it.
HELP = {
    "ambulance": (N_("Ambulanse"), N_("Noen er skadet eller veldig syk.")),
    "police": (N_("Politi"), N_("Noen slår eller truer.")),
    "fire": (N_("Brann"), N_("Det brenner eller ryker.")),
    # NOTE: the out-of-hours doctor
    "doctor": (N_("Legevakt"), N_("Når du ikke kan vente til i morgen.")),
    # NOTE: the name of a helpline for children
    "alarm_phone": (N_("Alarmtelefonen"), N_("For deg som er barn eller ung. Hele døgnet.")),
    # NOTE: the name of an organisation
    "mental_health": (N_("Mental Helse"), N_("Noen som lytter, hele døgnet.")),
    "violence": (N_("Vold og overgrep"), N_("Noen å spørre, hele døgnet.")),
}
