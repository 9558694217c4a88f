package surety.language.verification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.replay.NetworkContent;
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
  /** A network and what it was read from. */
  public record Model(NetworkContent content, Network network) {}

  /**
   * A network in memory.
   *
   * @param stamp of its file, from before it was read; none if there are others with it
   */
  private record Loaded(String digest, Network network, Optional<Stamp> stamp) {}

  /** By which a file is known again. */
  private record Stamp(FileTime modified, long size, Optional<Object> key) {}

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
      Optional<Stamp> stamp = stamp(made.file());
      NetworkContent content = content(made.file());
      String digest = content.digest(stop);
      require(made, digest);
      found =
          new Loaded(
              digest, network(made.file(), content), stamp.filter(s -> content.data().isEmpty()));
      loaded.put(made.file(), found);
    }
    require(made, found.digest());
    return found.network();
  }

  /**
   * The files of an obligation that are not what its statement was made from any more; also those
   * that are gone.
   */
  public List<Path> changed(Obligation obligation) {
    return obligation.networks().stream()
        .filter(made -> !isAsRead(made))
        .map(DataFile::file)
        .toList();
  }

  /** A file that has the same times and size as when it was read is not read again. */
  private boolean isAsRead(DataFile made) {
    Loaded found = loaded.get(made.file());
    if (found != null && found.stamp().isPresent() && found.stamp().equals(stamp(made.file()))) {
      return true;
    }
    try {
      Networks unhurried = new Networks(Stop.NEVER); // what was found is not lost by a cancel
      return made.digest().equals(unhurried.content(made.file()).digest(Stop.NEVER));
    } catch (UnusableNetworkException e) {
      return false;
    }
  }

  /** Nothing if that cannot be told. */
  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(
              attributes.lastModifiedTime(),
              attributes.size(),
              Optional.ofNullable(attributes.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What a network is read from that a statement names; fails likewise. */
  public NetworkContent content(DataFile made) throws UnusableNetworkException {
    NetworkContent content = content(made.file());
    require(made, content.digest(stop));
    return content;
  }

  /** Networks together with their files, for whoever else is to read them; fails likewise. */
  public List<Model> models(List<DataFile> files) throws UnusableNetworkException {
    List<Model> models = new ArrayList<>();
    for (DataFile made : files) {
      NetworkContent content = content(made);
      models.add(new Model(content, network(made.file(), content)));
    }
    return models;
  }

  /**
   * What a network file holds, and the files that it names, whatever they are.
   *
   * @throws UnusableNetworkException if it cannot be read
   */
  public NetworkContent content(Path file) throws UnusableNetworkException {
    try {
      return NetworkContent.load(file, NetworkFile.loader(this::bytes));
    } catch (NetworkFormatException e) {
      throw new UnusableNetworkException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      stop.check();
      throw new UnusableNetworkException(file + ": " + FileReasons.of(e), e);
    }
  }

  /**
   * The network that the content of a file is.
   *
   * @throws UnusableNetworkException if they are none
   */
  public Network network(Path file, NetworkContent content) throws UnusableNetworkException {
    try {
      return content.network(stop);
    } catch (NetworkFormatException e) {
      String reason = OtherFormat.of(content.file()).orElse(e.getMessage());
      throw new UnusableNetworkException(file + ": " + reason, e);
    }
  }

  private byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new CancellableStream(in, stop::isWanted, read -> {}).readAllBytes();
    }
  }

  private static void require(DataFile made, String digest) throws OtherNetworkException {
    if (!made.digest().equals(digest)) {
      throw new OtherNetworkException(made.file());
    }
  }
}
