package surety.eclipse.perspective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.eclipse.verification.VerificationView;

class SuretyPerspectiveTest {
  private static final String EDITOR = "editor";

  /** What was asked of the layout, a line each. */
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void lay() {
    new SuretyPerspective()
        .createInitialLayout(
            proxy(
                IPageLayout.class,
                (proxy, method, arguments) -> {
                  if (method.getName().equals("getEditorArea")) {
                    return EDITOR;
                  }
                  note(method.getName(), arguments);
                  return method.getReturnType() == IFolderLayout.class
                      ? folder((String) arguments[0])
                      : null;
                }));
  }

  private IFolderLayout folder(String name) {
    return proxy(
        IFolderLayout.class,
        (proxy, method, arguments) -> {
          note(name + "." + method.getName(), arguments);
          return null;
        });
  }

  private void note(String what, Object[] arguments) {
    asked.add(
        what
            + " "
            + Stream.of(arguments)
                .filter(each -> !(each instanceof Float))
                .map(Object::toString)
                .collect(Collectors.joining(" ")));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private List<String> asked(String what) {
    return asked.stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> line.substring(what.length() + 1))
        .toList();
  }

  @Test
  void theVerificationViewIsTheFirstBelowTheEditor() {
    assertTrue(asked("createFolder").contains("below " + IPageLayout.BOTTOM + " " + EDITOR));
    assertEquals(List.of(VerificationView.ID, IPageLayout.ID_PROBLEM_VIEW), asked("below.addView"));
  }

  @Test
  void foldersStandBesideWhatIsThereAlready() {
    List<String> there = new ArrayList<>(List.of(EDITOR));
    for (String folder : asked("createFolder")) {
      List<String> words = List.of(folder.split(" ", -1));
      assertTrue(there.contains(words.get(2)), folder);
      there.add(words.get(0));
    }
    assertEquals(4, there.size());
  }

  @Test
  void noViewIsShownTwice() {
    List<String> shown =
        asked.stream().filter(line -> line.contains(".add")).map(line -> last(line)).toList();
    assertEquals(shown.stream().distinct().toList(), shown);
  }

  @Test
  void whatIsOursIsDeclared() throws IOException {
    String plugin;
    try (InputStream in = SuretyPerspective.class.getResourceAsStream("/plugin.xml")) {
      plugin = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> ours =
        asked.stream().map(line -> last(line)).filter(id -> id.startsWith("surety.")).toList();
    assertEquals(3, ours.size());
    ours.forEach(id -> assertTrue(plugin.contains("id=\"" + id + "\""), id));
    assertTrue(plugin.contains("class=\"" + SuretyPerspective.class.getName() + "\""));
  }

  private static String last(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }
}
