package surety.language.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import surety.language.Diagnostic;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;
import surety.language.problems.IssueCodes;
import surety.language.storage.WrittenPath;

/**
 * The choices that make a new specification.
 *
 * @param file where it will be
 * @param network the network file
 * @param name of the network
 * @param inputs all inputs, in their order: by names, or as {@code x[0]}, {@code x[1]}
 * @param outputs the names of all outputs; none, or {@code y[0]}, {@code y[1]}, to do without names
 * @param claimName the name of the first property or query
 * @param title of it, for people; may be empty
 * @param claim what is claimed, {@code P(y0 > 0.5) < 1e-2}, or asked, {@code cdf(y0)}; empty for
 *     none
 */
public record SpecificationTemplate(
    Path file,
    Path network,
    String name,
    List<Choice> inputs,
    List<String> outputs,
    String claimName,
    String title,
    String claim) {
  private static final String DISTRIBUTION = "Inputs";

  /** Takes copies of the lists. */
  public SpecificationTemplate {
    Objects.requireNonNull(file);
    Objects.requireNonNull(network);
    Objects.requireNonNull(name);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    Objects.requireNonNull(claimName);
    Objects.requireNonNull(title);
    Objects.requireNonNull(claim);
  }

  /**
   * The specification, and what is wrong with the choices. A choice that cannot be parsed is left
   * out when the others are looked at, so that each is told what is wrong with it and nothing else.
   */
  public Draft draft() {
    List<String> problems = new ArrayList<>();
    SpecificationTemplate parseable = new Repair(this, problems).repaired();
    FieldText looked = parseable.text();
    // With a path that cannot be written nothing else can be told.
    List<Diagnostic> messages =
        WrittenPath.isQuotable(path())
            ? new SpecificationReader().read(file, looked.toString()).diagnostics()
            : List.of();
    for (Diagnostic found : messages) {
      if (!found.code().equals(IssueCodes.NOTHING_CLAIMED)) {
        String field = found.length() == 0 ? null : looked.field(found.offset()).orElse(null);
        problems.add(field == null ? found.message() : field + ": " + found.message());
      }
    }
    return new Draft(new SpecificationFormatter().format(text().toString()), problems);
  }

  boolean hasClaim() {
    return !claim.isBlank();
  }

  /** What has no limit asks instead of claiming. */
  String kind() {
    String written = claim.strip();
    return written.startsWith("cdf") || written.endsWith("?") ? "query" : "property";
  }

  boolean namesInputs() {
    return !isIndexed("x", inputs.stream().map(Choice::name).toList());
  }

  private static boolean isIndexed(String vector, List<String> names) {
    return names.stream().allMatch(name -> name.matches(vector + "\\[[0-9]+\\]"));
  }

  boolean namesOutputs() {
    return !isIndexed("y", outputs);
  }

  static String input(Choice choice) {
    return "input " + choice.name();
  }

  /** With the sign that may be left out. */
  static String tail(Choice choice) {
    String written = choice.distribution().strip();
    return written.startsWith("=") || written.startsWith("~") ? written : "~ " + written;
  }

  private FieldText text() {
    FieldText text = new FieldText().add("semantics real;\n\n");
    addNetwork(text);
    text.add("distribution " + DISTRIBUTION + " for ").add("network", name);
    // A line of its own, so that what is missing is said of the inputs.
    text.add(" {\n");
    for (Choice choice : inputs) {
      if (!choice.distribution().isBlank()) {
        text.add("  ").add(input(choice), choice.name() + " " + tail(choice)).add(";\n");
      }
    }
    text.add("}\n");
    if (hasClaim()) {
      text.add("\n" + kind() + " ").add("name", claimName);
      if (!title.isBlank()) {
        text.add(" ").add("title", "\"" + title + "\"");
      }
      text.add(":\n  ").add(kind(), claim.strip()).add(" under " + DISTRIBUTION + ";\n");
    }
    return text;
  }

  private void addNetwork(FieldText text) {
    text.add("network ").add("network", name).add(" = ");
    text.add("network file", "\"" + path() + "\"");
    if (!namesInputs() && !namesOutputs()) {
      text.add(";\n\n");
      return;
    }
    text.add(" {\n");
    if (namesInputs()) {
      addNames(text, "input", inputs.stream().map(Choice::name).toList());
    }
    if (namesOutputs()) {
      addNames(text, "output", outputs);
    }
    text.add("}\n\n");
  }

  private static void addNames(FieldText text, String word, List<String> names) {
    text.add("  " + word + " ");
    for (int i = 0; i < names.size(); i++) {
      text.add(i == 0 ? "" : ", ").add("name of " + word + " " + (i + 1), names.get(i));
    }
    text.add(";\n");
  }

  /** As the specification names the network. */
  String path() {
    return WrittenPath.of(file, network);
  }
}
