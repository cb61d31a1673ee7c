"""Form fields for dates and times."""

from datetime import date, time

from django import forms

from kernel.fields import DateField, TimeField


class ArrivalForm(forms.Form):
    day = DateField(label="Inkommen", today=lambda: date(2026, 11, 23))
    at = TimeField(label="Klockslag", required=False)


def test_fields_give_dates_and_times():
    form = ArrivalForm({"day": "i går", "at": "1015"})

    assert form.is_valid()
    assert form.cleaned_data == {"day": date(2026, 11, 22), "at": time(10, 15)}


def test_fields_explain_what_is_wrong_in_swedish():
    form = ArrivalForm({"day": "31/11", "at": "25.00"})

    assert form.errors == {
        "day": ["Datumet 31/11 finns inte i kalendern"],
        "at": ["Klockslaget 25.00 finns inte"],
    }


def test_empty_fields_are_missing_or_none():
    form = ArrivalForm({"day": " ", "at": ""})

    assert form.errors == {"day": ["Ange ett datum"]}
    assert form.cleaned_data == {"at": None}


def test_initial_values_are_shown_as_they_may_be_typed():
    form = ArrivalForm(initial={"day": date(2026, 11, 5), "at": time(9, 5)})

    assert (form["day"].value(), form["at"].value()) == ("2026-11-05", "09.05")


def test_unchanged_values_in_another_form_are_no_change():
    form = ArrivalForm(
        {"day": "5/11 2026", "at": "905"}, initial={"day": date(2026, 11, 5), "at": time(9, 5)}
    )

    assert form.changed_data == []


def test_time_field_asks_for_the_number_keyboard():
    assert 'inputmode="decimal"' in str(ArrivalForm()["at"])
    assert 'inputmode="text"' in str(ArrivalForm()["day"])
