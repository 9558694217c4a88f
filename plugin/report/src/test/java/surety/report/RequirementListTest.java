package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementListTest {
  @TempDir private Path folder;

  private List<ListedRequirement> read(byte[] content) throws Exception {
    return RequirementList.read(Files.write(folder.resolve("r.csv"), content));
  }

  private List<ListedRequirement> read(String content) throws Exception {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,title\nR1,one\nR2,\"two, or \"\"three\"\"\"\n",
        "id,title\r\nR1,one\r\n\r\nR2,\"two, or \"\"three\"\"\"",
        "\ufeffTitle , owner, ID\none,x,R1\n\"two, or \"\"three\"\"\",,R2\n",
      })
  void columnsMayStandInAnyOrder(String content) throws Exception {
    assertEquals(
        List.of(
            new ListedRequirement("R1", "one"), new ListedRequirement("R2", "two, or \"three\"")),
        read(content));
  }

  @Test
  void aTitleMayHaveLines() throws Exception {
    assertEquals(
        List.of(new ListedRequirement("R1", "one\ntwo")), read("id,title\nR1,\"one\ntwo\"\n"));
    assertEquals(List.of(), read("id,title\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                         | is empty; the first line has to be 'id,title'",
        "name,title\\n"
            + "R1,one        | has no column 'id'; the first line has to be 'id,title', with a"
            + " comma between",
        "id;title\\nR1;one          | has no column 'id'",
        "id,text\\nR1,one           | has no column 'title'",
        "R1,one\\nR2,two            | has no column 'id'",
        "id,title\\nR1              | row 2 has 1 cell, but the header has 2",
        "id,title\\n"
            + "R1,one\\n"
            + "R2,a,b | row 3 has 3 cells, but the header has 2; a title with a comma needs"
            + " quotation marks",
        "id,title\\n,one            | row 2 has no id",
        "id,title\\n'  ',one        | row 2 has no id",
        "id,title\\nR1,a\\nR2,b\\nR1,c | row 4 has the id 'R1' of row 2; each needs one of its own",
        "id,title\\nR1,\"one        | r.csv:",
      })
  void whatCannotBeUnderstoodIsSaidInALine(String content, String message) {
    String text = content.replace("\\n", "\n").replace("'  '", "  ");
    RequirementListException e = assertThrows(RequirementListException.class, () -> read(text));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertTrue(e.getMessage().contains("r.csv"), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] latin = "id,title\nR1,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(
        assertThrows(RequirementListException.class, () -> read(latin))
            .getMessage()
            .contains("not UTF-8"));
    assertTrue(
        assertThrows(RequirementListException.class, () -> read(new byte[(16 << 20) + 1]))
            .getMessage()
            .contains("larger than 16 MB"));
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertTrue(
        assertThrows(
                RequirementListException.class,
                () -> RequirementList.read(folder.resolve("none.csv")))
            .getMessage()
            .endsWith("there is no such file or folder"));
    assertTrue(
        assertThrows(RequirementListException.class, () -> RequirementList.read(folder))
            .getMessage()
            .endsWith("this is a folder"));
  }

  /** Whatever is in a file, it is a list or a message. */
  @Test
  void noBytesAreAnythingElse() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    byte[] letters = "id,title\r\n\"'; \t\0\u00e4R1".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1000; i++) {
      byte[] content = new byte[random.nextInt(60)];
      for (int k = 0; k < content.length; k++) {
        content[k] = letters[random.nextInt(letters.length)];
      }
      byte[] head =
          random.nextBoolean() ? "id,title\n".getBytes(StandardCharsets.UTF_8) : new byte[0];
      byte[] all = new byte[head.length + content.length];
      System.arraycopy(head, 0, all, 0, head.length);
      System.arraycopy(content, 0, all, head.length, content.length);
      Path file = Files.write(folder.resolve("r.csv"), all);
      try {
        RequirementList.read(file).forEach(one -> assertTrue(!one.id().isBlank()));
      } catch (RequirementListException e) {
        assertTrue(e.getMessage().contains("r.csv"));
      }
    }
  }
}
