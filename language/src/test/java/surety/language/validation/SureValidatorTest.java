package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.impl.EValidatorRegistryImpl;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.service.SingletonBinding;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.StringInputStream;
import org.eclipse.xtext.validation.Check;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.CompositeEValidator;
import org.eclipse.xtext.validation.IResourceValidator;
import org.junit.jupiter.api.Test;
import surety.language.SureRuntimeModule;
import surety.language.SureStandaloneSetup;
import surety.language.sure.SureFile;

/** A check that fails is not taken for one that found nothing. */
class SureValidatorTest {
  /** A validator with a fault, of the kind that Xtext would ignore. */
  public static class FaultyValidator extends SureValidator {
    /** Always fails. */
    @Check
    public void fails(SureFile file) {
      throw new NullPointerException("a fault");
    }
  }

  private static final class FaultyModule extends SureRuntimeModule {
    @Override
    @SingletonBinding(eager = true)
    public Class<? extends SureValidator> bindSureValidator() {
      return FaultyValidator.class;
    }

    /** Not the one that all share. */
    @Override
    public EValidator.Registry bindEValidatorRegistry() {
      return new EValidatorRegistryImpl();
    }
  }

  @Test
  void aFaultOfACheckIsPassedOn() throws Exception {
    SureStandaloneSetup.doSetup();
    Injector injector = Guice.createInjector(new FaultyModule());
    XtextResource resource =
        (XtextResource)
            injector
                .getInstance(IResourceFactory.class)
                .createResource(URI.createURI("faulty.sure"));
    injector.getInstance(XtextResourceSet.class).getResources().add(resource);
    resource.load(new StringInputStream("semantics real;"), null);
    IResourceValidator validator = injector.getInstance(IResourceValidator.class);
    Logger logger = Logger.getLogger(CompositeEValidator.class);
    logger.setLevel(Level.OFF);
    IllegalStateException exception =
        assertThrows(
            IllegalStateException.class,
            () -> validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl));
    logger.setLevel(null);
    assertEquals("a fault", exception.getCause().getMessage());
    assertInstanceOf(NullPointerException.class, exception.getCause());
  }
}
