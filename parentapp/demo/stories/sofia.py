"""Sofia, 11: from alone in the breaks to two friends and a place in the choir. Told by five people in two languages."""

from parentapp.demo.beats import Aimed, Beat, Glimpsed, Noted, Planned, Said
from parentapp.demo.plan_beats import ChoseGoal, ChoseMeasure, Evaluated
from parentapp.demo.readings import CameHome, Checked, Looked, LookedBack, ReadTalk
from parentapp.demo.spread import again, glimpses, notes
from parentapp.demo.stage import Stage
from parentapp.enums import Feeling, LifeArea, MeasureStatus, Outcome
from parentapp.enums.bank import GoalPhrase, MeasurePhrase

BRIEF: tuple[Beat, ...] = (
    Aimed(138, "13.00", "kari", "Sofia har minst én å være sammen med i friminuttene.", LifeArea.FRIENDS, name="goal"),
    Planned(
        134, "13.10", "kari", "Emma og Sofia går sammen til gymmen. Per er der de første ti minuttene.",
        "goal", "per.aas", look=8, name="measure",
    ),
    Noted(101, "11.20", "kari", "Sofia sovner lettere nå som kvelden er lik hver dag.", health=True, name="health"),
    Noted(31, "14.05", "per.aas", "Sofia spurte selv om å få sitte ved siden av Emma. Det fikk hun.", name="note", paper="reading"),
    Said(12, "20.10", "oksana", "Добрий вечір, Карі. Софія знову боїться фізкультури. Що робити?", whose="oksana"),
    Said(9, "09.15", "kari", "Hei Oksana. Takk for at du sier fra. Per møter henne ved døra i morgen tidlig.", whose="oksana"),
    Glimpsed(
        6, "18.40", "erik", "Sofia lo høyt da vi bakte vafler. Hun ville ha med to til Emma.",
        Feeling.LAUGHED, ("oksana", "kari"), name="lysglimt",
        picture="waffles",
    ),
    Said(1, "19.40", "oksana", "Дякую! Чи може Ерік забрати її у четвер? І чи буде перекладач по телефону?", whose="oksana"),
)  # fmt: skip

OLA = (
    "Oksana og jeg fylte ut søknaden om fritidskort. Svaret kommer i posten.",
    "Sofia viste meg tegningene sine. Hun tegner hester, og de er gode.",
    "Snakket med Oksana om norskkurset. Kveldskurset passer best med jobben hennes.",
    "Familien har fått nøkkel til ny leilighet. Sofia får eget rom.",
    "Var med Oksana og Sofia på biblioteket. De lånte seks bøker, to av dem på ukrainsk.",
    "Kari har hilst på Sofia to ganger nå. De fant tonen over en kortstokk.",
)
PER = (
    "Sofia leste to setninger høyt for meg i dag. Uttalen er fin.",
    "Hun satt sammen med Emma og Nadia i grupperommet hele timen.",
    "Vi prøver faste plasser i matsalen, så ingen trenger å lete.",
    "Sofia gruet seg til gymmen og fikk være tidtaker. Hun hadde full kontroll.",
    "Ringte Oksana og avtalte at Sofia har med en lapp når noe er vanskelig.",
    "Hun rakk opp hånda i naturfag og visste at vann utvider seg når det fryser.",
    "Friminuttene går bedre på dager med ball enn på dager uten.",
    "Sofia skrev en halv side på norsk om den gamle katten sin.",
    "Nadia lærte henne hoppetauvers. Nå er det flere som vil være med.",
    "Vi har snakket i klassen om å spørre to ganger før man tror at noen vil være alene.",
    "Matteprøven gikk fint. Tekstoppgavene tok vi muntlig.",
    "Hun kom først inn i dag og hadde ryddet bokhylla før det ringte.",
    "Sofia hjalp en ny gutt i fjerde å finne garderoben.",
    "På turdagen gikk hun fremst sammen med Emma hele veien opp.",
    "Sofia og Emma har fått ansvaret for planten i vinduet.",
    "Hun sa nei til å lese høyt, og det var greit. Hun sa det selv.",
    "Gymmen gikk bra. Kanonball er visst gøyere enn stafett.",
    "Sofia har meldt seg på skolekoret. Øvelse én gang i uka etter siste time.",
    "Hun rettet på meg da jeg sa navnet på byen hennes feil. Det likte jeg.",
)
KARI = (
    "Første samtale etter at jeg tok over. Sofia, Oksana og jeg ble enige om å ses annenhver uke.",
    "Sofia tegnet klassen sin for meg. Hun hadde plassert seg selv ved vinduet, ved siden av Emma.",
    "Oksana forteller at lekser går greit når de tar dem på kjøkkenet før middag.",
    "Snakket med Per om garderoben. Han åpner den fem minutter før de andre kommer.",
    "Vi øvde på tre setninger man kan si når man vil være med på noe.",
    "Tolken var med på telefon i dag. Oksana fikk stilt alle spørsmålene sine.",
    "Sofia har brukt setningene, og to av tre virket. Den tredje syntes hun var teit.",
    "Ringte Oksana om koret. Hun vil gjerne at Erik henter de dagene.",
    "Gikk gjennom planen med Sofia. Hun ville beholde målet som det er.",
    "Oksana og jeg snakket om PPT: hva de gjør, og at det er lov å si nei.",
)  # fmt: skip
HEALTH = (
    "Målte og veide etter avtale. Alt ser fint ut.",
    "Hodepinen kommer mest de dagene hun har spist lite frokost.",
    "Synet er sjekket. Hun skal ha lesebriller og valgte grønne.",
    "Hun forteller at hodet kjennes lettere. Brillene ligger i sekken hver dag.",
)
ERIK = (
    "Sofia vant i Ludo. Tre ganger. Jeg krever omkamp.",
    "Vi så en hel film på norsk, og hun forklarte vitsene for meg.",
    "Hun plukket blåbær til hele nabolaget i dag.",
    "I dag ropte hun «ha det, Erik» fra bussen, så alle hørte det.",
    "Sofia lærte meg å telle til tjue på ukrainsk. Jeg sitter fast på tretten.",
    "Hun sto på ski uten å holde i noen. Hele bakken ned.",
    "Hun ringte selv til Emma og spurte om de skulle gå sammen.",
    "Kveldsmat med pannekaker. Sofia snudde dem i lufta.",
    "Vi satte opp hylla på rommet hennes. Hun skrudde, jeg holdt.",
)
OKSANA = (
    "Софія сьогодні сама замовила морозиво норвезькою. Я тільки слухала.",
    "Вона заснула без світла вперше за довгий час.",
    "Софія з Еммою пекли печиво. Кухня в борошні, зате сміялися.",
    "Донька розповідала про школу цілу годину. Раніше відповідала одним словом.",
    "Сьогодні Софія поправила мою норвезьку. Пишаюся.",
    "Вона подзвонила бабусі й заспівала їй пісню з хору.",
    "Ми гуляли біля води, і Софія тримала мене за руку.",
    "Софія намалювала нас трьох. Я повісила малюнок на холодильник.",
)
CHOIR: tuple[Beat, ...] = (
    Aimed(64, "10.30", "kari", "Sofia har noe hun gleder seg til etter skolen hver uke.", LifeArea.LEISURE, name="choir"),
    Planned(62, "10.45", "kari", "Per hører med koret om Sofia og Emma kan stå på samme rad.", "choir", "per.aas",
            look=-40, status=MeasureStatus.DONE),
    Planned(60, "11.00", "kari", "Erik henter etter øvelsen, så Oksana rekker kurset.", "choir", "oksana", look=20),
    Aimed(128, "12.00", "kari", "Kveldene hjemme er rolige, så Sofia er uthvilt.", LifeArea.HOME, name="evenings"),
    Planned(127, "12.10", "kari", "Samme rekkefølge hver kveld: mat, lekser, bok, lys av.", "evenings", "oksana", look=-5),
    Aimed(190, "13.00", "ola", "Sofia forstår det meste av det som blir sagt i timen.", LifeArea.SCHOOL, name="language"),
    Planned(188, "13.10", "ola", "Viktige ord får Sofia på lapp dagen før.", "language", "per.aas",
            look=-90, status=MeasureStatus.DONE),
    Planned(75, "09.45", "kari", "Spørre språkhjelperen om en time til i uka.", "language", "per.aas", look=30,
            status=MeasureStatus.PLANNED),
    ChoseGoal(100, "13.20", "kari", GoalPhrase.LEISURE_FORWARD, "forward"),
    ChoseMeasure(99, "13.30", "kari", MeasurePhrase.LEISURE_TRY, "forward", "oksana", 25, "try"),
    Evaluated(92, "20.10", "oksana", "Вона боялася зайти. Ми постояли біля дверей.", "try", Outcome.WORSE),
    Evaluated(86, "14.10", "per.aas", "Det var litt skummelt, men Emma holdt meg i hånda.", "try", Outcome.SAME, heard=True),
    Evaluated(70, "10.15", "kari", "Hun har vært der fire ganger. Vi ser det an litt til.", "try", Outcome.TOO_EARLY),
    Evaluated(46, "20.40", "oksana", "Тепер вона сама складає сумку на хор.", "try", Outcome.BETTER),
    Evaluated(31, "13.40", "per.aas", "Jeg gleder meg til hver torsdag!", "try", Outcome.BETTER, heard=True),
    Evaluated(30, "13.50", "per.aas", "Hun synger i gangen.", "try", Outcome.BETTER),
    Glimpsed(27, "15.20", "per.aas", "Sofia sang andrestemmen alene på koret. Ingen rørte seg.", Feeling.PROUD,
             ("oksana", "erik", "kari")),
    Glimpsed(2, "19.30", "erik", "", Feeling.CALM, ("oksana",), picture="fjord", described="Sola over fjorden, og den lille røde båten."),
    Glimpsed(80, "14.40", "kari", "Sofia kom innom bare for å vise meg de nye brillene.", Feeling.GLAD, ("oksana",)),
)  # fmt: skip
TALK: tuple[Beat, ...] = (
    Said(143, "18.20", "oksana", "Доброго дня! Я рада, що тепер ви з нами.", whose="oksana"),
    Said(140, "10.05", "kari", "Så hyggelig! Jeg gleder meg til å bli bedre kjent med dere.", whose="oksana"),
    Said(97, "07.50", "oksana", "Sofia er syk i dag. Hun blir hjemme.", whose="oksana", lang="nb"),
    Said(97, "08.30", "kari", "God bedring til Sofia! Jeg sier fra til Per.", whose="oksana"),
    Said(55, "20.35", "oksana", "Чи можемо ми зустрітися з перекладачем наступного тижня?", whose="oksana"),
    Said(53, "12.20", "kari", "Ja, det får vi til. Jeg bestiller tolk og skriver når det er klart.", whose="oksana"),
    Said(52, "19.15", "oksana", "Дякую, ви дуже допомагаєте.", whose="oksana"),
    Said(51, "14.10", "kari", "Tolken er bestilt. Vi tar det på kontoret mitt.", whose="oksana"),
)  # fmt: skip
READ: tuple[Beat, ...] = (
    *(Checked(day, "21.40", "oksana") for day in (222, 149, 118, 60, 17)),
    *(ReadTalk(day, "08.15", "kari", whose="oksana") for day in (137, 96, 54, 11)),
    *(ReadTalk(day, "21.15", "oksana", whose="oksana") for day in (139, 96, 50, 5)),
)


def full(stage: Stage) -> list[Beat]:
    """Nine months."""
    return [
        *notes(stage, "ola", 243, 156, OLA),
        *notes(stage, "per.aas", 236, 3, PER),
        *notes(stage, "kari", 144, 4, KARI),
        *notes(stage, "kari", 132, 22, HEALTH, health=True),
        *glimpses(stage, "erik", 233, 14, ERIK, hearts=("oksana", "per.aas", "kari")),
        *glimpses(stage, "oksana", 218, 10, OKSANA, hearts=("erik", "kari")),
        *CHOIR,
        *TALK,
        *READ,
        *again(stage, Looked, "per.aas", 234, 2, 24),
        *again(stage, Looked, "kari", 212, 2, 26),
        *again(stage, Looked, "ola", 238, 158, 7),
        *again(stage, CameHome, "oksana", 210, 1, 11),
        *again(stage, LookedBack, "erik", 228, 2, 14),
    ]
