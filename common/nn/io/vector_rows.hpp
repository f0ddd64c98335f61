/// \file
/// \brief Words and numbers on their way from a file into memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "nn/io/vector_form.hpp"
#include "nn/word_vectors.hpp"

namespace nn {

/// \brief The rows of a vector file, checked one by one.
///
/// Each `where` is the file's name and the place in it, as the message begins.
// [snip:vector-rows]
class VectorRows {
public:
    /// rief Takes memory for all rows; throws InputError if they hold no number
    /// or more than `numbers`, the most that the file has room for.
    VectorRows(const std::string& where, const VectorHeader& header,
               std::uint64_t numbers);

    /// \brief Begins the row of a word; returns the place of its numbers. Throws
    /// InputError if the word is empty, not UTF-8 or there already.
    float* begin(const std::string& where, std::string_view word);

    /// \brief Throws InputError unless every number of the last row is finite.
    void finish_row(const std::string& where) const;

    std::size_t size() const { return made_.words.size(); }
    std::size_t dimension() const { return made_.vectors.n_rows; }
    bool full() const { return size() == made_.vectors.n_cols; }
    WordVectors finish() { return std::move(made_); }

private:
    WordVectors made_;
    std::unordered_map<std::string, std::size_t> number_;  // of each word, from 1
};
// [snip:vector-rows]

}  // namespace nn
