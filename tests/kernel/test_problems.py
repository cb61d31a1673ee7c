"""The list of errors that heads a refused form."""

from django import forms

from kernel.templatetags.problems import error_summary


class Paper(forms.Form):
    title = forms.CharField(error_messages={"required": "Skriv rubriken"})
    pages = forms.IntegerField(error_messages={"invalid": "Skriv antalet sidor med siffror"})

    def clean(self):
        raise forms.ValidationError("Handlingen finns redan i ärendet")


Papers = forms.formset_factory(Paper, extra=0)


def test_error_summary_leads_to_each_field_and_tells_errors_of_the_whole_form_first():
    summary = error_summary(Paper({"paper-pages": "två"}, prefix="paper"))

    assert summary == {
        "heading": "Tre saker behöver rättas",
        "problems": [
            {"href": "", "text": "Handlingen finns redan i ärendet"},
            {"href": "#id_paper-title", "text": "Skriv rubriken"},
            {"href": "#id_paper-pages", "text": "Skriv antalet sidor med siffror"},
        ],
    }


def test_error_summary_counts_one_thing_in_the_singular():
    summary = error_summary(Paper({"title": "Svar", "pages": "2"}))

    assert summary["heading"] == "En sak behöver rättas"


def test_error_summary_gathers_several_forms_and_formsets():
    management = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}
    formset = Papers(management | {"form-0-title": "Svar", "form-0-pages": "fem"})

    summary = error_summary(formset, Paper({"title": "Svar", "pages": "2"}))

    assert [problem["href"] for problem in summary["problems"]] == ["", "#id_form-0-pages", ""]


def test_error_summary_is_empty_for_a_form_not_yet_sent():
    assert error_summary(Paper())["problems"] == []
