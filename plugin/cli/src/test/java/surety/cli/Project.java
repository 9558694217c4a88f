package surety.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a network y = x and a specification over it, x uniform on [0, 1]. */
final class Project {
  private static final String HEAD =
      """
      semantics real;

      network Net = "net.onnx" {
        input x0;
        output y0;
      }

      distribution Even for Net {
        x0 ~ Uniform(0, 1);
      }

      """;

  private final Path folder;

  Project(Path folder) throws IOException {
    this.folder = folder;
    Files.write(folder.resolve("net.onnx"), TinyNetwork.identity());
  }

  /** Writes a specification of these properties and queries, behind eleven lines of their own. */
  Path specification(String... obligations) throws IOException {
    return file(HEAD + String.join("\n", obligations) + "\n");
  }

  Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("spec.sure"), text);
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  Path certificate(String obligation) {
    return folder.resolve("certificates").resolve("spec." + obligation + ".cert");
  }
}
