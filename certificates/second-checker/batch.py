#!/usr/bin/env python3
"""Replays many certificates in one process, for comparisons.

Each line of the standard input is a statement, a certificate and one or more networks, separated by
tabs; each line of the output is the exit status that check.py would have (1 for a fault of the
checker itself, with a trace on the standard error) and the first line that it would print.
"""
import os
import sys
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from secondchecker import main  # noqa: E402


def run():
    sys.setrecursionlimit(20000)
    for line in sys.stdin:
        statement, certificate, *networks = line.rstrip('\r\n').split('\t')
        try:
            status, lines = main.check(statement, networks, certificate)
        except main.Usage as e:
            status, lines = 2, [str(e)]
        except Exception:      # a fault of this checker must not end the comparison
            traceback.print_exc()
            status, lines = 1, ['fault']
        print('%d\t%s' % (status, lines[0]), flush=True)


if __name__ == '__main__':
    run()
