"""What a reading may say: the fields of the model, texts as cuts of the source.

The keys are the names of the model's own fields. A `Cut` is written as an anchor, everything
else is a fact that someone read out of the paper.
"""

from ärenden.reading.format.cases import (
    ReadAnswer,
    ReadCase,
    ReadDocument,
    ReadName,
    ReadPart,
    ReadQuestion,
    Unknown,
)
from ärenden.reading.format.minutes import (
    ReadDecision,
    ReadMinutes,
    ReadPoint,
    ReadPrepStep,
    ReadProposal,
    ReadReservation,
    ReadSection,
    ReadStatement,
    ReadStep,
    ReadTask,
)
from ärenden.reading.format.notes import ReadAttachment, ReadInvitation, ReadNote, ReadNoteSection
from ärenden.reading.format.papers import ReadBody, ReadOrganisation, ReadPaper, ReadParty

__all__ = [
    "ReadAnswer",
    "ReadAttachment",
    "ReadBody",
    "ReadCase",
    "ReadDecision",
    "ReadDocument",
    "ReadInvitation",
    "ReadMinutes",
    "ReadName",
    "ReadNote",
    "ReadNoteSection",
    "ReadOrganisation",
    "ReadPaper",
    "ReadPart",
    "ReadParty",
    "ReadPoint",
    "ReadPrepStep",
    "ReadProposal",
    "ReadQuestion",
    "ReadReservation",
    "ReadSection",
    "ReadStatement",
    "ReadStep",
    "ReadTask",
    "Unknown",
]
