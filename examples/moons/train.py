#!/usr/bin/python3
"""Makes two half-moons, trains moons.onnx on them, and writes network and points beside this script.

On Debian 12:

    apt-get install python3-numpy python3-onnx
    /usr/bin/python3 examples/moons/train.py

The data are 1,000 made-up points of the plane, 500 of each class, in the layout of a well-known
exercise: the upper moon is the upper half of a circle of radius 1 around (0, 0), the lower one the
lower half of a circle around (1, 0.5), both with normal noise of standard deviation 0.2 in both
coordinates. All of them are used for training; upper.csv and lower.csv have them.

The network has three hidden layers of 4 ReLUs and one output, the score (the logit, no sigmoid):
above 0 it says lower moon. It is trained with numpy, by Adam on the cross entropy.

The script also prints what moons.sure was written from: two points that were not used for training,
mixtures of 3 normal distributions for each class (independent coordinates, by expectation
maximization), and how often the network is wrong, of the points and of many new ones.

Seed and number of threads are fixed, so the same package versions on the same kind of machine write
the same bytes. The committed files came from numpy 1.24.2 and onnx 1.12.0. Another version may
train another network: then the limits in moons.sure, which were chosen for the committed one, need
another look.
"""

import os

# Threads change the order of summation, and with it the last bits of the weights.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = "1"

import hashlib
import pathlib

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

FOLDER = pathlib.Path(__file__).resolve().parent
SEED = 3
POINTS, NOISE = 1000, 0.2
SIZES = [2, 4, 4, 4, 1]
EPOCHS, BATCH, RATE = 20, 64, 1e-2
COMPONENTS = 3
NEW_POINTS = 1000000


def moons(random, count):
    """Points of the upper and of the lower moon, as many of each."""
    half = count // 2
    angle = random.uniform(0, numpy.pi, (2, half))
    upper = numpy.column_stack([numpy.cos(angle[0]), numpy.sin(angle[0])])
    lower = numpy.column_stack([1 - numpy.cos(angle[1]), 0.5 - numpy.sin(angle[1])])
    return [moon + random.normal(0, NOISE, moon.shape) for moon in (upper, lower)]


def scores(layers, points):
    """The scores, and the activations of all layers before them."""
    seen = [points]
    for weights, bias in layers[:-1]:
        seen.append(numpy.maximum(seen[-1] @ weights.T + bias, 0))
    weights, bias = layers[-1]
    return (seen[-1] @ weights.T + bias)[:, 0], seen


def gradients(layers, points, classes):
    """Of the mean cross entropy, layer by layer."""
    score, seen = scores(layers, points)
    back = ((1 / (1 + numpy.exp(-score)) - classes) / len(classes))[:, None]
    result = []
    for k in reversed(range(len(layers))):
        result.insert(0, [back.T @ seen[k], back.sum(axis=0)])
        back = (back @ layers[k][0]) * (seen[k] > 0)
    return result


def train(random, upper, lower):
    """Weights and biases of each layer, rounded to the float32 numbers that the file will hold."""
    points = numpy.concatenate([upper, lower])
    classes = numpy.repeat([0.0, 1.0], [len(upper), len(lower)])
    layers = [
        [random.normal(0, numpy.sqrt(2 / before), (after, before)), numpy.zeros(after)]
        for before, after in zip(SIZES, SIZES[1:])
    ]
    means = [[numpy.zeros_like(part) for part in layer] for layer in layers]
    squares = [[numpy.zeros_like(part) for part in layer] for layer in layers]
    step = 0
    for _ in range(EPOCHS):
        order = random.permutation(len(points))
        for first in range(0, len(points), BATCH):
            step += 1
            batch = order[first : first + BATCH]
            for k, layer in enumerate(gradients(layers, points[batch], classes[batch])):
                for j, gradient in enumerate(layer):
                    means[k][j] += 0.1 * (gradient - means[k][j])
                    squares[k][j] += 0.001 * (gradient**2 - squares[k][j])
                    mean = means[k][j] / (1 - 0.9**step)
                    square = squares[k][j] / (1 - 0.999**step)
                    layers[k][j] -= RATE * mean / (numpy.sqrt(square) + 1e-8)
    return [[part.astype(numpy.float32) for part in layer] for layer in layers]


def mixture(random, points):
    """Weights, means and variances of components with independent coordinates."""
    centres = points[random.choice(len(points), COMPONENTS, replace=False)]
    weights = numpy.full(COMPONENTS, 1 / COMPONENTS)
    variances = numpy.tile(points.var(axis=0), (COMPONENTS, 1))
    for _ in range(1000):
        distances = ((points[:, None] - centres) ** 2 / variances).sum(axis=2)
        logs = numpy.log(weights) - (distances + numpy.log(variances).sum(axis=1)) / 2
        shares = numpy.exp(logs - logs.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        total = shares.sum(axis=0)
        weights = total / len(points)
        centres = shares.T @ points / total[:, None]
        variances = (shares[:, :, None] * (points[:, None] - centres) ** 2).sum(axis=0)
        variances /= total[:, None]
    order = numpy.argsort(centres[:, 0])
    return weights[order], centres[order], variances[order]


def write(path, layers):
    """Gemm and Relu nodes with float32 initializers, one point at a time."""
    nodes, initializers, previous = [], [], "point"
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "score" if last else f"sum{index}"
        initializers.append(numpy_helper.from_array(weights, f"weight{index}"))
        initializers.append(numpy_helper.from_array(bias, f"bias{index}"))
        operands = [previous, f"weight{index}", f"bias{index}"]
        nodes.append(helper.make_node("Gemm", operands, [name], f"gemm{index}", transB=1))
        if not last:
            nodes.append(helper.make_node("Relu", [name], [f"hidden{index}"], f"relu{index}"))
        previous = f"hidden{index}"
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("point", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info("score", TensorProto.FLOAT, [1, 1])],
        initializers,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="train.py"
    )
    model.ir_version = 7
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"wrote {path.name}, sha256 {digest}")


def table(path, points):
    """A CSV file with a header."""
    path.write_text("x1,x2\n" + "".join(f"{a:.3f},{b:.3f}\n" for a, b in points))
    print(f"wrote {path.name}, {len(points)} rows")


if __name__ == "__main__":
    random = numpy.random.RandomState(SEED)
    # As the tables will have them.
    upper, lower = (numpy.round(points, 3) for points in moons(random, POINTS))
    layers = train(random, upper, lower)
    write(FOLDER / "moons.onnx", layers)
    for name, points in (("upper", upper), ("lower", lower)):
        table(FOLDER / f"{name}.csv", points)
        for weight, centre, variance in zip(*mixture(random, points)):
            print(f"{name}: {weight:.4f} of", numpy.round(centre, 4), numpy.round(variance, 5))
    print("new points", [numpy.round(points[:4], 2).tolist() for points in moons(random, 200)])
    many = moons(random, NEW_POINTS)
    for name, pair in (("the points", (upper, lower)), ("new points", many)):
        high, low = scores(layers, pair[0])[0] > 0, scores(layers, pair[1])[0] <= 0
        print(f"of {name}: {100 * high.mean():.3f} % of upper ones are taken for lower,", end=" ")
        print(f"{100 * low.mean():.3f} % of lower ones for upper")
