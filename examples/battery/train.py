#!/usr/bin/python3
"""Trains battery.onnx and writes it, and the operating points points.csv, beside this script.

On Debian 12:

    apt-get install python3-numpy python3-onnx
    /usr/bin/python3 examples/battery/train.py

The network estimates the state of health of a battery cell, in percent of the capacity that it had
when it was new, from two coefficients of its impedance in milliohms: the resistance and the
reactance at one low frequency. It has a hidden layer of 12 ReLUs.

The data are made up, and stand for measured ones, which are not shipped: 165 cells between new and
worn out, whose resistance grows and whose reactance falls with age, each with some scatter of its
own. 125 cells are for training, the other 40 are the operating points.

Seed and number of threads are fixed, so the same package versions on the same kind of machine write
the same bytes. The committed files came from numpy 1.24.2 and onnx 1.12.0. Another version may
train another network: then the limits in battery.sure, which were chosen for the committed one,
need another look.
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
SEED = 1
CELLS, OPERATING_POINTS, HIDDEN = 165, 40, 12
STEPS, RATE, DECAY = 20000, 1e-2, 1e-4
# Training sees inputs and outputs around 0; the first and the last layer scale them.
MIDDLE, SCALE = numpy.array([30.0, -12.0]), numpy.array([6.0, 3.0])
USUAL, SPREAD = 85.0, 10.0


def cells(random):
    """Impedances and states of health of made-up cells."""
    age = random.uniform(0, 1, CELLS)
    resistance = 22 + 8 * age + 9 * age**3 + random.normal(0, 0.5, CELLS)
    reactance = -7 - 10 * age + 3 * age**2 + random.normal(0, 0.4, CELLS)
    # Slow at first, then faster and faster; what its resistance says of a cell is a part of it.
    health = 100 - 14 * age - 16 * age**4 - 0.5 * (resistance - 22 - 8 * age - 9 * age**3)
    return numpy.round(numpy.column_stack([resistance, reactance]), 2), health


def train(random, impedances, health):
    """Weights and biases of both layers, rounded to the float32 numbers that the file will hold."""
    seen, wanted = (impedances - MIDDLE) / SCALE, ((health - USUAL) / SPREAD)[:, None]
    layers = [
        random.normal(0, 1, (2, HIDDEN)),
        random.normal(0, 1, HIDDEN),
        random.normal(0, 0.3, (HIDDEN, 1)),
        numpy.zeros(1),
    ]
    means = [numpy.zeros_like(part) for part in layers]
    squares = [numpy.zeros_like(part) for part in layers]
    for step in range(1, STEPS + 1):
        weight1, bias1, weight2, bias2 = layers
        hidden = numpy.maximum(seen @ weight1 + bias1, 0)
        back = 2 * (hidden @ weight2 + bias2 - wanted) / len(wanted)
        inner = (back @ weight2.T) * (hidden > 0)
        gradients = [
            seen.T @ inner + DECAY * weight1,
            inner.sum(axis=0),
            hidden.T @ back + DECAY * weight2,
            back.sum(axis=0),
        ]
        rate = RATE * (1 - step / (STEPS + 1))
        for k, gradient in enumerate(gradients):
            means[k] += 0.1 * (gradient - means[k])
            squares[k] += 0.001 * (gradient**2 - squares[k])
            mean = means[k] / (1 - 0.9**step)
            square = squares[k] / (1 - 0.999**step)
            layers[k] = layers[k] - rate * mean / (numpy.sqrt(square) + 1e-8)
    weight1, bias1, weight2, bias2 = layers
    bias1 = bias1 - (MIDDLE / SCALE) @ weight1
    layers = [((weight1.T / SCALE), bias1), (SPREAD * weight2.T, SPREAD * bias2 + USUAL)]
    return [[part.astype(numpy.float32) for part in layer] for layer in layers]


def write(path, layers):
    """Gemm and Relu nodes with float32 initializers, one cell at a time."""
    nodes, initializers, previous = [], [], "impedance"
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "soh" if last else f"sum{index}"
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
        [helper.make_tensor_value_info("impedance", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info("soh", TensorProto.FLOAT, [1, 1])],
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


def outputs(layers, impedances):
    (weight1, bias1), (weight2, bias2) = layers
    return (numpy.maximum(impedances @ weight1.T + bias1, 0) @ weight2.T + bias2)[:, 0]


def table(path, points):
    """A CSV file with a header."""
    rows = "".join(f"{a:.2f},{b:.2f}\n" for a, b in points)
    path.write_text("resistance,reactance\n" + rows)
    print(f"wrote {path.name}, {len(points)} rows")


if __name__ == "__main__":
    random = numpy.random.RandomState(SEED)
    impedances, health = cells(random)
    layers = train(random, impedances[OPERATING_POINTS:], health[OPERATING_POINTS:])
    error = outputs(layers, impedances) - health
    for name, part in (
        ("operating points", error[:OPERATING_POINTS]),
        ("training", error[OPERATING_POINTS:]),
    ):
        print(f"{name}: root mean square error {numpy.sqrt((part**2).mean()):.2f} %")
    write(FOLDER / "battery.onnx", layers)
    table(FOLDER / "points.csv", impedances[:OPERATING_POINTS])
