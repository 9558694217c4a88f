"""Standard densities: values, masses, tails and polynomial enclosures.

FORMAT.md section 4, "Standard coordinates", "Poles" and "The polynomials". Each density is a
function of a standard coordinate w, given as fixed-point numbers. Scaled results are triples
(lower, upper, e): between lower and upper times 2^(e - P).

A Taylor series about c is f(c) times a series with the coefficients G_j (of v = (w - c) / r), which
a recurrence gives from the differential equation of the density. What is left out is bounded by
Cauchy's estimate: |G_j| <= M (r / R)^j with M the greatest |f| / f(c) on the circle of radius R.
"""
from fractions import Fraction
from functools import lru_cache
import math

from . import Invalid, fixed
from .fixed import ONE, P

EXTRA = 96
Q = P + EXTRA                   # the scale of series' coefficients
QONE = 1 << Q


# --- scaled enclosures -------------------------------------------------------------------------

def s_mul(a, b):
    """Product of scaled enclosures of numbers that are not negative."""
    return normal((a[0] * b[0] >> P, fixed.ceil_shift(a[1] * b[1], P), a[2] + b[2]))


def normal(a):
    """The same enclosure with an upper end of about 2^P."""
    lo, hi, e = a
    if hi <= 0:
        return 0, max(hi, 0), e
    k = hi.bit_length() - P - 1
    if -8 < k < 8:
        return max(lo, 0), hi, e
    return max(fixed.shift(lo, -k), 0), fixed.shift_up(hi, -k), e + k


def s_add(a, b):
    m = max(a[2], b[2]) if a[1] and b[1] else a[2] if a[1] else b[2]
    return (fixed.shift(a[0], a[2] - m) + fixed.shift(b[0], b[2] - m),
            fixed.shift_up(a[1], a[2] - m) + fixed.shift_up(b[1], b[2] - m), m)


def s_sub(a, b):
    """a - b, at least 0."""
    m = min(a[2], b[2])
    if a[2] - m > 4096 or b[2] - m > 4096:
        m = max(a[2], b[2]) - 4096
    lo = fixed.shift(a[0], a[2] - m) - fixed.shift_up(b[1], b[2] - m)
    hi = fixed.shift_up(a[1], a[2] - m) - fixed.shift(b[0], b[2] - m)
    return normal((max(lo, 0), max(hi, 0), m))


def s_div(a, b):
    lo = (a[0] << P) // b[1]
    hi = -((-a[1] << P) // b[0])
    return normal((lo, hi, a[2] - b[2]))


def s_fraction(f):
    if f == 0:
        return 0, 0, 0
    k = f.numerator.bit_length() - f.denominator.bit_length()
    lo, hi = fixed.enclose(f / Fraction(2) ** k)
    return lo, hi, k


def s_exp(lo, hi):
    """exp of an enclosure, scaled."""
    a, _, e = fixed.exp_scaled(lo)
    _, b, g = fixed.exp_scaled(hi)
    m = max(e, g)
    if m - min(e, g) > 10000:
        return 0, fixed.shift_up(b, g - m), m
    return fixed.shift(a, e - m), fixed.shift_up(b, g - m), m


def at_scale(a, e):
    """(lower, upper) at the scale 2^(e - P)."""
    return fixed.shift(a[0], a[2] - e), fixed.shift_up(a[1], a[2] - e)


ZERO = (0, 0, 0)
UNIT = (ONE, ONE, 0)


# --- the gamma function ------------------------------------------------------------------------

@lru_cache(maxsize=None)
def _bernoulli(n):
    b = [Fraction(0)] * (n + 1)
    for m in range(n + 1):
        b[m] = Fraction(1, m + 1)
        for j in range(m, 0, -1):
            b[j - 1] = j * (b[j - 1] - b[j])
    return b[0]


@lru_cache(maxsize=None)
def log_gamma(x):
    """(lower, upper) of ln Gamma(x) at scale 2^-P for a fraction x > 0 (x up to about 2 10^4).

    Stirling's series at x + n >= 60: its error is less than the first term left out, with its sign.
    """
    n = max(0, 60 - int(x))
    y = x + n
    prod = Fraction(1)
    for i in range(n):
        prod *= x + i
    ly = fixed.log_fraction(y)
    half = y - Fraction(1, 2)
    t = fixed.mul(ly, fixed.enclose(half))
    t = fixed.sub(t, fixed.enclose(y))
    two_pi = fixed.pi(P + 1)
    l2 = fixed.log_interval(two_pi)
    t = fixed.add(t, (l2[0] >> 1, (l2[1] >> 1) + 1))
    s = Fraction(0)
    terms = 24
    for j in range(1, terms):
        s += _bernoulli(2 * j) / (2 * j * (2 * j - 1) * y ** (2 * j - 1))
    last = abs(_bernoulli(2 * terms)) / (2 * terms * (2 * terms - 1) * y ** (2 * terms - 1))
    t = fixed.add(t, (fixed.down(s - last), fixed.up(s + last)))
    return fixed.sub(t, fixed.log_fraction(prod)) if n else t


# --- smooth densities --------------------------------------------------------------------------

class Density:
    """A density that is smooth inside of its domain (between `knots`)."""
    knots = ()                  # exact fractions in w
    lower = upper = None        # ends of the domain, fixed-point, None for infinite ones
    pole_lower = pole_upper = False
    rough_lower = rough_upper = False      # an end at which the density is not analytic
    log_concave = True
    flat = False
    narrow = False

    def value(self, w):
        """Scaled enclosure of the density at a point inside of the domain."""
        raise NotImplementedError

    def limit(self, c):
        """A radius about c within which the density is analytic, or None."""
        return None

    def log_sup(self, c, R):
        """An upper bound (fixed-point) of ln of the greatest |f| / f(c) on |u| <= R."""
        raise NotImplementedError

    def guess_sup(self, c, R):
        """About log_sup, as a float: a radius is chosen by it."""
        return self.log_sup(c, R) / ONE

    def three_terms(self, c, r):
        """Function j -> (alpha, beta, delta): G_(j+1) = (alpha G_j + beta G_(j-1)) / delta."""
        raise NotImplementedError

    def series(self, c, r, m):
        """G_0, ..., G_(m-1) as balls (value, error) at scale 2^-Q."""
        step = self.three_terms(c, r)
        result = [(QONE, 0)]
        v0, e0, v1, e1 = 0, 0, QONE, 0
        for j in range(m - 1):
            a, b, d = step(j)
            v0, e0, v1, e1 = (v1, e1, (a * v1 + b * v0) // d,
                              (abs(a) * e1 + abs(b) * e0) // d + 2)
            result.append((v1, e1))
        return result

    def remainder(self, c, r, m):
        """An upper bound at scale 2^-Q of the sum of |G_j| over j >= m, or None."""
        top = self.limit(c)
        best = None
        for k in (3, 4, 6, 8, 12, 16, 24, 32, 64):
            R = r * k >> 1
            if top is not None and R >= top:
                # the last chance: between r and the limit
                R = (r + top) >> 1 if k == 3 else (r + 3 * top) >> 2
                if R <= r or R >= top:
                    break
            try:
                l = self.guess_sup(c, R)
            except (OverflowError, ValueError, ZeroDivisionError):
                break
            q = r / R
            if not 0 < q < 1 or l > 2.0 ** 60:
                continue
            estimate = l + m * math.log(q) - math.log(1 - q)
            if best is None or estimate < best[0]:
                best = estimate, R
            if top is not None and r * k >> 1 >= top:
                break
        if best is None or best[0] > 200:
            return None
        R = best[1]
        try:
            l = self.log_sup(c, R)
        except (OverflowError, ValueError, ZeroDivisionError):
            return None
        q = -((-r << Q) // R)
        p, n, base = QONE, m, q
        while n:
            if n & 1:
                p = fixed.ceil_shift(p * base, Q)
            base = fixed.ceil_shift(base * base, Q)
            n >>= 1
        _, hi, e = fixed.exp_scaled(l)
        t = fixed.ceil_shift(p * hi, P)
        t = fixed.shift_up(t, e)
        return -((-t << Q) // (QONE - q)) + 1

    # masses by integration of series

    def mass(self, a, b):
        """Scaled enclosure of the mass between two points of the domain."""
        if a >= b:
            return ZERO
        return self._mass(a, b)

    def _mass(self, a, b):
        return self.integrate(a, b)

    def trimmed(self, a, b):
        """The integral over [a, b] of a density with a narrow peak and a concave logarithm: where it
        is below 2^-400 of its peak, only the bounds 0 and that of a tail are used."""
        m, top = self.mode()[0], self.value(self.mode()[0])

        def negligible(z):
            v = self.value(z)
            return v[1] == 0 or v[2] < top[2] - 400

        def border(far):
            near = m
            for _ in range(60):
                z = (near + far) >> 1
                near, far = (near, z) if negligible(z) else (z, far)
            return far
        total = ZERO
        if a < m and negligible(max(a, 1)):
            x = min(border(a), b)
            t = self.tail_moment(x, False, 0)
            total, a = s_add(total, (0, t[1], t[2])), x
        if b > m and a < b and negligible(b):
            x = max(border(b), a)
            t = self.tail_moment(x, True, 0)
            total, b = s_add(total, (0, t[1], t[2])), x
        return s_add(total, self.integrate(a, b)) if a < b else total

    def integrate(self, a, b):
        """The integral over [a, b], in panels whose series are long enough."""
        total, m = ZERO, 64
        step = b - a
        while a < b:
            step = min(step, b - a)
            r = (step + 1) >> 1
            if 0 < b - a - 2 * r < 4:
                r += 2
            c = a + r
            rest = self.remainder(c, r, m) if r else 0
            if rest is None or rest > QONE >> 112:
                step >>= 1
                if step == 0:
                    raise Invalid('a mass that this checker cannot compute')
                continue
            g = self.series(c, r, m)
            s = sum((2 * v) // (k + 1) for k, (v, _) in enumerate(g) if k % 2 == 0)
            err = sum((2 * e) // (k + 1) + 1 for k, (_, e) in enumerate(g) if k % 2 == 0) + 2 * rest + m
            # times r f(c); ends that were rounded count with a unit of the density each
            lo, hi = (s - err) * r >> Q, fixed.ceil_shift((s + err) * r, Q)
            slack = 4 * (ONE + fixed.ceil_shift(sum(abs(v) + e for v, e in g) + rest, EXTRA)) >> P
            piece = (max(lo - slack - 4, 0), hi + slack + 4, 0)
            total = s_add(total, s_mul(normal(piece), self.value(c)))
            a += 2 * r
            step *= 2
        return total

    def range(self, a, b):
        """(scaled lower, scaled upper or None) of the density over [a, b], by its shape: it grows
        up to the mode and falls from there on."""
        if self.pole_lower and a <= self.lower or self.pole_upper and b >= self.upper:
            return ZERO, None
        x, y = self.value(a), self.value(b)
        lo = min_scaled(x, y)
        hi = max_scaled(x, y)
        top = self.peak(a, b)
        if top is not None:
            hi = max_scaled(hi, top)
            if not self.unimodal():
                lo = min_scaled(lo, top)
        return lo, hi

    def unimodal(self):
        return True

    def peak(self, a, b):
        """Scaled enclosure of the value at the mode, if that may lie inside, else None."""
        m = self.mode()
        if m is None:
            return None
        lo, hi = m
        if hi <= a or lo >= b:
            return None
        lo, hi = max(lo, a), min(hi, b)
        v = self.value(lo)
        # the mode is known within a few units: the density changes by a factor near 1
        return v[0], v[1] + (v[1] >> (P // 2)) + 1, v[2]

    def mode(self):
        return None

    def slope_log(self, w):
        """(lower, upper) of (log f)'(w)."""
        raise NotImplementedError

    def tail(self, k, upper):
        """Scaled upper bound of the mass beyond k (above if `upper`)."""
        return self.tail_moment(k, upper, 0)

    def tail_moment(self, k, upper, j):
        """A scaled upper bound (0, u, e) of the integral of |w - k|^j beyond k, None if unknown."""
        if self.lower is not None and k < self.lower or self.upper is not None and k > self.upper:
            raise Invalid('a truncation outside of the domain')
        lo, hi = self.slope_log(k)
        rate = -hi if upper else lo
        if rate <= 0:
            return None
        f = self.value(k)
        if self.log_concave:
            t = (0, f[1], f[2])
            for i in range(j + 1):
                t = s_mul(t, s_div((ONE * max(i, 1), ONE * max(i, 1), 0), (rate, rate, 0)))
            return 0, t[1], t[2]
        # q = -K (log f)'(K): K^(j+1) f(K) j! / ((q - 1) ... (q - j - 1))
        q = rate * abs(k) >> P
        if q <= (j + 1) * ONE:
            return None
        t = (0, f[1], f[2])
        for i in range(j + 1):
            t = s_mul(t, s_div(normal((abs(k) * max(i, 1), abs(k) * max(i, 1), 0)), normal((q - (i + 1) * ONE, q - (i + 1) * ONE, 0))))
        return 0, t[1], t[2]


def min_scaled(a, b):
    """The scaled enclosure of the lesser one."""
    m = max(a[2], b[2])
    x, y = at_scale(a, m), at_scale(b, m)
    if abs(a[2] - b[2]) > 64:
        return a if a[2] < b[2] or a[1] == 0 else b
    return min(x[0], y[0]), min(x[1], y[1]), m


def max_scaled(a, b):
    m = max(a[2], b[2])
    x, y = at_scale(a, m), at_scale(b, m)
    return max(x[0], y[0]), max(x[1], y[1]), m


class Normal(Density):
    def value(self, w):
        sq = w * w >> P + 1
        p = fixed.pi(P + 1)
        return normal(s_div(s_exp(-sq - 1, -sq), (fixed.sqrt_down(p[0]), fixed.sqrt_up(p[1]), 0)))

    def log_sup(self, c, R):
        c = abs(c)
        if c <= 2 * R:
            return ((R * R >> P) >> 1) + 1 + (c * c >> P + 2)
        return (c * R >> P) - (R * R >> P + 1) + 1

    def three_terms(self, c, r):
        a, b = -c * r, -r * r
        return lambda j: (a, b, (j + 1) << 2 * P)

    def _mass(self, a, b):
        if b <= 0:
            a, b = -b, -a
        if a >= 0:
            return s_sub(_tail3(a), _tail3(b))
        return s_sub(s_sub(UNIT, _tail3(-a)), _tail3(b))

    def mode(self):
        return 0, 0

    def slope_log(self, w):
        return -w, -w

    def tail_moment(self, k, upper, j):
        if j == 0:
            k = k if upper else -k
            if k >= 0:
                t = _tail3(k)
                return 0, t[1], t[2]
        return super().tail_moment(k, upper, j)


def _tail3(x):
    return normal(fixed.normal_tail(x))


class Exponential(Density):
    lower = 0

    def value(self, w):
        return s_exp(-w, -w)

    def log_sup(self, c, R):
        return R

    def three_terms(self, c, r):
        return lambda j: (-r, 0, (j + 1) << P)

    def _mass(self, a, b):
        return s_sub(s_exp(-a, -a), s_exp(-b, -b))

    def mode(self):
        return 0, 0

    def slope_log(self, w):
        return -ONE, -ONE


class Laplace(Density):
    knots = (Fraction(0),)

    def value(self, w):
        lo, hi, e = s_exp(-abs(w), -abs(w))
        return lo, hi, e - 1

    def log_sup(self, c, R):
        return R

    def three_terms(self, c, r):
        s = -r if c > 0 else r
        return lambda j: (s, 0, (j + 1) << P)

    def _mass(self, a, b):
        if b <= 0:
            a, b = -b, -a
        if a >= 0:
            lo, hi, e = s_sub(s_exp(-a, -a), s_exp(-b, -b))
            return lo, hi, e - 1
        return s_add(self._mass(a, 0), self._mass(0, b))

    def mode(self):
        return 0, 0

    def slope_log(self, w):
        return (-ONE, -ONE) if w > 0 else (ONE, ONE) if w < 0 else (-ONE, ONE)


class Logistic(Density):
    def value(self, w):
        lo, hi, e = s_exp(-abs(w), -abs(w))
        t = fixed.exp(-abs(w))
        d = (ONE + t[0]) ** 2 >> P, fixed.ceil_shift((ONE + t[1]) ** 2, P)
        return s_div((lo, hi, e), (d[0], d[1], 0))

    def limit(self, c):
        return 2 * ONE

    def log_sup(self, c, R):
        # R - 2 ln cos(R / 2), where R <= 2 and -2 ln cos 1 < 5/4
        return R + 5 * ONE // 4

    def series(self, c, r, m):
        # t = tanh(w / 2), t' = (1 - t^2) / 2 and f' = -t f
        lo, hi = fixed.tanh(c >> 1)
        t = [((lo + hi) << (EXTRA - 1), ((hi - lo + 4) << EXTRA))]
        g = [(QONE, 0)]
        for j in range(m - 1):
            v = e = 0
            for i in range(j + 1):
                a, b = t[i], t[j - i]
                v += a[0] * b[0]
                e += abs(a[0]) * b[1] + abs(b[0]) * a[1] + a[1] * b[1]
            v = (QONE if j == 0 else 0) - (v >> Q)
            t.append((v * r // ((2 * (j + 1)) << P), (((e >> Q) + 2) * r // ((2 * (j + 1)) << P)) + 2))
            v = e = 0
            for i in range(j + 1):
                a, b = t[i], g[j - i]
                v += a[0] * b[0]
                e += abs(a[0]) * b[1] + abs(b[0]) * a[1] + a[1] * b[1]
            g.append((-(v * r) // ((j + 1) << P + Q), ((e * r) // ((j + 1) << P + Q)) + 2))
        return g

    def _mass(self, a, b):
        if b <= 0:
            a, b = -b, -a
        if a >= 0:
            return s_sub(self._upper(a), self._upper(b))
        return s_sub(s_sub(UNIT, self._upper(-a)), self._upper(b))

    @staticmethod
    def _upper(a):
        t = fixed.exp(-a)
        return s_div(s_exp(-a, -a), (ONE + t[0], ONE + t[1], 0))

    def mode(self):
        return 0, 0

    def slope_log(self, w):
        return fixed.neg(fixed.tanh(w // 2)) if w % 2 == 0 else (
            -fixed.tanh((w >> 1) + 1)[1], -fixed.tanh(w >> 1)[0])


class Student(Density):
    """studentt(n, 0, 1); cauchy with n = 1."""
    log_concave = False

    def __init__(self, n):
        self.n = Fraction(n)
        h = (self.n + 1) / 2
        l = fixed.sub(log_gamma(h), log_gamma(self.n / 2))
        np = fixed.mul(fixed.pi(P), fixed.enclose(self.n))
        ln = fixed.log_interval(np)
        self.constant = fixed.sub(l, ((ln[0] >> 1), (ln[1] >> 1) + 1))

    def value(self, w):
        q = 1 + Fraction(w * w, ONE * ONE) / self.n
        l = fixed.log_fraction(q)
        t = fixed.sub(self.constant, fixed.mul(l, fixed.enclose((self.n + 1) / 2)))
        return s_exp(*t)

    def _distance(self, c):
        return fixed.sqrt_down((c * c >> P) + fixed.down(self.n))

    def limit(self, c):
        return self._distance(c)

    def log_sup(self, c, R):
        d = self._distance(c)
        l = fixed.log_interval(fixed.div((d + 2, d + 2), (d - R, d - R)))
        return fixed.mul(l, fixed.enclose(self.n + 1))[1]

    def guess_sup(self, c, R):
        d = self._distance(c)
        return float(self.n + 1) * math.log(d / (d - R))

    def three_terms(self, c, r):
        nn, nd = self.n.numerator, self.n.denominator
        d0 = (nn << 2 * P) + nd * c * c
        return lambda j: (-((nn + nd) * c + 2 * c * j * nd) * r, -((nn + nd) + (j - 1) * nd) * r * r, d0 * (j + 1))

    def _mass(self, a, b):
        if self.n == 1:
            if b <= 0:
                a, b = -b, -a
            p = fixed.pi(P)
            if a >= ONE:                    # atan(1/a) - atan(1/b), relatively close
                # = atan((b - a) / (1 + a b))
                x = fixed.div((b - a, b - a), (ONE + (a * b >> P), ONE + (a * b >> P) + 1))
                k = max(0, P - x[0].bit_length())
                if k > 60:
                    return self.integrate(a, b)
                lo, hi = fixed.atan(x[0])[0], fixed.atan(x[1])[1]
            else:
                lo, hi = fixed.sub(fixed.atan(b), fixed.atan(a))
            return s_div(normal((lo, hi, 0)), (p[0], p[1], 0))
        if b <= 0:
            a, b = -b, -a
        if a < 0:
            return s_add(_mass_cache(self, 0, -a), _mass_cache(self, 0, b))
        return _mass_cache(self, a, b)

    def mode(self):
        return 0, 0

    def slope_log(self, w):
        # -(n + 1) w / (n + w^2)
        q = -(self.n + 1) * Fraction(w, ONE) / (self.n + Fraction(w * w, ONE * ONE))
        return fixed.enclose(q)


@lru_cache(maxsize=20000)
def _mass_cache(density, a, b):
    return density.trimmed(a, b) if density.narrow else density.integrate(a, b)


class Gamma(Density):
    lower = 0

    def __init__(self, k):
        self.k = Fraction(k)
        self.p = self.k - 1
        self.integer = self.p.denominator == 1
        self.pole_lower = self.p < 0
        self.rough_lower = not self.integer
        self.log_concave = self.p >= 0
        self.narrow = self.k > 100
        self.constant = fixed.neg(log_gamma(self.k))

    def value(self, w):
        if w <= 0:
            if self.p == 0:
                return UNIT
            if self.p > 0:
                return ZERO
            raise Invalid('the density at a pole')
        t = fixed.sub(self.constant, (w, w))
        if self.p:
            t = fixed.add(t, fixed.mul(fixed.log(w), fixed.enclose(self.p)))
        return s_exp(*t)

    def limit(self, c):
        return None if self.integer else c

    def log_sup(self, c, R):
        x = (c + R, c + R) if self.p >= 0 else (c - R, c - R)
        l = fixed.log_interval(fixed.div(x, (c, c)))
        return fixed.mul(l, fixed.enclose(self.p))[1] + R

    def guess_sup(self, c, R):
        x = c + R if self.p >= 0 else c - R
        return float(self.p) * math.log(x / c) + R / ONE

    def three_terms(self, c, r):
        pn, pd = self.p.numerator, self.p.denominator
        return lambda j: (((pn - j * pd) * ONE - pd * c) * r, -pd * r * r, pd * c * (j + 1) << P)

    def _mass(self, a, b):
        if a > 0 or self.integer:
            return _mass_cache(self, a, b)
        h = min(b, 2 * ONE)
        head = _series_gamma(self, h)
        return head if h == b else s_add(head, _mass_cache(self, h, b))

    def mode(self):
        return fixed.enclose(self.p) if self.p > 0 else (0, 0) if self.p == 0 else None

    def slope_log(self, w):
        q = self.p / Fraction(w, ONE) - 1 if w > 0 else Fraction(-1)
        return fixed.enclose(q)


@lru_cache(maxsize=10000)
def _series_gamma(g, h):
    """The mass of gamma(k, 1) on [0, h], h at most 2: h^k / Gamma(k) sum (-h)^j / (j! (k + j))."""
    v, err = 0, 0
    num = QONE
    for j in range(90):
        f = g.k + j
        v += num * f.denominator // f.numerator
        err += 2 * (j + 1)
        num = -(num * h >> P) // (j + 1)
    err += 1000
    head = ((v - err) >> EXTRA, ((v + err) >> EXTRA) + 1, 0)
    power = s_exp(*fixed.add(fixed.mul(fixed.log(h), fixed.enclose(g.k)), g.constant))
    return s_mul(power, normal(head))


class Beta(Density):
    lower, upper = 0, ONE

    def __init__(self, a, b):
        self.a, self.b = Fraction(a), Fraction(b)
        self.A, self.B = self.a - 1, self.b - 1
        self.pole_lower, self.pole_upper = self.A < 0, self.B < 0
        self.integer_a, self.integer_b = self.A.denominator == 1, self.B.denominator == 1
        self.rough_lower, self.rough_upper = not self.integer_a, not self.integer_b
        self.log_concave = self.A >= 0 and self.B >= 0
        self.narrow = self.log_concave and self.a + self.b > 100 and self.A > 0 and self.B > 0
        self.constant = fixed.sub(log_gamma(self.a + self.b), fixed.add(log_gamma(self.a), log_gamma(self.b)))

    def value(self, w):
        if w <= 0 or w >= ONE:
            e = self.A if w <= 0 else self.B
            if e > 0:
                return ZERO
            if e == 0:
                return s_exp(*self.constant)
            raise Invalid('the density at a pole')
        t = self.constant
        if self.A:
            t = fixed.add(t, fixed.mul(fixed.log(w), fixed.enclose(self.A)))
        if self.B:
            t = fixed.add(t, fixed.mul(fixed.log(ONE - w), fixed.enclose(self.B)))
        return s_exp(*t)

    def limit(self, c):
        ends = ([] if self.integer_a and self.A >= 0 else [c]) + ([] if self.integer_b and self.B >= 0 else [ONE - c])
        return min(ends) if ends else None

    def log_sup(self, c, R):
        total = 0
        for e, x in ((self.A, c), (self.B, ONE - c)):
            if e:
                y = x + R if e > 0 else x - R
                l = fixed.log_interval(fixed.div((y, y), (x, x)))
                total += fixed.mul(l, fixed.enclose(e))[1]
        return total

    def guess_sup(self, c, R):
        total = 0.0
        for e, x in ((self.A, c), (self.B, ONE - c)):
            if e:
                total += float(e) * math.log((x + R if e > 0 else x - R) / x)
        return total

    def three_terms(self, c, r):
        d = math.lcm(self.A.denominator, self.B.denominator)
        an, bn = int(self.A * d), int(self.B * d)
        s = an + bn
        rr, cc = r * r, d * c * (ONE - c)
        return lambda j: ((an * ONE - s * c - d * (ONE - 2 * c) * j) * r, ((j - 1) * d - s) * rr, cc * (j + 1))

    def _mass(self, a, b):
        if a > 0 and b < ONE or (self.integer_a or a > 0) and (self.integer_b or b < ONE):
            return _mass_cache(self, a, b)
        near, far = int(ONE / (4 * max(1, self.b))), int(ONE / (4 * max(1, self.a)))
        if a <= 0 and not self.integer_a and b > near:
            return s_add(self._mass(a, near), self._mass(near, b))
        if b >= ONE and not self.integer_b and a < ONE - far:
            return s_add(self._mass(a, ONE - far), self._mass(ONE - far, b))
        if a <= 0:
            return _series_beta(self.a, self.b, self.constant, b)
        return _series_beta(self.b, self.a, self.constant, ONE - a)

    def mode(self):
        if self.A + self.B == 0:
            return None
        if self.A > 0 and self.B > 0 or self.A < 0 and self.B < 0:
            return fixed.enclose(self.A / (self.A + self.B))
        return None

    def slope_log(self, w):
        x = Fraction(w, ONE)
        return fixed.enclose(self.A / x - self.B / (1 - x)) if 0 < x < 1 else (0, 0)

    def unimodal(self):
        return not (self.A < 0 and self.B < 0)


@lru_cache(maxsize=10000)
def _series_beta(a, b, constant, h):
    """h^a / B(a, b) sum_j (1-b)_j / j! h^j / (a + j) for h at most 1/4: the mass on [0, h]."""
    v = err = 0
    num, e, j = QONE, 0, 0
    while abs(num) + e > 4 or j <= b:
        f = a + j
        v += num * f.denominator // f.numerator
        err += (e * f.denominator // f.numerator) + 2
        g = (j + 1 - b) / (j + 1)
        num = num * h * g.numerator // (g.denominator << P)
        e = abs(e * h * g.numerator // (g.denominator << P)) + 2
        j += 1
        if j > 3000:
            raise Invalid('a mass that this checker cannot compute')
        if j > b and e <= 8 and abs(num) <= 4:
            break
    # from here on each term is less than a quarter of the one before
    err += 2 * int((abs(num) + e) / min(a + j, 1)) + 2
    head = max((v - err) >> EXTRA, 0), ((v + err) >> EXTRA) + 1, 0
    power = s_exp(*fixed.add(fixed.mul(fixed.log(h), fixed.enclose(a)), constant))
    return s_mul(power, normal(head))


class Weibull(Density):
    lower = 0

    def __init__(self, k):
        self.k = Fraction(k)
        self.p = self.k - 1
        self.integer = self.k.denominator == 1
        self.pole_lower = self.p < 0
        self.rough_lower = not self.integer
        self.log_concave = self.p >= 0

    def power(self, w):
        """(lower, upper) of w^k."""
        if w <= 0:
            return 0, 0
        return fixed.exp_interval(fixed.mul(fixed.log(w), fixed.enclose(self.k)))

    def value(self, w):
        if w <= 0:
            if self.p == 0:
                return UNIT
            if self.p > 0:
                return ZERO
            raise Invalid('the density at a pole')
        l = fixed.log(w)
        t = fixed.add(fixed.mul(l, fixed.enclose(self.p)), fixed.log_fraction(self.k))
        return s_exp(*fixed.sub(t, self.power(w)))

    def limit(self, c):
        return None if self.integer else c

    def log_sup(self, c, R):
        x = c + R if self.p >= 0 else c - R
        l = fixed.log(x)
        lp = fixed.mul(l, fixed.enclose(self.p))
        grow = fixed.exp(lp[1])[1]
        first = fixed.mul(fixed.log_interval(fixed.div((x, x), (c, c))), fixed.enclose(self.p))[1]
        return first + fixed.mul(fixed.mul((R, R), fixed.enclose(self.k)), (grow, grow))[1]

    def series(self, c, r, m):
        kn, kd = self.k.numerator, self.k.denominator
        lo, hi = self.power(c)
        h = [((lo + hi) << (EXTRA - 1), (hi - lo + 2) << EXTRA)]
        g = [(QONE, 0)]
        for j in range(m - 1):
            v, e = h[-1]
            d = kd * c * (j + 1)
            a = (kn - j * kd) * r
            h.append((a * v // d, abs(a) * e // d + 2))
            v = e = 0
            for i in range(j + 1):
                x, y = h[i], g[j - i]
                v += x[0] * y[0]
                e += abs(x[0]) * y[1] + abs(y[0]) * x[1] + x[1] * y[1]
            v, e = v >> Q, (e >> Q) + 2
            x = g[-1]
            t = (kn - kd - j * kd) * x[0] - kn * v
            te = abs(kn - kd - j * kd) * x[1] + kn * e
            g.append((t * r // d, te * r // d + 2))
        return g

    def _mass(self, a, b):
        x, y = self.power(a), self.power(b)
        if y[1] < ONE >> 20:
            # e^-x - e^-y = e^-x (1 - e^-(y - x)), relatively close
            return s_mul(s_exp(-x[1], -x[0]), self._one_minus(self._power_difference(a, b)))
        return s_sub(s_exp(-x[1], -x[0]), s_exp(-y[1], -y[0]))

    def _power_difference(self, a, b):
        y = fixed.pow_scaled((b, b), self.k)
        return s_sub(normal(y), normal(fixed.pow_scaled((a, a), self.k))) if a > 0 else normal(y)

    @staticmethod
    def _one_minus(d):
        """1 - exp(-d) for a small d: d - d^2/2 + d^3/6 - ..., alternating."""
        term, total = d, d
        sign = -1
        for j in range(2, 24):
            term = s_mul(s_mul(term, d), s_fraction(Fraction(1, j)))
            if sign < 0:
                total = s_sub(total, term)
            else:
                total = s_add(total, term)
            sign = -sign
        hi = s_add(total, (0, term[1], term[2]))
        lo = s_sub(total, term)
        m = max(lo[2], hi[2])
        return normal((at_scale(lo, m)[0], at_scale(hi, m)[1], m))

    def mode(self):
        if self.p <= 0:
            return (0, 0) if self.p == 0 else None
        l = fixed.log_fraction(self.p / self.k)
        return fixed.exp_interval(fixed.mul(l, fixed.enclose(1 / self.k)))

    def slope_log(self, w):
        if w <= 0:
            return -ONE, ONE
        x = self.power(w)
        t = fixed.sub(fixed.enclose(self.p), fixed.mul(x, fixed.enclose(self.k)))
        return fixed.div(t, (w, w))


class LogNormal(Density):
    """Density e^(-s^2/2) / (s sqrt(2 pi)) exp(-(ln w)^2 / (2 s^2)), with the mode at 1."""
    lower = 0
    log_concave = False
    rough_lower = True

    def __init__(self, s):
        self.s = Fraction(s)
        p = fixed.log_interval(fixed.pi(P + 1))
        c = fixed.neg(fixed.add(fixed.log_fraction(self.s), (p[0] >> 1, (p[1] >> 1) + 1)))
        self.constant = fixed.sub(c, fixed.enclose(self.s ** 2 / 2))

    def value(self, w):
        if w <= 0:
            return ZERO
        l = fixed.log(w)
        sq = fixed.mul(l, l)
        sq = max(sq[0], 0), sq[1]
        t = fixed.mul(sq, fixed.enclose(1 / (2 * self.s ** 2)))
        return s_exp(*fixed.sub(self.constant, t))

    def limit(self, c):
        return c

    def log_sup(self, c, R):
        l = max(abs(fixed.log(c + R)[1]), abs(fixed.log(c - R)[0])) + 2 * ONE
        return fixed.mul(fixed.div((R, R), (c - R, c - R)), fixed.mul((l, l), fixed.enclose(1 / self.s ** 2)))[1]

    def series(self, c, r, m):
        lo, hi = fixed.log(c)
        L = [((lo + hi) << (EXTRA - 1), (hi - lo + 2) << EXTRA)]
        x = QONE
        for j in range(1, m):
            x = x * r // c
            L.append((x // j if j % 2 else -(x // j), j + 2))
        s2 = self.s ** 2
        g = [(QONE, 0)]
        for j in range(m - 1):
            v = e = 0
            for i in range(j + 1):
                a, b = L[i], g[j - i]
                v += a[0] * b[0]
                e += abs(a[0]) * b[1] + abs(b[0]) * a[1] + a[1] * b[1]
            v, e = v >> Q, (e >> Q) + 2
            x = g[-1]
            d = s2.numerator * c * (j + 1)
            t = -j * s2.numerator * x[0] - s2.denominator * v
            te = j * s2.numerator * x[1] + s2.denominator * e
            g.append((t * r // d, te * r // d + 2))
        return g

    def _deviate(self, w):
        """(lower, upper) of ln(w) / s - s."""
        return fixed.sub(fixed.mul(fixed.log(w), fixed.enclose(1 / self.s)), fixed.enclose(self.s))

    def _mass(self, a, b):
        n = Normal()
        y = self._deviate(b)
        if a <= 0:
            lo = _below(y[0])
            hi = _below(y[1])
            m = max(lo[2], hi[2])
            return normal((at_scale(lo, m)[0], at_scale(hi, m)[1], m))
        x = self._deviate(a)
        lo = n.mass(x[1], y[0]) if x[1] < y[0] else ZERO
        hi = n.mass(x[0], y[1])
        m = max(lo[2], hi[2])
        return normal((at_scale(lo, m)[0], at_scale(hi, m)[1], m))

    def mode(self):
        return ONE, ONE

    def slope_log(self, w):
        t = fixed.mul(fixed.log(w), fixed.enclose(-1 / self.s ** 2))
        return fixed.div(t, (w, w))


def _below(y):
    """The standard normal mass below y."""
    return _tail3(-y) if y <= 0 else s_sub(UNIT, _tail3(y))


class Pareto(Density):
    lower = ONE
    log_concave = False

    def __init__(self, k):
        self.k = Fraction(k)

    def value(self, w):
        t = fixed.mul(fixed.log(w), fixed.enclose(-(self.k + 1)))
        return s_mul(s_fraction(self.k), normal(s_exp(*t)))

    def limit(self, c):
        return c

    def log_sup(self, c, R):
        l = fixed.log_interval(fixed.div((c, c), (c - R, c - R)))
        return fixed.mul(l, fixed.enclose(self.k + 1))[1]

    def three_terms(self, c, r):
        kn, kd = self.k.numerator, self.k.denominator
        return lambda j: (-(kn + kd + j * kd) * r, 0, kd * c * (j + 1))

    def _mass(self, a, b):
        x = normal(fixed.pow_scaled((a, a), -self.k))
        y = normal(fixed.pow_scaled((b, b), -self.k))
        return s_sub(x, y)

    def tail_moment(self, k, upper, j):
        if j == 0:
            t = normal(fixed.pow_scaled((k, k), -self.k))
            return 0, t[1], t[2]
        return super().tail_moment(k, upper, j)

    def mode(self):
        return ONE, ONE

    def slope_log(self, w):
        return fixed.enclose(-(self.k + 1) / Fraction(w, ONE))


class Polynomials(Density):
    """A density that is a polynomial on each piece: exact. `edges` and `pieces` are fractions,
    coefficients in powers of w."""

    def __init__(self, edges, pieces):
        self.edges, self.pieces = edges, pieces
        self.knots = tuple(edges[1:-1])
        self.lower, self.upper = fixed.down(edges[0]), fixed.up(edges[-1])
        self.flat = all(len(p) == 1 for p in pieces)

    def piece(self, w):
        """The polynomial at a fixed-point number (to the right of a knot)."""
        x = Fraction(w, ONE)
        for e, p in zip(self.edges[1:], self.pieces):
            if x < e:
                return p
        return self.pieces[-1]

    def exact_mass(self, a, b):
        total = Fraction(0)
        for lo, hi, p in zip(self.edges, self.edges[1:], self.pieces):
            x, y = max(a, lo), min(b, hi)
            if x < y:
                total += sum(c * (y ** (k + 1) - x ** (k + 1)) / (k + 1) for k, c in enumerate(p))
        return total

    def _mass(self, a, b):
        return s_fraction(max(self.exact_mass(Fraction(a, ONE), Fraction(b, ONE)), Fraction(0)))

    def shifted(self, c, r):
        """Exact coefficients in v, w = c + r v, of the piece at c; c and r fractions."""
        p = self.piece(int(c * ONE))
        result = [Fraction(0)] * len(p)
        # Horner: result = result * (c + r v) + a
        for a in reversed(p):
            new = [Fraction(0)] * len(p)
            for k, x in enumerate(result):
                new[k] += x * c
                if k + 1 < len(p):
                    new[k + 1] += x * r
            new[0] += a
            result = new
        return result

    def range(self, a, b):
        lo = hi = None
        x, y = Fraction(a, ONE), Fraction(b, ONE)
        for s, t, p in zip(self.edges, self.edges[1:], self.pieces):
            u, v = max(x, s), min(y, t)
            if u < v or u == v == s == t:
                least, greatest = _bernstein_range(p, u, v)
                lo = least if lo is None else min(lo, least)
                hi = greatest if hi is None else max(hi, greatest)
        if lo is None:
            return ZERO, ZERO
        return s_fraction(max(lo, Fraction(0))), s_fraction(max(hi, Fraction(0)))


def _bernstein_range(p, u, v):
    """Least and greatest Bernstein coefficient of a polynomial over [u, v], halved three times."""
    n = len(p) - 1
    # coefficients in s, x = u + (v - u) s
    q = [Fraction(0)] * (n + 1)
    for a in reversed(p):
        new = [Fraction(0)] * (n + 1)
        for k, x in enumerate(q):
            new[k] += x * u
            if k < n:
                new[k + 1] += x * (v - u)
        new[0] += a
        q = new
    b = [sum(Fraction(math.comb(i, k), math.comb(n, k)) * q[k] for k in range(i + 1)) for i in range(n + 1)]
    # integers over one denominator; each halving multiplies it by 2^n
    d = math.lcm(*(x.denominator for x in b))
    parts = [[int(x * d) for x in b]]
    for _ in range(3 if n > 1 else 0):
        parts = [half for part in parts for half in _halves(part)]
        d <<= n
    return Fraction(min(map(min, parts)), d), Fraction(max(map(max, parts)), d)


def _halves(b):
    """The coefficients over both halves times 2^n, by de Casteljau's averages."""
    n = len(b) - 1
    left, right, row = [], [], list(b)
    for k in range(n + 1):
        left.append(row[0] << (n - k))
        right.append(row[-1] << (n - k))
        row = [x + y for x, y in zip(row, row[1:])]
    return left, right[::-1]


@lru_cache(maxsize=None)
def standard(name, parameters):
    """(density, scale, shift) of a distribution's kind, x = scale w + shift; scale None where it is
    the root of a variance or the like and is made by the caller."""
    p = parameters
    one, zero = Fraction(1), Fraction(0)
    if name == 'uniform':
        return Polynomials((zero, one), ((one,),)), p[1] - p[0], p[0]
    if name == 'beta':
        a, b = p
        if a.denominator == b.denominator == 1 and a + b <= 22:
            return _beta_polynomial(int(a), int(b)), one, zero
        return Beta(a, b), one, zero
    if name == 'normal':
        return Normal(), p[1], p[0]
    if name == 'exponential':
        return Exponential(), 1 / p[0], zero
    if name == 'gamma':
        return Gamma(p[0]), p[1], zero
    if name == 'triangular':
        a, c, b = p
        m = (c - a) / (b - a)
        edges, pieces = [zero], []
        if m > 0:
            edges.append(m)
            pieces.append((zero, 2 / m))
        if m < 1:
            edges.append(one)
            pieces.append((2 / (1 - m), -2 / (1 - m)))
        return Polynomials(tuple(edges), tuple(pieces)), b - a, a
    if name == 'histogram':
        e, w = p
        return Polynomials(e, tuple((x / (b - a),) for x, a, b in zip(w, e, e[1:]))), one, zero
    if name == 'polynomial':
        e, cs = p
        width, start = e[-1] - e[0], e[0]
        edges = tuple((x - start) / width for x in e)
        pieces = []
        for c in cs:
            # f(start + width z) width in powers of z
            q = [zero] * len(c)
            for a in reversed(c):
                new = [zero] * len(c)
                for k, x in enumerate(q):
                    new[k] += x * start
                    if k + 1 < len(c):
                        new[k + 1] += x * width
                new[0] += a
                q = new
            pieces.append(tuple(x * width for x in q))
        return Polynomials(edges, tuple(pieces)), width, start
    if name == 'lognormal':
        x = p[0] - p[1] ** 2
        lo, hi, e = fixed.exp_scaled(fixed.down(x))
        return LogNormal(p[1]), Fraction(float(fixed.to_fraction(lo, e))), zero
    if name == 'weibull':
        return Weibull(p[0]), p[1], zero
    if name == 'logistic':
        return Logistic(), p[1], p[0]
    if name == 'laplace':
        return Laplace(), p[1], p[0]
    if name == 'studentt':
        return Student(p[0]), p[2], p[1]
    if name == 'cauchy':
        return Student(1), p[1], p[0]
    if name == 'pareto':
        return Pareto(p[0]), p[1], zero
    raise Invalid(name)


def _beta_polynomial(a, b):
    c = Fraction(math.factorial(a + b - 1), math.factorial(a - 1) * math.factorial(b - 1))
    p = [Fraction(0)] * (a + b - 1)
    for k in range(b):
        p[a - 1 + k] = c * math.comb(b - 1, k) * (-1) ** k
    return Polynomials((Fraction(0), Fraction(1)), (tuple(p),))
