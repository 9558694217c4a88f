package surety.solver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TextRejection;
import surety.certificates.replay.Header;
import surety.certificates.replay.Replay;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Statement;

/**
 * What a search goes on from: the proof tree of an earlier one, out of its certificate. Nothing of
 * it is believed, least of all the bounds that the certificate claims: the kernel bounds the tree
 * anew before anything else is done.
 *
 * @param truncations where unbounded coordinates were cut off
 * @param numbers those that are free in what the claim asks
 * @param tree the bytes of the proof tree, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Beginning(List<Truncation> truncations, List<Rational> numbers, byte[] tree) {
  private static final int DIGITS = Sha256.create().getDigestLength() * 2;

  /** Takes copies of the lists. */
  public Beginning {
    truncations = List.copyOf(truncations);
    numbers = List.copyOf(numbers);
    Objects.requireNonNull(tree);
  }

  /**
   * Out of a certificate as it is in its file. That it is whole its digest says.
   *
   * @throws RejectedException if it is not whole, no certificate, or about another statement
   */
  public static Beginning of(Statement statement, byte[] certificate) throws RejectedException {
    ByteArrayInputStream in = new ByteArrayInputStream(certificate);
    Header header;
    try {
      header = Header.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to read", e);
    }
    requireStatement(header.statement(), statement.canonical());
    int from = certificate.length - in.available();
    int digested = certificate.length - Replay.DIGEST.length() - DIGITS - 1;
    int end = digested - Replay.END.length();
    if (end < from) {
      throw new RejectedException(new TextRejection.CutOff());
    }
    MessageDigest digest = Sha256.create();
    digest.update(certificate, 0, digested);
    String computed = Sha256.hex(digest.digest());
    String rest =
        new String(certificate, end, certificate.length - end, StandardCharsets.ISO_8859_1);
    if (!rest.equals(Replay.END + Replay.DIGEST + computed + "\n")) {
      throw new RejectedException(new TextRejection.OtherDigest(computed));
    }
    return new Beginning(
        header.truncations(), header.numbers(), Arrays.copyOfRange(certificate, from, end));
  }

  private static void requireStatement(String theirs, String ours) throws RejectedException {
    if (!theirs.equals(ours)) {
      String[] their = theirs.split("\n", -1);
      String[] our = ours.split("\n", -1);
      int line = 0;
      while (line < Math.min(their.length, our.length) - 1 && their[line].equals(our[line])) {
        line++;
      }
      throw new RejectedException(new TextRejection.OtherStatement(their[line], our[line]));
    }
  }
}
