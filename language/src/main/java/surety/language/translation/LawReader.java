package surety.language.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Interval;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.Problem;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;

/**
 * The law that the lines of a distribution describe. They are gone through in their order, with all
 * the worlds that there can be so far; each line adds inputs to each world, and may make several of
 * it.
 */
final class LawReader {
  private final DistributionDeclaration distribution;
  private final Sampling sampling;
  private final int inputs;
  private final Map<String, Integer> choices = new LinkedHashMap<>();
  private List<World> worlds;
  private Rational rest = Rational.ZERO;
  private final NavigableMap<Integer, Interval> box = new TreeMap<>();
  private boolean isNormalised = true;

  private LawReader(DistributionDeclaration distribution, OptionalInt inputs) {
    this.distribution = distribution;
    this.sampling = new Sampling(Variables.networks(distribution));
    this.inputs = inputs.orElseGet(() -> 1 + largest(distribution, sampling.networks()));
    this.worlds = List.of(World.empty(this.inputs));
  }

  /**
   * What a distribution means: a law, or problems. Neither, if something is wrong that has its
   * message elsewhere.
   *
   * @param isNormalised whether the law's masses are 1 together with its rest, under no condition
   * @param box the intervals of inputs under whose condition all is asked
   */
  record Result(
      Optional<Law> law,
      List<Problem> problems,
      boolean isNormalised,
      SortedMap<Integer, Interval> box) {}

  /**
   * Reads the lines.
   *
   * @param inputs how many the networks have, if that is known
   */
  static Result read(DistributionDeclaration distribution, OptionalInt inputs) {
    return new LawReader(distribution, inputs).read();
  }

  private static int largest(
      DistributionDeclaration distribution, List<NetworkDeclaration> networks) {
    return distribution.getAssignments().stream()
        .flatMap(assignment -> Targets.of(assignment, networks).stream())
        .filter(index -> index < 1_000_000)
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }

  private Result read() {
    for (Line line : Line.of(distribution, sampling.networks(), inputs)) {
      read(line);
    }
    if (!sampling.problems().isEmpty() || !worlds.stream().allMatch(World::isComplete)) {
      return new Result(Optional.empty(), sampling.problems(), isNormalised, box);
    }
    try {
      return new Result(Optional.of(World.law(inputs, worlds, rest)), List.of(), isNormalised, box);
    } catch (IllegalArgumentException e) {
      report(IssueCodes.LAW_SIZE, e.getMessage());
      return new Result(Optional.empty(), sampling.problems(), isNormalised, box);
    }
  }

  private void read(Line line) {
    int before = sampling.problems().size();
    if (line.isFile()) {
      new RowReader(sampling, line).row().ifPresent(row -> setAll(line.targets(), row));
    } else if (line.isComplete() && !line.targets().isEmpty()) {
      for (List<Integer> group : line.groups()) {
        draw(line, group);
      }
    } else {
      // Which inputs are meant has its message elsewhere; what is wrong behind them is told here.
      Assignment first = line.lines().get(0);
      int written = first.isJoint() ? first.getVariables().size() : line.targets().size();
      draws(first, worlds.get(0), Math.max(1, written));
    }
    if (sampling.problems().size() > before) {
      sampling.markBroken(line.targets());
    }
  }

  private void setAll(List<Integer> targets, List<Rational> values) {
    for (int i = 0; i < targets.size(); i++) {
      List<Integer> target = List.of(targets.get(i));
      List<Draw> value = Draws.known(Linear.constant(values.get(i))).all();
      worlds.forEach(world -> world.with(target, value));
    }
  }

  private void draw(Line line, List<Integer> targets) {
    if (!areWithoutBox(line, targets)) {
      return;
    }
    List<World> next = new ArrayList<>();
    int most = 1;
    for (World world : worlds) {
      List<CaseReader.Part> parts = line.parts(world, sampling);
      if (parts.isEmpty()) {
        // What is wrong with the conditions is told, here or by whoever links their names.
        sampling.markBroken(targets);
        return;
      }
      for (CaseReader.Part part : parts) {
        Optional<Draws> draws = draws(part.line(), part.world(), targets.size());
        if (draws.isEmpty() || !canBeUsed(draws.get(), line)) {
          return;
        }
        most = Math.max(most, draws.get().all().size());
        draws.get().box().ifPresent(intervals -> keep(targets, intervals));
        rest = rest.plus(part.world().weight().times(draws.get().rest()));
        if (!isSmall(next, part.world(), draws.get().all().size(), line, most)) {
          return;
        }
        next.addAll(part.world().with(targets, draws.get().all()));
      }
      if (!sampling.problems().isEmpty()) {
        return;
      }
    }
    if (next.size() > worlds.size()) {
      choices.merge(line.name(), (next.size() + worlds.size() - 1) / worlds.size(), Integer::sum);
    }
    worlds = next;
  }

  private void keep(List<Integer> targets, List<Interval> intervals) {
    for (int i = 0; i < targets.size(); i++) {
      if (!intervals.get(i).equals(Interval.LINE)) {
        box.put(targets.get(i), intervals.get(i));
      }
    }
  }

  /** A condition on what a later line replaces could not be asked for any more. */
  private boolean areWithoutBox(Line line, List<Integer> targets) {
    boolean isFree = targets.stream().noneMatch(box::containsKey);
    if (!isFree) {
      sampling.report(
          IssueCodes.UNSUPPORTED,
          "the line above has a condition ('on') on this input, which cannot be replaced; give the"
              + " condition here",
          line.lines().get(0),
          SurePackage.Literals.ASSIGNMENT__VARIABLES);
    }
    return isFree;
  }

  private boolean isSmall(List<World> next, World world, int draws, Line line, int most) {
    long parts = (long) world.size() * draws;
    for (World other : next) {
      parts += other.size();
    }
    boolean isSmall =
        next.size() < Law.MOST_BRANCHES && parts * (world.dimension() + 2L) <= Law.MOST_PARTS;
    if (!isSmall) {
      Map<String, Integer> all = new LinkedHashMap<>(choices);
      all.merge(line.name(), most, Integer::sum);
      List<String> names = new ArrayList<>();
      all.forEach((name, count) -> names.add(name + " (" + count + ")"));
      report(
          IssueCodes.LAW_SIZE,
          "the possibilities of "
              + Names.list(names)
              + " multiply to more than "
              + (next.size() < Law.MOST_BRANCHES
                  ? "can be summed up"
                  : Law.MOST_BRANCHES + " branches")
              + "; give fewer of these inputs fewer values");
    }
    return isSmall;
  }

  /** Masses that are not normalised must be the same in all worlds. */
  private boolean canBeUsed(Draws draws, Line line) {
    if (draws.isNormalised()) {
      return true;
    }
    isNormalised = false;
    boolean depends =
        line.lines().stream()
            .anyMatch(
                l ->
                    l.getCondition() != null
                        || EcoreUtil2.getAllContentsOfType(
                                    l.getDistribution(), VariableReference.class)
                                .size()
                            > 0);
    if (depends) {
      sampling.report(
          IssueCodes.UNSUPPORTED,
          "'on' cuts off a distribution of several parts, or of inputs that move together, which"
              + " depends on other inputs here; that is not supported: cut each of its parts off, or"
              + " ask for P(... | ...)",
          line.lines().get(0),
          SurePackage.Literals.ASSIGNMENT__DISTRIBUTION);
    }
    return !depends;
  }

  private Optional<Draws> draws(Assignment line, World world, int inputs) {
    RandomSumReader reader = new RandomSumReader(sampling, world);
    Sum random = line.getDistribution();
    if (random != null) {
      if (!EcoreUtil2.eAllOfType(random, DistributionTerm.class).isEmpty()) {
        return reader.draws(random, inputs);
      }
      sampling.report(
          IssueCodes.SYNTAX,
          "expected a distribution such as Normal(0, 1), not "
              + Text.quoted(random)
              + "; for a fixed value write '=' instead of '~'",
          line,
          SurePackage.Literals.ASSIGNMENT__DISTRIBUTION);
      return Optional.empty();
    }
    if (line.getValue() == null) {
      return Optional.empty();
    }
    if (!EcoreUtil2.eAllOfType(line.getValue(), DistributionTerm.class).isEmpty()) {
      sampling.report(
          IssueCodes.SYNTAX,
          "expected a number, not "
              + Text.quoted(line.getValue())
              + "; for a distribution write '~' instead of '='",
          line,
          SurePackage.Literals.ASSIGNMENT__VALUE);
      return Optional.empty();
    }
    return reader
        .known(line.getValue())
        .map(
            value ->
                Draws.of(List.of(Draw.known(Rational.ONE, Collections.nCopies(inputs, value)))));
  }

  private void report(String code, String message) {
    sampling.report(
        code, message, distribution, SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME);
  }
}
