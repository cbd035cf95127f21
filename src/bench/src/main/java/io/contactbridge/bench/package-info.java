/** What an update costs, beside the shortest program that makes the same call. */
@NullMarked
package io.contactbridge.bench;

import org.jspecify.annotations.NullMarked;
