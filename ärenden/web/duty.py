"""What the desks are made of: a row that says when, what, why, and what to do next."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class DutyRow:
    """One row of what to do, as components/duty_row.html takes it."""

    date_text: str
    title: str
    url: str
    why: str
    date_note: str = ""
    tone: str = ""
    number: str = ""
    action_url: str = ""
    action_label: str = ""
