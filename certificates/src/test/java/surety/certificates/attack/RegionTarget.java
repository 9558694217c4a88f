package surety.certificates.attack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.NaiveTree;
import surety.certificates.region.Region;
import surety.certificates.region.RegionProblems;
import surety.certificates.region.RegionRule;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.RegionHeader;
import surety.certificates.statement.RegionStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

/**
 * The regions of a small network with a tree that lists them all.
 *
 * @param lacking rules that leave regions out, with proofs that only have wrong signs
 * @param patterns those of each branch, with their masses
 */
record RegionTarget(
    Model model,
    World world,
    RegionStatement statement,
    List<AxisPlan> plans,
    List<RegionRule> rules,
    List<RegionRule> lacking,
    List<Map<String, Span>> patterns) {
  private static final Truncation ANYWHERE = new Truncation(-8, 8);

  static Optional<RegionTarget> of(SplittableRandom random) {
    SceneMaker maker = new SceneMaker(random);
    SceneMaker.Kind kind =
        Mutation.any(
            List.of(
                SceneMaker.Kind.LINE,
                SceneMaker.Kind.PLANE,
                SceneMaker.Kind.BRANCHES,
                SceneMaker.Kind.WITHIN),
            random);
    World world = maker.world(kind);
    return of(maker.model(world.inputs()), world);
  }

  /** Nothing where the kernel refuses the statement. */
  static Optional<RegionTarget> of(Model model, World world) {
    try {
      RegionStatement statement = statement(model, world);
      int n = statement.law().coordinates();
      List<AxisPlan> plans = Collections.nCopies(n, new AxisPlan(2, List.of()));
      RegionProblems problems =
          new RegionProblems(
              statement, model.network(), Collections.nCopies(n, ANYWHERE), plans, Stop.NEVER);
      List<RegionRule> rules = new ArrayList<>();
      List<RegionRule> lacking = new ArrayList<>();
      List<Map<String, Span>> patterns = new ArrayList<>();
      for (int b = 0; b < problems.branches(); b++) {
        rules.addAll(NaiveTree.of(problems.branch(b)));
        lacking.addAll(NaiveTree.lacking(problems.branch(b)));
        World only = new World(List.of(covered(world.branches().get(b))), Rational.ZERO, false);
        patterns.add(new Measure(List.of(model), only).patterns(model));
      }
      return Optional.of(
          new RegionTarget(model, world, statement, plans, rules, lacking, patterns));
    } catch (StatementException | RejectedException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** With a summand of no weight, for regions where there is no density but between others. */
  private static World.Branch covered(World.Branch branch) {
    List<Known> hull = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      int coordinate = q;
      List<Known.Part> parts =
          branch.summands().stream()
              .flatMap(summand -> summand.coordinates().get(coordinate).parts().stream())
              .toList();
      Rational from = parts.stream().map(Known.Part::from).reduce(Span::least).orElseThrow();
      Rational to = parts.stream().map(Known.Part::to).reduce(Span::greatest).orElseThrow();
      hull.add(Known.uniform(from.toString(), to.toString()));
    }
    List<World.Summand> summands = new ArrayList<>(branch.summands());
    summands.add(new World.Summand(Rational.ZERO, hull));
    return new World.Branch(branch.inputs(), summands);
  }

  private static RegionStatement statement(Model model, World world) throws StatementException {
    return RegionStatement.parse(
        "surety regions 1\nsemantics real\nnetwork sha256 "
            + model.content().digest(Stop.NEVER)
            + "\n"
            + world.text());
  }

  byte[] certificate(List<RegionRule> of, long regions) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(
          RegionHeader.of(
              statement, Collections.nCopies(plans.size(), ANYWHERE), plans, Math.max(1, regions)),
          new ByteArrayInputStream(NaiveTree.bytes(of)),
          out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static long leaves(List<RegionRule> rules) {
    return rules.stream().filter(RegionRule.Leaf.class::isInstance).count();
  }

  /** Whether these are all regions of each branch, one after the other, with their masses. */
  boolean isTrue(List<Region> regions) {
    int from = 0;
    for (Map<String, Span> branch : patterns) {
      int to = from + branch.size();
      if (to > regions.size()) {
        return false;
      }
      List<Region> own = regions.subList(from, to);
      if (own.stream().map(Region::pattern).distinct().count() != branch.size()
          || !own.stream().allMatch(region -> isTrue(region, branch))) {
        return false;
      }
      from = to;
    }
    return from == regions.size();
  }

  private static boolean isTrue(Region region, Map<String, Span> branch) {
    Span mass = branch.get(region.pattern());
    Interval claimed = region.probability();
    return mass != null
        && Rational.ofDouble(claimed.lower()).compareTo(mass.upper()) <= 0
        && Rational.ofDouble(claimed.upper()).compareTo(mass.lower()) >= 0;
  }
}
