"""Region certificates. FORMAT.md section 6. All arithmetic up to the masses is exact."""
from fractions import Fraction
from math import factorial, gcd, prod
import struct

from . import Incomplete, Invalid, Refused, fixed, functions, polytopes
from .coordinates import Space
from .densities import ZERO, at_scale, s_add, s_mul
from .fixed import ONE, P
from .quantities import component_tail, scaled_fraction
from .simplices import BoxPolynomial

_MOST_CELLS = 65_536
_MOST_BITS = 16_384
_MOST_COEFFICIENTS = 100_000


def half_space(a, b):
    """Integers without a common divisor for a . u + b >= 0."""
    d = 1
    for x in list(a) + [b]:
        d = d * x.denominator // gcd(d, x.denominator)
    a, b = [int(x * d) for x in a], int(b * d)
    g = gcd(b, *a) if a else abs(b)
    if g > 1:
        a, b = [x // g for x in a], b // g
    return tuple(a), b


class Tree:
    """The walk over the tree of one branch."""

    def __init__(self, data, at, graph, branch, space, plans):
        self.data, self.at = data, at
        self.graph, self.branch, self.space = graph, branch, space
        self.n = branch.coordinates
        self.neurons = []
        self.gates = graph.gates
        self.measure = Measure(space, plans)
        self.multiplier_bytes = 0

    def take(self, count):
        piece = self.data[self.at:self.at + count]
        if len(piece) < count:
            raise Invalid('the tree ends before all regions are walked')
        self.at += count
        return piece

    def integer(self):
        size, = struct.unpack('>H', self.take(2))
        if size == 0:
            raise Invalid('an integer without bytes')
        return int.from_bytes(self.take(size), 'big', signed=True), size

    def run(self):
        n = self.n
        values = []
        for a in self.branch.inputs:
            v = [Fraction(0)] * n
            for q, c in a.terms:
                v[q] = c
            values.append((v, a.constant))
        ends = self.measure.ends
        spaces = []
        for q in range(n):
            unit = [Fraction(int(p == q)) for p in range(n)]
            spaces.append(half_space(unit, -ends[q][0]))
            spaces.append(half_space([-x for x in unit], ends[q][1]))
        bounds = []
        stack = [(values, (0, 0, 0), spaces, polytopes.box(ends) if n else None)]
        while stack:
            values, place, spaces, polytope = stack.pop()
            node, place, values = self.advance(values, place)
            rule = self.take(1)[0]
            if rule == 0x05:
                raise Incomplete('the tree leaves a region out')
            if node is None:
                if rule != 0x00:
                    raise Invalid('the rule %02x where no neuron is left' % rule)
                bounds.append(self.leaf(spaces, polytope))
                continue
            if rule not in (0x01, 0x02, 0x03):
                raise Invalid('the rule %02x where a neuron is left' % rule)
            (a, b), t = node
            above = half_space(a, b - t)
            below = half_space([-x for x in a], t - b)
            on, off = self.above(place), self.below(place, values)
            if rule == 0x01:
                if len(spaces) > 100_000:
                    raise Invalid('too many half-spaces')
                stack.append((list(values), on, spaces + [above], self.cut(polytope, above, len(spaces))))
                stack.append((off[1], off[0], spaces + [below], self.cut(polytope, below, len(spaces))))
                continue
            self.combination(spaces, below if rule == 0x02 else above)
            if rule == 0x02:
                stack.append((values, on, spaces, polytope))
            else:
                stack.append((off[1], off[0], spaces, polytope))
        return bounds

    def cut(self, polytope, space, name):
        p = polytopes.cut(polytope, self.n, space[0], space[1], name)
        if len(p) > polytopes.MOST_VERTICES:
            raise Invalid('a polytope of too many vertices')
        return p

    # the enumeration: place = (gate, neuron, number of kinks that the neuron is known to be above)

    def above(self, place):
        g, i, k = place
        return g, i, k + 1

    def below(self, place, values):
        """The neuron is on the piece that ends at the kink."""
        g, i, k = place
        gate = self.gates[g]
        values = list(values)
        values.append(self.piece(gate.functions[i], k, values[gate.arguments[i]]))
        return (g, i + 1, 0), values

    @staticmethod
    def piece(f, k, x):
        s, c = f.pieces[k]
        return [s * y for y in x[0]], s * x[1] + c

    def advance(self, values, place):
        """Goes on to the next node: ((affine function, kink) or None, place, values)."""
        g, i, k = place
        values = list(values)
        while g < len(self.gates):
            gate = self.gates[g]
            if gate.kind == 'affine':
                for row in gate.rows:
                    values.append(self.affine(row, values))
                g, i, k = g + 1, 0, 0
                continue
            while i < gate.size():
                f = gate.functions[i]
                x = values[gate.arguments[i]]
                if not any(x[0]):
                    k = sum(1 for t in f.knots if x[1] >= t)
                elif k < len(f.knots):
                    return (x, Fraction(f.knots[k])), (g, i, k), values
                values.append(self.piece(f, k, x))
                i, k = i + 1, 0
            g, i, k = g + 1, 0, 0
        return None, (g, i, k), values

    def affine(self, row, values):
        a, b = [Fraction(0)] * self.n, row.constant
        for j, w in row.weights.items():
            x = values[j]
            a = [p + w * q for p, q in zip(a, x[0])]
            b += w * x[1]
        if any(max(x.numerator.bit_length(), x.denominator.bit_length()) > _MOST_BITS for x in a + [b]):
            raise Refused('an affine function with too long numbers')
        return a, b

    def combination(self, spaces, side):
        """Checks that the sum of multiples is a constant that is at most 0."""
        m, _ = self.integer()
        if m <= 0:
            raise Invalid('a multiplier that is not positive')
        a = [m * x for x in side[0]]
        b = m * side[1]
        count, = struct.unpack('>H', self.take(2))
        for _ in range(count):
            number, = struct.unpack('>I', self.take(4))
            m, _ = self.integer()
            self.multiplier_bytes += (m.bit_length() + 8) // 8
            if self.multiplier_bytes > 1 << 24:
                raise Invalid('more than 2^24 bytes of multipliers')
            if m <= 0 or number >= len(spaces):
                raise Invalid('a multiplier that is not positive, or a half-space that is not there')
            s = spaces[number]
            a = [x + m * y for x, y in zip(a, s[0])]
            b += m * s[1]
        if any(a) or b > 0:
            raise Invalid('a combination that proves nothing')

    def leaf(self, spaces, polytope):
        numerators = [self.integer()[0] for _ in range(self.n)]
        d, _ = self.integer()
        lower, upper = struct.unpack('>dd', self.take(16))
        if d <= 0:
            raise Invalid('a denominator that is not positive')
        for a, b in spaces:
            if sum(x * y for x, y in zip(a, numerators)) + b * d <= 0:
                raise Invalid('a point that is not inside of its region')
        if not 0 <= lower <= upper < float('inf'):
            raise Invalid('bounds of a region out of order')
        lower, upper = Fraction(lower), Fraction(upper)
        lo, hi = self.measure.mass(polytope)
        whole = self.measure.whole
        if not self.measure.whole_fits(lower, upper):
            raise Invalid('bounds of a region beyond the mass of its branch')
        if not (lower <= lo and hi <= upper):
            raise Invalid('a region between %.17g and %.17g, computed between %.17g and %.17g' % (
                float(lower), float(upper), float(lo), float(hi)))
        return lower, upper


class Measure:
    """Masses of polytopes in one branch."""

    def __init__(self, space, plans):
        self.space, self.n = space, space.n
        self.plans = plans
        self.whole = space.total_weight
        self.ends, self.cuts = [], []
        for c, (_, cuts) in zip(space.coordinates, plans):
            lows = [d.domain()[0] for d in c.distributions]
            highs = [d.domain()[1] for d in c.distributions]
            lo = c.truncation[0].fraction() * c.scale + c.shift if None in lows else min(lows)
            hi = c.truncation[1].fraction() * c.scale + c.shift if None in highs else max(highs)
            self.ends.append((lo, hi))
            inner = set()
            for d, m in zip(c.distributions, c.components):
                if m.inverse[0] == m.inverse[1]:
                    inner |= {k / m.inverse[0] + m.own_shift for k in m.density.knots}
                elif m.density.knots:
                    raise Refused('a kink of a density that is no fraction')
                inner |= {e for e in d.domain() if e is not None}
            # cuts outside are without effect, and may be too long to be written out
            least, greatest = (lo - c.shift) / c.scale, (hi - c.shift) / c.scale
            inner |= {x.fraction() * c.scale + c.shift for x in cuts if least < x and x < greatest}
            self.cuts.append(sorted(x for x in inner if lo < x < hi))
        if prod(len(c) + 1 for c in self.cuts) > _MOST_CELLS:
            raise Invalid('too many cells')
        if prod(d + 1 for d, _ in plans) > _MOST_COEFFICIENTS:
            raise Invalid('too many coefficients')
        self.polynomials = {}
        tails = Fraction(0)
        for q, c in enumerate(space.coordinates):
            for upper in (False, True):
                if c.open_upper if upper else c.open_lower:
                    end = c.root[1] if upper else c.root[0]
                    for j, w in enumerate(space.weights):
                        t = component_tail(c.components[j], end, upper, 0)
                        others = Fraction(1)
                        for p, other in enumerate(space.coordinates):
                            if p != q:
                                others *= scaled_fraction(other.components[j].total)
                        tails += w * others * scaled_fraction(t)
        self.tails = tails

    def whole_fits(self, lower, upper):
        """At most the branch's mass, rounded up to a double."""
        import math
        w = float(self.whole)
        if Fraction(w) < self.whole:
            w = math.nextafter(w, math.inf)
        return upper <= Fraction(w)

    def mass(self, polytope):
        """(lower, upper) fractions of a polytope's mass, with the tails."""
        if self.n == 0:
            return self.whole, self.whole
        low = high = Fraction(0)
        count = [0]
        for index, part in self._cells(polytope, 0, ()):
            a, b = self._cell(index, part, count)
            low += a
            high += b
        return low, min(high + self.tails, self.whole)

    def _cells(self, polytope, q, index):
        """The parts of a polytope between the cuts of all coordinates."""
        if len(polytope) <= self.n:
            return
        if q == self.n:
            yield index, polytope
            return
        lo, hi = min(v[q] for v in polytope), max(v[q] for v in polytope)
        cuts = self.cuts[q]
        rest = polytope
        a = [0] * self.n
        for k, x in enumerate(cuts):
            if x <= lo:
                continue
            if x >= hi:
                yield from self._cells(rest, q + 1, index + (k,))
                return
            a[q] = -1
            yield from self._cells(polytopes.cut(rest, self.n, tuple(a), x, ('cut', q, k, 0)), q + 1, index + (k,))
            a[q] = 1
            rest = polytopes.cut(rest, self.n, tuple(a), -x, ('cut', q, k, 1))
        yield from self._cells(rest, q + 1, index + (len(cuts),))

    def _polynomial(self, index):
        hit = self.polynomials.get(index)
        if hit is None:
            sides, ends = [], []
            for q, k in enumerate(index):
                edges = [self.ends[q][0]] + self.cuts[q] + [self.ends[q][1]]
                c = self.space.coordinates[q]
                sides.append(tuple(fixed.enclose((x - c.shift) / c.scale) for x in edges[k:k + 2]))
                ends.append((edges[k], edges[k + 1]))
            box = tuple(sides)
            mass = self.space.mass(box)
            poly = None
            if not self.space.touches_pole(box):
                poly = BoxPolynomial(self.space, box, [d for d, _ in self.plans])
            hit = self.polynomials[index] = (ends, Fraction(mass[1]) * Fraction(2) ** (mass[2] - P), poly)
        return hit

    def _cell(self, index, part, count):
        ends, mass, poly = self._polynomial(index)
        if poly is None:
            return Fraction(0), mass
        low = high = Fraction(0)
        for s in polytopes.simplices(part, self.n):
            count[0] += 1
            if count[0] > polytopes.MOST_SIMPLICES:
                raise Invalid('too many simplices')
            vertices = [tuple((x - lo) / (hi - lo) for x, (lo, hi) in zip(v, ends)) for v in s]
            base = vertices[0]
            d = abs(polytopes.determinant([[x - y for x, y in zip(v, base)] for v in vertices[1:]]))
            if d == 0:
                continue
            volume = d / factorial(self.n)
            mean, error = mean_over(poly, vertices)
            scale = Fraction(2) ** (poly.e - P)
            a = max((mean - error) * scale, 0) * volume
            b = max((mean + error) * scale, 0) * volume
            low += min(a, mass)
            high += min(b, mass)
        return low, min(high, mass)


def mean_over(poly, vertices):
    """Mean of a polynomial (tensor in s of [0, 1]^n) over a simplex: (value, bound of its error),
    integers at the polynomial's scale."""
    n = poly.n
    keys = sorted(poly.tensor, key=lambda k: (sum(k), k))
    wanted = set()

    def add(k):
        if k in wanted:
            return
        wanted.add(k)
        for q in range(n):
            if k[q]:
                add(k[:q] + (k[q] - 1,) + k[q + 1:])
    for k in keys:
        add(k)
    order = sorted(wanted, key=sum)
    G = {k: 0 for k in order}
    zero = (0,) * n
    G[zero] = ONE
    if zero not in wanted:
        order.insert(0, zero)
    for v in vertices:
        w = [fixed.down(x) for x in v]
        for k in order:
            t = 0
            for q in range(n):
                if k[q]:
                    t += k[q] * w[q] * G[k[:q] + (k[q] - 1,) + k[q + 1:]]
            if t:
                G[k] += t // ((n + sum(k)) << P)
    total = size = 0
    for k, c in poly.tensor.items():
        total += c * G[k]
        size += abs(c)
    # each vertex adds at most two units of rounding to each mean, and so do those it is made of
    degree = poly.degree + 1
    error = (size * (3 * (n + 1) * degree) >> P) + 1
    return total >> P, error + poly.rest


def check(statement, graph, certificate):
    for g in graph.gates:
        if g.kind == 'activation' and not all(isinstance(f, functions.Piecewise) for f in g.functions):
            raise Refused('a network that is not piecewise linear, or whose pieces are no fractions')
    law = statement.law
    at = coordinate = count = 0
    for number, branch in enumerate(law.branches):
        n = branch.coordinates
        space = Space(branch, tuple(certificate.truncations[coordinate:coordinate + n]))
        tree = Tree(certificate.tree, at, graph, branch, space, certificate.plans[coordinate:coordinate + n])
        coordinate += n
        bounds = tree.run()
        at = tree.at
        count += len(bounds)
        low, high = sum(a for a, _ in bounds), sum(b for _, b in bounds)
        if not law.has_within() and not low <= space.total_weight <= high:
            raise Invalid('the regions of branch %d do not add up to its mass' % number)
    if at != len(certificate.tree):
        raise Invalid('bytes behind the tree')
    if count != certificate.regions:
        raise Invalid('%d regions instead of %d' % (count, certificate.regions))
    return 0, ['VALID', 'regions: %d' % count]
