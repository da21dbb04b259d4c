/* Stands between a program and the calls that change files, so that each of them can be made to fail.
 *
 * Loaded by LD_PRELOAD. Every such call of the process gets a number, from 1. The environment says what happens:
 *
 *   FAULT_AT=N       at which call; 0 or none: at no call
 *   FAULT_LASTS=1    and at every later call of the same kind, as on a disk that stays full or broken
 *   FAULT_DO=kill    the process is killed before the call
 *            half    killed after half of the bytes of a write; before any other call
 *            eio, enospc, eperm, eintr   the call fails so (EINTR only where the system may say it)
 *            short   a write puts down half of its bytes and says so; no effect on other calls
 *   FAULT_COUNT=FILE how many calls there were, whether the fault took place, and on which descriptor, written when
 *                    the process ends
 *   FAULT_TRACE=FILE every call, with what it wrote, is added to this file; power.py reads it
 *   FAULT_PRAGMA=1   "synchronous = FULL" becomes 1 (NORMAL) on the way to SQLite, and asked for it, SQLite says 2:
 *                    the mistake that power-check has to find
 *
 * Descriptors 0 to 2 are counted too: the receipt on standard output is the acknowledgement.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { WRITE = 1, SYNC, TRUNCATE, RENAME, LINK, UNLINK, CREATE };

static long calls, at;
static int lasting, struck, struck_kind, struck_descriptor = -1, trace = -1;
static const char *action = "";
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *text = getenv("FAULT_AT");
    at = text ? atol(text) : 0;
    text = getenv("FAULT_DO");
    if (text) action = text;
    lasting = getenv("FAULT_LASTS") != NULL;
    text = getenv("FAULT_TRACE");
    if (text) trace = syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((destructor)) static void end(void) {
    const char *path = getenv("FAULT_COUNT");
    if (!path) return;
    int file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return;
    char line[64];
    int length = snprintf(line, sizeof line, "%ld %d %d\n", calls, struck, struck_descriptor);
    syscall(SYS_write, file, line, length);
    syscall(SYS_close, file);
}

static int is(const char *word) { return strcmp(action, word) == 0; }

/* Whether the system may answer such a call with EINTR. */
static int interruptible(enum kind kind) { return kind == WRITE || kind == SYNC || kind == TRUNCATE || kind == CREATE; }

enum verdict { GO, FAIL, HALF };

/* Numbers a call and says what is to become of it. */
static enum verdict judge(enum kind kind, int descriptor) {
    long number = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    /* What is said to the terminal needs no room on the disk that stays full. */
    int again = lasting && struck && (int)kind == struck_kind && (descriptor < 0 || descriptor > 2);
    int now = number == at || again;
    if (!now) return GO;
    struck = 1;
    struck_kind = kind;
    struck_descriptor = descriptor;
    if (is("kill")) kill(getpid(), SIGKILL), pause();
    if (is("half")) {
        if (kind == WRITE) return HALF;
        kill(getpid(), SIGKILL), pause();
    }
    if (is("short")) return kind == WRITE ? HALF : GO;
    if (is("eintr") && !interruptible(kind)) return GO;
    errno = is("enospc") ? ENOSPC : is("eperm") ? EPERM : is("eintr") ? EINTR : EIO;
    return FAIL;
}

/* Adds a call that took place to the trace: a head, then names, then bytes. */
static void note(enum kind kind, int descriptor, uint64_t inode, int64_t offset, const char *names, const void *bytes,
                 int64_t count) {
    if (trace < 0) return;
    int saved = errno;
    char path[4200];
    if (!names) {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
        path[length > 0 ? length : 0] = 0;
        names = path;
        struct stat facts;
        if (fstat(descriptor, &facts) == 0) inode = facts.st_ino;
    }
    struct { int32_t kind, descriptor; uint64_t inode; int64_t offset, count; int64_t names; } head = {
        kind, descriptor, inode, offset, count, (int64_t)strlen(names)};
    struct iovec parts[3] = {
        {&head, sizeof head}, {(void *)names, strlen(names)}, {(void *)bytes, bytes ? (size_t)count : 0}};
    syscall(SYS_writev, trace, parts, 3);
    errno = saved;
}

#define IN_ORDER pthread_mutex_lock(&order)
#define DONE pthread_mutex_unlock(&order)

static ssize_t put(int descriptor, const void *bytes, size_t count, int64_t offset, int has_offset) {
    IN_ORDER;
    enum verdict verdict = judge(WRITE, descriptor);
    ssize_t done = -1;
    if (verdict != FAIL) {
        if (verdict == HALF && count > 1) count /= 2;
        if (!has_offset && trace >= 0) {
            int saved = errno;
            offset = syscall(SYS_lseek, descriptor, 0, SEEK_CUR);
            errno = saved;
        }
        done = has_offset ? syscall(SYS_pwrite64, descriptor, bytes, count, offset)
                          : syscall(SYS_write, descriptor, bytes, count);
        if (done > 0) note(WRITE, descriptor, 0, offset, NULL, bytes, done);
        if (verdict == HALF && is("half")) kill(getpid(), SIGKILL), pause();
    }
    DONE;
    return done;
}

ssize_t write(int descriptor, const void *bytes, size_t count) { return put(descriptor, bytes, count, 0, 0); }
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    return put(descriptor, bytes, count, offset, 1);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off_t offset) {
    return put(descriptor, bytes, count, offset, 1);
}
ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) {
    size_t total = 0;
    for (int part = 0; part < count; part++) total += parts[part].iov_len;
    char *bytes = malloc(total ? total : 1), *next = bytes;
    for (int part = 0; part < count; part++) {
        memcpy(next, parts[part].iov_base, parts[part].iov_len);
        next += parts[part].iov_len;
    }
    ssize_t done = put(descriptor, bytes, total, offset, 1);
    free(bytes);
    return done;
}

#define PLAIN(name, kind, target, parameters, system_call, noted) \
    int name parameters {                                 \
        IN_ORDER;                                         \
        int result = -1;                                  \
        if (judge(kind, target) != FAIL) {                        \
            result = system_call;                         \
            if (result == 0) noted;                       \
        }                                                 \
        DONE;                                             \
        return result;                                    \
    }

PLAIN(fsync, SYNC, descriptor, (int descriptor), syscall(SYS_fsync, descriptor), note(SYNC, descriptor, 0, 0, NULL, NULL, 0))
PLAIN(fdatasync, SYNC, descriptor, (int descriptor), syscall(SYS_fdatasync, descriptor),
      note(SYNC, descriptor, 0, 0, NULL, NULL, 0))
PLAIN(ftruncate, TRUNCATE, descriptor, (int descriptor, off_t size), syscall(SYS_ftruncate, descriptor, size),
      note(TRUNCATE, descriptor, 0, size, NULL, NULL, 0))
PLAIN(ftruncate64, TRUNCATE, descriptor, (int descriptor, off_t size), syscall(SYS_ftruncate, descriptor, size),
      note(TRUNCATE, descriptor, 0, size, NULL, NULL, 0))

static uint64_t inode(const char *path) {
    struct stat facts;
    return lstat(path, &facts) == 0 ? facts.st_ino : 0;
}

static void note_pair(enum kind kind, const char *from, const char *to) {
    char names[8400];
    snprintf(names, sizeof names, "%s\n%s", from, to);
    note(kind, -1, inode(to), 0, names, NULL, 0);
}

PLAIN(rename, RENAME, -1, (const char *from, const char *to),
      syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0), note_pair(RENAME, from, to))
PLAIN(link, LINK, -1, (const char *from, const char *to), syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0),
      note_pair(LINK, from, to))
PLAIN(unlink, UNLINK, -1, (const char *path), syscall(SYS_unlinkat, AT_FDCWD, path, 0),
      note(UNLINK, -1, 0, 0, path, NULL, 0))

static int open_file(int folder, const char *path, int flags, mode_t mode) {
    /* A file opened to be read changes nothing, so it is no point of its own. */
    if (!(flags & (O_CREAT | O_TRUNC))) return syscall(SYS_openat, folder, path, flags, mode);
    IN_ORDER;
    int result = -1;
    if (judge(CREATE, -1) != FAIL) {
        struct stat facts;
        int is_new = fstatat(folder, path, &facts, AT_SYMLINK_NOFOLLOW) != 0;
        errno = 0;
        result = syscall(SYS_openat, folder, path, flags, mode);
        if (result >= 0 && is_new) note(CREATE, result, 0, 0, NULL, NULL, 0);
        if (result >= 0 && !is_new && (flags & O_TRUNC)) note(TRUNCATE, result, 0, 0, NULL, NULL, 0);
    }
    DONE;
    return result;
}

#define MODE                                 \
    mode_t mode = 0;                         \
    if (flags & (O_CREAT | O_TMPFILE)) {     \
        va_list rest;                        \
        va_start(rest, flags);               \
        mode = va_arg(rest, mode_t);         \
        va_end(rest);                        \
    }

int open(const char *path, int flags, ...) { MODE return open_file(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_file(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE return open_file(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE return open_file(folder, path, flags, mode); }

/* The mutant. Both texts keep their length, so that SQLite's place in the statements stays right. */
static char *mutated(const char *sql, int length) {
    size_t count = length < 0 ? strlen(sql) : strnlen(sql, length);
    char *copy = calloc(1, count + 1);
    memcpy(copy, sql, count);
    char *found = strstr(copy, "synchronous = FULL");
    if (found) memcpy(found, "synchronous = 1   ", 18);
    if (strncmp(copy, "PRAGMA synchronous", 18) == 0 && !strchr(copy, '=')) memcpy(copy, "SELECT 2          ", 18);
    return copy;
}

typedef int prepare_function(void *, const char *, int, unsigned, void **, const char **);

int sqlite3_prepare_v3(void *database, const char *sql, int length, unsigned flags, void **statement, const char **tail) {
    static prepare_function *real;
    if (!real) real = (prepare_function *)dlsym(RTLD_NEXT, "sqlite3_prepare_v3");
    if (!getenv("FAULT_PRAGMA")) return real(database, sql, length, flags, statement, tail);
    char *copy = mutated(sql, length);
    const char *rest = NULL;
    int code = real(database, copy, -1, flags, statement, &rest);
    if (tail) *tail = sql + (rest ? rest - copy : 0);
    free(copy);
    return code;
}

int sqlite3_prepare_v2(void *database, const char *sql, int length, void **statement, const char **tail) {
    return sqlite3_prepare_v3(database, sql, length, 0, statement, tail);
}
