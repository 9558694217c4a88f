package surety.language;

import com.google.inject.Injector;

/** The language's parts, wired once and only when they are needed: it takes a moment. */
public final class Language {
  private static volatile Injector adopted;

  private Language() {}

  private static final class Holder {
    static final Injector INJECTOR = new SureStandaloneSetup().createInjectorAndDoEMFRegistration();

    static Injector injector() {
      return INJECTOR;
    }
  }

  /** Begins to wire them beside whatever comes next: most of a short command is this. */
  public static void begin() {
    Thread thread = new Thread(Holder::injector, "surety-language");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes parts that are wired already, with more of them, so that there is one of each. */
  public static void adopt(Injector injector) {
    adopted = injector;
  }

  /** A part of the language. */
  static <T> T get(Class<T> part) {
    Injector injector = adopted;
    return (injector == null ? Holder.injector() : injector).getInstance(part);
  }
}
