"""Replays of certificates written by hand: closed forms, and more that is wrong than right."""
import struct
import unittest

from testing import IDENTITY, certificate, check, layers, pair, replay, seal, statement


def near(a, b):
    """Bounds that leave room for the checker's own roundings."""
    return pair(a - 2.0 ** -40, b + 2.0 ** -40)


UNIT = ['x[0] ~ uniform(0, 1)']
SQUARE = ['x[0] ~ uniform(-1, 1)', 'x[1] ~ uniform(-1, 1)']
ABSOLUTE = layers(([[1.0, 0.0], [-1.0, 0.0]], [0.0, 0.0]), ([[1.0, 1.0]], [0.0]))
LEAF = b'\x04'
CORNER = b'\x03\x00\x00\x41\x41'


class ClosedFormTest(unittest.TestCase):
    def accepts(self, status, result):
        self.assertEqual(result[0], status, result[1])

    def test_a_box_leaf(self):
        self.accepts(0, replay(IDENTITY, UNIT, 'P(1*y[0] <= 1/4) = ?', LEAF, [near(0.25, 0.25)]))
        self.accepts(4, replay(IDENTITY, UNIT, 'P(1*y[0] <= 1/3) = ?', LEAF, [pair(0.25, 0.33)]))

    def test_verdicts_come_from_the_claimed_bounds(self):
        for relation, limit, status in (('<=', '3/8', 0), ('<', '1/8', 40), ('>=', '1/8', 0), ('>', '1/2', 40)):
            self.accepts(status, replay(IDENTITY, UNIT, 'P(1*y[0] <= 1/4) %s %s' % (relation, limit), LEAF, [near(0.25, 0.25)]))
        self.accepts(30, replay(IDENTITY, UNIT, 'P(1*y[0] <= 1/4) <= 1/4', LEAF, [pair(0.125, 0.5)]))

    def test_mean_and_variance(self):
        self.accepts(0, replay(IDENTITY, UNIT, 'E(1*y[0]) = ?', LEAF, [near(0.5, 0.5)], ['1/2']))
        self.accepts(0, replay(IDENTITY, UNIT, 'Var(1*y[0]) = ?', b'\x03\x00\x40', [pair(0.0833333333, 0.0833333334)], ['1/2']))
        self.accepts(4, replay(IDENTITY, UNIT, 'Var(1*y[0]) = ?', b'\x03\x00\x40', [pair(0.0833333334, 0.09)], ['1/2']))

    def test_quantile_and_cvar(self):
        self.accepts(0, replay(IDENTITY, UNIT, 'quantile(1*y[0], 1/2) = ?', LEAF, [pair(0.4375, 0.5625)], ['7/16', '9/16']))
        self.accepts(4, replay(IDENTITY, UNIT, 'quantile(1*y[0], 1/2) = ?', LEAF, [pair(0.4375, 0.484375)], ['7/16', '31/64']))
        self.accepts(0, replay(IDENTITY, UNIT, 'cvar(1*y[0], 1/2) = ?', b'\x03\x00\x40', [pair(0.734375, 0.7503)], ['31/64', '17/32']))
        self.accepts(4, replay(IDENTITY, UNIT, 'cvar(1*y[0], 1/2) = ?', b'\x03\x00\x40', [pair(0.6, 0.74)], ['1/2', '17/32']))

    def test_a_cdf_of_two_forms(self):
        # the example of the page
        lines = ['x[0] ~ uniform(0, 1)', 'x[1] ~ uniform(0, 1)']
        net = layers(([[1.0, 0.0]], [0.0]))
        claim = 'cdf(1*x[0], 1*x[1]) at [1/4, 3/4] x [1/2]'
        tree = b'\x10\x11\x04\x04\x11\x04\x04'
        good = [near(0.125, 0.125), near(0.375, 0.375)]
        self.accepts(0, replay(net, lines, claim, tree, good, ['1/4', '3/4', '1/2']))
        self.accepts(4, replay(net, lines, claim, tree, good[::-1], ['1/4', '3/4', '1/2']))
        self.accepts(4, replay(net, lines, claim, tree, good, ['1/4', '1/2', '1/2']))

    def test_simplices_of_a_kink(self):
        # |x| <= 1/2 of a uniform x: cut at x = 0, and not cut
        tree = b'\x10\x04\x04'
        self.accepts(0, replay(ABSOLUTE, SQUARE, 'P(1*y[0] <= 1/2) = ?', tree, [near(0.5, 0.5)]))
        self.accepts(0, replay(ABSOLUTE, SQUARE, 'P(1*y[0] <= 1/2) = ?', CORNER, [pair(0, 1)]))
        self.accepts(4, replay(ABSOLUTE, SQUARE, 'P(1*y[0] <= 1/2) = ?', CORNER, [pair(0.5, 0.5)]))

    def test_conditions(self):
        claim = 'P(1*y[0] <= 1/4 | 1*y[0] <= 1/2) = ?'
        self.accepts(0, replay(IDENTITY, UNIT, claim, LEAF, [near(0.5, 0.5)]))
        self.accepts(4, replay(IDENTITY, UNIT, claim, LEAF, [pair(0.25, 0.25)]))
        claim = 'P(1*y[0] <= 1/4 | 1*y[0] <= -1) = ?'
        self.accepts(0, replay(IDENTITY, UNIT, claim, LEAF, ['-inf inf']))
        self.accepts(4, replay(IDENTITY, UNIT, claim, LEAF, [pair(0, 1)]))

    def test_a_threshold_that_the_lower_bound_is_everywhere(self):
        """|x| is bounded from below by 0 on the whole: {|x| <= 0} may be all of it."""
        self.accepts(4, replay(ABSOLUTE, SQUARE, 'P(1*y[0] <= 0) = ?', LEAF, [pair(0, 0)]))
        self.accepts(0, replay(ABSOLUTE, SQUARE, 'P(1*y[0] < 0) = ?', LEAF, [pair(0, 0)]))

    def test_a_rest_is_anywhere(self):
        law = ['branches 1 rest 1/10', 'branch coordinates 1 summands 1', 'x[0] = 1*u[0]', '9/10: uniform(0, 1)']
        for bounds, status in ((pair(1, 1), 4), (pair(0.875, 1), 0)):
            self.accepts(status, replay(IDENTITY, law, 'P(1*y[0] <= 2) = ?', LEAF, [bounds], inputs=1, truncations=['0x0p0 0x0p0']))
        self.accepts(4, replay(IDENTITY, law, 'E(1*y[0]) = ?', LEAF, [pair(0, 1)], ['1/2'], inputs=1, truncations=['0x0p0 0x0p0']))

    def test_ends_that_no_binary_number_is(self):
        """Summands that end and begin at 5/3: neither reaches into the other's part."""
        law = ['branches 1 rest 0', 'branch coordinates 1 summands 2', 'x[0] = 1*u[0]',
               '1/2: gamma(2, 3) within [-inf, 5]', '1/2: gamma(2, 3) within [5, inf]']
        tree = b'\x02' + struct.pack('>HI', 0, 0) + b'\x03\x08\x40\x04'
        self.accepts(0, replay(IDENTITY, law, 'P(1*y[0] <= 5) = ?', tree, [pair(0.4963317, 0.4963318)], inputs=1, truncations=['0x0p0 0x1p7']))

    def test_levels(self):
        network = layers(([[1.0]], [0.0]), ([[1.0]], [0.0]))
        line = ['x[0] ~ uniform(0, 1)']
        claim = 'P(1*y[0] <= 1/2) = ?'
        self.accepts(0, replay(network, line, claim, LEAF, [pair(0.4999, 0.5001)], semantics='float32 accuracy 4'))
        self.accepts(4, replay(network, line, claim, LEAF, [pair(0.5, 0.5)], semantics='float32 accuracy 4'))


class WrongInputTest(unittest.TestCase):
    CLAIM = 'P(1*y[0] <= 1/4) = ?'

    def setUp(self):
        self.text = statement(IDENTITY, 1, 1, UNIT, self.CLAIM)
        self.good = certificate(self.text, ['0x0p0 0x0p0'], [], [pair(0.125, 0.5)], LEAF)

    def status(self, cert=None, text=None, network=IDENTITY):
        return check(network, text or self.text, cert or self.good)[0]

    def test_the_good_one(self):
        self.assertEqual(self.status(), 0)

    def test_every_truncation_is_rejected(self):
        for n in range(len(self.good)):
            self.assertIn(self.status(self.good[:n] or b' '), (4, 5), n)

    def test_every_flipped_bit_is_rejected(self):
        for n in range(0, len(self.good), 7):
            for bit in (1, 32, 128):
                bad = bytearray(self.good)
                bad[n] ^= bit
                self.assertIn(self.status(bytes(bad)), (4, 5), (n, bit))

    def test_trees(self):
        for tree, status in ((b'', 4), (b'\x05', 5), (b'\x04\x04', 4), (b'\x40', 4), (b'\x07', 4), (b'\x00', 4),
                             (b'\x01\x00\x00' + struct.pack('>d', 2.0) + b'\x04\x04', 4),
                             (b'\x01\x00\x00' + struct.pack('>d', 0.0) + b'\x04\x04', 4),
                             (b'\x01\x00\x00' + struct.pack('>d', float('nan')) + b'\x04\x04', 4),
                             (b'\x01\x00\x01' + struct.pack('>d', 0.5) + b'\x04\x04', 4),
                             (b'\x11\x04\x04', 4), (b'\x10\x04', 4), (b'\x10\x04\x04', 0), (b'\x03\x29\x40', 4),
                             (b'\x02\x00\x00\x00\x00\x00\x00\x04\x04', 4),
                             (b'\x03\x00\x80' + struct.pack('>d', 1.0) + b'\x40\x40', 4),
                             (b'\x03\x00\x82' + struct.pack('>d', 0.5) + b'\x40\x40', 4),
                             (b'\x03\x00\x60\xff', 4), (b'\x03\x00\x60\x00', 0), (b'\x06\x04', 0)):
            cert = certificate(self.text, ['0x0p0 0x0p0'], [], [near(0.25, 0.25)], tree)
            self.assertEqual(self.status(cert), status, tree)

    def test_a_tree_that_is_too_deep(self):
        tree = b'\x10' * 10001 + b'\x04' * 10002
        self.assertEqual(self.status(certificate(self.text, ['0x0p0 0x0p0'], [], [pair(0.25, 0.25)], tree)), 4)

    def test_what_follows_the_end(self):
        self.assertEqual(self.status(self.good + b"\n"), 4)
        self.assertEqual(self.status(self.good[:-1]), 5)

    def test_headers(self):
        for old, new in ((b'numbers 0', b'numbers 1\n1/2'), (b'bounds 1', b'bounds 01'), (b'truncations 1', b'truncations 2'),
                         (b'certificate 2', b'certificate 3'), (b'tree\n', b'tre\n'), (b'0x1p-3 0x1p-1', b'0x1p-3 0x1p-4'),
                         (b'0x1p-3 0x1p-1', b'0x1.0p-3 0x1p-1'), (b'0x1p-3 0x1p-1', b'-0x0p0 0x1p-1'),
                         (b'0x1p-3 0x1p-1', b'inf inf'), (b'0x1p-3 0x1p-1', b'0X1p-3 0x1p-1'), (b'<= 1/4', b'<= 1/3')):
            self.assertEqual(self.good.count(old) > 0, True, old)
            body = self.good[:-72].replace(old, new)
            self.assertEqual(self.status(seal(body)), 4, new)

    def test_statements(self):
        for old, new in (('1/4', '2/8'), ('1/4', '0.25'), ('1/4', '-0'), ('1*y[0]', '0*y[0]'), ('1*y[0]', 'y[0]'),
                         ('1*y[0]', '1*y[1]'), ('1*y[0]', '1*x[0] + 1*y[0]'), ('uniform(0, 1)', 'uniform(1, 0)'),
                         ('uniform(0, 1)', 'normal(0, sqrt(4))'), ('uniform(0, 1)', 'beta(1/2000, 1)'),
                         ('uniform(0, 1)', 'polynomial([0, 1], [[3, -3]])'), ('inputs 1', 'inputs 01'),
                         ('uniform(0, 1)', 'polynomial([0, 1], [[-1, 4]])'), ('real', 'float16 accuracy 4'),
                         ('real', 'float32 accuracy 0'), ('P(', 'P(('), (' = ?', ' = ? '), (' = ?\n', ' = ?'),
                         ('uniform(0, 1)', 'histogram([0, 1], [1/2])'), ('statement 2', 'statement 1'),
                         ('x[0] ~ uniform(0, 1)', 'x[0] ~ uniform(0, 1) within [0, 1]'), ('P(1*y[0] <= 1/4)', '1')):
            self.assertIn(old, self.text)
            self.assertEqual(self.status(text=self.text.replace(old, new)), 3, new)

    def test_sizes_of_parameters(self):
        large, beyond = '1' + '0' * 300, '1' + '0' * 301
        for text, status in (('uniform(0, %s)' % large, 4), ('uniform(0, %s)' % beyond, 3), ('uniform(0, 1/%s)' % beyond, 3),
                             ('normal(%s, 1)' % beyond, 3), ('normal(0, 1/%s)' % beyond, 3), ('normal(0, 1/%s)' % large, 4),
                             ('normal(0, 1) on [0, %s]' % beyond, 3), ('gamma(2, 1/%s)' % beyond, 3),
                             ('triangular(0, 1/%s, 1)' % beyond, 3), ('triangular(0, 0, 1)', 4),
                             ('pareto(1, 1/%s)' % beyond, 3), ('exponential(%s)' % beyond, 3)):
            self.assertEqual(self.status(text=self.text.replace('uniform(0, 1)', text)), status, text)

    def test_a_polynomial_that_touches_zero(self):
        text = self.text.replace('uniform(0, 1)', 'polynomial([0, 1], [[3, -12, 12]])')
        cert = certificate(text, ['0x0p0 0x0p0'], [], [pair(0, 1)], LEAF)
        self.assertEqual(self.status(cert, text), 0)

    def test_another_network(self):
        self.assertEqual(self.status(network=layers(([[2.0]], [0.0]))), 4)

    def test_networks_that_are_refused(self):
        for network in (b'', b'\x08\x08', layers(([[1.0]], [float('inf')])), layers(([[1.0]], [0.0]), ([[1.0]], [0.0]), activation='Softmux')):
            text = statement(network, 1, 1, UNIT, self.CLAIM)
            cert = certificate(text, ['0x0p0 0x0p0'], [], [pair(0.25, 0.25)], LEAF)
            self.assertEqual(self.status(cert, text, network), 3)


if __name__ == '__main__':
    unittest.main()
