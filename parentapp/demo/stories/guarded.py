"""Noor, whose whereabouts nobody may learn, and Marta, who expects a child. No text about Noor tells where anything is."""

from parentapp.demo.beats import Aimed, Beat, Glimpsed, Noted, Planned, Said
from parentapp.demo.readings import CameHome, Checked, Looked, ReadTalk
from parentapp.demo.spread import again, glimpses, notes
from parentapp.demo.stage import Stage
from parentapp.enums import Feeling, LifeArea

NOOR: tuple[Beat, ...] = (
    Aimed(190, "10.00", "lina", "Noor sovner trygt og sover til det blir lyst.", LifeArea.HOME, name="goal"),
    Planned(188, "10.10", "lina", "En sang, en bok og en lampe, i samme rekkefølge hver kveld.", "goal", "layla", look=14, name="measure"),
    Noted(120, "13.15", "lina", "Noor har sovet hele natta fem ganger på to uker.", health=True, name="health"),
    Said(24, "21.00", "layla", "مساء الخير لينا. نامت نور وحدها الليلة.", whose="layla"),
    Said(23, "09.10", "lina", "Så fint! Hils Noor og si at jeg er stolt av henne.", whose="layla"),
    Glimpsed(10, "19.20", "layla", "رسمت نور شمسًا كبيرة وعلّقناها فوق السرير.", Feeling.GLAD, ("lina",), name="lysglimt"),
)  # fmt: skip
MARTA: tuple[Beat, ...] = (
    Aimed(115, "12.00", "kari", "Marta har noen å ringe når som helst de siste ukene.", LifeArea.HOME, name="goal"),
    Planned(114, "12.10", "kari", "Kari og Marta snakkes hver tirsdag, med tolk på telefon.", "goal", "kari", look=6, name="measure"),
    Noted(45, "11.00", "kari", "Alt ser fint ut. Marta hørte hjertet slå.", health=True, name="health"),
    Said(3, "07.55", "marta", "Dzień dobry, czy mogę przyjść w środę zamiast we wtorek?", whose="marta"),
    Glimpsed(7, "20.10", "marta", "Dziś poczułam pierwsze mocne kopnięcie.", Feeling.GRATEFUL, ("kari",), name="lysglimt"),
)  # fmt: skip

NOOR_WITH_LINA = (
    "Første prat med Noor. Hun viste meg alle ringene sine.",
    "Layla og jeg gikk gjennom kvelden, time for time.",
    "Noor valgte lampa selv: en måne.",
    "Layla får hvile en ettermiddag i uka nå.",
    "Vi snakket om drømmer. Noor tegner dem og gir dem en ny slutt.",
    "Noor sang hele sangen for meg.",
)
NOOR_AT_HOME = (
    "غنّت نور الأغنية للدمية حتى نامت الدمية.",
    "استيقظت نور مبتسمة وطلبت الفطور.",
    "قرأنا الكتاب نفسه ثلاث مرات.",
    "ضحكت نور حتى دمعت عيناها.",
    "أطفأت نور المصباح بنفسها الليلة.",
)
MARTA_WITH_KARI = (
    "Første samtale med tolk. Marta hadde skrevet ni spørsmål.",
    "Vi gikk gjennom rettighetene i permisjonen, steg for steg.",
    "Marta har begynt på norskkurs om kvelden.",
    "Hun har møtt to andre gravide i gruppa. Den ene snakker polsk.",
    "Vi pakket en liste for de siste ukene.",
)
MARTA_HERSELF = (
    "Kupiłam pierwsze skarpetki. Są mniejsze niż mój kciuk.",
    "Poszłam na spacer z Anią z grupy.",
    "Spałam siedem godzin.",
    "Powiedziałam po norwesku całe zdanie w aptece i mnie zrozumieli.",
)

BRIEF: dict[str, tuple[Beat, ...]] = {"noor": NOOR, "marta": MARTA}


def full(stage: Stage) -> dict[str, list[Beat]]:
    """What the demo has besides."""
    return {
        "noor": [
            *notes(stage, "lina", 198, 9, NOOR_WITH_LINA),
            *glimpses(stage, "layla", 185, 18, NOOR_AT_HOME, hearts=("lina",)),
            *again(stage, Looked, "lina", 195, 3, 12),
            *again(stage, CameHome, "layla", 198, 2, 6),
            Checked(100, "21.30", "layla"),
            ReadTalk(13, "21.10", "layla", whose="layla"),
        ],
        "marta": [
            *notes(stage, "kari", 122, 6, MARTA_WITH_KARI),
            *glimpses(stage, "marta", 118, 13, MARTA_HERSELF, hearts=("kari",)),
            Said(80, "18.00", "marta", "Czy tłumacz może zadzwonić do mnie przed spotkaniem?", whose="marta"),
            Said(79, "10.00", "kari", "Ja, tolken ringer deg ti minutter før.", whose="marta"),
            *again(stage, Looked, "kari", 120, 2, 10),
            *again(stage, CameHome, "marta", 124, 1, 5),
        ],
    }
