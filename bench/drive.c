/*
 * Posts signed webhooks of a file over kept-alive connections, each once: on each connection the next one as soon as the last
 * one has its answer. One that is not answered 200 is posted again, as Vonage would. Ends when all are acknowledged.
 *
 * cc -O2 -o drive drive.c; drive PORT FILE FIRST COUNT CONNECTIONS
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct webhook {
  const char *bytes;
  int length;
};

struct connection {
  int socket;
  int webhook; /* -1: none is under way */
  double began;
  int filled;
  char answer[4096];
};

static struct webhook *webhooks;
static int count, next, refused, acknowledged, *again, waiting;
static double *latencies;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static void post(struct connection *c) {
  c->webhook = waiting ? again[--waiting] : next < count ? next++ : -1;
  c->filled = 0;
  if (c->webhook < 0) return;
  struct webhook *w = &webhooks[c->webhook];
  c->began = now();
  for (int sent = 0; sent < w->length;) {
    ssize_t n = send(c->socket, w->bytes + sent, w->length - sent, MSG_NOSIGNAL);
    if (n < 0) fail("send");
    sent += n;
  }
}

/* The length of an answer that is whole, head and body; 0: more is to come. */
static int whole(struct connection *c) {
  c->answer[c->filled] = 0;
  char *end = strstr(c->answer, "\r\n\r\n");
  if (!end) return 0;
  int length = 0;
  for (char *line = strstr(c->answer, "\r\n"); line && line < end; line = strstr(line + 2, "\r\n")) {
    if (!strncasecmp(line + 2, "Content-Length:", 15)) length = atoi(line + 17);
    if (!strncasecmp(line + 2, "Transfer-Encoding: chunked", 26)) {
      char *last = strstr(end + 2, "\r\n0\r\n\r\n");
      return last ? last + 7 - c->answer : 0;
    }
  }
  int all = end + 4 - c->answer + length;
  return c->filled >= all ? all : 0;
}

static void read_answer(struct connection *c) {
  ssize_t n = recv(c->socket, c->answer + c->filled, sizeof c->answer - 1 - c->filled, 0);
  if (n <= 0) fail("the server closed a connection");
  c->filled += n;
  if (!whole(c)) return;
  if (!strncmp(c->answer, "HTTP/1.1 200", 12)) {
    latencies[acknowledged++] = now() - c->began;
  } else {
    refused++;
    again[waiting++] = c->webhook;
  }
  post(c);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static void load(const char *name, int first) {
  FILE *file = fopen(name, "rb");
  char length[9] = {0};
  if (!file) fail(name);
  for (int index = 0; index < first + count; index++) {
    if (fread(length, 1, 8, file) != 8) fail("the file is too short");
    char *bytes = malloc(atoi(length));
    if (fread(bytes, 1, atoi(length), file) != (size_t)atoi(length)) fail(name);
    if (index < first) free(bytes);
    else webhooks[index - first] = (struct webhook){bytes, atoi(length)};
  }
  fclose(file);
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  count = atoi(argv[4]);
  int connections = atoi(argv[5]), one = 1;
  webhooks = calloc(count, sizeof *webhooks);
  latencies = calloc(count, sizeof *latencies);
  again = calloc(count, sizeof *again);
  load(argv[2], atoi(argv[3]));
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct connection *all = calloc(connections, sizeof *all);
  int poll = epoll_create1(0);
  for (int i = 0; i < connections; i++) {
    all[i].socket = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(all[i].socket, (struct sockaddr *)&address, sizeof address)) fail("connect");
    setsockopt(all[i].socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = &all[i]};
    epoll_ctl(poll, EPOLL_CTL_ADD, all[i].socket, &event);
  }
  double began = now();
  for (int i = 0; i < connections; i++) post(&all[i]);
  while (acknowledged < count) {
    struct epoll_event events[64];
    int n = epoll_wait(poll, events, 64, 20000);
    if (n <= 0) fail("nothing was answered for 20 s");
    for (int i = 0; i < n; i++) read_answer(events[i].data.ptr);
  }
  double took = now() - began;
  qsort(latencies, count, sizeof *latencies, ascending);
  printf("{\"seconds\":%.4f,\"acknowledged\":%d,\"refused\":%d,\"p50\":%.3f,\"p99\":%.3f}\n", took / 1000, acknowledged, refused,
         latencies[count / 2], latencies[(int)(count * 0.99)]);
}
