package io.otklik.local;

/** Hears what a slow command is doing. */
public interface Progress {

    /** Something takes time now; replaces what was said before. */
    void working(String what);

    /** Something is done and stays said. */
    void done(String what);

    /** Says nothing. */
    Progress SILENT =
            new Progress() {
                @Override
                public void working(String what) {}

                @Override
                public void done(String what) {}
            };
}
