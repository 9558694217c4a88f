"""Moments of kinks max(X, 0) of normal numbers X, and of sums of them. FORMAT.md section 7, "Moments
of functions". What stands for an activation that bends, g(X), counts as one more kind of kink here: see
`closed` and `chords`. Enclosures are pairs at the scale 2^-Q, if nothing else is said.
"""
from fractions import Fraction
import math

from . import fixed
from .bivariate import kink_integral
from .fixed import ONE, P
from .mehler import DEEP, ORDER, covariance, kink_series
from .vectors import Q, UNIT, Vector, combine, enclose, quotient_up, root_up

_FAR = 200                   # from there on tails of the normal distribution are bounded by e^-20000


def below(t, mean, variance):
    """(lower, upper) fractions of P(X <= t) for X with this mean and a positive variance."""
    z = standard(t - mean, variance)
    if z[0] >= 0:
        return 1 - _tail(z[0])[1], 1 - _tail(z[1])[0]
    if z[1] <= 0:
        return _tail(-z[0])[0], _tail(-z[1])[1]
    return _tail(-z[0])[0], 1 - _tail(z[1])[0]


def standard(x, variance, w=P):
    """(lower, upper) of x over the root of the variance, at the scale 2^-w."""
    square = x * x / variance
    r = math.isqrt((square.numerator << 2 * w) // square.denominator)
    return (r, r + 1) if x > 0 else (-r - 1, -r) if x < 0 else (0, 0)


def _tail(z):
    """(lower, upper) of P(Z > z / 2^P) for z >= 0, as fractions."""
    if z > _FAR * ONE:
        return Fraction(0), Fraction(1, 1 << 20_000)
    if not z:
        return Fraction(1, 2), Fraction(1, 2)
    lo, hi, e = fixed.normal_tail(z)
    return max(fixed.to_fraction(lo, e), Fraction(0)), min(fixed.to_fraction(hi, e), Fraction(1))


def density(z):
    """(lower, upper) of the normal density at an enclosure z, all at the scale 2^-P."""
    far = max(abs(z[0]), abs(z[1]))
    near = 0 if z[0] <= 0 <= z[1] else min(abs(z[0]), abs(z[1]))
    root = fixed.sqrt(tuple(2 * x for x in fixed.pi(P)))
    if near > _FAR * ONE:
        return 0, 1
    lo = fixed.exp(-fixed.ceil_shift(far * far, P + 1))[0]
    hi = fixed.exp(-(near * near >> (P + 1)))[1]
    return max((lo << P) // root[1], 0), quotient_up(hi << P, root[0])


def excess(mean, variance):
    """(lower, upper) of E max(X, 0), X with this mean and variance."""
    if not variance:
        return enclose(max(mean, Fraction(0)))
    share = tuple(map(enclose, below(Fraction(0), -mean, variance)))      # Phi(mean / deviation)
    d = density(standard(mean, variance))
    s = deviation(variance)
    a = _times(enclose(mean), (share[0][0], share[1][1]))
    lo = a[0] + (s[0] * d[0] >> P)
    hi = a[1] + quotient_up(s[1] * d[1], ONE)
    return max(lo, 0, enclose(mean)[0]), max(hi, 0)


def variance_share(nu, share):
    """(lower, upper) of the variance of max(Z + nu, 0), Z standard normal, from enclosures of nu and
    Phi(nu); all at the scale 2^-P.

    For nu <= 0 it is (1 + nu^2) Phi + nu phi - (nu Phi + phi)^2, and at most Phi, because
    phi >= -nu Phi (Mills' ratio). As max(X, 0) = X + max(-X, 0), it is 1 - 2 Phi(-nu) more for nu > 0.
    """
    if nu[0] + nu[1] > 0:
        other = ONE - share[1], ONE - share[0]
        a, b = variance_share(fixed.neg(nu), other)
        return max(ONE - 2 * other[1] + a, 0), ONE - 2 * other[0] + b
    if nu[0] < -_FAR * ONE:
        return 0, share[1]
    d = density(nu)
    square = fixed.mul(nu, nu)
    first = fixed.add(fixed.mul((ONE + max(square[0], 0), ONE + square[1]), share), fixed.mul(nu, d))
    mean = fixed.add(fixed.mul(nu, share), d)
    mean = max(mean[0], 0), max(mean[1], 0)
    result = fixed.sub(first, fixed.mul(mean, mean))
    return max(result[0], 0), min(result[1], share[1])


def deviation(variance):
    """(lower, upper) of the root of a fraction."""
    n = (variance.numerator << 2 * Q) // variance.denominator
    r = math.isqrt(n)
    return r, r + 1


def _times(x, y):
    p = [a * b for a in x for b in y]
    return min(p) >> Q, -(-max(p) >> Q)


class Kinks:
    """The kinks of one component, found by their affine forms, and the moments of vectors."""

    def __init__(self, variances):
        common = math.lcm(*(v.denominator for v in variances)) if variances else 1
        self.scaled = [v.numerator * (common // v.denominator) for v in variances]
        self.common = common
        self.index = {}
        self.forms = []              # X
        self.spread = []             # coefficients of X times variances, see `common`
        self.means = []              # E max(X, 0), or E g(X)
        self.shares = []             # Phi(nu), or E g'(X), at the scale 2^-P
        self.nus = []                # nu, at the scale 2^-P
        self.deviations = []
        self.variances = []
        self.middles = []            # of covariances, a triangle
        self.wide = self.flat = 0    # covariances are within wide s_X s_Y + flat of their middles,
        self.errors = {}             # or of g(X) with others within these
        self.bent = {}               # index -> g
        self.series = {}

    def covariance(self, f, g):
        """That of the affine parts of two vectors, a fraction."""
        n = len(self.scaled)
        s = sum(a * b * v for a, b, v in zip(f.items[1:n + 1], g.items[1:n + 1], self.scaled))
        return Fraction(s, f.den * g.den * self.common)

    def variance(self, f):
        return self.covariance(f, f)

    def add(self, form):
        """max(X, 0) as a vector."""
        key = form.key()
        r = self.index.get(key)
        if r is None:
            variance = self.variance(form)
            if not variance:
                return combine([(max(form.constant(), Fraction(0)), UNIT)])
            r = self.index[key] = len(self.forms)
            mean = form.constant()
            share = below(Fraction(0), -mean, variance)
            self._append(form, variance, excess(mean, variance), (fixed.down(share[0]), fixed.up(share[1])))
        return self._unit(r)

    def bend(self, form, f, curve):
        """g(X) as a vector, and g; of the same form and function there is one. `curve` makes it of the
        function, the mean and the variance."""
        key = form.key(), f
        r = self.index.get(key)
        if r is None:
            variance = self.variance(form)
            g = curve(f, form.constant(), variance)
            r = self.index[key] = len(self.forms)
            self.bent[r] = g
            self._append(form, variance, g.mean, g.share)
        return self._unit(r), self.bent[r]

    def _append(self, form, variance, mean, share):
        n = len(self.scaled)
        self.middles.append([None] * (len(self.forms) + 1))
        self.forms.append(form)
        self.spread.append([a * v for a, v in zip(form.items[1:n + 1], self.scaled)])
        self.means.append(mean)
        self.shares.append(share)
        self.nus.append(standard(form.constant(), variance))
        self.deviations.append(deviation(variance))
        self.variances.append(variance)

    def _unit(self, r):
        return Vector([0] * (1 + len(self.scaled) + r) + [1])

    def count(self):
        return len(self.forms)

    # --- moments of vectors ---

    def _coefficients(self, f):
        n = len(self.scaled) + 1
        return [(r, c) for r, c in enumerate(f.items[n:]) if c]

    def mean(self, f):
        """(lower, upper) of the mean of a vector."""
        lo, hi = f.items[0] << Q, f.items[0] << Q
        for r, c in self._coefficients(f):
            a, b = self.means[r]
            lo += c * (a if c > 0 else b)
            hi += c * (b if c > 0 else a)
        return lo // f.den, quotient_up(hi, f.den)

    def product(self, f, g):
        """(lower, upper) of the covariance of two vectors."""
        lo, hi = enclose(self.covariance(f, g))
        for x, y in ((f, g), (g, f)):
            a, b = self._mixed(x, y)
            lo, hi = lo + a, hi + b
        a, b = self._both(self._coefficients(f), self._coefficients(g))
        d = f.den * g.den
        return lo + a // d, hi + quotient_up(b, d)

    def _mixed(self, f, g):
        """The covariance of the affine part of f and the kinks of g."""
        n = len(self.scaled)
        axes = f.items[1:n + 1]
        lo = hi = 0
        if not any(axes):
            return 0, 0
        for r, c in self._coefficients(g):
            x = c * sum(map(lambda a, b: a * b, axes, self.spread[r]))
            den = f.den * g.den * self.forms[r].den * self.common
            a, b = self.shares[r]
            if x < 0:
                a, b = b, a
            lo += (x * a << (Q - P)) // den
            hi += quotient_up(x * b << (Q - P), den)
        return lo, hi

    def _both(self, f, g):
        """The covariance of two sums of multiples of kinks, each a list (index, integer)."""
        total = 0
        indices = [s for s, _ in g]
        factors = [c for _, c in g]
        for r, c in f:
            total += c * sum(map(lambda s, d: d * self._middle(r, s), indices, factors))
        sizes = [sum(abs(c) * self.deviations[r][1] for r, c in x) for x in (f, g)]
        slack = quotient_up(quotient_up(sizes[0] * sizes[1], 1 << Q) * self.wide, 1 << Q)
        if self.flat:
            slack += self.flat * sum(abs(c) for _, c in f) * sum(abs(c) for _, c in g)
        if self.bent:
            slack += sum(abs(c * d) * self.errors.get((max(r, s), min(r, s)), 0) for r, c in f for s, d in g)
        return total - slack, total + slack

    def _middle(self, r, s):
        if r < s:
            r, s = s, r
        m = self.middles[r][s]
        if m is None:
            lo, hi = self._covariance_of_kinks(r, s)
            m = self.middles[r][s] = (lo + hi) >> 1
            if r in self.bent or s in self.bent:
                self.errors[r, s] = hi - m
                return m
            size = self.deviations[r][0] * self.deviations[s][0] >> Q
            if hi - m <= 64 or not size:
                self.flat = max(self.flat, hi - m)
            else:
                self.wide = max(self.wide, quotient_up((hi - m) << Q, size))
        return m

    def _covariance_of_kinks(self, r, s):
        if r == s:
            return self._variance_of_kink(r)
        c = self.covariance(self.forms[r], self.forms[s])
        root = self.variances[r] * self.variances[s]
        rho = standard(c, root)
        rho = max(rho[0], -ONE), min(rho[1], ONE)
        if r in self.bent or s in self.bent:
            return self._covariance_by_series(r, s, c, rho)
        j = kink_integral(self.nus[r], self.nus[s], rho)
        (a, b), (d, e) = self.shares[r], self.shares[s]
        lo, hi = enclose(c)
        p, q = (a * d, b * e)                          # at the scale 2^-2P = 2^-Q
        first = (lo * (p if lo >= 0 else q)) >> Q, quotient_up(hi * (q if hi >= 0 else p), 1 << Q)
        pi = fixed.pi(P)
        size = tuple(x * y >> Q for x, y in zip(self.deviations[r], self.deviations[s]))
        second = (size[0] * j[0] // (2 * pi[1]), quotient_up((size[1] + 1) * j[1], 2 * pi[0]))
        return first[0] + second[0], first[1] + second[1]

    def _covariance_by_series(self, r, s, c, rho):
        first = fixed.mul(self.shares[r], self.shares[s])
        lo, hi = enclose(c)
        p = [x * y for x in (lo, hi) for y in first]
        deep = not any(x in self.bent and self.bent[x].off for x in (r, s))
        middle, error = covariance(self._series(r, deep), self._series(s, deep), rho)
        return (min(p) >> P) + middle - error, quotient_up(max(p), ONE) + middle + error

    def _series(self, r, deep):
        """Coefficients; of a kink more of them for functions that have more."""
        if r in self.bent:
            deep = False
        if (r, deep) not in self.series and r in self.bent:
            self.series[r, deep] = self.bent[r].series()
        elif (r, deep) not in self.series:
            place = standard(-self.forms[r].constant(), self.variances[r], Q)
            self.series[r, deep] = kink_series(place, self.deviations[r], self._variance_of_kink(r)[1], self.shares[r],
                                               DEEP if deep else ORDER)
        return self.series[r, deep]

    def _variance_of_kink(self, r):
        if r in self.bent:
            return self.bent[r].variance
        lo, hi = enclose(self.variances[r])
        a, b = variance_share(self.nus[r], self.shares[r])
        return lo * a >> P, quotient_up(hi * b, ONE)

    def norm_up(self, f, centre=Fraction(0)):
        """At least the root of E (f - centre)^2."""
        if f.zero() and not centre:
            return 0
        if not self._coefficients(f):
            square = self.variance(f) + (f.constant() - centre) ** 2
            return root_up(quotient_up(square.numerator << 2 * Q, square.denominator))
        _, v = self.product(f, f)
        a, b = self.mean(f)
        m = max(abs(a - enclose(centre)[1]), abs(b - enclose(centre)[0]))
        return root_up((max(v, 0) << Q) + m * m)
