/**
 * The examples, run as their readers would run them: every verdict is compared with what the
 * specification expects, every bound with sampling. The benchmark lives here too.
 */
package surety.examples;
