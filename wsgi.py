"""The door for WSGI servers: `granian --interface wsgi wsgi:app`, `gunicorn wsgi:app`. Holds no settings."""

from parentapp import create_app

app = create_app()
