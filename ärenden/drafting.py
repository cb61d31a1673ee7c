"""What a councillor writes: its one text, and what hinders it from being handed in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from kernel.text import listed, normalise
from ärenden.choices import CaseType
from ärenden.exceptions import Refusal

WRITTEN_HERE = (CaseType.INTERPELLATION, CaseType.QUESTION, CaseType.MOTION)
THE = {
    CaseType.INTERPELLATION: "interpellationen",
    CaseType.QUESTION: "frågan",
    CaseType.MOTION: "motionen",
}
KL = "Kommunallagen"
ONE_MATTER = "Fullmäktiges arbetsordning"


@dataclass(frozen=True, kw_only=True)
class Written:
    """The words of a draft. `items` are the questions, or a motion's att-satser."""

    case_type: CaseType
    title: str = ""
    addressee: str = ""
    motivation: str = ""
    question_intro: str = ""
    items: tuple[str, ...] = ()

    @property
    def is_asked(self) -> bool:
        return self.case_type != CaseType.MOTION


def tidied(written: Written) -> Written:
    """The same words as they are kept: NFC, one line of title, no empty items, no outer breaks."""
    return Written(
        case_type=written.case_type,
        title=" ".join(normalise(written.title).split()),
        addressee=" ".join(normalise(written.addressee).split()) if written.is_asked else "",
        motivation=normalise(written.motivation).strip("\n"),
        question_intro=normalise(written.question_intro).strip("\n"),
        items=tuple(each for text in written.items if (each := normalise(text).strip())),
    )


def as_text(written: Written, *, body: str, signed: Sequence[str] = ()) -> str:
    """The whole paper as plain text, in the order in which it is read.

    The same words always give the same text, and so the same checksum, on any machine.
    """
    points = "\n\n".join(f"{n}. {text}" for n, text in enumerate(written.items, start=1))
    parts = (
        f"{written.case_type.label} till {written.addressee or body}",
        written.title,
        written.motivation,
        written.question_intro,
        points,
        "\n".join(signed),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Standing:
    """As what the author meets the council on the day; names are as printed.

    `serves` is true of an ersättare who says that she serves at a meeting that is held that day.
    Who `completes` what she has handed in needs no seat anew.
    """

    is_member: bool
    is_substitute: bool = False
    meets_today: bool = False
    serves: bool = False
    completes: bool = False
    unsigned: tuple[str, ...] = ()
    without_seat: tuple[str, ...] = ()


def hindrances(written: Written, standing: Standing) -> tuple[Refusal, ...]:
    """Why it cannot be handed in now, each in a sentence with its source; empty when it can."""
    return (*_of_words(written), *_of_standing(written, standing))


def _of_words(written: Written) -> Iterator[Refusal]:
    if not written.title:
        yield Refusal("title", "Skriv en rubrik")
    if written.case_type == CaseType.INTERPELLATION and not written.motivation.strip():
        text = "Skriv en motivering. En interpellation ska vara motiverad"
        yield Refusal("motivation", text, source=f"{KL} 5 kap. 60 §")
    if written.is_asked and not written.addressee:
        text = f"Ange vem {THE[written.case_type]} ställs till"
        section = "59 §" if written.case_type == CaseType.INTERPELLATION else "59 och 64 §§"
        yield Refusal("addressee", text, source=f"{KL} 5 kap. {section}")
    if not written.items:
        yield _no_items(written)


def _no_items(written: Written) -> Refusal:
    if written.case_type == CaseType.MOTION:
        text = "Skriv minst en att-sats. Fullmäktige ska besluta om motionen"
        return Refusal("items", text, source=f"{KL} 5 kap. 22 och 23 §§")
    section = "60 §" if written.case_type == CaseType.INTERPELLATION else "64 §"
    text = "Skriv minst en fråga. Innehållet ska vara bestämt"
    return Refusal("items", text, source=f"{KL} 5 kap. {section}")


def _of_standing(written: Written, standing: Standing) -> Iterator[Refusal]:
    the = THE[written.case_type]
    if not (standing.is_member or standing.serves or standing.completes):
        yield _no_seat(the, standing)
    if standing.unsigned:
        text = (
            f"{listed(standing.unsigned)} har inte skrivit under texten som den står nu."
            " Vänta på underskriften, eller ta bort inbjudan"
        )
        yield Refusal("signatures", text)
    if standing.without_seat:
        text = (
            f"{listed(standing.without_seat)} är inte ledamot i fullmäktige i dag."
            " Ta bort inbjudan för att lämna in"
        )
        yield Refusal("signatures", text, source=f"{KL} 4 kap. 19 §")


def _no_seat(the: str, standing: Standing) -> Refusal:
    if standing.is_substitute and standing.meets_today:
        text = f"Du är ersättare. Intyga att du tjänstgör i dag för att lämna in {the}"
        return Refusal("serves", text, source=f"{KL} 4 kap. 22 §")
    if standing.is_substitute:
        text = (
            f"Du är ersättare och kan lämna in {the} den dag då fullmäktige sammanträder"
            " och du tjänstgör"
        )
        return Refusal("standing", text, source=f"{KL} 4 kap. 22 §")
    text = f"Bara den som är ledamot i fullmäktige kan lämna in {the}"
    return Refusal("standing", text, source=f"{KL} 4 kap. 19 §")


@dataclass(frozen=True, slots=True)
class Reminder:
    """What no program can judge, or what the council alone decides."""

    text: str
    source: str


def reminders(written: Written, *, may_be_asked: bool) -> list[Reminder]:
    """What the author sees to herself; it hinders nothing, fullmäktige decides (KL 5:62)."""
    found = [Reminder(f"Håll {THE[written.case_type]} till ett enda ämne.", ONE_MATTER)]
    if not written.is_asked:
        return found
    if written.addressee and not may_be_asked:
        text = (
            "Den du har skrivit är inte en av dem som registret känner som ordförande i en nämnd"
            " eller beredning, eller som kommunalråd. Se till att fullmäktige har bestämt att"
            " uppdraget får frågas."
        )
        found.append(Reminder(text, f"{KL} 5 kap. 59 §"))
    text = (
        "Ämnet ska höra till fullmäktige, en nämnd eller en beredning, och får inte röra"
        " myndighetsutövning mot någon enskild."
    )
    sections = "61 §" if written.case_type == CaseType.INTERPELLATION else "61 och 64 §§"
    found.append(Reminder(text, f"{KL} 5 kap. {sections}"))
    found.append(Reminder("Fullmäktige beslutar om den får ställas.", f"{KL} 5 kap. 62 §"))
    return found
