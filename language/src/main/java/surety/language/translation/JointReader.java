package surety.language.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.language.law.Bandwidths;
import surety.language.law.Covariance;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Linear;
import surety.language.law.World;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Argument;
import surety.language.sure.DistributionTerm;
import surety.language.sure.ListValue;
import surety.language.sure.NumberItem;
import surety.language.sure.SumValue;
import surety.language.sure.TextValue;
import surety.language.sure.WordValue;

/** Distributions of several inputs: with a covariance, or from samples in a file. */
final class JointReader {
  private final Sampling sampling;
  private final ParameterReader parameters;
  private final DistributionTerm term;
  private final int inputs;

  JointReader(Sampling sampling, DistributionTerm term, int inputs) {
    this.sampling = sampling;
    this.parameters = new ParameterReader(sampling, World.empty(0), term);
    this.term = term;
    this.inputs = inputs;
  }

  /** {@code Normal([means], [[covariance]])}. */
  Optional<Draws> normal() {
    List<Argument> arguments = term.getArguments();
    if (arguments.size() != 2
        || arguments.stream().anyMatch(a -> a.getName() != null)
        || !(arguments.get(0).getValue() instanceof ListValue means)
        || !(arguments.get(1).getValue() instanceof ListValue matrix)) {
      sampling.report(
          IssueCodes.PARAMETER_KIND,
          "Normal of several inputs takes a list of means and a matrix; write "
              + Family.NORMAL.allUsages(),
          term);
      return Optional.empty();
    }
    Optional<List<Rational>> mean = parameters.list(means, 0);
    if (mean.isPresent() && mean.get().size() != inputs) {
      sampling.report(
          IssueCodes.PARAMETER_COUNT,
          "Normal has "
              + Names.count(mean.get().size(), "mean")
              + " for "
              + Names.count(inputs, "input")
              + "; give each input one",
          term,
          0);
      return Optional.empty();
    }
    Optional<List<List<Rational>>> rows = parameters.matrix(matrix, inputs, 1);
    return mean.isEmpty() || rows.isEmpty()
        ? Optional.empty()
        : covariance(rows.get(), 1)
            .map(covariance -> Draws.of(List.of(covariance.around(mean.get()))));
  }

  private Optional<Covariance> covariance(List<List<Rational>> rows, int argument) {
    try {
      return Optional.of(Covariance.of(rows));
    } catch (Covariance.Refused e) {
      sampling.report(
          IssueCodes.COVARIANCE,
          "the matrix of " + term.getFamily() + " " + e.getMessage(),
          term,
          argument);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      sampling.report(IssueCodes.PARAMETER_RANGE, e.getMessage(), term, argument);
      return Optional.empty();
    }
  }

  /** {@code Empirical("samples.csv")}: each row is equally likely. */
  Optional<Draws> empirical() {
    Optional<List<List<Rational>>> rows = rows();
    if (rows.isPresent() && term.getArguments().size() > 1) {
      sampling.report(
          IssueCodes.PARAMETER_COUNT,
          "Empirical takes a file and nothing else; write " + Family.EMPIRICAL.usage(),
          term);
      return Optional.empty();
    }
    return rows.map(
        all -> {
          Map<List<Rational>, Integer> counts = new LinkedHashMap<>();
          all.forEach(row -> counts.merge(row, 1, Integer::sum));
          List<Draw> draws = new ArrayList<>();
          counts.forEach(
              (row, count) ->
                  draws.add(
                      Draw.known(
                          Rational.of(count, all.size()),
                          row.stream().map(Linear::constant).toList())));
          return Draws.of(draws);
        });
  }

  /** {@code Kde("samples.csv", bandwidth = ...)}: a normal distribution around each row. */
  Optional<Draws> kde() {
    Optional<Argument> bandwidth = ParameterReader.named(term, Bandwidths.PARAMETER);
    if (term.getArguments().size() != 2 || bandwidth.isEmpty()) {
      sampling.report(
          IssueCodes.PARAMETER_COUNT,
          "Kde takes a file of samples and a bandwidth; write " + Family.KDE.allUsages(),
          term);
      return Optional.empty();
    }
    int place = ParameterReader.place(term, bandwidth.get());
    Optional<List<List<Rational>>> rows = rows();
    Optional<Covariance> covariance =
        rows.flatMap(samples -> bandwidth(bandwidth.get(), samples, place))
            .flatMap(matrix -> covariance(matrix, place));
    if (covariance.isPresent() && !covariance.get().isDefinite()) {
      sampling.report(
          IssueCodes.COVARIANCE,
          "the bandwidth of Kde is 0 in some direction; make it positive, or use Empirical for the"
              + " samples themselves",
          term,
          place);
      return Optional.empty();
    }
    return covariance.flatMap(c -> around(c, rows.orElseThrow()));
  }

  private Optional<Draws> around(Covariance covariance, List<List<Rational>> rows) {
    Rational weight = Rational.of(1, rows.size());
    try {
      return Optional.of(
          Draws.mixture(
              rows.stream().map(row -> weight).toList(),
              rows.stream().map(row -> Draws.of(List.of(covariance.around(row)))).toList()));
    } catch (IllegalArgumentException e) {
      sampling.report(IssueCodes.PARAMETER_RANGE, e.getMessage(), term);
      return Optional.empty();
    }
  }

  private Optional<List<List<Rational>>> bandwidth(
      Argument argument, List<List<Rational>> samples, int place) {
    if (argument.getValue() instanceof WordValue word) {
      return ofRule(word.getWord(), samples, place);
    }
    if (argument.getValue() instanceof SumValue value && value.getPair() == null) {
      return parameters
          .number(value.getSum(), place)
          .flatMap(number -> ofDeviations(Collections.nCopies(inputs, number), place));
    }
    if (argument.getValue() instanceof ListValue list) {
      boolean isVector = list.getItems().stream().anyMatch(NumberItem.class::isInstance);
      return isVector
          ? parameters.list(list, place).flatMap(numbers -> ofDeviations(numbers, place))
          : parameters.matrix(list, inputs, place);
    }
    sampling.report(
        IssueCodes.PARAMETER_KIND,
        Text.quoted(argument) + " is no bandwidth; write " + Family.KDE.allUsages(),
        term,
        place);
    return Optional.empty();
  }

  private Optional<List<List<Rational>>> ofRule(
      String word, List<List<Rational>> samples, int place) {
    boolean varies = samples.size() > 1;
    for (int k = 0; k < inputs && varies; k++) {
      varies = !Bandwidths.variance(samples, k).isZero();
    }
    if (!varies) {
      sampling.report(
          IssueCodes.PARAMETER_RANGE,
          "the rule "
              + word
              + " needs samples that differ in each column; give the bandwidth as a number",
          term,
          place);
      return Optional.empty();
    }
    return Optional.of(Bandwidths.of(word, samples));
  }

  private Optional<List<List<Rational>>> ofDeviations(List<Rational> numbers, int place) {
    if (numbers.size() != inputs || numbers.stream().anyMatch(n -> n.signum() <= 0)) {
      sampling.report(
          IssueCodes.PARAMETER_RANGE,
          numbers.size() == inputs
              ? "a bandwidth of Kde must be positive; use Empirical for the samples themselves"
              : "Kde has "
                  + Names.count(numbers.size(), "bandwidth")
                  + " for "
                  + Names.count(inputs, "input")
                  + "; give each input one, or one number for all",
          term,
          place);
      return Optional.empty();
    }
    return Optional.of(Bandwidths.diagonal(numbers.stream().map(n -> n.times(n)).toList()));
  }

  /** The rows of the file that is named first, with a column for each input. */
  private Optional<List<List<Rational>>> rows() {
    if (term.getArguments().isEmpty()
        || term.getArguments().get(0).getName() != null
        || !(term.getArguments().get(0).getValue() instanceof TextValue file)) {
      sampling.report(
          IssueCodes.PARAMETER_KIND,
          term.getFamily()
              + " takes the name of a file of samples first; write "
              + Family.ofWord(term.getFamily()).orElseThrow().allUsages(),
          term);
      return Optional.empty();
    }
    try {
      SampleTable table = CsvFiles.around(term).samples(term, file.getText());
      if (table.columns() == inputs) {
        return Optional.of(table.rows());
      }
      sampling.report(
          IssueCodes.SAMPLE_FILE,
          "sample file '"
              + file.getText()
              + "' has "
              + Names.count(table.columns(), "column")
              + ", and here "
              + (inputs == 1 ? "is one input" : "are " + inputs + " inputs")
              + "; name an input for each column",
          term,
          0);
    } catch (CsvException e) {
      sampling.report(IssueCodes.SAMPLE_FILE, e.getMessage(), term, 0);
    }
    return Optional.empty();
  }
}
