package surety.language.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

/**
 * The ranges of inputs that a network itself states, as files in the NNet format do: it cuts the
 * input to its least and greatest value before anything else, so that all beyond counts as an end.
 */
final class InputRanges {
  /** Who knows no end of a range writes a number near the greatest one of a format. */
  private static final double NO_END = 1e30;

  private final List<Optional<Interval>> ranges;
  private final Set<Integer> read = new HashSet<>();

  private InputRanges(int inputs) {
    ranges = new ArrayList<>(Collections.nCopies(inputs, Optional.empty()));
  }

  /**
   * For each input its range, with two finite ends; none where the network states none.
   *
   * @param network what cuts an input is the only gate that reads it
   */
  static List<Optional<Interval>> of(Network network) {
    InputRanges found = new InputRanges(network.inputs());
    for (Gate gate : network.gates()) {
      if (gate instanceof Gate.Activations activations) {
        for (int i = 0; i < activations.wires().size(); i++) {
          found.read(activations.wires().at(i), stated(activations.layer().activation(i)));
        }
      } else {
        gate.inputs().forEach(found::read);
      }
    }
    found.read(network.output());
    return List.copyOf(found.ranges);
  }

  private void read(Wires wires) {
    for (int i = 0; wires.least() < ranges.size() && i < wires.size(); i++) {
      read(wires.at(i), Optional.empty());
    }
  }

  private void read(int wire, Optional<Interval> range) {
    if (wire < ranges.size()) {
      ranges.set(wire, read.add(wire) ? range : Optional.empty());
    }
  }

  private static Optional<Interval> stated(Activation activation) {
    return activation instanceof PiecewiseLinear function && function.isClamp()
        ? Optional.of(function.range()).filter(InputRanges::hasEnds)
        : Optional.empty();
  }

  private static boolean hasEnds(Interval range) {
    return range.lower() > -NO_END && range.upper() < NO_END;
  }
}
