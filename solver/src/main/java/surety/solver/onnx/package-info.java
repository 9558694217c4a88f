/**
 * Writes ReLU networks as ONNX files, for ONNX Runtime and other verifiers. Reading is the
 * kernel's: {@link surety.certificates.onnx}.
 */
package surety.solver.onnx;
