"""The frame of a certificate file. FORMAT.md section 3 (regions, support and loops: sections 6, 8 and 9)."""
import hashlib
import re

from . import Incomplete, Invalid, Refused
from .dyadics import bound, dyadic
from .statement import rational

_TEXT_LIMIT = 64 << 20


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def line(self):
        end = self.data.find(b'\n', self.at)
        if end < 0:
            raise Incomplete('the file ends in the middle of a line')
        raw = self.data[self.at:end]
        self.at = end + 1
        if self.at > _TEXT_LIMIT:
            raise Invalid('more than 64 MiB of text before the tree')
        if any(c < 32 or c > 126 for c in raw):
            raise Invalid('a character that is not printable ASCII')
        return raw.decode('ascii')

    def count(self, word, limit):
        line = self.line()
        m = re.fullmatch(word + ' (0|[1-9][0-9]{0,8})', line)
        if not m:
            raise Invalid('"%s" and a number expected, not "%s"' % (word, line[:40]))
        n = int(m.group(1))
        if n > limit:
            raise Invalid('too many: ' + line)
        return n


class Certificate:
    """truncations, numbers, bounds (pairs), and the bytes of the tree."""

    def __init__(self, data, statement):
        title = {'regions': 'surety region certificate 1', 'support': 'surety support certificate 1'}
        r = Reader(data)
        if r.line() != title.get(statement.kind, 'surety certificate 2'):
            raise Invalid('not a certificate of this kind and version')
        for expected in statement.lines():
            line = r.line()
            if line != expected:
                raise Invalid('another statement: "%s", and not "%s"' % (line[:60], expected[:60]))
        if r.line() != 'end statement':
            raise Invalid('another statement: "end statement" expected')
        if statement.kind == 'support':
            self._support(r)
        else:
            self._cells(r, statement)
        if r.line() != 'tree':
            raise Invalid('"tree" expected')
        # the frame's end: a line feed, "end", and the digest
        tail = re.compile(rb'\nend\nsha256 ([0-9a-f]{64})\n\Z').search(data, max(r.at - 1, len(data) - 77))
        if not tail:
            raise self._end(data)
        digest_line = tail.start() + len(b'\nend\n')
        if hashlib.sha256(data[:digest_line]).hexdigest().encode() != tail.group(1):
            raise Invalid('the digest of the file is another one')
        if tail.start() < r.at:
            raise Invalid('no room for a tree')
        self.tree = data[r.at:tail.start()]

    def _cells(self, r, statement):
        # a loop has none
        coordinates = sum(b.coordinates for b in statement.law.branches) if statement.kind != 'loop' else 0
        n = r.count('truncations', 10 ** 8)
        if n != coordinates:
            raise Invalid('%d truncations for %d coordinates' % (n, coordinates))
        self.truncations = []
        for _ in range(n):
            a, b = self._pair(r.line())
            self.truncations.append((dyadic(a), dyadic(b)))
        if statement.kind == 'regions':
            self._regions(r, coordinates)
        else:
            self._claim(r)

    def _support(self, r):
        line = r.line()
        if not line.startswith('missing '):
            raise Invalid('"missing" and a number expected, not "%s"' % line[:40])
        x = dyadic(line[len('missing '):])
        if x.sign < 0 or x.sign and x.top() > 64 or x.fraction() > 1:
            raise Invalid('what is missing is from 0 to 1')
        self.missing = x.fraction()
        self.patterns = r.count('patterns', 10 ** 9)

    @staticmethod
    def _end(data):
        """What is wrong with an end that is not the right one."""
        if re.search(rb'\nend\nsha256 [0-9a-f]{64}\n', data):
            return Invalid('something follows the last line')
        # the last two lines are there, and one of them is another one
        if re.search(rb'\n(end\n[^\n]{0,200}|[^\n]{0,200}\nsha256 [^\n]{0,200})\n\Z', data[-500:]):
            return Invalid('something is wrong at the end of the file')
        return Incomplete('the file ends early')

    @staticmethod
    def _pair(line):
        parts = line.split(' ')
        if len(parts) != 2:
            raise Invalid('two numbers expected, not "%s"' % line[:40])
        return parts

    def _claim(self, r):
        self.numbers = []
        for _ in range(r.count('numbers', 30000)):
            try:
                self.numbers.append(rational(r.line()))
            except Refused as e:
                raise Invalid(str(e))
        self.bounds = []
        for _ in range(r.count('bounds', 20000)):
            a, b = self._pair(r.line())
            a, b = bound(a), bound(b)
            if a == 'inf' or b == '-inf' or not isinstance(a, str) and not isinstance(b, str) and a > b:
                raise Invalid('bounds in the wrong order')
            self.bounds.append((a, b))

    def _regions(self, r, coordinates):
        n = r.count('plans', 10 ** 8)
        if n != coordinates:
            raise Invalid('%d plans for %d coordinates' % (n, coordinates))
        self.plans = []
        for _ in range(n):
            parts = r.line().split(' ')
            if not re.fullmatch('0|[1-9][0-9]?', parts[0]) or int(parts[0]) > 40 or len(parts) > 65537:
                raise Invalid('a plan out of range')
            self.plans.append((int(parts[0]), [dyadic(p) for p in parts[1:]]))
        self.regions = r.count('regions', 10 ** 9)
