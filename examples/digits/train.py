#!/usr/bin/python3
"""Trains digits.onnx and writes it, and the image three.csv, beside this script.

On Debian 12:

    apt-get install python3-sklearn python3-onnx
    /usr/bin/python3 examples/digits/train.py

The network of a device that reads the digits of a meter from 8 x 8 pixels, each from 0 (background)
to 16 (ink): a convolution of 12 channels, 3 x 3, ReLU, the largest of each 2 x 2, and a linear
layer to one score for each digit. The largest score is its answer; there is no softmax.

The data are the 1,797 handwritten digits that scikit-learn ships (from the UCI data set "Optical
Recognition of Handwritten Digits"), 1,297 of them for training and 500, drawn at random, to be held
out. scikit-learn only reads them; the network is trained with numpy, by Adam on the cross entropy.

Seed and number of threads are fixed, so the same package versions on the same kind of machine write
the same bytes. The committed files came from scikit-learn 1.2.1, numpy 1.24.2 and onnx 1.12.0.
Another version may train another network: then the limits in digits.sure and stain.sure,
which were chosen for the committed one, need another look.
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
from sklearn.datasets import load_digits

FOLDER = pathlib.Path(__file__).resolve().parent
SEED = 1
HELD_OUT = 500
# The darkest pixel: training sees pixels from 0 to 1, and the convolution divides by this.
DARKEST = 16
# The image of the specifications, by its number among scikit-learn's.
IMAGE = 799
SIZE, CHANNELS, DIGITS = 8, 12, 10
POOLED = SIZE // 2
EPOCHS, BATCH, RATE, DECAY = 60, 32, 2e-3, 1e-3


def patches(images):
    """The 3 x 3 surroundings of each pixel, 0 beyond the border: images x 8 x 8 x 9."""
    padded = numpy.pad(images, ((0, 0), (1, 1), (1, 1)))
    windows = [padded[:, i : i + SIZE, j : j + SIZE] for i in range(3) for j in range(3)]
    return numpy.stack(windows, axis=-1)


def forward(weights, images):
    """The scores, and what the way back needs."""
    kernel, shift, head, bias = weights
    seen = patches(images)
    features = numpy.maximum(seen @ kernel.T + shift, 0)
    blocks = features.reshape(-1, POOLED, 2, POOLED, 2, CHANNELS)
    pooled = blocks.max(axis=(2, 4))
    # In the order in which ONNX flattens: channel, row, column.
    flat = pooled.transpose(0, 3, 1, 2).reshape(len(images), -1)
    return flat @ head.T + bias, (seen, blocks, pooled, flat)


def gradients(weights, images, labels):
    """Of the mean cross entropy, by each of the weights."""
    scores, (seen, blocks, pooled, flat) = forward(weights, images)
    likely = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    likely[numpy.arange(len(labels)), labels] -= 1
    slope = likely / len(labels)
    back = (slope @ weights[2]).reshape(-1, CHANNELS, POOLED, POOLED).transpose(0, 2, 3, 1)
    chosen = (blocks == pooled[:, :, None, :, None]) & (blocks > 0)
    spread = (chosen * back[:, :, None, :, None]).reshape(-1, CHANNELS)
    return [
        spread.T @ seen.reshape(-1, 9),
        spread.sum(axis=0),
        slope.T @ flat,
        slope.sum(axis=0),
    ]


def train(images, labels):
    """Kernel, shifts, head and biases."""
    random = numpy.random.RandomState(SEED)
    flat = CHANNELS * POOLED * POOLED
    weights = [
        random.normal(scale=(2 / 9) ** 0.5, size=(CHANNELS, 9)),
        numpy.zeros(CHANNELS),
        random.normal(scale=flat**-0.5, size=(DIGITS, flat)),
        numpy.zeros(DIGITS),
    ]
    means = [numpy.zeros_like(w) for w in weights]
    squares = [numpy.zeros_like(w) for w in weights]
    step = 0
    for _ in range(EPOCHS):
        order = random.permutation(len(images))
        for start in range(0, len(order), BATCH):
            step += 1
            some = order[start : start + BATCH]
            for k, slope in enumerate(gradients(weights, images[some], labels[some])):
                slope = slope + DECAY * weights[k]
                means[k] = 0.9 * means[k] + 0.1 * slope
                squares[k] = 0.999 * squares[k] + 0.001 * slope * slope
                mean, square = means[k] / (1 - 0.9**step), squares[k] / (1 - 0.999**step)
                weights[k] = weights[k] - RATE * mean / (square**0.5 + 1e-8)
    return weights


def rounded(weights):
    """The float32 numbers that the file will hold, for pixels from 0 to 16."""
    kernel, shift, head, bias = weights
    return [w.astype(numpy.float32) for w in (kernel / DARKEST, shift, head, bias)]


def write(path, weights):
    """Conv, Relu, MaxPool, Flatten and Gemm with float32 initializers, one image at a time."""
    kernel, shift, head, bias = weights
    nodes = [
        helper.make_node(
            "Conv", ["image", "kernel", "shift"], ["sums"], "conv", pads=[1, 1, 1, 1]
        ),
        helper.make_node("Relu", ["sums"], ["features"], "relu"),
        helper.make_node(
            "MaxPool", ["features"], ["pooled"], "pool", kernel_shape=[2, 2], strides=[2, 2]
        ),
        helper.make_node("Flatten", ["pooled"], ["flat"], "flatten"),
        helper.make_node("Gemm", ["flat", "head", "bias"], ["scores"], "gemm", transB=1),
    ]
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 1, SIZE, SIZE])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, DIGITS])],
        [
            numpy_helper.from_array(kernel.reshape(CHANNELS, 1, 3, 3), "kernel"),
            numpy_helper.from_array(shift, "shift"),
            numpy_helper.from_array(head, "head"),
            numpy_helper.from_array(bias, "bias"),
        ],
    )
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="train.py"
    )
    model.ir_version = 7
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"wrote {path.name}, sha256 {digest}")


def write_image(path, image):
    """All pixels in one row, as the network flattens them: row by row, from the upper left one."""
    path.write_text(",".join(str(int(pixel)) for pixel in image.ravel()) + "\n")
    print("\n".join(" ".join(f"{int(pixel):2}" for pixel in row) for row in image))


def accuracy(weights, images, labels):
    """The share of images whose largest score is that of their digit."""
    doubles = [w.astype(float) for w in weights]
    return (forward(doubles, images)[0].argmax(axis=1) == labels).mean()


def main():
    digits = load_digits()
    order = numpy.random.RandomState(SEED).permutation(len(digits.images))
    images, labels = digits.images[order], digits.target[order]
    kept, held = slice(HELD_OUT, None), slice(0, HELD_OUT)
    weights = rounded(train(images[kept] / DARKEST, labels[kept]))
    print(f"{sum(w.size for w in weights)} weights and biases")
    for what, part in (("it was trained on", kept), ("held out", held)):
        right = accuracy(weights, images[part], labels[part])
        print(f"right on {right:.4f} of the {len(images[part])} images {what}")
    write(FOLDER / "digits.onnx", weights)
    assert IMAGE in order[held]
    write_image(FOLDER / "three.csv", digits.images[IMAGE])


if __name__ == "__main__":
    main()
