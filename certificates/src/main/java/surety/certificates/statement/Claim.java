package surety.certificates.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked about the outputs of networks, a quantity, a whole cdf, or all moments of some
 * forms; or about a loop.
 */
public sealed interface Claim permits QuantityClaim, BandClaim, MomentsClaim, LoopClaim {
  /** What is required; empty if bounds are only asked for. */
  Optional<Requirement> requirement();

  /** How many numbers it is about, each of which has two bounds. */
  int count();

  /** The events in it, conditions included. */
  List<Event> events();

  /** The forms in it that stand outside of events. */
  List<AffineForm> forms();

  /** All forms in it, in their order. */
  default List<AffineForm> allForms() {
    return Stream.concat(
            forms().stream(),
            events().stream().flatMap(event -> event.atoms().stream()).map(Atom::form))
        .toList();
  }

  /** Canonical text, one line. */
  String canonical();
}
