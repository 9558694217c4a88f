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
import surety.certificates.rejection.RejectedException;

class HeaderFieldsTest {
  @Test
  void truncationsAreReadBack() throws IOException, RejectedException {
    List<Truncation> truncations = List.of(new Truncation(0, 1), new Truncation(-64, 0.1));
    byte[] text = HeaderFields.text(truncations).getBytes(StandardCharsets.US_ASCII);
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    assertEquals(truncations, HeaderFields.readTruncations(lines));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "01", "1000001", "99999999999", "1 ", "x"})
  void whatIsNoCountIsRefused(String text) {
    assertThrows(RejectedException.class, () -> HeaderFields.count(text, 1_000_000));
  }

  @Test
  void fieldsAreCounted() throws RejectedException {
    assertArrayEquals(new String[] {"a", "b"}, HeaderFields.fields("a b", 2));
    assertThrows(RejectedException.class, () -> HeaderFields.fields("a b ", 2));
    assertThrows(RejectedException.class, () -> HeaderFields.fields("a", 2));
  }

  @Test
  void numbersAreCanonical() throws RejectedException {
    assertEquals(0.75, HeaderFields.number("0x1.8p-1"));
    assertThrows(RejectedException.class, () -> HeaderFields.number("0.75"));
    assertThrows(RejectedException.class, () -> HeaderFields.dyadic("0x1.80p-1"));
  }
}
