"""What was decided, what followed from it, and what the minutes say word by word."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from kernel.dates import full_date
from ärenden.choices import (
    Capacity,
    DatePrecision,
    DecisionNature,
    NonParticipationKind,
    Outcome,
    PrepAction,
    ReferralStatus,
    StatementKind,
    TaskStatus,
)
from ärenden.models import Decision, DecisionPoint, MinutesItem, PrepStep, Referral, Reservation
from ärenden.models import Task as TaskRow
from ärenden.queries.case_page import CaseRecord
from ärenden.web.cases.presenters.proposals import letters_of
from ärenden.web.cases.presenters.showing import (
    Showing,
    day_or_reason,
    place_of,
    plain_names,
    sentence,
)

TO_ANOTHER = {
    DecisionNature.PROPOSAL_TO_BODY: "Förslag",
    DecisionNature.ENTRUSTED: "Överlåtelse",
}


@dataclass(frozen=True)
class Told:
    """A heading with what was said under it: notes of ours, and the text as written."""

    heading: str
    text: str = ""
    notes: list[str | SafeString] = field(default_factory=list)


@dataclass(frozen=True)
class PointShown:
    label: str
    text: str
    source: str | SafeString


@dataclass(frozen=True)
class OutcomeShown:
    """What became of one att-sats, which stands at the anchor."""

    anchor: str
    name: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class DecisionShown:
    heading: str
    place: str
    letter: str
    lead: str
    points: list[PointShown]
    outcomes: list[OutcomeShown]
    motivation: str
    reservations: list[Told]
    absent: list[Told]
    source: str | SafeString


def decisions_of(showing: Showing) -> list[DecisionShown]:
    return [_decision(showing, row) for row in showing.record.decisions]


def _decision(showing: Showing, row: Decision) -> DecisionShown:
    """What it proposes to another body stands once, among the proposals."""
    record = showing.record
    letter = letters_of(record.proposals).get(row.proposal_id or 0, "")
    points = record.decision_points[row.pk]
    return DecisionShown(
        heading=_heading(row),
        place=place_of(row),
        letter=letter,
        lead="" if letter else row.lead_text_printed,
        points=[] if letter else [_point(showing, point) for point in points],
        outcomes=_outcomes(record, row),
        motivation=row.motivation,
        reservations=[_reservation(showing, each) for each in record.reservations[row.pk]],
        absent=[
            _absent(showing, each.pk, each.kind, each.ground_printed)
            for each in record.non_participations
            if each.decision_id == row.pk
        ],
        source="" if letter else showing.sources.to(row, "lead_text_printed", what="beslutet"),
    )


def _heading(row: Decision) -> str:
    """`Slutligt beslut: bifall`, `Besvarad skriftligt`, `Förslag till Kommunstyrelsen`."""
    if row.nature in TO_ANOTHER and row.target_body:
        return f"{TO_ANOTHER[DecisionNature(row.nature)]} till {row.target_body.name}"
    nature, outcome = DecisionNature(row.nature).label, row.get_outcome_display()
    if not row.outcome or outcome.startswith(nature):
        return outcome or nature
    return f"{nature}: {outcome.lower()}"


def _point(showing: Showing, point: DecisionPoint) -> PointShown:
    return PointShown(
        label=point.label_printed or str(point.number),
        text=point.text,
        source=showing.sources.to(point, "text", what=f"beslutspunkt {point.number}"),
    )


def _outcomes(record: CaseRecord, row: Decision) -> list[OutcomeShown]:
    points = {point.pk: point for points in record.points.values() for point in points}
    return [
        OutcomeShown(
            f"punkt-{each.point_id}",
            f"Att-sats {points[each.point_id].number}",
            Outcome(each.outcome).label.lower(),
        )
        for each in record.point_outcomes[row.pk]
    ]


def _reservation(showing: Showing, row: Reservation) -> Told:
    people = plain_names(showing.record.names("reservation", row.pk, Capacity.RESERVING))
    letter = letters_of(showing.record.proposals).get(row.in_favour_of_id or 0, "")
    favour = f" till förmån för förslag {letter}" if letter else ""
    link = showing.sources.to(row, "printed", what="reservationen")
    later = "Texten lämnas senare." if row.awaits_text else ""
    text = "\n\n".join(filter(None, (row.printed, row.text, later)))
    return Told(f"Reservation{favour}: {people}", text, [link] if link else [])


def _absent(showing: Showing, key: int, kind: str, ground: str) -> Told:
    names = showing.record.names("non_participation", key, Capacity.NOT_TAKING_PART)
    return Told(f"{NonParticipationKind(kind).label}: {plain_names(names)}", ground)


def notes_of(showing: Showing) -> list[Told]:
    """Statements in the minutes, and those who did not take part in no decision told of."""
    record = showing.record
    statements = [
        Told(
            f"{StatementKind(row.kind).label}: "
            f"{plain_names(record.names('statement', row.pk, Capacity.AUTHOR))}".rstrip(": "),
            "\n\n".join(filter(None, (row.lead_text_printed, row.text))),
            list(filter(None, [showing.sources.to(row, "text", what="anteckningen")])),
        )
        for row in record.statements
    ]
    absent = [
        _absent(showing, row.pk, row.kind, row.ground_printed)
        for row in record.non_participations
        if row.decision_id is None
    ]
    return [*statements, *absent]


# ---- beredning ------------------------------------------------------------------------------


def referrals_of(showing: Showing) -> list[Told]:
    return [_referral(showing, row) for row in showing.record.referrals]


def _referral(showing: Showing, row: Referral) -> Told:
    late = row.status == ReferralStatus.OPEN and row.due_on and row.due_on < showing.today
    status = "Försenat" if late else ReferralStatus(row.status).label
    days = [f"skickad {full_date(row.sent_on)}"]
    if row.due_on:
        days.append(f"svar senast {full_date(row.due_on)}")
    if row.answered_on:
        in_time = row.due_on is None or row.answered_on <= row.due_on
        days.append(f"inkom {full_date(row.answered_on)}{'' if in_time else ', efter fristen'}")
    notes: list[str | SafeString] = [sentence(", ".join(days))]
    if row.reason:
        notes.append(row.reason)
    return Told(f"{row.recipient_printed}: {status[:1].lower()}{status[1:]}", "", notes)


def preparation_of(showing: Showing) -> list[Told]:
    return [_prep_step(showing, row) for row in showing.record.prep_steps]


def _prep_step(showing: Showing, row: PrepStep) -> Told:
    when = ", ".join(
        filter(None, (full_date(row.on_date) if row.on_date else "", row.paragraph_printed))
    )
    link = showing.sources.to(row, "text", what="beredningen")
    return Told(
        f"{row.actor_printed}: {PrepAction(row.action).label.lower()}",
        "\n\n".join(filter(None, (row.lead_text_printed, row.text))),
        list(filter(None, [sentence(when), link])),
    )


def tasks_of(showing: Showing) -> list[Told]:
    return [_task(showing, row) for row in showing.record.tasks]


def _task(showing: Showing, row: TaskRow) -> Told:
    due = _due(row)
    said = [
        f"Klart senast {due}" if due else "",
        f"återrapporteras till {row.report_to_printed}" if row.report_to_printed else "",
        f"återrapporterat {full_date(row.reported_on)}" if row.reported_on else "",
    ]
    label = TaskStatus(row.status).label.lower()
    return Told(
        f"{row.responsible_printed}: {label}",
        "\n\n".join(filter(None, (row.text, row.report))),
        list(
            filter(
                None,
                [
                    sentence(", ".join(filter(None, said))),
                    showing.sources.to(row, "text", what="uppdraget"),
                ],
            )
        ),
    )


def _due(row: TaskRow) -> str:
    if row.due_on is None:
        return ""
    day = full_date(row.due_on)
    return day.split(" ", 1)[1] if row.due_precision == DatePrecision.MONTH else day


# ---- protokoll ------------------------------------------------------------------------------


@dataclass(frozen=True)
class MinutesShown:
    heading: str
    title: str
    sections: list[Told]


def minutes_of(showing: Showing) -> list[MinutesShown]:
    """The paragraphs that were entered with their sections, as printed."""
    return [
        MinutesShown(_minutes_head(item), item.title_printed, _sections(showing, item))
        for item in showing.record.minutes
        if showing.record.sections[item.pk]
    ]


def _minutes_head(item: MinutesItem) -> str:
    day = day_or_reason(item.meeting.held_on, item.meeting.held_on_unknown)
    return f"{item}, {item.meeting.body.name}, {day}"


def _sections(showing: Showing, item: MinutesItem) -> list[Told]:
    return [
        Told(
            section.heading_printed or section.get_key_display(),
            section.text,
            list(filter(None, [showing.sources.to(section, "text", what="avsnittet")])),
        )
        for section in showing.record.sections[item.pk]
    ]
