"""Reminders at 50,000 open cases among 200,000: how fast they are made, and how fast sent.

python -m bench.reminders

Aim: one statement for a thousand cases, at least a quarter of the speed of reading the same rows
bare, and at least half the speed of the same mails over one bare SMTP connection.
"""

from bench.inside import measure

if __name__ == "__main__":
    measure("bench.reminding.measure")
