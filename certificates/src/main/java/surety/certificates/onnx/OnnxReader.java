package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * Reads a feed-forward network from an ONNX file (ONNX operator sets 7 to 22).
 *
 * <p>The network is the function over the reals that the graph describes when each number in the
 * file stands for itself: floats are widened, never rounded. What that excludes is refused, with a
 * message that names it. A network is read for one sample: a symbolic batch dimension counts as 1.
 * Branches that join again are computed side by side, in the same flat sequence of layers.
 */
public final class OnnxReader {

  private OnnxReader() {}

  /**
   * The network in a file.
   *
   * @param file the bytes of the file, which are not changed
   * @throws NetworkFormatException if they are not a network of the supported kind
   */
  public static Network read(byte[] file) throws NetworkFormatException {
    return read(file, Stop.NEVER);
  }

  /**
   * The same, unless somebody stops it.
   *
   * @throws NetworkFormatException if they are not a network of the supported kind
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public static Network read(byte[] file, Stop stop) throws NetworkFormatException {
    return readWithNames(file, stop).network();
  }

  /**
   * The names and sizes of the ends of the network in a file, and a summary of its layers.
   *
   * @throws NetworkFormatException exactly where {@link #read} does
   */
  public static OnnxNames names(byte[] file) throws NetworkFormatException {
    return readWithNames(file).names();
  }

  /** A network together with the names in its file. */
  public record NamedNetwork(Network network, OnnxNames names) {}

  /**
   * The network in a file, and the names that go with it.
   *
   * @throws NetworkFormatException exactly where {@link #read} does
   */
  public static NamedNetwork readWithNames(byte[] file) throws NetworkFormatException {
    return readWithNames(file, Stop.NEVER);
  }

  private static NamedNetwork readWithNames(byte[] file, Stop stop) throws NetworkFormatException {
    Budget budget = new Budget(file.length, stop);
    GraphTranslator.Translation graph = GraphTranslator.translate(ModelParser.model(file), budget);
    ChainMerger.Result merged = ChainMerger.merge(graph.circuit(), graph.result(), budget);
    List<Layer> flat = Flattener.flatten(merged.circuit(), merged.output(), budget);
    List<Layer> layers = merged.branched() ? LayerMerger.mergeBranches(flat, budget) : flat;
    Network network = new Network(graph.inputShape().size(), layers);
    OnnxNames names =
        new OnnxNames(
            graph.input(), network.inputs(), graph.output(), network.outputs(), summary(network));
    return new NamedNetwork(network, names);
  }

  private static List<String> summary(Network network) {
    List<String> lines = new ArrayList<>();
    for (Layer layer : network.layers()) {
      if (layer instanceof AffineLayer affine) {
        lines.add(
            "affine %d x %d%s"
                .formatted(
                    affine.rows(),
                    affine.columns(),
                    affine.isSelection() ? ", at most one weight per row" : ""));
      } else if (layer instanceof ActivationLayer activations) {
        Map<String, Integer> counts = new TreeMap<>();
        activations.activations().forEach(a -> counts.merge(a.name(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((name, n) -> parts.add(name + " " + n));
        lines.add(String.join(", ", parts));
      }
    }
    return lines;
  }
}
