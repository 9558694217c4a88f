"""The statement about a loop: its texts. FORMAT.md section 9.

Each object has a `text` (a statement of the loop `lines`) that writes it in its one form.
"""
from dataclasses import dataclass
from fractions import Fraction
import re

from . import Refused
from .statement import Claim, Scanner, rational_text

MOST_ITERATIONS = 1_000_000
MOST_POWER = 64
_MOST_VARIABLES, _MOST_STATEMENTS, _MOST_VALUES = 64, 4096, 4096
_MOST_CONDITIONS, _MOST_PARTS = 32, 100
_WORD = re.compile('[A-Za-z_][A-Za-z0-9_]*')
_RESERVED = {'pi', 'cos', 'sin', 'exp', 'sqrt', 'not', 'and', 'or', 'if', 'else'}
FUNCTIONS = ('cos', 'sin', 'exp', 'sqrt')


# --- expressions -----------------------------------------------------------------------------

@dataclass(frozen=True)
class Constant:
    value: Fraction = None      # None: pi

    def text(self):
        return 'pi' if self.value is None else rational_text(self.value)

    def names(self):
        return frozenset()


@dataclass(frozen=True)
class Variable:
    name: str

    def text(self):
        return self.name

    def names(self):
        return frozenset([self.name])


@dataclass(frozen=True)
class Arithmetic:
    sign: str
    left: object
    right: object

    def text(self):
        return '(%s %s %s)' % (self.left.text(), self.sign, self.right.text())

    def names(self):
        return self.left.names() | self.right.names()


@dataclass(frozen=True)
class Power:
    base: object
    exponent: int

    def text(self):
        return '(%s ^ %d)' % (self.base.text(), self.exponent)

    def names(self):
        return self.base.names()


@dataclass(frozen=True)
class Function:
    name: str
    inner: object

    def text(self):
        return '%s(%s)' % (self.name, self.inner.text())

    def names(self):
        return self.inner.names()


# --- conditions ------------------------------------------------------------------------------

@dataclass(frozen=True)
class Compare:
    left: object
    relation: str
    right: object

    def text(self):
        return '%s %s %s' % (self.left.text(), self.relation, self.right.text())

    def names(self):
        return self.left.names() | self.right.names()


@dataclass(frozen=True)
class Both:
    word: str
    left: object
    right: object

    def text(self):
        return '[%s %s %s]' % (self.left.text(), self.word, self.right.text())

    def names(self):
        return self.left.names() | self.right.names()


@dataclass(frozen=True)
class Negation:
    inner: object

    def text(self):
        return 'not [%s]' % self.inner.text()

    def names(self):
        return self.inner.names()


# --- statements of the loop ------------------------------------------------------------------

@dataclass(frozen=True)
class Draw:
    """`parameters` are expressions; of `finite` pairs of a value and its probability."""
    name: str
    law: str
    parameters: tuple

    def lines(self):
        if self.law == 'finite':
            inner = ', '.join('%s: %s' % (rational_text(m), rational_text(w)) for m, w in self.parameters)
        else:
            inner = ', '.join(p.text() for p in self.parameters)
        return ['%s ~ %s(%s)' % (self.name, self.law, inner)]

    def assigned(self):
        return frozenset([self.name])

    def names(self):
        return self.assigned()


@dataclass(frozen=True)
class Assign:
    targets: tuple
    values: tuple

    def lines(self):
        return ['%s := %s' % (', '.join(self.targets), ', '.join(e.text() for e in self.values))]

    def assigned(self):
        return frozenset(self.targets)

    def names(self):
        return self.assigned().union(*(e.names() for e in self.values))


@dataclass(frozen=True)
class Choice:
    name: str
    parts: tuple            # of (probability, expression)

    def lines(self):
        return ['%s := {%s}' % (self.name, '; '.join('%s: %s' % (rational_text(w), e.text()) for w, e in self.parts))]

    def assigned(self):
        return frozenset([self.name])

    def names(self):
        return self.assigned().union(*(e.names() for _, e in self.parts))


@dataclass(frozen=True)
class If:
    condition: object
    then: tuple
    other: tuple

    def lines(self):
        lines = ['if %s {' % self.condition.text()] + [l for s in self.then for l in s.lines()]
        if self.other:
            lines += ['} else {'] + [l for s in self.other for l in s.lines()]
        return lines + ['}']

    def assigned(self):
        return frozenset().union(*(s.assigned() for s in self.then + self.other))

    def names(self):
        return self.condition.names().union(*(s.names() for s in self.then + self.other))


# --- the whole -------------------------------------------------------------------------------

@dataclass(frozen=True)
class Quantity:
    """E, Var, Std, Cov, Corr or moments."""
    name: str
    expressions: tuple
    count: int = 1          # of bounds

    def text(self):
        inner = [e.text() for e in self.expressions]
        return '%s(%s)' % (self.name, ', '.join(inner + [str(self.count)] if self.name == 'moments' else inner))


@dataclass(frozen=True)
class LoopClaim(Claim):
    iterations: int = 0

    def text(self):
        inner = self.quantity.text() + ' = ?' if self.kind == 'moments' else super().text()
        return 'after %d iterations: %s' % (self.iterations, inner)


@dataclass(frozen=True)
class Loop:
    """A statement about a loop; it has the fields that all statements have."""
    start: tuple
    step: tuple
    claim: LoopClaim
    kind: str = 'loop'
    semantics: tuple = ('real',)
    networks: tuple = ()
    inputs: int = 0

    def lines(self):
        lines = ['surety statement 2', 'semantics real', 'start'] + [l for s in self.start for l in s.lines()]
        lines += ['step'] + [l for s in self.step for l in s.lines()]
        return lines + ['end', self.claim.text()]


_PARAMETERS = {'uniform': 2, 'normal': 2, 'truncated-normal': 4, 'beta': 2, 'gamma': 2, 'laplace': 2, 'triangular': 3}
_FIVE = re.compile('==|!=|<=|>=|<|>')
_RELATION = re.compile('<=|>=|<|>')


class Line(Scanner):
    def name(self):
        m = _WORD.match(self.text, self.at)
        if not m:
            raise Refused('a name is missing at "%s"' % self.text[self.at:self.at + 30])
        word = m.group()
        if len(word) > 64 or word in _RESERVED:
            raise Refused('no name: ' + word[:70])
        self.at = m.end()
        return word

    def expression(self, depth=1):
        if depth > _MOST_PARTS:
            raise Refused('more than %d parts inside of one another' % _MOST_PARTS)
        if self.take('('):
            left = self.expression(depth + 1)
            if self.take(' ^ '):
                exponent = self.number()
                self.need(')')
                if exponent > MOST_POWER:
                    raise Refused('a power is at most %d' % MOST_POWER)
                return Power(left, exponent)
            for sign in '+-*/':
                if self.take(' %s ' % sign):
                    right = self.expression(depth + 1)
                    self.need(')')
                    return Arithmetic(sign, left, right)
            raise Refused('an operation is missing at "%s"' % self.text[self.at:self.at + 30])
        m = _WORD.match(self.text, self.at)
        if not m:
            return Constant(self.rational())
        if m.group() == 'pi':
            self.at = m.end()
            return Constant()
        if m.group() in FUNCTIONS:
            self.at = m.end()
            self.need('(')
            inner = self.expression(depth + 1)
            self.need(')')
            return Function(m.group(), inner)
        return Variable(self.name())

    def condition(self, depth=1):
        if depth > _MOST_CONDITIONS:
            raise Refused('more than %d conditions inside of one another' % _MOST_CONDITIONS)
        if self.take('not ['):
            inner = self.condition(depth + 1)
            self.need(']')
            return Negation(inner)
        if self.take('['):
            left = self.condition(depth + 1)
            word = 'and' if self.look(' and ') else 'or'
            self.need(' %s ' % word)
            right = self.condition(depth + 1)
            self.need(']')
            return Both(word, left, right)
        left = self.expression()
        relation = self.relation(_FIVE)
        return Compare(left, relation, self.expression())

    def relation(self, pattern):
        self.need(' ')
        m = pattern.match(self.text, self.at)
        if not m:
            raise Refused('a relation is missing at "%s"' % self.text[self.at:self.at + 30])
        self.at = m.end()
        self.need(' ')
        return m.group()

    def statement(self):
        """A draw, an assignment or a choice."""
        names = [self.name()]
        while self.take(', '):
            names.append(self.name())
        if len(set(names)) < len(names):
            raise Refused('a variable twice: ' + self.text[:60])
        if len(names) == 1 and self.take(' ~ '):
            s = self.draw(names[0])
        else:
            self.need(' := ')
            if len(names) == 1 and self.take('{'):
                s = Choice(names[0], self.parts())
            else:
                values = [self.expression()]
                while self.take(', '):
                    values.append(self.expression())
                if len(values) != len(names):
                    raise Refused('%d variables and %d expressions' % (len(names), len(values)))
                s = Assign(tuple(names), tuple(values))
        self.end()
        return s

    def parts(self):
        parts = []
        while True:
            w = self.rational()
            self.need(': ')
            parts.append((w, self.expression()))
            if not self.take('; '):
                break
        self.need('}')
        if len(parts) < 2:
            raise Refused('a choice has two or more expressions')
        _probabilities([w for w, _ in parts])
        return tuple(parts)

    def draw(self, name):
        m = re.compile('[a-z-]+').match(self.text, self.at)
        law = m.group() if m else ''
        self.at += len(law)
        self.need('(')
        if law == 'finite':
            parameters = []
            while True:
                value = self.rational()
                self.need(': ')
                parameters.append((value, self.rational()))
                if not self.take(', '):
                    break
            _probabilities([w for _, w in parameters])
            if len(set(m for m, _ in parameters)) < len(parameters):
                raise Refused('a value twice')
            if len(parameters) > _MOST_VALUES:
                raise Refused('more than %d values' % _MOST_VALUES)
        elif law in _PARAMETERS:
            parameters = [self.expression()]
            while len(parameters) < _PARAMETERS[law]:
                self.need(', ')
                parameters.append(self.expression())
            if any(p.names() for p in parameters):
                raise Refused('a parameter has no variables: ' + self.text[:60])
        else:
            raise Refused('unknown draw "%s"' % law[:30])
        self.need(')')
        return Draw(name, law, tuple(parameters))

    def claim(self):
        self.need('after ')
        iterations = self.number()
        if iterations > MOST_ITERATIONS:
            raise Refused('more than %d iterations' % MOST_ITERATIONS)
        self.need(' iterations: ')
        q = self.quantity()
        if self.take(' = ?'):
            c = LoopClaim('moments' if q.name == 'moments' else 'open', q, iterations=iterations)
        elif q.name == 'moments':
            raise Refused('nothing is required of moments')
        elif self.take(' in ['):
            a = self.rational()
            self.need(', ')
            b = self.rational()
            self.need(']')
            if a > b:
                raise Refused('an empty interval is required')
            c = LoopClaim('interval', q, interval=(a, b), iterations=iterations)
        else:
            relation = self.relation(_RELATION)
            c = LoopClaim('limit', q, relation, self.rational(), iterations=iterations)
        self.end()
        return c

    def quantity(self):
        for name, expressions in (('E', 1), ('Var', 1), ('Std', 1), ('Cov', 2), ('Corr', 2), ('moments', 1)):
            if self.take(name + '('):
                es = [self.expression()]
                if expressions == 2:
                    self.need(', ')
                    es.append(self.expression())
                count = 1
                if name == 'moments':
                    self.need(', ')
                    count = self.number()
                    if not 1 <= count <= MOST_POWER:
                        raise Refused('1 to %d moments' % MOST_POWER)
                self.need(')')
                return Quantity(name, tuple(es), count)
        raise Refused('unknown quantity: ' + self.text[self.at:self.at + 30])


def _probabilities(ws):
    if any(w <= 0 for w in ws) or sum(ws) != 1:
        raise Refused('probabilities are positive and add up to 1')


class Reader:
    def __init__(self, lines):
        self.lines = lines
        self.at = 0
        self.count = 0

    def line(self):
        if self.at >= len(self.lines):
            raise Refused('the statement ends early')
        self.at += 1
        return self.lines[self.at - 1]

    def need(self, line):
        if self.line() != line:
            raise Refused('"%s" is missing' % line)

    def statements(self, ends, depth=1):
        """Statements up to a line that is one of the ends, and that line."""
        result = []
        while True:
            line = self.line()
            if line in ends:
                return tuple(result), line
            self.count += 1
            if self.count > _MOST_STATEMENTS:
                raise Refused('more than %d statements' % _MOST_STATEMENTS)
            s = Line(line)
            if s.take('if '):
                if depth > _MOST_PARTS:
                    raise Refused('more than %d parts inside of one another' % _MOST_PARTS)
                condition = s.condition()
                s.need(' {')
                s.end()
                then, end = self.statements(('}', '} else {'), depth + 1)
                other = ()
                if end != '}':
                    other, _ = self.statements(('}',), depth + 1)
                    if not other:
                        raise Refused('nothing behind "else"')
                result.append(If(condition, then, other))
            else:
                result.append(s.statement())

    def loop(self):
        self.need('surety statement 2')
        self.need('semantics real')
        self.need('start')
        start, _ = self.statements(('step',))
        step, _ = self.statements(('end',))
        claim = Line(self.line()).claim()
        if self.at != len(self.lines):
            raise Refused('something follows the claim')
        names = frozenset().union(*(s.names() for s in start + step), *(e.names() for e in claim.quantity.expressions))
        if len(names) > _MOST_VARIABLES:
            raise Refused('more than %d variables' % _MOST_VARIABLES)
        return Loop(start, step, claim)


def read(lines):
    return Reader(lines).loop()
