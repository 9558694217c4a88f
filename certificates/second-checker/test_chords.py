"""Activations that bend (FORMAT.md section 7): piecewise linear functions in their place, their moments
and covariances, whole networks against integrals and samples, and what is refused. Closed forms are in
test_closed.py."""
from bisect import bisect_left
import decimal
from decimal import Decimal
from fractions import Fraction
import math
import random
import unittest
from unittest import mock

from decimals import PI, decimal_of, density, encloses, hermites, tail
from testing import IDENTITY, field, layers, model, node, pair, replay, tensor
from secondchecker import fixed, functions
from secondchecker.chords import Chords, Polyline, Thin, chords_of_page, curve, places, slopes, tangent_slope
from secondchecker.fixed import ONE, P
from secondchecker.kinks import Kinks
from secondchecker.mehler import DEEP, ORDER, hermite
from secondchecker.vectors import Q, Vector

AVERAGE, TANGENTS, BOTH = b'\x07\x01', b'\x07\x02', b'\x07\x03'
NORMAL = ['x[0] ~ normal(0, 1)']
FAR = ['-0x1p3 0x1p3']


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def elu(alpha, gamma=1.0):
    return lambda x: gamma * (x if x > 0 else alpha * math.expm1(x))


# functions that bend, in doubles and as they are here
FUNCTIONS = (
    (math.tanh, functions.Tanh()), (sigmoid, functions.Sigmoid()), (math.sin, functions.Wave('sin')), (math.cos, functions.Wave('cos')),
    (lambda x: max(x, 0) + math.log1p(math.exp(-abs(x))), functions.Softplus()), (lambda x: x / (1 + abs(x)), functions.Softsign()),
    (math.erf, functions.Erf()), (lambda x: x * math.erfc(-x), functions.ErfGate()), (lambda x: x * sigmoid(x), functions.Silu()),
    (lambda x: x * min(max(x / 6 + 0.5, 0), 1), functions.HardSwish()),
    (elu(1.0), functions.Elu(1)), (elu(0.5), functions.Elu(Fraction(1, 2))), (elu(-2.0), functions.Elu(-2)),
    (elu(1.5, -0.75), functions.Elu(Fraction(3, 2), Fraction(-3, 4))), (elu(0.0), functions.Elu(0)),
    (lambda x: math.log(max(x, 0.25)), functions.Floored(functions.Log(), ONE // 4)),
    (lambda x: math.sqrt(max(x, 0.25)), functions.Floored(functions.Sqrt(), ONE // 4)),
    (lambda x: 1 / max(x, 0.25), functions.Floored(functions.Reciprocal(), ONE // 4)))

STEPS = 2000
GRID = [(i + 0.5) * 20 / STEPS - 10 for i in range(STEPS)]


def integral(f):
    """That of f(z) for a standard normal z, by the midpoint rule."""
    return sum(f(z) * math.exp(-z * z / 2) for z in GRID) * 20 / STEPS / math.sqrt(2 * math.pi)


def interval(x, places=P):
    return tuple(float(Fraction(y, 1 << places)) for y in x)


def vector(mean, *coefficients):
    den = math.lcm(*(Fraction(x).denominator for x in (mean,) + coefficients))
    return Vector([int(x * den) for x in (mean,) + coefficients], den)


def computed(line):
    return tuple(float(x) for x in line.split(' computed between ')[1].split(' and '))


class PolylineTest(unittest.TestCase):
    def test_moments(self):
        """The moments of f(X) differ from those of g(X) by no more than off says, and that is little."""
        for f, g in FUNCTIONS:
            for h, s in ((0.0, 1.0), (-0.75, 0.5), (1.25, 3.0), (0.5, 2.0 ** -6)):
                p = Polyline(g, Fraction(h), Fraction(s) ** 2, 16)
                off = p.off / (1 << Q)
                self.assertLess(off, 0.03 * s * max(1, *map(abs, interval(g.slopes))), g.name)
                mean = integral(lambda z: f(h + s * z))
                self.assertLess(p.mean[1] - p.mean[0], 1 << (Q - 200))
                self.assertLess(abs(interval(p.mean, Q)[0] - mean), off + 1e-5 * s, (g.name, h, s))
                deviation = math.sqrt(integral(lambda z: (f(h + s * z) - mean) ** 2))
                self.assertLess(p.variance[1] - p.variance[0], 1 << (Q - 200))
                self.assertLess(abs(math.sqrt(interval(p.variance, Q)[1]) - deviation), off + 1e-5 * s, (g.name, h, s))
                # E g'(X) s = E g(X) Z
                steep = integral(lambda z: (f(h + s * z) - mean) * z)
                self.assertLess(abs(interval(p.share)[0] * s - steep), off + 1e-5 * s, (g.name, h, s))

    def test_moments_of_its_own(self):
        """All moments again in decimals, from the places, values and slopes of G."""
        with decimal.localcontext() as context:
            context.prec = 60
            for g, h, s in ((functions.Tanh(), Fraction(1, 4), 1), (functions.Elu(Fraction(1, 2)), Fraction(1, 7), 2),
                            (functions.HardSwish(), Fraction(-5, 2), 1), (functions.Wave('sin'), Fraction(30), 20)):
                c, p = Chords(g, h, Fraction(s) ** 2, 8), Polyline(g, h, Fraction(s) ** 2, 8)
                xs, values, steep = ([Decimal(v) / (1 << k) for v in w] for w, k in ((c.places, Q), (c.values, 2 * Q), (c.slopes, Q)))
                jumps = [b - a for a, b in zip(steep, steep[1:])]
                # G = V_0 + slope (z - x_0) + sum of c_r max(z - x_r, 0)
                mean = values[0] - steep[0] * xs[0] + sum(k * (density(x) - x * tail(x)) for k, x in zip(jumps, xs))
                first = steep[0] + sum(k * tail(x) for k, x in zip(jumps, xs))
                tails, dense = [Decimal(1)] + [tail(x) for x in xs] + [0], [0] + [density(x) for x in xs] + [0]
                flat = [0] + [x * d for x, d in zip(xs, dense[1:])] + [0]
                second = 0
                for k, b in enumerate(steep):
                    a = values[max(k - 1, 0)] - b * xs[max(k - 1, 0)] - mean
                    m = tails[k] - tails[k + 1]
                    second += a * a * m + 2 * a * b * (dense[k] - dense[k + 1]) + b * b * (m + flat[k] - flat[k + 1])
                encloses(self, p.mean, Q, mean)
                encloses(self, p.variance, Q, second)
                encloses(self, p.share, P, first / s)
                series = p.series()
                for j in range(2, 20):
                    a = sum(k * density(x) * hermites(x)[j - 2] for k, x in zip(jumps, xs)) / Decimal(math.factorial(j)).sqrt()
                    v = series.items[j - 2]
                    encloses(self, (v - series.error, v + series.error), Q, a)
                self.assertLess(series.error, 1 << (Q - 200))

    def test_off_is_no_less_than_it_is(self):
        """G at the places of an integral, from its values and slopes."""
        for f, g in FUNCTIONS:
            for h, s in ((0.25, 1.0), (-1.0, 2.5)):
                c, off = Chords(g, Fraction(h), Fraction(s) ** 2, 8), Polyline(g, Fraction(h), Fraction(s) ** 2, 8).off / (1 << Q)
                xs, values, steep = ([v / (1 << k) for v in w] for w, k in ((c.places, Q), (c.values, 2 * Q), (c.slopes, Q)))

                def line(z):
                    k = bisect_left(xs, z)
                    return values[max(k - 1, 0)] + steep[k] * (z - xs[max(k - 1, 0)])
                true = math.sqrt(integral(lambda z: (f(h + s * z) - line(z)) ** 2))
                self.assertLess(true, off + 1e-9, (g.name, h, s))
                self.assertLess(off, 10 * true + 1e-6, (g.name, h, s))

    def test_what_is_off_besides_gaps(self):
        """What stands for values, and places that are rounded; and what lies beyond the outermost places."""
        for g, h, s in ((functions.Tanh(), Fraction(1, 3), 2), (functions.Elu(3), Fraction(1, 10 ** 45), Fraction(1, 3)), (functions.HardSwish(), Fraction(7, 5), 10 ** 60)):
            c = Chords(g, h, Fraction(s) ** 2, 8)
            self.assertTrue(all(abs(t - (h + s * Fraction(x, 1 << Q)) * ONE) <= c.delta for t, x in zip(c.knots, c.places)))
            wrong = max(max(hi - Fraction(v, 1 << (2 * Q - P)), Fraction(v, 1 << (2 * Q - P)) - lo) for v, (lo, hi) in zip(c.values, map(g.value, c.knots)))
            steep = max(map(abs, g.slopes))
            self.assertGreaterEqual(c.slack, wrong + Fraction(steep * c.delta, ONE))
        # max(x, 0), of which there is nothing else
        c, p = Chords(functions.Elu(0), Fraction(1, 3), Fraction(1), 8), Polyline(functions.Elu(0), Fraction(1, 3), Fraction(1), 8)
        self.assertGreaterEqual(c.slack, c.delta)
        self.assertGreaterEqual(p.off, c.slack << (Q - P))
        # straight at all places, but not beyond them
        c, p = Chords(functions.HardSwish(), Fraction(50), Fraction(1), 8), Polyline(functions.HardSwish(), Fraction(50), Fraction(1), 8)
        self.assertEqual(max(c.gaps), 0)
        x = 10.2
        beyond = (1 + x * x) * math.erfc(x / math.sqrt(2)) / 2 - x * math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
        self.assertTrue(math.sqrt(beyond) / 3 < p.off / (1 << Q) < 10 * math.sqrt(beyond))

    def test_as_close_as_claims(self):
        """No more than half as far off as with the knots of the page, and its bound of what is off."""
        for f, g in FUNCTIONS:
            for h, s, n in ((0.25, 1.0, 64), (-2.0, 7.0, 8), (0.0, 0.125, 21)):
                ts = [h + 8 * s * math.sinh(2.5 * (2 * k / n - 1)) / math.sinh(2.5) for k in range(n + 1)]
                total = 0
                for a, b in zip(ts, ts[1:]):
                    lo, hi = interval(slopes(g, fixed.down(Fraction(a)), fixed.down(Fraction(b))))
                    share = (math.erf((b - h) / s / math.sqrt(2)) - math.erf((a - h) / s / math.sqrt(2))) / 2
                    total += ((hi - lo) * (b - a) / 4) ** 2 * share
                off = Polyline(g, Fraction(h), Fraction(s) ** 2, n).off / (1 << Q)
                self.assertLess(off, math.sqrt(total) / 2 + 1e-30, (g.name, h, s, n))

    def test_kinks_are_knots(self):
        """Also where one lies next to a place of the table, or two of them do."""
        for g, kinks in ((functions.Elu(3), [0]), (functions.HardSwish(), [-3, 3]), (functions.Floored(functions.Sqrt(), ONE // 4), [Fraction(1, 4)])):
            for h, s in ((Fraction(0), 1), (Fraction(1, 3), 2), (Fraction(1, 10 ** 46), 2), (Fraction(-3), Fraction(1, 1 << 60)), (Fraction(1), 10 ** 300)):
                c = Chords(g, h, Fraction(s) ** 2, 8)
                inside = [k for k in kinks if c.knots[0] < k * ONE < c.knots[-1]]
                self.assertTrue(s == 10 ** 300 or all(k * ONE in c.knots for k in inside), (g.name, h, s))
                self.assertEqual(c.places, sorted(set(c.places)))
                self.assertEqual(c.knots, sorted(c.knots))
                self.assertEqual(len(c.places), len(c.knots))

    def test_slopes_of_tangents(self):
        for g, x, slope in ((functions.Elu(Fraction(1, 2)), 0, 0.5), (functions.Elu(2), 0, 2), (functions.HardSwish(), 3, 1),
                            (functions.HardSwish(), -3, 0), (functions.HardSwish(), 0, 0.5), (functions.Floored(functions.Log(), ONE), 1, 0)):
            lo, hi = interval(tangent_slope(g, x * ONE))
            self.assertAlmostEqual(lo, slope, delta=1e-15)
            self.assertAlmostEqual(hi, slope, delta=1e-15)

    def test_slopes(self):
        r = random.Random(3)
        for f, g in FUNCTIONS:
            least, greatest = interval(g.slopes)
            for _ in range(60):
                a, b = sorted(r.choice((0.0, 0.25, -3.0, 3.0, -1.0, 1.0, r.uniform(-6, 6))) for _ in range(2))
                if a == b:
                    continue
                ends = [None if r.random() < 0.15 else int(x * (1 << 40)) << (P - 40) for x in (a, b)]
                lo, hi = interval(slopes(g, *ends))
                self.assertTrue(least <= lo <= hi <= greatest, g.name)
                a, b = (x - 40 if e is None and x is a else x + 40 if e is None else x for x, e in zip((a, b), ends))
                xs = [a + (b - a) * i / 50 for i in range(51)]
                for x, y in zip(xs, xs[1:]):
                    c = (f(y) - f(x)) / (y - x)
                    self.assertTrue(lo - 1e-9 <= c <= hi + 1e-9, (g.name, a, b, lo, c, hi))

    def test_one_sided_slopes_of_functions_that_turn(self):
        """No more than on the side that is asked for."""
        a = ONE // 64
        for g, lo, hi, most in ((functions.Elu(3), 0, a, 0), (functions.HardSwish(), -4 * ONE, -3 * ONE, 0), (functions.HardSwish(), 3 * ONE, None, 0),
                                (functions.HardSwish(), 3 * ONE - a, 3 * ONE, a), (functions.Elu(Fraction(1, 2)), -a, 0, a)):
            x, y = slopes(g, lo, hi)
            self.assertLessEqual(y - x, most + 4, g.name)

    def test_limits_that_have_no_slope(self):
        for f in (functions.Exp(), functions.Log(), functions.Sqrt(), functions.Reciprocal(), functions.Power(2), functions.Power(3),
                  functions.Floored(functions.Sqrt(), 0)):
            self.assertIsNone(f.slopes, f.name)

    def test_numbers_of_chords(self):
        self.assertEqual([chords_of_page(n, 1) for n in (0, 1, 128, 129, 1000, 8192, 9000)], [0, 512, 512, 508, 65, 8, 8])
        self.assertEqual([chords_of_page(100, c) for c in (1, 2, 100, 1000)], [512, 327, 8, 8])
        # theirs are among those here
        for n in (8, 9, 21, 65):
            xs = {round(x / (1 << Q), 9) for x in places(n).places}
            self.assertLessEqual({round(8 * math.sinh(2.5 * (2 * k / n - 1)) / math.sinh(2.5), 9) + 0.0 for k in range(n + 1)}, xs)

    def test_huge_and_tiny_numbers(self):
        for f, g in FUNCTIONS:
            for h, s in ((Fraction(10) ** 300, 1), (-Fraction(10) ** 300, 10 ** 300), (Fraction(0), Fraction(10) ** 300),
                         (Fraction(1, 3), Fraction(1, 10 ** 300)), (Fraction(0), Fraction(1, 10 ** 40)), (Fraction(10) ** 9, Fraction(1, 10 ** 9)),
                         (Fraction(1, 3), Fraction(1, 1 << 79)), (Fraction(1, 3), Fraction(1, 1 << 81))):
                p = curve(g, h, Fraction(s) ** 2, 8)
                self.assertEqual(isinstance(p, Thin), s * (1 << 80) < 1)
                self.assertGreater(p.off, 0)
                self.assertTrue(p.mean[0] <= p.mean[1] and 0 <= p.variance[0] <= p.variance[1], g.name)
                self.assertLess(p.mean[1] - p.mean[0], (1 << (Q - 150)) * math.ceil(max(1, s)))
                if s < 1 and h < 1:
                    self.assertLess(abs(interval(p.mean, Q)[0] - f(float(h))), 1e-12)
                    self.assertLess(p.off, 1 << (Q - 74), g.name)
            if g.increasing and None not in g.limits:
                # the mean is half way between what it comes to at both ends, up to what is off
                p = Polyline(g, Fraction(0), Fraction(10) ** 20, 64)
                middle = (f(1e30) + f(-1e30)) / 2
                self.assertLess(abs(interval(p.mean, Q)[0] - middle), 2 * p.off / (1 << Q), g.name)

    def test_thin_numbers(self):
        """The line through (h, f(h)): what is off is what f bends, and nothing where it does not."""
        for g, h, slope, least, most in ((functions.Tanh(), 0, 1, 0, 2.0 ** -120), (functions.HardSwish(), 4, 1, 0, 2.0 ** -150),
                                         (functions.Elu(3), 0, 2, 2.0 ** -81, 2.0 ** -80)):
            p = Thin(g, Fraction(h), Fraction(1, 1 << 162))
            self.assertEqual(interval(p.share), (slope, slope))
            self.assertAlmostEqual(p.variance[0] / (1 << (Q - 162)), slope ** 2, delta=1e-15)
            self.assertTrue(least <= p.off / (1 << Q) < most, g.name)


class SeriesTest(unittest.TestCase):
    def test_hermites_functions(self):
        for x in (0, Fraction(1, 2), Fraction(-5, 4), 4, -9, 20, -30, 40, 5000):
            place = int(x * (1 << Q))
            with decimal.localcontext() as context:
                context.prec = 130
                d = decimal_of(x)
                dense, exact = (-d * d / 2).exp() / (2 * PI).sqrt(), hermites(d, DEEP)
                values, error = hermite((place, place + 1), DEEP)
                self.assertEqual(len(values), DEEP + 1)
                self.assertLess(error, 64)
                for m, value in enumerate(values):
                    k = dense * exact[m] / Decimal(math.factorial(m)).sqrt()
                    self.assertLessEqual(abs(value - k * (1 << Q)), error, (x, m))

    def test_covariances(self):
        """Of functions of two numbers with a correlation, by a sum over a grid of two dimensions."""
        n = 100
        grid = [(i + 0.5) * 16 / n - 8 for i in range(n)]
        weight = [math.exp(-z * z / 2) * 16 / n / math.sqrt(2 * math.pi) for z in grid]
        for (f, a), (g, b) in ((FUNCTIONS[0], FUNCTIONS[1]), (FUNCTIONS[8], FUNCTIONS[2]), (FUNCTIONS[3], FUNCTIONS[4])):
            for rho in (0.6, -0.28, 0.96):
                kinks = Kinks([Fraction(1), Fraction(1)])
                c = Fraction(rho).limit_denominator(100)
                other = {Fraction(3, 5): Fraction(4, 5), Fraction(-7, 25): Fraction(24, 25), Fraction(24, 25): Fraction(7, 25)}[c]
                x, p = kinks.bend(vector(Fraction(1, 4), Fraction(1), Fraction(0)), a, lambda *k: Polyline(*k, 64))
                y, q = kinks.bend(vector(Fraction(-1, 2), 2 * c, 2 * other), b, lambda *k: Polyline(*k, 64))
                lo, hi = (z / (1 << Q) for z in kinks.product(x, y))
                d = math.sqrt(1 - rho * rho)
                fs = [f(0.25 + z) for z in grid]
                means = [sum(v * w for v, w in zip(fs, weight)), sum(g(-0.5 + 2 * z) * w for z, w in zip(grid, weight))]
                total = sum(w * (v - means[0]) * sum(g(-0.5 + 2 * (rho * z + d * k)) * u for k, u in zip(grid, weight))
                            for v, z, w in zip(fs, grid, weight))
                off = [k.off / (1 << Q) for k in (p, q)]
                deviations = [math.sqrt(interval(k.variance, Q)[1]) for k in (p, q)]
                slack = off[0] * deviations[1] + off[1] * deviations[0] + off[0] * off[1]
                self.assertLess(hi - lo, 1e-6)
                self.assertLess(slack, 2e-2)
                self.assertAlmostEqual((lo + hi) / 2, total, delta=slack)

    def test_kinks_by_series_and_without(self):
        """Of a ReLU and a function with a single kink, both ways of computing a covariance meet."""
        relu = functions.Elu(0)                   # max(x, 0): nothing is off
        for rho in (Fraction(3, 5), Fraction(-4, 5), Fraction(1), Fraction(-1)):
            other = {9: Fraction(4, 5), 16: Fraction(3, 5)}.get(int(25 * rho * rho), Fraction(0))
            kinks = Kinks([Fraction(1), Fraction(1)])
            forms = vector(Fraction(1, 4), Fraction(1), Fraction(0)), vector(Fraction(-1, 2), rho, other)
            x, y = map(kinks.add, forms)
            z, g = kinks.bend(forms[1], relu, lambda *k: Polyline(*k, 16))
            exact = [v / (1 << Q) for v in kinks.product(x, y)]
            lo, hi = (v / (1 << Q) for v in kinks.product(x, z))
            slack = g.off / (1 << Q) + 1e-15
            self.assertTrue(lo - slack <= exact[0] <= exact[1] <= hi + slack, (rho, lo, exact, hi))
            self.assertLess(hi - lo, 2e-3 if abs(rho) == 1 else 1e-7)
            self.assertLess(g.off, 1 << (Q - 60))

    def test_orders_are_larger_than_those_of_claims(self):
        self.assertGreater(ORDER, 101)
        self.assertGreater(DEEP, 400)


class NetworkTest(unittest.TestCase):
    def bounds(self, network, lines, claim, tree, numbers=(), inputs=None):
        n = sum('~' in x for x in lines)
        status, answer = replay(network, lines, claim, tree, ['-inf inf'], numbers, FAR * n, 1, inputs)
        self.assertEqual(status, 0, answer)
        return computed(answer[2])

    def test_one_hidden_layer(self):
        for name, f in (('Tanh', math.tanh), ('Sigmoid', sigmoid), ('Softplus', FUNCTIONS[4][0]), ('Sin', math.sin), ('Elu', elu(1.0)),
                        ('Erf', math.erf), ('HardSwish', FUNCTIONS[9][0]), ('Gelu', lambda x: x * math.erfc(-x / math.sqrt(2)) / 2)):
            network = model([node('Gemm', ['x', 'w', 'b'], 'h', field(1, 'transB') + field(3, 1) + field(20, 2)), node(name, ['h'], 'a'),
                             node('Gemm', ['a', 'v', 'c'], 'y', field(1, 'transB') + field(3, 1) + field(20, 2))],
                            [tensor('w', [2, 1], [1.5, -0.5]), tensor('b', [2], [0.25, 1.0]), tensor('v', [1, 2], [1.0, 2.0]), tensor('c', [1], [0.5])],
                            1, 1, 20)
            y = lambda z: f(1.5 * z + 0.25) + 2 * f(1 - 0.5 * z) + 0.5
            mean = integral(y)
            variance = integral(lambda z: (y(z) - mean) ** 2)
            for claim, x in (('E(1*y[0]) = ?', mean), ('Var(1*y[0]) = ?', variance)):
                for tree in (AVERAGE, TANGENTS):
                    lo, hi = self.bounds(network, NORMAL, claim, tree, ['1'])
                    self.assertTrue(lo - 1e-6 <= x <= hi + 1e-6, (name, lo, x, hi))
                    self.assertLess(hi - lo, 0.02)
            for tree in (AVERAGE, TANGENTS):
                lo, hi = self.bounds(network, NORMAL, 'P(1*y[0] <= 1) = ?', tree)
                share = integral(lambda z: float(y(z) <= 1))
                self.assertTrue(lo - 1e-3 <= share <= hi + 1e-3, (name, lo, share, hi))

    def test_chords_of_mixtures(self):
        """There are as many as for a claim about all components together."""
        asked = []

        def few(f, h, variance, chords):
            asked.append(chords)
            return curve(f, h, variance, 8)
        network = layers(([[1.0], [0.5]], [0.0, 0.5]), ([[1.0, 1.0]], [0.0]), activation='Tanh')
        law = ['branches 1 rest 0', 'branch coordinates 1 summands 80', 'x[0] = 1*u[0]'] + ['1/80: normal(%d, 1)' % k for k in range(80)]
        with mock.patch('secondchecker.linearisation.curve', few):
            status, lines = replay(network, law, 'E(1*y[0]) = ?', AVERAGE, ['-inf inf'], ['0'], FAR, 1, 1)
        self.assertEqual((status, asked), (0, [409] * 160), lines)

    def test_silu_as_a_product(self):
        network = model([node('Sigmoid', ['x'], 's'), node('Mul', ['x', 's'], 'y')], [], 1, 1)
        lo, hi = self.bounds(network, NORMAL, 'E(1*y[0]) = ?', AVERAGE, ['0'])
        self.assertTrue(lo <= integral(FUNCTIONS[8][0]) <= hi < lo + 1e-3)

    def test_two_hidden_layers_against_samples(self):
        r = random.Random(11)
        sizes = [2, 5, 4, 1]
        weights = [([[round(r.gauss(0, 1) / math.sqrt(a), 3) for _ in range(a)] for _ in range(b)], [round(r.gauss(0, 0.5), 3) for _ in range(b)])
                   for a, b in zip(sizes, sizes[1:])]
        network = layers(*weights, activation='Tanh')
        lines = ['x[0] ~ normal(1/2, 1/2)', 'x[1] ~ normal(-1/4, 3/4)']
        ys = []
        for _ in range(20000):
            v = [r.gauss(0.5, 0.5), r.gauss(-0.25, 0.75)]
            for k, (rows, biases) in enumerate(weights):
                v = [sum(map(lambda a, b: a * b, row, v)) + b for row, b in zip(rows, biases)]
                v = [math.tanh(x) for x in v] if k < 2 else v
            ys.append(v[0])
        mean = sum(ys) / len(ys)
        variance = sum((y - mean) ** 2 for y in ys) / len(ys)
        t = Fraction(round(100 * (mean + math.sqrt(variance))), 100)
        share = sum(y <= t for y in ys) / len(ys)
        for claim, numbers, x, slack, width in (('E(1*y[0]) = ?', ['0'], mean, 0.02, 0.3), ('Var(1*y[0]) = ?', ['0'], variance, 0.05 * variance, 1),
                                                ('P(1*y[0] <= %s) = ?' % t, [], share, 0.02, 1.01)):
            for tree in (AVERAGE, TANGENTS):
                lo, hi = self.bounds(network, lines, claim, tree, numbers)
                self.assertTrue(lo - slack <= x <= hi + slack, (claim, lo, x, hi))
                self.assertLess(hi - lo, width)

    def test_deviation_0(self):
        """What is not random is a number that is known to many places, but not exactly."""
        network = layers(([[0.0], [0.0]], [0.5, -1.0]), ([[1.0, 1.0]], [0.0]), activation='Tanh')
        x = math.tanh(0.5) - math.tanh(1)
        for tree in (AVERAGE, TANGENTS):
            for lines in (NORMAL, ['x[0] = 3']):
                lo, hi = self.bounds(network, lines, 'E(1*y[0]) = ?', tree, ['0'])
                self.assertAlmostEqual(lo, x, delta=1e-15)
                self.assertAlmostEqual(hi, x, delta=1e-15)
                lo, hi = self.bounds(network, lines, 'Var(1*y[0]) = ?', tree, ['0'])
                self.assertTrue(0 <= lo <= hi < 1e-30)
                for t, least, most in ((x + 1e-9, 0.999999, 1), (x - 1e-9, 0, 1e-6)):
                    lo, hi = self.bounds(network, lines, 'P(1*y[0] <= %s) = ?' % Fraction(t), tree)
                    self.assertTrue(least <= lo <= hi <= most, (t, lo, hi))

    def test_a_number_next_to_a_value(self):
        """tanh(1/2) cut off behind 60 binary places is below it: nothing may be proved of P(y <= t)."""
        network = layers(([[0.0]], [0.5]), ([[1.0]], [0.0]), activation='Tanh')
        value = fixed.tanh(ONE // 2)
        for t, truth in ((Fraction(value[0] >> (P - 60), 1 << 60), 0), (Fraction(value[0], ONE), 0), (Fraction(value[1], ONE), 1)):
            lo, hi = self.bounds(network, NORMAL, 'P(1*y[0] <= %s) = ?' % t, BOTH)
            self.assertTrue(lo <= truth <= hi)

    def test_tangents_prove_no_probability(self):
        """Far from any bend the tangent is close, and still D is all that is used."""
        network = layers(([[1.0]], [50.0]), ([[1.0]], [0.0]), activation='Softplus')
        lo, hi = self.bounds(network, NORMAL, 'P(1*y[0] <= 50) = ?', TANGENTS)
        self.assertTrue(lo < 0.5 < hi)
        self.assertGreater(hi - lo, 1e-12)

    def test_huge_weights(self):
        for name in ('Tanh', 'Softplus', 'Softsign', 'Sin'):
            network = layers(([[1e300], [1e-300]], [0.0, 1e300]), ([[1e-300, 1.0]], [0.0]), activation=name)
            for tree in (AVERAGE, TANGENTS):
                lo, hi = self.bounds(network, NORMAL, 'E(1*y[0]) = ?', tree, ['0'])
                self.assertLessEqual(lo, hi)

    def test_limits(self):
        """Each activation that bends counts as one kink."""
        for n, status in ((3000, 0), (3001, 3)):
            network = layers(([[0.0]] * n, [0.0] * n), ([[1.0] * n], [0.0]), activation='Tanh')
            self.assertEqual(replay(network, NORMAL, 'P(1*y[0] <= 1) = ?', AVERAGE, [pair(0, 1)], (), FAR)[0], status)

    def test_slopes_without_bounds(self):
        self.assertEqual(replay(IDENTITY, NORMAL, 'P(1*y[0] <= 1) = ?', AVERAGE, [pair(0, 1)], (), FAR)[0], 0)
        for name in ('Exp', 'Log', 'Sqrt', 'Reciprocal'):
            network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation=name)
            self.assertEqual(replay(network, NORMAL, 'P(1*y[0] <= 1) = ?', AVERAGE, [pair(0, 1)], (), FAR)[0], 4, name)
        square = model([node('Mul', ['x', 'x'], 'y')], [], 1, 1)
        self.assertEqual(replay(square, NORMAL, 'P(1*y[0] <= 1) = ?', AVERAGE, [pair(0, 1)], (), FAR)[0], 4)


if __name__ == '__main__':
    unittest.main()
