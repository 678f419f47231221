package io.otklik.jobs.engagement;

import io.otklik.schemas.JsonRecord;

/** Makes the row of a window. */
interface RowMaker {
    /**
     * @param figures by the ordinal of {@link Figure}
     * @param authors how many different ones
     */
    JsonRecord row(WindowKey key, long[] figures, int authors, long version) throws Exception;
}
