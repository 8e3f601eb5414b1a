"""The meetings of the demo: what they are for, who is asked and why, and what people want to speak of."""

from parentapp.demo.beats import Beat
from parentapp.demo.meeting_beats import AskedGuest, Called, Cancelled, Moved, Raised, RatherNot, Reassured, SaidComing
from parentapp.enums import Coming

SOFIA: tuple[Beat, ...] = (
    Called(
        8, "12.10", "kari", "Gym og venner: hva hjelper, og hva gjør vi fram til sommeren?", 2, "09.00", "09.45",
        (("oksana", ""), ("per.aas", "Per er med i gymmen og ser friminuttene.")),
        "Fjordvik skole, rom 2", name="meeting",
    ),
    AskedGuest(7, "10.20", "kari", "bjorn", "Vi vil gjerne høre om søvnrådene fra i høst kan brukes på skoledager."),
    SaidComing(6, "08.40", "per.aas"),
    Raised(6, "08.45", "per.aas", "Gymmen: hva har hjulpet, og hva gjør vi når jeg ikke er der?"),
    Raised(4, "20.30", "oksana", "Гандбол щочетверга: хто може забирати Софію?"),
    RatherNot(4, "20.45", "oksana", "per.aas", "Пер добрий, але Софія соромиться, коли він поруч. Можна спершу без нього?"),
)  # fmt: skip
AMINA: tuple[Beat, ...] = (
    Called(
        10, "13.30", "kari", "En roligere uke: lekser, søvn og fotball", 8, "14.15", "15.00",
        (
            ("amina", "Det er uka di. Vi vil høre hva du mener først."), ("fadumo", ""), ("yusuf", ""),
            ("per.aas", "Per kan si hva skolen kan flytte på."),
        ),
        "Helsestasjonen, det grønne rommet", name="meeting",
    ),
    SaidComing(9, "16.20", "amina"),
    Raised(9, "16.25", "amina", "Kan jeg slippe lekser på kampdager?"),
    RatherNot(3, "21.10", "amina", "per.aas", "Per er grei, men da blir det skole hele tida. Kan dere snakke med ham etterpå?"),
)  # fmt: skip
ELIAS: tuple[Beat, ...] = (
    Called(
        210, "12.00", "per.aas", "Slik går det med klokka på pulten", -188, "14.00", "14.30",
        (("silje", ""),), "Fjordvik skole, rom 4", name="meeting",
    ),
    SaidComing(205, "19.30", "silje"),
    Raised(200, "20.10", "silje", "Elias vil ha klokka med på hytta."),
)  # fmt: skip

BRIEF: dict[str, tuple[Beat, ...]] = {"sofia": SOFIA, "amina": AMINA, "elias": ELIAS}

FULL: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        Reassured(3, "09.40", "kari", "oksana", "Takk for at du sier det. Vi begynner uten Per, og han kommer når Sofia vil."),
        Called(
            110, "11.00", "kari", "Bli kjent: Sofia, Oksana, Per og Kari", -90, "08.30", "09.15",
            (("oksana", "Du kjenner Sofia best."), ("per.aas", "Per er den hun ser hver dag.")),
            "Fjordvik skole, rom 2", name="first",
        ),
        SaidComing(107, "20.15", "oksana", meeting="first"),
        SaidComing(106, "09.05", "per.aas", meeting="first"),
        Raised(105, "20.40", "oksana", "Що робити, коли Софія плаче вранці?", meeting="first"),
        Raised(100, "12.15", "per.aas", "Hvem går hun sammen med fra bussen?", meeting="first"),
        Called(
            60, "10.30", "kari", "Hvordan går det i friminuttene?", -44, "09.00", "09.45",
            (("oksana", ""), ("per.aas", "Per har prøvd faste plasser i matsalen.")),
            "Fjordvik skole, rom 2", name="second",
        ),
        SaidComing(57, "19.20", "oksana", meeting="second"),
        SaidComing(56, "12.40", "per.aas", meeting="second"),
        Raised(55, "13.10", "per.aas", "Emma og Nadia: kan de være i samme gruppe?", meeting="second"),
    ),
    "amina": (
        Called(
            75, "10.00", "kari", "Søvn, fotball og lekser: hva prøver vi først?", -59, "14.15", "15.00",
            (
                ("amina", "Du bestemmer hva vi begynner med."), ("fadumo", ""), ("yusuf", ""),
                ("per.aas", "Skolen kan gjøre noe med prøvene."),
            ),
            "Helsestasjonen, det grønne rommet", name="first",
        ),
        SaidComing(73, "16.05", "amina", meeting="first"),
        SaidComing(72, "20.10", "fadumo", meeting="first"),
        SaidComing(72, "21.30", "yusuf", Coming.NO, meeting="first"),
        Raised(70, "17.00", "amina", "Jeg vil ikke snakke om karakterer.", meeting="first"),
        RatherNot(70, "17.10", "amina", "per.aas", "Kan han komme bare på slutten?", meeting="first"),
        Reassured(
            69, "09.10", "kari", "amina",
            "Ja. Per kommer de siste ti minuttene, og du bestemmer hva vi forteller ham.", meeting="first",
        ),
        Called(
            31, "11.20", "kari", "Kort om prøveplanen", -20, "12.00", "12.20",
            (("amina", ""), ("per.aas", "Per har planen for prøvene.")), "Fjordvik skole, rom 7", name="short",
        ),
        Cancelled(29, "08.20", "kari", meeting="short"),
        Called(
            16, "13.15", "kari", "Prøveuka: hva kan vente?", -6, "12.00", "12.30",
            (
                ("amina", "Du sier hva som blir for mye."), ("fadumo", ""), ("yusuf", ""),
                ("per.aas", "Per vet hvilke prøver som kan flyttes."),
            ),
            "Fjordvik skole, rom 7", name="tests",
        ),
        SaidComing(15, "16.45", "amina", meeting="tests"),
        SaidComing(14, "20.30", "yusuf", meeting="tests"),
    ),
    "jonas": (
        Called(
            45, "10.00", "tor", "Hybelen: hva trenger du før innflytting?", -31, "13.00", "14.00",
            (("jonas", "Det er hybelen din."), ("siri", "Siri kan si hva som hjelper når det blir stille om kvelden.")),
            "Barnevernet, møterom 1", name="first",
        ),
        SaidComing(43, "22.40", "jonas", meeting="first"),
        SaidComing(42, "10.15", "siri", meeting="first"),
        Raised(41, "23.00", "jonas", "Kan jeg male veggen selv?", meeting="first"),
        Called(
            6, "13.40", "tor", "Sommeren: jobb, søvn og hvem du ringer", 15, "13.00", "14.00",
            (("jonas", ""), ("siri", "Siri har snakket med Jonas om nattevakter.")),
            "Barnevernet, møterom 1", name="meeting",
        ),
        Moved(4, "09.30", "tor", 16, "14.00", "15.00", "Barnevernet, møterom 1"),
        Raised(3, "22.15", "jonas", "Jobben på kaia: får jeg beholde pengene?"),
    ),
    "lise": (
        Called(
            5, "12.30", "per.aas", "Det første møtet: lesing uten å bli sliten", 6, "14.30", "15.15",
            (("per.haugen", "Dere vet hva som går lett hjemme."), ("anne.haugen", "Dere vet hva som går lett hjemme.")),
            "Fjordvik skole, grupperommet ved biblioteket", name="meeting",
        ),
        SaidComing(4, "19.45", "anne.haugen"),
        Raised(4, "19.50", "anne.haugen", "Lise vil vise boka ho har lese ferdig."),
    ),
}  # fmt: skip
