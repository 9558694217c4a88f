#!/usr/bin/python3
"""Trains a network that advises a pilot, and writes it beside this script in two formats.

On Debian 12:

    apt-get install python3-numpy python3-onnx
    /usr/bin/python3 examples/collision-avoidance/train.py

Two aircraft fly at the same height. The network sees the encounter from the own one: the distance
to the intruder (rho, metres), its bearing (theta, radians, 0 ahead, positive to the left), its
heading against the own one (psi, radians, positive to the left), and both speeds (metres per
second). It gives a cost for each of five advisories: clear of conflict, weak left, weak right,
strong left, strong right; the least cost is the advice. Inputs and advisories are those of ACAS Xu;
the encounters, the costs and the network are our own.

The costs that it learns come from a simulation: the own aircraft turns for 20 seconds, by 1.5
degrees per second (weak) or 3 (strong), or not at all, and then flies straight on; the intruder
flies straight on. If they come nearer than 1,500 metres within 60 seconds, that costs up to 100;
a weak turn costs 8, a strong one 14. The network has 5 hidden layers of 20 ReLUs and was trained
with numpy, by Adam on the squared error.

It is written as collision-avoidance.nnet, the text format of the ACAS Xu networks, with its least
and greatest values, means and ranges; and as collision-avoidance.onnx, the same function with the
same numbers: cut to the least and greatest values, normalised, the layers, denormalised.

Seed and number of threads are fixed, so the same package versions on the same kind of machine write
the same bytes. The committed files came from numpy 1.24.2 and onnx 1.12.0. Another version may
train another network: then the limits in the specifications, which were chosen for the committed
one, need another look.
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
NAME = "collision-avoidance"
SEED = 1
# Distance, bearing, heading, own speed, the intruder's speed. Angles go a little beyond half a
# turn: 3.25 is a float32 number, and pi is not.
LEAST = numpy.array([200, -3.25, -3.25, 50, 50])
GREATEST = numpy.array([10000, 3.25, 3.25, 250, 250])
# Degrees per second, positive to the left, and what the turn costs.
TURNS = numpy.array([0, 1.5, -1.5, 3, -3])
TURN_COSTS = numpy.array([0, 8, 8, 14, 14])
TURNING, HORIZON, NEAR = 20, 60, 1500
HIDDEN = (20, 20, 20, 20, 20)
ENCOUNTERS, TESTED = 200_000, 20_000
EPOCHS, BATCH, RATE = 40, 250, 3e-3


def costs(encounters):
    """Of each advisory in each encounter, from the least distance within the horizon."""
    rho, theta, psi, own, other = (column[:, None] for column in encounters.T)
    result = numpy.empty((len(encounters), len(TURNS)))
    times = numpy.arange(0, HORIZON + 1.0)
    there_x = rho * numpy.cos(theta) + other * numpy.cos(psi) * times
    there_y = rho * numpy.sin(theta) + other * numpy.sin(psi) * times
    for k, turn in enumerate(numpy.radians(TURNS)):
        angle = turn * numpy.minimum(times, TURNING)
        # Straight on from where the turn ends.
        after = numpy.maximum(times - TURNING, 0)
        arc_x = numpy.sin(angle) / turn if turn else numpy.minimum(times, TURNING)
        arc_y = (1 - numpy.cos(angle)) / turn if turn else 0 * times
        here_x = own * (arc_x + after * numpy.cos(angle))
        here_y = own * (arc_y + after * numpy.sin(angle))
        nearest = numpy.hypot(there_x - here_x, there_y - here_y).min(axis=1)
        result[:, k] = 100 * numpy.maximum(0, 1 - nearest / NEAR) + TURN_COSTS[k]
    return result


def forward(layers, values):
    """The values of each layer, in doubles, the last ones being the normalised costs."""
    all_values = [values]
    for index, (weights, bias) in enumerate(layers):
        values = values @ weights.T + bias
        if index < len(layers) - 1:
            values = numpy.maximum(values, 0)
        all_values.append(values)
    return all_values


def gradients(layers, inputs, targets):
    """Of the mean squared error, by each weight and bias."""
    values = forward(layers, inputs)
    slope = 2 * (values[-1] - targets) / targets.size
    result = []
    for index in range(len(layers) - 1, -1, -1):
        result += [slope.sum(axis=0), slope.T @ values[index]]
        slope = (slope @ layers[index][0]) * (values[index] > 0)
    return result[::-1]


def train(inputs, targets):
    """Weights and biases of each layer, rounded to float32 numbers."""
    random = numpy.random.RandomState(SEED)
    sizes = (inputs.shape[1], *HIDDEN, targets.shape[1])
    layers = [
        (random.normal(scale=(2 / before) ** 0.5, size=(after, before)), numpy.zeros(after))
        for before, after in zip(sizes, sizes[1:])
    ]
    flat = [array for layer in layers for array in layer]
    means = [numpy.zeros_like(array) for array in flat]
    squares = [numpy.zeros_like(array) for array in flat]
    steps, step = EPOCHS * (len(inputs) // BATCH), 0
    for _ in range(EPOCHS):
        order = random.permutation(len(inputs))
        for start in range(0, len(order), BATCH):
            step += 1
            some = order[start : start + BATCH]
            rate = RATE * (1 - step / steps) + 1e-5
            for k, slope in enumerate(gradients(layers, inputs[some], targets[some])):
                means[k] = 0.9 * means[k] + 0.1 * slope
                squares[k] = 0.999 * squares[k] + 0.001 * slope * slope
                mean, square = means[k] / (1 - 0.9**step), squares[k] / (1 - 0.999**step)
                flat[k] -= rate * mean / (square**0.5 + 1e-8)
    return [(w.astype(numpy.float32), b.astype(numpy.float32)) for w, b in layers]


def row(numbers):
    """A line of the .nnet file; there are digits enough for readers to find the same number."""
    return ",".join(f"{x:.17g}" for x in numpy.atleast_1d(numbers)) + ",\n"


def write_nnet(path, layers, means, ranges):
    """Comments, sizes, least and greatest values, means, ranges; then each layer."""
    sizes = [layers[0][0].shape[1], *(len(bias) for _, bias in layers)]
    text = "// Costs of five advisories in an encounter of two aircraft, by train.py\n"
    text += f"{len(layers)},{sizes[0]},{sizes[-1]},{max(sizes)},\n"
    text += ",".join(str(size) for size in sizes) + ",\n0,\n"
    text += row(LEAST) + row(GREATEST)
    text += row(means) + row(ranges)
    for weights, bias in layers:
        text += "".join(row(line) for line in weights) + "".join(row(number) for number in bias)
    path.write_text(text)


def write_onnx(path, layers, means, ranges):
    """Max, Min, Sub, Div, then Gemm and Relu nodes, then Mul and Add, one encounter at a time."""
    count = len(LEAST)
    constants = {
        "least": LEAST,
        "greatest": GREATEST,
        "means": means[:count],
        "ranges": ranges[:count],
        "range": ranges[count:],
        "mean": means[count:],
    }
    nodes = [
        helper.make_node("Max", ["encounter", "least"], ["above"], "max"),
        helper.make_node("Min", ["above", "greatest"], ["within"], "min"),
        helper.make_node("Sub", ["within", "means"], ["centred"], "sub"),
        helper.make_node("Div", ["centred", "ranges"], ["hidden0"], "div"),
    ]
    for index, (weights, bias) in enumerate(layers, start=1):
        constants[f"weight{index}"], constants[f"bias{index}"] = weights, bias
        operands = [f"hidden{index - 1}", f"weight{index}", f"bias{index}"]
        nodes.append(helper.make_node("Gemm", operands, [f"sum{index}"], f"gemm{index}", transB=1))
        if index < len(layers):
            values = [f"hidden{index}"]
            nodes.append(helper.make_node("Relu", [f"sum{index}"], values, f"relu{index}"))
    nodes.append(helper.make_node("Mul", [f"sum{len(layers)}", "range"], ["scaled"], "mul"))
    nodes.append(helper.make_node("Add", ["scaled", "mean"], ["costs"], "add"))
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("encounter", TensorProto.FLOAT, [1, count])],
        [helper.make_tensor_value_info("costs", TensorProto.FLOAT, [1, len(TURNS)])],
        [
            numpy_helper.from_array(numpy.asarray(array).astype(numpy.float32), name)
            for name, array in constants.items()
        ],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="train.py"
    )
    model.ir_version = 7
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))


def main():
    random = numpy.random.RandomState(SEED)
    encounters = LEAST + (GREATEST - LEAST) * random.uniform(size=(ENCOUNTERS + TESTED, 5))
    wanted = numpy.concatenate([costs(part) for part in numpy.array_split(encounters, 100)])
    # The inputs' means and ranges, and last the outputs', which are rounded: they only have to be
    # about right.
    means = numpy.append((LEAST + GREATEST) / 2, numpy.round(wanted.mean()))
    ranges = numpy.append(GREATEST - LEAST, numpy.round(wanted.std()))
    inputs = (encounters - means[:5]) / ranges[:5]
    layers = train(inputs[:ENCOUNTERS], (wanted[:ENCOUNTERS] - means[5]) / ranges[5])
    doubles = [(w.astype(float), b.astype(float)) for w, b in layers]
    found = forward(doubles, inputs[ENCOUNTERS:])[-1] * ranges[5] + means[5]
    best = wanted[ENCOUNTERS:]
    chosen = numpy.take_along_axis(best, found.argmin(axis=1)[:, None], 1)[:, 0]
    print(f"mean error of a cost {abs(found - best).mean():.2f}")
    print(f"gives the best advice in {(found.argmin(axis=1) == best.argmin(axis=1)).mean():.4f},")
    print(f"one that costs at most 5 more in {(chosen <= best.min(axis=1) + 5).mean():.4f}")
    write_nnet(FOLDER / f"{NAME}.nnet", layers, means, ranges)
    write_onnx(FOLDER / f"{NAME}.onnx", layers, means, ranges)
    for suffix in ("nnet", "onnx"):
        digest = hashlib.sha256((FOLDER / f"{NAME}.{suffix}").read_bytes()).hexdigest()
        print(f"wrote {NAME}.{suffix}, sha256 {digest}")


if __name__ == "__main__":
    main()
