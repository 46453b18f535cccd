"""The conditional logit finds the weights that made the choices."""

from __future__ import annotations

import math
import random

import pytest

from parsers.training.logit import Choice, fit


def drawn(known: dict[str, float], number: int, seed: int) -> list[Choice]:
    """Choices among three candidates, each right as often as its cues' weights say."""
    dice = random.Random(seed)
    names = sorted(known)
    choices = []
    for group in range(number):
        cues = [tuple(name for name in names if dice.random() < 0.5) for _ in range(3)]
        chosen = dice.choices(range(3), [math.exp(sum(known[name] for name in row)) for row in cues])[0]
        choices.append(Choice(tuple(cues), tuple(at == chosen for at in range(3)), group))
    return choices


def test_known_weights_are_recovered() -> None:
    known = {"near": 2.0, "far": -1.0, "verb": 0.5, "noise": 0.0}
    found = fit(drawn(known, 3000, 7), ridge=0.01, least=1)
    assert found == pytest.approx(known, abs=0.2)


def test_a_ridge_draws_towards_the_prior() -> None:
    choices = drawn({"near": 2.0}, 200, 3)
    assert abs(fit(choices, ridge=1e6, least=1)["near"]) < 0.01
    assert fit(choices, ridge=1e6, least=1, prior={"near": -1.5})["near"] == pytest.approx(-1.5, abs=0.01)


def test_templates_that_take_in_words_are_drawn_harder() -> None:
    words = [Choice(((f"word={at % 30}",), ()), (True, False), at) for at in range(300)]
    few = [Choice(((f"place={at % 2}",), ()), (True, False), at) for at in range(20)]
    found = fit([*words, *few], ridge=3.0, least=1, light=0.1)
    assert 0 < max(found[f"word={at}"] for at in range(30)) < min(found["place=0"], found["place=1"])
    assert fit(few, 3.0, 1, light=0.1)["place=0"] > fit(few, 3.0, 1)["place=0"] > 0
    assert fit(words, 3.0, 1, light=0.1) == fit(words, 3.0, 1)


def test_a_cue_in_few_choices_has_no_weight() -> None:
    choices = [Choice((("often", "rare"), ("often",)), (True, False), 0), Choice((("often",), ()), (True, False), 1)]
    assert set(fit(choices, 1.0, least=2)) == {"often"}


def test_choices_that_teach_nothing_are_left_out() -> None:
    assert fit([], 1.0, 1) == {}
    assert fit([Choice((("a",), ("b",)), (True, True), 0), Choice((("a",), ("b",)), (False, False), 0)], 1.0, 1) == {}


def test_several_right_candidates_share_their_success() -> None:
    choices = [Choice((("good", "first"), ("good", "second"), ("bad",)), (True, True, False), at) for at in range(50)]
    found = fit(choices, 0.1, 1)
    assert found["good"] > 1 > -1 > found["bad"]
    assert found["first"] == pytest.approx(found["second"], abs=1e-6)


def test_a_cue_named_twice_counts_once() -> None:
    once = [Choice((("near",), ()), (at % 3 > 0, at % 3 == 0), at) for at in range(60)]
    twice = [Choice((("near", "near"), ()), choice.right, choice.group) for choice in once]
    assert fit(once, 0.1, 1) == fit(twice, 0.1, 1)
    assert fit(once, 0.001, 1)["near"] == pytest.approx(math.log(2), abs=0.05)
