"""What Daud translates into Somali, for Fadumo: most of it is current, one was changed afterwards, one is only begun."""

from parentapp.demo.beats import Beat
from parentapp.demo.translation_beats import HadTranslated, Reworded, Translated

BRIEF: tuple[Beat, ...] = (HadTranslated(3, "12.10", "kari", "goal", "so", "daud"),)

FULL: tuple[Beat, ...] = (
    HadTranslated(200, "13.50", "kari", "note", "so", "daud"),
    Translated(
        197, "17.20", "daud", "note",
        "Amina waxay fasalka uga hadashay Nelson Mandela iyada oo aan warqad ka akhriyin. Fasalka oo dhan ayaa dhegaystay.",
    ),
    HadTranslated(136, "09.40", "kari", "home", "so", "daud"),
    Translated(134, "18.00", "daud", "home", "Labada waalid waxay isku mar helaan isla warka."),
    HadTranslated(21, "10.20", "kari", "measure", "so", "daud", lasts=30),
    HadTranslated(21, "10.30", "kari", "joy", "so", "daud", lasts=30),
    HadTranslated(21, "10.40", "kari", "break", "so", "daud", lasts=30),
    Translated(
        18, "16.45", "daud", "measure",
        "Taleefanka waxaa lagu dallacaa jikada tobanka habeennimo ka dib. Amina iyada ayaa dooranaysa buug codeed ah.",
    ),
    Translated(18, "17.05", "daud", "joy", "Amina toddobaad kasta waxay leedahay wax ay farxad ku sugto."),
    Translated(
        17, "19.10", "daud", "break", "Amina waxay dibadda u bixi kartaa shan daqiiqo iyada oo aan sababta sheegin."
    ),
    Reworded(6, "11.00", "kari", "break", "Amina kan gå ut ti minutter uten å forklare hvorfor."),
    HadTranslated(4, "11.50", "kari", "school", "so", "daud"),
    Translated(1, "18.40", "daud", "school", "Maalinta dugsigu waa mid la qaban karo", finished=False),
)  # fmt: skip
