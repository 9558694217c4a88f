package surety.language.ide.server;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.ide.server.ILanguageServerShutdownAndExitHandler;
import org.eclipse.xtext.ide.server.IMultiRootWorkspaceConfigFactory;
import org.eclipse.xtext.ide.server.ServerModule;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.impl.ResourceServiceProviderRegistryImpl;
import surety.language.ide.SureIdeSetup;

/** What differs from {@link ServerModule}. The language itself is shared by all sessions. */
final class SessionModule extends AbstractModule {
  private final ILanguageServerShutdownAndExitHandler session;

  SessionModule(ILanguageServerShutdownAndExitHandler session) {
    this.session = session;
  }

  private static final class Languages {
    static final IResourceServiceProvider.Registry REGISTRY = registry();

    private static IResourceServiceProvider.Registry registry() {
      Injector injector = new SureIdeSetup().createInjectorAndDoEMFRegistration();
      IResourceServiceProvider language = injector.getInstance(IResourceServiceProvider.class);
      // A document that was never saved may have no extension, or no file at all.
      Resource.Factory.Registry.INSTANCE
          .getExtensionToFactoryMap()
          .put(
              Resource.Factory.Registry.DEFAULT_EXTENSION,
              injector.getInstance(IResourceFactory.class));
      ResourceServiceProviderRegistryImpl registry =
          new ResourceServiceProviderRegistryImpl() {
            /** Editors know by other means that a document is a specification. */
            @Override
            public IResourceServiceProvider getResourceServiceProvider(URI uri) {
              return language;
            }

            @Override
            public IResourceServiceProvider getResourceServiceProvider(URI uri, String type) {
              return language;
            }
          };
      registry.getExtensionToFactoryMap().put("sure", language);
      return registry;
    }
  }

  /** The language, wired when it is asked for first. */
  static IResourceServiceProvider.Registry languages() {
    return Languages.REGISTRY;
  }

  @Override
  protected void configure() {
    bind(IResourceServiceProvider.Registry.class).toInstance(languages());
    bind(IMultiRootWorkspaceConfigFactory.class).to(OneProject.class);
    bind(ILanguageServerShutdownAndExitHandler.class).toInstance(session);
    bind(InstantSource.class).toInstance(InstantSource.system());
    bind(OpenDocuments.class).in(Singleton.class);
    bind(WorkspaceManager.class).to(OpenDocuments.class);
    bind(IRequestManager.class).to(Requests.class).in(Singleton.class);
  }
}
