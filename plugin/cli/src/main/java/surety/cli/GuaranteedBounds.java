package surety.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Thresholds;
import surety.certificates.stop.StoppedException;
import surety.solver.BandPoint;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.StopReason;
import surety.solver.UnsuitableException;

/**
 * Guaranteed bounds of several numbers about one law, within one time limit: each has the same part
 * of what is left. Where nothing can be bounded in time, nothing is known: bounds are infinite, or
 * 0 and 1.
 */
final class GuaranteedBounds {
  private final Context context;
  private final Statement statement;
  private final List<Network> networks;
  private final SearchOptions options;
  private final TimeLimit limit;
  private final ProgressListener listener;
  private final Set<String> notes = new LinkedHashSet<>();
  private int expected;

  /**
   * About a statement's law and networks.
   *
   * @param options the gap and threads of each search
   * @param expected how many of them will follow
   */
  GuaranteedBounds(
      Context context,
      Statement statement,
      List<Network> networks,
      SearchOptions options,
      TimeLimit limit,
      ProgressListener listener,
      int expected) {
    this.context = context;
    this.statement = statement;
    this.networks = networks;
    this.options = options;
    this.limit = limit;
    this.listener = listener;
    this.expected = expected;
  }

  /** Bounds of a quantity. */
  Enclosure of(Quantity quantity) {
    return search(new QuantityClaim(quantity, Optional.empty()))
        .map(result -> enclosure(result.points().get(0)))
        .orElse(Enclosure.WHOLE);
  }

  /**
   * Bounds of the probabilities that all forms are at most their thresholds, at each point of their
   * grid, the last form's threshold changing first.
   *
   * @param thresholds for each form its own, ascending
   */
  List<Enclosure> probabilities(List<AffineForm> forms, List<List<Rational>> thresholds) {
    List<Thresholds> listed = new ArrayList<>();
    int points = 1;
    for (List<Rational> own : thresholds) {
      listed.add(new ListedThresholds(own));
      points *= own.size();
    }
    Enclosure unknown = new Enclosure(Enclosure.ZERO.lower(), Enclosure.ONE.upper());
    return search(new BandClaim(forms, Optional.empty(), listed))
        .map(result -> result.points().stream().map(GuaranteedBounds::enclosure).toList())
        .orElse(Collections.nCopies(points, unknown));
  }

  private static Enclosure enclosure(BandPoint point) {
    return new Enclosure(point.lower(), point.upper());
  }

  private Optional<Result> search(Claim claim) {
    Duration share = limit.left().dividedBy(Math.max(1, expected));
    expected--;
    if (limit.isWanted()) {
      return nothing();
    }
    try {
      Result result =
          context
              .search()
              .run(
                  statement.about(claim),
                  networks,
                  options.withTimeout(share),
                  listener,
                  context.interruption());
      note(result.reason());
      return Optional.of(result);
    } catch (StoppedException e) {
      return nothing();
    } catch (UnsuitableException e) {
      notes.add(e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Result> nothing() {
    note(context.interruption().getAsBoolean() ? StopReason.CANCELLED : StopReason.TIMEOUT);
    return Optional.empty();
  }

  private void note(StopReason reason) {
    if (reason == StopReason.TIMEOUT) {
      notes.add(
          "stopped at the time limit; a longer one ('timeout' or --timeout) may bring some"
              + " bounds closer");
    } else if (reason == StopReason.CANCELLED) {
      notes.add("stopped on request; without that some bounds may be closer");
    }
  }

  /** What there is to say about them. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}
