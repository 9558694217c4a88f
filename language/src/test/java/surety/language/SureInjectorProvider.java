package surety.language;

import com.google.inject.Injector;
import org.eclipse.xtext.testing.GlobalRegistries;
import org.eclipse.xtext.testing.GlobalRegistries.GlobalStateMemento;
import org.eclipse.xtext.testing.IInjectorProvider;
import org.eclipse.xtext.testing.IRegistryConfigurator;

/** The language for Xtext's own test support, which takes it out of the registries afterwards. */
public final class SureInjectorProvider implements IInjectorProvider, IRegistryConfigurator {
  static {
    GlobalRegistries.initializeDefaults();
  }

  private GlobalStateMemento before;
  private GlobalStateMemento after;
  private Injector injector;

  @Override
  public Injector getInjector() {
    if (injector == null) {
      before = GlobalRegistries.makeCopyOfGlobalState();
      injector = new SureStandaloneSetup().createInjectorAndDoEMFRegistration();
      after = GlobalRegistries.makeCopyOfGlobalState();
    }
    return injector;
  }

  @Override
  public void setupRegistry() {
    getInjector();
    after.restoreGlobalState();
  }

  @Override
  public void restoreRegistry() {
    before.restoreGlobalState();
  }
}
