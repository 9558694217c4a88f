package surety.language;

/** Sets the language up outside of Eclipse; generated sources of other languages expect it. */
public class SureStandaloneSetup extends SureStandaloneSetupGenerated {
  /** Registers the language with EMF. */
  public static void doSetup() {
    new SureStandaloneSetup().createInjectorAndDoEMFRegistration();
  }
}
