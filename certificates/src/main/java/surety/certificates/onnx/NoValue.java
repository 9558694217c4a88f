package surety.certificates.onnx;

/** An optional input that a node omits. */
record NoValue() implements Value {}
