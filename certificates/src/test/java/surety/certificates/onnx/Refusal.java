package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** What the reader says of a file that it refuses. */
final class Refusal {
  private Refusal() {}

  /** The message; fails if the file is read. */
  static String of(byte[] file) {
    return assertThrows(NetworkFormatException.class, () -> OnnxReader.read(file)).getMessage();
  }
}
