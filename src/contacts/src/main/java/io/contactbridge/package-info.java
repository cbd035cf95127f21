/** One update to a contact, correct at every CRM. Start at {@link io.contactbridge.Contacts}. */
@NullMarked
package io.contactbridge;

import org.jspecify.annotations.NullMarked;
