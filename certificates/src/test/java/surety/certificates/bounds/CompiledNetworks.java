package surety.certificates.bounds;

import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

/** Compiled networks for tests. */
final class CompiledNetworks {
  private CompiledNetworks() {}

  /** With several forms, as a problem compiles them. */
  static CompiledNetwork of(Network network, AffineForm... forms) {
    List<WireForm> rows =
        Arrays.stream(forms)
            .map(form -> WireForm.of(form, network).throughAffine(network, Stop.NEVER))
            .toList();
    return CompiledNetwork.of(network, rows, Stop.NEVER);
  }

  /** With a form as number 0, and minus the form as number 1. */
  static CompiledNetwork ofBothSigns(Network network, AffineForm form) {
    return of(network, form, negated(form));
  }

  static AffineForm negated(AffineForm form) {
    return new AffineForm(negated(form.outputs()), negated(form.inputs()));
  }

  private static List<Rational> negated(List<Rational> coefficients) {
    return coefficients.stream().map(Rational::negate).toList();
  }
}
