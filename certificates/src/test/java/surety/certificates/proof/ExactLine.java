package surety.certificates.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;

/**
 * The exact probability of an event for a network with one random input, whose distribution
 * function takes rational values at rational points: the network is cut into its affine pieces.
 */
final class ExactLine {
  /** On {@code [from, to]} neuron j is {@code slopes[j] x + offsets[j]}. */
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
    for (Layer layer : network.layers()) {
      List<Stretch> next = new ArrayList<>();
      for (Stretch stretch : stretches) {
        if (layer instanceof AffineLayer affine) {
          next.add(apply(affine, stretch));
        } else {
          apply((ActivationLayer) layer, stretch, next);
        }
      }
      stretches = next;
    }
    Rational sum = Rational.ZERO;
    for (Stretch stretch : stretches) {
      sum = sum.plus(probability(stretch, event, cdf));
    }
    return sum;
  }

  private static Stretch apply(AffineLayer layer, Stretch s) {
    Rational[] slopes = new Rational[layer.rows()];
    Rational[] offsets = new Rational[layer.rows()];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = Rational.ZERO;
      offsets[i] = Rational.ofDouble(layer.bias(i));
      for (int j = 0; j < layer.columns(); j++) {
        Rational weight = Rational.ofDouble(layer.weight(i, j));
        slopes[i] = slopes[i].plus(weight.times(s.slopes()[j]));
        offsets[i] = offsets[i].plus(weight.times(s.offsets()[j]));
      }
    }
    return new Stretch(s.from(), s.to(), slopes, offsets);
  }

  private static void apply(ActivationLayer layer, Stretch s, List<Stretch> out) {
    Rational from = s.from();
    while (from.compareTo(s.to()) < 0) {
      Rational to = s.to();
      for (int j = 0; j < s.slopes().length; j++) {
        for (Rational cut : cuts(layer.activation(j), s.slopes()[j], s.offsets()[j])) {
          to = cut.compareTo(from) > 0 && cut.compareTo(to) < 0 ? cut : to;
        }
      }
      out.add(straight(layer, new Stretch(from, to, s.slopes(), s.offsets())));
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
  private static Stretch straight(ActivationLayer layer, Stretch s) {
    Rational[] slopes = s.slopes().clone();
    Rational[] offsets = s.offsets().clone();
    for (int j = 0; j < slopes.length; j++) {
      Rational atFrom = layer.activation(j).applyExactly(s.at(j, s.from()));
      Rational atTo = layer.activation(j).applyExactly(s.at(j, s.to()));
      slopes[j] = atTo.minus(atFrom).dividedBy(s.to().minus(s.from()));
      offsets[j] = atFrom.minus(slopes[j].times(s.from()));
    }
    return new Stretch(s.from(), s.to(), slopes, offsets);
  }

  private static Rational probability(Stretch s, Event event, UnaryOperator<Rational> cdf) {
    Rational slope = event.form().evaluate(Arrays.asList(s.slopes()));
    Rational offset = event.form().evaluate(Arrays.asList(s.offsets()));
    Rational cut = s.to();
    if (!slope.isZero()) {
      Rational root = event.threshold().minus(offset).dividedBy(slope);
      cut = root.compareTo(s.from()) < 0 ? s.from() : root.compareTo(cut) > 0 ? cut : root;
    }
    return part(s.from(), cut, slope, offset, event, cdf)
        .plus(part(cut, s.to(), slope, offset, event, cdf));
  }

  /** The event holds all over the inside of the part, or nowhere there. */
  private static Rational part(
      Rational from,
      Rational to,
      Rational slope,
      Rational offset,
      Event event,
      UnaryOperator<Rational> cdf) {
    if (from.compareTo(to) >= 0) {
      return Rational.ZERO;
    }
    Rational middle = from.plus(to).times(Rational.of(1, 2));
    Rational value = slope.times(middle).plus(offset);
    return event.comparison().holds(value.compareTo(event.threshold()))
        ? cdf.apply(to).minus(cdf.apply(from))
        : Rational.ZERO;
  }
}
