package surety.certificates.onnx;

/** A constant of the file that is decoded when it is used. */
record StoredTensor(OnnxTensor tensor) implements Value {}
