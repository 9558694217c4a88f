/**
 * Reads ONNX files into {@link surety.certificates.network.Network}s, with a protobuf reader of its
 * own. A file is hostile until proven otherwise: whatever its bytes are, the answer is a network or
 * a {@link surety.certificates.onnx.NetworkFormatException}, in time and memory bounded by a small
 * multiple of the file's length. No weight is ever rounded: what a node does stays a gate of its
 * own, but for the sum behind a product, and numbers that are no doubles become a {@link
 * surety.certificates.activation.Scaling}.
 *
 * <p>The way of a file: {@code ProtobufReader} (bytes to fields), {@code ModelParser} (fields to
 * {@code OnnxModel}), {@code GraphTranslator} with {@code Operators} (nodes to the gates of a
 * {@code Circuit}). A node's rule gets a {@code Call} and says what its values become: operators
 * that only move elements are an {@code IndexMap}, sums and products an {@code Arithmetic}; both
 * are the same for values of the network, for constants, and for the integers of shapes.
 */
package surety.certificates.onnx;
