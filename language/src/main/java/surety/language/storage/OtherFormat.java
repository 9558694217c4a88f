package surety.language.storage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import surety.certificates.nnet.NnetReader;

/** What a file is that is a network in no format that is read, where its first bytes tell. */
public final class OtherFormat {
  private static final int LOOKED_AT = 512;

  private static final String EXPORT = "; export the network as ONNX";

  private OtherFormat() {}

  /** For instance {@code this is a text file, not an ONNX file; name the .onnx file itself}. */
  public static Optional<String> of(byte[] content) {
    if (content.length == 0) {
      return Optional.of("this file is empty; export the network again");
    }
    if (NnetReader.isOne(content)) {
      return Optional.empty(); // its reader says what is wrong in it
    }
    String start =
        new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\003\004")) {
      return other("a ZIP archive, such as PyTorch and Keras write", EXPORT);
    }
    if (start.startsWith("\u0089HDF\r\n")) {
      return other("an HDF5 file, such as Keras writes", EXPORT);
    }
    if (start.startsWith("\u0080") && start.length() > 1 && start.charAt(1) <= '\5') {
      return other("a Python pickle, such as PyTorch and scikit-learn write", EXPORT);
    }
    return start.chars().allMatch(OtherFormat::isText)
        ? other("a text file", "; name the .onnx file itself")
        : Optional.empty();
  }

  /** An ONNX file has lengths and field numbers among its first bytes. */
  private static boolean isText(int c) {
    return (c >= ' ' && c != 0x7f) || c == '\n' || c == '\r' || c == '\t';
  }

  private static Optional<String> other(String what, String wayOut) {
    return Optional.of("this is " + what + ", not an ONNX file" + wayOut);
  }
}
