package surety.evidence.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.evidence.BoundedFile;
import surety.evidence.EvidenceException;

/**
 * The one block of a PEM file (RFC 7468): what it says that it is, and its content. Text around it
 * is passed over.
 */
final class Pem {
  private static final int MOST_BYTES = 1 << 16;

  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----\\s*");

  private final String label;
  private final byte[] content;

  private Pem(String label, byte[] content) {
    this.label = label;
    this.content = content;
  }

  /** Such as {@code PRIVATE KEY}. */
  String label() {
    return label;
  }

  /** Not to be shown to anybody, if it is a private key. */
  byte[] content() {
    return content;
  }

  /** Reads a file that should hold a key. No message has anything of what is in a block. */
  static Pem read(Path file) throws EvidenceException {
    byte[] bytes = BoundedFile.read(file, "a key", MOST_BYTES);
    List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    List<Pem> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher begin = BEGIN.matcher(lines.get(i));
      if (begin.matches()) {
        int end = end(lines, i, begin.group(1), file);
        blocks.add(new Pem(begin.group(1), decoded(lines.subList(i + 1, end), file)));
        i = end;
      }
    }
    // Older tools write the curve in a block of its own before the key.
    blocks.removeIf(block -> block.label().equals("EC PARAMETERS"));
    if (blocks.isEmpty()) {
      throw EvidenceException.badInput(
          "%s is no key in PEM format (there is no line -----BEGIN ... KEY-----); %s",
          file, KeyProblem.MAKE_ONE);
    }
    if (blocks.size() > 1) {
      throw EvidenceException.badInput(
          "%s has %d PEM blocks, so it is not clear which key is meant; name a file with one",
          file, blocks.size());
    }
    return blocks.get(0);
  }

  private static int end(List<String> lines, int begin, String label, Path file)
      throws EvidenceException {
    String end = "-----END " + label + "-----";
    for (int i = begin + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(end)) {
        return i;
      }
    }
    throw EvidenceException.badInput(
        "%s: the block that begins in line %d has no line '%s'; the file is cut short",
        file, begin + 1, end);
  }

  /** Lines with a colon are headers, as SEC1 keys that are encrypted have them. */
  private static byte[] decoded(List<String> lines, Path file) throws EvidenceException {
    StringBuilder text = new StringBuilder();
    lines.stream().filter(line -> line.indexOf(':') < 0).forEach(line -> text.append(line.strip()));
    try {
      return Base64.getDecoder().decode(text.toString());
    } catch (IllegalArgumentException e) {
      // The exception quotes what it was given, so it does not travel along.
      throw EvidenceException.badInput(
          "%s: between BEGIN and END there is no base64; the file is damaged", file);
    }
  }
}
