"""Affine forms and sums of kinks with exact coefficients, and norms of matrices.

FORMAT.md section 7, "Numbers of the network" and "Rests by vectors".
"""
from fractions import Fraction
from operator import mul
import math

from .fixed import P

Q = 2 * P                    # places of moments and of bounds of rests


def quotient_up(n, d):
    return -(-n // d)


def fixed_up(x):
    """The least integer at the scale 2^-Q that is at least a fraction."""
    return quotient_up(x.numerator << Q, x.denominator)


def enclose(x):
    """(lower, upper) of a fraction at the scale 2^-Q."""
    return (x.numerator << Q) // x.denominator, fixed_up(x)


def times_up(x, f):
    """x f, rounded up, for a bound x at the scale 2^-Q and a fraction f, both not negative."""
    return quotient_up(x * f.numerator, f.denominator)


def product_up(x, y):
    return quotient_up(x * y, 1 << Q)


def root_up(x):
    """At least the root of x / 2^2Q, at the scale 2^-Q."""
    return math.isqrt(x - 1) + 1 if x > 0 else 0


class Vector:
    """A constant, the coefficients of the coordinates less their means, and perhaps those of kinks:
    integers over one denominator."""
    __slots__ = ('items', 'den')

    def __init__(self, items, den=1):
        self.items, self.den = items, den

    def constant(self):
        return Fraction(self.items[0], self.den)

    def zero(self):
        return not any(self.items)

    def key(self):
        return tuple(self.items), self.den


def combine(terms):
    """The sum of the multiples (factor, vector), in lowest terms."""
    terms = [(f, v) for f, v in terms if f]
    if not terms:
        return Vector([0])
    den = math.lcm(*(f.denominator * v.den for f, v in terms))
    total = []
    for f, v in sorted(terms, key=lambda t: -len(t[1].items)):
        factor = f.numerator * (den // (f.denominator * v.den))
        if not total:
            total = [factor * x for x in v.items]
        else:
            total[:len(v.items)] = [a + factor * x for a, x in zip(total, v.items)]
    common = math.gcd(den, *total)
    if common > 1:
        total, den = [x // common for x in total], den // common
    return Vector(total, den)


UNIT = Vector([1])


def plus(vector, constant):
    return combine([(Fraction(1), vector), (Fraction(constant), UNIT)])


# --- spectral norms --------------------------------------------------------------------------

_PLACES = 64                 # of the matrices that are squared
_PRODUCTS = 400_000_000      # about as many are spent on a matrix


def row_norm(weights):
    """At least the length of a row of fractions, at the scale 2^-Q."""
    s = sum((w * w for w in weights), Fraction(0))
    return root_up(quotient_up(s.numerator << 2 * Q, s.denominator))


def spectral_norm(rows):
    """At least the spectral norm of a matrix, given by dictionaries column -> fraction.

    It is at most the root of the greatest sum of magnitudes in a row times that in a column (Schur's
    test). And it is the root of the norm of G = A A' (or A' A), where |G|^2 = |G^2| for a symmetric
    G: with G^2 = c (H + E), |G| <= root of c (|H| + |E|). After some such steps |H| is at most its
    Frobenius norm, as is each |E|: rounding moves an entry by less than a unit.
    """
    rows = [r for r in rows if r]
    if not rows:
        return 0
    columns = {}
    for i, r in enumerate(rows):
        for j, w in r.items():
            columns.setdefault(j, {})[i] = w
    schur = max(sum(map(abs, r.values())) for r in rows) * max(sum(map(abs, c.values())) for c in columns.values())
    best = root_up(quotient_up(schur.numerator << 2 * Q, schur.denominator))
    smaller = rows if len(rows) <= len(columns) else list(columns.values())
    frobenius = row_norm([w for r in rows for w in r.values()])
    if len(smaller) == 1:
        return frobenius
    return min(best, frobenius, _by_squaring(smaller))


def _by_squaring(rows):
    n = len(rows)
    # entries as integers at one scale, and what rounding them may change of the norm
    largest = max(abs(w) for r in rows for w in r.values())
    shift = _PLACES - (largest.numerator.bit_length() - largest.denominator.bit_length())
    scale = Fraction(2) ** shift
    rounded = [{j: math.floor(w * scale) for j, w in r.items()} for r in rows]
    lost = root_up(sum(map(len, rows)) << 2 * _PLACES)             # at the scale 2^-_PLACES, entries / scale
    gram = [[0] * n for _ in range(n)]
    for i, r in enumerate(rounded):
        for k in range(i + 1):
            s = rounded[k]
            small, large = (r, s) if len(r) < len(s) else (s, r)
            gram[i][k] = gram[k][i] = sum(w * large[j] for j, w in small.items() if j in large)
    steps = max(0, min(12, _PRODUCTS // (n ** 3 // 2 + 1)))
    norm = _root_of(gram, steps)                                   # |rounded A|^2, rounded up
    total = root_up(norm << 2 * _PLACES) + lost
    return fixed_up(Fraction(total, 1 << _PLACES) / scale)


def _root_of(matrix, steps):
    """At least the norm of a symmetric matrix of integers."""
    n = len(matrix)
    if not steps:
        return math.isqrt(sum(x * x for r in matrix for x in r)) + 1
    cut = max(0, max(abs(x) for r in matrix for x in r).bit_length() - _PLACES)
    if cut:
        matrix = [[x >> cut for x in r] for r in matrix]
    square = [[0] * n for _ in range(n)]
    for i in range(n):
        for k in range(i + 1):
            square[i][k] = square[k][i] = sum(map(mul, matrix[i], matrix[k]))
    return (math.isqrt(_root_of(square, steps - 1)) + 1 + (n if cut else 0)) << cut
