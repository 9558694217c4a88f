package surety.language;

import com.google.inject.Injector;

/** The language's parts, wired once and only when they are needed: it takes a moment. */
final class Language {
  private Language() {}

  private static final class Holder {
    static final Injector INJECTOR = new SureStandaloneSetup().createInjectorAndDoEMFRegistration();
  }

  /** A part of the language. */
  static <T> T get(Class<T> part) {
    return Holder.INJECTOR.getInstance(part);
  }
}
