"""Amina, 15: sleep, football and a say in everything. The plan, what she keeps to herself, and who wrote to whom."""

from parentapp.demo.beats import Aimed, Beat, Glimpsed, Kept, Noted, Planned, Said
from parentapp.demo.readings import CameHome, Checked, Looked, LookedBack, ReadTalk
from parentapp.demo.reminder_beats import Reminded
from parentapp.demo.spread import again, glimpses, notes
from parentapp.demo.stage import Stage
from parentapp.demo.stories import amina_at_home, amina_in_somali, amina_with_kari, amina_with_per
from parentapp.enums import Audience, Feeling, LifeArea, MeasureStatus

BRIEF: tuple[Beat, ...] = (
    Aimed(355, "10.00", "kari", "Amina sover nok til at hun orker dagen.", LifeArea.HEALTH, name="goal"),
    Planned(
        354, "10.20", "kari", "Mobilen lades på kjøkkenet etter ti. Amina velger selv en lydbok.",
        "goal", "amina", look=-12, name="measure",
    ),
    Noted(204, "13.40", "per.aas", "Amina la fram om Nelson Mandela uten manus. Hele klassen hørte etter.", name="note"),
    Glimpsed(110, "20.30", "amina", "Første trening på et halvt år. Beina er døde, men jeg er glad.", Feeling.GLAD,
             ("kari", "fadumo", "yusuf"), name="lysglimt"),
    Said(104, "21.10", "amina", "Hei Kari. Kan vi snakke en dag uten at noen andre vet det?", whose="amina"),
    Said(103, "08.40", "kari", "Ja, det kan vi. Kom innom i storefri, så finner vi et rolig rom.", whose="amina"),
    Glimpsed(26, "22.05", "amina", "Jeg turte å si nei i dag, og det gikk helt fint.", Feeling.PROUD,
             audience=Audience.CONTACT, name="contact"),
    Noted(19, "11.10", "kari", "Amina vil spare penger til treningsleir og trenger ikke at alle vet det ennå.", name="hidden",
          paper="savings"),
    Kept(17, "16.30", "amina", "hidden", "yusuf"),
    Glimpsed(9, "23.10", "amina", "Skrev i dagboka for første gang siden i fjor. Bare for meg.", Feeling.CALM,
             audience=Audience.SELF, name="own", picture="evening"),
    Said(8, "19.30", "fadumo", "Salaan Kari. Amina si fiican ayay u seexataa hadda. Mahadsanid.", whose="fadumo"),
    Said(7, "10.15", "kari", "Så godt å høre, Fadumo! Hils Amina.", whose="fadumo"),
    Said(2, "18.20", "yusuf", "مرحبًا كاري. متى يمكننا أن نتحدث عن المدرسة؟", whose="yusuf"),
    *amina_in_somali.BRIEF,
)  # fmt: skip

PLAN: tuple[Beat, ...] = (
    Planned(320, "11.00", "kari", "Kari og Amina ses hver fjortende dag i storefri.", "goal", "kari", look=10),
    Planned(300, "11.20", "kari", "Sovedagbok i tre uker.", "goal", "amina", look=-270, status=MeasureStatus.DONE),
    Aimed(318, "12.00", "kari", "Amina gleder seg til noe hver uke.", LifeArea.LEISURE, name="joy"),
    Planned(230, "12.20", "kari", "Kari hører med laget om Amina kan trene uten å spille kamp.", "joy", "kari",
            look=-115, status=MeasureStatus.DONE),
    Planned(100, "12.30", "kari", "Yusuf kjører til trening, Fadumo henter.", "joy", "yusuf", look=15),
    Planned(18, "12.40", "kari", "Prøve dommerkurset i klubben.", "joy", "amina", look=25,
            status=MeasureStatus.PLANNED),
    Aimed(310, "13.00", "kari", "Skoledagen er til å holde ut, også når natta har vært kort.", LifeArea.SCHOOL, name="school"),
    Planned(305, "13.10", "kari", "Amina kan gå ut fem minutter uten å forklare hvorfor.", "school", "per.aas", look=-3,
            name="break"),
    Planned(180, "13.20", "kari", "Lettere ukeplan i perioder med mange prøver.", "school", "per.aas", look=12),
    Planned(290, "13.30", "kari", "Leksehjelp to dager i uka.", "school", "per.aas", look=-160,
            status=MeasureStatus.STOPPED),
    Aimed(140, "14.00", "kari", "Begge foreldrene får vite det samme til samme tid.", LifeArea.HOME, name="home"),
    Planned(139, "14.10", "kari", "Kari ringer begge samme dag når noe er avtalt.", "home", "kari", look=40),
)  # fmt: skip
TALK: tuple[Beat, ...] = (
    Said(352, "20.00", "fadumo", "Amina kama hadasho guriga. Maxaan samayn karaa?", whose="fadumo"),
    Said(351, "09.10", "kari", "Det viktigste er at du er der. Dere trenger ikke snakke om det hver dag.", whose="fadumo"),
    Said(300, "18.10", "yusuf", "شكرًا على الاتصال. أريد أن أعرف كيف أساعدها.", whose="yusuf"),
    Said(299, "11.30", "kari", "Fint at du spør. Amina setter pris på at du kjører henne.", whose="yusuf"),
    Said(102, "22.15", "amina", "Takk for praten. Det hjalp å si det høyt.", whose="amina"),
    Said(101, "09.00", "kari", "Takk for at du kom. Det blir mellom oss.", whose="amina"),
    Said(66, "21.40", "amina", "Kan du spørre Per om jeg kan ta engelskprøven i grupperommet?", whose="amina"),
    Said(65, "10.20", "kari", "Har spurt. Han sa ja med en gang, og at du bare kan gå dit.", whose="amina"),
    Said(44, "20.55", "amina", "Må jeg svare om PPT i dag?", whose="amina"),
    Said(43, "08.35", "kari", "Nei, du kan ta den tiden du vil. Og du kan si nei.", whose="amina"),
    Said(30, "19.05", "yusuf", "هل ستسافر مع الفريق هذا العام؟", whose="yusuf"),
    Said(29, "13.15", "kari", "Det er Amina som får fortelle om laget. Jeg hilser henne fra deg.", whose="yusuf"),
)  # fmt: skip
REMINDED: tuple[Beat, ...] = (Reminded(33, "07.05", "fadumo"), Reminded(3, "07.05", "fadumo"))  # of the school's yes
READ: tuple[Beat, ...] = (
    *(Checked(day, "22.20", "amina") for day in (119, 90, 40, 16, 3)),
    *(Checked(day, "21.00", "fadumo") for day in (330, 120, 35)),
    *(Checked(day, "20.10", "yusuf") for day in (329, 40, 33)),
    *(ReadTalk(day, "08.10", "kari", whose="amina") for day in (97, 62)),
    *(ReadTalk(day, "21.55", "amina", whose="amina") for day in (96, 60, 38)),
    *(ReadTalk(day, "20.45", "fadumo", whose="fadumo") for day in (344, 3)),
)


def full(stage: Stage) -> list[Beat]:
    """Twelve months, more than two hundred entries."""
    around = ("kari", "fadumo", "yusuf", "per.aas")
    return [
        *notes(stage, "kari", 358, 2, amina_with_kari.NOTES),
        *notes(stage, "kari", 350, 9, amina_with_kari.HEALTH, health=True),
        *glimpses(stage, "kari", 340, 5, amina_with_kari.GLIMPSES, hearts=("fadumo", "yusuf")),
        *notes(stage, "per.aas", 319, 3, amina_with_per.NOTES),
        *glimpses(stage, "per.aas", 316, 8, amina_with_per.GLIMPSES, hearts=("yusuf", "fadumo", "kari")),
        *glimpses(stage, "fadumo", 356, 4, amina_at_home.FADUMO, hearts=("yusuf", "kari")),
        *glimpses(stage, "yusuf", 349, 6, amina_at_home.YUSUF, hearts=("fadumo", "kari")),
        *glimpses(stage, "amina", 117, 1, amina_at_home.AMINA, hearts=around),
        *PLAN,
        *TALK,
        *READ,
        *REMINDED,
        *amina_in_somali.FULL,
        *again(stage, Looked, "kari", 354, 2, 46),
        *again(stage, Looked, "per.aas", 318, 2, 30),
        *again(stage, Looked, "amina", 118, 1, 20),
        *again(stage, CameHome, "fadumo", 355, 2, 13),
        *again(stage, CameHome, "yusuf", 353, 3, 11),
        *again(stage, LookedBack, "fadumo", 340, 6, 9),
    ]
