"""Lines above and below activations. FORMAT.md section 4, "Activations".

`upper_line(f, sign, lo, hi, mean)` gives (s, c), fixed-point, with g(x) <= s x + c for all x of
[lo, hi], g = f or -f. The slope is free; the constant is proven, section by section.
"""
from . import fixed, functions
from .fixed import ONE, P


def convex(f, sign, lo, hi):
    """Whether g = sign * f is convex over the range."""
    if isinstance(f, functions.Piecewise):
        i, j = f.fixed_range(lo, hi)
        slopes = [sign * p[0] for p in f.pieces[min(i, j):max(i, j) + 1]]
        return all(a <= b for a, b in zip(slopes, slopes[1:]))
    if f.linear:
        return True
    wanted = 'convex' if sign > 0 else 'concave'
    if isinstance(f, functions.Elu) and sign > 0 and 0 <= f.ag[0] and f.ag[1] <= f.g[0]:
        return True
    start = None
    for end, kind in f.sections:
        if (start is None or lo >= start) and (end is None or hi <= end):
            return kind in (wanted, 'linear')
        start = end
    return False


def line_value(s, c, x):
    """Upper end of s x + c."""
    return fixed.ceil_shift(s * x, P) + c


def chord(f, sign, lo, hi):
    """The chord of a convex g, rounded upwards."""
    a, b = _g(f, sign, lo)[1], _g(f, sign, hi)[1]
    if hi == lo:
        return 0, max(a, b)
    s = ((b - a) << P) // (hi - lo)
    # above at both ends, so everywhere in between
    c = max(a - (s * lo >> P), b - (s * hi >> P)) + 1
    return s, c


def _g(f, sign, x):
    v = f.value(x)
    return v if sign > 0 else (-v[1], -v[0])


def _slope(f, sign, x):
    v = f.slope(x)
    return v if sign > 0 else (-v[1], -v[0])


def guess_slope(f, sign, lo, hi, mean):
    """A slope for a line above g, as a fixed-point number: that of g at the mean where the range lies
    in one concave section, else that of the upper hull of samples there."""
    if hi <= lo:
        return 0
    if isinstance(f, functions.Piecewise):
        xs = [lo, hi] + [k[0] for k in f.fixed_knots if lo < k[0] < hi]
        points = sorted((x / ONE, sign * _float_piecewise(f, x)) for x in xs)
    else:
        start = None
        wanted = 'concave' if sign > 0 else 'convex'
        for end, kind in f.sections:
            if (start is None or lo >= start) and (end is None or hi <= end):
                if kind == wanted:
                    return int(sign * f.guess_slope(min(max(mean, lo), hi) / ONE) * (1 << 60)) << (P - 60)
                break
            start = end
        a, b = lo / ONE, hi / ONE
        xs = {a + (b - a) * i / 8 for i in range(9)} | {e / ONE for e, _ in f.sections if e is not None and lo < e < hi}
        points = sorted((x, sign * f.guess(x)) for x in xs)
    hull = []
    for p in points:
        while len(hull) > 1 and (hull[-1][1] - hull[-2][1]) * (p[0] - hull[-2][0]) <= (p[1] - hull[-2][1]) * (hull[-1][0] - hull[-2][0]):
            hull.pop()
        hull.append(p)
    m = mean / ONE
    best = None
    for (x, y), (u, v) in zip(hull, hull[1:]):
        if u > x:
            best = (v - y) / (u - x)
            if m <= u:
                break
    return int((best or 0.0) * (1 << 60)) << (P - 60)


def _float_piecewise(f, x):
    v = f.value(x)
    return (v[0] + v[1]) / 2 / ONE


def upper_line(f, sign, lo, hi, mean):
    if convex(f, sign, lo, hi):
        return chord(f, sign, lo, hi)
    s = guess_slope(f, sign, lo, hi, mean)
    return s, constant(f, sign, lo, hi, s, mean)


def constant(f, sign, lo, hi, s, mean):
    """The least c that is proven with g(x) <= s x + c on [lo, hi]."""
    if isinstance(f, functions.Piecewise):
        xs = [lo, hi]
        c = max(_g(f, sign, x)[1] - (s * x >> P) for x in xs)
        for k, (a, b) in zip(f.knots, f.fixed_knots):
            if a < hi and b > lo:
                v = f.exact(k)
                v = fixed.up(v) if sign > 0 else -fixed.down(v)
                c = max(c, v - min(s * a >> P, s * b >> P))
        return c
    start, best = None, None
    for end, kind in f.sections:
        p = lo if start is None else max(lo, start)
        q = hi if end is None else min(hi, end)
        start = end
        if p > q or p == q and best is not None:
            continue
        c = _section(f, sign, p, q, kind, s, mean)
        best = c if best is None else max(best, c)
    return best


def _section(f, sign, p, q, kind, s, mean):
    ends = max(_g(f, sign, p)[1] - (s * p >> P), _g(f, sign, q)[1] - (s * q >> P))
    if kind == 'linear' or kind == ('convex' if sign > 0 else 'concave') or p == q:
        return ends
    if isinstance(kind, tuple):
        bound, parts = kind[1], 8
        w = (q - p) // parts + 1
        xs = [p + (q - p) * i // parts for i in range(parts + 1)]
        c = max(_g(f, sign, x)[1] - (s * x >> P) for x in xs)
        c += fixed.ceil_shift(bound * fixed.ceil_shift(w * w, P), P + 3)
        r = f.range(p, q)
        flat = (r[1] if sign > 0 else -r[0]) + max(-(s * p >> P), -(s * q >> P))
        return min(c, flat)
    # concave: below the tangent at any point; best where the slope is s
    candidates = []
    m = min(max(mean, p), q)
    a, b = p / ONE, q / ONE
    t = s / ONE
    for _ in range(40):
        x = (a + b) / 2
        if sign * f.guess_slope(x) > t:
            a = x
        else:
            b = x
    x0 = min(max(int(a * (1 << 60)) << (P - 60), p), q)
    for x in {x0, m}:
        try:
            v, d = _g(f, sign, x), _slope(f, sign, x)
        except (ZeroDivisionError, ValueError):
            continue
        c = max(_tangent(v, d, x, p) - (s * p >> P), _tangent(v, d, x, q) - (s * q >> P))
        candidates.append(c)
    if not candidates:
        r = f.range(p, q)
        candidates.append((r[1] if sign > 0 else -r[0]) + max(-(s * p >> P), -(s * q >> P)))
    return min(candidates)


def _tangent(v, d, x, y):
    """Upper end of the tangent at x, at y."""
    h = y - x
    return v[1] + fixed.ceil_shift((d[1] if h >= 0 else d[0]) * h, P)
