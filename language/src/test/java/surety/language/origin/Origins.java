package surety.language.origin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.language.verification.Evidence;
import surety.solver.BandPoint;
import surety.solver.HeavyCell;
import surety.solver.witness.Witness;

/** What searches found, without any search. */
final class Origins {
  private Origins() {}

  /** A box: pairs of ends, one for each input. */
  static HeavyCell cell(double probability, double... ends) {
    List<HeavyCell.Side> sides = new ArrayList<>();
    for (int q = 0; 2 * q < ends.length; q++) {
      sides.add(new HeavyCell.Side(q, ends[2 * q], ends[2 * q + 1]));
    }
    return new HeavyCell(sides, probability);
  }

  /** Of so many inputs, all uniform on [0, 1]. */
  static Evidence evidence(
      String required, double lower, double upper, Optional<Witness> witness, HeavyCell... cells) {
    int inputs = cells.length == 0 ? 1 : cells[0].sides().size();
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics real\nnetworks 1\n");
    text.append("network sha256 ").append("0".repeat(64)).append(" outputs 1\ninputs ");
    text.append(inputs).append('\n');
    IntStream.range(0, inputs).forEach(k -> text.append("x[" + k + "] ~ uniform(0, 1)\n"));
    text.append("P(1*y[0] > 1) ").append(required).append('\n');
    try {
      return new Evidence(
          Statement.parse(text.toString()),
          List.of(new BandPoint(1, Bound.of(lower), Bound.of(upper))),
          1,
          1,
          Instant.EPOCH,
          Optional.empty(),
          Optional.empty(),
          witness,
          false,
          List.of(cells));
    } catch (StatementException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An event of probability 1/2. */
  static Origin origin(HeavyCell... cells) {
    return Origin.of(evidence("= ?", 0.5, 0.5, Optional.empty(), cells), names(cells))
        .orElseThrow();
  }

  static List<String> names(HeavyCell... cells) {
    return IntStream.range(0, cells[0].sides().size()).mapToObj(k -> "in" + k).toList();
  }

  static Optional<Witness> witness(String... inputs) {
    List<Rational> values = Arrays.stream(inputs).map(Rational::parse).toList();
    return Optional.of(new Witness(values, List.of(Rational.parse("2")), true));
  }
}
