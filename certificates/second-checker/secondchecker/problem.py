"""A claim as rows, events and integrals; sums over leaves; bounds of the quantities.

FORMAT.md section 3 ("Free numbers") and section 4 ("Forms of a claim as rows", "A ReLU or Clip at
the very end", "A cdf of several forms", "Tails", "Totals", "Quantities").
"""
from fractions import Fraction
from itertools import product as cartesian

from . import Invalid, fixed, functions
from .events import LeafEvents, Literal, both, compile_event, literals, negate, simplify
from .fixed import ONE, P
from .onnx import is_double
from .statement import Absolute, Measure, Number, Operation

SUM_SCALE = 4096 + P             # sums are integers at the scale 2^-SUM_SCALE


def to_sum(x, e, upward):
    """x 2^(e - P) as an integer at the scale of sums, rounded down or up."""
    s = SUM_SCALE - P + e
    return x << s if s >= 0 else -((-x) >> -s) if upward else x >> -s


def sum_fraction(x):
    return Fraction(x, 1 << SUM_SCALE)


class Rows:
    """The rows of a claim: affine forms of numbers of the graph."""

    def __init__(self, graph, rounding=False):
        self.graph = graph
        self.rounding = rounding           # level F
        self.rows = []
        self.forms = []                    # what each row deviates by (level F): see rounding.py
        self.index = {}
        self.compared = {}
        self.clamped = {}                  # literals of an h -> what they stood for: (form, sign, t, strict)

    def plain(self, form):
        """The row of a form as it is."""
        key = form.terms
        if key not in self.index:
            self.index[key] = len(self.rows)
            self.rows.append(self.graph.form(form.terms))
            self.forms.append(('form', form.terms))
        return self.index[key]

    def literal(self, form, sign, t, strict):
        """sign * (g - t) < 0 or <= 0 as a literal of a row, or what it is always."""
        claimed, contrary = (form, sign, t, strict), (form, -sign, t, not strict)
        lead = form.terms[0][1]
        key = tuple((v, c / lead) for v, c in form.terms)
        if key not in self.compared:
            self.compared[key] = (lead, self._row(form))
        first, (row, clamp) = self.compared[key]
        f = lead / first
        t = t / f
        if f < 0:
            sign = -sign
        if clamp is None:
            return Literal(row, sign, t, strict)
        # g = min(max(h, L), U); as g < t or g <= t
        low, high = clamp
        less_strict = strict if sign > 0 else not strict
        answer = None
        if high is not None and (high < t or high == t and not less_strict):
            answer = True
        elif low is not None and (low > t or low == t and less_strict):
            answer = False
        if answer is not None and self.rounding:
            return Literal(('certain', row, answer == (sign > 0)), sign, t, strict)
        if answer is not None:
            return answer == (sign > 0)
        result = Literal(row, sign, t, strict)
        self.clamped.setdefault(result.key, set()).add(claimed)
        self.clamped.setdefault(result.negated().key, set()).add(contrary)
        return result

    def _row(self, form):
        """(row, None), or (row of h, (L, U)) for a ReLU or Clip at the very end."""
        graph = self.graph
        if self.rounding:
            weights, constant = {}, Fraction(0)
            for (letter, i), c in form.terms:
                n = i if letter == 'x' else graph.outputs[i]
                weights[n] = weights.get(n, 0) + c
            weights = {k: w for k, w in weights.items() if w}
            if any(letter == 'x' for (letter, _), _ in form.terms):
                return self.plain(form), None
        else:
            row = graph.form(form.terms)
            weights, constant = row.weights, row.constant
        if len(weights) == 1:
            (n, c), = weights.items()
            gate = graph.gate_of[n]
            if gate is not None and gate.kind == 'activation':
                f = gate.functions[n - gate.first]
                ends = clamp_of(f)
                if ends is not None:
                    l, u = (None if x is None else c * x + constant for x in ends)
                    if c < 0:
                        l, u = u, l
                    argument = gate.arguments[n - gate.first]
                    key = ('clamp', argument, c, constant)
                    if key not in self.index:
                        self.index[key] = len(self.rows)
                        self.rows.append(graph.multiply_in({argument: c}, constant))
                        self.forms.append(('clamp', argument, abs(c)))
                    return self.index[key], (l, u)
        return self.plain(form), None


def clamp_of(f):
    """(l, u) where f = min(max(x, l), u), None for a missing end; None if f is no such function."""
    if not isinstance(f, functions.Piecewise):
        return None
    slopes = [a for a, _ in f.pieces]
    constants = [b for _, b in f.pieces]
    if slopes == [0, 1] and constants[1] == 0:
        return constants[0], None
    if slopes == [1, 0] and constants[0] == 0:
        return None, constants[1]
    if slopes == [0, 1, 0] and constants[1] == 0:
        return constants[0], constants[2]
    return None


class Integral:
    """kind 'mean' (row, m, condition), 'product' (row, m, other, k) or 'excess' (row, t)."""

    def __init__(self, kind, row, m, other=None, k=None, condition=None):
        self.kind, self.row, self.m, self.other, self.k, self.condition = kind, row, m, other, k, condition
        self.key = (kind, row, m, other, k, condition)


class Problem:
    """What a replay adds up: events and integrals, and points of a cdf."""

    def __init__(self, statement, graph, certificate, rounding=False):
        self.statement, self.claim = statement, statement.claim
        self.rows = Rows(graph, rounding)
        self.events, self.integrals = [], []
        self._events, self._integrals = {}, {}
        self.grid = None
        self.numbers = list(certificate.numbers)
        self.taken = 0
        if self.claim.kind == 'cdf':
            self._cdf()
        elif self.claim.kind == 'moments':
            self.plans = self._moments()
        else:
            self.plans = [self._plan(self.claim.quantity)]
        if self.taken != len(self.numbers):
            raise Invalid('%d free numbers instead of %d' % (len(self.numbers), self.taken))
        count = len(self.grid) if self.grid else len(self.plans)
        if len(certificate.bounds) != count:
            raise Invalid('%d bounds instead of %d' % (len(certificate.bounds), count))

    def _take(self):
        if self.taken >= len(self.numbers):
            raise Invalid('too few free numbers')
        self.taken += 1
        return self.numbers[self.taken - 1]

    def _double(self):
        x = self._take()
        if not is_double(x):
            raise Invalid('a free number that is no double')
        return x

    def event(self, e):
        if e not in self._events:
            self._events[e] = len(self.events)
            self.events.append(e)
        return self._events[e]

    def integral(self, *args, **kw):
        i = Integral(*args, **kw)
        if i.key not in self._integrals:
            self._integrals[i.key] = len(self.integrals)
            self.integrals.append(i)
        return self._integrals[i.key]

    def _cdf(self):
        c = self.claim
        self.axes = []
        for form, axis in zip(c.forms, c.axes):
            # the certificate repeats thresholds that the statement gives
            values = [self._take() for _ in range(axis if isinstance(axis, int) else len(axis))]
            if any(a >= b for a, b in zip(values, values[1:])):
                raise Invalid('thresholds that do not ascend')
            if not isinstance(axis, int) and values != list(axis):
                raise Invalid('thresholds other than those of the statement')
            self.axes.append([self.rows.literal(form, 1, t, False) for t in values])
            self.thresholds = getattr(self, 'thresholds', []) + [values]
        condition = True if c.condition is None else compile_event(c.condition, self.rows)
        self.condition = condition
        self.grid = Grid(self.axes, condition, c.condition is not None)
        self.condition_event = self.event(condition) if c.condition is not None else None

    def _moments(self):
        """All means, then each form's variance and its covariances with the forms after it."""
        forms = [(self.rows.plain(form), self._double()) for form in self.claim.forms]
        means = [self.integral('mean', row, m) for row, m in forms]
        plans = [('E', m, row, mean) for (row, m), mean in zip(forms, means)]
        for i, (row, m) in enumerate(forms):
            plans.append(('Var', self.integral('product', row, m, row, m), means[i], means[i]))
            for j in range(i + 1, len(forms)):
                other, k = forms[j]
                plans.append(('Cov', self.integral('product', row, m, other, k), means[i], means[j]))
        return plans

    def _plan(self, q):
        if isinstance(q, Number):
            return ('number', q.value)
        if isinstance(q, Absolute):
            return ('abs', self._plan(q.inner))
        if isinstance(q, Operation):
            return (q.sign, self._plan(q.left), self._plan(q.right))
        assert isinstance(q, Measure)
        rows = self.rows
        if q.name == 'P':
            a = compile_event(q.event, rows)
            if q.condition is None:
                return ('P', self.event(a))
            b = compile_event(q.condition, rows)
            return ('P|', self.event(both(a, b)), self.event(both(negate(a), b)))
        if q.name == 'E':
            m = self._double()
            row = rows.plain(q.forms[0])
            if q.condition is None:
                return ('E', m, row, self.integral('mean', row, m))
            b = compile_event(q.condition, rows)
            return ('E|', m, row, self.integral('mean', row, m, condition=b), self.event(b))
        if q.name in ('Var', 'Std'):
            m = self._double()
            row = rows.plain(q.forms[0])
            return (q.name, self.integral('product', row, m, row, m), self.integral('mean', row, m), self.integral('mean', row, m))
        if q.name in ('Cov', 'Corr'):
            m, k = self._double(), self._double()
            r, s = rows.plain(q.forms[0]), rows.plain(q.forms[1])
            cov = (self.integral('product', r, m, s, k), self.integral('mean', r, m), self.integral('mean', s, k))
            if q.name == 'Cov':
                return ('Cov',) + cov
            return ('Corr', cov, (self.integral('product', r, m, r, m), cov[1], cov[1]),
                    (self.integral('product', s, k, s, k), cov[2], cov[2]))
        s, t = self._double(), self._double()
        if s > t:
            raise Invalid('two thresholds in the wrong order')
        form = q.forms[0]
        row = rows.plain(form)
        below = [self.event(rows.literal(form, 1, x, False)) for x in (s, t)]
        if q.name == 'quantile':
            return ('quantile', q.level, s, t, row, below[0], below[1])
        return ('cvar', q.level, s, t, row, below[0], below[1],
                self.integral('excess', row, s), self.integral('excess', row, t))


class Grid:
    """The points of a cdf. Masses inside are noted with differences along each axis; masses outside
    as what they are less than the leaf's."""

    def __init__(self, axes, condition, conditional):
        self.axes, self.condition, self.conditional = axes, condition, conditional
        self.shape = [len(a) for a in axes]
        self.kinds = 2 if conditional else 1

    def __len__(self):
        n = 1
        for s in self.shape:
            n *= s
        return n

    def new(self):
        """Sums (inside lower, upper, outside lower, upper less the mass) for 'point and condition'
        and for 'not point and condition'; keys are indices, missing ones are 0."""
        return [[{} for _ in range(4)] for _ in range(self.kinds)]

    def add(self, sums, leaf_events, exponent):
        decide = leaf_events.decide
        condition = simplify(self.condition, decide)
        if condition is False:
            return
        places = []
        for axis in self.axes:
            open_, first_true = [], len(axis)
            # false, then open, then true: bisection for both ends
            lo, hi = 0, len(axis)
            while lo < hi:
                m = (lo + hi) // 2
                d = axis[m] if isinstance(axis[m], bool) else decide(axis[m])
                if d is False:
                    lo = m + 1
                else:
                    hi = m
            start = lo
            hi = len(axis)
            while lo < hi:
                m = (lo + hi) // 2
                d = axis[m] if isinstance(axis[m], bool) else decide(axis[m])
                if d is True:
                    hi = m
                else:
                    lo = m + 1
            entries = [(i, False) for i in range(start, lo)]
            if lo < len(axis):
                entries.append((lo, True))
            places.append(entries)
        mass = leaf_events.mass
        # where a coordinate is false, the point's event is impossible: inside of its complement is
        # the condition's mass. That is the base; the other points are noted as differences from it.
        base = leaf_events.enclosures(condition) if self.conditional else None
        if self.conditional:
            self._note(sums[1], tuple(0 for _ in self.axes), base, exponent, (), mass)
        for combination in cartesian(*places):
            index = tuple(i for i, _ in combination)
            spans = tuple(True if whole else False for _, whole in combination)
            point = True
            for (i, whole), axis in zip(combination, self.axes):
                if not whole:
                    point = both(point, axis[i])
            pair = leaf_events.enclosures(both(point, condition))
            self._note(sums[0], index, pair, exponent, spans, mass)
            if self.conditional:
                other = leaf_events.enclosures(both(negate(point), condition))
                change = tuple((x[0] - y[0], x[1] - y[1]) for x, y in zip(other, base))
                self._note(sums[1], index, change, exponent, spans, (0, 0))

    def _note(self, arrays, index, pair, exponent, spans, mass):
        (a, b), (c, d) = pair
        values = (to_sum(a, exponent, False), to_sum(b, exponent, True),
                  to_sum(c, exponent, False) - to_sum(mass[0], exponent, False),
                  to_sum(d, exponent, True) - to_sum(mass[1], exponent, True))
        if not spans:
            spans = tuple(True for _ in index)
        for corner in cartesian(*((0,) if whole else (0, 1) for whole in spans)):
            key = tuple(i + k for i, k in zip(index, corner))
            if any(i >= s for i, s in zip(key, self.shape)):
                continue
            sign = -1 if sum(corner) % 2 else 1
            for array, v in zip(arrays, values):
                if v:
                    array[key] = array.get(key, 0) + sign * v

    def finish(self, arrays):
        """The values at all points, in the order in which the last axis changes first."""
        result = []
        for array in arrays:
            values = dict(array)
            for axis in range(len(self.shape)):
                for index in cartesian(*map(range, self.shape)):
                    if index[axis]:
                        before = index[:axis] + (index[axis] - 1,) + index[axis + 1:]
                        x = values.get(before, 0)
                        if x:
                            values[index] = values.get(index, 0) + x
            result.append([values.get(i, 0) for i in cartesian(*map(range, self.shape))])
        return result


class Totals:
    """Sums over leaves, as integers at the scale of sums; `unknown` integrals are noted."""

    def __init__(self, problem):
        self.problem = problem
        self.mass = [0, 0]
        self.events = [[0, 0, 0, 0] for _ in problem.events]
        self.integrals = [[0, 0] for _ in problem.integrals]
        self.unknown = [False] * len(problem.integrals)
        self.grid = problem.grid.new() if problem.grid else None
        self.leaves = 0

    def merge(self, other):
        self.leaves += other.leaves
        self.mass = [a + b for a, b in zip(self.mass, other.mass)]
        for mine, theirs in zip(self.events, other.events):
            for k in range(4):
                mine[k] += theirs[k]
        for mine, theirs in zip(self.integrals, other.integrals):
            mine[0] += theirs[0]
            mine[1] += theirs[1]
        self.unknown = [a or b for a, b in zip(self.unknown, other.unknown)]
        if self.grid:
            for a, b in zip(self.grid, other.grid):
                for x, y in zip(a, b):
                    for k, v in y.items():
                        x[k] = x.get(k, 0) + v

    def add(self, leaf):
        """Adds a leaf's contributions."""
        e = leaf.exponent
        self.leaves += 1
        le = LeafEvents(leaf)
        lo, hi = le.mass
        self.mass[0] += to_sum(lo, e, False)
        self.mass[1] += to_sum(hi, e, True)
        for sums, event in zip(self.events, self.problem.events):
            (a, b), (c, d) = le.enclosures(event)
            sums[0] += to_sum(a, e, False)
            sums[1] += to_sum(b, e, True)
            sums[2] += to_sum(c, e, False)
            sums[3] += to_sum(d, e, True)
        for k, i in enumerate(self.problem.integrals):
            r = self._integral(leaf, le, i)
            if r is None:
                self.unknown[k] = True
            else:
                self.integrals[k][0] += to_sum(r[0], e, False)
                self.integrals[k][1] += to_sum(r[1], e, True)
        if self.grid:
            self.problem.grid.add(self.grid, le, e)

    @staticmethod
    def _integral(leaf, le, i):
        if i.kind == 'product':
            return leaf.product(i.row, i.m, i.other, i.k) or leaf_range_product(leaf, i)
        if i.kind == 'excess':
            return leaf.excess(i.row, i.m) or leaf_range_excess(leaf, i)
        whole = leaf.integral(i.row, i.m) or leaf_range_mean(leaf, i.row, i.m, leaf.mass())
        if i.condition is None:
            return whole
        event = simplify(i.condition, le.decide)
        if event is True:
            return whole
        if event is False:
            return 0, 0
        (a, b), (c, d) = le.enclosures(event)
        inside = leaf_range_mean(leaf, i.row, i.m, (a, b))
        outside = leaf_range_mean(leaf, i.row, i.m, (c, d))
        if inside is None:
            return None
        if whole is None or outside is None:
            return inside
        return max(inside[0], whole[0] - outside[1]), min(inside[1], whole[1] - outside[0])


def leaf_range_mean(leaf, row, m, mass):
    """Mass times the range of g - m."""
    lo, hi = leaf.range(row)
    if lo is None:
        return None
    lo, hi = lo - fixed.up(m), hi - fixed.down(m)
    a, b = mass
    return (min(lo * a, lo * b) >> P), fixed.ceil_shift(max(hi * a, hi * b), P)


def leaf_range_product(leaf, i):
    x, y = leaf.range(i.row), leaf.range(i.other)
    if x[0] is None or y[0] is None:
        return None
    p = fixed.mul((x[0] - fixed.up(i.m), x[1] - fixed.down(i.m)), (y[0] - fixed.up(i.k), y[1] - fixed.down(i.k)))
    if i.row == i.other and i.m == i.k:
        p = max(p[0], 0), p[1]
    a, b = leaf.mass()
    return (min(p[0] * a, p[0] * b) >> P), fixed.ceil_shift(max(p[1] * a, p[1] * b), P)


def leaf_range_excess(leaf, i):
    x = leaf.range(i.row)
    if x[0] is None:
        return None
    a, b = leaf.mass()
    return max(x[0] - fixed.up(i.m), 0) * a >> P, fixed.ceil_shift(max(x[1] - fixed.down(i.m), 0) * b, P)
