#!/usr/bin/python3
"""Trains old.onnx, makes new.onnx of it, and writes both beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/versions/train.py

The network watches a pump: from its vibration in millimetres per second and the temperature of its
bearing in degrees Celsius it scores three states: healthy, worn, failing. The largest score is its
answer; two hidden layers of 8 ReLUs, no softmax.

The data are 3,000 made-up pumps. What counts is vibration / 5 + (temperature - 40) / 40, with some
noise: a pump is worn above 1, and failing above 2.

The new version is the old one made smaller, for a cheaper controller: its weights are rounded to
multiples of 1/8, and its biases, too.

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed files came from scikit-learn 1.2.1, numpy 1.24.2 and onnx
1.12.0. Another version may train another network: then the limits in versions.sure, which were
chosen for the committed ones, need another look.
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
PUMPS = 3000
STEPS = 8
# Training sees inputs around 0 and of size 1; a layer before the first one scales them.
MEANS, SCALES = numpy.array([5.0, 60.0]), numpy.array([5.0, 20.0])
HEALTHY, WORN, FAILING = range(3)


def train():
    """Weights and biases of each layer, for inputs that are scaled."""
    random = numpy.random.RandomState(SEED)
    vibration, temperature = random.uniform(0, 20, PUMPS), random.uniform(20, 120, PUMPS)
    damage = vibration / 5 + (temperature - 40) / 40 + random.normal(0, 0.1, PUMPS)
    states = numpy.where(damage > 2, FAILING, numpy.where(damage > 1, WORN, HEALTHY))
    pumps = (numpy.column_stack([vibration, temperature]) - MEANS) / SCALES
    classifier = MLPClassifier(
        hidden_layer_sizes=(8, 8),
        solver="lbfgs",
        alpha=0.1,
        tol=1e-8,
        max_iter=5000,
        max_fun=100000,
        random_state=SEED,
    ).fit(pumps, states)
    print(f"right about {classifier.score(pumps, states):.4f} of the pumps")
    return [
        (weights.T, bias) for weights, bias in zip(classifier.coefs_, classifier.intercepts_)
    ]


def rounded(layers):
    """The same with coarse weights and biases."""
    return [
        (numpy.round(weights * STEPS) / STEPS, numpy.round(bias * STEPS) / STEPS)
        for weights, bias in layers
    ]


def write(path, layers):
    """Sub, Div, Gemm and Relu nodes with float32 initializers, one pump at a time."""
    nodes = [
        helper.make_node("Sub", ["pump", "means"], ["centred"], "centre"),
        helper.make_node("Div", ["centred", "scales"], ["scaled"], "scale"),
    ]
    initializers = [
        numpy_helper.from_array(MEANS.astype(numpy.float32), "means"),
        numpy_helper.from_array(SCALES.astype(numpy.float32), "scales"),
    ]
    previous = "scaled"
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "scores" if last else f"sum{index}"
        for values, kind in ((weights, "weight"), (bias, "bias")):
            values = values.astype(numpy.float32)
            initializers.append(numpy_helper.from_array(values, f"{kind}{index}"))
        operands = [previous, f"weight{index}", f"bias{index}"]
        nodes.append(helper.make_node("Gemm", operands, [name], f"gemm{index}", transB=1))
        if not last:
            nodes.append(helper.make_node("Relu", [name], [f"hidden{index}"], f"relu{index}"))
        previous = f"hidden{index}"
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("pump", TensorProto.FLOAT, [1, 2])],
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
    old = train()
    write(FOLDER / "old.onnx", old)
    write(FOLDER / "new.onnx", rounded(old))
