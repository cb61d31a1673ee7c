"""With whom a draft is shared: who signs, who reads, and what they say."""

from dataclasses import dataclass

from django.utils import timezone

from kernel.dates import count_word, relative_instant, since
from ärenden import draft_access
from ärenden.choices import CaseType
from ärenden.models import CoSigner, DraftComment
from ärenden.queries.drafting import invitable, leaders_of
from ärenden.queries.offers import Candidate
from ärenden.queries.secrecy import withheld_names
from ärenden.web.councillor.base import DraftView
from ärenden.web.lists.rows import Who
from ärenden.web.registration.askers import shown


@dataclass(frozen=True)
class Signing:
    """Someone invited, and where her signature stands, in words."""

    key: str
    person: Who
    told: str
    tone: str = ""


@dataclass(frozen=True)
class Said:
    who: str
    when: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Shared:
    is_author: bool
    is_motion: bool
    privacy: str
    author: Who
    names: list[Who]
    signing: list[Signing]
    own: CoSigner | None
    has_signed: bool
    readers: list[tuple[str, str]]
    comments: list[Said]
    invitable: list[tuple[str, Who]]
    leaders: list[tuple[str, str]]


def shared_of(view: DraftView) -> Shared:
    """Everything about the sharing of the view's draft."""
    draft, today = view.draft, view.today
    rows = list(draft.cosigners.select_related("person"))
    readers = list(draft.readers.select_related("user", "party_group"))
    named = {row.user_id for row in readers}
    mine = view.is_author
    leaders = leaders_of(draft.author, on=today) if mine else ()
    own = draft_access.signs(view.user, draft, on=today)
    withheld = withheld_names(draft.organisation_id)
    comments = withheld.reworded(draft.comments.all(), "author_name")
    return Shared(
        is_author=mine,
        is_motion=draft.case_type == CaseType.MOTION,
        privacy=_privacy(sum(not row.declined_at for row in rows) + len(readers)),
        author=_who(view, draft.author_id),
        names=[
            _who(view, person)
            for person in (
                draft.author_id,
                *(row.person_id for row in rows if not row.declined_at),
            )
        ],
        signing=[_signing(view, row) for row in rows],
        own=own,
        has_signed=own is not None and own.has_signed(draft.checksum),
        readers=[(str(row.user.public_id), f"{row.user}, {row.party_group}") for row in readers],
        comments=[_said(view, row) for row in comments],
        invitable=[_offered(view, each) for each in invitable(draft, on=today)] if mine else [],
        leaders=[
            (str(row.user.public_id), f"{row.user}, {row.party_group}")
            for row in leaders
            if row.user_id not in named
        ],
    )


def _privacy(others: int) -> str:
    if not others:
        return "Bara du ser utkastet. Det är inte lämnat in."
    with_whom = "en person" if others == 1 else f"{count_word(others)} personer"
    return f"Utkast, delat med {with_whom}. Varken kansliet eller någon annan ser det."


def _signing(view: DraftView, row: CoSigner) -> Signing:
    who = _who(view, row.person_id)
    key = str(row.person.public_id)
    if row.declined_at:
        because = f": {row.declined_because}" if row.declined_because else ""
        return Signing(key, who, f"Har tackat nej{because}")
    if row.signed_at is None:
        return Signing(key, who, "Har inte svarat än")
    day = since(timezone.localdate(row.signed_at), today=view.today)
    if row.has_signed(view.draft.checksum):
        return Signing(key, who, f"Skrev under {day}", "met")
    return Signing(key, who, f"Skrev under {day}, men texten har ändrats sedan dess", "soon")


def _said(view: DraftView, row: DraftComment) -> Said:
    when = relative_instant(row.written_at, today=view.today)
    return Said(row.author_name, when, row.text)


def _who(view: DraftView, person: int) -> Who:
    found = next(each for each in view.people.candidates if each.person.pk == person)
    return shown(view.people, found.person.name, found.party)


def _offered(view: DraftView, each: Candidate) -> tuple[str, Who]:
    return str(each.person.public_id), shown(view.people, each.person.name, each.party)
