package dev.fettle.store;

import java.io.IOException;

/** How a kind of store is opened; public and with a public constructor without arguments, so that other processes can too. */
public interface Opener {
    Store open(String place) throws IOException;
}
