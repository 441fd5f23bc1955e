"""The resident agent for images that bring Python: the same protocol as ResidentAgent.java, standard library only.

Run as `python3 -u -c SOURCE`, so that no file has to be copied into the image. Without arguments it answers standard input on standard
output, or, where AGENTPERF_SOCKET names a Unix socket, connects to it; `once LINE` answers one line and ends. A module that only some
answers need is imported there, because each one delays the first answer.
"""
import os, stat, sys

KERNEL_FILE_SYSTEMS = {"proc", "sysfs", "devpts", "cgroup", "cgroup2", "securityfs", "debugfs", "tracefs"}
MARK, WRITABLE = os.environ.get("AGENTPERF_CONTAINER"), os.environ.get("AGENTPERF_WRITABLE")
INITIAL = None  # the files that were there at the start; None where they could not be listed
children = []
bound = {}  # variables for what is started


def read(path):
    with open(path, "rb") as file:
        return file.read()


def is_marked(process):
    try:
        return ("AGENTPERF_CONTAINER=%s" % MARK).encode() in read("/proc/%d/environ" % process).split(b"\0")
    except OSError:
        return False


def check_surroundings():
    """Without a mark, or where process 1 is not this container's, this is a machine: there is nothing here to look at or to clean."""
    if not MARK or not (WRITABLE or is_marked(1)):
        raise OSError("this agent runs in no container of agentperf")


def processes():
    check_surroundings()
    others = sorted(int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) != os.getpid())
    return [p for p in others if (is_marked(p) if WRITABLE else p != 1)]


def writable():
    check_surroundings()
    if WRITABLE:
        return [WRITABLE]
    mounts = [line.split() for line in read("/proc/self/mounts").decode().splitlines()]
    ordinary = [m for m in mounts if m[2] not in KERNEL_FILE_SYSTEMS and m[3].startswith("rw")]
    if any(m[1] == "/" for m in ordinary):
        raise OSError("the root file system is writable")
    return [m[1] for m in ordinary if os.access(m[1], os.W_OK)]


def kernel_objects():
    if WRITABLE:
        return 0
    tables = ["/proc/sysvipc/" + name for name in ("shm", "msg", "sem")]
    return sum(len(read(t).splitlines()) - 1 for t in tables if os.path.exists(t)) + sockets_of_others()


def sockets_of_others():
    own = set()
    for name in os.listdir("/proc/self/fd"):
        try:
            own.add(os.readlink("/proc/self/fd/" + name))
        except OSError:
            pass
    count = 0
    for name, inode in (("tcp", 9), ("tcp6", 9), ("udp", 9), ("udp6", 9), ("unix", 6)):
        table = "/proc/net/" + name
        for line in read(table).decode().splitlines()[1:] if os.path.exists(table) else []:
            columns = line.split()
            is_over = name != "unix" and columns[3] == "06"  # it keeps its line for a minute
            count += not is_over and "socket:[%s]" % columns[inode] not in own
    return count


def below(root):
    if not os.path.isdir(root):
        return [root]
    found = []
    for name in sorted(os.listdir(root)):
        path = os.path.join(root, name)
        found.append(path)
        if stat.S_ISDIR(os.lstat(path).st_mode):
            found += below(path)
    return found


def describe(path):
    status = os.lstat(path)
    return repr(path) + ("/" if stat.S_ISDIR(status.st_mode) else ":%d:%d" % (status.st_size, status.st_ctime_ns))


def fingerprint(_=""):
    files = [describe(path) for root in writable() for path in below(root)]
    return "processes=%s objects=%d files=[%s] bound=%s" % (processes(), kernel_objects(), ",".join(files), sorted(bound))


def reap():
    children[:] = [child for child in children if child.poll() is None]
    try:
        while os.getpid() == 1 and os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def end_processes():
    import signal, time

    deadline = time.monotonic() + 10
    while processes() and time.monotonic() < deadline:
        for process in processes():
            try:
                os.kill(process, signal.SIGKILL)
            except OSError:
                pass
        reap()
        time.sleep(0.001)


def delete_new(directory):
    for entry in list(os.scandir(directory)):
        is_new = entry.path not in INITIAL
        if entry.is_dir(follow_symlinks=False):
            if is_new:
                os.chmod(entry.path, 0o700)
            delete_new(entry.path)
        if is_new:
            (os.rmdir if entry.is_dir(follow_symlinks=False) else os.unlink)(entry.path)


def reset(_):
    bound.clear()
    end_processes()
    if INITIAL is None:
        raise OSError("the files of the start are not known")
    for root in writable():
        if os.path.isdir(root):
            try:
                delete_new(root)
            except OSError:
                pass  # what is left is in the fingerprint
    return fingerprint()


def start(rest):
    import subprocess

    null = subprocess.DEVNULL
    environment = {**{name: value for name, value in os.environ.items() if name != "AGENTPERF_SOCKET"}, **bound}
    children.append(subprocess.Popen(rest.split(), stdin=null, stdout=null, stderr=null, env=environment))
    return "started %d" % children[-1].pid


def write(rest):
    path, _, text = rest.partition(" ")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return "written"


def bind_file(path, content):
    directory, steps = os.path.realpath(WRITABLE or "/tmp"), path.split("/")
    for step in steps[:-1]:
        directory = os.path.join(directory, step)
        if not os.path.isdir(directory):
            os.mkdir(directory, 0o700)
        if os.path.realpath(directory) != directory:
            raise OSError("file is not below the temporary directory: " + path)
    if steps[-1] in ("", ".", ".."):
        raise OSError("file is not below the temporary directory: " + path)
    flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_NOFOLLOW
    with open(os.open(os.path.join(directory, steps[-1]), flags, 0o600), "wb") as file:
        file.write(content)


def bind(rest):
    import base64

    check_surroundings()
    words = rest.split()
    for kind, name, value in zip(words[::3], words[1::3], words[2::3]):
        content = base64.b64decode(value[1:])
        if kind == "variable":
            bound[name] = content.decode()
        elif kind == "file":
            bind_file(base64.b64decode(name[1:]).decode(), content)
        else:
            raise OSError("cannot bind a " + kind)
    return "bound"


def variable(name):
    value = bound.get(name, os.environ.get(name))
    if value is None:
        raise OSError("no variable " + name)
    return value.replace("\n", " ")


VERBS = {"bind": bind, "variable": variable, "ping": lambda _: "pong", "echo": lambda rest: rest, "fingerprint": fingerprint, "reset": reset, "start": start, "write": write}

try:
    INITIAL = {path for root in writable() for path in below(root)}
except OSError:
    pass


def answer(line):
    name, _, rest = line.partition(" ")
    try:
        return VERBS[name](rest) if name in VERBS else "error unknown verb: " + name
    except Exception as e:
        return "error " + str(e).replace("\n", " ")


def serve(requests, answers):
    try:
        for line in requests:
            answers.write((answer(line.rstrip(b"\n").decode()) + "\n").encode())
            answers.flush()
    finally:
        answer("reset")


if len(sys.argv) == 3 and sys.argv[1] == "once":
    print(answer(sys.argv[2]), flush=True)
elif len(sys.argv) > 1:
    sys.exit("expected no arguments, or: once LINE")
elif os.environ.get("AGENTPERF_SOCKET"):
    import socket

    peer = socket.socket(socket.AF_UNIX)
    peer.connect(os.environ["AGENTPERF_SOCKET"])
    with peer.makefile("rwb") as stream:
        serve(stream, stream)
else:
    serve(sys.stdin.buffer, sys.stdout.buffer)
