"""The cases: register, questions and answers, proposals, decisions, documents, timeline."""

from ärenden.models.agenda import AgendaItem, MinutesItem, MinutesSection
from ärenden.models.agents import AgentSnapshot
from ärenden.models.answer_drafts import (
    AnswerComment,
    AnswerDraft,
    AnswerShare,
    DraftText,
    DraftWording,
    TimeRequest,
)
from ärenden.models.answers import Answer, AnswerPart
from ärenden.models.balance import BalanceNote, MotionReport, ReportedMotion
from ärenden.models.calendars import CalendarFeed
from ärenden.models.cases import Case, CaseLink, Question
from ärenden.models.covers import Cover
from ärenden.models.deadlines import Deadline
from ärenden.models.decisions import (
    Decision,
    DecisionPoint,
    NonParticipation,
    PointOutcome,
    Reservation,
    Statement,
    Task,
)
from ärenden.models.documents import Document, FileRendition
from ärenden.models.drafts import CompletionRequest, CoSigner, Draft, DraftComment, DraftReader
from ärenden.models.events import CaseEvent
from ärenden.models.groups import GroupNote, GroupReader, GroupWatch, SavedView
from ärenden.models.notes import MeetingNote, NoteInvitation, NoteSection
from ärenden.models.numbers import NumberCounter, NumberSeries, NumberTemplate
from ärenden.models.preparation import PrepStep, Referral
from ärenden.models.proposals import Proposal, ProposalPoint, PropositionOption, PropositionStep
from ärenden.models.publications import Publication, PublishedText
from ärenden.models.reminders import (
    Reminder,
    ReminderChoice,
    ReminderMail,
    ReminderRule,
    ReminderSettings,
)
from ärenden.models.rules import ClosedDay, RuleSet
from ärenden.models.search import CaseText
from ärenden.models.secrecy import SecrecyMark
from ärenden.models.sources import Source, SourceSpan
from ärenden.models.submissions import Submission

__all__ = [
    "AgendaItem",
    "AgentSnapshot",
    "Answer",
    "AnswerComment",
    "AnswerDraft",
    "AnswerPart",
    "AnswerShare",
    "BalanceNote",
    "CalendarFeed",
    "Case",
    "CaseEvent",
    "CaseLink",
    "CaseText",
    "ClosedDay",
    "CoSigner",
    "CompletionRequest",
    "Cover",
    "Deadline",
    "Decision",
    "DecisionPoint",
    "Document",
    "Draft",
    "DraftComment",
    "DraftReader",
    "DraftText",
    "DraftWording",
    "FileRendition",
    "GroupNote",
    "GroupReader",
    "GroupWatch",
    "MeetingNote",
    "MinutesItem",
    "MinutesSection",
    "MotionReport",
    "NonParticipation",
    "NoteInvitation",
    "NoteSection",
    "NumberCounter",
    "NumberSeries",
    "NumberTemplate",
    "PointOutcome",
    "PrepStep",
    "Proposal",
    "ProposalPoint",
    "PropositionOption",
    "PropositionStep",
    "Publication",
    "PublishedText",
    "Question",
    "Referral",
    "Reminder",
    "ReminderChoice",
    "ReminderMail",
    "ReminderRule",
    "ReminderSettings",
    "ReportedMotion",
    "Reservation",
    "RuleSet",
    "SavedView",
    "SecrecyMark",
    "Source",
    "SourceSpan",
    "Statement",
    "Submission",
    "Task",
    "TimeRequest",
]
