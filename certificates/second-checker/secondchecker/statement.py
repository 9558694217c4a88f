"""The statement: what is claimed. FORMAT.md section 2 (and the regions' statement, section 6; what is
said of a loop, section 9, is in `loopstatement`).

A reader accepts a text only if writing what it read gives the same text, so that each object below
has a `text` that writes it.
"""
from dataclasses import dataclass
from fractions import Fraction
import re

from . import Refused

_RATIONAL = re.compile(r'-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?')
_MAX_BITS = 32768
_MAX_NESTING = 100
_MAX_COMPARISONS = 1000


def rational(text):
    """A rational in lowest terms, else Refused."""
    if len(text) > 32768 or not _RATIONAL.fullmatch(text):
        raise Refused('not a rational: ' + text[:40])
    p, _, q = text.partition('/')
    f = Fraction(_integer(p), _integer(q) if q else 1)
    if rational_text(f) != text:
        raise Refused('not in lowest terms: ' + text[:40])
    return f


def _integer(digits):
    # in chunks, since int() has a limit of its own for long texts
    if len(digits) <= 4000:
        return int(digits)
    if digits[0] == '-':
        return -_integer(digits[1:])
    half = len(digits) // 2
    return _integer(digits[:-half].lstrip() or '0') * 10 ** half + _integer(digits[-half:])


def _digits(n):
    if n < 0:
        return '-' + _digits(-n)
    if n < 10 ** 4000:
        return str(n)
    half = int(n.bit_length() * 0.15)
    a, b = divmod(n, 10 ** half)
    return _digits(a) + _digits(b).rjust(half, '0')


def rational_text(f):
    return _digits(f.numerator) if f.denominator == 1 else _digits(f.numerator) + '/' + _digits(f.denominator)


class Scanner:
    """Reads a line from left to right."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def look(self, part):
        return self.text.startswith(part, self.at)

    def take(self, part):
        if self.look(part):
            self.at += len(part)
            return True
        return False

    def need(self, part):
        if not self.take(part):
            raise Refused('"%s" is missing at "%s"' % (part, self.text[self.at:self.at + 30]))

    def rational(self):
        m = _RATIONAL.match(self.text, self.at)
        if not m:
            raise Refused('a number is missing at "%s"' % self.text[self.at:self.at + 30])
        self.at = m.end()
        return rational(m.group())

    def number(self):
        m = re.compile(r'0|[1-9][0-9]{0,8}').match(self.text, self.at)
        if not m:
            raise Refused('a number is missing at "%s"' % self.text[self.at:self.at + 30])
        self.at = m.end()
        return int(m.group())

    def end(self):
        if self.at != len(self.text):
            raise Refused('unexpected: "%s"' % self.text[self.at:self.at + 30])


# --- distributions ---------------------------------------------------------------------------

_PARAMETERS = {'uniform': 2, 'beta': 2, 'normal': 2, 'exponential': 1, 'gamma': 2, 'triangular': 3,
               'lognormal': 2, 'weibull': 2, 'logistic': 2, 'laplace': 2, 'studentt': 3,
               'cauchy': 2, 'pareto': 2}


@dataclass(frozen=True)
class Distribution:
    """`parameters` are fractions (of a histogram and a polynomial lists of them); `root` says that
    the second one of a normal distribution is the variance; `on` and `within` are pairs of ends,
    None for an infinite one."""
    name: str
    parameters: tuple
    root: bool = False
    on: tuple = None
    within: tuple = None

    def text(self):
        def listed(xs):
            return '[' + ', '.join(rational_text(x) for x in xs) + ']'
        p = self.parameters
        if self.name == 'histogram':
            inner = listed(p[0]) + ', ' + listed(p[1])
        elif self.name == 'polynomial':
            inner = listed(p[0]) + ', [' + ', '.join(listed(c) for c in p[1]) + ']'
        elif self.root:
            inner = rational_text(p[0]) + ', sqrt(' + rational_text(p[1]) + ')'
        else:
            inner = ', '.join(rational_text(x) for x in p)
        text = self.name + '(' + inner + ')'
        for word, ends in (('on', self.on), ('within', self.within)):
            if ends:
                text += ' %s [%s, %s]' % (word, '-inf' if ends[0] is None else rational_text(ends[0]),
                                          'inf' if ends[1] is None else rational_text(ends[1]))
        return text

    def support(self):
        """The ends of the domain without `on` and `within`, None for an infinite one."""
        p = self.parameters
        n = self.name
        if n == 'uniform':
            return p[0], p[1]
        if n == 'beta':
            return Fraction(0), Fraction(1)
        if n in ('exponential', 'gamma', 'lognormal', 'weibull'):
            return Fraction(0), None
        if n == 'triangular':
            return p[0], p[2]
        if n in ('histogram', 'polynomial'):
            return p[0][0], p[0][-1]
        if n == 'pareto':
            return p[1], None
        return None, None

    def domain(self):
        lo, hi = self.support()
        for ends in (self.on, self.within):
            if ends:
                if ends[0] is not None and (lo is None or ends[0] > lo):
                    lo = ends[0]
                if ends[1] is not None and (hi is None or ends[1] < hi):
                    hi = ends[1]
        return lo, hi


def _list(s):
    s.need('[')
    xs = [s.rational()]
    while s.take(', '):
        xs.append(s.rational())
    s.need(']')
    return tuple(xs)


def _distribution(s):
    m = re.compile('[a-z]+').match(s.text, s.at)
    name = m.group() if m else ''
    s.at += len(name)
    s.need('(')
    root = False
    if name in ('histogram', 'polynomial'):
        edges = _list(s)
        s.need(', ')
        if name == 'histogram':
            parameters = (edges, _list(s))
        else:
            s.need('[')
            pieces = [_list(s)]
            while s.take(', '):
                pieces.append(_list(s))
            s.need(']')
            parameters = (edges, tuple(pieces))
    elif name in _PARAMETERS:
        parameters = [s.rational()]
        while len(parameters) < _PARAMETERS[name]:
            s.need(', ')
            if name == 'normal' and s.take('sqrt('):
                root = True
                parameters.append(s.rational())
                s.need(')')
            else:
                parameters.append(s.rational())
        parameters = tuple(parameters)
    else:
        raise Refused('unknown distribution "%s"' % name[:30])
    s.need(')')
    ends = {}
    for word in ('on', 'within'):
        if s.take(' %s [' % word):
            lo = None if s.take('-inf') else s.rational()
            s.need(', ')
            hi = None if s.take('inf') else s.rational()
            s.need(']')
            if lo is None and hi is None or lo is not None and hi is not None and lo >= hi:
                raise Refused('an empty or needless interval: ' + s.text[:60])
            ends[word] = (lo, hi)
    d = Distribution(name, parameters, root, ends.get('on'), ends.get('within'))
    _check(d)
    return d


def _check(d):
    def need(condition):
        if not condition:
            raise Refused('parameters out of range: ' + d.text()[:80])
    n, p = d.name, d.parameters
    if n == 'uniform':
        need(p[0] < p[1])
    elif n == 'beta':
        need(all(Fraction(1, 1000) <= x <= 10000 for x in p))
    elif n in ('normal', 'logistic', 'laplace', 'cauchy'):
        need(p[1] > 0)
        if d.root:
            s2 = p[1]
            a, b = _isqrt_exact(s2.numerator), _isqrt_exact(s2.denominator)
            need(a is None or b is None)         # canonical: an exact root is written as such
    elif n == 'exponential':
        need(p[0] > 0)
    elif n == 'gamma':
        need(Fraction(1, 1000) <= p[0] <= 10000 and p[1] > 0)
    elif n == 'triangular':
        need(p[0] <= p[1] <= p[2] and p[0] < p[2])
    elif n == 'histogram':
        e, w = p
        need(len(e) == len(w) + 1 and all(x < y for x, y in zip(e, e[1:])))
        need(all(x >= 0 for x in w) and sum(w) == 1)
    elif n == 'polynomial':
        e, c = p
        need(len(e) == len(c) + 1 and all(x < y for x, y in zip(e, e[1:])))
        need(all(1 <= len(x) <= 21 for x in c))
        total = Fraction(0)
        for lo, hi, coefficients in zip(e, e[1:], c):
            total += sum(x * (hi ** (k + 1) - lo ** (k + 1)) / (k + 1) for k, x in enumerate(coefficients))
            need(_not_negative(coefficients, lo, hi))
        need(total == 1)
    elif n == 'lognormal':
        need(Fraction(1, 10 ** 6) <= p[1] <= 10 and abs(p[0] - p[1] ** 2) <= 600)
    elif n == 'weibull':
        need(Fraction(1, 100) <= p[0] <= 1000 and p[1] > 0)
    elif n == 'studentt':
        need(Fraction(1, 2) <= p[0] <= 10000 and p[2] > 0)
    elif n == 'pareto':
        need(Fraction(1, 5) <= p[0] <= 9999 and p[1] > 0)
    lo, hi = d.domain()
    need(lo is None or hi is None or lo < hi)
    need(all(abs(x) <= _LARGE for x in _positions(d)) and all(x >= _SMALL for x in _sizes(d)))


_LARGE, _SMALL = Fraction(10 ** 300), Fraction(1, 10 ** 300)


def _positions(d):
    """All parameters and ends, and the edges of histograms and polynomials."""
    numbers = list(d.parameters[0] if d.name in ('histogram', 'polynomial') else d.parameters)
    return numbers + [x for ends in (d.on, d.within) if ends for x in ends if x is not None]


def _sizes(d):
    """Widths, scales, rates, a variance and the minimum of pareto."""
    p = d.parameters
    if d.name == 'uniform':
        return [p[1] - p[0]]
    if d.name == 'triangular':
        return [x for x in (p[1] - p[0], p[2] - p[1]) if x]
    if d.name in ('histogram', 'polynomial'):
        return [p[0][-1] - p[0][0]]
    return [] if d.name == 'beta' else [p[-1]]


def _isqrt_exact(n):
    import math
    r = math.isqrt(n)
    return r if r * r == n else None


def _poly(c, x):
    v = Fraction(0)
    for a in reversed(c):
        v = v * x + a
    return v


def _not_negative(coefficients, lo, hi):
    """Whether a polynomial is nowhere negative in (lo, hi), exactly, by Sturm's theorem: of its
    square-free part, it must not change its sign at a root inside."""
    p = list(coefficients)
    while p and p[-1] == 0:
        p.pop()
    if not p:
        return True
    if len(p) == 1:
        return p[0] > 0

    # roots of odd multiplicity change the sign: check the sign between all distinct roots
    def derivative(q):
        return [k * a for k, a in enumerate(q)][1:]

    def remainder(a, b):
        a = list(a)
        while len(a) >= len(b):
            f = a[-1] / b[-1]
            for i in range(len(b)):
                a[len(a) - len(b) + i] -= f * b[i]
            a.pop()
            while a and a[-1] == 0:
                a.pop()
        return a

    def gcd(a, b):
        while b:
            a, b = b, remainder(a, b)
        return a

    def quotient(a, b):
        a = list(a)
        q = [Fraction(0)] * (len(a) - len(b) + 1)
        while len(a) >= len(b):
            f = a[-1] / b[-1]
            q[len(a) - len(b)] = f
            for i in range(len(b)):
                a[len(a) - len(b) + i] -= f * b[i]
            a.pop()
            while a and a[-1] == 0:
                a.pop()
        return q

    free = quotient(p, gcd(p, derivative(p)))
    chain = [free]
    if len(free) > 1:
        chain.append(derivative(free))
        while len(chain[-1]) > 1:
            r = [-x for x in remainder(chain[-2], chain[-1])]
            if not r:
                break
            chain.append(r)

    def changes(x):
        signs = [s for s in (_poly(c, x) for c in chain) if s != 0]
        return sum((a > 0) != (b > 0) for a, b in zip(signs, signs[1:]))

    # separate the roots in (lo, hi] by bisection, then look at the sign between them
    stack, points = [(lo, hi)], [lo, hi]
    while stack:
        a, b = stack.pop()
        if changes(a) - changes(b) <= 1:
            points += [a, b]
            continue
        m = (a + b) / 2
        stack += [(a, m), (m, b)]
    # every stretch between neighbouring points holds one root at most; the sign at its ends, and
    # near an end that is itself a root, tells
    points = sorted(set(points))
    for a, b in zip(points, points[1:]):
        if _poly(p, a) < 0 or _poly(p, b) < 0:
            return False
        if _poly(p, a) == 0 or _poly(p, b) == 0:
            m = (a + b) / 2
            for _ in range(200):
                if changes(a) == changes(m):
                    break
                m = (a + m) / 2
            if _poly(p, m) < 0 or _poly(p, (a + b) / 2) < 0:
                return False
    return True


# --- laws ------------------------------------------------------------------------------------

@dataclass(frozen=True)
class Affine:
    """sum of coefficient * u[q] + constant; terms are pairs (q, coefficient) in ascending q."""
    terms: tuple
    constant: Fraction

    def text(self):
        parts = ['%s*u[%d]' % (rational_text(c), q) for q, c in self.terms]
        if self.constant != 0 or not parts:
            parts.append(rational_text(self.constant))
        return ' + '.join(parts)


@dataclass(frozen=True)
class Branch:
    coordinates: int
    inputs: tuple        # of Affine
    summands: tuple      # of (weight, (Distribution, ...))


@dataclass(frozen=True)
class Law:
    branches: tuple
    rest: Fraction
    independent: tuple = None   # for the first form: one Distribution or Fraction for each input

    def lines(self):
        if self.independent is not None:
            return ['x[%d] = %s' % (i, rational_text(d)) if isinstance(d, Fraction)
                    else 'x[%d] ~ %s' % (i, d.text()) for i, d in enumerate(self.independent)]
        lines = ['branches %d rest %s' % (len(self.branches), rational_text(self.rest))]
        for b in self.branches:
            lines.append('branch coordinates %d summands %d' % (b.coordinates, len(b.summands)))
            lines += ['x[%d] = %s' % (i, a.text()) for i, a in enumerate(b.inputs)]
            for w, ds in b.summands:
                lines.append(rational_text(w) + ': ' + '; '.join(d.text() for d in ds))
        return lines

    def complete(self):
        """Whether all masses are known to add up to exactly 1."""
        return (self.rest == 0 and sum(w for b in self.branches for w, _ in b.summands) == 1
                and not any(d.within for b in self.branches for _, ds in b.summands for d in ds))

    def has_within(self):
        return any(d.within for b in self.branches for _, ds in b.summands for d in ds)


def _read_law(lines, at, inputs):
    """Reads the lines behind `inputs <number>`; gives the law and the next line's index."""
    if at < len(lines) and lines[at].startswith('branches '):
        return _read_branches(lines, at, inputs)
    entries = []
    for i in range(inputs):
        s = Scanner(_line(lines, at + i))
        s.need('x[%d] ' % i)
        if s.take('= '):
            entries.append(s.rational())
        else:
            s.need('~ ')
            d = _distribution(s)
            if d.within:
                raise Refused('" within " makes sense in a law only')
            entries.append(d)
        s.end()
    random = [i for i, d in enumerate(entries) if not isinstance(d, Fraction)]
    affine = tuple(Affine((), d) if isinstance(d, Fraction)
                   else Affine(((random.index(i), Fraction(1)),), Fraction(0)) for i, d in enumerate(entries))
    branch = Branch(len(random), affine, ((Fraction(1), tuple(entries[i] for i in random)),))
    return Law((branch,), Fraction(0), tuple(entries)), at + inputs


def _line(lines, at):
    if at >= len(lines):
        raise Refused('the statement ends early')
    return lines[at]


def _read_branches(lines, at, inputs):
    s = Scanner(lines[at])
    s.need('branches ')
    count = s.number()
    s.need(' rest ')
    rest = s.rational()
    s.end()
    if not 1 <= count <= 10000 or rest < 0:
        raise Refused('number of branches or rest out of range')
    at += 1
    branches, size = [], 0
    for _ in range(count):
        s = Scanner(_line(lines, at))
        s.need('branch coordinates ')
        n = s.number()
        s.need(' summands ')
        m = s.number()
        s.end()
        size += m * max(n, 1)
        if m < 1 or size > 200000:
            raise Refused('number of summands out of range')
        at += 1
        affine = []
        for i in range(inputs):
            s = Scanner(_line(lines, at))
            at += 1
            s.need('x[%d] = ' % i)
            terms, constant = [], Fraction(0)
            while True:
                c = s.rational()
                if s.take('*u['):
                    q = s.number()
                    s.need(']')
                    if c == 0 or q >= n or terms and terms[-1][0] >= q:
                        raise Refused('terms out of order: ' + s.text[:60])
                    terms.append((q, c))
                    if s.take(' + '):
                        continue
                else:
                    constant = c
                break
            s.end()
            affine.append(Affine(tuple(terms), constant))
        summands = []
        for _ in range(m):
            s = Scanner(_line(lines, at))
            at += 1
            w = s.rational()
            if w <= 0:
                raise Refused('a weight that is not positive')
            s.need(': ')
            ds = []
            for q in range(n):
                if q:
                    s.need('; ')
                ds.append(_distribution(s))
            s.end()
            summands.append((w, tuple(ds)))
        branches.append(Branch(n, tuple(affine), tuple(summands)))
    law = Law(tuple(branches), rest)
    if len(branches) == 1 and rest == 0 and len(branches[0].summands) == 1 and branches[0].summands[0][0] == 1:
        b, q, plain = branches[0], 0, True
        for a in b.inputs:
            if not a.terms:
                continue
            plain = plain and a == Affine(((q, Fraction(1)),), Fraction(0))
            q += 1
        if plain and q == b.coordinates and not law.has_within():
            raise Refused('independent inputs are written in the first form only')
    return law, at


# --- claims ----------------------------------------------------------------------------------

@dataclass(frozen=True)
class Form:
    """Terms ((letter, index), coefficient): outputs first, then inputs."""
    terms: tuple

    def text(self):
        return ' + '.join('%s*%s[%d]' % (rational_text(c), v[0], v[1]) for v, c in self.terms)


@dataclass(frozen=True)
class Comparison:
    form: Form
    relation: str
    limit: Fraction

    def text(self):
        return '%s %s %s' % (self.form.text(), self.relation, rational_text(self.limit))


@dataclass(frozen=True)
class Group:
    """`and` or `or` of two or more events."""
    word: str
    parts: tuple

    def text(self):
        return '(' + (' %s ' % self.word).join(p.text() for p in self.parts) + ')'


@dataclass(frozen=True)
class Not:
    event: object

    def text(self):
        return 'not ' + self.event.text()


@dataclass(frozen=True)
class Number:
    value: Fraction

    def text(self):
        return rational_text(self.value)


@dataclass(frozen=True)
class Measure:
    """P, E, Var, Std, Cov, Corr, quantile or cvar."""
    name: str
    forms: tuple
    event: object = None
    condition: object = None
    level: Fraction = None

    def text(self):
        inner = self.event.text() if self.name == 'P' else ', '.join(f.text() for f in self.forms)
        if self.level is not None:
            inner += ', ' + rational_text(self.level)
        if self.condition is not None:
            inner += ' | ' + self.condition.text()
        return self.name + '(' + inner + ')'


@dataclass(frozen=True)
class Operation:
    sign: str
    left: object
    right: object

    def text(self):
        return '(%s %s %s)' % (self.left.text(), self.sign, self.right.text())


@dataclass(frozen=True)
class Absolute:
    inner: object

    def text(self):
        return 'abs(' + self.inner.text() + ')'


@dataclass(frozen=True)
class Claim:
    """`kind` is 'limit' (relation and limit), 'interval' (interval), 'open', 'cdf' (forms,
    condition, and axes: a number of points or a tuple of thresholds for each form) or 'moments'
    (forms)."""
    kind: str
    quantity: object = None
    relation: str = None
    limit: Fraction = None
    interval: tuple = None
    forms: tuple = ()
    condition: object = None
    axes: tuple = ()

    def text(self):
        if self.kind == 'cdf':
            head = ', '.join(f.text() for f in self.forms)
            if self.condition is not None:
                head += ' | ' + self.condition.text()
            return 'cdf(%s) at %s' % (head, ' x '.join(
                '%d points' % a if isinstance(a, int) else '[' + ', '.join(map(rational_text, a)) + ']'
                for a in self.axes))
        if self.kind == 'moments':
            return 'moments(%s)' % ', '.join(f.text() for f in self.forms)
        q = self.quantity.text()
        if self.kind == 'open':
            return q + ' = ?'
        if self.kind == 'limit':
            return '%s %s %s' % (q, self.relation, rational_text(self.limit))
        return '%s in [%s, %s]' % (q, rational_text(self.interval[0]), rational_text(self.interval[1]))


_RELATION = re.compile('<=|>=|<|>')


class ClaimReader(Scanner):
    def __init__(self, text, inputs, outputs):
        super().__init__(text)
        self.limits = {'x': inputs, 'y': outputs}
        self.comparisons = 0
        self.depth = 0

    def form(self):
        terms = []
        while True:
            c = self.rational()
            self.need('*')
            letter = self.text[self.at:self.at + 1]
            if letter not in ('x', 'y'):
                raise Refused('a form has outputs and inputs only')
            self.at += 1
            self.need('[')
            i = self.number()
            self.need(']')
            key = ((letter, i), c)
            if i >= self.limits[letter] or c == 0:
                raise Refused('no such input or output, or a coefficient of 0: ' + self.text[:60])
            if terms:
                (last, j), _ = terms[-1]
                if (last, letter) == ('x', 'y') or last == letter and j >= i:
                    raise Refused('terms out of order')
            terms.append(key)
            if not self.take(' + '):
                break
        if sum(c.numerator.bit_length() + c.denominator.bit_length() for _, c in terms) > _MAX_BITS:
            raise Refused('the coefficients of a form are too long')
        return Form(tuple(terms))

    def nested(self, reader):
        self.depth += 1
        if self.depth > _MAX_NESTING:
            raise Refused('more than %d parts inside of one another' % _MAX_NESTING)
        result = reader()
        self.depth -= 1
        return result

    def event(self):
        return self.nested(self._event)

    def _event(self):
        if self.take('not '):
            return Not(self.event())
        if self.take('('):
            parts = [self.event()]
            word = 'and' if self.look(' and ') else 'or'
            while self.take(' %s ' % word):
                parts.append(self.event())
            self.need(')')
            if len(parts) < 2:
                raise Refused('an "and" or "or" has two or more parts')
            return Group(word, tuple(parts))
        form = self.form()
        self.need(' ')
        relation = self.relation()
        self.need(' ')
        self.comparisons += 1
        if self.comparisons > _MAX_COMPARISONS:
            raise Refused('more than %d comparisons' % _MAX_COMPARISONS)
        return Comparison(form, relation, self.rational())

    def fresh_event(self):
        self.comparisons = 0
        return self.event()

    def relation(self):
        m = _RELATION.match(self.text, self.at)
        if not m:
            raise Refused('a relation is missing')
        self.at = m.end()
        return m.group()

    def quantity(self):
        return self.nested(self._quantity)

    def _quantity(self):
        if self.take('P('):
            event = self.fresh_event()
            condition = self.fresh_event() if self.take(' | ') else None
            self.need(')')
            return Measure('P', (), event, condition)
        if self.take('abs('):
            inner = self.quantity()
            self.need(')')
            return Absolute(inner)
        for name, forms in (('E', 1), ('Var', 1), ('Std', 1), ('Cov', 2), ('Corr', 2), ('quantile', 1), ('cvar', 1)):
            if self.take(name + '('):
                fs = [self.form()]
                if forms == 2:
                    self.need(', ')
                    fs.append(self.form())
                level = condition = None
                if name in ('quantile', 'cvar'):
                    self.need(', ')
                    level = self.rational()
                    if not 0 < level < 1:
                        raise Refused('a level outside of 0 to 1')
                if name == 'E' and self.take(' | '):
                    condition = self.fresh_event()
                self.need(')')
                return Measure(name, tuple(fs), None, condition, level)
        if self.take('('):
            left = self.quantity()
            for sign in '+-*/':
                if self.take(' %s ' % sign):
                    right = self.quantity()
                    self.need(')')
                    return Operation(sign, left, right)
            raise Refused('an operation is missing')
        return Number(self.rational())

    def claim(self):
        if self.take('cdf('):
            return self.cdf()
        if self.take('moments('):
            return self.moments()
        q = self.quantity()
        if not _has_form(q):
            raise Refused('a claim has at least one form')
        if self.take(' = ?'):
            c = Claim('open', q)
        elif self.take(' in ['):
            a = self.rational()
            self.need(', ')
            b = self.rational()
            self.need(']')
            if a > b:
                raise Refused('an empty interval is required')
            c = Claim('interval', q, interval=(a, b))
        else:
            self.need(' ')
            relation = self.relation()
            self.need(' ')
            c = Claim('limit', q, relation, self.rational())
        self.end()
        return c

    def moments(self):
        forms = [self.form()]
        while self.take(', '):
            forms.append(self.form())
        if len(forms) > 128:
            raise Refused('moments of at most 128 forms')
        self.need(')')
        self.end()
        return Claim('moments', forms=tuple(forms))

    def cdf(self):
        forms = [self.form()]
        while self.take(', '):
            forms.append(self.form())
        if len(forms) > 3:
            raise Refused('a cdf has at most three forms')
        condition = self.fresh_event() if self.take(' | ') else None
        self.need(') at ')
        axes, total = [], 1
        for k in range(len(forms)):
            if k:
                self.need(' x ')
            if self.look('['):
                axis = _list(self)
                if any(a >= b for a, b in zip(axis, axis[1:])):
                    raise Refused('thresholds are strictly ascending')
                size = len(axis)
            else:
                axis = size = self.number()
                self.need(' points')
            if not 1 <= size <= 10000:
                raise Refused('number of thresholds out of range')
            total *= size
            axes.append(axis)
        if total > 20000:
            raise Refused('too many points')
        self.end()
        return Claim('cdf', forms=tuple(forms), condition=condition, axes=tuple(axes))


def _has_form(q):
    if isinstance(q, Measure):
        return True
    if isinstance(q, Operation):
        return _has_form(q.left) or _has_form(q.right)
    return isinstance(q, Absolute) and _has_form(q.inner)


# --- the whole -------------------------------------------------------------------------------

@dataclass(frozen=True)
class Statement:
    kind: str               # 'certificate', 'regions' or 'support'
    semantics: tuple        # ('real',) or ('float32', accuracy) or ('float64', accuracy)
    networks: tuple         # of (digest, number of outputs or None)
    inputs: int
    law: Law
    claim: Claim

    def lines(self):
        if self.kind != 'certificate':
            head = ['surety %s 1' % self.kind, 'semantics real', 'network sha256 ' + self.networks[0][0]]
        else:
            head = ['surety statement 2', 'semantics ' + (
                'real' if self.semantics[0] == 'real' else '%s accuracy %d' % self.semantics),
                'networks %d' % len(self.networks)]
            head += ['network sha256 %s outputs %d' % n for n in self.networks]
        head.append('inputs %d' % self.inputs)
        head += self.law.lines()
        if self.claim:
            head.append(self.claim.text())
        return head


def read(data):
    """Reads a statement from bytes; Refused where it is not in its one form."""
    try:
        text = data.decode('ascii')
    except UnicodeDecodeError:
        raise Refused('the statement is not ASCII text')
    if not text.endswith('\n'):
        raise Refused('the last line of the statement does not end with a line feed')
    lines = text[:-1].split('\n')
    try:
        statement = _read(lines)
    except RecursionError:
        raise Refused('too many parts inside of one another')
    if statement.lines() != lines:
        for a, b in zip(statement.lines() + [''] * len(lines), lines):
            if a != b:
                raise Refused('not in canonical form: "%s", and not "%s"' % (b[:60], a[:60]))
        raise Refused('the statement is not in canonical form')
    return statement


def _read(lines):
    kind = {'surety regions 1': 'regions', 'surety support 1': 'support', 'surety statement 2': 'certificate'}.get(lines[0])
    if kind is None:
        raise Refused('not a statement of version 2')
    if kind == 'certificate' and 'start' in lines[2:3]:
        from . import loopstatement
        return loopstatement.read(lines)
    regions = kind != 'certificate'
    at = 1
    s = Scanner(_line(lines, at))
    s.need('semantics ')
    semantics = ('real',)
    if not s.take('real'):
        name = 'float32' if s.take('float32') else 'float64'
        if name == 'float64':
            s.need('float64')
        s.need(' accuracy ')
        semantics = (name, s.number())
        if not 1 <= semantics[1] <= 1000000 or regions:
            raise Refused('accuracy out of range')
    s.end()
    at += 1
    count = 1
    if not regions:
        s = Scanner(_line(lines, at))
        s.need('networks ')
        count = s.number()
        s.end()
        at += 1
        if not 1 <= count <= 16:
            raise Refused('1 to 16 networks')
    networks = []
    for _ in range(count):
        s = Scanner(_line(lines, at))
        s.need('network sha256 ')
        digest = s.text[s.at:s.at + 64]
        if not re.fullmatch('[0-9a-f]{64}', digest):
            raise Refused('a digest has 64 lower-case hexadecimal digits')
        s.at += 64
        outputs = None
        if not regions:
            s.need(' outputs ')
            outputs = s.number()
            if outputs < 1:
                raise Refused('a network has an output')
        s.end()
        networks.append((digest, outputs))
        at += 1
    s = Scanner(_line(lines, at))
    s.need('inputs ')
    inputs = s.number()
    s.end()
    if inputs < 1:
        raise Refused('there is at least one input')
    law, at = _read_law(lines, at + 1, inputs)
    claim = None
    if not regions:
        claim = ClaimReader(_line(lines, at), inputs, sum(n for _, n in networks)).claim()
        at += 1
    elif kind == 'regions' and any(b.coordinates > 8 for b in law.branches):
        raise Refused('a branch has at most 8 coordinates')
    if at != len(lines):
        raise Refused('something follows the claim')
    return Statement(kind, semantics, tuple(networks), inputs, law, claim)
