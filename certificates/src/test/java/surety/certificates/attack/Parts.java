package surety.certificates.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import surety.certificates.replay.Certificates;

/**
 * A certificate taken apart; its lines are text, so that anything may stand there.
 *
 * @param tree the bytes of the trees of all branches
 */
record Parts(
    String statement,
    List<String> truncations,
    List<String> numbers,
    List<String> bounds,
    List<Byte> tree) {
  Parts {
    truncations = List.copyOf(truncations);
    numbers = List.copyOf(numbers);
    bounds = List.copyOf(bounds);
    tree = List.copyOf(tree);
  }

  static List<Byte> list(byte[] bytes) {
    Byte[] all = new Byte[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      all[k] = bytes[k];
    }
    return List.of(all);
  }

  byte[] treeBytes() {
    byte[] bytes = new byte[tree.size()];
    for (int k = 0; k < bytes.length; k++) {
      bytes[k] = tree.get(k);
    }
    return bytes;
  }

  Parts withStatement(String other) {
    return new Parts(other, truncations, numbers, bounds, tree);
  }

  Parts withTruncations(List<String> other) {
    return new Parts(statement, other, numbers, bounds, tree);
  }

  Parts withNumbers(List<String> other) {
    return new Parts(statement, truncations, other, bounds, tree);
  }

  Parts withBounds(List<String> other) {
    return new Parts(statement, truncations, numbers, other, tree);
  }

  Parts withTree(byte[] other) {
    return new Parts(statement, truncations, numbers, bounds, list(other));
  }

  /** The file, under the digest of its bytes. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder("surety certificate 2\n");
    text.append(statement).append("end statement\n");
    lines(text, "truncations", truncations);
    lines(text, "numbers", numbers);
    lines(text, "bounds", bounds);
    text.append("tree\n");
    String end = "\nend\nsha256 " + "0".repeat(64) + "\n";
    return Certificates.sealed(
        Certificates.concat(
            text.toString().getBytes(StandardCharsets.ISO_8859_1),
            treeBytes(),
            end.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void lines(StringBuilder text, String name, List<String> lines) {
    text.append(name).append(' ').append(lines.size()).append('\n');
    lines.forEach(line -> text.append(line).append('\n'));
  }
}
