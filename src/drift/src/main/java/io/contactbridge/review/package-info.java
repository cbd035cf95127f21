/**
 * Shows the specifications, what changed in them and what was decided about it to people who read
 * neither YAML nor Java: a small static site.
 */
@NullMarked
package io.contactbridge.review;

import org.jspecify.annotations.NullMarked;
