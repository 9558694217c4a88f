package surety.certificates.onnx;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.certificates.network.NamedNetwork;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/**
 * Reads a feed-forward network from an ONNX file (ONNX operator sets 7 to 22).
 *
 * <p>The network is the function over the reals that the graph describes when each number in the
 * file stands for itself: floats are widened, never rounded. What that excludes is refused, with a
 * message that names it. Several inputs are one vector, in the order of the graph, and so are
 * several outputs. A network is read for one sample: a symbolic batch dimension counts as 1. Gates
 * that the output does not need are left out.
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
    return read(file, Map.of(), stop);
  }

  /**
   * The same of a model that keeps data in other files.
   *
   * @param files their contents by name, which are not changed
   */
  public static Network read(byte[] file, Map<String, byte[]> files, Stop stop)
      throws NetworkFormatException {
    return readNamed(file, files, stop).network();
  }

  /** The same with the names of inputs and outputs. */
  public static NamedNetwork readNamed(byte[] file, Map<String, byte[]> files, Stop stop)
      throws NetworkFormatException {
    long length = file.length + files.values().stream().mapToLong(data -> data.length).sum();
    return GraphTranslator.translate(ModelParser.model(file), files, new Budget(length, stop));
  }

  /**
   * The names of the files beside the model in which it keeps data, whether the network needs that
   * data or not. A name that is none of a file in the same folder is left out: what needs that data
   * is refused when it is read.
   *
   * @throws NetworkFormatException if it is no model
   */
  public static SortedSet<String> dataFiles(byte[] file) throws NetworkFormatException {
    OnnxModel.Graph graph = ModelParser.model(file).graph();
    List<OnnxModel.Attribute> attributes =
        graph.nodes().stream().flatMap(node -> node.attributes().values().stream()).toList();
    Stream<OnnxTensor> whole =
        Stream.concat(
            graph.initializers().stream(),
            attributes.stream().flatMap(attribute -> attribute.tensor().stream()));
    Stream<SparseTensor> sparse =
        Stream.concat(
            graph.sparseInitializers().stream(),
            attributes.stream().flatMap(attribute -> attribute.sparseTensor().stream()));
    return Stream.concat(whole, sparse.flatMap(SparseTensor::parts))
        .flatMap(tensor -> tensor.external().stream())
        .flatMap(data -> data.plainName().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
