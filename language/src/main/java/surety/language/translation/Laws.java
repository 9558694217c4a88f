package surety.language.translation;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law;
import surety.language.law.Draws;
import surety.language.law.Interval;
import surety.language.law.Mixtures;
import surety.language.law.World;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Assignment;
import surety.language.sure.Component;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.ListValue;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;

/** The laws that distributions describe, and what is wrong with them. */
public final class Laws {
  private final NetworkFiles files;

  @Inject
  Laws(NetworkFiles files) {
    this.files = files;
  }

  private record Outcome(
      Optional<Law> law, boolean isNormalised, SortedMap<Integer, Interval> box) {}

  /**
   * A law, under a condition.
   *
   * @param box the intervals in which inputs lie, by their numbers; empty without a condition
   */
  public record Conditioned(Law law, SortedMap<Integer, Interval> box) {}

  /** The law of a distribution without errors. */
  public Optional<Conditioned> law(DistributionDeclaration distribution) {
    Outcome outcome = outcome(distribution, new HashSet<>());
    return outcome.law.map(law -> new Conditioned(law, outcome.box));
  }

  /** What is wrong with a distribution in itself. */
  public List<Problem> problems(DistributionDeclaration distribution) {
    List<Problem> problems = new ArrayList<>();
    if (distribution.isMixture()) {
      mixture(distribution, new HashSet<>(), problems);
      return problems;
    }
    return LawReader.read(distribution, inputs(distribution)).problems();
  }

  /**
   * The distribution that a term without errors is by itself, for one input, if it is one with a
   * density that depends on nothing.
   */
  public static Optional<Distribution> ofTerm(DistributionTerm term) {
    Optional<Draws> draws = new TermReader(new Sampling(List.of()), World.empty(0)).draws(term, 1);
    return draws
        .filter(d -> d.all().size() == 1 && d.all().get(0).fresh().size() == 1)
        .map(d -> d.all().get(0).fresh().get(0));
  }

  /**
   * All ways in which the inputs of a term without errors come about, if they depend on nothing
   * else; as many as its line draws together.
   */
  public static Optional<Draws> draws(DistributionTerm term) {
    Optional<Assignment> line =
        Optional.ofNullable(EcoreUtil2.getContainerOfType(term, Assignment.class));
    Sampling sampling =
        new Sampling(
            line.map(l -> Variables.networks((DistributionDeclaration) l.eContainer()))
                .orElse(List.of()));
    int inputs = line.filter(Assignment::isJoint).map(l -> l.getVariables().size()).orElse(1);
    return new TermReader(sampling, World.empty(0))
        .draws(term, inputs)
        .map(Draws::simplified)
        .filter(draws -> sampling.problems().isEmpty());
  }

  /**
   * The family of a term that has no density by itself: it is on single numbers, of several inputs,
   * or depends on inputs above.
   */
  public static Optional<Family> withoutDensity(DistributionTerm term) {
    boolean depends = !EcoreUtil2.getAllContentsOfType(term, VariableReference.class).isEmpty();
    boolean hasLists = !EcoreUtil2.getAllContentsOfType(term, ListValue.class).isEmpty();
    return Family.ofWord(term.getFamily())
        .filter(f -> depends || !f.isOfNumbers() || (f == Family.NORMAL && hasLists));
  }

  private OptionalInt inputs(DistributionDeclaration distribution) {
    Optional<NetworkDeclaration> network = Variables.resolved(distribution.getNetwork());
    int named = network.map(n -> Variables.inputs(n).size()).orElse(0);
    Optional<Integer> count =
        named > 0 ? Optional.of(named) : network.flatMap(files::file).map(NetworkFile::inputs);
    return count.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private Outcome outcome(
      DistributionDeclaration distribution, Set<DistributionDeclaration> around) {
    if (distribution.isMixture()) {
      return mixture(distribution, around, new ArrayList<>());
    }
    LawReader.Result result = LawReader.read(distribution, inputs(distribution));
    return new Outcome(result.law(), result.isNormalised(), result.box());
  }

  private Outcome mixture(
      DistributionDeclaration mixture,
      Set<DistributionDeclaration> around,
      List<Problem> problems) {
    List<Rational> weights = new ArrayList<>();
    List<Law> parts = new ArrayList<>();
    around.add(mixture);
    for (Component component : mixture.getComponents()) {
      Optional<Rational> weight = Numbers.parse(component.getWeight());
      weight.ifPresent(weights::add);
      Optional<DistributionDeclaration> part = Variables.resolved(component.getDistribution());
      if (part.isPresent() && fits(mixture, part.get(), component, around, problems)) {
        Outcome outcome = outcome(part.get(), around);
        outcome.law.ifPresent(parts::add);
        if (!outcome.isNormalised) {
          problems.add(
              problem(
                  component,
                  "distribution "
                      + part.get().getName()
                      + " cuts a mixture or inputs that move together off with 'on', whose mass is"
                      + " not known as a fraction, and can be no part of a mixture; cut the parts of"
                      + " its mixture off instead, or ask for P(... | ...)"));
        }
      }
    }
    around.remove(mixture);
    boolean areWeights =
        weights.size() == mixture.getComponents().size()
            && Weights.areProbabilities(
                weights,
                m ->
                    problems.add(
                        new Problem(
                            IssueCodes.WEIGHTS,
                            "mixture " + mixture.getName() + ": " + m,
                            mixture,
                            SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME)));
    boolean isWhole = areWeights && problems.isEmpty() && parts.size() == weights.size();
    return new Outcome(
        isWhole ? of(mixture, weights, parts, problems) : Optional.empty(), true, new TreeMap<>());
  }

  private static Optional<Law> of(
      DistributionDeclaration mixture,
      List<Rational> weights,
      List<Law> parts,
      List<Problem> problems) {
    try {
      return Optional.of(Mixtures.of(weights, parts));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              IssueCodes.LAW_SIZE,
              e.getMessage(),
              mixture,
              SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME));
      return Optional.empty();
    }
  }

  private static boolean fits(
      DistributionDeclaration mixture,
      DistributionDeclaration part,
      Component component,
      Set<DistributionDeclaration> around,
      List<Problem> problems) {
    if (around.contains(part)) {
      problems.add(
          problem(
              component,
              "distribution "
                  + part.getName()
                  + " is a part of itself here; a mixture is made of others"));
      return false;
    }
    if (!Variables.networks(part).equals(Variables.networks(mixture))) {
      problems.add(
          problem(
              component,
              "distribution "
                  + part.getName()
                  + " is for other networks than the mixture "
                  + mixture.getName()
                  + "; all parts must be for the same"));
      return false;
    }
    return true;
  }

  private static Problem problem(Component component, String message) {
    return new Problem(
        IssueCodes.MIXTURE_PART, message, component, SurePackage.Literals.COMPONENT__DISTRIBUTION);
  }
}
