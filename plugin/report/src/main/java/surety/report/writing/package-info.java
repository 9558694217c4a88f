/**
 * The files of a report folder, each a class, and the folder itself. All of them say what the one
 * model of a run says, and escape what others wrote for their own format.
 */
package surety.report.writing;
