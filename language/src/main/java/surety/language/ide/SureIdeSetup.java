package surety.language.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import surety.language.Language;
import surety.language.SureRuntimeModule;
import surety.language.SureStandaloneSetup;

/** Sets the language up for the language server, which finds this class as a service. */
public class SureIdeSetup extends SureStandaloneSetup {
  @Override
  public Injector createInjectorAndDoEMFRegistration() {
    Injector injector = super.createInjectorAndDoEMFRegistration();
    Language.adopt(injector);
    return injector;
  }

  @Override
  public Injector createInjector() {
    return Guice.createInjector(Modules2.mixin(new SureRuntimeModule(), new SureIdeModule()));
  }
}
