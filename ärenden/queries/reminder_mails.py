"""What a mail may say of each thing that it reminds of, to this recipient on this day.

A mail is read by others than its recipient: a title stands in it only when the public may read it,
and of a case with something marked as secret only the number, the day and the way there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse

from kernel.dates import full_date, instant, long_date, relative
from kernel.periods import holds_on
from kernel.text import capital, in_sentence, listed
from meetings.models import Meeting
from parties.models import Body, Membership
from ärenden.access import is_to_answer
from ärenden.choices import Audience, CaseType, Purpose, Trigger, Wanted
from ärenden.deadlines import LAST_MINUTE, STOCKHOLM
from ärenden.models import AgentSnapshot, Case, Deadline, Reminder
from ärenden.published import readable
from ärenden.queries.published_texts import title_of

NEXT = "Ett nytt datum räknas fram när nästa sammanträde är planerat."
WITHOUT_ACCOUNT = ", som saknar konto och inte får någon egen påminnelse"
BY_ANSWERER = (Purpose.ANSWER, Purpose.ANSWER_IN, Purpose.ANSWER_TO_ASKER)
WHY_YOU: Mapping[Audience, str] = {
    Audience.ANSWERER: "du ska svara",
    Audience.HANDLER: "du handlägger ärendet",
    Audience.OFFICE: "du sköter ärenden för {body}",
    Audience.ASKED: "{asked} ska yttra sig",
    Audience.PRESIDIUM: "du sitter i presidiet för {body}",
    Audience.ASKER: "du har lämnat in ärendet",
    Audience.GROUP_LEADER: "någon i din grupp har lämnat in ärendet",
    Audience.MEMBERS: "du sitter i {body}",
}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to do as ready texts; `news` and `why` are empty when there is nothing to say.

    No `day` when it tells that there is none.
    """

    day: date | None
    is_urgent: bool
    brief: str
    what: str
    of: str
    who: str
    when: str
    news: str
    why: str
    why_you: str
    url: str
    link: str


class Sayable:
    """What may be told of the cases of many reminders, in two queries."""

    def __init__(self, reminders: Iterable[Reminder], *, on: date) -> None:
        self.day = on
        cases = {row.deadline.case_id for row in reminders if row.deadline.case_id}
        pages = readable(on=on).filter(case__in=cases, document=None, decision=None)
        self.shown = frozenset(pages.values_list("case", flat=True))
        self.answerers: dict[int | None, list[str]] = defaultdict(list)
        accounts = Membership.objects.filter(
            holds_on(on), person=OuterRef("person"), user__is_active=True
        )
        agents = AgentSnapshot.objects.filter(is_to_answer(), case__in=cases)
        for agent in agents.select_related("person").annotate(is_reminded=Exists(accounts)):
            told = agent.name if agent.is_reminded else agent.name + WITHOUT_ACCOUNT
            self.answerers[agent.case_id].append(told)

    def item(self, reminders: Sequence[Reminder], *, is_marked: bool) -> Item:
        """Several reminders of one deadline say it once, by the rule that speaks first."""
        row, deadline = reminders[0], reminders[0].deadline
        case = deadline.case
        day = deadline.due_at.astimezone(STOCKHOLM).date()
        last = f"senast {_moment(deadline.due_at)}, {relative(day, today=self.day)}"
        of = self._name(case, is_marked=is_marked) if case else _named(deadline)
        brief = "utan datum" if row.tells_lapse else f"senast {full_date(day)}"
        return Item(
            day=None if row.tells_lapse else day,
            is_urgent=any(each.rule.is_escalation for each in reminders),
            brief=f"{deadline.what} {brief}: {of}",
            what=deadline.what,
            of=of,
            who=self._who(deadline) if not is_marked else "",
            when="Inget datum" if row.tells_lapse else capital(last),
            news=_news(reminders, is_marked=is_marked),
            why=_why(deadline) if not (is_marked or row.tells_lapse) else "",
            why_you=_why_you(row, case),
            url=settings.SITE_ADDRESS + _path(row, case),
            link=_link(row),
        )

    def _name(self, case: Case, *, is_marked: bool) -> str:
        number = case.dnr or "utan diarienummer"
        if is_marked:
            return f"ärende {number}"
        kind = CaseType(case.case_type).label.lower()
        return f"{number} {title_of(case)}" if case.pk in self.shown else f"{kind} {number}"

    def _who(self, deadline: Deadline) -> str:
        if deadline.purpose in BY_ANSWERER:
            return listed(self.answerers[deadline.case_id])
        return deadline.whom or _body(deadline).name


def _why_you(row: Reminder, case: Case | None) -> str:
    deadline, rule = row.deadline, row.rule
    because = WHY_YOU[Audience(rule.audience)].format(
        body=in_sentence(_body(deadline).name),
        asked=in_sentence(deadline.referral.recipient_printed) if deadline.referral else "",
    )
    if rule.audience == Audience.HANDLER and case and case.handler_id != row.recipient_id:
        because = f"du vikarierar för {case.handler}, som handlägger ärendet"
    if rule.wanted == Wanted.IF_CHOSEN:
        because = f"{because}, och du har bett om den"
    on = ", på en arbetsdag" if rule.trigger == Trigger.TIME else ""
    return f"Du får påminnelsen därför att {because}. Regeln: {rule.when}{on}."


def _named(deadline: Deadline) -> str:
    """The meeting; of what is not in the register no more than what it is."""
    paper = deadline.submission
    if paper is None:
        return str(_meeting(deadline))
    kind = CaseType(paper.case_type).label
    return f"{kind} till {in_sentence(paper.body.name)}, inlämnad {instant(paper.handed_in_at)}"


def _body(deadline: Deadline) -> Body:
    if deadline.case:
        return deadline.case.decider
    return deadline.submission.body if deadline.submission else _meeting(deadline).body


def _meeting(deadline: Deadline) -> Meeting:
    if deadline.meeting is None:
        raise ValueError(deadline)
    return deadline.meeting


def _moment(due_at: datetime) -> str:
    due = due_at.astimezone(STOCKHOLM)
    return long_date(due.date()) if due.time() == LAST_MINUTE else instant(due)


def _news(reminders: Iterable[Reminder], *, is_marked: bool) -> str:
    """What has happened to the date since the recipient was last told of it."""
    row = next((row for row in reminders if row.rule.trigger != Trigger.TIME), None)
    if row is None:
        return ""
    if row.tells_lapse:
        reason = "" if is_marked else row.deadline.ended_reason
        because = f": {reason}" if reason else ""
        return f"{capital(_moment(row.due_at))} gäller inte längre{because}. {NEXT}"
    if row.known_due_at is None:
        return "Det finns ett datum igen."
    return f"Datumet har flyttats. Det var {_moment(row.known_due_at)}."


def _why(deadline: Deadline) -> str:
    source = f"Källa: {deadline.source}." if deadline.source else ""
    return " ".join(filter(None, [deadline.explanation, source]))


def _path(row: Reminder, case: Case | None) -> str:
    slug = row.organisation.slug
    if row.deadline.submission_id:
        return reverse("arenden:arrivals", args=[slug])
    if case is None:
        return reverse("arenden:meeting", args=[slug, _meeting(row.deadline).public_id])
    name = "arenden:answer" if row.rule.audience == Audience.ANSWERER else "arenden:case"
    return reverse(name, args=[slug, case.public_id])


def _link(row: Reminder) -> str:
    if row.deadline.submission_id:
        return "Öppna Inlämnat"
    if row.deadline.case_id is None:
        return "Öppna sammanträdet"
    return "Skriv svaret" if row.rule.audience == Audience.ANSWERER else "Öppna ärendet"
