package surety.cli;

import java.nio.file.Path;
import java.util.List;
import surety.certificates.network.Network;
import surety.certificates.replay.NetworkContent;
import surety.certificates.stop.Stop;
import surety.language.DataFile;
import surety.language.Setting;
import surety.language.verification.Networks;
import surety.language.verification.OtherNetworkException;
import surety.language.verification.UnusableNetworkException;

/** Network files, with an end of the command for those that cannot be used. */
final class NetworkFiles {
  private NetworkFiles() {}

  /** How a file is read. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws UnusableNetworkException;
  }

  /**
   * The network in a file of its own, without a specification.
   *
   * @throws Failure if it cannot be read or is no network
   */
  static Network network(Path file) throws Failure {
    Specifications.requireFile(file, "network");
    Networks networks = new Networks(Stop.NEVER);
    return orFailure(() -> networks.network(file, networks.content(file)));
  }

  /**
   * The network that a distribution makes random.
   *
   * @throws Failure if it cannot be read, is no network, or is no longer the one that the
   *     specification was read with
   */
  static Network network(Setting setting, Stop stop) throws Failure {
    DataFile made = new DataFile(setting.networkFile(), setting.networkDigest());
    return orFailure(() -> new Networks(stop).of(made));
  }

  /** Networks together with their files, for whoever else is to read them; fails likewise. */
  static List<Networks.Model> models(List<DataFile> files) throws Failure {
    return orFailure(() -> new Networks(Stop.NEVER).models(files));
  }

  /**
   * What a network file holds.
   *
   * @throws Failure if it cannot be read
   */
  static NetworkContent content(Path file) throws Failure {
    return orFailure(() -> new Networks(Stop.NEVER).content(file));
  }

  private static <T> T orFailure(Reading<T> reading) throws Failure {
    try {
      return reading.read();
    } catch (OtherNetworkException e) {
      throw new Failure(ExitStatus.BAD_INPUT, changed(e.getMessage()), e);
    } catch (UnusableNetworkException e) {
      throw new Failure(ExitStatus.BAD_INPUT, e.getMessage(), e);
    }
  }

  /** What to do about a network file that is no longer the one that it was. */
  static String changed(String message) {
    return message + "; run the command again";
  }
}
