package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.Header;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;

class CertificateIndexTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";
  private static final String OTHER = "P(1*y[0] > 2) < 1/2";

  @TempDir private Path folder;
  private CertificateFolder certificates;

  @BeforeEach
  void prepare() throws IOException {
    certificates = CertificateFolder.beside(folder.resolve("s.sure"));
    certificates.prepare();
  }

  /** A certificate that is good enough to say what it is about. */
  private Path write(String name, Statement statement) throws IOException {
    Path file = certificates.file(name).orElseThrow();
    try (OutputStream out = Files.newOutputStream(file)) {
      CertificateWriter.write(
          new Header(statement, List.of(), List.of(), List.of()),
          new ByteArrayInputStream(new byte[0]),
          out);
    }
    return file;
  }

  private CertificateIndex index() {
    return CertificateIndex.of(certificates);
  }

  private static Obligation obligation(String name) throws StatementException {
    return VerificationTest.obligation(name, CLAIM);
  }

  @Test
  void withoutAFolderThereIsNothing() throws StatementException {
    CertificateIndex index =
        CertificateIndex.of(CertificateFolder.of(Path.of("s.sure"), folder.resolve("none")));
    assertEquals(Optional.empty(), index.find(obligation("p")));
    assertEquals(Optional.empty(), index.mismatch(obligation("p")));
  }

  @Test
  void theOneWithTheNameComesFirst() throws IOException, StatementException {
    write("a", EvidenceTest.statement(CLAIM));
    Path p = write("p", EvidenceTest.statement(CLAIM));
    assertEquals(Optional.of(p), index().find(obligation("p")));
  }

  @Test
  void elseOneWithTheStatement() throws IOException, StatementException {
    Path a = write("a", EvidenceTest.statement(CLAIM));
    assertEquals(Optional.of(a), index().find(obligation("p")));
    write("p", EvidenceTest.statement(OTHER));
    assertEquals(Optional.of(a), index().find(obligation("p")));
  }

  @Test
  void oneAboutSomethingElseIsNotReplayed() throws IOException, StatementException {
    write("p", EvidenceTest.statement(OTHER));
    assertEquals(Optional.empty(), index().find(obligation("p")));
    assertTrue(index().mismatch(obligation("p")).orElseThrow().contains("another statement"));
    Statement ours = EvidenceTest.statement(CLAIM);
    write("p", new Statement("1".repeat(64), ours.inputs(), ours.outputs(), ours.claim()));
    assertEquals(Optional.empty(), index().find(obligation("p")));
    assertTrue(index().mismatch(obligation("p")).orElseThrow().contains("network file"));
  }

  @Test
  void oneThatCannotBeReadIsLeftToTheKernel() throws IOException, StatementException {
    Path p = Files.write(certificates.file("p").orElseThrow(), new byte[] {1, 2, 3});
    assertEquals(Optional.of(p), index().find(obligation("p")));
    assertEquals(Optional.empty(), index().mismatch(obligation("p")));
    Path a = write("a", EvidenceTest.statement(CLAIM));
    assertEquals(Optional.of(a), index().find(obligation("p")));
  }
}
