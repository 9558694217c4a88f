"""Lines in place of activations, for components with coordinates that are not normal, and what is known of
the distribution of an affine form there. FORMAT.md section 7, "Inputs that are not normal".

X is an affine form of independent coordinates with the mean h and the deviation s, and sigma = b s such that
E exp(l (X - h)) <= exp(l^2 sigma^2 / 2) for all l, so that P(X - h >= x) <= exp(-x^2 / (2 sigma^2)) for x >= 0
(Chernoff), and likewise on the other side. Then

    E (X - h)^2 [|X - h| > y sigma] = y^2 sigma^2 P(|X - h| > y sigma) + integral of 2 x P(|X - h| > x) dx
                                   <= 2 (y^2 + 2) sigma^2 exp(-y^2 / 2)

and it is at most s^2. With L(x) = f(h) + p (x - h), |f(x) - L(x)| is at most d |x - h| within y sigma of h, if
the slopes of f are at most d away from p there, and at most D |x - h| elsewhere. So with
g = min(1, 2 (y^2 + 2) b^2 exp(-y^2 / 2))

    E (f(X) - L(X))^2 <= s^2 (d^2 + D^2 g).

A y with g = 1 is never better than all of the line, where d = D is least. Which y is taken decides p, and with
it all that follows; so it has to be the one that claims are made with, and slopes between two numbers are
those that the page has, even where closer ones are known. A kink at an end of the interval is outside.
"""
from fractions import Fraction
import math

from . import Invalid, chords, fixed
from .fixed import ONE, P
from .functions import Piecewise
from .vectors import Q, enclose, fixed_up, quotient_up, root_up

_QUARTERS = range(1, 33)     # y = 1/4, ..., 8
_FAR = 20_000                # e^-20000 < 2^-28000


def moments(d):
    """(mean, variance, square of spread times deviation) of a distribution."""
    p = d.parameters
    if d.on or d.within:
        raise Invalid('linearisation is for distributions without on and within')
    if d.name == 'normal':
        variance = p[1] if d.root else p[1] ** 2
        return p[0], variance, variance
    if d.name == 'uniform':
        variance = (p[1] - p[0]) ** 2 / 12
        return (p[0] + p[1]) / 2, variance, variance
    if d.name == 'beta':
        a, b = p
        n = a + b
        return a / n, a * b / (n * n * (n + 1)), 1 / (4 * (n + 1))
    if d.name == 'triangular':
        a, m, c = p
        return (a + m + c) / 3, (a * a + m * m + c * c - a * m - a * c - m * c) / 18, (c - a) ** 2 / 4
    raise Invalid('linearisation is for normal, uniform, beta and triangular coordinates')


def page_slopes(f, lo, hi):
    """An enclosure of the slopes of a function that bends between two fixed-point numbers: on a part that may
    bend either way, those next to the one at its begin."""
    return chords.slopes(f, lo, hi, _section_slopes)


def _section_slopes(f, a, b, kind, section):
    if isinstance(kind, str) or a is None or b is None:
        return chords.section_slopes(f, a, b, kind, section)
    lo, hi = f.one_sided(a, 1)
    more = fixed.ceil_shift(kind[1] * (b - a), P)
    return lo - more, hi + more


def slopes_everywhere(f):
    """As the page has them: where f bends towards infinity, its slopes there may have any sign and size."""
    least, greatest = f.slopes
    if f.sections[0][1] == 'linear' and f.sections[-1][1] == 'linear':
        return least, greatest
    most = max(-least, greatest)
    return (-most if least < 0 else 0), most


class Lines:
    """Of a component: `square` is b^2, `shares` the pairs of y^2 b^2 and g with g < 1."""

    def __init__(self, square):
        self.square = square
        self.shares = []
        for k in _QUARTERS:
            y2 = Fraction(k * k, 16)
            g = 2 * (y2 + 2) * square * Fraction(fixed.exp(-(k * k << P >> 5))[1], ONE)
            if g < 1:
                self.shares.append((y2 * square, g))

    def line(self, f, h, variance):
        """(p, number next to f(h), off): fractions, and off at the scale 2^-Q."""
        if isinstance(f, Piecewise):
            value, wrong = Fraction(f.exact(h)), 0
            slopes = [Fraction(a) for a, _ in f.pieces]
            least, greatest = min(slopes), max(slopes)
        else:
            x = fixed.enclose(h)
            lo, hi = f.range(*x) if x[0] < x[1] else f.value(x[0])
            value, wrong = Fraction(lo + hi, 2 * ONE), fixed_up(Fraction(hi - lo, 2 * ONE))
            least, greatest = (Fraction(x, ONE) for x in slopes_everywhere(f))
        if not variance:
            return Fraction(0), value, wrong
        p = (least + greatest) / 2
        best, slope = (greatest - p) ** 2, p
        for part, g in self.shares:
            a, b = self._between(f, h, part * variance)
            p = (a + b) / 2
            share = ((b - a) / 2) ** 2 + max(p - least, greatest - p) ** 2 * g
            if share < best:
                best, slope = share, p
        square = best * variance
        return slope, value, root_up(quotient_up(square.numerator << 2 * Q, square.denominator)) + wrong

    @staticmethod
    def _between(f, h, square):
        """The least and the greatest slope less than the root of `square` away from h."""
        if isinstance(f, Piecewise):
            far = [(k - h) ** 2 >= square for k in f.knots]
            i = sum(x and k < h for x, k in zip(far, f.knots))
            j = len(far) - sum(x and k > h for x, k in zip(far, f.knots))
            slopes = [Fraction(a) for a, _ in f.pieces[i:j + 1]]
            return min(slopes), max(slopes)
        r = math.isqrt((square.numerator << 2 * P) // square.denominator) + 1
        lo, hi = fixed.down(h) - r, fixed.up(h) + r
        for end, _ in f.sections[:-1]:
            e = Fraction(end, ONE)
            if (e - h) ** 2 >= square:
                lo, hi = (max(lo, end), hi) if e < h else (lo, min(hi, end))
        a, b = page_slopes(f, lo, hi)
        return Fraction(a, ONE), Fraction(b, ONE)

    # --- distributions ---

    def below(self, t, h, variance):
        """(lower, upper) of P(X < t) and P(X <= t), variance > 0."""
        if t == h:
            return Fraction(0), Fraction(1)
        tail = self.tail((t - h) ** 2 / variance)
        return (1 - tail, Fraction(1)) if t > h else (Fraction(0), tail)

    def tail(self, square):
        """At least P(X - h >= x s) for x > 0, from x^2."""
        return min(1 / (1 + square), exp_up(square / (2 * self.square)))

    def tail_near(self, x):
        """The same in doubles, for all x."""
        if x <= 0:
            return 1.0
        return min(1 / (1 + x * x), math.exp(-min(x * x / (2 * float(self.square)), 700)))

    @staticmethod
    def excess(mean, variance):
        """(lower, upper) of E max(X, 0) at the scale 2^-Q, X with this mean: E |X| <= (E X^2)^(1/2)."""
        square = variance + mean ** 2
        root = root_up(quotient_up(square.numerator << 2 * Q, square.denominator))
        lo, hi = enclose(mean)
        return max(lo, 0), max(quotient_up(root + hi, 2), 0)


def exp_up(x):
    """At least e^-x for x >= 0, relatively close; fractions."""
    if x > _FAR:
        return Fraction(1, 1 << 28_000)
    _, hi, e = fixed.exp_scaled(-fixed.down(x))
    return fixed.to_fraction(hi, e)
