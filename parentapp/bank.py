"""The words of the phrase bank, by life area, in the order in which they are offered. Marked for translation."""

from parentapp.enums import LifeArea
from parentapp.enums.bank import GoalPhrase, MeasurePhrase, Phrase
from parentapp.i18n import N_

# NOTE: goals of a plan for a child, as a parent would say them; for any child, so no name and no «he» or «she»
GOALS: dict[LifeArea, dict[GoalPhrase, str]] = {
    LifeArea.HOME: {
        GoalPhrase.HOME_MORNINGS: N_("Å ha rolige morgener hjemme"),
        GoalPhrase.HOME_SLEEP: N_("Å sove godt om natta"),
        GoalPhrase.HOME_MEALS: N_("Å spise sammen flere dager i uka"),
        GoalPhrase.HOME_TALK: N_("Å kunne snakke sammen uten å krangle"),
        GoalPhrase.HOME_DAY: N_("Å vite hva som skal skje i løpet av dagen"),
    },
    LifeArea.SCHOOL: {
        GoalPhrase.SCHOOL_GLAD: N_("Å glede seg til skolen eller barnehagen"),
        GoalPhrase.SCHOOL_THERE: N_("Å være på skolen hver dag"),
        GoalPhrase.SCHOOL_FOLLOW: N_("Å få med seg det som blir sagt i timen"),
        GoalPhrase.SCHOOL_SAFE: N_("Å kjenne seg trygg på skolen eller i barnehagen"),
        GoalPhrase.SCHOOL_WHOM: N_("Å vite hvem som hjelper når noe er vanskelig på skolen"),
    },
    LifeArea.FRIENDS: {
        GoalPhrase.FRIENDS_COMPANY: N_("Å ha noen å være sammen med i friminuttene"),
        GoalPhrase.FRIENDS_ONE: N_("Å ha minst én god venn"),
        GoalPhrase.FRIENDS_PLAY: N_("Å bli med i leken"),
        GoalPhrase.FRIENDS_SAY: N_("Å kunne si fra når noe ikke er greit"),
        GoalPhrase.FRIENDS_AGAIN: N_("Å bli venner igjen etter en krangel"),
    },
    LifeArea.HEALTH: {
        GoalPhrase.HEALTH_WELL: N_("Å ha det godt inni seg"),
        GoalPhrase.HEALTH_RESTED: N_("Å kjenne seg uthvilt"),
        GoalPhrase.HEALTH_CALM: N_("Å være mindre redd eller urolig"),
        GoalPhrase.HEALTH_TELL: N_("Å kunne fortelle hvordan man har det"),
        GoalPhrase.HEALTH_MOVE: N_("Å bevege seg hver dag"),
    },
    LifeArea.LEISURE: {
        GoalPhrase.LEISURE_FORWARD: N_("Å ha noe å glede seg til hver uke"),
        GoalPhrase.LEISURE_JOIN: N_("Å være med på en aktivitet"),
        GoalPhrase.LEISURE_SHOW: N_("Å få vise hva man er god på"),
        GoalPhrase.LEISURE_HOLIDAYS: N_("Å ha noe å gjøre i feriene"),
        GoalPhrase.LEISURE_LESS_ALONE: N_("Å være mindre alene i fritiden"),
    },
}

# NOTE: what somebody does so that it gets better; for any child, so no name and no «he» or «she»
MEASURES: dict[LifeArea, dict[MeasurePhrase, str]] = {
    LifeArea.HOME: {
        MeasurePhrase.HOME_MORNING_PLAN: N_("Vi lager en plan for morgenen sammen"),
        MeasurePhrase.HOME_BEDTIME: N_("Fast leggetid på hverdager"),
        MeasurePhrase.HOME_SCREENS: N_("Skjermene legges bort en time før leggetid"),
        MeasurePhrase.HOME_EVENING: N_("Vi leser eller prater litt sammen hver kveld"),
        MeasurePhrase.HOME_TIME_ALONE: N_("En voksen og barnet gjør noe hyggelig alene hver uke"),
        MeasurePhrase.HOME_TOMORROW: N_("Vi går gjennom morgendagen kvelden før"),
        MeasurePhrase.HOME_GUIDANCE: N_("Foreldrene får veiledning om det som er vanskelig"),
        MeasurePhrase.HOME_VISIT: N_("En hjelper kommer hjem og er med i hverdagen"),
    },
    LifeArea.SCHOOL: {
        MeasurePhrase.SCHOOL_WELCOME: N_("En fast voksen tar imot om morgenen"),
        MeasurePhrase.SCHOOL_QUIET: N_("Et rolig sted å gå til når det blir for mye"),
        MeasurePhrase.SCHOOL_BREAKS: N_("Korte pauser i løpet av dagen"),
        MeasurePhrase.SCHOOL_DAY_PLAN: N_("En plan for dagen med bilder eller ord"),
        MeasurePhrase.SCHOOL_SIGN: N_("Et tegn for «jeg trenger hjelp», som alle de voksne kjenner"),
        MeasurePhrase.SCHOOL_HOMEWORK: N_("Hjelp til leksene på skolen"),
        MeasurePhrase.SCHOOL_LETTER: N_("Læreren skriver hjem hver uke, også om det som gikk bra"),
        MeasurePhrase.SCHOOL_WEEKLY_TALK: N_("En samtale med en voksen på skolen hver uke"),
    },
    LifeArea.FRIENDS: {
        MeasurePhrase.FRIENDS_BREAK_TIME: N_("En voksen er med i friminuttene og hjelper leken i gang"),
        MeasurePhrase.FRIENDS_ACTIVITIES: N_("Faste aktiviteter i friminuttene"),
        MeasurePhrase.FRIENDS_HOME: N_("Å be noen med hjem etter skolen"),
        MeasurePhrase.FRIENDS_WALK: N_("Noen å gå sammen med til skolen"),
        MeasurePhrase.FRIENDS_ASK: N_("Å øve på å spørre om å få bli med"),
        MeasurePhrase.FRIENDS_GROUP: N_("En liten gruppe som møtes hver uke"),
        MeasurePhrase.FRIENDS_WEEKENDS: N_("Foreldrene avtaler at barna skal møtes i helgene"),
        MeasurePhrase.FRIENDS_CONFLICT: N_("En voksen hjelper til når noen har blitt uvenner"),
    },
    LifeArea.HEALTH: {
        MeasurePhrase.HEALTH_NURSE: N_("Samtaler med helsesykepleier"),
        MeasurePhrase.HEALTH_DOCTOR: N_("En time hos fastlegen"),
        MeasurePhrase.HEALTH_OUTSIDE: N_("Å gå tur eller leke ute hver dag"),
        MeasurePhrase.HEALTH_REGULAR: N_("Mat og søvn til faste tider"),
        MeasurePhrase.HEALTH_BREATHE: N_("Å øve på noe som roer kroppen"),
        MeasurePhrase.HEALTH_FACES: N_("Å velge et ansikt som viser hvordan dagen har vært"),
        MeasurePhrase.HEALTH_FIND_OUT: N_("Vi finner ut sammen hva som hjelper, og hva som gjør det verre"),
        MeasurePhrase.HEALTH_MORE: N_("Vi spør sammen om mer hjelp hvis det trengs"),
    },
    LifeArea.LEISURE: {
        MeasurePhrase.LEISURE_TRY: N_("En voksen er med de første gangene på en ny aktivitet"),
        MeasurePhrase.LEISURE_LIFT: N_("Noen som henter og kjører til aktiviteten"),
        MeasurePhrase.LEISURE_PAY: N_("Hjelp til å betale for aktivitet og utstyr"),
        MeasurePhrase.LEISURE_ADULT: N_("En voksen å gjøre noe hyggelig sammen med hver uke"),
        MeasurePhrase.LEISURE_NEAR: N_("Vi finner en aktivitet i nærheten som passer"),
        MeasurePhrase.LEISURE_COACH: N_("Treneren får vite hva som er lurt å gjøre"),
        MeasurePhrase.LEISURE_PLAN: N_("En plan for ferien"),
        MeasurePhrase.LEISURE_BORROW: N_("Å låne utstyr gratis"),
    },
}

AREA_OF = {phrase: area for area, phrases in GOALS.items() for phrase in phrases}
WORDS: dict[Phrase, str] = {
    phrase: said for areas in (GOALS, MEASURES) for phrases in areas.values() for phrase, said in phrases.items()
}
