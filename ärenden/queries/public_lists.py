"""What strangers find: lists, counts, people, parties and meetings of published cases only."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import Case as When
from django.db.models import (
    CharField,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
)
from django.db.models import When as Clause
from django.db.models.functions import Cast, Coalesce, ExtractYear

from meetings.choices import MeetingStatus
from meetings.models import Meeting
from parties.choices import BodyKind
from parties.models import Organisation, Party, Person
from ärenden.choices import AgentKind, Capacity, Coverage, DecisionNature
from ärenden.models import (
    AgendaItem,
    AgentSnapshot,
    AnswerPart,
    Case,
    Decision,
    FileRendition,
    PublishedText,
    Question,
)
from ärenden.published import (
    NAMED_KINDS,
    public_decisions,
    published,
    readable,
    with_protected_people,
)
from ärenden.queries import search
from ärenden.queries.lists import meets_on
from ärenden.workflow.steps import ASKED, OPEN

PARTS = (Capacity.SIGNATORY, Capacity.ADDRESSEE, Capacity.ANSWERER)
Rows: TypeAlias = QuerySet[Any, tuple[str, str, int]]


class Stage(TextChoices):
    """How far a case has come, in words that need no office to explain them."""

    WAITING = "vantar", "Väntar på svar"
    ANSWERED = "besvarade", "Besvarad"
    PREPARING = "bereds", "Bereds"
    DECIDED = "beslutade", "Beslutad"
    ENDED = "avslutade", "Avslutad på annat sätt"


@dataclass(frozen=True)
class Counted:
    group: str
    key: str
    count: int


def organisations(*, on: date) -> QuerySet[Organisation]:
    """Those that have published something."""
    cases = published(on=on).filter(organisation=OuterRef("pk"))
    return Organisation.objects.filter(Exists(cases)).order_by("name")


def cases_of(organisation: Organisation, *, on: date) -> QuerySet[Any]:
    """The published cases of an organisation, each with its stage and when it was settled."""
    final = Decision.objects.filter(case=OuterRef("pk"))
    answered = final.filter(nature=DecisionNature.ANSWERED)
    decided = final.filter(nature=DecisionNature.FINAL)
    stage = When(
        Clause(Q(state__in=OPEN, case_type__in=ASKED), then=Value(Stage.WAITING)),
        Clause(state__in=OPEN, then=Value(Stage.PREPARING)),
        Clause(Exists(answered), then=Value(Stage.ANSWERED)),
        Clause(Exists(decided), then=Value(Stage.DECIDED)),
        default=Value(Stage.ENDED),
        output_field=CharField(),
    )
    settled = final.filter(nature__in=(DecisionNature.ANSWERED, DecisionNature.FINAL))
    day = settled.order_by("-decided_on").values("decided_on")[:1]
    found = published(on=on).filter(organisation=organisation)
    return found.annotate(stage=stage, settled_on=Subquery(day))


def listed(cases: QuerySet[Any], *, on: date) -> QuerySet[Any]:
    """With the names of a row, and how many of the questions a published answer answers."""
    names = AgentSnapshot.objects.filter(capacity__in=PARTS).select_related("person", "party")
    open_papers = readable(on=on).filter(is_masked=False).values("document")
    parts = AnswerPart.objects.filter(
        answer__case=OuterRef("pk"), answer__document__in=open_papers
    ).exclude(coverage=Coverage.DECLINED)
    asked = Question.objects.filter(case=OuterRef("pk"))
    found: QuerySet[Any] = cases.prefetch_related(Prefetch("agents", names)).annotate(
        meets_on=meets_on(),
        is_protected=Exists(with_protected_people().filter(pk=OuterRef("pk"))),
        asked=_number_of(asked, "pk"),
        answered=_number_of(parts, "question"),
        answers_all=Exists(parts.filter(question=None)),
    )
    return found


def _number_of(rows: QuerySet[Any], field: str) -> Coalesce:
    counted = rows.order_by().annotate(one=Value(1)).values("one")
    number = counted.annotate(number=Count(field, distinct=True)).values("number")
    return Coalesce(Subquery(number, output_field=IntegerField()), 0)


def found_by(text: str, *, on: date) -> Q:
    """By number, or by words that all stand in what is published of the case.

    A case in which someone with protected identity stands is found by its number only.
    """
    words = search.words_of(text)
    if not words:
        return search.is_numbered(text)
    texts = search_texts(on=on).filter(publication__case=OuterRef("pk"))
    in_texts = (Q(Exists(texts.filter(vector=search.any_form(word)))) for word in words)
    return search.is_numbered(text) | reduce(and_, in_texts)


def search_texts(*, on: date) -> QuerySet[PublishedText]:
    """The texts that a stranger's search may look in."""
    shown = readable(on=on).exclude(case__in=with_protected_people())
    return PublishedText.objects.filter(publication__in=shown)


def facets(cases_of: Callable[[str], QuerySet[Case]]) -> list[Counted]:
    """Every count in one query; `cases_of(group)` are the cases with the other choices on."""
    first, *others = (
        _counts(cases_of(""), "", Value("")),
        _counts(cases_of("visa"), "visa", F("stage")),
        _counts(cases_of("typ"), "typ", F("case_type")),
        _counts(cases_of("ar"), "ar", ExtractYear("registered_on")),
        _parties(cases_of("parti")),
    )
    return [Counted(*row) for row in first.union(*others, all=True)]


def _counts(cases: QuerySet[Case], group: str, key: Any) -> Rows:
    rows = cases.order_by().values(facet=Value(group), key=Cast(key, CharField()))
    found: Rows = rows.annotate(number=Count("pk")).values_list("facet", "key", "number")
    return found


def _parties(cases: QuerySet[Case]) -> Rows:
    signed = signatures().filter(case__in=cases.values("pk")).exclude(letters="")
    rows = signed.order_by().values(facet=Value("parti"), key=Cast("letters", CharField()))
    counted = rows.annotate(number=Count("case", distinct=True))
    found: Rows = counted.values_list("facet", "key", "number")
    return found


def signatures() -> QuerySet[Any]:
    """Public names of those who asked or proposed, with the letters of their party."""
    printed = Func(F("party_printed"), Value("()[] –-"), function="btrim")
    named = AgentSnapshot.objects.filter(capacity=Capacity.SIGNATORY, kind__in=NAMED_KINDS)
    return named.exclude(person__has_protected_identity=True).annotate(
        letters=Coalesce("party__abbreviation", printed)
    )


def put_by(abbreviation: str) -> Q:
    """Cases that someone of the party put, under a public name."""
    return Q(Exists(signatures().filter(case=OuterRef("pk"), letters=abbreviation)))


def with_person(person: UUID, *capacities: Capacity) -> Q:
    parts = AgentSnapshot.objects.filter(case=OuterRef("pk"), capacity__in=capacities or PARTS)
    named = parts.filter(kind__in=NAMED_KINDS, person__has_protected_identity=False)
    return Q(Exists(named.filter(person__public_id=person)))


def people_of(organisation: Organisation, *, on: date) -> QuerySet[Person]:
    """Elected people who stand in a published case; the protected and the private never do."""
    parts = AgentSnapshot.objects.filter(
        person=OuterRef("pk"),
        kind=AgentKind.ELECTED,
        capacity__in=PARTS,
        case__in=published(on=on).filter(organisation=organisation),
    )
    open_people = Person.objects.filter(organisation=organisation, has_protected_identity=False)
    return open_people.filter(Exists(parts)).order_by("sort_key", "given_name")


def parties_of(organisation: Organisation, *, on: date) -> QuerySet[Party]:
    """Parties whose members have put a published case, local or national."""
    cases = published(on=on).filter(organisation=organisation)
    letters = signatures().filter(case__in=cases).values("letters")
    here = Q(organisation=None) | Q(organisation=organisation)
    parties = Party.objects.filter(here, period__contains=on, abbreviation__in=letters)
    return parties.order_by("name")


def meetings_of(organisation: Organisation, *, on: date) -> QuerySet[Meeting]:
    """Meetings that take up, or have decided in, a published case."""
    cases = published(on=on).filter(organisation=organisation)
    listed = _open_agenda().filter(meeting=OuterRef("pk"), case__in=cases)
    decided = public_decisions().filter(meeting=OuterRef("pk"), case__in=cases)
    meetings = Meeting.objects.filter(body__organisation=organisation, held_on__isnull=False)
    return meetings.filter(Exists(listed) | Exists(decided)).select_related("body")


def _open_agenda() -> QuerySet[AgendaItem]:
    """What meetings take up before the public: nothing of a body that only prepares, or cancelled.

    A cancelled meeting keeps its list inside, until its cases have been put on another.
    """
    prepares = Q(meeting__body__prepares_only=True)
    cancelled = Q(meeting__status=MeetingStatus.CANCELLED)
    return AgendaItem.objects.filter(~prepares, ~cancelled, removed_reason="")


def next_council(organisation: Organisation, *, on: date) -> Meeting | None:
    """The next meeting of the council, which is open to everyone."""
    ahead = Meeting.objects.filter(
        body__organisation=organisation, body__kind=BodyKind.COUNCIL, held_on__gte=on
    ).exclude(status=MeetingStatus.CANCELLED)
    return ahead.select_related("body").order_by("held_on", "starts_at").first()


def taken_up_at(meeting: Meeting, *, on: date) -> tuple[list[AgendaItem], list[Decision]]:
    """The published cases on the meeting's list, and what it decided in them."""
    cases = published(on=on).filter(organisation=meeting.body.organisation_id)
    agenda = _open_agenda().filter(meeting=meeting, case__in=cases).select_related("case")
    decisions = public_decisions().filter(meeting=meeting, case__in=cases)
    ordered = decisions.order_by(F("minutes_item__number").asc(nulls_last=True), "pk")
    return list(agenda), list(ordered.select_related("case", "minutes_item", "body"))


def protected_among(cases: Collection[int]) -> set[int]:
    """Those of the cases in which someone with protected identity stands."""
    return set(with_protected_people().filter(pk__in=cases).values_list("pk", flat=True))


def published_files(organisation: Organisation, *, on: date) -> QuerySet[FileRendition]:
    """The clean copies that anyone may fetch on the day."""
    return FileRendition.objects.filter(
        publications__in=readable(on=on), document__case__organisation=organisation
    ).distinct()
