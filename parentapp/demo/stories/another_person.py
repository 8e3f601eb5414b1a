"""Somebody asks for another contact person, somebody for one more log; a message has waited too long."""

from parentapp.demo.beats import Beat, Said
from parentapp.demo.contact_beats import AskedForAnother, AskedForLog

BRIEF: dict[str, tuple[Beat, ...]] = {
    "amina": (
        AskedForAnother(
            2, "21.30", "yusuf",
            "En venn har hjulpet meg å skrive dette. Kari er hyggelig, men vi misforstår hverandre på telefonen."
            " Finnes det en hos dere som snakker arabisk, eller som alltid ringer med tolk?",
            lang="nb",
        ),
    ),
}  # fmt: skip
FULL: dict[str, tuple[Beat, ...]] = {
    "noor": (
        Said(
            12, "20.40", "layla", "هل يمكنك الاتصال بي هذا الأسبوع؟ نور تستيقظ كثيرًا في الليل من جديد.", whose="layla"
        ),
    ),
    "lise": (
        AskedForLog(
            4, "20.10", "per.haugen",
            "Lillebroren til Lise er fire år. Han sover dårlig, og vil ikke i barnehagen lenger. Vi lurer på om noen kan"
            " snakke med oss, og om en logg kan hjelpe ham slik den hjelper Lise.",
            child="Emil", years=4, unit="health",
        ),
    ),
}  # fmt: skip
