"""Support certificates. FORMAT.md section 8. Affine functions, means and variances are exact fractions,
and so is all that follows from enclosures of the normal distribution's tails.
"""
from fractions import Fraction
import math
import struct

from . import Invalid, Refused, functions
from .kinks import below

LEFT_OUT, DECIDE, PATTERN, CONFINE = 0, 1, 2, 3
_MOST_NEURONS = 1 << 13
_MOST_NUMBERS = 1 << 23
_MOST_BITS = 1 << 14


def applicable(statement, graph):
    """Invalid where a certificate cannot be of this kind."""
    law = statement.law
    if not law.complete():
        raise Invalid('a support is of laws whose masses add up to 1')
    kinked = 0
    for g in graph.gates:
        for f in g.functions if g.kind == 'activation' else ():
            if not isinstance(f, functions.Piecewise):
                raise Invalid('a network that is not piecewise linear, or whose pieces are no fractions')
            kinked += bool(f.knots)
    if kinked > _MOST_NEURONS:
        raise Invalid('more than %d neurons with kinks' % _MOST_NEURONS)
    of_inputs = 0
    for b in law.branches:
        of_inputs += statement.inputs * (b.coordinates + 1) * len(b.summands)
        if max(of_inputs, graph.count * (b.coordinates + 1)) > _MOST_NUMBERS:
            raise Invalid('more than %d numbers of inputs and neurons' % _MOST_NUMBERS)
        if any(d.name != 'normal' or d.on or d.within for _, ds in b.summands for d in ds):
            raise Invalid('a support is of normal coordinates')


class Component:
    """A summand of a branch: affine functions of its coordinates, which are (coefficients, constant)."""

    def __init__(self, branch, summand):
        self.weight, distributions = summand
        self.means = [d.parameters[0] for d in distributions]
        self.variances = [d.parameters[1] if d.root else d.parameters[1] ** 2 for d in distributions]
        self.inputs = []
        for a in branch.inputs:
            v = [Fraction(0)] * len(self.means)
            for q, c in a.terms:
                v[q] = c
            self.inputs.append((v, a.constant))

    def under(self, g, t):
        """(lower, upper) of P(g < t)."""
        mean = g[1] + sum(a * m for a, m in zip(g[0], self.means))
        variance = sum(a * a * v for a, v in zip(g[0], self.variances))
        return below(t, mean, variance) if variance else (Fraction(mean < t),) * 2

    def sum(self, terms, constant):
        """An affine function of functions."""
        a, b = [Fraction(0)] * len(self.means), Fraction(constant)
        for w, x in terms:
            a = [p + w * q if q else p for p, q in zip(a, x[0])]
            b += w * x[1]
        if any(max(x.numerator.bit_length(), x.denominator.bit_length()) > _MOST_BITS for x in a + [b]):
            raise Refused('an affine function with too long numbers')
        return a, b


class Stage:
    """The arguments of the gate's neurons; the gate is the next one with kinks, or None."""

    def __init__(self, component, graph, values, gate):
        self.component, self.graph, self.values = component, graph, list(values)
        while gate < len(graph.gates):
            g = graph.gates[gate]
            if g.kind == 'affine':
                self.values += [component.sum([(w, self.values[j]) for j, w in r.weights.items()], r.constant)
                                for r in g.rows]
            elif any(f.knots for f in g.functions):
                break
            else:
                self.values += self.on(g, [0] * g.size())
            gate += 1
        self.gate = gate
        self.functions = graph.gates[gate].functions if gate < len(graph.gates) else ()
        self.open = frozenset(i for i, f in enumerate(self.functions) if f.knots)

    def on(self, gate, pieces):
        """What a gate's neurons give on these pieces."""
        result = []
        for f, j, k in zip(gate.functions, gate.arguments, pieces):
            slope, constant = map(Fraction, f.pieces[k])
            result.append(self.component.sum([(slope, self.values[j])], constant))
        return result

    def argument(self, neuron):
        return self.values[self.graph.gates[self.gate].arguments[neuron]]

    def next(self, pieces):
        gate = self.graph.gates[self.gate]
        values = self.values + self.on(gate, [pieces.get(i, 0) for i in range(gate.size())])
        return Stage(self.component, self.graph, values, self.gate + 1)


class Place:
    """`decisions` are (argument, kink below or None, kink above or None), as a chain from the last one."""

    def __init__(self, stage, pieces, decisions, most, outside):
        self.stage, self.pieces, self.decisions = stage, pieces, decisions
        self.most, self.outside = most, outside

    def advanced(self):
        """Where a neuron is open, or the end."""
        place = self
        while place.stage.open and len(place.pieces) == len(place.stage.open):
            place = Place(place.stage.next(place.pieces), {}, place.decisions, place.most, place.outside)
        return place

    def on(self, neuron, k):
        component = self.stage.component
        g, f = self.stage.argument(neuron), self.stage.functions[neuron]
        low = f.knots[k - 1] if k else None
        high = f.knots[k] if k < len(f.knots) else None
        under = component.under(g, low) if k else (Fraction(0),) * 2
        up = component.under(g, high) if high is not None else (Fraction(1),) * 2
        inside = up[1] - under[0]
        most = min(self.most, component.weight * max(inside, Fraction(0)))
        outside = self.outside + component.weight * min(1 - up[0] + under[1], Fraction(1))
        pieces = dict(self.pieces)
        pieces[neuron] = k
        return Place(self.stage, pieces, (self.decisions, (g, low, high)), most, outside)

    def confined(self, terms):
        component = self.stage.component
        chain, decisions = self.decisions, []
        while chain:
            chain, last = chain
            decisions.append(last)
        decisions.reverse()
        parts, constant = [], Fraction(0)
        for number, side, m in terms:
            if not 0 <= number < len(decisions):
                raise Invalid('a decision that there is not: %d' % number)
            g, low, high = decisions[number]
            t = low if side else high
            if t is None or not (m > 0 and math.isfinite(m)):
                raise Invalid('no half-space, or a multiplier that is not positive')
            m = Fraction(m) if side else -Fraction(m)
            parts.append((m, g))
            constant -= m * t
        share = 1 - component.under(component.sum(parts, constant), Fraction(0))[0]
        return Place(self.stage, self.pieces, self.decisions, min(self.most, component.weight * share), self.outside)


class Tree:
    def __init__(self, data):
        self.data, self.at = data, 0
        self.missing, self.patterns = Fraction(0), 0

    def take(self, form):
        size = struct.calcsize(form)
        if self.at + size > len(self.data):
            raise Invalid('the tree ends before all places are walked')
        self.at += size
        return struct.unpack_from(form, self.data, self.at - size)

    def walk(self, root):
        stack = [root]
        while stack:
            place = stack.pop()
            rule, = self.take('>B')
            if rule == LEFT_OUT:
                self.missing += place.most
            elif rule == CONFINE:
                count, = self.take('>H')
                stack.append(place.confined([self._term() for _ in range(count)]))
            elif rule == PATTERN:
                self._pattern(place.advanced())
            elif rule == DECIDE:
                neuron, = self.take('>I')
                place = place.advanced()
                if neuron not in place.stage.open or neuron in place.pieces:
                    raise Invalid('no open neuron %d' % neuron)
                stack += [place.on(neuron, k) for k in range(len(place.stage.functions[neuron].knots), -1, -1)]
            else:
                raise Invalid('the rule %02x' % rule)

    def _term(self):
        number, side, m = self.take('>IBd')
        if side > 1:
            raise Invalid('a side is 0 or 1')
        return number, side, m

    def _pattern(self, place):
        lower, upper = self.take('>dd')
        if place.stage.open:
            raise Invalid('a pattern where a neuron is open')
        if not 0 <= lower <= upper <= 1:
            raise Invalid('bounds of a pattern out of order')
        least = max(place.stage.component.weight - place.outside, Fraction(0))
        if least < Fraction(lower) or place.most > Fraction(upper):
            raise Invalid('a pattern between %.17g and %.17g, computed between %.17g and %.17g' % (
                lower, upper, float(least), float(place.most)))
        self.patterns += 1


def check(statement, graph, certificate):
    applicable(statement, graph)
    tree = Tree(certificate.tree)
    for branch in statement.law.branches:
        for summand in branch.summands:
            component = Component(branch, summand)
            stage = Stage(component, graph, component.inputs, 0)
            tree.walk(Place(stage, {}, None, min(component.weight, Fraction(1)), Fraction(0)))
    if tree.at != len(tree.data):
        raise Invalid('bytes behind the tree')
    if tree.patterns != certificate.patterns:
        raise Invalid('%d patterns instead of %d' % (tree.patterns, certificate.patterns))
    missing = min(tree.missing, Fraction(1))
    if missing > certificate.missing:
        raise Invalid('%.17g is missing, and not %.17g' % (float(missing), float(certificate.missing)))
    return 0, ['VALID', 'patterns: %d, at most %.17g missing' % (tree.patterns, float(certificate.missing))]
