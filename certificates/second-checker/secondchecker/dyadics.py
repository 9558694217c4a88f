"""Dyadic numbers as they are written in a certificate. FORMAT.md section 3.

A few characters may stand for a number of millions of bits. So such a number stays a mantissa and
an exponent, and is compared by its size first; only what is near a fraction becomes one.
"""
from fractions import Fraction
from functools import total_ordering
import re

from . import Invalid, Refused

_TEXT = re.compile(r'(-?)0x1(?:\.([0-9a-f]*[1-9a-f]))?p(0|-?[1-9][0-9]{0,9})')
_MOST_CHARACTERS = 4096
_MOST_EXPONENT = (1 << 30) - 1
_MOST_BITS = 1 << 22            # of a bound: its size is from 2^-4194304 to 2^4194304
_FAR = 40_000                   # exponents beyond are never written out


@total_ordering
class Dyadic:
    """sign * mantissa * 2^exponent, the mantissa odd or 0."""
    __slots__ = ('sign', 'mantissa', 'exponent', 'text')

    def __init__(self, sign, mantissa, exponent, text):
        self.sign, self.mantissa, self.exponent, self.text = sign, mantissa, exponent, text

    def top(self):
        """The exponent k with 2^k <= size < 2^(k + 1), of a number other than 0."""
        return self.mantissa.bit_length() - 1 + self.exponent

    def fraction(self):
        """The number itself, if it is not too long to be written out."""
        if self.sign and abs(self.exponent) > _FAR:
            raise Refused('a number of more than %d binary places: %s' % (_FAR, self.text[:40]))
        m = self.sign * self.mantissa
        return Fraction(m << self.exponent) if self.exponent >= 0 else Fraction(m, 1 << -self.exponent)

    def enclosure(self, places):
        """(lower, upper) of the number times 2^places, as integers."""
        if self.sign and self.top() < -_FAR:
            return (0, 1) if self.sign > 0 else (-1, 0)
        f = self.fraction()
        n, d = f.numerator << places, f.denominator
        return n // d, -(-n // d)

    def _compare(self, other):
        """-1, 0 or 1: how this number compares with a fraction, an integer or another dyadic one."""
        if isinstance(other, Dyadic):
            sign, low, high = other.sign, 0, 0
            if sign:
                low = high = other.top()
        else:
            other = Fraction(other)
            sign = (other > 0) - (other < 0)
            high = other.numerator.bit_length() - other.denominator.bit_length()
            low = high - 1
        if self.sign != sign or not sign:
            return (self.sign > sign) - (self.sign < sign)
        k = self.top()
        if k > high or k < low:
            return sign if k > high else -sign
        # both are about 2^k: they are compared after this factor was taken out
        x = Fraction(self.mantissa, 1 << self.mantissa.bit_length() - 1)
        if isinstance(other, Dyadic):
            y = Fraction(other.mantissa, 1 << other.mantissa.bit_length() - 1)
        else:
            y = abs(other) * Fraction(1, 1 << k) if k >= 0 else abs(other) * (1 << -k)
        return sign * ((x > y) - (x < y))

    def __eq__(self, other):
        return self._compare(other) == 0 if isinstance(other, (Dyadic, Fraction, int)) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0

    __hash__ = None


def dyadic(text):
    """An exact dyadic number from its one way to be written."""
    if len(text) > _MOST_CHARACTERS:
        raise Invalid('a dyadic number of more than %d characters' % _MOST_CHARACTERS)
    if text == '0x0p0':
        return Dyadic(0, 0, 0, text)
    m = _TEXT.fullmatch(text)
    if not m:
        raise Invalid('not a dyadic number: ' + text[:40])
    digits = m.group(2) or ''
    mantissa, exponent = int('1' + digits, 16), int(m.group(3)) - 4 * len(digits)
    zeros = (mantissa & -mantissa).bit_length() - 1
    if abs(exponent + zeros) > _MOST_EXPONENT:
        raise Invalid('an exponent out of range: ' + text[:40])
    return Dyadic(-1 if m.group(1) else 1, mantissa >> zeros, exponent + zeros, text)


def bound(text):
    """A claimed bound: a dyadic number, or the text -inf or inf."""
    if text in ('-inf', 'inf'):
        return text
    x = dyadic(text)
    if x.sign:
        k = x.top()
        if k < -_MOST_BITS or k > _MOST_BITS or k == _MOST_BITS and x.mantissa > 1:
            raise Invalid('a bound of a size out of range: ' + text[:40])
    return x
