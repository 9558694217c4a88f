#!/usr/bin/env python3
"""Replays a certificate of Surety, written from certificates/FORMAT.md alone.

usage: check.py --statement S [--network N ...] --certificate C [--jobs N] [--seconds N]

One network for each that the statement names; of a loop there are none.

Exit status (FORMAT.md section 1): 0 VALID (and PROVED, or nothing required), 30 VALID, UNDECIDED,
40 VALID, VIOLATED, 4 INVALID, 5 INCOMPLETE, 3 statement or network refused, or stopped
after so many seconds or at 1 GB of memory, 2 wrong usage.
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from secondchecker.main import main  # noqa: E402

if __name__ == '__main__':
    sys.exit(main())
