/** The reading of what a CRM answers: its text, its errors and what they mean. */
@NullMarked
package io.contactbridge.internal.answer;

import org.jspecify.annotations.NullMarked;
