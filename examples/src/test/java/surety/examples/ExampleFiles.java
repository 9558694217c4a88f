package surety.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.stop.Stop;
import surety.language.Specification;
import surety.language.SpecificationReader;

/** Where the examples are, and how to read them. */
final class ExampleFiles {
  private ExampleFiles() {}

  /** The folder of this module; Surefire names it, elsewhere it is the working directory. */
  static Path folder() {
    return Path.of(System.getProperty("basedir", ""));
  }

  /** Every specification, in the order of the paths. */
  static List<Path> specifications() {
    return filesEndingWith(".sure");
  }

  /** Every network in the ONNX format, in the order of the paths. */
  static List<Path> networks() {
    return filesEndingWith(".onnx");
  }

  /** A specification, which must be free of errors and warnings. */
  static Specification specification(Path file) {
    try {
      Specification specification = new SpecificationReader().read(file);
      assertEquals(List.of(), specification.diagnostics(), "messages about " + file);
      return specification;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A network of an example. */
  static Network network(Path file) {
    try {
      return NetworkContent.of(bytes(file)).network(Stop.NEVER);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file's content. */
  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> filesEndingWith(String suffix) {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !folder().relativize(file).startsWith("target"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
