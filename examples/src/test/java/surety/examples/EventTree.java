package surety.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** An event: as a specification has it, and whether it happens. */
sealed interface EventTree {
  /** As it is written. */
  String text();

  boolean holds(Draw draw);

  /**
   * The same event in other words: operands exchanged, De Morgan, double negation.
   *
   * @param turns whether comparisons are turned around, too
   */
  EventTree reworded(Random random, boolean turns);

  /** Behind not, and between and. */
  private static String operand(EventTree event) {
    boolean isCompound = event instanceof All || event instanceof Not;
    return isCompound ? "(" + event.text() + ")" : event.text();
  }

  /** A comparison of two or three numbers, or one with an interval. */
  record Compared(List<ScalarTree> numbers, List<String> symbols) implements EventTree {
    /** Is that so of two numbers? */
    static boolean holds(double left, String symbol, double right) {
      return switch (symbol) {
        case "<" -> left < right;
        case "<=" -> left <= right;
        case ">" -> left > right;
        default -> left >= right;
      };
    }

    private static String mirrored(String symbol) {
      return symbol.startsWith("<") ? symbol.replace('<', '>') : symbol.replace('>', '<');
    }

    private static String opposite(String symbol) {
      return symbol.length() == 2 ? mirrored(symbol).substring(0, 1) : mirrored(symbol) + "=";
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder(numbers.get(0).text());
      for (int k = 0; k < symbols.size(); k++) {
        text.append(" ").append(symbols.get(k)).append(" ").append(numbers.get(k + 1).text());
      }
      return text.toString();
    }

    @Override
    public boolean holds(Draw draw) {
      boolean holds = true;
      for (int k = 0; k < symbols.size(); k++) {
        holds &= holds(numbers.get(k).of(draw), symbols.get(k), numbers.get(k + 1).of(draw));
      }
      return holds;
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      if (symbols.size() == 1 && random.nextBoolean()) {
        return new Not(1, new Compared(numbers, List.of(opposite(symbols.get(0)))));
      }
      if (!turns) {
        return new Not(2, this);
      }
      List<ScalarTree> turned = new ArrayList<>(numbers);
      List<String> mirrored = new ArrayList<>(symbols.stream().map(Compared::mirrored).toList());
      Collections.reverse(turned);
      Collections.reverse(mirrored);
      return new Compared(turned, mirrored);
    }
  }

  /** {@code e in [a, b]}. */
  record Inside(ScalarTree number, ScalarTree lower, ScalarTree upper) implements EventTree {
    @Override
    public String text() {
      return number.text() + " in [" + lower.text() + ", " + upper.text() + "]";
    }

    @Override
    public boolean holds(Draw draw) {
      double value = number.of(draw);
      return lower.of(draw) <= value && value <= upper.of(draw);
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      return turns
          ? new Compared(List.of(lower, number, upper), List.of("<=", "<="))
          : new All(
              true,
              List.of(
                  new Compared(List.of(number, upper), List.of("<=")),
                  new Compared(List.of(number, lower), List.of(">="))));
    }
  }

  /** What a network chooses is among some outputs; or is not, if there is one. */
  record Chosen(
      boolean isLargest,
      String network,
      int place,
      List<String> names,
      List<Integer> classes,
      boolean isNegated)
      implements EventTree {
    @Override
    public String text() {
      String choice = (isLargest ? "argmax(" : "argmin(") + network + ")";
      List<String> outputs = classes.stream().map(names::get).toList();
      return outputs.size() == 1
          ? choice + (isNegated ? " != " : " == ") + outputs.get(0)
          : choice + outputs.stream().collect(Collectors.joining(", ", " in {", "}"));
    }

    @Override
    public boolean holds(Draw draw) {
      int choice = ScalarTree.choice(draw.outputs().get(place), isLargest);
      return classes.contains(choice) != isNegated;
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      List<EventTree> cases = new ArrayList<>();
      for (int k : classes) {
        cases.add(new Chosen(isLargest, network, place, names, List.of(k), false));
      }
      Collections.reverse(cases);
      EventTree any = cases.size() == 1 ? cases.get(0) : new All(false, cases);
      return new Not(isNegated ? 1 : 2, any);
    }
  }

  /** Two networks choose the same, or do not. */
  record Agree(List<String> choices, List<Boolean> largest, boolean isNegated)
      implements EventTree {
    @Override
    public String text() {
      return choices.get(0) + (isNegated ? " != " : " == ") + choices.get(1);
    }

    @Override
    public boolean holds(Draw draw) {
      int first = ScalarTree.choice(draw.outputs().get(0), largest.get(0));
      return (first == ScalarTree.choice(draw.outputs().get(1), largest.get(1))) != isNegated;
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      return new Not(1, new Agree(choices, largest, !isNegated));
    }
  }

  /** An event that is declared elsewhere. */
  record Named(String text, EventTree meaning) implements EventTree {
    @Override
    public boolean holds(Draw draw) {
      return meaning.holds(draw);
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      return random.nextBoolean() ? this : new Not(2, this);
    }
  }

  /** All of some events, or any. */
  record All(boolean isAll, List<EventTree> parts) implements EventTree {
    @Override
    public String text() {
      return parts.stream()
          .map(EventTree::operand)
          .collect(Collectors.joining(isAll ? " and " : " or "));
    }

    @Override
    public boolean holds(Draw draw) {
      return isAll
          ? parts.stream().allMatch(part -> part.holds(draw))
          : parts.stream().anyMatch(part -> part.holds(draw));
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      List<EventTree> turned = new ArrayList<>(parts);
      Collections.shuffle(turned, random);
      if (random.nextBoolean()) {
        return new All(isAll, turned.stream().map(part -> part.reworded(random, turns)).toList());
      }
      List<EventTree> opposites =
          turned.stream().<EventTree>map(part -> new Not(1, part.reworded(random, turns))).toList();
      return new Not(1, new All(!isAll, opposites));
    }
  }

  /** A negation, as often as it says. */
  record Not(int times, EventTree part) implements EventTree {
    @Override
    public String text() {
      return "not ".repeat(times) + operand(part);
    }

    @Override
    public boolean holds(Draw draw) {
      return part.holds(draw) != (times % 2 == 1);
    }

    @Override
    public EventTree reworded(Random random, boolean turns) {
      return new Not(times + 2, part.reworded(random, turns));
    }
  }
}
