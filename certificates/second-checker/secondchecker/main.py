"""The command: arguments, processes, and what is printed. FORMAT.md section 1."""
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
import argparse
import multiprocessing
import os
import subprocess
import sys

from . import Incomplete, Invalid, Refused, TooFine, frame, limits, networks, statement as statements
from .dyadics import Dyadic
from .events import literals
from .fixed import P
from .replay import Replay

_MOST_BYTES = 1 << 28


def _read(path):
    try:
        with open(path, 'rb') as f:
            if os.fstat(f.fileno()).st_size > _MOST_BYTES:
                raise Refused('%s is larger than 256 MiB' % path)
            return f.read()
    except OSError as e:
        raise Usage('%s: %s' % (path, e.strerror))


class Usage(Exception):
    pass


class Arguments(argparse.ArgumentParser):
    def error(self, message):
        raise Usage(message)


def decimal(x, rounding):
    """A bound as a short decimal number, rounded as is said: a lower one down, an upper one up."""
    if x is None:
        return 'unknown'
    if isinstance(x, str):
        return x
    if isinstance(x, Dyadic):
        if x.sign and abs(x.top()) > 20_000:
            return x.text[:40]
        x = x.fraction()
    context = Context(prec=17, rounding=rounding, Emin=-10 ** 8, Emax=10 ** 8)
    d = context.divide(Decimal(x.numerator), Decimal(x.denominator)).normalize(context)
    return format(d, 'f') if -7 <= d.adjusted() <= 15 else str(d)


def check(statement_path, network_paths, certificate_path, jobs=1):
    """(exit status, lines to print)."""
    try:
        return _check(statement_path, network_paths, certificate_path, jobs)
    except MemoryError:
        pass                # only behind this line is what was computed given back
    return 3, ['STOPPED', limits.OUT_OF_MEMORY]


def _check(statement_path, network_paths, certificate_path, jobs):
    try:
        statement = statements.read(_read(statement_path))
        data = _read(certificate_path)
        if statement.kind == 'loop':
            from . import loops
            if network_paths:
                raise Invalid('%d network files for a loop' % len(network_paths))
            return loops.check(statement, frame.Certificate(data, statement))
        try:
            graph = networks.load(statement, network_paths)
        except networks.DigestDiffers as e:
            return 4, ['INVALID', str(e)]
        certificate = frame.Certificate(data, statement)
        if statement.kind == 'regions':
            from . import regions
            return regions.check(statement, graph, certificate)
        if statement.kind == 'support':
            from . import support
            return support.check(statement, graph, certificate)
        replay = Replay(statement, graph, certificate)
        if jobs > 1 and len(replay.trees or b'') > 100:
            with multiprocessing.get_context('fork').Pool(jobs, _start, (replay, jobs)) as pool:
                parts = pool.map(_part, range(jobs), chunksize=1)
            for p in parts:
                if isinstance(p, Exception):
                    raise p
                p.problem = replay.problem
            totals = parts[0]
            for p in parts[1:]:
                totals.merge(p)
        else:
            totals = replay.totals()
        result = replay.evaluate(totals)
        result.problem.spaces = replay.spaces
    except TooFine:
        return again(statement_path, network_paths, certificate_path, jobs)
    except limits.Stopped as e:
        return 3, ['STOPPED', str(e)]
    except Refused as e:
        return 3, ['REFUSED', str(e)]
    except Invalid as e:
        return 4, ['INVALID', str(e)]
    except Incomplete as e:
        return 5, ['INCOMPLETE', str(e)]
    status, lines = report(statement, result)
    return (status, lines) if status is not None else again(statement_path, network_paths, certificate_path, jobs)


def limited(statement_path, network_paths, certificate_path, jobs, seconds):
    """The same, ended after some seconds (None: whenever it ends)."""
    if seconds is None:
        return check(statement_path, network_paths, certificate_path, jobs)
    for path in [statement_path, certificate_path] + list(network_paths):
        if not os.access(path, os.R_OK):
            raise Usage('%s cannot be read' % path)
    try:
        return limits.within(seconds, lambda: check(statement_path, network_paths, certificate_path, jobs))
    except limits.Stopped as e:
        return 3, ['STOPPED', str(e)]


def report(statement, result):
    misses = result.misses()
    if misses and P < 2000 and extreme(result.problem):
        return None, []
    lines = [statement.claim.text()]
    shown = list(zip(result.claimed, result.computed))
    for k, (c, d) in enumerate(shown):
        if len(shown) <= 20 or k in misses[:5]:
            lines.append('%sclaimed between %s and %s, computed between %s and %s' % (
                'point %d: ' % k if len(shown) > 1 else '', decimal(c[0], ROUND_FLOOR),
                decimal(c[1], ROUND_CEILING), decimal(d[0], ROUND_FLOOR), decimal(d[1], ROUND_CEILING)))
    lines.append('leaves: %d' % result.leaves)
    if misses:
        return 4, ['INVALID'] + lines + ['%d of %d claimed bounds do not contain the computed ones' % (len(misses), len(shown))]
    verdict = result.verdict()
    status = {None: 0, 'PROVED': 0, 'UNDECIDED': 30, 'VIOLATED': 40}[verdict]
    return status, ['VALID' + (', ' + verdict if verdict else '')] + lines


def extreme(problem):
    """Whether a statement or network has numbers near or below the fixed point's unit."""
    ends = [t for s in problem.spaces for c in s.coordinates for t in c.truncation if t is not None and t.sign]
    if any(t.top() < -90 or t.top() >= 200 for t in ends):
        return True
    numbers = [c.scale for s in problem.spaces for c in s.coordinates]
    numbers += [w for r in problem.rows.rows for w in r.weights.values()]
    numbers += [w for g in problem.rows.graph.gates if g.kind == 'affine' for r in g.rows for w in r.weights.values()]
    numbers += [l.t for e in problem.events for l in literals(e)]
    small, large = Fraction(1, 1 << 90), Fraction(1 << 200)
    return any(x != 0 and (abs(x) < small or abs(x) > large) for x in numbers)


def again(statement, network_paths, certificate, jobs):
    """The same with 2600 binary places, in a process of its own."""
    command = [sys.executable, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'check.py'),
               '--statement', statement, '--certificate', certificate, '--jobs', str(jobs)]
    for n in network_paths:
        command += ['--network', n]
    done = subprocess.run(command, env=dict(os.environ, SECONDCHECKER_BITS='2600'), capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()


_shared = None


def _start(replay, jobs):
    global _shared
    _shared = replay, jobs


def _part(k):
    replay, jobs = _shared
    try:
        totals = replay.totals(k, jobs)
    except (Refused, Invalid, Incomplete, TooFine) as e:
        return e
    totals.problem = None
    return totals


def main(arguments=None):
    parser = Arguments(description='Replays a certificate of Surety.')
    parser.add_argument('--statement', required=True)
    parser.add_argument('--network', action='append', default=[])
    parser.add_argument('--certificate', required=True)
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--seconds', type=float)
    try:
        a = parser.parse_args(arguments)
        if not 1 <= a.jobs <= 256:
            raise Usage('--jobs is from 1 to 256')
        if a.seconds is not None and not 0 < a.seconds <= 1e6:
            raise Usage('--seconds is above 0 and at most 1000000')
        sys.setrecursionlimit(20000)
        limits.bound_memory()
        status, lines = limited(a.statement, a.network, a.certificate, a.jobs, a.seconds)
    except Usage as e:
        print('usage: check.py --statement S [--network N ...] --certificate C [--jobs N] [--seconds N]: %s' % e,
              file=sys.stderr)
        return 2
    print('\n'.join(lines))
    return status
