#!/usr/bin/python3
"""Writes delay.onnx and delay64.onnx, the same network in two formats, beside this script.

    apt-get install python3-onnx
    /usr/bin/python3 examples/float32/make.py

Its inputs are the times, in seconds, at which a message was sent and received; its output is

    overdue = relu(received - sent - 30)

All weights are 1, -1 and -30, which both formats have; only what is computed with them differs.
"""

import pathlib

import numpy
from onnx import TensorProto, checker, helper, numpy_helper


def write(name, kind, number):
    """A Gemm node with weights of one type, and a Relu."""
    graph = helper.make_graph(
        [
            helper.make_node("Gemm", ["x", "weight", "bias"], ["late"], "gemm", transB=1),
            helper.make_node("Relu", ["late"], ["y"], "relu"),
        ],
        "delay",
        [helper.make_tensor_value_info("x", kind, [1, 2])],
        [helper.make_tensor_value_info("y", kind, [1, 1])],
        [
            numpy_helper.from_array(numpy.array([[-1, 1]], number), "weight"),
            numpy_helper.from_array(numpy.array([-30], number), "bias"),
        ],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="make.py"
    )
    model.ir_version = 7
    checker.check_model(model)
    path = pathlib.Path(__file__).resolve().parent / name
    path.write_bytes(model.SerializeToString(deterministic=True))
    print(f"wrote {name}")


write("delay.onnx", TensorProto.FLOAT, numpy.float32)
write("delay64.onnx", TensorProto.DOUBLE, numpy.float64)
