package surety.certificates.bounds;

import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rounding;

/**
 * Bounds of what is no further from each form than a deviation, from bounds of the forms.
 *
 * @param exact of the forms over the reals
 * @param deviations one for each form, from 0 to infinity
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all boxes
public record DeviatingForms(BoxForms exact, double[] deviations) implements BoxForms {

  @Override
  public double[] lower(int form) {
    double[] lower = exact.lower(form).clone();
    lower[0] = Rounding.subtractDown(lower[0], deviations[form]);
    return lower;
  }

  @Override
  public double[] upper(int form) {
    double[] upper = exact.upper(form).clone();
    upper[0] = Rounding.addUp(upper[0], deviations[form]);
    return upper;
  }

  @Override
  public double greatest(int form, int sign, int other, int otherSign) {
    double end = exact.greatest(form, sign, other, otherSign);
    return Rounding.addUp(end, Rounding.addUp(deviations[form], deviations[other]));
  }

  /** What enters neurons over the reals. */
  @Override
  public Interval entering(int gate, int neuron) {
    return exact.entering(gate, neuron);
  }
}
