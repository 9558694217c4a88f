"""Files that are made to cost much: they end soon, with a verdict or with exit status 3."""
import math
import os
import struct
import subprocess
import sys
import time
import unittest

from testing import IDENTITY, certificate, layers, model, node, pair, replay, statement, tensor
from secondchecker import Invalid, limits, main
from secondchecker.dyadics import bound, dyadic
from fractions import Fraction

UNIT = ['x[0] ~ uniform(0, 1)']
NORMAL = ['x[0] ~ normal(0, 1)']
CLAIM = 'P(1*y[0] <= 1/2) = ?'
ANY = ['-inf inf']


def powers(count):
    """x to the power 64, so many times."""
    nodes = [node('Pow', ['x' if k == 0 else 'p%d' % k, 'n'], 'y' if k == count - 1 else 'p%d' % (k + 1))
             for k in range(count)]
    return model(nodes, [tensor('n', [], [64.0])], 1, 1)


def steep(degrees):
    """(distributions, triangulation) of polynomial densities of these degrees, exact."""
    lines = ['x[%d] ~ polynomial([0, 1], [[%s%d]])' % (q, '0, ' * d, d + 1) for q, d in enumerate(degrees)]
    return lines, b'\x03' + bytes(degrees) + b'\x40' * math.factorial(len(degrees))


class DyadicTest(unittest.TestCase):
    def test_comparisons_with_fractions(self):
        for text, value in (('0x1.8p-3', Fraction(3, 16)), ('-0x1p4', Fraction(-16)), ('0x0p0', Fraction(0)),
                            ('0x1.fp0', Fraction(31, 16))):
            x = dyadic(text)
            self.assertEqual(x.fraction(), value)
            self.assertTrue(x == value and not x < value and not x > value and x <= value)
            for step in (Fraction(1, 10 ** 30), Fraction(1, 3), Fraction(100)):
                self.assertTrue(x < value + step and value + step > x, text)
                self.assertTrue(x > value - step and value - step <= x, text)

    def test_of_millions_of_bits(self):
        large, small = dyadic('0x1.8p4194303'), dyadic('0x1p-4194304')
        self.assertTrue(small < Fraction(1, 10 ** 1000) < large and small > 0 and -Fraction(1, 3) < small)
        self.assertTrue(dyadic('-0x1p4194304') < dyadic('-0x1p4194303') < small < large < dyadic('0x1p4194304'))
        self.assertEqual(small.enclosure(160), (0, 1))

    def test_sizes(self):
        for text in ('0x1p4194304', '-0x1p4194304', '0x1p-4194304', '0x1.fffp4194303'):
            bound(text)
        for text in ('0x1.8p4194304', '0x1p4194305', '-0x1.8p-4194305', '0x1p1073741824', '0x1p-1073741824'):
            self.assertRaises(Invalid, bound, text)


class CostlyFilesTest(unittest.TestCase):
    def setUp(self):
        self.start = time.monotonic()

    def ends(self, status, result, seconds=20):
        self.assertEqual(result[0], status, result[1])
        self.assertLess(time.monotonic() - self.start, seconds)

    def test_bounds_of_millions_of_bits(self):
        claim = 'cdf(1*y[0]) at 1000 points'
        numbers = ['%d' % k for k in range(-1000, 0)]
        self.ends(0, replay(IDENTITY, UNIT, claim, b'\x04', ['-0x1p4194304 0x1p4194304'] * 1000, numbers))
        self.ends(4, replay(IDENTITY, UNIT, CLAIM, b'\x04', ['0x1p4194304 0x1p4194304']))
        self.ends(4, replay(IDENTITY, UNIT, CLAIM, b'\x04', ['-0x1p4194305 0x1p0']))

    def test_far_truncations(self):
        for t, status in (('-0x1p3 0x1p4194304', 3), ('-0x1p3 0x1p20000', 0), ('-0x1p3 0x1p-4194304', 0),
                          ('0x1p3 -0x1p3', 4), ('-0x1p-1074 0x1p-1074', 0)):
            self.ends(status, replay(IDENTITY, NORMAL, CLAIM, b'\x04', [pair(0, 1)], truncations=[t]))
        # of a finite end they do not count
        self.ends(0, replay(IDENTITY, UNIT, CLAIM, b'\x04', [pair(0, 1)], truncations=['-0x1p3 0x1p4194304']))

    def test_too_many_coefficients(self):
        lines, tree = steep((10, 9, 9, 9))
        self.ends(4, replay(layers(([[1.0] * 4], [0.0])), lines, 'P(1*y[0] <= 9) = ?', tree, ANY))
        lines, tree = steep((20,) * 5)
        self.ends(3, replay(layers(([[1.0] * 5], [0.0])), lines, 'P(1*y[0] <= 9) = ?', tree, ANY))

    def test_powers_of_powers(self):
        line = ['x[0] ~ uniform(0, 9)']
        self.ends(0, replay(powers(1), line, 'P(1*y[0] <= 1) = ?', b'\x04', [pair(0, 1)]))
        self.ends(0, replay(powers(8), line, 'P(1*y[0] <= 1) = ?', b'\x04', [pair(0, 1)]))

    def test_condensed_again_and_again(self):
        network = layers(([[1.0], [-1.0]], [0.0, 0.0]), ([[1.0, 1.0]], [0.0]))
        self.ends(0, replay(network, ['x[0] ~ uniform(-1, 1)'], CLAIM, b'\x06' * 30_000 + b'\x04', [pair(0, 1)]), 40)


class LimitsTest(unittest.TestCase):
    def check(self, network, lines, claim, tree, options=(), before=''):
        """(exit status, standard output, seconds) of the command itself."""
        import tempfile
        with tempfile.TemporaryDirectory() as folder:
            text = statement(network, 1, len(lines), lines, claim)
            cert = certificate(text, ['0x0p0 0x0p0'] * len(lines), [], ANY, tree)
            paths = {}
            for name, data in (('statement', text.encode()), ('network', network), ('certificate', cert)):
                paths[name] = os.path.join(folder, name)
                with open(paths[name], 'wb') as f:
                    f.write(data)
            program = 'from secondchecker import limits, main\n%s\nimport sys\nsys.exit(main.main())' % before
            command = [sys.executable, '-c', program] + list(options)
            for name, path in paths.items():
                command += ['--' + name, path]
            start = time.monotonic()
            here = os.path.dirname(os.path.abspath(__file__))
            done = subprocess.run(command, capture_output=True, text=True, cwd=here)
            self.assertEqual(done.stderr[-600:], '')
            return done.returncode, done.stdout, time.monotonic() - start

    def test_seconds(self):
        lines, tree = steep((9, 9, 9, 9))
        status, out, seconds = self.check(layers(([[1.0] * 4], [0.0])), lines, 'P(1*y[0] <= 9) = ?', tree,
                                          ['--seconds', '1'])
        self.assertEqual((status, out), (3, 'STOPPED\nmore than 1 seconds\n'))
        self.assertLess(seconds, 20)

    def test_seconds_that_are_enough(self):
        status, out, _ = self.check(IDENTITY, UNIT, CLAIM, b'\x04', ['--seconds', '60'])
        self.assertEqual((status, out.splitlines()[0]), (0, 'VALID'))

    def test_memory(self):
        status, out, _ = self.check(IDENTITY, UNIT, CLAIM, b'\x06' * 3_000_000 + b'\x04',
                                    before='limits.bound_memory.__defaults__ = (200,)')
        self.assertEqual((status, out), (3, 'STOPPED\nmore than 1000 MB of memory\n'))

    def test_wrong_usage(self):
        for seconds in ('0', '-1', 'x', 'nan'):
            self.assertEqual(main_quietly(['--statement', 's', '--network', 'n', '--certificate', 'c', '--seconds', seconds]), 2)

    def test_a_child_that_fails(self):
        self.assertEqual(limits.within(60, lambda: (7, ['all', 'of', 'it'])), (7, ['all', 'of', 'it']))
        # ends at once, and so does what waits for nothing
        self.assertRaises(limits.Stopped, limits.within, 0.2, lambda: time.sleep(60))
        # one long operation that no signal interrupts
        self.assertRaises(limits.Stopped, limits.within, 0.5, lambda: (0, [str(3 ** 100_000_000 % 7)]))


def main_quietly(arguments):
    from contextlib import redirect_stderr
    from io import StringIO
    with redirect_stderr(StringIO()):
        return main.main(arguments)


if __name__ == '__main__':
    unittest.main()
