"""Polytopes with exact rational vertices. FORMAT.md section 6, "Mass".

A polytope is a dictionary: vertex (tuple of fractions) -> frozenset of the half-spaces on whose
boundary it lies.
"""
from fractions import Fraction
from itertools import product

MOST_VERTICES = 20_000
MOST_SIMPLICES = 200_000


def box(ends):
    """The vertices of a box; facets have the names (q, 0) and (q, 1)."""
    result = {}
    for choice in product((0, 1), repeat=len(ends)):
        v = tuple(e[c] for e, c in zip(ends, choice))
        result[v] = frozenset((q, c) for q, c in enumerate(choice))
    return result


def cut(polytope, n, a, b, name):
    """The part where a . u + b >= 0 (double description, one cut)."""
    value = {v: sum(x * y for x, y in zip(a, v)) + b for v in polytope}
    if all(x >= 0 for x in value.values()):
        return {v: (s | {name} if value[v] == 0 else s) for v, s in polytope.items()}
    result = {}
    inside = [v for v in polytope if value[v] > 0]
    outside = [v for v in polytope if value[v] < 0]
    for v, s in polytope.items():
        if value[v] == 0:
            result[v] = s | {name}
        elif value[v] > 0:
            result[v] = s
    sets = list(polytope.values())
    for p in inside:
        for q in outside:
            common = polytope[p] & polytope[q]
            # an edge: at least n - 1 facets in common, and no third vertex on all of them
            if len(common) < n - 1 or sum(1 for s in sets if common <= s) > 2:
                continue
            t = value[p] / (value[p] - value[q])
            w = tuple(x + t * (y - x) for x, y in zip(p, q))
            result[w] = result.get(w, frozenset()) | common | {name}
    return result


def simplices(polytope, n):
    """Triangulates by pulling the first vertex, recursively: lists of n + 1 vertices."""
    return _pull(sorted(polytope), polytope, n, frozenset())


def _pull(vertices, facets, dimension, face):
    if dimension == 0:
        return [[vertices[0]]]
    if len(vertices) == dimension + 1:
        return [list(vertices)]
    top = vertices[0]
    result = []
    names = set().union(*(facets[v] for v in vertices)) - facets[top]
    seen = set()
    for name in sorted(names, key=repr):
        part = [v for v in vertices if name in facets[v]]
        key = tuple(part)
        if len(part) < dimension or key in seen or _rank(part) != dimension - 1:
            continue
        seen.add(key)
        for s in _pull(part, facets, dimension - 1, face | {name}):
            result.append([top] + s)
    return result


def _rank(points):
    """The dimension of what points span."""
    base = points[0]
    rows = [[x - y for x, y in zip(p, base)] for p in points[1:]]
    rank = 0
    columns = len(base)
    for c in range(columns):
        pivot = next((r for r in range(rank, len(rows)) if rows[r][c] != 0), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for r in range(rank + 1, len(rows)):
            if rows[r][c] != 0:
                f = rows[r][c] / rows[rank][c]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[rank])]
        rank += 1
    return rank


def determinant(rows):
    rows = [list(r) for r in rows]
    n = len(rows)
    d = Fraction(1)
    for c in range(n):
        pivot = next((r for r in range(c, n) if rows[r][c] != 0), None)
        if pivot is None:
            return Fraction(0)
        if pivot != c:
            rows[c], rows[pivot] = rows[pivot], rows[c]
            d = -d
        d *= rows[c][c]
        for r in range(c + 1, n):
            if rows[r][c] != 0:
                f = rows[r][c] / rows[c][c]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    return d
