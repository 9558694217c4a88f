package surety.certificates.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Event;

/**
 * The exact probability of an event for a network with one random input, whose distribution
 * function takes rational values at rational points: the network is cut into its affine pieces.
 */
final class ExactLine {
  /** On {@code [from, to]} wire j is {@code slopes[j] x + offsets[j]}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Stretch(Rational from, Rational to, Rational[] slopes, Rational[] offsets) {
    Rational at(int j, Rational x) {
      return slopes[j].times(x).plus(offsets[j]);
    }
  }

  private ExactLine() {}

  static Rational probability(
      Network network, Event event, Rational from, Rational to, UnaryOperator<Rational> cdf) {
    List<Stretch> stretches = new ArrayList<>();
    stretches.add(
        new Stretch(from, to, new Rational[] {Rational.ONE}, new Rational[] {Rational.ZERO}));
    for (Gate gate : network.gates()) {
      List<Stretch> next = new ArrayList<>();
      for (Stretch stretch : stretches) {
        if (gate instanceof Gate.Affine affine) {
          next.add(apply(affine, stretch));
        } else {
          apply((Gate.Activations) gate, stretch, next);
        }
      }
      stretches = next;
    }
    Rational sum = Rational.ZERO;
    for (Stretch stretch : stretches) {
      sum = sum.plus(probability(stretch, network.output(), event, cdf));
    }
    return sum;
  }

  private static Stretch apply(Gate.Affine gate, Stretch s) {
    Rational[] slopes = new Rational[gate.size()];
    Rational[] offsets = new Rational[gate.size()];
    Arrays.fill(slopes, Rational.ZERO);
    Arrays.fill(offsets, Rational.ZERO);
    for (Gate.Term term : gate.terms()) {
      for (int i = 0; i < slopes.length; i++) {
        offsets[i] = offsets[i].plus(Rational.ofDouble(term.layer().bias(i)));
        for (int j = 0; j < term.wires().size(); j++) {
          Rational weight = Rational.ofDouble(term.layer().weight(i, j));
          int wire = term.wires().at(j);
          slopes[i] = slopes[i].plus(weight.times(s.slopes()[wire]));
          offsets[i] = offsets[i].plus(weight.times(s.offsets()[wire]));
        }
      }
    }
    return longer(s.from(), s.to(), s, slopes, offsets);
  }

  private static Stretch longer(
      Rational from, Rational to, Stretch s, Rational[] slopes, Rational[] offsets) {
    return new Stretch(from, to, concat(s.slopes(), slopes), concat(s.offsets(), offsets));
  }

  private static Rational[] concat(Rational[] first, Rational[] second) {
    Rational[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static void apply(Gate.Activations gate, Stretch s, List<Stretch> out) {
    Rational from = s.from();
    while (from.compareTo(s.to()) < 0) {
      Rational to = s.to();
      for (int j = 0; j < gate.size(); j++) {
        int wire = gate.wires().at(j);
        Activation activation = gate.layer().activation(j);
        for (Rational cut : cuts(activation, s.slopes()[wire], s.offsets()[wire])) {
          to = cut.compareTo(from) > 0 && cut.compareTo(to) < 0 ? cut : to;
        }
      }
      out.add(straight(gate, new Stretch(from, to, s.slopes(), s.offsets())));
      from = to;
    }
  }

  /** Where a neuron's argument is at a kink. */
  private static List<Rational> cuts(Activation activation, Rational slope, Rational offset) {
    return activation.sections().stream()
        .filter(section -> !slope.isZero() && Double.isFinite(section.from()))
        .map(section -> Rational.ofDouble(section.from()).minus(offset).dividedBy(slope))
        .toList();
  }

  /** No neuron has a kink inside, so each is the line through its values at the ends. */
  private static Stretch straight(Gate.Activations gate, Stretch s) {
    Rational[] slopes = new Rational[gate.size()];
    Rational[] offsets = new Rational[gate.size()];
    for (int j = 0; j < slopes.length; j++) {
      Activation activation = gate.layer().activation(j);
      Rational atFrom = activation.applyExactly(s.at(gate.wires().at(j), s.from()));
      Rational atTo = activation.applyExactly(s.at(gate.wires().at(j), s.to()));
      slopes[j] = atTo.minus(atFrom).dividedBy(s.to().minus(s.from()));
      offsets[j] = atFrom.minus(slopes[j].times(s.from()));
    }
    return longer(s.from(), s.to(), s, slopes, offsets);
  }

  /** Cut wherever an atom's form meets its threshold; between the cuts the event is one thing. */
  private static Rational probability(
      Stretch s, Wires output, Event event, UnaryOperator<Rational> cdf) {
    Rational[] none = {};
    List<Rational> slopes = List.of(output.of(Arrays.asList(s.slopes()), none));
    List<Rational> offsets = List.of(output.of(Arrays.asList(s.offsets()), none));
    SortedSet<Rational> ends = new TreeSet<>(List.of(s.from(), s.to()));
    for (Atom atom : event.atoms()) {
      Rational slope = atom.form().evaluate(slopes, List.of(Rational.ONE));
      Rational offset = atom.form().evaluate(offsets, List.of(Rational.ZERO));
      if (!slope.isZero()) {
        Rational root = atom.threshold().minus(offset).dividedBy(slope);
        if (root.compareTo(s.from()) > 0 && root.compareTo(s.to()) < 0) {
          ends.add(root);
        }
      }
    }
    Rational sum = Rational.ZERO;
    Rational from = s.from();
    for (Rational to : ends) {
      Rational middle = from.plus(to).times(Rational.of(1, 2));
      List<Rational> values = new ArrayList<>();
      for (int j = 0; j < slopes.size(); j++) {
        values.add(slopes.get(j).times(middle).plus(offsets.get(j)));
      }
      if (from.compareTo(to) < 0 && event.holds(values, List.of(middle))) {
        sum = sum.plus(cdf.apply(to).minus(cdf.apply(from)));
      }
      from = to;
    }
    return sum;
  }
}
