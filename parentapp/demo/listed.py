"""What Fjordvik's units say about themselves in the service directory, and how long ago somebody last read it through."""

from parentapp import clock
from parentapp.demo.stage import Stage
from parentapp.domain import directory
from parentapp.domain.directory import Words

LISTED: dict[str, tuple[int, str, Words]] = {
    "school": (40, "mona", Words(
        "Skole for barn fra første til tiende trinn. Vi snakker med dere om læring, venner og trivsel, også før noe er "
        "blitt vanskelig.",
        "000 00 201", "Hver skoledag fra 8 til 15.30", "Ring kontoret, eller skriv til kontaktlæreren.",
    )),
    "kindergarten": (40, "mona", Words(
        "Barnehage for barn fra ett til fem år. Spør oss gjerne når du lurer på noe om barnet ditt.",
        "000 00 202", "Hver hverdag fra 7 til 17", "Snakk med oss når du henter eller bringer, eller ring.",
    )),
    "health": (3, "anne.strand", Words(
        "Helsesykepleier for barn, unge og gravide. Søvn, mat, kropp, følelser og familie. Det koster ikke noe.",
        "000 00 203", "Mandag til fredag fra 8 til 15. Ungdom kan komme uten avtale på onsdager fra 13 til 17.",
        "Ring, kom innom, eller snakk med helsesykepleieren på skolen.",
    )),
    "ppt": (230, "mona", Words(
        "Vi gir råd når det er vanskelig å lære eller å være med i barnehagen eller på skolen.",
        "000 00 204", "Mandag til fredag fra 8.30 til 15",
        "Du kan ringe selv. Skolen eller barnehagen kan også spørre oss sammen med dere.",
    )),
    "child_welfare": (40, "mona", Words(
        "Vi hjelper barn og foreldre når det er vanskelig hjemme. De fleste får hjelp mens de bor hjemme.",
        "000 00 205", "Mandag til fredag fra 8 til 15.30. Barnevernvakta svarer resten av døgnet.",
        "Ring, også hvis du bare vil spørre. Du trenger ikke si hva du heter.",
    )),
    "nav": (40, "mona", Words(
        "Arbeid, penger og et sted å bo. Vi hjelper også unge som vil i jobb eller på skole.",
        "000 00 206", "Mandag til fredag fra 10 til 14", "Kom innom, eller ring og avtal en time.",
    )),
    "bup": (40, "mona", Words(
        "Vi undersøker og behandler barn og unge som har hatt det vondt lenge. BUP hører til sykehuset.",
        "000 00 207", "Mandag til fredag fra 8 til 15.30", "Fastlegen, psykologen i kommunen eller barnevernet henviser.",
    )),
}  # fmt: skip


def describe_units(stage: Stage) -> None:
    """By the leader where there is one, else by Mona. What PPT says is older than half a year."""
    for unit, (days, who, words) in LISTED.items():
        with clock.at(stage.working_moment(days, "10.15")):
            directory.describe(stage.actor(who), stage.units[unit], words)
