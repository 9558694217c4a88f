package surety.examples;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a random specification calls things.
 *
 * @param outputs of each network
 * @param areInputsNamed else they are x[0] and so on
 * @param areOutputsNamed else they are y[0] and so on
 */
record SpecificationNames(
    int networkCount, int inputs, int outputs, boolean areInputsNamed, boolean areOutputsNamed) {
  private static final Pattern PLACE = Pattern.compile("@(-?[0-9]+)");
  private static final Pattern NUMBER = Pattern.compile("\\$([0-9]+)");

  static String file(int network) {
    return "net" + network + ".onnx";
  }

  String network(int network) {
    return network == 0 ? "A" : "B";
  }

  private String bareInput(int index) {
    return areInputsNamed ? "in" + index : "x[" + index + "]";
  }

  private String bareOutput(int index) {
    return areOutputsNamed ? "out" + index : "y[" + index + "]";
  }

  /** With the network in front, where it is wanted or several networks have it. */
  String input(int index, boolean isQualified) {
    return (isQualified ? network(0) + "." : "") + bareInput(index);
  }

  String output(int network, int index, boolean isQualified) {
    boolean needsNetwork = networkCount > 1 || isQualified;
    return (needsNetwork ? network(network) + "." : "") + bareOutput(index);
  }

  /** The declarations. */
  String declarations() {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < networkCount; k++) {
      text.append("network " + network(k) + " = \"" + file(k) + "\" {");
      text.append(areInputsNamed ? " input " + list(inputs, "in") + ";" : "");
      text.append(areOutputsNamed ? " output " + list(outputs, "out") + ";" : "");
      text.append(" }\n");
    }
    return text.toString();
  }

  /** All networks, in a list. */
  String networks() {
    return IntStream.range(0, networkCount)
        .mapToObj(this::network)
        .collect(Collectors.joining(", "));
  }

  /** A text in which the names and numbers of inputs stand for @0 and $0, counted from one. */
  String placed(String text, int first) {
    String named =
        PLACE
            .matcher(text)
            .replaceAll(found -> bareInput(first + Integer.parseInt(found.group(1))));
    return NUMBER
        .matcher(named)
        .replaceAll(found -> String.valueOf(first + Integer.parseInt(found.group(1))));
  }

  private static String list(int count, String name) {
    return IntStream.range(0, count).mapToObj(k -> name + k).collect(Collectors.joining(", "));
  }
}
