/**
 * The Maven plug-in: the gate of a build. It runs the command line of Surety inside of Maven, has
 * it print its report for programs, and decides by that which results let the build fail.
 *
 * <p>It runs in the plug-in's own class realm and not as another process: the realm is made once
 * for all modules of a build, so that what Xtext and the Java machine have warmed up serves all of
 * them, and nothing that Surety loads collides with Maven or with other plug-ins.
 */
package surety.maven;
