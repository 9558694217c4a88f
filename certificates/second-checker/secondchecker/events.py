"""Events over rows. FORMAT.md section 4, "Comparisons", "Events on a leaf".

A compiled event is True, False, a `Literal` (s (g - t) < 0 or <= 0), or ('and' | 'or', parts).
Negations are pushed down to the literals: not (g <= t) is -(g - t) < 0.
"""
from fractions import Fraction

from . import fixed
from .fixed import ONE, P
from .statement import Comparison, Group, Not


class Literal:
    """sign * (g - t) < 0 (strict) or <= 0, g the row with this number."""
    __slots__ = ('row', 'sign', 't', 'strict', 'down', 'up', 'key')

    def __init__(self, row, sign, t, strict):
        self.row, self.sign, self.t, self.strict = row, sign, t, strict
        self.down, self.up = fixed.enclose(t)
        self.key = (row, sign, t, strict)

    def negated(self):
        return Literal(self.row, -self.sign, self.t, not self.strict)

    def __eq__(self, other):
        return isinstance(other, Literal) and self.key == other.key

    def __hash__(self):
        return hash(self.key)

    def decided(self, least, greatest):
        """Whether it holds for all g between two fixed-point numbers (None: infinite): True, False
        or None."""
        if self.sign > 0:
            if greatest is not None and (greatest < self.up if self.strict else greatest <= self.down):
                return True
            if least is not None and (least >= self.up if self.strict else least > self.down):
                return False
        else:
            if least is not None and (least > self.down if self.strict else least >= self.up):
                return True
            if greatest is not None and (greatest <= self.down if self.strict else greatest < self.up):
                return False
        return None

    def holds(self, g):
        """For an exact g."""
        d = self.sign * (g - self.t)
        return d < 0 or d == 0 and not self.strict


def negate(event):
    if isinstance(event, bool):
        return not event
    if isinstance(event, Literal):
        return event.negated()
    word, parts = event
    return ('or' if word == 'and' else 'and', tuple(negate(p) for p in parts))


def join(word, parts):
    """and / or of compiled events, flattened; decided parts are replaced."""
    result = []
    for p in parts:
        if isinstance(p, bool):
            if p == (word == 'or'):
                return p
            continue
        if isinstance(p, tuple) and p[0] == word:
            result += p[1]
        else:
            result.append(p)
    unique = list(dict.fromkeys(result))
    if not unique:
        return word == 'and'
    return unique[0] if len(unique) == 1 else (word, tuple(unique))


def both(a, b):
    return join('and', (a, b))


def compile_event(event, rows):
    """The compiled form of a statement's event; `rows.compared(form)` gives a row and a function that
    moves comparisons."""
    if isinstance(event, Not):
        return negate(compile_event(event.event, rows))
    if isinstance(event, Group):
        return join(event.word, [compile_event(p, rows) for p in event.parts])
    assert isinstance(event, Comparison)
    sign = 1 if event.relation in ('<', '<=') else -1
    return rows.literal(event.form, sign, event.limit, event.relation in ('<', '>'))


def literals(event, into=None):
    into = [] if into is None else into
    if isinstance(event, Literal):
        into.append(event)
    elif not isinstance(event, bool):
        for p in event[1]:
            literals(p, into)
    return into


def simplify(event, decide):
    """The event with decided literals replaced; `decide` gives True, False or None."""
    if isinstance(event, bool):
        return event
    if isinstance(event, Literal):
        d = decide(event)
        return event if d is None else d
    return join(event[0], [simplify(p, decide) for p in event[1]])


def evaluate(event, truth):
    """The truth value where each literal has one."""
    if isinstance(event, bool):
        return event
    if isinstance(event, Literal):
        return truth(event)
    if event[0] == 'and':
        return all(evaluate(p, truth) for p in event[1])
    return any(evaluate(p, truth) for p in event[1])


def decide_with(ranges):
    """Decides literals by ranges of rows."""
    def decide(l):
        if isinstance(l.row, tuple):
            return l.row[2] if ranges[l.row[1]] != (None, None) else None
        return l.decided(*ranges[l.row])
    return decide


class LeafEvents:
    """Masses of events on one leaf. `cell` gives mass(), below(row, t, strict) and above(row, t,
    strict) as pairs, and on boxes `combination`."""

    def __init__(self, cell):
        self.cell = cell
        self.mass = cell.mass()
        self.cache = {}

    def decide(self, literal):
        if isinstance(literal.row, tuple):
            # decided by a clamp (level F): certain where the deviation is finite
            return literal.row[2] if self.cell.row(literal.row[1]) is not None else None
        least, greatest = self.cell.range(literal.row)
        d = literal.decided(least, greatest)
        if d is None:
            g = self.cell.constant(literal.row)
            if g is not None:
                return literal.holds(g)
        return d

    def enclosures(self, event):
        """((lower, upper) of the mass inside, (lower, upper) of that outside)."""
        event = simplify(event, self.decide)
        return self._enclosures(event)

    def _enclosures(self, event):
        lo, hi = self.mass
        if event is True:
            return (lo, hi), (0, 0)
        if event is False:
            return (0, 0), (lo, hi)
        hit = self.cache.get(event)
        if hit is None:
            rows = {l.row for l in literals(event)}
            hit = self._one_form(event, rows.pop()) if len(rows) == 1 else self._several(event)
            hit = self._trim(hit)
            self.cache[event] = hit
        return hit

    def _trim(self, pair):
        """What is inside is the mass less what is outside, and the other way round."""
        lo, hi = self.mass
        (a, b), (c, d) = pair
        b, d = min(b, hi), min(d, hi)
        a, c = max(a, lo - d, 0), max(c, lo - b, 0)
        b, d = min(b, hi - c), min(d, hi - a)
        return (a, max(b, a)), (c, max(d, c))

    # one form

    def _one_form(self, event, row):
        cell = self.cell
        # sets D in the order of inclusion: g < t before g <= t
        sets = sorted({(l.t, not l.strict if l.sign > 0 else l.strict) for l in literals(event)})
        # of sign -1: -(g - t) < 0 (strict) is the complement of g <= t (closed)
        place = {d: i for i, d in enumerate(sets)}
        pieces = []
        for p in range(len(sets) + 1):
            def truth(l):
                i = place[(l.t, not l.strict if l.sign > 0 else l.strict)]
                inside = i >= p
                return inside if l.sign > 0 else not inside
            pieces.append(evaluate(event, truth))
        below = [cell.below(row, t, not closed) for t, closed in sets]

        def runs(wanted):
            a = b = 0
            k = len(sets)
            p = 0
            while p <= k:
                if pieces[p] != wanted:
                    p += 1
                    continue
                q = p
                while q < k and pieces[q + 1] == wanted:
                    q += 1
                if p == 0 and q == k:
                    return self.mass
                if p == 0:
                    x, y = below[q]
                elif q == k:
                    t, closed = sets[p - 1]
                    x, y = cell.above(row, t, closed)
                else:
                    x = max(0, below[q][0] - below[p - 1][1])
                    y = below[q][1] - below[p - 1][0]
                a += x
                b += max(y, 0)
                p = q + 1
            return a, b
        return runs(True), runs(False)

    # several forms

    def _several(self, event):
        word, parts = event
        if word == 'or':
            a, b = self._several(negate(event))
            return b, a
        # an 'and': literals of one form are one part
        groups, others = {}, []
        for p in parts:
            if isinstance(p, Literal):
                groups.setdefault(p.row, []).append(p)
            else:
                others.append(p)
        members = [join('and', g) for g in groups.values()] + others
        pairs = [p for p in members if isinstance(p, Literal)]
        if self.cell.is_box and len(pairs) > 1:
            kept = self._without_implied(pairs)
            members = [p for p in members if not isinstance(p, Literal) or p in kept]
            if len(members) == 1:
                return self._enclosures(members[0])
        enclosures = [self._enclosures(p) for p in members]
        result = frechet(enclosures, self.mass)
        if self.cell.is_box:
            single = [i for i, p in enumerate(members) if isinstance(p, Literal)]
            single.sort(key=lambda i: -enclosures[i][1][1])
            if len(single) > 1:
                i, j = single[:2]
                joined = self._pair(members[i], members[j], enclosures[i], enclosures[j])
                if joined is not None:
                    rest = [e for k, e in enumerate(enclosures) if k not in (i, j)]
                    other = frechet([joined] + rest, self.mass)
                    result = intersect(result, other)
        return result

    def _without_implied(self, pairs):
        """Drops each comparison that another one implies: s' g' - s g below s' t' - s t."""
        kept = list(pairs)
        for second in pairs:
            for first in kept:
                if first is second:
                    continue
                gap = second.sign * second.t - first.sign * first.t
                most = self.cell.combination(((second.row, second.sign * ONE), (first.row, -first.sign * ONE)))
                if most is not None and most < fixed.down(gap):
                    kept = [k for k in kept if k is not second]
                    break
        return kept

    def _pair(self, a, b, ea, eb):
        """Enclosures of two comparisons together: both hold where a line between them does."""
        cell = self.cell
        u = cell.combination(((a.row, a.sign * ONE), (b.row, -b.sign * ONE)))
        v = cell.combination(((b.row, b.sign * ONE), (a.row, -a.sign * ONE)))
        if u is None or v is None:
            return None
        # u, v: greatest values of G - H and H - G, with G = s (g - t)
        shift = a.sign * a.t - b.sign * b.t
        u, v = u + fixed.up(-shift), v + fixed.up(shift)
        if u <= 0 or v <= 0:
            s = 0 if u <= 0 else ONE
        else:
            s = (u << P) // (u + v)
        most = max(fixed.ceil_shift((ONE - s) * u, P), fixed.ceil_shift(s * v, P))
        low = cell.joint(a, b, s, most)
        (al, ah), (ao, aO) = ea
        (bl, bh), (bo, bO) = eb
        lo, hi = self.mass
        inside = max(low, al - bO, bl - aO, 0), min(ah, bh)
        return inside, (max(ao, bo), min(aO + bO, hi - low))


def intersect(x, y):
    return tuple((max(a, c), min(b, d)) for (a, b), (c, d) in zip(x, y))


def frechet(enclosures, mass):
    """All of several parts, from (inside, outside) of each."""
    total = sum(o[1] for _, o in enclosures)
    lower = max(max(i[0] - (total - o[1]) for i, o in enclosures), 0)
    upper = min(min(i[1] for i, _ in enclosures), mass[1])
    return (lower, upper), (max(o[0] for _, o in enclosures), min(total, mass[1]))
