package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.TextRejection;
import surety.certificates.replay.Header;
import surety.certificates.statement.Statement;
import surety.certificates.writing.CertificateWriter;

class BeginningTest {
  private static final byte[] TREE = {0x10, 4, '\n', 'e', 'n', 'd', '\n'};
  private final Network network = Networks.absolute();
  private final Statement statement =
      Statements.query(network, Statements.inputs("normal(0, 1)"), ">", "1/2");

  private byte[] certificate() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Header header = new Header(statement, List.of(), List.of(), List.of(Enclosure.WHOLE));
    try {
      CertificateWriter.write(header, new ByteArrayInputStream(TREE), out);
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private RejectedException refused(byte[] certificate) {
    return assertThrows(RejectedException.class, () -> Beginning.of(statement, certificate));
  }

  /** Whatever bytes the tree has, also those of the end. */
  @Test
  void isWhatStandsInTheCertificate() throws RejectedException {
    Beginning beginning = Beginning.of(statement, certificate());
    assertEquals(List.of(), beginning.numbers());
    assertEquals(List.of(), beginning.truncations());
    assertEquals(Arrays.toString(TREE), Arrays.toString(beginning.tree()));
  }

  @Test
  void anyPartOfOneIsRefused() {
    byte[] whole = certificate();
    for (int length = 0; length < whole.length; length++) {
      refused(Arrays.copyOf(whole, length));
    }
    assertInstanceOf(
        TextRejection.OtherDigest.class,
        refused(Arrays.copyOf(whole, whole.length + 1)).rejection());
  }

  @Test
  void anyChangedBitIsNoticed() {
    byte[] whole = certificate();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << bit);
        refused(changed);
      }
    }
  }

  @Test
  void anotherStatementIsRefused() {
    Statement other = Statements.query(network, Statements.inputs("normal(0, 1)"), ">", "1/3");
    RejectedException e =
        assertThrows(RejectedException.class, () -> Beginning.of(other, certificate()));
    assertInstanceOf(TextRejection.OtherStatement.class, e.rejection());
    Statement longer =
        Statements.query(
            Networks.maximum(), Statements.inputs("normal(0, 1)", "normal(0, 1)"), ">", "1/2");
    assertThrows(RejectedException.class, () -> Beginning.of(longer, certificate()));
  }

  @Test
  void whatIsNoCertificateIsRefused() {
    refused("surety region certificate 1\n".getBytes(StandardCharsets.US_ASCII));
    refused(new byte[1000]);
  }
}
