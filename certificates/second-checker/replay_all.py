#!/usr/bin/env python3
"""Replays all certificates of folders and prints a table.

usage: replay_all.py FOLDER ... [--cells 10000] [--jobs N] [--seconds 600] [--kernel JAR] [--skip PART]

Certificates are the files X.cert. The statement of each is X.statement next to it or, else, the
.statement or .txt file of the folders that has the text which the certificate names, as in an archive
of 'surety bundle'; networks are found among all .onnx and .nnet files by their digests. Left out are
certificates of more cells, and those with the part in their name. With --kernel the same is asked of
the kernel's jar. Seconds are processor time of this checker.

Exit status: 0 all are valid, 1 one is not or the kernel says something else, 2 nothing was replayed.
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
        if statement.kind == 'support':
            return certificate.patterns
        if statement.kind == 'loop':
            return None
        replay = Replay(statement, networks.load(statement, paths), certificate)
        from secondchecker.tree import Walk

        def visit(b, hull, make):
            count[0] += 1
        Walk(certificate.tree, replay.spaces, replay.networks).run(visit)
        return count[0]
    except (Refused, Invalid, Incomplete):
        return count[0] or None


def texts(folders):
    """The files that hold statements, by what they say."""
    result = {}
    for path in files(folders, ('.statement', '.txt')):
        with open(path, 'rb') as f:
            text = f.read(1 << 24)
        if text.startswith(b'surety '):
            result.setdefault(text, path)
    return result


def statement_of(path, by_text):
    """Where the statement of a certificate is; nothing if it is nowhere."""
    beside = path[:-5] + '.statement'
    if os.path.exists(beside):
        return beside
    with open(path, 'rb') as f:
        head = f.read(1 << 24).split(b'\nend statement\n')[0]
    return by_text.get(head[head.find(b'\n') + 1:] + b'\n')


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
    by_text = texts(a.folders)
    different = replayed = invalid = 0
    for path in files(a.folders, ('.cert',)):
        name = os.path.relpath(path, a.folders[0])
        if any(s in name for s in a.skip):
            continue
        source = statement_of(path, by_text)
        if source is None:
            print('| %s | | | no statement found | |' % name)
            invalid += 1
            continue
        with open(source, 'rb') as f, open(path, 'rb') as g:
            try:
                s = statements.read(f.read())
                paths = [known[d] for d, _ in s.networks]
                count = cells(s, paths, frame.Certificate(g.read(), s))
            except KeyError:
                print('| %s | | | network not found | |' % name)
                invalid += 1
                continue
            except (Refused, Invalid, Incomplete) as e:
                print('| %s | | | %s | |' % (name, e))
                invalid += 1
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
            k = subprocess.run(command, capture_output=True, text=True)
            kernel = (k.stdout or k.stderr).split('\n')[0].split(':')[0]
            different += k.returncode != status
        verdict = lines[0] if status in STATUS else 'error: ' + lines[0]
        print('| %s | %s | %.1f | %s | %s |' % (name, '' if count is None else count, seconds, verdict, kernel), flush=True)
        replayed += 1
        if status not in (0, 30, 40):
            invalid += 1
            print('\n'.join('    ' + l[:300] for l in lines[1:6]), file=sys.stderr, flush=True)
    if not replayed:
        print('nothing was replayed: no certificate with its statement and networks in ' + ', '.join(a.folders),
              file=sys.stderr)
        return 2
    return 1 if different or invalid else 0


if __name__ == '__main__':
    sys.exit(run())
