"""Rows that are constant on a leaf, exactly. FORMAT.md section 4, "Constant parts"."""
from fractions import Fraction

from . import fixed, functions


class Constants:
    """Numbers that are known exactly: fixed inputs, rows of known numbers, and piecewise linear
    activations of known numbers or of such that stay where the activation is constant."""

    def __init__(self, graph, rows, space):
        self.graph, self.rows = graph, rows
        self.inputs = {i: c for i, (terms, c) in enumerate(space.inputs) if not terms}

    def of_row(self, row, ranges):
        """The exact value of a row, or None; `ranges` are (lower, upper) lists of all numbers."""
        memo = {}
        return self._row(self.rows[row], ranges, memo)

    def _row(self, row, ranges, memo):
        total = row.constant
        for j, w in row.weights.items():
            x = self._number(j, ranges, memo)
            if x is None:
                return None
            total += w * x
        return total

    def _number(self, n, ranges, memo):
        if n in memo:
            return memo[n]
        gate = self.graph.gate_of[n]
        value = None
        if gate is None:
            value = self.inputs.get(n)
        elif gate.kind == 'affine':
            value = self._row(gate.rows[n - gate.first], ranges, memo)
        else:
            f, j = gate.functions[n - gate.first], gate.arguments[n - gate.first]
            if isinstance(f, functions.Piecewise):
                x = self._number(j, ranges, memo)
                if x is not None:
                    value = f.exact(x)
                elif ranges is not None:
                    i, k = f.fixed_range(ranges[0][j], ranges[1][j])
                    if i == k and f.pieces[i][0] == 0:
                        value = Fraction(f.pieces[i][1])
        memo[n] = value
        return value
