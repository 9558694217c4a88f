package surety.language.ide.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUriTest {
  @ParameterizedTest
  @CsvSource({
    "file:///tmp/s.sure, /tmp/s.sure",
    "file:/tmp/s.sure, /tmp/s.sure",
    "FILE:///tmp/s.sure, /tmp/s.sure",
    "file:///a%20b/%C3%BC.sure, /a b/ü.sure",
    "file:///a%20b/ü.sure, /a b/ü.sure",
    "file:///u\u0308.sure, /u\u0308.sure",
    "file:///a%2Bb/%28c%29%23%3F%25.sure, /a+b/(c)#?%.sure",
    "file:///a/../b/./s.sure, /a/../b/./s.sure",
    "file:///c%3A/project/s.sure, /c:/project/s.sure",
  })
  void files(String uri, String file) {
    assertEquals(Optional.of(Path.of(file)), DocumentUri.file(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "s.sure",
        "/tmp/s.sure",
        "untitled:Untitled-1",
        "untitled:/tmp/s.sure",
        "http://example.com/s.sure",
        "https://example.com/s.sure",
        "git:/tmp/s.sure?%7B%7D",
        "vscode-remote://ssh/tmp/s.sure",
        "jar:file:/tmp/a.jar!/s.sure",
        "file:",
        "file://",
        "file:s.sure",
        "file://host/tmp/s.sure",
        "file:///tmp/s.sure#L3",
        "file:///tmp/s.sure?a=b",
        "file:///a b.sure",
        "file:///a%zz.sure",
        "file:///a%00b.sure",
        "file:///a|b.sure",
        "C:\\work\\s.sure",
        "C:/project/s.sure",
        "file:\\\\C:\\work\\s.sure",
        "%",
        "::",
      })
  void whatIsNoFileOfThisComputer(String uri) {
    assertEquals(Optional.empty(), DocumentUri.file(uri));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/s.sure", "/a b/ü#?%|.sure", "/a+b/(c).sure", "/a'b/[c]&.sure"})
  void thereAndBack(String path) {
    assertEquals(Optional.of(Path.of(path)), DocumentUri.file(DocumentUri.of(Path.of(path))));
  }

  @Test
  void anAddressIsAbsoluteAndPlain() {
    assertEquals("file:///a/s.sure", DocumentUri.of(Path.of("/a/./b/../s.sure")));
    assertEquals(
        Optional.of(Path.of("s.sure").toAbsolutePath()),
        DocumentUri.file(DocumentUri.of(Path.of("s.sure"))));
  }
}
