package surety.language.translation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.network.Deviation;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.replay.NetworkReader;
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
 * @param digest SHA-256 of the file, 64 lower-case hexadecimal digits
 * @param outline its layers
 * @param obstacles for some formats, why rounding errors of an evaluation in them have no bounds
 */
public record NetworkFile(
    Path file,
    int inputs,
    int outputs,
    String digest,
    NetworkOutline outline,
    Map<FloatFormat, String> obstacles) {
  /** Larger files are refused before they are read: they must fit into memory as one array. */
  public static final int MOST_BYTES = 1 << 30;

  /** More layers are a listing that nobody reads. */
  private static final int MOST_LAYERS = 40;

  /**
   * Reads a file. Counts and digest come from the same bytes.
   *
   * @throws NetworkRefusedException if it is no network, or one that no statement can be about
   * @throws IOException if it cannot be read
   */
  public static NetworkFile read(Path file) throws IOException {
    requireRoom(file);
    try (InputStream in = Files.newInputStream(file)) {
      return of(file, in.readNBytes(MOST_BYTES));
    }
  }

  /**
   * Nothing may be read that does not fit into memory.
   *
   * @throws IOException if the file is larger, with the way out
   */
  public static void requireRoom(Path file) throws IOException {
    long size = Files.size(file);
    if (size > MOST_BYTES) {
      throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MB");
    }
    if (size > Memory.mostBytesOfFile()) {
      throw new IOException("it has " + (size >> 20) + " MB, which do not fit; " + Memory.wayOut());
    }
  }

  private static NetworkFile of(Path file, byte[] bytes) throws NetworkRefusedException {
    Network network = network(bytes);
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
        Sha256.of(bytes),
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

  private static Network network(byte[] bytes) throws NetworkRefusedException {
    try {
      return NetworkReader.read(bytes, Stop.NEVER);
    } catch (NetworkFormatException e) {
      throw new NetworkRefusedException(OtherFormat.of(bytes).orElse(e.getMessage()), e);
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
    outline.layers().stream()
        .limit(MOST_LAYERS)
        .forEach(layer -> text.append("1. ").append(layer).append('\n'));
    int more = outline.layers().size() - MOST_LAYERS;
    if (more > 0) {
      text.append("\nand ").append(Names.count(more, "more layer")).append('\n');
    }
    return text.append("\nSHA-256 `").append(digest).append("`\n").toString();
  }
}
