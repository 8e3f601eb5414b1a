"""The one place that knows WeasyPrint. Loading it loads pango; raises OSError where that is not installed."""

from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher


class _Refusing(URLFetcher):
    """Nothing is fetched, from no network and no disk: our pages name nothing, so whoever asks is not ours."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        raise ValueError("a page on paper fetches nothing")


def pdf(page: str, styles: str) -> bytes:
    """The page with these styles, tagged for those who have it read to them."""
    refusing, fonts = _Refusing(), FontConfiguration()
    dressed = CSS(string=styles, font_config=fonts, url_fetcher=refusing)
    made: bytes = HTML(string=page, url_fetcher=refusing).write_pdf(
        stylesheets=[dressed], font_config=fonts, pdf_tags=True
    )
    return made
