package dev.fettle.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether files are on another computer, where what SQLite needs, memory shared by processes, is not to be had. */
final class NetworkDisk {
    private static final Set<String> KINDS =
            Set.of("9p", "afs", "ceph", "cifs", "fuse", "glusterfs", "gpfs", "lustre", "ncpfs", "smb", "webdav");

    private NetworkDisk() {}

    /** Of a path that need not exist; a disk that does not say what it is, is here. */
    static boolean holds(Path path) {
        for (@Nullable Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                try {
                    return isRemote(Files.getFileStore(at).type());
                } catch (IOException e) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether a type of file system, as the system names it, is one of a network: {@code nfs4}, {@code fuse.sshfs}. */
    static boolean isRemote(String type) {
        String kind = type.toLowerCase(Locale.ROOT);
        return kind.startsWith("nfs") || kind.startsWith("smb") || kind.startsWith("fuse.") || KINDS.contains(kind);
    }
}
