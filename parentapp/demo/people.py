"""The invented people of Fjordvik and Sørdal, their units and where they work, as plain rows. Builds nothing.

Usernames are first names in small plain letters. Where two people share one, both take their last name too
(`per.aas`, `per.haugen`), so that nobody has to know who came first.
"""

from dataclasses import dataclass

from parentapp.enums import Relation, ServiceKind
from parentapp.i18n import N_

PASSWORD = "fjordvik"  # noqa: S105 - everybody in the demo has it, and the login page says so

FJORDVIK, SORDAL = "fjordvik", "sordal"
MUNICIPALITIES = {FJORDVIK: "Fjordvik", SORDAL: "Sørdal"}


@dataclass(frozen=True)
class Place:
    """A unit: where professionals work."""

    municipality: str
    name: str
    service: ServiceKind


UNITS = {
    "school": Place(FJORDVIK, "Fjordvik skole", ServiceKind.SCHOOL),
    "kindergarten": Place(FJORDVIK, "Fjordvik barnehage", ServiceKind.KINDERGARTEN),
    "health": Place(FJORDVIK, "Fjordvik helsestasjon", ServiceKind.HEALTH_STATION),
    "ppt": Place(FJORDVIK, "PPT i Fjordvik", ServiceKind.PPT),
    "child_welfare": Place(FJORDVIK, "Barnevernet i Fjordvik", ServiceKind.CHILD_WELFARE),
    "bup": Place(FJORDVIK, "BUP Fjordvik", ServiceKind.BUP),
    "nav": Place(FJORDVIK, "NAV Fjordvik", ServiceKind.NAV),
    "gp": Place(FJORDVIK, "Fjordvik legesenter", ServiceKind.GP),
    "sordal_school": Place(SORDAL, "Sørdal skole", ServiceKind.SCHOOL),
}


@dataclass(frozen=True)
class Person:
    """Somebody who can log in. `role` and `situation` are what the demo's login page says; `portrait`: 1–6, as drawn."""

    username: str
    name: str
    role: str
    situation: str
    locale: str = "nb"
    unit: str | None = None
    title: str = ""
    leads: bool = False
    portrait: int = 0
    needs_interpreter: bool = False
    municipality: str = FJORDVIK
    administers: bool = False


FAMILIES = (
    Person(
        "oksana", "Oksana Bondarenko", N_("Foresatt for Sofia"),
        N_("Alene med foreldreansvaret. Leser ukrainsk, litt norsk. PPT har spurt, og venter på svaret hennes."),
        "uk", portrait=1, needs_interpreter=True,
    ),
    Person(
        "erik", "Erik Solberg", N_("Stefar til Sofia"),
        N_("En i nettverket: ser og deler lysglimt, ikke noe annet."), portrait=2,
    ),
    Person(
        "amina", "Amina Warsame", N_("Ungdom, 15 år"),
        N_("Egen innlogging. Har en privat samtale, et lysglimt bare for seg selv og noe som faren ikke ser."),
        portrait=3,
    ),
    Person(
        "fadumo", "Fadumo Ali", N_("Foresatt for Amina"),
        N_("Leser somali. Sa ja til PPT; faren sa nei, så PPT ser ingenting."),
        "so", portrait=3, needs_interpreter=True,
    ),
    Person(
        "yusuf", "Yusuf Warsame", N_("Foresatt for Amina"),
        N_("Leser arabisk. Bor ikke sammen med moren. Sa nei til PPT."), "ar", portrait=4,
    ),
    Person(
        "jonas", "Jonas Lie", N_("Ungdom, 17 år"),
        N_("Bestemmer selv, uten foresatte i loggen. Barnevernet og BUP er med."), portrait=2,
    ),
    Person(
        "helga", "Helga Lie", N_("Moren til Jonas"),
        N_("Har innlogging, men ingen tilgang: Jonas bestemmer selv."), portrait=6,
    ),
    Person(
        "per.haugen", "Per Haugen", N_("Foresatt for Lise"),
        N_("En helt ny logg: en undring, ett mål, bare skolen er med."), portrait=2,
    ),
    Person(
        "anne.haugen", "Anne Haugen", N_("Foresatt for Lise"),
        N_("Gift med Per. Skriver nynorsk."), "nn", portrait=1,
    ),
    Person(
        "layla", "Layla Haddad", N_("Foresatt for Noor"),
        N_("Leser arabisk. Datteren er skjermet: ikke noe sted står noen steder."),
        "ar", portrait=5, needs_interpreter=True,
    ),
    Person(
        "samir", "Samir Haddad", N_("Foresatt for Adam"),
        N_("Ser loggen til Adam. Skal aldri få vite om loggen til Noor."), "ar", portrait=4,
    ),
    Person(
        "rana", "Rana Khalil", N_("Foresatt for Adam"), N_("Moren til Adam."), "ar", portrait=5,
    ),
    Person(
        "hege", "Hege Strand", N_("Foresatt for Mikkel"),
        N_("Leser med strev. Korte setninger og ikoner hjelper."), portrait=6,
    ),
    Person(
        "gro", "Gro Lunde", N_("Fostermor for Ella"), N_("Ser alt i loggen. Barnevernet har omsorgen for Ella, og svarer på spørsmålene om å dele."),
        portrait=1,
    ),
    Person(
        "marta", "Marta Kowalska", N_("Gravid"),
        N_("Loggen handler om henne selv, og hun bestemmer alene. Leser polsk."),
        "pl", portrait=1, needs_interpreter=True,
    ),
    Person(
        "silje", "Silje Berg", N_("Foresatt for Elias"), N_("En avsluttet logg: hun kan lese den, ingen andre."),
        portrait=5,
    ),
    Person(
        "stine", "Stine Hagen", N_("Foresatt for Nora"), N_("Bor i nabokommunen Sørdal."),
        portrait=1, municipality=SORDAL,
    ),
)  # fmt: skip

PROFESSIONALS = (
    Person(
        "kari", "Kari Nilsen", N_("Stafettholder"), N_("Helsesykepleier. Holder stafetten for Sofia, Amina og Marta."),
        unit="health", title="helsesykepleier", portrait=5,
    ),
    Person(
        "lina", "Lina Moe", N_("Stedfortreder for Kari"),
        N_("Helsesykepleier. Svarer når Kari er borte, og holder stafetten for Noor."),
        unit="health", title="helsesykepleier", portrait=1,
    ),
    Person(
        "per.aas", "Per Aas", N_("Stafettholder"), N_("Lærer. Holder stafetten for Lise og Mikkel; har ett minutt om gangen."),
        unit="school", title="lærer", portrait=2,
    ),
    Person(
        "tor", "Tor Vik", N_("Stafettholder"), N_("I barnevernet. Tok over stafetten for Jonas etter Lina. Svarer for Ella i stedet for foreldrene; ett spørsmål venter."),
        unit="child_welfare", title="barnevernspedagog", portrait=2,
    ),
    Person(
        "berit", "Berit Dahle", N_("Stafettholder"), N_("I barnehagen. Holder stafetten for Ella og Adam."),
        unit="kindergarten", title="pedagogisk leder", portrait=6,
    ),
    Person(
        "siri", "Siri Dahl", N_("Hjelper"), N_("Psykolog i BUP. Jonas har sagt ja til planen og møtene."),
        unit="bup", title="psykolog", portrait=1,
    ),
    Person(
        "ingrid", "Ingrid Moe", N_("Hjelper uten tilgang"),
        N_("Rådgiver i PPT. Spurt om Amina, men ikke alle har sagt ja: hun ser ingenting."),
        unit="ppt", title="rådgiver", portrait=5,
    ),
    Person(
        "ola", "Ola Ness", N_("Tidligere stafettholder"),
        N_("Holdt stafetten for Sofia før Kari. Oksana har trukket samtykket: han ser ingenting nå."),
        unit="nav", title="programrådgiver", portrait=2,
    ),
    Person(
        "randi", "Randi Holm", N_("Kollega av Kari"), N_("Jobber på samme helsestasjon, men er ikke med i noen logg."),
        unit="health", title="fysioterapeut", portrait=6,
    ),
    Person(
        "anne.strand", "Anne Strand", N_("Enhetsleder"), N_("Leder helsestasjonen. Ser ikke innholdet i loggene."),
        unit="health", title="avdelingsleder", leads=True, portrait=6,
    ),
    Person(
        "bjorn", "Bjørn Eide", N_("Fastlege"), N_("Gjest i ett møte om Sofia: ser tid, sted og sakliste, ikke loggen."),
        unit="gp", title="fastlege", portrait=2,
    ),
    Person(
        "halyna", "Halyna Koval", N_("Tolk"), N_("Tolker ukrainsk. Skal tolke for Oksana i neste møte, og ser bare det møtet."), portrait=1,
    ),
    Person(
        "daud", "Daud Hassan", N_("Oversetter"), N_("Oversetter til somali. Kari har bedt om tekster til moren til Amina: han ser dem, og ikke noe annet."), portrait=4,
    ),
    Person(
        "taras", "Taras Melnyk", N_("Oversetter"), N_("Oversetter til ukrainsk. Kari har bedt om tekster til moren til Sofia: han ser dem, og ikke noe annet."), portrait=2,
    ),
    Person(
        "salma", "Salma Nasser", N_("Oversetter"), N_("Oversetter til arabisk. Kari har bedt om tekster til faren til Amina: hun ser dem, og ikke noe annet."), portrait=5,
    ),
    Person(
        "nabil", "Nabil Aziz", N_("Tolk"), N_("Tolker arabisk. Er spurt om å tolke for Yusuf i neste møte, og venter på familiens svar."), portrait=4,
    ),
    Person(
        "mona", "Mona Sund", N_("Administrator i kommunen"), N_("Ser ikke noe innhold i loggene."),
        portrait=5, administers=True,
    ),
    Person(
        "ivar", "Ivar Frost", N_("Stafettholder i Sørdal"), N_("Fra nabokommunen: fremmed for alle loggene i Fjordvik."),
        unit="sordal_school", title="sosiallærer", portrait=2, municipality=SORDAL,
    ),
)  # fmt: skip

EVERYBODY = {person.username: person for person in (*FAMILIES, *PROFESSIONALS)}

# Username, role, language, qualification, agency.
QUALIFIED = (
    ("halyna", Relation.INTERPRETER, "uk", "statsautorisert tolk", "Fjordvik tolketjeneste"),
    ("daud", Relation.TRANSLATOR, "so", "statsautorisert translatør", "Fjordvik tolketjeneste"),
    ("taras", Relation.TRANSLATOR, "uk", "translatør", "Fjordvik tolketjeneste"),
    ("salma", Relation.TRANSLATOR, "ar", "translatør", "Fjordvik tolketjeneste"),
    ("nabil", Relation.INTERPRETER, "ar", "tolk i Nasjonalt tolkeregister", "Fjordvik tolketjeneste"),
)
