package surety.language.translation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.ListValue;
import surety.language.sure.SumValue;
import surety.language.sure.SurePackage;

/** The ways in which inputs come about by one distribution, in one world. */
final class TermReader {
  private final Sampling sampling;
  private final World world;

  TermReader(Sampling sampling, World world) {
    this.sampling = sampling;
    this.world = world;
  }

  /** For so many inputs that are drawn together. */
  Optional<Draws> draws(DistributionTerm term, int inputs) {
    Optional<Family> family = Family.ofWord(term.getFamily());
    if (family.isEmpty()) {
      if (term.getFamily() != null) {
        reportUnknownFamily(term);
      }
      return Optional.empty();
    }
    if (!family.get().isJoint() && !hasVector(term, family.get()) && inputs > 1) {
      sampling.reportUnsupported(
          family.get().word()
              + " is a distribution of one input, and here are "
              + inputs
              + "; write a line for each, or Normal([...], [[...]]), Kde, Empirical or OneHot",
          term);
      return Optional.empty();
    }
    if (!term.getOthers().isEmpty() && 1 + term.getOthers().size() != inputs) {
      sampling.report(
          IssueCodes.INTERVAL_OUTSIDE,
          "'on' names "
              + Names.count(1 + term.getOthers().size(), "interval")
              + ", and there "
              + (inputs == 1 ? "is one input" : "are " + inputs + " inputs")
              + "; write one for each",
          term,
          SurePackage.Literals.DISTRIBUTION_TERM__INTERVAL);
      return Optional.empty();
    }
    return draws(term, family.get(), inputs);
  }

  /** Normal has two forms; that of several inputs has lists. */
  private static boolean hasVector(DistributionTerm term, Family family) {
    return family == Family.NORMAL
        && term.getArguments().stream().anyMatch(a -> a.getValue() instanceof ListValue);
  }

  private Optional<Draws> draws(DistributionTerm term, Family family, int inputs) {
    JointReader joint = new JointReader(sampling, term, inputs);
    DiscreteReader discrete = new DiscreteReader(sampling, world, term);
    Optional<Draws> draws =
        switch (family) {
          case MIXTURE -> mixture(term, inputs);
          case BERNOULLI -> discrete.bernoulli();
          case BINOMIAL -> discrete.binomial();
          case POISSON -> discrete.poisson();
          case CATEGORICAL -> discrete.categorical();
          case ONE_HOT -> new OneHotReader(sampling, world, term).draws(inputs);
          case KDE -> joint.kde();
          case EMPIRICAL -> joint.empirical();
          default -> hasVector(term, family) ? joint.normal() : density(term, family);
        };
    boolean isCutOff = family.isOfNumbers() && !hasVector(term, family);
    return term.getInterval() == null || isCutOff
        ? draws
        : draws.flatMap(all -> new BoxReader(sampling, term).cutOff(all, inputs));
  }

  private void reportUnknownFamily(DistributionTerm term) {
    String word = term.getFamily();
    Optional<String> instead = OtherFamilies.notYet(word);
    String message =
        instead
            .map(way -> "'" + word + "' is not supported yet; " + way)
            .orElseGet(
                () ->
                    "there is no distribution '"
                        + word
                        + "'; "
                        + OtherFamilies.meant(word)
                            .map(family -> "did you mean '" + family.word() + "'?")
                            .orElse("there are " + Names.list(Family.words())));
    sampling.report(
        instead.isPresent() ? IssueCodes.UNSUPPORTED : IssueCodes.UNKNOWN_FAMILY, message, term);
  }

  /** One input with a density; some families may be moved as a whole by inputs above. */
  private Optional<Draws> density(DistributionTerm term, Family family) {
    DistributionReader reader = new DistributionReader(term, sampling::add);
    if (family.isOfPieces()) {
      return reader.read(family, List.of()).map(d -> Draws.of(List.of(Draw.of(Linear.ZERO, d))));
    }
    Optional<List<Linear>> parameters = new ParameterReader(sampling, world, term).read(family);
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    Linear place = place(family, parameters.get());
    List<Rational> numbers = new ArrayList<>();
    for (int i = 0; i < parameters.get().size(); i++) {
      Linear number =
          family.isPlace(i) ? parameters.get().get(i).minus(place) : parameters.get().get(i);
      if (!number.isConstant()) {
        reportDependent(term, family, i);
        return Optional.empty();
      }
      numbers.add(number.constant());
    }
    if (!place.isConstant() && term.getInterval() != null) {
      sampling.reportUnsupported(
          "'on' cuts "
              + Text.quoted(term)
              + " off at another place for each value of the inputs above, which is not supported"
              + " yet; leave 'on' out, or add the inputs to a distribution that is cut off: x +"
              + " (Normal(0, 1) on [-3, 3])",
          term);
      return Optional.empty();
    }
    return reader.read(family, numbers).map(d -> Draws.of(List.of(Draw.of(place, d))));
  }

  /** What inputs above move it by. */
  private static Linear place(Family family, List<Linear> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (family.isPlace(i)) {
        return new Linear(parameters.get(i).terms(), Rational.ZERO);
      }
    }
    return Linear.ZERO;
  }

  private void reportDependent(DistributionTerm term, Family family, int parameter) {
    List<String> moved =
        Arrays.stream(Family.values()).filter(Family::hasPlace).map(Family::word).toList();
    sampling.report(
        IssueCodes.UNSUPPORTED,
        "the "
            + family.parameters().get(parameter)
            + " of "
            + family.word()
            + " depends on an input with a density, which is not supported"
            + (family.hasPlace()
                ? "; such inputs may move the distribution as a whole, and not stretch it"
                : "; such inputs may be added to the distribution, or move one of these as a whole: "
                    + Names.list(moved)),
        term,
        parameter);
  }

  private Optional<Draws> mixture(DistributionTerm term, int inputs) {
    List<Rational> weights = new ArrayList<>();
    List<Draws> parts = new ArrayList<>();
    for (int i = 0; i < term.getArguments().size(); i++) {
      Argument argument = term.getArguments().get(i);
      if (argument.getName() != null
          || !(argument.getValue() instanceof SumValue value)
          || value.getPair() == null) {
        sampling.report(
            IssueCodes.PARAMETER_KIND,
            Text.quoted(argument)
                + " is no weight with a distribution; write "
                + Family.MIXTURE.usage(),
            term,
            i);
        return Optional.empty();
      }
      Optional<Rational> weight =
          new ParameterReader(sampling, world, term).number(value.getSum(), i);
      Optional<Draws> part = new RandomSumReader(sampling, world).draws(value.getPair(), inputs);
      if (weight.isEmpty() || part.isEmpty()) {
        return Optional.empty();
      }
      if (!part.get().isNormalised()) {
        sampling.report(
            IssueCodes.UNSUPPORTED,
            "the mass of "
                + Text.quoted(value.getPair())
                + " is not known as a fraction, so that it cannot be a part of a mixture; cut each"
                + " of its own parts off",
            term,
            i);
        return Optional.empty();
      }
      weights.add(weight.get());
      parts.add(part.get());
    }
    return Weights.areProbabilities(
            weights, m -> sampling.report(IssueCodes.WEIGHTS, "Mixture: " + m, term))
        ? Optional.of(Draws.mixture(weights, parts))
        : Optional.empty();
  }
}
