/// \file
/// \brief Chapter 1, the program.
#include "nn/io/program.hpp"
#include "nn/rng.hpp"

namespace {

void run(const nn::Options& options, nn::Report& report) {
    report.section("numpy-stream", "The stream of NumPy after its seed");
    nn::Rng rng(options.seed);
    report.print("rand()   %s", report.value("first-uniform", "%.16f", rng.uniform()).c_str());
    report.print(" %.16f %.16f\n", rng.uniform(), rng.uniform());
    report.section("claims", "What was claimed, and what was measured");
    int differing = 0;
    nn::Rng one(options.seed), two(options.seed);
    for (int i = 0; i < 1000; ++i) differing += one.bits32() != two.bits32();
    report.claim({.id = "same-seed",
                  .statement = "The same seed gives the same sequence.",
                  .quantity = "words that differ, of 1,000",
                  .low = 0,
                  .high = 0,
                  .condition = "engine, seeding, distribution and order of calls are the same"},
                 differing);
    nn::Csv table({"n", "value"});
    for (int i = 0; i < 100; ++i) table.row({1.0 * i, rng.uniform()});
    report.data("lattice.csv", table);
}

}  // namespace

int main(int argc, char** argv) {
    return nn::run_program(argc, argv,
                           {"ch01_rng_seeding", "Chapter 1: chance that can be replayed", run});
}
