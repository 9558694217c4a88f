"""Elementary functions, densities and measures against closed forms and exact twins."""
from fractions import Fraction
from itertools import product
from math import comb, factorial
import math
import random
import unittest

import testing  # noqa: F401
from secondchecker import fixed, polytopes
from secondchecker.cells import share
from secondchecker.densities import (Beta, Exponential, Gamma, Laplace, LogNormal, Logistic, Normal, Pareto, Student,
                                     Weibull)
from secondchecker.fixed import ONE, P
from secondchecker.simplices import Form, indices, varsi, volume_of_kuhn


def fx(x):
    return fixed.down(Fraction(x))


def real(x, e=0):
    return float(fixed.to_fraction(x, e))


class ElementaryTest(unittest.TestCase):
    def assert_encloses(self, f, g, xs):
        for x in xs:
            lo, hi = f(fx(x))
            self.assertLessEqual(lo, hi)
            self.assertLess(hi - lo, 1 << 40 + max(0, hi.bit_length() - P))
            self.assertAlmostEqual(real(lo) / g(x), 1, delta=1e-12) if g(x) else self.assertLess(abs(real(lo)), 1e-30)

    def test_against_the_library(self):
        r = random.Random(1)
        xs = [r.uniform(-20, 20) for _ in range(100)]
        self.assert_encloses(fixed.exp, math.exp, xs)
        self.assert_encloses(fixed.tanh, math.tanh, xs)
        self.assert_encloses(fixed.atan, math.atan, xs)
        self.assert_encloses(fixed.erf, math.erf, [x / 4 for x in xs])
        self.assert_encloses(fixed.log, math.log, [abs(x) for x in xs])
        self.assert_encloses(fixed.sigmoid, lambda x: 1 / (1 + math.exp(-x)), xs)

    def test_functional_equations_hold_to_all_places(self):
        r = random.Random(2)
        for _ in range(50):
            x, y = fx(r.uniform(-9, 9)), fx(r.uniform(-9, 9))
            a = fixed.mul(fixed.exp(x), fixed.exp(y))
            b = fixed.exp(x + y)
            self.assertTrue(a[0] <= b[1] and b[0] <= a[1])
            lo, hi = fixed.exp(x)
            self.assertTrue(fixed.log(lo)[0] <= x <= fixed.log(hi)[1])
            s, c = fixed.sin_cos(x)
            one = fixed.add(fixed.mul(s, s), fixed.mul(c, c))
            self.assertTrue(one[0] <= ONE <= one[1])

    def test_pi_and_ln2(self):
        self.assertEqual(real(fixed.pi()[0]), math.pi)
        self.assertEqual(real(fixed.ln2(P)[1]), math.log(2))


class DensityTest(unittest.TestCase):
    def test_masses_in_closed_form(self):
        phi = lambda x: math.erfc(-x / math.sqrt(2)) / 2
        for d, cdf, ends in ((Normal(), phi, (-1, 2)), (Exponential(), lambda x: 1 - math.exp(-x), (0, 3)),
                             (Laplace(), lambda x: 1 - math.exp(-x) / 2 if x > 0 else math.exp(x) / 2, (-1, 2)),
                             (Logistic(), lambda x: 1 / (1 + math.exp(-x)), (-2, 1)),
                             (Student(1), lambda x: math.atan(x) / math.pi + 0.5, (-3, 5)),
                             (Gamma(2), lambda x: 1 - math.exp(-x) * (1 + x), (0, 4)),
                             (Gamma(Fraction(1, 2)), lambda x: math.erf(math.sqrt(x)), (0, 4)),
                             (Beta(Fraction(1, 2), Fraction(1, 2)), lambda x: 2 / math.pi * math.asin(math.sqrt(x)), (0, 1)),
                             (Weibull(Fraction(3, 2)), lambda x: 1 - math.exp(-x ** 1.5), (0, 2)),
                             (LogNormal(Fraction(1, 2)), lambda x: phi(math.log(x) / 0.5 - 0.5), (0.25, 2)),
                             (Pareto(Fraction(3, 2)), lambda x: 1 - x ** -1.5, (1, 5))):
            lo, hi, e = d.mass(fx(ends[0]), fx(ends[1]))
            self.assertAlmostEqual(real(lo, e), cdf(ends[1]) - cdf(ends[0]), delta=1e-13, msg=type(d).__name__)
            self.assertLess(real(hi - lo, e), 1e-30)

    def test_series_and_closed_forms_agree(self):
        for d, a, b in ((Normal(), -1, 3), (Weibull(Fraction(5, 2)), Fraction(1, 2), 2), (Pareto(2), 1, 9),
                        (Student(1), -4, 9), (Logistic(), -3, 5), (LogNormal(1), Fraction(1, 8), 8)):
            x, y = d.mass(fx(a), fx(b)), d.integrate(fx(a), fx(b))
            self.assertTrue(fixed.to_fraction(x[0], x[2]) <= fixed.to_fraction(y[1], y[2]), type(d).__name__)
            self.assertTrue(fixed.to_fraction(y[0], y[2]) <= fixed.to_fraction(x[1], x[2]), type(d).__name__)

    def test_tails_are_above_what_lies_beyond(self):
        for d, k in ((Normal(), 3), (Gamma(3), 20), (Student(3), 50), (LogNormal(1), 60), (Weibull(2), 4)):
            for j in (0, 1):
                t = d.tail_moment(fx(k), True, j)
                far = k * 4
                n, s = 400, 0.0
                for i in range(n):
                    x = k + (far - k) * (i + 0.5) / n
                    v = d.value(fx(x))
                    s += (x - k) ** j * real(v[0], v[2]) * (far - k) / n
                self.assertGreater(real(t[1], t[2]), s * 0.999)

    def test_narrow_peaks(self):
        lo, hi, e = Gamma(10000).mass(0, fx(10000))
        self.assertAlmostEqual(real(lo, e), 0.5013298083399, delta=1e-12)


class MeasureTest(unittest.TestCase):
    def test_share_of_a_box(self):
        r = random.Random(3)
        for n in (1, 2, 3):
            for _ in range(20):
                c = [r.randint(-9, 9) for _ in range(n)]
                t = r.randint(-12, 12)
                lo = share([fx(x) for x in c], fx(t), False)
                m = 40
                count = sum(sum(x * (2 * i + 1 - m) / m for x, i in zip(c, p)) <= t for p in product(range(m), repeat=n))
                self.assertAlmostEqual(real(lo), count / m ** n, delta=0.08)

    def test_share_is_exact_in_one_dimension(self):
        self.assertEqual(share([fx(2)], fx(1), False), 3 * ONE // 4)
        self.assertEqual(share([fx(2), 0], fx(-1), True), ONE // 4)
        self.assertEqual(share([], 0, True), ONE)

    def test_varsi_against_halves(self):
        """The mass below t and that above it make up the whole."""
        r = random.Random(4)
        for n, D in ((1, 3), (2, 2), (2, 5), (3, 3)):
            all_, _ = indices(n, D)
            c = [r.randint(-100, 1000) << 150 for _ in all_]
            y = [fx(r.uniform(-1, 1)) for _ in range(n + 1)]
            f = Form(n, D, c, 0, 0, volume_of_kuhn(n))
            t = (min(y) + max(y)) // 2
            a, b = f.signed_below(y, t), f.signed_below([-v for v in y], -t)
            whole = f._scale(sum(c) // len(c), sum(c) // len(c) + 1)
            self.assertTrue(a[0] + b[0] <= whole[1] and whole[0] <= a[1] + b[1])

    def test_varsi_of_a_triangle(self):
        # uniform on a triangle with values 0, 1, 3 below 1: 1/3
        s, e = varsi(2, 0, None, 2, [ONE], [0, ONE, 3 * ONE], ONE)
        self.assertTrue(s - e <= ONE // 3 <= s + e)

    def test_integrals_against_monomials(self):
        # density 1 on a triangle of volume 1/2 with vertex values y: mean of y^2 is known
        f = Form(2, 0, [ONE], 0, 0, volume_of_kuhn(2))
        y = [fx(1), fx(2), fx(5)]
        lo, hi = f.product(y, y)
        exact = Fraction(1 + 4 + 25 + 2 + 5 + 10, 12)
        self.assertTrue(fixed.to_fraction(lo) <= exact <= fixed.to_fraction(hi))
        lo, hi = f.excess(y, fx(0))
        self.assertTrue(fixed.to_fraction(lo) <= Fraction(8, 6) <= fixed.to_fraction(hi))

    def test_splitting_keeps_the_mass(self):
        r = random.Random(5)
        all_, _ = indices(3, 4)
        f = Form(3, 4, [r.randint(0, 1000) << 150 for _ in all_], 0, 0, volume_of_kuhn(3))
        a, b = f.split(1, 3, fixed.enclose(Fraction(3, 8)))
        total = [x + y for x, y in zip(a.mass(), b.mass())]
        m = f.mass()
        self.assertTrue(total[0] <= m[1] and m[0] <= total[1])

    def test_polytopes(self):
        cube = polytopes.box([(Fraction(0), Fraction(1))] * 3)
        cut = polytopes.cut(cube, 3, (-1, -1, -1), Fraction(1), 'c')      # a corner: volume 1/6
        volume = 0
        for s in polytopes.simplices(cut, 3):
            volume += abs(polytopes.determinant([[x - y for x, y in zip(v, s[0])] for v in s[1:]])) / factorial(3)
        self.assertEqual(volume, Fraction(1, 6))
        rest = polytopes.cut(cube, 3, (1, 1, 1), Fraction(-1), 'c')
        volume = sum(abs(polytopes.determinant([[x - y for x, y in zip(v, s[0])] for v in s[1:]]))
                     for s in polytopes.simplices(rest, 3)) / factorial(3)
        self.assertEqual(volume, Fraction(5, 6))


if __name__ == '__main__':
    unittest.main()
