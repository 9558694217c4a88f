"""Linearisation (FORMAT.md section 7): its integrals, whole networks against known values and samples,
and certificates that are wrong."""
from fractions import Fraction
import math
import random
import struct
import unittest

from testing import IDENTITY, certificate, check, field, layers, model, node, pair, replay, statement, tensor
from secondchecker import fixed
from secondchecker.bivariate import kink_integral
from secondchecker.fixed import ONE
from secondchecker.kinks import Kinks, below, excess
from secondchecker.vectors import Q, Vector, spectral_norm

AVERAGE, TANGENTS, BOTH = b'\x07\x01', b'\x07\x02', b'\x07\x03'
NORMAL = ['x[0] ~ normal(0, 1)']
FAR = ['-0x1p3 0x1p3']

# (h, k, rho): Phi2, J, and the covariance of max(Z1 + h, 0) and max(Z2 + k, 0)
REFERENCE = (
    ('0', '0', '0.5', '0.33333333333333333333', '0.1278247915835880833', '0.14534394743021934328'),
    ('0.7', '-0.3', '-0.9', '0.15628649157617343138', '0.3405985755977306992', '-0.2064653801296124325'),
    ('1.5', '1.5', '0.99', '0.92589318750387025449', '0.10650102642110451887', '0.87909047640690429427'),
    ('-6', '-6', '0.9', '1.5583842498259824308e-10', '7.079300910492760449e-11', '1.1267058211418444461e-11'))


def integral(h, k, rho, places=80):
    """J for fractions, as two fractions."""
    return tuple(map(fixed.to_fraction, kink_integral(*map(fixed.enclose, (h, k, rho)), places)))


def phi_2(h, k, rho):
    """The distribution function, from the slope of J: see 1 in `bivariate`."""
    step = Fraction(1, 10 ** 8)
    a, b = (integral(h, k, rho + s, 110) for s in (-step, step))
    slope = float((sum(b) - sum(a)) / (4 * step))
    p, q = (float(sum(below(x, Fraction(0), Fraction(1)))) / 2 for x in (h, k))
    # for rho < 0 J is 2 pi times the integral over r from rho to 0
    return p * q + slope / (2 * math.pi)


class IntegralTest(unittest.TestCase):
    def test_known_values(self):
        for h, k, rho, _, j, _ in REFERENCE:
            h, k, rho, j = map(Fraction, (h, k, rho, j))
            for places in (80, 110):
                lo, hi = integral(h, k, rho, places)
                self.assertLess(hi - lo, Fraction(1, 1 << places))
                slack = Fraction(6, 10 ** 21)                  # the last digit that is known
                self.assertTrue(lo - slack <= j <= hi + slack, (h, k, rho))

    def test_distribution_functions(self):
        for h, k, rho, p, _, _ in REFERENCE:
            self.assertAlmostEqual(phi_2(*map(Fraction, (h, k, rho))), float(p), delta=1e-9)

    def test_covariances_of_kinks(self):
        for h, k, rho, _, _, c in REFERENCE:
            h, k, rho, c = map(Fraction, (h, k, rho, c))
            kinks = Kinks([Fraction(1), 1 - rho ** 2])
            a = kinks.add(Vector([h.numerator, h.denominator, 0], h.denominator))
            d = (k + rho).limit_denominator(10 ** 6).denominator * 100
            b = kinks.add(Vector([int(k * d), int(rho * d), d], d))
            lo, hi = (Fraction(x, 1 << Q) for x in kinks.product(a, b))
            self.assertLess(hi - lo, Fraction(1, 1 << 78))
            self.assertTrue(lo - Fraction(1, 10 ** 19) <= c <= hi + Fraction(1, 10 ** 19), (h, k, rho))

    def test_perfect_correlation(self):
        """E max(Z + h, 0) max(Z + k, 0) = (1 + h k) Phi(m) + max(h, k) phi(m), m = min(h, k)."""
        for h, k in ((0.25, 0.25), (0.25, -1.5), (2.0, 1.75), (-3.0, 0.0), (1.0, 1.0 + 2.0 ** -30)):
            m = min(h, k)
            both = (1 + h * k) * phi(m) + max(h, k) * density(m)
            means = [x * phi(x) + density(x) for x in (h, k)]
            expected = 2 * math.pi * (both - means[0] * means[1] - phi(h) * phi(k))
            lo, hi = integral(Fraction(h), Fraction(k), Fraction(1))
            self.assertLess(hi - lo, Fraction(1, 1 << 78))
            self.assertAlmostEqual(float(lo), expected, delta=1e-14)
            # nearly so
            near = integral(Fraction(h), Fraction(k), 1 - Fraction(1, 10 ** 14))
            self.assertTrue(lo - Fraction(2, 10 ** 14) <= near[0] <= hi)

    def test_against_riemann_sums(self):
        """The midpoint rule, in doubles."""
        r = random.Random(6)
        for _ in range(20):
            h, k, rho = (Fraction(r.randint(-300, 300), 100), Fraction(r.randint(-300, 300), 100), Fraction(r.randint(1, 99), 100))
            a, b, c = map(float, (h, k, rho))
            start, n = math.acos(c), 4000
            width = (math.pi / 2 - start) / n
            total = 0
            for i in range(n):
                p = start + (i + 0.5) * width
                total += (c - math.cos(p)) * math.exp(-(a * a - 2 * a * b * math.cos(p) + b * b) / (2 * math.sin(p) ** 2)) * width
            lo, hi = integral(h, k, rho)
            self.assertAlmostEqual(float(lo), total, delta=1e-6)
            self.assertEqual(integral(h, k, rho), integral(h, -k, -rho))
            other = integral(h, k, rho, 100)
            self.assertTrue(lo <= other[1] and other[0] <= hi)

    def test_enclosures_of_arguments(self):
        w = ONE >> 40
        args = [fixed.enclose(Fraction(x)) for x in ('1/2', '-1/3', '3/5')]
        lo, hi = kink_integral(*args)
        a, b = kink_integral(*[(x - w, y + w) for x, y in args])
        self.assertTrue(a < lo < hi < b)
        self.assertEqual(kink_integral(args[0], args[1], (-5, 3)), (0, 10))

    def test_variances_and_means(self):
        for mean, deviation in ((0.0, 1.0), (0.5, 2.0), (-1.25, 0.5), (3.0, 0.25), (-3.0, 0.25), (1000.0, 1.0), (-1000.0, 1.0)):
            v = Fraction(deviation) ** 2
            lo, hi = (Fraction(x, 1 << Q) for x in excess(Fraction(mean), v))
            nu = mean / deviation
            first = mean * phi(nu) + deviation * density(nu)
            self.assertAlmostEqual(float(lo), first, delta=1e-12 * (1 + abs(mean)))
            self.assertTrue(lo <= hi and hi - lo < Fraction(1, 1 << 130))
            kinks = Kinks([v])
            k = kinks.add(Vector([Fraction(mean).numerator, Fraction(mean).denominator], Fraction(mean).denominator))
            lo, hi = (Fraction(x, 1 << Q) for x in kinks.product(k, k))
            second = (mean ** 2 + deviation ** 2) * phi(nu) + mean * deviation * density(nu)
            self.assertAlmostEqual(float(lo), second - first ** 2, delta=1e-15 * (1 + mean ** 2))
            self.assertLess(hi - lo, Fraction(1, 1 << 110))

    def test_spectral_norms(self):
        golden = (1 + math.sqrt(5)) / 2
        for rows, norm in (([[3, 4], [0, 0]], 5), ([[1, 1], [0, 1]], golden), ([[2, 0], [0, -7]], 7), ([[1, 2, 2]], 3),
                           ([[0.1, -0.2], [0.3, 0.4], [0.5, 0.1]], math.sqrt(0.28 + math.sqrt(0.0274))), ([[1e-30, 0], [0, 2e-30]], 2e-30), ([[0, 0]], 0)):
            s = spectral_norm([{j: Fraction(x) for j, x in enumerate(r) if x} for r in rows]) / (1 << Q)
            self.assertGreaterEqual(s, norm * (1 - 1e-14))
            self.assertLessEqual(s, norm * 1.001)


def phi(x):
    return math.erfc(-x / math.sqrt(2)) / 2


def density(x):
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def near(x, width=2.0 ** -46):
    return pair(x - width * max(1, abs(x)), x + width * max(1, abs(x)))


# covariance [[9/100, 3/100], [3/100, 5/100]], means 1/5 and -2/5
CORRELATED = ['branches 1 rest 0', 'branch coordinates 2 summands 1', 'x[0] = 1*u[0]', 'x[1] = 1/3*u[0] + 1*u[1]',
              '1: normal(1/5, 3/10); normal(-7/15, 1/5)']
HIDDEN = layers(([[1.0, -0.5], [0.25, 2.0], [-1.5, 1.0]], [0.1, -0.3, 0.2]), ([[2.0, -1.0, 0.5]], [0.7]))
MEAN, VARIANCE = 1.7144224413359483828, 0.25514528140251569721


class NetworkTest(unittest.TestCase):
    def replay(self, status, network, lines, claim, tree, bounds, numbers=(), **more):
        n = sum('~' in l for l in lines) or int(lines[1].split()[2])
        result = replay(network, lines, claim, tree, bounds, numbers, truncations=FAR * n, **more)
        self.assertEqual(result[0], status, result[1])
        return result[1]

    def test_one_hidden_layer(self):
        for tree in (AVERAGE, TANGENTS, BOTH, b'\x07\x81\x04', b'\x07\x83\x10\x04\x04'):
            for claim, x in (('E(1*y[0]) = ?', MEAN), ('Var(1*y[0]) = ?', VARIANCE), ('Std(1*y[0]) = ?', math.sqrt(VARIANCE)),
                             ('Cov(1*y[0], 2*y[0]) = ?', 2 * VARIANCE), ('Corr(1*y[0], -1*y[0]) = ?', -1.0)):
                for centre in ('7/4', '0'):
                    numbers = [centre] * (2 if claim[0] == 'C' else 1)
                    self.replay(0, HIDDEN, CORRELATED, claim, tree, [near(x)], numbers, inputs=2)
                self.replay(4, HIDDEN, CORRELATED, claim, tree, [near(x * (1 + 1e-12))], numbers, inputs=2)

    def test_bounds_of_trees_count_too(self):
        """On one box the tree proves little; both together have what either proves."""
        network = layers(([[1.0], [-1.0]], [0.0, 0.0]), ([[1.0, 1.0]], [0.0]))         # |x|
        x = math.sqrt(2 / math.pi)
        self.replay(4, network, NORMAL, 'E(1*y[0]) = ?', b'\x04', [near(x)], ['1'])
        self.replay(0, network, NORMAL, 'E(1*y[0]) = ?', b'\x07\x81\x04', [near(x)], ['1'])
        claim = 'P(1*y[0] <= 1) = ?'
        tree = b''.join(b'\x01\x00\x00' + struct.pack('>d', x) + b'\x04' for x in (-1.0, 0.0, 1.0)) + b'\x04'
        exact = [near(1 - 2 * phi(-1), 1e-12)]
        self.replay(0, network, NORMAL, claim, tree, exact)
        self.replay(4, network, NORMAL, claim, BOTH, exact)
        self.replay(0, network, NORMAL, claim, b'\x07\x83' + tree, exact)

    def test_affine_networks_are_exact(self):
        for tree in (AVERAGE, TANGENTS):
            self.replay(0, IDENTITY, NORMAL, 'P(1*y[0] <= -10) = ?', tree, [pair(7.6198530241604e-24, 7.6198530241606e-24)])
            self.replay(0, IDENTITY, NORMAL, 'P((1*y[0] <= 1 and 1*y[0] > -1)) = ?', tree, [pair(0.68268949213708, 0.84134474606855)])
            self.replay(0, IDENTITY, NORMAL, 'P((1*y[0] < -1 or 1*y[0] >= 1)) = ?', tree, [pair(0.15865525393145, 0.3173105078630)])
            self.replay(0, IDENTITY, NORMAL, 'P(not 1*y[0] + -1*x[0] < 0) = ?', tree, [pair(1, 1)])
            self.replay(0, IDENTITY, NORMAL, 'P(1*y[0] + -1*x[0] < 0) = ?', tree, [pair(0, 0)])
            self.replay(0, IDENTITY, NORMAL, 'P(1*x[0] > 1 | 1*y[0] > 0) = ?', tree, [pair(0, 0.31731050786292)])
            self.replay(0, IDENTITY, NORMAL, 'quantile(1*y[0], 1/2) = ?', tree, [pair(-2.0 ** -30, 2.0 ** -30)], ['-1/1073741824', '1/1073741824'])
            self.replay(0, IDENTITY, NORMAL, 'cdf(1*y[0], 1*x[0]) at [-1, 1] x [0]', tree,
                        [pair(0, 0.15865525393146), pair(0.34134474606854, 0.5)], ['-1', '1', '0'])
            # density(0) / (1/2) = 0.79788456080286535588
            self.replay(0, IDENTITY, NORMAL, 'cvar(1*y[0], 1/2) = ?', tree, [pair(0.7978845, 0.79788456080287)],
                        ['-1/1073741824', '0'])

    def test_what_is_not_proved(self):
        for tree in (AVERAGE, BOTH):
            claim = 'E(1*y[0] | 1*x[0] > 0) = ?'
            self.replay(0, IDENTITY, NORMAL, claim, tree, ['-inf inf'], ['0'])
            self.replay(4, IDENTITY, NORMAL, claim, tree, [pair(-9, 9)], ['0'])
            self.replay(30, HIDDEN, CORRELATED, 'P(1*y[0] <= 2) >= 99/100', tree, [pair(0, 1)], inputs=2)
            self.replay(0, HIDDEN, CORRELATED, 'P(1*y[0] <= 4) >= 9/10', tree, [pair(0.9, 1)], inputs=2)

    def test_comparisons_that_are_decided_everywhere(self):
        """A sigmoid is never below 0, and that is known within an event, too."""
        network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation='Sigmoid')
        for event, x in (('(1*y[0] < 0 or 1*x[0] > 1)', phi(-1)), ('(1*y[0] >= 0 and not 1*x[0] > 1)', phi(1)), ('(1*x[0] > 1 and 1*y[0] <= 1)', phi(-1)),
                         ('(1*x[0] <= 1 or (1*y[0] > 1 and 1*x[0] <= 2))', phi(1))):
            for tree in (AVERAGE, TANGENTS):
                self.replay(0, network, NORMAL, 'P(%s) = ?' % event, tree, [near(x)])
        self.replay(4, network, NORMAL, 'P((1*y[0] < 1/4 or 1*x[0] > 1)) = ?', AVERAGE, [near(phi(-1))])

    def test_a_kink_at_the_mean(self):
        """relu(x) of a standard normal x: its tangent is 0, and half of the mass is beyond the kink."""
        network = layers(([[1.0], [1.0]], [0.0, -9.0]), ([[1.0, 1.0]], [0.0]))
        self.replay(0, network, NORMAL, 'P(1*y[0] <= 1/100) = ?', TANGENTS, [pair(0.4999999, 1)])
        self.replay(4, network, NORMAL, 'P(1*y[0] <= 1/100) = ?', TANGENTS, [pair(0.5, 1)])
        # a number that is always at its kink is beyond it nowhere
        network = layers(([[0.0], [1.0]], [0.0, 0.0]), ([[1.0, 0.0]], [0.5]))
        self.replay(0, network, NORMAL, 'P(1*y[0] <= 1/2) = ?', TANGENTS, [pair(1, 1)])
        self.replay(0, network, NORMAL, 'P(1*y[0] < 1/2) = ?', AVERAGE, [pair(0, 0)])

    def test_a_clamp_at_the_very_end(self):
        network = layers(([[1.0]], [1.0]), ([[1.0]], [0.0]))
        claim = 'P(1*y[0] <= 1/2) = ?'
        self.replay(30, network, NORMAL, claim[:-3] + '>= 1/2', AVERAGE, [pair(0, 1)])
        relu = model([node('Relu', ['x'], 'y')], [], 1, 1)
        self.replay(0, relu, NORMAL, claim, AVERAGE, [near(phi(0.5))])
        self.replay(0, relu, NORMAL, 'P(1*y[0] > 1/2) = ?', TANGENTS, [near(phi(-0.5))])
        self.replay(0, relu, NORMAL, 'P(not 1*y[0] <= 1/2) = ?', TANGENTS, [near(phi(-0.5))])

    def test_other_activations(self):
        # |x|, a leaky ReLU with the slope 1/100 as a float, and Clip to [0, 1] as HardSigmoid with alpha 1
        for activation, x in (('Abs', math.sqrt(2 / math.pi)), ('LeakyRelu', 0.99 * density(0))):
            network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation=activation)
            self.replay(0, network, NORMAL, 'E(1*y[0]) = ?', BOTH, [near(x, 1e-8)], ['0'])
        network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation='HardSigmoid')    # x/5 + 1/2 in [0, 1]
        self.replay(0, network, NORMAL, 'E(1*y[0]) = ?', BOTH, [near(0.5, 1e-8)], ['0'])

    def test_a_scaling_that_is_no_fraction(self):
        # (x - 1) 2 / sqrt(3) + 1/2 of a batch normalization, and a ReLU behind it
        tensors = [tensor(name, [1], [x]) for name, x in (('s', 2.0), ('b', 0.5), ('m', 1.0), ('v', 2.0))]
        inner = node('BatchNormalization', ['x', 's', 'b', 'm', 'v'], 'h', field(1, 'epsilon') + field(20, 1) + b'\x15' + struct.pack('<f', 1.0))
        scaled = model([inner, node('Identity', ['h'], 'y')], tensors, 1, 1)
        network = model([inner, node('Relu', ['h'], 'r'), node('Neg', ['r'], 'y')], tensors, 1, 1)
        s = 2 / math.sqrt(3)
        m = 0.5 - s
        for tree in (AVERAGE, TANGENTS):
            self.replay(0, scaled, NORMAL, 'P(1*y[0] <= 0) = ?', tree, [near(phi(-m / s))])
            self.replay(0, scaled, NORMAL, 'Var(1*y[0]) = ?', tree, [near(4 / 3)], ['0'])
            self.replay(0, network, NORMAL, 'E(1*y[0]) = ?', tree, [near(-m * phi(m / s) - s * density(m / s))], ['0'])
        self.replay(0, network, NORMAL, 'P(1*y[0] + 1/1024*x[0] > -1/100) = ?', TANGENTS, [pair(0.7, 1)])

    def test_mixtures(self):
        law = ['branches 2 rest 0', 'branch coordinates 1 summands 2', 'x[0] = 1*u[0]', '1/4: normal(1, 2)',
               '1/4: normal(0, sqrt(2))', 'branch coordinates 0 summands 1', 'x[0] = 3', '1/2: ']
        relu = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]))
        x = (phi(0.5) + 2 * density(0.5)) / 4 + math.sqrt(2) * density(0) / 4 + 3 / 2
        self.replay(0, relu, law, 'E(1*y[0]) = ?', BOTH, [near(x)], ['2'], inputs=1)
        second = (5 * phi(0.5) + 2 * density(0.5)) / 4 + 1 / 4 + 9 / 2
        self.replay(0, relu, law, 'Var(1*y[0]) = ?', BOTH, [near(second - x * x)], ['2'], inputs=1)
        p = (phi(0.5) + phi(math.sqrt(2))) / 4
        self.replay(0, IDENTITY, law, 'P(1*y[0] <= 2) = ?', BOTH, [near(p)], inputs=1)

    def test_deep_networks_against_samples(self):
        r = random.Random(7)
        sizes = [3, 6, 5, 4, 1]
        weights = []
        for a, b in zip(sizes, sizes[1:]):
            weights.append(([[round(r.gauss(0, 1) / math.sqrt(a), 3) for _ in range(a)] for _ in range(b)],
                            [round(r.gauss(0, 0.5), 3) for _ in range(b)]))
        network = layers(*weights)
        lines = ['x[%d] ~ normal(%s, 1/4)' % (i, Fraction(2 * i + 1, 10)) for i in range(3)]
        ys = []
        for _ in range(20000):
            v = [r.gauss((2 * i + 1) / 10, 0.25) for i in range(3)]
            for k, (rows, biases) in enumerate(weights):
                v = [sum(map(lambda a, b: a * b, row, v)) + b for row, b in zip(rows, biases)]
                v = [max(x, 0) for x in v] if k < 3 else v
            ys.append(v[0])
        mean = sum(ys) / len(ys)
        variance = sum((y - mean) ** 2 for y in ys) / len(ys)
        t = Fraction(round(100 * (mean + math.sqrt(variance))), 100)
        share = sum(y <= t for y in ys) / len(ys)
        claims = (('E(1*y[0]) = ?', ['0'], mean, 0.02), ('Var(1*y[0]) = ?', ['0'], variance, 0.05 * variance),
                  ('P(1*y[0] <= %s) = ?' % t, [], share, 0.02))
        for claim, numbers, x, slack in claims:
            for tree in (AVERAGE, TANGENTS):
                line = self.replay(0, network, lines, claim, tree, ['-inf inf'], numbers)[2]
                lo, hi = (float(line.split(' computed between ')[1].split(' and ')[i]) for i in (0, 1))
                self.assertTrue(lo - slack <= x <= hi + slack, (claim, lo, x, hi))
        # the mean is not known exactly, but better than from nothing
        line = self.replay(0, network, lines, claims[0][0], BOTH, ['-inf inf'], ['0'])[2]
        lo, hi = (float(line.split(' computed between ')[1].split(' and ')[i]) for i in (0, 1))
        self.assertTrue(0 < hi - lo < 1)


class WrongCertificatesTest(unittest.TestCase):
    CLAIM = 'P(1*y[0] <= 1/4) = ?'

    def status(self, tree, lines=NORMAL, network=IDENTITY, semantics='real', inputs=1, n=1):
        return replay(network, lines, self.CLAIM, tree, [pair(0, 1)], (), FAR * n, 1, inputs, semantics)[0]

    def test_methods(self):
        for tree, status in ((b'\x07', 4), (b'\x07\x00', 4), (b'\x07\x80', 4), (b'\x07\x04', 4), (b'\x07\x80\x04', 4),
                             (b'\x07\x05', 4), (b'\x07\x41', 4), (b'\x07\xff\x04', 4), (b'\x07\x00\x04', 4),
                             (b'\x07\x01', 0), (b'\x07\x02', 0), (b'\x07\x03', 0), (b'\x07\x01\x04', 4),
                             (b'\x07\x81', 4), (b'\x07\x81\x04', 0), (b'\x07\x82\x04', 0), (b'\x07\x83\x10\x04\x04', 0),
                             (b'\x07\x81\x05', 5), (b'\x07\x81\x04\x04', 4), (b'\x07\x81\x10\x04', 4),
                             (b'\x07\x81\x07\x01', 4), (b'\x07\x01\x07\x02', 4), (b'\x10\x04\x07\x01', 4), (b'\x04\x07\x01', 4)):
            self.assertEqual(self.status(tree), status, tree)

    def test_truncations_are_there_all_the_same(self):
        text = statement(IDENTITY, 1, 1, NORMAL, self.CLAIM)
        for truncations, status in ((FAR, 0), ([], 4), (['0x0p0 0x0p0'], 4), (['0x1p3 -0x1p3'], 4)):
            cert = certificate(text, truncations, [], [pair(0, 1)], AVERAGE)
            self.assertEqual(check(IDENTITY, text, cert)[0], status, truncations)

    def test_laws(self):
        branch = ['branch coordinates 1 summands 1', 'x[0] = 1*u[0]']
        for lines in (['x[0] ~ exponential(1)'], ['x[0] ~ normal(0, 1) on [-9, 9]'], ['x[0] ~ normal(0, 1) on [0, inf]'],
                      ['branches 1 rest 1/10'] + branch + ['9/10: normal(0, 1)'],
                      ['branches 1 rest 0'] + branch + ['9/10: normal(0, 1)'],
                      ['branches 1 rest 1/10'] + branch + ['1: normal(0, 1)'],
                      ['branches 1 rest 0'] + branch + ['1: normal(0, 1) within [-20, 20]'],
                      ['branches 1 rest 0', 'branch coordinates 1 summands 2', 'x[0] = 1*u[0]', '1/2: normal(0, 1)', '1/2: logistic(0, 1)']):
            self.assertEqual(self.status(AVERAGE, lines), 4, lines)
            self.assertEqual(self.status(b'\x07\x82\x04', lines), 4, lines)
            self.assertNotEqual(self.status(b'\x04', lines), 3, lines)

    def test_networks(self):
        for activation, status in (('Relu', 0), ('Tanh', 0), ('Softplus', 0), ('Elu', 0), ('Abs', 0), ('Exp', 4), ('Log', 4),
                                   ('Sqrt', 4), ('Reciprocal', 4)):
            network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation=activation)
            self.assertEqual(self.status(AVERAGE, network=network), status, activation)
        wide = layers(([[1.0]] * 3001, [0.0] * 3001), ([[1.0] * 3001], [0.0]))
        self.assertEqual(self.status(AVERAGE, network=wide), 3)

    def test_level_f(self):
        self.assertEqual(self.status(AVERAGE, semantics='float32 accuracy 4'), 4)
        self.assertEqual(self.status(b'\x07\x81\x04', semantics='float64 accuracy 4'), 4)
        self.assertEqual(self.status(b'\x04', semantics='float32 accuracy 4'), 0)


if __name__ == '__main__':
    unittest.main()
