package surety.certificates.onnx;

/**
 * What the rules of all nodes share.
 *
 * @param opset the version of the operator set
 * @param circuit what the nodes so far compute
 */
record Context(long opset, Budget budget, Circuit circuit) {}
