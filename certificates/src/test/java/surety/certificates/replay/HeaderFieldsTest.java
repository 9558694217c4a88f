package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.cell.Truncation;
import surety.certificates.proof.ProofException;

class HeaderFieldsTest {
  @Test
  void truncationsAreReadBack() throws IOException, ProofException {
    List<Truncation> truncations = List.of(new Truncation(0, 1), new Truncation(-64, 0.1));
    byte[] text = HeaderFields.text(truncations).getBytes(StandardCharsets.US_ASCII);
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    assertEquals(truncations, HeaderFields.readTruncations(lines));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "01", "1000001", "99999999999", "1 ", "x"})
  void whatIsNoCountIsRefused(String text) {
    assertThrows(ProofException.class, () -> HeaderFields.count(text, 1_000_000));
  }

  @Test
  void fieldsAreCounted() throws ProofException {
    assertArrayEquals(new String[] {"a", "b"}, HeaderFields.fields("a b", 2));
    assertThrows(ProofException.class, () -> HeaderFields.fields("a b ", 2));
    assertThrows(ProofException.class, () -> HeaderFields.fields("a", 2));
  }

  @Test
  void numbersAreCanonical() throws ProofException {
    assertEquals(0.75, HeaderFields.number("0x1.8p-1"));
    assertThrows(ProofException.class, () -> HeaderFields.number("0.75"));
    assertThrows(ProofException.class, () -> HeaderFields.dyadic("0x1.80p-1"));
  }
}
