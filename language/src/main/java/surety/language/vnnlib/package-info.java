/**
 * Properties in the VNN-LIB format, versions 1 and 2, as beginnings of specifications. {@link
 * surety.language.vnnlib.VnnlibProperty} is what others use.
 */
package surety.language.vnnlib;
