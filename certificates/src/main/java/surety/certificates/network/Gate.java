package surety.certificates.network;

import java.util.List;

/** One step of a {@link Network}: a vector, and how it comes from earlier ones. Immutable. */
public sealed interface Gate {

  /** How many numbers it gives. */
  int size();

  /** What it is computed from. */
  List<Wires> inputs();

  /** The same, each wire that it reads replaced by what {@code table} has at its number. */
  Gate renamed(int[] table);

  /** The gate that applies a layer to some wires. */
  static Gate of(Layer layer, Wires inputs) {
    if (layer instanceof AffineLayer affine) {
      return new Affine(List.of(new Term(affine, inputs)));
    }
    return new Activations((ActivationLayer) layer, inputs);
  }

  /** An activation for each wire. */
  record Activations(ActivationLayer layer, Wires wires) implements Gate {

    /** Checks the sizes. */
    public Activations {
      Network.checkLength(wires.size(), layer.inputs());
    }

    @Override
    public int size() {
      return layer.outputs();
    }

    @Override
    public List<Wires> inputs() {
      return List.of(wires);
    }

    @Override
    public Gate renamed(int[] table) {
      return new Activations(layer, wires.renamed(table));
    }
  }

  /**
   * The sum of one or more terms of the same size, over the reals: where terms read the same wire,
   * its weights need not have a sum that is a double.
   */
  record Affine(List<Term> terms) implements Gate {

    /** Checks that there are terms and that their sizes agree. */
    public Affine {
      terms = List.copyOf(terms);
      if (terms.isEmpty()) {
        throw new IllegalArgumentException("An affine gate needs at least one term");
      }
      for (Term term : terms) {
        Network.checkLength(term.layer.outputs(), terms.get(0).layer.outputs());
      }
    }

    @Override
    public int size() {
      return terms.get(0).layer.rows();
    }

    @Override
    public List<Wires> inputs() {
      return terms.stream().map(Term::wires).toList();
    }

    @Override
    public Gate renamed(int[] table) {
      return new Affine(
          terms.stream().map(term -> new Term(term.layer, term.wires.renamed(table))).toList());
    }
  }

  /** An affine map of some wires. */
  record Term(AffineLayer layer, Wires wires) {

    /** Checks the sizes. */
    public Term {
      Network.checkLength(wires.size(), layer.inputs());
    }
  }
}
