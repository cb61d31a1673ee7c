"""Beredning: raised, handed to a preparing body, out on referrals, reported open."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from kernel.dates import long_date
from kernel.text import in_sentence, normalise
from parties.models import Body
from ärenden.actions.base import Doing, acting
from ärenden.actions.deadlines import (
    Term,
    meet_deadlines,
    meet_referral_deadline,
    set_deadline,
    waive_deadlines,
)
from ärenden.actions.decision_deadlines import set_decision_deadlines
from ärenden.actions.documents import NewDocument, write_document
from ärenden.actions.meetings import Sitting, at, paragraph_of, write_decision
from ärenden.choices import (
    DecisionNature,
    Direction,
    DocumentKind,
    Fact,
    PrepAction,
    Purpose,
    ReferralStatus,
    State,
)
from ärenden.deadlines import moment
from ärenden.exceptions import ActionRefused, Refusal
from ärenden.models import Case, PrepStep, Referral, ReportedMotion
from ärenden.workflow import Action


def raise_case(*, case: Case, doing: Doing, sitting: Sitting, raised_on: date | None) -> None:
    """Väckt: from this day a motion has one year (KL 5:35)."""
    with acting(Action.RAISE, case=case, doing=doing, given=sitting.given) as act:
        paragraph_of(act.case, sitting)
        act.case.raised_on = raised_on or sitting.day
        if act.case.raised_on is None and Fact.RAISED_ON not in doing.unknown:
            text = "Ange vilken dag ärendet väcktes"
            raise ActionRefused([Refusal("raised_on_missing", text, Fact.RAISED_ON)])
        if act.case.raised_on:
            set_decision_deadlines(act)
        act.record(f"Väcktes{at(sitting)}", on=act.case.raised_on, **sitting.told)


def prepare(*, case: Case, doing: Doing, body: Body, on: date) -> None:
    """Hand the case to the body that prepares it; the body is data, not a state."""
    with acting(Action.PREPARE, case=case, doing=doing) as act:
        before, act.case.preparing_body = act.case.preparing_body_id, body
        text = f"Lämnades till {in_sentence(body.name)} för beredning"
        act.record(text, on=on, body=body.pk, before=before)


def end_preparation(*, case: Case, doing: Doing, reason: str) -> None:
    """It was handed to the wrong body, or too soon: the case is again where it was before."""
    with acting(Action.END_PREPARATION, case=case, doing=doing) as act:
        handed = act.case.events.filter(action=Action.PREPARE)[0]
        body = Body.objects.get(pk=handed.data["body"])
        act.case.state = State(handed.state_before)
        act.case.preparing_body_id = handed.data.get("before")
        act.record(f"Togs tillbaka från {in_sentence(body.name)}", on=doing.day, reason=reason)


def refer(
    *, case: Case, doing: Doing, recipient: str, body: Body | None, sent_on: date, due_on: date
) -> Referral:
    """Send out on referral; several may be out at the same time."""
    if due_on < sent_on:
        text = "Svarsdagen kan inte vara före dagen då remissen skickades"
        raise ActionRefused([Refusal("due_before_sent", text)])
    with acting(Action.REFER, case=case, doing=doing) as act:
        referral = Referral.objects.create(
            case=act.case, body=body, recipient_printed=recipient, sent_on=sent_on, due_on=due_on
        )
        text = f"{recipient} ska yttra sig senast {long_date(due_on)}."
        term = Term(at=moment(due_on), explanation=text)
        set_deadline(act.case, Purpose.STATEMENT, term, doing=doing, referral=referral)
        set_decision_deadlines(act)
        act.record(
            f"Skickades på remiss till {in_sentence(recipient)}", on=sent_on, referral=referral.pk
        )
    return referral


@dataclass(frozen=True, kw_only=True)
class NewStatement:
    """A yttrande that came in; the text as written, and its paper when there is one."""

    text: str
    answered_on: date
    document: NewDocument | None = None


def receive_statement(*, referral: Referral, doing: Doing, new: NewStatement) -> Referral:
    """The statement of one referral came in, in time or late."""
    with acting(Action.RECEIVE_STATEMENT, case=referral.case, doing=doing) as act:
        locked = _open_referral(referral)
        locked.status, locked.answered_on = ReferralStatus.ANSWERED, new.answered_on
        locked.text = normalise(new.text).strip("\n")
        document = new.document or NewDocument(
            kind=DocumentKind.STATEMENT,
            title=f"Yttrande från {locked.recipient_printed}",
            direction=Direction.INCOMING,
            received_on=new.answered_on,
        )
        locked.document = write_document(act.case, document, registered_on=doing.day)
        locked.save()
        meet_referral_deadline(locked, on=new.answered_on, doing=doing)
        text = f"Yttrande kom in från {in_sentence(locked.recipient_printed)}"
        act.record(text, on=new.answered_on, referral=locked.pk)
    return locked


def close_referral(*, referral: Referral, doing: Doing, reason: str, declined: bool) -> Referral:
    """Go on without a statement: it was declined, or is not waited for any longer."""
    with acting(Action.CLOSE_REFERRAL, case=referral.case, doing=doing) as act:
        locked = _open_referral(referral)
        locked.status = ReferralStatus.DECLINED if declined else ReferralStatus.WAIVED
        locked.reason = reason
        locked.save(update_fields=["status", "reason"])
        told = "avstod från yttrande" if declined else "inväntas inte"
        text = f"{locked.recipient_printed} {told}"
        waive_deadlines(locked.deadlines.all(), doing, because=text)
        act.record(text, on=doing.day, reason=reason)
    return locked


def _open_referral(referral: Referral) -> Referral:
    locked = Referral.objects.select_related("case").get(pk=referral.pk)
    if locked.status != ReferralStatus.OPEN:
        text = f"remissen till {locked.recipient_printed} är redan avslutad"
        raise ActionRefused([Refusal("referral_ended", text)])
    return locked


def report_open(
    *,
    case: Case,
    doing: Doing,
    sitting: Sitting,
    shown: str,
    motion: ReportedMotion | None = None,
) -> None:
    """Report to the council that the motion is not decided, and what has come out (KL 5:35).

    It is what is to be done when there is no decision in time, whether the time is the law's or
    the council's own.
    As a `motion` in a motionsbalans it meets the year's duty only if the year is out before the
    next one: until then it does not say that the preparation cannot end in time.
    """
    with acting(Action.REPORT_OPEN, case=case, doing=doing, given=sitting.given) as act:
        write_decision(
            act.case,
            sitting,
            DecisionNature.REPORTED_OPEN,
            unknown=doing.unknown.get(Fact.MEETING, ""),
            motivation=shown,
        )
        if motion is None or motion.is_of_the_year:
            day = sitting.day or doing.day
            meet_deadlines(act.case, Purpose.DECIDE, on=day, doing=doing)
        how = "i motionsbalansen" if motion else "som obesvarad"
        act.record(f"Redovisades {how}{at(sitting)}", on=sitting.day, reason=shown, **sitting.told)


@dataclass(frozen=True, kw_only=True)
class NewPrepStep:
    """A step of the preparation as a paper tells it."""

    action: PrepAction
    actor: str
    body: Body | None = None
    on_date: date | None = None
    paragraph: str = ""
    lead_text: str = ""
    text: str = ""


def note_preparation(*, case: Case, doing: Doing, new: NewPrepStep) -> PrepStep:
    """Note what another body or an office did in the matter."""
    with acting(Action.NOTE_PREPARATION, case=case, doing=doing) as act:
        last = act.case.prep_steps.aggregate(last=Max("position"))["last"] or 0
        step = PrepStep.objects.create(
            case=act.case,
            position=last + 1,
            action=new.action,
            actor_printed=new.actor,
            body=new.body,
            on_date=new.on_date,
            paragraph_printed=new.paragraph,
            lead_text_printed=normalise(new.lead_text),
            text=normalise(new.text).strip("\n"),
        )
        paragraph = f" {new.paragraph}" if new.paragraph else ""
        label = PrepAction(new.action).label
        act.record(f"{label}: {new.actor}{paragraph}", on=new.on_date)
    return step
