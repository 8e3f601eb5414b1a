"""What people wanted said before the demo's meetings, what these agreed on, and what the families say of that."""

from parentapp.demo.beats import Beat
from parentapp.demo.minutes_beats import Commented, Confirmed, Heard, Minuted, Stated, Task
from parentapp.enums import Face, Telling

FULL: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        Stated(
            103, "21.05", "oksana", Telling.SHOW,
            "Софія плаче вранці, бо боїться запізнитися. Удома вона весела.", Face.OK, meeting="first",
        ),
        Minuted(
            90, "14.20", "kari",
            "Sofia kommer inn fem minutter før de andre.\nPer møter henne ved den grønne døra.\n"
            "Oksana sender en melding hvis natta har vært kort.",
            (
                Task("Per møter Sofia ved den grønne døra hver morgen.", "goal", "per.aas", -30),
                Task("Oksana og Sofia pakker sekken kvelden før.", "evenings", "oksana", 12),
            ),
            meeting="first",
        ),
        Commented(
            88, "20.40", "oksana", "Так, але Софія ще просила, щоб двері були відчинені до дзвоника.", meeting="first",
        ),
        Minuted(
            44, "13.30", "kari",
            "Emma, Nadia og Sofia er på samme gruppe fram til påske.\nVi spør Sofia hver fredag hvordan uka var.",
            (Task("Sofia tegner uka si på fredager, og viser den til Per.", "goal", "per.aas", 9),), meeting="second",
        ),
        Confirmed(42, "21.05", "oksana", meeting="second"),
        Stated(
            4, "20.45", "oksana", Telling.SHOW,
            "Софія стала веселішою. Я хочу, щоб вона сама обирала команду на фізкультурі.", Face.GOOD,
        ),
        Heard(3, "11.40", "per.aas", "«Jeg vil være keeper, for da trenger ingen å velge meg.»"),
    ),
    "amina": (
        Stated(
            69, "20.30", "yusuf", Telling.SHOW,
            "لا أستطيع الحضور، لكنني أريد أن تنام أمينة جيدًا قبل كل شيء.", meeting="first",
        ),
        Stated(
            68, "22.15", "amina", Telling.READ_ALOUD,
            "Jeg vil begynne med søvnen. Fotballen kommer av seg selv når jeg ikke er så trøtt.", Face.OK, meeting="first",
        ),
        Minuted(
            59, "15.20", "kari",
            "Vi begynner med søvnen, slik Amina ba om.\nIngen prøver før klokka ti.\nBegge foreldrene får dette i dag.",
            (
                Task("Per flytter prøvene til etter klokka ti.", "school", "per.aas", -12),
                Task("Amina går tur med Ayaan før leggetid tre kvelder i uka.", "goal", "amina", 11),
            ),
            meeting="first",
        ),
        Commented(57, "21.30", "amina", "Jeg ba også om å slippe lekser på kampdager.", meeting="first"),
        Confirmed(56, "20.10", "fadumo", meeting="first"),
        Minuted(
            6, "13.10", "kari", "Engelskprøven venter til uka etter.\nAmina velger selv hvilken dag hun tar matteprøven.",
            meeting="tests",
        ),
        Confirmed(5, "19.15", "yusuf", meeting="tests"),
        Commented(4, "21.20", "amina", "Jeg vil velge rommet også, ikke bare dagen.", meeting="tests"),
        Stated(3, "21.40", "yusuf", Telling.SHOW, "أنا فخور بأمينة. أرجو أن يبقى وقت للعب، لا للواجبات فقط.", Face.GREAT),
        Stated(
            2, "22.05", "amina", Telling.CONTACT_ONLY,
            "Jeg gruer meg litt. Kan vi to snakke ti minutter før de andre kommer?", Face.BAD,
        ),
    ),
    "jonas": (
        Minuted(
            31, "15.10", "tor",
            "Jonas maler veggen selv, og Tor kjøper malingen.\nNøkkel nummer to ligger hos Tor.\nSiri ringer første søndag.",
            (Task("Siri ringer Jonas hver søndag kveld den første måneden.", "sleep", "siri", 5),), meeting="first",
        ),
        Stated(
            2, "22.50", "jonas", Telling.READ_ALOUD,
            "Jeg vil ha jobben på kaia, og jeg vil sove. Hjelp meg å få til begge deler, ikke velg for meg.", Face.GOOD,
        ),
    ),
    "lise": (
        Heard(2, "12.10", "per.aas", "«Jeg leser best når ingen venter på at jeg skal bli ferdig.»"),
        Stated(2, "20.40", "anne.haugen", Telling.SHOW, "Ho les høgt for katten. Der er det aldri stress.", Face.GOOD),
    ),
    "elias": (
        Minuted(
            188, "15.00", "per.aas",
            "Klokka blir på pulten til sommeren.\nElias bestemmer selv når den skal ringe.\nSilje tar en lik klokke med på hytta.",
        ),
    ),
}  # fmt: skip
