"""Piecewise linear functions in place of those that bend. FORMAT.md section 7, "Activations that bend".

Of f of a normal number X = h + s Z, with s > 0, what stands for it is g(X) = G(Z), straight between
*places* x_0 < ... < x_n of Z. All places but a few are the same for all X, so that what is needed of the
normal distribution there is computed once. There are twice as many chords as claims are made with, and
theirs are cut in two; so each gap is about a quarter of theirs. To each place x_k belongs a fixed-point
number t_k with |t_k - h - s x_k| <= delta, where f is asked; V_k is a number next to f(t_k). Let tau be the
function that is straight between places and takes h + s x_k to t_k, with the slope 1 in front of the first
and behind the last of them. As L bounds the slopes of f,

    |f(x) - f(tau(x))| <= L delta.

Of f(tau(X)) and G(Z) the page says how far they are apart: tau takes a piece of G to one between two knots
t_k, between which G is the chord, but for what V_k is off f(t_k). All this goes into `off`. The slopes of
G are integers at the scale 2^-Q, and so G is known exactly.

Where f has a kink the nearest t_k, or one more, is exactly there, so that no chord has slopes of both sides.
Where s is less than 2^-80, g is a line through (h, f(h)); its slope and those of f within 2^-60 of h differ
by d, and all of f by 2 L at most, which matters beyond 2^20 deviations only.
"""
from bisect import bisect_left
from fractions import Fraction
from functools import lru_cache
import math
from operator import mul

from . import fixed
from .fixed import ONE, P
from .functions import HardSwish
from .kinks import deviation, standard
from .mehler import ORDER, Series, density, hermite, hermite_columns, inverse_root
from .vectors import Q, quotient_up, root_up

_PARTS = 2                   # of each chord that claims are made with
_FEWEST = 64                 # chords
_S = 48                      # places are multiples of 2^-48
_W = 224                     # the scale of what is computed at the places
_THIN, _NEAR = 80, 60
_SNAP = 1 << 20              # a t_k that is as near to a kink is moved there


def chords_of_page(bending, components):
    """The number n of chords that claims are made with."""
    return max(8, min(512, 65536 // (bending * components))) if bending else 0


def slopes(f, lo, hi, of_section=None):
    """An enclosure of the slopes of f between two different fixed-point numbers, None for infinity. What is
    known of a part of a section may be asked of another function."""
    of_section = of_section or section_slopes
    least, greatest = f.slopes
    result, start = None, None
    for end, kind in f.sections:
        a = start if lo is None else lo if start is None else max(lo, start)
        b = end if hi is None else hi if end is None else min(hi, end)
        if a is None or b is None or a < b:
            part = of_section(f, a, b, kind, (start, end))
            result = part if result is None else (min(result[0], part[0]), max(result[1], part[1]))
        start = end
    return max(result[0], least), min(result[1], greatest)


def section_slopes(f, a, b, kind, section):
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


def _slope_below(f, x):
    """An enclosure of the slope at a fixed-point number; at a kink, of the side below."""
    start = None
    for end, kind in f.sections:
        if end is None or x <= end:
            return f.line(start, end)[0] if kind == 'linear' else f.one_sided(x, -1)
        start = end


def _slope_above(f, x):
    """The same at the end of a section, of the side above."""
    k = [end for end, _ in f.sections].index(x)
    end, kind = f.sections[k + 1]
    return f.line(x, end)[0] if kind == 'linear' else f.one_sided(x, 1)


def tangent_slope(f, x):
    """The slope of a claim's tangent; the page says which one it is at a kink."""
    return _slope_above(f, x) if isinstance(f, HardSwish) and x == f.sections[1][0] else _slope_below(f, x)


def _kinks(f):
    """Where the slopes on both sides differ."""
    for e, _ in f.sections[:-1]:
        a, b = _slope_below(f, e), _slope_above(f, e)
        if a[1] < b[0] or b[1] < a[0]:
            yield e


def _tails(xs, s):
    """P(Z > x) and phi(x) of places x from 0 to 16 at the scale 2^-s: lists of integers at the scale 2^-W,
    each at most two units off.

    1/2 - phi(x) (x + x^3 / 3 + x^5 / (3 5) + ...), where the sum is less than e^128 < 2^185. What phi is off
    is multiplied by that, and what is rounded off the terms is not, as phi(x) <= e^(-x^2/2)."""
    w = _W + 256
    tails, dense = [], []
    for x in xs:
        y = x << (w - s)
        d = sum(density((y, y), w)) >> 1
        square = y * y >> w
        total = n = 0
        term = y
        while term:
            total += term
            n += 1
            term = (term * square >> w) // (2 * n + 1)
        tails.append(((1 << (w - 1)) - (d * total >> w)) >> 256)
        dense.append(d >> 256)
    return tails, dense


class Places:
    """The places for n chords of a claim, x_i = 8 sinh(5 i / N) / sinh(2.5) for N of them and some more at
    both ends, and at each of them P(Z > x), phi(x), x phi(x) and the k_m of Mehler's series over
    sqrt((m + 1)(m + 2)): integers at the scale 2^-W, at most `off` units off. Places are symmetric, and so is
    what belongs to them."""

    def __init__(self, chords):
        parts = _PARTS * max(1, -(-_FEWEST // (_PARTS * chords)))
        half = parts * chords // 2
        self.middle = half * 11 // 10
        scale = (8 << _S) / math.sinh(2.5)
        xs = [int(scale * math.sinh(2.5 * i / half)) for i in range(self.middle + 1)]
        tails, dense = _tails(xs, _S)
        self.columns = []
        for m, k in enumerate(hermite_columns([x << (_W - _S) for x in xs], ORDER - 2, _W)):
            r = inverse_root((m + 1) * (m + 2), _W)
            self.columns.append([a * r >> _W for a in k])
        self.off = 4
        self.places = [-x << (Q - _S) for x in xs[:0:-1]] + [x << (Q - _S) for x in xs]
        self.tails = [(1 << _W) - t for t in tails[:0:-1]] + tails
        self.dense = dense[:0:-1] + dense
        # E max(Z - x, 0)^2 = (1 + x^2) P(Z > x) - x phi(x) at the last one
        x = xs[-1]
        square = ((1 << 2 * _S) + x * x) * (tails[-1] + self.off)
        self.beyond = max(fixed.ceil_shift(square, 2 * _S) - (x * (dense[-1] - self.off) >> _S), 0)


@lru_cache(maxsize=4)
def places(chords):
    return Places(chords)


class Curve:
    """What stands for f of a normal number with the mean h (a fraction) and a positive variance, and its
    moments: `mean` and `variance` of g(X), enclosures at the scale 2^-Q, `share` = E g'(X), an enclosure at
    2^-P; `off` is at least the root of E (f(X) - g(X))^2, at the scale 2^-Q."""

    def series(self):
        """The coefficients of Mehler's series."""
        raise NotImplementedError


def curve(f, h, variance, chords):
    return Thin(f, h, variance) if variance < Fraction(1, 1 << 2 * _THIN) else Polyline(f, h, variance, chords)


class Thin(Curve):
    """A line, for deviations of less than 2^-80."""

    def __init__(self, f, h, variance):
        t = fixed.down(h)
        lo, hi = f.value(t)
        a, b = slopes(f, t - (ONE >> _NEAR), t + (ONE >> _NEAR))
        slope = (a + b) >> 1
        self.mean = ((lo + hi) << (Q - P - 1),) * 2
        self.share = slope, slope
        square = slope * slope * variance.numerator << (Q - 2 * P)
        self.variance = square // variance.denominator, quotient_up(square, variance.denominator)
        s = deviation(variance)[1]
        far = max(map(abs, f.slopes))
        # f(h) is next to f(t), and beyond 2^20 deviations there is less than 2^-Q of everything
        near = fixed.ceil_shift(max(b - slope, slope - a) * s, P)
        self.off = near + ((hi - lo + 2 + 2 * (far >> P)) << (Q - P)) + (far >> P) + 2

    def series(self):
        return Series([0] * (ORDER - 1), 0, self.variance[1], (0, 0))


class Chords:
    """G: `places` and `slopes` at the scale 2^-Q, `values` at 2^-2Q, f's `knots` and the `gaps` between them at
    2^-P; `tails` and `dense` are P(Z > x) and phi(x) at the places, and `extra` those that are not in the table."""

    def __init__(self, f, h, variance, chords):
        self.f, self.h, self.variance = f, h, variance
        self.deviation = deviation(variance)
        self.table = places(chords)
        self._find()
        self._draw()

    def _find(self):
        table = self.table
        h, s = fixed.down(self.h), self.deviation[0]
        self.places, self.tails, self.dense = list(table.places), list(table.tails), list(table.dense)
        self.knots = [h + (s * x >> (2 * Q - P)) for x in table.places]
        # h and s x are rounded, s by a unit at the scale 2^-Q
        step = (s >> (2 * Q - P)) + 1
        self.delta, self.extra = 4, []
        for e in _kinks(self.f):
            if not self.knots[0] < e < self.knots[-1]:
                continue
            k = bisect_left(self.knots, e)
            near = min((k - 1, k), key=lambda i: abs(self.knots[i] - e))
            if abs(self.knots[near] - e) <= _SNAP + 4 * step:
                self.knots[near] = e
                self.delta += _SNAP + 4 * step
            else:
                self.delta += step
                self._insert(k, e)

    def _insert(self, k, e):
        x = standard(Fraction(e, ONE) - self.h, self.variance, Q)[0]
        (tail,), (d,) = _tails([abs(x) >> (Q - _W)], _W)
        for items, item in ((self.places, x), (self.knots, e), (self.tails, tail if x >= 0 else (1 << _W) - tail), (self.dense, d)):
            items.insert(k, item)
        self.extra.append(x)

    def _draw(self):
        f, knots, places, s = self.f, self.knots, self.places, self.deviation[0]
        ends = [f.value(t) for t in knots]
        outer = slopes(f, None, knots[0]), slopes(f, knots[-1], None)
        first, last = ((a + b) * s >> (P + 1) for a, b in outer)
        # s and the products are rounded by a unit of 2^-Q, which is divided by s
        steep = max(map(abs, f.slopes))
        rounded = quotient_up((steep >> P) + 2 << P, s)
        self.left, self.right = (((b - a) >> 1) + 1 + rounded for a, b in outer)
        self.values, self.slopes, self.gaps = [sum(ends[0]) << (2 * Q - P - 1)], [first], []
        for k in range(len(knots) - 1):
            wide = places[k + 1] - places[k]
            slope = ((sum(ends[k + 1]) << (2 * Q - P - 1)) - self.values[k]) // wide
            self.slopes.append(slope)
            self.values.append(self.values[k] + slope * wide)
            a, b = slopes(f, knots[k], knots[k + 1])
            gap = fixed.ceil_shift((b - a) * (knots[k + 1] - knots[k]), P + 2)
            if f.increasing or f.decreasing:
                gap = min(gap, max(ends[k + 1][1] - ends[k][0], ends[k][1] - ends[k + 1][0]))
            self.gaps.append(gap)
        self.slopes.append(last)
        # what G is off at the knots, and so anywhere between and beyond them, besides the gaps
        slack = max(max(fixed.ceil_shift(v, 2 * Q - P) - lo, hi - (v >> (2 * Q - P))) for v, (lo, hi) in zip(self.values, ends))
        self.slack = slack + fixed.ceil_shift(steep * self.delta, P)

    def off(self, masses):
        """At the scale 2^-Q, from the probabilities of all pieces."""
        table, s = self.table, self.deviation[1]
        total = sum(gap * gap * (m + 2 * table.off + 4) for gap, m in zip(self.gaps, masses[1:-1]))
        total = fixed.ceil_shift(total, _W) + sum(
            fixed.ceil_shift(quotient_up(steep * steep * s * s, 1 << 2 * Q) * table.beyond, _W) for steep in (self.left, self.right))
        return root_up(total << 2 * (Q - P)) + (self.slack << (Q - P))

    def coefficients(self):
        """The a_j, j >= 2, at the scale 2^-Q, and how many units they may be off."""
        table, m = self.table, self.table.middle
        jumps = [b - a for a, b in zip(self.slopes, self.slopes[1:])]
        # those at places of the table, by pairs x and -x
        plain = [c for c, x in zip(jumps, self.places) if x not in self.extra]
        right, left = plain[m:], plain[m::-1]
        even = [a + b for a, b in zip(right, left)]
        even[0] = right[0]
        odd = [a - b for a, b in zip(right, left)]
        items = [sum(map(mul, odd if k % 2 else even, column)) >> _W for k, column in enumerate(table.columns)]
        error = fixed.ceil_shift(sum(map(abs, jumps)) * table.off, _W) + 2
        for x in self.extra:
            c = jumps[self.places.index(x)]
            values, off = hermite((x, x), ORDER - 2)
            items = [a + (c * k * inverse_root((i + 1) * (i + 2), Q) >> 2 * Q) for i, (a, k) in enumerate(zip(items, values))]
            error += fixed.ceil_shift(abs(c) * (off + 4), Q) + 2
        return items, error


class Polyline(Curve):
    """By pieces: with G(z) = C + A + B z on a piece, and m_i the integral of z^i over it. What is not needed
    any more is not kept."""

    def __init__(self, f, h, variance, chords):
        g = Chords(f, h, variance, chords)
        off = g.table.off + 2                         # at places that are not in the table
        centre = g.values[bisect_left(g.places, 0)] >> Q
        masses, first, second = self._masses(g)
        bs = g.slopes
        heads = [(v - b * x >> Q) - centre for v, b, x in zip(g.values[:1] + g.values, bs, g.places[:1] + g.places)]
        # A is a unit too small at most, and each m_i 2 off, or that of x phi(x) 16 times as much
        sizes = sum(map(abs, heads)) + sum(map(abs, bs)) + 2 * len(bs)
        mean = sum(map(mul, heads, masses)) + sum(map(mul, bs, first)) >> _W
        wrong = fixed.ceil_shift(sizes * 4 * off, _W) + 4
        self.mean = centre + mean - wrong, centre + mean + wrong
        square = sum(a * a * m + 2 * a * b * n + b * b * k for a, b, m, n, k in zip(heads, bs, masses, first, second)) >> (_W + Q)
        wide = fixed.ceil_shift((sum(map(mul, heads, heads)) + sum(map(mul, bs, bs)) + 1) * 64 * off, _W + Q) + fixed.ceil_shift(4 * sizes, Q) + 4
        lo, hi = max(abs(mean) - wrong, 0), abs(mean) + wrong
        self.variance = max(square - wide - fixed.ceil_shift(hi * hi, Q), 0), max(square + wide - (lo * lo >> Q), 0)
        steep = sum(map(mul, bs, masses)) >> _W
        wrong = fixed.ceil_shift(sum(map(abs, bs)) * 2 * off, _W) + 2
        steep = steep - wrong, steep + wrong
        ends = [(a << P) // d for a in steep for d in g.deviation]
        self.share = min(ends), max(ends) + 1
        self.off = g.off(masses)
        self._series = Series(*g.coefficients(), self.variance[1], steep)

    @staticmethod
    def _masses(g):
        """m_0, m_1 and m_2 of all pieces."""
        tails, dense = [1 << _W] + g.tails + [0], [0] + g.dense + [0]
        flat = [0] + [x * d >> Q for x, d in zip(g.places, g.dense)] + [0]
        masses = [a - b for a, b in zip(tails, tails[1:])]
        return (masses, [a - b for a, b in zip(dense, dense[1:])],
                [m + a - b for m, a, b in zip(masses, flat, flat[1:])])

    def series(self):
        return self._series
