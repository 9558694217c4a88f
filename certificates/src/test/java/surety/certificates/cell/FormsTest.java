package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Semantics;
import surety.certificates.stop.Stop;

class FormsTest {
  private static final Network IDENTITY = Network.chain(1, List.of());
  private static final AffineForm OUTPUT = new AffineForm(List.of(Rational.ONE));
  private static final AffineForm INPUT =
      new AffineForm(List.of(Rational.ZERO), List.of(Rational.ONE));

  private static Atom below(AffineForm form, int threshold) {
    return new Atom(form, Comparison.LESS, Rational.of(threshold));
  }

  private static Forms forms(Semantics semantics, Event... events) {
    QuantityClaim claim = new QuantityClaim(new Conjunction(List.of(events)), Optional.empty());
    return Forms.of(claim, semantics, IDENTITY, Stop.NEVER);
  }

  /** Its output is the network's input. */
  @Test
  void formsOfEqualWiresAreOne() {
    Forms forms = forms(Semantics.REAL, below(OUTPUT, 1), below(INPUT, 2), below(OUTPUT, 3));
    assertEquals(1, forms.all().size());
  }

  /** What is computed deviates, and an input does not. */
  @Test
  void whatIsComputedIsAnotherForm() {
    Semantics single = Semantics.of(FloatFormat.FLOAT32, 4);
    Forms forms = forms(single, below(OUTPUT, 1), below(INPUT, 2), below(OUTPUT, 3));
    assertEquals(2, forms.all().size());
    assertEquals(2, forms.computed().size());
  }
}
