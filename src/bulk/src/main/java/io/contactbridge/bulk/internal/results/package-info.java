/** The file with one line for each row that has ended, from which a stopped run resumes. */
@NullMarked
package io.contactbridge.bulk.internal.results;

import org.jspecify.annotations.NullMarked;
