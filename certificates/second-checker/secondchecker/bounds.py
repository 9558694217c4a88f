"""Affine bounds of rows over simplices and boxes. FORMAT.md section 4, "Affine bounds of rows over
a cell" and "Activations".

Over a simplex an affine function is the list of its values at the vertices; over a box it is the
list [constant, coefficient of xi_0, ...] in local coordinates xi of [-1, 1].
"""
from . import fixed, functions, relax
from .fixed import ONE, P
from .constants import Constants
from .graph import FixedRow


class Undefined(Exception):
    """A function may be evaluated outside of its domain: nothing is known."""


def is_defined(f, lo, hi):
    return f.name not in ('log', 'sqrt', 'reciprocal') or f.defined(lo, hi)


def wide_inputs(space, box):
    """Enclosures of the inputs over a box."""
    return space.enclose_inputs([(a[0], b[1]) for a, b in box])


class Network:
    """The graph, prepared for the rows of a claim."""

    def __init__(self, graph, rows, space):
        """Numbers that are the same over the whole root box of a branch are computed once: those that
        depend on fixed inputs only, and activations that interval arithmetic shows to be constant."""
        self.graph = graph
        needed = set()
        for r in rows:
            needed |= set(r.weights)
        chosen = []
        for g in reversed(graph.gates):
            mine = [i for i in range(g.size()) if g.first + i in needed]
            if mine:
                for i in mine:
                    needed |= set(g.rows[i].weights) if g.kind == 'affine' else {g.arguments[i]}
                chosen.append((g, mine))
        self.levels = graph.levels
        self.highest = max((graph.levels[n] for n in needed), default=0)
        lo, hi = wide_inputs(space, space.root)
        known = {i: (lo[i], hi[i]) for i, (terms, _) in enumerate(space.fixed_inputs) if not terms}
        lo += [0] * (graph.count - len(lo))
        hi += [0] * (graph.count - len(hi))
        bounded = True
        self.gates = []
        for g, mine in reversed(chosen):
            entries = []
            for i in mine:
                n = g.first + i
                if g.kind == 'affine':
                    row = FixedRow.folded(g.rows[i], known)
                    if not row.terms:
                        known[n] = row.interval(lo, hi)
                        continue
                    lo[n], hi[n] = row.interval(lo, hi)
                    entries.append((n, row))
                    continue
                f, j = g.functions[i], g.arguments[i]
                if j in known:
                    if not is_defined(f, *known[j]):
                        bounded = False
                    else:
                        known[n] = f.range(*known[j])
                        continue
                elif bounded:
                    line = f.linear_on(lo[j], hi[j])
                    if line is not None and line[0] == (0, 0):
                        known[n] = line[1]
                        continue
                    try:
                        if is_defined(f, lo[j], hi[j]):
                            lo[n], hi[n] = f.range(lo[j], hi[j])
                        else:
                            bounded = False
                    except (OverflowError, ZeroDivisionError, ValueError):
                        bounded = False
                entries.append((n, f, j))
            if entries:
                self.gates.append((g, entries))
        self.known = known
        self.constants = Constants(graph, rows, space)
        self.rows = [FixedRow.folded(r, known) for r in rows]

    def ranges(self, space, hull):
        """Enclosures of all numbers over a hull of coordinates, or None."""
        lo, hi = space.enclose_inputs(hull)
        try:
            lo, hi = self.evaluate(lo, hi)
        except (Undefined, OverflowError, ZeroDivisionError):
            return None
        for n, (a, b) in self.known.items():
            lo[n], hi[n] = a, b
        return lo, hi

    # --- intervals ---

    def evaluate(self, lo, hi):
        """Enclosures of all numbers by interval arithmetic, from those of the inputs."""
        count = self.graph.count
        lo = lo + [0] * (count - len(lo))
        hi = hi + [0] * (count - len(hi))
        for g, entries in self.gates:
            if g.kind == 'affine':
                for n, row in entries:
                    lo[n], hi[n] = row.interval(lo, hi)
            else:
                for n, f, j in entries:
                    if not is_defined(f, lo[j], hi[j]):
                        raise Undefined
                    if lo[j] == hi[j]:
                        lo[n], hi[n] = f.value(lo[j])
                    else:
                        lo[n], hi[n] = f.range(lo[j], hi[j])
        return lo, hi

    # --- simplices ---

    def simplex(self, vertices, level):
        """For each row (lower values, upper values) at the vertices; vertices are pairs (lo, hi) of
        lists of enclosures of all numbers."""
        los = [v[0] for v in vertices]
        his = [v[1] for v in vertices]
        k = min(level, self.highest)
        while True:
            slack, k2 = self._slacks(los, his, k)
            if k2 == k:
                break
            k = k2
        any_slack = any(slack)
        if k < self.highest:
            los, his = self._own(los, his, slack, k)
            return [_rows(r, los, his) for r in self.rows]
        result = []
        for r in self.rows:
            lower, upper = _rows(r, los, his)
            if any_slack:
                s = r.slack(slack)
                if s:
                    lower = [x - s for x in lower]
                    upper = [x + s for x in upper]
            result.append((lower, upper))
        return result

    def _slacks(self, los, his, k):
        slack = [0] * self.graph.count
        levels = self.levels
        some = False
        for g, entries in self.gates:
            if g.kind == 'affine':
                if some:
                    for n, row in entries:
                        if levels[n] <= k:
                            slack[n] = row.slack(slack)
                continue
            for n, f, j in entries:
                if levels[n] > k:
                    continue
                s = slack[j]
                m = min([v[j] for v in los]) - s
                M = max([v[j] for v in his]) + s
                line = f.linear_on(m, M)
                if line is not None:
                    if s:
                        slack[n] = fixed.ceil_shift(s * max(abs(line[0][0]), abs(line[0][1])), P)
                elif isinstance(f, functions.Piecewise) and f.relu:
                    slack[n] = max(s, min(M, -m))
                    some = True
                else:
                    return slack, levels[j]
        return slack, k

    def _own(self, los, his, slack, k):
        """The cell's own lower and upper values of the numbers above level k."""
        levels = self.levels
        nv = len(los)
        los = [list(v) for v in los]
        his = [list(v) for v in his]
        if any(slack):
            for n, s in enumerate(slack):
                if s and levels[n] <= k:
                    for v in los:
                        v[n] -= s
                    for v in his:
                        v[n] += s
        for g, entries in self.gates:
            if g.kind == 'affine':
                for n, row in entries:
                    if levels[n] > k:
                        for a, b in zip(los, his):
                            a[n], b[n] = row.interval(a, b)
                continue
            for n, f, j in entries:
                if levels[n] <= k:
                    continue
                lower, upper = [v[j] for v in los], [v[j] for v in his]
                if isinstance(f, functions.Piecewise) and f.relu:
                    m, M = min(lower), max(upper)
                    if m < 0:
                        if M <= 0:
                            lower = upper = [0] * nv
                        else:
                            upper = [max(x, 0) for x in upper]
                            if sum(lower) <= 0:
                                lower = [0] * nv
                else:
                    lower, upper = activation_simplex(f, lower, upper)
                for v in range(nv):
                    los[v][n] = lower[v]
                    his[v][n] = upper[v]
        return los, his

    # --- boxes ---

    def box_inputs(self, space, box):
        """Components of the lower and upper affine functions of the inputs over a box:
        lower[q][number], q = 0 for constants."""
        n = space.n
        count = self.graph.count
        lower = [[0] * count for _ in range(n + 1)]
        upper = [[0] * count for _ in range(n + 1)]
        mids, halves = box_local(box)
        for i, (terms, constant) in enumerate(space.fixed_inputs):
            lo, hi = constant
            for q, c in terms:
                a, b = fixed.mul(c, mids[q])
                x, y = fixed.mul(c, halves[q])
                lo += a - (y - x)
                hi += b + (y - x)
                lower[q + 1][i] = upper[q + 1][i] = x
            lower[0][i], upper[0][i] = lo, hi
        return lower, upper

    def forward(self, space, box, ranges=None):
        """Lower and upper affine functions of all numbers over a box, by forward propagation; notes
        the range of what enters each activation in `ranges` if that is given."""
        lower, upper = self.box_inputs(space, box)
        n = space.n
        for g, entries in self.gates:
            if g.kind == 'affine':
                for k, row in entries:
                    _affine_box(row, lower, upper, k, n)
                continue
            for k, f, j in entries:
                L = [c[j] for c in lower]
                U = [c[j] for c in upper]
                low = L[0] - sum(map(abs, L[1:]))
                high = U[0] + sum(map(abs, U[1:]))
                if ranges is not None:
                    ranges[k] = (low, high)
                L, U = activation_box(f, L, U)
                for c, x in zip(lower, L):
                    c[k] = x
                for c, x in zip(upper, U):
                    c[k] = x
        return lower, upper

    def box(self, space, box):
        """For each row (lower function, upper function) over a box."""
        lower, upper = self.forward(space, box)
        n = space.n
        result = []
        for r in self.rows:
            for c in lower:
                c.append(0)
            for c in upper:
                c.append(0)
            k = len(lower[0]) - 1
            _affine_box(r, lower, upper, k, n)
            result.append(([c.pop() for c in lower], [c.pop() for c in upper]))
        return result


def box_local(box):
    """Enclosures of the middles and half lengths of a box's sides."""
    mids, halves = [], []
    for a, b in box:
        mids.append(((a[0] + b[0]) >> 1, -(-(a[1] + b[1]) >> 1)))
        halves.append(((b[0] - a[1]) >> 1, -(-(b[1] - a[0]) >> 1)))
    return mids, halves


def _rows(r, los, his):
    lower, upper = [], []
    for a, b in zip(los, his):
        x, y = r.interval(a, b)
        lower.append(x)
        upper.append(y)
    return lower, upper


def _affine_box(row, lower, upper, k, n):
    slack = 0
    if row.inexact:
        for j in row.inexact:
            slack += sum(max(abs(l[j]), abs(u[j])) for l, u in zip(lower, upper)) // ONE + 1
    # constants last: a coefficient that is rounded moves them by a unit
    for q in range(n, -1, -1):
        lo, hi = lower[q], upper[q]
        a = sum(map(_mul, row.positive, row.get_positive(lo))) + sum(map(_mul, row.negative, row.get_negative(hi)))
        b = sum(map(_mul, row.positive, row.get_positive(hi))) + sum(map(_mul, row.negative, row.get_negative(lo)))
        if q == 0:
            lo[k] = ((a + row.constant_lo) >> P) - slack
            hi[k] = -((-(b + row.constant_hi)) >> P) + slack
        else:
            lo[k] = a >> P
            hi[k] = b >> P
            if (a | b) & (ONE - 1):
                slack += 1


def _mul(x, y):
    return x * y


def affine_range(F):
    r = sum(map(abs, F[1:]))
    return F[0] - r, F[0] + r


def scale_function(F, s, c, upward):
    """s F + c over a box, rounded upward or downward."""
    products = [x * s for x in F]
    inexact = sum(1 for x in products if x & (ONE - 1))
    out = [x >> P for x in products]
    out[0] += c + (inexact if upward else -inexact)
    return out


def activation_box(f, L, U):
    """Lower and upper functions of f of an argument between L and U, over a box."""
    lmin, lmax = affine_range(L)
    umin, umax = affine_range(U)
    lo, hi = lmin, umax
    if not is_defined(f, lo, hi):
        raise Undefined
    if isinstance(f, functions.Piecewise) and f.relu:
        return _relu_lower(L, lmin, lmax), _relu_upper(U, umin, umax)
    line = f.linear_on(lo, hi)
    if line is not None:
        return _linear(line, L, U)
    upper = _bound_box(f, 1, L, U, (lmin, lmax), (umin, umax))
    lower = [-x for x in _bound_box(f, -1, L, U, (lmin, lmax), (umin, umax))]
    return lower, upper


def _linear(line, L, U):
    (al, au), (bl, bu) = line
    wide = fixed.ceil_shift((au - al) * max(sum(map(abs, L)), sum(map(abs, U))), P) if au != al else 0
    if al >= 0:
        return scale_function(L, al, bl - wide, False), scale_function(U, al, bu + wide, True)
    return scale_function(U, al, bl - wide, False), scale_function(L, al, bu + wide, True)


def _relu_upper(U, umin, umax):
    if umin >= 0:
        return U
    if umax <= 0:
        return [0] * len(U)
    s = -((-umax << P) // (umax - umin))
    return scale_function(U, s, fixed.ceil_shift(-umin * s, P), True)


def _relu_lower(L, lmin, lmax):
    if lmin >= 0:
        return L
    if lmax <= 0 or lmax <= -lmin:
        return [0] * len(L)
    return L


def _bound_box(f, sign, L, U, lrange, urange):
    """A function above sign * f."""
    grows = f.increasing if sign > 0 else f.decreasing
    falls = f.decreasing if sign > 0 else f.increasing
    if grows:
        X, (lo, hi) = U, urange
    elif falls:
        X, (lo, hi) = L, lrange
    else:
        X, lo, hi = None, lrange[0], urange[1]
    mean = X[0] if X is not None else (L[0] + U[0]) >> 1
    s, c = relax.upper_line(f, sign, lo, hi, mean)
    if X is None:
        X = U if s >= 0 else L
    return scale_function(X, s, c, True)


def activation_simplex(f, lower, upper):
    """The same over a simplex."""
    lo, hi = min(lower), max(upper)
    if not is_defined(f, lo, hi):
        raise Undefined
    return [-x for x in _bound_simplex(f, -1, lower, upper)], _bound_simplex(f, 1, lower, upper)


def _bound_simplex(f, sign, L, U):
    grows = f.increasing if sign > 0 else f.decreasing
    falls = f.decreasing if sign > 0 else f.increasing
    X = U if grows else L if falls else None
    lo, hi = (min(X), max(X)) if X is not None else (min(L), max(U))
    if relax.convex(f, sign, lo, hi):
        if X is not None:
            return [relax._g(f, sign, x)[1] for x in X]
        return [max(relax._g(f, sign, x)[1], relax._g(f, sign, y)[1]) for x, y in zip(L, U)]
    mean = sum(X) // len(X) if X is not None else (sum(L) + sum(U)) // (2 * len(L))
    s, c = relax.upper_line(f, sign, lo, hi, mean)
    if X is None:
        X = U if s >= 0 else L
    return [relax.line_value(s, c, x) for x in X]
