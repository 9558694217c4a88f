package surety.eclipse.verification;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.base.SuretyPlugin;

/**
 * What people chose in the view, kept from one start of the workbench to the next.
 *
 * @param settings a section of its own
 */
record ViewMemory(IDialogSettings settings) implements Widths.Memory {
  private static final String SECTION = "verification";
  private static final String GROUPING = "grouping";
  private static final String ORDER = "order";

  /** The one of this workbench. */
  static ViewMemory ofWorkbench() {
    IDialogSettings all =
        PlatformUI.getDialogSettingsProvider(Platform.getBundle(SuretyPlugin.ID))
            .getDialogSettings();
    return new ViewMemory(DialogSettings.getOrCreateSection(all, SECTION));
  }

  @Override
  public int of(Column column) {
    String kept = settings.get(key(column));
    return kept != null && kept.matches("[0-9]{1,5}") ? Integer.parseInt(kept) : 0;
  }

  @Override
  public void keep(Column column, int width) {
    settings.put(key(column), width);
  }

  private static String key(Column column) {
    return "width." + column.name().toLowerCase(Locale.ROOT);
  }

  /** How the rows are grouped. */
  Grouping grouping() {
    String kept = settings.get(GROUPING);
    return Stream.of(Grouping.values())
        .filter(grouping -> grouping.name().equals(kept))
        .findFirst()
        .orElse(Grouping.NONE);
  }

  void keep(Grouping grouping) {
    settings.put(GROUPING, grouping.name());
  }

  /** The columns as people arranged them, each by its place in {@link Column}. */
  int[] order() {
    String[] kept = settings.getArray(ORDER);
    List<String> names = Stream.of(Column.values()).map(Column::name).toList();
    boolean isWhole =
        kept != null && kept.length == names.size() && List.of(kept).containsAll(names);
    return isWhole
        ? Stream.of(kept).mapToInt(names::indexOf).toArray()
        : IntStream.range(0, names.size()).toArray();
  }

  void keepOrder(int[] order) {
    List<Column> columns = List.of(Column.values());
    settings.put(
        ORDER, IntStream.of(order).mapToObj(i -> columns.get(i).name()).toArray(String[]::new));
  }

  /** The columns are as wide as at first, and in their first order. */
  void forgetColumns() {
    Stream.of(Column.values()).forEach(column -> keep(column, 0));
    keepOrder(IntStream.range(0, Column.values().length).toArray());
  }
}
