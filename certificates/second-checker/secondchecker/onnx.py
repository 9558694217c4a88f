"""ONNX files as graphs of gates. FORMAT.md section 4, "The network's function".

A tensor is a shape and a list of elements: a `Fraction` (a real constant), an `int` or `bool` (an
integer or truth value), or a `Value` (a number of the graph). What is not understood is refused.
"""
from fractions import Fraction
from itertools import product
import hashlib
import math
import os
import struct

from . import Invalid, Refused, functions, rounding
from .fixed import enclose, sqrt
from .graph import ActivationGate, AffineGate, Row
from .protobuf import integer, message, messages, packed_fixed, packed_varints, signed, text


class Value:
    """An element that depends on the inputs: number n of the graph."""
    __slots__ = ('n',)

    def __init__(self, n):
        self.n = n


class Root:
    """A constant that is no fraction: the square root of a fraction times a fraction."""
    __slots__ = ('factor', 'square')

    def __init__(self, factor, square):
        self.factor, self.square = factor, square


class Tensor:
    __slots__ = ('shape', 'elements', 'type')

    def __init__(self, shape, elements, type='real'):
        self.shape, self.elements, self.type = tuple(shape), elements, type
        if math.prod(self.shape) != len(elements):
            raise Refused('a tensor of another size than its shape')
        if not elements and type == 'real':
            raise Refused('a result without elements')

    def constant(self):
        return not any(isinstance(e, Value) for e in self.elements)


def _float32(x):
    return struct.unpack('<f', struct.pack('<f', x))[0]


def fraction(x):
    if x != x or x in (math.inf, -math.inf):
        raise Refused('a constant that is no number')
    return Fraction(x)


def is_double(f):
    n, d = abs(f.numerator), f.denominator
    if n == 0:
        return True
    if d & (d - 1):
        return False
    e = d.bit_length() - 1
    t = (n & -n).bit_length() - 1
    return n.bit_length() - t <= 53 and n.bit_length() - e <= 1024 and e - t <= 1074


# --- tensors and attributes ------------------------------------------------------------------

_MAX_ELEMENTS = 1 << 22


def external_names(model):
    """The names of the other files that the model keeps data in, in the order of UTF-16 units."""
    names = set()

    def tensor(t):
        if integer(t, 14) == 1:
            place = dict((text(e, 1), text(e, 2)) for e in messages(t, 13))
            if 'location' not in place:
                raise Refused('external data without a location')
            names.add(place['location'])

    def graph(g):
        for t in messages(g, 5):
            tensor(t)
        for s in messages(g, 15):
            for part in messages(s, 1) + messages(s, 2):
                tensor(part)
        for n in messages(g, 1):
            for a in messages(n, 5):
                for t in messages(a, 5) + messages(a, 10):
                    tensor(t)
                for s in messages(a, 22) + messages(a, 23):
                    for part in messages(s, 1) + messages(s, 2):
                        tensor(part)
                for sub in messages(a, 6) + messages(a, 11):
                    graph(sub)

    for g in messages(model, 7):
        graph(g)
    for name in names:
        if (not 1 <= len(name.encode('utf-16-le')) // 2 <= 255 or name in ('.', '..')
                or any(c in '/\\:' or ord(c) < 32 or 127 <= ord(c) < 160 for c in name)):
            raise Refused('a file name that is refused: ' + repr(name[:40]))
    return sorted(names, key=lambda n: n.encode('utf-16-be'))


def digest(path, data):
    """The digest of a network, with the files that it keeps data in."""
    own = hashlib.sha256(data).hexdigest()
    if is_nnet(data):
        return own
    names = external_names(message(data))
    if not names:
        return own
    lines = [own]
    for name in names:
        try:
            with open(os.path.join(os.path.dirname(path), name), 'rb') as f:
                lines.append(hashlib.sha256(f.read()).hexdigest())
        except OSError:
            raise Refused('the file %s of the network is not there' % name)
    return hashlib.sha256(''.join(x + '\n' for x in lines).encode('ascii')).hexdigest()


def is_nnet(data):
    if data.startswith(b'//'):
        return True
    line = data.split(b'\n', 1)[0]
    head, comma, rest = line.partition(b',')
    import re
    return bool(comma) and bool(re.fullmatch(rb'[ \t\r]*[0-9]+[ \t\r]*', head)) and not rest.strip(b'0123456789, \t\r')


class Reader:
    """Reads one model into a graph; the results are numbers of the graph."""

    def __init__(self, data, folder, graph, inputs):
        self.graph = graph
        self.folder = folder
        model = message(data)
        graphs = messages(model, 7)
        if len(graphs) != 1:
            raise Refused('not an ONNX file')
        self.opset = None
        for o in messages(model, 8):
            if text(o, 1) in ('', 'ai.onnx'):
                v = integer(o, 2)
                if self.opset not in (None, v):
                    raise Refused('the default domain has two versions')
                self.opset = v
        if self.opset is None or not 7 <= self.opset <= 22:
            raise Refused('operators of version %s, not 7 to 22' % self.opset)
        g = graphs[0]
        if g.get(15):
            sparse = True
        self.tensors = {}
        for t in messages(g, 5):
            name = text(t, 8)
            if name in self.tensors:
                raise Refused('two initializers of one name')
            self.tensors[name] = ('initializer', t)
        names, at = [], 0
        for v in messages(g, 11):
            name = text(v, 1)
            if name in self.tensors:
                continue
            shape, kind = self._shape(v)
            if kind not in (1, 11):
                raise Refused('an input that is neither float nor double')
            size = math.prod(shape)
            if size < 1:
                raise Refused('an input without elements')
            if at + size > inputs:
                raise Invalid('the network has more inputs than the statement')
            self.tensors[name] = Tensor(shape, [Value(at + i) for i in range(size)])
            at += size
        if at != inputs:
            raise Invalid('the network has %d inputs, the statement %d' % (at, inputs))
        self.nodes = {}
        for n in messages(g, 1):
            outs = [o.decode('utf-8', 'replace') for o in n.get(2, ()) if not isinstance(o, int)]
            for k, o in enumerate(outs):
                if o:
                    if o in self.nodes or o in self.tensors:
                        raise Refused('two nodes give ' + o[:40])
                    self.nodes[o] = (n, k)
        self.outputs = []
        for v in messages(g, 12):
            t = self.tensor(text(v, 1))
            for e in t.elements:
                if not isinstance(e, Value):
                    raise Refused('an output that does not depend on an input')
                self.outputs.append(e.n)
        if not self.outputs:
            raise Refused('a network without outputs')

    @staticmethod
    def _shape(v):
        try:
            t = messages(messages(v, 2)[0], 1)[0]
            dims = messages(messages(t, 2)[0], 1)
        except IndexError:
            raise Refused('an input without a shape')
        shape = []
        for k, d in enumerate(dims):
            if 1 in d:
                n = integer(d, 1)
            elif k == 0:
                n = 1
            else:
                raise Refused('an input of unknown size')
            if n < 1 and not (k == 0 and n <= 0):
                raise Refused('an input of unknown size')
            shape.append(max(n, 1))
        return shape, integer(t, 1)

    # --- evaluation, depth first ---

    def tensor(self, name):
        stack = [name]
        while stack:
            top = stack[-1]
            if isinstance(self.tensors.get(top), Tensor):
                stack.pop()
                continue
            if top in self.tensors:
                self.tensors[top] = self._initializer(self.tensors[top][1])
                continue
            if top not in self.nodes:
                raise Refused('nothing gives ' + top[:40])
            node, _ = self.nodes[top]
            names = [i.decode('utf-8', 'replace') for i in node.get(1, ())]
            missing = [i for i in names if i and not isinstance(self.tensors.get(i), Tensor)]
            if missing:
                if missing[0] in stack:
                    raise Refused('the graph has a cycle')
                stack.append(missing[0])
                continue
            self._apply(node, names)
        return self.tensors[name]

    def _apply(self, node, names):
        op = text(node, 4)
        if text(node, 7) not in ('', 'ai.onnx'):
            raise Refused('an operator of another domain: ' + text(node, 7)[:40])
        method = getattr(self, 'op_' + op, None)
        if method is None:
            raise Refused('the operator %s is not one of this checker' % op[:40])
        attributes = {text(a, 1): a for a in messages(node, 5)}
        inputs = [self.tensors[i] if i else None for i in names]
        outs = [o.decode('utf-8', 'replace') for o in node.get(2, ())]
        n = Node(op, attributes, inputs, outs, self)
        self._note(n)
        results = method(n)
        if isinstance(results, Tensor):
            results = [results]
        for o, r in zip(outs, results):
            if o:
                _check_size(len(r.elements))
                self.tensors[o] = r
        for o in outs:
            if o and not isinstance(self.tensors.get(o), Tensor):
                raise Refused('an output of %s that is not one of this checker' % op)

    def _note(self, n):
        """Why level F refuses a node, if it does."""
        if n.op in rounding.MAPS:
            return
        if n.op not in rounding.OPERATORS:
            if any(t is not None and t.type == 'real' for t in n.inputs):
                self.graph.refusals.append('the operator ' + n.op)
        elif all(t is None or t.constant() for t in n.inputs) and any(t is not None and t.type == 'real' for t in n.inputs):
            self.graph.refusals.append(n.op + ' of constants')

    def _initializer(self, t):
        dims = packed_varints(t.get(1, ()))
        if any(d < 0 for d in dims) or math.prod(dims) > _MAX_ELEMENTS:
            raise Refused('the size of a tensor')
        kind = integer(t, 2)
        raw = t.get(9)
        raw = raw[-1] if raw else None
        if integer(t, 14) == 1:
            place = dict((text(e, 1), text(e, 2)) for e in messages(t, 13))
            if raw or any(t.get(k) for k in (4, 5, 7, 10, 11)):
                raise Refused('data next to data in another file')
            with open(os.path.join(self.folder, place['location']), 'rb') as f:
                data = f.read()
            offset = _decimal(place.get('offset', '0'))
            length = _decimal(place['length']) if 'length' in place else len(data) - offset
            if offset + length > len(data) or length < 0:
                raise Refused('data beyond the end of a file')
            raw = data[offset:offset + length]
        formats = {1: ('f', 4), 11: ('d', 10), 7: ('q', 7), 6: ('i', 5), 2: ('B', 5), 3: ('b', 5),
                   5: ('h', 5), 4: ('H', 5), 9: ('?', 5)}
        if kind not in formats:
            raise Refused('a tensor of the type %d' % kind)
        letter, field = formats[kind]
        count = math.prod(dims)
        if raw is not None:
            size = struct.calcsize('<' + letter)
            if len(raw) != count * size:
                raise Refused('a tensor of another size than its data')
            values = struct.unpack('<%d%s' % (count, letter), raw)
        elif letter in 'fd':
            data = packed_fixed(t.get(field, ()))
            size = struct.calcsize('<' + letter)
            if len(data) != count * size:
                raise Refused('a tensor of another size than its data')
            values = struct.unpack('<%d%s' % (count, letter), data)
        else:
            values = packed_varints(t.get(field, ()))
            if letter in 'iBbhH?':
                values = [(v + (1 << 31)) % (1 << 32) - (1 << 31) if letter == 'i' else v for v in values]
            if len(values) != count:
                raise Refused('a tensor of another size than its data')
        if letter in 'fd':
            return Tensor(dims, [fraction(v) for v in values])
        if letter == '?':
            return Tensor(dims, [bool(v) for v in values], 'bool')
        return Tensor(dims, [int(v) for v in values], 'int')

    # --- gates ---

    def affine(self, rows, terms=1, products=None, rule=None):
        """Adds an affine gate; rows that are copies or constants take none."""
        n = self.graph.add(AffineGate(rows, terms, products, rule))
        return [Value(k) for k in n]

    def activation(self, x, fs, rule=None):
        """One activation gate of the computed elements of x; constants are computed."""
        if isinstance(fs, functions.Piecewise) or not isinstance(fs, list):
            fs = [fs] * len(x.elements)
        wanted = [k for k, e in enumerate(x.elements) if isinstance(e, Value)]
        elements = list(x.elements)
        for k, e in enumerate(elements):
            if not isinstance(e, Value):
                if not isinstance(fs[k], functions.Piecewise):
                    raise Refused('%s of a constant is not one of this checker' % fs[k].name)
                elements[k] = fs[k].exact(e)
        if wanted:
            n = self.graph.add(ActivationGate([fs[k] for k in wanted],
                                              [x.elements[k].n for k in wanted], rule))
            for k, i in zip(wanted, n):
                elements[k] = Value(i)
        return Tensor(x.shape, elements)

    def combine(self, shape, sums, terms=1, products=None, rule=None):
        """A tensor of affine forms: `sums` is a list of (list of (element, weight), constant);
        constants among the elements are taken into the constant."""
        rows, elements, places = [], [None] * len(sums), []
        for k, (parts, constant) in enumerate(sums):
            weights = {}
            constants = 1 if constant else 0
            for e, w in parts:
                if isinstance(e, Value):
                    if e.n in weights:
                        self.graph.unclear.append('a number that is read twice by one sum')
                    weights[e.n] = weights.get(e.n, 0) + w
                else:
                    constant += e * w
                    if w and e:
                        constants += 1 if abs(w) == 1 else 2
            if constants > 1:
                self.graph.unclear.append('several constants in one sum')
            if any(isinstance(e, Value) for e, _ in parts):
                rows.append(Row(weights, constant))
                places.append(k)
            else:
                elements[k] = constant
        if rows:
            for k, v in zip(places, self.affine(rows, terms, products, rule)):
                elements[k] = v
        return Tensor(shape, elements)

    # --- elementwise ---

    def broadcast(self, tensors):
        rank = max(len(t.shape) for t in tensors)
        shapes = [(1,) * (rank - len(t.shape)) + t.shape for t in tensors]
        shape = []
        for axis in zip(*shapes):
            sizes = set(axis) - {1}
            if len(sizes) > 1:
                raise Refused('shapes that do not go together')
            shape.append(sizes.pop() if sizes else 1)
        _check_size(math.prod(shape))
        lists = []
        for t, s in zip(tensors, shapes):
            if tuple(shape) == s:
                lists.append(t.elements)
                continue
            strides = _strides(s)
            strides = [0 if n == 1 else st for n, st in zip(s, strides)]
            lists.append([t.elements[sum(i * st for i, st in zip(index, strides))]
                          for index in product(*map(range, shape))])
        return tuple(shape), lists

    def _sum(self, n, signs, tensors):
        if all(t.type == 'int' for t in tensors):
            shape, lists = self.broadcast(tensors)
            return Tensor(shape, [_int32(sum(s * v for s, v in zip(signs, vs))) for vs in zip(*lists)], 'int')
        _need_real(tensors)
        shape, lists = self.broadcast(tensors)
        computed = [any(isinstance(e, Value) for e in t.elements) for t in tensors]
        if any(isinstance(e, Root) for vs in lists for e in vs):
            raise Refused('a sum with a constant that is no fraction')
        rule = 'add constants' if sum(computed) == 1 and signs[computed.index(True)] == 1 else 'sum'
        constants = [e for t, c in zip(tensors, computed) if not c for e in t.elements]
        if sum(computed) == 1 and not all(map(is_double, constants)):
            k = computed.index(True)
            fs = []
            for vs in zip(*lists):
                fs.append(functions.scaling(Fraction(signs[k]), sum((s * v for i, (s, v) in enumerate(zip(signs, vs)) if i != k), Fraction(0))))
            return self.activation(Tensor(shape, lists[k]), fs, rule='scaling')
        return self.combine(shape, [([(v, Fraction(s)) for s, v in zip(signs, vs)], Fraction(0))
                                    for vs in zip(*lists)], max(sum(computed), 1),
                            max(sum(computed), 1) * len(lists[0]), rule)

    def op_Add(self, n):
        return self._sum(n, (1, 1), n.inputs[:2])

    def op_Sub(self, n):
        return self._sum(n, (1, -1), n.inputs[:2])

    def op_Sum(self, n):
        return self._sum(n, (1,) * len(n.inputs), n.inputs)

    def op_Neg(self, n):
        x = n.inputs[0]
        if x.type == 'int':
            return Tensor(x.shape, [-e for e in x.elements], 'int')
        return self.combine(x.shape, [([(e, Fraction(-1))], Fraction(0)) for e in x.elements], rule='factor')

    def op_Mul(self, n):
        a, b = n.inputs[:2]
        if a.type == b.type == 'int':
            shape, (p, q) = self.broadcast([a, b])
            return Tensor(shape, [_int32(x * y) for x, y in zip(p, q)], 'int')
        _need_real([a, b])
        if not a.constant() and not b.constant():
            shape, (p, q) = self.broadcast([a, b])
            return self._product(shape, p, q)
        if a.constant():
            a, b = b, a
        shape, (p, q) = self.broadcast([a, b])
        return self._scale(shape, p, q)

    def _product(self, shape, p, q):
        """x y = (x + y)^2 / 4 - (x - y)^2 / 4 of computed values, the square of one by itself."""
        result, pairs, squares, factors, gated = [None] * len(p), [], [], [], []
        for k, (x, y) in enumerate(zip(p, q)):
            if not isinstance(x, Value) or not isinstance(y, Value):
                factors.append((k, x, y) if isinstance(x, Value) else (k, y, x))
            elif x.n == y.n:
                squares.append(k)
            elif self._is_sigmoid_of(y.n, x.n) or self._is_sigmoid_of(x.n, y.n):
                gated.append((k, x if self._is_sigmoid_of(y.n, x.n) else y))
            else:
                if self._gates(x.n) or self._gates(y.n):
                    raise Refused('a product with a logistic or error function is not one of this checker')
                pairs.append(k)
        one, quarter = Fraction(1), Fraction(1, 4)
        if factors:
            t = self._scale((len(factors),), [x for _, x, _ in factors], [y for _, _, y in factors])
            for (k, _, _), e in zip(factors, t.elements):
                result[k] = e
        if gated:
            self.graph.unclear.append('a SiLU')
            t = self.activation(Tensor((len(gated),), [x for _, x in gated]), functions.Silu())
            for (k, _), e in zip(gated, t.elements):
                result[k] = e
        if squares:
            t = self.activation(Tensor((len(squares),), [p[k] for k in squares]), functions.Power(2))
            for k, e in zip(squares, t.elements):
                result[k] = e
        if pairs:
            sums = [([(p[k], one), (q[k], s)], Fraction(0)) for s in (one, -one) for k in pairs]
            t = self.activation(self.combine((len(sums),), sums, 2), functions.Power(2)).elements
            m = len(pairs)
            t = self.combine((m,), [([(t[i], quarter), (t[m + i], -quarter)], Fraction(0)) for i in range(m)], 2)
            for k, e in zip(pairs, t.elements):
                result[k] = e
        return Tensor(shape, result)

    def _is_sigmoid_of(self, n, x):
        for g in self.graph.gates:
            if g.kind == 'activation' and g.first <= n < g.first + g.size():
                return g.functions[n - g.first].name == 'sigmoid' and g.arguments[n - g.first] == x
        return False

    def _gates(self, n):
        """Whether a number comes from a logistic or an error function (perhaps by an affine gate)."""
        for g in self.graph.gates:
            if g.first <= n < g.first + g.size():
                if g.kind == 'activation':
                    return g.functions[n - g.first].name in ('sigmoid', 'erf')
                return any(self._gates(j) for j in g.rows[n - g.first].weights)
        return False

    def _softmax_groups(self, n):
        """Lists of places along the axis (up to version 12 along all axes from it on)."""
        x = n.inputs[0]
        rank = len(x.shape)
        if self.opset >= 13:
            a = _axis(n.int('axis', -1), rank)
            inner, d = math.prod(x.shape[a + 1:]), x.shape[a]
        else:
            a = n.int('axis', 1)
            a = a + rank if a < 0 else a
            inner, d = 1, math.prod(x.shape[a:])
        outer = len(x.elements) // (inner * d)
        return [[(o * d + k) * inner + i for k in range(d)] for o in range(outer) for i in range(inner)]

    def _softmax(self, n, logarithm):
        x = n.inputs[0]
        result = [None] * len(x.elements)
        one, zero = Fraction(1), Fraction(0)
        for group in self._softmax_groups(n):
            e = [x.elements[k] for k in group]
            if len(e) == 1:
                raise Refused('%s of one number is not one of this checker' % n.op)
            if len(e) == 2:
                s = -one if logarithm else one
                d = self.combine((2,), [([(e[0], s), (e[1], -s)], zero), ([(e[1], s), (e[0], -s)], zero)], 2)
                t = self.activation(d, functions.Softplus() if logarithm else functions.Sigmoid())
                if logarithm:
                    t = self.combine((2,), [([(v, -one)], zero) for v in t.elements])
                values = t.elements
            else:
                pairs = [(i, j) for i in range(len(e)) for j in range(len(e)) if i != j]
                d = self.combine((len(pairs),), [([(e[j], one), (e[i], -one)], zero) for i, j in pairs], 2)
                t = self.activation(d, functions.Exp()).elements
                m = len(e) - 1
                s = self.combine((len(e),), [([(v, one) for v in t[i * m:(i + 1) * m]], one) for i in range(len(e))])
                t = self.activation(s, functions.Log() if logarithm else functions.Reciprocal())
                if logarithm:
                    t = self.combine((len(e),), [([(v, -one)], zero) for v in t.elements])
                values = t.elements
            for k, v in zip(group, values):
                result[k] = v
        return Tensor(x.shape, result)

    def op_Softmax(self, n):
        return self._softmax(n, False)

    def op_LogSoftmax(self, n):
        return self._softmax(n, True)

    def _scale(self, shape, p, factors, rule='factor'):
        if any(isinstance(e, Root) for e in factors):
            raise Refused('a product with a constant that is no fraction')
        if not all(map(is_double, factors)) and any(isinstance(e, Value) for e in p):
            return self.activation(Tensor(shape, p), [functions.scaling(f, Fraction(0)) for f in factors], rule='scaling')
        return self.combine(shape, [([(x, y)], Fraction(0)) for x, y in zip(p, factors)], rule=rule)

    def op_Div(self, n):
        a, b = n.inputs[:2]
        if a.type == b.type == 'int':
            shape, (p, q) = self.broadcast([a, b])
            if 0 in q:
                raise Refused('a division by 0')
            return Tensor(shape, [_int32(abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1)) for x, y in zip(p, q)], 'int')
        _need_real([a, b])
        if not b.constant():
            inverse = self.activation(b, functions.Reciprocal())
            shape, (p, q) = self.broadcast([a, inverse])
            return self._scale(shape, q, p) if a.constant() else self._product(shape, p, q)
        if any(e == 0 for e in b.elements):
            raise Refused('a division by 0')
        shape, (p, q) = self.broadcast([a, b])
        return self._scale(shape, p, [1 / y for y in q], rule='quotient')

    def _unary(self, n, f):
        return self.activation(n.inputs[0], f)

    def op_Relu(self, n):
        return self._unary(n, functions.RELU)

    def op_LeakyRelu(self, n):
        return self._unary(n, functions.leaky(n.real('alpha', _float32(0.01))))

    def op_PRelu(self, n):
        x, slope = n.inputs[:2]
        if not slope.constant():
            raise Refused('PRelu with a computed slope')
        shape, (p, q) = self.broadcast([x, slope])
        if shape != x.shape:
            raise Refused('PRelu with more slopes than values')
        return self.activation(x, [functions.leaky(s) for s in q])

    def op_Abs(self, n):
        return self._unary(n, functions.absolute())

    def op_Tanh(self, n):
        return self._unary(n, functions.Tanh())

    def op_Sigmoid(self, n):
        return self._unary(n, functions.Sigmoid())

    def op_Softplus(self, n):
        return self._unary(n, functions.Softplus())

    def op_Softsign(self, n):
        return self._unary(n, functions.Softsign())

    def op_Elu(self, n):
        return self._unary(n, functions.Elu(n.real('alpha', 1.0)))

    def op_Selu(self, n):
        return self._unary(n, functions.Elu(n.real('alpha', 1.67326319217681884765625),
                                            n.real('gamma', 1.05070102214813232421875)))

    def op_Exp(self, n):
        return self._unary(n, functions.Exp())

    def op_Log(self, n):
        return self._unary(n, functions.Log())

    def op_Sqrt(self, n):
        return self._unary(n, functions.Sqrt())

    def op_Reciprocal(self, n):
        return self._unary(n, functions.Reciprocal())

    def op_Erf(self, n):
        return self._unary(n, functions.Erf())

    def op_Gelu(self, n):
        if n.string('approximate', 'none') != 'none':
            raise Refused('Gelu with approximate = tanh is not one of this checker')
        half = sqrt(enclose(Fraction(1, 2)))
        factor = functions.Enclosed(half, (0, 0))
        x = self.activation(n.inputs[0], factor)
        return self.activation(self.activation(x, functions.ErfGate()), factor)

    def op_HardSwish(self, n):
        return self._unary(n, functions.HardSwish())

    def op_Sin(self, n):
        return self._unary(n, functions.Wave('sin'))

    def op_Cos(self, n):
        return self._unary(n, functions.Wave('cos'))

    def op_HardSigmoid(self, n):
        a, b = n.real('alpha', _float32(0.2)), n.real('beta', 0.5)
        x = n.inputs[0]
        y = self.combine(x.shape, [([(e, a)], b) for e in x.elements], rule='hard sigmoid')
        return self.activation(y, functions.clip(Fraction(0), Fraction(1)))

    def op_ThresholdedRelu(self, n):
        if n.real('alpha', 1.0) != 0:
            raise Refused('a ThresholdedRelu that jumps')
        return self._unary(n, functions.RELU)

    def op_Clip(self, n):
        lo = hi = None
        if self.opset < 11:
            lo, hi = n.real('min', None), n.real('max', None)
        else:
            ends = []
            for k in (1, 2):
                t = n.inputs[k] if len(n.inputs) > k else None
                if t is not None and (len(t.elements) != 1 or not t.constant()):
                    raise Refused('Clip with computed ends')
                ends.append(None if t is None else Fraction(t.elements[0]))
            lo, hi = ends
        if n.inputs[0].type == 'int':
            raise Refused('Clip of integers')
        return self._unary(n, functions.clip(lo, hi))

    def op_Pow(self, n):
        x, e = n.inputs[:2]
        if not e.constant() or len(set(map(Fraction, e.elements))) != 1:
            raise Refused('Pow with several exponents')
        p = Fraction(e.elements[0])
        if math.prod(e.shape) > 1 and e.shape != x.shape:
            raise Refused('Pow with exponents of another shape')
        if p == 1:
            return x
        if p == Fraction(1, 2):
            return self._unary(n, functions.Sqrt())
        if p.denominator == 1 and 2 <= p <= 64:
            return self._unary(n, functions.Power(int(p)))
        raise Refused('Pow with this exponent is not one of this checker')

    def _extreme(self, a, b, shape, greatest):
        """max as b + relu(a - b), min as a - relu(a - b), of two lists of elements; with a constant
        (on either side) a Clip."""
        result = [None] * len(a)
        pairs, clips = [], []
        for k, (x, y) in enumerate(zip(a, b)):
            cx, cy = not isinstance(x, Value), not isinstance(y, Value)
            if cx and cy:
                result[k] = max(x, y) if greatest else min(x, y)
            elif cx or cy:
                c, v = (x, y) if cx else (y, x)
                clips.append((k, v, functions.clip(c, None) if greatest else functions.clip(None, c)))
            else:
                pairs.append(k)
        if clips:
            t = self.activation(Tensor((len(clips),), [v for _, v, _ in clips]), [f for _, _, f in clips])
            for (k, _, _), e in zip(clips, t.elements):
                result[k] = e
        if pairs:
            one = Fraction(1)
            d = self.combine((len(pairs),), [([(a[k], one), (b[k], -one)], Fraction(0)) for k in pairs], 2, 2 * len(pairs), 'max')
            r = self.activation(d, functions.RELU, 'max')
            base = b if greatest else a
            s = self.combine((len(pairs),), [([(base[k], one), (e, one if greatest else -one)], Fraction(0))
                                             for k, e in zip(pairs, r.elements)], 2, 2 * len(pairs), 'max')
            for k, e in zip(pairs, s.elements):
                result[k] = e
        return Tensor(shape, result)

    def _fold(self, n, greatest):
        t = n.inputs[0]
        if all(x.type == 'int' for x in n.inputs):
            shape, lists = self.broadcast(n.inputs)
            return Tensor(shape, [(max if greatest else min)(v) for v in zip(*lists)], 'int')
        _need_real(n.inputs)
        for u in n.inputs[1:]:
            shape, (a, b) = self.broadcast([t, u])
            t = self._extreme(a, b, shape, greatest)
        return t

    def op_Max(self, n):
        return self._fold(n, True)

    def op_Min(self, n):
        return self._fold(n, False)

    # --- products with matrices ---

    def op_MatMul(self, n):
        a, b = n.inputs[:2]
        _need_real([a, b])
        if not a.constant() and not b.constant():
            raise Refused('a product of two computed matrices is not one of this checker')
        return self._matmul(a, b)

    def _matmul(self, a, b, add=None, alpha=Fraction(1), beta=Fraction(1)):
        sa, sb = a.shape, b.shape
        va, vb = len(sa) == 1, len(sb) == 1
        if va:
            sa = (1,) + sa
        if vb:
            sb = sb + (1,)
        if not sa or not sb or sa[-1] != sb[-2]:
            raise Refused('matrices that do not go together')
        batch = self.broadcast([Tensor(sa[:-2], [0] * math.prod(sa[:-2]), 'int'),
                                Tensor(sb[:-2], [0] * math.prod(sb[:-2]), 'int')])[0]
        m, k, p = sa[-2], sa[-1], sb[-1]
        sums = []
        stra = [0 if d == 1 else s for d, s in zip(sa[:-2], _strides(sa[:-2]))]
        strb = [0 if d == 1 else s for d, s in zip(sb[:-2], _strides(sb[:-2]))]
        stra = [0] * (len(batch) - len(stra)) + stra
        strb = [0] * (len(batch) - len(strb)) + strb
        left = a.constant()
        for index in product(*map(range, batch)):
            oa = sum(i * s for i, s in zip(index, stra)) * m * k
            ob = sum(i * s for i, s in zip(index, strb)) * k * p
            for i in range(m):
                for j in range(p):
                    parts = []
                    for l in range(k):
                        x, w = a.elements[oa + i * k + l], b.elements[ob + l * p + j]
                        if left:
                            x, w = w, x
                        parts.append((x, w * alpha))
                    sums.append((parts, Fraction(0)))
        shape = list(batch) + ([] if va else [m]) + ([] if vb else [p])
        terms = 1
        if add is not None:
            full, (_, c) = self.broadcast([Tensor(shape, [0] * len(sums), 'int'), add])
            if tuple(full) != tuple(shape):
                raise Refused('Gemm with a C of another shape')
            if not add.constant():
                terms = 2
                sums = [(parts + [(e, beta)], q) for (parts, q), e in zip(sums, c)]
            else:
                sums = [(parts, e * beta) for (parts, q), e in zip(sums, c)]
        return self.combine(shape, sums, terms, rule='matrix')

    def op_Gemm(self, n):
        a, b = n.inputs[:2]
        c = n.inputs[2] if len(n.inputs) > 2 else None
        _need_real([a, b])
        alpha, beta = n.real('alpha', 1.0), n.real('beta', 1.0)
        if alpha != 1 or beta != 1 and c is not None:
            self.graph.refusals.append('Gemm with alpha or beta other than 1')
        if len(a.shape) != 2 or len(b.shape) != 2:
            raise Refused('Gemm of tensors that are no matrices')
        if n.flag('transA', 0):
            a = _transpose(a, (1, 0))
        if n.flag('transB', 0):
            b = _transpose(b, (1, 0))
        if not a.constant() and not b.constant():
            raise Refused('a product of two computed matrices is not one of this checker')
        return self._matmul(a, b, c, alpha, beta)

    # --- convolutions and pools ---

    def _windows(self, n, size, kernel, dilations=None):
        """Places along each spatial axis: for each place a list of (tap, position)."""
        dims = len(size)
        strides = n.ints('strides', [1] * dims)
        dilations = dilations or n.ints('dilations', [1] * dims)
        pads = n.ints('pads', [0] * (2 * dims))
        auto = n.string('auto_pad', 'NOTSET')
        if n.flag('ceil_mode', 0):
            raise Refused('ceil_mode is not one of this checker')
        if len(strides) != dims or len(pads) != 2 * dims or len(dilations) != dims or min(strides) < 1 or min(dilations) < 1 or min(pads) < 0:
            raise Refused('strides, pads or dilations')
        axes = []
        for q in range(dims):
            span = (kernel[q] - 1) * dilations[q] + 1
            before, after = pads[q], pads[q + dims]
            if auto in ('SAME_UPPER', 'SAME_LOWER'):
                places = -(-size[q] // strides[q])
                need = max(0, (places - 1) * strides[q] + span - size[q])
                before = need // 2 if auto == 'SAME_UPPER' else need - need // 2
                after = need - before
            elif auto == 'VALID':
                before = after = 0
            elif auto != 'NOTSET':
                raise Refused('auto_pad')
            places = (size[q] + before + after - span) // strides[q] + 1
            if places < 1:
                raise Refused('a window larger than its input')
            axes.append([[(k, p * strides[q] + k * dilations[q] - before) for k in range(kernel[q])
                          if 0 <= p * strides[q] + k * dilations[q] - before < size[q]]
                         for p in range(places)])
        return axes

    def op_Conv(self, n):
        x, w = n.inputs[:2]
        b = n.inputs[2] if len(n.inputs) > 2 else None
        if not w.constant() or b is not None and not b.constant():
            raise Refused('Conv with computed weights')
        group = n.int('group', 1)
        size, kernel = x.shape[2:], w.shape[2:]
        if len(x.shape) != len(w.shape) or not size or group < 1 or w.shape[0] % group or x.shape[1] != w.shape[1] * group:
            raise Refused('Conv of shapes that do not go together')
        if n.ints('kernel_shape', list(kernel)) != list(kernel):
            raise Refused('kernel_shape')
        axes = self._windows(n, size, kernel)
        per = w.shape[0] // group
        sx, sw = _strides(x.shape), _strides(w.shape)
        sums = []
        for i in range(x.shape[0]):
            for m in range(w.shape[0]):
                for place in product(*axes):
                    parts = []
                    for c in range(w.shape[1]):
                        channel = m // per * w.shape[1] + c
                        for taps in product(*place):
                            xi = i * sx[0] + channel * sx[1] + sum(t[1] * s for t, s in zip(taps, sx[2:]))
                            wi = m * sw[0] + c * sw[1] + sum(t[0] * s for t, s in zip(taps, sw[2:]))
                            parts.append((x.elements[xi], w.elements[wi]))
                    sums.append((parts, b.elements[m] if b is not None else Fraction(0)))
        return self.combine((x.shape[0], w.shape[0]) + tuple(map(len, axes)), sums, rule='matrix')

    def _pool(self, n, kernel, axes, collect):
        x = n.inputs[0]
        sx = _strides(x.shape)
        result = []
        for i in range(x.shape[0]):
            for c in range(x.shape[1]):
                for place in product(*axes):
                    result.append(collect([x.elements[i * sx[0] + c * sx[1] + sum(t[1] * s for t, s in zip(taps, sx[2:]))]
                                           for taps in product(*place)]))
        return (x.shape[0], x.shape[1]) + tuple(map(len, axes)), result

    def op_AveragePool(self, n):
        x = n.inputs[0]
        kernel = n.ints('kernel_shape', None)
        axes = self._windows(n, x.shape[2:], kernel)
        if any(not w for axis in axes for w in axis):
            raise Refused('a window that covers no element')
        counted = math.prod(kernel) if n.flag('count_include_pad', 0) else None
        counts = []

        def collect(elements):
            counts.append(counted or len(elements))
            return elements
        shape, windows = self._pool(n, kernel, axes, collect)
        return self._means(shape, windows, counts)

    def op_GlobalAveragePool(self, n):
        x = n.inputs[0]
        axes = [[[(k, k) for k in range(d)]] for d in x.shape[2:]]
        shape, windows = self._pool(n, None, axes, lambda e: e)
        return self._means(shape, windows, [len(w) for w in windows])

    def _means(self, shape, windows, counts):
        one = Fraction(1)
        s = self.combine(shape, [([(e, one) for e in w], Fraction(0)) for w in windows], rule='sum of a mean')
        return self._scale(shape, s.elements, [Fraction(1, c) for c in counts], rule='quotient')

    def op_MaxPool(self, n):
        if len(n.outputs) > 1 and n.outputs[1]:
            raise Refused('the indices of MaxPool')
        x = n.inputs[0]
        kernel = n.ints('kernel_shape', None)
        dims = len(kernel)
        axes = self._windows(n, x.shape[2:], kernel)
        if any(not w for axis in axes for w in axis):
            raise Refused('a window that covers no element')
        for q in range(dims):
            lists = []
            for place in axes[q]:
                lists.append([_slice(x, q + 2, p) for _, p in place])
            x = self._greatest(x, q + 2, lists)
        return x

    def op_GlobalMaxPool(self, n):
        x = n.inputs[0]
        for axis in range(2, len(x.shape)):
            x = self._halves(x, axis, True)
        return x

    def _greatest(self, x, axis, lists):
        """Along an axis: of each list of slices the greatest, two by two."""
        while max(map(len, lists)) > 1:
            a, b, places = [], [], []
            for k, l in enumerate(lists):
                for i in range(0, len(l) - 1, 2):
                    a += l[i]
                    b += l[i + 1]
                    places.append((k, i))
            t = self._extreme(a, b, (len(a),), True).elements
            step = len(lists[0][0])
            done = {p: t[i * step:(i + 1) * step] for i, p in enumerate(places)}
            lists = [[done[k, i] if (k, i) in done else l[i] for i in range(0, len(l), 2)]
                     for k, l in enumerate(lists)]
        return _join(x.shape, axis, [l[0] for l in lists])

    def _halves(self, x, axis, greatest):
        while x.shape[axis] > 1:
            # first of the two halves of the axis, and so on
            def reduce(parts):
                if len(parts) == 1:
                    return parts[0]
                h = len(parts) // 2
                a, b = reduce(parts[:h]), reduce(parts[h:])
                return self._extreme(a, b, (len(a),), greatest).elements
            x = _join(x.shape, axis, [reduce([_slice(x, axis, p) for p in range(x.shape[axis])])])
        return x

    def op_BatchNormalization(self, n):
        x, scale, bias, mean, var = n.inputs[:5]
        if len([o for o in n.outputs if o]) > 1 or n.flag('training_mode', 0):
            raise Refused('BatchNormalization in training')
        if not all(t.constant() for t in n.inputs[1:5]):
            raise Refused('BatchNormalization with computed parameters')
        epsilon = n.real('epsilon', _float32(1e-5))
        fs = []
        inner = math.prod(x.shape[2:])
        channel = []
        for s, b, m, v in zip(scale.elements, bias.elements, mean.elements, var.elements):
            q = v + epsilon
            if q <= 0:
                raise Refused('BatchNormalization with a variance that is not positive')
            a, c = math.isqrt(q.numerator), math.isqrt(q.denominator)
            if a * a == q.numerator and c * c == q.denominator:
                factor = s * Fraction(c, a)
                channel.append(functions.scaling(factor, b - m * factor))
            else:
                from . import fixed
                root = fixed.sqrt(fixed.enclose(q))
                f = fixed.div(fixed.enclose(s), root)
                channel.append(functions.Enclosed(f, fixed.sub(fixed.enclose(b), fixed.mul(fixed.enclose(m), f))))
            channel[-1].normalization = (s, b, m, v, epsilon)
        for k in range(len(x.elements)):
            fs.append(channel[k // inner % x.shape[1]] if len(x.shape) > 1 else channel[0])
        return self.activation(x, fs, rule='normalization')

    # --- reductions ---

    def _axes(self, n, since):
        x = n.inputs[0]
        rank = len(x.shape)
        if self.opset >= since and len(n.inputs) > 1 and n.inputs[1] is not None:
            axes = [int(e) for e in n.inputs[1].elements]
        else:
            axes = n.ints('axes', [])
        if not axes:
            if n.flag('noop_with_empty_axes', 0):
                return None
            axes = list(range(rank))
        return sorted(set(_axis(a, rank) for a in axes))

    def _reduce(self, n, since, combine):
        x = n.inputs[0]
        axes = self._axes(n, since)
        if axes is None:
            return x
        keep = n.flag('keepdims', 1)
        kept = [1 if i in axes else d for i, d in enumerate(x.shape)]
        groups = {}
        for k, index in enumerate(product(*map(range, x.shape))):
            key = tuple(0 if i in axes else v for i, v in enumerate(index))
            groups.setdefault(key, []).append(x.elements[k])
        lists = [groups[i] for i in product(*map(range, kept))]
        shape = kept if keep else [d for i, d in enumerate(x.shape) if i not in axes]
        return combine(shape, lists)

    def op_ReduceSum(self, n):
        one = Fraction(1)
        return self._reduce(n, 13, lambda shape, lists: self.combine(
            shape, [([(e, one) for e in l], Fraction(0)) for l in lists], rule='sum'))

    def op_ReduceMean(self, n):
        return self._reduce(n, 18, lambda shape, lists: self._means(shape, lists, [len(l) for l in lists]))

    def _reduce_extreme(self, n, greatest):
        x = n.inputs[0]
        axes = self._axes(n, 18)
        if axes is None:
            return x
        for a in axes:
            x = self._halves(x, a, greatest)
        if not n.flag('keepdims', 1):
            x = Tensor([d for i, d in enumerate(x.shape) if i not in axes], x.elements)
        return x

    def op_ReduceMax(self, n):
        return self._reduce_extreme(n, True)

    def op_ReduceMin(self, n):
        return self._reduce_extreme(n, False)

    def op_Mean(self, n):
        shape, lists = self.broadcast(n.inputs)
        return self._means(shape, [list(v) for v in zip(*lists)], [len(lists)] * len(lists[0]))

    # --- maps of indices ---

    def op_Identity(self, n):
        return n.inputs[0]

    def op_Dropout(self, n):
        if len([o for o in n.outputs if o]) > 1:
            raise Refused('the mask of Dropout')
        if len(n.inputs) > 2 and n.inputs[2] is not None and any(n.inputs[2].elements):
            raise Refused('Dropout in training')
        return n.inputs[0]

    def op_Flatten(self, n):
        x = n.inputs[0]
        a = n.int('axis', 1)
        a = a + len(x.shape) if a < 0 else a
        return Tensor((math.prod(x.shape[:a]), math.prod(x.shape[a:])), x.elements, x.type)

    def op_Reshape(self, n):
        x, s = n.inputs[:2]
        shape = [int(e) for e in s.elements]
        if not n.flag('allowzero', 0):
            shape = [x.shape[i] if d == 0 and i < len(x.shape) else d for i, d in enumerate(shape)]
        if shape.count(-1) == 1:
            rest = -math.prod(shape)
            if rest <= 0 or len(x.elements) % rest:
                raise Refused('Reshape to another number of elements')
            shape[shape.index(-1)] = len(x.elements) // rest
        if any(d < 0 for d in shape) or math.prod(shape) != len(x.elements):
            raise Refused('Reshape to another number of elements')
        return Tensor(shape, x.elements, x.type)

    def _listed_axes(self, n, since):
        if self.opset >= since:
            return [int(e) for e in n.inputs[1].elements] if len(n.inputs) > 1 and n.inputs[1] is not None else None
        return n.ints('axes', None, False)

    def op_Squeeze(self, n):
        x = n.inputs[0]
        axes = self._listed_axes(n, 13)
        if axes is None:
            axes = [i for i, d in enumerate(x.shape) if d == 1]
        axes = {_axis(a, len(x.shape)) for a in axes}
        if any(x.shape[a] != 1 for a in axes):
            raise Refused('Squeeze of an axis that is not 1')
        return Tensor([d for i, d in enumerate(x.shape) if i not in axes], x.elements, x.type)

    def op_Unsqueeze(self, n):
        x = n.inputs[0]
        axes = self._listed_axes(n, 13)
        rank = len(x.shape) + len(axes)
        axes = sorted(_axis(a, rank) for a in axes)
        shape = list(x.shape)
        for a in axes:
            shape.insert(a, 1)
        return Tensor(shape, x.elements, x.type)

    def op_Transpose(self, n):
        x = n.inputs[0]
        return _transpose(x, tuple(n.ints('perm', list(range(len(x.shape)))[::-1])))

    def op_Concat(self, n):
        ts = n.inputs
        a = _axis(n.int('axis', 1), len(ts[0].shape))
        if len({t.type for t in ts}) > 1 or len({t.shape[:a] + t.shape[a + 1:] for t in ts}) > 1:
            raise Refused('Concat of shapes that do not go together')
        parts = [_slice(t, a, p) for t in ts for p in range(t.shape[a])]
        return _join(ts[0].shape, a, parts, ts[0].type)

    def op_Split(self, n):
        x = n.inputs[0]
        a = _axis(n.int('axis', 0), len(x.shape))
        if self.opset >= 13 and len(n.inputs) > 1 and n.inputs[1] is not None:
            sizes = [int(e) for e in n.inputs[1].elements]
        else:
            sizes = n.ints('split', None, False)
        if sizes is None:
            k = n.int('num_outputs', len(n.outputs))
            step = -(-x.shape[a] // k)
            sizes = [step] * (k - 1) + [x.shape[a] - step * (k - 1)]
            if self.opset < 18 and x.shape[a] % k:
                raise Refused('Split into unequal parts')
        if sum(sizes) != x.shape[a] or min(sizes) < 1:
            raise Refused('Split into parts of another size')
        result, at = [], 0
        for s in sizes:
            result.append(_join(x.shape, a, [_slice(x, a, p) for p in range(at, at + s)], x.type))
            at += s
        return result

    def op_Slice(self, n):
        x = n.inputs[0]
        if self.opset < 10:
            starts, ends = n.ints('starts', []), n.ints('ends', [])
            axes, steps = n.ints('axes', list(range(len(starts)))), [1] * len(starts)
        else:
            lists = [[int(e) for e in t.elements] if t is not None else None for t in n.inputs[1:]] + [None] * 4
            starts, ends = lists[0], lists[1]
            axes = lists[2] if lists[2] is not None else list(range(len(starts)))
            steps = lists[3] if lists[3] is not None else [1] * len(starts)
        for s, e, a, st in zip(starts, ends, axes, steps):
            a = _axis(a, len(x.shape))
            if st == 0:
                raise Refused('Slice with the step 0')
            d = x.shape[a]
            s = s + d if s < 0 else s
            e = e + d if e < 0 else e
            if st > 0:
                chosen = range(min(max(s, 0), d), min(max(e, 0), d), st)
            else:
                chosen = range(min(max(s, 0), d - 1), min(max(e, -1), d - 1), st)
            if not len(chosen):
                raise Refused('a result without elements')
            x = _join(x.shape, a, [_slice(x, a, p) for p in chosen], x.type)
        return x

    def op_Gather(self, n):
        x, i = n.inputs[:2]
        a = _axis(n.int('axis', 0), len(x.shape))
        d = x.shape[a]
        chosen = [int(e) for e in i.elements]
        if any(not -d <= k < d for k in chosen):
            raise Refused('Gather beyond the end')
        t = _join(x.shape, a, [_slice(x, a, k % d) for k in chosen], x.type)
        return Tensor(x.shape[:a] + i.shape + x.shape[a + 1:], t.elements, x.type)

    def op_Expand(self, n):
        x, s = n.inputs[:2]
        shape = [int(e) for e in s.elements]
        _check_size(math.prod(shape))
        full, (e, _) = self.broadcast([x, Tensor(shape, [0] * math.prod(shape), 'int')])
        return Tensor(full, e, x.type)

    def op_Tile(self, n):
        x, r = n.inputs[:2]
        _check_size(len(x.elements) * math.prod(max(int(e), 1) for e in r.elements))
        for a, k in enumerate(int(e) for e in r.elements):
            x = _join(x.shape, a, [_slice(x, a, p) for p in range(x.shape[a])] * k, x.type)
        return x

    def op_Pad(self, n):
        x = n.inputs[0]
        if n.string('mode', 'constant') != 'constant':
            raise Refused('Pad with this mode is not one of this checker')
        if self.opset >= 11:
            pads = [int(e) for e in n.inputs[1].elements]
            value = Fraction(n.inputs[2].elements[0]) if len(n.inputs) > 2 and n.inputs[2] is not None else Fraction(0)
            if len(n.inputs) > 3 and n.inputs[3] is not None:
                raise Refused('Pad with axes is not one of this checker')
        else:
            pads, value = n.ints('pads', None), n.real('value', 0.0)
        rank = len(x.shape)
        for a in range(rank):
            before, after = pads[a], pads[a + rank]
            if before < 0 or after < 0:
                raise Refused('Pad that cuts off is not one of this checker')
            if before or after:
                size = len(x.elements) // x.shape[a]
                _check_size(size * (before + x.shape[a] + after))
                parts = [[value] * size] * before + [_slice(x, a, p) for p in range(x.shape[a])] + [[value] * size] * after
                x = _join(x.shape, a, parts, x.type)
        return x

    # --- constants and shapes ---

    def op_Constant(self, n):
        a = n.attributes
        if 'value' in a:
            return self._initializer(messages(a['value'], 5)[0])
        if 'value_float' in a:
            return Tensor((), [n.real('value_float', None)])
        if 'value_floats' in a:
            data = packed_fixed([v if not isinstance(v, int) else b'' for v in a['value_floats'].get(7, ())])
            values = [fraction(v) for v in struct.unpack('<%df' % (len(data) // 4), data)]
            return Tensor((len(values),), values)
        if 'value_int' in a:
            return Tensor((), [n.int('value_int', 0)], 'int')
        if 'value_ints' in a:
            v = n.ints('value_ints', [])
            return Tensor((len(v),), v, 'int')
        raise Refused('this Constant is not one of this checker')

    def op_ConstantOfShape(self, n):
        shape = [int(e) for e in n.inputs[0].elements]
        _check_size(math.prod(shape))
        if 'value' in n.attributes:
            t = self._initializer(messages(n.attributes['value'], 5)[0])
            return Tensor(shape, t.elements * math.prod(shape), t.type)
        return Tensor(shape, [Fraction(0)] * math.prod(shape))

    def op_Shape(self, n):
        shape = list(n.inputs[0].shape)
        if 'start' in n.attributes or 'end' in n.attributes:
            shape = shape[n.int('start', 0):n.int('end', len(shape)) if 'end' in n.attributes else None]
        return Tensor((len(shape),), shape, 'int')

    def op_Size(self, n):
        return Tensor((), [len(n.inputs[0].elements)], 'int')

    def op_Cast(self, n):
        x, to = n.inputs[0], n.int('to', 1)
        if to in (1, 11):
            if x.type == 'real':
                elements = [e if isinstance(e, Value) else fraction(_float32(float(e)) if to == 1 else float(e))
                            for e in x.elements]
                if any(isinstance(e, Value) for e in elements):
                    self.graph.refusals.append('a Cast of what depends on the input')
                return Tensor(x.shape, elements)
            return Tensor(x.shape, [fraction(_float32(float(e)) if to == 1 else float(e)) for e in x.elements])
        if to in (6, 7) and x.constant():
            if x.type == 'real':
                return Tensor(x.shape, [_int32(math.trunc(e)) for e in x.elements], 'int')
            return Tensor(x.shape, [int(e) for e in x.elements], 'int')
        raise Refused('this Cast is not one of this checker')


def _check_size(elements):
    if elements > _MAX_ELEMENTS:
        raise Refused('a tensor of more than %d elements' % _MAX_ELEMENTS)


class Node:
    """A node's inputs and attributes."""

    def __init__(self, op, attributes, inputs, outputs, reader):
        self.op, self.attributes, self.inputs, self.outputs = op, attributes, inputs, outputs
        self.reader = reader

    def int(self, name, default):
        a = self.attributes.get(name)
        return default if a is None else integer(a, 3)

    def flag(self, name, default):
        value = self.int(name, default)
        if value not in (0, 1):
            raise Refused('%s with %s %d' % (self.op, name, value))
        return value

    def ints(self, name, default, required=True):
        a = self.attributes.get(name)
        if a is None:
            if default is None and required:
                raise Refused('%s without %s' % (self.op, name))
            return default
        return packed_varints(a.get(8, ()))

    def real(self, name, default):
        a = self.attributes.get(name)
        if a is None:
            return None if default is None else Fraction(default)
        v = a.get(2)
        if not v or isinstance(v[-1], int):
            raise Refused('the attribute %s of %s' % (name, self.op))
        return fraction(struct.unpack('<f', v[-1])[0])

    def string(self, name, default):
        a = self.attributes.get(name)
        return default if a is None else text(a, 4)


def _decimal(t):
    if not t.isascii() or not t.isdigit():
        raise Refused('not a decimal number: ' + t[:40])
    return int(t)


def _int32(x):
    if not -(1 << 31) <= x < 1 << 31:
        raise Refused('an integer beyond 32 bits')
    return x


def _need_real(tensors):
    if any(t is None or t.type != 'real' for t in tensors):
        raise Refused('a tensor of another type')


def _axis(a, rank):
    if not -rank <= a < rank:
        raise Refused('an axis beyond the last one')
    return a % rank


def _strides(shape):
    result, s = [], 1
    for d in reversed(shape):
        result.append(s)
        s *= d
    return result[::-1]


def _transpose(x, perm):
    if sorted(perm) != list(range(len(x.shape))):
        raise Refused('Transpose with this perm')
    strides = _strides(x.shape)
    shape = [x.shape[p] for p in perm]
    st = [strides[p] for p in perm]
    return Tensor(shape, [x.elements[sum(i * s for i, s in zip(index, st))]
                          for index in product(*map(range, shape))], x.type)


def _slice(x, axis, position):
    """The elements with one index along an axis, in order."""
    inner = math.prod(x.shape[axis + 1:])
    outer = math.prod(x.shape[:axis])
    d = x.shape[axis]
    result = []
    for o in range(outer):
        start = (o * d + position) * inner
        result += x.elements[start:start + inner]
    return result


def _join(shape, axis, parts, kind='real'):
    """The tensor whose slices along an axis are these."""
    inner = math.prod(shape[axis + 1:])
    outer = math.prod(shape[:axis])
    elements = []
    for o in range(outer):
        for p in parts:
            elements += p[o * inner:(o + 1) * inner]
    return Tensor(shape[:axis] + (len(parts),) + shape[axis + 1:] if isinstance(shape, tuple)
                  else tuple(shape[:axis]) + (len(parts),) + tuple(shape[axis + 1:]), elements, kind)
