// The bare arithmetic of a detector, as little as a C program can do: reads a table of time, force
// and rate, puts it on a grid of 50 Hz, follows gravity with the gyroscope, smooths eight channels
// and looks for turning points along eight axes, for each of some signals. Finds nothing: it is the
// floor that the whole process is compared with.
//
// usage: floor RECORDING [SIGNALS]     with 0 signals it only parses
// cc -O3 -march=native -o floor floor.c -lm

#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COLUMNS = 7, CHANNELS = 8, AXES = 8, WINDOW = 10, MOST_SIGNALS = 16 };

static const double RATE_HERTZ = 50, GRAVITY = 9.80665, CORRECTION_SECONDS = 1.5;
static const float HYSTERESIS = 0.1f;

typedef struct {
  float window[WINDOW][CHANNELS], sum[CHANNELS];
  int oldest;
} Average;

typedef struct {
  Average first, second;
  double gravity[3];
  float axes[AXES][CHANNELS], extreme[AXES];
  int rises[AXES];
} Signal;

static Signal signals[MOST_SIGNALS];
static long turning_points;

// Exact for up to 15 digits, which is all that sensors write.
static const char *number(const char *text, double *value) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15};
  int negative = *text == '-', decimals = 0;
  text += negative;
  int64_t digits = 0;
  while (*text >= '0' && *text <= '9') digits = digits * 10 + (*text++ - '0');
  if (*text == '.') {
    const char *point = ++text;
    while (*text >= '0' && *text <= '9') digits = digits * 10 + (*text++ - '0');
    decimals = (int)(text - point);
  }
  double size = (double)digits / powers[decimals & 15];
  *value = negative ? -size : size;
  return text;
}

static void average(Average *a, float channels[CHANNELS]) {
  for (int c = 0; c < CHANNELS; c++) {
    a->sum[c] += channels[c] - a->window[a->oldest][c];
    a->window[a->oldest][c] = channels[c];
    channels[c] = a->sum[c] / WINDOW;
  }
  a->oldest = a->oldest + 1 == WINDOW ? 0 : a->oldest + 1;
}

static void follow(Signal *s, const double reading[COLUMNS]) {
  const double *force = reading + 1, *rate = reading + 4;
  const double step = 1 / RATE_HERTZ;
  double *g = s->gravity;
  double size = sqrt(force[0] * force[0] + force[1] * force[1] + force[2] * force[2]) + 1e-9;
  double turned[3] = {g[0] + (g[1] * rate[2] - g[2] * rate[1]) * step,
                      g[1] + (g[2] * rate[0] - g[0] * rate[2]) * step,
                      g[2] + (g[0] * rate[1] - g[1] * rate[0]) * step};
  double trust = fmax(0, 1 - 2 * fabs(size / GRAVITY - 1)) * step / CORRECTION_SECONDS;
  double length = 1e-9;
  for (int c = 0; c < 3; c++) {
    g[c] = turned[c] + (force[c] / size - turned[c]) * trust;
    length += g[c] * g[c];
  }
  length = sqrt(length);
  for (int c = 0; c < 3; c++) g[c] /= length;
  double about = g[0] * rate[0] + g[1] * rate[1] + g[2] * rate[2];
  double along = g[0] * force[0] + g[1] * force[1] + g[2] * force[2];
  float channels[CHANNELS] = {g[0], g[1], g[2], about, along - GRAVITY, size / GRAVITY, 0, 0};
  average(&s->first, channels);
  average(&s->second, channels);
  for (int axis = 0; axis < AXES; axis++) {
    float value = 0;
    for (int c = 0; c < CHANNELS; c++) value += s->axes[axis][c] * channels[c];
    float beyond = s->rises[axis] ? value - s->extreme[axis] : s->extreme[axis] - value;
    if (beyond > 0) {
      s->extreme[axis] = value;
    } else if (beyond < -HYSTERESIS) {
      s->extreme[axis] = value;
      s->rises[axis] ^= 1;
      turning_points++;
    }
  }
}

// The mean of the straight pieces over each cell of the grid.
static void resample(const double from[COLUMNS], const double to[COLUMNS], int count) {
  static double sums[COLUMNS], covered;
  static int64_t cell;
  double begin = from[0];
  while (begin < to[0]) {
    double cell_end = ((double)cell + 0.5) / RATE_HERTZ;
    double end = fmin(to[0], fmax(cell_end, begin));
    double share = ((begin + end) / 2 - from[0]) / (to[0] - from[0]), seconds = end - begin;
    for (int c = 1; c < COLUMNS; c++) sums[c] += (from[c] + (to[c] - from[c]) * share) * seconds;
    covered += seconds;
    if (cell_end <= to[0]) {
      for (int c = 1; c < COLUMNS; c++) sums[c] /= covered > 0 ? covered : 1;
      for (int s = 0; s < count; s++) follow(&signals[s], sums);
      for (int c = 1; c < COLUMNS; c++) sums[c] = 0;
      covered = 0;
      cell++;
    }
    begin = end;
  }
}

int main(int count, char **arguments) {
  int file = count > 1 ? open(arguments[1], O_RDONLY) : -1;
  int wanted = count > 2 ? atoi(arguments[2]) : 1;
  if (file < 0 || wanted > MOST_SIGNALS) return fputs("usage: floor RECORDING [SIGNALS]\n", stderr), 64;
  for (int s = 0; s < wanted; s++) {
    signals[s].gravity[2] = 1;
    for (int axis = 0; axis < AXES; axis++) {
      for (int c = 0; c < CHANNELS; c++) signals[s].axes[axis][c] = c == axis % 6 ? 1 : 0.1f;
    }
  }
  struct stat about;
  fstat(file, &about);
  const char *text = mmap(0, about.st_size + 1, PROT_READ, MAP_PRIVATE, file, 0);
  const char *end = text + about.st_size;
  double rows[2][COLUMNS], checksum = 0;
  long taken = 0;
  while (text < end) {
    double *row = rows[taken & 1];
    if ((*text >= '0' && *text <= '9') || *text == '-') {
      for (int c = 0; c < COLUMNS && text < end; c++) {
        text = number(text, &row[c]);
        checksum += row[c];
        text += *text == ',';
      }
      if (wanted && taken) resample(rows[(taken - 1) & 1], row, wanted);
      taken++;
    }
    while (text < end && *text++ != '\n') {}
  }
  printf("%ld rows, %ld turning points, sum %g\n", taken, turning_points, checksum);
  return 0;
}
