package surety.language.verification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.replay.NetworkReader;
import surety.certificates.replay.Sha256;
import surety.certificates.stop.Stop;
import surety.language.DataFile;
import surety.language.Obligation;
import surety.language.storage.FileReasons;
import surety.language.storage.OtherFormat;
import surety.language.translation.NetworkFile;

/**
 * Reads the networks that statements are about, each file once. A statement gets the network whose
 * digest it names, or none.
 *
 * <p>All methods throw {@link surety.certificates.stop.StoppedException} once somebody wants them
 * to stop.
 */
public final class Networks {
  /** A network and the bytes that it was read from. */
  @SuppressWarnings("ArrayRecordComponent") // a file is bytes, and nobody compares models
  public record Model(byte[] content, Network network) {}

  private record Loaded(String digest, Network network) {}

  private final Map<Path, Loaded> loaded = new HashMap<>();
  private final Stop stop;

  /** Reads until somebody stops it. */
  public Networks(Stop stop) {
    this.stop = stop;
  }

  /**
   * The networks that an obligation speaks about, in the order of its statement.
   *
   * @throws OtherNetworkException if a file is no longer the one whose digest the statement names
   * @throws UnusableNetworkException if a file cannot be read or is no network
   */
  public List<Network> of(Obligation obligation) throws UnusableNetworkException {
    List<Network> networks = new ArrayList<>();
    for (DataFile file : obligation.networks()) {
      networks.add(of(file));
    }
    return networks;
  }

  /** A network that a statement names; fails likewise. */
  public Network of(DataFile made) throws UnusableNetworkException {
    Loaded found = loaded.get(made.file());
    if (found == null) {
      byte[] content = content(made.file());
      String digest = Sha256.of(content, stop);
      require(made, digest);
      found = new Loaded(digest, network(made.file(), content));
      loaded.put(made.file(), found);
    }
    require(made, found.digest());
    return found.network();
  }

  /** The bytes of a network file that a statement names; fails likewise. */
  public byte[] content(DataFile made) throws UnusableNetworkException {
    byte[] content = content(made.file());
    require(made, Sha256.of(content, stop));
    return content;
  }

  /** Networks together with their files, for whoever else is to read them; fails likewise. */
  public List<Model> models(List<DataFile> files) throws UnusableNetworkException {
    List<Model> models = new ArrayList<>();
    for (DataFile made : files) {
      byte[] content = content(made);
      models.add(new Model(content, network(made.file(), content)));
    }
    return models;
  }

  /**
   * The bytes of a network file, whatever they are.
   *
   * @throws UnusableNetworkException if it cannot be read
   */
  public byte[] content(Path file) throws UnusableNetworkException {
    try (InputStream in = opened(file)) {
      return new CancellableStream(in, stop::isWanted, read -> {}).readAllBytes();
    } catch (IOException e) {
      stop.check();
      throw new UnusableNetworkException(file + ": " + FileReasons.of(e), e);
    }
  }

  /**
   * The network that the bytes of a file are.
   *
   * @throws UnusableNetworkException if they are none
   */
  public Network network(Path file, byte[] content) throws UnusableNetworkException {
    try {
      return NetworkReader.read(content, stop);
    } catch (NetworkFormatException e) {
      String reason = OtherFormat.of(content).orElse(e.getMessage());
      throw new UnusableNetworkException(file + ": " + reason, e);
    }
  }

  private static InputStream opened(Path file) throws IOException {
    NetworkFile.requireRoom(file);
    return Files.newInputStream(file);
  }

  private static void require(DataFile made, String digest) throws OtherNetworkException {
    if (!made.digest().equals(digest)) {
      throw new OtherNetworkException(made.file());
    }
  }
}
