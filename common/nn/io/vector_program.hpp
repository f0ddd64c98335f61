/// \file
/// \brief A chapter's program that trains word vectors: tested, saved, loaded and
/// explored.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "nn/io/program.hpp"
#include "nn/word_tests.hpp"
#include "nn/word_vectors.hpp"

namespace nn {

/// \brief The options beyond those of every chapter.
// [snip:vector-program-declared]
struct VectorOptions {
    std::vector<std::string> similarity, analogies;  ///< files to be tested with
    std::string load;  ///< vectors to look at instead of training; empty: train
    std::string save;  ///< where the vectors are kept; empty: nowhere
};

/// \brief A chapter's program whose run ends with word vectors.
struct VectorProgram {
    std::string name;     ///< as typed: ch04_word2vec
    std::string summary;  ///< one line for --help
    std::function<WordVectors(const Options&, Report&)> run;
    std::string default_text;  ///< for --help
};

/// \brief Like run_program(), with the options of VectorOptions.
///
/// Once its files are written, the vectors are explored if a person may type.
int run_vector_program(int argc, char** argv, const VectorProgram& program);
// [snip:vector-program-declared]

}  // namespace nn
