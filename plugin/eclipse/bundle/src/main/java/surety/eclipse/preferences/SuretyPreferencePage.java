package surety.eclipse.preferences;

import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import surety.eclipse.base.SuretyPlugin;
import surety.eclipse.server.Settings;

/** When verification runs, and how: threads, time limit, gap; and with which Java. */
public final class SuretyPreferencePage extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  private static final int COLUMNS = 20;

  /** For people, and for the server. */
  private static final String[][] OCCASIONS = {
    {"On command", Settings.OCCASIONS.get(0)},
    {"When a specification is saved", Settings.OCCASIONS.get(1)},
    {"While one types", Settings.OCCASIONS.get(2)}
  };

  /** A page with its fields below each other. */
  public SuretyPreferencePage() {
    super(GRID);
  }

  @Override
  public void init(IWorkbench workbench) {
    ScopedPreferenceStore store =
        new ScopedPreferenceStore(InstanceScope.INSTANCE, SuretyPlugin.ID);
    store.setDefault(Settings.VERIFY, Settings.OCCASIONS.get(0));
    setPreferenceStore(store);
    setDescription(
        "How properties and queries are verified. What is empty is left to Surety; what a"
            + " specification says itself comes first.");
  }

  @Override
  protected void createFieldEditors() {
    Composite parent = getFieldEditorParent();
    addField(new ComboFieldEditor(Settings.VERIFY, "&Verify:", OCCASIONS, parent));
    addField(new Checked(Settings.THREADS, "&Threads (such as 2):", Rules::threads, parent));
    addField(new Checked(Settings.TIMEOUT, "Time &limit (such as 60 s):", Rules::timeout, parent));
    addField(
        new Checked(Settings.GAP, "&Gap that is small enough (such as 1e-6):", Rules::gap, parent));
    addField(new Checked(Settings.JAVA, "&Java (empty: the one of Eclipse):", Rules::java, parent));
  }

  /** A field that says at once what is wrong with what is typed. */
  private static final class Checked extends StringFieldEditor {
    private final UnaryOperator<String> rule;

    Checked(String name, String label, UnaryOperator<String> rule, Composite parent) {
      super(name, label, COLUMNS, VALIDATE_ON_KEY_STROKE, parent);
      this.rule = rule;
      // Also what is pasted or set is checked at once.
      getTextControl(parent).addModifyListener(event -> valueChanged());
    }

    @Override
    protected boolean doCheckState() {
      String problem = rule.apply(getStringValue());
      setErrorMessage(problem);
      return problem.isEmpty();
    }
  }
}
