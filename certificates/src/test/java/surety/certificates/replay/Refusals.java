package surety.certificates.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.TreeRejection;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** Why the kernel refuses files that are written by hand. */
final class Refusals {
  private Refusals() {}

  /** What went wrong, without the place. */
  static Rejection cause(Rejection rejection) {
    return rejection instanceof TreeRejection.At at ? at.cause() : rejection;
  }

  static byte[] bytes(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      all[k] = (byte) bytes[k];
    }
    return all;
  }

  static byte[] number(int code, double value) {
    return ByteBuffer.allocate(9).put((byte) code).putDouble(value).array();
  }

  /**
   * A statement about one network.
   *
   * @param body from the inputs on
   */
  static Statement statement(byte[] network, String semantics, String body) {
    return statement(Sha256.of(network), semantics, 1, body);
  }

  static Statement statement(String digest, String semantics, int outputs, String body) {
    try {
      return Statement.parse(
          "surety statement 2\nsemantics %s\nnetworks 1\nnetwork sha256 %s outputs %d\n%s\n"
              .formatted(semantics, digest, outputs, body));
    } catch (StatementException e) {
      throw new AssertionError(body, e);
    }
  }

  /**
   * The file.
   *
   * @param head the lines behind the statement: truncations, numbers, bounds
   */
  static byte[] file(String title, String statement, String head, byte[] tree) {
    String text = title + "\n" + statement + "end statement\n" + head + "tree\n";
    String end = Replay.END + Replay.DIGEST + "0".repeat(64) + "\n";
    return Certificates.sealed(
        Certificates.concat(text.getBytes(ISO_8859_1), tree, end.getBytes(ISO_8859_1)));
  }

  static Rejection replay(Statement statement, List<byte[]> networks, byte[] certificate) {
    try {
      return Replay.run(
              statement,
              networks.stream().map(NetworkContent::of).toList(),
              new ByteArrayInputStream(certificate),
              1)
          .reason()
          .orElseThrow(() -> new AssertionError("it is valid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a certificate of one network. */
  static Rejection replay(byte[] network, String body, String head, byte[] tree) {
    Statement statement = statement(network, "real", body);
    return replay(
        statement, List.of(network), file(Header.TITLE, statement.canonical(), head, tree));
  }

  /** Of a certificate of regions. */
  static Rejection regions(byte[] network, String body, String head, byte[] tree) {
    try {
      RegionStatement statement =
          RegionStatement.parse(
              "surety regions 1\nsemantics real\nnetwork sha256 %s\n%s\n"
                  .formatted(Sha256.of(network), body));
      byte[] certificate = file(RegionHeader.TITLE, statement.canonical(), head, tree);
      return regions(statement, network, new ByteArrayInputStream(certificate));
    } catch (StatementException e) {
      throw new AssertionError(body, e);
    }
  }

  static Rejection regions(RegionStatement statement, byte[] network, InputStream certificate) {
    try {
      return RegionReplay.run(
              statement, NetworkContent.of(network), certificate, region -> {}, Stop.NEVER)
          .reason()
          .orElseThrow(() -> new AssertionError("it is valid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a certificate of a support. */
  static Rejection support(byte[] network, String body, String head, byte[] tree) {
    return support(network, body, head, tree, file -> file);
  }

  /** Of a certificate of a support that is changed. */
  static Rejection support(
      byte[] network, String body, String head, byte[] tree, UnaryOperator<byte[]> change) {
    try {
      SupportStatement statement =
          SupportStatement.parse(
              "surety support 1\nsemantics real\nnetwork sha256 %s\n%s\n"
                  .formatted(Sha256.of(network), body));
      byte[] certificate = file(SupportHeader.TITLE, statement.canonical(), head, tree);
      ByteArrayInputStream in = new ByteArrayInputStream(change.apply(certificate));
      return SupportReplay.run(statement, NetworkContent.of(network), in, pattern -> {}, Stop.NEVER)
          .reason()
          .orElseThrow(() -> new AssertionError("it is valid"));
    } catch (StatementException e) {
      throw new AssertionError(body, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something that is refused elsewhere than in a replay. */
  interface Step {
    void run() throws IOException, RejectedException;
  }

  static Rejection refused(Step step) {
    try {
      step.run();
    } catch (RejectedException e) {
      return e.rejection();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("it is accepted");
  }
}
