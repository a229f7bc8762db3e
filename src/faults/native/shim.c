/*
 * What the fault harness preloads into a process: it notes how far each file was synced, so that a power cut can drop the
 * rest, and it moves the wall clock. Built by Shim.java:  cc -shared -fPIC -O2 shim.c -o shim.so -ldl
 *
 * NB_SHIM_SYNCED  a file to which "<bytes> <path>\n" is appended after each sync that came through
 * NB_SHIM_CLOCK   a file whose first eight bytes, in the machine's order, are milliseconds to add to the wall clock
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static volatile int64_t *offset_ms;
static int synced = -1;

__attribute__((constructor)) static void begin(void) {
    const char *clock = getenv("NB_SHIM_CLOCK");
    const char *sync = getenv("NB_SHIM_SYNCED");
    if (clock) {
        int fd = open(clock, O_RDONLY | O_CLOEXEC);
        if (fd >= 0) {
            void *page = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, fd, 0);
            close(fd);
            if (page != MAP_FAILED) offset_ms = page;
        }
    }
    if (sync) synced = open(sync, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_wall(clockid_t clock) {
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int answer = real(clock, at);
    if (answer == 0 && offset_ms && is_wall(clock)) at->tv_sec += *offset_ms / 1000;
    return answer;
}

int gettimeofday(struct timeval *restrict at, void *restrict zone) {
    struct timespec now;
    (void) zone;
    if (clock_gettime(CLOCK_REALTIME, &now)) return -1;
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}

/* The size before the sync is what is safe after it. */
static int noted(int fd, long call) {
    struct stat before;
    int known = synced >= 0 && fstat(fd, &before) == 0 && S_ISREG(before.st_mode);
    int answer = syscall(call, fd);
    if (answer == 0 && known) {
        char link[64], path[4096], line[4200];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(link, path, sizeof path - 1);
        if (length > 0) {
            path[length] = 0;
            int bytes = snprintf(line, sizeof line, "%lld %s\n", (long long) before.st_size, path);
            if (write(synced, line, bytes) != bytes) abort();
        }
    }
    return answer;
}

int fsync(int fd) {
    return noted(fd, SYS_fsync);
}

int fdatasync(int fd) {
    return noted(fd, SYS_fdatasync);
}
