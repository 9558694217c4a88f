#!/usr/bin/env python3
"""Replays many certificates, for comparisons.

usage: batch.py [--seconds 60] < tasks

Each line of the standard input is a statement, a certificate and its networks (none of a loop), separated by
tabs; each line of the output is the exit status that check.py would have (1 for a fault of the
checker itself, with a trace on the standard error), and the first and the last line that it would
print, separated by tabs, too.

Each task has a process of its own, made from this one, so that nothing is left of it afterwards.
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from secondchecker import limits, loops, main, regions, support  # noqa: E402, F401 (loaded once and not in each process)


def run():
    parser = argparse.ArgumentParser()
    parser.add_argument('--seconds', type=float, default=60)
    seconds = parser.parse_args().seconds
    sys.setrecursionlimit(20000)
    limits.bound_memory()
    for line in sys.stdin:
        statement, certificate, *networks = line.rstrip('\r\n').split('\t')
        try:
            status, lines = main.limited(statement, networks, certificate, 1, seconds)
        except main.Usage as e:
            status, lines = 2, [str(e)]
        print('%d\t%s\t%s' % (status, lines[0], lines[-1].replace('\t', ' ')), flush=True)


if __name__ == '__main__':
    run()
