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
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Doubles;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statements;

class HeaderTest {
  private static Header read(String text) throws RejectedException {
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
    List<Rational> numbers = new ArrayList<>();
    for (int k = random.nextInt(4); k > 0; k--) {
      numbers.add(Statements.rational(random));
    }
    List<Enclosure> bounds = new ArrayList<>();
    for (int k = random.nextInt(4); k > 0; k--) {
      Bound a = end(random);
      Bound b = end(random);
      bounds.add(
          a.compareTo(b) == 0 && !a.isFinite()
              ? Enclosure.WHOLE
              : new Enclosure(Enclosure.min(a, b), Enclosure.max(a, b)));
    }
    return new Header(Statements.any(random), truncations, numbers, bounds);
  }

  private static Bound end(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> Bound.INFINITY;
      case 1 -> Bound.MINUS_INFINITY;
      case 2 -> Bound.of(Doubles.any(random));
      default ->
          Bound.of(new Dyadic(BigInteger.valueOf(random.nextLong()), random.nextInt(-9999, 99)));
    };
  }

  @Test
  void headersAreReadBack() throws RejectedException {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < 200; i++) {
      Header header = any(random);
      String text = header.text();
      Header back = read(text);
      assertEquals(header.statement(), back.statement());
      assertEquals(header.numbers(), back.numbers());
      assertEquals(header.bounds(), back.bounds());
      assertEquals(text, back.text()); // -0 and 0 are one truncation
    }
  }

  @Test
  void everyStartIsIncomplete() {
    String text = Certificates.header(Certificates.property(), Certificates.tree()).text();
    for (int length = 0; length < text.length(); length++) {
      String start = text.substring(0, length);
      RejectedException e = assertThrows(RejectedException.class, () -> read(start));
      assertEquals(true, e.rejection().isIncomplete());
    }
  }

  private static void refused(String from, String to, String reason) {
    String text = Certificates.header(Certificates.property(), Certificates.tree()).text();
    assertTrue(text.contains(from), from);
    RejectedException e =
        assertThrows(RejectedException.class, () -> read(text.replace(from, to)), to);
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(false, e.rejection().isIncomplete());
  }

  @Test
  void wrongHeadersAreInvalid() {
    refused("surety certificate 2", "surety certificate 20", "surety certificate 2");
    refused("truncations 2", "truncations -1", "not a count");
    refused("truncations 2", "truncations 1000001", "not a count");
    refused("truncations 2", "truncations 99999999999999999999", "not a count");
    refused("truncations 2", "truncations 3", "hexadecimal");
    refused("truncations 2", "truncations 1", "numbers");
    refused("numbers 0", "numbers 30001", "not a count");
    refused("numbers 0", "numbers 1", "");
    refused("numbers 0", "numbers 1\n1/0", "");
    refused("numbers 0", "numbers 1\nx", "number");
    refused("numbers 0", "numbers 1\n1e9999", "number");
    refused("numbers 0", "numbers 1\n2 1/3", "");
    refused("bounds 1", "bounds 20001", "not a count");
    refused("bounds 1", "bounds 2", "expected 2 numbers");
    refused("bounds 1", "bounds 0", "tree");
    refused("bounds 1\n", "bounds 1\ninf ", "expected 2 numbers");
    refused("bounds 1\n", "bounds 2\ninf inf\n", "no number is between");
    refused("bounds 1\n", "bounds 2\n-inf -inf\n", "no number is between");
    refused("bounds 1\n", "bounds 2\n0x1p1 0x1p0\n", "no number is between");
    refused("bounds 1\n", "bounds 2\n+inf inf\n", "hexadecimal");
    refused("bounds 1\n", "bounds 2\n-inf Infinity\n", "hexadecimal");
    refused("bounds 1\n", "bounds 2\n-inf NaN\n", "hexadecimal");
    refused("0x1p6", "64", "hexadecimal");
    refused("0x1p6", "0x1.0p6", "hexadecimal");
    refused("0x1p6", "0x2p5", "hexadecimal");
    refused("0x1p6", "0x1p99999999999", "hexadecimal");
    refused("0x1p6", "0x1p2147483647", "out of range");
    refused("0x1p6\n", "0x1p6 \n", "expected 2 numbers");
    refused("\ntree\n", "\nTREE\n", "tree");
  }
}
