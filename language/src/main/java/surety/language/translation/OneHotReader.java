package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.model.Expressions;
import surety.language.problems.IssueCodes;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SumValue;
import surety.language.sure.VariableReference;
import surety.language.sure.VariableValue;

/** Exactly one of several inputs is 1, and the others are 0. */
final class OneHotReader {
  private final Sampling sampling;
  private final ParameterReader parameters;
  private final DistributionTerm term;

  OneHotReader(Sampling sampling, World world, DistributionTerm term) {
    this.sampling = sampling;
    this.parameters = new ParameterReader(sampling, world, term);
    this.term = term;
  }

  Optional<Draws> draws(int inputs) {
    List<Integer> targets = targets();
    // of names that are no inputs there may be more than inputs
    Rational[] weights = new Rational[Math.max(inputs, targets.size())];
    for (int i = 0; i < term.getArguments().size(); i++) {
      Argument argument = term.getArguments().get(i);
      Optional<Coordinate> name = name(argument);
      int place = name.map(Coordinate::index).map(targets::indexOf).orElse(-1);
      if (place < 0 || weights[place] != null) {
        sampling.report(
            IssueCodes.PARAMETER_KIND,
            Text.quoted(argument)
                + (place < 0
                    ? " does not name one of the inputs in front of '~' with its probability"
                    : " names an input that has a probability already")
                + "; write (r, g) ~ "
                + Family.ONE_HOT.word()
                + "(r: 0.5, g: 0.5)",
            term,
            i);
        return Optional.empty();
      }
      Optional<Rational> weight = parameters.number(((SumValue) argument.getValue()).getPair(), i);
      if (weight.isEmpty()) {
        return Optional.empty();
      }
      weights[place] = weight.get();
    }
    return draws(weights);
  }

  private Optional<Draws> draws(Rational[] weights) {
    List<Rational> all = new ArrayList<>();
    for (Rational weight : weights) {
      if (weight == null) {
        sampling.report(
            IssueCodes.PARAMETER_COUNT,
            "OneHot has no probability for one of the inputs in front of '~'; give each one, 0 if"
                + " it is never 1",
            term);
        return Optional.empty();
      }
      all.add(weight);
    }
    if (!Weights.areProbabilities(
        all, m -> sampling.report(IssueCodes.WEIGHTS, "OneHot: " + m, term))) {
      return Optional.empty();
    }
    List<Draw> draws = new ArrayList<>();
    for (int hot = 0; hot < weights.length; hot++) {
      List<Linear> values = new ArrayList<>();
      for (int i = 0; i < weights.length; i++) {
        values.add(Linear.constant(i == hot ? Rational.ONE : Rational.ZERO));
      }
      if (weights[hot].signum() > 0) {
        draws.add(Draw.known(weights[hot], values));
      }
    }
    return Optional.of(Draws.of(draws));
  }

  private List<Integer> targets() {
    Assignment assignment = EcoreUtil2.getContainerOfType(term, Assignment.class);
    return assignment == null ? List.of() : Targets.of(assignment, sampling.networks());
  }

  private Optional<Coordinate> name(Argument argument) {
    if (argument.getName() != null
        || !(argument.getValue() instanceof SumValue value)
        || value.getPair() == null
        || !(Expressions.alone(value.getSum()).orElse(null) instanceof VariableValue name)) {
      return Optional.empty();
    }
    VariableReference reference = name.getReference();
    return Coordinate.of(reference, sampling.networks());
  }
}
