"""HTTP in, HTML out: one module per area. Nothing here decides who may see or do what."""

from flask import Flask

from parentapp.views import compressing, errors, forwarded, guarding, rendering, statics


def init_app(app: Flask) -> None:
    """Hang every area, and what all answers share, on the app."""
    from parentapp.views import areas

    statics.init_app(app)
    forwarded.init_app(app)
    guarding.init_app(app)
    rendering.init_app(app)
    errors.init_app(app)
    compressing.init_app(app)
    for blueprint in areas.ALL:
        app.register_blueprint(blueprint)
