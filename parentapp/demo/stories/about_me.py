"""What four children want new helpers to know: in their own words, or told by a parent together with them."""

from parentapp.demo.about_me_beats import ToldOfMe
from parentapp.demo.beats import Beat
from parentapp.enums import AboutMeTopic as Topic

FULL: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        ToldOfMe(96, "19.10", "oksana", Topic.CALLED, "Софія. Удома ми кажемо Соня, але в школі хай буде Софія."),
        ToldOfMe(96, "19.20", "oksana", Topic.LIKE, "Малювати коней, співати в хорі й пекти з Ериком вафлі."),
        ToldOfMe(96, "19.30", "oksana", Topic.HARD, "Коли обирають команди на фізкультурі. І коли багато людей говорять швидко."),
        ToldOfMe(96, "19.40", "oksana", Topic.HELPS, "Знати заздалегідь, що буде далі. І щоб Емма була поруч."),
    ),
    "amina": (
        ToldOfMe(140, "20.05", "amina", Topic.CALLED, "Amina. Ikke Mina."),
        ToldOfMe(140, "20.10", "amina", Topic.LIKE, "Fotball, piano og lydbøker. Å være alene på rommet uten at noen spør hvorfor."),
        ToldOfMe(140, "20.15", "amina", Topic.GOOD_AT, "Å huske tekster, og å få lillebror til å sove."),
        ToldOfMe(139, "21.00", "amina", Topic.HARD, "Når voksne snakker om meg som om jeg ikke er der."),
        ToldOfMe(139, "21.05", "amina", Topic.HELPS, "Å få gå ut ti minutter. Å få vite det dagen før."),
        ToldOfMe(139, "21.10", "amina", Topic.TALK, "Rett fram og ikke for lenge. Jeg svarer bedre på melding."),
    ),
    "jonas": (
        ToldOfMe(210, "22.15", "jonas", Topic.CALLED, "Jonas."),
        ToldOfMe(210, "22.20", "jonas", Topic.HARD, "Å fortelle det samme til nye folk. Les heller her først."),
        ToldOfMe(210, "22.25", "jonas", Topic.HELPS, "Korte møter, og at du ringer når du har sagt at du skal ringe."),
    ),
    "mikkel": (
        ToldOfMe(120, "18.30", "hege", Topic.LIKE, "Sjakk og frokost."),
        ToldOfMe(120, "18.35", "hege", Topic.HELPS, "Å vite når det er prøve."),
    ),
}  # fmt: skip
