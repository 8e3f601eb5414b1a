"""Words on paper for what is held about a person: its parts, its sorts, what belongs to each."""

from enum import Enum

from parentapp import phrases
from parentapp.enums import Coming
from parentapp.i18n import N_

# Each part of the file, and the sort that it begins with.
PARTS = {
    "account": N_("Om deg"),
    "guardianships": N_("Hva du er i loggene"),
    "consent_questions": N_("Det du har svart, spurt om og bestemt"),
    "invitations": N_("Møter"),
    "entries": N_("Det du har skrevet"),
    "seen_by": N_("Hvem har sett det du har skrevet"),
    "own_readings": N_("Det du selv har sett"),
    "changes": N_("Det du har endret i kommunen"),
    "drafts": N_("Det du ikke har sendt ennå"),
}

SORTS = {
    "account": N_("Innloggingen din"),
    "sessions": N_("Logget inn"),
    "employments": N_("Der du arbeider"),
    "absences": N_("Borte fra arbeid"),
    "qualifications": N_("Registrert tolk eller oversetter"),
    "guardianships": N_("Foresatt"),
    "network": N_("I nettverket"),
    "parts": N_("Hjelper"),
    "batons": N_("Kontaktperson"),
    "consent_questions": N_("Spørsmål om å dele"),
    "consent_answers": N_("Svaret ditt"),
    "guardian_choices": N_("Foresatte og du"),
    "kept_from": N_("Privat for meg"),
    "own_matter_choices": N_("Hvem som får lese om deg"),
    "contact_requests": N_("Be om en annen kontaktperson"),
    "handovers": N_("Ny kontaktperson"),
    "network_proposals": N_("Foreslått i nettverket"),
    "network_answers": N_("Svaret ditt om en i nettverket"),
    "closings": N_("Avslutte loggen"),
    "closing_answers": N_("Ja til å avslutte loggen."),
    "closing_answers_registered": N_("Avslutte loggen"),
    "births": N_("Når barnet er født"),
    "interpreter_answers": N_("Tolk til møtet"),
    "invitations": N_("Invitasjonen din"),
    "time_answers": N_("Passer tida"),
    "time_wishes": N_("Passer tida"),
    "support_persons": N_("Støtteperson"),
    "agenda_points": N_("Det vi skulle snakke om"),
    "rather_nots": N_("Helst ikke denne personen"),
    "entries": N_("Skrevet i loggen"),
    "earlier_wordings": N_("Slik sto det før"),
    "files": N_("Vedlegg"),
    "pictures": N_("Bilde"),
    "versions": N_("Det var ikke slik"),
    "messages": N_("Melding"),
    "hearts": N_("Hjerte"),
    "drafts": N_("Utkast"),
}

LABELS = {
    "language": N_("Språk"),
    "needs_interpreter": N_("Trenger tolk"),
    "password_chosen_at": N_("Passord"),
    "last_used_at": N_("Sist brukt"),
    "until": N_("Til og med"),
    "title": N_("Tittel"),
    "service": N_("Tjeneste"),
    "unit": N_("Enhet"),
    "role": N_("Som"),
    "level": N_("Kvalifikasjon"),
    "agency": N_("Byrå"),
    "basis": N_("Hvorfor"),
    "verified_by": N_("Bekreftet av"),
    "kinds": N_("Hva"),
    "asked_by": N_("Spurt av"),
    "answer": N_("Svar"),
    "way": N_("Hvordan"),
    "given_on": N_("Svart"),
    "registered_by": N_("Skrevet ned av"),
    "born_on": N_("Barnet ble født"),
    "said_by": N_("Skrevet ned av"),
    "guardian": N_("Hvem"),
    "interpreter": N_("Hvem"),
    "addressee": N_("Til"),
    "about": N_("Hvem"),
    "successor": N_("Hvem"),
    "who": N_("Hvem"),
    "as": N_("Som"),
    "shows": N_("Kan lese"),
    "yes": N_("Ja"),
    "closeness": N_("Hvem"),
    "agreed": N_("Alle sa ja"),
    "meeting_at": N_("Møtet"),
    "time": N_("Tid"),
    "fits": N_("Passer"),
    "coming": N_("Svar"),
    "written_at": N_("Skrevet"),
    "edited_at": N_("Endret"),
    "audience": N_("Vist for"),
    "topic": N_("Tema"),
    "outcome": N_("Hjelper det?"),
    "life_area": N_("Tema"),
    "feeling": N_("Følelse"),
    "status": N_("Hvor langt"),
    "starts": N_("Fra og med"),
    "look_at": N_("Vi ser på det"),
    "telling": N_("Hvordan"),
    "face": N_("Hvordan går det?"),
    "type": N_("Det gjaldt"),
    "beside": N_("Det gjaldt"),
}

COMING = {Coming.YES: N_("Kommer"), Coming.NO: N_("Kommer ikke")}
WORDS: dict[Enum, str] = {
    member: said
    for words in (
        *(COMING, phrases.KINDS, phrases.SERVICES, phrases.TYPES, phrases.LIFE_AREAS, phrases.STATUSES),
        *(phrases.OUTCOMES, phrases.TELLINGS, phrases.FACES, phrases.ABOUT_ME, phrases.FEELINGS, phrases.AUDIENCES),
        *(phrases.RELATIONS, phrases.ANSWERS, phrases.WAYS, phrases.SEEN, phrases.CLOSENESS, phrases.BASES),
        phrases.GUARDIAN_ANSWERS,
    )
    for member, said in words.items()
}
