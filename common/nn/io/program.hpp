/// \file
/// \brief The shell around each chapter's program: options in, status out.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "nn/io/corpus.hpp"
#include "nn/io/report.hpp"

namespace CLI {
// [snip:command-line-declared]
class App;
// [snip:command-line-declared]
}  // namespace CLI

namespace nn {

/// \brief The options that every chapter's program takes.
// [snip:program-declared]
struct Options {
    std::uint32_t seed = 42;
    std::string corpus;  ///< a UTF-8 file; empty: the program's default text
    bool quick = false;  ///< less work, rougher numbers
    std::string out;     ///< the folder for what the run leaves; empty: print only
    unsigned threads = 1;  ///< 1 to 256; the results do not depend on it
};

/// \brief The text that the options name.
Corpus read_corpus(const Options& options);

/// \brief A chapter's program: its name and what it does.
struct Program {
    std::string name;     ///< as typed: ch01_rng_seeding
    std::string summary;  ///< one line for --help
    std::function<void(const Options&, Report&)> run;
    std::string default_text = "the King James Bible";  ///< for --help
    std::function<void(CLI::App&)> add_options = {};    ///< options of its own
    std::function<void()> afterwards = {};  ///< called once the files are written
};

/// \brief Parses the command line, runs the program, reports errors.
///
/// \return 0; 2 after bad input, with one line on standard error; 130 after Ctrl-C.
int run_program(int argc, char** argv, const Program& program);
// [snip:program-declared]

}  // namespace nn
