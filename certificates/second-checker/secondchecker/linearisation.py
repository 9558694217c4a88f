"""Bounds of probabilities and integrals without a tree. FORMAT.md section 7.

Coordinates are the u of the law less their means, so that all covariances of affine forms are
fractions, whatever the deviations are. Forms and T have exact coefficients. Rests, lengths and the
distances D are upper bounds at the scale 2^-Q.

*Scalings by numbers that are no fractions*, f(x) = c x + d with |c - c0| <= p and |d - d0| <= q: T and w
are those of c0 x + d0, and |c u + d - c0 T(u) - d0| <= |c| |u - T(u)| + p |T(u)| + q bounds the rest.
The surrogate by tangents is then not quite f where no number is beyond a kink. The *drift* of a number
bounds the root of E |u - w(u)|^2 over that event: it is multiplied by weights and by the greatest slopes,
and grows by p ||w|| + q here, so that P(f <= t) <= F + P(w <= t + e) + (drift / e)^2 for any e > 0.
Of forms that depend on an activation that bends tangents prove nothing: F is at least 1.
"""
from fractions import Fraction
import math

from . import Invalid, Refused, fixed, functions
from .chords import chords_of_page, curve, tangent_slope
from .closed import Erf, Gate
from .fixed import ONE
from .functions import Enclosed, Piecewise
from .kinks import Kinks, below, excess
from .lines import Lines, moments
from .vectors import Q, UNIT, Vector, combine, fixed_up, plus, product_up, root_up, row_norm, spectral_norm, times_up

AVERAGE, TANGENTS, TREES = 1, 2, 128
_MOST_KINKS = 3000
_MOST_NUMBERS = 1 << 23


def methods(tree):
    """(numbers of the methods, the bytes of the trees or None): the bytes in front of trees."""
    if tree[:1] != b'\x07':
        return (), tree
    if len(tree) < 2:
        raise Invalid('the methods are not named')
    m = tree[1]
    if m & ~(AVERAGE | TANGENTS | TREES) or not m & ~TREES:
        raise Invalid('no such methods: %02x' % m)
    if not m & TREES and len(tree) > 2:
        raise Invalid('bytes behind the methods')
    return tuple(k for k in (AVERAGE, TANGENTS) if m & k), tree[2:] if m & TREES else None


def applicable(statement, graph):
    """Invalid where a certificate cannot be of this kind, Refused where it is too large."""
    if statement.semantics[0] != 'real':
        raise Invalid('linearisation is for level R')
    law = statement.law
    if not law.complete():
        raise Invalid('linearisation is for laws whose masses add up to 1')
    for b in law.branches:
        for _, ds in b.summands:
            for d in ds:
                moments(d)
    activations = [f for g in graph.gates if g.kind == 'activation' for f in g.functions]
    if any(bends(f) and f.slopes is None for f in activations):
        raise Invalid('linearisation is for activations with bounded slopes')
    if sum(1 if bends(f) else len(f.knots) for f in activations) > _MOST_KINKS:
        raise Refused('more than %d kinks and activations that bend' % _MOST_KINKS)


def bends(f):
    return not isinstance(f, (Piecewise, Enclosed))


def bending(graph):
    """How many activations bend."""
    return sum(bends(f) for g in graph.gates if g.kind == 'activation' for f in g.functions)


class Sources:
    """Weights by the gate that their numbers are of: columns of an affine gate, or of a form."""

    def __init__(self, graph, rows):
        self.rows = rows
        self.parts = {}                   # gate (None for inputs) -> rows with the columns of it
        for i, r in enumerate(rows):
            for j, w in r.items():
                g = graph.gate_of[j]
                if g is not None:
                    self.parts.setdefault(g.first, [{} for _ in rows])[i][j] = w
        self._norms = {}
        self._rows = {}

    def norm(self, gate):
        """The spectral norm of the columns of a gate; of all of them for None."""
        if gate not in self._norms:
            self._norms[gate] = spectral_norm(self.rows if gate is None else self.parts[gate])
        return self._norms[gate]

    def row(self, i, gate):
        if (i, gate) not in self._rows:
            self._rows[i, gate] = row_norm(self.parts[gate][i].values())
        return self._rows[i, gate]

    def numbers(self):
        return {j for r in self.rows for j in r}


class Component:
    """A summand of a branch under one method: surrogates w, vectors T and rests of all numbers. `chords` is
    how many there are in a claim for an activation that bends."""

    def __init__(self, graph, branch, summand, method, sources, chords):
        self.graph, self.method, self.sources = graph, method, sources
        self.weight, distributions = summand
        known = [moments(d) for d in distributions]
        self.means = [m for m, _, _ in known]
        self.kinks = Kinks([v for _, v, _ in known])
        # of coordinates that are not all normal; then w = T everywhere
        normal = all(d.name == 'normal' for d in distributions)
        self.lines = None if normal else Lines(max(b / v for _, v, b in known))
        self.chords = chords
        count = graph.count
        self.w, self.t, self.rest, self.drift = [None] * count, [None] * count, [0] * count, [0] * count
        self.depends = [0] * count        # bits of the activations that a number depends on
        self.crossing = []                # of each of those, the probability to be beyond a kink
        self.length = {}                  # ||r|| of the numbers of a gate
        self.numbers = 0
        self.forms, self.chances = {}, {}
        for i, a in enumerate(branch.inputs):
            self._set(i, *[self._input(a)] * 2)
        for g in graph.gates:
            self._affine(g) if g.kind == 'affine' else self._activations(g)

    def _input(self, affine):
        items = [Fraction(0)] * (1 + len(self.means))
        items[0] = affine.constant + sum(c * self.means[q] for q, c in affine.terms)
        for q, c in affine.terms:
            items[q + 1] = c
        den = math.lcm(*(x.denominator for x in items))
        return Vector([x.numerator * (den // x.denominator) for x in items], den)

    def _set(self, n, w, t):
        self.w[n], self.t[n] = w, t
        self.numbers += len(w.items) + len(t.items)
        if self.numbers > _MOST_NUMBERS:
            raise Refused('more than %d numbers in affine forms' % _MOST_NUMBERS)

    # --- affine gates and forms ---

    def sums(self, weights, constant):
        """(w, T) of a sum of multiples."""
        w = combine([(c, self.w[j]) for j, c in weights.items()] + [(constant, UNIT)])
        if all(self.t[j] is self.w[j] for j in weights):
            return w, w
        return w, combine([(c, self.t[j]) for j, c in weights.items()] + [(constant, UNIT)])

    def rest_of(self, sources, i):
        """The rest of the i-th row: the lesser of its two bounds."""
        plain = sum(times_up(self.rest[j], abs(c)) for j, c in sources.rows[i].items() if self.rest[j])
        if not plain:
            return 0
        vectors = sum(product_up(sources.row(i, g), self.length[g]) for g in sources.parts
                      if self.length[g] and sources.parts[g][i])
        return min(plain, vectors)

    def drift_of(self, weights):
        return sum(times_up(self.drift[j], abs(c)) for j, c in weights.items() if self.drift[j])

    def _affine(self, gate):
        sources = self.sources.get(gate.first)
        if sources is None:
            sources = self.sources[gate.first] = Sources(self.graph, [r.weights for r in gate.rows])
        for i, r in enumerate(gate.rows):
            n = gate.first + i
            self._set(n, *self.sums(r.weights, r.constant))
            self.rest[n] = self.rest_of(sources, i)
            self.drift[n] = self.drift_of(r.weights)
            for j in r.weights:
                self.depends[n] |= self.depends[j]
        each = self._root_of_squares(range(gate.first, gate.first + gate.size()))
        if each:
            each = min(each, sum(product_up(sources.norm(g), self.length[g]) for g in sources.parts if self.length[g]))
            if len(sources.parts) > 1:
                each = min(each, product_up(sources.norm(None), self.length_of(sources.numbers())))
        self.length[gate.first] = each

    def _root_of_squares(self, numbers):
        return root_up(sum(self.rest[n] ** 2 for n in numbers))

    def length_of(self, numbers):
        """||r|| of a vector of numbers, perhaps of several gates."""
        by_gate = {}
        for n in numbers:
            g = self.graph.gate_of[n]
            if g is not None:
                by_gate.setdefault(g.first, []).append(n)
        total = 0
        for g, ns in by_gate.items():
            squares = sum(self.rest[n] ** 2 for n in ns)
            total += min(squares, self.length[g] ** 2) if len(set(ns)) == len(ns) else squares
        return root_up(total)

    # --- activations ---

    def _activations(self, gate):
        squares = more = 0
        steepest = widest = Fraction(0)
        for i, (f, j) in enumerate(zip(gate.functions, gate.arguments)):
            n = gate.first + i
            if not f.knots and not bends(f):
                c, off = self._scale(n, f, j)
                more += off ** 2
                steepest = max(steepest, c)
                continue
            of = self._straight if self.lines else self._curve if bends(f) else self._kinked
            m, d, distance, off = of(n, f, j)
            squares, more = squares + distance ** 2, more + off ** 2
            steepest, widest = max(steepest, abs(m)), max(widest, d)
        r = self.length_of(gate.arguments)
        vectors = times_up(r, steepest) + times_up(root_up(squares) + r, widest) + root_up(more)
        each = self._root_of_squares(range(gate.first, gate.first + gate.size()))
        self.length[gate.first] = min(each, vectors)

    def _scale(self, n, f, j):
        """An activation c x + d; gives |c| and what its rest is more than |c| times that of x."""
        ends = (f.c, f.d) if isinstance(f, Enclosed) else [(c * ONE, c * ONE) for c in map(Fraction, f.pieces[0])]
        (c, p), (d, q) = ((Fraction(a + b) / (2 * ONE), Fraction(b - a) / (2 * ONE)) for a, b in ends)
        self._set(n, *self.sums({j: c}, d))
        more = drift = 0
        if p or q:
            more, drift = (times_up(self.kinks.norm_up(x[j]), p) + fixed_up(q) for x in (self.t, self.w))
        self.rest[n] = times_up(self.rest[j], abs(c) + p) + more
        self.drift[n] = times_up(self.drift[j], abs(c) + p) + drift
        self.depends[n] = self.depends[j]
        return abs(c) + p, more

    def _kinked(self, n, f, j):
        """An activation with kinks; gives m, d and D, and 0 for what is off."""
        w = self.w[j]
        slopes = [Fraction(a) for a, _ in f.pieces]
        jumps = [b - a for a, b in zip(slopes, slopes[1:])]
        value = [(slopes[0], w), (Fraction(f.pieces[0][1]), UNIT)]
        value += [(c, self.kinks.add(plus(w, -k))) for c, k in zip(jumps, f.knots)]
        value = combine(value)
        variance = self.kinks.variance(w)
        if self.method == TANGENTS:
            surrogate, beyond = self._tangent(f, w, variance)
        else:
            surrogate, beyond = self._average(value, slopes, jumps, f.knots, w, variance), Fraction(0)
        m, d = (max(slopes) + min(slopes)) / 2, (max(slopes) - min(slopes)) / 2
        return self._activation(n, j, value, surrogate, beyond, (m, d), 0)

    def _curve(self, n, f, j):
        """An activation that bends, with a function g in its place; gives m, d, D and off."""
        w = self.w[j]
        variance = self.kinks.variance(w)
        least, greatest = (Fraction(x, ONE) for x in f.slopes)
        if variance:
            value, g = self.kinks.bend(w, f, self._stand_in)
            off = g.off
            if self.method == TANGENTS:
                t = fixed.down(w.constant())
                mean, slope = (Fraction(sum(x), 2 * ONE) for x in (f.value(t), tangent_slope(f, t)))
            else:
                mean, slope = Fraction(sum(g.mean), 2 << Q), Fraction(sum(g.share), 2 * ONE)
            surrogate = self._line(mean, slope, w)
        else:
            x = fixed.enclose(w.constant())
            lo, hi = f.range(*x) if x[0] < x[1] else f.value(x[0])
            value = surrogate = combine([(Fraction(lo + hi, 2 * ONE), UNIT)])
            off = fixed_up(Fraction(hi - lo, 2 * ONE))
        # one probability beyond a kink is enough to know nothing by tangents
        return self._activation(n, j, value, surrogate, Fraction(1), ((least + greatest) / 2, (greatest - least) / 2), off)

    def _straight(self, n, f, j):
        """An activation with a line in its place; gives m, d, D and off."""
        w = self.w[j]
        slope, value, off = self.lines.line(f, w.constant(), self.kinks.variance(w))
        line = combine([(slope, w), (value - slope * w.constant(), UNIT)])
        slopes = [Fraction(x, ONE) for x in f.slopes] if bends(f) else [Fraction(a) for a, _ in f.pieces]
        m, d = (max(slopes) + min(slopes)) / 2, (max(slopes) - min(slopes)) / 2
        self.rest[n] = times_up(self.rest[j], abs(m)) + times_up(self.rest[j], d) + off
        self._set(n, line, line)
        return m, d, 0, off

    def _stand_in(self, f, h, variance):
        if isinstance(f, functions.Erf):
            return Erf(h, variance)
        if isinstance(f, functions.ErfGate):
            return Gate(h, variance)
        return curve(f, h, variance, self.chords)

    def _activation(self, n, j, value, surrogate, beyond, slopes, off):
        if self.kinks.count() > _MOST_KINKS:
            raise Refused('more than %d kinks and activations that bend' % _MOST_KINKS)
        m, d = slopes
        difference = combine([(Fraction(1), self.t[j]), (Fraction(-1), self.w[j])])
        distance = self.kinks.norm_up(difference)
        self.rest[n] = times_up(self.rest[j], abs(m)) + times_up(distance + self.rest[j], d) + off
        self.depends[n] = self.depends[j] | 1 << len(self.crossing)
        self.crossing.append(beyond)
        self.drift[n] = times_up(self.drift[j], abs(m) + d)
        self._set(n, surrogate, combine([(Fraction(1), value), (m, difference)]))
        return m, d, distance, off

    def _average(self, value, slopes, jumps, knots, w, variance):
        """v + s (w - h)."""
        mean = Fraction(sum(self.kinks.mean(value)), 1 << (Q + 1))
        if not variance:
            return combine([(mean, UNIT)])
        h = w.constant()
        s = slopes[0]
        for c, k in zip(jumps, knots):
            lo, hi = below(-k, -h, variance)
            s += c * (lo + hi) / 2
        return self._line(mean, s, w)

    @staticmethod
    def _line(v, s, w):
        """v + s (w - h), rounded, as its numbers may be any near the exact ones."""
        factor = Fraction(math.floor(s * (1 << Q)), 1 << Q)
        items = [math.floor(v * (1 << Q))]
        items += [(factor.numerator * x << Q) // (factor.denominator * w.den) for x in w.items[1:]]
        return combine([(Fraction(1), Vector(items, 1 << Q))])

    def _tangent(self, f, w, variance):
        """The piece on which the mean lies, exactly, and the probability of the others."""
        h = w.constant()
        i = 0
        while i < len(f.knots) and h > f.knots[i]:
            i += 1
        beyond = Fraction(0)
        if variance:
            # only the ends of the piece: what lies beyond them is not on it
            if i > 0:
                beyond += below(Fraction(f.knots[i - 1]), h, variance)[1]
            if i < len(f.knots):
                beyond += 1 - below(Fraction(f.knots[i]), h, variance)[0]
        slope, constant = map(Fraction, f.pieces[i])
        return combine([(slope, w), (constant, UNIT)]), beyond

    # --- forms ---

    def form(self, weights, constant, others=()):
        """What is known of an affine form of numbers. `others` are the same form in other ways: each
        bounds its rest."""
        key = tuple(sorted(weights.items())), constant
        if key not in self.forms:
            self.forms[key] = FormBounds(self, weights, constant, others)
        return self.forms[key]

    def probability(self, event, decide):
        """(lower, upper) of an event, by Frechet's inequalities."""
        if isinstance(event, bool):
            return Fraction(event), Fraction(event)
        if isinstance(event, tuple):
            parts = [self.probability(p, decide) for p in event[1]]
            if event[0] == 'and':
                return max(1 - sum(1 - lo for lo, _ in parts), Fraction(0)), min(hi for _, hi in parts)
            return max(lo for lo, _ in parts), min(sum(hi for _, hi in parts), Fraction(1))
        if event not in self.chances:
            self.chances[event] = decide(self, event)
        return self.chances[event]


class FormBounds:
    """w, T and rest of a form, D = ||T - w|| + rest, and F of tangents."""

    def __init__(self, component, weights, constant, others):
        self.component, self.kinks = component, component.kinks
        self.w, self.t = component.sums(weights, constant)
        self.rest = min(component.rest_of(Sources(component.graph, [x]), 0) for x in (weights,) + tuple(others))
        self.distance = self.kinks.norm_up(combine([(Fraction(1), self.t), (Fraction(-1), self.w)])) + self.rest
        self.h, self.variance = self.w.constant(), self.kinks.variance(self.w)
        self.beyond, self.drift = None, component.drift_of(weights)
        if component.method == TANGENTS and not component.lines:
            bits = 0
            for j in weights:
                bits |= component.depends[j]
            self.beyond = sum((c for k, c in enumerate(component.crossing) if bits >> k & 1), Fraction(0))

    # --- probabilities ---

    def surrogate(self, t, strict):
        """(lower, upper) of P(w < t) or P(w <= t)."""
        if not self.variance:
            x = Fraction(self.h < t or self.h == t and not strict)
            return x, x
        return (self.component.lines.below if self.component.lines else below)(t, self.h, self.variance)

    def below(self, t, strict):
        """(lower, upper) of P(f < t) or P(f <= t)."""
        if not self.distance:
            return self.surrogate(t, strict)
        lo, hi = Fraction(0), Fraction(1)
        if self.beyond is not None:
            lo, hi = self._near(t, strict)
            lo, hi = lo - self.beyond, hi + self.beyond
        for e in self._steps(t):
            share = (Fraction(self.distance, 1 << Q) / e) ** 2
            lo = max(lo, self.surrogate(t - e, False)[0] - share)
            hi = min(hi, self.surrogate(t + e, False)[1] + share)
        if not self.variance and self.h != t:
            # the share for all e below the distance, and so for the distance itself
            share = (Fraction(self.distance, 1 << Q) / (self.h - t)) ** 2
            lo, hi = (max(lo, 1 - share), hi) if self.h < t else (lo, min(hi, share))
        return max(lo, Fraction(0)), min(hi, Fraction(1))

    def _near(self, t, strict):
        """P(w < t) or P(w <= t), more or less what the drift may change."""
        if not self.drift:
            return self.surrogate(t, strict)
        e = Fraction(self.drift << 64, 1 << Q)
        share = Fraction(1, 1 << 128)
        return self.surrogate(t - e, False)[0] - share, self.surrogate(t + e, False)[1] + share

    def _steps(self, t):
        """Two e > 0, near the best ones for a lower and an upper bound: D times powers of 1.25, and
        what is between these. Any will do, so floats may choose them."""
        if not self.variance:
            return []
        size = root_up(fixed_up(self.variance) << Q)
        try:
            distance, place = float(Fraction(self.distance, size)), float((t - self.h) * (1 << Q) / size)
        except OverflowError:
            return []
        steps = []
        for sign in (-1, 1):
            def loss(k):
                e = 1.25 ** k
                if self.component.lines:
                    return 1 / (e * e) + self.component.lines.tail_near(-sign * place - e * distance)
                return 1 / (e * e) + sign * 0.5 * math.erfc(-(place + sign * e * distance) / math.sqrt(2))
            k = min(range(400), key=loss)
            k = min((k + i / 16 for i in range(-15, 16)), key=loss)
            steps.append(Fraction(self.distance, 1 << Q) * Fraction(1.25 ** max(k, 0.0)))
        return steps

    # --- integrals ---

    def mean(self, m):
        """(lower, upper) of E(f - m), as fractions."""
        lo, hi = self.kinks.mean(self.t)
        return Fraction(lo - self.rest, 1 << Q) - m, Fraction(hi + self.rest, 1 << Q) - m

    def product(self, m, other, k):
        """(lower, upper) of E((f - m)(g - k))."""
        lo, hi = (Fraction(x, 1 << Q) for x in self.kinks.product(self.t, other.t))
        p = [(Fraction(x, 1 << Q) - m) * (Fraction(y, 1 << Q) - k)
             for x in self.kinks.mean(self.t) for y in self.kinks.mean(other.t)]
        slack = self.rest * other.rest
        if other.rest:
            slack += self.kinks.norm_up(self.t, m) * other.rest
        if self.rest:
            slack += self.kinks.norm_up(other.t, k) * self.rest
        slack = Fraction(slack, 1 << 2 * Q)
        return lo + min(p) - slack, hi + max(p) + slack

    def excess(self, t):
        """(lower, upper) of E max(f - t, 0)."""
        lo, hi = (self.component.lines.excess if self.component.lines else excess)(self.h - t, self.variance)
        return Fraction(max(lo - self.distance, 0), 1 << Q), Fraction(hi + self.distance, 1 << Q)


class Linearisation:
    """All components under one method, and what follows for events and integrals of a claim. Components with
    lines are the same under both methods, and are kept in `lined` by their numbers."""

    def __init__(self, statement, graph, rows, method, sources, lined):
        self.graph, self.rows = graph, rows
        summands = [(b, s) for b in statement.law.branches for s in b.summands]
        chords = chords_of_page(bending(graph), len(summands))
        self.components = []
        for k, (b, s) in enumerate(summands):
            component = lined.get(k) or Component(graph, b, s, method, sources, chords)
            if component.lines:
                lined[k] = component
            self.components.append(component)

    def _form(self, component, row):
        r, form = self.rows.rows[row], self.rows.forms[row]
        plain = {form[1]: form[2]} if form[0] == 'clamp' else self._plain(form[1])
        return component.form(r.weights, r.constant, (plain,))

    def _plain(self, terms):
        weights = {}
        for (letter, i), c in terms:
            n = i if letter == 'x' else self.graph.outputs[i]
            weights[n] = weights.get(n, Fraction(0)) + c
        return {n: c for n, c in weights.items() if c}

    def _literal(self, component, literal):
        """(lower, upper) of a comparison; where a ReLU or Clip at the very end was taken away, also of
        the comparison as it stands in the claim."""
        ways = [(self._form(component, literal.row), literal.t, literal.sign, literal.strict)]
        for form, sign, t, strict in self.rows.clamped.get(literal.key, ()):
            r = self.graph.form(form.terms)
            ways.append((component.form(r.weights, r.constant, (self._plain(form.terms),)), t, sign, strict))
        lo, hi = Fraction(0), Fraction(1)
        for f, t, sign, strict in ways:
            # of sign -1: the complement of g <= t (strict) or g < t
            x, y = f.below(t, strict if sign > 0 else not strict)
            if sign < 0:
                x, y = 1 - y, 1 - x
            lo, hi = max(lo, x), min(hi, y)
        return lo, hi

    def event(self, event):
        """(lower, upper) of an event's probability."""
        parts = [(c.weight, c.probability(event, self._literal)) for c in self.components]
        return sum(w * p[0] for w, p in parts), sum(w * p[1] for w, p in parts)

    def integral(self, spec):
        """(lower, upper) of an integral, or None where nothing is proved."""
        if spec.condition is not None:
            return None
        lo = hi = Fraction(0)
        for c in self.components:
            f = self._form(c, spec.row)
            if spec.kind == 'mean':
                x, y = f.mean(spec.m)
            elif spec.kind == 'excess':
                x, y = f.excess(spec.m)
            else:
                x, y = f.product(spec.m, self._form(c, spec.other), spec.k)
            lo, hi = lo + c.weight * x, hi + c.weight * y
        if spec.kind == 'product' and spec.row == spec.other and spec.m == spec.k:
            lo = max(lo, Fraction(0))
        return lo, hi
