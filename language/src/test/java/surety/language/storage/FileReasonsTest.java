package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileReasonsTest {
  @Test
  void saysWhatTheExceptionsDoNot() {
    assertEquals("there is no such file or folder", FileReasons.of(new NoSuchFileException("f")));
    assertEquals("permission denied", FileReasons.of(new AccessDeniedException("f")));
    assertEquals("a file is in its place", FileReasons.of(new FileAlreadyExistsException("f")));
    assertEquals("the file is not UTF-8 text", FileReasons.of(new MalformedInputException(1)));
  }

  @Test
  void otherwiseTheirMessageOrTheirName() {
    assertEquals("disk full", FileReasons.of(new IOException("disk full")));
    assertEquals("IOException", FileReasons.of(new IOException()));
  }
}
