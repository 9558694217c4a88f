"""Network files: their digests, and all of them as one graph. FORMAT.md sections 2 and 4."""
import os

from . import Invalid, Refused, nnet, onnx
from .graph import Graph


def load(statement, paths):
    """The graph of all networks of a statement, from their files, whose digests are compared."""
    if len(paths) != len(statement.networks):
        raise Invalid('%d network files for %d networks' % (len(paths), len(statement.networks)))
    graph = Graph(statement.inputs)
    for path, (digest, outputs) in zip(paths, statement.networks):
        try:
            with open(path, 'rb') as f:
                data = f.read()
        except OSError as e:
            raise Refused('%s: %s' % (path, e.strerror))
        if onnx.digest(path, data) != digest:
            raise DigestDiffers('%s is another network than that of the statement' % path)
        if onnx.is_nnet(data):
            numbers = nnet.read(data, graph, statement.inputs)
        else:
            try:
                numbers = onnx.Reader(data, os.path.dirname(path), graph, statement.inputs).outputs
            except (IndexError, TypeError, ValueError, AttributeError, OverflowError, ZeroDivisionError) as e:
                raise Refused('%s cannot be read: %s' % (path, e))
        if outputs is not None and len(numbers) != outputs:
            raise Invalid('%s has %d outputs, the statement %d' % (path, len(numbers), outputs))
        graph.outputs += numbers
    graph.finish()
    graph.floor()
    return graph


class DigestDiffers(Refused):
    """Another network: this makes the certificate INVALID."""
