"""A cache of results that differ much in size."""
from functools import wraps

_MOST = 2_000_000


def sized(size):
    """Remembers results while their sizes add up to at most some number; then forgets all of them.
    A result that is larger than a quarter of it is not remembered."""
    def decorate(function):
        known, total = {}, [0]

        @wraps(function)
        def remembered(*key):
            result = known.get(key)
            if result is None:
                result = function(*key)
                s = size(result)
                if 4 * s <= _MOST:
                    if total[0] + s > _MOST:
                        known.clear()
                        total[0] = 0
                    known[key] = result
                    total[0] += s
            return result
        return remembered
    return decorate
