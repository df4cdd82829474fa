/* Fast Periodicity Weighting as one writes it down: each point into its bin of 20, at each frequency.

   fpw <points> <baseline> <first> <step> <count> <rescan> <rounds>

   Prints the seconds of the best round for <count> frequencies of made-up points over <baseline> days. With <rescan> 1
   the best hundredth of the frequencies is looked at again with steps an eighth as wide. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BINS 20
#define NARROWER 8

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

static float score(const double *time, const float *weight, const float *weighted, int points, double frequency)
{
    float weights[BINS] = {0};
    float sums[BINS] = {0};
    for (int i = 0; i < points; i++) {
        double cycles = time[i] * frequency;
        int bin = (int)((cycles - (int)cycles) * BINS);
        weights[bin] += weight[i];
        sums[bin] += weighted[i];
    }

    float taken = 0;
    for (int bin = 0; bin < BINS; bin++) {
        if (weights[bin] > 0) {
            taken += sums[bin] * sums[bin] / weights[bin];
        }
    }

    return taken;
}

static int falling(const void *a, const void *b)
{
    float left = *(const float *)a;
    float right = *(const float *)b;
    return (left < right) - (left > right);
}

int main(int argc, char **argv)
{
    if (argc != 8) {
        return 2;
    }

    int points = atoi(argv[1]);
    double baseline = atof(argv[2]);
    double first = atof(argv[3]);
    double step = atof(argv[4]);
    long count = atol(argv[5]);
    int rescan = atoi(argv[6]);
    int rounds = atoi(argv[7]);
    size_t room = ((size_t)points * sizeof(double) + 63) / 64 * 64;
    double *time = aligned_alloc(64, room);
    float *weight = aligned_alloc(64, room);
    float *weighted = aligned_alloc(64, room);
    float *scores = malloc(count * sizeof(float));
    float *sorted = malloc(count * sizeof(float));
    srand(1);
    for (int i = 0; i < points; i++) {
        time[i] = baseline * (i + rand() / (RAND_MAX + 1.0)) / points;
        weight[i] = 400 + rand() % 400;
        weighted[i] = weight[i] * (rand() % 1000 - 500) / 1000.0f;
    }

    double best = 1e300;
    float kept = 0;
    for (int round = 0; round < rounds; round++) {
        double start = seconds();
        for (long i = 0; i < count; i++) {
            scores[i] = score(time, weight, weighted, points, first + i * step);
        }

        if (rescan) {
            memcpy(sorted, scores, count * sizeof(float));
            qsort(sorted, count, sizeof(float), falling);
            float threshold = sorted[count / 100];
            for (long i = 0; i < count; i++) {
                for (int j = 0; j < NARROWER && scores[i] >= threshold; j++) {
                    double frequency = first + (i + (j - NARROWER / 2) / (double)NARROWER) * step;
                    float narrow = score(time, weight, weighted, points, frequency);
                    kept = narrow > kept ? narrow : kept;
                }
            }
        }

        double taken = seconds() - start;
        best = taken < best ? taken : best;
        for (long i = 0; i < count; i++) {
            kept = scores[i] > kept ? scores[i] : kept;
        }
    }

    printf("%.6f %g\n", best, kept);
    return 0;
}
