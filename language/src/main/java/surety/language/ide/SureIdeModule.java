package surety.language.ide;

/** What the language does in its own way where it is edited; Guice reads the methods. */
public class SureIdeModule extends AbstractSureIdeModule {}
