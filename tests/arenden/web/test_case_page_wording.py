"""What changed between two wordings, and the source text with its marks."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from tests.factories import cases, people
from ärenden.models import Case, Question, Source, SourceSpan
from ärenden.web.cases.presenters.wording import Piece, differences
from ärenden.web.sources import blocks_of

TEXT = "# Rubriken\n\n1. Hur många?\nGlömt stycke"


def test_equal_words_with_other_spaces_are_no_difference() -> None:
    assert differences("Hur många\nbänkar?", " Hur många bänkar?  ") == []


def test_changed_words_are_told_in_place() -> None:
    assert differences("i VLT 10/3?", "i VLT den 10/3?") == [
        Piece("i VLT ", "same"),
        Piece("den ", "new"),
        Piece("10/3?", "same"),
    ]


def test_word_left_out_is_told_before_the_one_that_replaced_it() -> None:
    assert differences("alla röda hus", "alla blå hus") == [
        Piece("alla ", "same"),
        Piece("röda ", "left_out"),
        Piece("blå ", "new"),
        Piece("hus", "same"),
    ]


def sourced(case: Case) -> Source:
    """A source of the case, whose last line no field claims."""
    source = Source.objects.create(
        organisation=case.organisation, case=case, name="handling.txt", sha256="0" * 64, text=TEXT
    )
    question = case.questions.first()
    assert isinstance(question, Question)
    for start, end, field in ((12, 14, "label_printed"), (15, 25, "text")):
        SourceSpan.objects.create(
            source=source, start=start, end=end, model="question", row=question.pk, field=field
        )
    SourceSpan.objects.create(
        source=source, start=2, end=10, model="case", row=case.pk, field="title"
    )
    SourceSpan.objects.create(source=source, start=0, end=1, furniture="rubriktecken")
    return source


@pytest.mark.django_db
def test_source_is_shown_letter_by_letter_with_the_name_of_every_stretch() -> None:
    source = sourced(cases.registered_case(cases.world()))

    blocks = blocks_of(source, list(source.spans.all()))

    assert [
        (block.labels, [(piece.text, piece.kind) for piece in block.pieces]) for block in blocks
    ] == [
        (
            ["rubriktecken", "Ärendet: rubrik"],
            [("#", "furniture"), (" ", "blank"), ("Rubriken", "field")],
        ),
        (
            ["Fråga: beteckning", "Fråga: text"],
            [
                ("1.", "field"),
                (" ", "blank"),
                ("Hur många?", "field"),
            ],
        ),
        ([], [("\nGlömt stycke", "unread")]),
    ]


@pytest.mark.django_db
def test_question_leads_to_its_place_in_the_source(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    source = sourced(case)
    span = source.spans.get(field="text")
    client.force_login(world.registrar)

    page = client.get(reverse("arenden:case", args=[case.organisation.slug, case.public_id]))
    url = reverse(
        "arenden:case_source", args=[case.organisation.slug, case.public_id, source.public_id]
    )

    assert f'href="{url}#s{span.pk}"' in page.content.decode()
    assert f'id="s{span.pk}"' in client.get(url).content.decode()


@pytest.mark.django_db
def test_councillor_may_not_read_a_source_with_an_answer_in_it(client: Client) -> None:
    world = cases.world()
    case = cases.registered_case(world)
    source = sourced(case)
    councillor = people.user(world.organisation, Role.COUNCILLOR, person=world.asker)
    client.force_login(councillor)
    place = [case.organisation.slug, case.public_id]

    page = client.get(reverse("arenden:case", args=place))
    answer = client.get(reverse("arenden:case_source", args=[*place, source.public_id]))

    assert "/kalla/" not in page.content.decode()
    assert answer.status_code == 403
