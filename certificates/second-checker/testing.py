"""What tests need: small ONNX files and certificates, written by hand."""
import hashlib
import os
import struct
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.setrecursionlimit(20000)

from secondchecker import main  # noqa: E402


def varint(n):
    out = b''
    n &= (1 << 64) - 1
    while True:
        b = n & 127
        n >>= 7
        if not n:
            return out + bytes([b])
        out += bytes([b | 128])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, str):
        value = value.encode()
    return varint(number << 3 | 2) + varint(len(value)) + value


def tensor(name, dims, values):
    return (b''.join(field(1, d) for d in dims) + field(2, 11) + field(8, name)
            + field(9, struct.pack('<%dd' % len(values), *values)))


def node(op, inputs, output, *attributes):
    return (b''.join(field(1, i) for i in inputs) + field(2, output) + field(4, op)
            + b''.join(field(5, a) for a in attributes))


def port(name, size):
    shape = field(1, field(2, 'N')) + field(1, field(1, size))
    return field(1, name) + field(2, field(1, field(1, 11) + field(2, shape)))


def model(nodes, tensors, inputs, outputs, opset=13):
    graph = (b''.join(field(1, n) for n in nodes) + b''.join(field(5, t) for t in tensors)
             + field(11, port('x', inputs)) + field(12, port('y', outputs)))
    return field(1, 8) + field(8, field(2, opset)) + field(7, graph)


def layers(*weights, activation='Relu'):
    """A network of layers, each a pair (rows, biases), with activations between them."""
    nodes, tensors, name = [], [], 'x'
    for k, (rows, biases) in enumerate(weights):
        tensors.append(tensor('w%d' % k, [len(rows), len(rows[0])], [x for r in rows for x in r]))
        tensors.append(tensor('b%d' % k, [len(biases)], biases))
        last = k == len(weights) - 1
        out = 'y' if last else 'h%d' % k
        nodes.append(node('Gemm', [name, 'w%d' % k, 'b%d' % k], out, field(1, 'transB') + field(3, 1) + field(20, 2)))
        name = out
        if not last:
            nodes.append(node(activation, [name], 'a%d' % k))
            name = 'a%d' % k
    return model(nodes, tensors, len(weights[0][0][0]), len(weights[-1][1]))


IDENTITY = layers(([[1.0]], [0.0]))


def statement(network, outputs, inputs, lines, claim, semantics='real'):
    return 'surety statement 2\nsemantics %s\nnetworks 1\nnetwork sha256 %s outputs %d\ninputs %d\n%s\n%s\n' % (
        semantics, hashlib.sha256(network).hexdigest(), outputs, inputs, '\n'.join(lines), claim)


def seal(body):
    return body + b'sha256 ' + hashlib.sha256(body).hexdigest().encode() + b'\n'


def certificate(text, truncations, numbers, bounds, tree):
    head = 'surety certificate 2\n%send statement\ntruncations %d\n%snumbers %d\n%sbounds %d\n%stree\n' % (
        text, len(truncations), ''.join(t + '\n' for t in truncations), len(numbers),
        ''.join(n + '\n' for n in numbers), len(bounds), ''.join(b + '\n' for b in bounds))
    return seal(head.encode() + tree + b'\nend\n')


def dyadic(x):
    """The text of a double."""
    if x == 0:
        return '0x0p0'
    sign = '-' if x < 0 else ''
    mantissa, exponent = float(abs(x)).hex()[2:].split('p')
    whole, _, digits = mantissa.partition('.')
    digits = digits.rstrip('0')
    return '%s0x1%sp%d' % (sign, '.' + digits if digits else '', int(exponent))


def pair(a, b):
    return '%s %s' % (dyadic(a), dyadic(b))


def check(network, text, cert, jobs=1):
    """(exit status, lines) of a replay."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, data in (('s', text.encode()), ('n', network), ('c', cert)):
            paths.append(os.path.join(folder, name))
            with open(paths[-1], 'wb') as f:
                f.write(data)
        return main.check(paths[0], [paths[1]], paths[2], jobs)


def replay(network, lines, claim, tree, bounds, numbers=(), truncations=None, outputs=1, inputs=None, semantics='real'):
    inputs = len(lines) if inputs is None else inputs
    text = statement(network, outputs, inputs, lines, claim, semantics)
    if truncations is None:
        truncations = ['0x0p0 0x0p0'] * sum('~' in l for l in lines)
    return check(network, text, certificate(text, truncations, numbers, bounds, tree))
