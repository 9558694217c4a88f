#!/usr/bin/python3
"""Writes identity.onnx, the network y = x of one input, beside this script.

    apt-get install python3-onnx
    /usr/bin/python3 examples/tails/make.py
"""

import pathlib

import numpy
from onnx import TensorProto, checker, helper, numpy_helper

graph = helper.make_graph(
    [helper.make_node("Gemm", ["x", "weight", "bias"], ["y"], "gemm")],
    "identity",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 1])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 1])],
    [
        numpy_helper.from_array(numpy.array([[1]], numpy.float32), "weight"),
        numpy_helper.from_array(numpy.array([0], numpy.float32), "bias"),
    ],
)
model = helper.make_model(
    graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="make.py"
)
model.ir_version = 7
checker.check_model(model)
path = pathlib.Path(__file__).resolve().parent / "identity.onnx"
path.write_bytes(model.SerializeToString(deterministic=True))
print(f"wrote {path.name}")
