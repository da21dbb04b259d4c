"""What the checks of the store share: the shim, a small survey, a store, and its examination."""

import collections, hashlib, multiprocessing, os, shutil, sqlite3, subprocess, sys, tempfile

FOLDER = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.abspath(os.environ.get("ZICHA", os.path.join(FOLDER, "../../.build/debug/zicha")))
YEAR = 2026

SURVEY = """# 小问卷 | Small survey
版本：%d

量表：五级
- 1 = 完全不符合 | Not at all
- 2 = 不太符合 | Hardly
- 3 = 一般 | Somewhat
- 4 = 比较符合 | Rather
- 5 = 完全符合 | Fully

## 一、学风 | Learning

CS. 处室 | Unit [下拉 处室]

XF. 自评 | Self [量表题 五级]
- XF1 = 我按计划学习 | I learn as planned
- XF2 = 我把学到的用在工作里 | I use what I learned

MK. 标记 | Marker [数字 0~999999]
""" % YEAR
UNIT = "甲处"


def usage(text, wrong):
    if wrong:
        sys.stderr.write("usage: %s\n" % text)
        sys.exit(64)


def scratch():
    """A folder in memory where there is one, as a kill and a fault need no disk; removed by whoever made it."""
    return tempfile.mkdtemp(prefix="zicha-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)


def shim(folder):
    library = os.path.join(folder, "shim.so")
    # The toolchain brings clang along, so that a machine without gcc has it.
    compiler = next((name for name in ("gcc", "clang", "cc") if shutil.which(name)), "gcc")
    subprocess.run(
        [compiler, "-O2", "-shared", "-fPIC", "-o", library, os.path.join(FOLDER, "shim.c"), "-ldl", "-lpthread"],
        check=True)
    return library


def workers(job, shares):
    """Runs a job once for each share, on as many processors as there are."""
    with multiprocessing.Pool(min(len(shares), os.cpu_count() or 1)) as pool:
        return pool.map(job, shares, chunksize=1)


class Findings:
    """What went wrong, a sentence each; the first ones are printed."""

    def __init__(self):
        self.sentences = []

    def check(self, holds, sentence):
        if not holds:
            self.sentences.append(sentence)
        return holds

    @staticmethod
    def report(sentences):
        for sentence in sentences[:20]:
            print("  " + sentence)
        if len(sentences) > 20:
            print("  … %d more" % (len(sentences) - 20))
        return 1 if sentences else 0


Outcome = collections.namedtuple("Outcome", "status out err")


class Site:
    """A folder with a survey, a roster, a store and the sheets handed in to it."""

    def __init__(self, folder, library, people=0):
        self.folder, self.library = folder, library
        os.makedirs(folder, exist_ok=True)
        self.store = os.path.join(folder, "store.db")
        self.environment = dict(os.environ, LANG="C.UTF-8", SWIFT_BACKTRACE="enable=no")
        if people:
            self.write("survey.zicha", SURVEY)
            self.write("roster.csv", "处室,人数\n%s,%d\n" % (UNIT, people))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    # What the program is asked to do.

    def opening(self):
        return ["open", str(YEAR), "--survey", self.path("survey.zicha"), "--roster", self.path("roster.csv")]

    def codes(self, name="codes.csv"):
        return ["codes", str(YEAR), "-o", self.path(name)]

    def submission(self, code, marker):
        sheet = self.write("sheet.csv", "CS,XF1,XF2,MK\n%s,4,5,%d\n" % (UNIT, marker))
        return ["import", str(YEAR), sheet, "--code", code]

    def bulk(self, markers, name="bulk.csv"):
        rows = "".join("%s,4,5,%d\n" % (UNIT, marker) for marker in markers)
        return ["import", str(YEAR), self.write(name, "CS,XF1,XF2,MK\n" + rows)]

    def seal(self):
        return ["seal", str(YEAR), "--yes", "--archive", self.path("archive.db")]

    def backup(self):
        return ["backup", "-o", self.path("backup.db")]

    def start(self, arguments, at=0, do="", **more):
        environment = self.environment
        if at or more:
            environment = dict(environment, LD_PRELOAD=self.library, FAULT_AT=str(at), FAULT_DO=do, **more)
        day = [] if arguments[0] in ("verify", "score") else ["--on", "2026-11-01"]
        return subprocess.Popen(
            [PROGRAM, *arguments, "--store", self.store, *day], env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run(self, arguments, at=0, do="", **more):
        process = self.start(arguments, at, do, **more)
        out, err = process.communicate()
        return Outcome(process.returncode, out.decode(), err.decode())

    def must(self, arguments):
        outcome = self.run(arguments)
        if outcome.status != 0:
            raise RuntimeError("zicha %s: %s" % (arguments[0], outcome.err))
        return outcome

    def made_codes(self, name="codes.csv"):
        with open(self.path(name), encoding="utf-8-sig") as file:
            lines = file.read().split("\n")
        place = next(i for i, head in enumerate(lines[0].split(",")) if head in ("口令", "code", "Code"))
        return [line.strip().split(",")[place] for line in lines[1:] if line.strip()]

    def copy(self, folder):
        """The same files elsewhere, as a start for a try that may spoil them."""
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for name in os.listdir(self.folder):
            if os.path.isfile(self.path(name)):
                shutil.copy(self.path(name), folder)
        return Site(folder, self.library)


def code_hash(code):
    return hashlib.sha256(("zicha code " + code).encode()).hexdigest()


class Content:
    """What a store's files hold, read by another program from a copy, so that the files stay as they were left."""

    def __init__(self, store, copy_to):
        for ending in ("", "-wal", "-journal", "-shm"):
            target = copy_to + ending
            if os.path.exists(target):
                os.unlink(target)
            if ending != "-shm" and os.path.exists(store + ending):
                shutil.copy(store + ending, target)
        self.integrity, self.markers, self.used, self.states, self.responses = "ok", [], set(), {}, None
        self.codes, self.log, self.tables = set(), [], set()
        connection = sqlite3.connect(copy_to)
        try:
            self.integrity = connection.execute("PRAGMA integrity_check").fetchone()[0]
            self.tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "round" in self.tables:
                self.states = dict(connection.execute("SELECT edition, state FROM round"))
                self.log = [row[0] for row in connection.execute("SELECT act FROM log ORDER BY number")]
                for hashed, used in connection.execute("SELECT hash, used FROM code"):
                    self.codes.add(hashed)
                    if used:
                        self.used.add(hashed)
            if "response_%d" % YEAR in self.tables:
                # Without their keys, which a seal replaces.
                rows = connection.execute("SELECT MK, XF1, XF2 FROM response_%d" % YEAR).fetchall()
                self.responses = sorted(rows)
                self.markers = [row[0] for row in rows]
                if any(row[1:] != (4, 5) for row in rows):
                    self.integrity = "a response with other answers than were given"
        except sqlite3.DatabaseError as error:
            self.integrity = str(error)
        finally:
            connection.close()
