"""erf and the erf gate x (1 + erf x) of a normal number. FORMAT.md section 7, "Moments of functions".

X has the mean h and the variance s^2, v = 2 s^2, y = sqrt(2) h / sqrt(1 + v) and q^2 = v / (1 + v). The
page has the means, E g'(X) and the coefficients a_j of Mehler's series. What is used besides:

1. *Second moments.* With U and U' normal, independent of X and of one another, erf(X) is
   2 P(U <= sqrt(2) X | X) - 1, so E erf(X)^2 = 4 Phi2 - 4 Phi(y) + 1 with Phi2 the distribution function
   of two standard normal numbers with the correlation q^2 at (y, y). That is Phi(y) - 2 T(y, a) with Owen's
   function T and a^2 = (1 - q^2) / (1 + q^2) = 1 / (1 + 2 v). So E erf(X)^2 = 1 - 8 T(y, a).
2. With F = (1 + erf)^2 and by Stein's equation, E (X - h) u(X) = s^2 E u'(X), the gate's second moment is
       E X^2 F = h E X F + s^2 (E F + E X F'),      E X F = h E F + s^2 E F'.
   F'(x) = 4 / sqrt(pi) e^(-x^2) (1 + erf x), and e^(-x^2) tilts the density: for all u
       E e^(-X^2) u(X) = sqrt(2 pi) phi(y) / sqrt(1 + v) E u(X'),
   X' normal with the mean h / (1 + v) and the variance s^2 / (1 + v), and E (1 + erf X') = 2 Phi(y').
3. *Owen's function.* T(y, a) is 1/(2 pi) times the integral of exp(-l (1 + t^2)) / (1 + t^2) from 0 to a,
   l = y^2/2. It is atan(a) / (2 pi) for l = 0, and its derivative by l is that of
       2 pi T = atan(a) - sum over j >= 0 of (-1)^j a^(2j+1) / (2j+1) P(N > j),
   N a number with Poisson's distribution and the mean l: d/dl P(N > j) = e^-l l^j / j!. For a <= 1 the
   terms decrease and their signs alternate, so what is left is at most the next term.
4. Phi(y) = 1/2 + phi(y) (y + y^3 / 3 + y^5 / (3 5) + ...), y >= 0.

Sums of e^l are multiplied by e^-l in 3 and 4, so that they are computed with l log2(e) more places. What
is rounded off in one step is multiplied by no more than e^l by all that follow it, taken together,
because the factors of the steps, l/j and y^2 / (2j+1), are no larger than those of e^l, and l^j / j! is
summed.
"""
from fractions import Fraction
import math

from . import fixed
from .fixed import P
from .mehler import DEEP, Series, hermite, inverse_root
from .vectors import Q, enclose, quotient_up

_STEP = 128                  # scales are multiples of that, so that there are few of them


class Range:
    """An enclosure at the scale 2^-w, with its arithmetic."""
    __slots__ = ('lo', 'hi', 'w')

    def __init__(self, lo, hi, w):
        self.lo, self.hi, self.w = lo, hi, w

    @staticmethod
    def of(x, w):
        x = Fraction(x)
        return Range((x.numerator << w) // x.denominator, quotient_up(x.numerator << w, x.denominator), w)

    @staticmethod
    def root(x, w):
        """The root of a fraction."""
        r = math.isqrt((x.numerator << 2 * w) // x.denominator)
        return Range(r, r + 1, w)

    def _other(self, x):
        return x if isinstance(x, Range) else Range.of(x, self.w)

    def __add__(self, x):
        x = self._other(x)
        return Range(self.lo + x.lo, self.hi + x.hi, self.w)

    __radd__ = __add__

    def __neg__(self):
        return Range(-self.hi, -self.lo, self.w)

    def __sub__(self, x):
        return self + -self._other(x)

    def __rsub__(self, x):
        return -self + x

    def __mul__(self, x):
        x = self._other(x)
        p = (self.lo * x.lo, self.lo * x.hi, self.hi * x.lo, self.hi * x.hi)
        return Range(min(p) >> self.w, fixed.ceil_shift(max(p), self.w), self.w)

    __rmul__ = __mul__

    def __truediv__(self, x):
        """By what is positive."""
        x = self._other(x)
        lo = (self.lo << self.w) // (x.hi if self.lo >= 0 else x.lo)
        return Range(lo, quotient_up(self.hi << self.w, x.lo if self.hi >= 0 else x.hi), self.w)

    def at(self, w):
        """(lower, upper) at a scale that is no finer."""
        return self.lo >> (self.w - w), fixed.ceil_shift(self.hi, self.w - w)


def _scale(places):
    return quotient_up(math.ceil(places), _STEP) * _STEP


def _places_of(l):
    """At least the binary logarithm of e^l."""
    return math.ceil(l * Fraction(14427, 10000)) + 1


def density(square, w):
    """phi at the root of a fraction."""
    if square > 2 * w:                                # phi < e^-w
        return Range(0, 1, w)
    x = Range.of(-square / 2, w)
    lo, _, e = fixed.exp_scaled_wide(x.lo, w)
    _, hi, k = fixed.exp_scaled_wide(x.hi, w)
    pi = fixed.pi(w)
    root = Range(math.isqrt(2 * pi[0] << w), math.isqrt(2 * pi[1] << w) + 1, w)
    return Range(max(fixed.shift(lo, e), 0), fixed.shift_up(hi, k), w) / root


def distribution(square, sign, w):
    """Phi at plus or minus the root of a fraction, see 4."""
    if square > 2 * w:                                # Phi(-y) < phi(y) for y >= 1
        tail = Range(0, 1, w)
    else:
        more = _places_of(square / 2)
        v = _scale(w + more + 64)
        y, y2 = Range.root(square, v), Range.of(square, v).hi
        total = n = 0
        term = y.hi
        while term:
            total += term
            n += 1
            term = (term * y2 >> v) // (2 * n + 1)
        # y is a unit less at most and its square, too, which changes a term by that of n y l^n / n! units;
        # what is cut off is 0 but for all that
        off = 8 * (n + 2) * ((y.hi >> v) + 2) << more
        half = density(square, v) * Range(max(total - off, 0), total + off, v)
        lo, hi = half.at(w)
        one = 1 << w
        tail = Range(max((one >> 1) - hi, 0), (one >> 1) - lo, w)
    return tail if sign < 0 else 1 - tail


def owen(square, slope, w):
    """T(y, a) from y^2 and a^2 <= 1, which are fractions, see 3."""
    l = square / 2
    if l > w:                                         # T <= phi(y)
        return Range(0, 1, w)
    more = _places_of(l)
    v = _scale(w + more + 64)
    one = 1 << v
    a, a2 = Range.root(slope, v).lo, Range.of(slope, v).lo
    p, _, e = fixed.exp_scaled_wide(Range.of(-l, v).lo, v)
    p = below = fixed.shift(p, e)
    power, total, j = a, 0, 0
    # P(N > j) is off by that much, but for the number of steps
    unit = 4 << more
    while True:
        left = one - below
        term = (power * left >> v) // (2 * j + 1)
        if left <= 2 * (j + 2) * unit or not power:
            break
        total += -term if j % 2 else term
        j += 1
        p = p * l.numerator // (l.denominator * j)
        below += p
        power = power * a2 >> v
    # each term, the first one that is missing, and what is rounded off the powers of a
    off = (j + 3) * (j + 3) * unit * 2
    arc = fixed.atan_at(a, v)
    pi = fixed.pi(v)
    value = Range(arc[0] - total - off, arc[1] + 1 - total + off, v) / Range(2 * pi[0], 2 * pi[1], v)
    lo, hi = value.at(w)
    return Range(max(lo, 0), hi, w)


class ClosedForm:
    """erf or the erf gate of a normal number with the mean h and a positive variance, both fractions:
    `mean` and `variance` of g(X) at the scale 2^-Q, `share` = E g'(X) at 2^-P; nothing is off."""
    off = 0

    def __init__(self, h, variance):
        size = max(math.ceil(abs(h)), math.ceil(variance), 1).bit_length()
        self.w = w = _scale(Q + 96 + 2 * size)
        self.h, self.square = h, variance
        self.v = 2 * variance
        self.sign = -1 if h < 0 else 1
        self.root = Range.root(1 + self.v, w)                      # w of the page
        self.y2 = 2 * h * h / (1 + self.v)
        y = Range.root(self.y2, w) if h else Range(0, 0, w)
        self.y = y if h > 0 else -y
        self.phi = density(self.y2, w)
        self.below = distribution(self.y2, self.sign, w)           # Phi(y)
        mean, share, second = self._moments()
        self.mean, self.share = mean.at(Q), share.at(P)
        lo, hi = (second - mean * mean).at(Q)
        self.variance = max(lo, 0), max(hi, 0)
        self.first = (share * Range.root(variance, w)).at(Q)

    def _moments(self):
        """E g(X), E g'(X), E g(X)^2."""
        raise NotImplementedError

    def _squared(self):
        """E erf(X)^2."""
        return 1 - 8 * owen(self.y2, 1 / (1 + 2 * self.v), self.w)

    def _powers(self):
        """q^j for j = 0, ..., J at the scale 2^-w, each at most 2 j units too small."""
        q = Range.root(self.v / (1 + self.v), self.w).lo
        result = [1 << self.w]
        for _ in range(DEEP):
            result.append(result[-1] * q >> self.w)
        return result

    def series(self):
        return Series(*self._coefficients(), self.variance[1], self.first)

    def _coefficients(self):
        """The a_j, j = 2, ..., J, at the scale 2^-Q and by how many units they are off."""
        raise NotImplementedError


class Erf(ClosedForm):
    def _moments(self):
        return 2 * self.below - 1, self._root_of_2() * 2 * self.phi / self.root, self._squared()

    def _root_of_2(self):
        return Range.root(Fraction(2), self.w)

    def _coefficients(self):
        w = self.w
        values, off = hermite((self.y.lo, self.y.hi), DEEP, w)
        powers = self._powers()
        items = []
        for j in range(2, DEEP + 1):
            a = 2 * (powers[j] * values[j - 1] >> w) * inverse_root(j, w) >> w
            items.append((-a if j % 2 == 0 else a) >> (w - Q))
        # in units of 2^-w: the power and the root by 2 j and 2 times at most a half, and roundings
        return items, quotient_up(2 * (off + DEEP + 4), 1 << (w - Q)) + 1


class Gate(ClosedForm):
    def _moments(self):
        mean, share = self._gate(self.h, self.v, self.below, self.phi, self.root)
        h, s2, v, w = self.h, self.square, self.v, self.w
        # the tilted number, see 2
        t = v / (1 + v)
        square = 2 * (h / (1 + v)) ** 2 / (1 + t)
        below, phi, root = distribution(square, self.sign, w), density(square, w), Range.root(1 + t, w)
        tilted, _ = self._gate(h / (1 + v), t, below, phi, root)
        pi = Range(*fixed.pi(w), w)
        factor = 4 * self.phi * Range.root(Fraction(2), w) / self.root             # 4 / sqrt(pi) sqrt(2 pi) phi(y) / w
        slope, weighted = factor * 2 * below, factor * tilted                      # E F', E X F'
        plain = 1 + 2 * (2 * self.below - 1) + self._squared()                     # E F
        first = h * plain + s2 * slope
        return mean, share, h * first + s2 * (plain + weighted)

    @staticmethod
    def _gate(h, v, below, phi, root):
        """E X (1 + erf X) and E d/dX X (1 + erf X)."""
        w = phi.w
        mean = 2 * h * below + Range.root(Fraction(2), w) * v * phi / root
        y = 2 * h * h / (1 + v)
        y = Range.root(y, w) if y else Range(0, 0, w)
        y = y if h > 0 else -y
        return mean, 2 * (below + y * phi / (1 + v))

    def _coefficients(self):
        w = self.w
        values, off = hermite((self.y.lo, self.y.hi), DEEP, w)
        powers = self._powers()
        root, inverse, two = self.root.lo, (1 << 2 * w) // self.root.hi, math.isqrt(2 << 2 * w)
        items = []
        for j in range(2, DEEP + 1):
            a = (root * values[j - 2] >> w) * inverse_root(j * (j - 1), w) - values[j] * inverse >> w
            a = (a * powers[j] >> w) * two >> w
            items.append((-a if j % 2 else a) >> (w - Q))
        # in units of 2^-w: roundings, w k and k / w, the power, and the root of 2
        most = (self.root.hi >> w) + 1
        error = 2 * (2 * (most + 1) * (off + 3) + 2 * DEEP * (most + 1) + most + 8)
        return items, quotient_up(error, 1 << (w - Q)) + 1
