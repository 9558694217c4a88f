package surety.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A specification of a thousand lines or three over the Iris networks, as a large project might
 * have it, and the places where somebody may type in it.
 */
final class LongSpecification {
  /**
   * How much of it there is.
   *
   * @param claims properties and queries for each distribution
   */
  record Size(int lines, int claims) {
    /** As a large project has it. */
    static final Size LARGE = new Size(1000, 5);

    /** With about nine hundred properties and queries. */
    static final Size HUGE = new Size(3000, 21);
  }

  /** The property that keeps a search busy for as long as it is let. */
  static final String ENDLESS = "endless";

  /** How many properties at the end are quickly proved; typing in them makes them stale. */
  static final int PROVED = 8;

  private static final int DISTRIBUTIONS_PER_NETWORK = 3;

  private final Size size;
  private final List<String> lines = new ArrayList<>();

  private LongSpecification(Size size) {
    this.size = size;
  }

  /** The text, for each size always the same. */
  static String text(Size size) {
    return new LongSpecification(size).write();
  }

  /** How many properties and queries are in a text. */
  static long claims(String text) {
    return text.lines().filter(l -> l.startsWith("property ") || l.startsWith("query ")).count();
  }

  /** The name of one of the properties that are quickly proved. */
  static String proved(int index) {
    return "quick" + index;
  }

  private String write() {
    add("// Many lines for an editor to read at each keystroke.", "semantics real;", "");
    int networks = 0;
    while (lines.size() < size.lines() - 100) {
      network(networks++);
    }
    last();
    while (lines.size() < size.lines()) {
      add("// Nothing more.");
    }
    return String.join("\n", lines) + "\n";
  }

  private void network(int network) {
    String name = "Iris" + network;
    iris(name, "iris-relu.onnx");
    for (int k = 0; k < DISTRIBUTIONS_PER_NETWORK; k++) {
      distribution("Flowers" + network + "_" + k, name, 2 + k);
      for (int p = 0; p < size.claims(); p++) {
        property(network, k, p);
      }
    }
  }

  private void iris(String name, String file) {
    add("network " + name + " = \"" + file + "\" {");
    add("  input  sepal_length, sepal_width;");
    add("  output setosa, versicolor, virginica;", "}", "");
  }

  private void distribution(String name, String network, int alpha) {
    add("// The features are scaled to [0, 1].");
    add("distribution " + name + " for " + network + " {");
    add("  sepal_length ~ Beta(" + alpha + ", 2);");
    add("  sepal_width  ~ Normal(0.5, 0.25) on [0, 1];", "}", "");
  }

  private void property(int network, int distribution, int number) {
    String under = "Flowers" + network + "_" + distribution;
    String name = "p" + network + "_" + distribution + "_" + number;
    if (number == size.claims() - 1) {
      add("query " + name + ": cdf(2 * setosa - virginica) at 50 points under " + under + ";", "");
      return;
    }
    add("property " + name + " \"R" + number + ": a high score is rare\":");
    String event = "setosa - " + number + " * versicolor > " + (network + 12);
    add(String.format(Locale.ROOT, "  P(%s) < 0.%d under %s;", event, number + 1, under), "");
  }

  /** What is verified in the benchmark. */
  private void last() {
    iris("Quick", "iris-relu.onnx");
    add("distribution Quickly for Quick {", "  sepal_length ~ Uniform(0, 1);");
    add("  sepal_width = 0.5;", "}", "");
    for (int k = 0; k < PROVED; k++) {
      add("property " + proved(k) + ":", "  P(setosa > " + (15 + k) + ") < 0.5 under Quickly;", "");
    }
    iris("Smooth", "iris-tanh.onnx");
    distribution("Smoothly", "Smooth", 2);
    add("property " + ENDLESS + ": P(setosa > 3.5) < 0.20937");
    add("  under Smoothly within 1e-14 timeout 1 h;", "");
  }

  private void add(String... added) {
    lines.addAll(List.of(added));
  }

  /** A place in a line of a text. */
  record Place(int line, int column, boolean isProved) {}

  /** A place to type at: often in numbers, sometimes in names, comments, or anywhere. */
  static Place place(String text, RandomGenerator random) {
    List<String> lines = text.lines().toList();
    while (true) {
      int line = random.nextInt(lines.size());
      String content = lines.get(line);
      String[] wanted = {"P(", "~ ", "under ", "// ", "property ", "distribution ", "network "};
      String word = wanted[random.nextInt(wanted.length)];
      int at = content.indexOf(word);
      if (at >= 0) {
        int column =
            random.nextBoolean() ? at + word.length() : at + random.nextInt(content.length() - at);
        return new Place(line, column, false);
      }
    }
  }

  /** In the limit of a property that is proved: with a digit more it claims something else. */
  static Place inProved(String text, int index) {
    List<String> lines = text.lines().toList();
    int line = lines.indexOf("property " + proved(index) + ":") + 1;
    return new Place(line, lines.get(line).indexOf(" under"), true);
  }
}
