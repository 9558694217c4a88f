package surety.language.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Interval;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.problems.IssueCodes;
import surety.language.sure.Assignment;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;

/**
 * Which of the lines with {@code given} holds where. A world is cut along its coordinates where a
 * condition changes; on each part that has a probability exactly one of the conditions must hold.
 */
final class CaseReader {
  /** Most parts of one world. */
  private static final int MOST_PARTS = 10_000;

  private final Sampling sampling;
  private final List<Assignment> cases;

  CaseReader(Sampling sampling, List<Assignment> cases) {
    this.sampling = sampling;
    this.cases = List.copyOf(cases);
  }

  /** A part of a world, and the line that holds there. */
  record Part(World world, Assignment line) {}

  /** The parts of a world; none if something is wrong. */
  List<Part> parts(World world) {
    List<Given> conditions = new ArrayList<>();
    for (Assignment line : cases) {
      new GivenReader(sampling, world).read(line).ifPresent(conditions::add);
    }
    if (conditions.size() < cases.size()) {
      return List.of();
    }
    TreeMap<Integer, SortedSet<Rational>> cuts = new TreeMap<>();
    conditions.forEach(condition -> condition.addCuts(cuts));
    if (cuts.isEmpty()) {
      return line(conditions, world, Map.of(), Map.of())
          .map(i -> List.of(new Part(world, cases.get(i))))
          .orElse(List.of());
    }
    return parts(world, conditions, boxes(cuts), cuts.size() == 1);
  }

  private List<Map<Integer, Interval>> boxes(Map<Integer, SortedSet<Rational>> cuts) {
    List<Map<Integer, Interval>> boxes = List.of(Map.of());
    for (Map.Entry<Integer, SortedSet<Rational>> entry : cuts.entrySet()) {
      List<Map<Integer, Interval>> finer = new ArrayList<>();
      for (Map<Integer, Interval> box : boxes) {
        for (Interval piece : between(entry.getValue())) {
          Map<Integer, Interval> smaller = new LinkedHashMap<>(box);
          smaller.put(entry.getKey(), piece);
          finer.add(smaller);
        }
      }
      boxes = finer;
      if (boxes.size() > MOST_PARTS) {
        report(
            IssueCodes.LAW_SIZE,
            "the conditions cut the inputs above into more than " + MOST_PARTS + " parts",
            0);
        return List.of();
      }
    }
    return boxes;
  }

  private static List<Interval> between(SortedSet<Rational> cuts) {
    List<Interval> pieces = new ArrayList<>();
    Optional<Rational> before = Optional.empty();
    for (Rational cut : cuts) {
      pieces.add(new Interval(before, Optional.of(cut)));
      before = Optional.of(cut);
    }
    pieces.add(new Interval(before, Optional.empty()));
    return pieces;
  }

  private List<Part> parts(
      World world,
      List<Given> conditions,
      List<Map<Integer, Interval>> boxes,
      boolean canBeJoined) {
    List<Part> parts = withMass(world, conditions, boxes, canBeJoined);
    // The others have no mass: what is cut off is nothing.
    return parts.size() == 1 ? List.of(new Part(world, parts.get(0).line())) : parts;
  }

  private List<Part> withMass(
      World world,
      List<Given> conditions,
      List<Map<Integer, Interval>> boxes,
      boolean canBeJoined) {
    List<Part> parts = new ArrayList<>();
    Map<Integer, Interval> run = Map.of();
    int lineOfRun = -1;
    for (Map<Integer, Interval> box : boxes) {
      Optional<World> part = restricted(world, box);
      if (part.isEmpty()) {
        continue;
      }
      Optional<Integer> line = line(conditions, world, inside(box), box);
      if (line.isEmpty()) {
        return List.of();
      }
      if (canBeJoined && line.get() == lineOfRun) {
        run = joined(run, box);
        parts.set(parts.size() - 1, part(world, run, line.get()));
      } else {
        run = box;
        lineOfRun = line.get();
        parts.add(new Part(part.get(), cases.get(line.get())));
      }
    }
    return parts;
  }

  private Part part(World world, Map<Integer, Interval> box, int line) {
    return new Part(restricted(world, box).orElseThrow(), cases.get(line));
  }

  private static Map<Integer, Interval> joined(
      Map<Integer, Interval> left, Map<Integer, Interval> right) {
    int coordinate = left.keySet().iterator().next();
    return Map.of(
        coordinate, new Interval(left.get(coordinate).lower(), right.get(coordinate).upper()));
  }

  private Optional<World> restricted(World world, Map<Integer, Interval> box) {
    try {
      return world.restricted(box);
    } catch (IllegalArgumentException e) {
      report(IssueCodes.GIVEN_CASES, "a case is too narrow or too rare: " + e.getMessage(), 0);
      return Optional.empty();
    }
  }

  /** A point inside of each interval. */
  private static Map<Integer, Rational> inside(Map<Integer, Interval> box) {
    Map<Integer, Rational> point = new LinkedHashMap<>();
    box.forEach(
        (coordinate, interval) -> {
          Rational lower =
              interval.lower().orElseGet(() -> interval.upper().orElseThrow().minus(Rational.ONE));
          Rational upper = interval.upper().orElseGet(() -> lower.plus(Rational.ONE));
          point.put(coordinate, lower.plus(upper).times(Rational.of(1, 2)));
        });
    return point;
  }

  /** The only condition that holds at a point. */
  private Optional<Integer> line(
      List<Given> conditions,
      World world,
      Map<Integer, Rational> point,
      Map<Integer, Interval> box) {
    int found = -1;
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).holds(point)) {
        if (found >= 0) {
          report(
              IssueCodes.GIVEN_CASES,
              "two lines of "
                  + targets()
                  + " hold where "
                  + words(world, box)
                  + ": given "
                  + Text.of(cases.get(found).getCondition())
                  + ", and given "
                  + Text.of(cases.get(i).getCondition())
                  + "; the cases must not overlap",
              i);
          return Optional.empty();
        }
        found = i;
      }
    }
    if (found < 0) {
      report(
          IssueCodes.GIVEN_CASES,
          "no line of "
              + targets()
              + " holds where "
              + words(world, box)
              + "; add '"
              + targets()
              + " ~ DISTRIBUTION given CONDITION;' for it",
          cases.size() - 1);
      return Optional.empty();
    }
    return Optional.of(found);
  }

  private String targets() {
    return Targets.name(cases.get(0));
  }

  /** What the inputs that the conditions speak of are in a part of a world. */
  private String words(World world, Map<Integer, Interval> box) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Assignment line : cases) {
      for (VariableReference reference :
          EcoreUtil2.getAllContentsOfType(line.getCondition(), VariableReference.class)) {
        Coordinate.of(reference, sampling.networks())
            .flatMap(coordinate -> world.input(coordinate.index()))
            .ifPresent(value -> words.put(Text.of(reference), words(value, box)));
      }
    }
    List<String> all = new ArrayList<>();
    words.forEach((name, place) -> all.add(name + " " + place));
    return String.join(" and ", all);
  }

  private static String words(Linear value, Map<Integer, Interval> box) {
    if (value.isConstant()) {
      return "= " + value.constant();
    }
    int coordinate = value.terms().firstKey();
    Interval interval = box.getOrDefault(coordinate, Interval.LINE);
    if (value.terms().size() > 1 || interval.equals(Interval.LINE)) {
      return "is anything";
    }
    Interval image = interval.image(value.terms().get(coordinate), value.constant());
    if (image.lower().isPresent() && image.upper().isPresent()) {
      return "lies between " + image.lower().get() + " and " + image.upper().get();
    }
    return image
        .lower()
        .map(lower -> "> " + lower)
        .orElseGet(() -> "< " + image.upper().orElseThrow());
  }

  private void report(String code, String message, int line) {
    sampling.report(code, message, cases.get(line), SurePackage.Literals.ASSIGNMENT__CONDITION);
  }
}
