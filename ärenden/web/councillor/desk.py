"""Mina ärenden: every row says when, why it is there, and what to do next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from kernel.dates import full_date, short_date, since
from kernel.text import listed
from parties.access import standing_on
from parties.models import Organisation
from ärenden import draft_access
from ärenden.choices import Capacity, CaseType, State
from ärenden.deadlines import Prospect
from ärenden.drafting import THE, WRITTEN_HERE
from ärenden.models import Case, CompletionRequest, CoSigner, Draft, Submission
from ärenden.queries import own_matters
from ärenden.queries.answering import awaited_from
from ärenden.queries.drafting import councils_of
from ärenden.queries.prospects import Prospects
from ärenden.web.duty import DutyRow
from ärenden.web.lists.rows import Row, row_of


@dataclass(frozen=True)
class Section:
    """A heading with its rows; `empty` says what will come there."""

    id: str
    heading: str
    rows: list[DutyRow]
    empty: str = ""


@dataclass(frozen=True)
class CaseRow:
    """A case with its row of the list, where dates are already in words."""

    case: Case
    row: Row


class Desk:
    """What one elected person, or the leader of a group, has before her in an organisation."""

    def __init__(self, user: User, organisation: Organisation, *, now: datetime) -> None:
        self.user, self.organisation, self.now = user, organisation, now
        self.today = timezone.localdate(now)
        self.own = draft_access.writers_of(user, on=self.today)
        self.people = standing_on(user, self.today).people
        council = councils_of(self.own, on=self.today).filter(organisation=organisation).first()
        self.prospects = Prospects(council, now=now) if council else None

    @property
    def kinds(self) -> list[CaseType]:
        """What she may write: only who sits in the council writes to it."""
        return list(WRITTEN_HERE) if self.prospects else []

    def sections(self) -> list[Section]:
        """Those that wait for her first; the empty ones only where something is to come."""
        found = list(self._sections())
        return [each for each in found if each.rows or each.empty]

    def _sections(self) -> Iterator[Section]:
        user, organisation, on = self.user, self.organisation, self.today
        drafts = list(own_matters.drafts_of(user, organisation, on=on))
        cases = self._rows(own_matters.open_cases_of(user, organisation, on=on))
        awaited = set(awaited_from(user, organisation, on=on).values_list("pk", flat=True))
        asked = [each for each in cases if each.case.pk in awaited]
        waiting = own_matters.waiting_submissions(user, organisation, on=on)
        requests = own_matters.asked_to_complete(user, organisation=organisation, on=on)
        hers = {row.case_id for row in requests}
        put = [row for row in cases if self._is_put_by_her(row.case) and row.case.pk not in hers]
        yield Section("now", "Väntar på dig", list(self._now(requests, drafts, asked)))
        yield Section("drafts", "Mina utkast", list(self._drafts(drafts)), NO_DRAFTS)
        yield Section("handed-in", "Inlämnat", [self._handed_in(row) for row in waiting])
        yield Section("others", "Väntar på andra", [self._put(each) for each in put], NO_CASES)
        finished = self._rows(own_matters.finished_cases_of(user, organisation, on=on))
        yield Section("finished", "Avgjorda", [self._finished(each) for each in finished])

    def _rows(self, cases: Iterable[Case]) -> list[CaseRow]:
        slug = self.organisation.slug
        return [CaseRow(case, row_of(case, organisation=slug, now=self.now)) for case in cases]

    def _is_put_by_her(self, case: Case) -> bool:
        return own_matters.has_part(case, Capacity.SIGNATORY, people=self.people)

    def _now(
        self, requests: list[CompletionRequest], drafts: list[Draft], asked: list[CaseRow]
    ) -> Iterator[DutyRow]:
        yield from (self._completion(row) for row in requests)
        for draft in drafts:
            if (own := self._invited(draft)) and not own.has_signed(draft.checksum):
                yield self._to_sign(draft, own)
        yield from (self._to_answer(each) for each in asked)

    def _invited(self, draft: Draft) -> CoSigner | None:
        return next((row for row in draft.cosigners.all() if row.person_id in self.own), None)

    def _completion(self, row: CompletionRequest) -> DutyRow:
        begun = hasattr(row, "draft")
        return DutyRow(
            date_text=self._since(row.asked_at),
            date_note="begärdes",
            title=row.case.told_title,
            url=reverse("arenden:case", args=[self.organisation.slug, row.case.public_id]),
            number=row.case.dnr or "",
            why=f"{row.asked_by_name} ber dig komplettera: {row.reason}",
            action_url=reverse("arenden:complete", args=[self.organisation.slug, row.public_id]),
            action_label="Skriv vidare" if begun else "Komplettera",
        )

    def _to_sign(self, draft: Draft, own: CoSigner) -> DutyRow:
        again = "Texten har ändrats sedan du skrev under. " if own.signed_at else ""
        kind = CaseType(draft.case_type).label
        return DutyRow(
            **self._hand_in_by(draft),
            title=str(draft),
            url=self._draft_url(draft),
            why=f"{again}{kind}. {draft.author} vill att du skriver under.",
            action_url=self._draft_url(draft),
            action_label="Läs och skriv under",
        )

    def _to_answer(self, each: CaseRow) -> DutyRow:
        asking = listed([who.name for who in each.row.askers])
        return DutyRow(
            **_of_case(each.row),
            tone=each.row.tone,
            why=f"{asking} frågar dig." if asking else "Den är ställd till dig.",
            action_url=reverse(
                "arenden:answer", args=[self.organisation.slug, each.case.public_id]
            ),
            action_label="Skriv svaret",
        )

    def _drafts(self, drafts: list[Draft]) -> Iterator[DutyRow]:
        for draft in drafts:
            if draft.completes_id:
                continue
            if draft.author_id in self.own:
                yield self._own_draft(draft)
            elif (own := self._invited(draft)) is None or own.has_signed(draft.checksum):
                yield self._shared_draft(draft, is_signed=own is not None)

    def _own_draft(self, draft: Draft) -> DutyRow:
        return DutyRow(
            **self._hand_in_by(draft),
            title=str(draft),
            url=self._draft_url(draft),
            why=" ".join(_about_draft(draft)),
            action_url=self._draft_url(draft),
            action_label="Skriv vidare",
        )

    def _shared_draft(self, draft: Draft, *, is_signed: bool) -> DutyRow:
        kind = CaseType(draft.case_type).label
        why = "Du har skrivit under." if is_signed else "Du kan läsa och kommentera."
        return DutyRow(
            **self._hand_in_by(draft),
            title=str(draft),
            url=self._draft_url(draft),
            why=f"{kind} av {draft.author}. {why}",
            action_url=self._draft_url(draft),
            action_label="Läs",
        )

    def _handed_in(self, row: Submission) -> DutyRow:
        url = reverse("arenden:handed_in", args=[self.organisation.slug, row.public_id])
        what = "kompletteringen" if row.case else THE[CaseType(row.case_type)]
        taken = "Återtagen. " if row.withdrawn_at else ""
        return DutyRow(
            date_text=self._since(row.handed_in_at),
            date_note="lämnades in",
            title=row.title,
            url=url,
            number=row.case.dnr or "" if row.case else "",
            why=f"{taken}{what.capitalize()} har kommit in och väntar på att registreras.",
            action_url=url,
            action_label="Se kvittensen",
        )

    def _put(self, each: CaseRow) -> DutyRow:
        registered = full_date(each.case.registered_on)
        state = "" if each.case.state == State.REGISTERED else f"{each.row.state}. "
        by = listed([who.name for who in each.row.answerers])
        whom = f" Ställd till {by}." if by else ""
        return DutyRow(
            **_of_case(each.row),
            tone=each.row.tone,
            why=f"{state}Registrerades {registered}.{whom}",
        )

    def _finished(self, each: CaseRow) -> DutyRow:
        return DutyRow(
            **_of_case(each.row, undated="Okänt datum"),
            why=f"{each.row.state}.",
        )

    def _hand_in_by(self, draft: Draft) -> dict[str, str]:
        """When the text must be in for the next meeting, in words; by the rules of the day."""
        prospect = self._prospect(CaseType(draft.case_type))
        if prospect is None or draft.completes_id:
            return {"date_text": self._since(draft.saved_at), "date_note": "sparades"}
        meeting = short_date(prospect.meeting.day, today=self.today)
        if prospect.hand_in is None:
            return {"date_text": meeting, "date_note": "nästa sammanträde"}
        day = short_date(prospect.hand_in.day, today=self.today)
        return {"date_text": f"Senast {day}", "date_note": f"till sammanträdet {meeting}"}

    def _prospect(self, case_type: CaseType) -> Prospect | None:
        return self.prospects.of(case_type) if self.prospects else None

    def _since(self, at: datetime) -> str:
        return since(timezone.localdate(at), today=self.today).capitalize()

    def _draft_url(self, draft: Draft) -> str:
        return reverse("arenden:draft", args=[self.organisation.slug, draft.public_id])


def _of_case(row: Row, *, undated: str = "Inget datum än") -> dict[str, str]:
    return {
        "date_text": row.date_text or undated,
        "date_note": row.date_note,
        "title": row.title,
        "url": row.url,
        "number": row.number,
    }


def _about_draft(draft: Draft) -> Iterator[str]:
    yield f"{CaseType(draft.case_type).label}."
    checksum = draft.checksum
    asked = draft.cosigners.all()
    waiting = [str(row.person) for row in asked if not row.has_signed(checksum)]
    if waiting:
        yield f"Väntar på underskrift av {listed(waiting)}."
    elif asked:
        yield "Alla som du bjudit in har skrivit under."
    count = getattr(draft, "comment_count", 0)
    if count:
        yield "En kommentar." if count == 1 else f"{count} kommentarer."


NO_DRAFTS = "Det du börjar skriva står här tills du lämnar in det. Bara du ser det."
NO_CASES = "Det du har lämnat in och som är registrerat står här tills det är avgjort."
