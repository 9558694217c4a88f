package surety.certificates.onnx;

import java.util.List;

/**
 * What an ONNX file calls its two ends, how long they are as flat vectors, and what lies between.
 *
 * @param input the name of the graph's input
 * @param inputs how many numbers the input has, all dimensions multiplied, batch size 1
 * @param output the name of the graph's output
 * @param outputs how many numbers the output has
 * @param layers one short description for each layer of the network, such as "affine 12 x 4" (rows
 *     x columns), "affine 4 x 4, at most one weight per row" or "relu 12"
 */
public record OnnxNames(String input, int inputs, String output, int outputs, List<String> layers) {

  public OnnxNames {
    layers = List.copyOf(layers);
  }
}
