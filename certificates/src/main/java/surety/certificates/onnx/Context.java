package surety.certificates.onnx;

import java.util.Map;

/**
 * What the rules of all nodes share.
 *
 * @param opset the version of the operator set
 * @param circuit what the nodes so far compute
 * @param files the contents of the files beside the model, by name
 */
record Context(long opset, Budget budget, Circuit circuit, Map<String, byte[]> files) {}
