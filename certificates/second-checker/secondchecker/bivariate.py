"""The integral J of two correlated normal numbers, enclosed. FORMAT.md section 7, "Moments of functions".

    J(h, k, rho) = integral from acos(rho) to pi/2 of (rho - cos psi) exp(-A(psi)) d psi,  rho >= 0
    A(psi) = (h - k)^2 / (8 sin^2(psi/2)) + (h + k)^2 / (8 cos^2(psi/2))
           = (h^2 - 2 h k cos psi + k^2) / (2 sin^2 psi)

What is used of it, with phi_t the density and F_t the distribution function of two standard normal
numbers with the correlation t at (h, k):

1. With t = cos psi, J is 2 pi times the integral of (rho - t) phi_t over t from 0 to rho. Because
   d F_t / d t = phi_t (Plackett), that is 2 pi times the integral of F_r - F_0 over r from 0 to rho.
2. J grows with rho, with the slope "integral of exp(-A)" between 0 and pi/2 < 2.
3. |dJ/dh| <= 2 pi rho phi(0) < 3, and the same for k: the derivative of F_r - F_0 by h is phi(h)
   times a difference of two probabilities.
4. A = h^2/2 + (k - h cos psi)^2 / (2 sin^2 psi) >= h^2/2, likewise >= k^2/2, and, as
   sin(psi/2) <= psi/2, A >= (h - k)^2 / (2 psi^2).

By 2 and 3 J is computed at dyadic numbers next to rho, h and k. The interval is cut into panels,
and on each a rule with n nodes is used, whose error is bounded so:

5. Let f be analytic and at most M inside the ellipse with the foci -1 and 1 whose half axes are
   (r + 1/r)/2 and (r - 1/r)/2. Then f = sum a_m T_m on [-1, 1], with Chebyshev's polynomials and
   |a_m| <= 2 M r^-m: the a_m are Laurent coefficients of f((z + 1/z)/2), which is analytic and at
   most M for 1/r < |z| < r. Let E(g) be the integral of g over [-1, 1] less the rule's sum. E is
   linear and continuous, so |E(f)| <= 2 M sum r^-m |E(T_m)|. For the m below 2 n, |E(T_m)| is
   computed exactly for the nodes and weights as they are, so that nothing has to be known of them;
   from there on it is at most 2/(m^2 - 1) plus the sum of the weights. Nodes and weights are
   symmetric, so for odd m it is 0.
6. On a panel from a to b within [0, pi/2], with the middle c and half the length g, that ellipse
   has half axes X and Y with X^2 + Y^2 = g^2 (r^2 + r^-2) / 2. It lies in the cone |Im| <= Re if
   X^2 + Y^2 <= c^2 (its support function in the directions (-1, 1) and (-1, -1)), and then also in
   |Im| <= pi - Re, as c <= pi/2. So r^2 = q + sqrt(q^2 - 1) with q = (c/g)^2.
7. There |exp(-A)| <= 1: with psi = x + i y,
       Re 1/sin^2(psi/2) = 2 (1 - cos x cosh y) / (cosh y - cos x)^2,
       Re 1/cos^2(psi/2) = 2 (1 + cos x cosh y) / (cosh y + cos x)^2.
   cos x cosh x <= 1 for 0 <= x <= pi/2, because its derivative is cos x cosh x (tanh x - tan x)
   <= 0; so for |y| <= x <= pi/2 the first one is not negative, and for x > pi/2 neither, for then
   cos x <= 0. The second one is the first one at pi - psi.
8. There |rho - cos psi| <= |1 - cos psi| + (1 - rho) <= 2 R^2 + e with R = 2 c >= |psi|, where the
   panels begin at s <= R and e = |rho - cos s| or 0: |1 - cos psi| <= cosh R - 1 <= 1.08 R^2 for
   R <= pi, and 1 - cos s <= R^2 / 2.
"""
from fractions import Fraction
from functools import lru_cache
import math

from . import fixed
from .fixed import P

PLACES = 80                  # J is enclosed to about 2^-80
_MORE = 48                   # places beyond those, of all that is computed


@lru_cache(maxsize=None)
def rule(n, s):
    """(half of the nodes and weights, error, sum of weights) of a rule with n nodes near those of
    Gauss and Legendre, as integers at the scale 2^-s. A node x > 0 stands for -x, too. The error is
    the sum of |E(T_m)| over m < 2 n, rounded up."""
    pairs = []
    for i in range((n + 1) // 2):
        x = 0 if 2 * i + 1 == n else _node(n, math.cos(math.pi * (i + 0.75) / (n + 0.5)), s)
        _, slope = _legendre(n, x, s)
        pairs.append((x, (2 << 4 * s) // (((1 << 2 * s) - x * x) * slope * slope >> s) if n > 1 else 2 << s))
    polynomials = [_chebyshev(2 * n, x, s) for x, _ in pairs]
    error = 0
    for m in range(0, 2 * n, 2):
        total = sum((2 * w if x else w) * t[m] for (x, w), t in zip(pairs, polynomials))
        exact, one = 2 << (m + 1) * s, 1 << (m + 1) * s           # of the integral 2 / (1 - m^2)
        error -= -abs(exact - (1 - m * m) * total) // (abs(1 - m * m) * one >> s)
    weights = sum(2 * w if x else w for x, w in pairs)
    assert all(w > 0 for _, w in pairs)
    return pairs, error, weights


def _legendre(n, x, s):
    """About the values of Legendre's polynomial and of its derivative at x."""
    a, b = 1 << s, x
    if n == 0:
        return a, 0
    for m in range(2, n + 1):
        a, b = b, ((2 * m - 1) * (x * b >> s) - (m - 1) * a) // m
    return b, (n * (a - (x * b >> s)) << s) // ((1 << s) - (x * x >> s))


def _node(n, guess, s):
    x = int(Fraction(guess) * (1 << s))
    for _ in range(5):
        value, slope = _legendre(n, x, s)
        x -= (value << s) // slope
    return x


def _chebyshev(count, x, s):
    """T_m(x) for m < count, exactly, at the scale 2^-(m s), for x at the scale 2^-s."""
    values = [1, x]
    while len(values) < count:
        values.append(2 * x * values[-1] - (values[-2] << 2 * s))
    return values


def _cos(x, s, w):
    """(lower, upper) at the scale 2^-w of the cosine of x / 2^s, 0 <= x / 2^s <= 2.

    Taylor's series at the scale 2^-(w + 16). What is rounded off x moves the cosine by one unit, and
    what is rounded off its square by half a unit; an error of a term is multiplied by at most 2 for
    the next one, then by less than 1/3: less than 10 units for each of at most 100 terms.
    """
    t = w + 16
    x = x << (t - s) if t >= s else x >> (s - t)
    y = x * x >> t
    total = term = 1 << t
    n = 1
    while term:
        term = (term * y >> t) // (n * (n + 1))
        total += -term if n & 2 == 0 else term
        n += 2
    return (total - 1024) >> 16, ((total + 1024) >> 16) + 1


class _Integrand:
    """(rho - cos psi) exp(-A(psi)) for numbers at the scale 2^-s; values at the scale 2^-w."""

    def __init__(self, h, k, rho, s):
        self.s, self.w = s, s + 32
        self.rho = rho << 32
        # (h - k)^2 / 4 and (h + k)^2 / 4 at the scale 2^-2w: divided by 1 - cos and 1 + cos
        self.minus, self.plus = (h - k) ** 2 << 62, (h + k) ** 2 << 62

    def at(self, x, s):
        """(lower, upper) at x / 2^s."""
        w = self.w
        one = 1 << w
        lo, hi = _cos(x, s, w)
        if hi >= one:
            return self.rho - hi, max(self.rho - lo, 0)
        # A = (minus / (1 - cos) + plus / (1 + cos)), at the scale 2^-w
        low = self.minus // (one - lo) + self.plus // (one + hi)
        high = self.minus // (one - hi) + self.plus // (one + lo) + 2
        a, b, e = fixed.exp_scaled_wide(-low, w)
        b = min((b >> -e) + 1, one)
        a = (a >> -e) - (b * (high - low) >> w) - 1
        a = max(a, 0)
        p, q = self.rho - hi, self.rho - lo
        return (p * (a if p >= 0 else b)) >> w, -((-q * (b if q >= 0 else a)) >> w)


def kink_integral(h, k, rho, places=PLACES):
    """(lower, upper) of J at the scale 2^-P, for enclosures of h, k and rho at the scale 2^-P."""
    if rho[0] + rho[1] < 0:
        k, rho = fixed.neg(k), fixed.neg(rho)
    if rho[0] <= 0:
        return 0, 2 * max(rho[1], -rho[0])            # by 2; J is 0 where rho is
    return _positive(h, k, (rho[0], min(rho[1], fixed.ONE)), places)


@lru_cache(maxsize=100_000)
def _positive(h, k, rho, places):
    s = places + _MORE
    cut = P - s
    assert cut >= 0
    h0, k0, r0 = h[0] >> cut, k[0] >> cut, rho[0] >> cut
    error = 2 * ((rho[1] >> cut) + 1 - r0)
    error += 3 * ((h[1] >> cut) + 1 - h0 + (k[1] >> cut) + 1 - k0)
    small = 1 << (s - places)
    lo, hi = _at(h0, k0, r0, s, places, small)
    return max((lo - error) << cut, 0), (hi + error) << cut


def _at(h, k, rho, s, places, small):
    """The same for numbers h, k and rho >= 0 at the scale 2^-s, with values at that scale; `small`
    is 2^-places. Where an exponent is at least 0.7 places, exp is less than that, for exp(0.7) > 2."""
    if max(h * h, k * k) * 5 >= 7 * places << 2 * s:
        return 0, 2 * small                            # by 4; the interval is shorter than 2
    end = fixed.pi(s + 8)[0] >> 9
    # up to `first` the integral is at most first^3 / 6, or times exp(-0.7 places) by 4
    first = max(1 << (s - places // 3), math.isqrt((h - k) ** 2 * 5 // (7 * places)))
    if first >= end:
        return 0, 2 * small
    lo, hi = _cos(first, s, s)
    if hi <= rho:
        start, before, off = first, (0, small), 0
    else:
        start = _arc_cosine(rho, s)
        lo, hi = _cos(start, s, s)
        off = max(abs(rho - lo), abs(rho - hi))
        # of what lies between start and acos(rho), shorter than 2, the integrand is at most that
        before = -2 * off, 2 * off
    f = _Integrand(h, k, rho, s)
    lo, hi = before[0] - 2, before[1] + 2              # and what lies between `end` and pi/2
    if start < end:
        for a, b in _panels(start, end):
            x, y = _panel(f, a, b, s, places, off)
            lo, hi = lo + x, hi + y
    return max(lo, 0), max(hi, 0)


def _arc_cosine(rho, s):
    """About acos(rho), by a guess in doubles and two of Newton's steps."""
    c = rho / (1 << s)
    sine = math.isqrt(max((1 << 2 * s) - rho * rho, 0)) / (1 << s)
    x = int(Fraction(math.atan2(sine, c)) * (1 << s))
    for _ in range(2):
        if sine:
            x += int(Fraction((_cos(x, s, s)[0] - rho) / (1 << s) / sine) * (1 << s))
    return max(x, 1)


def _panels(start, end):
    """Panels on which an end is at most about four times the other one."""
    count = max(1, math.ceil(math.log(end / start) / math.log(4)))
    ends = [start] + [int(start * (end / start) ** (i / count)) for i in range(1, count)] + [end]
    return [(a, b) for a, b in zip(ends, ends[1:]) if a < b]


def _panel(f, a, b, s, places, off):
    """(lower, upper) of the integral from a to b, at the scale 2^-s."""
    middle, length = a + b, b - a                      # doubled: c and g at the scale 2^-(s + 1)
    q = (middle * middle << 32) // (length * length)
    r2 = q + math.isqrt(max(q * q - (1 << 64), 0))     # r^2 from below, at the scale 2^-32
    most = (2 * middle * middle >> s) + 1 + off        # M: middle is R
    size = (most / (1 << s)) * (length / (1 << s)) * 6 * 2.0 ** (places + 6)
    n = max(1, math.ceil(math.log(max(size, 1.0)) / math.log(r2 / (1 << 32))))
    n += -n % 4 if n > 8 else 0                        # not too many rules
    pairs, error, weights = rule(n, s)
    # the sum of r^-m over even m from 2 n on: r2^-n / (1 - 1/r2)
    tail = -(-(1 << 32 * (n + 1) + s) // (r2 ** n * (r2 - (1 << 32)))) * r2 >> 32
    error += ((2 << s) // (4 * n * n - 1) + 1 + weights) * (tail + 1) >> s
    error = (2 * most * (error + 1) >> s) + 1
    lo = hi = 0
    for x, w in pairs:
        for sign in (1, -1) if x else (1,):
            u, v = f.at((middle << s) + sign * length * x, 2 * s + 1)
            lo += u * w
            hi += v * w
    lo, hi = (lo >> f.w) - error, -(-hi >> f.w) + error
    return lo * length >> (s + 1), -(-hi * length >> (s + 1))
