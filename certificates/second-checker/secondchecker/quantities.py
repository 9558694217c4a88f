"""From sums to bounds of the claimed quantity. FORMAT.md section 4, "Quantities", "Totals" and
"Tails". Bounds are pairs of fractions, None for an infinite end; both None is wholly unknown."""
from fractions import Fraction
import math

from . import fixed
from .densities import ZERO, s_add, s_div, s_mul
from .events import decide_with, simplify
from .fixed import ONE, P
from .problem import sum_fraction

UNKNOWN = (None, None)

def root_down(x):
    """A fraction at most the root of a fraction, relatively close."""
    if x <= 0:
        return Fraction(0)
    s = max(0, x.denominator.bit_length() - x.numerator.bit_length()) // 2 + 200
    return Fraction(math.isqrt((x.numerator << 2 * s) // x.denominator), 1 << s)


def root_up(x):
    if x <= 0:
        return Fraction(0)
    s = max(0, x.denominator.bit_length() - x.numerator.bit_length()) // 2 + 200
    return Fraction(math.isqrt((x.numerator << 2 * s) // x.denominator) + 1, 1 << s)


def scaled_fraction(t):
    """Upper end of a scaled bound as a fraction, or None; what is below 2^-20000 is rounded up."""
    if t is None:
        return None
    if t[1] == 0:
        return Fraction(0)
    if t[2] + t[1].bit_length() - P < -20000:
        return Fraction(1, 1 << 20000)
    return Fraction(t[1]) * Fraction(2) ** (t[2] - P)


class Tail:
    """All points of a branch beyond one truncated end: its mass (a fraction, an upper bound), the
    ranges of all rows there, and the moments of its coordinate."""

    def __init__(self, mass, ranges, moments):
        self.mass, self.ranges, self.moments = mass, ranges, moments


def make_tails(space, wide, growth, deviate=None):
    """The tails of a branch. `deviate` (level F) widens ranges by deviations."""
    n = space.n
    whole = [(None if c.open_lower else c.root[0][0], None if c.open_upper else c.root[1][1])
                           for c in space.coordinates]
    from . import wide as w
    middles = [(c.root[0][0] + c.root[1][1]) >> 1 for c in space.coordinates]
    halves = [((c.root[1][1] - c.root[0][0]) >> 1) + 1 for c in space.coordinates]
    # E |z_q - middle|^j over everything, j = 1, 2, as fractions or None, for each summand
    everything = []
    for q, c in enumerate(space.coordinates):
        everything.append([_whole_moments(c, component, middles[q], halves[q]) for component in c.components])
    tails = []
    for q, c in enumerate(space.coordinates):
        for upper in (False, True):
            if not (c.open_upper if upper else c.open_lower):
                continue
            end = c.root[1] if upper else c.root[0]
            mass = ZERO
            moments = []             # for each summand: (weight times mass of the others, tail moments)
            for j, weight in enumerate(space.scaled_weights):
                t = component_tail(c.components[j], end, upper, 0)
                others = weight
                for p, d in enumerate(space.coordinates):
                    if p != q:
                        others = s_mul(others, d.components[j].total)
                mass = s_add(mass, s_mul((0, others[1], others[2]), t))
                moments.append((others, [component_tail(c.components[j], end, upper, k) for k in (0, 1, 2)]))
            sides = list(whole)
            sides[q] = (end[0], None) if upper else (None, end[1])
            inputs = w.inputs_over(space, sides)
            ranges = wide.ranges(inputs)
            if deviate is not None:
                ranges = deviate(inputs, ranges)
            tails.append((Tail(scaled_fraction(mass), ranges, None), q, moments))
    result = []
    for tail, q, moments in tails:
        tail.moments = TailMoments(space, q, moments, everything, halves)
        result.append(tail)
    return result, middles


def component_tail(component, end, upper, j):
    """A scaled upper bound of the integral of |z - end|^j over what lies beyond the end, or None."""
    lo, hi = component.ends
    f = component.density
    limit = hi if upper else lo
    if limit is not None:
        if (limit[1] <= end[0]) if upper else (limit[0] >= end[1]):
            return ZERO
        # a domain that ends beyond the cut: its mass beyond, times the greatest distance
        side = (end, limit) if upper else (limit, end)
        m = component.mass(side)
        width = max(side[1][1] - side[0][0], 0)
        for _ in range(j):
            m = s_mul(m, (width, width, 0))
        return 0, m[1], m[2]
    w = component.w(end)
    k = w[0] if upper else w[1]
    t = f.tail_moment(k, upper, j)
    if t is None:
        return None if j else (0, component.total[1], component.total[2])
    if component.factor[0]:
        t = s_mul(t, (0, component.factor[1], component.factor[2]))
    for _ in range(j):
        t = s_mul(t, s_div((ONE, ONE, 0), component.A + (0,)))
    return t


def _whole_moments(c, component, middle, half):
    """[E |z - middle|, E |z - middle|^2] of one summand's coordinate (fractions or None)."""
    total = scaled_fraction(component.total)
    result = []
    h = Fraction(half, ONE)
    for j in (1, 2):
        value = h ** j * total
        for upper in (False, True):
            if c.open_upper if upper else c.open_lower:
                end = c.root[1] if upper else c.root[0]
                parts = [scaled_fraction(component_tail(component, end, upper, k)) for k in range(j + 1)]
                if any(p is None for p in parts):
                    value = None
                    break
                # (half + y)^j beyond the end
                value += sum(math.comb(j, k) * h ** (j - k) * parts[k] for k in range(1, j + 1))
        result.append(value)
        if value is None:
            result += [None] * (2 - len(result))
            break
    return result


class TailMoments:
    """Integrals of |z_p - middle_p|^j over a tail."""

    def __init__(self, space, q, moments, everything, halves):
        self.space, self.q, self.moments, self.everything, self.halves = space, q, moments, everything, halves

    def integral(self, p, j):
        """The integral of |z_p - middle_p|^j over the tail (a fraction) or None."""
        total = Fraction(0)
        h = Fraction(self.halves[p], ONE)
        for s, (others, tails) in enumerate(self.moments):
            w = scaled_fraction(others)
            parts = [scaled_fraction(t) for t in tails]
            if p == self.q:
                if any(parts[k] is None for k in range(j + 1)):
                    return None
                total += w * sum(math.comb(j, k) * h ** (j - k) * parts[k] for k in range(j + 1))
            else:
                e = self.everything[p][s][j - 1]
                if e is None:
                    return None
                total += w * parts[0] * e
        return total


class Branch:
    """What tails and growth of a branch are known."""

    def __init__(self, space, tails, middles, growth, centre):
        self.space, self.tails, self.middles, self.growth, self.centre = space, tails, middles, growth, centre


def tail_integral(branch, tail, row, m, j):
    """An upper bound of the integral of |g - m|^j over a tail, or None."""
    best = None
    lo, hi = tail.ranges[row]
    if lo is not None and hi is not None:
        top = max(abs(Fraction(lo, ONE) - m), abs(Fraction(hi, ONE) - m))
        best = tail.mass * top ** j
    speeds = None if branch.growth is None else branch.growth.rows[row]
    c = None if branch.centre is None else branch.centre[row]
    if speeds is not None and c is not None:
        start = max(abs(Fraction(c[0], ONE) - m), abs(Fraction(c[1], ONE) - m))
        total, terms = start ** j * tail.mass, 1
        for p, s in enumerate(speeds):
            if s:
                i = tail.moments.integral(p, j)
                if i is None:
                    total = None
                    break
                total += Fraction(s, ONE) ** j * i
                terms += 1
        if total is not None:
            if j == 2:
                total *= terms
            best = total if best is None else min(best, total)
    return best


class Evaluation:
    """Bounds of all parts of a claim from the totals."""

    def __init__(self, problem, law, branches, totals, everywhere, rest_ranges, linearisations=()):
        """`totals` is None where there are no trees."""
        self.problem, self.law, self.branches, self.totals = problem, law, branches, totals
        self.everywhere = everywhere          # ranges of rows over the whole domain
        self.complete = law.complete()
        self.rest_ranges = rest_ranges
        self.rest = law.rest
        self.linearisations = linearisations
        lo, hi = (sum_fraction(x) for x in totals.mass) if totals else (0, 0)
        beyond = sum((t.mass for b in branches for t in b.tails), Fraction(0)) + self.rest
        self.whole = (Fraction(1), Fraction(1)) if self.complete else (lo, hi + beyond)

    # probabilities

    def _tails_of(self, event):
        """Mass of the tails in which the event, and in which its complement, is possible."""
        inside = outside = Fraction(0)
        for b in self.branches:
            for t in b.tails:
                e = simplify(event, decide_with(t.ranges))
                if e is not False:
                    inside += t.mass
                if e is not True:
                    outside += t.mass
        if self.rest:
            e = simplify(event, decide_with(self.rest_ranges))
            if e is not False:
                inside += self.rest
            if e is not True:
                outside += self.rest
        return inside, outside

    def decided(self, event):
        return simplify(event, decide_with(self.everywhere))

    def probability(self, event, sums, decided=None):
        """Bounds from sums (inside lower, upper, outside lower, upper)."""
        d = self.decided(event)
        if d is True:
            return Fraction(1), Fraction(1)
        if d is False:
            return Fraction(0), Fraction(0)
        result = Fraction(0), Fraction(1)
        if sums is not None:
            a, b, c, e = (sum_fraction(x) for x in sums)
            inside, outside = self._tails_of(event)
            b, e = b + inside, e + outside
            if not self.complete:
                return ratio(a, b, c, e)
            result = max(a, 1 - e, Fraction(0)), min(b, 1 - c, Fraction(1))
        for method in self.linearisations:
            result = intersect(result, method.event(d))
        return result

    def event(self, k):
        return self.probability(self.problem.events[k], self.totals.events[k] if self.totals else None)

    def conditional(self, x, y):
        """x / (x + y) from bounds of both."""
        if x[0] == 0 and y[0] == 0:
            return UNKNOWN
        lo = x[0] / (x[0] + y[1]) if x[0] + y[1] else Fraction(0)
        hi = x[1] / (x[1] + y[0]) if x[1] + y[0] else Fraction(1)
        return lo, hi

    # integrals

    def integral(self, k):
        """Bounds of an integral, over everything, divided by the mass of everything."""
        result = self._of_trees(k) if self.totals else UNKNOWN
        for method in self.linearisations:
            result = intersect(result, method.integral(self.problem.integrals[k]) or UNKNOWN)
        return result

    def _of_trees(self, k):
        spec = self.problem.integrals[k]
        if self.totals.unknown[k]:
            return UNKNOWN
        lo, hi = (sum_fraction(x) for x in self.totals.integrals[k])
        t = self._tail_of(spec)
        if t is None:
            lo = lo if spec.kind == 'excess' or self._square(spec) else None
            hi = None
        else:
            hi += t
            if spec.kind != 'excess' and not self._square(spec):
                lo -= t
        if spec.kind == 'excess' or self._square(spec):
            lo = max(lo, Fraction(0))
        if self.complete:
            return lo, hi
        return divide_interval((lo, hi), self.whole) if self.whole[0] > 0 else UNKNOWN

    @staticmethod
    def _square(spec):
        return spec.kind == 'product' and spec.row == spec.other and spec.m == spec.k

    def _tail_of(self, spec):
        total = Fraction(0)
        for b in self.branches:
            for t in b.tails:
                if t.mass == 0:
                    continue
                if spec.condition is not None and simplify(spec.condition, decide_with(t.ranges)) is False:
                    continue
                if spec.kind == 'excess':
                    r = t.ranges[spec.row]
                    if r[1] is not None and r[1] <= fixed.down(spec.m):
                        continue
                if spec.kind == 'product':
                    x = tail_integral(b, t, spec.row, spec.m, 2)
                    y = tail_integral(b, t, spec.other, spec.k, 2)
                    if x is None or y is None:
                        return None
                    total += x if spec.row == spec.other and spec.m == spec.k else root_up(x * y)
                else:
                    x = tail_integral(b, t, spec.row, spec.m, 1)
                    if x is None:
                        return None
                    total += x
        if self.rest:
            x = self._rest_of(spec)
            if x is None:
                return None
            total += x
        return total

    def _rest_of(self, spec):
        def most(row, m):
            lo, hi = self.rest_ranges[row]
            if lo is None or hi is None:
                return None
            return max(abs(Fraction(lo, ONE) - m), abs(Fraction(hi, ONE) - m))
        if spec.condition is not None and simplify(spec.condition, decide_with(self.rest_ranges)) is False:
            return Fraction(0)
        a = most(spec.row, spec.m)
        if spec.kind == 'product':
            b = most(spec.other, spec.k)
            return None if a is None or b is None else self.rest * a * b
        return None if a is None else self.rest * a

    def cut(self, bounds, row):
        """Cut to the range of a row over the whole domain."""
        lo, hi = self.everywhere[row]
        if lo is not None:
            lo = Fraction(lo, ONE)
            bounds = (lo if bounds[0] is None else max(bounds[0], lo), bounds[1])
        if hi is not None:
            hi = Fraction(hi, ONE)
            bounds = (bounds[0], hi if bounds[1] is None else min(bounds[1], hi))
        return bounds

    def variance(self, plan):
        """Bounds of E((g - m)(h - k)) - E(g - m) E(h - k)."""
        product, x, y = (self.integral(k) for k in plan)
        square = plan[1] == plan[2] and self._square(self.problem.integrals[plan[0]])
        p = square_interval(x) if square else multiply(x, y)
        return subtract(product, p)

    # the claim

    def value(self, plan):
        kind = plan[0]
        if kind == 'number':
            return plan[1], plan[1]
        if kind == 'abs':
            return absolute(self.value(plan[1]))
        if kind in '+-*/':
            x, y = self.value(plan[1]), self.value(plan[2])
            if x == UNKNOWN or y == UNKNOWN:
                return UNKNOWN
            return {'+': add, '-': subtract, '*': multiply, '/': divide}[kind](x, y)
        if kind == 'P':
            return self.event(plan[1])
        if kind == 'P|':
            return self.conditional(self.event(plan[1]), self.event(plan[2]))
        if kind == 'E':
            i = self.integral(plan[3])
            if i == UNKNOWN:
                return UNKNOWN
            return self.cut(add(i, (plan[1], plan[1])), plan[2])
        if kind == 'E|':
            p = self.event(plan[4])
            i = self.integral(plan[3])
            if p[0] <= 0 or i == UNKNOWN:
                return UNKNOWN
            return self.cut(add(divide_interval(i, p), (plan[1], plan[1])), plan[2])
        if kind in ('Var', 'Std'):
            v = self.variance(plan[1:])
            if v == UNKNOWN:
                return UNKNOWN
            v = (max(v[0] or Fraction(0), Fraction(0)), v[1])
            if kind == 'Var':
                return v
            return root_down(v[0]), None if v[1] is None else root_up(max(v[1], Fraction(0)))
        if kind == 'Cov':
            return self.variance(plan[1:])
        if kind == 'Corr':
            c, v, w = self.variance(plan[1]), self.variance(plan[2]), self.variance(plan[3])
            if any(x == UNKNOWN for x in (c, v, w)) or v[0] is None or w[0] is None or v[0] <= 0 or w[0] <= 0:
                return UNKNOWN
            d = (root_down(v[0]) * root_down(w[0]), None if v[1] is None or w[1] is None else root_up(v[1]) * root_up(w[1]))
            q = divide_interval(c, d)
            one = Fraction(1)
            return (-one if q[0] is None else max(q[0], -one)), (one if q[1] is None else min(q[1], one))
        if kind == 'quantile':
            _, p, s, t, row, below_s, below_t = plan
            lo = s if self.event(below_s)[1] < p else None
            hi = t if self.event(below_t)[0] >= p else None
            return self.cut((lo, hi), row)
        if kind == 'cvar':
            return self.cvar(plan)
        raise AssertionError(kind)

    def cvar(self, plan):
        _, p, s, t, row, below_s, below_t, excess_s, excess_t = plan

        def phi(u, k):
            i = self.integral(k)
            return (None, None) if i == UNKNOWN else (
                None if i[0] is None else u + i[0] / (1 - p), None if i[1] is None else u + i[1] / (1 - p))
        fs, ft = phi(s, excess_s), phi(t, excess_t)
        ps, pt = self.event(below_s), self.event(below_t)
        slope_s = tuple((x - p) / (1 - p) for x in ps)
        slope_t = tuple((x - p) / (1 - p) for x in pt)
        uppers = [x for x in (fs[1], ft[1]) if x is not None]
        hi = min(uppers) if uppers else None
        lo = None
        if slope_s[1] <= 0 and slope_t[0] >= 0 and fs[0] is not None and ft[0] is not None:
            d = t - s
            middle = max(fs[0] + slope_s[0] * d, ft[0] - slope_t[1] * d)
            lo = min(fs[0], ft[0], middle)
        return self.cut((lo, hi), row)

    def all(self):
        """Bounds of the quantity, of all moments, or of all points of a cdf, in their order."""
        problem = self.problem
        if problem.grid is None:
            return [self.value(plan) for plan in problem.plans]
        grid = problem.grid
        from itertools import product as cartesian
        kinds = range(grid.kinds)
        if self.totals:
            arrays = [grid.finish(a) for a in self.totals.grid]
            mass = self.totals.mass
        result = []
        condition = problem.condition
        from .events import both, join, negate
        for k, index in enumerate(cartesian(*map(range, grid.shape))):
            point = join('and', [axis[i] for axis, i in zip(grid.axes, index)])
            bounds = []
            for kind in kinds:
                event = both(point if kind == 0 else negate(point), condition)
                sums = None
                if self.totals:
                    a, b, c, d = (arrays[kind][m][k] for m in range(4))
                    sums = a, b, mass[0] + c, mass[1] + d
                bounds.append(self.probability(event, sums))
            result.append(self.conditional(*bounds) if grid.conditional else bounds[0])
        return result


def intersect(x, y):
    """What is in both of two enclosures."""
    lo = max((v for v in (x[0], y[0]) if v is not None), default=None)
    hi = min((v for v in (x[1], y[1]) if v is not None), default=None)
    return lo, hi


def ratio(a, b, c, d):
    """x / (x + y) for x in [a, b] and y in [c, d]."""
    lo = a / (a + d) if a + d > 0 else Fraction(0)
    hi = b / (b + c) if b + c > 0 else Fraction(1)
    return lo, hi


# --- intervals with infinite ends ---

def add(x, y):
    return (None if x[0] is None or y[0] is None else x[0] + y[0],
            None if x[1] is None or y[1] is None else x[1] + y[1])


def minus(x):
    return (None if x[1] is None else -x[1], None if x[0] is None else -x[0])


def subtract(x, y):
    return add(x, minus(y))


def multiply(x, y):
    infinite = None in x or None in y
    if infinite:
        if x == UNKNOWN or y == UNKNOWN:
            return UNKNOWN

        def has_zero(v):
            return (v[0] is None or v[0] <= 0) and (v[1] is None or v[1] >= 0)
        if has_zero(x) or has_zero(y):
            return UNKNOWN
        sx = 1 if x[0] is not None and x[0] > 0 else -1
        sy = 1 if y[0] is not None and y[0] > 0 else -1
        a = x if sx > 0 else minus(x)
        b = y if sy > 0 else minus(y)
        p = (a[0] * b[0], None if a[1] is None or b[1] is None else a[1] * b[1])
        return p if sx * sy > 0 else minus(p)
    p = [a * b for a in x for b in y]
    return min(p), max(p)


def square_interval(x):
    if x[0] is None or x[1] is None:
        return (Fraction(0), None) if x != UNKNOWN else UNKNOWN
    p = (x[0] * x[0], x[1] * x[1])
    return (Fraction(0) if x[0] <= 0 <= x[1] else min(p)), max(p)


def divide(x, y):
    if (y[0] is None or y[0] <= 0) and (y[1] is None or y[1] >= 0):
        return UNKNOWN
    if None in x and None in y:
        return UNKNOWN
    return divide_interval(x, y)


def divide_interval(x, y):
    """Quotient where y is positive or negative throughout."""
    if y[1] is not None and y[1] < 0:
        return divide_interval(minus(x), minus(y))
    lo = hi = None
    if x[0] is not None:
        d = y[0] if x[0] < 0 else y[1]
        lo = Fraction(0) if d is None else x[0] / d
    if x[1] is not None:
        d = y[0] if x[1] > 0 else y[1]
        hi = Fraction(0) if d is None else x[1] / d
    return lo, hi


def absolute(x):
    if x == UNKNOWN:
        return x
    if x[0] is not None and x[0] >= 0:
        return x
    if x[1] is not None and x[1] <= 0:
        return minus(x)
    hi = None if None in x else max(-x[0], x[1])
    return Fraction(0), hi
