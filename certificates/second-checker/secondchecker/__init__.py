"""A second checker of Surety's certificates, written from certificates/FORMAT.md alone.

Python 3.9 or later, nothing but its standard library. Numbers are integers (fixed point, see
`fixed`) and fractions; no floating-point result is ever trusted.
"""


class Refused(Exception):
    """The statement or a network cannot be read by this checker: exit status 3."""


class Invalid(Exception):
    """The certificate is wrong: exit status 4."""


class Incomplete(Exception):
    """The certificate ends early or leaves a cell out: exit status 5."""


class TooFine(Exception):
    """The fixed point has too few places for what the certificate does: more are to be used."""
