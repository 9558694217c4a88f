"""NNet files as graphs of gates. FORMAT.md section 4, "NNet files"."""
from fractions import Fraction
import re

from . import Invalid, Refused, functions
from .graph import ActivationGate, AffineGate, Row
from .onnx import fraction, is_double

_NUMBER = re.compile(r'[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')


def read(data, graph, inputs):
    """Adds the network's gates to the graph and gives the numbers of its outputs."""
    try:
        lines = data.decode('ascii').split('\n')
    except UnicodeDecodeError:
        raise Refused('an NNet file is ASCII text')
    at = 0
    while at < len(lines) and lines[at].startswith('//'):
        at += 1
    position = [at]

    def numbers(count, what):
        if position[0] >= len(lines):
            raise Refused('the NNet file ends before ' + what)
        line = lines[position[0]].strip(' \t\r')
        position[0] += 1
        if line.endswith(','):
            line = line[:-1]
        parts = [p.strip(' \t\r') for p in line.split(',')]
        if count is not None and len(parts) != count:
            raise Refused('%d numbers instead of %d: %s' % (len(parts), count, what))
        result = []
        for p in parts:
            if len(p) > 1000 or not _NUMBER.fullmatch(p):
                raise Refused('not a number: ' + p[:40])
            result.append(fraction(float(p)))
        return result

    def integers(count, what):
        result = numbers(count, what)
        if any(x.denominator != 1 or x < 0 or x > 10 ** 6 for x in result):
            raise Refused('not a count: ' + what)
        return [int(x) for x in result]

    layers, n_in, n_out, _ = integers(4, 'the numbers of layers, inputs and outputs')
    sizes = integers(layers + 1, 'the sizes of layers')
    if layers < 1 or sizes[0] != n_in or sizes[-1] != n_out or min(sizes) < 1:
        raise Refused('the sizes of layers')
    if n_in != inputs:
        raise Invalid('the network has %d inputs, the statement %d' % (n_in, inputs))
    if numbers(1, 'the flag') != [0]:
        raise Refused('the flag is not 0')
    least, greatest = numbers(n_in, 'the least values'), numbers(n_in, 'the greatest values')
    means, ranges = numbers(n_in + 1, 'the means'), numbers(n_in + 1, 'the ranges')
    if any(a > b for a, b in zip(least, greatest)) or 0 in ranges:
        raise Refused('a range of 0, or a least value beyond the greatest')
    values = graph.add(ActivationGate([functions.clip(a, b) for a, b in zip(least, greatest)], list(range(n_in))))
    factors = [1 / r for r in ranges[:-1]]
    shifts = [-m / r for m, r in zip(means, ranges[:-1])]
    if all(map(is_double, factors + shifts)):
        values = graph.add(AffineGate([Row({v: f}, s) for v, f, s in zip(values, factors, shifts)], rule='range'))
    else:
        values = graph.add(ActivationGate([functions.scaling(f, s) for f, s in zip(factors, shifts)], values, rule='scaling'))
    for k in range(layers):
        weights = [numbers(sizes[k], 'weights') for _ in range(sizes[k + 1])]
        biases = [numbers(1, 'a bias')[0] for _ in range(sizes[k + 1])]
        values = graph.add(AffineGate([Row(dict(zip(values, w)), b) for w, b in zip(weights, biases)], rule='matrix'))
        if k < layers - 1:
            values = graph.add(ActivationGate([functions.RELU] * len(values), values))
    if any(line.strip() for line in lines[position[0]:]):
        raise Refused('something follows the last layer')
    if ranges[-1] != 1:
        values = graph.add(AffineGate([Row({v: ranges[-1]}, Fraction(0)) for v in values], rule='factor'))
    if means[-1] != 0:
        values = graph.add(AffineGate([Row({v: Fraction(1)}, means[-1]) for v in values], rule='add constants'))
    return values
