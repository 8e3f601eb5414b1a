"""The door for WSGI servers: `granian --interface wsgi wsgi:app`, `gunicorn wsgi:app`. Holds no settings.

It refuses what `parentapp web` refuses.
"""

from parentapp import create_app

app = create_app()
