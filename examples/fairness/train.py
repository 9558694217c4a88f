#!/usr/bin/python3
"""Trains past.onnx and blind.onnx and writes them beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/fairness/train.py

Two networks that preselect applicants for a job. Each sees whether an applicant belongs to a
minority (1 or 0), whether they have a degree (1 or 0), their years of experience, and the points
(0 to 100) of a test. A positive output means that they are invited. A hidden layer of 8 ReLUs.

The applicants are 20,000 random ones, distributed as fairness.sure says. past.onnx imitates
decisions of the past, in which experience counted much, degrees counted, and members of the
minority were asked for 4 points more. blind.onnx imitates a rule about the test and a little
experience; its weights for minority and degree are 0.

Seed, solver and number of threads are fixed, so the same package versions on the same kind of
machine write the same bytes. The committed files came from scikit-learn 1.2.1, numpy 1.24.2 and
onnx 1.12.0. Another version may train other networks: then the limits in fairness.sure, which were
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
APPLICANTS = 20000
# Training sees inputs of moderate size; the first layer divides by these.
SCALES = numpy.array([1.0, 1.0, 5.0, 20.0])
MINORITY, DEGREE, EXPERIENCE, POINTS = range(4)


def applicants(random):
    """As fairness.sure distributes them; what is cut off there is clipped here."""
    minority = random.uniform(size=APPLICANTS) < 0.2
    degree = random.uniform(size=APPLICANTS) < numpy.where(minority, 0.35, 0.5)
    experience = random.gamma(2, numpy.where(minority, 3, 4)).clip(0, 40)
    mean = numpy.where(degree, 68, numpy.where(experience >= 5, 62, 58))
    points = random.normal(mean, numpy.where(degree, 9, 11)).clip(0, 100)
    return numpy.column_stack([minority, degree, experience, points]).astype(float)


def past(a):
    """What was decided in the past."""
    merit = a[:, POINTS] + 1.5 * a[:, EXPERIENCE].clip(0, 10) + 3 * a[:, DEGREE]
    return merit - 4 * a[:, MINORITY] > 72


def blind(a):
    """What should be decided."""
    return a[:, POINTS] + 0.5 * a[:, EXPERIENCE].clip(0, 10) > 64


def train(a, invited, seen):
    """Weights and biases of each layer, rounded to the float32 numbers that the file will hold."""
    classifier = MLPClassifier(
        hidden_layer_sizes=(8,),
        solver="lbfgs",
        alpha=1,
        tol=1e-8,
        max_iter=3000,
        max_fun=100000,
        random_state=SEED,
    ).fit((a / SCALES)[:, seen], invited)
    agreement = classifier.score((a / SCALES)[:, seen], invited)
    print(f"agrees in {agreement:.4f} of the cases")
    first = numpy.zeros((4, 8))
    first[seen] = classifier.coefs_[0] / SCALES[seen][:, None]
    return [
        (weights.T.astype(numpy.float32), bias.astype(numpy.float32))
        for weights, bias in zip([first, classifier.coefs_[1]], classifier.intercepts_)
    ]


def write(path, layers):
    """Gemm and Relu nodes with float32 initializers, one applicant at a time."""
    nodes, initializers, previous = [], [], "applicant"
    for index, (weights, bias) in enumerate(layers, start=1):
        last = index == len(layers)
        name = "score" if last else f"sum{index}"
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
        [helper.make_tensor_value_info("applicant", TensorProto.FLOAT, [1, 4])],
        [helper.make_tensor_value_info("score", TensorProto.FLOAT, [1, 1])],
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
    people = applicants(numpy.random.RandomState(SEED))
    print(f"invited: past {past(people).mean():.3f}, blind {blind(people).mean():.3f}")
    for rule in (past, blind):
        group = people[:, MINORITY] == 1
        print(rule.__name__, rule(people)[group].mean() / rule(people)[~group].mean())
    every = numpy.array([MINORITY, DEGREE, EXPERIENCE, POINTS])
    write(FOLDER / "past.onnx", train(people, past(people), every))
    write(FOLDER / "blind.onnx", train(people, blind(people), every[2:]))
