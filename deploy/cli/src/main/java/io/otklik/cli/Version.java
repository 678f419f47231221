package io.otklik.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Otklik.class.getPackage().getImplementationVersion();
        return new String[] {"otklik " + (version == null ? "development" : version)};
    }
}
