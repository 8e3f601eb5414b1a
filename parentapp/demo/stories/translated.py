"""What Taras translates into Ukrainian for Oksana, and Salma into Arabic for Yusuf: current, changed since, under way."""

from parentapp.demo.beats import Beat
from parentapp.demo.translation_beats import HadTranslated, Reworded, Translated

UKRAINIAN: tuple[Beat, ...] = (
    HadTranslated(137, "09.10", "kari", "goal", "uk", "taras"),
    Translated(135, "18.30", "taras", "goal", "Софія має принаймні одну людину, з якою може бути на перервах."),
    HadTranslated(126, "12.40", "kari", "evenings", "uk", "taras"),
    Translated(124, "17.10", "taras", "evenings", "Вечори вдома спокійні, тож Софія добре відпочиває."),
    HadTranslated(89, "09.30", "kari", "first.minutes", "uk", "taras"),
    Translated(
        88, "16.20", "taras", "first.minutes",
        "Софія заходить на п’ять хвилин раніше за інших.\nПер зустрічає її біля зелених дверей.\n"
        "Оксана надсилає повідомлення, якщо ніч була короткою.",
    ),
    HadTranslated(61, "11.20", "kari", "choir", "uk", "taras"),
    Translated(59, "19.00", "taras", "choir", "Щотижня після школи Софія має щось, чого чекає з радістю."),
    HadTranslated(43, "10.10", "kari", "second.minutes", "uk", "taras"),
    Translated(
        42, "17.40", "taras", "second.minutes",
        "Емма, Надя і Софія в одній групі до Великодня.\nЩоп’ятниці ми питаємо Софію, як минув тиждень.",
    ),
    HadTranslated(29, "09.50", "kari", "note", "uk", "taras"),
    Translated(27, "18.15", "taras", "note", "Софія сама попросила сісти поруч з Еммою. Їй дозволили."),
    HadTranslated(20, "13.15", "kari", "measure", "uk", "taras"),
    Translated(18, "20.05", "taras", "measure", "Емма і Софія разом ідуть на фізкультуру. Перші десять хвилин з ними Пер."),
    Reworded(7, "09.20", "kari", "choir", "Sofia har noe hun gleder seg til etter skolen to ganger i uka."),
    HadTranslated(5, "10.40", "kari", "language", "uk", "taras"),
    Translated(3, "19.20", "taras", "language", "Софія розуміє більшість того, що кажуть", finished=False),
)  # fmt: skip

ARABIC: tuple[Beat, ...] = (
    HadTranslated(190, "10.30", "kari", "note", "ar", "salma"),
    Translated(186, "17.30", "salma", "note", "تحدّثت أمينة عن نيلسون مانديلا من دون ورقة. وأصغى إليها الصف كله."),
    HadTranslated(130, "09.15", "kari", "home", "ar", "salma"),
    Translated(128, "18.10", "salma", "home", "يعرف الوالدان الأمر نفسه في الوقت نفسه."),
    HadTranslated(58, "11.10", "kari", "first.minutes", "ar", "salma"),
    Translated(
        56, "16.50", "salma", "first.minutes",
        "نبدأ بالنوم، كما طلبت أمينة.\nلا اختبارات قبل الساعة العاشرة.\nيصل هذا إلى كلا الوالدين اليوم.",
    ),
    HadTranslated(16, "10.20", "kari", "measure", "ar", "salma"),
    HadTranslated(16, "10.30", "kari", "break", "ar", "salma"),
    Translated(
        13, "18.40", "salma", "measure", "يُشحن الهاتف في المطبخ بعد الساعة العاشرة. وتختار أمينة بنفسها كتابًا صوتيًا.",
    ),
    Translated(13, "18.55", "salma", "break", "يمكن لأمينة أن تخرج خمس دقائق من دون أن تشرح السبب."),
    HadTranslated(4, "11.40", "kari", "tests.minutes", "ar", "salma"),
)  # fmt: skip

FULL: dict[str, tuple[Beat, ...]] = {"sofia": UKRAINIAN, "amina": ARABIC}
