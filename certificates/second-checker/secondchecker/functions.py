"""Activation functions over the reals. FORMAT.md section 4, "Activations".

Each function gives enclosures of values and slopes at fixed-point numbers, and its *sections*:
pairs (end, kind) in ascending order, where kind is 'linear', 'convex', 'concave' or ('either', B)
with B a bound of the size of the second derivative, and end is the upper end of the section
(a fixed-point number, or None for infinity). Section ends are exact fixed-point numbers; where a
kink is none (a third), the function is bounded over a stretch around it by what is known of it.
"""
from fractions import Fraction
from functools import lru_cache
import math

from . import Refused, fixed
from .fixed import ONE, P

_MOST_BITS = 20_000          # in front of the point; what is larger is not known


class Piecewise:
    """A continuous piecewise linear function with exact knots, slopes and constants."""
    name = 'piecewise linear'

    def __init__(self, knots, pieces):
        # knots: fractions, strictly ascending; pieces: (slope, constant), one more than knots
        ks, ps = [], [pieces[0]]
        for k, p in zip(knots, pieces[1:]):
            if p != ps[-1]:
                ks.append(k)
                ps.append(p)
            assert p[0] * k + p[1] == ps[-2][0] * k + ps[-2][1] if p is ps[-1] and len(ps) > 1 else True
        self.knots, self.pieces = tuple(ks), tuple(ps)
        self.linear = len(ps) == 1
        self.relu = self.knots == (0,) and self.pieces == ((0, 0), (1, 0))
        self.fixed_knots = [fixed.enclose(k) for k in ks]
        self.fixed_pieces = [(fixed.enclose(Fraction(a)), fixed.enclose(Fraction(b))) for a, b in ps]
        self.increasing = all(a >= 0 for a, _ in ps)
        self.decreasing = all(a <= 0 for a, _ in ps)

    def exact(self, x):
        i = 0
        while i < len(self.knots) and x > self.knots[i]:
            i += 1
        a, b = self.pieces[i]
        return a * x + b

    def piece_range(self, lo, hi):
        """First and last index of the pieces that [lo, hi] meets (fractions or None; a touched
        knot belongs to the stretch's side only)."""
        i = 0
        while i < len(self.knots) and lo is not None and lo >= self.knots[i]:
            i += 1
        j = len(self.knots)
        while j > i and hi is not None and hi <= self.knots[j - 1]:
            j -= 1
        return i, j

    def fixed_range(self, lo, hi):
        """The same for fixed-point numbers."""
        i, n = 0, len(self.knots)
        while i < n and lo >= self.fixed_knots[i][1]:
            i += 1
        j = n
        while j > i and hi <= self.fixed_knots[j - 1][0]:
            j -= 1
        return i, j

    def linear_on(self, lo, hi):
        """(slope, constant) enclosures where all of [lo, hi] lies in one piece, else None."""
        i, j = self.fixed_range(lo, hi)
        return self.fixed_pieces[i] if i == j else None

    def value(self, x):
        i, j = self.fixed_range(x, x)
        r = None
        for k in range(min(i, j), max(i, j) + 1):
            (al, au), (bl, bu) = self.fixed_pieces[k]
            if al == au:
                p = al * x
                v = ((p >> P) + bl, -((-p) >> P) + bu)
            else:
                v = fixed.add(fixed.mul((al, au), (x, x)), (bl, bu))
            r = v if r is None else (min(r[0], v[0]), max(r[1], v[1]))
        return r

    def range(self, lo, hi):
        """Enclosure of the values over [lo, hi], fixed-point."""
        a, b = self.value(lo)
        c, d = self.value(hi)
        lo_v, hi_v = min(a, c), max(b, d)
        if not (self.increasing or self.decreasing):
            for k in range(len(self.knots)):
                kl, ku = self.fixed_knots[k]
                if kl < hi and ku > lo:
                    v = self.exact(self.knots[k])
                    lo_v, hi_v = min(lo_v, fixed.down(v)), max(hi_v, fixed.up(v))
        return lo_v, hi_v


RELU = Piecewise((0,), ((0, 0), (1, 0)))


def leaky(alpha):
    return Piecewise((0,), ((alpha, 0), (1, 0)))


def absolute():
    return Piecewise((0,), ((-1, 0), (1, 0)))


def clip(lo, hi):
    """min(max(x, lo), hi), None for a missing end."""
    if lo is not None and hi is not None and lo >= hi:
        return Piecewise((), ((0, hi),))
    knots, pieces = [], [(1, 0)]
    if lo is not None:
        knots, pieces = [lo], [(0, lo), (1, 0)]
    if hi is not None:
        knots.append(hi)
        pieces.append((0, hi))
    return Piecewise(tuple(knots), tuple(pieces))


def scaling(c, d):
    return Piecewise((), ((c, d),))


class Enclosed:
    """A scaling c x + d with c and d known only as enclosures (fixed-point pairs)."""
    name = 'scaling'
    linear = True
    knots = ()

    def __init__(self, c, d):
        self.c, self.d = c, d
        self.increasing, self.decreasing = c[0] >= 0, c[1] <= 0

    def linear_on(self, lo, hi):
        return self.c, self.d

    def value(self, x):
        return fixed.add(fixed.mul(self.c, (x, x)), self.d)

    def range(self, lo, hi):
        return fixed.add(fixed.mul(self.c, (lo, hi)), self.d)


class Smooth:
    """A function with curved sections. Subclasses give point and slope, monotone or not."""
    linear = False
    increasing = decreasing = False
    knots = ()
    sections = ()
    domain = (None, None)        # of definition; closed ends unless `open_end`
    open_end = False
    slopes = None                # an enclosure of all slopes, None where they have no bound
    far_slopes = ((0, 0), (0, 0))    # enclosures of the slopes' limits at both infinite ends

    def one_sided(self, x, side):
        """An enclosure of the slope to the left (-1) or right (1) of a point."""
        return self.slope(x)

    def defined(self, lo, hi):
        a, b = self.domain
        return (a is None or (lo > a if self.open_end else lo >= a)) and b is None

    def linear_on(self, lo, hi):
        start = None
        for end, kind in self.sections:
            if (start is None or lo >= start) and (end is None or hi <= end):
                return self.line(start, end) if kind == 'linear' else None
            start = end
        return None

    def line(self, start, end):
        raise NotImplementedError

    def value(self, x):
        raise NotImplementedError

    def slope(self, x):
        raise NotImplementedError

    def range(self, lo, hi):
        a, b = self.value(lo)
        c, d = self.value(hi)
        if self.increasing:
            return a, d
        if self.decreasing:
            return c, b
        return self.wide_range(lo, hi, min(a, c), max(b, d))

    def wide_range(self, lo, hi, least, greatest):
        raise NotImplementedError


class Tanh(Smooth):
    name = 'tanh'
    increasing = True
    sections = ((0, 'convex'), (None, 'concave'))
    limits = (-ONE, ONE)
    slopes = (0, ONE)

    def value(self, x):
        return _tanh(x)

    def slope(self, x):
        t = _tanh(x)
        a = abs(t[0]) if abs(t[0]) <= abs(t[1]) else abs(t[1])
        b = max(abs(t[0]), abs(t[1]))
        return max(0, ONE - fixed.ceil_shift(b * b, P)), ONE - (a * a >> P)

    @staticmethod
    def guess(x):
        return math.tanh(x)

    @staticmethod
    def guess_slope(x):
        return 1 - math.tanh(x) ** 2


@lru_cache(maxsize=20000)
def _tanh(x):
    return fixed.tanh(x)


@lru_cache(maxsize=20000)
def _sigmoid(x):
    return fixed.sigmoid(x)


def _float_sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


class Sigmoid(Smooth):
    name = 'sigmoid'
    increasing = True
    sections = ((0, 'convex'), (None, 'concave'))
    limits = (0, ONE)
    slopes = (0, -(-ONE // 4))

    def value(self, x):
        return _sigmoid(x)

    def slope(self, x):
        a, b = _sigmoid(-abs(x))           # at most 1/2, where s (1 - s) grows
        b = min(b, ONE >> 1)
        return a * (ONE - a) >> P, fixed.ceil_shift(b * (ONE - b), P)

    guess = staticmethod(_float_sigmoid)

    @staticmethod
    def guess_slope(x):
        s = _float_sigmoid(x)
        return s * (1 - s)


class Softplus(Smooth):
    name = 'softplus'
    increasing = True
    sections = ((None, 'convex'),)
    limits = (0, None)
    slopes = (0, ONE)
    far_slopes = ((0, 0), (ONE, ONE))

    def value(self, x):
        return fixed.softplus(x)

    def slope(self, x):
        return _sigmoid(x)

    @staticmethod
    def guess(x):
        return max(x, 0) + math.log1p(math.exp(-abs(x)))

    guess_slope = staticmethod(_float_sigmoid)


class Softsign(Smooth):
    name = 'softsign'
    increasing = True
    sections = ((0, 'convex'), (None, 'concave'))
    limits = (-ONE, ONE)
    slopes = (0, ONE)

    def value(self, x):
        q = (x << P) // (ONE + abs(x))
        return q, q + 1

    def slope(self, x):
        d = ONE + abs(x)
        d2 = d * d
        return (ONE << 2 * P) // d2, (ONE << 2 * P) // d2 + 1

    @staticmethod
    def guess(x):
        return x / (1 + abs(x))

    @staticmethod
    def guess_slope(x):
        return 1 / (1 + abs(x)) ** 2


class Elu(Smooth):
    """gamma x for x >= 0, gamma alpha (e^x - 1) below (Elu with gamma 1, Selu)."""
    name = 'elu'

    def __init__(self, alpha, gamma=Fraction(1)):
        self.alpha, self.gamma = Fraction(alpha), Fraction(gamma)
        ag = self.alpha * self.gamma
        kind = 'convex' if ag > 0 else 'concave' if ag < 0 else 'linear'
        self.sections = ((0, kind), (None, 'linear'))
        self.ag, self.g = fixed.enclose(ag), fixed.enclose(self.gamma)
        self.fag, self.fg = float(ag), float(self.gamma)
        self.increasing = ag >= 0 and self.gamma >= 0
        self.decreasing = ag <= 0 and self.gamma <= 0
        self.limits = (-self.ag[1], None) if self.increasing else (None, None)
        self.slopes = min(self.ag[0], self.g[0], 0), max(self.ag[1], self.g[1], 0)
        self.far_slopes = (0, 0), self.g

    def line(self, start, end):
        return (self.g, (0, 0)) if end is None else ((0, 0), (0, 0))

    def value(self, x):
        if x >= 0:
            return fixed.mul(self.g, (x, x))
        lo, hi = _exp(x)
        return fixed.mul(self.ag, (lo - ONE, min(hi - ONE, 0)))

    def slope(self, x):
        return self.g if x > 0 else fixed.mul(self.ag, _exp(x)) if x < 0 else (
            min(self.g[0], self.ag[0]), max(self.g[1], self.ag[1]))

    def one_sided(self, x, side):
        return (self.g if side > 0 else self.ag) if x == 0 else self.slope(x)

    def guess(self, x):
        return self.fg * x if x >= 0 else self.fag * math.expm1(x)

    def guess_slope(self, x):
        return self.fg if x >= 0 else self.fag * math.exp(x)

    def wide_range(self, lo, hi, least, greatest):
        if lo < 0 < hi:
            least, greatest = min(least, 0), max(greatest, 0)
        return least, greatest


@lru_cache(maxsize=20000)
def _exp(x):
    return fixed.exp(x)


class Exp(Smooth):
    name = 'exp'
    increasing = True
    sections = ((None, 'convex'),)
    limits = (0, None)

    def value(self, x):
        if x > 1000 * ONE:
            raise OverflowError
        return _exp(x)

    slope = value

    @staticmethod
    def guess(x):
        return math.exp(min(x, 700))

    guess_slope = guess


class Log(Smooth):
    name = 'log'
    increasing = True
    sections = ((None, 'concave'),)
    domain = (0, None)
    open_end = True
    limits = (None, None)

    def value(self, x):
        return fixed.log(x)

    def slope(self, x):
        return (ONE << P) // x, (ONE << P) // x + 1

    @staticmethod
    def guess(x):
        return math.log(max(x, 5e-324))

    @staticmethod
    def guess_slope(x):
        return 1 / max(x, 1e-300)


class Sqrt(Smooth):
    name = 'sqrt'
    increasing = True
    sections = ((None, 'concave'),)
    domain = (0, None)
    limits = (0, None)

    def value(self, x):
        return fixed.sqrt_down(x), fixed.sqrt_up(x)

    def slope(self, x):
        r = self.value(max(x, 1))
        return fixed.div((ONE, ONE), (2 * r[0], 2 * r[1]))

    @staticmethod
    def guess(x):
        return math.sqrt(max(x, 0))

    @staticmethod
    def guess_slope(x):
        return 0.5 / math.sqrt(max(x, 1e-300))


class Reciprocal(Smooth):
    name = 'reciprocal'
    sections = ((0, 'concave'), (None, 'convex'))
    decreasing = True
    limits = (None, None)

    def defined(self, lo, hi):
        return lo > 0 or hi < 0

    def value(self, x):
        q = (ONE << P) // x
        return q, q + 1

    def slope(self, x):
        return fixed.neg(fixed.div((ONE << P, ONE << P), (x * x, x * x)))

    @staticmethod
    def guess(x):
        return 1 / x

    @staticmethod
    def guess_slope(x):
        return -1 / x ** 2


class Power(Smooth):
    """x^n for an integer n >= 2."""

    def __init__(self, n):
        self.n = n
        self.name = 'power %d' % n
        even = n % 2 == 0
        self.increasing = not even
        self.sections = ((0, 'convex' if even else 'concave'), (None, 'convex'))
        self.limits = (0, None) if even else (None, None)

    def value(self, x):
        if (x.bit_length() - P) * self.n > _MOST_BITS:
            raise OverflowError
        v, s = x ** self.n, P * (self.n - 1)
        return v >> s, -((-v) >> s)

    def slope(self, x):
        if (x.bit_length() - P) * self.n > _MOST_BITS:
            raise OverflowError
        v, s = self.n * x ** (self.n - 1), P * (self.n - 2)
        return v >> s, -((-v) >> s)

    def guess(self, x):
        return x ** self.n

    def guess_slope(self, x):
        return self.n * x ** (self.n - 1)

    def wide_range(self, lo, hi, least, greatest):
        return (0 if lo <= 0 <= hi else least), greatest


class Erf(Smooth):
    name = 'erf'
    increasing = True
    sections = ((0, 'convex'), (None, 'concave'))
    limits = (-ONE, ONE)

    def value(self, x):
        return fixed.erf(x)

    def slope(self, x):
        e = fixed.exp_interval((-fixed.ceil_shift(x * x, P), -(x * x >> P)))
        p = fixed.pi(P)
        r = fixed.sqrt(p)
        return fixed.div((2 * e[0], 2 * e[1]), r)

    @property
    def slopes(self):
        return 0, self.slope(0)[1]

    guess = staticmethod(math.erf)

    @staticmethod
    def guess_slope(x):
        return 2 / math.sqrt(math.pi) * math.exp(-x * x)


class _Gate(Smooth):
    """A number times what goes from 0 to `far`: falls to a lowest point between two numbers, inside of
    a convex section, and grows from there on."""
    lowest = None

    def limit(self):
        """At most the least value: on the tangent at the first of the two numbers."""
        a, b = self.lowest
        v, s, t = self.value(a), self.slope(a), self.slope(b)
        if not s[1] <= 0 <= t[0]:
            raise Refused('the lowest point of %s was not found' % self.name)
        return v[0] + fixed.mul(s, (0, b - a))[0]

    @property
    def limits(self):
        return self.limit(), None

    def wide_range(self, lo, hi, least, greatest):
        a, b = self.lowest
        return (min(least, self.limit()) if lo < b and hi > a else least), greatest


class ErfGate(_Gate):
    """x (1 + erf x); its second derivative is 4 (1 - x^2) e^(-x^2) / sqrt(pi)."""
    name = 'erf gate'
    sections = ((-ONE, 'concave'), (ONE, 'convex'), (None, 'concave'))
    far_slopes = ((0, 0), (2 * ONE, 2 * ONE))
    lowest = fixed.down(Fraction('-0.53159688515')), fixed.up(Fraction('-0.53159688514'))

    def value(self, x):
        e = fixed.erf(x)
        return fixed.mul((x, x), (ONE + e[0], ONE + e[1]))

    def slope(self, x):
        e, d = fixed.erf(x), Erf().slope(x)
        more = fixed.mul((x, x), d)
        return ONE + e[0] + more[0], ONE + e[1] + more[1]

    @property
    def slopes(self):
        return self.slope(-ONE)[0], self.slope(ONE)[1]

    @staticmethod
    def guess(x):
        return x * math.erfc(-x)

    @staticmethod
    def guess_slope(x):
        return math.erfc(-x) + 2 * x * math.exp(-x * x) / math.sqrt(math.pi)


class Silu(_Gate):
    """x s(x) with the logistic function s. Its second derivative, s' (2 - x tanh(x/2)), is at most 1/2."""
    name = 'silu'
    _INFLECTION = [fixed.down(Fraction('2.3993572805154675')) + e * (ONE >> 40) for e in (-1, 1)]
    sections = ((-_INFLECTION[1], 'concave'), (-_INFLECTION[0], ('either', ONE // 2)), (_INFLECTION[0], 'convex'),
                (_INFLECTION[1], ('either', ONE // 2)), (None, 'concave'))
    far_slopes = ((0, 0), (ONE, ONE))
    lowest = tuple(fixed.down(Fraction('-1.278464542761074')) + e * (ONE >> 40) for e in (-1, 1))

    def value(self, x):
        return fixed.mul((x, x), _sigmoid(x))

    def slope(self, x):
        s = _sigmoid(x)
        more = fixed.mul((x, x), Sigmoid().slope(x))
        return s[0] + more[0], s[1] + more[1]

    @property
    def slopes(self):
        # f'(x) + f'(-x) = 1, and f' grows by less than 2^-40 between the two numbers
        most = self.slope(self._INFLECTION[0])[1] + (ONE >> 40)
        return ONE - most, most

    @staticmethod
    def guess(x):
        return x * _float_sigmoid(x)

    @staticmethod
    def guess_slope(x):
        s = _float_sigmoid(x)
        return s + x * s * (1 - s)


class HardSwish(Smooth):
    """x max(0, min(1, x/6 + 1/2)): 0, x (x + 3) / 6, x."""
    name = 'hardswish'
    sections = ((-3 * ONE, 'linear'), (3 * ONE, 'convex'), (None, 'linear'))
    limits = (-(3 * ONE) // 8, None)
    slopes = (-ONE // 2, 3 * ONE // 2)
    far_slopes = ((0, 0), (ONE, ONE))

    def line(self, start, end):
        return ((ONE, ONE), (0, 0)) if end is None else ((0, 0), (0, 0))

    def value(self, x):
        if x <= -3 * ONE:
            return 0, 0
        if x >= 3 * ONE:
            return x, x
        v = x * (x + 3 * ONE)
        return (v >> P) // 6, -((-v >> P) // 6)

    def slope(self, x):
        if x < -3 * ONE:
            return 0, 0
        if x > 3 * ONE:
            return ONE, ONE
        v = (2 * x + 3 * ONE) // 6
        if abs(x) == 3 * ONE:
            return min(v, 0 if x < 0 else ONE), max(v + 1, 0 if x < 0 else ONE)
        return v, v + 1

    def one_sided(self, x, side):
        if x * side == -3 * ONE:          # from an end to the middle
            return (-(ONE // 2),) * 2 if x < 0 else (3 * ONE // 2,) * 2
        return self.slope(x)

    @staticmethod
    def guess(x):
        return x * min(max(x / 6 + 0.5, 0), 1)

    @staticmethod
    def guess_slope(x):
        return 0.0 if x < -3 else 1.0 if x > 3 else (2 * x + 3) / 6

    def wide_range(self, lo, hi, least, greatest):
        m = -3 * ONE // 2             # falls up to there and grows from there on
        return (min(least, self.limits[0] - 1) if lo <= m <= hi else least), greatest


class Wave(Smooth):
    """sin or cos: one section that may bend either way, with a second derivative of at most 1."""
    sections = ((None, ('either', ONE)),)
    limits = (-ONE, ONE)
    slopes = (-ONE, ONE)
    far_slopes = (slopes, slopes)

    def __init__(self, name):
        self.name = name
        self.index = 0 if name == 'sin' else 1
        self.guess = math.sin if name == 'sin' else math.cos
        self.guess_slope = math.cos if name == 'sin' else lambda x: -math.sin(x)

    def value(self, x):
        return fixed.sin_cos(x)[self.index]

    def slope(self, x):
        s, c = fixed.sin_cos(x)
        return c if self.index == 0 else fixed.neg(s)

    def wide_range(self, lo, hi, least, greatest):
        # the extrema are at (k + 1/2) pi of sin and at k pi of cos
        p = fixed.pi(P)
        half = 1 if self.index == 0 else 0
        if hi - lo >= 2 * p[0]:
            return -ONE, ONE
        # doubled multiples j / 2 of pi with the right parity
        first = (2 * lo) // p[1] - 2
        for j in range(first, first + 12):
            if j % 2 != half:
                continue
            a, b = (j * p[0], j * p[1]) if j >= 0 else (j * p[1], j * p[0])
            if b >= 2 * lo and a <= 2 * hi:
                top = j % 4 == half
                if top:
                    greatest = ONE
                else:
                    least = -ONE
        return least, greatest


class Floored(Smooth):
    """f(max(x, m)) for a function defined from m on; m a fixed-point number."""

    def __init__(self, f, m):
        self.f, self.m = f, m
        self.name = 'floored ' + f.name
        self.increasing, self.decreasing = f.increasing, f.decreasing
        kind = 'convex' if f.name == 'reciprocal' else 'concave'
        self.sections = ((m, 'linear'), (None, kind))
        self.floor_value = f.value(m)
        lo, hi = self.floor_value
        self.limits = (lo, None) if f.increasing else (0, hi)
        if m > 0:                         # steepest at the floor
            a, b = f.slope(m)
            self.slopes = min(a, 0), max(b, 0)

    def line(self, start, end):
        return (0, 0), self.floor_value

    def value(self, x):
        return self.f.value(max(x, self.m))

    def slope(self, x):
        if x < self.m:
            return 0, 0
        a, b = self.f.slope(x)
        return (min(a, 0), max(b, 0)) if x == self.m else (a, b)

    def one_sided(self, x, side):
        return self.f.slope(x) if x == self.m and side > 0 else self.slope(x)

    def guess(self, x):
        return self.f.guess(max(x, self.m / ONE))

    def guess_slope(self, x):
        return 0.0 if x < self.m / ONE else self.f.guess_slope(x)
