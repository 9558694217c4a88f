/** Reports as pages: self-contained HTML that loads nothing, runs nothing, and prints well. */
package surety.report.page;
