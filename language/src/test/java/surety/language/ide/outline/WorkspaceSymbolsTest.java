package surety.language.ide.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.Declaration;
import surety.language.DeclarationKind;
import surety.language.Region;

class WorkspaceSymbolsTest {
  private static Declaration declaration(DeclarationKind kind, String name, String container) {
    return new Declaration(kind, name, container, new Region(3, 10, name.length()));
  }

  private static WorkspaceSymbols search(String letters) {
    WorkspaceSymbols search = new WorkspaceSymbols(letters);
    search.look(
        "file:///a%20b/one.sure",
        List.of(
            declaration(DeclarationKind.NETWORK, "Iris", ""),
            declaration(DeclarationKind.DISTRIBUTION, "Flowers", "Iris"),
            declaration(DeclarationKind.PROPERTY, "rare", "Flowers")));
    search.look(
        "untitled:Untitled-1", List.of(declaration(DeclarationKind.QUERY, "is_rare", "Flowers")));
    return search;
  }

  @ParameterizedTest
  @CsvSource({
    "'',Flowers Iris is_rare rare",
    "' ',Flowers Iris is_rare rare",
    "r,rare Flowers Iris is_rare",
    "RARE,rare is_rare",
    "ire,is_rare",
    "is,is_rare Iris",
    "flw,Flowers",
    "wolf,",
    "rarer,",
    "é,",
    "*,",
  })
  void lettersOccurInTheirOrder(String letters, String names) {
    List<String> found = search(letters).symbols().stream().map(WorkspaceSymbol::getName).toList();
    List<String> wanted = names == null ? List.of() : List.of(names.split(" ", -1));
    assertEquals(wanted, found);
  }

  @Test
  void symbolsSayWhatTheyAreAndWhere() {
    WorkspaceSymbol rare = search("rare").symbols().get(0);
    assertEquals(SymbolKind.Property, rare.getKind());
    assertEquals("Flowers in one.sure", rare.getContainerName());
    assertEquals("file:///a%20b/one.sure", rare.getLocation().getLeft().getUri());
    assertEquals(
        new Range(new Position(2, 9), new Position(2, 13)),
        rare.getLocation().getLeft().getRange());
    assertEquals("one.sure", search("iris").symbols().get(0).getContainerName());
    assertEquals("Flowers in Untitled-1", search("is_").symbols().get(0).getContainerName());
  }

  @Test
  void aListIsNotEndless() {
    WorkspaceSymbols search = new WorkspaceSymbols("p");
    List<Declaration> many = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      many.add(declaration(DeclarationKind.PROPERTY, "xp" + i, "D"));
    }
    search.look("file:///a.sure", many);
    search.look("file:///z.sure", List.of(declaration(DeclarationKind.QUERY, "p", "D")));
    assertEquals(1000, search.symbols().size());
    assertEquals("p", search.symbols().get(0).getName());
    assertTrue(search.symbols().get(1).getName().startsWith("xp"));
  }
}
