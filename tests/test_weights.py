"""Weights: a file of numbers, scores as sums, probabilities by softmax, and candidates of one value that stand together."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.lexicon import LANGUAGES, LexiconError, languages
from parsers.observations.weights import Candidate, best, load, score, shipped


def written(folder: Path, text: str) -> Path:
    path = folder / "qq.weights.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_numbers(tmp_path: Path) -> None:
    path = written(tmp_path, 'slot,cue,weight\nfact.1,"link=,",0.75\nfact.1,carried,-1.5\nareas.2,home,1\n')
    assert load(path) == {"fact.1": {"link=,": 0.75, "carried": -1.5}, "areas.2": {"home": 1.0}}


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", 1, "slot,cue,weight"),
        ("slot,cue\nfact.1,home\n", 1, "slot,cue,weight"),
        ("slot,cue,weight\nfact.1,home,4\nfact.1,away,much\n", 3, "a number"),
        ("slot,cue,weight\nfact.1,home,nan\n", 2, "a number"),
        ("slot,cue,weight\nfact.1,home\n", 2, "a number"),
        ("slot,cue,weight\nfact.1,home,\n", 2, "a number"),
        ("slot,cue,weight\nfact.1,home,4\nfact.2,home,4\nfact.1,home,5\n", 4, "twice"),
    ],
)
def test_a_broken_file_is_told_by_name_and_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    with pytest.raises(LexiconError, match=rf"qq\.weights\.csv, line {line}: .*{word}"):
        load(written(tmp_path, text))


@pytest.mark.parametrize("language", languages())
def test_every_language_has_weights_for_every_slot_of_both_passes(language: str) -> None:
    found = shipped(language)
    assert found == load(LANGUAGES / f"{language}.weights.csv")
    assert {f"{slot}.{number}" for slot in ("rate", "fact", "period", "areas", "product", "status") for number in "12"} <= set(
        found
    )
    assert all(cues for cues in found.values())


def test_a_score_is_the_sum_of_its_cues_and_a_strange_cue_weighs_nothing() -> None:
    candidates = [Candidate("a", ["near", "verb", "strange"]), Candidate("b", []), Candidate("c", ["verb", "verb"])]
    score(candidates, {"near": 1.5, "verb": -0.25})
    assert [candidate.score for candidate in candidates] == [1.25, 0.0, -0.25]


NUMBERS = st.lists(st.floats(-900, 900), min_size=1, max_size=8)


@given(NUMBERS)
def test_probabilities_are_the_softmax_of_the_scores(numbers: list[float]) -> None:
    candidates = [Candidate(at, [str(at)]) for at in range(len(numbers))]
    score(candidates, {str(at): number for at, number in enumerate(numbers)})
    assert math.isclose(sum(candidate.probability for candidate in candidates), 1)
    for one in candidates:
        for other in candidates:
            if one.score - other.score < 30 and other.probability > 1e-9 and one.probability > 1e-9:
                assert math.isclose(one.probability / other.probability, math.exp(one.score - other.score), rel_tol=1e-6)


def test_nothing_to_choose_from_is_nothing_chosen() -> None:
    score([], {})
    assert best([]) is None


def test_candidates_of_one_value_stand_together_against_a_stronger_single_one() -> None:
    candidates = [Candidate("once", [], probability=0.4), Candidate("twice", [], 1, 2, probability=0.25)]
    candidates.append(Candidate("twice", [], 5, 6, probability=0.35))
    winner = best(candidates)
    assert winner is not None
    assert winner[0] is candidates[2], "the likeliest of the value that won"
    assert math.isclose(winner[1], 0.6)


def test_a_value_may_count_for_more_than_it_is_likely() -> None:
    candidates = [Candidate(None, [], probability=0.4), Candidate("told", [], probability=0.6)]
    winner = best(candidates, lean=lambda value: 2.0 if value is None else 1.0)
    assert winner is not None and winner[0] is candidates[0] and math.isclose(winner[1], 0.8 / 1.4)
    winner = best(candidates, lean=lambda value: 1.2 if value is None else 1.0)
    assert winner is not None and winner[0] is candidates[1] and math.isclose(winner[1], 0.6 / 1.08)


def test_a_barred_candidate_is_chosen_only_where_there_is_no_other() -> None:
    barred, other = Candidate("barred", [], probability=0.9, barred=True), Candidate("other", [], probability=0.1)
    assert best([barred, other]) == (other, 0.1)
    assert best([barred]) == (barred, 0.9)


def test_the_first_of_equals_wins() -> None:
    candidates = [Candidate("first", [], probability=0.5), Candidate("second", [], probability=0.5)]
    winner = best(candidates)
    assert winner is not None and winner[0].value == "first"
