#!/usr/bin/python3
"""Writes closed-forms.onnx, a network of two inputs and three outputs, beside this script.

    apt-get install python3-onnx
    /usr/bin/python3 examples/closed-forms/make.py

Its outputs are

    absolute = |x1|        = relu(x1) + relu(-x1)
    maximum  = max(x1, x2) = relu(x1 - x2) + relu(x2) - relu(-x2)
    excess                 = relu(x1 - x2)

All weights are 0, 1 or -1, so over the real numbers the network is exactly these functions.
"""

import pathlib

import numpy
from onnx import TensorProto, checker, helper, numpy_helper

HIDDEN = numpy.array([[1, 0], [-1, 0], [1, -1], [0, 1], [0, -1]], numpy.float32)
OUTPUT = numpy.array([[1, 1, 0, 0, 0], [0, 0, 1, 1, -1], [0, 0, 1, 0, 0]], numpy.float32)

graph = helper.make_graph(
    [
        helper.make_node("Gemm", ["x", "weight1", "bias1"], ["sum"], "gemm1", transB=1),
        helper.make_node("Relu", ["sum"], ["hidden"], "relu"),
        helper.make_node("Gemm", ["hidden", "weight2", "bias2"], ["y"], "gemm2", transB=1),
    ],
    "closed-forms",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 3])],
    [
        numpy_helper.from_array(HIDDEN, "weight1"),
        numpy_helper.from_array(numpy.zeros(5, numpy.float32), "bias1"),
        numpy_helper.from_array(OUTPUT, "weight2"),
        numpy_helper.from_array(numpy.zeros(3, numpy.float32), "bias2"),
    ],
)
model = helper.make_model(
    graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="make.py"
)
model.ir_version = 7
checker.check_model(model)
path = pathlib.Path(__file__).resolve().parent / "closed-forms.onnx"
path.write_bytes(model.SerializeToString(deterministic=True))
print(f"wrote {path.name}")
