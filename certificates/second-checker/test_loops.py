"""Certificates about loops. FORMAT.md section 9: texts, terms, draws, and what is refused."""
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from io import StringIO
from itertools import product
import math
import os
import random
import subprocess
import sys
import tempfile
import unittest

from testing import IDENTITY, pair, seal, statement as with_network
from secondchecker import Invalid, Refused, intervals as iv, loops, loopstatement, main, statement as statements

WALK = (['a := 0', 'x := 0'], ['w ~ normal(0, 1/100)', 'a := (a + w)', 'x := (x + cos(a))'])
WALKED = (1 - math.exp(-0.05)) / (1 - math.exp(-0.005)) * math.exp(-0.005)


def text(start, step, claim):
    return ''.join(l + '\n' for l in ['surety statement 2', 'semantics real', 'start'] + start + ['step'] + step + ['end', claim])


def read(start, step, claim):
    return statements.read(text(start, step, claim).encode())


def certificate(statement, bounds, line='closed 64\n', truncations=(), numbers=()):
    return seal(('surety certificate 2\n%send statement\ntruncations %d\n%snumbers %d\n%sbounds %d\n%stree\n%s\nend\n' % (
        statement, len(truncations), ''.join(t + '\n' for t in truncations), len(numbers),
        ''.join(n + '\n' for n in numbers), len(bounds), ''.join(b + '\n' for b in bounds), line)).encode())


def check(statement, cert, networks=()):
    """(exit status, lines) of a replay."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, data in [('s', statement.encode()), ('c', cert)] + [('n%d' % k, n) for k, n in enumerate(networks)]:
            paths.append(os.path.join(folder, name))
            with open(paths[-1], 'wb') as f:
                f.write(data)
        return main.check(paths[0], paths[2:], paths[1])


def enclose(start, step, n, quantity, bits=128, exactly=False):
    """Enclosures of a quantity, as pairs of fractions (None: nothing is known)."""
    loop = read(start, step, 'after %d iterations: %s = ?' % (n, quantity))
    iv.set_precision(bits)
    return loops.derive(loop, loops.sets_of(loop.start + loop.step), exactly)


class LoopTest(unittest.TestCase):
    def near(self, start, step, n, quantity, *expected, delta=1e-12, bits=128):
        for (lo, hi), e in zip(enclose(start, step, n, quantity, bits), expected):
            if isinstance(e, float):
                self.assertLess(hi - lo, 1e-25)
                self.assertAlmostEqual(float(lo), e, delta=delta * max(1, abs(e)))
            else:
                self.assertTrue(lo <= e <= hi and hi - lo < Fraction(1, 10 ** 25), (float(lo), float(hi), e))

    def drawn(self, draw, expression, *expected, **options):
        self.near(['x ~ ' + draw], [], 0, expression, *expected, **options)

    def ends(self, status, result):
        self.assertEqual(result[0], status, result[1])

    # --- values that are known otherwise

    def test_the_example_of_the_page(self):
        self.near(*WALK, 10, 'E(x)', WALKED)
        self.assertAlmostEqual(WALKED, 9.72975, delta=1e-5)

    def test_symmetric_walk(self):
        step = ['x := {1/2: (x + 1); 1/2: (x - 1)}']
        self.near(['x := 0'], step, 1000, 'E(x)', Fraction(0))
        self.near(['x := 0'], step, 1000, 'Var(x)', Fraction(1000))
        self.near(['x := 0'], step, 1000, 'E((x ^ 4))', Fraction(3 * 1000 ** 2 - 2 * 1000))
        self.near(['x := 0'], step, 1_000_000, 'Std(x)', Fraction(1000))

    def test_many_iterations_by_squares(self):
        self.near(['x := 1'], ['x := (999999/1000000 * x)'], 1_000_000, 'E(x)', 0.999999 ** 10 ** 6, delta=1e-9)
        self.near(['x := 1', 'y := 0'], ['x, y := ((3/5 * x) - (4/5 * y)), ((4/5 * x) + (3/5 * y))'], 100_000,
                  'E(((x ^ 2) + (y ^ 2)))', Fraction(1), bits=256)

    def test_cos_and_exp_of_the_same_draw(self):
        self.drawn('normal(0, 1)', 'E((cos(x) * exp(x)))', math.cos(1))      # Re exp((1 + i)^2 / 2)
        self.drawn('normal(0, 1)', 'E((sin(x) * exp(x)))', math.sin(1))
        self.drawn('normal(0, 1)', 'E(((cos(x) ^ 2) + (sin(x) ^ 2)))', Fraction(1))

    def test_moments_of_draws(self):
        self.drawn('uniform(1, 3)', 'moments(x, 4)', 2, Fraction(13, 3), 10, Fraction(121, 5))
        self.drawn('uniform(-1, 2)', 'E((x ^ 20))', Fraction(2 ** 21 + 1, 63))
        self.drawn('beta(2, 3)', 'moments(x, 3)', Fraction(2, 5), Fraction(1, 5), Fraction(4, 35))
        self.drawn('gamma(5/2, 2)', 'moments(x, 3)', 5, 35, 315)
        self.drawn('normal(1, 4)', 'moments(x, 4)', 1, 5, 13, 73)
        self.drawn('laplace(1, 2)', 'moments(x, 4)', 1, 9, 25, 1 + 6 * 8 + 24 * 16)
        self.drawn('triangular(0, 1, 3)', 'moments(x, 2)', Fraction(4, 3), Fraction(13, 6))
        self.drawn('triangular(0, 0, 3)', 'moments(x, 2)', 1, Fraction(3, 2))
        self.drawn('finite(1: 1/2, 3: 1/2)', 'moments(x, 3)', 2, 5, 14)
        self.drawn('beta(sqrt(4), (9 / 3))', 'E(x)', Fraction(2, 5))

    def test_functions_of_draws(self):
        self.drawn('uniform(0, 1)', 'E(exp(x))', math.e - 1)
        self.drawn('uniform(0, pi)', 'E(sin(x))', 2 / math.pi)
        self.drawn('uniform(-10, 30)', 'E(cos((2 * x)))', (math.sin(60) + math.sin(20)) / 80, bits=512)
        self.drawn('uniform(0, 1)', 'E((x * exp(x)))', 1.0)
        self.drawn('triangular(0, 1, 2)', 'E(exp(x))', (math.e - 1) ** 2)
        self.drawn('beta(1, 2)', 'E(exp(x))', 2 * (math.e - 2))
        self.drawn('gamma(2, 1/2)', 'E(exp(x))', Fraction(4))
        self.drawn('gamma(3, 1)', 'E(cos(x))', ((1 - 1j) ** -3).real)
        self.drawn('laplace(0, 1)', 'E(cos(x))', Fraction(1, 2))
        self.drawn('laplace(1, 1/2)', 'E(exp(x))', math.e / 0.75)
        self.drawn('finite(0: 1/2, 2: 1/2)', 'E(cos(x))', (1 + math.cos(2)) / 2)
        self.drawn('normal(0, 1)', 'E(exp((pi * x)))', math.exp(math.pi ** 2 / 2))

    def test_powers_times_functions_of_draws(self):
        """Next to sums over many points."""
        def density(name, *p):
            if name == 'uniform':
                return lambda x: 1 / (p[1] - p[0]), p[0], p[1]
            if name == 'triangular':
                a, c, b = p
                return lambda x: 2 / (b - a) * ((x - a) / (c - a) if x < c else (b - x) / (b - c)), a, b
            if name == 'beta':
                return lambda x: x ** (p[0] - 1) * (1 - x) ** (p[1] - 1), 0, 1
            if name == 'gamma':
                return lambda x: x ** (p[0] - 1) * math.exp(-x / p[1]), 0, 60 * p[1]
            if name == 'laplace':
                return lambda x: math.exp(-abs(x - p[0]) / p[1]), p[0] - 60 * p[1], p[0] + 60 * p[1]
            w = 12 * math.sqrt(p[1])
            a, b = p[2:] or (p[0] - w, p[0] + w)
            return lambda x: math.exp(-(x - p[0]) ** 2 / (2 * p[1])), a, b
        for draw in ('uniform(-1, 2)', 'triangular(-1, 0, 2)', 'beta(2, 3)', 'gamma(3, 1/2)', 'laplace(1/2, 1/4)',
                     'normal(1/2, 2)', 'truncated-normal(1/2, 2, -1, 3)'):
            name, p = draw[:-1].split('(')
            f, a, b = density(name, *(float(Fraction(x)) for x in p.split(', ')))
            n = 30_000
            xs = [a + (k + 0.5) * (b - a) / n for k in range(n)]
            ws = [f(x) for x in xs]
            for e, g in (('((x ^ 3) * cos((2 * x)))', lambda x: x ** 3 * math.cos(2 * x)),
                         ('((x ^ 2) * exp(x))', lambda x: x ** 2 * math.exp(x)),
                         ('(x * (sin(x) * exp((x / 2))))', lambda x: x * math.sin(x) * math.exp(x / 2)),
                         ('(sin((pi * x)) ^ 3)', lambda x: math.sin(math.pi * x) ** 3)):
                expected = sum(w * g(x) for w, x in zip(ws, xs)) / sum(ws)
                with self.subTest(draw=draw, e=e):
                    self.drawn(draw, 'E(%s)' % e, expected, delta=1e-5, bits=256)

    def test_truncated_normals(self):
        mass = math.erf(1 / math.sqrt(2))
        f = math.exp(-0.5) / math.sqrt(2 * math.pi)
        self.drawn('truncated-normal(0, 1, -1, 1)', 'moments(x, 2)', 0, 1 - 2 * f / mass)
        self.drawn('truncated-normal(0, 1, 0, 1)', 'E(x)', (math.sqrt(2 / math.pi) - 2 * f) / mass)
        self.drawn('truncated-normal(3, 4, -1000, 1000)', 'moments(x, 2)', 3.0, 13.0)
        # far out it is an exponential distribution, nearly
        self.drawn('truncated-normal(0, 1, 12, 30)', 'E(x)', 12 + 1 / 12 - 2 / 12 ** 3 + 10 / 12 ** 5, delta=1e-3, bits=512)
        (lo, hi), = enclose(['x ~ truncated-normal(0, 1, -1, 1)'], [], 0, 'E(cos(x))')
        steps = 20000
        ts = [-1 + (k + 0.5) * 2 / steps for k in range(steps)]
        expected = sum(math.cos(t) * math.exp(-t * t / 2) for t in ts) / sum(math.exp(-t * t / 2) for t in ts)
        self.assertAlmostEqual(float(lo), expected, delta=1e-8)
        self.assertLess(hi - lo, 1e-25)

    def test_products_and_spreads(self):
        start = ['x ~ normal(0, 1)', 'y ~ uniform(0, 1)', 'z := ((2 * x) + y)']
        self.near(start, [], 0, 'Cov(x, z)', Fraction(2))
        self.near(start, [], 0, 'Corr(x, z)', 2 / math.sqrt(4 + 1 / 12))
        self.near(start, [], 0, 'Std(z)', math.sqrt(4 + 1 / 12))
        self.assertEqual(enclose(['x := 1', 'y ~ normal(0, 1)'], [], 0, 'Corr(x, y)'), [None])

    def test_walked_back_where_it_is_not_closed(self):
        self.near(['x := 3'], ['x := (x ^ 2)'], 4, 'E(x)', Fraction(3 ** 16))
        self.near(['a := 1'], ['a := (2 * a)'], 20, 'E(cos(a))', math.cos(2 ** 20))
        self.near(['x ~ uniform(0, 1)'], ['x := ((7/2 * x) * (1 - x))'], 3, 'E(x)', Fraction(
            int(self.logistic()[0]), int(self.logistic()[1])))

    @staticmethod
    def logistic():
        """The mean of three steps of x -> 7/2 x (1 - x), by polynomials."""
        p = [Fraction(0), Fraction(1)]
        for _ in range(3):
            q = [-c for c in p]
            q[0] += 1
            r = [Fraction(0)] * (2 * len(p) - 1)
            for i, a in enumerate(p):
                for j, b in enumerate(q):
                    r[i + j] += Fraction(7, 2) * a * b
            p = r
        total = sum(c / (k + 1) for k, c in enumerate(p))
        return total.numerator, total.denominator

    def test_what_an_order_of_statements_means(self):
        # all at once, and one after the other
        self.near(['x := 1', 'y := 2'], ['x, y := y, x'], 3, 'E(x)', Fraction(2))
        self.near(['x := 1', 'y := 2'], ['x := y', 'y := x'], 3, 'E(y)', Fraction(2))
        # after no iteration it is what the start leaves
        self.near(['x := 1', 'x := (x + 4)'], ['x := 7'], 0, 'E(x)', Fraction(5))
        # a condition is of what was before
        self.near(['x := 0'], ['if x == 0 {', 'x := 1', 'x := 2', '} else {', 'x := 0', '}'], 5, 'E(x)', Fraction(2))
        # the draw of an iteration, after it
        self.near(['x := 1'], ['w ~ normal(5, 1)', 'x := (x + w)'], 2, 'Cov(w, x)', Fraction(1))

    def test_divisors_roots_and_functions_of_finitely_many_values(self):
        start = ['d ~ finite(1: 1/4, 4: 3/4)', 'x ~ normal(2, 1)']
        self.near(start, [], 0, 'E((x / d))', Fraction(7, 8))
        self.near(start, [], 0, 'E((x * sqrt(d)))', Fraction(7, 2))
        self.near(start, [], 0, 'E(cos((d * pi)))', Fraction(1, 2))
        self.near(start, [], 0, 'E(exp((d * x)))', math.exp(2.5) / 4 + math.exp(16) * 3 / 4)
        self.near(start, ['if [d > pi and not [cos(d) > 0]] {', 'x := 0', '}'], 1, 'E(x)', Fraction(1, 2))

    def test_against_all_that_may_happen(self):
        """Loops with finitely many values, at random, next to a run through all their branches."""
        random.seed(11)
        for _ in range(25):
            start, step = self.program()
            n = random.randrange(4)
            e = random.choice(['a', '(a * b)', '((a + b) ^ 2)', '((a - c) * (b + 2))'])
            expected = self.run_all(start, step, n, e)
            self.near(start, step, n, 'E(%s)' % e, expected)

    def program(self):
        def expression():
            return random.choice(['(a + b)', '(b - 1)', '(c * 1/2)', '(a * b)', '2', '(c / 3)', '(a ^ 2)', '-1/2'])

        def condition():
            c = random.choice(['a < 1', 'a == b', 'b != 1', '[a <= b or c >= 1]', 'not [c > 0]', '[a > 0 and b < 2]'])
            return c

        def statements_of(depth):
            lines = []
            for _ in range(random.randrange(1, 3)):
                kind = random.randrange(5 if depth else 3)
                v = random.choice('abc')
                if kind == 0:
                    lines.append('%s ~ finite(0: 1/3, 1: 1/6, 2: 1/2)' % v)
                elif kind == 1:
                    lines.append('a, b := %s, %s' % (expression(), expression()))
                elif kind == 2:
                    lines.append('%s := {1/4: %s; 3/4: %s}' % (v, expression(), expression()))
                else:
                    lines.append('if %s {' % condition())
                    lines += statements_of(depth - 1)
                    if kind == 4:
                        lines.append('} else {')
                        lines += statements_of(depth - 1)
                    lines.append('}')
            return lines
        # with a condition on them, all three have to have finitely many values: c is only drawn anew
        start = ['a := 1', 'b ~ finite(0: 1/2, 1: 1/2)', 'c := 2']
        while True:
            step = statements_of(2)
            loop = read(start, step, 'after 0 iterations: E(a) = ?')
            sets = loops.sets_of(loop.start + loop.step)
            if len(sets) == 3 or not any(l.startswith('if') for l in step):
                return start, step

    def run_all(self, start, step, n, e):
        """The mean, by a run of the loop itself with each outcome of each draw."""
        loop = read(start, step, 'after %d iterations: E(%s) = ?' % (n, e))

        def run(states, body):
            for s in body:
                following = {}
                for state, w in states.items():
                    for new, u in one(dict(state), s):
                        key = tuple(sorted(new.items()))
                        following[key] = following.get(key, 0) + w * u
                states = following
            return states

        def one(at, s):
            if isinstance(s, loopstatement.Draw):
                return [(dict(at, **{s.name: m}), w) for m, w in s.parameters]
            if isinstance(s, loopstatement.Choice):
                return [(dict(at, **{s.name: evaluate(x, at)}), w) for w, x in s.parts]
            if isinstance(s, loopstatement.Assign):
                return [(dict(at, **dict(zip(s.targets, [evaluate(x, at) for x in s.values]))), 1)]
            body = s.then if truth(s.condition, at) else s.other
            return [(dict(k), w) for k, w in run({tuple(sorted(at.items())): Fraction(1)}, body).items()]

        def evaluate(x, at):
            return eval(x.text().replace('^', '**').replace('1/2', 'F(1,2)').replace('(c / 3)', '(c * F(1,3))'), {'F': Fraction}, at)

        def truth(c, at):
            return eval(c.text().replace('[', '(').replace(']', ')'), {}, at)
        states = run(run({(): Fraction(1)}, loop.start), ())
        for _ in range(n):
            states = run(states, loop.step)
        return sum((w * evaluate(loop.claim.quantity.expressions[0], dict(s)) for s, w in states.items()), Fraction(0))

    # --- verdicts

    def test_verdicts(self):
        claims = {'E(x) in [9, 10]': (0, 'VALID, PROVED'), 'E(x) < 9': (40, 'VALID, VIOLATED'), 'E(x) = ?': (0, 'VALID'),
                  'E(x) >= 9729/1000': (30, 'VALID, UNDECIDED'), 'E(x) > 10': (40, 'VALID, VIOLATED')}
        for claim, (status, first) in claims.items():
            s = text(*WALK, 'after 10 iterations: ' + claim)
            for line in ('closed 64\n', 'walked 1\n', 'walked 4096\n'):
                result = check(s, certificate(s, [pair(9.5 if status != 30 else 9.7, 9.75)], line))
                self.ends(status, result)
                self.assertEqual(result[1][0], first)

    def test_bounds_that_do_not_hold(self):
        s = text(*WALK, 'after 10 iterations: E(x) = ?')
        for a, b, status in ((9.72, 9.73, 0), (9.73, 9.74, 4), (9, 9.72, 4), (-1, 1, 4), (9.729746, 9.729747, 4)):
            self.ends(status, check(s, certificate(s, [pair(a, b)])))
        for bounds, status in ((['-inf inf'], 0), (['-inf 0x1.4p3'], 0), (['0x1.4p3 inf'], 4), (['0x1p3 inf'], 0),
                               (['-inf 0x1p3'], 4), (['0x1p3 0x1p4194304'], 0)):
            self.ends(status, check(s, certificate(s, bounds)))
        exact = text(['x := 1'], ['x := (x + 1/2)'], 'after 10 iterations: E(x) = ?')
        for bounds, status in ((['0x1.8p2 0x1.8p2'], 0), (['0x1.8000000000001p2 0x1.9p2'], 4), (['0x1p2 0x1.7ffffffffffffp2'], 4)):
            self.ends(status, check(exact, certificate(exact, bounds)))
        moments = text(['x := 2'], [], 'after 5 iterations: moments(x, 3) = ?')
        good = [pair(2, 2), pair(4, 4), pair(8, 8)]
        self.ends(0, check(moments, certificate(moments, good)))
        for k in range(3):
            self.ends(4, check(moments, certificate(moments, good[:k] + [pair(5, 6)] + good[k + 1:])))

    def test_close_bounds_take_more_bits(self):
        s = text(['x := 1'], ['x := (1/3 * x)'], 'after 100 iterations: E(x) = ?')
        third = Fraction(1, 3 ** 100)
        # its first 842 bits, and the number after them
        m = int(third * 2 ** 1000)

        def dyadic(n):
            text = '%x' % n
            shift = (4 - n.bit_length() % 4 + 1) % 4
            text = ('%x' % (n << shift)).rstrip('0')
            assert text[0] == '1'
            return '0x1.%sp%d' % (text[1:], n.bit_length() - 1001)
        self.ends(0, check(s, certificate(s, ['%s %s' % (dyadic(m), dyadic(m + 1))])))
        self.ends(4, check(s, certificate(s, ['%s %s' % (dyadic(m + 1), dyadic(m + 2))])))
        self.ends(4, check(s, certificate(s, ['%s %s' % (dyadic(m - 1), dyadic(m))])))

    def test_deviations_of_nothing(self):
        s = text(['x := 0'], ['w ~ normal(0, 1)', 'x := (w - (cos(1) * w))', 'x := (x - x)'], 'after 3 iterations: Std(((x + cos(1)) + sin(1))) = ?')
        self.ends(0, check(s, certificate(s, [pair(0, 2 ** -40)])))
        self.ends(4, check(s, certificate(s, [pair(2 ** -40, 1)])))
        s = text(['x ~ normal(0, 1)'], [], 'after 0 iterations: Corr(x, (cos(1) * x)) = ?')
        self.ends(0, check(s, certificate(s, [pair(1 - 2 ** -40, 1)])))
        self.ends(4, check(s, certificate(s, [pair(0, 1 - 2 ** -40)])))

    def test_bounds_without_a_width(self):
        for step, n, quantity, bound in ((['x := (x + 1/10)'], 10, 'E(x)', 1), (['x := {1/3: (x + 3); 2/3: x}'], 9, 'E(x)', 9),
                                         (['x := {1/3: (x + 3); 2/3: x}'], 9, 'Var(x)', 18),
                                         (['w ~ uniform(0, 1)', 'x := (x + w)'], 48, 'Std(x)', 2),
                                         (['w ~ uniform(0, 1/3)', 'x := w'], 1, 'Corr(x, w)', 1)):
            s = text(['x := 0'], step, 'after %d iterations: %s = ?' % (n, quantity))
            self.ends(0, check(s, certificate(s, [pair(bound, bound)])))
            self.ends(4, check(s, certificate(s, [pair(bound + 2 ** -48, bound + 1)])))
            self.ends(4, check(s, certificate(s, [pair(0, bound - 2 ** -48)])))

    # --- files

    def test_files_that_are_wrong(self):
        s = text(*WALK, 'after 10 iterations: E(x) = ?')
        good = [pair(9, 10)]
        self.ends(0, check(s, certificate(s, good)))
        for line in ('closed 0\n', 'closed 4097\n', 'closed 064\n', 'closed\n', 'closed 64', 'closed 64 \n', 'Closed 64\n', '',
                     'walked -1\n', 'walked 64\nwalked 64\n', 'opened 64\n', 'closed 6.4\n', 'closed 64\r\n', '\nclosed 64\n', '\x04'):
            self.ends(4, check(s, certificate(s, good, line)))
        for bounds in ([], good * 2, ['0x1p3'], ['0x1p4 0x1p3'], ['inf inf'], ['9 10'], ['0x1.0p3 0x1p4'], ['nan inf']):
            self.ends(4, check(s, certificate(s, bounds)))
        self.ends(4, check(s, certificate(s, good, truncations=['0x0p0 0x1p0'])))
        self.ends(4, check(s, certificate(s, good, numbers=['1/2'])))
        for other in ('after 11 iterations: E(x) = ?', 'after 10 iterations: E(a) = ?', 'after 10 iterations: E(x) < 11'):
            self.ends(4, check(text(*WALK, other), certificate(s, good)))
        whole = certificate(s, good)
        for cut in range(0, len(whole) - 78, 7):
            self.assertIn(check(s, whole[:cut])[0], (4, 5))
        self.ends(5, check(s, whole[:-1]))
        self.ends(4, check(s, whole + b'\n'))
        random.seed(3)
        for _ in range(60):
            at = random.randrange(len(whole))
            changed = whole[:at] + bytes([whole[at] ^ 1 << random.randrange(8)]) + whole[at + 1:]
            self.assertIn(check(s, changed)[0], (4, 5), changed)

    def test_networks_of_a_loop(self):
        s = text(*WALK, 'after 10 iterations: E(x) = ?')
        cert = certificate(s, [pair(9, 10)])
        self.ends(4, check(s, cert, [IDENTITY]))
        self.ends(4, check(s, cert, [IDENTITY] * 2))
        # and a statement about a network has one
        other = with_network(IDENTITY, 1, 1, ['x[0] ~ uniform(0, 1)'], 'E(1*y[0]) = ?')
        self.ends(4, check(other, cert))

    def test_the_commands(self):
        here = os.path.dirname(os.path.abspath(__file__))
        s = text(*WALK, 'after 10 iterations: E(x) in [9, 10]')
        with tempfile.TemporaryDirectory() as folder:
            paths = [os.path.join(folder, n) for n in ('a.statement', 'a.cert')]
            for path, data in zip(paths, (s.encode(), certificate(s, [pair(9.5, 9.75)]))):
                with open(path, 'wb') as f:
                    f.write(data)
            with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()):
                self.assertEqual(main.main(['--statement', paths[0], '--certificate', paths[1], '--seconds', '60']), 0)
                self.assertEqual(main.main(['--statement', paths[0]]), 2)
                self.assertEqual(main.main(['--statement', paths[0], '--certificate', paths[1], '--network']), 2)
            self.assertEqual(out.getvalue().splitlines()[0], 'VALID, PROVED')
            done = subprocess.run([sys.executable, os.path.join(here, 'batch.py')], capture_output=True, text=True,
                                  input='%s\t%s\n%s\t%s\t%s\n' % (*paths, *paths, paths[0]))
            self.assertEqual([l.split('\t')[:2] for l in done.stdout.splitlines()], [['0', 'VALID, PROVED'], ['4', 'INVALID']])
            done = subprocess.run([sys.executable, os.path.join(here, 'replay_all.py'), folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0)
            self.assertIn('| a.cert |', done.stdout)

    # --- what makes a certificate INVALID

    def invalid(self, start, step, n, quantity):
        with self.assertRaises(Invalid, msg=(start, step, quantity)):
            enclose(start, step, n, quantity)

    def test_variables_without_a_value(self):
        self.invalid([], ['x := (x + 1)'], 3, 'E(x)')
        self.invalid([], [], 0, 'E(x)')
        self.invalid([], ['w ~ normal(0, 1)'], 0, 'E(w)')
        self.invalid([], ['x := y', 'y := x'], 3, 'E(x)')
        self.invalid(['v := 1'], ['v := y'], 1, 'E(v)')
        self.invalid([], ['x := v', 'v ~ finite(1: 1/2, 2: 1/2)'], 1, 'E(x)')
        self.invalid(['x := 0'], ['x := (x + w)', 'w ~ uniform(0, 1)'], 5, 'E(x)')
        # two that swap: after an odd number of iterations it is the one without a value
        self.invalid(['x := 1'], ['x, y := y, (x + 0)'], 1, 'E((2 * x))')
        self.invalid([], ['if c == 0 {', 'x := 1', '} else {', 'x := 2', '}', 'c := 0'], 1, 'E((x ^ 2))')
        self.near([], ['w ~ normal(7, 1)'], 1, 'E(w)', Fraction(7))
        self.near(['a ~ normal(1, 1)'], ['a, b := b, a', 'a ~ normal(2, 1)'], 1, 'E((a + b))', Fraction(3))

    def test_means_that_do_not_exist(self):
        for draw, e in (('gamma(2, 1)', 'exp(x)'), ('gamma(2, 2)', 'exp(x)'), ('gamma(3/2, 1/2)', 'exp(x)'),
                        ('gamma(3/2, 1/2)', 'cos(x)'), ('gamma(1024, 1)', 'cos(x)'), ('laplace(0, 1)', 'exp(x)'),
                        ('laplace(0, 1)', 'exp((-1 * x))'), ('laplace(0, 1)', 'exp((-3 * x))'),
                        ('laplace(0, 1/2)', '(cos(x) * exp((2 * x)))')):
            self.invalid(['x ~ ' + draw], [], 0, 'E(%s)' % e)
        self.drawn('gamma(2, 1)', 'E(exp((-1 * x)))', Fraction(1, 4))

    def test_parameters(self):
        for draw in ('uniform(1, 1)', 'uniform(2, 1)', 'uniform(pi, 3)', 'normal(0, 0)', 'normal(0, -1)', 'normal(0, (3 - pi))',
                     'beta(0, 1)', 'beta(1, -1)', 'gamma(0, 1)', 'gamma(1, 0)', 'laplace(0, 0)', 'triangular(0, 2, 1)',
                     'triangular(1, 0, 2)', 'triangular(1, 1, 1)', 'truncated-normal(0, 0, 1, 2)', 'truncated-normal(0, 1, 2, 2)',
                     'truncated-normal(0, 1, 2, 1)', 'normal(0, sqrt(-1))', 'normal((1 / 0), 1)', 'normal((1 / (pi - pi)), 1)'):
            self.invalid(['x ~ ' + draw], [], 0, 'E(x)')
        # also of one that nothing is read of
        self.invalid(['x := 1'], ['y ~ uniform(1, 0)'], 0, 'E(x)')

    def test_what_has_no_form(self):
        x = ['x ~ normal(0, 1)', 'd ~ finite(-1: 1/2, 2: 1/2)', 'z ~ finite(0: 1/2, 1: 1/2)']
        for e in ('cos((x ^ 2))', 'exp(cos(x))', '(1 / x)', 'sqrt(x)', '(d / (x - 1))', 'sqrt(d)', '(x / z)', '(1 / 0)',
                  'cos((sqrt(2) * x))', 'exp((x * (pi * pi)))', 'cos(((x * pi) / pi))', 'cos((x * cos(1)))', 'exp((x * x))',
                  '(1 / (d - 2))', 'cos((pi * cos(exp(x))))'):
            self.invalid(x, [], 0, 'E(%s)' % e)
        # pi times pi where an expression takes the place of a variable
        self.invalid(['x ~ normal(0, 1)'], ['x := (pi * x)'], 2, 'E(cos(x))')
        self.near(['x ~ normal(0, 1)'], ['x := (pi * x)'], 1, 'E(cos(x))', math.exp(-math.pi ** 2 / 2))
        for c in ('x < 0', '[d == 2 and x == 1]', 'not [x >= x]', 'q == 1'):
            self.invalid(x, ['if %s {' % c, 'd := 1', '}'], 1, 'E(d)')
        # a condition in front of what the quantity is not about does not matter
        self.near(x, ['if x < 0 {', 'd := 1', '}'], 1, 'E(z)', Fraction(1, 2))

    def test_powers_and_sizes(self):
        self.near(['x := 1'], ['x := (x ^ 2)'], 12, 'E(x)', Fraction(1))
        self.invalid(['x ~ uniform(0, 1)'], ['x := (x ^ 2)'], 13, 'E(x)')
        self.invalid(['x ~ uniform(0, 1)'], ['x := (x ^ 2)'], 1_000_000, 'E(x)')

    def test_sets(self):
        def sets(*lines):
            loop = read([], list(lines), 'after 0 iterations: E(0) = ?')
            return {k: [int(m) if m.denominator == 1 else m for m in v]
                    for k, v in loops.sets_of(loop.start + loop.step).items()}
        self.assertEqual(sets('x := 1', 'y := {1/2: x; 1/2: (x + 1)}', 'x := 3'), {'x': [1, 3], 'y': [1, 2, 3, 4]})
        self.assertEqual(sets('x := 0', 'x := (x + 1)'), {})
        self.assertEqual(sets('x := 0', 'x := (1 - x)', 'y := (1 / x)'), {'x': [0, 1]})
        self.assertEqual(sets('x := 1', 'y := cos(0)', 'z := pi', 'w := (y + 1)'), {'x': [1]})
        self.assertEqual(sets('x := 1', 'x ~ uniform(0, 1)', 'y := x'), {})
        self.assertEqual(sets('x := y', 'y := x', 'z := 1', 'z := y'), {})
        self.assertEqual(sets('x ~ finite(%s)' % ', '.join('%d: 1/65' % k for k in range(65))), {})
        self.assertEqual(len(sets('x ~ finite(%s)' % ', '.join('%d: 1/64' % k for k in range(64)))['x']), 64)
        self.assertEqual(sets('x := 2', *['x := (x ^ 64)'] * 2), {})
        self.assertEqual(sets('x := 1', *['x := (x ^ 64)'] * 2), {'x': [1]})

    # --- texts

    def refused(self, start, step, claim):
        with self.assertRaises(Refused, msg=(start, step, claim)):
            read(start, step, claim)

    def test_texts_that_are_read(self):
        claim = 'after 0 iterations: E(x) = ?'
        for line in ('x := -1/2', 'x := (-1/2 * x)', 'x, y := y, x', 'x := {1/3: 1; 2/3: (x + 1)}', 'x ~ finite(1: 1)',
                     'x ~ normal((pi / 45), ((pi / 120) ^ 2))', '_ := (x ^ 0)', 'E := 1', 'step := 2', 'x := ' + 'y' * 64):
            read([], [line], claim)
        read([], ['if [x == 0 or not [x != 1]] {', 'x := 1', '} else {', 'if x < 2 {', 'x := 3', '}', '}'], claim)
        read([], [], 'after 1000000 iterations: Corr(x, (x + 1)) >= -1/2')

    def test_texts_that_are_not(self):
        claim = 'after 0 iterations: E(x) = ?'
        for line in ('x := x + 1', 'x := (x+1)', 'x := (x + 1) ', ' x := 1', 'x = 1', 'x := 2/4', 'x := -0', 'x := 01', 'x := +1',
                     'x := 1.5', 'x := -x', 'x := (x ^ 65)', 'x := (x ^ -1)', 'x := (x ^ y)', 'x := (x ^ 02)', 'x := tan(x)',
                     'x := cos (x)', 'x := cos(x, x)', 'x := ((x))', 'x := (x)', 'x := (x + 1 + 2)', 'x := pi()', 'pi := 1',
                     'cos := 1', 'if := 1', 'not := 1', 'x := else', 'x := and', 'x, x := 1, 2', 'x, y := 1', 'x := 1, 2',
                     'x, y ~ normal(0, 1)', 'x,y := 1, 2', 'x := {1: 2}', 'x := {1/2: 2; 1/3: 3}', 'x := {1/2: 1; 1/2: 2;}',
                     'x := {3/2: 1; -1/2: 2}', 'x := {0: 1; 1: 2}', 'x, y := {1/2: 1; 1/2: 2}', 'x ~ finite()',
                     'x ~ finite(1: 1/2, 1: 1/2)', 'x ~ finite(1: 1/2, 2: 1/3)', 'x ~ finite(1: 0, 2: 1)', 'x ~ finite(pi: 1)',
                     'x ~ finite(1:1)', 'x ~ normal(0)', 'x ~ normal(0, 1, 2)', 'x ~ normal(0, sqrt(x))', 'x ~ normal(y, 1)',
                     'x ~ cauchy(0, 1)', 'x ~ normal(0, 1) on [0, 1]', 'x ~ exponential(1)', 'x ~ Normal(0, 1)', 'x ~ normal(0,1)',
                     'x' * 65 + ' := 1', '1x := 1', 'x.y := 1', 'x\t:= 1', '', 'x', '}', 'if x == 0 {', '} else {', 'x := 1 }',
                     '\u00e9 := 1', 'x := ' + '(' * 101 + 'x' + ' + 1)' * 101, 'x := ' + 'cos(' * 100 + 'x' + ')' * 100):
            self.refused([], [line], claim)
            self.refused([line], [], claim)
        for condition in ('x', 'x = 0', 'x=0', '(x == 0)', 'not x == 0', 'x == 0 and x == 1', '[x == 0]', '[x == 0 and x == 1 and x == 2]',
                          '[x == 0 xor x == 1]', 'not not [x == 0]', 'x == 0 ', '0 < x < 1', 'x <> 0',
                          'not [' * 32 + 'x == 0' + ']' * 32):
            self.refused([], ['if %s {' % condition, 'x := 1', '}'], claim)
        for lines in (['if x == 0 {', 'x := 1', '} else {', '}'], ['if x == 0 {', 'x := 1'], ['if x == 0 {', 'x := 1', '}', '}'],
                      ['if x == 0 {', 'x := 1', '} else {', 'x := 2', '} else {', 'x := 3', '}'], ['if x == 0', '{', 'x := 1', '}'],
                      ['if x == 0 {', '  x := 1', '}'], ['if x == 0 { x := 1 }'], ['if x == 0 {x := 1}'], ['step'], ['start'],
                      ['if x == 0 {'] * 101 + ['x := 1'] + ['}'] * 101, ['x := 1'] * 4097,
                      ['x%d := 1' % k for k in range(64)]):
            self.refused([], lines, claim)

    def test_claims_that_are_not(self):
        for claim in ('E(x) = ?', 'after 1 iteration: E(x) = ?', 'after -1 iterations: E(x) = ?', 'after 01 iterations: E(x) = ?',
                      'after 1000001 iterations: E(x) = ?', 'after 1 iterations: x = ?', 'after 1 iterations: E(x)',
                      'after 1 iterations: E(x) == 1', 'after 1 iterations: E(x) != 1', 'after 1 iterations: E(x) < pi',
                      'after 1 iterations: E(x) in [1, 0]', 'after 1 iterations: E(x) in (0, 1)', 'after 1 iterations: E(x) in [0,1]',
                      'after 1 iterations: E(x, y) = ?', 'after 1 iterations: Cov(x) = ?', 'after 1 iterations: P(x < 1) = ?',
                      'after 1 iterations: (E(x) + E(y)) = ?', 'after 1 iterations: abs(E(x)) = ?', 'after 1 iterations: E(x | y == 1) = ?',
                      'after 1 iterations: moments(x) = ?', 'after 1 iterations: moments(x, 0) = ?', 'after 1 iterations: moments(x, 65) = ?',
                      'after 1 iterations: moments(x, y) = ?', 'after 1 iterations: moments(x, 2) < 1', 'after 1 iterations: E(x) < 2/4',
                      'after 1 iterations:  E(x) = ?', 'after 1 iterations: E(x) = ? ', 'after 1 iterations: quantile(x, 1/2) = ?',
                      'after 1 iterations: E(1*x) = ?', 'after 1 iterations: cdf(x) at 10 points'):
            self.refused(['x := 1'], [], claim)

    def test_statements_that_are_not(self):
        good = text(*WALK, 'after 10 iterations: E(x) = ?')
        statements.read(good.encode())
        for bad in (good[:-1], good + '\n', good + 'x\n', good.replace('real', 'float32 accuracy 1'), good.replace('statement 2', 'statement 1'),
                    good.replace('statement 2', 'loop 1'), good.replace('start\n', ''), good.replace('step\n', ''),
                    good.replace('end\n', ''), good.replace('start\n', 'networks 1\nstart\n'), good.replace('\n', '\r\n'),
                    good.replace('start\n', 'start\n\n'), good.replace('semantics real\n', ''), good.replace('step\n', 'step\nstep\n')):
            self.assertNotEqual(bad, good)
            with self.assertRaises(Refused, msg=bad):
                statements.read(bad.encode())


class IntervalTest(unittest.TestCase):
    def tearDown(self):
        iv.set_precision(128)

    def test_functions(self):
        """Enclosures with few bits contain those with many, and are about right."""
        random.seed(5)
        functions = ((iv.exp, math.exp), (lambda x: iv.sin_cos(x)[0], math.sin), (lambda x: iv.sin_cos(x)[1], math.cos),
                     (lambda x: iv.sqrt(iv.absolute(x)), lambda x: math.sqrt(abs(x))),
                     (iv.bell, lambda x: math.sqrt(math.pi / 2) * math.erf(x / math.sqrt(2))))
        for _ in range(60):
            x = Fraction(random.randrange(-10 ** 6, 10 ** 6), 10 ** random.randrange(5, 9))
            for f, g in functions:
                iv.set_precision(40)
                wide = f(iv.of(x))
                iv.set_precision(400)
                close = f(iv.of(x))
                iv.set_precision(10_000)
                self.assertTrue(iv.lower(wide) <= iv.lower(close) <= iv.upper(close) <= iv.upper(wide))
                self.assertAlmostEqual(float(iv.lower(close)), g(float(x)), delta=1e-12 * max(1, abs(g(float(x)))))

    def test_arithmetic(self):
        random.seed(6)
        iv.set_precision(20)

        def some():
            return Fraction(random.randrange(-10 ** 9, 10 ** 9), random.randrange(1, 10 ** 9)) * Fraction(2) ** random.randrange(-300, 300)
        for _ in range(2000):
            a, b = some(), some()
            x, y = iv.of(a), iv.of(b)
            n = random.randrange(5)
            results = [(iv.add(x, y), a + b), (iv.sub(x, y), a - b), (iv.mul(x, y), a * b), (iv.power(x, n), a ** n),
                       (iv.greatest(x), None)]
            if b:
                results.append((iv.div(x, y), a / b))
            wide = (min(x[0], -x[1]), max(x[1], -x[0]), x[2])
            results.append((iv.power(wide, n), a ** n))
            results.append((iv.mul(wide, y), -a * b))
            for z, e in results:
                if e is not None:
                    self.assertTrue(iv.lower(z) <= e <= iv.upper(z))
        with self.assertRaises(iv.Imprecise):
            iv.div(iv.ONE, (-1, 1, 0))

    def test_limits(self):
        iv.set_precision(64)
        far = iv.bell(iv.of(10 ** 12))
        self.assertAlmostEqual(float(iv.lower(far)), math.sqrt(math.pi / 2), delta=1e-12)
        self.assertEqual(iv.lower(iv.add(iv.bell(iv.of(-10 ** 12)), far)) <= 0, True)
        tiny = iv.exp(iv.of(-10 ** 6))
        self.assertTrue(0 < iv.lower(tiny) < iv.upper(tiny) < Fraction(1, 10 ** 434294))
        self.assertEqual(iv.exp(iv.of(-2 ** 70))[0], 0)
        with self.assertRaises(iv.Imprecise):
            iv.exp(iv.of(2 ** 70))
        self.assertEqual(iv.sin_cos(iv.of(2 ** 70)), ((-1, 1, 0),) * 2)
        for x in iv.sin_cos((0, 7, 0)):
            self.assertEqual((iv.lower(x), iv.upper(x)), (-1, 1))
        lo, hi = iv.sin_cos((0, 1, -1))[0][:2]
        self.assertTrue(lo <= 0 < hi)


if __name__ == '__main__':
    unittest.main()
