package surety.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.replay.Sha256;
import surety.certificates.stop.Stop;
import surety.language.DataFile;
import surety.language.Obligation;
import surety.language.Setting;
import surety.language.storage.FileReasons;
import surety.language.storage.OtherFormat;

/** Reads the networks of a specification, each file once. */
final class Networks {
  /** A network and the bytes it was read from. */
  @SuppressWarnings("ArrayRecordComponent") // a file is bytes, and nobody compares models
  record Model(byte[] content, Network network) {}

  private record Loaded(String digest, Network network) {}

  private final Map<Path, Loaded> loaded = new HashMap<>();
  private final Stop stop;

  /** Reads until somebody stops it. */
  Networks(Stop stop) {
    this.stop = stop;
  }

  /**
   * The networks that an obligation speaks about, in the order of its statement.
   *
   * @throws Failure if a file cannot be read, is no network, or is no longer the one whose digest
   *     the statement names
   */
  List<Network> of(Obligation obligation) throws Failure {
    List<Network> networks = new ArrayList<>();
    for (DataFile file : files(obligation)) {
      networks.add(of(file.file(), file.digest()));
    }
    return networks;
  }

  /** The network files that an obligation was made from, in the order of its statement. */
  static List<DataFile> files(Obligation obligation) {
    return obligation.files().subList(0, obligation.networkFiles().size());
  }

  /** The network that a distribution makes random; fails likewise. */
  Network of(Setting setting) throws Failure {
    return of(setting.networkFile(), setting.statement().networkDigest());
  }

  private Network of(Path file, String digest) throws Failure {
    Loaded found = loaded.get(file);
    if (found == null) {
      found = load(file, content(file), stop);
      loaded.put(file, found);
    }
    requireDigest(file, digest, found.digest());
    return found.network();
  }

  /**
   * Networks together with their files, for whoever else is to read them.
   *
   * @throws Failure as above
   */
  static List<Model> models(List<DataFile> files) throws Failure {
    List<Model> models = new ArrayList<>();
    for (DataFile file : files) {
      byte[] content = content(file.file());
      Loaded found = load(file.file(), content, Stop.NEVER);
      requireDigest(file.file(), file.digest(), found.digest());
      models.add(new Model(content, found.network()));
    }
    return models;
  }

  private static void requireDigest(Path file, String expected, String found) throws Failure {
    if (!found.equals(expected)) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + " was changed while it was being read; run the check again");
    }
  }

  /**
   * The bytes of a network file.
   *
   * @throws Failure if it cannot be read
   */
  static byte[] content(Path file) throws Failure {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /**
   * The network in a file of its own, without a specification.
   *
   * @throws Failure if it cannot be read or is no network
   */
  static Network read(Path file) throws Failure {
    Specifications.requireFile(file, "network");
    return load(file, content(file), Stop.NEVER).network();
  }

  private static Loaded load(Path file, byte[] content, Stop stop) throws Failure {
    try {
      return new Loaded(Sha256.of(content, stop), OnnxReader.read(content, stop));
    } catch (NetworkFormatException e) {
      String reason = OtherFormat.of(content).orElse(e.getMessage());
      throw new Failure(ExitStatus.BAD_INPUT, file + ": " + reason, e);
    }
  }

  private static Failure unusable(Path file, IOException e) {
    return new Failure(ExitStatus.BAD_INPUT, file + ": " + FileReasons.of(e), e);
  }
}
