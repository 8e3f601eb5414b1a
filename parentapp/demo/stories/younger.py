"""Lise, Mikkel, Ella, Elias, Adam and Nora: ordinary months, told in few words."""

from parentapp.demo.beats import Aimed, Beat, Glimpsed, Noted, Planned, Said, Withheld
from parentapp.demo.people_beats import Registered
from parentapp.demo.readings import CameHome, Checked, Looked
from parentapp.demo.spread import again, glimpses, notes
from parentapp.demo.stage import Stage
from parentapp.enums import Feeling, LifeArea, MeasureStatus

LISE: tuple[Beat, ...] = (
    Aimed(36, "13.00", "per.aas", "Lise skal orke å lese en side uten å bli sliten.", LifeArea.SCHOOL, name="goal"),
    Planned(30, "13.10", "per.aas", "Ti minutter lesing hver morgen, sammen med meg.", "goal", "per.aas", look=-2, name="measure"),
    Planned(28, "13.20", "per.aas", "En bok på lydfil hjemme.", "goal", "anne.haugen", look=18),
    Noted(16, "10.30", "per.aas", "Lise valgte boka selv: den om hunden.", name="note"),
    Said(9, "20.30", "anne.haugen", "Hei Per. Lise lurer på om ho kan få lese for berre deg?", whose="anne.haugen"),
    Glimpsed(5, "19.10", "anne.haugen", "Lise las høgt for bestefar, to heile kapittel.", Feeling.PROUD, ("per.haugen",),
             name="lysglimt"),
    Glimpsed(3, "18.00", "per.haugen", "Lise leste skiltene på hele bilturen. Alle sammen.", Feeling.LAUGHED, ("anne.haugen",)),
)  # fmt: skip
MIKKEL: tuple[Beat, ...] = (
    Aimed(190, "09.00", "per.aas", "Mikkel har færre dager med vondt i magen.", LifeArea.HEALTH, name="goal"),
    Planned(188, "09.10", "per.aas", "Mikkel får vite dagen før hva matten handler om.", "goal", "per.aas", look=12, name="measure"),
    Noted(170, "11.00", "lina", "Mikkel spiser frokost på skolen to dager i uka.", health=True, name="health"),
    Noted(
        44, "10.40", "lina", "Mikkel ligger våken når det er bråk i blokka. Han har fått ørepropper, og det hjelper.",
        health=True, name="withheld",
    ),
    Withheld(44, "10.50", "lina", "withheld", "Jeg vil ikke at mamma skal bekymre seg enda mer."),
    Noted(40, "12.20", "per.aas", "Fire uker uten vondt i magen før matte.", name="note"),
    Said(22, "17.00", "hege", "Hei. Mikkel er glad for frokosten.", whose="hege"),
    Said(21, "12.00", "per.aas", "Det er vi også. Takk for at du sier det!", whose="hege"),
    Glimpsed(11, "16.30", "hege", "Mikkel lo i dag. Mye.", Feeling.LAUGHED, ("per.aas",), name="lysglimt"),
)  # fmt: skip
ELLA: tuple[Beat, ...] = (
    Aimed(160, "10.00", "berit", "Ella vet hva som skal skje, før det skjer.", LifeArea.SCHOOL, name="goal"),
    Planned(155, "10.10", "berit", "Bilder av dagen henger i gangen, i Ellas høyde.", "goal", "berit", look=20, name="measure"),
    Noted(50, "13.00", "berit", "Ella viste bildene til et nytt barn og forklarte alle sammen.", name="note"),
    Said(15, "20.15", "gro", "Ella spør om hun får ha med bamsen på besøksdagen.", whose="gro"),
    Said(14, "08.40", "berit", "Bamsen er hjertelig velkommen, og den får egen plass.", whose="gro"),
    Glimpsed(8, "18.20", "gro", "Ella hoppet fra kanten. Vi telte til tre fjorten ganger først.", Feeling.PROUD, ("berit",), name="lysglimt"),
)  # fmt: skip
ELIAS: tuple[Beat, ...] = (
    Aimed(300, "10.00", "per.aas", "Elias kommer i gang med oppgaver uten at noen maser.", LifeArea.SCHOOL, name="goal"),
    Planned(298, "10.10", "per.aas", "En liten klokke på pulten, som Elias stiller selv.", "goal", "per.aas", look=-90,
            status=MeasureStatus.DONE, name="measure"),
    Said(270, "19.00", "silje", "Elias vil ha med klokka hjem. Går det?", whose="silje"),
    Said(269, "13.40", "per.aas", "Den er hans. Det går fint.", whose="silje"),
    Glimpsed(200, "17.20", "silje", "Elias rakk leksene før fotballen. Begge deler var gøy.", Feeling.GLAD, ("per.aas",), name="lysglimt"),
    Noted(72, "12.10", "per.aas", "Elias trenger ikke klokka lenger. Vi er enige om å avslutte.", name="note", paper="clock"),
)  # fmt: skip
ADAM: tuple[Beat, ...] = (
    Aimed(85, "11.00", "berit", "Adam finner ordene når han vil være med i leken.", LifeArea.FRIENDS, name="goal"),
    Planned(84, "11.10", "berit", "Samme fem ord i uka, i barnehagen og hjemme.", "goal", "berit", look=16, name="measure"),
    Glimpsed(30, "18.10", "samir", "قال آدم جملة كاملة من خمس كلمات.", Feeling.PROUD, ("rana",), name="lysglimt"),
    Said(18, "20.00", "rana", "مرحبًا بيريت، ما هي كلمات هذا الأسبوع؟", whose="rana"),
    Said(17, "09.30", "berit", "Hei Rana! Båt, fisk, hoppe, stor og sammen.", whose="rana"),
)  # fmt: skip
NORA: tuple[Beat, ...] = (
    Aimed(98, "10.00", "ivar", "Nora leser høyt når hun selv vil.", LifeArea.SCHOOL, name="goal"),
    Noted(60, "12.30", "ivar", "Nora leste replikkene sine bak sceneteppet. Det er en start.", name="note"),
    Said(12, "18.45", "stine", "Hun øver for hunden hver kveld.", whose="stine"),
    Said(11, "10.10", "ivar", "En god tilhører!", whose="stine"),
)  # fmt: skip

BRIEF: dict[str, tuple[Beat, ...]] = {
    "lise": LISE,
    "mikkel": MIKKEL,
    "ella": ELLA,
    "elias": ELIAS,
    "adam": ADAM,
    "nora": NORA,
}

MIKKEL_AT_SCHOOL = (
    "Mikkel fikk se matteboka dagen før. Han bladde og nikket.",
    "Han gikk ut en tur og kom tilbake med roligere mage.",
    "Vi bytter tavle med små ark i matten. Mindre å se på for hver gang.",
    "Mikkel forklarte oppgave fire for sidemannen.",
    "Han spiste frokost her i dag, med tre andre.",
    "Prøve i dag. Han tok den muntlig og fikk til det meste.",
    "Mikkel valgte sjakk i midttimen og vant på ni trekk.",
    "Han kom smilende inn i mattetimen.",
)
MIKKEL_AT_HOME = (
    "Han sang i dusjen.",
    "Vi spilte kort. Han vant.",
    "Mikkel gikk til skolen selv.",
    "Han lagde egg til oss.",
    "Ingen vondt i magen i dag.",
    "Han viste meg boka si.",
)
ELLA_IN_KINDERGARTEN = (
    "Ella og jeg gikk veien til den nye skolen og tilbake. Det er fire hundre og tolv skritt.",
    "Hun ville ikke være med i samlingen, men satt like ved og hørte alt.",
    "Vi har laget en bok om skolen. Ella har tegnet døra.",
    "Ny på avdelingen i dag, og Ella holdt henne i hånda.",
    "Hun ropte på meg i stedet for å gå bort. Det er framskritt.",
    "Ella var med på hele turen og bar sin egen sekk.",
)
ELLA_AT_HOME = (
    "Ella sovnet før vi var ferdige med første side.",
    "Vi bakte horn, og hun spiste deigen.",
    "Hun fortalte bestemor om bildene i gangen.",
    "Ella tok på seg regndressen helt selv, bak fram.",
)
ELIAS_AT_SCHOOL = (
    "Elias stilte klokka på sju minutter og ble ferdig på seks.",
    "Han hjalp til med å sette opp stolene og fant et system.",
    "To dager uten klokka. Den lå i skuffen.",
    "Elias begynte på norskboka mens vi andre lette etter blyant.",
    "Han ba om en vanskeligere oppgave.",
)

LISE_AND_THE_KITE: tuple[Beat, ...] = (
    Glimpsed(1, "18.30", "anne.haugen", "Vinden tok draken, og Lise heldt fast. Ho las bruksrettleiinga sjølv.", Feeling.PROUD,
             ("per.haugen",), picture="kite", described="Ein raud og gul drake over jordet."),
)  # fmt: skip
ELLA_IN_THE_SNOW: tuple[Beat, ...] = (
    Glimpsed(4, "16.50", "gro", "Ella gikk først i snøen. Vi andre fikk gå i sporene.", Feeling.GLAD, ("berit",),
             picture="footprints", described="Små fotspor i snøen, på vei mot skogen."),
)  # fmt: skip


def full(stage: Stage) -> dict[str, list[Beat]]:
    """What the demo has besides."""
    return {
        "lise": [
            *LISE_AND_THE_KITE,
            *again(stage, Looked, "per.aas", 34, 2, 7),
            *again(stage, CameHome, "per.haugen", 40, 1, 5),
            *again(stage, CameHome, "anne.haugen", 40, 1, 4),
        ],
        "mikkel": [
            *notes(stage, "per.aas", 250, 6, MIKKEL_AT_SCHOOL),
            *glimpses(stage, "hege", 240, 20, MIKKEL_AT_HOME, hearts=("per.aas",)),
            Registered(
                3, "13.40", "per.aas", "silje", "Dom fra tingretten, vist fram på skolen sammen med legitimasjon."
            ),
            *again(stage, Looked, "lina", 190, 4, 8),
            *again(stage, CameHome, "hege", 250, 2, 7),
        ],
        "ella": [
            *notes(stage, "berit", 170, 5, ELLA_IN_KINDERGARTEN),
            *glimpses(stage, "gro", 165, 16, ELLA_AT_HOME, hearts=("berit",)),
            *ELLA_IN_THE_SNOW,
            *again(stage, CameHome, "gro", 170, 2, 5),
        ],
        "elias": [
            *notes(stage, "per.aas", 315, 90, ELIAS_AT_SCHOOL),
            *again(stage, CameHome, "silje", 320, 4, 5),
            Checked(58, "20.20", "silje"),
        ],
        "adam": [*again(stage, CameHome, "samir", 88, 2, 4), *again(stage, CameHome, "rana", 88, 3, 4)],
        "nora": [*again(stage, CameHome, "stine", 100, 4, 4), *again(stage, Looked, "ivar", 100, 3, 8)],
    }
