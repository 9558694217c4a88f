"""erf and the erf gate of normal numbers (FORMAT.md section 7): moments and covariances against integrals of
30 digits, whole networks, and certificates whose bounds were moved inward."""
import decimal
from decimal import Decimal
from fractions import Fraction
import math
import unittest

from decimals import decimal_of, density, encloses, erf, gate, half_line, hermites, tail, trapezoids
from testing import field, layers, model, node, pair, replay, tensor
from secondchecker import closed, functions, mehler
from secondchecker.chords import Polyline
from secondchecker.closed import Erf, Gate
from secondchecker.fixed import P
from secondchecker.kinks import Kinks
from secondchecker.vectors import Q, Vector

AVERAGE, TANGENTS, BOTH = b'\x07\x01', b'\x07\x02', b'\x07\x03'
NORMAL = ['x[0] ~ normal(0, 1)']
FAR = ['-0x1p3 0x1p3']
FORMS = ((Erf, erf), (Gate, gate))
PLACES = ((0, 1), (Fraction(1, 2), Fraction(1, 4)), (Fraction(-5, 4), Fraction(9, 8)), (3, Fraction(1, 2)), (Fraction(-7, 2), 1))


def vector(mean, *coefficients):
    den = math.lcm(*(Fraction(x).denominator for x in (mean,) + coefficients))
    return Vector([int(Fraction(x) * den) for x in (mean,) + coefficients], den)


class Digits(unittest.TestCase):
    """With decimals of 40 digits."""

    def run(self, result=None):
        with decimal.localcontext() as context:
            context.prec = 40
            return super().run(result)


class MomentsTest(Digits):
    def test_moments(self):
        for form, f in FORMS:
            for h, s in PLACES:
                c = form(Fraction(h), Fraction(s) ** 2)
                a, b = decimal_of(h), decimal_of(s)
                mean = trapezoids(lambda z: f(a + b * z))
                encloses(self, c.mean, Q, mean)
                encloses(self, c.variance, Q, trapezoids(lambda z: (f(a + b * z) - mean) ** 2))
                encloses(self, c.share, P, trapezoids(lambda z: f(a + b * z) * z) / b)
                self.assertEqual(c.off, 0)

    def test_coefficients(self):
        for form, f in FORMS:
            for h, s in PLACES:
                series = form(Fraction(h), Fraction(s) ** 2).series()
                a, b = decimal_of(h), decimal_of(s)
                values = {}
                for j in (2, 3, 4, 7, 16):
                    x = trapezoids(lambda z: values.setdefault(z, f(a + b * z)) * hermites(z)[j]) / Decimal(math.factorial(j)).sqrt()
                    encloses(self, (series.items[j - 2] - series.error, series.items[j - 2] + series.error), Q, x)
                self.assertLess(series.error, 8)

    def test_what_is_left_of_variances(self):
        """The sum of all squares is the variance: the integral of the second moment and the series meet."""
        for form, _ in FORMS:
            for h, s in PLACES + ((Fraction(1, 1000), Fraction(1, 1000)), (-20, 1), (40, 3), (10 ** 9, 10 ** 8)):
                left = form(Fraction(h), Fraction(s) ** 2).series().left
                self.assertEqual(left, sorted(left, reverse=True))
                if s < 10:
                    self.assertLess(left[-1] / (1 << Q), 1e-25)

    def test_far_and_near(self):
        """Numbers far from where erf bends, and such that hardly vary, or that vary very much."""
        for h, s in ((-30, 1), (-10 ** 10, 1), (-10 ** 300, 1), (-10 ** 300, 10 ** 290)):
            c = Gate(Fraction(h), Fraction(s) ** 2)
            for x in (c.mean, c.variance):
                self.assertTrue(-1 << (Q - 250) < x[0] <= x[1] < 1 << (Q - 250), (h, s))
            c = Erf(Fraction(-h), Fraction(s) ** 2)
            self.assertTrue((1 << Q) - c.mean[0] < 1 << (Q - 250) and c.variance[1] < 1 << (Q - 250))
            # 2 x of a large x
            c = Gate(Fraction(-h), Fraction(s) ** 2)
            self.assertAlmostEqual(Fraction(c.mean[0], 1 << Q) / -h, 2, delta=1e-60)
            self.assertAlmostEqual(Fraction(c.variance[1], 1 << Q) / s ** 2, 4, delta=1e-60)
        for h, s in ((Fraction(1, 3), Fraction(1, 10 ** 30)), (Fraction(-2), Fraction(1, 10 ** 300))):
            for form, f in FORMS:
                c = form(h, s ** 2)
                self.assertAlmostEqual(Fraction(c.mean[0], 1 << Q), Fraction(f(decimal_of(h))), delta=1e-36)
                self.assertLess(c.variance[1], 1 << (Q - 190))
        # half of all numbers are next to 1, half next to -1; s max(Z, 0) twice
        for s in (10 ** 12, 10 ** 300):
            c = Erf(Fraction(0), Fraction(s) ** 2)
            self.assertTrue(abs(c.mean[1]) < 1 << 10 and 1 - 2 / s <= c.variance[0] / (1 << Q) <= 1)
            c = Gate(Fraction(0), Fraction(s) ** 2)
            self.assertAlmostEqual(float(Fraction(c.variance[0], (4 << Q) * s ** 2)), 0.5 - 0.5 / math.pi, delta=1e-9)

    def test_distribution_and_density(self):
        for x in (0, Fraction(1, 3), 1, 4, Fraction(23, 2)):
            for w in (416, 1024):
                for sign in (1, -1):
                    encloses(self, closed.distribution(Fraction(x) ** 2, sign, w).at(300), 300, tail(-sign * decimal_of(x)))
                encloses(self, closed.density(Fraction(x) ** 2, w).at(300), 300, density(decimal_of(x)))
        for x in (50, 10 ** 200):
            lower = closed.distribution(Fraction(x) ** 2, -1, 416)
            self.assertTrue(0 <= lower.lo <= lower.hi <= 1)

    def test_owens_function(self):
        for x, a in ((0, 1), (Fraction(1, 2), 1), (1, Fraction(1, 3)), (Fraction(-5, 2), Fraction(9, 10)), (6, Fraction(1, 100))):
            # Simpson's rule for the integral that it is
            n, y = 4000, decimal_of(x)
            step = decimal_of(a) / n
            total = 0
            for i in range(n + 1):
                u = 1 + (step * i) ** 2
                total += (1 if i in (0, n) else 4 if i % 2 else 2) * (-y * y * u / 2).exp() / u
            t = closed.owen(Fraction(x) ** 2, Fraction(a) ** 2, 416)
            self.assertLess(t.hi - t.lo, 1 << 20)
            self.assertAlmostEqual(t.lo / (1 << 416), float(total * step / 6 / Decimal(math.pi)), delta=1e-14)
        # T(0, a) is an angle, and T(y, 1) is Phi(y) Phi(-y) / 2
        for x in (Fraction(1, 2), 3, 9):
            t = closed.owen(Fraction(x) ** 2, Fraction(1), 416)
            encloses(self, t.at(300), 300, tail(decimal_of(x)) * tail(-decimal_of(x)) / 2)
        self.assertTrue(0 <= closed.owen(Fraction(10 ** 6), Fraction(1, 2), 416).hi <= 1)


class CovariancesTest(Digits):
    """X = 1/4 + Z / 2, Y = -1/2 + 3/4 (rho Z + root(1 - rho^2) Z')."""
    CASES = ((Fraction(3, 5), Fraction(4, 5)), (Fraction(-4, 5), Fraction(3, 5)))

    @staticmethod
    def make(name, kinks, form):
        if name == 'kink':
            return kinks.add(form)
        f = {'erf': functions.Erf(), 'gate': functions.ErfGate(), 'chords': functions.Elu(0)}[name]
        stand_in = {'erf': lambda f, *x: Erf(*x), 'gate': lambda f, *x: Gate(*x), 'chords': lambda *x: Polyline(*x, 8)}[name]
        return kinks.bend(form, f, stand_in)[0]

    def pairs(self, names):
        for rho, other in self.CASES:
            kinks = Kinks([Fraction(1), Fraction(1)])
            forms = vector(Fraction(1, 4), Fraction(1, 2), 0), vector(Fraction(-1, 2), Fraction(3, 4) * rho, Fraction(3, 4) * other)
            x, y = (self.make(n, kinks, f) for n, f in zip(names, forms))
            a, b = kinks.product(x, y), kinks.product(y, x)
            self.assertEqual(a, b)
            yield rho, other, a

    def conditional(self, g, rho, other):
        """E (G(Y) | Z) as a function of Z."""
        rho, other, cache = decimal_of(rho) * 3 / 4, decimal_of(other) * 3 / 4, {}

        def at(z):
            if z not in cache:
                cache[z] = trapezoids(lambda u: g(rho * z + other * u - Decimal(1) / 2), 3)
            return cache[z]
        return at

    def test_closed_forms(self):
        for f, g in ((('erf', erf), ('erf', erf)), (('gate', gate), ('gate', gate)), (('erf', erf), ('gate', gate)), (('gate', gate), ('erf', erf))):
            for rho, other, result in self.pairs((f[0], g[0])):
                inner = self.conditional(g[1], rho, other)
                x = lambda z: f[1](z / 2 + Decimal(1) / 4)
                mean = trapezoids(x, 4)
                # of E (f(X) - mean) G(Y)
                encloses(self, result, Q, trapezoids(lambda z: (x(z) - mean) * inner(z), 4))

    def test_with_kinks_and_chords(self):
        """max(X, 0), as a kink and as a function with one chord that is no straight continuation."""
        for g, case in zip((('erf', erf), ('gate', gate)), self.CASES):
            inner = self.conditional(g[1], *case)
            start = Decimal(-1) / 2                               # where X is 0
            positive = lambda z: z / 2 + Decimal(1) / 4
            both, mean = half_line(lambda z: positive(z) * inner(z), start), half_line(positive, start)
            for name in ('kink', 'chords'):
                for result in (r for *c, r in self.pairs((name, g[0])) if tuple(c) == case):
                    encloses(self, result, Q, both - mean * trapezoids(inner, 4), Fraction(1, 10 ** 29))

    def test_perfect_correlation(self):
        """Of functions of one number, also one that is turned around; of the same function its variance."""
        a, b = Decimal(1) / 4, Decimal(1) / 2
        for f, g in ((('erf', erf), ('gate', gate)), (('gate', gate), ('gate', gate)), (('erf', erf), ('erf', erf))):
            for sign in (1, -1):
                kinks = Kinks([Fraction(1)])
                x = self.make(f[0], kinks, vector(Fraction(1, 4), Fraction(1, 2)))
                y = self.make(g[0], kinks, vector(Fraction(1, 4), sign * Fraction(1, 2)))
                means = [trapezoids(lambda z: k(a + b * z)) for _, k in (f, g)]
                both = trapezoids(lambda z: f[1](a + b * z) * g[1](a + sign * b * z))
                encloses(self, kinks.product(x, y), Q, both - means[0] * means[1])

    def test_kinks_have_longer_series_here(self):
        """With 101 terms, as in claims, this range would be 5e-5 wide."""
        kinks = Kinks([Fraction(1)])
        x, y = self.make('kink', kinks, vector(0, 1)), self.make('erf', kinks, vector(0, 3))
        # E max(Z, 0) erf(3 Z) is E erf'(3 Z) over all Z > 0
        expected = 3 / math.sqrt(19 * math.pi)
        lo, hi = (Fraction(v, 1 << Q) for v in kinks.product(x, y))
        self.assertLess(hi - lo, 1e-9)
        self.assertAlmostEqual(float(lo), expected, delta=1e-9)

    def test_what_is_cut_off_is_bounded(self):
        """Two series of few terms, of numbers that vary much: the range holds what many terms give."""
        for form in (Erf, Gate):
            f, g = (form(Fraction(h), Fraction(30) ** 2).series() for h in (1, -2))
            for rho in (1, -1, Fraction(99, 100)):
                r = (int(rho * (1 << P)),) * 2
                whole, error = mehler.covariance(f, g, r)
                for n in (3, 4, 20, 101, 400):
                    short = [mehler.Series(x.items[:n], x.error, x.left[0], (0, 0)) for x in (f, g)]
                    middle, wide = mehler.covariance(*short, r)
                    self.assertLessEqual(middle - wide, whole - error)
                    self.assertLessEqual(whole + error, middle + wide)
                    self.assertGreater(wide, error)


def gelu(x):
    return x * (1 + erf(x / Decimal(2).sqrt())) / 2


class NetworkTest(Digits):
    """f(3/2 x + 1/4) + 2 f(1 - x/2) + 1/2 of a standard normal x."""
    FUNCTIONS = (('Erf', erf), ('Gelu', gelu))

    @staticmethod
    def network(name):
        attributes = field(1, 'transB') + field(3, 1) + field(20, 2)
        return model([node('Gemm', ['x', 'w', 'b'], 'h', attributes), node(name, ['h'], 'a'), node('Gemm', ['a', 'v', 'c'], 'y', attributes)],
                     [tensor('w', [2, 1], [1.5, -0.5]), tensor('b', [2], [0.25, 1.0]), tensor('v', [1, 2], [1.0, 2.0]), tensor('c', [1], [0.5])], 1, 1, 20)

    @staticmethod
    def values(f):
        def y(z):
            return f(3 * z / 2 + Decimal(1) / 4) + 2 * f(1 - z / 2) + Decimal(1) / 2
        mean = trapezoids(y)
        variance = trapezoids(lambda z: (y(z) - mean) ** 2)
        return (('E(1*y[0]) = ?', ['1'], mean), ('Var(1*y[0]) = ?', ['1'], variance), ('Std(1*y[0]) = ?', ['1'], variance.sqrt()),
                ('Cov(1*y[0], 1*x[0]) = ?', ['1', '0'], trapezoids(lambda z: y(z) * z)))

    def status(self, name, claim, numbers, bounds, tree=AVERAGE):
        return replay(self.network(name), NORMAL, claim, tree, [bounds], numbers, FAR)[0]

    def test_bounds_moved_inward(self):
        """As close as doubles allow they are proved, but not where either one is beyond the true value."""
        for name, f in self.FUNCTIONS:
            for claim, numbers, x in self.values(f):
                x = float(x)
                lo, hi = x - 4 * math.ulp(x), x + 4 * math.ulp(x)
                little = 1e-12 * abs(x)
                for bounds, status in ((pair(lo, hi), 0), (pair(hi, hi + 1), 4), (pair(lo - 1, lo), 4), (pair(lo, lo), 4), (pair(x + little, x + 1), 4),
                                       (pair(x - 1, x - little), 4), (pair(-hi, -lo), 4), ('-inf inf', 0)):
                    for tree in (AVERAGE, TANGENTS, BOTH):
                        self.assertEqual(self.status(name, claim, numbers, bounds, tree), status, (name, claim, bounds, x))

    def test_weights_that_are_others(self):
        """The same bounds of networks with a weight that is a little larger."""
        claim, numbers, x = self.values(erf)[0]
        x = float(x)
        attributes = field(1, 'transB') + field(3, 1) + field(20, 2)
        for w, v, status in ((1.5, 1.0, 0), (1.5 + 2.0 ** -40, 1.0, 4), (1.5, 1.0 - 2.0 ** -40, 4)):
            network = model([node('Gemm', ['x', 'w', 'b'], 'h', attributes), node('Erf', ['h'], 'a'), node('Gemm', ['a', 'v', 'c'], 'y', attributes)],
                            [tensor('w', [2, 1], [w, -0.5]), tensor('b', [2], [0.25, 1.0]), tensor('v', [1, 2], [v, 2.0]), tensor('c', [1], [0.5])], 1, 1, 20)
            self.assertEqual(replay(network, NORMAL, claim, AVERAGE, [pair(x - 1e-15, x + 1e-15)], numbers, FAR)[0], status)

    def test_probabilities(self):
        """Nothing but what is by D: tangents do not prove more, however far the number is from any bend."""
        network = self.network('Gelu')
        y = lambda z: gelu(3 * z / 2 + Decimal(1) / 4) + 2 * gelu(1 - z / 2) + Decimal(1) / 2
        share = float(sum(density(Decimal(i) / 100) for i in range(-900, 900) if y(Decimal(i) / 100) <= 2) / 100)
        for tree in (AVERAGE, TANGENTS):
            status, lines = replay(network, NORMAL, 'P(1*y[0] <= 2) = ?', tree, ['-inf inf'], (), FAR)
            lo, hi = (float(x) for x in lines[2].split(' computed between ')[1].split(' and '))
            self.assertTrue(status == 0 and lo - 0.01 <= share <= hi + 0.01)
            self.assertGreater(hi - lo, 0.01)

    def test_deviation_0(self):
        for name, f in self.FUNCTIONS:
            attributes = field(1, 'transB') + field(3, 1) + field(20, 2)
            network = model([node('Gemm', ['x', 'w', 'b'], 'h', attributes), node(name, ['h'], 'y')],
                            [tensor('w', [1, 1], [0.0]), tensor('b', [1], [0.75])], 1, 1, 20)
            x = float(f(Decimal(3) / 4))
            for tree in (AVERAGE, TANGENTS):
                for bounds, status in ((pair(x - 1e-15, x + 1e-15), 0), (pair(x + 1e-15, 1), 4), (pair(0, x - 1e-15), 4)):
                    self.assertEqual(replay(network, NORMAL, 'E(1*y[0]) = ?', tree, [bounds], ['0'], FAR)[0], status)
                status, lines = replay(network, NORMAL, 'P(1*y[0] <= %s) = ?' % Fraction(x), tree, ['-inf inf'], (), FAR)
                self.assertEqual(status, 0, lines)

    def test_two_layers_have_rests(self):
        network = layers(([[1.0], [0.5]], [0.0, 0.25]), ([[1.0, -1.0]], [0.5]), ([[1.0]], [0.0]), activation='Erf')
        y = lambda z: erf(erf(z) - erf(z / 2 + Decimal(1) / 4) + Decimal(1) / 2)
        x = float(trapezoids(y, 16))
        for tree in (AVERAGE, TANGENTS):
            status, lines = replay(network, NORMAL, 'E(1*y[0]) = ?', tree, [pair(x - 1e-12, x + 1e-12)], ['0'], FAR)
            self.assertEqual(status, 4)
            lo, hi = (float(k) for k in lines[2].split(' computed between ')[1].split(' and '))
            self.assertTrue(lo < x < hi < lo + 0.5)

    def test_huge_weights(self):
        for name in ('Erf', 'Gelu'):
            attributes = field(1, 'transB') + field(3, 1) + field(20, 2)
            network = model([node('Gemm', ['x', 'w', 'b'], 'h', attributes), node(name, ['h'], 'a'), node('Gemm', ['a', 'v', 'c'], 'y', attributes)],
                            [tensor('w', [3, 1], [1e300, 1e-300, 1.0]), tensor('b', [3], [0.0, 1e300, -1e12]), tensor('v', [1, 3], [1e-300, 1e-300, 1.0]),
                             tensor('c', [1], [0.0])], 1, 1, 20)
            for tree in (AVERAGE, TANGENTS):
                for claim in ('E(1*y[0]) = ?', 'Var(1*y[0]) = ?'):
                    status, lines = replay(network, NORMAL, claim, tree, ['-inf inf'], ['0'], FAR)
                    lo, hi = (float(k) for k in lines[2].split(' computed between ')[1].split(' and '))
                    self.assertTrue(status == 0 and lo <= hi <= lo + 0.01, (name, claim, lo, hi))


if __name__ == '__main__':
    unittest.main()
