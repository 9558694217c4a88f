"""The replay of a certificate: computes all bounds anew and compares. FORMAT.md sections 1 and 5."""
from fractions import Fraction
import math

from . import Incomplete, Invalid, Refused, bounds, fixed, linearisation, wide
from .coordinates import Space
from .fixed import ONE, P
from .problem import Problem, Totals
from .quantities import Branch, Evaluation, make_tails
from .tree import Walk

_BLOCK = 8


class Result:
    def __init__(self, problem, computed, claimed, leaves):
        self.problem, self.computed, self.claimed, self.leaves = problem, computed, claimed, leaves

    def misses(self):
        """Indices of the claimed bounds that do not contain the computed ones."""
        return [k for k, (c, d) in enumerate(zip(self.claimed, self.computed)) if not contains(c, d)]

    def verdict(self):
        """PROVED, VIOLATED, UNDECIDED, or None where nothing is required."""
        claim = self.problem.claim
        if claim.kind in ('cdf', 'open', 'moments'):
            return None
        lo, hi = (None if isinstance(x, str) else x for x in self.claimed[0])
        if claim.kind == 'interval':
            a, b = claim.interval
            if lo is not None and hi is not None and a <= lo and hi <= b:
                return 'PROVED'
            return 'VIOLATED' if hi is not None and hi < a or lo is not None and lo > b else 'UNDECIDED'
        t, r = claim.limit, claim.relation
        # all numbers up to hi, and none from lo on; of > and >= the other way round
        if r in ('<', '<='):
            proved = hi is not None and (hi < t or hi == t and r == '<=')
            violated = lo is not None and (lo > t or lo == t and r == '<')
        else:
            proved = lo is not None and (lo > t or lo == t and r == '>=')
            violated = hi is not None and (hi < t or hi == t and r == '>')
        return 'PROVED' if proved else 'VIOLATED' if violated else 'UNDECIDED'


def contains(claimed, computed):
    a, b = claimed
    lo, hi = computed
    return ((a == '-inf' or lo is not None and a <= lo) and (b == 'inf' or hi is not None and hi <= b))


class Replay:
    def __init__(self, statement, graph, certificate):
        self.statement, self.graph, self.certificate = statement, graph, certificate
        law = statement.law
        self.rounding = None
        level_f = statement.semantics[0] != 'real'
        if level_f:
            from .rounding import check
            check(graph, statement.semantics)
        self.methods, self.trees = linearisation.methods(certificate.tree)
        if self.methods:
            linearisation.applicable(statement, graph)
        self.problem = Problem(statement, graph, certificate, level_f)
        rows = self.problem.rows.rows
        self.spaces, at = [], 0
        cache = {}
        for b in law.branches:
            truncations = tuple(certificate.truncations[at:at + b.coordinates])
            at += b.coordinates
            self.spaces.append(Space(b, truncations))
        self.networks = [bounds.Network(graph, rows, s) for s in self.spaces]
        if level_f:
            from .rounding import Deviations
            self.rounding = Deviations(graph, self.problem.rows, statement.semantics)

    def totals(self, part=0, parts=1):
        """Sums over every `parts`-th block of leaves; None where there are no trees."""
        if self.trees is None:
            return None
        totals = Totals(self.problem)
        count = [0]
        def visit(b, hull, make):
            k = count[0]
            count[0] += 1
            if parts > 1 and (k // _BLOCK) % parts != part:
                return
            widths = None
            if self.rounding is not None:
                widths = self.rounding.of_rows(list(zip(*self.spaces[b].enclose_inputs(hull()))))
            totals.add(make(widths))
        Walk(self.trees, self.spaces, self.networks).run(visit)
        return totals

    def everywhere(self, w):
        """Ranges of the rows over the whole domain of all branches, and of the rest."""
        ranges = None
        for s in self.spaces:
            inputs = wide.inputs_over(s, wide.domain(s))
            r = w.ranges(inputs)
            if self.rounding is not None:
                r = self.rounding.widen(inputs, r)
            ranges = r if ranges is None else [union(x, y) for x, y in zip(ranges, r)]
        anything = [(None, None)] * self.graph.inputs
        rest = w.ranges(anything)
        if self.rounding is not None:
            rest = self.rounding.widen(anything, rest)
        if self.statement.law.rest:
            ranges = [union(x, y) for x, y in zip(ranges, rest)]
        return ranges, rest

    def evaluate(self, totals):
        rows = self.problem.rows.rows
        w = wide.Wide(self.graph, rows)
        everywhere, rest = self.everywhere(w)
        branches = []
        for s, network in zip(self.spaces, self.networks) if totals else ():
            tails, middles = make_tails(s, w, None, self.rounding.widen if self.rounding is not None else None)
            growth = centre = None
            if tails and self.problem.integrals and self.rounding is None:
                growth = wide.Growth(self.graph, rows, s)
                lo, hi = s.enclose_inputs([(m, m) for m in middles])
                try:
                    lo, hi = network.evaluate(lo, hi)
                    centre = [r.interval(lo, hi) for r in network.rows]
                except (bounds.Undefined, OverflowError, ZeroDivisionError):
                    pass
            branches.append(Branch(s, tails, middles, growth, centre))
        computed = Evaluation(self.problem, self.statement.law, branches, totals, everywhere, rest,
                              self.linearisations()).all()
        return Result(self.problem, computed, self.certificate.bounds, totals.leaves if totals else 0)

    def linearisations(self):
        sources, lined = {}, {}          # norms of weights, for all methods and components
        rows = self.problem.rows
        return [linearisation.Linearisation(self.statement, self.graph, rows, m, sources, lined) for m in self.methods]


def union(x, y):
    return (None if x[0] is None or y[0] is None else min(x[0], y[0]),
            None if x[1] is None or y[1] is None else max(x[1], y[1]))
