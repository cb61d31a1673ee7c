"""What the administration answers when something cannot be done."""


class Refused(Exception):
    """It was not done; the message is the sentence to show."""
