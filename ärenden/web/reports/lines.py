"""A motionsbalans as ready texts: the same lines for the page, the paper and the Word document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kernel.dates import count_word, full_date
from kernel.text import capital, counted, listed
from ärenden.choices import CaseType, Proposed
from ärenden.deadlines import age
from ärenden.models import ReportedMotion
from ärenden.queries.balance import Entry
from ärenden.workflow.duties import YEAR_IS_NEAR

PARTS = {CaseType.MOTION: "Motioner", CaseType.CITIZEN_PROPOSAL: "Medborgarförslag"}
NOUNS = {
    CaseType.MOTION: ("motion", "motioner"),
    CaseType.CITIZEN_PROPOSAL: ("medborgarförslag", "medborgarförslag"),
}
PASSED = "late"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One motion. `year` says when its year is out, in the `tone` of that day."""

    case_type: CaseType
    number: str
    title: str
    signers: str
    raised: str
    age: str
    year: str
    tone: str
    place: str
    shown: str
    proposed: Proposed
    url: str = ""
    key: str = ""
    edit_url: str = ""
    written: str = ""

    @property
    def proposal(self) -> str:
        return self.proposed.label


@dataclass(frozen=True)
class Part:
    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What is tabled, in the order that it is read."""

    title: str
    organisation: str
    meeting: str
    total: str
    parts: Sequence[Part]
    proposals: Sequence[str]
    by_law: str
    frozen: str


def line_of(motion: Entry | ReportedMotion, *, on: date, **links: str) -> Line:
    """`on` is the day that ages are told of: today, or the meeting's."""
    year, tone = _year(motion.year_ends_on, on)
    return Line(
        case_type=CaseType(motion.case_type),
        number=motion.number,
        title=motion.title,
        signers=listed(list(motion.signers)) if motion.signers else "Okänt vem som skrivit under",
        raised=f"Väckt {full_date(motion.raised_on)}" if motion.raised_on else "Okänd dag",
        age=_age(motion.raised_on, on) if motion.raised_on else "",
        year=year,
        tone=tone,
        place=motion.place,
        shown=motion.shown,
        proposed=Proposed(motion.proposed),
        **links,
    )


def _age(since: date, on: date) -> str:
    months, days = age(since, on=on)
    told = [_many(months, "månad", "månader"), _many(days, "dag", "dagar")]
    return " ".join(filter(None, told)) or "0 dagar"


def _many(number: int, one: str, many: str) -> str:
    return counted(number, one, many) if number else ""


def _year(ends_on: date | None, on: date) -> tuple[str, str]:
    if ends_on is None:
        return "", ""
    if ends_on < on:
        return f"Ett år gick ut {full_date(ends_on)}", PASSED
    near = "soon" if ends_on <= on + YEAR_IS_NEAR else ""
    return f"Ett år går ut {full_date(ends_on)}", near


def parts_of(lines: Iterable[Line]) -> list[Part]:
    """Motions, then medborgarförslag; a part without any is left out."""
    rows = list(lines)
    parts = [
        Part(heading, [row for row in rows if row.case_type == case_type])
        for case_type, heading in PARTS.items()
    ]
    return [part for part in parts if part.lines]


def total(lines: Sequence[Line]) -> str:
    """`Tolv motioner och ett medborgarförslag är obesvarade. För tre av dem har ett år gått.`"""
    told = listed([each for kind in PARTS if (each := _counted(lines, kind))])
    if not told:
        return "Ingen motion är obesvarad."
    late = [line.case_type for line in lines if line.tone == PASSED]
    passed = f" För {_of_them(late, of=len(lines))} har ett år gått." if late else ""
    verb = "är obesvarad" if len(lines) == 1 else "är obesvarade"
    return f"{capital(told)} {verb}.{passed}"


def _of_them(types: Sequence[str], *, of: int) -> str:
    """`tre av dem`, `ett av dem`; of a single one, `den` or `det`."""
    is_common = types[0] == CaseType.MOTION
    if of == 1:
        return "den" if is_common else "det"
    return f"{count_word(len(types), common=is_common)} av dem"


def _counted(lines: Sequence[Line], case_type: CaseType) -> str:
    number = sum(1 for line in lines if line.case_type == case_type)
    one, many = NOUNS[case_type]
    is_common = case_type == CaseType.MOTION
    word = count_word(number, common=is_common)
    return f"{word} {one if number == 1 else many}" if number else ""


def proposals_of(lines: Iterable[Line]) -> list[str]:
    """What the council is asked to decide, point by point."""
    off = [f"{line.number} {line.title}" for line in lines if line.proposed == Proposed.WRITE_OFF]
    continued = "Beredningen av övriga fortsätter." if off else "Beredningen fortsätter."
    written_off = [f"Avskrivs från vidare handläggning: {each}." for each in off]
    return ["Redovisningen läggs till handlingarna.", *written_off, continued]


def by_law(motions: Iterable[ReportedMotion]) -> str:
    """For how many this is the report that the law asks for; empty when for none."""
    rows = list(motions)
    types = [motion.case_type for motion in rows if motion.is_of_the_year]
    if not types:
        return ""
    one = "den" if types[0] == CaseType.MOTION else "det"
    which = one if len(types) == 1 else "dem"
    return (
        f"För {_of_them(types, of=len(rows))} har ett år gått, eller går ut före nästa redovisning."
        f" För {which} är det här den anmälan som 5 kap. 35 § kommunallagen kräver."
    )
