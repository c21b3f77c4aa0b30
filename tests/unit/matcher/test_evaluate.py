"""The evaluation: definitions, bad lines, and that the gold never reaches the reader."""

import json
from pathlib import Path

import pytest

from matcher.evaluate import evaluate, evaluate_openings
from matcher.evaluation.ads import ad_text
from matcher.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[3]
SIBLING = ROOT.parent / "shared" / "data"


def record(**gold):
    html = "<h3>Krav</h3><ul><li>Erfaring med Zendesk</li><li>ITIL er ikke et krav</li></ul><p>Lønn kr 600 000.</p>"
    return {"id": "1", "title": "Kundeservicesjef", "description_html": html, "colour": "red", "gold": gold}


def line(**gold):
    return json.dumps(record(**gold))


def test_a_missing_key_leaves_its_figure_out_and_unknown_keys_are_ignored():
    result = evaluate([line(is_csm=True, mood="happy")])
    assert set(result) == {"ads", "broken_lines", "relevance", "seconds"}
    assert result["relevance"] == {"strict": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 1}}


def test_broken_lines_are_named_and_the_rest_goes_on():
    result = evaluate(["{", line(is_csm=True), "", "[1]", json.dumps({"id": "x", "gold": {}}), line(is_csm=True)])
    assert result["broken_lines"] == [1, 4, 5]
    assert result["ads"] == 2


def test_requirements_modality_and_negation_are_counted():
    rows = [
        {"kind": "tool", "modality": "nice", "quote": "Zendesk"},
        {"kind": "certification", "modality": "negated", "quote": "ITIL er ikke et krav"},
        {"kind": "skill", "modality": "must", "quote": "600 000"},
    ]
    result = evaluate([line(requirements=rows)], verbose=True)
    assert result["requirements"]["recall"] == 0.5
    assert result["modality"] == {"accuracy": 0.5, "negation_errors": 0, "n": 2}
    assert result["certifications"] == {"precision": 1.0, "recall": 1.0, "n": 1}
    assert {row["figure"] for row in result["errors"]} == {"requirements", "modality"}


def test_null_pay_must_stay_null():
    result = evaluate([line(salary=None)])
    assert result["salary"] == {"accuracy": 0.0, "n": 1}


def test_the_reader_is_given_nothing_of_the_gold_and_no_municipality():
    given = ad_text(record(is_csm=False) | {"places": [{"city": "Bergen", "municipality": "Oslo", "county": "Oslo"}]})
    assert "is_csm" not in repr(given)
    assert "Oslo" not in repr(given)


def test_the_gold_does_not_change_what_is_read():
    one, other = evaluate([line(is_csm=True)], verbose=True), evaluate([line(is_csm=False)], verbose=True)
    assert one["relevance"]["strict"]["recall"] == 1.0
    assert other["relevance"]["strict"]["precision"] == 0.0


def test_openings_are_judged_pairwise_per_group():
    text = "Du leder tolv medarbeidere i kundesenteret vårt, og har ansvar for svartid, kvalitet og trivsel hver dag."
    posting = {"portal": "finn", "title": "Kundeservicesjef", "employer": "Lyng AS", "description_html": text}
    group = {
        "group": "a",
        "postings": [posting | {"city": "Oslo"}, posting | {"city": "Oslo"}, posting | {"city": "Bergen"}],
        "gold": {"same": [[0, 1]], "why": ""},
    }
    result = evaluate_openings([json.dumps(group), "nonsense"])
    assert result == {
        "groups": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0, "wrong_merges": 0, "broken_lines": [2]
    }  # fmt: skip


def rows(*records):
    return [json.dumps(record) for record in records]


def test_a_set_of_titles_is_told_by_its_keys():
    result = evaluate(rows(
        {"title": "Kundeservicesjef", "label": "csm", "sub": "csm"},
        {"title": "Teamleder kundeservice", "label": "related-lead", "sub": "cs_supervisor"},
        {"title": "Sykepleier", "label": "other", "sub": "other"},
        {"title": "Head of Customer Care", "label": "other", "sub": "other"},
    ))  # fmt: skip
    assert (result["rows"], result["broken_lines"]) == (4, [])
    assert {key: result["titles"]["strict"][key] for key in ("tp", "fp", "fn")} == {"tp": 1, "fp": 1, "fn": 0}
    assert result["titles"]["lenient"]["recall"] == 1.0


def test_titles_filed_by_authorities_are_scored_each_apart():
    filed = [
        {"authority": "A", "title": "Customer Service Manager", "rule_label": "csm_or_supervisor"},
        {"authority": "A", "title": "Nurse", "rule_label": "agent_or_other"},
        {"authority": "B", "title": "Call centre manager", "rule_label": "agent_or_other"},
        {"authority": "B", "title": "Contact centre manager", "rule_label": "csm_or_supervisor"},
        {"authority": "A", "title": "contact centre manager", "rule_label": "agent_or_other"},
    ]
    found = evaluate(json.dumps(filed, indent=0).splitlines())["authorities"]
    assert (found["A"]["f1"], found["A"]["n"]) == (1.0, 2)
    assert (found["B"]["fp"], found["B"]["n"]) == (1, 1)
    assert found["all"]["n"] == 3


def test_deadline_strings_are_scored_by_kind_and_date():
    result = evaluate(rows(
        {"raw": "06.11.2017", "kind": "date", "date": "2017-11-06", "context_date": "2017-10-13T12:00:00Z"},
        {"raw": "Snarest", "kind": "asap", "date": None},
        {"raw": "07.11.2017", "kind": "date", "date": "2017-11-08"},
    ))  # fmt: skip
    assert result["deadlines"] == {"accuracy": 0.6667, "n": 3, "distinct_accuracy": 0.6667, "wrong_dates": 1}


def test_pay_strings_and_spans_are_scored():
    pay = {"raw": "NOK 600 000 - 700 000 per year", "min": 600000, "max": 700000, "currency": "NOK", "period": "year"}
    assert evaluate(rows(pay, pay | {"max": 1}))["pay"]["accuracy"] == 0.5
    spans = {"tokens": ["Experience", "with", "Zendesk"], "tags_skill": ["O"] * 3, "tags_knowledge": ["O", "O", "B"]}
    assert evaluate(rows(spans))["spans"]["strict"]["recall"] == 1.0
    columns = ["Erfaring\tO\tO", "med\tO\tO", "Zendesk\tO\tB", "", "Excel\tO\tB"]
    assert evaluate(columns)["spans"]["n"] == 2


PAIR = {
    **{"pair": 1, "source": "board", "title_a": "Support Manager", "title_b": "Support Manager"},
    **{"employer_a": "Fjord Ltd", "employer_b": "Fjord Ltd", "city_a": "Perth", "city_b": "Perth"},
    **{"date_a": "2018-03-02T02:55:54Z", "date_b": "2018-02-16T00:22:11Z", "text_sha1_a": "1", "text_sha1_b": "1"},
    **{"text_words_a": 40, "text_words_b": 40, "shingle3_jaccard": 1.0, "label": "duplicate", "reason": "re-post"},
}


def test_pairs_are_told_apart_by_city_and_text_and_unlabelled_ones_are_left_out():
    changed = {"city_b": "Sydney", "label": "not_duplicate", "reason": "template in another city"}
    unlike = {"text_sha1_b": "2", "shingle3_jaccard": 0.1, "label": "not_duplicate"}
    missed = {**unlike, "label": "duplicate"}
    rows = [PAIR, PAIR | changed, PAIR | unlike, PAIR | missed, PAIR | {"label": "unlabelled"}]
    found = evaluate(json.dumps(row) for row in rows)["pairs"]
    assert (found["precision"], found["recall"], found["n"], found["unlabelled"]) == (1.0, 0.5, 4, 1)
    wrongly = evaluate([json.dumps(PAIR | {"label": "not_duplicate", "reason": "template"})])["pairs"]
    assert (wrongly["wrong_merges"], wrongly["wrong_merges_template"]) == (1, 1)


def test_links_to_esco_count_each_query_once_and_leave_out_what_has_no_label():
    label = next(one.esco_label for one in load_vocabulary().concepts if one.id == "skill.budget")
    lines = ["sentence,span,sub_span,label", f"We ask,budget responsibility,,{label}"]
    lines += [
        f'"We, too, ask",so they say,budget responsibility,{label}',
        "We ask,budget responsibility,,another label",
    ]
    lines += ["We ask,flying,,fly aeroplanes", "We ask,nothing,,UNDERSPECIFIED"]
    found = evaluate(lines)["esco_links"]
    assert (found["n"], found["answered"]) == (3, 2)
    assert found["top_1"] == found["top_10"] == pytest.approx(2 / 3, abs=1e-3)
    assert found["r_precision_5"] == pytest.approx((0.5 + 1) / 3, abs=1e-3)


def test_spans_filed_under_groups_are_told_by_the_first_letter():
    found = evaluate(["strukturert\tA1", "Zendesk\tK06", "budsjettansvar\tK04", "xyzzy\tS1"])["esco_groups"]
    assert found == {"letter": {"accuracy": 0.5, "n": 4}, "letter_where_found": {"accuracy": 0.6667, "n": 3}}


@pytest.mark.skipif(not SIBLING.is_dir(), reason="the sibling data folder is not here")
@pytest.mark.parametrize(
    ("name", "figure", "least"),
    [("csm_titles_dev", "titles", 0.85), ("deadlines_dev", "deadlines", 0.97), ("salary_dev", "pay", 0.97)],
)
def test_the_sets_of_one_thing_are_read(name, figure, least):
    result = evaluate((SIBLING / "evaluation" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())[figure]
    assert (result["lenient"]["f1"] if figure == "titles" else result["accuracy"]) >= least
    assert result.get("wrong_dates", 0) == 0


@pytest.mark.skipif(not SIBLING.is_dir(), reason="the sibling data folder is not here")
def test_the_development_groups_are_told_apart():
    result = evaluate_openings((SIBLING / "gold_dev" / "duplicates.jsonl").read_text(encoding="utf-8").splitlines())
    assert (result["precision"], result["wrong_merges"]) == (1.0, 0)
    assert result["recall"] >= 0.9


def test_titles_alone_tell_who_leads_customer_service():
    rows = (ROOT / "fixtures" / "titles" / "first.jsonl").read_text(encoding="utf-8").splitlines()
    titles = evaluate(rows)["titles"]
    assert titles["strict"]["f1"] >= 0.98
    assert titles["lenient"]["f1"] >= 0.97
