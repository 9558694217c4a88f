package surety.certificates.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import surety.certificates.network.NamedNetwork;
import surety.certificates.network.Network;
import surety.certificates.nnet.NnetReader;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.stop.Stop;

/**
 * All that a network is read from: the bytes of its file, and those of the files beside it in which
 * an ONNX model keeps its weights. Digest and network come from the same bytes.
 */
public final class NetworkContent {
  /** More than any model is cut into. */
  private static final int MOST_FILES = 1000;

  private final byte[] file;
  private final SortedMap<String, byte[]> data;

  private NetworkContent(byte[] file, SortedMap<String, byte[]> data) {
    this.file = file;
    this.data = Collections.unmodifiableSortedMap(data);
  }

  /** The bytes of the network's own file, not to be changed. */
  public byte[] file() {
    return file;
  }

  /** Those of the other files, by name. */
  public SortedMap<String, byte[]> data() {
    return data;
  }

  /** How the bytes of a file come into memory. */
  @FunctionalInterface
  public interface Loader {
    /**
     * The bytes of a file.
     *
     * @throws IOException if it cannot be read
     */
    byte[] load(Path file) throws IOException;
  }

  /** A network that is all in one file. */
  public static NetworkContent of(byte[] file) {
    return new NetworkContent(file, new TreeMap<>());
  }

  /**
   * A file and those beside it that it names.
   *
   * @throws NetworkFormatException if one that it names is not there
   * @throws IOException if one of them cannot be read
   */
  public static NetworkContent load(Path file, Loader loader) throws IOException {
    byte[] bytes = loader.load(file);
    SortedMap<String, byte[]> data = new TreeMap<>();
    for (String name : dataFiles(bytes)) {
      Path beside = file.resolveSibling(name);
      if (!Files.isRegularFile(beside)) {
        throw new NetworkFormatException(
            "the model keeps data in the file %s, which is not beside it; put it there",
            NetworkFormatException.quote(name));
      }
      data.put(name, loader.load(beside));
    }
    return new NetworkContent(bytes, data);
  }

  /** What is no model names no files; whoever reads it next says what is wrong. */
  private static SortedSet<String> dataFiles(byte[] file) throws NetworkFormatException {
    SortedSet<String> names = new TreeSet<>();
    if (NnetReader.isOne(file)) {
      return names;
    }
    try {
      names = OnnxReader.dataFiles(file);
    } catch (NetworkFormatException e) {
      return names;
    }
    if (names.size() > MOST_FILES) {
      throw new NetworkFormatException(
          "the model keeps its data in %d files, and the most are %d; save it with fewer",
          names.size(), MOST_FILES);
    }
    return names;
  }

  /**
   * The digest by which statements name the network: that of its file; and where there are others,
   * that of a text with the digests of all of them, the network's own first.
   *
   * <p><em>Why it is one network's only.</em> The names of the other files are in the first one, so
   * that equal digests mean equal files in equal places. No text of digests is a network: its first
   * line is neither a comment nor numbers with commas, and no ONNX file is text.
   */
  public String digest(Stop stop) {
    String own = Sha256.of(file, stop);
    if (data.isEmpty()) {
      return own;
    }
    StringBuilder text = new StringBuilder(own).append('\n');
    for (byte[] other : data.values()) {
      text.append(Sha256.of(other, stop)).append('\n');
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The network, unless somebody stops it. Which format it has the content says, never the name: a
   * digest is of the content only, and with it a statement is about one network.
   *
   * @throws NetworkFormatException if it is no network of a supported kind
   * @throws surety.certificates.stop.StoppedException if it is stopped
   */
  public Network network(Stop stop) throws NetworkFormatException {
    return named(stop).network();
  }

  /** The same with the names of inputs and outputs, if the file has any. */
  public NamedNetwork named(Stop stop) throws NetworkFormatException {
    return NnetReader.isOne(file)
        ? new NamedNetwork(NnetReader.read(file, stop), List.of(), List.of())
        : OnnxReader.readNamed(file, data, stop);
  }
}
