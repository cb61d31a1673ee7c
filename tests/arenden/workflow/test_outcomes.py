"""A decision as a whole says the same as the outcomes of its att-satser."""

import pytest

from ärenden.choices import Outcome
from ärenden.workflow.outcomes import outcome_refusals

O = Outcome  # noqa: E741  # the table is read across
BIFALL, AVSLAG, DELVIS, BESVARAD = O.APPROVED, O.REJECTED, O.PARTLY_APPROVED, O.CONSIDERED_ANSWERED
TOLD_OTHERWISE = [
    (BIFALL, [BIFALL, AVSLAG], DELVIS),
    (BIFALL, [None, AVSLAG], DELVIS),
    (BIFALL, [DELVIS], DELVIS),
    (AVSLAG, [AVSLAG, BIFALL], DELVIS),
    (AVSLAG, [None, BIFALL], DELVIS),
    (AVSLAG, [AVSLAG, BESVARAD], O.MIXED),
    (BESVARAD, [None, AVSLAG], O.MIXED),
    (BESVARAD, [BIFALL, BESVARAD], DELVIS),
    (DELVIS, [BIFALL, BIFALL], BIFALL),
    (DELVIS, [AVSLAG, AVSLAG], AVSLAG),
    (DELVIS, [AVSLAG, BESVARAD], O.MIXED),
    (O.MIXED, [BIFALL, AVSLAG], DELVIS),
    (O.MIXED, [BIFALL, None], DELVIS),
    (O.MIXED, [BESVARAD, BESVARAD], BESVARAD),
]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (BIFALL, [BIFALL, BIFALL]),
        (BIFALL, [BIFALL, None]),
        (BIFALL, [None, None]),
        (BIFALL, []),
        (O.ADOPTED, [BIFALL]),
        (AVSLAG, [AVSLAG, None]),
        (BESVARAD, [BESVARAD, BESVARAD]),
        (DELVIS, [BIFALL, AVSLAG]),
        (DELVIS, [BIFALL, BESVARAD, BESVARAD]),
        (DELVIS, [DELVIS, DELVIS]),
        (DELVIS, [DELVIS]),
        (DELVIS, [AVSLAG, None]),
        (DELVIS, [None]),
        (O.MIXED, [AVSLAG, BESVARAD]),
        (O.MIXED, [AVSLAG, O.WRITTEN_OFF]),
        (O.MIXED, [AVSLAG, None]),
        (O.MIXED, [None]),
    ],
)
def test_whole_that_its_parts_bear_out_is_allowed(
    whole: Outcome, parts: list[Outcome | None]
) -> None:
    assert outcome_refusals(whole, list(enumerate(parts, start=1))) == ()


@pytest.mark.parametrize(("whole", "parts", "fitting"), TOLD_OTHERWISE)
def test_whole_that_its_parts_contradict_is_refused_with_the_one_that_fits(
    whole: Outcome, parts: list[Outcome | None], fitting: Outcome
) -> None:
    numbered = list(enumerate(parts, start=1))

    (refusal,) = outcome_refusals(whole, numbered)

    assert f"Välj ”{fitting.label}” som innebörd" in refusal.text
    assert outcome_refusals(fitting, numbered) == ()


def test_refusal_names_the_att_satser_by_their_outcome() -> None:
    parts = [(1, AVSLAG), (2, BIFALL), (3, AVSLAG)]

    (refusal,) = outcome_refusals(AVSLAG, parts)

    assert refusal.text == (
        "Beslutets innebörd är ”avslag”, men att-satserna 1 och 3 har utfallet ”avslag” och"
        " att-sats 2 har utfallet ”bifall”. Välj ”Delvis bifall” som innebörd, eller rätta"
        " att-satsernas utfall"
    )
