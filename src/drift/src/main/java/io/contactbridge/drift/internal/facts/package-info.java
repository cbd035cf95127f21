/** What a specification, a page or an answer says of an operation, as facts about locations. */
@NullMarked
package io.contactbridge.drift.internal.facts;

import org.jspecify.annotations.NullMarked;
