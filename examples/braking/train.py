#!/usr/bin/python3
"""Trains braking.onnx and writes it beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/braking/train.py

The network of an assistant that follows another car: it sees the own speed in metres per second and
the distance to the car in front in metres, and scores three actions: brake, coast, accelerate. The
largest score is its answer; two hidden layers of 8 ReLUs, no softmax.

It imitates a rule. At a speed v the car needs v metres in the second before the brake grips and
v * v / 14 metres to stop. Below 1.2 times that distance the rule brakes, below 2 times it coasts,
beyond it accelerates, but never above 36 m/s. The data are 4,000 random situations.

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed file came from scikit-learn 1.2.1, numpy 1.24.2 and onnx
1.12.0. Another version may train another network: then the limits in braking.sure, which were chosen
for the committed one, need another look.
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
from sklearn.neural_network import MLPClassifier

FOLDER = pathlib.Path(__file__).resolve().parent
SEED = 1
SITUATIONS = 4000
# The largest speed and the largest distance of the data: training sees inputs from 0 to 1, and the
# first layer divides by these.
SCALES = numpy.array([50.0, 200.0])
BRAKE, COAST, ACCELERATE = range(3)


def action(speed, distance):
    """What the rule does."""
    needed = speed + speed * speed / 14
    if distance < 1.2 * needed:
        return BRAKE
    if distance < 2 * needed or speed > 36:
        return COAST
    return ACCELERATE


def train():
    """Weights and biases of each layer, rounded to the float32 numbers that the file will hold."""
    situations = numpy.random.RandomState(SEED).uniform(size=(SITUATIONS, 2))
    actions = [action(speed, distance) for speed, distance in situations * SCALES]
    classifier = MLPClassifier(
        hidden_layer_sizes=(8, 8),
        solver="lbfgs",
        alpha=0.01,
        tol=1e-8,
        max_iter=5000,
        max_fun=100000,
        random_state=SEED,
    ).fit(situations, actions)
    print(f"agrees with the rule in {classifier.score(situations, actions):.4f} of the situations")
    classifier.coefs_[0] /= SCALES[:, None]
    return [
        (weights.T.astype(numpy.float32), bias.astype(numpy.float32))
        for weights, bias in zip(classifier.coefs_, classifier.intercepts_)
    ]


def write(path, layers):
    """Gemm and Relu nodes with float32 initializers, one situation at a time."""
    nodes, initializers, previous = [], [], "situation"
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "scores" if last else f"sum{index}"
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
        [helper.make_tensor_value_info("situation", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 3])],
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


if __name__ == "__main__":
    write(FOLDER / "braking.onnx", train())
