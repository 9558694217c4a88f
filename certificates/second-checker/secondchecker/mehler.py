"""Covariances of functions of normal numbers by Mehler's series. FORMAT.md section 7, "Moments of
functions", with what is used of it:

Let Z = (X - h) / s for a normal X with the mean h and the deviation s, He_j Hermite's polynomials, and
a_j = E g(X) He_j(Z) / sqrt(j!); likewise b_j of G(Y). With rho the correlation of X and Y,

    Cov(g(X), G(Y)) = sum over j >= 1 of rho^j a_j b_j.

The term with j = 1 is Cov(X, Y) E g'(X) E G'(Y). Behind j = J the sum is at most |rho|^(J+1) times the
root of (Var g(X) - a_1^2 - ... - a_J^2) (Var G(Y) - b_1^2 - ... - b_J^2), by the inequality of Cauchy
and Schwarz. So whoever sums more terms than a claim was made with finds a range that lies within that
of the claim. If g is continuous and piecewise linear, c_r the change of its slope at t_r, and
x_r = (t_r - h) / s, then, by parts, for j >= 2

    a_j = s sum over r of c_r k_(j-2)(x_r) / sqrt(j (j - 1)),      k_j(x) = phi(x) He_j(x) / sqrt(j!).

*How k_j is computed.* k_(m+1) = x k_m / sqrt(m+1) - sqrt(m / (m+1)) k_(m-1), in fixed point. What is
rounded off grows by the same rule with |x| in place of x and + in place of -, if by nothing better, so
`_growth` computes once for all |x| <= an integer how many units the values may be off, and that many
places are added. By Cramer's bound, |He_m(x)| <= 1.0865 sqrt(m!) e^(x^2/4), |k_m| <= e^(-x^2/4) / 2; and
as k_m' = -sqrt(m+1) k_(m+1), an enclosure of x that is d wide counts with sqrt(m+1) d / 2.
"""
from functools import lru_cache
import math
from operator import mul

from . import fixed
from .fixed import ONE, P
from .vectors import Q, quotient_up, root_up

ORDER = 128                  # J of functions with chords
DEEP = 512                   # J of all others


@lru_cache(maxsize=20000)
def inverse_root(n, w):
    """1 / sqrt(n) at the scale 2^-w, at most two units too small."""
    return (1 << 2 * w) // (math.isqrt(n << 2 * w) + 1)


@lru_cache(maxsize=20000)
def _ratio_root(n, w):
    """sqrt(n / (n + 1)) at the scale 2^-w, at most a unit too small."""
    return math.isqrt((n << 2 * w) // (n + 1))


def density(x, w):
    """(lower, upper) of phi at an enclosure x, all at the scale 2^-w."""
    far = max(abs(x[0]), abs(x[1]))
    near = 0 if x[0] <= 0 <= x[1] else min(abs(x[0]), abs(x[1]))
    if near * near >> 2 * w > 2 * w:                  # phi < e^-w
        return 0, 1
    lo, _, e = fixed.exp_scaled_wide(-quotient_up(far * far, 1 << (w + 1)), w)
    _, hi, k = fixed.exp_scaled_wide(-(near * near >> (w + 1)), w)
    pi = fixed.pi(w)
    root = math.isqrt(2 * pi[0] << w), math.isqrt(2 * pi[1] << w) + 1
    return max(fixed.shift(lo, e) << w, 0) // root[1], quotient_up(fixed.shift_up(hi, k) << w, root[0])


@lru_cache(maxsize=1000)
def _growth(reach, order):
    """For m = 0, ..., order how many units k_m may be off, |x| <= reach.

    The first one, the density, is off by at most 8 units (asserted below). Each further one has an error
    of its own of less than reach + 8 units, as all values are at most 1: two for 1 / sqrt(m+1), times
    |x k_m|, one for what stands in front of k_(m-1), and two roundings."""
    errors, before = [8], 0
    for m in range(order):
        up = quotient_up(reach * errors[m] << 64, math.isqrt((m + 1) << 128)) + before + reach + 8
        before = errors[m]
        errors.append(up)
    return errors


def hermite_columns(places, order, w):
    """For m = 0, ..., order the k_m of many places, each at most two units off; integers at the scale
    2^-w, places and values, where the places count as exact."""
    reach = max(max(map(abs, places)) >> w, 0) + 1
    more = -(-_growth(reach, order)[-1].bit_length() // 64) * 64
    v = w + more
    xs = [x << more for x in places]
    current = []
    for x in xs:
        lo, hi = density((x, x), v)
        assert hi - lo <= 8
        current.append(lo)
    previous = [0] * len(xs)
    for m in range(order + 1):
        yield [x >> more for x in current]
        c, d = inverse_root(m + 1, v), _ratio_root(m, v)
        previous, current = current, [((x * a >> v) * c - d * b) >> v for x, a, b in zip(xs, current, previous)]


def hermite(x, order, w=Q):
    """(values of k_m for m = 0, ..., order, a bound of their errors in units) of an enclosure x, all at
    the scale 2^-w."""
    near = 0 if x[0] <= 0 <= x[1] else min(abs(x[0]), abs(x[1]))
    if near * near >> 2 * w > 3 * w:
        return [0] * (order + 1), 1                   # e^(-x^2/4) < e^(-3w/4) < 2^-w
    middle = (x[0] + x[1]) >> 1
    values = [k[0] for k in hermite_columns([middle], order, w)]
    return values, 2 + (x[1] - x[0] + 1) * (math.isqrt(order + 1) + 1)


class Series:
    """The a_j, j >= 2, of a function of a normal number; integers at the scale 2^-Q, each at most `error`
    units off. `variance` is an upper bound, `first` an enclosure of a_1."""

    def __init__(self, items, error, variance, first):
        self.items, self.error = items, error
        self.left = [max(variance - _square_down(max(first[0], -first[1])), 0)]
        for a in items:
            self.left.append(max(self.left[-1] - _square_down(abs(a) - error), 0))
        self.sum = sum(map(abs, items))
        self.square = quotient_up(sum(a * a for a in items), 1 << Q)


def _square_down(x):
    return x * x >> Q if x > 0 else 0


def kink_series(place, deviation, variance, share, order):
    """Of max(X, 0): its place and the deviation are enclosures at the scale 2^-Q, and so is `share` =
    E d/dX max(X, 0) at 2^-P; the variance is an upper bound at 2^-Q."""
    values, off = hermite(place, order - 2)
    s = deviation[1]
    items = [(s * k >> Q) * inverse_root((m + 1) * (m + 2), Q) >> Q for m, k in enumerate(values)]
    # of s k / sqrt(j (j - 1)) with |k| <= 1/2: besides s times what k is off, s units and a few
    error = ((s * (off + 3)) >> Q) + 5
    first = tuple(a * b >> P for a, b in zip(deviation, share))
    return Series(items, error, variance, (first[0], first[1] + 1))


def _enough(rho):
    """How many terms there are until |rho|^j is less than 2^-(P + 40)."""
    x = abs(rho) / ONE
    return math.ceil((P + 40) / -math.log2(x)) + 1 if 0 < x < 1 else 1 if x < 1 else 1 << 30


def covariance(f, g, rho):
    """(middle, error) at the scale 2^-Q of the sum over j >= 2, of two series and an enclosure of the
    correlation at the scale 2^-P that is at most a few units wide."""
    n = min(len(f.items), len(g.items), _enough(max(map(abs, rho))))
    r = (rho[0] + rho[1]) >> 1
    powers, power = [], r
    for _ in range(n):
        power = power * r >> P
        powers.append(power)
    total = sum(map(mul, powers, map(mul, f.items, g.items)))
    # each factor adds less than the width and two units
    off = (n + 3) * (rho[1] - rho[0] + 3)
    error = quotient_up(off * (math.isqrt(f.square * g.square) + 1), ONE)
    error += quotient_up(f.error * g.sum + g.error * f.sum + n * f.error * g.error, 1 << Q) + 2
    last = quotient_up(abs(power) * max(map(abs, rho)), ONE) + off
    error += quotient_up(last * root_up(f.left[n] * g.left[n]), ONE)
    return total >> (P + Q), error
