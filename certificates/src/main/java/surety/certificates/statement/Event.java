package surety.certificates.statement;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/** A boolean combination of comparisons of affine forms of outputs and inputs. */
public sealed interface Event permits Atom, Conjunction, Disjunction, Negation {
  /** Most comparisons in one event; bounds what each leaf of a proof tree costs. */
  int MOST_ATOMS = 1_000;

  /** Canonical text. */
  String canonical();

  /** Whether it happens for these exact outputs and inputs. */
  boolean holds(List<Rational> outputs, List<Rational> inputs);

  /** Its comparisons, in their order, repetitions included. */
  List<Atom> atoms();
}
