package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.cell.PointBounds;
import surety.certificates.cell.Truncation;
import surety.certificates.proof.ProofException;
import surety.certificates.statement.Statements;

class HeaderTest {
  private static Header read(String text) throws ProofException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return Header.read(new LineReader(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Header any(SplittableRandom random) {
    List<Truncation> truncations = new ArrayList<>();
    for (int q = random.nextInt(4); q > 0; q--) {
      truncations.add(new Truncation(Doubles.any(random), Doubles.any(random)));
    }
    List<PointBounds> points = new ArrayList<>();
    for (int k = random.nextInt(4); k > 0; k--) {
      Dyadic lower = new Dyadic(BigInteger.valueOf(random.nextLong()), random.nextInt(-9999, 99));
      points.add(
          new PointBounds(Statements.rational(random), lower, Dyadic.of(random.nextDouble())));
    }
    return new Header(Statements.any(random), truncations, points);
  }

  @Test
  void headersAreReadBack() throws ProofException {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 200; i++) {
      Header header = any(random);
      String text = header.text();
      Header back = read(text);
      assertEquals(header.statement(), back.statement());
      assertEquals(header.points(), back.points());
      assertEquals(text, back.text()); // -0 and 0 are one truncation
    }
  }

  @Test
  void everyStartIsIncomplete() {
    String text = Certificates.header(Certificates.property(), Certificates.tree()).text();
    for (int length = 0; length < text.length(); length++) {
      String start = text.substring(0, length);
      ProofException e = assertThrows(ProofException.class, () -> read(start));
      assertEquals(ProofException.Kind.INCOMPLETE, e.kind());
    }
  }

  private static void refused(String from, String to, String reason) {
    String text = Certificates.header(Certificates.property(), Certificates.tree()).text();
    assertTrue(text.contains(from), from);
    ProofException e = assertThrows(ProofException.class, () -> read(text.replace(from, to)), to);
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(ProofException.Kind.INVALID, e.kind());
  }

  @Test
  void wrongHeadersAreInvalid() {
    refused("surety certificate 1", "surety certificate 10", "surety certificate 1");
    refused("truncations 2", "truncations -1", "not a count");
    refused("truncations 2", "truncations 1000001", "not a count");
    refused("truncations 2", "truncations 99999999999999999999", "not a count");
    refused("truncations 2", "truncations 3", "'points' is not a number");
    refused("points 1", "points 10001", "not a count");
    refused("truncations 2", "truncations 1", "points");
    refused("points 1", "points 2", "expected 3 numbers");
    refused("points 1", "points 0", "tree");
    refused("\n1/4 ", "\n1/0 ", "");
    refused("\n1/4 ", "\nx ", "threshold");
    refused("\n1/4 ", "\n1e9999 ", "threshold");
    refused("0x1p6", "64", "hexadecimal");
    refused("0x1p6", "0x1.0p6", "hexadecimal");
    refused("0x1p6", "0x2p5", "hexadecimal");
    refused("0x1p6", "0x1p99999999999", "hexadecimal");
    refused("0x1p6", "0x1p2147483647", "out of range");
    refused("0x1p6\n", "0x1p6 \n", "expected 2 numbers");
    refused("\ntree\n", "\nTREE\n", "tree");
  }
}
