package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDiskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "cifs",
                "CIFS",
                "smb2",
                "smb3",
                "smbfs",
                "lustre",
                "fuse.sshfs",
                "fuse.glusterfs",
                "9p",
                "ceph"
            })
    void anotherComputersDiskIsKnownByItsType(String type) {
        assertThat(NetworkDisk.isRemote(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ext4", "ext2/ext3", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk", ""})
    void soIsOneOfThisComputer(String type) {
        assertThat(NetworkDisk.isRemote(type)).isFalse();
    }

    @Test
    void aPathNeedNotExist(@TempDir Path folder) {
        assertThat(SqliteStore.isOnNetwork(folder.resolve("no/such/study.db"))).isFalse();
    }
}
