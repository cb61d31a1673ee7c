"""Steps of interpellationer and frågor."""

from collections.abc import Callable, Mapping

from ärenden.actions.answers import (
    NewAnswer,
    begin_answer,
    change_answerer,
    hand_over_answer,
    receive_answer,
    supplement_answer,
    transfer_answer,
)
from ärenden.actions.permission import permit, record_answered, refuse_permission
from ärenden.actions.values import Part
from ärenden.choices import Coverage, Outcome
from ärenden.demo.papers import paper
from ärenden.demo.registered import send_on
from ärenden.demo.scene import Scene


def allow(scene: Scene) -> None:
    until = scene.step.get("answer_at")
    meeting = scene.stage.moment(until).meeting if until else None
    permit(case=scene.case, doing=scene.doing, sitting=scene.sitting, answer_meeting=meeting)


def refuse(scene: Scene) -> None:
    refuse_permission(
        case=scene.case, doing=scene.doing, sitting=scene.sitting, reason=scene.text()
    )


def begin(scene: Scene) -> None:
    begin_answer(case=scene.case, doing=scene.doing)


def answer(scene: Scene) -> None:
    receive_answer(case=scene.case, doing=scene.doing, new=_answer(scene))


def supplement(scene: Scene) -> None:
    supplement_answer(case=scene.case, doing=scene.doing, new=_answer(scene))


def hand_over(scene: Scene) -> None:
    hand_over_answer(case=scene.case, doing=scene.doing, on=scene.day)


def transfer(scene: Scene) -> None:
    to = scene.stage.name(scene.step["to"])
    transfer_answer(case=scene.case, doing=scene.doing, to=to, reason=scene.text())
    send_on(scene)


def change(scene: Scene) -> None:
    to = scene.stage.name(scene.step["to"])
    change_answerer(case=scene.case, doing=scene.doing, to=to, reason=scene.text())
    send_on(scene)


def answered(scene: Scene) -> None:
    outcome = Outcome(scene.step.get("outcome", Outcome.ANSWERED_IN_WRITING))
    record_answered(
        case=scene.case,
        doing=scene.doing,
        sitting=scene.sitting,
        outcome=outcome,
        reason=scene.text(),
    )


def _answer(scene: Scene) -> NewAnswer:
    """The answers of the step, one a question; a single one may be common to all."""
    step = scene.step
    signer = scene.stage.name(step.get("by", scene.plan["to"]), titled=True)
    title = step.get("title", f"Svar på {_kind(scene)} om {_matter(scene)}")
    parts = _parts(scene)
    lines = [step.get("preamble", ""), *(part.text for part in parts), step.get("closing", "")]
    sign = "\n\n".join([f"{signer.name} {signer.party_printed}", *signer.roles])
    shown = [line for line in (*lines, sign) if line]
    return NewAnswer(
        parts=parts,
        title=title,
        preamble=step.get("preamble", ""),
        questions_intro=step.get("intro", ""),
        closing=step.get("closing", ""),
        place="Exempelby",
        dated_on=scene.day,
        received_on=scene.day,
        signers=[signer],
        files=[paper(title, shown, as_word=step.get("word", False))],
    )


def _parts(scene: Scene) -> list[Part]:
    texts = scene.step["answers"]
    questions = [None] if scene.step.get("common") else scene.case.questions.all()
    quoted = scene.step.get("quoted", {})
    declined = scene.step.get("declined", ())
    return [
        Part(
            text=text,
            question=question,
            question_as_quoted=quoted.get(str(number), ""),
            coverage=Coverage.DECLINED if number in declined else Coverage.FULL,
            answer_label=scene.step.get("label", ""),
        )
        for number, (question, text) in enumerate(zip(questions, texts, strict=False), start=1)
    ]


def _kind(scene: Scene) -> str:
    return str(scene.case.get_case_type_display().lower())


def _matter(scene: Scene) -> str:
    """What stands after `Interpellation om` in the title."""
    return scene.case.title.partition(" om ")[2] or scene.case.title


STEPS: Mapping[str, Callable[[Scene], None]] = {
    "permit": allow,
    "refuse": refuse,
    "begin": begin,
    "answer": answer,
    "supplement": supplement,
    "hand_over": hand_over,
    "transfer": transfer,
    "change_answerer": change,
    "answered": answered,
}
