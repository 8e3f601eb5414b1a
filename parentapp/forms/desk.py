"""An answer written on the desk."""

from wtforms import HiddenField

from parentapp.forms.conversations import MessageForm


class ReplyForm(MessageForm):
    """Knows whom it answers: a text kept while the session was out must not turn up under another family."""

    conversation = HiddenField()
