package surety.language;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random texts that can be parsed, with blanks and comments in random places. */
final class SpecificationGenerator {
  private static final List<String> WORDS =
      List.of(
          "semantics",
          "real",
          "network",
          "distribution",
          "property",
          "query",
          "input",
          "output",
          "for",
          "under",
          "within",
          "timeout",
          "on",
          "at",
          "points",
          "P",
          "cdf",
          "moments",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ";",
          ",",
          ":",
          "=",
          "?",
          "~",
          "<",
          "<=",
          ">",
          ">=",
          "+",
          "-",
          "*",
          "/",
          "1",
          "0.5",
          "1e-3",
          "c",
          "N",
          "D",
          "x",
          "y",
          "\"t\"",
          "\"",
          "/*",
          "//",
          "*/",
          "and",
          "or",
          "not",
          "in",
          "event",
          "settings",
          "given",
          "mixture",
          "constant",
          "inf",
          "scott",
          "x[0..1]",
          "argmax",
          "E",
          ".",
          "==",
          "|",
          "@",
          "\u00e4",
          "1.",
          "1e",
          "\n");

  private final SplittableRandom random;
  private final List<String> tokens = new ArrayList<>();

  private SpecificationGenerator(SplittableRandom random) {
    this.random = random;
  }

  /** Words of the language in a random order. */
  static String words(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** A text that can be parsed; its names are declared, but otherwise it may mean nothing. */
  static String text(SplittableRandom random) {
    SpecificationGenerator generator = new SpecificationGenerator(random);
    generator.specification();
    return generator.joined();
  }

  private void specification() {
    add("semantics", "real", ";");
    int networks = random.nextInt(1, 3);
    for (int i = 0; i < networks; i++) {
      network("N" + i);
    }
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      distribution("D" + i, "N" + random.nextInt(networks));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      claim("p" + i);
    }
  }

  private void network(String name) {
    add("network", name, "=", "\"net.onnx\"");
    if (random.nextInt(3) == 0) {
      add(";");
      return;
    }
    add("{");
    if (random.nextBoolean()) {
      add("input", "a", ",", "P", ";");
    }
    if (random.nextBoolean()) {
      add("output", "score", ",", "at", ";");
    }
    add("}");
  }

  private void distribution(String name, String network) {
    add("distribution", name, "for", network, "{");
    for (int i = random.nextInt(4); i > 0; i--) {
      target();
      if (random.nextInt(4) == 0) {
        add("=");
        number();
      } else {
        add("~");
        randomSum();
      }
      if (random.nextInt(4) == 0) {
        add("given");
        reference();
        add(pick("<", "=="), "1");
      }
      add(";");
    }
    add("}");
  }

  private void target() {
    switch (random.nextInt(6)) {
      case 0 -> add("x[0..1]");
      case 1 -> {
        add("(");
        reference();
        add(",");
        reference();
        add(")");
      }
      default -> reference();
    }
  }

  private void randomSum() {
    if (random.nextInt(4) == 0) {
      number();
      add(pick("+", "*", "-"));
    }
    term();
    if (random.nextInt(6) == 0) {
      add("+");
      reference();
    }
  }

  private void term() {
    add(
        pick(
            "Normal",
            "Uniform",
            "Histogram",
            "Polynomial",
            "Kde",
            "Mixture",
            "Categorical",
            "Bernoulli",
            "Poisson",
            "OneHot",
            "Empirical"),
        "(");
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        add(",");
      }
      argument();
    }
    add(")");
    if (random.nextInt(3) == 0) {
      add("on", "[");
      number();
      add(",");
      number();
      add("]");
    }
  }

  private void argument() {
    if (random.nextInt(5) == 0) {
      add("bandwidth", "=");
    }
    switch (random.nextInt(4)) {
      case 0 -> add("\"load // no comment.csv\"");
      case 1 -> list();
      case 2 -> {
        number();
        add(":");
        number();
      }
      default -> number();
    }
  }

  private void list() {
    add("[");
    int count = random.nextInt(1, 30);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        add(",");
      }
      number();
    }
    add("]");
  }

  private void claim(String name) {
    boolean property = random.nextBoolean();
    add(property ? "property" : "query", name);
    if (random.nextBoolean()) {
      add("\"a title\"");
    }
    add(":");
    int kind = property ? 3 : random.nextInt(4);
    if (kind < 2) {
      cdf();
    } else if (kind == 2) {
      moments();
    } else {
      quantity();
      if (property && random.nextInt(4) == 0) {
        add("in", "[");
        number();
        add(",");
        number();
        add("]");
      } else if (property) {
        add(pick("<", "<=", ">", ">="));
        number();
      } else {
        add("=", "?");
      }
    }
    add("under", "D1");
    if (random.nextInt(3) == 0) {
      add("within");
      number();
    }
    if (random.nextInt(3) == 0) {
      add("timeout", "60", "s");
    }
    add(";");
  }

  private void quantity() {
    add("P", "(");
    event(3);
    if (random.nextInt(4) == 0) {
      add("|");
      event(2);
    }
    add(")");
    if (random.nextInt(4) == 0) {
      add(pick("+", "-", "*", "/"), pick("E", "Std"), "(");
      sum(2);
      add(")");
    }
  }

  private void event(int depth) {
    String word = pick("and", "or");
    for (int i = random.nextInt(3); i > 0; i--) {
      condition(depth);
      add(word);
    }
    condition(depth);
  }

  private void condition(int depth) {
    for (int i = random.nextInt(6); i > 3; i--) {
      add("not");
    }
    switch (random.nextInt(depth > 0 ? 6 : 5)) {
      case 0 -> add("argmax", "(", "N0", ")", pick("==", "!="), "score");
      case 1 -> add("argmin", "(", "N0", ")", "in", "{", "score", ",", "N0", ".", "at", "}");
      case 2 -> {
        add(pick("max", "min"), "(");
        sum(1);
        add(",");
        sum(1);
        add(")", "in", "[", "0", ",", "1", "]");
      }
      case 5 -> {
        add("(");
        event(depth - 1);
        add(")");
      }
      default -> {
        sum(3);
        for (int i = random.nextInt(1, 3); i > 0; i--) {
          add(pick("<", "<=", ">", ">="));
          sum(3);
        }
      }
    }
  }

  private void moments() {
    add("moments", "(");
    for (int i = random.nextInt(3); i > 0; i--) {
      sum(2);
      if (i > 1) {
        add(",");
      }
    }
    add(")");
  }

  private void cdf() {
    add("cdf", "(");
    sum(2);
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      add(",");
      sum(2);
    }
    add(")");
    switch (random.nextInt(3)) {
      case 0 -> {
        add("at", "100");
        for (int i = 0; i < more; i++) {
          add("x", "20");
        }
        add("points");
      }
      case 1 -> {
        add("at");
        list();
        for (int i = 0; i < more; i++) {
          add("x");
          list();
        }
      }
      default -> {}
    }
  }

  private void sum(int depth) {
    if (random.nextInt(4) == 0) {
      add(pick("-", "+"));
    }
    product(depth);
    for (int i = random.nextInt(3); i > 0; i--) {
      add(pick("-", "+"));
      product(depth);
    }
  }

  private void product(int depth) {
    operand(depth);
    for (int i = random.nextInt(3); i > 1; i--) {
      add(pick("*", "/"));
      if (random.nextInt(4) == 0) {
        add("-");
      }
      operand(depth);
    }
  }

  private void operand(int depth) {
    int choice = random.nextInt(depth > 0 ? 3 : 2);
    if (choice == 0) {
      add(unsigned());
    } else if (choice == 1) {
      reference();
    } else {
      add("(");
      sum(depth - 1);
      add(")");
    }
  }

  private void reference() {
    if (random.nextBoolean()) {
      add(pick("x", "y"), "[", "" + random.nextInt(3), "]");
    } else {
      add(pick("a", "P", "score", "at"));
    }
  }

  private void number() {
    String sign = pick("", "", "-", "+");
    if (!sign.isEmpty()) {
      add(sign);
    }
    add(unsigned());
    if (random.nextInt(5) == 0) {
      add("/", unsigned());
    }
  }

  private String unsigned() {
    return pick("0", "1", "0.5", "12.75", "1e-3", "2E+10", "007", "3.5e2");
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void add(String... more) {
    tokens.addAll(List.of(more));
  }

  private String joined() {
    StringBuilder text = new StringBuilder(separator(true));
    String before = "";
    for (String token : tokens) {
      String separator = before.isEmpty() ? "" : separator(canTouch(before, token));
      // A slash before a comment would begin another one.
      text.append(before.equals("/") && separator.startsWith("/") ? " " : "");
      text.append(separator).append(token);
      before = token;
    }
    return text.append(separator(true)).toString();
  }

  /** Two words, two numbers or two signs would become one, or a comment. */
  private static boolean canTouch(String left, String right) {
    boolean leftWord = Character.isLetterOrDigit(left.charAt(left.length() - 1));
    boolean rightWord = Character.isLetterOrDigit(right.charAt(0));
    String both = left + right;
    return !(leftWord && rightWord)
        && !both.equals("<=")
        && !both.equals(">=")
        && !both.contains("//")
        && !both.contains("/*")
        && !both.contains("*/");
  }

  private String separator(boolean mayBeEmpty) {
    return switch (random.nextInt(14)) {
      case 0 -> "\n";
      case 1 -> "  ";
      case 2 -> "\n\n\n\n";
      case 3 -> "\t ";
      case 4 -> " /* why */ ";
      case 5 -> " // because\n";
      case 6 -> "/* two\n   lines */";
      case 7, 8, 9 -> mayBeEmpty ? "" : " ";
      default -> " ";
    };
  }
}
