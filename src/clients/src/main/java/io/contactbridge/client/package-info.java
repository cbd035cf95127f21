/**
 * The common parts of the generated clients: immutable models, how their values are read and
 * written, and the parts of a call that a specification describes in addition to its operations.
 *
 * <p>A generated model is a table of {@linkplain io.contactbridge.client.Property properties}; the
 * classes here give it a builder, equality and JSON. Answers are read tolerantly: a value that is
 * not as specified is kept as it came and reported as an {@link
 * io.contactbridge.client.Observation}.
 */
@NullMarked
package io.contactbridge.client;

import org.jspecify.annotations.NullMarked;
