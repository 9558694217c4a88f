package surety.certificates.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;

/** A piecewise linear network whose inputs are exact affine functions of coordinates. */
final class ExactNetwork {
  private final Network network;
  private final List<List<List<LinearPiece>>> pieces;
  private final List<ExactAffine> inputs = new ArrayList<>();
  private final Stop stop;

  /**
   * Makes the network ready.
   *
   * @param maps of the coordinates, one for each input
   * @param stop asked for each row of each affine gate
   * @throws RejectedException if it is not piecewise linear, or has another number of inputs
   */
  ExactNetwork(Network network, List<Law.InputMap> maps, int coordinates, Stop stop)
      throws RejectedException {
    this.network = network;
    this.stop = stop;
    if (network.inputs() != maps.size()) {
      throw new RejectedException(
          new RegionRejection.NotEnumerable(
              "the network has %d inputs, the statement %d"
                  .formatted(network.inputs(), maps.size())));
    }
    this.pieces = LinearPiece.ofAll(network);
    addInputs(maps, coordinates);
  }

  private void addInputs(List<Law.InputMap> maps, int coordinates) throws RejectedException {
    BigInteger unit = BigInteger.ONE;
    for (Law.InputMap map : maps) {
      BigInteger denominator = map.constant().denominator();
      unit = unit.divide(unit.gcd(denominator)).multiply(denominator);
      ExactAffine.requireShort(unit.bitLength());
    }
    for (Law.InputMap map : maps) {
      inputs.add(ExactAffine.of(map, coordinates, unit));
    }
  }

  int gates() {
    return network.gates().size();
  }

  /** The network's inputs as functions of the coordinates. */
  List<ExactAffine> inputs() {
    return inputs;
  }

  /** Whether a gate is one of activations; else it is affine. */
  boolean isActivation(int gate) {
    return network.gates().get(gate) instanceof Gate.Activations;
  }

  /** The wires that a gate of activations takes. */
  Wires wires(int gate) {
    return ((Gate.Activations) network.gates().get(gate)).wires();
  }

  /** The wires that are the network's outputs. */
  Wires output() {
    return network.output();
  }

  /** The pieces of a neuron's activation. */
  List<LinearPiece> pieces(int gate, int neuron) {
    return pieces.get(gate).get(neuron);
  }

  /** An affine gate applied to the functions of all wires before it. */
  List<ExactAffine> apply(int gate, List<ExactAffine> functions) throws RejectedException {
    Gate.Affine affine = (Gate.Affine) network.gates().get(gate);
    List<ExactAffine> result = new ArrayList<>(affine.size());
    for (int row = 0; row < affine.size(); row++) {
      stop.check();
      result.add(ExactAffine.row(affine, row, functions));
    }
    return result;
  }
}
