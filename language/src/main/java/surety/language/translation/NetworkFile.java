package surety.language.translation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.Deviation;
import surety.certificates.network.NamedNetwork;
import surety.certificates.network.Network;
import surety.certificates.network.Port;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.language.problems.Names;
import surety.language.storage.Memory;
import surety.language.storage.OtherFormat;

/**
 * What a specification needs to know of a network file.
 *
 * @param file where it is
 * @param inputs how many inputs the network has
 * @param outputs how many outputs the network has
 * @param inputNames what the file calls its inputs; none if it has one vector only, or no names
 * @param outputNames likewise
 * @param inputRanges for each input its least and greatest value, if the network states both
 * @param digest by which statements name the network, 64 lower-case hexadecimal digits
 * @param data SHA-256 of each file beside it in which it keeps weights, by name
 * @param outline its layers
 * @param obstacles for some formats, why rounding errors of an evaluation in them have no bounds
 */
public record NetworkFile(
    Path file,
    int inputs,
    int outputs,
    List<String> inputNames,
    List<String> outputNames,
    List<Optional<Interval>> inputRanges,
    String digest,
    SortedMap<String, String> data,
    NetworkOutline outline,
    Map<FloatFormat, String> obstacles) {
  /** Larger files are refused before they are read: they must fit into memory as one array. */
  public static final int MOST_BYTES = 1 << 30;

  private static final int MOST_NAMES = 20;

  /** More layers are a listing that nobody reads. */
  private static final int MOST_LAYERS = 40;

  /**
   * Reads a file. Counts and digest come from the same bytes.
   *
   * @throws NetworkRefusedException if it is no network, or one that no statement can be about
   * @throws IOException if it cannot be read
   */
  public static NetworkFile read(Path file) throws IOException {
    NetworkContent content;
    try {
      content = NetworkContent.load(file, loader(Files::readAllBytes));
    } catch (NetworkFormatException e) {
      throw new NetworkRefusedException(e.getMessage(), e);
    }
    return of(file, content);
  }

  /** A loader that asks for each of a network's files whether it fits beside those before it. */
  public static NetworkContent.Loader loader(NetworkContent.Loader loader) {
    AtomicLong loaded = new AtomicLong();
    return file -> {
      requireRoom(file, loaded.get());
      byte[] bytes = loader.load(file);
      loaded.addAndGet(bytes.length);
      return bytes;
    };
  }

  /** The files beside it in which it keeps weights. */
  public List<Path> dataFiles() {
    return data.keySet().stream().map(file::resolveSibling).toList();
  }

  /**
   * Nothing may be read that does not fit into memory.
   *
   * @throws IOException if the file is larger, with the way out
   */
  public static void requireRoom(Path file) throws IOException {
    requireRoom(file, 0);
  }

  private static void requireRoom(Path file, long others) throws IOException {
    long size = Files.size(file) + others;
    if (size > MOST_BYTES) {
      throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MB");
    }
    if (size > Memory.mostBytesOfFile()) {
      throw new IOException("it has " + (size >> 20) + " MB, which do not fit; " + Memory.wayOut());
    }
  }

  private static NetworkFile of(Path file, NetworkContent content) throws NetworkRefusedException {
    NamedNetwork named = network(content);
    Network network = named.network();
    if (Math.max(network.inputs(), network.outputs()) > Statement.MOST_COORDINATES) {
      throw new NetworkRefusedException(
          "it has more than "
              + Statement.MOST_COORDINATES
              + " inputs or outputs, the most that a statement can name");
    }
    return new NetworkFile(
        file,
        network.inputs(),
        network.outputs(),
        names(named.inputs()),
        names(named.outputs()),
        InputRanges.of(network),
        content.digest(Stop.NEVER),
        digests(content),
        NetworkOutline.of(network),
        obstacles(network));
  }

  private static Map<FloatFormat, String> obstacles(Network network) {
    Map<FloatFormat, String> obstacles = new EnumMap<>(FloatFormat.class);
    for (FloatFormat format : FloatFormat.values()) {
      Deviation.obstacle(network, format).ifPresent(reason -> obstacles.put(format, reason));
    }
    return obstacles;
  }

  private static SortedMap<String, String> digests(NetworkContent content) {
    SortedMap<String, String> digests = new TreeMap<>();
    content.data().forEach((name, bytes) -> digests.put(name, Sha256.of(bytes)));
    return digests;
  }

  /** With one vector its name says nothing that the network's does not. */
  private static List<String> names(List<Port> ports) {
    return ports.size() < 2
        ? List.of()
        : ports.stream().flatMap(port -> port.elements().stream()).toList();
  }

  private static NamedNetwork network(NetworkContent content) throws NetworkRefusedException {
    try {
      return content.named(Stop.NEVER);
    } catch (NetworkFormatException e) {
      throw new NetworkRefusedException(OtherFormat.of(content.file()).orElse(e.getMessage()), e);
    }
  }

  private static void listed(StringBuilder text, String what, List<String> names) {
    if (!names.isEmpty()) {
      String some =
          names.stream().limit(MOST_NAMES).map(Text::shortened).collect(Collectors.joining("`, `"));
      text.append(what).append(": `").append(some).append('`');
      text.append(names.size() > MOST_NAMES ? " and so on\n\n" : "\n\n");
    }
  }

  /** What the file holds, as Markdown. */
  public String description() {
    StringBuilder text = new StringBuilder(Names.count(inputs, "input"));
    text.append(", ")
        .append(Names.count(outputs, "output"))
        .append(", ")
        .append(outline.parameters())
        .append(" weights and biases other than 0\n\n");
    listed(text, "inputs", inputNames);
    listed(text, "outputs", outputNames);
    outline.layers().stream()
        .limit(MOST_LAYERS)
        .forEach(layer -> text.append("1. ").append(layer).append('\n'));
    int more = outline.layers().size() - MOST_LAYERS;
    if (more > 0) {
      text.append("\nand ").append(Names.count(more, "more layer")).append('\n');
    }
    data.forEach(
        (name, sum) ->
            text.append("\nwith weights in ")
                .append(name)
                .append(", SHA-256 `")
                .append(sum)
                .append("`\n"));
    return text.append("\nSHA-256 `").append(digest).append("`\n").toString();
  }
}
