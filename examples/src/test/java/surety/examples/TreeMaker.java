package surety.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes random sums, events and quantities that are neither certain nor impossible too often. */
final class TreeMaker {
  private static final double[] COEFFICIENTS = {1, 1, -1, 2, -0.5, 0.25, 4, -2};
  private static final String[] SYMBOLS = {"<", "<=", ">", ">="};
  private static final String[] LEVELS = {"0.5", "0.9", "0.25", "0.99"};

  private final Random random;
  private final SpecificationNames names;
  private final boolean hasMoments;
  private final boolean isConditioned;
  private final Draws pilot;
  private final List<EventTree.Named> events = new ArrayList<>();
  private boolean isQualified;

  /**
   * Makes trees of things that are called so.
   *
   * @param hasMoments whether averages of samples tell something
   * @param isConditioned whether only what takes a condition can be asked
   * @param pilot a few samples, near which thresholds are
   */
  TreeMaker(
      Random random,
      SpecificationNames names,
      boolean hasMoments,
      boolean isConditioned,
      Draws pilot) {
    this.random = random;
    this.names = names;
    this.hasMoments = hasMoments;
    this.isConditioned = isConditioned;
    this.pilot = pilot;
  }

  /** Events with names, of which the later ones may use the earlier ones. */
  List<EventTree.Named> namedEvents(int count) {
    isQualified = true;
    for (int k = 0; k < count; k++) {
      events.add(new EventTree.Named("e" + k, event(2)));
    }
    isQualified = false;
    return List.copyOf(events);
  }

  /** A sum of inputs and outputs, and perhaps a number. */
  private ScalarTree.Sum form() {
    List<ScalarTree.Term> terms = new ArrayList<>(linear().terms());
    if (random.nextInt(4) == 0) {
      terms.add(term(new ScalarTree.Constant("0.75", 0.75)));
    }
    return new ScalarTree.Sum(terms);
  }

  /** A sum of inputs and outputs. */
  ScalarTree.Sum linear() {
    int variables = names.inputs() + names.networkCount() * names.outputs();
    int[] order = IntStream.range(0, variables).toArray();
    for (int k = variables - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
    List<ScalarTree.Term> terms = new ArrayList<>();
    for (int k = 0; k < Math.min(variables, random.nextInt(1, 3)); k++) {
      terms.add(term(variable(order[k])));
    }
    return new ScalarTree.Sum(terms);
  }

  private ScalarTree.Term term(ScalarTree operand) {
    ScalarTree.Style[] styles = ScalarTree.Style.values();
    return new ScalarTree.Term(
        COEFFICIENTS[random.nextInt(COEFFICIENTS.length)],
        styles[random.nextInt(styles.length)],
        operand);
  }

  /** Outputs first. */
  private ScalarTree variable(int number) {
    int outputs = names.networkCount() * names.outputs();
    boolean isLong = isQualified || random.nextInt(4) == 0;
    if (number >= outputs) {
      int index = number - outputs;
      return new ScalarTree.Variable(names.input(index, isLong), draw -> draw.inputs()[index]);
    }
    int network = number / names.outputs();
    int index = number % names.outputs();
    return new ScalarTree.Variable(
        names.output(network, index, isLong), draw -> draw.outputs().get(network)[index]);
  }

  /** A number that may bend. */
  private ScalarTree scalar(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return form();
    }
    return switch (random.nextInt(3)) {
      case 0 -> new ScalarTree.Absolute(scalar(depth - 1));
      case 1 ->
          new ScalarTree.Extreme(
              random.nextBoolean(),
              IntStream.range(0, random.nextInt(2, 4)).mapToObj(k -> scalar(depth - 1)).toList());
      default -> new ScalarTree.Sum(List.of(term(scalar(depth - 1)), term(form())));
    };
  }

  /** An event. */
  EventTree event(int depth) {
    int kind = random.nextInt(depth == 0 ? 8 : 14);
    if (kind < 4) {
      return comparison();
    }
    if (kind == 4) {
      return inside();
    }
    if (kind < 7) {
      return names.outputs() == 1 ? comparison() : chosen();
    }
    if (kind == 7) {
      return events.isEmpty() ? comparison() : events.get(random.nextInt(events.size()));
    }
    if (kind == 8) {
      return new EventTree.Not(random.nextInt(1, 4), event(depth - 1));
    }
    List<EventTree> parts =
        IntStream.range(0, random.nextInt(2, 4)).mapToObj(k -> event(depth - 1)).toList();
    return new EventTree.All(random.nextBoolean(), parts);
  }

  private EventTree comparison() {
    ScalarTree scalar = scalar(random.nextInt(3));
    List<ScalarTree> numbers = new ArrayList<>(List.of(scalar));
    List<String> symbols = new ArrayList<>(List.of(symbol()));
    numbers.add(random.nextBoolean() ? number(near(scalar)) : number(0));
    if (random.nextInt(4) == 0) {
      boolean isBelow = symbols.get(0).startsWith("<");
      numbers.add(0, number(near(scalar) + (isBelow ? -1 : 1)));
      symbols.add(0, isBelow ? SYMBOLS[random.nextInt(2)] : SYMBOLS[2 + random.nextInt(2)]);
    } else if (random.nextInt(3) == 0) {
      numbers.set(1, form());
    }
    return new EventTree.Compared(numbers, symbols);
  }

  private EventTree inside() {
    ScalarTree scalar = scalar(random.nextInt(3));
    double lower = near(scalar);
    return new EventTree.Inside(scalar, number(lower), number(lower + random.nextInt(0, 9) / 4.0));
  }

  private EventTree chosen() {
    boolean isLargest = random.nextInt(3) > 0;
    if (names.networkCount() > 1 && random.nextBoolean()) {
      List<Boolean> largest = List.of(isLargest, random.nextBoolean());
      List<String> choices =
          IntStream.range(0, 2)
              .mapToObj(k -> (largest.get(k) ? "argmax(" : "argmin(") + names.network(k) + ")")
              .toList();
      return new EventTree.Agree(choices, largest, random.nextBoolean());
    }
    int network = random.nextInt(names.networkCount());
    boolean isLong = isQualified || random.nextBoolean();
    List<String> outputs =
        IntStream.range(0, names.outputs())
            .mapToObj(k -> names.output(network, k, isLong))
            .toList();
    int first = random.nextInt(names.outputs());
    int last = random.nextInt(first, names.outputs());
    List<Integer> classes = IntStream.rangeClosed(first, last).boxed().toList();
    boolean isNegated = classes.size() == 1 && random.nextBoolean();
    return new EventTree.Chosen(
        isLargest, names.network(network), network, outputs, classes, isNegated);
  }

  /** What it is for one of the samples, in eighths. */
  private double near(ScalarTree scalar) {
    double value = scalar.of(pilot.all().get(random.nextInt(pilot.all().size())));
    return Math.rint(Math.max(-1000, Math.min(1000, value)) * 8) / 8;
  }

  private static ScalarTree number(double value) {
    ScalarTree.Constant magnitude =
        new ScalarTree.Constant(String.valueOf(Math.abs(value)), Math.abs(value));
    return new ScalarTree.Sum(
        List.of(new ScalarTree.Term(value < 0 ? -1 : 1, ScalarTree.Style.BEFORE, magnitude)));
  }

  private String symbol() {
    return SYMBOLS[random.nextInt(SYMBOLS.length)];
  }

  /** A quantity, in which something is random. */
  QuantityTree quantity(int depth) {
    int any = random.nextInt(depth == 0 ? 8 : 12);
    int allowed = isConditioned && any >= 4 && any < 8 ? any % 4 : any;
    int kind = hasMoments || allowed >= 6 ? allowed : allowed % 3;
    return switch (kind) {
      case 0, 1 -> new QuantityTree.Probability(event(2), condition());
      case 2 -> new QuantityTree.Probability(event(1), Optional.of(event(1)));
      case 3 -> new QuantityTree.Mean(form(), condition());
      case 4 -> new QuantityTree.Spread(random.nextBoolean(), form());
      case 5 -> new QuantityTree.Association(random.nextBoolean(), form(), form());
      case 6, 7 ->
          new QuantityTree.Risk(
              hasMoments && random.nextBoolean(), form(), LEVELS[random.nextInt(LEVELS.length)]);
      case 8 -> new QuantityTree.Absolute(quantity(depth - 1));
      default -> arithmetic(depth);
    };
  }

  private Optional<EventTree> condition() {
    return random.nextInt(3) == 0 ? Optional.of(event(1)) : Optional.empty();
  }

  private QuantityTree arithmetic(int depth) {
    QuantityTree left = quantity(depth - 1);
    QuantityTree right =
        random.nextInt(4) == 0 ? new QuantityTree.Constant("2.5", 2.5) : quantity(depth - 1);
    char operator = "+-*/".charAt(random.nextInt(4));
    return random.nextInt(4) == 0 && operator != '/'
        ? new QuantityTree.Arithmetic(operator, right, left)
        : new QuantityTree.Arithmetic(operator, left, right);
  }

  /** A limit near what it is, or a question. */
  String requirement(QuantityTree quantity) {
    Estimate estimate = quantity.estimate(pilot);
    double middle = (estimate.lower() + estimate.upper()) / 2;
    if (random.nextInt(3) == 0 || Double.isNaN(middle) || Math.abs(middle) > 1e6) {
      return "= ?";
    }
    double near = middle + random.nextGaussian() * 0.2 * (estimate.upper() - estimate.lower());
    double lower = quantity instanceof QuantityTree.Probability ? clipped(near) : near;
    double upper =
        quantity instanceof QuantityTree.Probability ? clipped(lower + 0.25) : lower + 0.25;
    return random.nextInt(4) == 0
        ? "in [" + decimal(lower) + ", " + decimal(upper) + "]"
        : symbol() + " " + decimal(lower);
  }

  private static double clipped(double probability) {
    return Math.max(0, Math.min(1, probability));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
