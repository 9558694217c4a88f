#!/usr/bin/python3
"""Trains iris.onnx and wine.onnx and writes them and their data beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/missing/train.py

The data are Fisher's 150 irises and 178 wines from Piedmont, as scikit-learn ships them; of the
wines 4 of the 13 features. iris.csv and wine.csv have them in their own units, with the class in the
last column; petals-SPECIES.csv and cultivar-NUMBER.csv have two columns of one class. Each network has a hidden
layer of 8 ReLUs and a linear layer, whose outputs are the scores (the logits, no softmax) of the
three classes.

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed files came from scikit-learn 1.2.1, numpy 1.24.2 and
onnx 1.12.0. Another version may train other networks: then the limits in iris.sure and wine.sure,
which were chosen for the committed ones, need another look.
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
from sklearn.datasets import load_iris, load_wine
from sklearn.neural_network import MLPClassifier

FOLDER = pathlib.Path(__file__).resolve().parent
SEED = 1
IRIS = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
WINE = ["alcohol", "flavanoids", "color_intensity", "proline"]


def train(features, classes):
    """Weights and biases of each layer, rounded to the float32 numbers that the file will hold."""
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    scaled = (features - mean) / deviation
    classifier = MLPClassifier(
        hidden_layer_sizes=(8,),
        solver="lbfgs",
        alpha=0.3,
        tol=1e-8,
        max_iter=5000,
        max_fun=100000,
        random_state=SEED,
    ).fit(scaled, classes)
    print(f"right in {classifier.score(scaled, classes):.4f} of the cases")
    (first, second), (bias, last) = classifier.coefs_, classifier.intercepts_
    # The first layer takes the features in their own units.
    bias = bias - (mean / deviation) @ first
    first = first / deviation[:, None]
    return [
        (weights.T.astype(numpy.float32), b.astype(numpy.float32))
        for weights, b in ((first, bias), (second, last))
    ]


def write(path, layers):
    """Gemm and Relu nodes with float32 initializers, one case at a time."""
    nodes, initializers, previous = [], [], "features"
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
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, 4])],
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


def table(path, names, rows):
    """A CSV file with a header."""
    lines = [",".join(names)]
    lines += [",".join(f"{x:g}" if isinstance(x, float) else str(x) for x in row) for row in rows]
    path.write_text("\n".join(lines) + "\n")
    print(f"wrote {path.name}, {len(rows)} rows")


if __name__ == "__main__":
    irises = load_iris()
    species = [str(irises.target_names[k]) for k in irises.target]
    rows = [[float(x) for x in row] for row in irises.data]
    table(FOLDER / "iris.csv", IRIS + ["species"], [r + [s] for r, s in zip(rows, species)])
    for name in ("versicolor", "virginica"):
        petals = [r[2:] for r, s in zip(rows, species) if s == name]
        table(FOLDER / f"petals-{name}.csv", IRIS[2:], petals)
    write(FOLDER / "iris.onnx", train(irises.data, irises.target))

    wines = load_wine()
    chosen = wines.data[:, [wines.feature_names.index(name) for name in WINE]]
    cultivars = [f"cultivar_{k + 1}" for k in wines.target]
    rows = [[float(x) for x in row] for row in chosen]
    table(FOLDER / "wine.csv", WINE + ["cultivar"], [r + [c] for r, c in zip(rows, cultivars)])
    for name in ("cultivar_1", "cultivar_3"):
        missing = [r[1::2] for r, c in zip(rows, cultivars) if c == name]
        table(FOLDER / f"{name.replace('_', '-')}.csv", WINE[1::2], missing)
    write(FOLDER / "wine.onnx", train(chosen, wines.target))
