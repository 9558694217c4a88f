package surety.examples;

import java.util.ArrayList;
import java.util.List;
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

  /** A distribution D for all networks. */
  String distribution(List<String> inputTexts) {
    List<String> names = new ArrayList<>();
    for (int k = 0; k < networkCount; k++) {
      names.add(network(k));
    }
    return IntStream.range(0, inputs)
        .mapToObj(k -> "  " + bareInput(k) + " " + named(inputTexts.get(k), k) + ";\n")
        .collect(
            Collectors.joining(
                "", "distribution D for " + String.join(", ", names) + " {\n", "}\n"));
  }

  /** With the names of an input and the one above it. */
  private String named(String text, int input) {
    return text.replace("@0", bareInput(Math.max(0, input - 1))).replace("@1", bareInput(input));
  }

  private static String list(int count, String name) {
    return IntStream.range(0, count).mapToObj(k -> name + k).collect(Collectors.joining(", "));
  }
}
