"""Fixed-point arithmetic with integers, and elementary functions with proven bounds.

(FORMAT.md section 10 leaves the arithmetic to each checker.) A real number is represented by
integers at the scale 2^-P: `x` stands for x / 2^P. An enclosure is a pair (lower, upper). Python
rounds `>>` towards minus infinity, so that `-((-x) >> P)` rounds upwards. Where very small or very
large numbers matter, a third integer e stands for a factor 2^e.
"""
from fractions import Fraction
from functools import lru_cache
import math
import os

P = int(os.environ.get('SECONDCHECKER_BITS', '160'))
ONE = 1 << P
GUARD = 64
W = P + GUARD
WONE = 1 << W


def down(fraction, p=P):
    """The greatest fixed-point number at most the fraction."""
    return (fraction.numerator << p) // fraction.denominator


def up(fraction, p=P):
    return -((-fraction.numerator << p) // fraction.denominator)


def enclose(fraction, p=P):
    return down(fraction, p), up(fraction, p)


def shift(x, s):
    """x * 2^s, rounded down."""
    return x << s if s >= 0 else x >> -s


def shift_up(x, s):
    return x << s if s >= 0 else -((-x) >> -s)


def ceil_shift(x, s):
    return -((-x) >> s)


def mul(x, y):
    a, b = x
    c, d = y
    p = (a * c, a * d, b * c, b * d)
    return min(p) >> P, -((-max(p)) >> P)


def add(x, y):
    return x[0] + y[0], x[1] + y[1]


def sub(x, y):
    return x[0] - y[1], x[1] - y[0]


def neg(x):
    return -x[1], -x[0]


def div(x, y):
    """Quotient of enclosures; the second one must not contain 0."""
    a, b = x
    c, d = y
    if c <= 0 <= d:
        raise ZeroDivisionError
    if d < 0:
        a, b, c, d = -b, -a, -d, -c
    lo = (a << P) // (d if a >= 0 else c)
    hi = -((-b << P) // (c if b >= 0 else d))
    return lo, hi


def sqrt_down(x):
    return math.isqrt(x << P)


def sqrt_up(x):
    r = math.isqrt(x << P)
    return r if r * r == x << P else r + 1


def sqrt(x):
    return sqrt_down(max(x[0], 0)), sqrt_up(max(x[1], 0))


def to_fraction(x, e=0):
    return Fraction(x, 1) * Fraction(2) ** (e - P)


def _atan_inverse(n, w):
    """floor-ish arctan(1/n) at scale 2^-w, error below 2^-(w - 10)."""
    total, term, k, n2 = 0, (1 << w) // n, 1, n * n
    while term:
        total += term // k if k % 4 == 1 else -(term // k)
        term //= n2
        k += 2
    return total


def _atanh_inverse(n, w):
    total, term, k, n2 = 0, (1 << w) // n, 1, n * n
    while term:
        total += term // k
        term //= n2
        k += 2
    return total


@lru_cache(maxsize=None)
def ln2(w):
    """(lower, upper) of ln 2 = 2 atanh(1/3) at scale 2^-w."""
    v = 2 * _atanh_inverse(3, w + 32)
    return (v - (1 << 16)) >> 32, ((v + (1 << 16)) >> 32) + 1


@lru_cache(maxsize=None)
def pi(w=P):
    """(lower, upper) of pi by Machin's formula at scale 2^-w."""
    v = 4 * (4 * _atan_inverse(5, w + 32) - _atan_inverse(239, w + 32))
    return (v - (1 << 16)) >> 32, ((v + (1 << 16)) >> 32) + 1


_SQUARINGS = 10


def exp_scaled(x):
    """exp(x) for the number x / 2^P as (lower, upper, e): between them times 2^(e - P).

    x = k ln 2 + r; the Taylor series of r / 2^10 at scale 2^-W, then ten squarings. Its terms are
    rounded down, at most 60 of them: less than 100 units of error, times 2^10 and 10 more
    roundings that are multiplied likewise: less than 2^18 units. 2^24 are allowed for.
    """
    extra = max(0, x.bit_length() - P) + 8
    l, _ = ln2(W + extra)
    big = x << (GUARD + extra)
    k = big // l
    r = (big - k * l) >> extra          # error below 2 units, since |k| < 2^extra
    r >>= _SQUARINGS
    total = term = WONE
    n = 1
    while term:
        term = (term * r >> W) // n
        total += term
        n += 1
    for _ in range(_SQUARINGS):
        total = total * total >> W
    return (total - (1 << 24)) >> GUARD, ((total + (1 << 24)) >> GUARD) + 1, k


def exp(x):
    """(lower, upper) of exp at scale 2^-P of one fixed-point number."""
    lo, hi, e = exp_scaled(x)
    if e > 1 << 20:
        raise OverflowError
    return shift(lo, e), shift_up(hi, e)


def exp_interval(x):
    return exp(x[0])[0], exp(x[1])[1]


def log(x):
    """(lower, upper) of ln(x / 2^P), x > 0.

    With any y near the logarithm and E = exp(y): ln x = y + 2 atanh(z), z = (x - E) / (x + E).
    """
    n = x.bit_length()
    mantissa = x / (1 << n) if n < 1000 else (x >> (n - 200)) / (1 << 200)
    y = math.log(mantissa) + (n - P) * math.log(2)
    y = int(Fraction(y) * ONE)
    lo, hi, e = exp_scaled(y)
    # compare at a common scale: x and E = [lo, hi] 2^e
    xs = x
    if e >= 0:
        lo, hi = lo << e, hi << e
    else:
        xs = x << -e
    return y + _two_atanh((xs - hi, xs + hi))[0], y + _two_atanh((xs - lo, xs + lo))[1]


def _two_atanh(q):
    """(lower, upper) of 2 atanh(n / d), |n / d| < 2^-20."""
    n, d = q
    z = (n << W) // d
    assert abs(z) < WONE >> 20
    z2 = z * z >> W
    total, term, k = 0, z, 1
    while term not in (0, -1):
        total += term // k
        term = term * z2 >> W
        k += 2
    total *= 2
    return (total - 256) >> GUARD, ((total + 256) >> GUARD) + 1


def log_interval(x):
    return log(x[0])[0], log(x[1])[1]


def log_fraction(f):
    """(lower, upper) of the logarithm of a positive fraction."""
    n, d = f.numerator, f.denominator
    k = n.bit_length() - d.bit_length()
    f2 = f / Fraction(2) ** k
    lo, hi = enclose(f2)
    l = ln2(P)
    kl = (k * l[0], k * l[1]) if k >= 0 else (k * l[1], k * l[0])
    return log(lo)[0] + kl[0], log(hi)[1] + kl[1]


def pow_scaled(x, p):
    """x^p for an enclosure x > 0 and an exact fraction p, as (lower, upper, e)."""
    l = log_interval(x)
    a, b = mul(l, enclose(p))
    lo, _, e = exp_scaled(a)
    _, hi, e2 = exp_scaled(b)
    m = min(e, e2)
    return lo << (e - m), hi << (e2 - m), m


def tanh(x):
    """(lower, upper) of tanh of one fixed-point number."""
    if x < 0:
        lo, hi = tanh(-x)
        return -hi, -lo
    if x == 0:
        return 0, 0
    lo, hi, e = exp_scaled(-2 * x)
    lo, hi = shift(lo, e), shift_up(hi, e)
    q = ((ONE - hi) << P) // (ONE + hi), -((-(ONE - lo) << P) // (ONE + lo))
    return max(q[0], 0), min(q[1], ONE)


def sigmoid(x):
    """(lower, upper) of 1 / (1 + exp(-x))."""
    if x < 0:
        lo, hi = exp(x)
        return (lo << P) // (ONE + lo), -((-hi << P) // (ONE + hi))
    lo, hi = exp(-x)
    return (ONE << P) // (ONE + hi), -((-ONE << P) // (ONE + lo))


def softplus(x):
    """(lower, upper) of ln(1 + exp(x)) = max(x, 0) + ln(1 + exp(-|x|))."""
    lo, hi = exp(-abs(x))
    return max(x, 0) + log(ONE + lo)[0], max(x, 0) + log(ONE + hi)[1]


def atan(x):
    """(lower, upper) of the arctangent of one fixed-point number."""
    if x < 0:
        lo, hi = atan(-x)
        return -hi, -lo
    s = 64
    one = 1 << (P + s)
    v = x << s
    if x > ONE:                       # pi/2 - atan(1/x)
        v = (one << (P + s)) // v
    lo, hi = atan_at(v, P + s)
    lo, hi = lo >> s, ceil_shift(hi, s)
    if x > ONE:
        p = pi(P + 1)
        return (p[0] >> 2) - hi - 1, (p[1] >> 2) + 1 - lo
    return max(lo, 0), hi


def atan_at(v, w):
    """(lower, upper) of the arctangent of a number from 0 to 1, all at the scale 2^-w.

    atan x = 2 atan(x / (1 + sqrt(1 + x^2))), eight times, then the series, with fewer terms than places;
    each is off by a few units, and all of it is multiplied by 2^8.
    """
    one = 1 << w
    for _ in range(8):
        v = (v << w) // (one + math.isqrt((one << w) + v * v))
    v2 = v * v >> w
    total, term, k = 0, v, 1
    while term:
        total += term // k if k % 4 == 1 else -(term // k)
        term = term * v2 >> w
        k += 2
    total <<= 8
    return total - (1 << 24), total + (1 << 24)


def sin_cos(x):
    """((lower, upper) of sin, (lower, upper) of cos) of one fixed-point number."""
    extra = max(0, x.bit_length() - P) + 8
    p = pi(W + extra)[0]
    big = x << (GUARD + extra)
    k = (2 * big + p // 2) // p if p else 0      # multiples of pi / 2
    r = (big - k * p // 2) >> extra
    s = t = 0
    term, n = r, 1
    r2 = r * r >> W
    while term not in (0, -1):
        s += term
        term = -(term * r2 >> W) // ((n + 1) * (n + 2))
        n += 2
    term, n = WONE, 0
    while term not in (0, -1):
        t += term
        term = -(term * r2 >> W) // ((n + 1) * (n + 2))
        n += 2
    e = 1 << 24
    sn = max((s - e) >> GUARD, -ONE), min(((s + e) >> GUARD) + 1, ONE)
    cs = max((t - e) >> GUARD, -ONE), min(((t + e) >> GUARD) + 1, ONE)
    k %= 4
    if k == 0:
        return sn, cs
    if k == 1:
        return cs, neg(sn)
    if k == 2:
        return neg(sn), neg(cs)
    return neg(cs), sn


@lru_cache(maxsize=20000)
def erf(x):
    """(lower, upper) of the error function at scale 2^-P."""
    if x < 0:
        lo, hi = erf(-x)
        return -hi, -lo
    if x == 0:
        return 0, 0
    if x > 12 * ONE:                   # 1 - erf(12) < 2^-200
        return ONE - 1 - (ONE >> 200), ONE
    # 2 / sqrt(pi) e^(-x^2) sum of 2^n x^(2n+1) / (2n+1)!!, all terms positive
    s = W + 256
    v = x << (s - P)
    v2 = v * v >> s
    total, term, n = 0, v, 1
    while term:
        total += term
        n += 2
        term = (2 * term * v2 >> s) // n
    # each term has an error below its index in units times the growth; 2^32 units are plenty:
    # the terms are multiplied by at most 2 x^2 / n, whose products stay below e^(x^2) < 2^208
    lo_e, hi_e, e = exp_scaled_wide(-(v2), s)
    top = (total + (1 << 240)) * hi_e >> s
    bottom = max(total - (1 << 240), 0) * lo_e >> s
    root = math.isqrt(pi(s + 64)[0] << (s + 64)) >> 64    # sqrt(pi), within 2 units
    lo = (2 * bottom << s) // (root + 2)
    hi = (2 * (top + 1) << s) // (root - 2) + 1
    lo, hi = shift(lo, e) >> (s - P), (shift_up(hi, e) >> (s - P)) + 1
    return lo, min(hi, ONE)


def exp_scaled_wide(x, s):
    """exp(x / 2^s) as (lower, upper, e) at scale 2^-s; like `exp_scaled`, 2^32 units allowed."""
    extra = max(0, x.bit_length() - s) + 8
    w = s + 64
    l, _ = ln2(w + extra)
    big = x << (64 + extra)
    k = big // l
    r = (big - k * l) >> (extra + _SQUARINGS)
    one = 1 << w
    total = term = one
    n = 1
    while term:
        term = (term * r >> w) // n
        total += term
        n += 1
    for _ in range(_SQUARINGS):
        total = total * total >> w
    return (total - (1 << 32)) >> 64, ((total + (1 << 32)) >> 64) + 1, k


@lru_cache(maxsize=20000)
def normal_tail(x):
    """P(Z > x / 2^P), x >= 0, of a standard normal Z, as (lower, upper, e), relatively close."""
    if x < 8 * ONE:
        r = math.isqrt(x * x << (2 * 96 - 1))           # x / sqrt 2 at scale P + 96, rounded down
        lo, hi = r >> 96, (r >> 96) + 1
        s = W + 256
        # erfc from erf at a wide scale would be closer; at 8 the tail is 2^-50, P leaves 2^-110
        a, b = erf(lo)[0], erf(hi)[1]
        return (ONE - b) // 2, (ONE - a + 1) // 2, 0
    # phi(x) / K_1, K_n = x + n / K_(n+1), x <= K <= x + n / x at the start
    n = 80
    klo, khi = x, x + (n << 2 * P) // x + 1
    for j in range(n - 1, 0, -1):
        klo, khi = x + ((j << P) << P) // khi, x + -((-(j << P) << P) // klo)
    sq = x * x
    elo, _, e1 = exp_scaled(-((sq >> (P + 1)) + 1))
    _, ehi, e2 = exp_scaled(-(sq >> (P + 1)))
    m = min(e1, e2)
    elo, ehi = elo << (e1 - m), ehi << (e2 - m)
    p2 = pi(P + 1)                                    # at scale P: 2 pi
    root_lo, root_hi = sqrt_down(p2[0]), sqrt_up(p2[1])
    lo = (((elo << P) // root_hi) << P) // khi
    hi = -((-(-((-ehi << P) // root_lo)) << P) // klo)
    return lo, hi, m
