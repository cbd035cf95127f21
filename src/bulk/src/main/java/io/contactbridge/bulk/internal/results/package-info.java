/** The file with one line for each row that has ended, which is also what a run resumes from. */
@NullMarked
package io.contactbridge.bulk.internal.results;

import org.jspecify.annotations.NullMarked;
