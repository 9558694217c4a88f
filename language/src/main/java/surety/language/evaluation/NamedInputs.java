package surety.language.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;
import surety.language.display.Decimals;
import surety.language.law.Interval;
import surety.language.problems.Names;
import surety.language.translation.Numbers;
import surety.solver.witness.InputRanges;
import surety.solver.witness.RandomCoordinate;
import surety.solver.witness.Range;

/**
 * The inputs of a network under a distribution, for values that somebody writes.
 *
 * @param names of all inputs, in the order of the network
 * @param law how they are distributed
 * @param box the intervals, by the numbers of inputs, under whose condition all that is asked is
 *     meant; mostly there are none
 */
public record NamedInputs(List<String> names, Law law, SortedMap<Integer, Interval> box) {
  /** Semicolons, or blanks between numbers. */
  private static final Pattern OTHER_SEPARATOR = Pattern.compile("[^;\\s]\\s*[;\\s]\\s*[^;\\s]");

  /** Of more inputs nobody reads all values, of an image for instance. */
  private static final int MOST_LISTED = 20;

  /** Keeps copies. */
  public NamedInputs {
    names = List.copyOf(names);
    box = Collections.unmodifiableSortedMap(new TreeMap<>(box));
  }

  /** Without a condition. */
  public NamedInputs(List<String> names, Law law) {
    this(names, law, Collections.emptySortedMap());
  }

  /** Of independent inputs. */
  public NamedInputs(List<String> names, List<Input> inputs) {
    this(names, Law.independent(inputs));
  }

  /**
   * The values of all inputs, from numbers in the order of the network or from {@code name=number}
   * in any order. By name, fixed inputs may be left out.
   *
   * @throws InputException if they are no values for these inputs
   */
  public List<Rational> read(List<String> entries) throws InputException {
    long named = entries.stream().filter(entry -> entry.contains("=")).count();
    if (named == 0) {
      return byOrder(entries);
    }
    if (named < entries.size()) {
      String first = entries.stream().filter(e -> !e.contains("=")).findFirst().orElseThrow();
      throw new InputException(
          "'"
              + first.strip()
              + "' has no name but other values have; give all of them by name, or all in the"
              + " order of the network");
    }
    return byName(entries);
  }

  /**
   * What is remarkable about values: a fixed input with another, one where no density is, inputs
   * that cannot have their values together, one outside of the box.
   */
  public List<String> notes(List<Rational> values) {
    List<String> notes = new ArrayList<>();
    Optional<List<Input>> independent = law.independentInputs();
    for (int k = 0; k < names.size(); k++) {
      Optional<String> note =
          independent.isPresent()
              ? note(names.get(k), independent.get().get(k), values.get(k))
              : note(k, values.get(k));
      note.ifPresent(notes::add);
    }
    if (notes.isEmpty() && law.rest().isZero() && !InputRanges.contain(law, values)) {
      notes.add(
          "the distribution has probability 0 for these values together, although each of them is"
              + " possible by itself");
    }
    box.forEach(
        (k, interval) -> {
          if (!interval.contains(values.get(k))) {
            notes.add(
                "%s = %s lies outside of the box ('on') that all questions have as a condition: %s"
                    .formatted(names.get(k), Decimals.exact(values.get(k)), words(interval)));
          }
        });
    return notes;
  }

  /** Whether there are so many that a text leaves out those that are fixed. */
  public boolean areMany() {
    return names.size() > MOST_LISTED;
  }

  /** The values with their names, each number exactly. */
  public String text(List<Rational> values) {
    return text(values, Decimals::exact);
  }

  /**
   * The values with their names. Of many inputs those that have their fixed value are only counted;
   * {@link #read} fills them in.
   */
  public String text(List<Rational> values, Function<Rational, String> number) {
    List<Integer> listed =
        IntStream.range(0, names.size())
            .filter(k -> !areMany() || !law.fixed(k).equals(Optional.of(values.get(k))))
            .boxed()
            .toList();
    int fixed = names.size() - listed.size();
    return listed.stream()
            .map(k -> names.get(k) + " = " + number.apply(values.get(k)))
            .collect(Collectors.joining(", "))
        + (listed.isEmpty() || fixed == 0 ? "" : " ")
        + (fixed == 0 ? "" : "(fixed: " + Names.count(fixed, "input") + ")");
  }

  private List<Rational> byOrder(List<String> entries) throws InputException {
    if (entries.size() == 1 && entries.get(0).isBlank()) {
      throw new InputException(
          "there is no value; the network takes %s%s: %s"
              .formatted(
                  Names.count(names.size(), "value"),
                  names.size() > 1 ? ", separated by commas" : "",
                  Names.list(names)));
    }
    if (entries.size() != names.size()) {
      throw new InputException(
          "the network takes %s, not %d: %s%s"
              .formatted(
                  Names.count(names.size(), "value"),
                  entries.size(),
                  Names.list(names),
                  hint(entries)));
    }
    List<Rational> values = new ArrayList<>();
    for (int k = 0; k < entries.size(); k++) {
      values.add(number(names.get(k), entries.get(k)));
    }
    return values;
  }

  private String hint(List<String> entries) {
    if (entries.stream().anyMatch(entry -> OTHER_SEPARATOR.matcher(entry).find())) {
      return "; separate them with commas, such as 0.2, 0.8";
    }
    return entries.size() == random() ? "; fixed ones may be left out by name only" : "";
  }

  private List<Rational> byName(List<String> entries) throws InputException {
    Map<String, Rational> given = new LinkedHashMap<>();
    for (String entry : entries) {
      int sign = entry.indexOf('=');
      String name = known(entry.substring(0, sign).strip());
      if (given.put(name, number(name, entry.substring(sign + 1))) != null) {
        throw new InputException("'" + name + "' is given twice; keep one of its values");
      }
    }
    List<Rational> values = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      Optional<Rational> value = Optional.ofNullable(given.get(names.get(k)));
      if (value.isEmpty()) {
        value = law.fixed(k);
      }
      String name = names.get(k);
      value.ifPresentOrElse(values::add, () -> missing.add(name));
    }
    if (!missing.isEmpty()) {
      throw new InputException(
          "there is no value for " + Names.list(missing) + "; add " + missing.get(0) + "=NUMBER");
    }
    return values;
  }

  private String known(String name) throws InputException {
    if (names.contains(name)) {
      return name;
    }
    String guess =
        Names.nearest(name, names)
            .map(nearest -> "; did you mean '" + nearest + "'?")
            .orElseGet(() -> "; the inputs are " + Names.list(names));
    throw new InputException("the network has no input '" + name + "'" + guess);
  }

  private static Rational number(String name, String text) throws InputException {
    String stripped = text.strip();
    Optional<Rational> value = Numbers.parse(stripped);
    if (value.isEmpty()) {
      throw new InputException(
          stripped.isEmpty()
              ? "the value of " + name + " is empty; write a number such as 0.2 or 1/3"
              : "'"
                  + stripped
                  + "' is no value for "
                  + name
                  + "; write a number such as 0.2 or"
                  + " 1/3");
    }
    return value.get();
  }

  private long random() {
    return IntStream.range(0, names.size()).filter(k -> law.fixed(k).isEmpty()).count();
  }

  private static Optional<String> note(String name, Input input, Rational value) {
    if (input instanceof FixedInput fixed) {
      return note(name, fixed.value(), value);
    }
    List<Range> support = RandomCoordinate.of(((RandomInput) input).distribution()).support();
    return support.stream().anyMatch(range -> range.contains(value))
        ? Optional.empty()
        : Optional.of(
            "%s = %s lies where its distribution has no density: it is positive %s"
                .formatted(name, Decimals.exact(value), words(support)));
  }

  private static Optional<String> note(String name, Rational fixed, Rational value) {
    return fixed.equals(value)
        ? Optional.empty()
        : Optional.of(
            "%s is always %s under the distribution, not %s"
                .formatted(name, Decimals.exact(fixed), Decimals.exact(value)));
  }

  /** Where inputs depend on each other, each by itself. */
  private Optional<String> note(int input, Rational value) {
    String name = names.get(input);
    Optional<Rational> fixed = law.fixed(input);
    if (fixed.isPresent()) {
      return note(name, fixed.get(), value);
    }
    boolean mayBeCutOff = !law.rest().isZero() && isBeyondAll(input, value);
    return mayBeCutOff || InputRanges.contain(law, input, value)
        ? Optional.empty()
        : Optional.of(
            "%s = %s lies outside of all that its distribution makes possible"
                .formatted(name, Decimals.exact(value)));
  }

  /** A whole number that a count may have which the law leaves to its rest. */
  private boolean isBeyondAll(int input, Rational value) {
    return value.isInteger()
        && law.branches().stream()
            .map(branch -> branch.inputs().get(input))
            .allMatch(map -> map.terms().isEmpty() && map.constant().compareTo(value) < 0);
  }

  private static String words(Interval interval) {
    return words(new Range(interval.lower(), interval.upper()));
  }

  private static String words(List<Range> support) {
    return support.stream().map(NamedInputs::words).collect(Collectors.joining(" and "));
  }

  private static String words(Range range) {
    String lower = range.lower().map(Decimals::exact).orElse("");
    String upper = range.upper().map(Decimals::exact).orElse("");
    if (range.isBounded()) {
      return "from " + lower + " to " + upper;
    }
    return lower.isEmpty() ? "up to " + upper : "from " + lower + " on";
  }
}
