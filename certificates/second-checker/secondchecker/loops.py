"""Certificates about loops: means of what the variables are after so many iterations. FORMAT.md section 9.

A *coefficient* is an exact number (a + b pi) + i (c + d pi) with rational a, b, c, d, or a box that
encloses a complex number. A *factor* of a variable is (v, a, z) for v^a exp(z v), z the number of an
exact complex number, or (v, -1, m) for [v = the m-th value of its set]. A *term* is a tuple of factors
in the order of variables, and a *form* a dictionary from terms to coefficients that are not exactly 0.

What a term was before an iteration is computed once. Where no more terms come after fewer iterations
than there are, their means are iterated from the start on, one after the other or by squares of the
matrix, whichever is less work; else the forms of the quantity are walked back. All of it is done with
128 bits, and again with twice as many until what is computed lies within the claimed bounds or apart
from them.
"""
from decimal import ROUND_CEILING, ROUND_FLOOR
from fractions import Fraction
from itertools import product
from math import comb, isqrt
from types import SimpleNamespace
import re

from . import Invalid, Refused, intervals as iv
from .intervals import Imprecise
from .loopstatement import Assign, Both, Choice, Constant, Draw, Function, If, Negation, Power, Variable

FIRST_BITS, LAST_BITS = 128, 1 << 14
_MOST_TERMS = 262_144
_MOST_POWER = 4096
_MOST_COMBINATIONS, _MOST_VALUES = 4096, 64
_MOST_SERIES = 20_000           # terms of a series, of this checker's own
_LONG = 4096                    # bits of a value of a set
_EXACT = 20_000                 # bits of an exact coefficient; beyond, it is a box

_0, _1 = Fraction(0), Fraction(1)


# --- coefficients ----------------------------------------------------------------------------

class Coefficient:
    __slots__ = ('x', '_box')

    def __init__(self, x, box=None):
        self.x, self._box = x, box

    def box(self):
        if self._box is None:
            a, b, c, d = self.x
            self._box = _with_pi(a, b), _with_pi(c, d)
        return self._box

    def rational(self):
        """The fraction that it is, or None."""
        x = self.x
        return x[0] if x is not None and not (x[1] or x[2] or x[3]) else None

    def is_zero(self):
        return self.x is not None and not any(self.x)


def _with_pi(a, b):
    x = iv.of(a)
    return iv.add(x, iv.mul(iv.of(b), iv.pi())) if b else x


def exact(a, b=_0, c=_0, d=_0):
    return Coefficient((a, b, c, d))


def boxed(box):
    return Coefficient(None, box)


def real(interval):
    return boxed((interval, iv.ZERO))


ZERO, ONE = exact(_0), exact(_1)


def plus(p, q):
    if p.x is not None and q.x is not None:
        return _limited(tuple(a + b for a, b in zip(p.x, q.x)))
    return boxed(iv.box_add(p.box(), q.box()))


def minus(p):
    return times(exact(-_1), p)


def _limited(x):
    c = Coefficient(x)
    if any(f.numerator.bit_length() + f.denominator.bit_length() > _EXACT for f in x):
        return boxed(c.box())
    return c


def exact_product(x, y):
    """The product of two exact numbers, or None where both have pi in them."""
    a, b, c, d = x
    e, f, g, h = y
    if not (c or d or g or h):
        if b and f:
            return None
        return a * e, a * f + b * e, _0, _0
    if (b or d) and (f or h):
        return None
    return (a * e - c * g, a * f + b * e - c * h - d * g, a * g + c * e, a * h + b * g + c * f + d * e)


def times(p, q):
    if p.x is not None and q.x is not None:
        x = exact_product(p.x, q.x)
        if x is not None:
            return _limited(x)
    return boxed(iv.box_mul(p.box(), q.box()))


def to_power(p, n):
    if p.x is None:
        return boxed(iv.box_power(p.box(), n))
    result = ONE
    while n:
        if n & 1:
            result = times(result, p)
        p = times(p, p) if n > 1 else p
        n >>= 1
    return result


def inverse(p):
    if p.is_zero():
        raise Invalid('a division by 0')
    r = p.rational()
    return exact(1 / r) if r is not None else boxed(iv.box_inverse(p.box()))


def exponential(p):
    return ONE if p.is_zero() else boxed(iv.box_exp(p.box()))


def sign(p):
    """The sign of the real part; exactly 0 only where that is known."""
    if p.x is not None:
        a, b = p.x[:2]
        if not b:
            return (a > 0) - (a < 0)
    s = iv.sign(p.box()[0])
    if s is None:
        raise Imprecise('a sign that is not known')
    return s


def real_part(p):
    """The same number where it is known to be real."""
    if p.x is not None:
        return p if not (p.x[2] or p.x[3]) else exact(p.x[0], p.x[1])
    return real(p.box()[0])


def root(p):
    if sign(p) < 0:
        raise Invalid('a root of a negative number')
    r = p.rational()
    if r is not None:
        a, b = isqrt(r.numerator), isqrt(r.denominator)
        if a * a == r.numerator and b * b == r.denominator:
            return exact(Fraction(a, b))
    return real(iv.sqrt(p.box()[0]))


def apply(name, p):
    """A function of a real number."""
    if name == 'sqrt':
        return root(p)
    if p.is_zero():
        return ZERO if name == 'sin' else ONE
    x = p.box()[0]
    return real(iv.exp(x) if name == 'exp' else iv.sin_cos(x)[name == 'cos'])


def value(e, at):
    """An expression where its variables have these values, all of them fractions."""
    if isinstance(e, Constant):
        return exact(_0, _1) if e.value is None else exact(e.value)
    if isinstance(e, Variable):
        return exact(at[e.name])
    if isinstance(e, Power):
        return to_power(value(e.base, at), e.exponent)
    if isinstance(e, Function):
        return apply(e.name, value(e.inner, at))
    l, r = value(e.left, at), value(e.right, at)
    return {'+': lambda: plus(l, r), '-': lambda: plus(l, minus(r)), '*': lambda: times(l, r),
            '/': lambda: times(l, inverse(r))}[e.sign]()


def holds(c, at):
    """Whether a condition holds where its variables have these values."""
    if isinstance(c, Negation):
        return not holds(c.inner, at)
    if isinstance(c, Both):
        l, r = holds(c.left, at), holds(c.right, at)
        return l and r if c.word == 'and' else l or r
    s = sign(plus(value(c.left, at), minus(value(c.right, at))))
    return {'==': s == 0, '!=': s != 0, '<': s < 0, '<=': s <= 0, '>': s > 0, '>=': s >= 0}[c.relation]


# --- finitely many values --------------------------------------------------------------------

class NoSet(Exception):
    pass


def fraction(e, at):
    """The value of an expression without functions, exactly."""
    if isinstance(e, Constant):
        if e.value is None:
            raise NoSet
        return e.value
    if isinstance(e, Variable):
        return at[e.name]
    if isinstance(e, Function):
        raise NoSet
    if isinstance(e, Power):
        r = fraction(e.base, at) ** e.exponent
    else:
        l, r = fraction(e.left, at), fraction(e.right, at)
        if e.sign == '/' and not r:
            raise NoSet
        r = l + r if e.sign == '+' else l - r if e.sign == '-' else l * r if e.sign == '*' else l / r
    if r.numerator.bit_length() + r.denominator.bit_length() > _LONG:
        raise NoSet             # whether such a set would have an end, nobody can find out
    return r


def given(statements):
    """What variables are given anywhere: pairs of a name and a draw or an expression."""
    for s in statements:
        if isinstance(s, Draw):
            yield s.name, s
        elif isinstance(s, Assign):
            yield from zip(s.targets, s.values)
        elif isinstance(s, Choice):
            yield from ((s.name, e) for _, e in s.parts)
        else:
            yield from given(s.then + s.other)


def combinations(names, sets):
    """All combinations of values of some variables, as dictionaries."""
    names = sorted(names)
    for values in product(*(sets[n] for n in names)):
        yield dict(zip(names, values))


def count_of(names, sets):
    n = 1
    for name in names:
        n *= len(sets[name])
    return n


def sets_of(statements):
    """The sets of the variables that have one. A variable whose set stays empty never gets a value;
    it has no set here, nor has what takes its value (FORMAT.md would take the sum over nothing)."""
    everything = list(given(statements))
    without = set()
    while True:
        sets = _sets(everything, without)
        empty = {n for n, s in sets.items() if not s}
        if not empty:
            return {n: sorted(s) for n, s in sets.items()}
        without |= empty


def _sets(everything, without):
    sets = {n: set() for n, _ in everything if n not in without}
    changed = True
    while changed:
        changed = False
        for name, e in everything:
            s = sets.get(name)
            if s is None:
                continue
            try:
                new = _values(e, sets) - s
            except NoSet:
                new = None
            if new is None or len(s) + len(new) > _MOST_VALUES:
                del sets[name]
                changed = True
            elif new:
                s |= new
                changed = True
    return sets


def _values(e, sets):
    if isinstance(e, Draw):
        if e.law != 'finite':
            raise NoSet
        return {m for m, _ in e.parameters}
    names = e.names()
    if any(n not in sets for n in names) or count_of(names, sets) > _MOST_COMBINATIONS:
        raise NoSet
    return {fraction(e, at) for at in combinations(names, sets)}


# --- draws -----------------------------------------------------------------------------------

class Law:
    """The means E d^a exp(z d) of a draw."""

    def __init__(self, draw):
        self.law = draw.law
        self.means, self.powers = {}, []
        if self.law == 'finite':
            self.p = draw.parameters
            return
        p = self.p = [value(e, {}) for e in draw.parameters]

        def need(good):
            if not good:
                raise Invalid('parameters out of range: ' + draw.lines()[0][:80])

        def before(k, l):
            return sign(plus(p[l], minus(p[k])))
        if self.law == 'uniform':
            need(before(0, 1) > 0)
        elif self.law in ('normal', 'laplace', 'truncated-normal'):
            need(sign(p[1]) > 0)
            need(self.law != 'truncated-normal' or before(2, 3) > 0)
        elif self.law in ('beta', 'gamma'):
            need(sign(p[0]) > 0 and sign(p[1]) > 0)
        else:
            need(before(0, 1) >= 0 and before(1, 2) >= 0 and before(0, 2) > 0)

    def mean(self, a, z):
        """E d^a exp(z d), z an exact complex number."""
        key = a, z
        if key not in self.means:
            self.means[key] = self._mean(a, z)
        return self.means[key]

    def _mean(self, a, z):
        p, c = self.p, Coefficient(z)
        if self.law == 'finite':
            total = ZERO
            for m, w in p:
                total = plus(total, times(exact(w * m ** a), exponential(times(c, exact(m)))))
            return total
        if self.law == 'normal':
            factor = exponential(plus(times(p[0], c), times(exact(Fraction(1, 2)), times(p[1], times(c, c)))))
            h = [ONE, plus(p[0], times(p[1], c))]
            for j in range(2, a + 1):
                h.append(plus(times(h[1], h[j - 1]), times(exact(Fraction(j - 1)), times(p[1], h[j - 2]))))
            return times(factor, h[a])
        if self.law == 'gamma':
            return self._gamma(a, c)
        if self.law == 'laplace':
            return self._laplace(a, c)
        return self._series(a, c) if any(z) else self._power(a)

    def _gamma(self, a, z):
        k, s = self.p
        result = to_power(s, a)
        for i in range(a):
            result = times(result, plus(k, exact(Fraction(i))))
        if z.is_zero():
            return result
        r = k.rational()
        if r is None or r.denominator != 1 or r > 1023:
            raise Invalid('a mean of gamma with a shape that is no whole number up to 1023')
        d = plus(ONE, minus(times(s, z)))
        if sign(d) <= 0:
            raise Invalid('a mean of gamma that does not exist')
        return times(result, to_power(inverse(d), int(r) + a))

    def _laplace(self, a, z):
        m, s = self.p
        sz = times(s, z)
        above, below = plus(ONE, minus(sz)), plus(ONE, sz)
        if sign(above) <= 0 or sign(below) <= 0:
            raise Invalid('a mean of laplace that does not exist')
        above, below = inverse(above), inverse(below)
        total, factor, u, v = ZERO, ONE, above, below
        for i in range(a + 1):
            both = plus(u, v if i % 2 == 0 else minus(v))
            total = plus(total, times(times(factor, to_power(m, a - i)), both))
            factor = times(times(factor, s), exact(Fraction(a - i)))
            u, v = times(u, above), times(v, below)
        return times(exponential(times(z, m)), times(exact(Fraction(1, 2)), total))

    def _power(self, a):
        """E d^a of a bounded draw."""
        if a > 8 and self.law != 'beta' or self.law == 'truncated-normal':
            return self._moments(a)[a]
        return self._list(a, self.p)[a]

    def _moments(self, n):
        """E d^j for all j up to n, as boxes."""
        if len(self.powers) <= n:
            self.powers = self._list(n + n // 2 + 40, [boxed(p.box()) for p in self.p])
        return self.powers

    def _list(self, n, p):
        if self.law == 'beta':
            result = [ONE]
            total = plus(p[0], p[1])
            for i in range(n):
                k = exact(Fraction(i))
                result.append(times(result[-1], times(plus(p[0], k), inverse(plus(total, k)))))
            return result
        if self.law == 'truncated-normal':
            return self._truncated(n, *p)
        # h_j(t_0 ... t_k) = h_j(t_0 ... t_(k-1)) + t_k h_(j-1)(t_0 ... t_k)
        h = [ONE] + [ZERO] * n
        for t in p:
            for j in range(1, n + 1):
                h[j] = plus(h[j], times(t, h[j - 1]))
        return [times(x, exact(Fraction(1, comb(j + len(p) - 1, len(p) - 1)))) for j, x in enumerate(h)]

    @staticmethod
    def _truncated(n, m, v, a, b):
        m, v, a, b = (x.box()[0] for x in (m, v, a, b))
        s = iv.sqrt(v)
        ends = [iv.div(iv.sub(x, m), s) for x in (a, b)]
        z = iv.sub(iv.bell(ends[1]), iv.bell(ends[0]))
        if z[0] <= 0:
            raise Imprecise('a mass that may be 0')
        fa, fb = (iv.div(iv.mul(s, iv.exp(iv.neg(iv.scaled(iv.power(x, 2), -1)))), z) for x in ends)
        result = [iv.ONE]
        for j in range(1, n + 1):
            x = iv.sub(iv.mul(m, result[j - 1]), iv.sub(fb, fa))
            if j > 1:
                x = iv.add(x, iv.mul(iv.of(j - 1), iv.mul(v, result[j - 2])))
            fa, fb = iv.mul(fa, a), iv.mul(fb, b)
            result.append(x)
        return [real(x) for x in result]

    def _series(self, a, z):
        """The sum of z^j / j! E d^(a+j), and a rest of at most 2 |z|^J B^(a+J) / J! where J >= 2 |z| B."""
        ends = [ZERO, ONE] if self.law == 'beta' else [self.p[0], self.p[-1]] if self.law != 'truncated-normal' else self.p[2:]
        sizes = [iv.greatest(e.box()[0]) for e in ends]
        most = max(sizes, key=iv.upper)
        zb = iv.mul(iv.box_size(z.box()), most)
        zb = zb[1], zb[1], zb[2]
        least = 2 * iv.upper(zb)
        if least > _MOST_SERIES:
            raise Refused('a series of more than %d terms' % _MOST_SERIES)
        n, rest = 0, (2, 2, 0)          # 2 (|z| B)^n / n!
        while n < least or rest[1] and rest[1].bit_length() + rest[2] > -iv.PRECISION - 4:
            n += 1
            rest = iv.div(iv.mul(rest, zb), (n, n, 0))
            if n > _MOST_SERIES:
                raise Refused('a series of more than %d terms' % _MOST_SERIES)
        rest = iv.mul(rest, iv.power(most, a))
        rest = (-rest[1], rest[1], rest[2])
        powers = self._moments(a + n)
        total, factor, zbox = iv.NULL, iv.UNIT, z.box()
        for j in range(n):
            total = iv.box_add(total, iv.box_mul(factor, powers[a + j].box()))
            factor = iv.box_mul(factor, zbox)
            factor = tuple(iv.div(x, (j + 1, j + 1, 0)) for x in factor)
        only_real = iv.is_zero(zbox[1])
        return boxed((iv.add(total[0], rest), total[1] if only_real else iv.add(total[1], rest)))


# --- forms -----------------------------------------------------------------------------------

def accumulate(form, term, c):
    old = form.get(term)
    if old is not None:
        c = plus(old, c)
    if c.is_zero():
        form.pop(term, None)
    else:
        form[term] = c
        if len(form) > _MOST_TERMS:
            raise Invalid('a form of more than %d terms' % _MOST_TERMS)


def sum_of(f, g):
    result = dict(f)
    for t, c in g.items():
        accumulate(result, t, c)
    return result


def scale(f, c):
    return {} if c.is_zero() else {t: times(c, x) for t, x in f.items()}


class Forms:
    """Forms of expressions, and what forms were before statements."""

    def __init__(self, loop, sets, exactly=False):
        self.loop, self.sets = loop, sets
        self.numbers = EXACT if exactly else BOXES      # what means are iterated with
        self.zs, self.z_number = [(_0,) * 4], {(_0,) * 4: 0}
        self.index = {n: {m: k for k, m in enumerate(s)} for n, s in sets.items()}
        self.products, self.expressions, self.replaced, self.indicators = {}, {}, {}, {}
        self.laws, self.rows, self.powers = {}, {}, {}
        self.keep = []          # what is known by its id stays
        for name, d in given(loop.start + loop.step):
            if isinstance(d, Draw):
                self.law(d)     # parameters are looked at everywhere

    def law(self, draw):
        if id(draw) not in self.laws:
            self.keep.append(draw)
            self.laws[id(draw)] = Law(draw)
        return self.laws[id(draw)]

    def number_of(self, z):
        k = self.z_number.get(z)
        if k is None:
            k = self.z_number[z] = len(self.zs)
            self.zs.append(z)
        return k

    # --- products

    def term_product(self, s, t):
        """The product of two terms, or None where it is 0."""
        if not s:
            return t
        if not t:
            return s
        key = s, t
        if key not in self.products:
            if len(self.products) > 500_000:
                self.products.clear()
            self.products[key] = self._term_product(s, t)
        return self.products[key]

    def _term_product(self, s, t):
        result, i, j = [], 0, 0
        while i < len(s) and j < len(t):
            x, y = s[i], t[j]
            if x[0] < y[0]:
                result.append(x)
                i += 1
            elif y[0] < x[0]:
                result.append(y)
                j += 1
            else:
                i, j = i + 1, j + 1
                if x[1] < 0:
                    if x[2] != y[2]:
                        return None
                    result.append(x)
                    continue
                a = x[1] + y[1]
                if a > _MOST_POWER:
                    raise Invalid('a power above %d' % _MOST_POWER)
                z = self.number_of(tuple(p + q for p, q in zip(self.zs[x[2]], self.zs[y[2]])))
                if a or z:
                    result.append((x[0], a, z))
        return tuple(result) + s[i:] + t[j:]

    def multiply(self, f, g):
        result = {}
        for s, c in f.items():
            for t, d in g.items():
                u = self.term_product(s, t)
                if u is not None:
                    accumulate(result, u, times(c, d))
        return result

    def power(self, f, n):
        result = {(): ONE}
        for _ in range(n):
            result = self.multiply(result, f)
        return result

    # --- expressions

    def of(self, e):
        """The form of an expression."""
        known = self.expressions.get(id(e))
        if known is None:
            self.keep.append(e)
            known = self.expressions[id(e)] = self._of(e)
        return known

    def _of(self, e):
        if isinstance(e, Constant):
            c = value(e, {})
            return {} if c.is_zero() else {(): c}
        if isinstance(e, Variable):
            if e.name in self.sets:
                return {((e.name, -1, k),): exact(m) for k, m in enumerate(self.sets[e.name]) if m}
            return {((e.name, 1, 0),): ONE}
        if isinstance(e, Power):
            return self.power(self.of(e.base), e.exponent)
        if isinstance(e, Function):
            return self._function(e.name, self.of(e.inner))
        l, r = self.of(e.left), self.of(e.right)
        if e.sign == '+':
            return sum_of(l, r)
        if e.sign == '-':
            return sum_of(l, scale(r, exact(-_1)))
        if e.sign == '*':
            return self.multiply(l, r)
        return self.multiply(l, self._each(r, inverse))

    def _function(self, name, f):
        if name == 'sqrt':
            return self._each(f, root)
        if name == 'exp':
            return self.exponential((_1, _0, _0, _0), f)
        up, down = self.exponential((_0, _0, _1, _0), f), self.exponential((_0, _0, -_1, _0), f)
        half = Fraction(1, 2)
        if name == 'cos':
            return sum_of(scale(up, exact(half)), scale(down, exact(half)))
        return sum_of(scale(up, exact(_0, _0, -half)), scale(down, exact(_0, _0, half)))

    def _over(self, f):
        """For each combination of the values of the variables with sets in a form: a term with their
        factors, and the form there."""
        names = sorted({x[0] for t in f for x in t if x[1] < 0})
        if count_of(names, self.sets) > _MOST_TERMS:
            raise Invalid('a form of more than %d terms' % _MOST_TERMS)
        split = []
        for t, c in f.items():
            split.append(([x for x in t if x[1] < 0], tuple(x for x in t if x[1] >= 0), c))
        for values in product(*(range(len(self.sets[n])) for n in names)):
            factors = tuple((n, -1, k) for n, k in zip(names, values))
            here, part = set(factors), {}
            for given_factors, t, c in split:
                if here.issuperset(given_factors):
                    accumulate(part, t, c)
            yield factors, part

    def _each(self, f, function):
        """A function of a form that has only variables with sets."""
        result = {}
        for factors, part in self._over(f):
            if any(part_term for part_term in part):
                raise Invalid('a divisor or root of a variable without finitely many values')
            c = function(real_part(part.get((), ZERO)))
            if not c.is_zero():
                result[factors] = c
        return result

    def exponential(self, z, f):
        """exp(z f)."""
        result = {}
        for factors, part in self._over(f):
            c, term = ONE, factors
            for t, x in part.items():
                if t and (len(t) > 1 or t[0][1:] != (1, 0)) or x.x is None:
                    raise Invalid('a function of what is not affine with coefficients p + q pi')
                y = exact_product(z, x.x)
                if y is None:
                    raise Invalid('a function with pi times pi in it')
                if t:
                    term = self.term_product(term, ((t[0][0], 0, self.number_of(y)),))
                else:
                    c = exponential(Coefficient(y))
            accumulate(result, term, c)
        return result

    def indicators_of(self, condition):
        """([C], [not C])."""
        known = self.indicators.get(id(condition))
        if known is None:
            self.keep.append(condition)
            names = condition.names()
            for n in names:
                if n not in self.sets:
                    raise Invalid('a condition on %s, which has not finitely many values' % n)
            if count_of(names, self.sets) > _MOST_TERMS:
                raise Invalid('a form of more than %d terms' % _MOST_TERMS)
            known = self.indicators[id(condition)] = {}, {}
            for at in combinations(names, self.sets):
                known[0 if holds(condition, at) else 1][self.factors(at)] = ONE
        return known

    def factors(self, at):
        return tuple((n, -1, self.index[n][m]) for n, m in sorted(at.items()))

    # --- what a mean was before

    def back(self, g, statements):
        for s in reversed(statements):
            g = self.before(g, s)
        return g

    def before(self, g, s):
        names = self.assigned(s)
        result, touched = {}, {}
        for t, c in g.items():
            if any(x[0] in names for x in t):
                touched[t] = c
            else:
                result[t] = c
        if not touched:
            return g
        if isinstance(s, If):
            yes, no = self.indicators_of(s.condition)
            for indicator, part in ((yes, s.then), (no, s.other)):
                if indicator:
                    for t, c in self.multiply(indicator, self.back(touched, part)).items():
                        accumulate(result, t, c)
            return result
        for t, c in touched.items():
            rest = {tuple(x for x in t if x[0] not in names): c}
            for x in t:
                if x[0] in names:
                    rest = self.multiply(rest, self.replacement(s, x))
            for u, d in rest.items():
                accumulate(result, u, d)
        return result

    def assigned(self, s):
        key = 'assigned', id(s)
        if key not in self.replaced:
            self.keep.append(s)
            self.replaced[key] = s.assigned()
        return self.replaced[key]

    def replacement(self, s, factor):
        key = id(s), factor
        if key not in self.replaced:
            self.keep.append(s)
            self.replaced[key] = self._replacement(s, factor)
        return self.replaced[key]

    def _replacement(self, s, factor):
        v, a, z = factor
        if isinstance(s, Draw):
            if a < 0:
                m = self.sets[v][z]
                c = exact(sum((w for x, w in s.parameters if x == m), _0))
            else:
                c = self.law(s).mean(a, self.zs[z])
            return {} if c.is_zero() else {(): c}
        if isinstance(s, Assign):
            return self.put(factor, s.values[s.targets.index(v)])
        result = {}
        for w, e in s.parts:
            result = sum_of(result, scale(self.put(factor, e), exact(w)))
        return result

    def put(self, factor, e):
        """A factor with an expression in the place of its variable."""
        v, a, z = factor
        if a < 0:
            m = self.sets[v][z]
            return {self.factors(at): ONE for at in combinations(e.names(), self.sets) if fraction(e, at) == m}
        f = self.of(e)
        powers = self.powers.setdefault(id(e), [{(): ONE}])
        while len(powers) <= a:
            powers.append(self.multiply(powers[-1], f))
        result = powers[a]
        return self.multiply(result, self.exponential(self.zs[z], f)) if z else result

    # --- after all iterations

    def row(self, term):
        if term not in self.rows:
            self.rows[term] = self.back({term: ONE}, self.loop.step)
        return self.rows[term]

    def at_start(self, term):
        """The mean of a term after the start, or an Invalid where there is none."""
        try:
            f = self.back({term: ONE}, self.loop.start)
        except Invalid as e:
            return e
        for t in f:
            if t:
                return Invalid('%s has no value before it is read' % t[0][0])
        return self.numbers.of(f.get((), ZERO))

    def means(self, forms, iterations):
        """The means of forms after the iterations, each a coefficient."""
        terms = set().union(*forms)
        level, steps = terms, 0
        while level and steps < iterations:
            following = set()
            for t in level:
                following.update(self.row(t))
            steps += 1
            level = following - terms
            terms |= level
            if len(terms) > _MOST_TERMS:
                raise Refused('more than %d terms' % _MOST_TERMS)
        if not level and iterations:
            values = self.iterated(sorted(terms), iterations)
        else:
            for _ in range(iterations):
                forms = [self.stepped(f) for f in forms]
            values = {t: self.at_start(t) for t in set().union(*forms)}
        means = [self.combined([(self.numbers.of(c), values[t]) for t, c in f.items()]) for f in forms]
        for m in means:
            if isinstance(m, Invalid):
                raise m
        return [real_part(self.numbers.back(m)) for m in means]

    def stepped(self, form):
        result = {}
        for t, c in form.items():
            c = self.numbers.back(self.numbers.of(c))
            for u, d in self.row(t).items():
                accumulate(result, u, times(c, d))
        return result

    def iterated(self, terms, iterations):
        """The means of all terms of a closed system."""
        number = {t: k for k, t in enumerate(terms)}
        rows = [[(number[u], self.numbers.of(c)) for u, c in self.row(t).items()] for t in terms]
        values = [self.at_start(t) for t in terms]
        if squares_pay(rows, iterations):
            matrix = [dict(r) for r in rows]
            while True:
                if iterations & 1:
                    values = [self.combined([(c, values[k]) for k, c in r.items()]) for r in matrix]
                iterations >>= 1
                if not iterations:
                    break
                matrix = self.squared(matrix)
        else:
            for _ in range(iterations):
                values = [self.combined([(c, values[k]) for k, c in r]) for r in rows]
        return dict(zip(terms, values))

    def combined(self, pairs):
        """The sum of products; Invalid where one of the means is."""
        total, plus_, times_ = self.numbers.zero, self.numbers.plus, self.numbers.times
        for c, v in pairs:
            if isinstance(v, Invalid):
                return v
            total = plus_(total, times_(c, v))
        return total

    def squared(self, matrix):
        plus_, times_ = self.numbers.plus, self.numbers.times
        result = []
        for r in matrix:
            row = {}
            for k, c in r.items():
                for j, d in matrix[k].items():
                    x = times_(c, d)
                    old = row.get(j)
                    row[j] = x if old is None else plus_(old, x)
            result.append(row)
        return result


# how means are iterated: with boxes, or with coefficients that are exact as long as they can be
BOXES = SimpleNamespace(of=Coefficient.box, back=boxed, plus=iv.box_add, times=iv.box_mul, zero=iv.NULL)
EXACT = SimpleNamespace(of=lambda c: c, back=lambda c: c, plus=plus, times=times, zero=ZERO)


def squares_pay(rows, iterations):
    """Whether squares of the matrix are less work than one iteration after the other."""
    n = len(rows)
    if n > 2000:
        return False
    reach = [1 << k for k in range(n)]
    for k, r in enumerate(rows):
        for j, _ in r:
            reach[k] |= 1 << j
    changed = True
    while changed:
        changed = False
        for k in range(n):
            x, rest = reach[k], reach[k] & ~(1 << k)
            while rest:
                low = rest & -rest
                x |= reach[low.bit_length() - 1]
                rest ^= low
            if x != reach[k]:
                reach[k], changed = x, True
    sizes = [bin(x).count('1') for x in reach]
    work = 0
    for x in reach:
        while x:
            low = x & -x
            work += sizes[low.bit_length() - 1]
            x ^= low
    return work * iterations.bit_length() < sum(map(len, rows)) * iterations


# --- the quantity ----------------------------------------------------------------------------

def derive(loop, sets, exactly=False):
    """Enclosures of the quantity's numbers, as pairs of fractions; None where nothing is known."""
    f = Forms(loop, sets, exactly)
    q = loop.claim.quantity
    es = [f.of(e) for e in q.expressions]
    if q.name == 'moments':
        forms = [es[0]]
        while len(forms) < q.count:
            forms.append(f.multiply(forms[-1], es[0]))
    elif q.name == 'E':
        forms = es
    elif q.name in ('Var', 'Std'):
        forms = es + [f.multiply(es[0], es[0])]
    else:
        forms = es + [f.multiply(es[0], es[1])]
        if q.name == 'Corr':
            forms += [f.multiply(e, e) for e in es]
    x = f.means(forms, loop.claim.iterations)
    if q.name in ('E', 'moments'):
        return [ends(c) for c in x]
    if q.name in ('Var', 'Std'):
        v = variance(x[0], x[1])
        if q.name == 'Std':
            # the root of what may be 0, too
            v = root(v) if v.rational() is not None else real(iv.sqrt(v.box()[0]))
        return [ends(v)]
    covariance = plus(x[2], minus(times(x[0], x[1])))
    if q.name == 'Cov':
        return [ends(covariance)]
    v, w = variance(x[0], x[3]), variance(x[1], x[4])
    if any(u.box()[0][0] <= 0 for u in (v, w)):
        return [None]
    lo, hi = ends(times(covariance, inverse(root(times(v, w)))))
    # no correlation is beyond
    return [(max(lo, -_1), min(hi, _1))]


def variance(mean, square):
    v = plus(square, minus(times(mean, mean)))
    if v.x is not None and not v.x[1]:
        return v
    lo, hi, e = v.box()[0]
    return real((max(lo, 0), max(hi, 0), e))


def ends(c):
    r = c.rational()
    if r is not None:
        return r, r
    x = c.box()[0]
    return iv.lower(x), iv.upper(x)


_LINE = re.compile(rb'(closed|walked) ([1-9][0-9]{0,3})\n')


def check(loop, certificate):
    """(exit status, lines to print)."""
    from .main import decimal
    from .replay import Result
    m = _LINE.fullmatch(certificate.tree)
    if not m or int(m.group(2)) > 4096:
        raise Invalid('"closed" or "walked" and a number from 1 to 4096 expected in the place of a tree')
    if certificate.numbers:
        raise Invalid('a loop has no numbers that are free')
    count = loop.claim.quantity.count
    if len(certificate.bounds) != count:
        raise Invalid('%d bounds for %d numbers' % (len(certificate.bounds), count))
    sets = sets_of(loop.start + loop.step)
    bits, exactly, computed = FIRST_BITS, False, None
    while True:
        iv.set_precision(bits)
        unknown = None
        try:
            computed = derive(loop, sets, exactly)
        except Imprecise as e:
            unknown = str(e)
        else:
            if all(settled(c, d) for c, d in zip(certificate.bounds, computed)):
                break
        if bits >= LAST_BITS:
            if unknown:
                raise Refused('not known with %d bits: %s' % (bits, unknown))
            break
        # bounds without a width are those of numbers that are known exactly, if at all
        if bits >= 512 and not exactly and loop.claim.iterations <= 200:
            exactly = True
        else:
            bits, exactly = bits * 2, False
    result = Result(SimpleNamespace(claim=loop.claim), [d or (None, None) for d in computed], certificate.bounds, 0)
    misses = result.misses()
    lines = [loop.claim.text()]
    for k, (c, d) in enumerate(zip(result.claimed, result.computed)):
        lines.append('%sclaimed between %s and %s, computed between %s and %s' % (
            'moment %d: ' % (k + 1) if count > 1 else '', decimal(c[0], ROUND_FLOOR), decimal(c[1], ROUND_CEILING),
            decimal(d[0], ROUND_FLOOR), decimal(d[1], ROUND_CEILING)))
    lines.append('bits: %d' % bits)
    if misses:
        return 4, ['INVALID'] + lines + ['%d of %d claimed bounds do not contain the computed ones' % (len(misses), count)]
    verdict = result.verdict()
    status = {None: 0, 'PROVED': 0, 'UNDECIDED': 30, 'VIOLATED': 40}[verdict]
    return status, ['VALID' + (', ' + verdict if verdict else '')] + lines


def settled(claimed, computed):
    """Whether what is computed lies within the claimed bounds, or is apart from one of them."""
    if computed is None:
        return claimed == ('-inf', 'inf')
    a, b = claimed
    lo, hi = computed
    return (a == '-inf' or a <= lo or a > hi) and (b == 'inf' or b >= hi or b < lo)
