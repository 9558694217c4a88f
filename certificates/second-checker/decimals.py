"""For tests: the normal distribution, Hermite's polynomials and integrals in decimals, by other ways than
those of the checker. The precision is that of the context."""
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from functools import lru_cache
import math

PI = Decimal('3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534211706798214808651'
             '328230664709384460955058223172535940812848111745')


def decimal_of(x):
    x = Fraction(x)
    return Decimal(x.numerator) / x.denominator


def density(x):
    return (-x * x / 2).exp() / (2 * PI).sqrt()


@lru_cache(maxsize=None)
def erf(x):
    """By the alternating series, with as many more digits as its terms are large; 1 - erf(12) < 1e-63."""
    if abs(x) > 12:
        return Decimal(1).copy_sign(x)
    with localcontext() as context:
        context.prec += 10 + int(x * x / 2)
        square, term, n, total = -x * x, x, 0, x
        while abs(term) > Decimal(10) ** -context.prec:
            n += 1
            term = term * square / n
            total += term / (2 * n + 1)
        total = 2 * total / PI.sqrt()
    return +total


def tail(x):
    """P(Z > x)"""
    return (1 - erf(x / Decimal(2).sqrt())) / 2


def gate(x):
    return x * (1 + erf(x))


def hermites(x, count=20):
    """He_0 to He_count at x."""
    result = [Decimal(1), x]
    for j in range(1, count):
        result.append(x * result[-1] - j * result[-2])
    return result


def trapezoids(f, steps=8):
    """E f(Z), Z standard normal, by the trapezoidal rule with so many places for each unit from -15 to 15. Of a
    function that is analytic and grows no faster in the complex plane than a product of n error functions of
    s z its error is about exp(-2 pi^2 steps^2 / (1 + 2 n s^2))."""
    total = Decimal(0)
    for i in range(-15 * steps, 15 * steps + 1):
        z = Decimal(i) / steps
        total += f(z) * (-z * z / 2).exp()
    return total / steps / (2 * PI).sqrt()


@lru_cache(maxsize=None)
def _legendre(n):
    """Nodes and weights of the rule of Gauss and Legendre."""
    result = []
    for i in range(n):
        x = Decimal(math.cos(math.pi * (i + 0.75) / (n + 0.5)))
        for _ in range(6):
            a, b = Decimal(1), x
            for m in range(2, n + 1):
                a, b = b, ((2 * m - 1) * x * b - (m - 1) * a) / m
            slope = n * (a - x * b) / (1 - x * x)
            x -= b / slope
        result.append((x, 2 / ((1 - x * x) * slope * slope)))
    return result


def half_line(f, start):
    """The integral of f(z) phi(z) from a number to 15 more, in three parts with 40 nodes each."""
    half = Decimal(5) / 2
    return sum(half * w * f(z) * density(z) for k in range(3) for x, w in _legendre(40) for z in (start + half * (2 * k + 1 + x),))


def encloses(test, ends, places, x, width=Fraction(1, 10 ** 30)):
    """That an enclosure at a scale is narrow and contains a number that is known to some 30 digits."""
    lo, hi = (Fraction(e, 1 << places) for e in ends)
    slack = Fraction(1, 10 ** 32) * max(1, math.ceil(abs(x)))
    test.assertLessEqual(hi - lo, width * max(1, math.ceil(abs(x))))
    test.assertTrue(lo - slack <= Fraction(x) <= hi + slack, (float(lo), float(x), float(hi), getcontext().prec))
