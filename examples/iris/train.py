#!/usr/bin/python3
"""Trains the networks of this folder and writes them as ONNX files beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/iris/train.py

The data are Fisher's 150 irises, as scikit-learn ships them, each feature scaled to [0, 1] by its
smallest and largest value. Four networks, all with three hidden layers of 12 and a linear layer of
3, whose outputs are the scores (the logits, no softmax) of setosa, versicolor, virginica. The
hidden layers are ReLU, in the last one tanh:

    iris-relu.onnx    2 inputs: sepal length, sepal width
    iris3-relu.onnx   3 inputs: sepal length, sepal width, petal length
    iris4-relu.onnx   4 inputs: sepal length, sepal width, petal length, petal width
    iris-tanh.onnx    2 inputs: sepal length, sepal width

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed files came from scikit-learn 1.2.1, numpy 1.24.2 and
onnx 1.12.0. Another version may train another network: then the limits in iris.sure, which were
chosen for the committed one, need another look.
"""

import os

# Threads change the order of summation, and with it the last bits of the weights.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = "1"

import hashlib
import pathlib

import numpy
import onnx
import sklearn
from onnx import TensorProto, helper, numpy_helper
from sklearn.datasets import load_iris
from sklearn.neural_network import MLPClassifier

FOLDER = pathlib.Path(__file__).resolve().parent
HIDDEN_LAYERS = (12, 12, 12)
SEED = 1
# Enough regularisation to keep the scores of moderate size (about -10 to 20).
ALPHA = 0.3
OPSET = 13
# File, number of inputs, activation of the hidden layers.
NETWORKS = (
    ("iris-relu.onnx", 2, "relu"),
    ("iris3-relu.onnx", 3, "relu"),
    ("iris4-relu.onnx", 4, "relu"),
    ("iris-tanh.onnx", 2, "tanh"),
)
# In numpy and in ONNX.
ACTIVATIONS = {
    "relu": (lambda values: numpy.maximum(values, 0), "Relu"),
    "tanh": (numpy.tanh, "Tanh"),
}


def scaled_irises():
    """The features, each scaled to [0, 1], the species, and the names of the features."""
    irises = load_iris()
    lowest, highest = irises.data.min(axis=0), irises.data.max(axis=0)
    return (irises.data - lowest) / (highest - lowest), irises.target, irises.feature_names


def train(features, species, activation):
    """Weights and biases of each layer, rounded to the float32 numbers that the file will hold."""
    classifier = MLPClassifier(
        hidden_layer_sizes=HIDDEN_LAYERS,
        activation=activation,
        solver="lbfgs",
        alpha=ALPHA,
        tol=1e-8,
        max_iter=20000,
        max_fun=1000000,
        random_state=SEED,
    ).fit(features, species)
    return [
        (weights.T.astype(numpy.float32), bias.astype(numpy.float32))
        for weights, bias in zip(classifier.coefs_, classifier.intercepts_)
    ]


def scores(layers, activation, features):
    """The network's outputs, in doubles."""
    values = features
    for index, (weights, bias) in enumerate(layers):
        values = values @ weights.astype(float).T + bias
        if index < len(layers) - 1:
            values = ACTIVATIONS[activation][0](values)
    return values


def write(path, layers, activation):
    """Gemm and activation nodes with float32 initializers, one flower at a time."""
    nodes, initializers, previous = [], [], "features"
    operator = ACTIVATIONS[activation][1]
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "scores" if last else f"sum{index}"
        initializers.append(numpy_helper.from_array(weights, f"weight{index}"))
        initializers.append(numpy_helper.from_array(bias, f"bias{index}"))
        operands = [previous, f"weight{index}", f"bias{index}"]
        nodes.append(helper.make_node("Gemm", operands, [name], f"gemm{index}", transB=1))
        if not last:
            hidden = f"hidden{index}"
            nodes.append(helper.make_node(operator, [name], [hidden], f"{activation}{index}"))
        previous = f"hidden{index}"
    inputs, outputs = layers[0][0].shape[1], layers[-1][0].shape[0]
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, inputs])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, outputs])],
        initializers,
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="train.py"
    )
    model.ir_version = 7
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))


def main():
    features, species, names = scaled_irises()
    print(f"scikit-learn {sklearn.__version__}, numpy {numpy.__version__}, onnx {onnx.__version__}")
    for file, count, activation in NETWORKS:
        used = features[:, :count]
        layers = train(used, species, activation)
        values = scores(layers, activation, used)
        accuracy = (values.argmax(axis=1) == species).mean()
        path = FOLDER / file
        write(path, layers, activation)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{file}: inputs {', '.join(names[:count])}")
        print(f"  accuracy on the data it was trained on {accuracy:.4f}")
        print(f"  scores on these data from {values.min():.2f} to {values.max():.2f}")
        print(f"  sha256 {digest}")


if __name__ == "__main__":
    main()
