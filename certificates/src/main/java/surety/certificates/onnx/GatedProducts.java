package surety.certificates.onnx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Scaling;
import surety.certificates.arithmetic.RealNumber;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Wires;

/**
 * Products that are functions of one number, with tighter bounds than those of a product: {@code x
 * s(k x)} with the logistic function s is {@code 1/k} times the {@link Activation#SILU} of k x, and
 * {@code x (1 + erf(k x))} is 1/k times the {@link Activation#ERF_GATE} of k x. Exporters write
 * SiLU and GELU so. A runtime computes them as products, in which the error of the function is
 * multiplied by the other factor; of a single function there are no such bounds.
 */
final class GatedProducts {

  private GatedProducts() {}

  /** The product, if it is such a one, whichever factor comes first. */
  static Optional<Value.Real> of(Call call, Computed a, Computed b) throws NetworkFormatException {
    Optional<Value.Real> gated = ofFactors(call, a, b);
    return gated.isPresent() ? gated : ofFactors(call, b, a);
  }

  private static Optional<Value.Real> ofFactors(Call call, Computed x, Computed factor)
      throws NetworkFormatException {
    Optional<Wires> ofSigmoid = argument(call.circuit(), factor.wires(), Activation.SIGMOID);
    Optional<Wires> inner =
        ofSigmoid.isPresent()
            ? ofSigmoid
            : lessOne(call.circuit(), factor.wires())
                .flatMap(wires -> argument(call.circuit(), wires, Activation.ERF));
    Optional<RealNumber> k = inner.flatMap(wires -> multiple(call.circuit(), wires, x.wires()));
    if (k.isEmpty() || k.get().enclosure().contains(0)) {
      return Optional.empty();
    }
    Activation function = ofSigmoid.isPresent() ? Activation.SILU : Activation.ERF_GATE;
    Computed argument = new Computed(x.shape(), inner.get());
    Value.Real value = ActivationOperators.apply(call, argument, i -> function);
    boolean isSilu = function.equals(Activation.SILU) && k.get().equals(RealNumber.ONE);
    if (!isSilu) { // of which there are bounds, as a product, too
      call.circuit()
          .unevaluable(
              Optional.of(
                  call.node().describe()
                      + " is a product, which here is one function with the factor before it"));
    }
    RealNumber inverse = RealNumber.ONE.dividedBy(k.get());
    return Optional.of(
        inverse.equals(RealNumber.ONE)
            ? value
            : Arithmetic.PRODUCT.of(
                call, value, Numbers.of("", Shape.SCALAR, new RealNumber[] {inverse})));
  }

  /** What a function is applied to, all of whose results some wires are. */
  private static Optional<Wires> argument(Circuit circuit, Wires of, Activation function) {
    return circuit
        .gate(of)
        .filter(
            gate ->
                gate instanceof Gate.Activations a
                    && a.layer().activations().stream().allMatch(function::equals))
        .map(gate -> gate.inputs().get(0));
  }

  /** The wires to each of which 1 is added to get these. */
  private static Optional<Wires> lessOne(Circuit circuit, Wires of) {
    return circuit
        .gate(of)
        .filter(gate -> layer(gate).filter(GatedProducts::addsOne).isPresent())
        .map(gate -> gate.inputs().get(0));
  }

  private static boolean addsOne(AffineLayer layer) {
    return layer.isShift() && IntStream.range(0, layer.rows()).allMatch(i -> layer.bias(i) == 1);
  }

  private static Optional<AffineLayer> layer(Gate gate) {
    return gate instanceof Gate.Affine affine && affine.terms().size() == 1
        ? Optional.of(affine.terms().get(0).layer())
        : Optional.empty();
  }

  /** The number k with which all wires x are multiplied to get these. */
  private static Optional<RealNumber> multiple(Circuit circuit, Wires of, Wires x) {
    if (of.equals(x)) {
      return Optional.of(RealNumber.ONE);
    }
    Optional<Gate> gate = circuit.gate(of).filter(g -> g.inputs().equals(List.of(x)));
    Optional<RealNumber> ofLayer =
        gate.flatMap(GatedProducts::layer).flatMap(GatedProducts::multiple);
    return ofLayer.isPresent() ? ofLayer : gate.flatMap(GatedProducts::scaling);
  }

  private static Optional<RealNumber> multiple(AffineLayer layer) {
    LinearOperator operator = layer.operator();
    boolean isDiagonal =
        layer.isLinear()
            && operator.rows() == operator.columns()
            && IntStream.range(0, operator.rows())
                .allMatch(
                    row ->
                        operator.entries(row) == 1
                            && operator.column(row, 0) == row
                            && operator.weight(row, 0) == operator.weight(0, 0));
    return isDiagonal ? Optional.of(RealNumber.of(operator.weight(0, 0))) : Optional.empty();
  }

  private static Optional<RealNumber> scaling(Gate gate) {
    if (!(gate instanceof Gate.Activations a)
        || !(a.layer().activation(0) instanceof Scaling first)
        || !first.shift().equals(RealNumber.ZERO)
        || first.factor().exact().isEmpty()
        || !a.layer().activations().stream().allMatch(first::equals)) {
      return Optional.empty();
    }
    return Optional.of(first.factor());
  }
}
