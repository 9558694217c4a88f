"""Linearisation with coordinates that are not normal (FORMAT.md section 7, "Inputs that are not normal"): moments
and spreads, lines, whole networks against a plain computation and samples, and certificates that are wrong."""
from fractions import Fraction
import math
import random
import struct
import unittest

from testing import IDENTITY, certificate, check, layers, model, node, pair, replay, statement
from secondchecker import Invalid, chords, fixed, functions
from secondchecker.fixed import ONE, P
from secondchecker.lines import Lines, exp_up, moments, page_slopes, slopes_everywhere
from secondchecker.statement import Distribution
from secondchecker.vectors import Q
import secondchecker.statement as statements

AVERAGE, TANGENTS, BOTH = b'\x07\x01', b'\x07\x02', b'\x07\x03'
UNIFORM = ['x[0] ~ uniform(-1, 2)']
SPREAD = 5                                   # deviations of a mean of samples

ACTIVATIONS = {'Relu': lambda x: max(x, 0.0), 'Abs': abs, 'Tanh': math.tanh, 'Sigmoid': lambda x: 1 / (1 + math.exp(-x)), 'Erf': math.erf,
               'Elu': lambda x: x if x >= 0 else math.expm1(x), 'Softplus': lambda x: max(x, 0) + math.log1p(math.exp(-abs(x))),
               'Sin': math.sin, 'HardSwish': lambda x: x * min(max(x / 6 + 0.5, 0), 1), 'Softsign': lambda x: x / (1 + abs(x))}
VALUES = dict(ACTIVATIONS, Silu=lambda x: x / (1 + math.exp(-x)), ErfGate=lambda x: x * math.erfc(-x))


def distribution(text):
    s = statements.Scanner(text)
    return statements._distribution(s)


def density(d):
    """(density, ends) in doubles."""
    p = [float(x) for x in d.parameters]
    if d.name == 'uniform':
        return lambda x: 1 / (p[1] - p[0]), p[0], p[1]
    if d.name == 'beta':
        c = math.exp(math.lgamma(p[0] + p[1]) - math.lgamma(p[0]) - math.lgamma(p[1]))
        return lambda x: c * x ** (p[0] - 1) * (1 - x) ** (p[1] - 1), 0.0, 1.0
    a, m, c = p
    return lambda x: 2 / (c - a) * ((x - a) / (m - a) if x < m else (c - x) / (c - m) if c > m else 1), a, c


def mean_of(f, d, n=20000):
    """E f(X) by the midpoint rule."""
    g, a, b = density(d)
    w = (b - a) / n
    return sum(f(x) * g(x) for x in (a + (i + 0.5) * w for i in range(n))) * w


def draw(r, d):
    p = [float(x) for x in d.parameters]
    if d.name == 'triangular':
        return r.triangular(p[0], p[2], p[1])
    return {'uniform': r.uniform, 'beta': r.betavariate, 'normal': r.gauss}[d.name](*p)


BOUNDED = [distribution(t) for t in ('uniform(-1, 2)', 'uniform(5, 6)', 'beta(2, 5)', 'beta(1, 1)', 'beta(20, 2)', 'beta(3/2, 3/2)', 'triangular(0, 1, 3)',
                                     'triangular(-2, -2, 1)', 'triangular(0, 4, 4)', 'triangular(-1, 0, 1)')]


class MomentsTest(unittest.TestCase):
    def test_means_and_variances(self):
        for d in BOUNDED:
            mean, variance, _ = map(float, moments(d))
            self.assertAlmostEqual(mean_of(lambda x: x, d), mean, delta=1e-6, msg=d.text())
            self.assertAlmostEqual(mean_of(lambda x: (x - mean) ** 2, d), variance, delta=1e-6, msg=d.text())

    def test_spreads(self):
        """E exp(l (X - h)) <= exp(l^2 spread / 2)."""
        for d in BOUNDED:
            mean, variance, spread = map(float, moments(d))
            self.assertGreaterEqual(spread, variance * (1 - 1e-15))
            for l in (-60, -20, -7, -2, -0.5, 0.5, 2, 7, 20, 60):
                l /= 20 * math.sqrt(variance)
                self.assertLessEqual(mean_of(lambda x: math.exp(l * (x - mean)), d, 4000), math.exp(l * l * spread / 2) * (1 + 1e-5), (d.text(), l))

    def test_exact_ones(self):
        for text, expected in (('uniform(-1, 2)', ('1/2', '3/4', '3/4')), ('beta(2, 3)', ('2/5', '1/25', '1/24')), ('beta(1/2, 1/2)', ('1/2', '1/8', '1/8')),
                               ('triangular(0, 1, 3)', ('4/3', '7/18', '9/4')), ('normal(3, 1/2)', ('3', '1/4', '1/4')), ('normal(-1, sqrt(2))', ('-1', '2', '2'))):
            self.assertEqual(moments(distribution(text)), tuple(map(Fraction, expected)), text)

    def test_others_have_none(self):
        for text in ('exponential(1)', 'gamma(2, 1)', 'histogram([0, 1, 2], [1/2, 1/2])', 'polynomial([0, 1], [[1]])', 'lognormal(0, 1)', 'weibull(2, 1)',
                     'logistic(0, 1)', 'laplace(0, 1)', 'studentt(5, 0, 1)', 'cauchy(0, 1)', 'pareto(3, 1)', 'uniform(0, 1) on [0, 1/2]',
                     'beta(2, 2) on [0, 1/2]', 'triangular(0, 1, 2) within [0, 1]', 'uniform(0, 1) within [0, 1/2]', 'normal(0, 1) on [-9, 9]'):
            with self.assertRaises(Invalid, msg=text):
                moments(distribution(text))


def interval(x):
    return tuple(v / ONE for v in x)


BENT = (('Tanh', functions.Tanh()), ('Sigmoid', functions.Sigmoid()), ('Erf', functions.Erf()), ('Elu', functions.Elu(1)), ('Softplus', functions.Softplus()),
        ('Sin', functions.Wave('sin')), ('HardSwish', functions.HardSwish()), ('Softsign', functions.Softsign()))
GATES = ('Silu', functions.Silu()), ('ErfGate', functions.ErfGate())
ALL = BENT + GATES + (('Relu', functions.RELU), ('Abs', functions.absolute()))


class LineTest(unittest.TestCase):
    def test_off_is_no_less_than_it_is(self):
        for name, g in ALL:
            f = VALUES[name]
            for d in BOUNDED:
                for scale, shift in ((1, 0), (3, -2), (Fraction(1, 8), Fraction(1, 4))):
                    mean, variance, spread = moments(d)
                    h, v = scale * mean + shift, scale ** 2 * variance
                    p, value, off = Lines(spread / variance).line(g, h, v)
                    self.assertAlmostEqual(float(value), f(float(h)), delta=1e-12)
                    a, b, c, h, p, c0 = float(scale), float(shift), float(value), float(h), float(p), off / (1 << Q)
                    true = math.sqrt(mean_of(lambda x: (f(a * x + b) - c - p * (a * x + b - h)) ** 2, d, 400))
                    self.assertLess(true, c0 * (1 + 1e-3) + 1e-12, (name, d.text(), scale))
                    least, greatest = (float(min(s)), float(max(s))) if (s := [q for q, _ in getattr(g, 'pieces', ())]) else interval(slopes_everywhere(g))
                    self.assertLessEqual(c0, (greatest - least) / 2 * math.sqrt(float(v)) * (1 + 1e-12))
                    self.assertTrue(least <= p <= greatest)

    def test_a_kink_near_and_far(self):
        """max(x, 0): half of the slope, or all of it or none."""
        lines = Lines(Fraction(1))
        for h, p in ((0, '1/2'), (1, '1/2'), (-1, '1/2'), (Fraction(11, 4), '1/2'), (3, '1'), (4, '1'), (9, '1'), (1000, '1'), (-4, '0'), (-1000, '0')):
            slope, value, off = lines.line(functions.RELU, Fraction(h), Fraction(1))
            self.assertEqual((slope, value), (Fraction(p), max(h, 0)), h)
            # the greatest y up to |h|, if it is 3 or more
            y = max((k / 4 for k in range(1, 33) if k / 4 <= abs(h)), default=0)
            expected = 0.5 if y < 3 else math.sqrt(2 * (y * y + 2)) * math.exp(-y * y / 4)
            self.assertAlmostEqual(off / (1 << Q), expected, delta=1e-15)

    def test_a_kink_at_an_end_is_outside(self):
        lines = Lines(Fraction(1))
        ulp = Fraction(1, 1 << 200)
        for g, h in ((functions.RELU, 4), (functions.RELU, -4), (functions.Elu(Fraction(3)), 4), (functions.HardSwish(), 7), (functions.HardSwish(), -7)):
            at, inside = (lines.line(g, Fraction(h) * (1 - e), Fraction(1)) for e in (0, ulp))
            self.assertLess(at[2], inside[2], g.name)
            self.assertAlmostEqual(at[2] / (1 << Q), (abs(at[0] - Fraction(1, 2)) + Fraction(1, 2)) * 6 * math.exp(-4) if g is functions.RELU else at[2] / (1 << Q))

    def test_no_deviation(self):
        for name, g in ALL:
            for h in (Fraction(0), Fraction(1, 3), Fraction(-7, 5)):
                p, value, off = Lines(Fraction(2)).line(g, h, Fraction(0))
                self.assertEqual(p, 0)
                self.assertAlmostEqual(float(value), VALUES[name](float(h)), delta=1e-15)
                self.assertLessEqual(off, 0 if isinstance(g, functions.Piecewise) else 1 << (Q - P + 10))

    def test_the_least_of_all(self):
        """No other y has less, computed in doubles."""
        for name, g in BENT + GATES:
            for h, s, square in ((0.5, 0.25, 1), (-1.5, 0.125, 2), (2.0, 1.0, 5), (-3.25, 0.5, 1), (0.0, 0.0625, 6)):
                least, greatest = interval(slopes_everywhere(g))
                best = (greatest - least) / 2 * s
                for k in range(1, 33):
                    r = k / 4 * math.sqrt(square) * s
                    a, b = interval(page_slopes(g, *(fixed.down(Fraction(x)) for x in (h - r, h + r))))
                    d, far = (b - a) / 2, max(greatest - (a + b) / 2, (a + b) / 2 - least)
                    more = min(1, 2 * (k * k / 16 + 2) * square * math.exp(-k * k / 32))
                    best = min(best, s * math.sqrt(d * d + far * far * more))
                off = Lines(Fraction(square)).line(g, Fraction(h), Fraction(s) ** 2)[2] / (1 << Q)
                self.assertAlmostEqual(off, best, delta=1e-13, msg=name)

    def test_slopes_of_the_page(self):
        """They enclose the closer ones, and are these where no part may bend either way."""
        r = random.Random(4)
        for name, g in BENT + GATES:
            for _ in range(30):
                a, b = sorted(r.uniform(-5, 5) for _ in range(2))
                a, b = (int(x * (1 << 40)) << (P - 40) for x in (a, b))
                page, close = page_slopes(g, a, b), chords.slopes(g, a, b)
                if name == 'Sin':
                    c = math.cos(a / ONE)
                    self.assertAlmostEqual(page[0] / ONE, max(c - (b - a) / ONE, -1), delta=1e-12)
                    self.assertAlmostEqual(page[1] / ONE, min(c + (b - a) / ONE, 1), delta=1e-12)
                elif name == 'Silu':
                    # 2^-40 around inflection points
                    self.assertTrue(all(abs(x - y) <= ONE >> 40 for x, y in zip(page, close)))
                else:
                    self.assertEqual(page, close)

    def test_tails(self):
        for d in BOUNDED:
            mean, variance, spread = moments(d)
            lines = Lines(spread / variance)
            _, a, b = density(d)
            for k in range(1, 20):
                t = Fraction(a) + Fraction(b - a) * k / 20
                lo, hi = lines.below(t, mean, variance)
                p = mean_of(lambda x: x <= t, d, 2000)
                self.assertTrue(lo - 1e-3 <= p <= hi + 1e-3, (d.text(), t))
                self.assertTrue(lo == 0 or hi == 1)
                lo, hi = (Fraction(x, 1 << Q) for x in lines.excess(mean - t, variance))
                e = mean_of(lambda x: max(x - t, 0), d, 2000)
                self.assertTrue(lo - 1e-3 <= e <= hi + 1e-3, (d.text(), t))
            self.assertEqual(lines.below(mean, mean, variance), (0, 1))

    def test_which_tail_is_less(self):
        lines = Lines(Fraction(1))
        for x, expected in ((Fraction(1, 2), 0.8), (Fraction(1), 0.5), (Fraction(3), math.exp(-4.5)), (Fraction(10), math.exp(-50)), (Fraction(37), math.exp(-684.5))):
            t = lines.tail(x * x)
            self.assertLess(abs(float(t) / expected - 1), 1e-12)
            self.assertLess(abs(lines.tail_near(float(x)) / expected - 1), 1e-12)
        self.assertEqual(Lines(Fraction(5)).tail(Fraction(4)), Fraction(1, 5))
        self.assertTrue(0 < lines.tail(Fraction(10 ** 4)) < Fraction(1, 1 << 7200))
        self.assertTrue(0 < lines.tail(Fraction(10 ** 400)) < Fraction(1, 10 ** 399))

    def test_exponentials(self):
        for x in (Fraction(0), Fraction(1, 3), Fraction(700), Fraction(19_999), Fraction(10 ** 30)):
            e = exp_up(x)
            self.assertGreater(e, 0)
            if x < 700:
                self.assertTrue(1 <= float(e) / math.exp(-x) * (1 + 1e-14) < 1 + 1e-13)


def near(x, width=2.0 ** -44):
    return pair(x - width * max(1, abs(x)), x + width * max(1, abs(x)))


def around(lo, hi, width=2.0 ** -44):
    more = width * max(1, abs(lo), abs(hi))
    return pair(lo - more, hi + more)


HIDDEN = layers(([[1.0, -0.5], [0.25, 2.0], [-1.5, 1.0]], [0.1, -0.3, 0.2]), ([[2.0, -1.0, 0.5]], [0.7]))
WEIGHTS = ([[1.0, -0.5], [0.25, 2.0], [-1.5, 1.0]], [0.1, -0.3, 0.2], [2.0, -1.0, 0.5], 0.7)


class Plain:
    """One hidden layer of ReLUs, in doubles and word by word from the page."""

    def __init__(self, distributions, weights=WEIGHTS):
        known = [tuple(map(float, moments(distribution(t)))) for t in distributions]
        square = max(b / v for _, v, b in known)
        rows, biases, last, self.mean = weights
        line, plain, squares = [0.0] * len(known), 0.0, 0.0
        for row, bias, c in zip(rows, biases, last):
            h = bias + sum(a * m for a, (m, _, _) in zip(row, known))
            v = sum(a * a * v for a, (_, v, _) in zip(row, known))
            best = 0.25, 0.5
            for k in range(1, 33):
                y = k / 4
                p, d = (0.5, 0.5) if abs(h) < y * math.sqrt(square * v) else (float(h > 0), 0.0)
                far = max(p, 1 - p)
                best = min(best, (d * d + far * far * min(1, 2 * (y * y + 2) * square * math.exp(-y * y / 2)), p))
            p = best[1]
            self.mean += c * max(h, 0.0)
            line = [x + c * p * a for x, a in zip(line, row)]
            plain += abs(c) * math.sqrt(best[0] * v)
            squares += best[0] * v
        self.rest = min(plain, math.sqrt(squares * sum(c * c for c in last)))
        self.variance = sum(a * a * v for a, (_, v, _) in zip(line, known))
        self.square = square

    def tail(self, x):
        return 1.0 if x <= 0 else min(1 / (1 + x * x), math.exp(-x * x / (2 * self.square)))

    def below(self, t):
        s = math.sqrt(self.variance)
        steps = [self.rest * 1.25 ** (k / 16) for k in range(1300)]
        return (max(0, max(1 - self.tail((t - e - self.mean) / s) - (self.rest / e) ** 2 for e in steps)),
                min(1, min(self.tail((self.mean - t - e) / s) + (self.rest / e) ** 2 for e in steps)))


class Replays(unittest.TestCase):
    def replay(self, status, network, lines, claim, tree, bounds, numbers=(), **more):
        n = sum('~' in l for l in lines) or int(lines[1].split()[2])
        result = replay(network, lines, claim, tree, bounds, numbers, truncations=['-0x1p3 0x1p3'] * n, **more)
        self.assertEqual(result[0], status, result[1])
        return result[1]

    def computed(self, line):
        return tuple(float(x) if x != 'unknown' else None for x in line.split(' computed between ')[1].split(' and '))


class NetworkTest(Replays):
    def test_affine_networks(self):
        """Moments are exact, and probabilities by Cantelli's or Chernoff's bound."""
        for tree in (AVERAGE, TANGENTS, BOTH, b'\x07\x81\x04'):
            self.replay(0, IDENTITY, UNIFORM, 'E(1*y[0]) = ?', tree, [near(0.5)], ['0'])
            self.replay(0, IDENTITY, UNIFORM, 'Var(1*y[0]) = ?', tree, [near(0.75)], ['0'])
            self.replay(4, IDENTITY, UNIFORM, 'Var(1*y[0]) = ?', tree, [near(0.7500001)], ['0'])
            self.replay(0, IDENTITY, ['x[0] ~ beta(2, 3)'], 'Var(1*y[0]) = ?', tree, [near(0.04)], ['0'])
            self.replay(0, IDENTITY, ['x[0] ~ triangular(0, 1, 3)'], 'Std(1*y[0]) = ?', tree, [near(math.sqrt(7 / 18))], ['1'])
        two = layers(([[1.0, 1.0]], [0.0]))
        lines = ['x[0] ~ uniform(-1, 2)', 'x[1] ~ triangular(0, 1, 3)']
        self.replay(0, two, lines, 'Cov(1*y[0], 1*x[1]) = ?', BOTH, [near(7 / 18)], ['0', '0'])
        self.replay(0, two, lines, 'Corr(1*y[0], 1*x[0]) = ?', BOTH, [near(math.sqrt(0.75 / (0.75 + 7 / 18)))], ['0', '0'])
        # of y with the mean 11/6, the variance 41/36 and b^2 = 81/14
        self.replay(0, two, lines, 'P(1*y[0] <= 4) = ?', AVERAGE, [pair(1 - 1 / (1 + 169 / 41) - 1e-12, 1)])
        self.replay(4, two, lines, 'P(1*y[0] <= 4) = ?', AVERAGE, [pair(1 - 1 / (1 + 169 / 41) + 1e-12, 1)])
        self.replay(0, two, lines, 'P(1*y[0] <= 0) = ?', TANGENTS, [pair(0, 1 / (1 + 121 / 41) + 1e-12)])
        self.replay(4, two, lines, 'P(1*y[0] <= 0) = ?', TANGENTS, [pair(0, 1 / (1 + 121 / 41) - 1e-12)])

    def test_chernoff(self):
        """A sum of 64 uniform numbers, four deviations and more away."""
        n = 64
        network = layers(([[1.0] * n], [0.0]))
        lines = ['x[%d] ~ uniform(-1, 1)' % i for i in range(n)]
        s = math.sqrt(n / 3)
        for t in (20, 24, 40, 60):
            tail = min(1 / (1 + t * t / (s * s)), math.exp(-t * t / (2 * s * s)))
            self.replay(0, network, lines, 'P(1*y[0] > %d) = ?' % t, BOTH, [pair(0, tail * (1 + 1e-12))])
            self.replay(4, network, lines, 'P(1*y[0] > %d) = ?' % t, BOTH, [pair(0, tail * (1 - 1e-12))])
            self.replay(0, network, lines, 'P(1*y[0] < -%d) = ?' % t, BOTH, [pair(0, tail * (1 + 1e-12))])

    def test_excess(self):
        """cvar at 1/2 with both thresholds at the mean: Scarf's bound of E max(y - t, 0) is s / 2."""
        s = math.sqrt(0.75)
        self.replay(0, IDENTITY, UNIFORM, 'cvar(1*y[0], 1/2) = ?', AVERAGE, [pair(-1, 0.5 + s + 1e-12)], ['1/2', '1/2'])
        self.replay(4, IDENTITY, UNIFORM, 'cvar(1*y[0], 1/2) = ?', AVERAGE, [pair(-1, 0.5 + s - 1e-12)], ['1/2', '1/2'])
        self.replay(4, IDENTITY, UNIFORM, 'cvar(1*y[0], 1/2) = ?', AVERAGE, [pair(1.26, 2)], ['1/2', '1/2'])

    def test_one_hidden_layer(self):
        for laws in (['uniform(0, 1)', 'uniform(-1, 1)'], ['beta(2, 5)', 'triangular(-1, 0, 1)'], ['normal(1/5, 3/10)', 'uniform(-1/10, 1/10)'],
                     ['triangular(3, 4, 5)', 'normal(0, sqrt(1/50))'], ['beta(1/2, 1/2)', 'beta(30, 2)']):
            lines = ['x[%d] ~ %s' % k for k in enumerate(laws)]
            p = Plain(laws)
            for tree in (AVERAGE, TANGENTS, BOTH):
                self.replay(0, HIDDEN, lines, 'E(1*y[0]) = ?', tree, [around(p.mean - p.rest, p.mean + p.rest)], ['0'])
                for sign in (-1, 1):
                    # one end as it is, and the other one moved inward
                    ends = sorted((p.mean + sign * (p.rest - 1e-9), p.mean - sign * p.rest))
                    self.replay(4, HIDDEN, lines, 'E(1*y[0]) = ?', tree, [around(*ends)], ['0'])
            upper = (math.sqrt(p.variance) + p.rest) ** 2
            self.replay(0, HIDDEN, lines, 'Var(1*y[0]) = ?', BOTH, [pair(0, upper * (1 + 1e-12))], [str(Fraction(p.mean))])
            self.replay(4, HIDDEN, lines, 'Var(1*y[0]) = ?', BOTH, [pair(0, upper * (1 - 1e-9))], [str(Fraction(p.mean))])
            for z in (-4, -2, -1, 1, 2, 4, 7):
                t = Fraction(round(64 * (p.mean + z * (math.sqrt(p.variance) + p.rest))), 64)
                lo, hi = p.below(float(t))
                line = self.replay(0, HIDDEN, lines, 'P(1*y[0] <= %s) = ?' % t, BOTH, [around(lo, hi, 1e-3)])[2]
                a, b = self.computed(line)
                self.assertTrue(lo - 1e-12 <= a <= lo + 1e-3 or a == 1, (lo, a))
                self.assertTrue(hi - 1e-3 <= b <= hi + 1e-12 or b == 0, (hi, b))

    def test_both_methods_are_one(self):
        for claim, numbers in (('E(1*y[0]) = ?', ['0']), ('Var(1*y[0]) = ?', ['1']), ('P(1*y[0] <= 2) = ?', [])):
            lines = ['x[0] ~ uniform(0, 1)', 'x[1] ~ normal(0, 1/4)']
            results = [self.computed(self.replay(0, HIDDEN, lines, claim, tree, ['-inf inf'], numbers)[2]) for tree in (AVERAGE, TANGENTS, BOTH)]
            self.assertEqual(results[0], results[1])
            self.assertEqual(results[0], results[2])

    def test_trees_count_too(self):
        relu = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]))
        lines = ['x[0] ~ uniform(-1, 1)']
        tree = b'\x01\x00\x00' + struct.pack('>d', 0.5) + b'\x04\x04'
        for methods, status in ((b'', 0), (AVERAGE, 4), (TANGENTS, 4), (b'\x07\x81\x04', 4), (b'\x07\x81' + tree, 0), (b'\x07\x83' + tree, 0)):
            self.replay(status, relu, lines, 'E(1*y[0]) = ?', methods or tree, [near(1 / 4)], ['0'])

    def test_mixtures(self):
        """One component is normal, and has its kinks; the other one has a line."""
        law = ['branches 2 rest 0', 'branch coordinates 1 summands 2', 'x[0] = 1*u[0]', '1/4: normal(1, 2)', '1/4: uniform(-1, 2)',
               'branch coordinates 0 summands 1', 'x[0] = 3', '1/2: ']
        relu = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]))
        first = (0.5 * math.erfc(-0.5 / math.sqrt(2)) + 2 * math.exp(-0.125) / math.sqrt(2 * math.pi)) / 4 + 3 / 2
        rest = math.sqrt(0.75) / 2
        x = first + 0.125
        self.replay(0, relu, law, 'E(1*y[0]) = ?', BOTH, [around(x - rest / 4, x + rest / 4)], ['2'], inputs=1)
        self.replay(4, relu, law, 'E(1*y[0]) = ?', BOTH, [around(x - rest / 4 + 1e-9, x + rest / 4)], ['2'], inputs=1)
        self.replay(4, relu, law, 'E(1*y[0]) = ?', BOTH, [around(x - rest / 4, x + rest / 4 - 1e-9)], ['2'], inputs=1)
        p = 0.5 * math.erfc(-2 / math.sqrt(2)) / 4
        self.replay(0, IDENTITY, law, 'P(1*y[0] <= 5) = ?', BOTH, [pair(p + 0.25 * (1 - 1 / 28) + 0.5 - 1e-9, 0.5 + 0.25 + p + 1e-9)], inputs=1)

    def test_forms_that_do_not_vary(self):
        network = layers(([[0.0], [1.0]], [1.0, 0.0]), ([[1.0, 0.0]], [0.5]))
        for relation, x in (('<=', 1), ('<', 0), ('>', 0), ('>=', 1)):
            self.replay(0, network, UNIFORM, 'P(1*y[0] %s 3/2) = ?' % relation, BOTH, [pair(x, x)])
        third = layers(([[1.0, 0.0]], [0.0]), ([[1.0]], [0.0]))
        lines = ['x[0] = 1/3', 'x[1] ~ uniform(0, 1)']
        self.replay(0, third, lines, 'P(1*y[0] + -1*x[0] < 0) = ?', BOTH, [pair(0, 0)])
        self.replay(0, third, lines, 'P(1*y[0] + -1*x[0] <= 0) = ?', BOTH, [pair(1, 1)])
        bent = layers(([[0.0]], [1.0]), ([[1.0]], [0.0]), activation='Tanh')
        self.replay(0, bent, UNIFORM, 'E(1*y[0]) = ?', BOTH, [near(math.tanh(1))], ['0'])
        self.replay(4, bent, UNIFORM, 'E(1*y[0]) = ?', BOTH, [near(math.tanh(1) + 1e-9)], ['0'])

    def test_large_and_small_inputs(self):
        for activation in ('Relu', 'Tanh', 'Sigmoid', 'Elu', 'Softplus', 'Sin', 'Erf', 'HardSwish', 'Softsign'):
            network = layers(([[1.0], [-2.0]], [0.0, 0.5]), ([[1.0, 1.0]], [0.5]), activation=activation)
            for law in ('uniform(0, %d)' % 10 ** 40, 'uniform(0, 1/%d)' % 10 ** 40, 'beta(1/1000, 10000)', 'triangular(%d, %d, %d)' % (10 ** 20, 10 ** 20, 10 ** 20 + 1)):
                for claim, numbers in (('E(1*y[0]) = ?', ['0']), ('P(1*y[0] <= 1/2) = ?', [])):
                    self.replay(0, network, ['x[0] ~ ' + law], claim, AVERAGE, ['-inf inf'], numbers)

    def test_deep_networks_against_samples(self):
        r = random.Random(8)
        laws = (['uniform(-1, 2)'], ['triangular(0, 1, 3)', 'beta(2, 5)'], ['uniform(0, 1)', 'normal(0, 1/2)', 'triangular(-2, -2, 1)'],
                ['beta(1/2, 3)', 'uniform(3, 4)'])
        samples = 4000
        for k, (activation, f) in enumerate(ACTIVATIONS.items()):
            law = [distribution(t) for t in laws[k % len(laws)]]
            sizes = [len(law), 4, 4, 1]
            weights = [([[round(r.gauss(0, 1) / math.sqrt(a), 3) for _ in range(a)] for _ in range(b)], [round(r.gauss(0, 0.5), 3) for _ in range(b)])
                       for a, b in zip(sizes, sizes[1:])]
            network = layers(*weights, activation=activation)
            lines = ['x[%d] ~ %s' % (i, d.text()) for i, d in enumerate(law)]
            ys = []
            for _ in range(samples):
                v = [draw(r, d) for d in law]
                for i, (rows, biases) in enumerate(weights):
                    v = [sum(map(lambda a, b: a * b, row, v)) + b for row, b in zip(rows, biases)]
                    v = [f(x) for x in v] if i < 2 else v
                ys.append(v[0])
            mean = sum(ys) / samples
            variance = sum((y - mean) ** 2 for y in ys) / samples
            fourth = sum((y - mean) ** 4 for y in ys) / samples
            t = Fraction(round(256 * (mean + math.sqrt(variance))), 256)
            share = sum(y <= t for y in ys) / samples
            for claim, numbers, x, slack in (('E(1*y[0]) = ?', ['0'], mean, math.sqrt(variance / samples)),
                                             ('Var(1*y[0]) = ?', [str(Fraction(round(64 * mean), 64))], variance, math.sqrt((fourth - variance ** 2) / samples)),
                                             ('P(1*y[0] <= %s) = ?' % t, [], share, math.sqrt(share * (1 - share) / samples))):
                lo, hi = self.computed(self.replay(0, network, lines, claim, BOTH, ['-inf inf'], numbers)[2])
                self.assertTrue(lo - SPREAD * slack <= x <= hi + SPREAD * slack, (activation, claim, lo, x, hi))
                # what excludes the samples is never valid
                more = SPREAD * slack + 1e-6
                for bounds in (pair(-1e3, x - more), pair(x + more, 1e3)):
                    self.replay(4, network, lines, claim, BOTH, [bounds], numbers)


class WrongCertificatesTest(Replays):
    CLAIM = 'P(1*y[0] <= 1/4) = ?'

    def status(self, tree, lines=UNIFORM, network=IDENTITY, semantics='real', inputs=1, n=1, bounds=pair(0, 1)):
        return replay(network, lines, self.CLAIM, tree, [bounds], (), ['-0x1p3 0x1p3'] * n, 1, inputs, semantics)[0]

    def test_laws(self):
        branch = ['branch coordinates 1 summands 1', 'x[0] = 1*u[0]']
        for lines in (['x[0] ~ uniform(0, 1) on [0, 1/2]'], ['x[0] ~ beta(2, 2) on [1/4, 1/2]'], ['x[0] ~ triangular(0, 1, 2) on [1, 2]'],
                      ['x[0] ~ exponential(1)'], ['x[0] ~ gamma(2, 1)'], ['x[0] ~ histogram([0, 1, 2], [1/2, 1/2])'], ['x[0] ~ polynomial([0, 1], [[1]])'],
                      ['x[0] ~ lognormal(0, 1)'], ['x[0] ~ weibull(2, 1)'], ['x[0] ~ logistic(0, 1)'], ['x[0] ~ laplace(0, 1)'],
                      ['branches 1 rest 1/10'] + branch + ['9/10: uniform(0, 1)'],
                      ['branches 1 rest 0'] + branch + ['9/10: uniform(0, 1)'],
                      ['branches 1 rest 1/10'] + branch + ['1: beta(1, 2)'],
                      ['branches 1 rest 0'] + branch + ['1: uniform(0, 1) within [0, 1/2]'],
                      ['branches 1 rest 0'] + branch + ['1: uniform(0, 1) within [-1, 2]'],
                      ['branches 1 rest 0', 'branch coordinates 1 summands 2', 'x[0] = 1*u[0]', '1/2: uniform(0, 1)', '1/2: logistic(0, 1)']):
            for tree in (AVERAGE, TANGENTS, BOTH, b'\x07\x82\x04'):
                self.assertEqual(self.status(tree, lines), 4, lines)

    def test_methods(self):
        for tree, status in ((b'\x07', 4), (b'\x07\x00', 4), (b'\x07\x80\x04', 4), (b'\x07\x04', 4), (b'\x07\x05', 4), (b'\x07\x01\x04', 4), (b'\x07\x81', 4),
                             (b'\x07\x01', 0), (b'\x07\x02', 0), (b'\x07\x03', 0), (b'\x07\x81\x04', 0), (b'\x07\x83\x10\x04\x04', 0), (b'\x07\x81\x05', 5)):
            self.assertEqual(self.status(tree), status, tree)

    def test_networks(self):
        for activation, status in (('Relu', 0), ('Tanh', 0), ('Exp', 4), ('Log', 4), ('Sqrt', 4), ('Reciprocal', 4)):
            network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation=activation)
            self.assertEqual(self.status(AVERAGE, network=network), status, activation)

    def test_level_f(self):
        self.assertEqual(self.status(AVERAGE, semantics='float32 accuracy 4'), 4)
        self.assertEqual(self.status(b'\x07\x81\x04', semantics='float64 accuracy 4'), 4)

    def test_bounds(self):
        """P(x <= 1/4) is 5/12, and what is known of it is that it is at most 1/(1 + x^2), x = (1/4) / s."""
        most = 1 / (1 + 1 / 12)
        for bounds, status in ((pair(0, 1), 0), (pair(0, most + 1e-12), 0), (pair(0, most - 1e-12), 4), (pair(0, 5 / 12), 4), (pair(5 / 12, 1), 4),
                               (pair(5 / 12 - 1e-9, 5 / 12 + 1e-9), 4), (pair(1e-300, 1), 4), (pair(0, 0), 4), (pair(1, 1), 4), ('-inf inf', 0)):
            self.assertEqual(self.status(BOTH, bounds=bounds), status, bounds)

    def test_what_is_not_proved(self):
        claim = 'E(1*y[0] | 1*x[0] > 0) = ?'
        self.replay(0, IDENTITY, UNIFORM, claim, BOTH, ['-inf inf'], ['0'])
        self.replay(4, IDENTITY, UNIFORM, claim, BOTH, [pair(-1, 2)], ['0'])
        # a ReLU by tangents is not told from its line
        relu = layers(([[1.0]], [8.0]), ([[1.0]], [0.0]))
        self.replay(4, relu, UNIFORM, 'Var(1*y[0]) = ?', TANGENTS, [near(0.75, 1e-9)], ['8'])
        self.replay(4, relu, UNIFORM, 'E(1*y[0]) = ?', TANGENTS, [near(8.5, 1e-9)], ['8'])

    def test_other_statements(self):
        """A certificate belongs to its law: another one has other moments."""
        text = statement(IDENTITY, 1, 1, UNIFORM, 'E(1*y[0]) = ?')
        cert = certificate(text, ['0x0p0 0x0p0'], ['0'], [near(0.5)], AVERAGE)
        self.assertEqual(check(IDENTITY, text, cert)[0], 0)
        for line in ('x[0] ~ uniform(-1, 3)', 'x[0] ~ triangular(-1, 0, 2)', 'x[0] ~ beta(1, 1)', 'x[0] ~ normal(1/2, 1)'):
            other = statement(IDENTITY, 1, 1, [line], 'E(1*y[0]) = ?')
            self.assertEqual(check(IDENTITY, other, cert)[0], 4, line)
        for line in ('x[0] ~ uniform(2, -1)', 'x[0] ~ uniform(1, 1)', 'x[0] ~ triangular(0, 3, 2)', 'x[0] ~ beta(0, 1)', 'x[0] ~ uniform(-1,2)', 'x[0] ~ uniform(-1, 4/2)'):
            other = statement(IDENTITY, 1, 1, [line], 'E(1*y[0]) = ?')
            self.assertEqual(check(IDENTITY, other, certificate(other, ['0x0p0 0x0p0'], ['0'], [near(0.5)], AVERAGE))[0], 3, line)


if __name__ == '__main__':
    unittest.main()
