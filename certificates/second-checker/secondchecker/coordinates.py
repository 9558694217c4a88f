"""The coordinates of a branch: sides of boxes, their masses and densities.

FORMAT.md section 4, "Standard coordinates", "Cells", "Sums of products", "The polynomials". A side
is a pair of ends, each an enclosure (lower, upper) of an exact real number, fixed-point.
"""
from fractions import Fraction
import math

from . import Invalid, Refused, TooFine, fixed
from .densities import (EXTRA, Q, QONE, UNIT, ZERO, Polynomials, at_scale, max_scaled, min_scaled, normal, s_add,
                        s_div, s_fraction, s_mul, standard)
from .fixed import ONE, P


class Component:
    """One summand's distribution of one coordinate, as a function of the coordinate's z:
    w = A z + B is the standard coordinate of its density."""

    def __init__(self, distribution, scale, shift):
        d = distribution
        self.density, own, own_shift = standard(d.name, d.parameters)
        if d.name == 'normal' and d.root:
            root = _sqrt_enclosure(d.parameters[1])
            inverse = _invert(root)
        elif d.name == 'lognormal':
            x = d.parameters[0] - d.parameters[1] ** 2
            lo, hi, e = fixed.exp_scaled(fixed.down(-x))
            lo2, hi2, e2 = fixed.exp_scaled(fixed.up(-x))
            inverse = (Fraction(lo) * Fraction(2) ** (e - P), Fraction(hi2) * Fraction(2) ** (e2 - P))
        else:
            inverse = (1 / own, 1 / own)
        self.inverse, self.own_shift = inverse, own_shift
        a = (scale * inverse[0], scale * inverse[1])
        d0 = shift - own_shift
        b = (min(d0 * inverse[0], d0 * inverse[1]), max(d0 * inverse[0], d0 * inverse[1]))
        self.A = fixed.down(a[0]), fixed.up(a[1])
        self.B = fixed.down(b[0]), fixed.up(b[1])
        self.identity = self.A == (ONE, ONE) and self.B == (0, 0)
        self.scale, self.shift = scale, shift
        # domains: of the density itself, cut to `on`, cut to `within`; ends in x
        lo, hi = d.domain()
        self.ends = (None if lo is None else self._z(lo), None if hi is None else self._z(hi))
        self.knots = [self._knot(k) for k in self.density.knots]
        self.exact = [(e, x) for e, x in zip(self.ends, (lo, hi)) if x is not None]
        self.exact += [(e, k / inverse[0] + own_shift) for e, k in zip(self.knots, self.density.knots)]
        base_lo, base_hi = d.support()
        on_lo, on_hi = base_lo, base_hi
        self.factor = UNIT
        if d.on:
            on_lo = d.on[0] if d.on[0] is not None and (base_lo is None or d.on[0] > base_lo) else base_lo
            on_hi = d.on[1] if d.on[1] is not None and (base_hi is None or d.on[1] < base_hi) else base_hi
            if (on_lo, on_hi) != (base_lo, base_hi):
                whole = self._whole(on_lo, on_hi)
                if whole[0] <= 0:
                    raise TooFine if P < 2000 else Refused('a distribution given an interval of hardly any mass')
                self.factor = s_div(UNIT, whole)
        self.total = UNIT
        if d.within:
            self.total = s_mul(self._whole(lo, hi), self.factor)
        self.cache = {}

    def _whole(self, lo, hi):
        """Scaled mass between two ends in x (None: infinite)."""
        a = None if lo is None else self._w_of_x(lo)
        b = None if hi is None else self._w_of_x(hi)
        return self._between(a, b)

    def _between(self, a, b):
        """Scaled enclosure of the standard mass between two enclosures of w, None for infinity."""
        f = self.density
        if a is None and f.lower is not None:
            a = f.lower, f.lower
        if b is None and f.upper is not None:
            b = f.upper, f.upper
        lower = upper = None
        results = []
        for inner in (1, 0):
            x = None if a is None else self._inside(a[inner])
            y = None if b is None else self._inside(b[1 - inner])
            results.append(self._open_mass(x, y))
            if (a is None or a[0] == a[1]) and (b is None or b[0] == b[1]):
                return results[0]
        lower, upper = results
        m = max(lower[2], upper[2])
        return normal((at_scale(lower, m)[0], at_scale(upper, m)[1], m))

    def _inside(self, w):
        f = self.density
        if f.lower is not None and w < f.lower:
            return f.lower
        return f.upper if f.upper is not None and w > f.upper else w

    def _open_mass(self, x, y):
        f = self.density
        if x is not None and y is not None:
            return f.mass(x, y)
        if x is None and y is None:
            return UNIT
        # with one infinite end: the rest up to a far point, or 1 less the other side
        if y is None:
            if f.lower is not None:
                other = f.mass(f.lower, x)
                return _rest(other, self._far(x, True))
            return _upper_mass(f, x)
        if f.upper is not None:
            return _rest(f.mass(y, f.upper), None)
        return _lower_mass(f, y)

    def _far(self, x, upper):
        return None

    def _z(self, x):
        return fixed.enclose((x - self.shift) / self.scale)

    def _w_of_x(self, x):
        a, b = (x - self.own_shift) * self.inverse[0], (x - self.own_shift) * self.inverse[1]
        return fixed.down(min(a, b)), fixed.up(max(a, b))

    def _knot(self, k):
        # w = A z + B exactly where scales are fractions
        if self.inverse[0] == self.inverse[1]:
            return fixed.enclose(((k / self.inverse[0] + self.own_shift) - self.shift) / self.scale)
        return fixed.div(fixed.sub(fixed.enclose(k), self.B), self.A)

    def w(self, z):
        """Enclosure of A z + B of an enclosure."""
        if self.identity:
            return z
        return fixed.add(fixed.mul(self.A, z), self.B)

    def cut(self, side):
        """The side's part in this component's domain, or None."""
        (a, b) = side
        lo, hi = self.ends
        if lo is not None and lo[0] >= a[1]:
            a = lo
        if hi is not None and hi[1] <= b[0]:
            b = hi
        # two ends with one enclosure are one number, see Coordinate
        return None if a[0] >= b[1] or a == b else (a, b)

    def mass(self, side):
        """Scaled enclosure of the mass of a side."""
        part = self.cut(side)
        if part is None:
            return ZERO
        key = ('mass', part)
        m = self.cache.get(key)
        if m is None:
            m = self._between(self.w(part[0]), self.w(part[1]))
            if self.factor is not UNIT:
                m = s_mul(m, self.factor)
            self.cache[key] = m
        return m

    def scale_factor(self, side):
        """Scaled enclosure of A times the side's length times the factor of `on`."""
        a, b = side
        width = b[0] - a[1], b[1] - a[0]
        f = normal((max(width[0], 0), width[1], 0))
        if not self.identity:
            f = s_mul(f, normal((self.A[0], self.A[1], 0)))
        return f if self.factor is UNIT else s_mul(f, self.factor)

    def range(self, side):
        """(scaled lower, scaled upper or None) of density times the side's length over the side."""
        key = ('range', side)
        r = self.cache.get(key)
        if r is None:
            r = self.cache[key] = self._range(side)
        return r

    def _range(self, side):
        part = self.cut(side)
        if part is None:
            return ZERO, ZERO
        a, b = self.w(part[0]), self.w(part[1])
        lo, hi = self.density.range(self._inside(a[0]), self._inside(b[1]))
        f = self.scale_factor(side)
        if part != side:
            lo = ZERO
        return s_mul(lo, f), None if hi is None else s_mul(hi, f)

    def touches_pole(self, side):
        f = self.density
        part = self.cut(side)
        if part is None or not (f.pole_lower or f.pole_upper):
            return False
        a, b = self.w(part[0]), self.w(part[1])
        return f.pole_lower and a[0] <= f.lower or f.pole_upper and b[1] >= f.upper

    def polynomial(self, side, degree):
        """(coefficients in xi of [-1, 1], remainder, e, greatest value): density times length."""
        key = ('polynomial', side, degree)
        p = self.cache.get(key)
        if p is None:
            p = self.cache[key] = self._polynomial(side, degree)
        return p

    def _polynomial(self, side, degree):
        part = self.cut(side)
        if part is None:
            return [0], 0, 0, 0
        f = self.density
        a, b = self.w(side[0]), self.w(side[1])
        wlo, whi = self._inside(a[0]), self._inside(b[1])
        c = (wlo + whi) >> 1
        r = max(whi - c, c - wlo)
        if r <= 0:
            raise Invalid('a side without a length')
        factor = self.scale_factor(side)
        top = self._range(side)[1]
        candidates = []
        if part != side:
            pass               # 0 on a part of the side: only the range below encloses it
        elif isinstance(f, Polynomials):
            exact = f.shifted(Fraction(c, ONE), Fraction(r, ONE))
            coefficients = [fixed.down(x, Q) for x in exact]
            rest = sum(1 for x in exact if (QONE * x.numerator) % x.denominator)
            height = UNIT
            candidates.append((coefficients, rest, height))
        else:
            for extra in (16, 8, 0):
                m = degree + 1 + extra
                rest = f.remainder(c, r, m)
                if rest is not None:
                    g = f.series(c, r, m)
                    candidates.append(([v for v, _ in g], rest + sum(e for _, e in g), f.value(c)))
                    break
        best = None
        for coefficients, rest, height in candidates:
            exact_ends = wlo + whi == 2 * c and a[0] == a[1] and b[0] == b[1]
            shifted = 0 if exact_ends else (8 * sum(k * abs(x) for k, x in enumerate(coefficients)) // r) * 2 + 2
            low, dropped = lower_degree(coefficients, degree)
            result = _times(low, rest + dropped + shifted, s_mul(height, factor))
            best = result
        # a constant from the range, where that is closer
        lo, hi = self._range(side)
        if hi is not None:
            e = hi[2]
            l, u = at_scale(lo, e)[0], hi[1]
            constant = [(l + u) >> 1], ((u - l) >> 1) + 1, e
            if best is None or _shift_compare(constant, best):
                best = constant
        if best is None:
            raise Invalid('a density that no polynomial encloses')
        coefficients, rest, e = best
        size = sum(map(abs, coefficients))
        if top is not None:
            size = min(size, at_scale(top, e)[1] + rest)
        return coefficients, rest, e, size


def _shift_compare(x, y):
    m = max(x[2], y[2])
    return fixed.shift_up(x[1], x[2] - m) < fixed.shift_up(y[1], y[2] - m)


def _rest(other, _):
    lo, hi, e = at_scale(other, 0) + (0,)
    return normal((max(ONE - hi, 0), ONE - lo, 0))


def _upper_mass(f, x):
    from .densities import Normal, Laplace, Logistic, Student, _tail3, s_exp, s_sub
    if isinstance(f, Normal):
        return _tail3(x) if x >= 0 else s_sub(UNIT, _tail3(-x))
    half = (ONE >> 1, ONE >> 1, 0)
    part = f.mass(min(x, 0), max(x, 0))
    if isinstance(f, Logistic):
        return f._upper(x) if x >= 0 else s_sub(UNIT, f._upper(-x))
    if isinstance(f, Laplace) and x >= 0:
        lo, hi, e = s_exp(-x, -x)
        return lo, hi, e - 1
    # symmetric about 0
    return s_sub(half, part) if x >= 0 else s_add(half, part)


def _lower_mass(f, y):
    return _upper_mass(f, -y)         # all densities on the whole line are symmetric about 0


def _sqrt_enclosure(v):
    """(lower, upper) fractions of the root of a fraction, relatively close."""
    k = (v.denominator.bit_length() - v.numerator.bit_length()) // 2
    s = 2 * (P + k) if P + k > 0 else 0
    n = (v.numerator << s) // v.denominator
    r = math.isqrt(n)
    return Fraction(r, 1 << s // 2), Fraction(r + 1, 1 << s // 2)


def _invert(e):
    return 1 / e[1], 1 / e[0]


def lower_degree(coefficients, degree):
    """Lowers a polynomial on [-1, 1] to a degree by Chebyshev's polynomials, from the highest term
    down; gives the new coefficients and a bound of what was left out."""
    c = list(coefficients)
    dropped = 0
    while len(c) > degree + 1:
        m = len(c) - 1
        a = c.pop()
        if m == 0:
            break
        t = _chebyshev(m)
        for k in range(m):
            if t[k]:
                c[k] -= a * t[k] >> (m - 1)
        dropped += (abs(a) >> (m - 1)) + 1 + m if a else 0
    return c, dropped


_CHEBYSHEV = {0: [1], 1: [0, 1]}


def _chebyshev(m):
    if m not in _CHEBYSHEV:
        a, b = _chebyshev(m - 1), _chebyshev(m - 2)
        t = [0] + [2 * x for x in a]
        for k, x in enumerate(b):
            t[k] -= x
        _CHEBYSHEV[m] = t
    return _CHEBYSHEV[m]


def _times(coefficients, rest, factor):
    """A polynomial at scale 2^-Q times a scaled enclosure: coefficients and remainder at 2^(e-P)."""
    lo, hi, e = factor
    mid = (lo + hi) >> 1
    wide = hi - mid
    size = sum(map(abs, coefficients))
    products = [x * mid for x in coefficients]
    out = [x >> Q for x in products]
    error = fixed.ceil_shift(rest * hi + size * wide, Q) + sum(1 for x in products if x & (QONE - 1))
    return out, error, e


class Coordinate:
    """One coordinate of a branch: its components (one for each summand) and its root side."""

    def __init__(self, distributions, truncation):
        d = distributions[0]
        _, scale, shift = standard(d.name, d.parameters)
        if d.name == 'normal' and d.root:
            lo, hi = _sqrt_enclosure(d.parameters[1])
            scale = Fraction(float((lo + hi) / 2))
        self.scale, self.shift = scale, shift
        made = {}
        self.components = []
        for d in distributions:
            if d not in made:
                made[d] = Component(d, scale, shift)
            self.components.append(made[d])
        self.distributions = distributions
        lower = [c.ends[0] for c in self.components]
        upper = [c.ends[1] for c in self.components]
        self.open_lower, self.open_upper = None in lower, None in upper
        self.root = (truncation[0].enclosure(P) if self.open_lower else min(lower),
                     truncation[1].enclosure(P) if self.open_upper else max(upper))
        # what stands for an infinite end, None where the end is finite
        self.truncation = (truncation[0] if self.open_lower else None, truncation[1] if self.open_upper else None)
        if self.root[0][1] >= self.root[1][0]:
            self._empty()
        # ends and knots are told from one another by their enclosures
        exact = {}
        for c in set(self.components):
            for e, x in c.exact:
                if exact.setdefault(e, x) != x:
                    raise Refused('two ends or knots that are too close to one another')
        ends = sorted(exact)
        if any(a[1] > b[0] for a, b in zip(ends, ends[1:])):
            raise Refused('two ends or knots that are too close to one another')
        # knots: those of all components, and ends of domains inside of the whole one
        knots = {}
        for c in set(self.components):
            for k in c.knots + [e for e in c.ends if e is not None]:
                if k[0] > self.root[0][1] and k[1] < self.root[1][0]:
                    knots[k] = True
        self.knots = sorted(knots)

    def _empty(self):
        a, b = self.truncation
        if a is not None and b is not None and a < b:
            # far below the unit of this fixed point, but in the right order
            raise TooFine if P < 2000 else Refused('truncations that are too close to one another')
        raise Invalid('truncations in the wrong order')


class Space:
    """A branch: its coordinates, the weights of its summands and its inputs."""

    def __init__(self, branch, truncations):
        n = branch.coordinates
        self.n = n
        self.branch = branch
        self.coordinates = [Coordinate(tuple(ds[q] for _, ds in branch.summands), truncations[q]) for q in range(n)]
        self.weights = [w for w, _ in branch.summands]
        self.scaled_weights = [s_fraction(w) for w in self.weights]
        self.total_weight = sum(self.weights)
        # x[i] = sum of c (scale_q z_q + shift_q) + constant
        self.inputs = []
        for a in branch.inputs:
            constant = a.constant + sum(c * self.coordinates[q].shift for q, c in a.terms)
            self.inputs.append(([(q, c * self.coordinates[q].scale) for q, c in a.terms], constant))
        self.fixed_inputs = [([(q, fixed.enclose(c)) for q, c in terms], fixed.enclose(k)) for terms, k in self.inputs]
        self.root = tuple(c.root for c in self.coordinates)

    def mass(self, box):
        """Scaled enclosure of a box's mass."""
        total = None
        for j, w in enumerate(self.scaled_weights):
            m = w
            for q, side in enumerate(box):
                m = s_mul(m, self.coordinates[q].components[j].mass(side))
            total = m if total is None else s_add(total, m)
        return normal(total)

    def density_range(self, box):
        """(scaled s, scaled S or None): density times volume over the box."""
        low = high = ZERO
        for j, w in enumerate(self.scaled_weights):
            l, h = w, w
            for q, side in enumerate(box):
                a, b = self.coordinates[q].components[j].range(side)
                l = s_mul(l, a)
                h = None if h is None or b is None else s_mul(h, b)
            low = s_add(low, l)
            high = None if high is None or h is None else s_add(high, h)
        return low, high

    def touches_pole(self, box):
        return any(c.touches_pole(side) for q, side in enumerate(box) for c in set(self.coordinates[q].components))

    def enclose_inputs(self, point):
        """Enclosures of the inputs at a point (enclosures of z)."""
        los, his = [], []
        for terms, constant in self.fixed_inputs:
            lo, hi = constant
            for q, c in terms:
                a, b = fixed.mul(c, point[q])
                lo += a
                hi += b
            los.append(lo)
            his.append(hi)
        return los, his
