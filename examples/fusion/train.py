#!/usr/bin/python3
"""Trains fusion.onnx and writes it beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/fusion/train.py

The network of a drone that estimates its height in metres from a barometer and a radar. It adds to
the barometer's height a correction, which a hidden layer of 8 ReLUs computes. The file has the true
height as a third input, whose weights are 0: the drone does not know it, but requirements compare
the estimate with it.

The data are 20,000 random heights from 0 to 20 metres, with errors of the readings as fusion.sure
distributes them: those of barometer and radar are correlated, and in 5 % of the cases the radar's
echo comes from elsewhere.

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed file came from scikit-learn 1.2.1, numpy 1.24.2 and onnx
1.12.0. Another version may train another network: then the limits in fusion.sure, which were chosen
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
from sklearn.neural_network import MLPRegressor

FOLDER = pathlib.Path(__file__).resolve().parent
SEED = 1
SITUATIONS = 20000
# Covariances of the errors of barometer and radar: usually, and with an echo from elsewhere.
USUAL = [[0.25, 0.06], [0.06, 0.09]]
ASTRAY = [[0.25, 0.06], [0.06, 9]]
HOW_OFTEN_ASTRAY = 0.05


def train():
    """Weights and biases of the two layers of the correction."""
    random = numpy.random.RandomState(SEED)
    height = random.uniform(0, 20, size=SITUATIONS)
    usual = random.multivariate_normal([0, 0], USUAL, size=SITUATIONS)
    astray = random.multivariate_normal([0, 0], ASTRAY, size=SITUATIONS)
    is_astray = random.uniform(size=SITUATIONS) < HOW_OFTEN_ASTRAY
    barometer, radar = height + numpy.where(is_astray[:, None], astray, usual).T
    # What matters is by how much the sensors differ, and a little how high it is.
    seen = numpy.column_stack([(barometer - 10) / 10, radar - barometer])
    regressor = MLPRegressor(
        hidden_layer_sizes=(8,),
        solver="lbfgs",
        alpha=1e-4,
        tol=1e-9,
        max_iter=5000,
        max_fun=100000,
        random_state=SEED,
    ).fit(seen, height - barometer)
    errors = barometer + regressor.predict(seen) - height
    print(f"error {errors.std():.3f} m, barometer {(barometer - height).std():.3f} m,", end=" ")
    print(f"radar {(radar - height).std():.3f} m")
    first, second = regressor.coefs_
    # From readings to what training saw: the true height has the weight 0.
    weights = numpy.zeros((3, first.shape[1]))
    weights[1] = first[0] / 10 - first[1]
    weights[2] = first[1]
    bias = regressor.intercepts_[0] - first[0]
    return [(weights.T, bias), (second.T, regressor.intercepts_[1])]


def constant(values, name):
    return numpy_helper.from_array(numpy.array(values).astype(numpy.float32), name)


def write(path, layers):
    """The correction, and its sum with what the barometer reads; one reading at a time."""
    (weight1, bias1), (weight2, bias2) = layers
    nodes = [
        helper.make_node("Gemm", ["readings", "weight1", "bias1"], ["sum1"], "gemm1", transB=1),
        helper.make_node("Relu", ["sum1"], ["hidden"], "relu"),
        helper.make_node("Gemm", ["hidden", "weight2", "bias2"], ["sum2"], "gemm2", transB=1),
        helper.make_node("MatMul", ["readings", "barometer"], ["height"], "matmul"),
        helper.make_node("Add", ["height", "sum2"], ["estimate"], "add"),
    ]
    initializers = [
        constant(weight1, "weight1"),
        constant(bias1, "bias1"),
        constant(weight2, "weight2"),
        constant(bias2, "bias2"),
        constant([[0], [1], [0]], "barometer"),
    ]
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("readings", TensorProto.FLOAT, [1, 3])],
        [helper.make_tensor_value_info("estimate", TensorProto.FLOAT, [1, 1])],
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
    write(FOLDER / "fusion.onnx", train())
