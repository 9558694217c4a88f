package surety.certificates.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.replay.NetworkContent;

/** The folder of the cases' networks, for a time: one of them is in three files. */
final class NetworkFolder {
  private static final Path FOLDER = make();

  private NetworkFolder() {}

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("networks");
      folder.toFile().deleteOnExit();
      write(folder);
      try (var files = Files.list(folder)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all networks. */
  static void write(Path folder) throws IOException {
    for (CaseNetworks network : CaseNetworks.values()) {
      Files.write(folder.resolve(network.file()), network.bytes());
    }
    Files.write(folder.resolve(CaseNetworks.WEIGHTS), CaseNetworks.weights());
    Files.write(folder.resolve(CaseNetworks.BIASES), CaseNetworks.biases());
  }

  static NetworkContent content(CaseNetworks network) {
    try {
      return NetworkContent.load(FOLDER.resolve(network.file()), Files::readAllBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
