package surety.eclipse.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import surety.eclipse.driver.Contrast;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;

/** Measures on the screen whether all that Surety writes can be read. */
final class Readability {

  /** For text, by the Web Content Accessibility Guidelines 2.1, level AA. */
  /** What a part is called that the system draws as selected. */
  static final String SELECTED = "selected";

  private static final double ENOUGH = 4.5;

  private static final int STRIP = 26;

  private final Map<String, Contrast> seen = new LinkedHashMap<>();

  /** Words of the text, at their first place behind some others. */
  Readability text(SureEditor editor, String what, String behind, String words) {
    seen.put(
        what,
        Ui.get(
            () -> {
              int offset = editor.text().indexOf(words, editor.find(behind));
              StyledText widget = editor.widget();
              Rectangle place = widget.getTextBounds(offset, offset + words.length() - 1);
              return Pictures.contrastIn(Ui.display().map(widget, null, place));
            }));
    return this;
  }

  /** What stands above a line. */
  Readability lens(SureEditor editor, String words) {
    seen.put(
        "lens",
        Ui.get(
            () -> {
              int offset = editor.find(words);
              Point place = editor.widget().getLocationAtOffset(offset);
              int height = editor.roomAbove(offset);
              Rectangle above = new Rectangle(place.x, place.y - height, 200, height);
              return Pictures.contrastIn(Ui.display().map(editor.widget(), null, above));
            }));
    return this;
  }

  /** What stands between the end of a line and its comment, and is not part of the text. */
  Readability hint(SureEditor editor, String words) {
    seen.put(
        "hint",
        Ui.get(
            () -> {
              int comment = editor.text().indexOf("//", editor.find(words));
              StyledText widget = editor.widget();
              Point from = widget.getLocationAtOffset(comment - 1);
              Point to = widget.getLocationAtOffset(comment);
              int height = widget.getLineHeight(comment);
              Rectangle between = new Rectangle(from.x + 2, from.y, to.x - from.x - 4, height);
              return Pictures.contrastIn(Ui.display().map(widget, null, between));
            }));
    return this;
  }

  /** A cell of the table. */
  Readability cell(String what, String name, String column) {
    seen.put(what, Ui.get(() -> Pictures.contrastIn(VerificationTable.place(name, column))));
    return this;
  }

  /** What the outline says of something, behind its name. */
  Readability outline(String name) {
    seen.put(
        "outline",
        Ui.get(
            () -> {
              Tree tree = EditorSteps.outlineTree();
              TreeItem item =
                  EditorSteps.outlineItem(name)
                      .orElseThrow(() -> new StepFailure("The outline does not have " + name));
              Rectangle text = item.getTextBounds(0);
              int before = width(tree, name + " ");
              Rectangle aside =
                  new Rectangle(text.x + before, text.y, text.width - before, text.height);
              return Pictures.contrastIn(
                  Ui.display().map(tree, null, aside.intersection(tree.getClientArea())));
            }));
    return this;
  }

  private static int width(Tree tree, String words) {
    GC gc = new GC(tree);
    try {
      return gc.textExtent(words).x;
    } finally {
      gc.dispose();
    }
  }

  /** The title of the picture, and what stands below it. */
  Readability picture() {
    seen.put("title of picture", Ui.get(() -> picture(true)));
    seen.put("foot of picture", Ui.get(() -> picture(false)));
    return this;
  }

  private static Contrast picture(boolean isTop) {
    Canvas canvas = BandPicture.canvas().orElseThrow(() -> new StepFailure("No picture"));
    Rectangle all = canvas.getClientArea();
    int y = isTop ? 2 : all.height - STRIP;
    return Pictures.contrastIn(
        Ui.display().map(canvas, null, new Rectangle(2, y, all.width - 4, STRIP - 2)));
  }

  /** The first and the last words of a page: its text, and the numbers of its picture. */
  Readability page(Control shown) {
    seen.put("text of hover", Ui.get(() -> page(shown, true)));
    seen.put("picture of hover", Ui.get(() -> page(shown, false)));
    return this;
  }

  private static Contrast page(Control shown, boolean isTop) {
    Point size = shown.getSize();
    int y = isTop ? 4 : size.y - STRIP - 8;
    return Pictures.contrastIn(
        Ui.display().map(shown, null, new Rectangle(4, y, size.x - 8, STRIP)));
  }

  /** Fails if something cannot be read. */
  String check(boolean isDark) {
    String figures =
        seen.entrySet().stream()
            .map(
                each ->
                    String.format(Locale.ROOT, "%s %.1f", each.getKey(), each.getValue().ratio()))
            .collect(Collectors.joining(", "));
    seen.forEach(
        (what, contrast) -> {
          if (contrast.ratio() < ENOUGH) {
            throw new StepFailure("Unreadable: " + what + ", " + contrast + "; all: " + figures);
          }
          // the system's own colour of a selection may be the same in both themes
          if (contrast.isDark() != isDark && !what.startsWith(SELECTED)) {
            throw new StepFailure("The theme of " + what + ": " + contrast);
          }
        });
    return figures;
  }
}
