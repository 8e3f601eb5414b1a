"""Somebody asks for another contact person; and a message has waited so long that the leader is told of it."""

from parentapp.demo.beats import Beat, Said
from parentapp.demo.contact_beats import AskedForAnother

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
}
