"""Condensed networks. FORMAT.md section 4, "Condensed networks" and "Bounds of a condensed network
over a box inside of B".

Rows are kept in the local coordinates of B: n_j = sum_q a_q xi_q + c + sum_k w_k h_k + e, |e| at
most `error`. All numbers are fixed-point; each rounding joins the error.
"""
from . import bounds, fixed, functions, relax
from .fixed import ONE, P

_MOST_PRODUCTS = 20_000_000


class Expression:
    __slots__ = ('a', 'c', 'w', 'error')

    def __init__(self, a, c, w, error):
        self.a, self.c, self.w, self.error = a, c, w, error


class Neuron:
    __slots__ = ('f', 'row', 'range', 'size')

    def __init__(self, f, row, range_):
        self.f, self.row, self.range = f, row, range_
        r = f.range(*range_)
        self.size = (max(abs(r[0]), abs(r[1])) >> P) + 1       # of h = f(n), in whole numbers


class Condensed:
    """The neurons that are left, and the claim's rows."""

    def __init__(self, box, neurons, rows):
        self.box, self.neurons, self.rows = box, neurons, rows
        self.cache = {}
        self.cost = [sum(neurons[k].size for k in x.row.w) + len(x.row.a) + 2 for x in neurons]

    def local(self, box):
        """xi of B as functions of the local coordinates of a box inside: alpha + beta xi', with a
        bound of the error."""
        result = []
        for (a, b), (c, d) in zip(self.box, box):
            width = b[1] - a[0]
            alpha = ((c[0] + d[1] - a[0] - b[1]) << P) // width
            beta = ((d[1] - c[0]) << P) // width
            loose = 4 + (8 << P) // max(b[0] - a[1], 1)
            result.append((alpha, beta, loose))
        return result

    def moved(self, e, local):
        """An expression in the local coordinates of another box."""
        c, a, error = e.c, [], e.error + 2 + len(e.a)
        for x, (alpha, beta, loose) in zip(e.a, local):
            c += x * alpha >> P
            a.append(x * beta >> P)
            error += (abs(x) * loose * 2 >> P) + 1
        return Expression(a, c, e.w, error)

    def lines(self, box):
        """For each neuron its lines (s, c) above and below over a box, and its range."""
        key = tuple(box)
        hit = self.cache.get(key)
        if hit is not None:
            return hit
        local = self.local(box)
        moved, lines = [], []
        ranges = []
        for neuron in self.neurons:
            row = self.moved(neuron.row, local)
            moved.append(row)
            lo = -self._above(row, -1, moved, lines)[1]
            hi = self._above(row, 1, moved, lines)[1]
            lo, hi = max(lo, neuron.range[0]), min(hi, neuron.range[1])
            if lo > hi:
                lo = hi = (lo + hi) >> 1       # within roundings of a single number
                lo, hi = neuron.range
            ranges.append((lo, hi))
            lines.append(neuron_lines(neuron.f, lo, hi))
        result = moved, lines, ranges, local
        if len(self.cache) > 4:
            self.cache.clear()
        self.cache[key] = result
        return result

    def _above(self, row, sign, moved, lines):
        """(function, greatest value) of an affine function above sign * row over the box."""
        a = [sign * x for x in row.a]
        c = sign * row.c
        error = row.error
        w = {k: sign * x for k, x in row.w.items()}
        for k in range(len(lines) - 1, -1, -1):
            x = w.pop(k, 0)
            if not x:
                continue
            s, t = lines[k][0] if x > 0 else lines[k][1]
            c += fixed.ceil_shift(x * t, P)
            f = x * s >> P
            # the product was rounded: a unit of n_k
            r = self.neurons[k].range
            error += (max(abs(r[0]), abs(r[1])) >> P) + 1 + self.cost[k]
            if not f:
                continue
            m = moved[k]
            error += fixed.ceil_shift(abs(f) * m.error, P)
            c += f * m.c >> P
            for q, y in enumerate(m.a):
                a[q] += f * y >> P
            for i, y in m.w.items():
                w[i] = w.get(i, 0) + (f * y >> P)
        F = [c + error] + a
        return F, F[0] + sum(map(abs, a))

    def bound(self, box):
        """For each row (lower function, upper function) over a box inside of B."""
        moved, lines, _, local = self.lines(box)
        result = []
        for row in self.rows:
            r = self.moved(row, local)
            lower, _ = self._above(r, -1, moved, lines)
            upper, _ = self._above(r, 1, moved, lines)
            result.append(([-x for x in lower], upper))
        return result

    def combination(self, box, terms):
        """The greatest value of a sum of rows, bounded as one row; terms are (row, weight)."""
        moved, lines, _, local = self.lines(box)
        n = len(self.box)
        a, c, w, error = [0] * n, 0, {}, 0
        for i, x in terms:
            r = self.moved(self.rows[i], local)
            for q, y in enumerate(r.a):
                a[q] += x * y >> P
            c += x * r.c >> P
            for k, y in r.w.items():
                w[k] = w.get(k, 0) + (x * y >> P)
            error += fixed.ceil_shift(abs(x) * r.error, P) + sum(self.neurons[k].size for k in r.w) + n + 2
        return self._above(Expression(a, c, w, error), 1, moved, lines)[1]


def neuron_lines(f, lo, hi):
    """((s, c) above, (s, c) below) of f on [lo, hi]."""
    line = f.linear_on(lo, hi)
    if line is not None and line[0][0] == line[0][1]:
        return (line[0][0], line[1][1]), (line[0][0], line[1][0])
    if isinstance(f, functions.Piecewise) and f.relu:
        return relax.chord(f, 1, lo, hi), ((ONE, 0) if hi > -lo else (0, 0))
    mid = (lo + hi) >> 1
    above = relax.upper_line(f, 1, lo, hi, mid)
    s, c = relax.upper_line(f, -1, lo, hi, mid)
    return above, (-s, -c)


def from_graph(network, space, box):
    """The condensed network of a graph on a box, or None where the rule changes nothing."""
    ranges = {}
    try:
        network.forward(space, box, ranges)
    except (bounds.Undefined, OverflowError, ZeroDivisionError):
        return None
    n = space.n
    expressions = {}
    mids, halves = bounds.box_local(box)
    for i, (terms, constant) in enumerate(space.fixed_inputs):
        a, lo, hi, error = [0] * n, constant[0], constant[1], 0
        for q, c in terms:
            x, y = fixed.mul(c, mids[q])
            lo += x
            hi += y
            x, y = fixed.mul(c, halves[q])
            a[q] = x
            error += y - x
        expressions[i] = Expression(a, (lo + hi) >> 1, {}, error + ((hi - lo) >> 1) + 1)
    neurons = []
    for k, (lo, hi) in network.known.items():
        expressions[k] = Expression([0] * n, (lo + hi) >> 1, {}, ((hi - lo) >> 1) + 1)
    for g, entries in network.gates:
        if g.kind == 'affine':
            for k, row in entries:
                expressions[k] = _combine(row, expressions, n, neurons)
        else:
            for k, f, j in entries:
                expressions[k] = _activate(f, expressions[j], ranges[k], neurons, n)
    rows = [_combine(r, expressions, n, neurons) for r in network.rows]
    return _checked(box, neurons, rows)


def again(old, box):
    """The condensed network of a condensed one on a smaller box, or the old one."""
    moved, lines, ranges, local = old.lines(box)
    n = len(box)
    left = sum(1 for x, r in zip(old.neurons, ranges) if x.f.linear_on(*r) is None)
    if 8 * left >= 7 * len(old.neurons):
        return old
    neurons, expressions = [], {}
    for i, (x, row, r) in enumerate(zip(old.neurons, moved, ranges)):
        e = _substitute(row, expressions, neurons, n)
        expressions[i] = _activate(x.f, e, r, neurons, n)
    rows = [_substitute(old.moved(r, local), expressions, neurons, n) for r in old.rows]
    return _checked(box, neurons, rows) or old


def _checked(box, neurons, rows):
    products = sum(len(x.row.w) + len(x.row.a) for x in neurons)
    if products > _MOST_PRODUCTS:
        return None
    return Condensed(box, neurons, rows)


def _activate(f, e, r, neurons, n):
    line = f.linear_on(*r)
    if line is None:
        neurons.append(Neuron(f, e, r))
        return Expression([0] * n, 0, {len(neurons) - 1: ONE}, 0)
    (al, au), (bl, bu) = line
    if al == au == ONE and bl == bu == 0:
        return e
    if al == au == 0:
        return Expression([0] * n, bl, {}, bu - bl)
    a = [x * al >> P for x in e.a]
    w = {k: x * al >> P for k, x in e.w.items()}
    size = max(abs(r[0]), abs(r[1]))
    error = (fixed.ceil_shift(abs(al) * e.error, P) + bu - bl + n + 2 + sum(neurons[k].size for k in w)
             + fixed.ceil_shift((au - al) * size, P))
    return Expression(a, (e.c * al >> P) + bl, w, error)


def _combine(row, expressions, n, neurons):
    a, w, error = [0] * n, {}, 0
    c = row.constant_lo
    for j, x in row.terms:
        e = expressions[j]
        c += x * e.c
        error += abs(x) * e.error
        for q, y in enumerate(e.a):
            if y:
                a[q] += x * y
        for k, y in e.w.items():
            w[k] = w.get(k, 0) + x * y
    loose = 0
    for j in row.inexact:
        e = expressions[j]
        loose += ((abs(e.c) + sum(map(abs, e.a)) + e.error) >> P) + 1
        loose += sum((abs(y) * neurons[k].size >> P) + 1 for k, y in e.w.items())
    w = {k: y >> P for k, y in w.items()}
    error = (fixed.ceil_shift(error + row.constant_hi - row.constant_lo, P) + loose + n + 3
             + sum(neurons[k].size for k in w))
    return Expression([x >> P for x in a], c >> P, w, error)


def _substitute(row, expressions, neurons, n):
    a, c, w, error = [x << P for x in row.a], row.c << P, {}, 0
    for i, x in row.w.items():
        e = expressions[i]
        c += x * e.c
        error += abs(x) * e.error
        for q, y in enumerate(e.a):
            a[q] += x * y
        for k, y in e.w.items():
            w[k] = w.get(k, 0) + x * y
    w = {k: y >> P for k, y in w.items()}
    error = row.error + fixed.ceil_shift(error, P) + n + 3 + sum(neurons[k].size for k in w)
    return Expression([x >> P for x in a], c >> P, w, error)
