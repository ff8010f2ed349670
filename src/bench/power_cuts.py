"""Power cuts: a disk of its own (ext4 in a file) stops in the middle of an append, without what was not forced to it.

python3 src/bench/power_cuts.py JAR KIND [CUTS], where JAR is src/bench/target/fettle-bench-all.jar and KIND file or sqlite.
Needs Linux and the rights to mount; elsewhere it says so in a line and ends with 3.
"""
import fcntl
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import time

SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
WITHOUT_LOG = 2  # EXT4_GOING_FLAGS_NOLOGFLUSH
NO_DISK = 3  # How it ends where no disk can be mounted.
PACKAGE = "dev.fettle.bench.fault."


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Disk:
    """A disk that loses its power."""

    def __init__(self, folder):
        self.image, self.path = os.path.join(folder, "disk.img"), os.path.join(folder, "disk")
        os.mkdir(self.path)
        with open(self.image, "wb") as image:
            image.truncate(64 << 20)
        run("mkfs.ext4", "-q", "-F", self.image)
        self.on()

    def on(self):
        run("mount", "-o", "loop", self.image, self.path)

    def cut(self):
        top = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.ioctl(top, SHUTDOWN, struct.pack("I", WITHOUT_LOG))
        finally:
            os.close(top)

    def off(self):
        run("umount", self.path)


def java(jar, name, *words):
    return ["java", "-XX:TieredStopAtLevel=1", "-cp", jar, PACKAGE + name, *words]


def stop(process):
    """
    Suspends it, every thread. Else a write that is under way while ext4 shuts down may be told that it has succeeded, as no power cut
    tells anybody: a loop of nothing but write and fdatasync lost its last line in 9 of 150 such cuts, and in none of 150 of these.
    """
    process.send_signal(signal.SIGSTOP)
    tasks = "/proc/%d/task" % process.pid
    while not all(state(os.path.join(tasks, task)) == "T" for task in os.listdir(tasks)):
        time.sleep(0.001)


def state(task):
    with open(os.path.join(task, "stat"), encoding="utf-8", errors="replace") as stat:
        return stat.read().rpartition(")")[2].split()[0]


def kept_until_cut(jar, kind, disk, name, wait):
    """Appends until the power is cut; how many trials were said to be kept before."""
    place = os.path.join(disk.path, "store")
    with open(os.path.join(os.path.dirname(disk.path), "said"), "w+", encoding="utf-8") as said:
        with subprocess.Popen(java(jar, "Appender", kind, place, name, "1000000"), stdout=said, stderr=subprocess.DEVNULL) as process:
            while os.path.getsize(said.name) == 0 and process.poll() is None:
                time.sleep(0.001)
            time.sleep(wait)
            stop(process)
            disk.cut()
            process.kill()
        said.seek(0)
        return sum(1 for line in said if line.endswith("\n") and line.strip().isdigit())


def main(jar, kind, cuts="50"):
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        try:
            disk = Disk(folder)
        except (OSError, subprocess.CalledProcessError) as error:
            print("a disk of one's own, which cannot be mounted here (%s)" % error)
            return NO_DISK
        said = more = lost = unreadable = 0
        for cut in range(int(cuts)):
            kept = kept_until_cut(jar, kind, disk, "p%d" % cut, chance.random() * 0.2)
            disk.off()
            disk.on()
            found = subprocess.run(java(jar, "Kept", kind, os.path.join(disk.path, "store"), "p%d" % cut), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
            if found.returncode:
                unreadable += 1
                print(found.stderr)
                break
            said += kept
            gone = max(0, kept - int(found.stdout))
            if gone:
                print("cut %d: %d of %d trials lost" % (cut, gone, kept))
            lost += gone
            more += max(0, int(found.stdout) - kept)
        disk.off()
        print("%d of %d trials lost, %d unreadable; %d more were kept than said" % (lost, said, unreadable, more))
        return 1 if lost or unreadable or said == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
