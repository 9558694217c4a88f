/**
 * The other door: networks in the NNet text format, in which those of ACAS Xu were published. A
 * file that cannot be read is refused with a {@link
 * surety.certificates.onnx.NetworkFormatException}, in time and memory bounded by a small multiple
 * of its length.
 */
package surety.certificates.nnet;
