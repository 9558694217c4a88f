"""Covariances of functions of normal numbers by Mehler's series. All that FORMAT.md section 7 asks for
are enclosures of moments; this is a way to those of functions with many kinks.

Let Z = (X - h) / s for a normal X with the mean h and the deviation s, h_j = He_j / sqrt(j!) Hermite's
orthonormal polynomials, and a_j = E g(X) h_j(Z); likewise b_j of G(Y). With rho the correlation of X and Y,

    Cov(g(X), G(Y)) = sum over j >= 1 of rho^j a_j b_j.

The term with j = 1 is Cov(X, Y) E g'(X) E G'(Y). Behind j = J the sum is at most |rho|^(J+1) times the
root of (Var g(X) - a_1^2 - ... - a_J^2) (Var G(Y) - b_1^2 - ... - b_J^2), by the inequality of Cauchy
and Schwarz. Let g be continuous and piecewise linear, c_r the change of its slope at the knot t_r, and
x_r = (t_r - h) / s. Then, by parts, for j >= 2

    a_j = s sum over r of c_r phi(x_r) He_(j-2)(x_r) / sqrt(j!).
"""
from functools import lru_cache
import math

from . import fixed
from .fixed import ONE, P
from .vectors import Q, quotient_up

ORDER = 64                   # J above


@lru_cache(maxsize=None)
def _root(n):
    return math.isqrt(n << 2 * Q)


def wide_density(x):
    """(lower, upper) of phi at an enclosure x, all at the scale 2^-Q."""
    far = max(abs(x[0]), abs(x[1]))
    near = 0 if x[0] <= 0 <= x[1] else min(abs(x[0]), abs(x[1]))
    if near >> Q > 4 * math.isqrt(Q):                 # phi(4 sqrt(Q)) = e^-8Q / sqrt(2 pi)
        return 0, 1
    lo, _, e = fixed.exp_scaled_wide(-quotient_up(far * far, 1 << (Q + 1)), Q)
    _, hi, k = fixed.exp_scaled_wide(-(near * near >> (Q + 1)), Q)
    pi = fixed.pi(Q)
    root = math.isqrt(2 * pi[0] << Q), math.isqrt(2 * pi[1] << Q) + 1
    return max(fixed.shift(lo, e) << Q, 0) // root[1], quotient_up(fixed.shift_up(hi, k) << Q, root[0])


def hermite(x):
    """Pairs (value, error) of phi(x) He_m(x) / sqrt((m + 2)!), m = 0, ..., J - 2, at the scale 2^-Q,
    of an enclosure x at this scale.

    With k_m = phi He_m / sqrt(m!): k_(m+1) = (x k_m - sqrt(m) k_(m-1)) / sqrt(m+1). Cramer's bound,
    |He_m(x)| <= 1.09 sqrt(m!) e^(x^2/4), says that |k_m| <= e^(-x^2/4) / 2.
    """
    d = wide_density(x)
    middle, half = (x[0] + x[1]) >> 1, (x[1] - x[0] + 3) >> 1
    value, error = (d[0] + d[1]) >> 1, (d[1] - d[0] + 3) >> 1
    near = 0 if x[0] <= 0 <= x[1] else min(abs(x[0]), abs(x[1]))
    if near >> Q > 4 * math.isqrt(Q):
        return [(0, 1)] * (ORDER - 1)                 # e^(-x^2/4) <= e^-4Q
    _, cap, e = fixed.exp_scaled_wide(-(near * near >> (Q + 2)), Q)
    cap = fixed.shift_up(cap, e) // 2 + 1
    previous = previous_error = 0
    result = []
    for m in range(ORDER - 1):
        if error > cap:
            value, error = 0, cap
        r = _root((m + 1) * (m + 2))
        result.append(((value << Q) // r, quotient_up(error << Q, r) + 3))
        up = (middle * value - _root(m) * previous) // _root(m + 1)
        wrong = quotient_up(abs(middle) * error + half * (abs(value) + error)
                            + (_root(m) + 1) * previous_error + abs(previous), _root(m + 1))
        # the roots are at most a unit too small
        wrong += quotient_up(abs(up), _root(m + 1)) + 3
        previous, previous_error, value, error = value, error, up, wrong
    return result


class Series:
    """The a_j, j >= 2, of a function of a normal number, and the root of what is left of its variance.
    All at the scale 2^-P."""

    def __init__(self, deviation, jumps, places, variance, share):
        """`jumps` are integers at the scale 2^-Q, `places` and `deviation` enclosures at 2^-Q."""
        sums = [[0, 0] for _ in range(ORDER - 1)]
        for c, x in zip(jumps, places):
            for total, (value, error) in zip(sums, hermite(x)):
                total[0] += c * value
                total[1] += abs(c) * error
        self.items, self.error = [], 0
        left = variance[1] - _square_down(fixed.mul(share, narrow(deviation)), 0)
        for value, error in sums:
            a = value * deviation[0] >> (3 * Q - P)
            e = quotient_up(error * deviation[1] + abs(value) * (deviation[1] - deviation[0]), 1 << (3 * Q - P)) + 1
            self.items.append(a)
            self.error = max(self.error, e)
            left -= _square_down((a, a), e)
        self.left = max(left, 0)
        self.sum = sum(map(abs, self.items))
        self.square = quotient_up(sum(a * a for a in self.items), ONE)


def _square_down(x, error):
    """At most the square of a number in an enclosure that is off by an error."""
    near = max(0, x[0] if x[0] > 0 else -x[1]) - error
    return near * near >> P if near > 0 else 0


def covariance(f, g, rho):
    """(middle, error) at the scale 2^-P of the sum over j >= 2, of two series and an enclosure of
    the correlation that is at most a few units wide."""
    r = (rho[0] + rho[1]) >> 1
    power = r
    total = 0
    for a, b in zip(f.items, g.items):
        power = power * r >> P
        total += power * a * b
    # a power is off by less than 4 units for each factor
    off = 4 * ORDER * (rho[1] - rho[0] + 1)
    both = math.isqrt(f.square * g.square) + 1
    error = quotient_up(off * both, ONE) + f.error * g.sum // ONE + g.error * f.sum // ONE + 4
    error += quotient_up(len(f.items) * f.error * g.error, ONE)
    last = quotient_up(abs(power) * abs(r), ONE) + off
    error += quotient_up(last * (math.isqrt(f.left * g.left) + 1), ONE)
    return total >> 2 * P, error


def narrow(x):
    """An enclosure at the scale 2^-Q, at the scale 2^-P."""
    return x[0] >> (Q - P), fixed.ceil_shift(x[1], Q - P)
