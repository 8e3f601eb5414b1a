"""The frame of each log: who opened it, who belongs, who was asked and what they said, who is kept out.

Part of every build, brief or full: this is what makes the situations that the people are known for.
"""

from parentapp.demo.beats import (
    Answered,
    Asked,
    Beat,
    Blocked,
    Deputised,
    Guarded,
    Invited,
    Joined,
    Opened,
    Wondered,
)
from parentapp.demo.care_beats import TookCare
from parentapp.demo.closing_beats import ClosingAgreed, ClosingProposed
from parentapp.demo.handover_beats import Offered, TookOver
from parentapp.enums import Answer, Basis, Kind, Transition

PLAN_AND_MEETINGS = frozenset({Kind.PLAN, Kind.MEETINGS})
WITHOUT_HEALTH = PLAN_AND_MEETINGS | {Kind.LYSGLIMT}
HEALTH_TOO = frozenset({Kind.PLAN, Kind.LYSGLIMT, Kind.HEALTH, Kind.WHO_ELSE})
TO_HELP_TOGETHER = "Så de som hjelper, kan snakke sammen og dra samme vei."
TO_HAVE_A_LOG = "Så vi kan ha en felles logg, der dere ser alt som blir skrevet."

SOFIA: tuple[Beat, ...] = (
    Opened(275, "09.10", "ola", "nav", "Sofia", 11, 100, level=2),
    Guarded(275, "09.25", "ola", "oksana", "Viste pass og papirer fra UDI på kontoret."),
    Wondered(275, "09.40", "ola", "Sofia er mye alene etter skolen. Hun savner noen å være sammen med på norsk."),
    Asked(275, "09.50", "ola", TO_HAVE_A_LOG, child_view="Det er greit hvis mamma får lese alt."),
    Asked(
        275, "10.00", "ola", TO_HELP_TOGETHER, "nav", HEALTH_TOO,
        child_view="Ola er grei. Han kan få vite det.",
    ),
    Answered(272, "20.15", "oksana", ("log", "nav")),
    Asked(
        255, "13.00", "ola", TO_HELP_TOGETHER, "school", WITHOUT_HEALTH,
        child_view="Per kan få lese, men ikke de andre i klassen.",
    ),
    Answered(250, "19.05", "oksana", ("school",)),
    Joined(246, "08.30", "ola", "per.aas"),
    Invited(240, "12.10", "ola", "erik"),
    Asked(
        230, "10.20", "ola", TO_HELP_TOGETHER, "health", HEALTH_TOO | PLAN_AND_MEETINGS,
        child_view="Kari er snill. Det er fint om hun vet ting.",
    ),
    Answered(225, "21.00", "oksana", ("health",)),
    Joined(221, "09.00", "ola", "kari"),
    Offered(
        151, "14.00", "ola",
        "Nå tar Kari over. Hun har møtt Sofia og Oksana to ganger, og de er enige. Takk for turen så langt!",
        successor="kari", reason="Sofia er mest på skolen og hos helsesykepleieren nå. Da er Kari nærmere enn NAV.",
    ),
    TookOver(150, "08.40", "kari"),
    Deputised(146, "08.40", "kari", "lina"),
    Answered(120, "18.30", "oksana", ("nav",), Answer.NO),
    Asked(
        20, "11.15", "kari", "Så PPT kan gi råd om norsken og om gruppa i klassen.", "ppt", PLAN_AND_MEETINGS,
        child_view="Vet ikke helt. Det kommer an på hvem det er.",
    ),
)  # fmt: skip

AMINA: tuple[Beat, ...] = (
    Opened(369, "10.00", "kari", "health", "Amina", 15, 125, level=2, youth="amina"),
    Guarded(369, "10.10", "kari", "fadumo", "Møtte på kontoret med legitimasjon."),
    Guarded(369, "10.20", "kari", "yusuf", "Møtte på kontoret med legitimasjon."),
    Wondered(369, "10.40", "kari", "Amina sover dårlig og har mistet lysten på fotballen. Hun vil gjerne at noen spør."),
    Asked(369, "10.50", "kari", TO_HAVE_A_LOG, child_view="Ja, hvis jeg får være med og bestemme hva som står der."),
    Asked(
        369, "11.00", "kari", TO_HELP_TOGETHER, "health", HEALTH_TOO | PLAN_AND_MEETINGS | {Kind.ABOUT_ME},
        child_view="Kari kan få vite alt det vanlige.",
    ),
    Answered(366, "20.10", "fadumo", ("log", "health")),
    Answered(365, "17.45", "yusuf", ("log", "health")),
    Deputised(361, "09.30", "kari", "lina"),
    Asked(
        344, "12.30", "kari", TO_HELP_TOGETHER, "school", WITHOUT_HEALTH,
        child_view="Skolen kan se planen, men ikke det om helse.",
    ),
    Answered(339, "19.20", "fadumo", ("school",)),
    Answered(338, "21.05", "yusuf", ("school",)),
    Joined(334, "08.45", "kari", "per.aas"),
    Answered(121, "16.10", "amina", ("log", "health", "school")),
    Joined(48, "09.15", "kari", "ingrid"),
    Asked(48, "09.30", "kari", "Så PPT kan hjelpe skolen med å lage en roligere uke.", "ppt", frozenset({Kind.PLAN})),
    Answered(43, "20.00", "fadumo", ("ppt",)),
    Answered(42, "15.30", "amina", ("ppt",)),
    Answered(41, "18.00", "yusuf", ("ppt",), Answer.NO),
    Answered(36, "20.30", "fadumo", ("log", "health")),
    Answered(35, "19.15", "yusuf", ("log", "health")),
)  # fmt: skip

JONAS: tuple[Beat, ...] = (
    Opened(372, "13.00", "lina", "health", "Jonas", 17, 95, level=3, youth="jonas"),
    Wondered(372, "13.15", "lina", "Jonas sier at det er for mange å forholde seg til. Han vil ha én person å ringe."),
    Asked(372, "13.25", "lina", "Så du kan ha én logg som du bestemmer over selv."),
    Asked(372, "13.30", "lina", "Så vi på helsestasjonen kan hjelpe deg med å holde i trådene.", "health", HEALTH_TOO),
    Answered(369, "22.10", "jonas", ("log", "health")),
    Asked(300, "10.00", "lina", "Så barnevernet kan hjelpe til med bolig og hverdagen.", "child_welfare",
          HEALTH_TOO | PLAN_AND_MEETINGS),
    Answered(295, "21.40", "jonas", ("child_welfare",)),
    Joined(291, "09.10", "lina", "tor"),
    Asked(250, "14.00", "lina", "Så BUP kan være med på planen og møtene.", "bup", PLAN_AND_MEETINGS),
    Answered(245, "23.05", "jonas", ("bup",)),
    Joined(241, "11.20", "lina", "siri"),
    Offered(
        201, "13.30", "lina",
        "Tor tar over nå, slik du ønsket, Jonas. Han kjenner planen, og dere har alt møttes tre ganger.",
        successor="tor", reason="Jonas vil ha en som kan hjelpe med et sted å bo. Det er vedtaket, og Tor sin jobb.",
        decided=True,
    ),
    TookOver(200, "09.10", "tor"),
    Asked(170, "12.00", "tor", "Så fastlegen din kan følge med på søvnen en stund.", "gp",
          frozenset({Kind.PLAN, Kind.HEALTH}), months=3),
    Answered(165, "20.20", "jonas", ("gp",)),
    Answered(160, "20.30", "jonas", ("health",), Answer.NO),
    Asked(90, "10.30", "tor", "Så NAV kan hjelpe med sommerjobb.", "nav", frozenset({Kind.PLAN})),
    Answered(86, "22.30", "jonas", ("nav",), Answer.NO),
    Answered(40, "21.15", "jonas", ("log",)),
)  # fmt: skip

LISE: tuple[Beat, ...] = (
    Opened(45, "12.00", "per.aas", "school", "Lise", 12, 200, level=1),
    Guarded(45, "12.10", "per.aas", "per.haugen", "Kjenner ham fra foreldremøter; viste legitimasjon."),
    Guarded(45, "12.15", "per.aas", "anne.haugen", "Kjenner henne fra foreldremøter; viste legitimasjon."),
    Wondered(45, "12.30", "per.aas", "Lise har blitt stillere i timene. Vi lurer på om lesingen tar for mye krefter."),
    Asked(45, "12.40", "per.aas", TO_HAVE_A_LOG, child_view="Det går fint."),
    Asked(
        45, "12.45", "per.aas", TO_HELP_TOGETHER, "school", WITHOUT_HEALTH,
        child_view="Det er jo læreren min, så det går fint.",
    ),
    Answered(42, "18.50", "per.haugen", ("log", "school")),
    Answered(42, "21.10", "anne.haugen", ("log", "school")),
)  # fmt: skip

NOOR: tuple[Beat, ...] = (
    Opened(205, "09.00", "lina", "health", "Noor", 8, 150, level=2, protected=True),
    Blocked(205, "09.05", "lina", "samir"),
    Guarded(205, "09.10", "lina", "layla", "Møtte med legitimasjon og dom om foreldreansvar."),
    Wondered(205, "09.30", "lina", "Noor våkner om natta og er trøtt om dagen. Mamma vil gjerne ha hjelp til rolige kvelder."),
    Asked(205, "09.40", "lina", TO_HAVE_A_LOG, child_view="Mamma kan skrive for meg."),
    Asked(
        205, "09.45", "lina", TO_HELP_TOGETHER, "health", HEALTH_TOO | PLAN_AND_MEETINGS,
        child_view="Lina har snill stemme.",
    ),
    Answered(202, "20.40", "layla", ("log", "health")),
)  # fmt: skip

MIKKEL: tuple[Beat, ...] = (
    Opened(262, "13.00", "per.aas", "school", "Mikkel", 13, 80, level=2),
    Guarded(262, "13.05", "per.aas", "hege", "Kjenner henne fra foreldremøter; viste legitimasjon."),
    Wondered(262, "13.20", "per.aas", "Mikkel har mye vondt i magen, og mest før matte."),
    Asked(262, "13.30", "per.aas", TO_HAVE_A_LOG, child_view="Ok for meg."),
    Asked(262, "13.35", "per.aas", TO_HELP_TOGETHER, "school", WITHOUT_HEALTH, child_view="Ok for meg."),
    Answered(259, "17.30", "hege", ("log", "school")),
    Asked(
        210, "10.10", "per.aas", TO_HELP_TOGETHER, "health", HEALTH_TOO,
        child_view="Lina kan få vite om magen.",
    ),
    Answered(205, "18.05", "hege", ("health",)),
    Joined(201, "12.00", "per.aas", "lina"),
)  # fmt: skip

ELLA: tuple[Beat, ...] = (
    Opened(182, "08.30", "berit", "kindergarten", "Ella", 5, 210, level=2),
    Joined(182, "08.33", "berit", "tor"),
    TookCare(
        182, "08.35", "berit", "child_welfare", "Vedtak om omsorg, vist fram av Tor Vik på kontoret.",
        second="tor", seen="Jeg har vedtaket her hos oss.",
    ),
    Guarded(
        182, "08.40", "berit", "gro", "Avtale om fosterhjem, vist fram på kontoret.", Basis.FOSTER_PARENT, signs=False
    ),
    Wondered(182, "09.00", "berit", "Ella blir urolig når noe nytt skal skje. Vi vil gjøre overgangen til skolen myk."),
    Asked(182, "09.10", "berit", TO_HAVE_A_LOG),
    Asked(182, "09.15", "berit", TO_HELP_TOGETHER, "kindergarten", WITHOUT_HEALTH),
    Asked(182, "09.20", "berit", "Så barnevernet kan følge med på hvordan Ella har det.", "child_welfare", PLAN_AND_MEETINGS),
    Answered(179, "10.20", "tor", ("log", "kindergarten", "child_welfare")),
    Asked(25, "10.00", "berit", "Så skolen vet hva som har hjulpet, før Ella begynner der.", "school", PLAN_AND_MEETINGS),
    Answered(21, "11.40", "tor", ("school",)),
    Asked(5, "10.30", "berit", "Så Ella møter en helsesykepleier hun kjenner, når hun begynner på skolen.", "health", PLAN_AND_MEETINGS),
    Offered(
        2, "11.10", "berit",
        "Ella er trygg når hun vet hva som skal skje. Bildekortene ligger i sekken hennes. Vi har avtalt med Gro at Ella "
        "besøker klasserommet to ganger til, og at bamsen er med. Akkurat nå gleder hun seg mest til å få egen pult.",
        successor="per.aas", reason="Ella begynner på skolen, og da trenger hun en voksen der.",
        transition=Transition.KINDERGARTEN_SCHOOL,
        worked="Å få se på først. Å ha én fast voksen ved døra. Å telle til tre sammen før noe nytt.",
    ),
)  # fmt: skip

MARTA: tuple[Beat, ...] = (
    Opened(130, "12.00", "kari", "health", "Marta", 29, 60, level=2, youth="marta", pregnant=True),
    Wondered(130, "12.10", "kari", "Marta venter sitt første barn og har ikke familie i nærheten. Hun vil gjerne ha en fast person."),
    Asked(130, "12.20", "kari", "Så du kan ha en logg du bestemmer over selv."),
    Asked(130, "12.25", "kari", "Så vi på helsestasjonen kan følge deg hele veien.", "health", HEALTH_TOO | PLAN_AND_MEETINGS),
    Answered(128, "19.40", "marta", ("log", "health")),
    Deputised(125, "08.50", "kari", "lina"),
)  # fmt: skip

ELIAS: tuple[Beat, ...] = (
    Opened(330, "11.00", "per.aas", "school", "Elias", 9, 40, level=1),
    Guarded(330, "11.05", "per.aas", "silje", "Kjenner henne fra foreldremøter; viste legitimasjon."),
    Wondered(330, "11.20", "per.aas", "Elias synes det er vanskelig å komme i gang med oppgaver."),
    Asked(330, "11.30", "per.aas", TO_HAVE_A_LOG, child_view="Greit."),
    Asked(330, "11.35", "per.aas", TO_HELP_TOGETHER, "school", WITHOUT_HEALTH, child_view="Greit."),
    Answered(327, "20.00", "silje", ("log", "school")),
    ClosingProposed(
        61, "14.30", "per.aas",
        "Klokka i skuffen, én oppgave om gangen og fem minutter med Per før timen. Nå går det uten. Blir det vanskelig igjen: ring meg på skolen.",
    ),
    ClosingAgreed(60, "19.10", "silje"),
)  # fmt: skip

ADAM: tuple[Beat, ...] = (
    Opened(95, "10.30", "berit", "kindergarten", "Adam", 5, 30, level=1),
    Guarded(95, "10.35", "berit", "samir", "Møtte med legitimasjon."),
    Guarded(95, "10.40", "berit", "rana", "Møtte med legitimasjon."),
    Wondered(95, "10.50", "berit", "Adam leter etter ordene. Vi vil gjerne høre hva han sier hjemme."),
    Asked(95, "11.00", "berit", TO_HAVE_A_LOG),
    Asked(95, "11.05", "berit", TO_HELP_TOGETHER, "kindergarten", WITHOUT_HEALTH),
    Answered(92, "19.00", "rana", ("log", "kindergarten")),
    Answered(91, "21.20", "samir", ("log", "kindergarten")),
)  # fmt: skip

NORA: tuple[Beat, ...] = (
    Opened(110, "09.00", "ivar", "sordal_school", "Nora", 10, 15, level=1),
    Guarded(110, "09.05", "ivar", "stine", "Møtte med legitimasjon."),
    Wondered(110, "09.20", "ivar", "Nora gruer seg til å lese høyt."),
    Asked(110, "09.30", "ivar", TO_HAVE_A_LOG, child_view="Ja."),
    Asked(110, "09.35", "ivar", TO_HELP_TOGETHER, "sordal_school", WITHOUT_HEALTH, child_view="Ja."),
    Answered(107, "18.15", "stine", ("log", "sordal_school")),
)  # fmt: skip

FAMILIES: dict[str, tuple[Beat, ...]] = {
    "sofia": SOFIA,
    "amina": AMINA,
    "jonas": JONAS,
    "lise": LISE,
    "noor": NOOR,
    "mikkel": MIKKEL,
    "ella": ELLA,
    "marta": MARTA,
    "elias": ELIAS,
    "adam": ADAM,
    "nora": NORA,
}
