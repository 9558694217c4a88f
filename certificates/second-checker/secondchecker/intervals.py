"""Intervals of any precision, and elementary functions of them. For loops (FORMAT.md section 9).

An interval is a triple (lower, upper, e) of integers: the numbers from lower to upper, times 2^e. Both
are cut to PRECISION bits, outward, so that an interval without a rounding is exact. A box is a pair of
intervals, the real and the imaginary part of complex numbers. PRECISION is of the whole module, and is
doubled by `loops` where it does not do: `Imprecise` says so.
"""
from fractions import Fraction
from functools import lru_cache
import math

PRECISION = 128
ZERO = (0, 0, 0)
ONE = (1, 1, 0)


class Imprecise(Exception):
    """More bits are needed to say anything."""


def set_precision(bits):
    global PRECISION
    PRECISION = bits


def cut(lo, hi, e):
    s = max(lo.bit_length(), hi.bit_length()) - PRECISION
    if s <= 0:
        return lo, hi, e
    return lo >> s, -(-hi >> s), e + s


def add(x, y):
    a, b, e = x
    c, d, f = y
    if not c and not d:
        return x
    if not a and not b:
        return y
    if e < f:
        a, b, e, c, d, f = c, d, f, a, b, e
    if e - f > 4 * PRECISION and max(c.bit_length(), d.bit_length()) <= 2 * PRECISION:
        # the other one is less than 2^(f + 2 PRECISION) in size: less than a unit below
        return cut((a << PRECISION) - 1, (b << PRECISION) + 1, e - PRECISION)
    s = e - f
    return cut((a << s) + c, (b << s) + d, f)


def neg(x):
    return -x[1], -x[0], x[2]


def sub(x, y):
    return add(x, neg(y))


def mul(x, y):
    a, b, e = x
    c, d, f = y
    if a >= 0 and c >= 0:
        return cut(a * c, b * d, e + f)
    p = (a * c, a * d, b * c, b * d)
    return cut(min(p), max(p), e + f)


def div(x, y):
    a, b, e = x
    c, d, f = y
    if c <= 0 <= d:
        raise Imprecise('a divisor that may be 0')
    if d < 0:
        a, b, c, d = -b, -a, -d, -c
    s = PRECISION + 2 + max(c.bit_length(), d.bit_length())
    lo = (a << s) // (d if a >= 0 else c)
    hi = -((-b << s) // (c if b >= 0 else d))
    return cut(lo, hi, e - f - s)


def of(number):
    """The interval of an integer or fraction; a dyadic number of few bits is exact."""
    n, d = number.numerator, number.denominator
    if d & (d - 1) == 0:
        return cut(n, n, 1 - d.bit_length())
    s = max(0, PRECISION + 2 - n.bit_length() + d.bit_length())
    lo = (n << s) // d
    return cut(lo, lo + 1, -s)


def power(x, n):
    """x^n; of an even power the least is 0 where 0 is in x."""
    if n % 2 == 0 and x[0] < 0:
        x = neg(x) if x[1] <= 0 else (0, max(-x[0], x[1]), x[2])
    result = ONE
    while n:
        if n & 1:
            result = mul(result, x)
        x = mul(x, x) if n > 1 else x
        n >>= 1
    return result


def scaled(x, k):
    """x times 2^k."""
    return x[0], x[1], x[2] + k


def sqrt(x):
    """The root of what is not negative of x."""
    a, b, e = x
    if b < 0:
        raise ValueError('a root of a negative number')
    s = max(0, 2 * PRECISION + 4 - b.bit_length())
    s += (e - s) % 2
    lo, hi = math.isqrt(max(a, 0) << s), math.isqrt(b << s)
    if hi * hi != b << s:
        hi += 1
    return cut(lo, hi, (e - s) // 2)


def absolute(x):
    if x[0] >= 0:
        return x
    return neg(x) if x[1] <= 0 else (0, max(-x[0], x[1]), x[2])


def greatest(x):
    """max |x| as an interval of one number."""
    m = max(abs(x[0]), abs(x[1]))
    return m, m, x[2]


def lower(x):
    return Fraction(x[0]) * Fraction(2) ** x[2] if abs(x[2]) < 1 << 24 else _huge(x[0])


def upper(x):
    return Fraction(x[1]) * Fraction(2) ** x[2] if abs(x[2]) < 1 << 24 else _huge(x[1])


def _huge(_):
    raise Imprecise('a number of millions of bits')


def sign(x):
    """-1, 0 or 1, or None where x has several signs."""
    a, b, _ = x
    return 1 if a > 0 else -1 if b < 0 else 0 if a == b == 0 else None


# --- constants and functions -----------------------------------------------------------------

_SLACK = 40                 # bits of errors that are allowed for in a sum


def _inverse(n, w, alternating):
    """arctan(1/n) or artanh(1/n) at the scale 2^-w. Each of its less than w terms is off by less
    than 3 units."""
    total, term, k = 0, (1 << w) // n, 1
    while term:
        total += -(term // k) if alternating and k % 4 == 3 else term // k
        term //= n * n
        k += 2
    return total


@lru_cache(maxsize=64)
def _ln2(w):
    """ln 2 = 2 artanh(1/3) at the scale 2^-w, off by less than 2 units."""
    return 2 * _inverse(3, w + _SLACK, False) >> _SLACK


@lru_cache(maxsize=64)
def _pi(w):
    """pi by Machin's formula at the scale 2^-w, off by less than 2 units."""
    v = w + _SLACK
    return 4 * (4 * _inverse(5, v, True) - _inverse(239, v, True)) >> _SLACK


def pi():
    p = _pi(PRECISION + 8)
    return cut(p - 2, p + 2, -PRECISION - 8)


_FAR = 60                   # exponents of 2 in an argument of exp, sin, cos


def _fixed(m, e, w):
    """m 2^e at the scale 2^-w, rounded down."""
    s = e + w
    return m << s if s >= 0 else m >> -s


_HALVINGS = 16


def _exp(m, e):
    """exp(m 2^e) as an interval, relatively close.

    At the scale 2^-w: x is off by a unit, k ln 2 by 2 |k| < 2^(size + 3) units; the remainder is
    divided by 2^16. Fewer than 2^13 terms of the series are off by a few units each, and the squarings
    multiply that by 2^16 and e: all together is less than 2^32 + 2^(size + 4) units.
    """
    if not m:
        return ONE
    size = max(0, m.bit_length() + e)
    if size > _FAR:
        if m < 0:
            return 0, 1, -(1 << _FAR)
        raise Imprecise('exp of a number beyond 2^%d' % _FAR)
    w = PRECISION + size + 64
    x = _fixed(m, e, w)
    l = _ln2(w)
    k = x // l
    r = x - k * l >> _HALVINGS
    total = term = 1 << w
    n = 1
    while term:
        term = (term * r >> w) // n
        total += term
        n += 1
    for _ in range(_HALVINGS):
        total = total * total >> w
    slack = (1 << _SLACK) + (1 << size + 6)
    return cut(total - slack, total + slack, k - w)


def exp(x):
    a, b, e = x
    lo = _exp(a, e)
    hi = lo if a == b else _exp(b, e)
    return join(lo, hi)


def sin_cos(x):
    """(sin, cos) over an interval: at its middle, and no further from it than its half."""
    a, b, e = x
    m, e = a + b, e - 1
    size = max(0, m.bit_length() + e) if m else 0
    if size > _FAR or b - a and (b - a).bit_length() + e > 2:
        return (-1, 1, 0), (-1, 1, 0)
    w = PRECISION + size + 64
    v = _fixed(m, e, w)
    half = _pi(w) >> 1
    k = (2 * v + half) // (2 * half)
    r = v - k * half                    # off by less than 2^(size + 4) units
    radius = -(-(b - a << max(0, e + w)) >> max(0, -(e + w))) + (1 << _SLACK) + (1 << size + 6)
    r2 = r * r >> w
    s = c = 0
    term, n = r, 1
    while term not in (0, -1):
        s += term
        term = -(term * r2 >> w) // ((n + 1) * (n + 2))
        n += 2
    term, n = 1 << w, 0
    while term not in (0, -1):
        c += term
        term = -(term * r2 >> w) // ((n + 1) * (n + 2))
        n += 2
    s, c = ((s, c), (c, -s), (-s, -c), (-c, s))[k % 4]
    one = 1 << w
    return tuple(cut(max(t - radius, -one), min(t + radius, one), -w) for t in (s, c))


def bell(x):
    """The integral of exp(-t^2/2) from 0 to x."""
    a, b, e = x
    lo = _bell(a, e)
    hi = lo if a == b else _bell(b, e)
    return join(lo, hi)


def join(x, y):
    """From the lower end of x to the upper end of y."""
    e = min(x[2], y[2])
    if max(x[2], y[2]) - e > 8 * PRECISION:
        if x[2] > y[2] and y[0] >= 0:
            x = 0, 0, e
        elif y[2] > x[2] and x[0] >= 0:
            return 0, y[1], y[2]
        else:
            raise Imprecise('numbers of very different size')
    return cut(x[0] << max(0, x[2] - e), y[1] << max(0, y[2] - e), e)


def _bell(m, e):
    if m < 0:
        return neg(_bell(-m, e))
    x = (m, m, e)
    if m == 0:
        return ZERO
    square = scaled(mul(x, x), -1)
    rest = exp(neg(square))
    if m.bit_length() + e > 1 and lower(square) > PRECISION:
        # sqrt(pi/2) without what is beyond x, which is at most exp(-x^2/2) / x
        return sub(sqrt(scaled(pi(), -1)), (0,) + _ratio_up(rest, x))
    # exp(-x^2/2) times the sum of x^(2n+1) / (2n+1)!!, all terms positive
    x2 = mul(x, x)
    top = upper(x2)
    total, term, n = x, x, 1
    while True:
        n += 2
        term = div(mul(term, x2), (n, n, 0))
        total = add(total, term)
        # behind a ratio of at most 1/2 what follows is at most the last term
        if n + 2 >= 2 * top and (term[1] == 0 or _top(term) < _top(total) - PRECISION - 8):
            break
    return mul(rest, add(total, (0, term[1], term[2])))


def _top(x):
    return x[1].bit_length() + x[2]


def _ratio_up(x, y):
    q = div(x, y)
    return q[1], q[2]


# --- complex numbers -------------------------------------------------------------------------

NULL = (ZERO, ZERO)
UNIT = (ONE, ZERO)


def is_zero(x):
    return not x[0] and not x[1]


def box_add(x, y):
    return add(x[0], y[0]), add(x[1], y[1])


def box_mul(x, y):
    a, b = x
    c, d = y
    if is_zero(b):
        return (mul(a, c), ZERO if is_zero(d) else mul(a, d))
    if is_zero(d):
        return mul(a, c), mul(b, c)
    return sub(mul(a, c), mul(b, d)), add(mul(a, d), mul(b, c))


def box_exp(x):
    r = exp(x[0]) if not is_zero(x[0]) else ONE
    if is_zero(x[1]):
        return r, ZERO
    s, c = sin_cos(x[1])
    return mul(r, c), mul(r, s)


def box_inverse(x):
    n = add(power(x[0], 2), power(x[1], 2))
    return div(x[0], n), ZERO if is_zero(x[1]) else div(neg(x[1]), n)


def box_power(x, n):
    result = UNIT
    while n:
        if n & 1:
            result = box_mul(result, x)
        x = box_mul(x, x) if n > 1 else x
        n >>= 1
    return result


def box_size(x):
    """An upper bound of |x|, as an interval of one number."""
    if is_zero(x[1]):
        return greatest(x[0])
    s = sqrt(add(power(greatest(x[0]), 2), power(greatest(x[1]), 2)))
    return s[1], s[1], s[2]
