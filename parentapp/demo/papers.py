"""The papers of the stories: a few lines each, set by the project itself, as if a helper had sent the PDF."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO

from pikepdf import Dictionary, Name, Pdf

from parentapp import documents
from parentapp.domain.attached import Chosen

SHEET = (595, 842)  # points
EDGE, LINE, LETTERS = 72, 22, 14


@dataclass(frozen=True)
class Paper:
    caption: str
    lines: tuple[str, ...]


PAPERS = {
    "reading": Paper(
        "Leseplan for våren",
        (
            "Leseplan for våren",
            "",
            "Sofia leser ti minutter hver dag.",
            "Hun velger boka selv.",
            "Mandag og torsdag leser hun sammen med Emma.",
            "Vi ser på planen igjen før påske.",
        ),
    ),
    "savings": Paper(
        "Spareplan til treningsleiren",
        (
            "Spareplan til treningsleiren",
            "",
            "Leiren koster 1 200 kroner.",
            "100 kroner i uka, fra lommepengene og fra å passe naboens katt.",
            "Da er alt spart til sommeren.",
        ),
    ),
    "clock": Paper(
        "Klokka vi brukte om morgenen",
        ("Morgenklokka", "", "07.00 Stå opp", "07.15 Frokost", "07.40 Sekk og sko", "07.50 Ut døra"),
    ),
}


@cache
def paper(name: str) -> Chosen:
    """One of PAPERS, written anew as any PDF is that somebody sends."""
    said = PAPERS[name]
    with Pdf.new() as made:
        page = made.add_blank_page(page_size=SHEET)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
        page.obj.Contents = made.make_stream(_set(said.lines))
        out = BytesIO()
        made.save(out)
    return Chosen(documents.read(out), said.caption)


def _set(lines: tuple[str, ...]) -> bytes:
    shown = "".join(f"<{line.encode('cp1252').hex()}> Tj T* " for line in lines)
    return f"BT /F1 {LETTERS} Tf {LINE} TL {EDGE} {SHEET[1] - EDGE} Td {shown}ET".encode()
