"""Limits of this checker's own: memory of a process, and seconds of a replay.

What reaches one of them is no verdict (FORMAT.md section 1): exit status 3.
"""
import json
import os
import select
import signal
import sys
import time
import traceback

from . import Refused

MEGABYTES = 1000
OUT_OF_MEMORY = 'more than %d MB of memory' % MEGABYTES


class Stopped(Refused):
    """A limit was reached."""


def bound_memory(megabytes=MEGABYTES):
    """From now on this process and those that it starts get a MemoryError beyond the limit."""
    try:
        import resource
    except ImportError:         # such as on Windows: there is no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = megabytes * 1_000_000
    if hard == resource.RLIM_INFINITY or wanted < hard:
        try:
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
        except (ValueError, OSError):       # a system that does not know it
            pass


def within(seconds, work):
    """What `work` returns, (exit status, lines), of a process of its own with the limit of memory
    that is ended after so many seconds. A signal alone would wait for the end of a long multiplication."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, 'rb') as pipe:
            data = _read(pipe.fileno(), time.monotonic() + seconds)
        if data is None:
            raise Stopped('more than %g seconds' % seconds)
        status, lines = json.loads(data) if data else (1, ['fault'])
        return status, lines
    finally:
        # with all that it has started
        _end(child)


def _answer(work, writing):
    """The child: writes the answer, and ends without a look at what the parent has open."""
    status = 1
    try:
        os.setpgid(0, 0)
        bound_memory()
        answer = work()
        with os.fdopen(writing, 'w') as pipe:
            json.dump(answer, pipe)
        status = 0
    except BaseException:       # a fault of this checker: its trace says where
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _read(descriptor, end):
    """All that is written until it is closed, or None where that is not before the end."""
    parts = []
    while True:
        left = end - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            return None
        part = os.read(descriptor, 1 << 16)
        if not part:
            return b''.join(parts)
        parts.append(part)


def _end(child):
    for kill, number in ((os.killpg, child), (os.kill, child)):
        try:
            kill(number, signal.SIGKILL)
        except OSError:         # it has ended, or has no group yet
            pass
    os.waitpid(child, 0)
