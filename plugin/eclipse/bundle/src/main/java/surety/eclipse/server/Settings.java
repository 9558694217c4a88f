package surety.eclipse.server;

import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import surety.eclipse.base.SuretyPlugin;

/** The preferences, as the server wants to hear of them; what is empty is left to it. */
public final class Settings {
  /** How many threads a run uses. */
  public static final String THREADS = "threads";

  /** How long a run may take, with its unit: {@code 60 s}. */
  public static final String TIMEOUT = "timeout";

  /** The gap between the bounds that is small enough: {@code 1e-6}. */
  public static final String GAP = "gap";

  /** The Java that runs the server: an executable, or the folder of a JDK. */
  public static final String JAVA = "java";

  /** When properties and queries are verified: one of the words of {@link #OCCASIONS}. */
  public static final String VERIFY = "verify";

  /** When somebody asks for it; also when a file is saved; also while one types. */
  public static final List<String> OCCASIONS = List.of("onCommand", "onSave", "onChange");

  private Settings() {}

  /** From now on the server hears of each change. */
  public static void watch() {
    IEclipsePreferences node = InstanceScope.INSTANCE.getNode(SuretyPlugin.ID);
    node.addPreferenceChangeListener(event -> announce(event.getKey()));
  }

  private static void announce(String changed) {
    if (changed.equals(JAVA)) {
      Server.get().restart();
      return;
    }
    Server.get().mention(server -> server.getWorkspaceService().didChangeConfiguration(message()));
  }

  static DidChangeConfigurationParams message() {
    return message(read(THREADS), read(TIMEOUT), read(GAP), read(VERIFY));
  }

  /** Empty if it is left to the plug-in. */
  static String java() {
    return read(JAVA);
  }

  private static String read(String name) {
    return Platform.getPreferencesService().getString(SuretyPlugin.ID, name, "", null).strip();
  }

  /** Everything the plug-in has to say of them; a number of threads that is none stays a word. */
  static DidChangeConfigurationParams message(
      String threads, String timeout, String gap, String verify) {
    JsonObject surety = new JsonObject();
    if (threads.matches("[0-9]{1,9}")) {
      surety.addProperty(THREADS, Integer.valueOf(threads));
    } else if (!threads.isEmpty()) {
      surety.addProperty(THREADS, threads);
    }
    if (!timeout.isEmpty()) {
      surety.addProperty(TIMEOUT, timeout);
    }
    if (!gap.isEmpty()) {
      surety.addProperty(GAP, gap);
    }
    surety.addProperty(VERIFY, OCCASIONS.contains(verify) ? verify : OCCASIONS.get(0));
    JsonObject settings = new JsonObject();
    settings.add("surety", surety);
    return new DidChangeConfigurationParams(settings);
  }
}
