#!/usr/bin/env python3
"""Replays all certificates of folders and prints a table.

usage: replay_all.py FOLDER ... [--cells 10000] [--jobs N] [--seconds 600] [--kernel JAR] [--skip PART]

A certificate is a file X.cert with its statement X.statement next to it; networks are found among
all .onnx and .nnet files of the folders by their digests. Left out are certificates of more cells,
and those with the part in their name. With --kernel the same is asked of the
kernel's jar, and the table has its exit status. Seconds are processor time of this checker.
"""
import argparse
import os
import resource
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from secondchecker import Incomplete, Invalid, Refused, frame, main, networks, onnx, statement as statements  # noqa: E402
from secondchecker.replay import Replay  # noqa: E402


def files(folders, endings):
    for folder in folders:
        for path, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.join(path, name)


def digests(folders):
    result = {}
    for path in files(folders, ('.onnx', '.nnet')):
        with open(path, 'rb') as f:
            try:
                result.setdefault(onnx.digest(path, f.read()), path)
            except Refused:
                pass
    return result


def cells(statement, paths, certificate):
    """Number of leaves, or None where the tree cannot be walked."""
    count = [0]
    try:
        if statement.kind == 'regions':
            return certificate.regions
        replay = Replay(statement, networks.load(statement, paths), certificate)
        from secondchecker.tree import Walk

        def visit(b, hull, make):
            count[0] += 1
        Walk(certificate.tree, replay.spaces, replay.networks).run(visit)
        return count[0]
    except (Refused, Invalid, Incomplete):
        return count[0] or None


def used():
    return sum(r.ru_utime + r.ru_stime for r in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


STATUS = {0: 'VALID', 30: 'VALID, UNDECIDED', 40: 'VALID, VIOLATED', 4: 'INVALID', 5: 'INCOMPLETE', 3: 'refused', 2: 'usage'}


def run():
    parser = argparse.ArgumentParser()
    parser.add_argument('folders', nargs='+')
    parser.add_argument('--cells', type=int, default=10000)
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--seconds', type=float, default=600)
    parser.add_argument('--kernel')
    parser.add_argument('--skip', action='append', default=[])
    a = parser.parse_args()
    sys.setrecursionlimit(20000)
    known = digests(a.folders)
    print('| certificate | cells | seconds | verdict | kernel |\n|---|---:|---:|---|---|')
    different = 0
    for path in files(a.folders, ('.cert',)):
        name = os.path.relpath(path, a.folders[0])
        source = path[:-5] + '.statement'
        if any(s in name for s in a.skip) or not os.path.exists(source) or not os.path.getsize(source):
            continue
        with open(source, 'rb') as f, open(path, 'rb') as g:
            try:
                s = statements.read(f.read())
                paths = [known[d] for d, _ in s.networks]
                count = cells(s, paths, frame.Certificate(g.read(), s))
            except KeyError:
                print('| %s | | | network not found | |' % name)
                continue
            except (Refused, Invalid, Incomplete) as e:
                print('| %s | | | %s | |' % (name, e))
                continue
        if count is not None and count > a.cells:
            print('| %s | %d | | skipped | |' % (name, count), flush=True)
            continue
        start = used()
        try:
            status, lines = main.limited(source, paths, path, a.jobs, a.seconds)
        except Exception as e:      # a table is worth more than a stop: the fault is in it
            status, lines = 1, [repr(e)]
        seconds = used() - start
        kernel = ''
        if a.kernel:
            command = ['java', '-jar', a.kernel, '--statement', source, '--certificate', path]
            for p in paths:
                command += ['--network', p]
            k = subprocess.run(command, capture_output=True).returncode
            kernel = STATUS.get(k, str(k))
            different += k != status
        verdict = lines[0] if status in STATUS else 'error: ' + lines[0]
        print('| %s | %s | %.1f | %s | %s |' % (name, count, seconds, verdict, kernel), flush=True)
        if status not in (0, 30, 40):
            print('\n'.join('    ' + l[:300] for l in lines[1:6]), file=sys.stderr, flush=True)
    return 1 if different else 0


if __name__ == '__main__':
    sys.exit(run())
