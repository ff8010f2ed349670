"""Builds the jar and writes the kernels that JupyterLab offers."""
import glob
import json
import os
import shutil

from steps import ROOT, STATE, VERSION, Trouble, executable, run, stamp
from tools import JJAVA, NETWORK, java_environment, jdk, maven, version

NAMES = {"ijava": "IJava", "jjava": "JJava"}
# What is thrown names variables and lines, also after a thousand times.
DEBUG = "-g"
# SQLite's library, with which journals are kept, loads without a warning.
NATIVE = "--enable-native-access=ALL-UNNAMED"
TARGET = os.path.join(ROOT, "kernel-ext", "target")
JAR = os.path.join(TARGET, "fettle-all.jar")
SPARK = os.path.join(STATE, "spark")
SPARK_JAR = os.path.join(ROOT, "src", "spark", "target", "fettle-spark-%s.jar" % VERSION)
IJAVA = os.path.join(TARGET, "ijava-1.3.0.jar")


def sources():
    """Name, size and time of everything that the jars are made from."""
    found = []
    for folder in ("src", "kernel-ext"):
        for base, dirs, files in os.walk(os.path.join(ROOT, folder)):
            dirs[:] = [d for d in dirs if d not in ("target", "test", "launcher", "pages", "__pycache__")]
            found += [os.path.join(base, f) for f in files]
    found.append(os.path.join(ROOT, "pom.xml"))
    return "\n".join("%s %d %d" % (p, os.path.getsize(p), os.stat(p).st_mtime_ns) for p in sorted(found))


def build():
    """fettle-all.jar and IJava, unless nothing has changed."""
    home = jdk()

    def make():
        run("Build of Fettle (Maven)", [maven(), "-B", "-DskipTests", "-Dmaven.test.skip=true", "-pl", "kernel-ext", "-am", "package"],
            NETWORK, env=java_environment(home))

    stamp("build", sources() + home + str(os.path.exists(JAR) and os.path.exists(IJAVA)), make)
    if not os.path.exists(JAR):
        os.remove(os.path.join(ROOT, ".fettle", "stamps", "build"))
        return build()
    return home


def jjava_jar(interpreter):
    """The kernel that pip installed, where tools.python has put it; or where pip did, in an environment of before."""
    data = os.path.join(os.path.dirname(os.path.dirname(interpreter)), "share", "jupyter")
    found = glob.glob(os.path.join(data, JJAVA, "jjava.jar")) + glob.glob(os.path.join(data, "kernels", "java", "jjava.jar"))
    if not found:
        raise Trouble("JJava must be in %s, and is not. Maybe delete the folder .fettle and start again." % data)
    return found[0]


def display_name(kernel, home):
    """What JupyterLab writes below a kernel: which one, which Fettle and which Java."""
    return "%s + Fettle %s (Java %d)" % (NAMES[kernel], VERSION, version(home))


def spark():
    """Spark's jars, and ours that goes with them, as a home of Spark; returns its folder."""
    home = jdk()

    def make():
        run("Apache Spark (Maven)", [maven(), "-B", "-DskipTests", "-Dmaven.test.skip=true", "-pl", "src/spark", "-am", "package"],
            NETWORK, env=java_environment(home))

    stamp("spark", sources() + home + str(os.path.exists(SPARK_JAR)), make)
    return spark_home()


def spark_home():
    """The same from what Maven has built."""
    jars = os.path.join(SPARK, "jars")
    shutil.rmtree(SPARK, ignore_errors=True)
    shutil.copytree(os.path.join(os.path.dirname(SPARK_JAR), "spark-home", "jars"), jars)
    # Executors get it with the rest of Fettle, not before: classes of theirs know none that come later.
    shutil.copy2(SPARK_JAR, os.path.join(SPARK, "fettle-spark.jar"))
    return SPARK


def spark_environment():
    """What a kernel must know of it: our jar, and from where executors are started, a Spark that the user has or ours."""
    return {"FETTLE_SPARK": os.path.join(SPARK, "fettle-spark.jar"), "SPARK_HOME": os.environ.get("SPARK_HOME", SPARK),
            "SPARK_SCALA_VERSION": os.environ.get("SPARK_SCALA_VERSION", "2.13")}


def spec(kernel, home, folder):
    """The kernel.json of a kernel whose jars lie in a folder."""
    java = executable(os.path.join(home, "bin"), "java")
    jar = os.path.join(folder, "fettle-all.jar")
    if kernel == "ijava":
        start = ["-jar", os.path.join(folder, "ijava-1.3.0.jar")]
        env = {"IJAVA_CLASSPATH": jar, "IJAVA_COMPILER_OPTS": DEBUG, "IJAVA_STARTUP_SCRIPT": "dev.fettle.kernel.ijava.Fettle.install();"}
    else:
        start = ["--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED", "-jar", os.path.join(folder, "jjava.jar")]
        env = {"JJAVA_CLASSPATH": jar, "JJAVA_COMPILER_OPTS": DEBUG}
    return {
        "argv": [java, "-Djava.awt.headless=true", "-XX:-OmitStackTraceInFastThrow", NATIVE] + start + ["{connection_file}"],
        "display_name": display_name(kernel, home),
        "language": "java",
        "interrupt_mode": "message",
        # Executors that Spark starts beside the kernel take its Java from there.
        "env": {**env, **spark_environment(), "JAVA_HOME": home},
    }


def install(prefix, wanted, interpreter, home):
    """Kernels below PREFIX/share/jupyter, each with its own copy of the jars; returns their folders."""
    return install_data(os.path.join(prefix, "share", "jupyter"), wanted, interpreter, home)


def install_data(data, wanted, interpreter, home):
    """Kernels in a Jupyter data directory."""
    folders = []
    for kernel in wanted:
        folder = os.path.join(data, "kernels", "fettle-" + kernel)
        try:
            os.makedirs(folder, exist_ok=True)
            shutil.copy2(JAR, os.path.join(folder, "fettle-all.jar"))
            if kernel == "ijava":
                shutil.copy2(IJAVA, os.path.join(folder, "ijava-1.3.0.jar"))
            else:
                shutil.copy2(jjava_jar(interpreter), os.path.join(folder, "jjava.jar"))
            with open(os.path.join(folder, "kernel.json"), "w") as f:
                json.dump(spec(kernel, home, folder), f, indent=1)
        except OSError as e:
            raise Trouble("Folder (%s) must be writable: %s. Maybe --user, or another --prefix." % (folder, e.strerror))
        folders.append(folder)
    return folders
