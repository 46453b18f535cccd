"""A conditional logit: in each choice the candidates compete, and the right ones together should be likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
# A template of more values than this takes in words, and most of its cues are seldom seen.
FEW = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """One figure's slot: the cues of each candidate, which candidates are right, the document's group, how much it counts."""

    cues: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    group: int
    weight: float = 1.0


def fit(
    choices: Sequence[Choice], ridge: float, least: int, prior: Mapping[str, float] | None = None, light: float = 1.0
) -> dict[str, float]:
    """Weights of the cues that stand in at least `least` choices; `ridge` draws them towards `prior` (zero without one).

    The cues of a template that has few values are drawn by the part `light` of it.
    """
    usable = [choice for choice in choices if any(choice.right) and not all(choice.right)]
    if not usable:
        return {}
    counts = Counter(cue for choice in usable for cue in {cue for row in choice.cues for cue in row})
    names = sorted(cue for cue, number in counts.items() if number >= least)
    matrix, starts, right = _matrix(usable, {name: at for at, name in enumerate(names)})
    start = np.array([(prior or {}).get(name, 0.0) for name in names])
    counted = np.array([choice.weight for choice in usable])
    drawn = ridge * _drawn(names, light)
    result = minimize(
        _loss, start, args=(matrix, starts, right, counted, drawn, start), jac=True, method="L-BFGS-B", options={"maxiter": 120}
    )
    return dict(zip(names, result.x.tolist(), strict=True))


def _drawn(names: Sequence[str], light: float) -> Floats:
    """How hard each cue is drawn: fully where its template takes in words ("intro=of"), less where it has few values."""
    values = Counter(name.partition("=")[0] for name in names)
    return np.array([1.0 if values[name.partition("=")[0]] > FEW else light for name in names])


def _matrix(choices: Sequence[Choice], columns: Mapping[str, int]) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.bool_]]:
    indices: list[int] = []
    pointers, starts, right = [0], [], []
    for choice in choices:
        starts.append(len(pointers) - 1)
        for row, good in zip(choice.cues, choice.right, strict=True):
            indices.extend({columns[cue] for cue in row if cue in columns})
            pointers.append(len(indices))
            right.append(good)
    data = np.ones(len(indices))
    matrix = csr_matrix((data, indices, pointers), shape=(len(pointers) - 1, len(columns)))
    return matrix, np.array(starts, dtype=np.int64), np.array(right)


def _loss(
    weights: Floats,
    matrix: csr_matrix,
    starts: NDArray[np.int64],
    right: NDArray[np.bool_],
    counted: Floats,
    ridge: Floats,
    centre: Floats,
) -> tuple[float, Floats]:
    scores = matrix @ weights
    sizes = np.diff(np.append(starts, len(scores)))
    scores = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
    mass = np.exp(scores)
    whole = np.add.reduceat(mass, starts)
    good = np.add.reduceat(np.where(right, mass, 0.0), starts)
    share = mass / np.repeat(whole, sizes)
    wanted = np.where(right, mass, 0.0) / np.repeat(good, sizes)
    away = weights - centre
    loss = float(counted @ (np.log(whole) - np.log(good)) + 0.5 * (ridge * away) @ away)
    return loss, matrix.T @ ((share - wanted) * np.repeat(counted, sizes)) + ridge * away
