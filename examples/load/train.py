#!/usr/bin/python3
"""Trains load.onnx and writes it beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/load/train.py

The network forecasts the electric load of a district, in megawatts, from the temperature outside in
degrees Celsius and from the activity: 0 is a holiday, 1 a busy working day. Two hidden layers of 8
ReLUs.

The data are 3,000 made-up hours. A district needs 30 MW at least, 25 MW more on a busy day, 1.5 MW
for each degree below 15, and 1 MW for each degree above 22; the meter is off by 1 MW or so.

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed file came from scikit-learn 1.2.1, numpy 1.24.2 and onnx
1.12.0. Another version may train another network: then the limits in load.sure, which were chosen
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
HOURS = 3000
# Temperatures of the data; training sees inputs around 0 and loads around 1, the first and the last
# layer scale them.
COLDEST, WARMEST = -25, 40
TEMPERATURE_SCALE, LOAD_SCALE = 20.0, 50.0


def train():
    """Weights and biases of each layer, rounded to the float32 numbers that the file will hold."""
    random = numpy.random.RandomState(SEED)
    temperature = random.uniform(COLDEST, WARMEST, HOURS)
    activity = random.uniform(0, 1, HOURS)
    heating, cooling = numpy.maximum(15 - temperature, 0), numpy.maximum(temperature - 22, 0)
    load = 30 + 25 * activity + 1.5 * heating + cooling + random.normal(0, 1, HOURS)
    hours = numpy.column_stack([temperature / TEMPERATURE_SCALE, activity])
    forecaster = MLPRegressor(
        hidden_layer_sizes=(8, 8),
        solver="lbfgs",
        alpha=0.01,
        tol=1e-8,
        max_iter=5000,
        max_fun=100000,
        random_state=SEED,
    ).fit(hours, load / LOAD_SCALE)
    error = numpy.abs(forecaster.predict(hours) * LOAD_SCALE - load).mean()
    print(f"mean absolute error {error:.3f} MW")
    forecaster.coefs_[0][0] /= TEMPERATURE_SCALE
    forecaster.coefs_[-1] *= LOAD_SCALE
    forecaster.intercepts_[-1] *= LOAD_SCALE
    return [
        (weights.T.astype(numpy.float32), bias.astype(numpy.float32))
        for weights, bias in zip(forecaster.coefs_, forecaster.intercepts_)
    ]


def write(path, layers):
    """Gemm and Relu nodes with float32 initializers, one hour at a time."""
    nodes, initializers, previous = [], [], "hour"
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "load" if last else f"sum{index}"
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
        [helper.make_tensor_value_info("hour", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info("load", TensorProto.FLOAT, [1, 1])],
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
    write(FOLDER / "load.onnx", train())
