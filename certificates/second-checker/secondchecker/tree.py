"""The walk over the proof tree. FORMAT.md section 5."""
from fractions import Fraction
import math
import struct

from . import Incomplete, Invalid, TooFine, condense, fixed
from .cells import BoxLeaf, SimplexLeaf, Triangulation
from .fixed import ONE, P

_MOST_CUTS = 10_000


class Box:
    __slots__ = ('sides', 'condensed', 'depth')

    def __init__(self, sides, condensed, depth):
        self.sides, self.condensed, self.depth = sides, condensed, depth


class Condensation:
    """A "condense" on a box: the condensed network, made when a leaf asks for it."""
    __slots__ = ('network', 'space', 'box', 'before', '_result', '_done')

    def __init__(self, network, space, box, before):
        self.network, self.space, self.box, self.before = network, space, box, before
        self._done, self._result = False, None

    def get(self):
        # not by recursion: a file may have any number of them one inside the other
        chain, c = [], self
        while c is not None and not c._done:
            chain.append(c)
            c = c.before
        for c in reversed(chain):
            c._make(c.before._result if c.before is not None else None)
        return self._result

    def _make(self, old):
        try:
            if old is None:
                self._result = condense.from_graph(self.network, self.space, self.box)
            else:
                self._result = condense.again(old, self.box)
        except (OverflowError, ZeroDivisionError):
            self._result = old
        self._done = True


class Walk:
    """Walks the trees of all branches; `visit(space number, hull, make)` is called for each leaf:
    hull() encloses its coordinates, make(deviations) is the leaf."""

    def __init__(self, data, spaces, networks):
        self.data, self.at = data, 0
        self.spaces, self.networks = spaces, networks
        self.cells = 0

    def _take(self, count):
        piece = self.data[self.at:self.at + count]
        if len(piece) < count:
            raise Invalid('the tree ends before all of its cells are leaves')
        self.at += count
        return piece

    def run(self, visit):
        for b in range(len(self.spaces)):
            self._branch(b, visit)
        if self.at != len(self.data):
            raise Invalid('bytes behind the tree')

    def _branch(self, b, visit):
        space, network = self.spaces[b], self.networks[b]
        n = space.n
        most = min(_MOST_CUTS, 10_000_000 // max(n, 1))
        stack = [Box(space.root, None, 0)]
        while stack:
            cell = stack.pop()
            rule = self._take(1)[0]
            if isinstance(cell, Box):
                self._box(b, space, network, cell, rule, stack, visit)
            else:
                self._simplex(b, n, cell, rule, stack, visit)
            if stack and (stack[-1].depth if isinstance(stack[-1], Box) else stack[-1][1]) > most:
                raise Invalid('a tree deeper than %d cuts' % most)

    def _box(self, b, space, network, box, rule, stack, visit):
        n = space.n
        if rule == 0x04:
            visit(b, lambda: [(s[0][0], s[1][1]) for s in box.sides], lambda deviations: BoxLeaf(space, network, box.sides,
                    box.condensed.get() if box.condensed else None, deviations))
        elif rule == 0x05:
            raise Incomplete('the tree leaves a cell out')
        elif rule == 0x06:
            stack.append(Box(box.sides, Condensation(network, space, box.sides, box.condensed), box.depth))
        elif rule == 0x01:
            q, value = struct.unpack('>Hd', self._take(10))
            if value != value or value in (math.inf, -math.inf):
                raise Invalid('a box is split at a value that is no number')
            self._split(box, q, n, fixed.enclose(Fraction(value)), stack)
        elif 0x10 <= rule < 0x10 + 48:
            q = rule - 0x10
            if q >= n:
                raise Invalid('a split of a coordinate that is not there')
            lo, hi = box.sides[q]
            m = 0.5 * _next_double(lo) + 0.5 * _next_double(hi)
            self._split(box, q, n, fixed.enclose(Fraction(m)), stack)
        elif rule == 0x02:
            q, k = struct.unpack('>HI', self._take(6))
            if q >= n or k >= len(space.coordinates[q].knots):
                raise Invalid('a knot that is not there')
            self._split(box, q, n, space.coordinates[q].knots[k], stack)
        elif rule == 0x03:
            degrees = list(self._take(n))
            if any(d > 40 for d in degrees):
                raise Invalid('a degree beyond 40')
            if n > 8:
                raise Invalid('a box of %d coordinates cannot be triangulated' % n)
            for q, side in enumerate(box.sides):
                for k in space.coordinates[q].knots:
                    if k[0] >= side[0][1] and k[1] <= side[1][0] and k != side[0] and k != side[1]:
                        raise Invalid('a box that meets two pieces of a density is triangulated')
            t = Triangulation(space, network, box.sides, degrees)
            stack += [(s, box.depth) for s in reversed(list(t.simplices()))]
        else:
            raise Invalid('the rule %02x does not apply to a box' % rule)

    @staticmethod
    def _split(box, q, n, at, stack):
        if q >= n:
            raise Invalid('a split of a coordinate that is not there')
        lo, hi = box.sides[q]
        if not (lo[1] <= at[0] and at[1] <= hi[0] and lo != at and hi != at):
            outside = at[1] < lo[0] or at[0] > hi[1] or at[0] == at[1] and at in (lo, hi)
            if P < 2000 and not outside:
                raise TooFine
            raise Invalid('a split that is not inside of the side')
        below = box.sides[:q] + ((lo, at),) + box.sides[q + 1:]
        above = box.sides[:q] + ((at, hi),) + box.sides[q + 1:]
        stack.append(Box(above, box.condensed, box.depth + 1))
        stack.append(Box(below, box.condensed, box.depth + 1))

    def _simplex(self, b, n, entry, rule, stack, visit):
        simplex, depth = entry
        if 0x40 <= rule < 0x80:
            if rule >= 0x60:
                degree = self._take(1)[0]
                if degree == 255:
                    raise Invalid('the degree 255')
            level = rule & 31
            visit(b, simplex.hull, lambda deviations: SimplexLeaf(simplex, level, deviations))
        elif rule >= 0x80:
            code, j = rule - 0x80, 1
            while j * (j + 1) // 2 <= code:
                j += 1
            i = code - j * (j - 1) // 2
            ratio, = struct.unpack('>d', self._take(8))
            if j > n or not 0 < ratio < 1:
                raise Invalid('an edge split that is not possible')
            first, second = simplex.split(i, j, Fraction(ratio))
            stack.append((second, depth + 1))
            stack.append((first, depth + 1))
        elif rule == 0x05:
            raise Incomplete('the tree leaves a cell out')
        else:
            raise Invalid('the rule %02x does not apply to a simplex' % rule)


def _next_double(end):
    """The double nearest to the middle of an enclosure."""
    return float(Fraction(end[0] + end[1], 2 * ONE))
