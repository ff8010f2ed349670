package dev.fettle.kernel.magic;

import dev.fettle.kernel.*;
import dev.fettle.kernel.cell.*;
import java.time.InstantSource;

final class DryRun {
    static DryRun of(Cell c, Settings s, InstantSource k) {
        return new DryRun();
    }

    void show(Output o, String d, Stop s) {}
}
