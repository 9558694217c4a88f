package surety.language.law;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;

/**
 * One of the ways in which inputs come about: with a probability, from new coordinates and from
 * what is known in the world already.
 *
 * @param weight its probability, positive
 * @param fresh the distributions of the new coordinates
 * @param offsets for each input what the world's coordinates add
 * @param values for each input what the new coordinates add, counted from 0
 */
public record Draw(
    Rational weight, List<Distribution> fresh, List<Linear> offsets, List<Linear> values) {
  /** Keeps copies. */
  public Draw {
    fresh = List.copyOf(fresh);
    offsets = List.copyOf(offsets);
    values = List.copyOf(values);
  }

  /** One input that is a new coordinate, moved by what is known. */
  public static Draw of(Linear offset, Distribution distribution) {
    return new Draw(
        Rational.ONE, List.of(distribution), List.of(offset), List.of(Linear.coordinate(0)));
  }

  /** Inputs that are known. */
  public static Draw known(Rational weight, List<Linear> offsets) {
    return new Draw(weight, List.of(), offsets, offsets.stream().map(o -> Linear.ZERO).toList());
  }

  /** With another probability. */
  public Draw weighted(Rational factor) {
    return new Draw(weight.times(factor), fresh, offsets, values);
  }

  Draw times(Rational factor) {
    return new Draw(
        weight,
        factor.isZero() ? List.of() : fresh,
        offsets.stream().map(o -> o.times(factor)).toList(),
        values.stream().map(v -> v.times(factor)).toList());
  }

  /** The sum of two that are independent. */
  Draw plus(Draw other) {
    List<Distribution> all = new ArrayList<>(fresh);
    all.addAll(other.fresh);
    List<Linear> sums = new ArrayList<>();
    List<Linear> moved = new ArrayList<>();
    for (int i = 0; i < offsets.size(); i++) {
      sums.add(offsets.get(i).plus(other.offsets.get(i)));
      moved.add(values.get(i).plus(other.values.get(i).shifted(fresh.size())));
    }
    return new Draw(weight.times(other.weight), all, sums, moved);
  }

  /** The same with a plain coordinate for one input, where its distribution has such a form. */
  public Draw simplified() {
    if (fresh.size() != 1 || values.size() != 1 || values.get(0).isConstant()) {
      return this;
    }
    Rational a = values.get(0).terms().get(0);
    Rational moved = values.get(0).constant().plus(offsets.get(0).constant());
    Linear offset = new Linear(offsets.get(0).terms(), Rational.ZERO);
    return AffineImages.of(fresh.get(0), a, moved)
        .map(
            image ->
                new Draw(weight, List.of(image), List.of(offset), List.of(Linear.coordinate(0))))
        .orElse(this);
  }

  /** The inputs in a world with so many coordinates. */
  List<Linear> inputs(int dimension) {
    List<Linear> inputs = new ArrayList<>();
    for (int i = 0; i < offsets.size(); i++) {
      inputs.add(offsets.get(i).plus(values.get(i).shifted(dimension)));
    }
    return inputs;
  }
}
