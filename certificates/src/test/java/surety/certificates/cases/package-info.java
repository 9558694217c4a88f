/**
 * The language-neutral cases: {@link surety.certificates.cases.CasesMaker} writes what is in the
 * resources' folders {@code valid}, {@code invalid} and {@code robust}.
 */
package surety.certificates.cases;
