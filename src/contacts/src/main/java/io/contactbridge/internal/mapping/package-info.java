/**
 * What each CRM takes and answers: the adapters with their tables, the plan of an update and the
 * comparison with the answer.
 */
@NullMarked
package io.contactbridge.internal.mapping;

import org.jspecify.annotations.NullMarked;
