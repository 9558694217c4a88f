package surety.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  private static FileNames names(List<String> specifications, String... others)
      throws EvidenceException {
    return new FileNames(
        specifications.stream().map(Path::of).toList(), Stream.of(others).map(Path::of).toList());
  }

  private static String of(FileNames names, String file) {
    return names.of(Path.of(file));
  }

  @Test
  void areRelativeToTheDeepestFolderThatHoldsAll() throws EvidenceException {
    FileNames names = names(List.of("/work/iris/iris.sure"), "/work/iris/models/net.onnx");
    assertEquals("iris.sure", of(names, "/work/iris/iris.sure"));
    assertEquals("models/net.onnx", of(names, "/work/iris/models/net.onnx"));
  }

  @Test
  void specificationsStillFindTheirNetworks() throws EvidenceException {
    FileNames names = names(List.of("/work/specs/a.sure"), "/work/specs/../models/net.onnx");
    assertEquals("specs/a.sure", of(names, "/work/specs/a.sure"));
    assertEquals("models/net.onnx", of(names, "/work/models/net.onnx"));
  }

  @Test
  void equalNamesInTwoFoldersDoNotCollide() throws EvidenceException {
    FileNames names =
        names(List.of("/work/a/f.sure", "/work/b/f.sure"), "/work/a/n.onnx", "/work/b/n.onnx");
    assertEquals("a/f.sure", of(names, "/work/a/f.sure"));
    assertEquals("b/f.sure", of(names, "/work/b/f.sure"));
    assertEquals("b/n.onnx", of(names, "/work/b/n.onnx"));
    assertEquals(
        "a/certificates/f.p.cert",
        names.certificate(Path.of("/work/a/f.sure"), Path.of("/elsewhere/f.p.cert")));
    assertEquals(
        "b/certificates/f.p.cert",
        names.certificate(Path.of("/work/b/f.sure"), Path.of("/other/f.p.cert")));
  }

  @Test
  void theTopOfTheFileSystemIsNoFolderToTakeAlong() throws EvidenceException {
    FileNames names =
        names(List.of("/work/iris/f.sure"), "/models/n.onnx", "/models/n.data", "/data/n.onnx");
    assertEquals("f.sure", of(names, "/work/iris/f.sure"));
    assertEquals("elsewhere/1/n.onnx", of(names, "/data/n.onnx"));
    assertEquals("elsewhere/2/n.onnx", of(names, "/models/n.onnx"));
    assertEquals("elsewhere/2/n.data", of(names, "/models/n.data"));
  }

  @Test
  void aRelativePathIsTheSameFile() throws EvidenceException {
    FileNames names = names(List.of("x/f.sure"), "x/../x/n.onnx");
    assertEquals("n.onnx", names.of(Path.of("x/n.onnx").toAbsolutePath()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb.sure", "a:b.sure", "a\\b.sure", "what?.sure", "a*.sure", "\"a\".sure", "<a>.sure",
        "a|b.sure", "con.sure", "NUL", "lpt1.sure", "a.", "a ", "a\u0007.sure",
      })
  void whatIsNoNameOnSomeSystemIsRefused(String name) {
    EvidenceException e =
        assertThrows(EvidenceException.class, () -> names(List.of("/work/" + name)));
    assertEquals(EvidenceException.Cause.BAD_INPUT, e.kind());
    assertTrue(e.getMessage().endsWith("rename it"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b.sure", "it's.sure", "100%.sure", "ü.sure", "-x.sure", "a&b.sure", "$a.sure"})
  void otherNamesAreKept(String name) throws EvidenceException {
    assertEquals(name, of(names(List.of("/work/" + name)), "/work/" + name));
  }

  @Test
  void namesThatDifferInCapitalLettersOnlyAreRefused() {
    EvidenceException e =
        assertThrows(EvidenceException.class, () -> names(List.of("/work/f.sure"), "/work/F.sure"));
    assertTrue(e.getMessage().contains("would be the same file"), e.getMessage());
  }

  @Test
  void certificatesOfTwoSpecificationsDoNotReplaceEachOther() throws EvidenceException {
    FileNames names = names(List.of("/work/f.sure", "/work/f"));
    names.certificate(Path.of("/work/f.sure"), Path.of("/one/f.p.cert"));
    assertThrows(
        EvidenceException.class,
        () -> names.certificate(Path.of("/work/f"), Path.of("/two/f.p.cert")));
    assertEquals(
        "certificates/f.p.cert",
        names.certificate(Path.of("/work/f.sure"), Path.of("/one/f.p.cert")));
  }
}
