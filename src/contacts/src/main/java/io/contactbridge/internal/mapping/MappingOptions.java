package io.contactbridge.internal.mapping;

import io.contactbridge.OnUnsupported;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has decided about all updates of one account.
 *
 * @param defaultRegion the region of phone numbers without a country code, or null for none
 */
public record MappingOptions(
    @Nullable String defaultRegion, OnUnsupported onUnsupported, boolean allowUndocumentedClear) {}
