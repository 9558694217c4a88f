"""Piecewise linear functions in place of those that bend. FORMAT.md section 7, "Activations that bend".

For f of a normal number X with the mean h and the deviation s, g is straight between its knots, which
are fixed-point numbers. Its slopes are multiples of 2^-Q, and so g is known exactly; next to f at each
knot it is off by some 2^-P, which counts. As nothing but moments of g(X) is needed, and time only grows
with the number of knots, there are five times as many as claims are made with, and one at each point
where the section of f changes.
"""
from fractions import Fraction
import math

from . import fixed
from .fixed import ONE, P
from .kinks import below, deviation
from .mehler import Series, narrow, wide_density
from .vectors import Q, quotient_up

_REACH = 10                  # deviations from the mean to the outermost knots
_PARTS = 4                   # more of them for each one that claims are made with


def chords_of_page(bending):
    """The number n of chords that claims are made with."""
    return max(8, min(64, 1600 // bending)) if bending else 0


def slopes(f, lo, hi):
    """An enclosure of the slopes of f between two different fixed-point numbers, None for infinity."""
    least, greatest = f.slopes
    result, start = None, None
    for end, kind in f.sections:
        a = start if lo is None else lo if start is None else max(lo, start)
        b = end if hi is None else hi if end is None else min(hi, end)
        if a is None or b is None or a < b:
            part = _section_slopes(f, a, b, kind, (start, end))
            result = part if result is None else (min(result[0], part[0]), max(result[1], part[1]))
        start = end
    return max(result[0], least), min(result[1], greatest)


def _section_slopes(f, a, b, kind, section):
    if kind == 'linear':
        return f.line(*section)[0]
    ends = [f.one_sided(a, 1) if a is not None else f.far_slopes[0],
            f.one_sided(b, -1) if b is not None else f.far_slopes[1]]
    lo, hi = min(e[0] for e in ends), max(e[1] for e in ends)
    if kind in ('convex', 'concave'):
        return lo, hi
    if a is None or b is None:
        return f.slopes
    # at most B (x - a) away from the slope at a, and B (b - x) from that at b
    more = fixed.ceil_shift(kind[1] * (b - a), P + 1)
    return lo - more, hi + more


class Polyline:
    """g for f of a normal number with the mean h (a fraction) and a positive variance, and its moments:
    `mean` and `variance` of g(X), `share` = E g'(X), enclosures at the scale 2^-P; `off` is at least
    the root of E (f(X) - g(X))^2, at the scale 2^-Q."""

    def __init__(self, f, h, variance, chords):
        self.f, self.h, self.chords = f, h, chords
        self.deviation = deviation(variance)
        self.knots = self._places()
        self._draw()
        self.places = [_standard(Fraction(t, ONE) - h, variance) for t in self.knots]
        tails = [below(Fraction(t, ONE), h, variance) for t in self.knots]
        self.tails = [(0, 0)] + [(max(fixed.down(a), 0), min(fixed.up(b), ONE)) for a, b in tails] + [(ONE, ONE)]
        self.shares = [(max(b[0] - a[1], 0), min(b[1] - a[0], ONE)) for a, b in zip(self.tails, self.tails[1:])]
        self._moments()
        self.off = self._off(1 - tails[-1][0], tails[0][1])

    def series(self):
        jumps = [b - a for a, b in zip(self.slopes, self.slopes[1:])]
        return Series(self.deviation, jumps, self.places, self.variance, self.share)

    def _places(self):
        """The knots that claims are made with, and more, so that no gap is larger than theirs."""
        h, s, n = fixed.down(self.h), fixed.ceil_shift(self.deviation[1], Q - P), self.chords
        knots = {h + _bent(8, max(s, _least_width(h)), k, n) for k in range(n + 1)}
        knots |= {h + _bent(_REACH, max(s, ONE >> (P // 2)), k, _PARTS * n) for k in range(_PARTS * n + 1)}
        first, last = min(knots), max(knots)
        return sorted(knots | {e for e, _ in self.f.sections if e is not None and first < e < last})

    def _draw(self):
        """Values of g at the knots at the scale 2^-3P, its slopes at 2^-Q, and the gaps at 2^-P."""
        f, knots = self.f, self.knots
        ends = [f.value(t) for t in knots]
        outer = slopes(f, None, knots[0]), slopes(f, knots[-1], None)
        first, last = (((a + b) << (Q - P)) // 2 for a, b in outer)
        self.left, self.right = (((b - a) >> 1) + 1 for a, b in outer)
        self.values, self.slopes, self.gaps = [(ends[0][0] + ends[0][1]) << (Q - 1)], [first], []
        for k, (t, u) in enumerate(zip(knots, knots[1:])):
            target = (ends[k + 1][0] + ends[k + 1][1]) << (Q - 1)
            slope = (target - self.values[k]) // (u - t)
            self.slopes.append(slope)
            self.values.append(self.values[k] + slope * (u - t))
            a, b = slopes(f, t, u)
            gap = fixed.ceil_shift((b - a) * (u - t), P + 2)
            if f.increasing or f.decreasing:
                gap = min(gap, max(ends[k + 1][1] - ends[k][0], ends[k][1] - ends[k + 1][0]))
            self.gaps.append(gap)
        self.slopes.append(last)
        # what g is off at the knots, and so anywhere between and beyond them, besides the gaps
        self.slack = max(max(fixed.ceil_shift(v, Q) - lo, hi - (v >> Q)) for v, (lo, hi) in zip(self.values, ends))

    def _lines(self):
        """For each piece enclosures of g(h) - c and of the slope times s, as if the piece went on; c is
        next to g(h)."""
        h = fixed.enclose(self.h)
        knots = [self.knots[0]] + self.knots
        values = [self.values[0]] + self.values
        at = [tuple(sorted(v + p * (x - t) for x in h)) for v, p, t in zip(values, self.slopes, knots)]
        self.centre = at[sum(t < h[0] for t in self.knots)][0] >> Q
        s = self.deviation
        return [((lo >> Q) - self.centre, fixed.ceil_shift(hi, Q) - self.centre) for lo, hi in at], \
            [_product(p, s) for p in self.slopes]

    def _moments(self):
        constants, steeps = self._lines()
        dense = [(0, 0)] + [narrow(wide_density(x)) for x in self.places] + [(0, 0)]
        first = second = share = (0, 0)
        places = [(0, 0)] + [narrow(x) for x in self.places] + [(0, 0)]
        flat = [fixed.mul(x, d) for x, d in zip(places, dense)]
        for k, (c, p, mass) in enumerate(zip(constants, steeps, self.shares)):
            fall = fixed.sub(dense[k], dense[k + 1])
            square = fixed.add(mass, fixed.sub(flat[k], flat[k + 1]))
            first = fixed.add(first, fixed.add(fixed.mul(c, mass), fixed.mul(p, fall)))
            both = fixed.mul(c, fixed.mul(p, fall))
            second = fixed.add(second, fixed.mul(fixed.mul(c, c), mass))
            second = fixed.add(second, fixed.add((2 * both[0], 2 * both[1]), fixed.mul(fixed.mul(p, p), square)))
            share = fixed.add(share, _times(self.slopes[k], mass))
        self.share = share
        self.mean = first[0] + self.centre, first[1] + self.centre
        squared = fixed.mul(first, first)
        self.variance = max(second[0] - squared[1], 0), max(second[1] - max(squared[0], 0), 0)

    def _off(self, above, under):
        """At the scale 2^-Q, from upper bounds of the probabilities beyond the outermost knots."""
        total = sum(gap * gap * mass[1] for gap, mass in zip(self.gaps, self.shares[1:-1]))
        s = fixed.ceil_shift(self.deviation[1], Q - P)
        for steep, x, tail in ((self.left, self.places[0], under), (self.right, fixed.neg(self.places[-1]), above)):
            total += quotient_up(steep * steep, ONE) * quotient_up(s * s, ONE) * _beyond(narrow(x), fixed.up(tail))
        root = math.isqrt(total << P) + 1
        return root + (self.slack << (Q - P))

    def tangent(self):
        """(value, slope) at h, as fractions, of the chord that claims are made with: any will do here, but
        what is proved by tangents depends on it. For an even number h is a knot, and on the piece below."""
        n, h = self.chords, fixed.down(self.h)
        s = max(self.deviation[0] >> (Q - P), _least_width(h))
        k = (n - 1) // 2
        t, u = (h + _bent(8, s, i, n) for i in (k, k + 1))
        v, w = (Fraction(sum(self.f.value(x)), 2) for x in (t, u))
        slope = (w - v) / (u - t)
        return (v + slope * (h - t)) / ONE, slope


def _least_width(h):
    return max(ONE, abs(h)) >> 16


def _bent(reach, s, k, n):
    """The distance of the k-th of n + 1 knots from the mean."""
    return reach * s * int(math.sinh(2.5 * (2 * k / n - 1)) / math.sinh(2.5) * (1 << 60)) >> 60


def _beyond(nu, tail):
    """At least E max(Z + nu, 0)^2 = (1 + nu^2) Phi(nu) + nu phi(nu), which is at most Phi(nu) for nu <= 0."""
    d = narrow(wide_density((nu[0] << (Q - P), nu[1] << (Q - P))))
    square = fixed.mul(nu, nu)[1]
    value = fixed.ceil_shift((ONE + square) * tail, P) + fixed.mul(nu, d)[1]
    return max(min(value, tail), 0) if nu[1] <= 0 else max(value, 0)


def _standard(x, variance):
    """(lower, upper) of x over the root of the variance, at the scale 2^-Q."""
    square = x * x / variance
    r = math.isqrt((square.numerator << 2 * Q) // square.denominator)
    return (r, r + 1) if x > 0 else (-r - 1, -r) if x < 0 else (0, 0)


def _product(p, s):
    """A slope times an enclosure, all at the scale 2^-Q, at the scale 2^-P."""
    lo, hi = sorted((p * s[0], p * s[1]))
    return lo >> (2 * Q - P), fixed.ceil_shift(hi, 2 * Q - P)


def _times(p, x):
    """A slope at the scale 2^-Q times an enclosure at 2^-P."""
    lo, hi = sorted((p * x[0], p * x[1]))
    return lo >> Q, fixed.ceil_shift(hi, Q)
