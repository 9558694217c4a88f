package surety.solver.bounding;

import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;

/** A non-decreasing activation. */
record ActivationFunction(Activation activation) implements MonotoneFunction {

  @Override
  public String name() {
    return activation.name();
  }

  @Override
  public Interval enclose(double x) {
    return activation.enclose(x);
  }

  @Override
  public List<Section> sections() {
    return activation.sections();
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return activation.encloseSlope(section, x);
  }

  @Override
  public Optional<HingeSum> exactly(Interval range) {
    return activation.isPiecewiseLinear() ? ExactHinges.of(activation, range) : Optional.empty();
  }
}
