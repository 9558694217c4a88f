package surety.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with the network of irises and a specification of it.
 *
 * @param folder the folder
 */
record Sample(Path folder) {
  static final String PROVED = "property rare: P(setosa > 12) < 1e-2 under Flowers;";
  static final String VIOLATED =
      "property frequent \"R5: frequent\": P(setosa > 3.5) < 0.1 under Flowers;";
  static final String UNDECIDED =
      "property coarse: P(versicolor - virginica >= 0) <= 0.2353 under Flowers within 1e-2;";
  static final String QUERY = "query rate: P(setosa > 3.5) = ? under Flowers;";

  private static final String HEAD =
      """
      semantics real;
      network Iris = "iris-relu.onnx" {
        input sepal_length, sepal_width;
        output setosa, versicolor, virginica;
      }
      distribution Flowers for Iris {
        sepal_length ~ Beta(2, 2); sepal_width ~ Beta(3, 2);
      }
      """;

  /** Writes {@code spec.sure} with these properties and queries, from its ninth line on. */
  Path specification(String... obligations) throws IOException {
    Files.createDirectories(folder);
    Path network = folder.resolve("iris-relu.onnx");
    if (!Files.exists(network)) {
      Files.copy(Path.of("../../examples/iris/iris-relu.onnx"), network);
    }
    return Files.writeString(
        folder.resolve("spec.sure"), HEAD + String.join("\n", obligations) + "\n");
  }

  Path certificate(String obligation) {
    return folder.resolve("certificates/spec." + obligation + ".cert");
  }
}
