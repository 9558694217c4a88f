package surety.language.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import surety.language.NameRules;
import surety.language.Severity;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;
import surety.language.problems.Names;

/**
 * A distribution of a specification, in the text of which stands where it comes from.
 *
 * @param name of the distribution
 * @param network the name of the network that it is for
 */
public record DistributionBlock(String name, String network) {
  private static final int WIDTH = 96;

  /** Refuses names that the language does not have. */
  public static DistributionBlock of(String name, String network) throws FitException {
    for (String each : List.of(name, network)) {
      String problem = new NameRules().problem(each).orElse("");
      if (!problem.isEmpty()) {
        throw FitException.request(problem);
      }
    }
    if (name.equalsIgnoreCase(network)) {
      throw FitException.request(
          "the distribution and the network cannot both be called '" + name + "'; rename one");
    }
    return new DistributionBlock(name, network);
  }

  /**
   * The text, laid out.
   *
   * @param specification where it will stand
   * @throws FitException if the language does not take it, and why
   */
  public String text(Model model, Path specification) throws FitException {
    String block = comment(model) + declaration(model);
    String around =
        "semantics real;\nnetwork " + network + " = \"none.onnx\"" + inputs(model) + "\n";
    // What is wrong with the text around the block is not the block's fault.
    List<String> problems =
        new SpecificationReader()
            .read(specification, around + block).diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR && d.offset() >= around.length())
                .map(d -> d.message())
                .toList();
    if (!problems.isEmpty()) {
      throw FitException.data(problems.get(0));
    }
    return new SpecificationFormatter().format(block);
  }

  private static String inputs(Model model) {
    List<String> inputs = model.columns().inputs();
    return inputs.get(0).contains("[") ? ";" : " { input " + String.join(", ", inputs) + "; }";
  }

  private String declaration(Model model) {
    List<String> inputs = model.columns().inputs();
    String target = inputs.size() == 1 ? inputs.get(0) : "(" + String.join(", ", inputs) + ")";
    return "distribution %s for %s {\n  %s ~ %s;\n}\n"
        .formatted(name, network, target, model.term());
  }

  private static String comment(Model model) {
    SampleColumns columns = model.columns();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "A model of data, not the data: %s, fitted to %s, all %s."
            .formatted(model.kind(), columns.origin(), Names.count(columns.rows().size(), "row")));
    sentences.addAll(model.remarks());
    sentences.add("What is claimed under it is about this model; how well it fits is not checked.");
    return wrapped(String.join(" ", sentences)).stream()
            .map(line -> "// " + line + "\n")
            .collect(Collectors.joining())
        + "// SHA-256 of the file: "
        + columns.digest()
        + "\n";
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
