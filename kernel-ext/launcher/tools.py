"""Finds or brings what the build needs: a JDK, Maven, a Python environment."""
import glob
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile

from steps import ROOT, WINDOWS, Trouble, executable, run, stamp, state

MAVEN = "3.9.11"
MAVEN_SHA512 = (
    "bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
)
GET_JDK = "Maybe install one (Debian: apt-get install openjdk-17-jdk; others: adoptium.net) and set JAVA_HOME to it."
# Where the kernel that pip brings is put, below share/jupyter.
JJAVA = "jjava"
NETWORK = "Maybe the network is down; a first start needs it."


def version(home):
    """The feature version of a JDK; 0 if there is none."""
    try:
        with open(os.path.join(home, "release"), errors="replace") as f:
            found = re.search(r'JAVA_VERSION="([^"]+)"', f.read())
            text = found.group(1) if found else ""
    except OSError:
        try:
            out = subprocess.run([executable(os.path.join(home, "bin"), "java"), "-version"], capture_output=True, text=True)
            found = re.search(r'version "([^"]+)"', out.stderr)
            text = found.group(1) if found else ""
        except OSError:
            text = ""
    parts = [int(n) for n in re.findall(r"\d+", text)[:2]]
    return (parts[1] if parts[0] == 1 and len(parts) > 1 else parts[0]) if parts else 0


def _homes():
    """Where JDKs may be, the most wanted first."""
    if os.environ.get("JAVA_HOME"):
        yield os.environ["JAVA_HOME"]
    java = shutil.which("java")
    if java:
        yield os.path.dirname(os.path.dirname(os.path.realpath(java)))
    home = os.path.expanduser("~")
    for pattern in (
        "/usr/lib/jvm/*",
        "/opt/java/*",
        "/Library/Java/JavaVirtualMachines/*/Contents/Home",
        home + "/.sdkman/candidates/java/*",
        home + "/.jdks/*",
        "C:/Program Files/Java/*",
        "C:/Program Files/Eclipse Adoptium/*",
    ):
        yield from sorted(glob.glob(pattern))


def jdks():
    """All JDKs from 17 on: a list of (feature version, home), the most wanted first."""
    found, seen = [], set()
    for home in _homes():
        real = os.path.realpath(home)
        if real not in seen and os.path.exists(executable(os.path.join(home, "bin"), "javac")):
            seen.add(real)
            if version(home) >= 17:
                found.append((version(home), home))
    return found


def jdk():
    """The home of the JDK to use."""
    found = jdks()
    if found:
        return found[0][1]
    for home in _homes():
        found = version(home)
        if 0 < found < 17:
            raise Trouble("JDK (%d in %s) must be 17 or later. %s" % (found, home, GET_JDK))
        if found:
            raise Trouble("Java (%s) must be a JDK with a compiler, and this one has none. %s" % (home, GET_JDK))
    raise Trouble("JDK (none found) must be installed, 17 or later. " + GET_JDK)


def java_environment(home):
    env = dict(os.environ, JAVA_HOME=home)
    env["PATH"] = os.path.join(home, "bin") + os.pathsep + env.get("PATH", "")
    return env


PACKAGES = "kernel-ext/launcher/requirements.txt"


def _requirements(name):
    path = os.path.join(ROOT, *name.split("/"))
    with open(path) as f:
        return path, f.read()


def python(name="python", *requirements):
    """The interpreter of a local environment with the pinned packages, those of JupyterLab without other files."""
    paths, contents = zip(*map(_requirements, requirements or [PACKAGES]))
    folder = state(name, "")[:-1]
    program = executable(os.path.join(folder, "Scripts" if WINDOWS else "bin"), "python")

    def make():
        shutil.rmtree(folder, ignore_errors=True)
        try:
            import ensurepip  # noqa: F401
            import venv  # noqa: F401
        except ImportError:
            raise Trouble("Python (%s) must have its venv and pip modules. Maybe: apt-get install python3-venv python3-pip." % sys.executable)
        run("Environment for %s" % name, [sys.executable, "-m", "venv", folder],
            "Maybe its venv module is incomplete (Debian: apt-get install python3-venv).")
        run("Packages for %s (JupyterLab and the like)" % name if name == "python" else "Packages for %s" % name,
            [program, "-m", "pip", "install", "--disable-pip-version-check"] + [word for path in paths for word in ("-r", path)], NETWORK)
        put_aside(folder)

    stamp(name, "".join(contents) + sys.version + folder, make)
    return program


def test_python():
    """The interpreter of the tests in real kernels and front ends."""
    return python("test-python", PACKAGES, "kernel-ext/test/python/requirements.txt")


def put_aside(prefix):
    """Takes the kernel of JJava out of what JupyterLab offers, since it knows nothing of Fettle: only its jar is wanted."""
    data = os.path.join(prefix, "share", "jupyter")
    if os.path.isdir(os.path.join(data, "kernels", "java")):
        os.rename(os.path.join(data, "kernels", "java"), os.path.join(data, JJAVA))


def maven():
    """Maven 3.8 or later: from PATH, else brought along."""
    found = shutil.which("mvn")
    if found:
        env = java_environment(jdk())
        out = subprocess.run([found, "--version"], capture_output=True, text=True, env=env, cwd=ROOT).stdout
        version = re.search(r"Apache Maven (\d+)\.(\d+)", out)
        if version and (int(version.group(1)), int(version.group(2))) >= (3, 8):
            return found
    home = state("apache-maven-" + MAVEN)
    stamp("maven", MAVEN + home, _bring_maven)
    return os.path.join(home, "bin", "mvn.cmd" if WINDOWS else "mvn")


def _bring_maven():
    archive = state("maven.tar.gz")
    interpreter = python("maven-python", "kernel-ext/launcher/maven-requirements.txt")
    tool = executable(os.path.dirname(interpreter), "maven-artifact")
    run("Maven " + MAVEN, [tool, "org.apache.maven:apache-maven:tar.gz:bin:" + MAVEN, archive], NETWORK)
    with open(archive, "rb") as f:
        digest = hashlib.sha512(f.read()).hexdigest()
    if digest != MAVEN_SHA512:
        os.remove(archive)
        raise Trouble("Maven's archive must have the published SHA-512, and has %s…. Maybe a proxy changed it." % digest[:16])
    with tarfile.open(archive) as t:
        t.extractall(os.path.dirname(archive))
    os.remove(archive)
