"""Polynomials in Bernstein form over simplices, masses and integrals.

FORMAT.md section 4, "Mass below a threshold" and "Integrals on a leaf"; section 5, "Triangulate"
and "Edge split". Densities are those of the box in unit coordinates s of [0, 1]^n: density times
volume of the box. Coefficients are integers at the scale 2^(e - P).
"""
from functools import lru_cache
from itertools import product
from math import comb, factorial, prod

from . import Invalid, Refused, fixed
from .caches import sized
from .fixed import ONE, P

_MOST_COEFFICIENTS = 100_000         # of a form over a simplex
_MOST_TERMS = 200_000                # of a product of polynomials before it is lowered
_MOST_REMEMBERED = 5_000

def check_size(n, degree):
    """Refuses a form of more than 100,000 coefficients, before anything is computed."""
    if comb(n + degree, n) > _MOST_COEFFICIENTS:
        raise Invalid('a density of degree %d in %d coordinates has too many coefficients' % (degree, n))


@sized(lambda result: 2 * len(result[0]))
def indices(n, degree):
    """All multi-indices of n + 1 numbers with the sum `degree`, and a dictionary of their places."""
    result = []

    def walk(prefix, left, rest):
        if left == 0:
            result.append(prefix + (rest,))
            return
        for k in range(rest, -1, -1):
            walk(prefix + (k,), left - 1, rest - k)
    walk((), n, degree)
    return result, {a: i for i, a in enumerate(result)}


@sized(lambda result: sum(map(len, result)) + len(result))
def chains(n, degree, i, j):
    """For the edge from v_i to v_j: lists of places whose multi-indices differ in a_i, a_j only, in
    ascending a_j."""
    all_, place = indices(n, degree)
    result = []
    for a in all_:
        if a[j] == 0:
            chain, b = [], list(a)
            for _ in range(a[i] + 1):
                chain.append(place[tuple(b)])
                b[i] -= 1
                b[j] += 1
            result.append(chain)
    return result


class BoxPolynomial:
    """The density of a box as a polynomial in n coordinates: tensor in s, remainder, exponent."""

    def __init__(self, space, box, degrees):
        n = space.n
        exponent = None
        parts = []
        for j, w in enumerate(space.scaled_weights):
            polys = [space.coordinates[q].components[j].polynomial(box[q], degrees[q]) for q in range(n)]
            if any(not any(c) and rest == 0 for c, rest, _, _ in polys):
                continue
            e = w[2] + sum(p[2] for p in polys)
            parts.append((w, polys, e))
        exponent = max((e for _, _, e in parts), default=0)
        if any(prod(len(p[0]) for p in polys) > _MOST_TERMS for _, polys, _ in parts):
            raise Refused('a product of polynomials of more than %d terms' % _MOST_TERMS)
        total = {}
        rest = 0
        for w, polys, e in parts:
            # product of coefficients, and of what they are surely below
            tensor = {(): (w[0] + w[1]) >> 1}
            error = (w[1] - w[0] + 1) >> 1
            size = w[1]
            bound, errors = size, 0
            for c, r, _, s in polys:
                new = {}
                for k, x in tensor.items():
                    for i, y in enumerate(c):
                        if y:
                            p = x * y
                            new[k + (i,)] = p >> P
                            if p & (ONE - 1):
                                errors += 1
                # (bound + full)(s + r) - bound s, kept as the excess over the product of bounds
                error = fixed.ceil_shift(error * (s + r) + bound * r, P)
                tensor = new
                bound = fixed.ceil_shift(bound * s, P)
                if errors:
                    error, errors = error + errors, 0
            d = e - exponent
            rest += fixed.shift_up(error, d)
            for k, x in tensor.items():
                y = fixed.shift(x, d)
                if d < 0 and x & ((1 << -d) - 1):
                    rest += 1
                total[k] = total.get(k, 0) + y
        self.n, self.e = n, exponent
        # powers above a total degree may be left out, an eighth of the remainder in all
        allowance, out = rest >> 3, 0
        by_degree = {}
        for k, x in total.items():
            by_degree.setdefault(sum(k), []).append(k)
        for d in sorted(by_degree, reverse=True):
            s = sum(abs(total[k]) for k in by_degree[d])
            if out + s > allowance or d == 0:
                break
            out += s
            for k in by_degree[d]:
                del total[k]
        self.rest = rest + out
        self.degree = max((sum(k) for k, x in total.items() if x), default=0)
        total = {k: x for k, x in total.items() if x}
        # xi = 2 s - 1, axis by axis, exactly
        for q in range(n):
            new = {}
            for k, x in total.items():
                m = k[q]
                for i in range(m + 1):
                    key = k[:q] + (i,) + k[q + 1:]
                    v = x * comb(m, i) << i
                    new[key] = new.get(key, 0) + (v if (m - i) % 2 == 0 else -v)
            total = new
        self.tensor = total

    def kuhn(self, permutation):
        """Coefficients of the Bernstein form over the simplex of a permutation, and the remainder."""
        n, D = self.n, self.degree
        check_size(n, D)
        terms = {}
        for k, x in self.tensor.items():
            key = (D - sum(k),) + tuple(k[q] for q in permutation)
            terms[key] = terms.get(key, 0) + x
        for i in range(n):
            # sigma_i = lambda_i + sigma_(i+1)
            new = {}
            for k, x in terms.items():
                m = k[i]
                for j in range(m + 1):
                    key = k[:i] + (m - j, k[i + 1] + j) + k[i + 2:]
                    new[key] = new.get(key, 0) + x * comb(m, j)
            terms = new
        all_, _ = indices(n, D)
        result, inexact = [], 0
        for a in all_:
            m = factorial(D)
            for v in a:
                m //= factorial(v)
            q, r = divmod(terms.get(a, 0), m)
            result.append(q)
            inexact = inexact or r
        return result, self.rest + (1 if inexact else 0)


class Form:
    """The density over one simplex: coefficients (Bernstein, degree D), remainder and exponent e.
    The volume is that of the simplex in unit coordinates of the box, an enclosure (lower, upper)
    at scale 2^(volume_e - P)."""
    __slots__ = ('n', 'degree', 'c', 'rest', 'e', 'volume', '_sums')

    def __init__(self, n, degree, c, rest, e, volume):
        self.n, self.degree, self.c, self.rest, self.e = n, degree, c, rest, e
        self.volume = volume
        self._sums = None

    def split(self, i, j, ratio):
        """The forms over the two parts of an edge split: v_j replaced, v_i replaced; ratio is an
        enclosure."""
        c, r = self.c, ratio[0]
        # a ratio that is no multiple of 2^-P moves each average by a unit of the difference
        wide = ratio[1] - ratio[0]
        left, right = list(c), list(c)
        for chain in chains(self.n, self.degree, i, j):
            b = [c[k] for k in chain]
            m = len(b) - 1
            if m == 0:
                continue
            left[chain[0]], right[chain[m]] = b[0], b[m]
            for level in range(1, m + 1):
                b = [((x << P) + r * (y - x)) >> P for x, y in zip(b, b[1:])]
                left[chain[level]] = b[0]
                right[chain[m - level]] = b[-1]
        rest = self.rest + self.degree
        if wide:
            rest += self.degree * (2 * max(map(abs, c)) * wide >> P) + self.degree
        lo, hi, e = self.volume
        a = (lo * ratio[0] >> P, fixed.ceil_shift(hi * ratio[1], P))
        b = (lo * (ONE - ratio[1]) >> P, fixed.ceil_shift(hi * (ONE - ratio[0]), P))
        return (Form(self.n, self.degree, left, rest, self.e, _normal(a + (e,))),
                Form(self.n, self.degree, right, rest, self.e, _normal(b + (e,))))

    # integrals: pairs (lower, upper) with the exponent self.exponent

    @property
    def exponent(self):
        return self.e + self.volume[2]

    def _scale(self, lo, hi):
        """Times the volume."""
        vl, vh, _ = self.volume
        return ((lo * (vl if lo >= 0 else vh)) >> P, fixed.ceil_shift(hi * (vh if hi >= 0 else vl), P))

    def mass(self):
        s, n = sum(self.c), len(self.c)
        lo, hi = self._scale(s // n - self.rest, -(-s // n) + self.rest)
        return max(lo, 0), max(hi, 0)

    def below(self, values, t):
        """Enclosure of the mass where the affine function with these vertex values is at most t.
        The mass is that of {y <= t} and of {y < t} unless y is t everywhere, when it is that of
        {y <= t}: the whole."""
        if all(v <= t for v in values):
            return self.mass()
        if all(v >= t for v in values):
            return 0, 0
        order = sorted(range(self.n + 1), key=lambda i: values[i])
        y = [values[i] for i in order]
        p = sum(v <= t for v in y)
        s, error = varsi(self.n, self.degree, order, p, self.c, y, t)
        share_hi = ONE
        if self.rest:
            f, fe = varsi(self.n, 0, None, p, [ONE], y, t)
            share_hi = min(f + fe, ONE)
        n = len(self.c)
        rest = fixed.ceil_shift(self.rest * share_hi, P)
        lo, hi = self._scale((s - error) // n - rest, -(-(s + error) // n) + rest)
        m = self.mass()
        return max(lo, 0), max(min(hi, m[1]), 0)

    def moments(self):
        """(sum_a c_a (a_i + 1)) for each i, and the same with (a_i + 1)(a_j + 1 + [i = j])."""
        if self._sums is None:
            n, c = self.n, self.c
            all_, _ = indices(n, self.degree)
            first = [0] * (n + 1)
            second = [[0] * (n + 1) for _ in range(n + 1)]
            for a, x in zip(all_, c):
                if x:
                    for i in range(n + 1):
                        xi = x * (a[i] + 1)
                        first[i] += xi
                        row = second[i]
                        for j in range(i, n + 1):
                            row[j] += xi * (a[j] + 1 + (i == j))
            self._sums = first, second
        return self._sums

    def integral(self, values):
        """Enclosure of the integral of the affine function with these vertex values."""
        first, _ = self.moments()
        N, n, D = len(self.c), self.n, self.degree
        s = sum(v * m for v, m in zip(values, first))
        d = N * (D + n + 1) << P
        rest = fixed.ceil_shift(self.rest * sum(map(abs, values)), P) // (n + 1) + 1
        return self._scale(s // d - rest, -(-s // d) + rest)

    def product(self, x, y):
        """Enclosure of the integral of the product of two affine functions (vertex values)."""
        _, second = self.moments()
        N, n, D = len(self.c), self.n, self.degree
        s = size = 0
        for i in range(n + 1):
            row = second[i]
            for j in range(i, n + 1):
                p = x[i] * y[i] if i == j else x[i] * y[j] + x[j] * y[i]
                s += p * row[j]
                size += abs(p) * (2 if i == j else 1)
        d = N * (D + n + 1) * (D + n + 2) << 2 * P
        # mean of lambda_i lambda_j is (1 + [i = j]) / ((n + 1)(n + 2))
        rest = self.rest * size // ((n + 1) * (n + 2) << 2 * P) + 1
        return self._scale(s // d - rest, -(-s // d) + rest)

    def excess(self, values, t):
        """Enclosure of the integral of max(y - t, 0)."""
        if all(v <= t for v in values):
            return 0, 0
        shifted = [v - t for v in values]
        if all(v >= 0 for v in shifted):
            lo, hi = self.integral(shifted)
            return max(lo, 0), max(hi, 0)
        n, D = self.n, self.degree
        all_, _ = indices(n, D + 1)
        _, place = indices(n, D)
        c = []
        for a in all_:
            s = 0
            for i in range(n + 1):
                if a[i]:
                    s += a[i] * shifted[i] * self.c[place[a[:i] + (a[i] - 1,) + a[i + 1:]]]
            c.append(s // ((D + 1) << P))
        size = max(max(shifted), 0)
        f = Form(n, D + 1, c, fixed.ceil_shift(self.rest * size, P) + 1, self.e, self.volume)
        # above t: below -t of -y
        lo, hi = f.signed_below([-v for v in values], -t)
        return max(lo, 0), max(hi, 0)

    def signed_below(self, values, t):
        order = sorted(range(self.n + 1), key=lambda i: values[i])
        y = [values[i] for i in order]
        p = sum(v <= t for v in y)
        s, error = varsi(self.n, self.degree, order, p, self.c, y, t)
        f, fe = varsi(self.n, 0, None, p, [ONE], y, t)
        rest = fixed.ceil_shift(self.rest * min(f + fe, ONE), P)
        n = len(self.c)
        return self._scale((s - error) // n - rest, -(-(s + error) // n) + rest)


def _normal(v):
    lo, hi, e = v
    k = hi.bit_length() - P - 1
    if -16 < k < 16 or hi <= 0:
        return v
    return fixed.shift(lo, -k), fixed.shift_up(hi, -k), e + k


@sized(len)
def _permuted(n, degree, order):
    """Places of the coefficients after the vertices were brought into another order."""
    all_, place = indices(n, degree)
    result = []
    for a in all_:
        b = [0] * (n + 1)
        for new, old in enumerate(order):
            b[old] = a[new]
        result.append(place[tuple(b)])
    return result


@sized(lambda result: 2 * sum(len(level) for level, _ in result))
def _plan(n, degree, p):
    return list(_levels(n, degree, p))


def _levels(n, degree, p):
    """The transitions of Varsi's recursion, p vertices below and n + 1 - p above: for each level a
    list of (source, last below, last above, target without it, target without that), where the
    targets are places on the next level, -1 for the sum and -2 for nothing."""
    states = [tuple(k + 1 for k in a) for a in indices(n, degree)[0]]
    place = {s: i for i, s in enumerate(states)}
    while place:
        nxt, level = {}, []
        for s, i in place.items():
            l = max(k for k in range(p) if s[k])
            h = max(k for k in range(p, n + 1) if s[k])
            without_l = s[:l] + (s[l] - 1,) + s[l + 1:]
            without_h = s[:h] + (s[h] - 1,) + s[h + 1:]
            a = nxt.setdefault(without_l, len(nxt)) if any(without_l[:p]) else -2
            b = nxt.setdefault(without_h, len(nxt)) if any(without_h[p:]) else -1
            level.append((i, l, h, a, b))
        yield level, len(nxt)
        place = nxt


def varsi(n, degree, order, p, c, y, t):
    """Sum of c_a F_a(t): (value, bound of its error). y are the vertex values in ascending order, the
    first p of which are at most t; `order` says which vertex each one is."""
    w = c if order is None else [c[k] for k in _permuted(n, degree, tuple(order))]
    size = sum(map(abs, w))
    share = {}
    total, count = 0, 0
    # a large one is made level by level, and anew each time
    small = comb(n + degree, n) <= _MOST_REMEMBERED
    for level, size_next in _plan(n, degree, p) if small else _levels(n, degree, p):
        nxt = [0] * size_next
        count += len(level)
        for i, l, h, a, b in level:
            x = w[i]
            if not x:
                continue
            mu = share.get((l, h))
            if mu is None:
                mu = share[l, h] = ((t - y[l]) << P) // (y[h] - y[l])
            up = x * mu >> P
            if b >= 0:
                nxt[b] += up
            else:
                total += up
            if a >= 0:
                nxt[a] += x - up
        w = nxt
    return total, count * 2 + (degree + n + 2) * ((size >> P) + 2)


def volume_of_kuhn(n):
    f = factorial(n)
    return _normal((ONE // f, -(-ONE // f), 0))


@lru_cache(maxsize=None)
def permutations(n):
    from itertools import permutations as all_permutations
    return list(all_permutations(range(n)))
