"""Support certificates. FORMAT.md section 8: places, combinations, and what is refused."""
from fractions import Fraction
from types import SimpleNamespace
import struct
import unittest

from secondchecker import Invalid
from secondchecker.functions import Piecewise
from secondchecker.graph import ActivationGate, AffineGate, Graph, Row
from secondchecker.statement import Affine
from secondchecker.support import Component, Place, Stage, Tree

RELU = Piecewise([Fraction(0)], [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0))])
TAIL = 0.022750131948179209            # Phi(-2)
LEFT = b'\x00'


def split(neuron):
    return struct.pack('>BI', 1, neuron)


def pattern(lower, upper):
    return struct.pack('>Bdd', 2, lower, upper)


def confine(*terms):
    return struct.pack('>BH', 3, len(terms)) + b''.join(struct.pack('>IBd', *t) for t in terms)


def root():
    """relu(x[0] - 2) and relu(x[1] - 2) of standard normal inputs."""
    graph = Graph(2)
    one = Fraction(1)
    h = graph.add(AffineGate([Row({0: one}, Fraction(-2)), Row({1: one}, Fraction(-2))]))
    graph.outputs = graph.add(ActivationGate([RELU, RELU], h))
    normal = SimpleNamespace(parameters=(Fraction(0), one), root=False)
    branch = SimpleNamespace(inputs=(Affine(((0, one),), Fraction(0)), Affine(((1, one),), Fraction(0))))
    component = Component(branch, (one, (normal, normal)))
    return Place(Stage(component, graph, component.inputs, 0), {}, None, one, Fraction(0))


def walk(*rules):
    tree = Tree(b''.join(rules))
    tree.walk(root())
    return tree


class SupportTest(unittest.TestCase):
    def test_what_is_left_out_is_missing(self):
        tree = walk(split(0), split(1), pattern(0.9, 1), LEFT, LEFT)
        self.assertEqual(tree.patterns, 1)
        self.assertAlmostEqual(float(tree.missing), 2 * TAIL, delta=1e-15)

    def test_half_spaces_together_are_further_away(self):
        both = confine((0, 1, 3.0), (1, 1, 3.0))
        tree = walk(split(0), LEFT, split(1), LEFT, both, pattern(0, 0.00234))
        self.assertEqual(tree.patterns, 1)
        with self.assertRaises(Invalid):
            walk(split(0), LEFT, split(1), LEFT, both, pattern(0, 0.00233))      # Phi(-sqrt 8) = 0.0023389
        with self.assertRaises(Invalid):
            walk(split(0), LEFT, split(1), LEFT, pattern(0, 0.00234))

    def test_bounds_follow_from_half_spaces(self):
        for lower, upper in ((0.96, 1), (0, 0.977), (0.5, 0.25), (0, 1.5), (float('nan'), 1)):
            with self.assertRaises(Invalid):
                walk(split(0), split(1), pattern(lower, upper), LEFT, LEFT)

    def test_what_is_wrong(self):
        for rules in ((split(2),), (split(0), split(0)), (pattern(0, 1),), (b'\x04',), (), (split(0), LEFT),
                      (split(0), confine((0, 1, 1.0))), (split(0), confine((1, 0, 1.0))),
                      (split(0), confine((0, 0, -1.0))), (split(0), confine((0, 0, float('inf')))),
                      (split(0), confine((0, 2, 1.0)))):
            with self.assertRaises(Invalid):
                walk(*rules)


if __name__ == '__main__':
    unittest.main()
