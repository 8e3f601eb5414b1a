"""Jonas, 17: he decides alone, asked for one person to ring, and got a room of his own. Twelve months."""

from parentapp.demo.beats import Aimed, Beat, Glimpsed, Noted, Planned, Said
from parentapp.demo.readings import CameHome, Checked, Looked, LookedBack, ReadTalk
from parentapp.demo.spread import again, glimpses, notes
from parentapp.demo.stage import Stage
from parentapp.enums import Audience, Feeling, LifeArea, MeasureStatus

BRIEF: tuple[Beat, ...] = (
    Aimed(185, "12.00", "tor", "Jonas bor et sted der han kan låse døra og sove.", LifeArea.HOME, name="goal"),
    Planned(184, "12.10", "tor", "Tor og Jonas ser på to hybler sammen.", "goal", "tor", look=-150,
            status=MeasureStatus.DONE, name="measure"),
    Planned(60, "12.20", "tor", "Husleia går fast den tjuende, og Jonas ser på kontoen selv.", "goal", "jonas", look=9),
    Noted(118, "14.10", "siri", "Jonas og jeg ble enige om hva han vil ha støtte til i møtene, og hva han tar selv.",
          name="note"),
    Glimpsed(77, "22.40", "jonas", "Første kveld på hybelen. Stille på en god måte.", Feeling.CALM, ("tor",), name="lysglimt"),
    Said(34, "23.10", "jonas", "Tor, kan vi ta møtet på telefon? Jeg jobber.", whose="jonas"),
    Said(33, "09.05", "tor", "Selvfølgelig. Ring meg når du har pause.", whose="jonas"),
    Glimpsed(13, "21.20", "jonas", "Fikk lønn. Betalte husleia selv.", Feeling.PROUD, audience=Audience.CONTACT, name="contact"),
)  # fmt: skip

LINA = (
    "Jonas vil ha møter som varer en halv time, ikke to.",
    "Vi skrev ned alle han har snakket med det siste året. Det var nitten navn.",
    "Han strøk seksten av dem. Tre blir igjen, og det er dem vi bygger på.",
    "Jonas har bedt om å få slippe å fortelle alt på nytt. Loggen er begynnelsen på det.",
    "Var med ham på legekontoret. Han snakket selv.",
    "Avtalte at jeg sender melding dagen før, aldri samme dag.",
    "Han møtte opp uten avtale for å si at skolen gikk fint.",
    "Jonas har møtt Tor to ganger nå. Han kaller ham «grei, men prater mye».",
    "Siste samtale før Tor tar over. Vi spiste boller.",
)
TOR = (
    "Første uke med stafettpinnen. Jonas har nummeret mitt, og jeg har hans.",
    "Vi så på en hybel i dag. For dyr, og det luktet fisk.",
    "Hybel nummer to: liten, lys og med nøkkel. Jonas likte den.",
    "Kontrakten er lest høyt, linje for linje.",
    "Jonas har søkt om kveldsvakter på butikken.",
    "Han fikk jobben. To vakter i uka, aldri før prøver.",
    "Siri, Jonas og jeg hadde møte på tretti minutter. Vi ble ferdige på tjuefem.",
    "Vi har laget budsjett på baksiden av en pizzaeske. Det holder.",
    "Flyttedag. Sofaen gikk inn på tredje forsøk.",
    "Jonas inviterte meg på kaffe. Han har to kopper.",
    "Han har handlet inn for hele uka og glemte bare salt.",
    "Snakket med kontaktlæreren, etter at Jonas sa at det var greit. Alt er i rute.",
    "Vi så på hva som skjer når han fyller 18: hva som tar slutt, og hva han kan velge å beholde.",
    "Jonas vil beholde meg som kontaktperson også etter 18. Det blir jeg med på.",
    "Husleia er betalt tre ganger på rad.",
    "Han ordnet internett selv, etter førti minutter i telefonkø.",
    "Jonas ringte meg fordi noe gikk bra. Det er første gang.",
    "Vi har satt opp en liste over hvem han ringer om hva. Den henger på kjøleskapet.",
    "Sjekket planen sammen. To ting er ferdige, og én ny er kommet til.",
)  # fmt: skip
SIRI = (
    "Takk for at jeg får være med. Jeg leser bare planen og det som gjelder møtene.",
    "Jonas og jeg ses hver tredje uke. Han velger om vi går eller sitter.",
    "Han ønsker at møtene begynner med det som har gått bra.",
    "Vi har øvd på å avbryte voksne på en høflig måte.",
    "Jonas ledet den første delen av møtet selv.",
    "Vi går over til hver femte uke. Det var hans forslag.",
    "Han ba meg ta med en kortere oppsummering neste gang. Den får plass på et halvt ark.",
)
JONAS = (
    "Sov hele natta.",
    "Fikk opp motoren på den gamle mopeden.",
    "Noen sa takk på jobb, og de mente det.",
    "Fem kilometer i regn. Ingen vits, men digg.",
    "Laget lasagne etter oppskrift. Den var spiselig.",
    "Læreren sa «bra tenkt». Jeg hadde faktisk tenkt.",
    "Vaska hele hybelen uten grunn.",
    "Stefan og jeg fiska til det ble mørkt. Null fisk.",
    "Fikk nøkkel til butikken.",
    "Hørte en plate fra start til slutt, på gulvet.",
    "Klarte å si nei uten å forklare meg i en time.",
    "Kjøpte plante. Den lever.",
    "Bestod teoriprøven. Tre feil.",
    "Jobba dobbel vakt og kom hjem før midnatt.",
    "Ringte Tor uten at det var noe.",
)
ABOUT_JONAS = (
    "Jonas stilte klokka sin etter kirketårnet og lo av at det var tårnet som gikk feil.",
    "Han bar sofaen opp tre etasjer og spurte om jeg trengte vann.",
    "Jonas har hengt opp arbeidsplanen ved siden av et bilde av en elg.",
    "I dag var det han som spurte meg hvordan uka hadde vært.",
)
PLAN: tuple[Beat, ...] = (
    Aimed(360, "14.00", "lina", "Jonas har én person å ringe, som svarer.", LifeArea.FRIENDS, name="person"),
    Planned(358, "14.10", "lina", "Lina svarer på melding samme dag.", "person", "lina", look=-200,
            status=MeasureStatus.DONE),
    Planned(190, "11.00", "tor", "Tor svarer på melding samme dag, også når svaret er «i morgen».", "person", "tor", look=30),
    Aimed(180, "13.00", "tor", "Jonas fullfører året på skolen.", LifeArea.SCHOOL, name="school"),
    Planned(179, "13.10", "tor", "Fast plass i studieverkstedet to ettermiddager.", "school", "jonas", look=14),
    Planned(70, "13.20", "tor", "Søke om lengre tid på skriftlige prøver.", "school", "tor", look=-6),
    Aimed(150, "10.00", "tor", "Jonas har penger til hele måneden.", LifeArea.LEISURE, name="money"),
    Planned(148, "10.10", "tor", "Budsjett én gang i måneden, på pizzaeske eller ark.", "money", "tor", look=18),
    Planned(50, "10.20", "tor", "Bankkort med grense Jonas setter selv.", "money", "jonas", look=45,
            status=MeasureStatus.PLANNED),
    Aimed(142, "09.30", "tor", "Jonas sover nok før tidligvaktene.", LifeArea.HEALTH, name="sleep"),
    Planned(141, "09.40", "tor", "Ingen vakter etter klokka åtte på hverdager.", "sleep", "jonas", look=-70,
            status=MeasureStatus.STOPPED),
    Said(350, "22.30", "jonas", "Er det sant at jeg kan slette folk fra lista?", whose="jonas", name="lina"),
    Said(349, "09.00", "lina", "Ja. Du bestemmer hvem som er med, og du trenger ikke si hvorfor.", whose="jonas", name="lina"),
    Said(182, "21.50", "jonas", "Hei Tor. Passer det i morgen etter skolen?", whose="jonas"),
    Said(181, "08.30", "tor", "Det passer. Jeg henter deg klokka tre.", whose="jonas"),
    Said(76, "20.10", "jonas", "Det er noe galt med varmen på badet.", whose="jonas"),
    Said(75, "09.50", "tor", "Jeg ringer utleieren nå. Dusj hos oss hvis du vil.", whose="jonas"),
    Said(74, "19.00", "jonas", "Fikset. Takk.", whose="jonas"),
    *(Checked(day, "23.20", "jonas") for day in (368, 290, 198, 158, 85, 12)),
    *(ReadTalk(day, "08.20", "tor", whose="jonas") for day in (170, 70)),
    *(ReadTalk(day, "22.50", "jonas", whose="jonas") for day in (168, 66, 24)),
)  # fmt: skip


def full(stage: Stage) -> list[Beat]:
    """Twelve months."""
    return [
        *notes(stage, "lina", 362, 208, LINA),
        *notes(stage, "tor", 192, 3, TOR),
        *notes(stage, "siri", 230, 10, SIRI),
        *glimpses(stage, "jonas", 340, 2, JONAS),
        *glimpses(stage, "tor", 180, 16, ABOUT_JONAS, hearts=("jonas",)),
        *PLAN,
        *again(stage, Looked, "lina", 360, 208, 14),
        *again(stage, Looked, "tor", 280, 2, 32),
        *again(stage, Looked, "siri", 230, 4, 12),
        *again(stage, CameHome, "jonas", 350, 1, 12),
        *again(stage, LookedBack, "tor", 190, 5, 8),
    ]
