package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import surety.certificates.text.StatementException;
import surety.language.DataFile;

class FileContentsTest {
  private static final Path FILE = Paths.key(Path.of("net.onnx"));
  private static final String OURS = "0".repeat(64);
  private static final String OTHER = "1".repeat(64);

  private final FileContents contents = new FileContents();

  private String doubt() throws StatementException {
    return contents.doubt(VerificationTest.obligation("p", "P(1*y[0] > 1) < 1/2")).orElse("");
  }

  @Test
  void whatWasNotReportedIsNotDoubted() throws StatementException {
    assertEquals("", doubt());
    assertFalse(contents.contradicts(new DataFile(FILE, OTHER)));
    contents.changed(Path.of("/other.onnx"));
    assertEquals("", doubt());
  }

  @Test
  void aChangedFileIsDoubtedUntilItIsRead() throws StatementException {
    long reading = contents.changed(FILE);
    assertTrue(doubt().endsWith("is being read"), doubt());
    assertFalse(contents.contradicts(new DataFile(FILE, OURS)));
    contents.read(FILE, reading, Optional.of(OURS));
    assertEquals("", doubt());
    assertFalse(contents.contradicts(new DataFile(FILE, OURS)));
  }

  @Test
  void anotherContentOrNoneContradicts() throws StatementException {
    contents.read(FILE, contents.changed(FILE), Optional.of(OTHER));
    assertTrue(doubt().endsWith("changed"), doubt());
    assertTrue(contents.contradicts(new DataFile(FILE, OURS)));
    assertFalse(contents.contradicts(new DataFile(FILE, OTHER)));
    contents.read(FILE, contents.changed(FILE), Optional.empty());
    assertTrue(doubt().endsWith("can no longer be read"), doubt());
    assertTrue(contents.contradicts(new DataFile(FILE, OTHER)));
  }

  @Test
  void aReadingThatWasOvertakenIsNotBelieved() throws StatementException {
    long first = contents.changed(FILE);
    long second = contents.changed(FILE);
    contents.read(FILE, first, Optional.of(OURS));
    assertTrue(doubt().endsWith("is being read"), doubt());
    contents.read(FILE, second, Optional.of(OTHER));
    contents.read(FILE, first, Optional.of(OURS));
    assertTrue(doubt().endsWith("changed"), doubt());
  }
}
