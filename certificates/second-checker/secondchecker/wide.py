"""Ranges of rows over domains that may be unbounded, and how fast rows grow.

FORMAT.md section 4, "Events that are decided everywhere, and tails", "Constant parts" and "Tails".
A range is a pair (lower, upper) of fixed-point numbers, None for an infinite end.
"""
from . import fixed, functions
from .fixed import ONE, P


def add(x, y):
    return (None if x[0] is None or y[0] is None else x[0] + y[0],
            None if x[1] is None or y[1] is None else x[1] + y[1])


def times(w, x):
    """A fixed-point enclosure of a weight times a range."""
    if w == (0, 0):
        return 0, 0
    if w[0] < 0 < w[1]:
        return None, None
    lo, hi = x
    if w[1] <= 0:
        a, b = times((-w[1], -w[0]), x)
        return None if b is None else -b, None if a is None else -a
    a = None if lo is None else (lo * (w[0] if lo >= 0 else w[1])) >> P
    b = None if hi is None else fixed.ceil_shift(hi * (w[1] if hi >= 0 else w[0]), P)
    return a, b


def apply(f, x):
    """Range of an activation over a range."""
    lo, hi = x
    if isinstance(f, functions.Piecewise):
        return _piecewise(f, lo, hi)
    if isinstance(f, functions.Enclosed):
        return add(times(f.c, x), f.d)
    if f.name in ('log', 'sqrt', 'reciprocal'):
        if f.name == 'reciprocal' and hi is not None and hi < 0:
            v = f.value(hi)
            if lo is None:
                return v[0], 0
            return v[0], f.value(lo)[1]
        if lo is None or not f.defined(lo, lo):
            return None, None
        if f.name == 'reciprocal':
            return (0 if hi is None else f.value(hi)[0]), f.value(lo)[1]
    least, greatest = f.limits
    try:
        if lo is not None and hi is not None:
            return f.range(lo, hi)
        if f.increasing:
            return (least if lo is None else f.value(lo)[0]), (greatest if hi is None else f.value(hi)[1])
        if f.decreasing and f.name.startswith('floored'):
            return (least if hi is None else f.value(hi)[0]), (greatest if lo is None else f.value(lo)[1])
    except (OverflowError, ZeroDivisionError, ValueError):
        return least, None
    return least, greatest


def _piecewise(f, lo, hi):
    if lo is not None and hi is not None:
        return f.range(lo, hi)
    if not f.knots:
        c, d = f.fixed_pieces[0]
        return add(times(c, (lo, hi)), d)
    a = f.fixed_knots[0][0] if lo is None else lo
    b = f.fixed_knots[-1][1] if hi is None else hi
    if lo is None:
        a = min(a, b)
    if hi is None:
        b = max(a, b)
    r = f.range(a, b)
    least, greatest = r
    for infinite, slope in ((lo is None, -f.pieces[0][0]), (hi is None, f.pieces[-1][0])):
        if infinite:
            if slope > 0:
                greatest = None
            elif slope < 0:
                least = None
    return least, greatest


def _row(weights, constant, ranges):
    r = constant
    for j, w in weights:
        r = add(r, times(w, ranges[j]))
    return r


class Wide:
    """The graph for ranges: rows with enclosures of weights."""

    def __init__(self, graph, rows):
        self.graph = graph
        enc = lambda r: ([(j, fixed.enclose(w)) for j, w in r.weights.items()], fixed.enclose(r.constant))
        self.rows = [enc(r) for r in rows]
        self.gates = [(g, [enc(r) for r in g.rows] if g.kind == 'affine' else None) for g in graph.gates]

    def numbers(self, inputs):
        ranges = list(inputs) + [None] * (self.graph.count - len(inputs))
        for g, rows in self.gates:
            for i in range(g.size()):
                if rows is not None:
                    ranges[g.first + i] = _row(rows[i][0], rows[i][1], ranges)
                else:
                    ranges[g.first + i] = apply(g.functions[i], ranges[g.arguments[i]])
        return ranges

    def ranges(self, inputs):
        """Ranges of the claim's rows, given those of the inputs."""
        numbers = self.numbers(inputs)
        return [_row(w, c, numbers) for w, c in self.rows]


def inputs_over(space, sides):
    """Ranges of the inputs where the coordinates are in sides (pairs of fixed-point ends, None for
    infinite ones)."""
    result = []
    for terms, constant in space.fixed_inputs:
        r = constant
        for q, c in terms:
            r = add(r, times(c, sides[q]))
        result.append(r)
    return result


def domain(space):
    return [(None if c.open_lower else c.root[0][0], None if c.open_upper else c.root[1][1])
            for c in space.coordinates]


def steepest(f):
    """The greatest slope of an activation anywhere, fixed-point, or None."""
    if isinstance(f, functions.Piecewise):
        return max(fixed.up(abs(a)) for a, _ in f.pieces)
    if isinstance(f, functions.Enclosed):
        return max(abs(f.c[0]), abs(f.c[1]))
    if isinstance(f, functions.Floored):
        a, b = f.f.slope(f.m)
        return max(abs(a), abs(b)) if f.m > 0 else None
    if isinstance(f, functions.Elu):
        return max(abs(f.ag[0]), abs(f.ag[1]), abs(f.g[1]), abs(f.g[0]))
    if f.name in ('erf gate', 'silu'):
        return f.slopes[1]
    return {'tanh': ONE, 'sigmoid': ONE // 4 + 1, 'softplus': ONE, 'softsign': ONE, 'sin': ONE, 'cos': ONE,
            'erf': 9 * ONE // 8 + ONE // 64, 'hardswish': 3 * ONE // 2}.get(f.name)


class Growth:
    """For each row and coordinate a bound of how fast it grows, or None."""

    def __init__(self, graph, rows, space):
        n = space.n
        speeds = []
        for terms, _ in space.fixed_inputs:
            s = [0] * n
            for q, c in terms:
                s[q] = max(abs(c[0]), abs(c[1]))
            speeds.append(s)
        speeds += [None] * (graph.count - len(speeds))
        for g in graph.gates:
            for i in range(g.size()):
                if g.kind == 'affine':
                    speeds[g.first + i] = self._row(g.rows[i], speeds, n)
                else:
                    k = steepest(g.functions[i])
                    s = speeds[g.arguments[i]]
                    if s is not None and not any(s):
                        speeds[g.first + i] = s
                    else:
                        speeds[g.first + i] = None if k is None or s is None else [fixed.ceil_shift(k * x, P) for x in s]
        self.rows = [self._row(r, speeds, n) for r in rows]

    @staticmethod
    def _row(row, speeds, n):
        s = [0] * n
        for j, w in row.weights.items():
            if speeds[j] is None:
                return None
            a = fixed.up(abs(w))
            for q in range(n):
                s[q] += fixed.ceil_shift(a * speeds[j][q], P)
        return s
