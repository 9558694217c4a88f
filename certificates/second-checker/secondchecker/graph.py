"""The network as a graph of gates. FORMAT.md section 4, "The network as a graph of gates".

Numbers are counted through: the inputs 0, 1, ..., then the numbers of each gate. All networks of a
statement share the inputs and stand side by side in one graph.
"""
from fractions import Fraction
from operator import itemgetter, mul

from .fixed import P


class Row:
    """An exact affine form: weights (a dictionary number -> fraction, none of them 0), constant."""
    __slots__ = ('weights', 'constant', '_compiled')

    def __init__(self, weights, constant):
        self.weights = {j: w for j, w in weights.items() if w}
        self.constant = constant
        self._compiled = None

    def compiled(self):
        if self._compiled is None:
            self._compiled = FixedRow(self.weights, self.constant)
        return self._compiled


def _getter(indices):
    if not indices:
        return lambda values: ()
    if len(indices) == 1:
        i = indices[0]
        return lambda values: (values[i],)
    return itemgetter(*indices)


class FixedRow:
    """A row with weights as integers at the scale 2^-P. A weight that is no multiple of 2^-P is
    rounded towards 0, and each such number's magnitude counts as an error of one unit."""

    def __init__(self, weights, constant, extra=(0, 0)):
        """`extra` is an enclosure, at the scale 2^-2P, that joins the constant."""
        positive, negative, self.inexact = [], [], []
        for j, w in weights.items():
            n = w.numerator << P
            q = abs(n) // w.denominator
            if q * w.denominator != abs(n):
                self.inexact.append(j)
            (positive if w > 0 else negative).append((j, q if w > 0 else -q))
        self.terms = positive + negative
        self.indices = [j for j, _ in self.terms]
        self.positive = tuple(w for _, w in positive)
        self.negative = tuple(w for _, w in negative)
        self.get_positive = _getter([j for j, _ in positive])
        self.get_negative = _getter([j for j, _ in negative])
        n, d = constant.numerator << 2 * P, constant.denominator
        self.constant_lo, self.constant_hi = n // d + extra[0], -(-n // d) + extra[1]
        self.sizes = tuple((j, abs(w) + 1) for j, w in self.terms)

    @staticmethod
    def folded(row, known):
        """The compiled row with known numbers (enclosures) taken into the constant."""
        if not any(j in known for j in row.weights):
            return row.compiled()
        lo = hi = 0
        weights = {}
        for j, w in row.weights.items():
            if j not in known:
                weights[j] = w
                continue
            a, b = (w.numerator << P) // w.denominator, -((-w.numerator << P) // w.denominator)
            products = [x * y for x in (a, b) for y in known[j]]
            lo += min(products)
            hi += max(products)
        return FixedRow(weights, row.constant, (lo, hi))

    def interval(self, lo, hi):
        a = (self.constant_lo + sum(map(mul, self.positive, self.get_positive(lo)))
             + sum(map(mul, self.negative, self.get_negative(hi))))
        b = (self.constant_hi + sum(map(mul, self.positive, self.get_positive(hi)))
             + sum(map(mul, self.negative, self.get_negative(lo))))
        for j in self.inexact:
            m = max(abs(lo[j]), abs(hi[j]))
            a -= m
            b += m
        return a >> P, -((-b) >> P)

    def slack(self, slacks):
        """Sum of |weight| times slack, rounded up."""
        s = 0
        for j, w in self.sizes:
            if slacks[j]:
                s += w * slacks[j]
        return -((-s) >> P)


class AffineGate:
    """`terms` is the number T of its terms; `parts` the rows of products (for section 4's count)."""
    kind = 'affine'

    def __init__(self, rows, terms=1, products=None, rule=None):
        self.rows = rows
        self.terms = terms
        self.products = products if products is not None else sum(len(r.weights) for r in rows)
        self.rule = rule          # level F: what kind of node this is
        self.first = 0

    def size(self):
        return len(self.rows)

    def sources(self):
        return {j for r in self.rows for j in r.weights}


class ActivationGate:
    kind = 'activation'

    def __init__(self, functions, arguments, rule=None):
        self.functions = functions
        self.arguments = arguments
        self.rule = rule
        self.first = 0

    def size(self):
        return len(self.functions)

    def sources(self):
        return set(self.arguments)


class Graph:
    def __init__(self, inputs):
        self.inputs = inputs
        self.gates = []
        self.count = inputs
        self.outputs = []
        self.refusals = []       # level F: why a network is refused there
        self.unclear = []        # level F: what this checker has no means for

    def add(self, gate):
        gate.first = self.count
        self.gates.append(gate)
        self.count += gate.size()
        return list(range(gate.first, self.count))

    def finish(self):
        """Merges additions of constants, drops what no output needs, counts levels."""
        self._merge()
        self.levels = [0] * self.count
        self.gate_of = [None] * self.count
        for g in self.gates:
            for i in range(g.size()):
                n = g.first + i
                self.gate_of[n] = g
                if g.kind == 'affine':
                    self.levels[n] = max((self.levels[j] for j in g.rows[i].weights), default=0)
                else:
                    self.levels[n] = self.levels[g.arguments[i]] + 1
        self.highest = max(self.levels, default=0)

    def floor(self):
        """Log, Sqrt and Reciprocal of what interval arithmetic over the whole line proves to be at
        least m >= 0, where they are defined from m on, are floored (section 4, "Functions that are
        not defined everywhere")."""
        from . import wide
        from .functions import Floored
        if not any(f.name in ('log', 'sqrt', 'reciprocal') for g in self.gates if g.kind == 'activation' for f in g.functions):
            return
        ranges = wide.Wide(self, []).numbers([(None, None)] * self.inputs)
        for g in self.gates:
            if g.kind == 'activation':
                for i, f in enumerate(g.functions):
                    m = ranges[g.arguments[i]][0]
                    if f.name in ('log', 'sqrt', 'reciprocal') and m is not None and (m > 0 or m == 0 and f.name == 'sqrt'):
                        g.functions[i] = Floored(f, m)

    def _merge(self):
        readers = {}
        for g in self.gates:
            for j in g.sources():
                readers.setdefault(j, []).append(g)
        needed = set(self.outputs)
        for g in reversed(self.gates):
            if any(n in needed for n in range(g.first, g.first + g.size())):
                needed |= g.sources()
        by_first = {}
        for g in self.gates:
            for n in range(g.first, g.first + g.size()):
                by_first[n] = g
        replaced = {}
        dropped = set()
        outputs = set(self.outputs)
        for g in self.gates:
            if g.kind != 'affine' or g.rule != 'add constants':
                continue
            rows = [list(r.weights.items()) for r in g.rows]
            if any(len(r) != 1 or r[0][1] != 1 for r in rows):
                continue
            sources = [r[0][0] for r in rows]
            a = by_first.get(sources[0])
            if a is None or a.kind != 'affine' or a in dropped or len(set(sources)) != len(sources):
                continue
            if set(sources) != set(range(a.first, a.first + a.size())):
                continue
            if any(r.constant for r in a.rows) or any(s in outputs for s in sources):
                continue
            if any(x is not g for s in sources for x in readers.get(s, ())):
                continue
            g.rows = [Row(a.rows[s - a.first].weights, r.constant) for s, r in zip(sources, g.rows)]
            g.terms, g.products, g.rule = a.terms, a.products, a.rule
            dropped.add(a)
            for j in g.sources():
                readers[j] = [g if x is a else x for x in readers.get(j, ())]
        # renumber
        kept = [g for g in self.gates if g not in dropped
                and any(n in needed for n in range(g.first, g.first + g.size()))]
        number = list(range(self.inputs)) + [None] * (self.count - self.inputs)
        at = self.inputs
        for g in kept:
            first = at
            for i in range(g.size()):
                number[g.first + i] = at
                at += 1
            g.new_first = first
        for g in kept:
            g.first = g.new_first
            if g.kind == 'affine':
                g.rows = [Row({number[j]: w for j, w in r.weights.items()}, r.constant) for r in g.rows]
            else:
                g.arguments = [number[j] for j in g.arguments]
        self.gates = kept
        self.count = at
        self.outputs = [number[j] for j in self.outputs]

    def products(self):
        """Number of products: rows times columns of each matrix, else one for each row."""
        return sum(g.products for g in self.gates if g.kind == 'affine')

    def form(self, terms):
        """The row of a claim's form: affine gates that it reads are multiplied in, once."""
        weights, constant = {}, Fraction(0)
        for (letter, i), c in terms:
            n = i if letter == 'x' else self.outputs[i]
            weights[n] = weights.get(n, 0) + c
        return self.multiply_in(weights, constant)

    def multiply_in(self, weights, constant):
        result = {}
        for n, c in weights.items():
            g = self.gate_of[n]
            if g is not None and g.kind == 'affine':
                r = g.rows[n - g.first]
                constant += c * r.constant
                for j, w in r.weights.items():
                    result[j] = result.get(j, 0) + c * w
            else:
                result[n] = result.get(n, 0) + c
        return Row(result, constant)
