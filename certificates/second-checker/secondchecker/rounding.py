"""Level F: how far an evaluation in a floating-point format may be from the function over the reals.

FORMAT.md section 4, "Evaluations in a format" and "Deviation". Deviations and magnitudes are
integers at the scale 2^-P, rounded up; None is infinite.
"""
from fractions import Fraction

from . import Invalid, Refused, fixed, functions, wide
from .fixed import ONE, P

OPERATORS = {'Add', 'Sub', 'Mul', 'Div', 'Neg', 'Sum', 'Max', 'Min', 'Mean', 'ReduceSum', 'ReduceMean', 'ReduceMax',
             'ReduceMin', 'AveragePool', 'GlobalAveragePool', 'MaxPool', 'GlobalMaxPool', 'BatchNormalization',
             'MatMul', 'Gemm', 'Relu', 'LeakyRelu', 'PRelu', 'Clip', 'Abs', 'HardSigmoid', 'Elu', 'Selu', 'Tanh',
             'Sigmoid', 'Softplus', 'Softsign'}
MAPS = {'Identity', 'Dropout', 'Flatten', 'Reshape', 'Squeeze', 'Unsqueeze', 'Transpose', 'Concat', 'Split', 'Slice',
        'Gather', 'Expand', 'Tile', 'Pad', 'Constant', 'ConstantOfShape', 'Shape', 'Size', 'Cast'}


class Format:
    def __init__(self, name):
        self.bits, low, high = (24, -126, 127) if name == 'float32' else (53, -1022, 1023)
        self.u = Fraction(1, 1 << self.bits)
        self.eta = Fraction(1, 1 << -low)
        self.big = (2 - 2 * self.u) * Fraction(2) ** high
        self.least = self.eta * 2 * self.u

    def has(self, x):
        if x == 0:
            return True
        if abs(x) > self.big or x.denominator & (x.denominator - 1):
            return False
        n = abs(x.numerator)
        return (x / self.least).denominator == 1 and (n // (n & -n)).bit_length() <= self.bits

    def subnormal(self, x):
        return x != 0 and abs(x) < self.eta


def power_of_two(x):
    n, d = abs(x.numerator), x.denominator
    return n & (n - 1) == 0 and d & (d - 1) == 0


def check(graph, semantics):
    """Rejects networks that level F does not cover."""
    f = Format(semantics[0])
    if graph.unclear:
        raise Refused('level F: ' + graph.unclear[0])
    if graph.refusals:
        raise Invalid('level F: ' + graph.refusals[0])

    def need(condition, what):
        if not condition:
            raise Invalid('level F: ' + what)
    for g in graph.gates:
        if g.kind == 'affine':
            for r in g.rows:
                for w in r.weights.values():
                    need(f.has(w), 'a weight that is no number of the format')
                    need(not (abs(w) > 1 / f.eta and power_of_two(w)), 'a weight beyond 1/eta')
                need(f.has(r.constant), 'a constant that is no number of the format')
            continue
        for h in g.functions:
            if isinstance(h, functions.Enclosed) or isinstance(h, functions.Piecewise) and not h.knots:
                normalization = getattr(h, 'normalization', None)
                if normalization:
                    s, b, m, v, e = normalization
                    bounds = Fraction(1, 1 << 40), Fraction(1 << 40)
                    need(bounds[0] <= abs(s) <= bounds[1] and bounds[0] <= v + e <= bounds[1],
                         'a BatchNormalization with extreme parameters')
                    need(all(map(f.has, (s, b, m, v, e))), 'a parameter that is no number of the format')
                elif g.rule not in ('scaling', 'quotient'):
                    need(all(f.has(Fraction(x)) for p in h.pieces for x in p), 'a Clip whose ends are no numbers of the format')
                continue
            if isinstance(h, functions.Piecewise):
                need(all(f.has(Fraction(x)) for p in h.pieces for x in p), 'a slope or constant that is no number of the format')
                need(all(f.has(Fraction(k)) and not f.subnormal(Fraction(k)) for k in h.knots), 'an end of a Clip')
            else:
                need(h.name in ('tanh', 'sigmoid', 'softplus', 'softsign', 'elu'), h.name + ' is not covered')
                if h.name == 'elu':
                    need(f.has(h.alpha) and f.has(h.gamma), 'a constant that is no number of the format')


class Deviations:
    def __init__(self, graph, rows, semantics):
        self.graph, self.forms = graph, rows.forms
        self.f = Format(semantics[0])
        self.accuracy = semantics[1]
        self.wide = wide.Wide(graph, rows.rows)
        self.eta = max(1, fixed.up(self.f.eta))
        self.big = fixed.down(self.f.big)
        self.u = self.f.u

    def of_rows(self, inputs):
        """The deviation of each row of the claim, given the ranges of the inputs."""
        d = self.numbers(inputs)
        if d is None:
            return [None] * len(self.forms)
        result = []
        for form in self.forms:
            if form[0] == 'clamp':
                result.append(self._times(form[2], d[form[1]] + 2 * self.eta))
            else:
                weights = {}
                for (letter, i), c in form[1]:
                    if letter == 'y':
                        result_of = self.graph.outputs[i]
                        weights[result_of] = weights.get(result_of, 0) + abs(c)
                result.append(sum(self._times(c, d[n]) for n, c in weights.items()))
        return result

    def widen(self, inputs, ranges):
        """Ranges of rows, widened by the deviations there."""
        result = []
        for r, d in zip(ranges, self.of_rows(inputs)):
            result.append((None, None) if d is None else (
                None if r[0] is None else r[0] - d, None if r[1] is None else r[1] + d))
        return result

    @staticmethod
    def _times(c, x):
        return -((-c.numerator * x) // c.denominator)

    def _gamma(self, r):
        return r * self.u / (1 - r * self.u)

    def numbers(self, inputs):
        """Deviations of all numbers, or None where nothing is known."""
        if any(lo is None or hi is None for lo, hi in inputs):
            return None
        values = self.wide.numbers(inputs)
        d = [0] * self.graph.count
        u, eta = self.u, self.eta
        for i, (lo, hi) in enumerate(inputs):
            if lo == hi:
                x = Fraction(lo, ONE)
                if self.f.has(x) and not self.f.subnormal(x):
                    continue
            m = max(abs(lo), abs(hi))
            if m > self.big:
                return None
            d[i] = self._times(u, m) + eta
        for g in self.graph.gates:
            for i in range(g.size()):
                n = g.first + i
                if g.kind == 'affine':
                    x = self._affine(g, g.rows[i], values, values[n], d)
                else:
                    x = self._activation(g, g.functions[i], values[g.arguments[i]], d[g.arguments[i]])
                if x is None:
                    return None
                d[n] = x
        return d

    def _affine(self, gate, row, values, own, d):
        eta, T = self.eta, gate.terms
        k = len(row.weights)
        b = row.constant
        c = 1 if b else 0
        S, M = fixed.up(abs(b)), 0
        some = False
        for j, w in row.weights.items():
            lo, hi = values[j]
            if lo is None or hi is None:
                return None
            m = max(abs(lo), abs(hi))
            a = abs(w)
            S += self._times(a, m + d[j])
            M += self._times(a, d[j] + eta)
            if self.f.subnormal(w):
                M += self._times(a, m + d[j])
            some = some or a != 1
        r = max(k + c - 1, 0) + (1 if some else 0)
        if 2 * r * self.u >= 1:
            return None
        extra = 0
        if k == 1 and b:
            w = abs(next(iter(row.weights.values())))
            if power_of_two(w):
                M += self._times(4 * w, eta)
                extra = self._times(2 / w, S)
        second = S
        if r == 1:
            second = min(S, max(abs(own[0]), abs(own[1])) + M)
        result = M + self._times(self._gamma(r), second) + 4 * (k + 1 + T) * eta
        if max(S, extra) + result > self.big:
            return None
        return result

    def _activation(self, gate, f, argument, d):
        lo, hi = argument
        if lo is None or hi is None:
            return None
        eta, u = self.eta, self.u
        x = max(abs(lo), abs(hi))
        if isinstance(f, functions.Enclosed) or isinstance(f, functions.Piecewise) and not f.knots and gate.rule in (
                'scaling', 'quotient', 'normalization'):
            return self._scaling(f, x, d)
        w = d + eta
        lo, hi = lo - w, hi + w
        x = max(abs(lo), abs(hi))
        if isinstance(f, functions.Piecewise):
            i, j = f.fixed_range(lo, hi)
            pieces = f.pieces[min(i, j):max(i, j) + 1]
            L = max(abs(Fraction(a)) for a, _ in pieces)
            rounded = 0
            for a, _ in pieces:
                a = abs(Fraction(a))
                if a not in (0, 1):
                    rounded = max(rounded, self._times(a if self.f.subnormal(a) else u * a, x))
            result = self._times(L, w) + rounded
            if not (len(pieces) == 1 and pieces[0][0] == 0):
                result += eta
            values = f.range(lo, hi)
            if max(map(abs, values)) + result > self.big or x > self.big:
                return None
            return result
        s = Fraction(wide.steepest(f), ONE)
        values = f.range(lo, hi)
        F = Fraction(max(map(abs, values)), ONE)
        result = self._times(s, w) + fixed.up(self.accuracy * 2 * u * max(1, s, F)) + eta
        if max(map(abs, values)) + result > self.big or x > self.big:
            return None
        return result

    def _scaling(self, f, x, d):
        eta = self.eta
        if isinstance(f, functions.Enclosed):
            c = Fraction(max(map(abs, f.c)), ONE)
            low = Fraction(min(map(abs, f.c)), ONE)
            s = Fraction(max(map(abs, f.d)), ONE)
        else:
            c = low = abs(Fraction(f.pieces[0][0]))
            s = abs(Fraction(f.pieces[0][1]))
        if c and not (self.f.eta <= low and c <= 1 / self.f.eta):
            return None
        normalization = getattr(f, 'normalization', None)
        gamma, factor = self._gamma(5), 1
        if normalization:
            scale, bias, mean, _, _ = normalization
            s = abs(bias) + abs(mean) * c + abs(scale) / (1 << 90)
            gamma, factor = self._gamma(10), 1 << 21
        size = self._times(c, x) + fixed.up(s)
        result = self._times(c, d + eta) + self._times(gamma, size) + self._times(8 * (1 + c), eta)
        if c and factor * (self._times(2 / c, size) + result) > self.big:
            return None
        return result
