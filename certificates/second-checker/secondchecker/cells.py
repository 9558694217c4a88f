"""Leaves: masses, bounds of rows, masses below thresholds and integrals on one cell.

FORMAT.md section 4, "Mass below a threshold", "Integrals on a leaf". All masses and integrals of a
leaf are integers at the scale 2^(exponent - P).
"""
from math import factorial

from . import Invalid, bounds, fixed
from .densities import at_scale
from .events import LeafEvents
from .fixed import ONE, P
from .simplices import BoxPolynomial, Form, permutations, volume_of_kuhn


_NEARLY = 1 << max(P - 90, 20)


class Vertex:
    __slots__ = ('point', 'space', 'network', '_numbers')

    def __init__(self, point, space, network):
        self.point, self.space, self.network = point, space, network
        self._numbers = None

    def numbers(self):
        if self._numbers is None:
            lo, hi = self.space.enclose_inputs(self.point)
            try:
                self._numbers = self.network.evaluate(lo, hi)
            except (bounds.Undefined, OverflowError, ZeroDivisionError):
                self._numbers = False
        return self._numbers


class Triangulation:
    """A triangulated box: its vertices and forms, made when they are asked for."""

    def __init__(self, space, network, box, degrees):
        self.space, self.network, self.box, self.degrees = space, network, box, degrees
        self.pole = space.touches_pole(box)
        self._polynomial = None
        self.corners = {}

    def polynomial(self):
        if self._polynomial is None:
            self._polynomial = BoxPolynomial(self.space, self.box, self.degrees)
        return self._polynomial

    def corner(self, mask):
        v = self.corners.get(mask)
        if v is None:
            point = tuple(side[mask >> q & 1] for q, side in enumerate(self.box))
            v = self.corners[mask] = Vertex(point, self.space, self.network)
        return v

    def simplices(self):
        n = self.space.n
        for p in permutations(n):
            masks = [0]
            for q in p:
                masks.append(masks[-1] | 1 << q)
            yield Simplex(self, [self.corner(m) for m in masks], None, None, p)


class Simplex:
    __slots__ = ('source', 'vertices', 'parent', 'cut', 'permutation', '_form', '_parts')

    def __init__(self, source, vertices, parent, cut, permutation=None):
        self.source, self.vertices, self.parent, self.cut = source, vertices, parent, cut
        self.permutation = permutation
        self._form = self._parts = None

    def split(self, i, j, ratio):
        a, b = self.vertices[i], self.vertices[j]
        lo, hi = fixed.enclose(ratio)
        rest = (ONE - hi, ONE - lo)
        point = tuple(fixed.add(fixed.mul(rest, x), fixed.mul((lo, hi), y)) for x, y in zip(a.point, b.point))
        w = Vertex(point, a.space, a.network)
        first, second = list(self.vertices), list(self.vertices)
        first[j] = w
        second[i] = w
        return (Simplex(self.source, first, self, (i, j, (lo, hi), 0)),
                Simplex(self.source, second, self, (i, j, (lo, hi), 1)))

    def hull(self):
        """Enclosures of the coordinates over the simplex."""
        return [(min(v.point[q][0] for v in self.vertices), max(v.point[q][1] for v in self.vertices))
                for q in range(len(self.vertices) - 1)]

    def form(self):
        chain, s = [], self
        while s._form is None and s.parent is not None:
            chain.append(s)
            s = s.parent
        if s._form is None:
            poly = s.source.polynomial()
            c, rest = poly.kuhn(s.permutation)
            s._form = Form(poly.n, poly.degree, c, rest, poly.e, volume_of_kuhn(poly.n))
        for t in reversed(chain):
            i, j, ratio, which = t.cut
            parent = t.parent
            if parent._parts is None:
                parent._parts = parent._form.split(i, j, ratio)
            t._form = parent._parts[which]
        return self._form


class Leaf:
    """What simplices and boxes have in common. `deviation` (level F) widens rows."""
    is_box = False

    def constant(self, row):
        """The exact value of a row that is constant here, or None. Asked for where bounds leave a
        comparison open, so only a row with bounds that nearly meet is looked at."""
        lo, hi = self.range(row)
        if lo is None or hi - lo > _NEARLY or self.deviations is not None and self.deviations[row]:
            return None
        if self.hull_ranges is None:
            self.hull_ranges = self.network.ranges(self.space, self.hull())
        return self.network.constants.of_row(row, self.hull_ranges)


class SimplexLeaf(Leaf):
    def __init__(self, simplex, level, deviations=None):
        self.pole = simplex.source.pole
        self.space, self.network, self.hull = simplex.source.space, simplex.source.network, simplex.hull
        self.deviations, self.hull_ranges = deviations, None
        if self.pole:
            # nothing is known but that the mass is at most the whole box's
            space, box = simplex.source.space, simplex.source.box
            top = space.mass(box)
            n = space.n
            self.form = Form(n, 0, [0], top[1], top[2], (ONE, ONE, 0))
        else:
            self.form = simplex.form()
        self.exponent = self.form.exponent
        numbers = [v.numbers() for v in simplex.vertices]
        self.rows = None
        if all(numbers):
            try:
                self.rows = simplex.vertices[0].network.simplex(numbers, level)
            except (bounds.Undefined, OverflowError, ZeroDivisionError):
                pass
        if deviations is not None and self.rows is not None:
            self.rows = [None if d is None else ([x - d for x in l], [x + d for x in u])
                         for (l, u), d in zip(self.rows, deviations)]
        self._mass = self.form.mass()
        self.cache = {}

    def row(self, i):
        return None if self.rows is None or isinstance(i, tuple) else self.rows[i]

    def mass(self):
        return self._mass

    def range(self, row):
        r = self.row(row)
        return (None, None) if r is None else (min(r[0]), max(r[1]))

    def below(self, row, t, strict):
        """Enclosure of the mass of {g < t} (strict) or {g <= t}."""
        key = (row, t, strict, 1)
        if key not in self.cache:
            r = self.row(row)
            self.cache[key] = (0, self._mass[1]) if r is None else self._below(r[0], r[1], t, strict)
        return self.cache[key]

    def above(self, row, t, strict):
        """Enclosure of the mass of {g > t} (strict) or {g >= t}."""
        key = (row, t, strict, -1)
        if key not in self.cache:
            r = self.row(row)
            self.cache[key] = (0, self._mass[1]) if r is None else self._below(
                [-x for x in r[1]], [-x for x in r[0]], -t, strict)
        return self.cache[key]

    def _below(self, lower, upper, t, strict):
        if self.pole:
            return 0, self._mass[1]
        down, up = fixed.enclose(t)
        if all(v >= up for v in upper) and (strict or any(v > up for v in upper)):
            lo = 0
        else:
            lo = self.form.below(upper, down)[0]
        return lo, self.form.below(lower, up)[1]

    # integrals

    def centred(self, row, m):
        """(c, w): vertex values with g - m = c + r, |r| <= w."""
        r = self.row(row)
        if r is None:
            return None
        k = (fixed.down(m) + fixed.up(m)) >> 1
        c = [((l + u) >> 1) - k for l, u in zip(*r)]
        w = [((u - l + 1) >> 1) + 2 for l, u in zip(*r)]
        return c, w

    def integral(self, row, m):
        x = self.centred(row, m)
        if x is None or self.pole:
            return None
        c, w = x
        a, b = self.form.integral(c)
        e = self.form.integral(w)[1]
        return a - e, b + e

    def product(self, row, m, other, k):
        x, y = self.centred(row, m), self.centred(other, k)
        if x is None or y is None or self.pole:
            return None
        (c, w), (d, v) = x, y
        f = self.form
        a, b = f.product(c, d)
        ac, ad = [abs(z) for z in c], [abs(z) for z in d]
        ww = f.product(w, v)[1]
        cross = f.product(ac, v)[1] + f.product(ad, w)[1]
        if row == other and m == k:
            return max(a - cross, 0), b + cross + ww
        return a - cross - ww, b + cross + ww

    def excess(self, row, t):
        r = self.row(row)
        if r is None or self.pole:
            return None
        down, up = fixed.enclose(t)
        return self.form.excess(r[0], up)[0], self.form.excess(r[1], down)[1]


class BoxLeaf(Leaf):
    is_box = True

    def __init__(self, space, network, box, condensed, deviations=None):
        self.space, self.network, self.box = space, network, box
        self.hull_ranges = None
        mass = space.mass(box)
        self.exponent = mass[2]
        self._mass = mass[0], mass[1]
        low, high = space.density_range(box)
        self.s = max(at_scale(low, self.exponent)[0], 0)
        self.S = None if high is None else at_scale(high, self.exponent)[1]
        self.condensed = condensed
        self.rows = None
        try:
            self.rows = condensed.bound(box) if condensed is not None else network.box(space, box)
        except (bounds.Undefined, OverflowError, ZeroDivisionError):
            pass
        self.deviations = deviations
        if deviations is not None and self.rows is not None:
            self.rows = [None if d is None else ([l[0] - d] + l[1:], [u[0] + d] + u[1:])
                         for (l, u), d in zip(self.rows, deviations)]
        self.cache = {}
        self._deviate = None

    def row(self, i):
        return None if self.rows is None or isinstance(i, tuple) else self.rows[i]

    def mass(self):
        return self._mass

    def range(self, row):
        r = self.row(row)
        if r is None:
            return None, None
        return r[0][0] - sum(map(abs, r[0][1:])), r[1][0] + sum(map(abs, r[1][1:]))

    def hull(self):
        return [(a[0], b[1]) for a, b in self.box]

    def combination(self, terms):
        """The greatest value of a sum of rows times fixed-point weights (1 or -1), or None."""
        if any(self.row(i) is None for i, _ in terms):
            return None
        extra = 0
        if self.deviations is not None:
            extra = sum(self.deviations[i] for i, _ in terms)
        n = self.space.n
        F = [0] * (n + 1)
        for i, w in terms:
            f = self.row(i)[1] if w > 0 else self.row(i)[0]
            for q in range(n + 1):
                F[q] += f[q] if w > 0 else -f[q]
        most = F[0] + sum(map(abs, F[1:]))
        if self.condensed is not None:
            most = min(most, self.condensed.combination(self.box, terms) + extra)
        return most

    def joint(self, a, b, s, most):
        """A lower bound of the mass where s G + (1 - s) H + most < 0."""
        n = self.space.n

        def upper(l):
            r = self.row(l.row)
            return r[1] if l.sign > 0 else [-x for x in r[0]]
        A, B = upper(a), upper(b)
        F = [(s * x + (ONE - s) * y >> P) for x, y in zip(A, B)]
        F[0] += n + 2 + most
        at, bt = fixed.up(-a.sign * a.t), fixed.up(-b.sign * b.t)
        F[0] += fixed.ceil_shift(s * at + (ONE - s) * bt, P)
        if F[0] + sum(map(abs, F[1:])) < 0:
            return self._mass[0]
        return self._share_below(F, 0, True)

    # masses

    def deviates(self):
        """For each coordinate (least, greatest) of x - (a + w F(x)) in local coordinates xi: how far
        xi lies from the uniform 2 u - 1, given all summands; None where nothing is known."""
        if self._deviate is None:
            result = []
            for q, side in enumerate(self.box):
                lo = hi = 0
                for c in set(self.space.coordinates[q].components):
                    d = side_deviation(c, side)
                    lo, hi = min(lo, d[0]), max(hi, d[1])
                result.append((lo, hi))
            self._deviate = result
        return self._deviate

    def below(self, row, t, strict):
        key = (row, t, strict, 1)
        if key not in self.cache:
            r = self.row(row)
            self.cache[key] = (0, self._mass[1]) if r is None else self._below(r[0], r[1], t, strict)
        return self.cache[key]

    def above(self, row, t, strict):
        key = (row, t, strict, -1)
        if key not in self.cache:
            r = self.row(row)
            self.cache[key] = (0, self._mass[1]) if r is None else self._below(
                [-x for x in r[1]], [-x for x in r[0]], -t, strict)
        return self.cache[key]

    def _below(self, lower, upper, t, strict):
        down, up = fixed.enclose(t)
        return self._share_below(upper, down, strict), self._share_upto(lower, up)

    def _share_below(self, F, t, strict):
        """A lower bound of the mass where F < t (strict) or F <= t."""
        size = sum(map(abs, F[1:]))
        if F[0] + size < t or F[0] + size == t and not (strict and size == 0):
            return self._mass[0]
        if F[0] - size >= t:
            return 0
        M = self._mass[0]
        # the deviation's worst end joins the constant
        worst = [x * (d[1] if x > 0 else d[0]) for x, d in zip(F[1:], self.deviates())]
        f = share(F[1:], t - F[0] - fixed.ceil_shift(sum(worst), P), False)
        best = M * f >> P
        g = share(F[1:], t - F[0], False)
        best = max(best, self.s * g >> P)
        if self.S is not None:
            best = max(best, M - fixed.ceil_shift(self.S * (ONE - g), P))
        return max(best, 0)

    def _share_upto(self, F, t):
        """An upper bound of the mass where F <= t."""
        size = sum(map(abs, F[1:]))
        if F[0] - size > t or F[0] - size == t and size:
            return 0
        if F[0] + size <= t:
            return self._mass[1]
        M = self._mass[1]
        worst = [x * (d[0] if x > 0 else d[1]) for x, d in zip(F[1:], self.deviates())]
        f = share(F[1:], t - F[0] - (sum(worst) >> P), True)
        best = min(fixed.ceil_shift(M * f, P), M)
        g = share(F[1:], t - F[0], True)
        best = min(best, M - (self.s * (ONE - g) >> P))
        if self.S is not None:
            best = min(best, fixed.ceil_shift(self.S * g, P))
        return max(best, 0)

    # integrals

    def _unit(self):
        """A bound of the integral of a local coordinate, or of a product of two different ones."""
        M, s, S = self._mass, self.s, self.S
        if S is None:
            return M[1]
        a, b = M[1] - s, S - M[0]
        best = min(a, b)
        if S > s and a > 0 and b > 0:
            # (M - s)(S - M) / (S - s) at both ends of M, or at the middle if that lies between
            top = max((m - s) * (S - m) for m in M)
            if M[0] <= (s + S) >> 1 <= M[1]:
                top = (S - s) * (S - s) // 4 + 1
            best = min(best, -(-top // (S - s)))
        return max(best, 0)

    def _square(self):
        M, s, S = self._mass, self.s, self.S
        lo, hi = s // 3, -(-s // 3) + M[1] - s + 1
        if S is not None:
            lo = max(lo, S // 3 - (S - M[0]))
            hi = min(hi, -(-S // 3))
        return max(lo, 0), min(hi, M[1])

    def _affine(self, F):
        """Enclosure of the integral of an affine function."""
        u = self._unit()
        a, b = sorted((F[0] * self._mass[0], F[0] * self._mass[1]))
        e = sum(map(abs, F[1:])) * u
        return (a - e) >> P, fixed.ceil_shift(b + e, P)

    def centred(self, row, m):
        r = self.row(row)
        if r is None:
            return None
        k = (fixed.down(m) + fixed.up(m)) >> 1
        c = [(l + u) >> 1 for l, u in zip(*r)]
        w = [((u - l + 1) >> 1) for l, u in zip(*r)]
        c[0] -= k
        w[0] += 2 + len(c)
        return c, w

    def integral(self, row, m):
        x = self.centred(row, m)
        if x is None:
            return None
        c, w = x
        a, b = self._affine(c)
        e = self._affine(w)[1]
        return a - e, b + e

    def _product(self, c, d):
        """Enclosure of the integral of the product of two affine functions."""
        u = self._unit()
        q = self._square()
        lo, hi = sorted((c[0] * d[0] * self._mass[0], c[0] * d[0] * self._mass[1]))
        n = self.space.n
        e = 0
        for i in range(1, n + 1):
            e += abs(c[0] * d[i] + d[0] * c[i]) * u
            x = c[i] * d[i]
            lo += x * (q[0] if x >= 0 else q[1])
            hi += x * (q[1] if x >= 0 else q[0])
            for j in range(i + 1, n + 1):
                e += abs(c[i] * d[j] + c[j] * d[i]) * u
        return (lo - e) >> 2 * P, fixed.ceil_shift(hi + e, 2 * P)

    def product(self, row, m, other, k):
        x, y = self.centred(row, m), self.centred(other, k)
        if x is None or y is None:
            return None
        (c, w), (d, v) = x, y
        a, b = self._product(c, d)
        top = lambda F: abs(F[0]) + sum(map(abs, F[1:]))
        iw, iv = self._affine(w)[1], self._affine(v)[1]
        cross = fixed.ceil_shift(top(c) * iv + top(d) * iw, P)
        ww = min(max(self._product(w, v)[1], 0), fixed.ceil_shift(top(w) * iv, P))
        if row == other and m == k:
            return max(a - cross, 0), b + cross + ww
        return a - cross - ww, b + cross + ww

    def excess(self, row, t):
        r = self.row(row)
        if r is None:
            return None
        down, up = fixed.enclose(t)
        least, greatest = self.range(row)
        if greatest <= down:
            return 0, 0
        lower, upper = list(r[0]), list(r[1])
        lower[0] -= up
        upper[0] -= down
        lo = max(self._affine(lower)[0], 0)
        hi = self._affine(upper)[1]
        if least < down:
            # max(u - t, 0) <= u - t + the most that u is below t
            most = -(upper[0] - sum(map(abs, upper[1:])))
            if most > 0:
                hi += fixed.ceil_shift(most * self._mass[1], P)
            hi = min(hi, fixed.ceil_shift((greatest - down) * self._mass[1], P))
        return lo, max(hi, lo)


def side_deviation(component, side):
    """(least, greatest) of xi - (2 u - 1) over a side, u the share of its mass up to a point."""
    key = ('deviation', side)
    d = component.cache.get(key)
    if d is None:
        d = component.cache[key] = _side_deviation(component, side)
    return d


def _side_deviation(component, side):
    """With a line c0 + c1 xi that encloses the density times length up to R, and m the mass:
    (x - a) - w F(x) is between (w / m)(min(0, c1) .. - R ..), in local coordinates as below."""
    part = component.cut(side)
    if part is None:
        return 0, 0
    if part != side:
        return -2 * ONE, 2 * ONE
    m = component.mass(side)
    try:
        c, R, e, _ = component.polynomial(side, 1)
    except Invalid:           # no polynomial encloses the density, as at a pole
        return -2 * ONE, 2 * ONE
    if component.density.knots and _crosses(component, side):
        return -2 * ONE, 2 * ONE
    lo, hi = at_scale(m, e)
    if lo <= 0:
        return -2 * ONE, 2 * ONE
    c1 = c[1] if len(c) > 1 else 0
    # p(s) = c0 + c1 (2 s - 1), s of [0, 1]: s - F = c1 s (1 - s) / m + error, |error| <= R / (2 m)
    # where c0 = m up to R; xi - (2 u - 1) = 2 (s - F)
    low = 2 * (min(0, c1) // 4 - (R + 1) // 2 - 1)
    high = 2 * (-(-max(0, c1) // 4) + (R + 1) // 2 + 1)
    low, high = (low << P) // lo, -((-high << P) // lo)
    return max(low, -2 * ONE), min(high, 2 * ONE)


def _crosses(component, side):
    return any(k[0] > side[0][1] and k[1] < side[1][0] for k in component.knots)


def share(coefficients, level, upward):
    """The share of [-1, 1]^n on which sum of c_q xi_q <= level, rounded down or up.

    Exactly: sum over subsets S of (-1)^|S| max(L - sum of w over S, 0)^n / (n! prod w), with w twice
    the magnitudes and L = level + sum of magnitudes. Of more than 12 coefficients the smallest ones
    are replaced by their worst ends.
    """
    ws = sorted((2 * abs(c) for c in coefficients if c), reverse=True)
    total = sum(ws)
    L = level + total // 2
    # sum of ws is even, so this is exact
    if len(ws) > 12:
        rest = sum(ws[12:])
        ws = ws[:12]
        total -= rest
        if not upward:
            L -= rest
    if ws and ws[0] > 0:
        # coefficients that are negligible
        tiny = [w for w in ws if w << 100 < ws[0]]
        if tiny:
            rest = sum(tiny)
            ws = ws[:len(ws) - len(tiny)]
            total -= rest
            if not upward:
                L -= rest
    n = len(ws)
    if L <= 0:
        return ONE if n == 0 and L == 0 else 0
    if L >= total:
        return ONE
    flip = 2 * L > total
    if flip:
        L = total - L
    # the share of the corner below L (by symmetry the lesser side)
    terms = 0
    stack = [(0, L, 1)]
    while stack:
        i, left, sign = stack.pop()
        if i == n:
            terms += sign * left ** n
            continue
        stack.append((i + 1, left, sign))
        if left > ws[i]:
            stack.append((i + 1, left - ws[i], -sign))
    d = factorial(n)
    for w in ws:
        d *= w
    num = (terms << P)
    if flip:
        num = (d << P) - num
    q = num // d
    if upward and q * d != num:
        q += 1
    return min(max(q, 0), ONE)
