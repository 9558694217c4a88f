package surety.certificates.onnx;

import java.util.List;
import java.util.Optional;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;

/** A vector of a {@link Circuit} and how it comes from earlier ones. */
sealed interface Gate {

  /** How many numbers it gives. */
  int size();

  /** What it is computed from. */
  List<Wires> inputs();

  /** The layer and what it is applied to, if that is all there is to this gate. */
  Optional<Applied> applied();

  /** A layer and the wires that it takes. */
  record Applied(Layer layer, Wires inputs) {}

  /** The gate that applies a layer. */
  static Gate of(Layer layer, Wires inputs) {
    if (layer instanceof AffineLayer affine) {
      return new Affine(List.of(new Term(false, affine, inputs)));
    }
    return new Activations((ActivationLayer) layer, inputs);
  }

  /** The network's input. */
  record Input(int size) implements Gate {

    @Override
    public List<Wires> inputs() {
      return List.of();
    }

    @Override
    public Optional<Applied> applied() {
      return Optional.empty();
    }
  }

  /** An activation for each wire. */
  record Activations(ActivationLayer layer, Wires wires) implements Gate {

    @Override
    public int size() {
      return layer.outputs();
    }

    @Override
    public List<Wires> inputs() {
      return List.of(wires);
    }

    @Override
    public Optional<Applied> applied() {
      return Optional.of(new Applied(layer, wires));
    }
  }

  /**
   * The sum of one or more terms of the same size. Whoever makes one sees to it that, row by row,
   * the sums of the biases and of the weights of the same wire are exact in double precision when
   * they are added up in the order of the terms.
   */
  record Affine(List<Term> terms) implements Gate {

    public Affine {
      terms = List.copyOf(terms);
    }

    @Override
    public int size() {
      return terms.get(0).layer.rows();
    }

    @Override
    public List<Wires> inputs() {
      return terms.stream().map(Term::inputs).toList();
    }

    @Override
    public Optional<Applied> applied() {
      Term first = terms.get(0);
      return terms.size() > 1 || first.negative
          ? Optional.empty()
          : Optional.of(new Applied(first.layer, first.inputs));
    }

    /** Whether each row is known to have at most one nonzero weight. */
    boolean isSelection() {
      return terms.size() == 1 && terms.get(0).layer.isSelection();
    }
  }

  /** An affine map of some wires, or its negative. */
  record Term(boolean negative, AffineLayer layer, Wires inputs) {

    /** A weight or bias of the layer as it counts in the sum. */
    double signed(double number) {
      return negative ? -number : number;
    }
  }
}
