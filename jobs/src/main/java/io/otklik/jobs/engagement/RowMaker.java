package io.otklik.jobs.engagement;

import io.otklik.schemas.EngagementWindow;

/** Makes the row of a window. */
interface RowMaker {
    EngagementWindow row(WindowKey key, WindowSum sum, long version) throws Exception;
}
