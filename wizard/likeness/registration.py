"""Lays one picture over another exactly, begun from a guess a few pixels off: from pixels only.

Least squares on the gradients (Lucas and Kanade, "An Iterative Image Registration Technique", 1981),
those of the second picture, so that they are computed once (Baker and Matthews, "Lucas-Kanade 20 Years
On", 2004).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from wizard.likeness.rough_place import COARSE_SIDE, Greys, Matrix

ROUNDS = 8
"""At most: either of the next two may end it before."""
BETTER_BY = 1e-4
"""Agreement gained in a round, below which it ends."""
STILL = 0.01
"""Pixels that a round moves a corner by, below which it ends."""
LIGHT_RADIUS = 4
"""Pixels over which light is evened out, so that another brightness does not pull."""


def refined(a: Greys, b: Greys, matrix: Matrix) -> tuple[Matrix, float]:
    """The matrix that lays `b` over `a` exactly, begun from one a few pixels off, and the agreement."""
    even_a, even_b = evened(a), evened(b)
    height, width = b.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    slopes = _slopes(even_b, (x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5)
    best, best_agreement = matrix, -1.0
    for _ in range(ROUNDS):
        laid = drawn(even_a, matrix, b.shape)
        inside = _inside(matrix, x, y, a.shape)
        agreement = _correlation(laid[inside], even_b[inside])
        if agreement <= best_agreement + BETTER_BY:
            break
        best, best_agreement = matrix, agreement
        step = _step(slopes[inside], (even_b - laid)[inside])
        if np.abs(step[:, :2]).sum(axis=1).max() / 2 + np.abs(step[:, 2]).max() < STILL:
            break
        step[:, :2] /= (width, height)
        step[:, 2] -= step[:, 0] * width / 2 + step[:, 1] * height / 2
        matrix = matrix + step
    return best, best_agreement


def nearly_laid(a: Greys, b: Greys) -> Matrix:
    """The matrix for `drawn` that lays `a` over `b`, which shows nearly the same frame."""
    matrix, _ = refined(a, b, np.array([[1.0, 0, 0], [0, 1.0, 0]]))
    return matrix


def drawn(greys: Greys, matrix: Matrix, shape: tuple[int, ...], outside: float = 0.0) -> Greys:
    """The greys as the matrix moves them, in another height and width."""
    moved = Image.fromarray(greys).transform(
        (shape[1], shape[0]),
        Image.Transform.AFFINE,
        tuple(float(each) for each in matrix.ravel()),
        Image.Resampling.BILINEAR,
        fillcolor=outside,
    )
    return np.asarray(moved)


def evened_light(greys: Greys) -> Greys:
    """Fine detail alone, without the light around each pixel."""
    from scipy.ndimage import uniform_filter

    detail: Greys = greys - uniform_filter(greys, 2 * LIGHT_RADIUS + 1)
    return detail


def evened(greys: Greys) -> Greys:
    """Fine detail, equally strong everywhere."""
    from scipy.ndimage import uniform_filter

    detail = evened_light(greys)
    strength = np.sqrt(np.maximum(uniform_filter(detail * detail, 4 * LIGHT_RADIUS + 3), 0))
    even: Greys = detail / (strength + 2)
    return even


def _slopes(even: Greys, x: Greys, y: Greys) -> Greys:
    """How each pixel changes with each of the six numbers of the matrix."""
    down, across = np.gradient(even)
    parts = [slope * place for slope in (across, down) for place in (x, y, np.ones_like(x))]
    slopes: Greys = np.stack(parts, axis=-1).astype(np.float32)
    return slopes


def _step(slopes: Greys, rest: Greys) -> Matrix:
    """What to add to the matrix so that least is left of the rest."""
    square = slopes.T @ slopes + np.eye(6, dtype=np.float32)
    step: Matrix = np.linalg.solve(square.astype(np.float64), slopes.T @ rest).reshape(2, 3)
    return step


def _inside(matrix: Matrix, x: Greys, y: Greys, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Which pixels lie well inside of the other picture, where no frame around them was evened out."""
    (a, b, c), (d, e, f) = (np.asarray(row, dtype=np.float32) for row in matrix)
    column, row = a * (x + 0.5) + b * (y + 0.5) + c, d * (x + 0.5) + e * (y + 0.5) + f
    inside: npt.NDArray[np.bool_] = (column >= LIGHT_RADIUS) & (column <= shape[1] - LIGHT_RADIUS)
    inside &= (row >= LIGHT_RADIUS) & (row <= shape[0] - LIGHT_RADIUS)
    return inside


def _correlation(a: Greys, b: Greys) -> float:
    if a.size < COARSE_SIDE:
        return -1.0
    one, other = a - a.mean(), b - b.mean()
    length = float(np.sqrt(float(one @ one) * float(other @ other)))
    return float(one @ other) / length if length else 0.0
